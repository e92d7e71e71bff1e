package ops

import (
	"math"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// fillKernel is a tensor of one number.
func fillKernel(v float64) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		out := good(array.New(c.T, c.WantType(), c.Want(0).Shape...))
		if v != 0 {
			must(out.Assign(array.Scalar(v)))
		}
		return one(out, nil)
	}
}

// fullKernel broadcasts a value to the shape of the result.
func fullKernel(c *Call) []*array.Array {
	out := good(array.New(c.T, c.WantType(), c.Want(0).Shape...))
	must(out.Assign(c.ArrayIn("fill_value")))
	return one(out, nil)
}

func arangeKernel(c *Call) []*array.Array {
	n := c.Want(0).Shape[0]
	start, step := array.Scalar(int64(0)), array.Scalar(int64(1))
	if c.Given("stop") {
		start = c.Array("start")
	}
	if c.Given("step") {
		step = c.Array("step")
	}
	d := array.Int64
	if !start.Dtype().IsInteger() || !step.Dtype().IsInteger() {
		d = array.Float64
		start, step = c.pythonFloat("start", start, c.Given("stop")), c.pythonFloat("step", step, c.Given("step"))
	}
	count := good(array.ArangeInt(c.T, 0, int64(n), 1, d))
	return one(array.Binary(array.Add, array.Of(start), array.Of(good(array.Binary(array.Multiply, array.Of(count), array.Of(good(step.Cast(d))))))))
}

// pythonFloat is a Python number in double precision, which the conversion to a tensor would round.
func (c *Call) pythonFloat(name string, a *array.Array, given bool) *array.Array {
	if f, ok := object.Of(c.Arg(name)).(object.Float); ok && given {
		return array.Scalar(float64(f))
	}
	return good(a.Cast(array.Float64))
}

func eyeKernel(c *Call) []*array.Array {
	s := c.Want(0).Shape
	return one(array.Eye(c.T, s[0], s[1], c.IntOr("k", 0), c.WantType()))
}

func identityKernel(c *Call) []*array.Array {
	s := c.Want(0).Shape
	return one(array.Eye(c.T, s[0], s[1], 0, c.WantType()))
}

func triKernel(c *Call) []*array.Array {
	s := c.Want(0).Shape
	return one(array.Tri(c.T, s[0], s[1], c.IntOr("k", 0), c.WantType()))
}

// windowKernel is one of numpy's windows.
func windowKernel(name string) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		a := object.Positional(object.Int(c.Int("x")))
		if name == "kaiser" {
			beta, err := object.ToFloat(c.T, c.Arg("beta"))
			must(err)
			a.Pos = append(a.Pos, object.Float(beta))
		}
		return c.callNumpy(name, a)
	}
}

// linspaceKernel also gives the step where it is asked for.
func linspaceKernel(c *Call) []*array.Array {
	values, step := c.spacedFrom(c.float64Of("start"), c.float64Of("stop"))
	out := []*array.Array{values}
	if c.Bool("retstep") {
		out = append(out, step)
	}
	return out
}

func (c *Call) float64Of(name string) *array.Array {
	if f, ok := object.Of(c.Arg(name)).(object.Float); ok {
		return array.Scalar(float64(f))
	}
	return good(c.Array(name).Cast(array.Float64))
}

// spacedFrom puts num values between two arrays into a new dimension.
func (c *Call) spacedFrom(start, stop *array.Array) (values, step *array.Array) {
	values, step, err := array.Linspace(c.T, start, stop, c.Int("num"), c.Bool("endpoint"))
	must(err)
	if axis := c.axis(c.Int("axis"), values.Rank()); axis != 0 {
		values = good(values.MoveAxis([]int{0}, []int{axis}))
	}
	return values, step
}

func logspaceKernel(c *Call) []*array.Array {
	powers, _ := c.spacedFrom(c.float64Of("start"), c.float64Of("stop"))
	base := c.float64Of("base")
	if axis := c.Int("axis"); base.Rank() > 0 {
		base = good(base.ExpandDims(axis))
	}
	return one(array.Binary(array.Power, array.Of(base), array.Of(powers)))
}

// geomspaceKernel spaces logarithms evenly; the ends are kept as they are.
func geomspaceKernel(c *Call) []*array.Array {
	start, stop := c.float64Of("start"), c.float64Of("stop")
	sign := good(array.Unary(array.Sign, start))
	logs := func(a *array.Array) *array.Array {
		return good(array.Unary(array.Log10, good(array.Binary(array.Divide, array.Of(a), array.Of(sign)))))
	}
	shape, err := array.BroadcastShapes(start.Shape(), stop.Shape())
	must(err)
	powers, _, err := array.Linspace(c.T, good(logs(start).BroadcastTo(shape)), good(logs(stop).BroadcastTo(shape)), c.Int("num"), c.Bool("endpoint"))
	must(err)
	out := good(array.Binary(array.Multiply, array.Of(sign), array.Of(good(array.Binary(array.Power, array.Of(array.Scalar(10.0)), array.Of(powers))))))
	if n := c.Int("num"); n > 0 {
		must(out.At(0, 0).Assign(start))
		if c.Bool("endpoint") && n > 1 {
			must(out.At(0, n-1).Assign(stop))
		}
	}
	if axis := c.axis(c.Int("axis"), out.Rank()); axis != 0 {
		out = good(out.MoveAxis([]int{0}, []int{axis}))
	}
	return one(out, nil)
}

// meshgridKernel repeats each vector along the dimensions of the others.
func meshgridKernel(c *Call) []*array.Array {
	items := c.Items("x")
	out := make([]*array.Array, len(items))
	for i, v := range items {
		axis := i
		if c.Text("indexing") != "ij" && len(items) > 1 && i < 2 {
			axis = 1 - i
		}
		shape := make([]int, len(items))
		for j := range shape {
			shape[j] = 1
		}
		a := good(c.ToArray(v, "").Reshape(-1))
		shape[axis] = a.Size()
		out[i] = good(good(a.Reshape(shape...)).BroadcastTo(c.results[i].Shape))
	}
	return out
}

func vanderKernel(c *Call) []*array.Array {
	x := c.Array("x")
	n := c.Want(0).Shape[1]
	powers := good(array.ArangeInt(c.T, 0, int64(n), 1, array.Int64))
	if !c.Bool("increasing") {
		powers = good(powers.Flip(nil))
	}
	return one(array.Binary(array.Power, array.Of(good(x.ExpandDims(1))), array.Of(good(powers.Cast(x.Dtype())))))
}

// largest and lowest numbers of a floating type, for nan_to_num.
func largestOf(d array.Dtype) float64 {
	switch d {
	case array.Float16:
		return 65504
	case array.BFloat16:
		return math.Float64frombits(0x47efe00000000000)
	case array.Float32:
		return math.MaxFloat32
	}
	return math.MaxFloat64
}
