package ops

import (
	"strings"

	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

func numpyOf(a *array.Array) object.Object { return numpy.New(a) }

// reshapeKernel gives the elements of an argument the shape of the result: reshape, ravel, squeeze, expand_dims.
func reshapeKernel(name string) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(c.Array(name).Reshape(c.Want(0).Shape...)) }
}

func broadcastKernel(c *Call) []*array.Array {
	return one(c.Array("x").BroadcastTo(c.Want(0).Shape))
}

// likeKernel gives a copy in the dtype of the result.
func likeKernel(name string) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return []*array.Array{c.ArrayIn(name)} }
}

func diagKernel(c *Call) []*array.Array {
	x, k := c.Array("x"), c.Int("k")
	if x.Rank() == 2 {
		return one(x.Diagonal(k, 0, 1))
	}
	return one(c.onDiagonal(x, k))
}

// onDiagonal is the square matrix with the elements on a diagonal.
func (c *Call) onDiagonal(x *array.Array, k int) (*array.Array, error) {
	out, err := array.New(c.T, x.Dtype(), c.Want(0).Shape...)
	if err != nil {
		return nil, err
	}
	d, err := out.Diagonal(k, 0, 1)
	if err != nil {
		return nil, err
	}
	return out, d.Assign(x)
}

func diagflatKernel(c *Call) []*array.Array {
	return one(c.onDiagonal(good(c.Array("x").Reshape(-1)), c.Int("k")))
}

func diagonalKernel(c *Call) []*array.Array {
	return one(c.Array("x").Diagonal(c.Int("offset"), c.Int("axis1"), c.Int("axis2")))
}

// diffKernel takes differences of neighbours n times; of bools whether they differ.
func diffKernel(c *Call) []*array.Array {
	x := c.Array("a")
	axis, op := c.axis(c.Int("axis"), x.Rank()), array.Subtract
	if x.Dtype() == array.Bool {
		op = array.NotEqual
	}
	for range c.Int("n") {
		n := max(x.Shape()[axis]-1, 0)
		first := min(1, x.Shape()[axis])
		x = good(array.Binary(op, array.Of(x.Slice(axis, first, 1, n)), array.Of(x.Slice(axis, 0, 1, n))))
	}
	return one(x, nil)
}

func flipKernel(c *Call) []*array.Array { return one(c.Array("x").Flip(c.Axes("axis"))) }

func flipAxisKernel(axis int) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array { return one(c.Array("x").Flip([]int{axis})) }
}

func moveaxisKernel(c *Call) []*array.Array {
	return one(c.Array("x").MoveAxis(c.Ints("source"), c.Ints("destination")))
}

func swapaxesKernel(c *Call) []*array.Array {
	return one(c.Array("x").SwapAxes(c.Int("axis1"), c.Int("axis2")))
}

func transposeKernel(c *Call) []*array.Array { return one(c.Array("x").Transpose(c.Axes("axes"))) }

func repeatKernel(c *Call) []*array.Array {
	x, axis := c.Array("x"), 0
	if c.Given("axis") {
		axis = c.axis(c.Int("axis"), x.Rank())
	} else {
		x = good(x.Reshape(-1))
	}
	counts, err := array.Ints(good(c.Array("repeats").Reshape(-1)))
	must(err)
	return one(x.Repeat(counts, axis))
}

func tileKernel(c *Call) []*array.Array { return one(c.Array("x").Tile(c.Ints("repeats"))) }

func rot90Kernel(c *Call) []*array.Array {
	return c.callNumpy("rot90", object.Positional(numpyOf(c.Array("array")), c.Arg("k"), c.Arg("axes")))
}

func rollKernel(c *Call) []*array.Array {
	return c.callNumpy("roll", object.Args{Pos: []object.Object{numpyOf(c.Array("x")), c.numpyArgument("shift")},
		Kw: []object.Kwarg{{Name: object.Intern("axis"), Value: c.numpyArgument("axis")}}})
}

// padKernel pads each dimension by the pairs that the rule has read.
func padKernel(c *Call) []*array.Array {
	x, widths := c.Array("x"), c.padding()
	pairs := make([]object.Object, x.Rank())
	for i := range pairs {
		w := widths[min(i, len(widths)-1)]
		pairs[i] = object.NewTuple(object.Int(w[0]), object.Int(w[1]))
	}
	a := object.Positional(numpyOf(x), object.NewTuple(pairs...), object.Intern(lower(c.Text("mode"))))
	if c.Given("constant_values") {
		a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern("constant_values"), Value: numpyOf(good(c.Array("constant_values").Cast(x.Dtype())))})
	}
	if len(pairs) == 0 {
		return one(x, nil)
	}
	return c.callNumpy("pad", a)
}

// viewKernel reads the same bytes as elements of another dtype.
func viewKernel(c *Call) []*array.Array {
	x := c.Array("x")
	if !c.Given("dtype") {
		return one(x, nil)
	}
	v, err := object.CallMethod(c.T, numpyOf(good(x.AsContiguous())), "view", numpyDtype(c.Want(0).Dtype))
	must(err)
	return one(numpy.FromObject(c.T, v, ""))
}

// triangleKernel keeps one side of a diagonal.
func triangleKernel(name string) func(c *Call) []*array.Array {
	return func(c *Call) []*array.Array {
		return c.callNumpy(name, object.Positional(numpyOf(c.Array("x")), c.Arg("k")))
	}
}

// rearrangeKernel takes the dimensions apart, puts them in another order and joins them again.
func rearrangeKernel(c *Call) []*array.Array {
	from, to, _ := strings.Cut(c.Text("pattern"), "->")
	x := c.Array("tensor")
	lengths, sizes := c.axisLengths(), map[string]int{}
	var names []string
	for i, group := range axisGroups(from) {
		if i >= x.Rank() {
			break
		}
		c.place(group, x.Shape()[i], lengths, sizes)
		names = append(names, group.axes...)
	}
	split := make([]int, len(names))
	place := map[string]int{}
	for i, n := range names {
		split[i], place[n] = sizes[n], i
	}
	var order []int
	for _, group := range axisGroups(to) {
		for _, n := range group.axes {
			order = append(order, place[n])
		}
	}
	if len(order) == 0 {
		order = []int{}
	}
	return one(good(good(x.Reshape(split...)).Transpose(order)).Reshape(c.Want(0).Shape...))
}

// axisLengths are the sizes that rearrange was given by keyword.
func (c *Call) axisLengths() map[string]int {
	lengths := map[string]int{}
	if kw, ok := c.Arg("axes_lengths").(*object.Dict); ok {
		for k, v := range kw.All() {
			lengths[k.(*object.Str).String()] = c.asInt("axes_lengths", v)
		}
	}
	return lengths
}
