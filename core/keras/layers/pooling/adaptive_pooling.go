package pooling

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// adaptive makes the declaration of a layer whose windows are chosen so that the output has a given size.
func adaptive(rank int, mode, name, module, doc string) *spec.Class {
	return spec.Declare(folder+module, "keras.layers."+name, func() spec.Class {
		above := folder + "base_adaptive_pooling.BaseAdaptive"
		of := map[string]string{"max": "Max", "average": "Average"}[mode]
		return spec.Class{
			Base: layers.Base, Doc: doc, Through: spec.Keys(above+of+"Pooling", above+"Pooling"),
			Args: arg.Of(outputSize(rank), arg.BaseInit, dataFormat()), Kwargs: "kwargs",
			Takes: "inputs",
			Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
				last := l.Str("data_format") == "channels_last"
				if len(in) == 0 || len(in) == 1 && !last {
					return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
				}
				if err := checkSize(l); err != nil {
					return nil, err
				}
				if last {
					return append(append(spec.Shape{in[0]}, l.Ints("output_size")...), in.Last()), nil
				}
				return append(spec.Shape{in[0], in[1]}, l.Ints("output_size")...), nil
			},
			Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return layers.DoWith(l, "adaptive_"+mode+"_pool", a, arg.Pairs("output_size", l.Value("output_size"), "data_format", l.Value("data_format")))
			},
		}
	})
}

// outputSize takes one integer for all dimensions or one for each.
func outputSize(rank int) arg.Arg {
	a := arg.Any("output_size").Says("the size of what comes out")
	a.Kind = &arg.Kind{Name: "integer or tuple of integers", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		allowed := "an integer or a tuple of " + strconv.Itoa(rank) + " integers"
		switch x := object.Of(v).(type) {
		case object.Int, object.Bool, *object.BigInt:
			items := make([]object.Object, rank)
			for i := range items {
				items[i] = v
			}
			return object.NewTuple(items...), nil
		case *object.Tuple:
			if len(x.Items) == rank {
				return object.NewTuple(x.Items...), nil
			}
		case *object.List:
			if len(x.Items) == rank {
				return object.NewTuple(append([]object.Object(nil), x.Items...)...), nil
			}
		}
		if rank == 1 && isSequence(v) { // the layers for images and volumes complain of the type
			return nil, l.Bad(a.Name, v, allowed)
		}
		return nil, l.BadType(a.Name, v, allowed)
	}}
	return a
}

func isSequence(v object.Object) bool {
	c := object.Of(v).Class()
	return c == object.TupleClass || c == object.ListClass
}

// checkSize refuses a size that no output can have. The constructor does not look.
func checkSize(l *spec.Instance) error {
	for _, v := range l.Items("output_size") {
		if n, err := object.Index(l.T, v); v != object.None && (err != nil || n < 0) {
			return l.Bad("output_size", l.Value("output_size"), "made of integers that are not negative, or None")
		}
	}
	return nil
}

// dataFormat takes only the two names as they are written, and the session's own for what is false.
func dataFormat() arg.Arg {
	a := arg.DataFormat("data_format", nil)
	a.Kind = &arg.Kind{Name: a.Kind.Name, Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		given, err := object.Truth(l.T, v)
		if err != nil {
			return nil, err
		}
		if !given {
			return object.NewStr(config.ImageDataFormat(l.T)), nil
		}
		if s, ok := object.AsString(v); ok && (s == "channels_first" || s == "channels_last") {
			return v, nil
		}
		if _, err := object.Hash(l.T, v); err != nil {
			return nil, err
		}
		return nil, l.Bad(a.Name, v, "'channels_first' or 'channels_last'")
	}}
	return a
}

// The layers.
var (
	AdaptiveAveragePooling1D = adaptive(1, "average", "AdaptiveAveragePooling1D", "adaptive_average_pooling1d", "Keeps the means of a given number of windows of a sequence.")
	AdaptiveAveragePooling2D = adaptive(2, "average", "AdaptiveAveragePooling2D", "adaptive_average_pooling2d", "Keeps the means of a given number of windows of an image.")
	AdaptiveAveragePooling3D = adaptive(3, "average", "AdaptiveAveragePooling3D", "adaptive_average_pooling3d", "Keeps the means of a given number of windows of a volume.")
	AdaptiveMaxPooling1D     = adaptive(1, "max", "AdaptiveMaxPooling1D", "adaptive_max_pooling1d", "Keeps the largest numbers of a given number of windows of a sequence.")
	AdaptiveMaxPooling2D     = adaptive(2, "max", "AdaptiveMaxPooling2D", "adaptive_max_pooling2d", "Keeps the largest numbers of a given number of windows of an image.")
	AdaptiveMaxPooling3D     = adaptive(3, "max", "AdaptiveMaxPooling3D", "adaptive_max_pooling3d", "Keeps the largest numbers of a given number of windows of a volume.")
)
