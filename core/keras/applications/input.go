package applications

import (
	"slices"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// start makes the checks that all networks share, and the image that the network begins with.
func (n *net) start(size, least int) object.Object {
	n.checkWeights()
	n.size = n.inputShape(size, least)
	n.refuseWeights()
	return n.begin(n.size)
}

// given is the number of channels of the shape that start has settled on, 0 when it is no number.
func (n *net) given() int {
	items := n.items(n.size)
	if at := n.imageAxis() - 1; at < len(items) {
		if v, ok := items[at].(object.Int); ok {
			return int(v)
		}
	}
	return 0
}

// checkWeights refuses what no network takes. There are no files here, so that no path names one.
func (n *net) checkWeights() {
	if n.err != nil {
		return
	}
	w := n.args["weights"]
	switch {
	case w == object.None:
	case n.text("weights") != "imagenet":
		e := object.ValueError("%s() takes weights=None or 'imagenet' or the path of a file that exists, got weights=%s. The playground has no files: "+
			"pass weights=None for a network with new weights.", n.function, arg.Repr(n.t, w))
		e.Subject = blame.Pretrained{Function: n.function, Value: w}
		n.fail(e)
	case n.truth("include_top") && !n.is("classes", object.Int(1000)):
		n.fail(object.ValueError("%s() with weights='imagenet' and include_top=True must have classes=1000, got classes=%s.", n.function,
			arg.Repr(n.t, n.args["classes"])))
	}
}

// refuseWeights says that weights from the network cannot be had. It comes after the checks of Keras.
func (n *net) refuseWeights() {
	if n.err != nil || n.args["weights"] == object.None {
		return
	}
	e := object.NewError(object.NotImplementedErrClass, "%s() would download the weights 'imagenet', and nothing is downloaded here. Pass weights=None: "+
		"the layers, their configs, shapes and parameter counts are the same.", n.function)
	e.Subject = blame.Pretrained{Function: n.function, Value: n.args["weights"]}
	n.fail(e)
}

// checkWidth refuses a width that trained weights do not exist for.
func (n *net) checkWidth(trained ...float64) {
	alpha := n.number("alpha")
	if n.err == nil && n.args["weights"] != object.None && !slices.Contains(trained, alpha) {
		n.fail(object.ValueError("%s() with weights='imagenet' must have an alpha of %s, got alpha=%s.", n.function, arg.Repr(n.t, floats(trained...)), arg.Repr(n.t, n.args["alpha"])))
	}
}

// is reports whether an argument equals a value.
func (n *net) is(name string, v object.Object) bool {
	same, err := object.Equal(n.t, n.args[name], v)
	if err != nil {
		n.fail(err)
	}
	return same
}

// begin makes the Input, unless the program has given a symbolic tensor.
func (n *net) begin(shape object.Object) object.Object {
	n.image = n.of(func() (object.Object, error) {
		given := n.args["input_tensor"]
		if x, ok := given.(*tensor.KerasTensor); ok {
			return x, nil
		}
		kw := arg.Pairs("shape", shape)
		if given != object.None {
			kw = append(kw, arg.Pairs("input_tensor", given)...)
		}
		layer, err := operation.ConstructHere(n.t, core.InputLayer.In(n.t), object.Args{Kw: kw})
		if err != nil {
			return nil, err
		}
		return operation.Inbound(layer)[0].Outputs[0], nil
	})
	return n.image
}

// items are the items of a shape that a program gave.
func (n *net) items(shape object.Object) []object.Object {
	if n.err != nil {
		return nil
	}
	items, err := object.Items(n.t, shape)
	if err != nil {
		n.fail(err)
	}
	return items
}

// side is one of the two sizes of an image's shape without the batch, None where it is not known.
func (n *net) side(shape object.Object, i int) object.Object {
	if n.first {
		i++
	}
	return n.of(func() (object.Object, error) { return object.GetItem(n.t, shape, object.Int(i)) })
}

// square makes a shape of one size in both directions.
func (n *net) square(side, channels object.Object) object.Object {
	if n.first {
		return object.NewTuple(channels, side, side)
	}
	return object.NewTuple(side, side, channels)
}

// inputShape is the shape that the image gets: the given one if it will do, that of the default size for a network with its
// classifier, or one of unknown size.
func (n *net) inputShape(size, least int) object.Object {
	given := n.args["input_shape"]
	some := n.truth("input_shape")
	channels, usual := 2, n.square(object.Int(size), object.Int(3))
	if n.first {
		channels = 0
	}
	pretrained := n.args["weights"] != object.None
	var items []object.Object
	if some {
		if items = n.items(given); n.err == nil && !pretrained && len(items) == 3 {
			n.warnChannels(items[channels])
			usual = n.square(object.Int(size), items[channels])
		}
	}
	top := n.truth("include_top")
	switch {
	case n.err != nil:
		return object.None
	case pretrained && top:
		if given != object.None && !n.is("input_shape", usual) {
			n.refuseShape("with include_top=True and weights='imagenet' must be %s", arg.Repr(n.t, usual))
		}
		return usual
	case some:
		n.checkSides(items, channels, least, pretrained)
	case top:
		given = usual
	default:
		given = n.square(object.None, object.Int(3))
	}
	if top {
		for _, v := range n.items(given) {
			if v == object.None {
				n.refuseShape("must be of known size when include_top is True%s", "")
			}
		}
	}
	return given
}

func (n *net) refuseShape(rule, detail string) {
	if n.err == nil {
		e := object.ValueError("%s(): input_shape "+rule+", got input_shape=%s.", n.function, detail, arg.Repr(n.t, n.args["input_shape"]))
		e.Subject = blame.Argument{Class: n.function, Name: "input_shape", Value: n.args["input_shape"]}
		n.fail(e)
	}
}

func (n *net) warnChannels(v object.Object) {
	if v != object.Int(1) && v != object.Int(3) && n.err == nil {
		n.err = operation.Warn(n.t, "UserWarning", n.function+"() is made for images with 1 or 3 channels, and input_shape has "+arg.Repr(n.t, v)+".")
	}
}

// checkSides refuses a shape that is no image, or too small for the network.
func (n *net) checkSides(items []object.Object, channels, least int, pretrained bool) {
	if len(items) != 3 {
		n.refuseShape("must be three integers%s", "")
		return
	}
	if pretrained && items[channels] != object.Int(3) {
		n.refuseShape("must have 3 channels with weights='imagenet'%s", "")
	}
	for i, v := range items {
		if i == channels || v == object.None || n.err != nil {
			continue
		}
		small, err := object.Compare(n.t, object.Lt, v, object.Int(least))
		if err != nil {
			n.fail(err)
			return
		}
		if yes, _ := object.Truth(n.t, small); yes {
			n.refuseShape("must have at least %s pixels in each direction", arg.Repr(n.t, object.Int(least)))
		}
	}
}
