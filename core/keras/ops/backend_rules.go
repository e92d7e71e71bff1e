package ops

import (
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// What a backend makes of values differs here and there from what Keras infers for symbols. The rules of this file are
// the Value rules of those operations: they hold inside a layer's call.

// ConcretizationErrorClass is jax.errors.ConcretizationTypeError.
var ConcretizationErrorClass = object.NewType("ConcretizationTypeError", "jax.errors", object.TypeErrorClass)

// BooleanIndexErrorClass is jax.errors.NonConcreteBooleanIndexError.
var BooleanIndexErrorClass = object.NewType("NonConcreteBooleanIndexError", "jax.errors", object.IndexErrorClass)

// jax reports whether the operation works on values of jax.
func (c *Call) jax() bool { return c.traced && !wide(c.T) }

// unfit refuses shapes that do not fit: with a ValueError, or a TypeError where jax computes.
func (c *Call) unfit(format string, a ...any) {
	if c.jax() {
		fail(object.TypeError("%s", c.Op.Name+"(): "+object.TypeError(format, a...).Message()))
	}
	c.value(format, a...)
}

// contract checks the sizes that a product sums over.
func (c *Call) contract(k, l int, a, b tensor.Shape) {
	if k != l && k != unknown && l != unknown {
		c.unfit("the dimensions that are summed over must have the same size, got %s and %s in the shapes %s and %s.", tensor.DimString(k),
			tensor.DimString(l), a, b)
	}
}

// wholeOnly refuses floating tensors, then applies the rule.
func wholeOnly(rule func(*Call) object.Object, refuse func(string, ...any) *object.Exception, names ...string) func(*Call) object.Object {
	return func(c *Call) object.Object {
		for _, n := range names {
			if d := c.standard(n).Name; !isWhole(d) {
				fail(refuse("%s() takes tensors of ints or bools, got dtype %s.", c.Op.Name, d))
			}
		}
		return rule(c)
	}
}

// broadcastWhole is the bitwise operations' rule: unlike that for symbols it broadcasts.
func broadcastWhole(c *Call) object.Object {
	return c.New(c.broadcastOf("x", "y"), c.ResultOf("x", "y"))
}

// unknownCount refuses a result whose size only the numbers tell, unless a size is given.
func unknownCount(rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object {
		if operation.Tracing(c.T) == tensor.JaxTraced && !c.Given("size") {
			fail(object.NewError(ConcretizationErrorClass, "%s() gives a result whose size depends on the numbers, which are not known while a layer's call is traced.", c.Op.Name))
		}
		return rule(c)
	}
}

// computedFloat gives the floating dtype of a value.
func computedFloat(rule func(*Call) object.Object, dtype string) func(*Call) object.Object {
	return func(c *Call) object.Object {
		out := rule(c)
		set := func(v object.Object) {
			if x, ok := v.(*tensor.KerasTensor); ok {
				x.Dtype = c.orFloatx(x.Dtype)
				if dtype != "" {
					x.Dtype = dtype
				}
			}
		}
		if pair, ok := out.(*object.Tuple); ok {
			for _, v := range pair.Items {
				set(v)
			}
		}
		set(out)
		return out
	}
}

// asList gives the parts of a tuple as a list; asTuple those of a list as a tuple.
func asList(rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object { return object.NewList(rule(c).(*object.Tuple).Items...) }
}

func asTuple(rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object { return object.NewTuple(rule(c).(*object.List).Items...) }
}

func kronValue(c *Call) object.Object {
	a, b := c.ShapeOr("x1"), c.ShapeOr("x2")
	for len(a) < len(b) {
		a = append(tensor.Shape{1}, a...)
	}
	for len(b) < len(a) {
		b = append(tensor.Shape{1}, b...)
	}
	for i := range a {
		a[i] = tensor.MulDims(a[i], b[i])
	}
	return c.New(a, c.ResultOf("x1", "x2"))
}

func meshgridValue(c *Call) object.Object {
	out := meshgridShape(c)
	for i, v := range c.Items("x") {
		out[i].(*tensor.KerasTensor).Dtype = c.mustDtype(v)
	}
	return object.NewList(out...)
}

func correlationValue(c *Call) object.Object {
	s := c.Shape("x")
	d := correlation(c).(*tensor.KerasTensor).Dtype
	if len(s) < 2 {
		return c.New(tensor.Shape{}, d)
	}
	return c.New(tensor.Shape{s[0], s[0]}, d)
}

// rotated turns an even number of times without exchanging sizes.
func rotated(c *Call) object.Object {
	if c.Int("k")%2 == 0 {
		return c.New(c.Shape("array"), c.Dtype("array"))
	}
	return rot90(c)
}

func selected(c *Call) object.Object {
	list := []Dtype{c.Promoted("default")}
	var s tensor.Shape
	for i, v := range c.Items("choicelist") {
		list = append(list, c.promoted(v))
		shape, _ := c.shapeOf(v)
		if s = c.broadcast(s, shape); i == 0 {
			s = shape
		}
	}
	return c.New(s, c.Result(list...))
}

// rowsOf stacks vectors as rows.
func rowsOf(c *Call) object.Object {
	shapes, list := c.shapesOf(c.list("xs"))
	for i, s := range shapes {
		for len(s) < 2 {
			s = append(tensor.Shape{1}, s...)
		}
		shapes[i] = s
	}
	return c.New(c.concat(shapes, 0), c.Result(list...))
}

func columnsOf(c *Call) object.Object {
	shapes, list := c.shapesOf(c.list("xs"))
	axis := 1
	if len(shapes[0]) < 2 {
		axis = 0
	}
	for i, s := range shapes {
		if len(s) == 0 {
			shapes[i] = tensor.Shape{1}
		}
	}
	return c.New(c.concat(shapes, axis), c.Result(list...))
}

func normalizedValue(c *Call) object.Object {
	return c.New(c.Shape("x"), c.ResultOf("x", "mean", "variance"))
}

func multiHotValue(c *Call) object.Object {
	x := multiHot(c).(*tensor.KerasTensor)
	x.Dtype = c.dtypeOr(c.Floatx())
	if len(c.Shape("inputs")) == 0 {
		x.Shape = tensor.Shape{}
	}
	return x
}

// chosenValue is where on values; with the condition alone it is nonzero.
func chosenValue(c *Call) object.Object {
	if !c.Given("x1") {
		return unknownCount(func(c *Call) object.Object {
			parts := make([]object.Object, len(c.ShapeOr("condition")))
			for i := range parts {
				parts[i] = c.New(tensor.Shape{unknown}, "int32")
			}
			return object.NewTuple(parts...)
		})(c)
	}
	return chosen(c)
}

// squareOf checks that the matrices are square, then applies the rule.
func squareOf(rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object {
		c.square(c.matrices("x"))
		return rule(c)
	}
}

func matrixLike(c *Call) object.Object {
	if s := c.Shape("x"); len(s) < 2 {
		c.value("x must have at least two dimensions, got shape %s.", s)
	}
	return c.Like("x")
}

func histogramValue(c *Call) object.Object {
	n := c.Int("bins")
	d := c.Result(Dtype{c.Dtype("x"), false}, WeakFloat)
	return object.NewTuple(c.New(tensor.Shape{n}, d), c.New(tensor.Shape{n + 1}, d))
}

func luValue(c *Call) object.Object {
	out := luFactor(c).(*object.Tuple)
	out.Items[1].(*tensor.KerasTensor).Dtype = "int32"
	return out
}

func vdotValue(c *Call) object.Object {
	if a, b := c.ShapeOr("x1").Size(), c.ShapeOr("x2").Size(); a != unknown && b != unknown && a != b {
		c.typeError("x1 and x2 must have the same number of elements, got %s and %s.", tensor.DimString(a), tensor.DimString(b))
	}
	return c.New(tensor.Shape{}, c.ResultOf("x1", "x2"))
}

// realPart gives the dtype of the parts of complex numbers.
func realPart(rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object {
		x := rule(c).(*tensor.KerasTensor)
		switch c.Dtype("x") {
		case "complex64":
			x.Dtype = "float32"
		case "complex128":
			x.Dtype = "float64"
		}
		return x
	}
}

// noBools refuses truth values, as jax does.
func noBools(rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object {
		x := rule(c)
		if k, ok := x.(*tensor.KerasTensor); ok && k.Dtype == "bool" && c.jax() {
			c.typeError("bools are not taken: cast them first.")
		}
		return x
	}
}

// intsOnly refuses what is no int on values, bools too.
func intsOnly(rule func(*Call) object.Object) func(*Call) object.Object {
	return func(c *Call) object.Object {
		for _, n := range []string{"x1", "x2"} {
			if d := c.standard(n).Name; !isWhole(d) || d == "bool" {
				c.value("the arguments must be ints, got dtype %s.", d)
			}
		}
		return rule(c)
	}
}

// jaxFloat gives the floating dtype of jax's own promotion, in which Python's numbers are weak.
func jaxFloat(c *Call) object.Object {
	d := c.jaxPromoted()
	if isWhole(d.Name) {
		d.Name = "float32"
	}
	return c.New(c.broadcastOf("x1", "x2"), d.Name)
}

// standardFloat promotes Python's numbers as the tensors that are made of them.
func standardFloat(c *Call) object.Object {
	return c.New(c.broadcastOf("x1", "x2"), c.Result(c.standard("x1"), c.standard("x2"), WeakFloat))
}

// clipValue promotes the bounds too; Python's numbers are weak.
func clipValue(c *Call) object.Object {
	x := boolAsInt(c).(*tensor.KerasTensor)
	if wide(c.T) {
		return x
	}
	names := []string{c.weakly("x").Name}
	for _, n := range []string{"x_min", "x_max"} {
		if c.Given(n) {
			names = append(names, c.weakly(n).Name)
			x.Shape = c.broadcast(x.Shape, c.arrayShape(c.Arg(n)))
		}
	}
	for _, n := range names {
		if strings.HasPrefix(n, "complex") {
			c.value("complex numbers have no order, so they cannot be clipped.")
		}
	}
	if names[0] == "bool" {
		names[0] = "int32"
	}
	d, err := leastUpperBound(names)
	must(err)
	x.Dtype = narrowed(resolved(Dtype{d, d == "int" || d == "float"}, false), false)
	return x
}
