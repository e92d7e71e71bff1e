package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// creationOps make tensors, some of them like others.
var creationOps = []*Op{
	{Name: "arange", Class: "Arange", Sig: "start, stop=None, step=None, dtype=None", Init: "dtype", ByName: "step", Prepare: standardDtype, Infer: arange, Kernel: arangeKernel},
	{Name: "array", Class: "Array", Sig: "x, dtype=None", Init: "dtype", Prepare: standardDtype, Infer: likeDense, Kernel: likeKernel("x")},
	{Name: "bartlett", Sig: "x", Prepare: valuesOnly, Infer: windowOf, Kernel: windowKernel("bartlett")},
	{Name: "blackman", Sig: "x", Prepare: valuesOnly, Infer: windowOf, Kernel: windowKernel("blackman")},
	{Name: "hamming", Sig: "x", Prepare: valuesOnly, Infer: windowOf, Kernel: windowKernel("hamming")},
	{Name: "hanning", Sig: "x", Prepare: valuesOnly, Infer: windowOf, Kernel: windowKernel("hanning")},
	{Name: "kaiser", Sig: "x, beta", Prepare: valuesOnly, Infer: windowOf, Kernel: windowKernel("kaiser")},
	{Name: "empty", Sig: "shape, dtype=None", Infer: filled, Kernel: fillKernel(0)},
	{Name: "empty_like", Class: "EmptyLike", Sig: "x, dtype=None", Init: "dtype", Prepare: standardDtype, Infer: likeDense, Kernel: fillKernel(0)},
	{Name: "eye", Sig: "N, M=None, k=0, dtype=None", Prepare: wholeSides, Infer: eye, Kernel: eyeKernel},
	{Name: "full", NoLists: "fill_value", Class: "Full", Sig: "shape, fill_value, dtype=None", Init: "shape, dtype", Prepare: standardDtype, Infer: filled, Kernel: fullKernel},
	{Name: "full_like", Class: "FullLike", Sig: "x, fill_value, dtype=None", Init: "dtype", Prepare: standardDtype, Infer: likeDense, Kernel: fullKernel},
	{Name: "geomspace", NoLists: "start stop", Class: "Geomspace", Sig: "start, stop, num=50, endpoint=True, dtype=None, axis=0", Init: "num, endpoint, dtype, axis",
		Prepare: standardDtype, Infer: spaced, Value: spacedValue, Kernel: geomspaceKernel},
	{Name: "identity", Sig: "n, dtype=None", Infer: func(c *Call) object.Object {
		n := c.dim("n")
		return c.New(tensor.Shape{n, n}, c.dtypeOr(c.Floatx()))
	}, Kernel: identityKernel},
	{Name: "linspace", Class: "Linspace", Sig: "start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0",
		Init: "num, endpoint, retstep, dtype, axis", Infer: func(c *Call) object.Object {
			if !c.eager && !c.jax() {
				if x := spaced(c); !c.Bool("retstep") {
					return x
				} else {
					return object.NewTuple(x, object.None)
				}
			}
			x := spacedValue(c)
			if c.Bool("retstep") {
				return object.NewTuple(x, c.New(c.broadcastOf("start", "stop"), c.Result(c.standard("start"), c.standard("stop"), WeakFloat)))
			}
			return x
		}, Kernel: linspaceKernel},
	{Name: "logspace", NoLists: "start stop", Class: "Logspace", Sig: "start, stop, num=50, endpoint=True, base=10, dtype=None, axis=0",
		Init: "num, endpoint, base, dtype, axis", Prepare: standardDtype, Infer: spaced, Value: spacedValue, Kernel: logspaceKernel},
	{Name: "meshgrid", NoLists: "x", Class: "Meshgrid", Sig: "*x, indexing='xy'", Init: "indexing", Setup: func(c *Call) {
		if s, ok := object.Of(c.Arg("indexing")).(*object.Str); !ok || s.String() != "xy" && s.String() != "ij" {
			c.value("indexing must be 'xy' or 'ij', got %s.", c.show(c.Arg("indexing")))
		}
	}, Infer: meshgrid, Value: meshgridValue, Kernel: meshgridKernel},
	{Name: "ones", Sig: "shape, dtype=None", Infer: filled, Kernel: fillKernel(1)},
	{Name: "ones_like", Class: "OnesLike", Sig: "x, dtype=None", Init: "dtype", Prepare: standardDtype, Infer: like, Kernel: fillKernel(1)},
	{Name: "tri", Sig: "N, M=None, k=0, dtype=None", Infer: eye, Kernel: triKernel},
	{Name: "vander", Class: "Vander", Sig: "x, N=None, increasing=False", Init: "N, increasing", Prepare: checkVander, Infer: func(c *Call) object.Object {
		s := c.Shape("x")
		n := s[0]
		if c.Given("N") {
			n = c.size(c.Int("N"))
		}
		return c.New(append(s, n), c.Dtype("x"))
	}, Kernel: vanderKernel},
	{Name: "vectorize", Sig: "pyfunc, *, excluded=None, signature=None", Run: func(c *Call) object.Object {
		if !object.IsCallable(c.Arg("pyfunc")) {
			c.value("pyfunc must be a function, got %s.", c.show(c.Arg("pyfunc")))
		}
		fail(notComputed(c.Op))
		return nil
	}},
	{Name: "zeros", Sig: "shape, dtype=None", Infer: filled, Kernel: fillKernel(0)},
	{Name: "zeros_like", Class: "ZerosLike", Sig: "x, dtype=None", Init: "dtype", Prepare: standardDtype, Infer: like, Kernel: fillKernel(0)},
}

// dim reads a size: an int or an unknown size.
func (c *Call) dim(name string) int {
	switch x := c.Arg(name).(type) {
	case tensor.DimExpr:
		return int(x)
	case *tensor.OpaqueDim:
		return unknown
	case *tensor.KerasTensor:
		return c.sizeIn(x)
	}
	return c.size(c.Int(name))
}

// filled is a tensor of the given shape. Inside a trace one of its sizes may be unknown.
func filled(c *Call) object.Object {
	return c.New(c.target("shape"), c.dtypeOr(c.Floatx()))
}

// like keeps the shape, and the dtype where none is given.
func like(c *Call) object.Object {
	return c.Sparse(c.Shape("x"), c.dtypeOr(c.Dtype("x")), c.sparse("x", false))
}

func likeDense(c *Call) object.Object {
	d := "float32"
	if !c.Given("dtype") {
		d = c.Dtype("x")
	}
	return c.New(c.Shape("x"), c.dtypeOr(d))
}

func eye(c *Call) object.Object {
	n := c.dim("N")
	m := n
	if c.Given("M") {
		m = c.dim("M")
	}
	return c.New(tensor.Shape{n, m}, c.dtypeOr(c.Floatx()))
}

func wholeSides(c *Call) {
	for _, n := range []string{"N", "M"} {
		v := c.Arg(n)
		_, isFloat := object.Of(v).(object.Float)
		if x, ok := v.(*tensor.KerasTensor); isFloat || ok && config.IsFloat(x.Dtype) {
			c.typeError("%s must be an int, got %s.", n, c.show(v))
		}
	}
}

// valuesOnly refuses symbols.
func valuesOnly(c *Call) {
	if symbolic, _ := c.look(); symbolic {
		c.typeError("symbolic tensors are not taken, got %s.", c.show(c.Arg("x")))
	}
}

func windowOf(c *Call) object.Object {
	n := unknown
	if isInt(c.Arg("x")) {
		n = c.size(c.Int("x"))
	}
	return c.New(tensor.Shape{n}, c.Floatx())
}

func arange(c *Call) object.Object {
	start, stop, step := c.Arg("start"), c.Arg("stop"), object.Object(object.Int(1))
	if !c.Given("stop") {
		start, stop = object.Int(0), start
	}
	if c.Given("step") {
		step = c.Arg("step")
	}
	d := c.dtypeOr("")
	if !c.Given("dtype") {
		d = c.Result(c.promoted(start), c.promoted(stop), c.promoted(step))
	}
	return c.New(tensor.Shape{c.count(start, stop, step)}, d)
}

// count is how many numbers lie in [start, stop) at the given step.
func (c *Call) count(start, stop, step object.Object) int {
	if a, ok := dimIndex(start, 0); ok {
		if b, ok := dimIndex(stop, 0); ok && (tensor.IsExpr(a) || tensor.IsExpr(b)) && step == object.Object(object.Int(1)) {
			return tensor.SubDims(b, a)
		}
	}
	known := func(v object.Object, n int) {
		for _, p := range []*object.Object{&start, &stop, &step} {
			if *p == v {
				*p = object.Int(n)
			}
		}
	}
	for _, v := range []object.Object{start, stop, step} {
		switch x := v.(type) {
		case *tensor.KerasTensor:
			if n := c.sizeIn(x); n >= 0 {
				known(v, n)
				continue
			}
			if x.Traced() {
				return unknown
			}
			c.value("the number of elements must be known: start, stop and step must be numbers, not symbolic tensors.")
		case tensor.DimExpr, *tensor.OpaqueDim:
			return unknown
		}
	}
	span, err := object.Binary(c.T, object.Sub, stop, start)
	must(err)
	span, err = object.Binary(c.T, object.TrueDiv, span, step)
	must(err)
	f, ok := object.Of(span).(object.Float)
	if !ok {
		return unknown
	}
	n := int(f)
	if object.Float(n) < f {
		n++
	}
	return max(n, 0)
}

// spaced puts num values between start and stop into a new dimension.
func spaced(c *Call) object.Object {
	s := c.broadcastOf("start", "stop")
	axis := c.axis(c.Int("axis"), len(s)+1)
	d := Dtype{}
	if c.Given("dtype") {
		d.Name = c.dtypeOr("")
	} else {
		d = c.standard("start")
	}
	return c.New(inserted(s, axis, c.size(c.Int("num"))), c.Result(d, WeakFloat))
}

// spacedValue has the dtype that was asked for.
func spacedValue(c *Call) object.Object {
	x := spaced(c).(*tensor.KerasTensor)
	if c.Given("dtype") {
		x.Dtype = c.dtypeOr("")
	}
	return x
}

// meshgridShape makes the tensors with one dimension for each argument.
func meshgridShape(c *Call) []object.Object {
	items := c.Items("x")
	shape := make(tensor.Shape, len(items))
	for i, v := range items {
		shape[i] = c.mustShape(v).Size()
	}
	if c.Text("indexing") != "ij" && (len(shape) > 1 || !c.traced) {
		if len(shape) < 2 {
			fail(object.NewError(object.IndexErrorClass, "meshgrid() with indexing='xy' needs at least two tensors."))
		}
		shape[0], shape[1] = shape[1], shape[0]
	}
	out := make([]object.Object, len(items))
	for i := range items {
		out[i] = c.New(shape.Clone(), "float32")
	}
	return out
}

func meshgrid(c *Call) object.Object {
	out := meshgridShape(c)
	if c.Text("indexing") != "ij" {
		for i, v := range c.Items("x") {
			out[i].(*tensor.KerasTensor).Dtype = c.mustDtype(v)
		}
	}
	return object.NewList(out...)
}

func checkVander(c *Call) {
	if s := c.Shape("x"); len(s) != 1 {
		c.value("x must have one dimension, got shape %s.", s)
	}
	if c.Given("N") {
		if !isInt(c.Arg("N")) {
			c.typeError("N must be an int, got %s.", c.show(c.Arg("N")))
		}
		if c.Int("N") < 0 {
			c.value("N must not be negative, got %d.", c.Int("N"))
		}
	}
	if _, ok := object.Of(c.Arg("increasing")).(object.Bool); !ok {
		c.typeError("increasing must be a bool, got %s.", c.show(c.Arg("increasing")))
	}
}
