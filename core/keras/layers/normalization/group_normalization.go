package normalization

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// GroupNormalization normalizes groups of channels of each example.
var GroupNormalization = spec.Declare("keras.src.layers.normalization.group_normalization", "keras.layers.GroupNormalization", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Keeps the mean of each group of channels near zero and its spread near one.",
		Args: arg.Of(
			arg.Check(checkGroups), arg.BaseInit,
			arg.Int("groups", 32).Says("how many groups the channels make; -1 makes one of each"), arg.Int("axis", -1).Says("the axis of the channels"),
			arg.Float("epsilon", 0.001).Says("added to the variance, so that nothing is divided by zero"), affine(),
		),
		Kwargs: "kwargs", Masks: true, Setup: func(l *spec.Instance) error { return l.Set("autocast", false) },
		Takes: "inputs", Build: buildGroups, Output: sameShape, Call: callGroups,
	}
})

func checkGroups(l *spec.Instance) error {
	if n, ok := object.Of(l.Value("groups")).(object.Int); ok && n == -1 {
		return nil
	}
	if l.PositiveInteger("groups") != nil {
		return l.Bad("groups", l.Value("groups"), "a positive integer, or -1")
	}
	return nil
}

func buildGroups(l *spec.Instance, in spec.Shape) error {
	size, err := object.GetItem(l.T, in.Object(), l.Value("axis"))
	if err != nil {
		return err
	}
	n, known := object.Of(size).(object.Int)
	if !known {
		return l.Fail("axis", "the size of axis %s must be known, and the input's shape is %s.", l.Repr(l.Value("axis")), in.String())
	}
	dim := int(n)
	if l.Int("groups") == -1 {
		if err := l.Set("groups", dim); err != nil {
			return err
		}
	}
	switch groups := l.Int("groups"); {
	case dim < groups:
		return l.Fail("groups", "there are more groups (%d) than channels (%d).", groups, dim)
	case groups == 0:
		return object.NewError(object.ZeroDivisionErrorClass, "integer division or modulo by zero")
	case dim%groups != 0:
		return l.Fail("groups", "the channels (%d) must be a multiple of the groups (%d).", dim, groups)
	}
	axes := object.NewDict()
	if err := axes.Set(l.T, l.Value("axis"), size); err != nil {
		return err
	}
	if err := layers.SetInputSpec(l, "ndim", len(in), "axes", axes); err != nil {
		return err
	}
	if err := addPair(l, layers.ShapeObject(dim), l.Bool("scale"), l.Bool("center")); err != nil {
		return err
	}
	return l.Set("built", true)
}

// callGroups splits the channels into groups, normalizes each, and puts them together again.
func callGroups(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	x := a[0]
	in := c.Shape(x)
	axis := l.Int("axis")
	at := axis
	if at < 0 {
		at += len(in)
	}
	if c.Err != nil || at <= 0 || at >= len(in) || in[at] == tensor.Unknown {
		return nil, l.NotModelled("normalizing groups of a tensor of unknown size")
	}
	groups := l.Int("groups")
	split := func(dims []object.Object, size int) object.Object {
		out := append(append([]object.Object(nil), dims[:at]...), object.Int(groups), object.Int(size/groups))
		return object.NewTuple(append(out, dims[at+1:]...)...)
	}
	dims := append([]object.Object(nil), c.Items(c.Attr(x, "shape"))...)
	whole := object.NewTuple(append([]object.Object(nil), dims...)...)
	dims[0] = object.Int(-1)
	ones := in.Clone()
	var over []object.Object
	for i := range ones {
		ones[i] = 1
		if i > 0 {
			over = append(over, object.Int(i))
		}
	}
	over = append(over, object.Int(len(in)))
	over = append(over[:at-1:at-1], over[at:]...) // each group by itself
	dtype := c.Attr(x, "dtype")
	y := c.Do("cast", c.Do("reshape", x, split(dims, in[at])), object.Intern("float32"))
	both := c.Items(c.With("moments", []object.Object{y}, "axes", object.NewTuple(over...), "keepdims", true))
	if c.Err != nil {
		return nil, c.Err
	}
	inv := c.Do("rsqrt", c.Do("add", both[1], l.Value("epsilon")))
	if l.Bool("scale") {
		inv = c.Do("multiply", inv, c.Do("reshape", l.Value("gamma"), split(ones.Object().Items, in[at])))
	}
	res := c.Do("multiply", c.Do("negative", both[0]), inv)
	if l.Bool("center") {
		res = c.Do("add", res, c.Do("reshape", l.Value("beta"), split(ones.Object().Items, in[at])))
	}
	y = c.Do("cast", c.Do("add", c.Do("multiply", y, inv), res), dtype)
	return c.End(c.Do("cast", c.Do("reshape", y, whole), l.Value("compute_dtype")))
}
