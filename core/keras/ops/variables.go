package ops

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/variable"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// operatorOps are the functions of keras.ops that Python's operators stand for.
var operatorOps = map[object.BinaryOp]string{object.Add: "add", object.Sub: "subtract", object.Mul: "multiply", object.MatMul: "matmul",
	object.TrueDiv: "true_divide", object.FloorDiv: "floor_divide", object.Mod: "mod", object.Pow: "power", object.And: "logical_and",
	object.Or: "logical_or", object.Xor: "logical_xor"}

var compareOps = map[object.CompareOp]string{object.Eq: "equal", object.Ne: "not_equal", object.Lt: "less", object.Le: "less_equal",
	object.Gt: "greater", object.Ge: "greater_equal"}

func init() {
	variable.Operators.Binary = func(t *object.Thread, op object.BinaryOp, v *variable.Variable, o object.Object, reflected bool) (object.Object, error) {
		name := operatorOps[op]
		if name == "" {
			return object.NotImplemented, nil
		}
		return withVariable(t, name, v, o, reflected)
	}
	variable.Operators.Compare = func(t *object.Thread, op object.CompareOp, v *variable.Variable, o object.Object) (object.Object, error) {
		if op == object.Eq || op == object.Ne {
			if symbolic, _ := KindOf(t, o); symbolic || !jaxOperand(o) {
				return object.NotImplemented, nil
			}
		}
		return withVariable(t, compareOps[op], v, o, false)
	}
	variable.Operators.Unary = func(t *object.Thread, op object.UnaryOp, v *variable.Variable) (object.Object, error) {
		switch op {
		case object.Neg:
			return Do(t, "negative", v)
		case object.Abs:
			return Do(t, "absolute", v)
		case object.Invert:
			return Do(t, "logical_not", v)
		case object.Pos:
			return ValueOf(t, v)
		}
		return object.NotImplemented, nil
	}
	variable.Operators.GetItem = func(t *object.Thread, v *variable.Variable, key object.Object) (object.Object, error) {
		return Do(t, "get_item", v, key)
	}
}

func init() {
	variable.Compute.Value = func(t *object.Thread, v *variable.Variable) (object.Object, error) { return ValueOf(t, v) }
	variable.Compute.Numpy = func(t *object.Thread, v *variable.Variable) (object.Object, error) {
		x, err := ValueOf(t, v)
		if err != nil {
			return nil, err
		}
		a, err := x.Array(t)
		if err != nil {
			return nil, err
		}
		return numpy.New(a), nil
	}
	variable.Compute.Created = func(t *object.Thread, v *variable.Variable) error {
		if operation.Tracing(t) != tensor.Symbolic || !initializers.IsOwn(t, v.Initializer) {
			return nil
		}
		x, err := ValueOf(t, v)
		if err == nil {
			_, err = x.Array(t)
		}
		return err
	}
	variable.Compute.Array = func(t *object.Thread, v *variable.Variable) (*array.Array, error) {
		x, err := ValueOf(t, v)
		if err != nil {
			return nil, err
		}
		return x.Array(t)
	}
	for _, name := range []string{"__int__", "__float__", "__index__"} {
		variable.Class.Methods(object.Func(name, "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v := a[0].(*variable.Variable)
			if v.Shape.Size() != 1 {
				return nil, object.TypeError("only a variable of one element can be converted to a Python number, '%s' has the shape %s.", v.Path, v.Shape)
			}
			x, err := ValueOf(t, v)
			if err != nil {
				return nil, err
			}
			flat, err := Do(t, "reshape", x, object.NewTuple())
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, flat, name)
		}))
	}
	variable.Class.Methods(object.Func("__round__", "(self, ndigits=None, /)", "", round))
	variable.Class.Methods(object.Func("__array__", "(self, dtype=None, copy=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := ValueOf(t, a[0].(*variable.Variable))
		if err != nil {
			return nil, err
		}
		return eagerToNumpy(t, []object.Object{x, a[1], a[2]})
	}))
	variable.Compute.Assign = assignVariable
	variable.ReadValue = func(t *object.Thread, v, dtype object.Object) (object.Object, tensor.Shape, string, error) {
		args := []object.Object{v}
		if dtype != object.None {
			args = append(args, dtype)
		}
		out, err := Do(t, "convert_to_tensor", args...)
		if err != nil {
			return nil, nil, "", err
		}
		x := out.(*tensor.KerasTensor)
		return x, x.Shape, x.Dtype, nil
	}
}

// ValueOf returns the value of a variable as a tensor, in the dtype in which it appears now. The first value is made by the
// initializer when its numbers are asked for. Inside a trace it is a traced value.
func ValueOf(t *object.Thread, v *variable.Variable) (*tensor.KerasTensor, error) {
	if kind := operation.Tracing(t); kind != tensor.Symbolic {
		return Traced(kind, v.Shape.Clone(), v.DtypeIn(t)), nil
	}
	if v.Value == nil {
		v.Value = initialValue(t, v)
	}
	x := v.Value.(*tensor.KerasTensor)
	readVariable(t, v, x)
	if d := v.DtypeIn(t); d != x.Dtype {
		return Convert(t, x, d)
	}
	return x, nil
}

// initialValue is the value that the variable's initializer will make.
func initialValue(t *object.Thread, v *variable.Variable) *tensor.KerasTensor {
	shape, dtype, tf := v.Shape.Clone(), v.Dtype, wide(t)
	if v.Initializer == object.None || !initializers.Computes(t, v.Initializer) {
		x := tensor.NewValueless(shape, dtype)
		x.TF = tf
		return x
	}
	initializer := v.Initializer
	return tensor.Later(shape, dtype, tf, func(t *object.Thread) (*array.Array, error) {
		made, err := object.CallArgs(t, initializer, object.Args{Pos: []object.Object{shape.Object()}, Kw: arg.Pairs("dtype", dtype)})
		if err != nil {
			return nil, err
		}
		x, err := Convert(t, made, dtype)
		if err != nil {
			return nil, err
		}
		if !x.Shape.Equal(shape) {
			return nil, object.ValueError("The initializer of '%s' made an array of shape %s for a variable of shape %s.", v.Path, x.Shape, shape)
		}
		return x.Array(t)
	})
}

// assignVariable is v.assign(value).
func assignVariable(t *object.Thread, v *variable.Variable, value object.Object) (object.Object, error) {
	x, err := Convert(t, value, v.Dtype)
	if err != nil {
		return nil, err
	}
	if !x.Shape.Equal(v.Shape) {
		return nil, object.ValueError("The variable '%s' has the shape %s; a value of shape %s cannot be assigned to it.", v.Path, v.Shape, x.Shape)
	}
	if operation.Tracing(t) == tensor.Symbolic {
		variable.Changing(t, v)
		v.Value = x
	}
	return x, nil
}

// withVariable is an operator with a variable on one side. On the left it is the backend's, which takes no symbols.
func withVariable(t *object.Thread, name string, v *variable.Variable, o object.Object, reflected bool) (object.Object, error) {
	if isSymbol(o) && !reflected {
		return nil, symbolAsValue(t, "keras.Variable."+name)
	}
	if reflected {
		return Do(t, name, o, v)
	}
	return Do(t, name, v, o)
}
