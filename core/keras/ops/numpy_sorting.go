package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// sortingOps put elements in order, and count them.
var sortingOps = []*Op{
	{Name: "argpartition", Class: "Argpartition", Sig: "x, kth, axis=-1", Init: "kth, axis", Setup: func(c *Call) {
		if !isInt(c.Arg("kth")) {
			c.value("kth must be an int, got %s.", c.show(c.Arg("kth")))
		}
	}, Infer: func(c *Call) object.Object {
		s := c.Shape("x")
		if !c.Given("axis") {
			s = flat(s)
		}
		return c.New(s, "int32")
	}, Kernel: argpartitionKernel},
	{Name: "argsort", Class: "Argsort", Sig: "x, axis=-1", Init: "axis", Infer: func(c *Call) object.Object { return c.New(c.sorted(), "int32") }, Kernel: argsortKernel},
	{Name: "ndim", Class: "Ndim", Sig: "x", Value: func(c *Call) object.Object { return object.Int(len(c.ShapeOr("x"))) }, Infer: func(c *Call) object.Object { return c.New(tensor.Shape{len(c.Shape("x"))}, "float32") },
		Eager: func(c *Call) object.Object { return object.Int(len(c.arrayShape(c.Arg("x")))) }},
	{Name: "size", Class: "Size", Sig: "x", Infer: func(c *Call) object.Object { return c.New(tensor.Shape{}, "int32") },
		Eager: func(c *Call) object.Object { return object.Int(c.arrayShape(c.Arg("x")).Size()) }},
	{Name: "sort", Class: "Sort", Sig: "x, axis=-1", Init: "axis", Infer: func(c *Call) object.Object { return c.New(c.sorted(), c.Dtype("x")) }, Kernel: sortKernel},
	{Name: "unique", Class: "Unique", Sig: "x, sorted=True, return_index=False, return_inverse=False, return_counts=False, axis=None, size=None, fill_value=None",
		Init: "sorted, return_index, return_inverse, return_counts, axis, size, fill_value", Infer: unique, Value: unknownCount(unique), Kernel: uniqueKernel},
}

// sorted is the shape of what was put in order along axis, or of all elements in a row.
func (c *Call) sorted() tensor.Shape {
	s := c.Shape("x")
	if !c.Given("axis") {
		return flat(s)
	}
	c.axis(c.Int("axis"), len(s))
	return s
}

func unique(c *Call) object.Object {
	s := c.Shape("x")
	n := c.IntOr("size", unknown)
	values, inverse := tensor.Shape{n}, s
	if c.Given("axis") {
		i := c.axis(c.Int("axis"), len(s))
		inverse = tensor.Shape{s[i]}
		values = s.Clone()
		values[i] = n
	}
	out := []object.Object{c.New(values, c.Dtype("x"))}
	for _, extra := range []struct {
		name  string
		shape tensor.Shape
	}{{"return_index", tensor.Shape{n}}, {"return_inverse", inverse}, {"return_counts", tensor.Shape{n}}} {
		if c.Bool(extra.name) {
			out = append(out, c.New(extra.shape.Clone(), "int32"))
		}
	}
	if len(out) == 1 {
		return out[0]
	}
	return object.NewTuple(out...)
}
