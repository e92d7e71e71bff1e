package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// reducing is what a reduction of package array looks like here.
type reducing func(a *array.Array, axes []int, keep bool, dtype array.Dtype) (*array.Array, error)

var reductions = map[string]reducing{
	"sum": array.Sum, "prod": array.Prod,
	"mean": array.Mean,
	"max": func(a *array.Array, axes []int, keep bool, _ array.Dtype) (*array.Array, error) {
		return array.Max(a, axes, keep)
	},
	"min": func(a *array.Array, axes []int, keep bool, _ array.Dtype) (*array.Array, error) {
		return array.Min(a, axes, keep)
	},
	"any": func(a *array.Array, axes []int, keep bool, _ array.Dtype) (*array.Array, error) {
		return array.Any(a, axes, keep)
	},
	"all": func(a *array.Array, axes []int, keep bool, _ array.Dtype) (*array.Array, error) {
		return array.All(a, axes, keep)
	},
}

// reductionParams are the parameters behind the array; with and without dtype.
const (
	typedReduction = "axis=None, dtype=None, out=None, keepdims=False, initial=?, where=?"
	plainReduction = "axis=None, out=None, keepdims=False, initial=?, where=?"
	meanReduction  = "axis=None, dtype=None, out=None, keepdims=False, *, where=?"
	truthReduction = "axis=None, out=None, keepdims=False, *, where=?"
	spreadParams   = "axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=?, mean=?, correction=?"
)

func addReductions() {
	both("sum", typedReduction, reduceTyped("sum"))
	both("prod", typedReduction, reduceTyped("prod"))
	both("mean", meanReduction, func(t *object.Thread, a []object.Object) (object.Object, error) {
		return reduce(t, "mean", reduceArgs{a[0], a[1], a[2], a[3], a[4], nil, a[5]})
	})
	both("max", plainReduction, reducePlain("max"))
	both("min", plainReduction, reducePlain("min"))
	both("any", truthReduction, reduceTruth("any"))
	both("all", truthReduction, reduceTruth("all"))
	both("std", spreadParams, spread(array.Std))
	both("var", spreadParams, spread(array.Var))
	both("argmax", "axis=None, out=None, *, keepdims=False", argReduce(array.ArgMax))
	both("argmin", "axis=None, out=None, *, keepdims=False", argReduce(array.ArgMin))
	both("cumsum", "axis=None, dtype=None, out=None", cumulative(array.Add))
	both("cumprod", "axis=None, dtype=None, out=None", cumulative(array.Multiply))
	alias("amax", "max")
	alias("amin", "min")
	register(fn("ptp", "(a, axis=None, out=None, keepdims=False)", "Returns the range of the values.", peakToPeak),
		fn("count_nonzero", "(a, axis=None, *, keepdims=False)", "Counts the elements that are not zero.", countNonzero),
		fn("average", "(a, axis=None, weights=None, returned=False, *, keepdims=False)", "Returns the weighted average.", average))
}

// both registers a function of numpy that is a method of ndarray too; params are those behind the array.
func both(name, params string, f func(t *object.Thread, a []object.Object) (object.Object, error)) {
	function, method := "(a)", "(self, /)"
	if params != "" {
		function, method = "(a, "+params+")", "(self, /, "+params+")"
	}
	register(fn(name, function, "", f))
	ArrayClass.Methods(object.Func(name, method, "", f))
}

type reduceArgs struct {
	a, axis, dtype, out, keep, initial, where object.Object
}

func reduceTyped(name string) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		return reduce(t, name, reduceArgs{a[0], a[1], a[2], a[3], a[4], a[5], a[6]})
	}
}

func reducePlain(name string) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		return reduce(t, name, reduceArgs{a[0], a[1], nil, a[2], a[3], a[4], a[5]})
	}
}

func reduceTruth(name string) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		return reduce(t, name, reduceArgs{a[0], a[1], nil, a[2], a[3], nil, a[4]})
	}
}

// reduce runs one of the simple reductions.
func reduce(t *object.Thread, name string, r reduceArgs) (object.Object, error) {
	x, err := arr(t, r.a)
	if err != nil {
		return nil, err
	}
	axes, err := axesOf(t, r.axis)
	if err != nil {
		return nil, err
	}
	keep, err := flag(t, r.keep, false)
	if err != nil {
		return nil, err
	}
	dtype, _, err := parseDtype(t, r.dtype)
	if err != nil {
		return nil, err
	}
	if x.Dtype() == array.Object {
		return reduceObjects(t, name, x, axes, keep)
	}
	if given(r.where) {
		return reduceWhere(t, name, r, x, axes, keep)
	}
	out, err := reductions[name](x, axes, keep, dtype)
	if given(r.initial) && (name == "max" || name == "min") && x.Size() == 0 {
		return r.initial, nil
	}
	if err != nil {
		return nil, raised(err)
	}
	v := object.Object(result(out))
	if given(r.initial) {
		if v, err = withInitial(t, name, out, r.initial); err != nil {
			return nil, err
		}
	}
	return stored(t, name, r.out, v)
}

var combining = map[string]array.BinaryOp{"sum": array.Add, "prod": array.Multiply, "max": array.Maximum, "min": array.Minimum}

func withInitial(t *object.Thread, name string, out *array.Array, initial object.Object) (object.Object, error) {
	y, err := operand(t, initial)
	if err != nil {
		return nil, err
	}
	return applyBinary(t, combining[name], array.Of(out), y)
}

// reduceWhere leaves elements out by putting in their place what changes nothing.
func reduceWhere(t *object.Thread, name string, r reduceArgs, x *array.Array, axes []int, keep bool) (object.Object, error) {
	mask, err := arr(t, r.where)
	if err != nil {
		return nil, err
	}
	if mask, err = mask.Cast(array.Bool); err != nil {
		return nil, raised(err)
	}
	neutral := map[string]array.Operand{"sum": {Array: array.Scalar(int64(0)), Weak: array.WeakInt}, "mean": {Array: array.Scalar(int64(0)), Weak: array.WeakInt},
		"prod": {Array: array.Scalar(int64(1)), Weak: array.WeakInt}, "any": array.Of(array.Scalar(false)), "all": array.Of(array.Scalar(true))}
	other, ok := neutral[name]
	if !ok {
		if !given(r.initial) {
			return nil, valueError("reduction operation '%s' does not have an identity, so to use a where mask one has to specify 'initial'", name+"imum")
		}
		if other, err = operand(t, r.initial); err != nil {
			return nil, err
		}
	}
	if name == "any" || name == "all" {
		if x, err = x.Cast(array.Bool); err != nil {
			return nil, raised(err)
		}
	}
	chosen, err := array.Where(mask, array.Of(x), other)
	if err != nil {
		return nil, raised(err)
	}
	if name != "mean" {
		out, err := reductions[name](chosen, axes, keep, array.Invalid)
		return resultOf(out, err)
	}
	sum, err := array.Sum(chosen, axes, keep, array.Invalid)
	if err != nil {
		return nil, raised(err)
	}
	if mask, err = mask.BroadcastTo(chosen.Shape()); err != nil {
		return nil, raised(err)
	}
	count, err := array.Sum(mask, axes, keep, array.Invalid)
	if err != nil {
		return nil, raised(err)
	}
	q, err := array.Binary(array.Divide, array.Of(sum), array.Of(count))
	if err != nil {
		return nil, raised(err)
	}
	if x.Dtype().IsFloat() {
		q, err = q.Cast(x.Dtype())
	}
	return resultOf(q, err)
}

// reduceObjects folds Python objects with their own operators.
func reduceObjects(t *object.Thread, name string, x *array.Array, axes []int, keep bool) (object.Object, error) {
	if axes != nil || keep {
		return nil, typeError("%s of an object array along an axis is not supported here", name)
	}
	values := array.Objects(x)
	if name == "sum" && len(values) == 0 {
		return object.Int(0), nil
	}
	if len(values) == 0 {
		return nil, valueError("zero-size array to reduction operation %s which has no identity", name)
	}
	acc := objectOf(values[0])
	for _, v := range values[1:] {
		var err error
		switch name {
		case "sum", "mean":
			acc, err = object.Binary(t, object.Add, acc, objectOf(v))
		case "prod":
			acc, err = object.Binary(t, object.Mul, acc, objectOf(v))
		case "max", "min":
			var less bool
			if less, err = object.Less(t, acc, objectOf(v)); less == (name == "max") {
				acc = objectOf(v)
			}
		default:
			return nil, typeError("%s of an object array is not supported here", name)
		}
		if err != nil {
			return nil, err
		}
	}
	if name == "mean" {
		return object.Binary(t, object.TrueDiv, acc, object.Int(len(values)))
	}
	return acc, nil
}

func spread(f func(a *array.Array, axes []int, ddof float64, keep bool, dtype array.Dtype) (*array.Array, error)) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := numeric(t, a[0])
		if err != nil {
			return nil, err
		}
		axes, err := axesOf(t, a[1])
		if err != nil {
			return nil, err
		}
		dtype, _, err := parseDtype(t, a[2])
		if err != nil {
			return nil, err
		}
		if a[8] != nil {
			a[4] = a[8]
		}
		ddof, err := object.ToFloat(t, a[4])
		if err != nil {
			return nil, err
		}
		keep, err := flag(t, a[5], false)
		if err != nil {
			return nil, err
		}
		if given(a[6]) {
			return nil, typeError("where= of std and var is not supported here: pick the elements with a mask first")
		}
		r, err := f(x, axes, ddof, keep, dtype)
		if err != nil {
			return nil, raised(err)
		}
		return stored(t, "std", a[3], result(r))
	}
}

func argReduce(f func(a *array.Array, axis int, keep bool) (*array.Array, error)) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		keep, err := flag(t, a[3], false)
		if err != nil {
			return nil, err
		}
		axis := 0
		shape := x.Shape()
		if given(a[1]) {
			if axis, err = object.Index(t, a[1]); err != nil {
				return nil, err
			}
		} else if x, err = x.Reshape(-1); err != nil {
			return nil, raised(err)
		}
		r, err := f(x, axis, keep)
		if err != nil {
			return nil, raised(err)
		}
		if keep && !given(a[1]) {
			ones := make([]int, len(shape))
			for i := range ones {
				ones[i] = 1
			}
			if r, err = r.Reshape(ones...); err != nil {
				return nil, raised(err)
			}
		}
		return stored(t, "argmax", a[2], result(r))
	}
}

func cumulative(op array.BinaryOp) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := numeric(t, a[0])
		if err != nil {
			return nil, err
		}
		dtype, _, err := parseDtype(t, a[2])
		if err != nil {
			return nil, err
		}
		axis := 0
		if given(a[1]) {
			if axis, err = object.Index(t, a[1]); err != nil {
				return nil, err
			}
		} else if x, err = x.Reshape(-1); err != nil {
			return nil, raised(err)
		}
		r, err := array.Accumulate(op, x, axis, dtype)
		if err != nil {
			return nil, raised(err)
		}
		return stored(t, op.String(), a[3], New(r))
	}
}

func peakToPeak(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	axes, err := axesOf(t, a[1])
	if err != nil {
		return nil, err
	}
	keep, err := flag(t, a[3], false)
	if err != nil {
		return nil, err
	}
	hi, err := array.Max(x, axes, keep)
	if err != nil {
		return nil, raised(err)
	}
	lo, err := array.Min(x, axes, keep)
	if err != nil {
		return nil, raised(err)
	}
	r, err := array.Binary(array.Subtract, array.Of(hi), array.Of(lo))
	return resultOf(r, err)
}

func countNonzero(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	if x, err = castTo(t, x, array.Bool, 0); err != nil {
		return nil, err
	}
	axes, err := axesOf(t, a[1])
	if err != nil {
		return nil, err
	}
	keep, err := flag(t, a[2], false)
	if err != nil {
		return nil, err
	}
	r, err := array.Sum(x, axes, keep, array.Int64)
	return resultOf(r, err)
}

func average(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	axes, err := ints(t, a[1])
	if err != nil {
		return nil, err
	}
	keep, err := flag(t, a[4], false)
	if err != nil {
		return nil, err
	}
	returned, err := flag(t, a[3], false)
	if err != nil {
		return nil, err
	}
	if !given(a[2]) {
		m, err := array.Mean(x, axes, keep, array.Invalid)
		if err != nil {
			return nil, raised(err)
		}
		if !returned {
			return result(m), nil
		}
		n, err := array.Binary(array.Divide, array.Of(array.Scalar(float64(x.Size()))), array.Operand{Array: array.Scalar(float64(max(m.Size(), 1))), Weak: array.WeakFloat})
		if err != nil {
			return nil, raised(err)
		}
		if n, err = n.BroadcastTo(m.Shape()); err != nil {
			return nil, raised(err)
		}
		return object.NewTuple(result(m), result(n)), nil
	}
	w, err := numeric(t, a[2])
	if err != nil {
		return nil, err
	}
	return weighted(x, w, axes, keep, returned)
}

func weighted(x, w *array.Array, axes []int, keep, returned bool) (object.Object, error) {
	if !array.EqualShape(x.Shape(), w.Shape()) {
		if len(axes) != 1 {
			return nil, typeError("Axis must be specified when shapes of a and weights differ.")
		}
		axis, err := array.NormalizeAxis(axes[0], x.Rank())
		if err != nil {
			return nil, raised(err)
		}
		if w.Rank() != 1 || w.Size() != x.Shape()[axis] {
			return nil, valueError("Shape of weights must be consistent with shape of a along specified axis.")
		}
		shape := make([]int, x.Rank())
		for i := range shape {
			shape[i] = 1
		}
		shape[axis] = w.Size()
		if w, err = w.Reshape(shape...); err != nil {
			return nil, raised(err)
		}
		if w, err = w.BroadcastTo(x.Shape()); err != nil {
			return nil, raised(err)
		}
	}
	d, err := array.ResultType(array.Of(x), array.Of(w))
	if err != nil {
		return nil, raised(err)
	}
	if d.IsInteger() || d == array.Bool {
		d = array.Float64
	}
	scale, err := array.Sum(w, axes, keep, d)
	if err != nil {
		return nil, raised(err)
	}
	zero, err := array.Binary(array.Equal, array.Of(scale), array.Operand{Array: array.Scalar(0.0), Weak: array.WeakFloat})
	if err != nil {
		return nil, raised(err)
	}
	if none, err := array.Any(zero, nil, false); err == nil && scalarTruth(none) {
		return nil, object.NewError(object.ZeroDivisionErrorClass, "Weights sum to zero, can't be normalized")
	}
	p, err := array.Binary(array.Multiply, array.Of(x), array.Of(w))
	if err != nil {
		return nil, raised(err)
	}
	if p, err = array.Sum(p, axes, keep, d); err != nil {
		return nil, raised(err)
	}
	if p, err = array.Binary(array.Divide, array.Of(p), array.Of(scale)); err != nil {
		return nil, raised(err)
	}
	if returned {
		return object.NewTuple(result(p), result(scale)), nil
	}
	return result(p), nil
}
