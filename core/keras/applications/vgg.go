package applications

import (
	"strconv"

	"layerglass/core/python/object"
)

func init() {
	declareVGG("16", [5]int{2, 2, 3, 3, 3})
	declareVGG("19", [5]int{2, 2, 4, 4, 4})
}

// declareVGG declares VGG with numbers of convolutions in its five blocks.
func declareVGG(depth string, blocks [5]int) {
	declare("vgg"+depth, "VGG"+depth, common+`"vgg`+depth+`"`, func(n *net) object.Object {
		x := n.start(224, 32)
		for i, filters := range []int{64, 128, 256, 512, 512} {
			block := "block" + strconv.Itoa(i+1)
			for j := range blocks[i] {
				x = n.conv(x, block+"_conv"+strconv.Itoa(j+1), filters, 3, "activation", "relu", "padding", "same")
			}
			x = n.add(x, "MaxPooling2D", block+"_pool", "pool_size", twice(2), "strides", twice(2))
		}
		if n.truth("include_top") {
			x = n.add(x, "Flatten", "flatten")
			for _, name := range []string{"fc1", "fc2"} {
				x = n.add(x, "Dense", name, "units", 4096, "activation", "relu")
			}
			x = n.classify(x, "predictions")
		} else {
			x = n.pool(x, "", "")
		}
		return n.model(x, n.args["name"])
	})
}
