package applications

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

func init() {
	takes := `input_shape=None, include_top=True, weights="imagenet", input_tensor=None, pooling=None, classes=1000, classifier_activation="softmax", name=`
	declare("nasnet", "NASNetMobile", takes+`"nasnet_mobile"`, func(n *net) object.Object {
		if n.args["input_shape"] == object.None && !n.truth("include_top") {
			n.args["input_shape"] = object.NewTuple(object.Int(224), object.Int(224), object.Int(3))
		}
		return n.nasnet(224, 44, 4, 32, false)
	})
	declare("nasnet", "NASNetLarge", takes+`"nasnet_large"`, func(n *net) object.Object { return n.nasnet(331, 168, 6, 96, true) })
}

// within runs f in a name scope: the paths of the weights carry its name.
func (n *net) within(name string, f func()) {
	if n.err != nil {
		return
	}
	scope := &operation.Scope{Name: name, Deduplicate: true}
	operation.EnterScope(n.t, scope)
	defer operation.LeaveScope(n.t, scope)
	f()
}

// cells are the two newest outputs of a NASNet: each cell works on both.
type cells struct{ x, before object.Object }

func (n *net) nasnet(size, filters, count, stem int, skip bool) object.Object {
	n.onlyChannelsLast()
	n.axis = -1
	x := n.conv(n.start(size, 32), "stem_conv1", stem, twice(3), "strides", twice(2), "padding", "valid", "use_bias", false, "kernel_initializer", "he_normal")
	c := cells{n.normNAS(x, "stem_bn1"), nil}
	c = n.reductionCell(c, filters/4, "stem_1")
	c = n.reductionCell(c, filters/2, "stem_2")
	for stage := range 3 {
		if stage > 0 {
			reduced := n.reductionCell(c, filters<<stage, "reduce_"+strconv.Itoa(stage*count))
			if skip {
				reduced.before = c.before
			}
			c = reduced
		}
		for i := range count {
			c = n.normalCell(c, filters<<stage, strconv.Itoa(stage*count+min(stage, 1)+i))
		}
	}
	return n.finish(n.activation(c.x, "", "relu"), "", false)
}

func (n *net) normNAS(x object.Object, name string) object.Object {
	return n.norm(x, name, "momentum", 0.9997, "epsilon", 1e-3)
}

// point is a convolution over single pixels.
func (n *net) point(x object.Object, name string, filters int) object.Object {
	return n.conv(x, name, filters, twice(1), "padding", "same", "use_bias", false, "kernel_initializer", "he_normal")
}

// separableTwice is two separable convolutions, the first of which may halve the image.
func (n *net) separableTwice(x object.Object, filters, kernel, stride int, id string) object.Object {
	n.within("separable_conv_block_"+id, func() {
		x = n.activation(x, "", "relu")
		padding := "same"
		if stride == 2 {
			padding = "valid"
			x = n.pad(x, "separable_conv_1_pad_"+id, n.even(x, kernel))
		}
		for i, stride := range []int{stride, 1} {
			if i == 1 {
				x, padding = n.activation(x, "", "relu"), "same"
			}
			name := "separable_conv_" + strconv.Itoa(i+1)
			x = n.add(x, "SeparableConv2D", name+"_"+id, "filters", filters, "kernel_size", twice(kernel), "strides", twice(stride), "padding", padding, "use_bias", false)
			x = n.normNAS(x, name+"_bn_"+id)
		}
	})
	return x
}

// adjust gives the older output the size and filters of the newer one.
func (n *net) adjust(c cells, filters int, id string) (p object.Object) {
	if c.before == nil {
		return c.x
	}
	p = c.before
	n.within("adjust_block", func() {
		have, want := n.shape(p), n.shape(c.x)
		switch {
		case n.err != nil || len(have) < 2 || len(want) < 2:
		case have[len(have)-2] != want[len(want)-2]:
			n.within("adjust_reduction_block_"+id, func() { p = n.adjustSize(p, filters, id) })
		case n.channels(p) != filters:
			n.within("adjust_projection_block_"+id, func() {
				p = n.point(n.activation(p, "", "relu"), "adjust_conv_projection_"+id, filters)
				p = n.normNAS(p, "adjust_bn_"+id)
			})
		}
	})
	return p
}

// adjustSize takes every second pixel twice, the second time one further, and joins both.
func (n *net) adjustSize(p object.Object, filters int, id string) object.Object {
	p = n.activation(p, "adjust_relu_1_"+id, "relu")
	half := func(x object.Object, i string) object.Object {
		x = n.add(x, "AveragePooling2D", "adjust_avg_pool_"+i+"_"+id, "pool_size", twice(1), "strides", twice(2), "padding", "valid")
		return n.point(x, "adjust_conv_"+i+"_"+id, filters/2)
	}
	first := half(p, "1")
	further := n.pad(p, "", [2][2]int{{0, 1}, {0, 1}})
	further = n.add(further, "Cropping2D", "", "cropping", arg.T(arg.T(1, 0), arg.T(1, 0)))
	return n.normNAS(n.join("", first, half(further, "2")), "adjust_bn_"+id)
}

func (n *net) average(x object.Object, name string) object.Object {
	return n.add(x, "AveragePooling2D", name, "pool_size", twice(3), "strides", twice(1), "padding", "same")
}

func (n *net) sum(name string, a, b object.Object) object.Object {
	return n.add(list(a, b), "Add", name)
}

func (n *net) normalCell(c cells, filters int, id string) cells {
	var out object.Object
	n.within("normal_A_block_"+id, func() {
		p := n.adjust(c, filters, id)
		h := n.point(n.activation(c.x, "", "relu"), "normal_conv_1_"+id, filters)
		h = n.normNAS(h, "normal_bn_1_"+id)
		var x [5]object.Object
		n.within("block_1", func() {
			left := n.separableTwice(h, filters, 5, 1, "normal_left1_"+id)
			x[0] = n.sum("normal_add_1_"+id, left, n.separableTwice(p, filters, 3, 1, "normal_right1_"+id))
		})
		n.within("block_2", func() {
			left := n.separableTwice(p, filters, 5, 1, "normal_left2_"+id)
			x[1] = n.sum("normal_add_2_"+id, left, n.separableTwice(p, filters, 3, 1, "normal_right2_"+id))
		})
		x[2] = n.sum("normal_add_3_"+id, n.average(h, "normal_left3_"+id), p)
		left := n.average(p, "normal_left4_"+id)
		x[3] = n.sum("normal_add_4_"+id, left, n.average(p, "normal_right4_"+id))
		n.within("block_5", func() {
			x[4] = n.sum("normal_add_5_"+id, n.separableTwice(h, filters, 3, 1, "normal_left5_"+id), h)
		})
		out = n.join("normal_concat_"+id, append([]object.Object{p}, x[:]...)...)
	})
	return cells{out, c.x}
}

func (n *net) reductionCell(c cells, filters int, id string) cells {
	var out object.Object
	n.within("reduction_A_block_"+id, func() {
		p := n.adjust(c, filters, id)
		h := n.point(n.activation(c.x, "", "relu"), "reduction_conv_1_"+id, filters)
		h = n.normNAS(h, "reduction_bn_1_"+id)
		padded := n.pad(h, "reduction_pad_1_"+id, n.even(h, 3))
		over := func(class, name string) object.Object {
			return n.add(padded, class, name, "pool_size", twice(3), "strides", twice(2), "padding", "valid")
		}
		var x [5]object.Object
		n.within("block_1", func() {
			left := n.separableTwice(h, filters, 5, 2, "reduction_left1_"+id)
			x[0] = n.sum("reduction_add_1_"+id, left, n.separableTwice(p, filters, 7, 2, "reduction_right1_"+id))
		})
		n.within("block_2", func() {
			left := over("MaxPooling2D", "reduction_left2_"+id)
			x[1] = n.sum("reduction_add_2_"+id, left, n.separableTwice(p, filters, 7, 2, "reduction_right2_"+id))
		})
		n.within("block_3", func() {
			left := over("AveragePooling2D", "reduction_left3_"+id)
			x[2] = n.sum("reduction_add3_"+id, left, n.separableTwice(p, filters, 5, 2, "reduction_right3_"+id))
		})
		x[3] = n.sum("", x[1], n.average(x[0], "reduction_left4_"+id))
		n.within("block_5", func() {
			left := n.separableTwice(x[0], filters, 3, 1, "reduction_left4_"+id)
			x[4] = n.sum("reduction_add4_"+id, left, over("MaxPooling2D", "reduction_right5_"+id))
		})
		out = n.join("reduction_concat_"+id, x[1], x[2], x[3], x[4])
	})
	return cells{out, c.x}
}
