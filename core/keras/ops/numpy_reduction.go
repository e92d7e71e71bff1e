package ops

import (
	"math"

	"layerglass/core/keras/config"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

const (
	reductionSig  = "x, axis=None, keepdims=False"
	reductionInit = "axis, keepdims"
)

// reductionOps are the functions that take dimensions away.
var reductionOps = []*Op{
	{Name: "all", NoLists: "x", Class: "All", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: reduceTo("bool"), Kernel: orderKernel(array.All)},
	{Name: "any", NoLists: "x", Class: "Any", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: reduceTo("bool"), Kernel: orderKernel(array.Any)},
	{Name: "amax", NoLists: "x", Class: "Amax", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: reduceTo(""), Kernel: orderKernel(array.Max)},
	{Name: "amin", NoLists: "x", Class: "Amin", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: reduceTo(""), Kernel: orderKernel(array.Min)},
	{Name: "argmax", Class: "Argmax", Sig: reductionSig, Init: reductionInit, Infer: reduceTo("int32"), Kernel: placeKernel(array.ArgMax)},
	{Name: "argmin", Class: "Argmin", Sig: reductionSig, Init: reductionInit, Infer: reduceTo("int32"), Kernel: placeKernel(array.ArgMin)},
	{Name: "average", Class: "Average", Sig: "x, axis=None, weights=None", Init: "axis", ByName: "weights", Infer: average, Kernel: viaNumpy("average", "x", "axis weights")},
	{Name: "bincount", NoLists: "x", Class: "Bincount", Sig: "x, weights=None, minlength=0, sparse=False", Init: "weights, minlength, sparse", Infer: bincount, Kernel: bincountKernel},
	{Name: "count_nonzero", Class: "CountNonzero", Sig: "x, axis=None", Init: "axis", Setup: func(c *Call) {
		if a := c.Arg("axis"); isInt(a) {
			c.Keep("axis", object.NewTuple(a))
		}
	}, Infer: func(c *Call) object.Object {
		return c.New(c.reduced(c.Shape("x"), c.Axes("axis"), false), "int32")
	}, Kernel: countNonzeroKernel},
	{Name: "histogram", Class: "Histogram", Sig: "x, bins=10, range=None", Init: "bins, range", Prepare: checkBins, Setup: checkBins, Value: histogramValue,
		Infer: func(c *Call) object.Object {
			n := c.Int("bins")
			return object.NewTuple(c.New(tensor.Shape{n}, c.Dtype("x")), c.New(tensor.Shape{n + 1}, c.Dtype("x")))
		}, Kernel: histogramKernel},
	{Name: "max", Class: "Max", Sig: reductionSig + ", initial=None", Init: reductionInit + ", initial", Setup: listAxis, Infer: reduceTo(""), Kernel: extremeKernel(array.Max, array.Maximum)},
	{Name: "min", Class: "Min", Sig: reductionSig + ", initial=None", Init: reductionInit + ", initial", Setup: listAxis, Infer: reduceTo(""), Kernel: extremeKernel(array.Min, array.Minimum)},
	{Name: "mean", Class: "Mean", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: mean, Kernel: reduceKernel(meanOf)},
	{Name: "median", Class: "Median", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: func(c *Call) object.Object {
		return c.New(c.reduction(), c.floatOf(c.Dtype("x")))
	}, Kernel: viaNumpy("median", "x", "axis keepdims")},
	{Name: "nanargmax", Class: "Nanargmax", Sig: reductionSig, Init: reductionInit, Infer: reduceOne, Kernel: nanPlaceKernel(array.ArgMax, math.Inf(-1))},
	{Name: "nanargmin", Class: "Nanargmin", Sig: reductionSig, Init: reductionInit, Infer: reduceOne, Kernel: nanPlaceKernel(array.ArgMin, math.Inf(1))},
	{Name: "nanmax", Class: "Nanmax", Sig: reductionSig, Init: reductionInit, NoLists: "axis", Infer: reducePromoted, Kernel: viaNumpy("nanmax", "x", "axis keepdims")},
	{Name: "nanmin", Class: "Nanmin", Sig: reductionSig, Init: reductionInit, NoLists: "axis", Infer: reducePromoted, Kernel: viaNumpy("nanmin", "x", "axis keepdims")},
	{Name: "nanmean", Class: "Nanmean", Sig: reductionSig, Init: reductionInit, NoLists: "axis", Infer: reduceFloat, Kernel: viaNumpy("nanmean", "x", "axis keepdims")},
	{Name: "nanmedian", Class: "Nanmedian", Sig: reductionSig, Init: reductionInit, NoLists: "axis", Infer: reduceFloat, Kernel: viaNumpy("nanmedian", "x", "axis keepdims")},
	{Name: "nanstd", Class: "Nanstd", Sig: reductionSig, Init: reductionInit, NoLists: "axis", Infer: reduceFloat, Kernel: viaNumpy("nanstd", "x", "axis keepdims")},
	{Name: "nanvar", Class: "Nanvar", Sig: reductionSig, Init: reductionInit, NoLists: "axis", Infer: reduceFloat, Kernel: viaNumpy("nanvar", "x", "axis keepdims")},
	{Name: "nanpercentile", Class: "Nanpercentile", Sig: quantileSig, Init: quantileInit, Infer: quantile(1, func(c *Call, d string) string {
		if config.IsInt(d) {
			return c.Floatx()
		}
		return c.Result(Dtype{d, false}, WeakFloat)
	}), Kernel: quantileKernel("nanpercentile")},
	{Name: "nanprod", Class: "Nanprod", Sig: reductionSig, Init: reductionInit, NoLists: "axis", Infer: func(c *Call) object.Object {
		return c.New(c.reduction(), widened(c.Dtype("x")))
	}, Kernel: viaNumpy("nanprod", "x", "axis keepdims")},
	{Name: "nanquantile", Class: "Nanquantile", Sig: quantileSig, Init: quantileInit, Infer: quantile(2, (*Call).floatOf), Kernel: quantileKernel("nanquantile")},
	{Name: "nansum", Class: "Nansum", Sig: reductionSig, Init: reductionInit, NoLists: "axis", Infer: sum, Kernel: viaNumpy("nansum", "x", "axis keepdims")},
	{Name: "percentile", Class: "Percentile", Sig: quantileSig, Init: quantileInit, Infer: quantile(1, func(c *Call, d string) string {
		if config.IsFloat(d) {
			return d
		}
		return c.Floatx()
	}), Kernel: quantileKernel("percentile")},
	{Name: "prod", Class: "Prod", Sig: reductionSig + ", dtype=None", Init: reductionInit + ", dtype", Setup: listAxis, Prepare: standardDtype,
		Infer: func(c *Call) object.Object { return c.New(c.reduction(), c.dtypeOr(widened(c.Dtype("x")))) }, Kernel: reduceKernel(prodOf)},
	{Name: "ptp", Class: "Ptp", Sig: reductionSig, Init: reductionInit, Infer: reduceTo(""), Kernel: ptpKernel},
	{Name: "quantile", Class: "Quantile", Sig: quantileSig, Init: quantileInit, Setup: listAxis, Infer: quantile(2, (*Call).floatOf), Kernel: quantileKernel("quantile")},
	{Name: "std", Class: "Std", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: func(c *Call) object.Object {
		return c.New(c.reduction(), c.orFloatx(c.Dtype("x")))
	}, Kernel: reduceKernel(stdOf)},
	{Name: "sum", Class: "Sum", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: sum, Kernel: reduceKernel(sumOf)},
	{Name: "trapezoid", Class: "Trapezoid", Sig: "y, x=None, dx=1.0, axis=-1", Init: "x, dx, axis", Infer: func(c *Call) object.Object {
		s := c.Shape("y")
		if c.Given("axis") && len(s) > 0 {
			n := len(s)
			s = without(s, ((c.Int("axis")%n)+n)%n)
		}
		return c.New(s, c.Result(c.Promoted("y"), WeakFloat))
	}, Kernel: trapezoidKernel},
	{Name: "var", Class: "Var", Sig: reductionSig, Init: reductionInit, Setup: listAxis, Infer: reduceFloat, Kernel: reduceKernel(varOf)},
}

// jaxReduces are the reductions that fail with an IndexError where an axis does not exist and jax computes.
var jaxReduces = map[string]bool{"mean": true, "std": true, "var": true, "argmax": true, "argmin": true, "nanargmax": true, "nanargmin": true}

// reduceTo reduces and gives a dtype; "" is the input's own.
func reduceTo(dtype string) func(*Call) object.Object {
	return func(c *Call) object.Object {
		d := dtype
		if d == "" {
			d = c.Dtype("x")
		}
		return c.New(c.reduction(), d)
	}
}

// reduceOne takes one axis or none.
func reduceOne(c *Call) object.Object {
	if a := c.Arg("axis"); a != object.None && !isInt(a) {
		c.typeError("axis must be an int or None, got %s.", c.show(a))
	}
	return c.New(c.reduction(), "int32")
}

func reducePromoted(c *Call) object.Object { return c.New(c.reduction(), c.ResultOf("x")) }

func reduceFloat(c *Call) object.Object {
	return c.New(c.reduction(), c.Result(c.Promoted("x"), WeakFloat))
}

// widened is the dtype in which sums and products of small integers are kept.
func widened(dtype string) string {
	switch dtype {
	case "bool", "int8", "int16":
		return "int32"
	case "uint8", "uint16":
		return "uint32"
	}
	return dtype
}

func sum(c *Call) object.Object {
	return c.Sparse(c.reduction(), widened(c.ResultOf("x")), c.sparse("x", false))
}

func mean(c *Call) object.Object {
	d := c.Dtype("x")
	wider := c.Result(Dtype{d, false}, Dtype{"float32", false})
	if isWhole(d) {
		d = wider
	}
	return c.Sparse(c.reduction(), d, c.sparse("x", false))
}

func average(c *Call) object.Object {
	s := c.Shape("x")
	list := []Dtype{c.Promoted("x"), WeakFloat}
	fits := true
	if c.Given("weights") {
		w := c.Shape("weights")
		fits = c.sameShape(s, w)
		if c.Given("axis") {
			fits = c.sameShape(tensor.Shape{s[c.at(c.Int("axis"), len(s))]}, w) || fits
		}
		list = append(list, c.Promoted("weights"))
	}
	d := c.Result(list...)
	if !fits {
		c.value("weights must have the shape of x, or its size along axis, got shape %s for x of shape %s.", c.Shape("weights"), s)
	}
	return c.New(c.reduced(s, c.Axes("axis"), false), d)
}

func bincount(c *Call) object.Object {
	s := c.Shape("x")
	d := "int32"
	if c.Given("weights") {
		w := c.promoted(c.Arg("weights"))
		d = c.Result(Dtype{c.Dtype("x"), false}, w)
	}
	if len(s) > 0 {
		s = s[:len(s)-1]
	}
	return c.Sparse(append(s, unknown), d, c.sparse("x", false) || c.Bool("sparse"))
}

func checkBins(c *Call) {
	if !isInt(c.Arg("bins")) {
		c.typeError("bins must be an int, got %s.", c.show(c.Arg("bins")))
	}
	if c.Int("bins") < 0 {
		c.value("bins must not be negative, got %d.", c.Int("bins"))
	}
	if !c.Bool("range") {
		return
	}
	pair, ok := object.Of(c.Arg("range")).(*object.Tuple)
	if !ok || pair.Len() < 2 {
		c.value("range must be a tuple of two numbers, got %s.", c.show(c.Arg("range")))
	}
	less, err := object.Less(c.T, pair.Items[1], pair.Items[0])
	must(err)
	if less {
		c.value("range must be given as (lower, upper), got %s.", c.show(c.Arg("range")))
	}
}

const (
	quantileSig  = "x, q, axis=None, method='linear', keepdims=False"
	quantileInit = "axis, method, keepdims"
)

// quantile puts the number of quantiles before the reduced shape. A list of q counts from least items on.
func quantile(least int, dtype func(*Call, string) string) func(*Call) object.Object {
	return func(c *Call) object.Object {
		s := c.reduction()
		q := c.Arg("q")
		if c.eager || c.jax() && least > 1 {
			shape := c.arrayShape(q)
			if len(shape) > 1 {
				c.value("q must be a number or have one dimension, got shape %s.", shape)
			}
			return c.New(joined(shape, s), dtype(c, c.Dtype("x")))
		}
		if list, err := object.Items(c.T, q); err == nil && isList(q) {
			if len(list) >= least || least == 1 {
				s = joined(tensor.Shape{len(list)}, s)
			}
		} else if shape, ok := c.shapeOf(q); ok && len(shape) > 0 {
			s = joined(tensor.Shape{shape[0]}, s)
		}
		return c.New(s, dtype(c, c.Dtype("x")))
	}
}

// isList reports whether v is a list or tuple.
func isList(v object.Object) bool {
	switch object.Of(v).(type) {
	case *object.List, *object.Tuple:
		return true
	}
	return false
}

// listAxis keeps a lone axis as a list, as the attribute of these operations is.
func listAxis(c *Call) {
	if a := c.Arg("axis"); isInt(a) {
		c.Keep("axis", object.NewList(a))
	}
}
