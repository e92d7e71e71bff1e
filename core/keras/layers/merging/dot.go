package merging

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Dot multiplies two tensors and adds up along an axis of each.
var Dot = merging("Dot", "dot", "Multiplies two tensors and adds up along one axis of each.", "axes=-1, ", func() spec.Class {
	return spec.Class{

		Args: arg.Of(
			arg.Check(checkAxes), arg.Any("axes").Says("the axis of both tensors, or one for each"),
			arg.Bool("normalize", false).Says("whether both are scaled to length one first"),
		),
		Masks: true, Setup: func(l *spec.Instance) error { return l.Set("_reshape_required", false) },
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape", Do: buildDot},
			{Name: "compute_output_shape", Takes: "input_shape", Do: dotShape},
			{Name: "compute_mask", Takes: "inputs, mask=None", Do: func(*spec.Instance, []object.Object) (object.Object, error) {
				return object.None, nil
			}},
			mergeMethod(dot),
		},
	}
})

func isInt(v object.Object) bool {
	switch object.Of(v).(type) {
	case object.Int, object.Bool, *object.BigInt:
		return true
	}
	return false
}

func checkAxes(l *spec.Instance) error {
	v := l.Given.Get("axes")
	if isInt(v) {
		return nil
	}
	axes, ok := listed(v)
	if !ok {
		return l.BadType("axes", v, "an integer, or two of them")
	}
	if len(axes) != 2 || !isInt(axes[0]) || !isInt(axes[1]) {
		return l.Bad("axes", v, "an integer, or two of them")
	}
	return nil
}

// dotAxes returns the axis of each tensor. A single negative one counts from the end of each.
func dotAxes(l *spec.Instance, a, b int) ([2]int, error) {
	if !isInt(l.Value("axes")) {
		axes := l.Ints("axes")
		return [2]int{axes[0], axes[1]}, nil
	}
	axis := l.Int("axes")
	if axis >= 0 {
		return [2]int{axis, axis}, nil
	}
	if a == 0 || b == 0 {
		return [2]int{}, object.NewError(object.ZeroDivisionErrorClass, "integer division or modulo by zero")
	}
	return [2]int{((axis % a) + a) % a, ((axis % b) + b) % b}, nil
}

// place turns an axis into an index from the front.
func place(axis, rank int) (int, error) {
	if axis < 0 {
		axis += rank
	}
	if axis < 0 || axis >= rank {
		return 0, beyond()
	}
	return axis, nil
}

// places returns the two axes as indexes from the front.
func places(l *spec.Instance, a, b spec.Shape) (i, j int, err error) {
	axes, err := dotAxes(l, len(a), len(b))
	if err != nil {
		return 0, 0, err
	}
	if i, err = place(axes[0], len(a)); err != nil {
		return 0, 0, err
	}
	j, err = place(axes[1], len(b))
	return i, j, err
}

func twoShapes(l *spec.Instance, v object.Object) (a, b spec.Shape, err error) {
	shapes, err := shapesOf(l, v)
	if err != nil || len(shapes) != 2 {
		if err == nil {
			err = notAList(l, v)
		}
		return nil, nil, err
	}
	return shapes[0], shapes[1], nil
}

func buildDot(l *spec.Instance, a []object.Object) (object.Object, error) {
	first, err := object.GetItem(l.T, a[0], object.Int(0))
	if err != nil {
		return nil, err
	}
	if _, ok := listed(first); !ok {
		return nil, l.Bad("inputs", a[0], "a list of two tensors")
	}
	x, y, err := twoShapes(l, a[0])
	if err != nil || x == nil || y == nil {
		return nil, err
	}
	i, j, err := places(l, x, y)
	if err != nil {
		return nil, err
	}
	if x[i] != y[j] {
		return nil, l.Fail("axes", "both tensors must have the same size on their axis: it is %s on axis %d of %s, and %s on axis %d of %s.",
			tensor.DimString(x[i]), i, x.String(), tensor.DimString(y[j]), j, y.String())
	}
	return nil, nil
}

func dotShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	if items, ok := listed(a[0]); !ok || len(items) != 2 {
		return nil, l.Bad("inputs", a[0], "a list of two tensors")
	}
	x, y, err := twoShapes(l, a[0])
	if err == nil && (x == nil || y == nil) {
		err = object.TypeError("'NoneType' object is not iterable")
	}
	if err != nil {
		return nil, err
	}
	i, j, err := places(l, x, y)
	if err != nil {
		return nil, err
	}
	out := append(x[:i:i].Clone(), x[i+1:]...)
	rest := append(y[:j:j].Clone(), y[j+1:]...)
	if len(rest) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "pop from empty list")
	}
	if out = append(out, rest[1:]...); len(out) == 1 {
		out = append(out, 1)
	}
	return out.Object(), nil
}

// dot multiplies two tensors with values.
func dot(l *spec.Instance, inputs []object.Object) (object.Object, error) {
	if err := exactlyTwo(l, object.NewList(inputs...)); err != nil {
		return nil, err
	}
	c := layers.NewCalc(l)
	x, y := inputs[0], inputs[1]
	a, b := c.Shape(x), c.Shape(y)
	if c.Err != nil {
		return nil, c.Err
	}
	i, j, err := places(l, a, b)
	if err != nil {
		return nil, err
	}
	if l.Bool("normalize") {
		x = c.With("normalize", []object.Object{x}, "axis", i)
		y = c.With("normalize", []object.Object{y}, "axis", j)
	}
	if err := checkDot(l, a, b, i, j); err != nil {
		return nil, err
	}
	out := c.Do("einsum", object.NewStr(dotEquation(len(a), len(b), i, j)), x, y)
	if len(a) == 2 && len(b) == 2 {
		out = c.Do("expand_dims", out, object.Int(-1))
	}
	return c.End(out)
}

// checkDot checks the shapes of tensors with values.
func checkDot(l *spec.Instance, a, b spec.Shape, i, j int) error {
	differ := func(m, n int) bool { return m != n && m != tensor.Unknown && n != tensor.Unknown }
	switch {
	case len(a) < 2 || len(b) < 2:
		return l.Fail("axes", "both tensors must have two dimensions or more, and their shapes are %s and %s.", a.String(), b.String())
	case differ(a[0], b[0]):
		return l.Fail("axes", "both tensors must have the same batch, and their shapes are %s and %s.", a.String(), b.String())
	case i == 0 || j == 0:
		return l.Fail("axes", "the axis cannot be the batch.")
	case differ(a[i], b[j]):
		return l.Fail("axes", "both tensors must have the same size on their axis: it is %d and %d.", a[i], b[j])
	}
	return nil
}

// dotEquation writes the product as an einsum equation: "abc,ac->ab" for axis 2 of the first and 1 of the second.
func dotEquation(m, n, i, j int) string {
	letter := byte('b')
	next := func() byte { letter++; return letter - 1 }
	summed := next()
	out := []byte("a")
	side := func(rank, axis int) []byte {
		s := []byte("a")
		for at := 1; at < rank; at++ {
			if at == axis {
				s = append(s, summed)
				continue
			}
			s = append(s, next())
			out = append(out, s[at])
		}
		return s
	}
	left, right := side(m, i), side(n, j)
	return string(left) + "," + string(right) + "->" + string(out)
}
