package ops

import (
	"layerglass/core/keras/kernel"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// shapeRules are those of operations that only move numbers.
func shapeRules() map[string]func(*flow) {
	rules := map[string]func(*flow){
		"transpose": func(f *flow) {
			if !f.Given("axes") {
				f.give(f.Arg("x"), f.do("transpose", f.g[0]))
				return
			}
			axes := f.Ints("axes")
			back := make([]int, len(axes))
			for i, a := range axes {
				if a < 0 {
					a += len(axes)
				}
				back[a] = i
			}
			f.give(f.Arg("x"), f.do("transpose", f.g[0], back))
		},
		"concatenate":    func(f *flow) { f.joined("xs", f.Int("axis"), false) },
		"stack":          func(f *flow) { f.joined("x", f.Int("axis"), true) },
		"scatter_update": moved, "slice_update": moved,
	}
	for _, name := range fields("reshape, squeeze, expand_dims, ravel") {
		rules[name] = func(f *flow) { f.give(f.Arg("x"), f.do("reshape", f.g[0], []int(f.shape(f.Arg("x"))))) }
	}
	for _, name := range fields("get_item, take, take_along_axis, flip, fliplr, flipud, roll, swapaxes, moveaxis, repeat, tile, broadcast_to, diagonal, rot90, split, " +
		"array_split, hsplit, vsplit, dsplit, unstack, slice, unfold, extract_sequences, depth_to_space, space_to_depth, pad, tril, triu, diag, diagflat, append, " +
		"hstack, vstack, dstack, trace, scatter, rearrange, image.crop_images, image.pad_images, image.extract_patches") {
		rules[name] = moved
	}
	return rules
}

// joined cuts the gradient of tensors that were put together. A new axis is one of size 1 for each.
func (f *flow) joined(name string, axis int, fresh bool) {
	g := f.g[0]
	rank, at := len(f.shape(g)), 0
	if axis < 0 {
		axis += rank
	}
	for _, v := range f.Items(name) {
		s := f.shape(v)
		n := 1
		if !fresh {
			n = s[axis]
		}
		if f.wants(v) {
			start, size := make([]int, rank), append([]int{}, f.shape(g)...)
			start[axis], size[axis] = at, n
			f.give(v, f.do("reshape", f.do("slice", g, start, size), []int(s)))
		}
		at += n
	}
}

// moved finds out where the numbers went by moving their places along, and brings the gradients back. Place 0 stands for what
// came from nowhere.
func moved(f *flow) {
	if f.Op.rule().Path() == "trace" {
		f.noGradient("trace")
	}
	places := map[*tensor.KerasTensor]int{}
	next := 1
	out := f.again(func(v object.Object) object.Object {
		x := v.(*tensor.KerasTensor)
		if !f.wants(v) {
			if isWhole(x.Dtype) {
				return v // indices and masks
			}
			return f.do("zeros", []int(x.Shape), named("dtype", "int32"))
		}
		from, seen := places[x]
		if !seen {
			from = next
			places[x] = from
			next += x.Shape.Size()
		}
		return f.do("reshape", f.do("arange", from, from+x.Shape.Size(), named("dtype", "int32")), []int(x.Shape))
	})
	var all object.Object
	for i, y := range tensorsIn(out) {
		if f.g[i] == nil {
			continue
		}
		flat := f.do("reshape", f.g[i], []int{-1})
		part := f.do("segment_sum", flat, f.do("reshape", y, []int{-1}), named("num_segments", next))
		if all == nil {
			all = part
		} else {
			all = f.add(all, part)
		}
	}
	for x, from := range places {
		f.give(x, f.do("reshape", f.do("slice", all, []int{from}, []int{x.Shape.Size()}), []int(x.Shape)))
	}
}

// tensorsIn lists what an operation gave.
func tensorsIn(out object.Object) []*tensor.KerasTensor {
	switch x := out.(type) {
	case *tensor.KerasTensor:
		return []*tensor.KerasTensor{x}
	case *object.List:
		return tensorsOf(x.Items)
	case *object.Tuple:
		return tensorsOf(x.Items)
	}
	return nil
}

func tensorsOf(items []object.Object) []*tensor.KerasTensor {
	var out []*tensor.KerasTensor
	for _, v := range items {
		out = append(out, tensorsIn(v)...)
	}
	return out
}

// windowRules are those of operations that move a window over images.
func windowRules() map[string]func(*flow) {
	pool := func(most bool) func(*flow) {
		return func(f *flow) {
			x := f.Array("inputs")
			n := x.Rank() - 2
			size := f.window("pool_size", n)
			strides := size
			if f.Given("strides") {
				strides = f.window("strides", n)
			}
			back := good(kernel.PoolBack(x, f.array(f.g[0]), f.windowOf(x, size, strides, ones(n)), f.format(), most))
			f.give(f.Arg("inputs"), f.tensor(back, f.Arg("inputs")))
		}
	}
	conv := func(deep bool) func(*flow) {
		return func(f *flow) {
			x, k := f.ArrayAs("inputs", f.y(0).Dtype), f.ArrayAs("kernel", f.y(0).Dtype)
			n := x.Rank() - 2
			w := f.windowOf(x, k.Shape()[:n], f.spread2("strides", n), f.spread2("dilation_rate", n))
			dx, dk, err := kernel.ConvBack(x, k, f.array(f.g[0]), w, f.format(), deep)
			must(err)
			f.give(f.Arg("inputs"), f.tensor(dx, f.Arg("inputs")))
			f.give(f.Arg("kernel"), f.tensor(dk, f.Arg("kernel")))
		}
	}
	return map[string]func(*flow){"max_pool": pool(true), "average_pool": pool(false), "conv": conv(false), "depthwise_conv": conv(true), "conv_transpose": transposedBack}
}

func transposedBack(f *flow) {
	x, k := f.ArrayAs("inputs", f.y(0).Dtype), f.ArrayAs("kernel", f.y(0).Dtype)
	strides, dilation, crop, sizes := f.spreading(x, k)
	dx, dk, err := kernel.ConvTransposeBack(x, k, f.array(f.g[0]), strides, dilation, crop, sizes, f.format())
	must(err)
	f.give(f.Arg("inputs"), f.tensor(dx, f.Arg("inputs")))
	f.give(f.Arg("kernel"), f.tensor(dk, f.Arg("kernel")))
}

// spread2 is the number for each spatial dimension.
func (f *flow) spread2(name string, n int) []int { return f.Call.spread(name, n) }

// array returns the numbers of a gradient.
func (f *flow) array(g object.Object) *array.Array {
	a, err := g.(*tensor.KerasTensor).Array(f.t)
	must(err)
	return a
}

// tensor makes a gradient of an array for an argument.
func (f *flow) tensor(a *array.Array, v object.Object) object.Object {
	dtype := f.y(0).Dtype
	if x, ok := v.(*tensor.KerasTensor); ok {
		dtype = x.Dtype
	}
	x, err := Value(f.t, a, dtype)
	must(err)
	return x
}
