package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// linearOps are products of vectors, matrices and tensors.
var linearOps = []*Op{
	{Name: "correlate", Class: "Correlate", Sig: "x1, x2, mode='valid'", Init: "mode", Infer: correlate, Kernel: viaNumpy("correlate", "x1 x2", "mode")},
	{Name: "cross", Class: "Cross", Sig: "x1, x2, axisa=-1, axisb=-1, axisc=-1, axis=None", Init: "axisa, axisb, axisc, axis", Infer: cross, Kernel: crossKernel},
	{Name: "dot", Class: "Dot", Sig: "x1, x2", Infer: dot, Kernel: productKernel(array.Dot)},
	{Name: "einsum", Class: "Einsum", Sig: "subscripts, *operands, **kwargs", Init: "subscripts", Infer: einsum, Kernel: einsumKernel},
	{Name: "inner", Class: "Inner", Sig: "x1, x2", Infer: inner, Kernel: productKernel(innerOf)},
	{Name: "kron", Class: "Kron", Sig: "x1, x2", Value: noBools(kronValue), Infer: func(c *Call) object.Object {
		a, b := c.ShapeOr("x1"), c.ShapeOr("x2")
		out := make(tensor.Shape, min(len(a), len(b)))
		for i := range out {
			out[i] = tensor.MulDims(a[i], b[i])
		}
		return c.New(out, c.Result(c.standard("x1"), c.standard("x2")))
	}, Kernel: viaNumpy("kron", "x1 x2", "")},
	{Name: "matmul", Class: "Matmul", Sig: "x1, x2", Infer: matmul, Kernel: productKernel(array.MatMul)},
	{Name: "outer", NoLists: "x1 x2", Class: "Outer", Sig: "x1, x2", Infer: func(c *Call) object.Object {
		return c.New(tensor.Shape{c.ShapeOr("x1").Size(), c.ShapeOr("x2").Size()}, c.ResultOf("x1", "x2"))
	}, Kernel: productKernel(outerOf)},
	{Name: "slogdet", Class: "Slogdet", Sig: "x", Infer: slogdet, Value: squareOf(slogdet), Kernel: slogdetKernel},
	{Name: "tensordot", Class: "Tensordot", Sig: "x1, x2, axes=2", Init: "axes", Infer: tensordot, Kernel: tensordotKernel},
	{Name: "trace", Class: "Trace", Sig: "x, offset=0, axis1=0, axis2=1", Init: "offset, axis1, axis2", Infer: func(c *Call) object.Object {
		s := c.Shape("x")
		i, j := c.axis(c.Int("axis1"), len(s)), c.axis(c.Int("axis2"), len(s))
		if i == j {
			c.value("axis1 and axis2 must be different, got %d and %d.", c.Int("axis1"), c.Int("axis2"))
		}
		return c.New(without(s, i, j), widened(c.Dtype("x")))
	}, Kernel: traceKernel},
	{Name: "vdot", Class: "Vdot", Sig: "x1, x2", Value: vdotValue, Infer: func(c *Call) object.Object { return c.New(tensor.Shape{}, c.ResultOf("x1", "x2")) }, Kernel: productKernel(vdotOf)},
}

func matmul(c *Call) object.Object {
	a, b := c.ShapeOr("x1"), c.ShapeOr("x2")
	if c.jax() {
		if len(a) == 0 || len(b) == 0 {
			c.value("both tensors must have a dimension or more, got shapes %s and %s.", a, b)
		}
		c.contract(a[len(a)-1], b[max(0, len(b)-2)], a, b)
	}
	s, err := Matmul(a, b)
	must(err)
	return c.Sparse(s, c.productDtype(c.standard("x1"), c.standard("x2")), c.sparse("x1", true) && c.sparse("x2", true))
}

// productDtype is the dtype of a product: that of int8 tensors is kept in int32.
func (c *Call) productDtype(list ...Dtype) string {
	for _, d := range list {
		if d.Name != "int8" {
			return c.Result(list...)
		}
	}
	return "int32"
}

func dot(c *Call) object.Object {
	a, b := c.ShapeOr("x1"), c.ShapeOr("x2")
	d := c.ResultOf("x1", "x2")
	switch {
	case len(a) == 0 || len(b) == 0:
		if c.traced {
			return c.New(c.broadcast(a, b), d)
		}
		out, err := Do(c.T, "multiply", c.Arg("x1"), c.Arg("x2"))
		must(err)
		return out
	case len(a) == 1 && len(b) == 1:
		if c.jax() {
			c.contract(a[0], b[0], a, b)
		}
		return c.New(tensor.Shape{}, d)
	case len(b) == 1:
		if a[len(a)-1] != b[0] {
			c.unfit("the last dimension of x1 must equal that of x2, got shapes %s and %s.", a, b)
		}
		return c.New(a[:len(a)-1], d)
	}
	c.contract(a[len(a)-1], b[len(b)-2], a, b)
	return c.New(joined(a[:len(a)-1], b[:len(b)-2], b[len(b)-1:]), d)
}

func inner(c *Call) object.Object {
	a, b := c.ShapeOr("x1"), c.ShapeOr("x2")
	d := c.ResultOf("x1", "x2")
	switch {
	case len(a) == 0:
		return c.New(b, d)
	case len(b) == 0:
		return c.New(a, d)
	}
	c.contract(a[len(a)-1], b[len(b)-1], a, b)
	return c.New(joined(a[:len(a)-1], b[:len(b)-1]), d)
}

func cross(c *Call) object.Object {
	a, b := c.Shape("x1"), c.Shape("x2")
	axisA, axisB, axisC := c.Arg("axisa"), c.Arg("axisb"), c.Arg("axisc")
	if c.Given("axis") {
		axisA, axisB, axisC = c.Arg("axis"), c.Arg("axis"), c.Arg("axis")
	}
	i, j := c.at(c.asInt("axisa", axisA), len(a)), c.at(c.asInt("axisb", axisB), len(b))
	m, n := a[i], b[j]
	out := c.broadcast(without(a, i), without(b, j))
	for k, size := range []int{m, n} {
		if size >= 0 && size != 2 && size != 3 {
			c.value("x%d must have 2 or 3 components along its axis, got %d.", k+1, size)
		}
	}
	rank := len(out)
	if m == 3 || n == 3 {
		rank++
	}
	at := c.axis(c.asInt("axisc", axisC), rank)
	if rank > len(out) {
		out = inserted(out, at, 3)
	}
	return c.New(out, c.Result(Dtype{c.Dtype("x1"), false}, Dtype{c.Dtype("x2"), false}))
}

func tensordot(c *Call) object.Object {
	a, b := c.ShapeOr("x1"), c.ShapeOr("x2")
	d := c.ResultOf("x1", "x2")
	if isInt(c.Arg("axes")) {
		n := c.Int("axes")
		if n <= 0 {
			return c.New(joined(a, b), d)
		}
		if c.jax() {
			if n > len(a) || n > len(b) {
				c.unfit("axes=%d is more than the dimensions of the shapes %s and %s.", n, a, b)
			}
			for i := range n {
				c.contract(a[len(a)-n+i], b[i], a, b)
			}
		}
		return c.New(joined(a[:max(len(a)-n, 0)], b[min(n, len(b)):]), d)
	}
	lists := c.Items("axes")
	if len(lists) < 2 {
		fail(object.NewError(object.IndexErrorClass, "tensordot() takes axes as an int or as a pair of lists."))
	}
	left, right := c.places(lists[0], len(a)), c.places(lists[1], len(b))
	pick := func(s tensor.Shape, at []int) tensor.Shape {
		out := tensor.Shape{}
		for _, i := range at {
			out = append(out, s[i])
		}
		return out
	}
	if x, y := pick(a, left), pick(b, right); !c.sameShape(x, y) {
		c.unfit("the summed dimensions must have equal sizes, got %s and %s.", x, y)
	}
	return c.New(joined(without(a, left...), without(b, right...)), d)
}

// places reads a list of axes, as Python indexes with them.
func (c *Call) places(v object.Object, n int) []int {
	var list []object.Object
	if isInt(v) && c.traced {
		list = []object.Object{v}
	} else {
		var err error
		list, err = object.Items(c.T, v)
		must(err)
	}
	out := make([]int, len(list))
	for i, a := range list {
		out[i] = c.at(c.asInt("axes", a), n)
	}
	return out
}

func correlate(c *Call) object.Object {
	a, b := c.ShapeOr("x1"), c.ShapeOr("x2")
	for i, s := range []tensor.Shape{a, b} {
		if len(s) != 1 {
			c.value("x%d must have one dimension, got shape %s.", i+1, s)
		}
	}
	m, n := a[0], b[0]
	if !c.traced && (m == unknown || n == unknown) {
		c.typeError("the sizes of x1 and x2 must be known, got shapes %s and %s.", a, b)
	}
	size := unknown
	known := m >= 0 && n >= 0
	switch mode := c.Text("mode"); {
	case mode != "valid" && mode != "same" && mode != "full":
		c.value("mode must be 'valid', 'same' or 'full', got '%s'.", mode)
	case mode == "full":
		size = tensor.SubDims(tensor.AddDims(m, n), 1)
	case mode == "same" && known:
		size = max(m, n)
	case known:
		size = max(m, n) - min(m, n) + 1
	}
	d := c.ResultOf("x1", "x2")
	switch d {
	case "int64":
		d = "float64"
	case "bfloat16", "float16", "float64":
	default:
		d = "float32"
	}
	return c.New(tensor.Shape{size}, d)
}

func slogdet(c *Call) object.Object {
	s, d := c.Shape("x"), c.Dtype("x")
	batch := s[:max(len(s)-2, 0)]
	sign := tensor.Shape{} // as Keras says of symbols
	if c.eager {
		batch, sign = batch.Clone(), batch
	}
	return object.NewTuple(c.New(sign, d), c.New(batch, d))
}
