package applications

import (
	"strconv"

	"layerglass/core/python/object"
)

const residualEpsilon = 1.001e-5

func init() {
	for _, r := range []struct {
		depth  string
		blocks [4]int
	}{{"50", [4]int{3, 4, 6, 3}}, {"101", [4]int{3, 4, 23, 3}}, {"152", [4]int{3, 8, 36, 3}}} {
		depth, blocks := r.depth, r.blocks
		var further []string
		if depth == "50" {
			further = []string{"resnet50"}
		}
		declare("resnet", "ResNet"+depth, common+`"resnet`+depth+`"`, func(n *net) object.Object { return n.resnet(blocks, false) }, further...)
		declare("resnet_v2", "ResNet"+depth+"V2", common+`"resnet`+depth+`v2"`, func(n *net) object.Object { return n.resnet(blocks, true) })
	}
}

// imageAxis is the axis of the channels counted from the front.
func (n *net) imageAxis() int {
	if n.first {
		return 1
	}
	return 3
}

// lastAxis is the axis of the channels, -1 for the last.
func (n *net) lastAxis() int {
	if n.first {
		return 1
	}
	return -1
}

// resnet makes a ResNet. Version 2 normalizes before each convolution instead of behind it.
func (n *net) resnet(blocks [4]int, v2 bool) object.Object {
	n.axis = n.imageAxis()
	x := n.pad(n.start(224, 32), "conv1_pad", [2][2]int{{3, 3}, {3, 3}})
	x = n.conv(x, "conv1_conv", 64, 7, "strides", 2)
	if !v2 {
		x = n.normed(x, "conv1")
	}
	x = n.pad(x, "pool1_pad", [2][2]int{{1, 1}, {1, 1}})
	x = n.add(x, "MaxPooling2D", "pool1_pool", "pool_size", 3, "strides", 2)
	for i, count := range blocks {
		stack, filters := "conv"+strconv.Itoa(i+2)+"_block", 64<<i
		for j := 1; j <= count; j++ {
			stride := 1
			if v2 && j == count && i < 3 || !v2 && j == 1 && i > 0 {
				stride = 2
			}
			if name := stack + strconv.Itoa(j); v2 {
				x = n.residualV2(x, name, filters, stride, j == 1)
			} else {
				x = n.residual(x, name, filters, stride, j == 1)
			}
		}
	}
	if v2 {
		x = n.normed(x, "post")
	}
	return n.finish(x, "avg_pool", true)
}

// normed is a BatchNormalization with its activation.
func (n *net) normed(x object.Object, name string) object.Object {
	return n.activation(n.norm(x, name+"_bn", "epsilon", residualEpsilon), name+"_relu", "relu")
}

func (n *net) residual(x object.Object, name string, filters, stride int, widen bool) object.Object {
	shortcut := x
	if widen {
		shortcut = n.conv(x, name+"_0_conv", 4*filters, 1, "strides", stride)
		shortcut = n.norm(shortcut, name+"_0_bn", "epsilon", residualEpsilon)
	}
	x = n.normed(n.conv(x, name+"_1_conv", filters, 1, "strides", stride), name+"_1")
	x = n.normed(n.conv(x, name+"_2_conv", filters, 3, "padding", "SAME"), name+"_2")
	x = n.norm(n.conv(x, name+"_3_conv", 4*filters, 1), name+"_3_bn", "epsilon", residualEpsilon)
	return n.activation(n.add(list(shortcut, x), "Add", name+"_add"), name+"_out", "relu")
}

func (n *net) residualV2(x object.Object, name string, filters, stride int, widen bool) object.Object {
	before, shortcut := n.normed(x, name+"_preact"), x
	switch {
	case widen:
		shortcut = n.conv(before, name+"_0_conv", 4*filters, 1, "strides", stride)
	case stride > 1:
		shortcut = n.add(x, "MaxPooling2D", "", "pool_size", 1, "strides", stride)
	}
	x = n.normed(n.conv(before, name+"_1_conv", filters, 1, "strides", 1, "use_bias", false), name+"_1")
	x = n.pad(x, name+"_2_pad", [2][2]int{{1, 1}, {1, 1}})
	x = n.normed(n.conv(x, name+"_2_conv", filters, 3, "strides", stride, "use_bias", false), name+"_2")
	x = n.conv(x, name+"_3_conv", 4*filters, 1)
	return n.add(list(shortcut, x), "Add", name+"_out")
}
