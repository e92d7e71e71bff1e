package merging

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Concatenate joins tensors along an axis.
var Concatenate = merging("Concatenate", "concatenate", "Joins tensors along an axis.", "axis=-1, ", func() spec.Class {
	return spec.Class{

		Args:  arg.Of(arg.Int("axis", -1).Says("the axis that they are joined along")),
		Masks: true, Setup: func(l *spec.Instance) error { return l.Set("_reshape_required", false) },
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape", Do: buildConcatenate},
			{Name: "compute_output_shape", Takes: "input_shape", Do: joinedShape},
			{Name: "compute_mask", Takes: "inputs, mask=None", Do: joinedMask},
			mergeMethod(func(l *spec.Instance, inputs []object.Object) (object.Object, error) {
				return layers.DoWith(l, "concatenate", []object.Object{object.NewList(inputs...)}, arg.Pairs("axis", l.Value("axis")))
			}),
		},
	}
})

// axisOf is the axis as an integer.
func axisOf(l *spec.Instance) (int, error) {
	switch x := object.Of(l.Value("axis")).(type) {
	case object.Int:
		return int(x), nil
	case object.Bool:
		return l.Int("axis"), nil
	}
	return 0, l.BadType("axis", l.Value("axis"), "an integer")
}

func buildConcatenate(l *spec.Instance, a []object.Object) (object.Object, error) {
	n, err := object.Len(l.T, a[0])
	if err != nil {
		return nil, err
	}
	if n == 0 {
		return nil, notAList(l, a[0])
	}
	first, err := object.GetItem(l.T, a[0], object.Int(0))
	if err != nil {
		return nil, err
	}
	if _, ok := listed(first); !ok {
		return nil, notAList(l, a[0])
	}
	shapes, err := shapesOf(l, a[0])
	if err != nil {
		return nil, err
	}
	axis, err := axisOf(l)
	if err != nil {
		return nil, err
	}
	rest := make([]spec.Shape, len(shapes))
	for i, s := range shapes {
		if rest[i], err = withoutAxis(s, axis); err != nil {
			return nil, err
		}
	}
	for i, s := range rest {
		for _, other := range rest[:i] {
			if !agree(s, other) {
				return nil, l.Fail("axis", "the inputs must have the same sizes on all axes but axis=%d, and their shapes are %s.", axis, l.Repr(a[0]))
			}
		}
	}
	return nil, nil
}

// withoutAxis takes an axis off a shape that has it.
func withoutAxis(s spec.Shape, axis int) (spec.Shape, error) {
	switch {
	case s == nil:
		return nil, object.TypeError("'NoneType' object is not iterable")
	case len(s) == 0:
		return nil, object.NewError(object.ZeroDivisionErrorClass, "integer division or modulo by zero")
	case axis >= len(s):
		return s, nil
	case axis < -len(s):
		return nil, object.NewError(object.IndexErrorClass, "list assignment index out of range")
	case axis < 0:
		axis += len(s)
	}
	return append(s[:axis:axis].Clone(), s[axis+1:]...), nil
}

func agree(a, b spec.Shape) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] && a[i] != tensor.Unknown && b[i] != tensor.Unknown {
			return false
		}
	}
	return true
}

func joinedShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	items, ok := listed(a[0])
	if !ok {
		return nil, notAList(l, a[0])
	}
	if len(items) == 0 {
		return nil, beyond()
	}
	if _, ok := listed(items[0]); !ok {
		return nil, notAList(l, a[0])
	}
	shapes, err := shapesOf(l, a[0])
	if err != nil {
		return nil, err
	}
	axis, err := axisOf(l)
	if err != nil {
		return nil, err
	}
	out := shapes[0].Clone()
	for _, s := range shapes[1:] {
		i, j := axis, axis
		if axis < 0 {
			i, j = axis+len(out), axis+len(s)
		}
		if i < 0 || j < 0 || i >= len(out) || j >= len(s) {
			return nil, beyond()
		}
		if out[i] = tensor.AddDims(out[i], s[j]); out[i] == tensor.Unknown {
			break
		}
	}
	return out.Object(), nil
}

// joinedMask joins the masks; an input without one is kept whole.
func joinedMask(l *spec.Instance, a []object.Object) (object.Object, error) {
	in, of, err := masks(l, a[0], a[1])
	if err != nil || of == nil {
		return object.None, err
	}
	some := false
	for _, m := range of {
		some = some || m != object.None
	}
	if !some {
		return object.None, nil
	}
	c := layers.NewCalc(l)
	list := object.NewList()
	for i, m := range of {
		switch {
		case m == object.None:
			m = c.With("ones_like", in[i:i+1], "dtype", "bool")
		case len(c.Shape(m)) < len(c.Shape(in[i])):
			m = c.Do("logical_or", c.With("expand_dims", []object.Object{m}, "axis", -1), c.With("zeros_like", in[i:i+1], "dtype", "bool"))
		}
		list.Items = append(list.Items, m)
	}
	joined := c.With("concatenate", []object.Object{list}, "axis", l.Value("axis"))
	return c.End(c.With("any", []object.Object{joined}, "axis", -1, "keepdims", false))
}
