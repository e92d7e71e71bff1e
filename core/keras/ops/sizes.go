package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// On tensorflow sizes are tensors: tf.shape(x)[0] * 2. Where their numbers are known, the results of computing with them
// keep them, so that a reshape finds its sizes as tensorflow's own shape inference does.

// keepSizes gives the result of a traced call the numbers that follow from its arguments.
func keepSizes(c *Call, out object.Object) {
	x, ok := out.(*tensor.KerasTensor)
	if !ok || x.Kind != tensor.TFTraced || len(x.Shape) > 1 || !isWhole(x.Dtype) {
		return
	}
	switch c.Op.Name {
	case "get_item":
		x.Sizes = c.sizesItem()
	case "add", "subtract", "multiply", "floor_divide", "mod", "maximum", "minimum":
		x.Sizes = c.sizesBinary()
	case "cast", "expand_dims", "squeeze", "convert_to_tensor", "reshape", "stop_gradient", "copy":
		if from, ok := c.values[0].(*tensor.KerasTensor); ok && from.Sizes != nil {
			x.Sizes = from.Sizes.Clone()
		}
	case "concatenate":
		x.Sizes = c.sizesJoined("xs")
	case "stack":
		x.Sizes = c.sizesJoined("x")
	case "prod":
		if from, ok := c.values[0].(*tensor.KerasTensor); ok && from.Sizes != nil && len(x.Shape) == 0 {
			x.Sizes = tensor.Shape{from.Sizes.Size()}
		}
	}
	if x.Sizes != nil && x.Shape.Size() != len(x.Sizes) {
		x.Sizes = nil
	}
}

// numbersOf returns the known numbers of an argument: a tensor of sizes, an int, or a list of both.
func numbersOf(v object.Object) tensor.Shape {
	switch x := object.Of(v).(type) {
	case *tensor.KerasTensor:
		return x.Sizes
	case object.Int:
		if x >= 0 {
			return tensor.Shape{int(x)}
		}
		return tensor.Shape{inferDim}
	case *object.List:
		return numbersOfAll(x.Items)
	case *object.Tuple:
		return numbersOfAll(x.Items)
	}
	return nil
}

func numbersOfAll(items []object.Object) tensor.Shape {
	out := tensor.Shape{}
	for _, v := range items {
		n := numbersOf(v)
		if n == nil {
			return nil
		}
		out = append(out, n...)
	}
	return out
}

func (c *Call) sizesItem() tensor.Shape {
	from, ok := c.values[0].(*tensor.KerasTensor)
	if !ok || from.Sizes == nil || len(from.Shape) != 1 {
		return nil
	}
	v, err := object.GetItem(c.T, from.Sizes.Object(), c.Arg("key"))
	if err != nil {
		return nil
	}
	switch x := v.(type) {
	case *object.Tuple:
		s, err := ToShape(c.T, x)
		if err != nil {
			return nil
		}
		return s
	case object.Int:
		return tensor.Shape{int(x)}
	}
	return tensor.Shape{unknown}
}

func (c *Call) sizesBinary() tensor.Shape {
	a, b := numbersOf(c.values[0]), numbersOf(c.values[1])
	if a == nil || b == nil || len(a) != 1 && len(b) != 1 && len(a) != len(b) {
		return nil
	}
	out := make(tensor.Shape, max(len(a), len(b)))
	for i := range out {
		m, n := a[min(i, len(a)-1)], b[min(i, len(b)-1)]
		if m == inferDim || n == inferDim {
			out[i] = unknown
			continue
		}
		out[i] = sizeResult(c.Op.Name, m, n)
	}
	return out
}

func sizeResult(op string, m, n int) int {
	switch op {
	case "add":
		return tensor.AddDims(m, n)
	case "subtract":
		return tensor.SubDims(m, n)
	case "multiply":
		return tensor.MulDims(m, n)
	case "floor_divide":
		return tensor.DivDims(m, n)
	case "mod":
		return tensor.ModDims(m, n)
	case "maximum":
		if m != unknown && n != unknown {
			return max(m, n)
		}
	case "minimum":
		if m != unknown && n != unknown {
			return min(m, n)
		}
	}
	return unknown
}

func (c *Call) sizesJoined(name string) tensor.Shape {
	items, err := object.Items(c.T, c.Arg(name))
	if err != nil {
		return nil
	}
	return numbersOfAll(items)
}
