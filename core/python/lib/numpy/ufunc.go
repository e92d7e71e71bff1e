package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Ufunc is an elementwise function object: np.add.
type Ufunc struct {
	name   string
	inputs int
	binary array.BinaryOp
	unary  array.UnaryOp
	// special, if set, computes instead of binary and unary.
	special func(t *object.Thread, a []array.Operand) (object.Object, error)
	outputs int
}

// UfuncClass is numpy.ufunc.
var UfuncClass = object.NewType("ufunc", "numpy", nil).Final()

// Class returns numpy.ufunc.
func (*Ufunc) Class() *object.Class { return UfuncClass }

// Repr shows the function's name.
func (u *Ufunc) Repr(*object.Thread) (string, error) { return "<ufunc '" + u.name + "'>", nil }

// FuncName returns the name.
func (u *Ufunc) FuncName() string { return u.name }

var ufuncSignature = object.ParseSignature("(*args, out=None, where=True, casting='same_kind', order='K', dtype=None, subok=True)")

// Call applies the function.
func (u *Ufunc) Call(t *object.Thread, a object.Args) (object.Object, error) {
	v, err := ufuncSignature.Bind(t, u.name, nil, a, nil)
	if err != nil {
		return nil, err
	}
	args := v[0].(*object.Tuple).Items
	if len(args) < u.inputs || len(args) > u.inputs+u.outputs {
		return nil, typeError("%s() takes from %d to %d positional arguments but %d were given", u.name, u.inputs, u.inputs+u.outputs, len(args))
	}
	out := v[1]
	if len(args) > u.inputs {
		out = args[u.inputs]
	}
	if u.inputs == 2 && u.special == nil {
		if r, done, err := deferred(t, u, args); done {
			return r, err
		}
	}
	dtype, _, err := parseDtype(t, v[5])
	if err != nil {
		return nil, err
	}
	operands, err := u.operands(t, args[:u.inputs], dtype)
	if err != nil {
		return nil, err
	}
	r, err := u.apply(t, operands)
	if err != nil {
		return nil, err
	}
	if v[2] != object.True {
		return masked(t, u, v[2], out, r)
	}
	return stored(t, u.name, out, r)
}

// deferred lets an operand that comes before arrays (a tensor) do the work by its own operator.
func deferred(t *object.Thread, u *Ufunc, args []object.Object) (object.Object, bool, error) {
	if !defers(nil, args[0]) && !defers(nil, args[1]) {
		return nil, false, nil
	}
	op, ok := pythonOps[u.binary]
	if !ok {
		return nil, false, nil
	}
	r, err := object.Binary(t, op, args[0], args[1])
	return r, true, err
}

func (u *Ufunc) operands(t *object.Thread, args []object.Object, dtype array.Dtype) ([]array.Operand, error) {
	list := make([]array.Operand, len(args))
	for i, o := range args {
		x, err := operand(t, o)
		if err != nil {
			return nil, err
		}
		x.Array = x.Array.WithBudget(t)
		if dtype != array.Invalid {
			if !array.CanCast(x.Dtype(), dtype, array.SameKind) && x.Weak == array.Strong {
				return nil, object.NewError(castErrorClass, "Cannot cast ufunc '%s' input %d from %s to %s with casting rule 'same_kind'",
					u.name, i, dtypeText(x), dtypeText(array.Of(mustZero(dtype))))
			}
			c, err := x.Array.Cast(dtype)
			if err != nil {
				return nil, raised(err)
			}
			x = array.Of(c)
		}
		list[i] = x
	}
	return list, nil
}

func mustZero(d array.Dtype) *array.Array {
	z, err := array.New(nil, d)
	if err != nil {
		return array.Scalar(int64(0))
	}
	return z
}

func (u *Ufunc) apply(t *object.Thread, x []array.Operand) (object.Object, error) {
	switch {
	case u.special != nil:
		return u.special(t, x)
	case u.inputs == 1:
		return applyUnary(t, u.unary, x[0].Array)
	}
	return applyBinary(t, u.binary, x[0], x[1])
}

// masked keeps the old values of out where the mask is false; without out they are undefined in numpy, and zero here.
func masked(t *object.Thread, u *Ufunc, where, out, r object.Object) (object.Object, error) {
	mask, err := arr(t, where)
	if err != nil {
		return nil, err
	}
	x, ok := Of(r)
	if !ok {
		return r, nil
	}
	old := array.Of(mustZero(x.Dtype()))
	if tuple, ok := out.(*object.Tuple); ok && len(tuple.Items) == 1 {
		out = tuple.Items[0]
	}
	if given(out) {
		o, err := arr(t, out)
		if err != nil {
			return nil, err
		}
		old = array.Of(o)
	}
	v, err := array.Where(mask, array.Of(x), old)
	if err != nil {
		return nil, raised(err)
	}
	return stored(t, u.name, out, result(v))
}

func addUfuncs() {
	UfuncClass.Protocols(&Ufunc{})
	for name, get := range map[string]func(u *Ufunc) object.Object{
		"__name__":     func(u *Ufunc) object.Object { return object.NewStr(u.name) },
		"__qualname__": func(u *Ufunc) object.Object { return object.NewStr(u.name) },
		"__module__":   func(*Ufunc) object.Object { return object.NewStr("numpy") },
		"nin":          func(u *Ufunc) object.Object { return object.Int(u.inputs) },
		"nout":         func(u *Ufunc) object.Object { return object.Int(u.outputs) },
		"nargs":        func(u *Ufunc) object.Object { return object.Int(u.inputs + u.outputs) },
	} {
		UfuncClass.Getter(name, "", func(_ *object.Thread, self object.Object) (object.Object, error) { return get(self.(*Ufunc)), nil })
	}
	UfuncClass.Methods(
		object.Func("reduce", "(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=True)", "", ufuncReduce),
		object.Func("accumulate", "(self, array, axis=0, dtype=None, out=None)", "", ufuncAccumulate),
		object.Func("outer", "(self, A, B, /)", "", ufuncOuter),
		object.Func("at", "(self, a, indices, b=None, /)", "", ufuncAt))
	registerUfuncs()
}

func registerUfuncs() {
	for op := array.Add; ; op++ {
		name := op.String()
		table[name] = &Ufunc{name: name, inputs: 2, outputs: 1, binary: op}
		if op == array.LogicalXor {
			break
		}
	}
	for op := array.Negative; ; op++ {
		name := op.String()
		if name != "erf" {
			table[name] = &Ufunc{name: name, inputs: 1, outputs: 1, unary: op}
		}
		if op == array.LogicalNot {
			break
		}
	}
	for name, of := range map[string]string{"abs": "absolute", "true_divide": "divide", "mod": "remainder", "conj": "conjugate", "bitwise_not": "invert",
		"pow": "power", "acos": "arccos", "acosh": "arccosh", "asin": "arcsin", "asinh": "arcsinh", "atan": "arctan", "atanh": "arctanh",
		"atan2": "arctan2", "deg2rad": "radians", "rad2deg": "degrees", "bitwise_left_shift": "left_shift", "bitwise_right_shift": "right_shift", "bitwise_invert": "invert"} {
		alias(name, of)
	}
	table["matmul"] = &Ufunc{name: "matmul", inputs: 2, outputs: 1, special: func(_ *object.Thread, x []array.Operand) (object.Object, error) {
		r, err := array.MatMul(x[0].Array, x[1].Array)
		return resultOf(r, err)
	}}
	table["divmod"] = &Ufunc{name: "divmod", inputs: 2, outputs: 2, special: func(t *object.Thread, x []array.Operand) (object.Object, error) {
		q, err := applyBinary(t, array.FloorDivide, x[0], x[1])
		if err != nil {
			return nil, err
		}
		r, err := applyBinary(t, array.Remainder, x[0], x[1])
		return object.NewTuple(q, r), err
	}}
	table["modf"] = &Ufunc{name: "modf", inputs: 1, outputs: 2, special: modf}
}

// modf splits floats into fraction and whole part.
func modf(t *object.Thread, x []array.Operand) (object.Object, error) {
	a := x[0].Array
	if !a.Dtype().IsFloat() {
		f, err := a.Cast(array.Float64)
		if err != nil {
			return nil, raised(err)
		}
		a = f
	}
	whole, err := array.Unary(array.Trunc, a)
	if err != nil {
		return nil, raised(err)
	}
	frac, err := array.Binary(array.Subtract, array.Of(a), array.Of(whole))
	if err != nil {
		return nil, raised(err)
	}
	if frac, err = array.Binary(array.Copysign, array.Of(frac), array.Of(a)); err != nil {
		return nil, raised(err)
	}
	return object.NewTuple(result(frac), result(whole)), nil
}

func (u *Ufunc) twoInputs() error {
	if u.inputs != 2 || u.special != nil {
		return valueError("%s only supported for binary functions", u.name)
	}
	return nil
}

func ufuncReduce(t *object.Thread, a []object.Object) (object.Object, error) {
	u := a[0].(*Ufunc)
	if err := u.twoInputs(); err != nil {
		return nil, err
	}
	x, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	axes, err := axesOf(t, a[2])
	if err != nil {
		return nil, err
	}
	dtype, _, err := parseDtype(t, a[3])
	if err != nil {
		return nil, err
	}
	keep, err := flag(t, a[5], false)
	if err != nil {
		return nil, err
	}
	r, err := array.Reduce(u.binary, x, axes, keep, dtype)
	if err != nil {
		return nil, raised(err)
	}
	if given(a[6]) {
		y, err := operand(t, a[6])
		if err != nil {
			return nil, err
		}
		return applyBinary(t, u.binary, array.Of(r), y)
	}
	return stored(t, u.name, a[4], result(r))
}

func ufuncAccumulate(t *object.Thread, a []object.Object) (object.Object, error) {
	u := a[0].(*Ufunc)
	if err := u.twoInputs(); err != nil {
		return nil, err
	}
	x, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	axis, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	dtype, _, err := parseDtype(t, a[3])
	if err != nil {
		return nil, err
	}
	r, err := array.Accumulate(u.binary, x, axis, dtype)
	return arrayOf(r, err)
}

func ufuncOuter(t *object.Thread, a []object.Object) (object.Object, error) {
	u := a[0].(*Ufunc)
	if err := u.twoInputs(); err != nil {
		return nil, err
	}
	x, err := operand(t, a[1])
	if err != nil {
		return nil, err
	}
	y, err := operand(t, a[2])
	if err != nil {
		return nil, err
	}
	shape := append([]int{}, x.Shape()...)
	for range y.Shape() {
		shape = append(shape, 1)
	}
	if x.Array, err = x.Array.Reshape(shape...); err != nil {
		return nil, raised(err)
	}
	return applyBinary(t, u.binary, x, y)
}

// ufuncAt applies the function to single elements in place, one after the other, so that repeated indices add up.
func ufuncAt(t *object.Thread, a []object.Object) (object.Object, error) {
	u := a[0].(*Ufunc)
	target, ok := object.Of(a[1]).(*NDArray)
	if !ok {
		return nil, typeError("first operand must be array")
	}
	if u.inputs == 2 && !given(a[3]) {
		return nil, valueError("second operand needed for ufunc")
	}
	parts, err := indexParts(t, a[2])
	if err != nil {
		return nil, err
	}
	numbers, err := array.ArangeInt(t, 0, int64(target.Arr.Size()), 1, array.Int64)
	if err != nil {
		return nil, raised(err)
	}
	if numbers, err = numbers.Reshape(target.Arr.Shape()...); err != nil {
		return nil, raised(err)
	}
	places, _, err := numbers.Index(parts)
	if err != nil {
		return nil, raised(err)
	}
	var value *array.Array
	if given(a[3]) {
		if value, err = arr(t, a[3]); err != nil {
			return nil, err
		}
		if value, err = value.BroadcastTo(places.Shape()); err != nil {
			return nil, raised(err)
		}
		if value, err = value.Reshape(-1); err != nil {
			return nil, raised(err)
		}
	}
	list, err := array.Ints(places)
	if err != nil {
		return nil, raised(err)
	}
	flat := &flatIterator{of: target.Arr}
	if flat.arr, err = target.Arr.WithBudget(t).Reshape(-1); err != nil {
		return nil, raised(err)
	}
	for i, p := range list {
		args := []array.Operand{array.Of(flat.arr.At(0, p))}
		if value != nil {
			args = append(args, array.Of(value.At(0, i)))
		}
		r, err := u.apply(t, args)
		if err != nil {
			return nil, err
		}
		if err := flat.SetItem(t, object.Int(p), r); err != nil {
			return nil, err
		}
	}
	return object.None, nil
}
