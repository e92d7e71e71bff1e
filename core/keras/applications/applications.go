// Package applications holds the networks of keras.applications. Each is a function that makes layers, calls them on one another
// and returns a functional model; what differs between networks of a family stands in a table. Their weights are not to be had here, so
// weights=None is the one choice.
package applications

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/models"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/utils"
	"layerglass/core/python/object"
)

// common are the parameters of most networks; their default name follows.
const common = `include_top=True, weights="imagenet", input_tensor=None, input_shape=None, pooling=None, classes=1000, classifier_activation="softmax", name=`

// declare makes a network known in its package and in keras.applications.
func declare(pkg, name, takes string, build func(n *net) object.Object, further ...string) {
	module := "keras.src.applications." + pkg
	export := []string{"keras.applications." + name}
	for _, p := range append(further, pkg) {
		if p != "mobilenet_v3" { // whose functions stand in keras.applications alone
			export = append(export, "keras.applications."+p+"."+name)
		}
	}
	sig := object.ParseSignature("(" + takes + ")")
	spec.DeclareFunc(spec.Function{Name: name, Module: module, Export: export, Takes: takes, Doc: "Makes the image classifier " + name + ".",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			n := &net{t: t, function: "keras.applications." + name, args: make(map[string]object.Object, len(a)),
				first: config.ImageDataFormat(t) == "channels_first"}
			for i, p := range sig.Params {
				n.args[p.Name.String()] = a[i]
			}
			m := build(n)
			return m, n.err
		}})
}

// net is one network that is being made. After the first error the rest does nothing.
type net struct {
	t        *object.Thread
	function string
	args     map[string]object.Object
	first    bool          // channels come before rows and columns
	axis     int           // of the channels, as the family writes it for BatchNormalization
	size     object.Object // the image's shape
	image    object.Object
	err      error
}

// of runs f unless something has failed before.
func (n *net) of(f func() (object.Object, error)) object.Object {
	if n.err != nil {
		return object.None
	}
	v, err := f()
	if err != nil {
		n.err = err
		return object.None
	}
	return v
}

// fail notes an error.
func (n *net) fail(err error) {
	if n.err == nil {
		n.err = err
	}
}

func (n *net) truth(name string) bool {
	v, err := object.Truth(n.t, n.args[name])
	if err != nil {
		n.fail(err)
	}
	return v
}

// text is an argument's text, "" when it is no str.
func (n *net) text(name string) string {
	if s, ok := object.Of(n.args[name]).(*object.Str); ok {
		return s.String()
	}
	return ""
}

// number is an argument as a float; a TypeError when it is none, as Python's arithmetic would raise.
func (n *net) number(name string) float64 {
	switch x := object.Of(n.args[name]).(type) {
	case object.Int:
		return float64(x)
	case object.Float:
		return float64(x)
	case object.Bool:
		if x {
			return 1
		}
		return 0
	}
	n.fail(object.TypeError("%s must be a number, got %s.", name, arg.Repr(n.t, n.args[name])))
	return 1
}

// call calls a layer, or a model that stands in the place of one.
func (n *net) call(layer, x object.Object) object.Object {
	return n.of(func() (object.Object, error) { return object.Call(n.t, layer, x) })
}

// make makes a layer of keras.layers. Its arguments are names and values in turn; name "" leaves the naming to Keras.
func (n *net) make(class, name string, pairs ...any) object.Object {
	return n.of(func() (object.Object, error) {
		kw := arg.Pairs(pairs...)
		if name != "" {
			kw = append(kw, object.Kwarg{Name: object.Intern("name"), Value: object.NewStr(name)})
		}
		return object.CallArgs(n.t, spec.Find("keras.layers."+class).In(n.t), object.Args{Kw: kw})
	})
}

// add makes a layer and calls it.
func (n *net) add(x object.Object, class, name string, pairs ...any) object.Object {
	return n.call(n.make(class, name, pairs...), x)
}

func list(items ...object.Object) object.Object { return object.NewList(items...) }

func (n *net) conv(x object.Object, name string, filters int, kernel any, pairs ...any) object.Object {
	return n.add(x, "Conv2D", name, append([]any{"filters", filters, "kernel_size", kernel}, pairs...)...)
}

// norm is a BatchNormalization over the axis of the channels.
func (n *net) norm(x object.Object, name string, pairs ...any) object.Object {
	return n.add(x, "BatchNormalization", name, append([]any{"axis", n.axis}, pairs...)...)
}

func (n *net) activation(x object.Object, name, activation string) object.Object {
	return n.add(x, "Activation", name, "activation", activation)
}

// pad is a ZeroPadding2D by rows and columns.
func (n *net) pad(x object.Object, name string, padding [2][2]int) object.Object {
	p := arg.T(arg.T(padding[0][0], padding[0][1]), arg.T(padding[1][0], padding[1][1]))
	return n.add(x, "ZeroPadding2D", name, "padding", p)
}

// even is the padding with which a convolution of stride 2 halves the image as padding="same" would, and with the same
// pixels whatever the size.
func (n *net) even(x object.Object, kernel int) (p [2][2]int) {
	at := 1
	if n.first {
		at = 2
	}
	s := n.shape(x)
	if len(s) < at+2 {
		return p
	}
	for i := range p {
		less := 1
		switch size := s[at+i]; {
		case size != tensor.Unknown && s[at] != tensor.Unknown:
			less = 1 - size%2
		case s[at] != tensor.Unknown:
			n.fail(object.TypeError("unsupported operand type(s) for %%: 'NoneType' and 'int'"))
		}
		p[i] = [2]int{kernel/2 - less, kernel / 2}
	}
	return p
}

func (n *net) shape(x object.Object) tensor.Shape {
	if k, ok := x.(*tensor.KerasTensor); ok && n.err == nil {
		return k.Shape
	}
	return nil
}

// channels is the number of an image's channels.
func (n *net) channels(x object.Object) int {
	s := n.shape(x)
	at := n.axis
	if at < 0 {
		at += len(s)
	}
	if at < 0 || at >= len(s) {
		return 1
	}
	return s[at]
}

// pool ends a network without its classifier: over all pixels, as the argument pooling says.
func (n *net) pool(x object.Object, average, most string) object.Object {
	switch n.text("pooling") {
	case "avg":
		return n.add(x, "GlobalAveragePooling2D", average)
	case "max":
		return n.add(x, "GlobalMaxPooling2D", most)
	}
	return x
}

// classify is the Dense layer at the end.
func (n *net) classify(x object.Object, name string, pairs ...any) object.Object {
	return n.add(x, "Dense", name, append([]any{"units", n.args["classes"], "activation", n.args["classifier_activation"]}, pairs...)...)
}

// finish is the common end: average, classifier, or the pooling that is asked for. Most families name the pooling layers.
func (n *net) finish(x object.Object, average string, named bool) object.Object {
	if n.truth("include_top") {
		x = n.classify(n.add(x, "GlobalAveragePooling2D", average), "predictions")
	} else if named {
		x = n.pool(x, "avg_pool", "max_pool")
	} else {
		x = n.pool(x, "", "")
	}
	return n.model(x, n.args["name"])
}

// model is the functional model from the image, or from what the given tensor was made of, to x.
func (n *net) model(x, name object.Object) object.Object {
	return n.of(func() (object.Object, error) {
		inputs := n.image
		if given := n.args["input_tensor"]; given != object.None {
			inputs = list(utils.Sources(given)...)
		}
		return object.CallArgs(n.t, models.Functional.In(n.t), object.Args{Pos: []object.Object{inputs, x}, Kw: arg.Pairs("name", name)})
	})
}

// twice is a tuple of the same number twice.
func twice(n int) any { return arg.T(n, n) }
