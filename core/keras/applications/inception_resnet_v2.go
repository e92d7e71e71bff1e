package applications

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func init() {
	declare("inception_resnet_v2", "InceptionResNetV2", common+`"inception_resnet_v2"`, (*net).inceptionResNetV2)
}

// CustomScaleLayer adds to one tensor a part of another.
var CustomScaleLayer = spec.Declare("keras.src.applications.inception_resnet_v2", "CustomScaleLayer", func() spec.Class {
	return spec.Class{
		Base: layers.Base, Doc: "Adds to one tensor a part of another.",
		Args: arg.Of(arg.Any("scale").Says("the part")), Kwargs: "kwargs", Takes: "inputs",
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			c := layers.NewCalc(l)
			part := c.Binary(object.Mul, c.Index(a[0], 1), l.Value("scale"))
			return c.End(c.Binary(object.Add, c.Index(a[0], 0), part))
		},
	}
})

func (n *net) inceptionResNetV2() object.Object {
	n.axis = n.imageAxis()
	x := n.unit(n.units(n.start(299, 75), "32:3x3/"), 32, 3, 3, 1, "valid")
	x = n.halved(n.units(x, "64:3x3"))
	x = n.halved(n.unit(n.unit(x, 80, 1, 1, 1, "valid"), 192, 3, 3, 1, "valid"))
	x = n.join("mixed_5b", n.units(x, "96:1x1"), n.units(x, "48:1x1 64:5x5"), n.units(x, "64:1x1 96:3x3 96:3x3"), n.units(n.averaged(x), "64:1x1"))
	x = n.scaledBlocks(x, "block35", 10, 0.17, "32:1x1", "32:1x1 32:3x3", "32:1x1 48:3x3 64:3x3")
	x = n.join("mixed_6a", n.units(x, "384:3x3/"), n.units(x, "256:1x1 256:3x3 384:3x3/"), n.halved(x))
	x = n.scaledBlocks(x, "block17", 20, 0.1, "192:1x1", "128:1x1 160:1x7 192:7x1")
	x = n.join("mixed_7a", n.units(x, "256:1x1 384:3x3/"), n.units(x, "256:1x1 288:3x3/"), n.units(x, "256:1x1 288:3x3 320:3x3/"), n.halved(x))
	x = n.scaledBlocks(x, "block8", 10, 0.2, "192:1x1", "192:1x1 224:1x3 256:3x1")
	x = n.conv(x, "conv_7b", 1536, 1, "padding", "same", "use_bias", false)
	x = n.activation(n.norm(x, "conv_7b_bn", "scale", false), "conv_7b_ac", "relu")
	return n.finish(x, "avg_pool", false)
}

// scaledBlocks adds a part of what the branches give, several times over. The very last time it adds all, and activates nothing.
func (n *net) scaledBlocks(x object.Object, kind string, count int, scale float64, branches ...string) object.Object {
	for i := 1; i <= count; i++ {
		name := kind + "_" + strconv.Itoa(i)
		made := make([]object.Object, len(branches))
		for j, b := range branches {
			made[j] = n.units(x, b)
		}
		up := n.conv(n.join(name+"_mixed", made...), name+"_conv", n.channels(x), 1, "padding", "same", "use_bias", true)
		last := kind == "block8" && i == count
		if last {
			scale = 1
		}
		x = n.call(n.of(func() (object.Object, error) {
			return object.Call(n.t, CustomScaleLayer.In(n.t), object.Float(scale))
		}), list(x, up))
		if !last {
			x = n.activation(x, name+"_ac", "relu")
		}
	}
	return x
}
