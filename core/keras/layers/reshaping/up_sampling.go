package reshaping

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// larger is the shape after each spatial dimension was multiplied.
func larger(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	sizes := l.Ints("size")
	if _, one := object.Of(l.Value("size")).(object.Int); one {
		sizes = []int{l.Int("size")}
	}
	if len(in) < len(sizes)+2 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	out := in.Clone()[:len(sizes)+2]
	for i, n := range sizes {
		if at := first(l) + i; out[at] != tensor.Unknown {
			out[at] *= n
		}
	}
	return out, nil
}

// repeated repeats each position along the spatial dimensions.
func repeated(l *spec.Instance, x object.Object, sizes []object.Object) (object.Object, error) {
	for i, n := range sizes {
		var err error
		if x, err = layers.DoWith(l, "repeat", []object.Object{x, n}, arg.Pairs("axis", first(l)+i)); err != nil {
			return nil, err
		}
	}
	return x, nil
}

func upSampling(rank int, own func() spec.Class) *spec.Class {
	n := strconv.Itoa(rank)
	return spec.Declare("keras.src.layers.reshaping.up_sampling"+n+"d", "keras.layers.UpSampling"+n+"D", func() spec.Class {
		c := own()
		c.Base, c.Kwargs, c.Takes, c.Output = layers.Base, "kwargs", "inputs", larger
		c.Setup = func(l *spec.Instance) error { return layers.SetInputSpec(l, "ndim", rank+2) }
		return c
	})
}

// interpolation takes a name in any case.
func interpolation() arg.Arg {
	a := arg.Str("interpolation", "nearest").Among("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5").Says("how new positions are filled")
	a.Kind = &arg.Kind{Name: "text", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		return object.CallMethod(l.T, v, "lower")
	}}
	return a
}

// UpSampling1D repeats each step of a sequence.
var UpSampling1D = upSampling(1, func() spec.Class {
	return spec.Class{
		Doc: "Repeats each step of a sequence.", ListShape: true, Args: arg.Of(wholeAbove0("size", "how often", 2)),
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return repeated(l, a[0], []object.Object{l.Value("size")})
		},
	}
})

// UpSampling2D enlarges images.
var UpSampling2D = upSampling(2, func() spec.Class {
	return spec.Class{
		Doc: "Enlarges images by whole factors.", InitOrder: spec.Keys("data_format", "size", "interpolation"),
		Args: arg.Of(arg.Tuple("size", 2, arg.T(2, 2)).Says("the factors of rows and columns"), arg.DataFormat("data_format", nil), interpolation()),
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			if l.Str("interpolation") == "nearest" {
				return repeated(l, a[0], l.Items("size"))
			}
			return resized(l, a[0])
		},
	}
})

// resized enlarges images by interpolation, which works on channels in the last place.
func resized(l *spec.Instance, x object.Object) (object.Object, error) {
	turn := func(order ...any) error {
		if l.Str("data_format") != "channels_first" {
			return nil
		}
		var err error
		x, err = layers.Do(l, "transpose", x, arg.Value(arg.T(order...)))
		return err
	}
	if err := turn(0, 2, 3, 1); err != nil {
		return nil, err
	}
	dims, err := shapeOf(l, x)
	if err != nil {
		return nil, err
	}
	var size [2]object.Object
	for i, n := range l.Items("size") {
		if size[i], err = object.Binary(l.T, object.Mul, dims[i+1], n); err != nil {
			return nil, err
		}
	}
	x, err = layers.DoWith(l, "image.resize", []object.Object{x, object.NewTuple(size[0], size[1])},
		arg.Pairs("data_format", "channels_last", "interpolation", l.Value("interpolation")))
	if err != nil {
		return nil, err
	}
	return x, turn(0, 3, 1, 2)
}

// UpSampling3D enlarges volumes.
var UpSampling3D = upSampling(3, func() spec.Class {
	return spec.Class{
		Doc: "Enlarges volumes by whole factors.", InitOrder: spec.Keys("data_format", "size"),
		Args: arg.Of(arg.Tuple("size", 3, arg.T(2, 2, 2)).Says("the factors of the three dimensions"), arg.DataFormat("data_format", nil)),
		Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return repeated(l, a[0], l.Items("size"))
		},
	}
})
