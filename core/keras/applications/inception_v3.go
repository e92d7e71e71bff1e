package applications

import (
	"strconv"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/python/object"
)

func init() {
	declare("inception_v3", "InceptionV3", common+`"inception_v3"`, (*net).inceptionV3)
}

// unit is a convolution without bias, normalized and activated. None of the three is named.
func (n *net) unit(x object.Object, filters, rows, columns, stride int, padding string) object.Object {
	x = n.conv(x, "", filters, arg.T(rows, columns), "strides", stride, "padding", padding, "use_bias", false)
	return n.activation(n.norm(x, "", "scale", false), "", "relu")
}

// units is a chain of convolutions, written as filters and kernel: "64:1x1 96:3x3". One that ends in a slash halves the image.
func (n *net) units(x object.Object, chain string) object.Object {
	for _, u := range strings.Fields(chain) {
		u, half := strings.CutSuffix(u, "/")
		stride, padding := 1, "same"
		if half {
			stride, padding = 2, "valid"
		}
		filters, kernel, _ := strings.Cut(u, ":")
		rows, columns, _ := strings.Cut(kernel, "x")
		x = n.unit(x, number(filters), number(rows), number(columns), stride, padding)
	}
	return x
}

func number(s string) int {
	v, err := strconv.Atoi(s)
	if err != nil {
		panic("applications: no number: " + s)
	}
	return v
}

// halved is the largest of nine pixels, at every second one.
func (n *net) halved(x object.Object) object.Object {
	return n.add(x, "MaxPooling2D", "", "pool_size", 3, "strides", 2)
}

// averaged is the average of nine pixels.
func (n *net) averaged(x object.Object) object.Object {
	return n.add(x, "AveragePooling2D", "", "pool_size", 3, "strides", 1, "padding", "same")
}

func (n *net) join(name string, branches ...object.Object) object.Object {
	return n.add(list(branches...), "Concatenate", name, "axis", n.axis)
}

func (n *net) inceptionV3() object.Object {
	n.axis = n.imageAxis()
	x := n.unit(n.units(n.start(299, 75), "32:3x3/"), 32, 3, 3, 1, "valid")
	x = n.halved(n.units(x, "64:3x3"))
	x = n.halved(n.unit(n.unit(x, 80, 1, 1, 1, "valid"), 192, 3, 3, 1, "valid"))
	for i, last := range []string{"32:1x1", "64:1x1", "64:1x1"} {
		x = n.join("mixed"+strconv.Itoa(i), n.units(x, "64:1x1"), n.units(x, "48:1x1 64:5x5"), n.units(x, "64:1x1 96:3x3 96:3x3"), n.units(n.averaged(x), last))
	}
	x = n.join("mixed3", n.units(x, "384:3x3/"), n.units(x, "64:1x1 96:3x3 96:3x3/"), n.halved(x))
	for i, f := range []string{"128", "160", "160", "192"} {
		a, b := f+":1x7", f+":7x1"
		x = n.join("mixed"+strconv.Itoa(4+i), n.units(x, "192:1x1"), n.units(x, f+":1x1 "+a+" 192:7x1"),
			n.units(x, f+":1x1 "+b+" "+a+" "+b+" 192:1x7"), n.units(n.averaged(x), "192:1x1"))
	}
	x = n.join("mixed8", n.units(x, "192:1x1 320:3x3/"), n.units(x, "192:1x1 192:1x7 192:7x1 192:3x3/"), n.halved(x))
	for i := range 2 {
		one, three := n.units(x, "320:1x1"), n.units(x, "384:1x1")
		three = n.join("mixed9_"+strconv.Itoa(i), n.units(three, "384:1x3"), n.units(three, "384:3x1"))
		twice := n.units(x, "448:1x1 384:3x3")
		twice = n.join("", n.units(twice, "384:1x3"), n.units(twice, "384:3x1"))
		x = n.join("mixed"+strconv.Itoa(9+i), one, three, twice, n.units(n.averaged(x), "192:1x1"))
	}
	return n.finish(x, "avg_pool", false)
}
