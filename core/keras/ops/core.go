package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// coreOps are the functions of keras.src.ops.core that run no function of the program.
var coreOps = []*Op{
	{Name: "cast", Class: "Cast", Sig: "x, dtype", Init: "dtype", Prepare: namedDtype, Infer: cast, Kernel: castKernel, Eager: already},
	{Name: "convert_to_numpy", Sig: "x", Run: func(c *Call) object.Object {
		return toNumpy(c)
	}},
	{Name: "convert_to_tensor", Class: "ConvertToTensor", Sig: "x, dtype=None, sparse=None, ragged=None", Init: "dtype, sparse, ragged",
		Prepare: standardDtype, Infer: convert, Kernel: castKernel, Eager: already},
	{Name: "dtype", Sig: "x", Run: func(c *Call) object.Object { return object.NewStr(c.Dtype("x")) }},
	{Name: "is_tensor", Sig: "x", Run: func(c *Call) object.Object {
		x, ok := c.Arg("x").(*tensor.KerasTensor)
		return object.BoolOf(ok && x.Traced() || !ok && IsTensor != nil && IsTensor(c.Arg("x")))
	}},
	{Name: "saturate_cast", Class: "SaturateCast", Sig: "x, dtype", Init: "dtype", Prepare: namedDtype, Infer: cast, Kernel: saturateKernel},
	{Name: "scatter", Class: "Scatter", Sig: "indices, values, shape", Init: "shape", Infer: func(c *Call) object.Object {
		return c.New(c.target("shape"), c.Dtype("values"))
	}, Kernel: scatterKernel},
	{Name: "scatter_update", Class: "ScatterUpdate", Sig: "inputs, indices, updates, reduction=None", Init: "reduction", Prepare: checkReduction,
		Infer: likeInputs, Kernel: scatterUpdateKernel},
	{Name: "shape", Sig: "x", Run: func(c *Call) object.Object { return c.shapeTuple(c.Arg("x")) }},
	{Name: "slice", Class: "Slice", Sig: "inputs, start_indices, shape", Init: "shape", Infer: slice, Kernel: sliceKernel},
	{Name: "slice_update", Class: "SliceUpdate", Sig: "inputs, start_indices, updates", Infer: likeInputs, Kernel: sliceUpdateKernel},
	{Name: "stop_gradient", Class: "StopGradient", Sig: "variable", Infer: func(c *Call) object.Object { return c.Like("variable") }, Kernel: likeKernel("variable")},
	{Name: "unstack", Class: "Unstack", Sig: "x, num=None, axis=0", Init: "num, axis", Infer: unstack, Kernel: unstackKernel},
}

// IsTensor tells the eager tensors of the backend; the package that has them sets it.
var IsTensor func(o object.Object) bool

func namedDtype(c *Call) {
	n, err := config.Dtype(c.T, c.Arg("dtype"))
	must(err)
	c.Set("dtype", object.NewStr(n))
}

func cast(c *Call) object.Object {
	d := c.dtypeOr(c.Floatx())
	c.noText(d)
	switch x := object.Of(c.Arg("x")).(type) {
	case *object.NoneType, *object.Str:
		fail(object.ValueError("cast() takes a tensor or numbers, got %s.", c.show(x)))
	}
	return c.New(c.Shape("x"), d)
}

// already is the tensor itself where it has the dtype that is asked for.
func already(c *Call) object.Object {
	x, ok := c.Arg("x").(*tensor.KerasTensor)
	if !ok || c.Given("ragged") || c.Given("dtype") && narrowed(c.dtypeOr(""), wide(c.T)) != x.Dtype {
		return nil
	}
	return x
}

func castKernel(c *Call) []*array.Array { return []*array.Array{c.ArrayIn("x")} }

// noText refuses text where jax would hold it.
func (c *Call) noText(dtype string) {
	if dtype == "string" && c.eager && c.jax() {
		c.typeError("jax has no arrays of text.")
	}
}

func convert(c *Call) object.Object {
	v := c.Arg("x")
	if c.eager && v == object.None {
		c.value("None is no tensor.")
	}
	if c.traced && isList(v) {
		v = c.literal(v)
	}
	if c.traced && !isSymbolic(v) {
		s, _ := c.shapeOf(v)
		d := c.standardOf(v).Name
		if isNumber(v) {
			d = c.numberDtype(v)
		}
		d = c.dtypeOr(d)
		c.noText(d)
		return c.New(s.Clone(), d)
	}
	out := c.New(c.mustShape(v), c.dtypeOr(c.mustDtype(v)))
	if x, ok := v.(*tensor.KerasTensor); ok {
		out.Sparse = x.Sparse && (!c.Given("sparse") || c.Bool("sparse"))
		out.Ragged = x.Ragged && (!c.Given("ragged") || c.Bool("ragged"))
	}
	return out
}

func isSymbolic(v object.Object) bool {
	_, ok := v.(*tensor.KerasTensor)
	return ok
}

// shapeTuple is what ops.shape returns: sizes, with None for unknown ones of a symbol.
func (c *Call) shapeTuple(v object.Object) object.Object {
	if x, ok := v.(*tensor.KerasTensor); ok {
		if x.Kind == tensor.TFTraced {
			return dynamicShape(x)
		}
		if x.Traced() {
			return x.Shape.Objects()
		}
		return x.Shape.Object()
	}
	if tree.Any(v, isSymbol) {
		fail(object.AttributeError(v, "shape", "'%s' object has no attribute 'shape'", v.Class().Name))
	}
	if (isList(v) || c.attr(v, "shape") == nil) && !wide(c.T) {
		fail(object.AttributeError(v, "shape", "'%s' object has no attribute 'shape'", v.Class().Name))
	}
	return c.arrayShape(v).Object()
}

// SizeTensor is a traced scalar that holds a size, on tensorflow.
func SizeTensor(d int) *tensor.KerasTensor {
	return &tensor.KerasTensor{Shape: tensor.Shape{}, Dtype: "int32", Name: "strided_slice", Kind: tensor.TFTraced, Sizes: tensor.Shape{d}}
}

// dynamicShape has a scalar tensor in the place of each unknown size, as on tensorflow.
func dynamicShape(x *tensor.KerasTensor) object.Object {
	items := make([]object.Object, len(x.Shape))
	for i, d := range x.Shape {
		if items[i] = tensor.DimObject(d); d == unknown {
			items[i] = SizeTensor(unknown)
		}
	}
	return object.NewTuple(items...)
}

func checkReduction(c *Call) {
	if !c.Given("reduction") {
		return
	}
	r := lower(c.Text("reduction"))
	if r != "add" && r != "max" && r != "min" && r != "mul" {
		c.value("reduction must be None, 'add', 'max', 'min' or 'mul', got '%s'.", r)
	}
	c.Set("reduction", object.NewStr(r))
}

func likeInputs(c *Call) object.Object { return c.Like("inputs") }

// slice takes a block of the given shape; -1 reaches to the end.
func slice(c *Call) object.Object {
	s := c.Shape("inputs")
	sizes := c.Items("shape")
	if len(sizes) != len(s) {
		c.value("shape must have a size for each of the %d dimensions of inputs, got %d.", len(s), len(sizes))
	}
	start := c.Arg("start_indices")
	var from []object.Object
	if isList(start) {
		from = c.Items("start_indices")
		if len(from) != len(s) {
			c.value("start_indices must have an index for each of the %d dimensions of inputs, got %d.", len(s), len(from))
		}
	}
	out := make(tensor.Shape, len(s))
	for i, v := range sizes {
		switch x := object.Of(v).(type) {
		case *object.NoneType, *tensor.KerasTensor:
			out[i] = unknown
			continue
		case tensor.DimExpr:
			out[i] = int(x)
			continue
		case *tensor.OpaqueDim:
			out[i] = unknown
			continue
		}
		n := c.asInt("shape", v)
		switch {
		case n != -1:
			out[i] = c.size(n)
		case s[i] < 0 || from == nil || isSymbolic(from[i]):
			out[i] = unknown
		default:
			out[i] = c.size(s[i] - c.asInt("start_indices", from[i]))
		}
	}
	return c.New(out, c.Dtype("inputs"))
}

func unstack(c *Call) object.Object {
	s := c.Shape("x")
	i := c.axis(c.Int("axis"), len(s))
	n := s[i]
	if c.Given("num") {
		n = c.Int("num")
	}
	if n < 0 {
		c.value("num must be given, because the size of x along axis %d is not known (shape %s).", c.Int("axis"), s)
	}
	if c.traced && s[i] != n && s[i] != unknown {
		c.typeError("num=%d is not the size of x along axis %d (shape %s).", n, c.Int("axis"), s)
	}
	parts := make([]object.Object, c.room(n))
	for k := range parts {
		parts[k] = c.New(without(s, i), c.Dtype("x"))
	}
	return object.NewList(parts...)
}
