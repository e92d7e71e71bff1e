package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// vectorized is what np.vectorize makes: a function that is called for each element.
type vectorized struct {
	f       object.Object
	otypes  []array.Dtype
	exclude map[string]bool
}

var vectorizeClass = object.NewType("vectorize", "numpy", nil).Final()

// Class returns numpy.vectorize.
func (*vectorized) Class() *object.Class { return vectorizeClass }

func addFunctional() {
	table["vectorize"] = vectorizeClass
	register(
		fn("apply_along_axis", "(func1d, axis, arr, /, *args, **kwargs)", "Calls a function for each line of an array.", applyAlongAxis),
		fn("apply_over_axes", "(func, a, axes)", "Calls a function for each axis in turn.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			axes, err := ints(t, a[2])
			if err != nil {
				return nil, err
			}
			v := a[1]
			for _, ax := range axes {
				x, err := arr(t, v)
				if err != nil {
					return nil, err
				}
				if v, err = object.Call(t, a[0], New(x), object.Int(ax)); err != nil {
					return nil, err
				}
				r, err := arr(t, v)
				if err != nil {
					return nil, err
				}
				if r.Rank() < x.Rank() {
					if v, err = expandDims(t, []object.Object{New(r), object.Int(ax)}); err != nil {
						return nil, err
					}
				}
			}
			return v, nil
		}),
		fn("piecewise", "(x, condlist, funclist, *args, **kw)", "Evaluates a function given in pieces.", piecewise),
		fn("polyfit", "(x, y, deg, rcond=None, full=False, w=None, cov=False)", "Fits a polynomial.", polyfit),
		fn("polyval", "(p, x)", "Evaluates a polynomial.", polyval),
		fn("ndenumerate", "(arr)", "Returns places and elements.", ndenumerate),
		fn("ndindex", "(*shape)", "Returns the places of a shape.", ndindex),
		fn("seterr", "(all=None, divide=None, over=None, under=None, invalid=None)", "Accepts how errors are handled; warnings are not given here.", errorState),
		fn("geterr", "()", "Returns how errors are handled.", errorState),
		fn("errstate", "(**kwargs)", "A context in which errors are ignored.", func(*object.Thread, []object.Object) (object.Object, error) {
			return &nullContext{}, nil
		}),
		fn("load", "(file, *args, **kwargs)", "Not available.", noFiles), fn("save", "(file, *args, **kwargs)", "Not available.", noFiles),
		fn("savez", "(file, *args, **kwargs)", "Not available.", noFiles), fn("savez_compressed", "(file, *args, **kwargs)", "Not available.", noFiles),
		fn("loadtxt", "(fname, *args, **kwargs)", "Not available.", noFiles), fn("savetxt", "(fname, *args, **kwargs)", "Not available.", noFiles),
		fn("genfromtxt", "(fname, *args, **kwargs)", "Not available.", noFiles), fn("fromfile", "(file, *args, **kwargs)", "Not available.", noFiles),
	)
}

func noFiles(_ *object.Thread, _ []object.Object) (object.Object, error) {
	return nil, object.NewError(object.FileNotFoundErrorClass, "there are no files here: build the array in the program, for example with np.array or np.arange")
}

func newVectorized(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	v, err := object.ParseSignature("(pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None)").Bind(t, "vectorize", nil, a, nil)
	if err != nil {
		return nil, err
	}
	if given(v[5]) {
		return nil, valueError("signature of np.vectorize is not supported here")
	}
	out := &vectorized{f: v[0]}
	if s, ok := object.AsString(v[1]); ok {
		for _, c := range s {
			d, _, ok := array.ParseDtype(string(c))
			if !ok {
				return nil, valueError("Invalid otype specified: %s", s)
			}
			out.otypes = append(out.otypes, d)
		}
	} else if given(v[1]) {
		items, err := object.Items(t, v[1])
		if err != nil {
			return nil, err
		}
		for _, o := range items {
			d, _, err := dtypeOr(t, o, array.Float64)
			if err != nil {
				return nil, err
			}
			out.otypes = append(out.otypes, d)
		}
	}
	return out, nil
}

// Call broadcasts the arguments and calls the function for each place.
func (v *vectorized) Call(t *object.Thread, a object.Args) (object.Object, error) {
	list := make([]*array.Array, len(a.Pos))
	var shapes [][]int
	for i, o := range a.Pos {
		x, err := arr(t, o)
		if err != nil {
			return nil, err
		}
		list[i] = x
		shapes = append(shapes, x.Shape())
	}
	shape, err := array.BroadcastShapes(shapes...)
	if err != nil {
		return nil, raised(err)
	}
	for i, x := range list {
		if x, err = x.BroadcastTo(shape); err == nil {
			list[i], err = x.Reshape(-1)
		}
		if err != nil {
			return nil, raised(err)
		}
	}
	return v.each(t, list, a.Kw, shape)
}

func (v *vectorized) each(t *object.Thread, list []*array.Array, kw []object.Kwarg, shape []int) (object.Object, error) {
	n := 1
	for _, d := range shape {
		n *= d
	}
	if n == 0 && v.otypes == nil {
		return nil, valueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
	}
	results := make([]object.Object, n)
	for i := range results {
		args := object.Args{Kw: kw}
		for _, x := range list {
			args.Pos = append(args.Pos, result(x.At(0, i)))
		}
		r, err := object.CallArgs(t, v.f, args)
		if err != nil {
			return nil, err
		}
		results[i] = r
	}
	if n > 0 {
		if first, ok := results[0].(*object.Tuple); ok {
			return v.columns(t, results, len(first.Items), shape)
		}
	}
	return v.gather(t, results, 0, shape)
}

func (v *vectorized) columns(t *object.Thread, results []object.Object, n int, shape []int) (object.Object, error) {
	out := make([]object.Object, n)
	for c := range out {
		column := make([]object.Object, len(results))
		for i, r := range results {
			tuple, ok := r.(*object.Tuple)
			if !ok || len(tuple.Items) != n {
				return nil, valueError("the function of np.vectorize must always return as many values")
			}
			column[i] = tuple.Items[c]
		}
		x, err := v.gather(t, column, c, shape)
		if err != nil {
			return nil, err
		}
		out[c] = x
	}
	return object.NewTuple(out...), nil
}

// gather makes an array of results; its dtype is that of the first one, as in numpy.
func (v *vectorized) gather(t *object.Thread, results []object.Object, c int, shape []int) (object.Object, error) {
	d, width := array.Invalid, 0
	if c < len(v.otypes) {
		d = v.otypes[c]
	} else if len(results) > 0 {
		first, err := arr(t, results[0])
		if err != nil {
			return nil, err
		}
		d = first.Dtype()
	}
	x, err := fromObject(t, object.NewList(results...), d, width)
	if err == nil {
		x, err = x.Reshape(shape...)
	}
	return arrayOf(x, err)
}

func applyAlongAxis(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[2])
	if err != nil {
		return nil, err
	}
	axis, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if axis, err = array.NormalizeAxis(axis, x.Rank()); err != nil {
		return nil, raised(err)
	}
	m, err := x.MoveAxis([]int{axis}, []int{-1})
	if err != nil {
		return nil, raised(err)
	}
	outer := m.Shape()[:m.Rank()-1]
	n := m.Shape()[m.Rank()-1]
	rows, err := m.Reshape(-1, n)
	if err != nil {
		return nil, raised(err)
	}
	args := object.Args{Pos: append([]object.Object{nil}, a[3].(*object.Tuple).Items...)}
	for k, v := range a[4].(*object.Dict).All() {
		args.Kw = append(args.Kw, object.Kwarg{Name: k.(*object.Str), Value: v})
	}
	parts := make([]*array.Array, rows.Shape()[0])
	for i := range parts {
		args.Pos[0] = New(rows.At(0, i))
		r, err := object.CallArgs(t, a[0], args)
		if err != nil {
			return nil, err
		}
		if parts[i], err = arr(t, r); err != nil {
			return nil, err
		}
	}
	if len(parts) == 0 {
		return nil, valueError("Cannot apply_along_axis when any iteration dimensions are 0")
	}
	all, err := array.Stack(parts, 0, array.Invalid)
	if err != nil {
		return nil, raised(err)
	}
	inner := all.Shape()[1:]
	if all, err = all.Reshape(append(append([]int{}, outer...), inner...)...); err != nil {
		return nil, raised(err)
	}
	for k := range inner { // the result's dimensions stand where the axis stood
		if all, err = all.MoveAxis([]int{len(outer) + k}, []int{axis + k}); err != nil {
			return nil, raised(err)
		}
	}
	return result(all), nil
}

func piecewise(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	conds, err := arrays(t, a[1])
	if err != nil {
		return nil, err
	}
	funcs, err := object.Items(t, a[2])
	if err != nil {
		return nil, err
	}
	out, err := array.New(t, x.Dtype(), x.Shape()...)
	if err != nil {
		return nil, raised(err)
	}
	if len(funcs) != len(conds) && len(funcs) != len(conds)+1 {
		return nil, valueError("with %d condition(s), either %d or %d functions are expected", len(conds), len(conds), len(conds)+1)
	}
	if len(funcs) == len(conds)+1 {
		rest, err := array.New(t, array.Bool, x.Shape()...)
		for _, c := range conds {
			if err == nil {
				rest, err = array.Binary(array.LogicalOr, array.Of(rest), array.Of(c))
			}
		}
		if err == nil {
			rest, err = array.Unary(array.LogicalNot, rest)
		}
		if err != nil {
			return nil, raised(err)
		}
		conds = append(conds, rest)
	}
	for i, c := range conds {
		key := New(c)
		v := funcs[i]
		if object.IsCallable(v) {
			part, err := newArray(x).GetItem(t, key)
			if err != nil {
				return nil, err
			}
			args := append([]object.Object{part}, a[3].(*object.Tuple).Items...)
			if v, err = object.Call(t, v, args...); err != nil {
				return nil, err
			}
		}
		if err := newArray(out).SetItem(t, key, v); err != nil {
			return nil, err
		}
	}
	return New(out), nil
}

func polyfit(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	deg, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	if deg < 0 {
		return nil, valueError("expected deg >= 0")
	}
	if deg > 1000 {
		return nil, valueError("a polynomial of degree %d is too large: at most 1000 can be fitted here", deg)
	}
	if x.Rank() != 1 || x.Size() == 0 || y.Rank() == 0 || y.Shape()[0] != x.Size() {
		return nil, typeError("expected x and y to have same length")
	}
	columns := make([]*array.Array, deg+1)
	scales := make([]float64, deg+1)
	for i := range columns {
		c, err := array.Binary(array.Power, array.Of(x), array.Operand{Array: array.Scalar(float64(deg - i)), Weak: array.WeakFloat})
		if err == nil {
			c, err = c.Cast(array.Float64)
		}
		if err != nil {
			return nil, raised(err)
		}
		n, err := wholeNorm(c, false)
		if err != nil {
			return nil, err
		}
		scales[i], _ = object.AsFloat64(n)
		if columns[i], err = array.Binary(array.Divide, array.Of(c), array.Operand{Array: array.Scalar(scales[i]), Weak: array.WeakFloat}); err != nil {
			return nil, raised(err)
		}
	}
	m, err := array.Stack(columns, 1, array.Invalid)
	if err != nil {
		return nil, raised(err)
	}
	u, s, vt, _, err := inverseSingular(m, floatEps*float64(x.Size()))
	if err != nil {
		return nil, raised(err)
	}
	c, err := applyInverse(u, s, vt, y)
	if err != nil {
		return nil, raised(err)
	}
	scale, err := array.FromSlice(t, scales, len(scales))
	if err == nil && c.Rank() == 2 {
		scale, err = scale.ExpandDims(1)
	}
	if err != nil {
		return nil, raised(err)
	}
	r, err := array.Binary(array.Divide, array.Of(c), array.Of(scale))
	return arrayOf(r, err)
}

func polyval(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	if p, err = p.Reshape(-1); err != nil {
		return nil, raised(err)
	}
	x, err := arr(t, a[1])
	if err != nil {
		return nil, err
	}
	zero, err := array.New(t, x.Dtype(), x.Shape()...)
	if err != nil {
		return nil, raised(err)
	}
	var acc object.Object = result(zero)
	for i := range p.Size() {
		if acc, err = object.Binary(t, object.Mul, acc, result(x)); err != nil {
			return nil, err
		}
		if acc, err = object.Binary(t, object.Add, acc, result(p.At(0, i))); err != nil {
			return nil, err
		}
	}
	return acc, nil
}

// places lists the coordinates of a shape.
func places(t *object.Thread, shape []int) ([]object.Object, error) {
	n, err := array.Count(shape)
	if err != nil {
		return nil, raised(err)
	}
	if err := t.Alloc(int64(n) * 64); err != nil {
		return nil, err
	}
	out := make([]object.Object, n)
	for i := range out {
		index := make([]int, len(shape))
		rest := i
		for d := len(shape) - 1; d >= 0; d-- {
			index[d] = rest % shape[d]
			rest /= shape[d]
		}
		out[i] = shapeTuple(index)
	}
	return out, nil
}

func ndindex(t *object.Thread, a []object.Object) (object.Object, error) {
	shape, err := variadicInts(t, a[0])
	if err != nil {
		return nil, err
	}
	list, err := places(t, shape)
	if err != nil {
		return nil, err
	}
	return object.Iter(t, object.NewList(list...))
}

func ndenumerate(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	list, err := places(t, x.Shape())
	if err != nil {
		return nil, err
	}
	flat, err := x.Reshape(-1)
	if err != nil {
		return nil, raised(err)
	}
	for i, p := range list {
		list[i] = object.NewTuple(p, result(flat.At(0, i)))
	}
	return object.Iter(t, object.NewList(list...))
}

func errorState(*object.Thread, []object.Object) (object.Object, error) {
	d := object.NewDict()
	for _, name := range []string{"divide", "over", "under", "invalid"} {
		v := "warn"
		if name == "under" {
			v = "ignore"
		}
		d.SetName(name, object.NewStr(v))
	}
	return d, nil
}

// nullContext is np.errstate: nothing is warned of here, so there is nothing to silence.
type nullContext struct{}

var nullContextClass = object.NewType("errstate", "numpy", nil).Final()

// Class returns the type of np.errstate's result.
func (*nullContext) Class() *object.Class { return nullContextClass }

func addNullContext() {
	nullContextClass.Methods(
		object.Func("__enter__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return object.None, nil }),
		object.Func("__exit__", "(self, /, *exc)", "", func(*object.Thread, []object.Object) (object.Object, error) { return object.False, nil }))
}
