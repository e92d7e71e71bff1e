package ops

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// reduceFunc is a reduction of package array over axes, nil for all.
type reduceFunc func(a *array.Array, axes []int, keep bool) (*array.Array, error)

// reduceKernel reduces an argument in the dtype of the result; floating numbers are added up in double precision.
func reduceKernel(f reduceFunc) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(f(c.precise("x"), c.Axes("axis"), c.Bool("keepdims"))) }
}

// orderKernel reduces an argument in its own dtype.
func orderKernel(f reduceFunc) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(f(c.Array("x"), c.Axes("axis"), c.Bool("keepdims"))) }
}

func sumOf(a *array.Array, axes []int, keep bool) (*array.Array, error) {
	return array.Sum(a, axes, keep, a.Dtype())
}

func prodOf(a *array.Array, axes []int, keep bool) (*array.Array, error) {
	return array.Prod(a, axes, keep, a.Dtype())
}

func meanOf(a *array.Array, axes []int, keep bool) (*array.Array, error) {
	return array.Mean(a, axes, keep, array.Invalid)
}

func varOf(a *array.Array, axes []int, keep bool) (*array.Array, error) {
	return array.Var(a, axes, 0, keep, array.Invalid)
}

func stdOf(a *array.Array, axes []int, keep bool) (*array.Array, error) {
	return array.Std(a, axes, 0, keep, array.Invalid)
}

// extremeKernel is max or min, with an initial value.
func extremeKernel(f reduceFunc, op array.BinaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x, axes, keep := c.ArrayIn("x"), c.Axes("axis"), c.Bool("keepdims")
		if !c.Given("initial") {
			return one(f(x, axes, keep))
		}
		initial := c.ArrayIn("initial")
		if x.Size() == 0 {
			out := good(array.New(c.T, x.Dtype(), c.Want(0).Shape...))
			must(out.Assign(initial))
			return one(out, nil)
		}
		return one(array.Binary(op, array.Of(good(f(x, axes, keep))), array.Of(initial)))
	}
}

// placeKernel is argmax or argmin; without an axis the elements are counted in a row.
func placeKernel(f placeFunc) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return c.placed(c.Array("x"), f) }
}

// placeFunc is ArgMax or ArgMin.
type placeFunc func(a *array.Array, axis int, keep bool) (*array.Array, error)

// nanPlaceKernel does not see nan; where there is nothing else the place is -1.
func nanPlaceKernel(f placeFunc, least float64) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		x := c.Array("x")
		if !x.Dtype().IsFloat() {
			return c.placed(x, f)
		}
		places := c.placed(withoutNaN(x, least), f)[0]
		var axes []int
		if c.Given("axis") {
			axes = []int{c.Int("axis")}
		}
		none := good(array.All(good(array.Unary(array.Isnan, x)), axes, c.Bool("keepdims")))
		return one(array.Where(none, array.Of(array.Scalar(int64(-1))), array.Of(places)))
	}
}

func (c *Call) placed(x *array.Array, f placeFunc) []*array.Array {
	if x.Dtype() == array.Bool {
		x = good(x.Cast(array.Uint8))
	}
	if c.Given("axis") {
		return one(f(x, c.Int("axis"), c.Bool("keepdims")))
	}
	return one(good(f(good(x.Reshape(-1)), 0, false)).Reshape(c.Want(0).Shape...))
}

// runningKernel is cumsum or cumprod; without an axis along all elements in a row.
func runningKernel(op array.BinaryOp) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(c.running(op, c.precise("x"))) }
}

func (c *Call) running(op array.BinaryOp, x *array.Array) (*array.Array, error) {
	axis := 0
	if c.Given("axis") {
		axis = c.Int("axis")
	} else {
		x = good(x.Reshape(-1))
	}
	return array.Accumulate(op, x, axis, x.Dtype())
}

// nanRunningKernel is that with numbers in the place of nan.
func nanRunningKernel(op array.BinaryOp) func(c *Call) []*array.Array {
	neutral := 0.0
	if op == array.Multiply {
		neutral = 1
	}
	return func(c *Call) []*array.Array { return one(c.running(op, withoutNaN(c.precise("x"), neutral))) }
}

// withoutNaN puts a number in the place of nan.
func withoutNaN(x *array.Array, v float64) *array.Array {
	if !x.Dtype().IsFloat() {
		return x
	}
	return good(array.Where(good(array.Unary(array.Isnan, x)), array.Of(good(array.Scalar(v).Cast(x.Dtype()))), array.Of(x)))
}

func countNonzeroKernel(c *Call) []*array.Array {
	x := good(good(c.Array("x").Cast(array.Bool)).Cast(array.Int64))
	return one(array.Sum(x, c.Axes("axis"), false, array.Int64))
}

func ptpKernel(c *Call) []*array.Array {
	x, axes, keep := c.Array("x"), c.Axes("axis"), c.Bool("keepdims")
	return one(array.Binary(array.Subtract, array.Of(good(array.Max(x, axes, keep))), array.Of(good(array.Min(x, axes, keep)))))
}

// quantileKernel is numpy's quantile or percentile. With keepdims the dimension of q stays in front.
func quantileKernel(name string) func(c *Call) []*array.Array {
	plain := viaNumpy(name, "x q", "axis method keepdims")
	return func(c *Call) []*array.Array {
		if c.Text("method") != "nearest" || wide(c.T) {
			return plain(c)
		}
		by := func(method string) *array.Array { // half way jax takes the lower one
			c.Set("method", object.NewStr(method))
			return plain(c)[0]
		}
		low, high, between := by("lower"), by("higher"), by("linear")
		middle := good(array.Binary(array.Divide, array.Of(good(array.Binary(array.Add, array.Of(low), array.Of(high)))), array.Of(array.Scalar(2.0))))
		return one(array.Where(good(array.Binary(array.LessEqual, array.Of(between), array.Of(middle))), array.Of(low), array.Of(high)))
	}
}

// histogramKernel counts numbers between evenly spaced edges, which are rounded as the result's dtype is.
func histogramKernel(c *Call) []*array.Array {
	x, n := good(good(c.Array("x").Cast(array.Float64)).Reshape(-1)), c.Int("bins")
	lo, hi := 0.0, 1.0
	if c.Given("range") {
		ends := c.Items("range")
		if len(ends) != 2 {
			c.value("range must hold two numbers, got %d.", len(ends))
		}
		for i, to := range []*float64{&lo, &hi} {
			v, err := object.ToFloat(c.T, ends[i])
			must(err)
			*to = v
		}
	} else if x.Size() > 0 {
		lo, hi = array.Data[float64](good(array.Min(x, nil, false)))[0], array.Data[float64](good(array.Max(x, nil, false)))[0]
	}
	if lo == hi {
		lo, hi = lo-0.5, hi+0.5
	}
	edges := stored(c.T, c.edges(lo, hi, n), c.Want(1).Dtype)
	places, err := array.Ints(good(array.SearchSorted(edges, x, true)))
	must(err)
	counts := make([]float64, n)
	for i, v := range array.Data[float64](good(x.AsContiguous())) {
		switch p := places[i]; {
		case v == hi:
			counts[n-1]++
		case p > 0 && p <= n:
			counts[p-1]++
		}
	}
	return []*array.Array{good(array.FromSlice(c.T, counts, n)), edges}
}

// bincountKernel counts how often each number occurs, row by row.
func bincountKernel(c *Call) []*array.Array {
	x := good(c.Array("x").Cast(array.Int64))
	if x.Rank() < 2 {
		return one(c.counted(x, c.weightsOf(), c.Int("minlength")))
	}
	length := c.Int("minlength")
	if x.Size() > 0 {
		length = max(length, int(array.Data[int64](good(good(array.Max(x, nil, false)).AsContiguous()))[0])+1)
	}
	rows := make([]*array.Array, x.Shape()[0])
	for i := range rows {
		w := c.weightsOf()
		if w != nil {
			w = w.At(0, i)
		}
		rows[i] = good(c.counted(x.At(0, i), w, length))
	}
	return one(array.Stack(rows, 0, array.Invalid))
}

func (c *Call) weightsOf() *array.Array {
	if !c.Given("weights") {
		return nil
	}
	return c.Array("weights")
}

// counted adds up the weights (nil: ones) of each number from 0 up to the largest, at least length.
func (c *Call) counted(x, weights *array.Array, length int) (*array.Array, error) {
	if x.Size() > 0 {
		x = good(array.Clip(x, array.Of(array.Scalar(int64(0))), array.Operand{}))
		length = max(length, int(array.Data[int64](good(array.Max(x, nil, false)))[0])+1)
	}
	must(c.T.Alloc(8 * int64(length)))
	sums := make([]float64, c.room(length))
	var w []float64
	if weights != nil {
		list, err := array.Float64s(weights)
		must(err)
		w = list
	}
	for i, v := range array.Data[int64](x) {
		if w != nil {
			sums[v] += w[i]
		} else {
			sums[v]++
		}
	}
	return array.FromSlice(c.T, sums, length)
}

// edges are n+1 evenly spaced numbers, each weighed between the ends in single precision, as jax does it.
func (c *Call) edges(lo, hi float64, n int) *array.Array {
	list := make([]float32, c.room(n+1))
	for i := range list {
		part := float32(i) / float32(n)
		list[i] = float32(float32(lo)*(1-part)) + float32(float32(hi)*part)
	}
	list[n] = float32(hi)
	return good(array.FromSlice(c.T, list, n+1))
}

// trapezoidKernel adds up the areas under a curve.
func trapezoidKernel(c *Call) []*array.Array {
	a := object.Positional(numpyOf(c.precise("y")))
	if c.Given("x") {
		a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern("x"), Value: numpyOf(c.precise("x"))})
	}
	a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern("dx"), Value: numpyOf(c.precise("dx"))},
		object.Kwarg{Name: object.Intern("axis"), Value: c.Arg("axis")})
	return c.callNumpy("trapezoid", a)
}
