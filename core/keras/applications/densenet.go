package applications

import (
	"strconv"

	"layerglass/core/python/object"
)

func init() {
	for _, d := range []struct {
		depth  string
		blocks [4]int
	}{{"121", [4]int{6, 12, 24, 16}}, {"169", [4]int{6, 12, 32, 32}}, {"201", [4]int{6, 12, 48, 32}}} {
		declare("densenet", "DenseNet"+d.depth, common+`"densenet`+d.depth+`"`, func(n *net) object.Object { return n.densenet(d.blocks) })
	}
}

// onlyChannelsLast refuses the other layout of images for the families that do not have it.
func (n *net) onlyChannelsLast() {
	if n.first {
		n.fail(object.ValueError("%s() takes images as channels_last only, and keras.config.image_data_format() is 'channels_first'.", n.function))
	}
}

func (n *net) densenet(blocks [4]int) object.Object {
	n.onlyChannelsLast()
	n.axis = 3
	x := n.pad(n.start(224, 32), "", [2][2]int{{3, 3}, {3, 3}})
	x = n.normed(n.conv(x, "conv1_conv", 64, 7, "strides", 2, "use_bias", false), "conv1")
	x = n.pad(x, "", [2][2]int{{1, 1}, {1, 1}})
	x = n.add(x, "MaxPooling2D", "pool1", "pool_size", 3, "strides", 2)
	for i, count := range blocks {
		for j := range count {
			x = n.dense(x, "conv"+strconv.Itoa(i+2)+"_block"+strconv.Itoa(j+1))
		}
		if i == 3 {
			break
		}
		name := "pool" + strconv.Itoa(i+2)
		x = n.conv(n.normed(x, name), name+"_conv", n.channels(x)/2, 1, "use_bias", false)
		x = n.add(x, "AveragePooling2D", name+"_pool", "pool_size", 2, "strides", 2)
	}
	x = n.activation(n.norm(x, "bn", "epsilon", residualEpsilon), "relu", "relu")
	return n.finish(x, "avg_pool", true)
}

// dense makes 32 further channels and puts them behind those that are there.
func (n *net) dense(x object.Object, name string) object.Object {
	y := n.conv(n.normed(x, name+"_0"), name+"_1_conv", 4*32, 1, "use_bias", false)
	y = n.conv(n.normed(y, name+"_1"), name+"_2_conv", 32, 3, "padding", "same", "use_bias", false)
	return n.add(list(x, y), "Concatenate", name+"_concat", "axis", n.axis)
}
