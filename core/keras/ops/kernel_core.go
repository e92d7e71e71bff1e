package ops

import (
	"math"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
)

// saturateKernel casts; numbers beyond the range of the dtype become its ends.
func saturateKernel(c *Call) []*array.Array {
	x, d := c.Array("x"), c.WantType()
	lo, hi, ok := rangeOf(d)
	if !ok || x.Dtype().IsComplex() {
		return one(x, nil)
	}
	switch {
	case x.Dtype().IsFloat():
		x = good(x.Cast(array.Float64))
	case d.IsFloat() && hi > math.MaxInt32 && !wide(c.T) && c.Text("dtype") != "float64": // Keras casts the ends to the ints, where they turn into the smallest one
		out := good(array.New(c.T, array.Int64, x.Shape()...))
		must(out.Assign(array.Scalar(int64(math.MinInt32))))
		return one(out, nil)
	default:
		x = good(x.Cast(array.Int64))
		lo, hi = math.Max(lo, math.MinInt64), math.Min(hi, math.MaxInt64)
	}
	bound := func(v float64) array.Operand {
		if x.Dtype() == array.Float64 {
			return array.Of(array.Scalar(v))
		}
		if v >= math.MaxInt64 {
			return array.Of(array.Scalar(int64(math.MaxInt64)))
		}
		return array.Of(array.Scalar(int64(v)))
	}
	return one(array.Clip(x, bound(lo), bound(hi)))
}

// rangeOf are the ends of a dtype.
func rangeOf(d array.Dtype) (lo, hi float64, ok bool) {
	switch {
	case d == array.Bool:
		return 0, 1, true
	case d.IsSigned():
		hi = math.Ldexp(1, 8*d.Size()-1)
		return -hi, hi - 1, true
	case d.IsUnsigned():
		return 0, math.Ldexp(1, 8*d.Size()) - 1, true
	case d.IsFloat():
		hi = largestOf(d)
		return -hi, hi, true
	}
	return 0, 0, false
}

// scatterOp is what becomes of an element that is written to.
type scatterOp uint8

const (
	scatterSet scatterOp = iota
	scatterAdd
	scatterMul
	scatterMin
	scatterMax
)

var scatterOps = map[string]scatterOp{"": scatterSet, "add": scatterAdd, "mul": scatterMul, "min": scatterMin, "max": scatterMax}

// scatterKernel adds values up at places of a tensor of zeros.
func scatterKernel(c *Call) []*array.Array {
	out := good(array.New(c.T, c.WantType(), c.Want(0).Shape...))
	return one(c.scattered(out, c.wholeIndex("indices"), c.Array("values"), scatterAdd), nil)
}

func scatterUpdateKernel(c *Call) []*array.Array {
	op := ""
	if c.Given("reduction") {
		op = c.Text("reduction")
	}
	return one(c.scattered(c.Array("inputs"), c.wholeIndex("indices"), c.ArrayIn("updates"), scatterOps[op]), nil)
}

// scattered writes updates into a copy of x. The last dimension of index holds the position in the first dimensions of x; positions
// that lie outside are left out.
func (c *Call) scattered(x, index, updates *array.Array, op scatterOp) *array.Array {
	rank := index.Rank()
	if rank == 0 {
		c.value("indices must have at least one dimension.")
	}
	k := index.Shape()[rank-1]
	if k > x.Rank() {
		c.value("indices name %d dimensions, the tensor has shape %s.", k, tensor.Shape(x.Shape()))
	}
	rows := good(good(index.Reshape(-1, max(k, 1))).AsContiguous())
	block := 1
	for _, n := range x.Shape()[k:] {
		block *= n
	}
	want := append(append([]int(nil), index.Shape()[:rank-1]...), x.Shape()[k:]...)
	places := make([]int, 0, rows.Shape()[0])
	data := array.Data[int64](rows)
	for r := range rows.Shape()[0] {
		places = append(places, placeOf(data[r*k:(r+1)*k], x.Shape(), block))
	}
	return c.written(x, places, block, good(updates.BroadcastTo(want)), op)
}

// placeOf is the number of the first element at a position, -1 outside.
func placeOf(at []int64, shape []int, block int) int {
	place := 0
	for i, v := range at {
		n := int64(shape[i])
		if v < 0 {
			v += n
		}
		if v < 0 || v >= n {
			return -1
		}
		place = place*int(n) + int(v)
	}
	return place * block
}

// written puts blocks of updates at places of a copy of x.
func (c *Call) written(x *array.Array, places []int, block int, updates *array.Array, op scatterOp) *array.Array {
	must(c.T.Spend(1 + int64(len(places)*block)/32))
	if d := x.Dtype(); d.IsFloat() {
		out := good(good(x.Cast(array.Float64)).Copy())
		writeBlocks(array.Data[float64](out), places, block, array.Data[float64](good(updates.Cast(array.Float64))), op)
		return out
	} else if d.IsComplex() {
		out := good(good(x.Cast(array.Complex128)).Copy())
		data, from := array.Data[complex128](out), array.Data[complex128](good(updates.Cast(array.Complex128)))
		for i, p := range places {
			for j := 0; p >= 0 && j < block; j++ {
				switch op {
				case scatterSet:
					data[p+j] = from[i*block+j]
				case scatterAdd:
					data[p+j] += from[i*block+j]
				case scatterMul:
					data[p+j] *= from[i*block+j]
				default:
					c.typeError("complex numbers have no order.")
				}
			}
		}
		return out
	}
	out := good(good(x.Cast(array.Int64)).Copy())
	writeBlocks(array.Data[int64](out), places, block, array.Data[int64](good(updates.Cast(array.Int64))), op)
	return out
}

func writeBlocks[T int64 | float64](out []T, places []int, block int, from []T, op scatterOp) {
	for i, p := range places {
		if p < 0 {
			continue
		}
		for j := range block {
			v := from[i*block+j]
			switch op {
			case scatterSet:
				out[p+j] = v
			case scatterAdd:
				out[p+j] += v
			case scatterMul:
				out[p+j] *= v
			case scatterMin:
				if v < out[p+j] || v != v {
					out[p+j] = v
				}
			case scatterMax:
				if v > out[p+j] || v != v {
					out[p+j] = v
				}
			}
		}
	}
}

// blockAt is the part of x that begins at start, moved so that it fits, as jax's dynamic slices are.
func (c *Call) blockAt(x *array.Array, size []int) *array.Array {
	start, err := array.Ints(good(c.wholeIndex("start_indices").Reshape(-1)))
	must(err)
	if len(start) != x.Rank() || len(size) != x.Rank() {
		c.value("start_indices must have an index for each of the %d dimensions of inputs, got %d.", x.Rank(), len(start))
	}
	for i, n := range size {
		room := x.Shape()[i] - n
		if room < 0 {
			c.typeError("a block of shape %s does not fit into shape %s.", tensor.Shape(size), tensor.Shape(x.Shape()))
		}
		from := start[i]
		if from < 0 {
			from += x.Shape()[i]
		}
		x = x.Slice(i, min(max(from, 0), room), 1, n)
	}
	return x
}

func sliceKernel(c *Call) []*array.Array {
	return one(c.blockAt(c.Array("inputs"), c.Want(0).Shape), nil)
}

func sliceUpdateKernel(c *Call) []*array.Array {
	out, updates := good(c.Array("inputs").Copy()), c.ArrayIn("updates")
	must(c.blockAt(out, updates.Shape()).Assign(updates))
	return one(out, nil)
}
