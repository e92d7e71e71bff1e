package applications

import (
	"strconv"

	"layerglass/core/python/object"
)

func init() {
	declare("xception", "Xception", common+`"xception"`, (*net).xception)
}

// separable is a normalized SeparableConv2D.
func (n *net) separable(x object.Object, name string, filters int) object.Object {
	x = n.add(x, "SeparableConv2D", name, "filters", filters, "kernel_size", twice(3), "padding", "same", "use_bias", false)
	return n.norm(x, name+"_bn")
}

func (n *net) xception() object.Object {
	n.axis = n.lastAxis()
	x := n.start(299, 71)
	for i, filters := range []int{32, 64} {
		name, stride := "block1_conv"+strconv.Itoa(i+1), 2-i
		x = n.conv(x, name, filters, twice(3), "strides", twice(stride), "use_bias", false)
		x = n.activation(n.norm(x, name+"_bn"), name+"_act", "relu")
	}
	x = n.narrow(x, "block2", 128, 128, false)
	x = n.narrow(x, "block3", 256, 256, true)
	x = n.narrow(x, "block4", 728, 728, true)
	for i := 5; i < 13; i++ {
		before, block := x, "block"+strconv.Itoa(i)
		for j := 1; j <= 3; j++ {
			name := block + "_sepconv" + strconv.Itoa(j)
			x = n.separable(n.activation(x, name+"_act", "relu"), name, 728)
		}
		x = n.add(list(x, before), "Add", "")
	}
	x = n.narrow(x, "block13", 728, 1024, true)
	for i, filters := range []int{1536, 2048} {
		name := "block14_sepconv" + strconv.Itoa(i+1)
		x = n.activation(n.separable(x, name, filters), name+"_act", "relu")
	}
	return n.finish(x, "avg_pool", false)
}

// narrow halves the image on two ways, by convolutions and by a single one, and adds them.
func (n *net) narrow(x object.Object, block string, first, filters int, activated bool) object.Object {
	short := n.norm(n.conv(x, "", filters, twice(1), "strides", twice(2), "padding", "same", "use_bias", false), "")
	if activated {
		x = n.activation(x, block+"_sepconv1_act", "relu")
	}
	x = n.activation(n.separable(x, block+"_sepconv1", first), block+"_sepconv2_act", "relu")
	x = n.separable(x, block+"_sepconv2", filters)
	x = n.add(x, "MaxPooling2D", block+"_pool", "pool_size", twice(3), "strides", twice(2), "padding", "same")
	return n.add(list(x, short), "Add", "")
}
