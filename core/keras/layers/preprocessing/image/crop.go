package image

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers/preprocessing"
	"layerglass/core/keras/random"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func height() arg.Arg {
	return arg.Int("height").Says("the output's height in pixels")
}

func width() arg.Arg {
	return arg.Int("width").Says("the output's width in pixels")
}

// resized is the shape of images with the layer's height and width. With strict an image or a batch of them is all that
// is taken.
func resized(strict bool) spec.Method {
	return preprocessing.ShapeBy(func(l *spec.Instance, in object.Object) (object.Object, error) {
		dims, err := object.Items(l.T, in)
		if err != nil {
			return nil, err
		}
		dims = append([]object.Object(nil), dims...)
		if strict {
			_, nested := sequence(first(dims))
			if nested || len(dims) != 3 && len(dims) != 4 {
				return nil, l.Bad("input_shape", in, "the shape of an image (3 dimensions) or of a batch of images (4)")
			}
		}
		at := 0
		if len(dims) == 4 {
			at++
		}
		if l.Str("data_format") != "channels_last" {
			at++
		}
		return sized(l, dims, at, at+1)
	})
}

func first(items []object.Object) object.Object {
	if len(items) == 0 {
		return object.None
	}
	return items[0]
}

// sized puts the layer's height and width at two places.
func sized(l *spec.Instance, dims []object.Object, height, width int) (object.Object, error) {
	if height < 0 || width >= len(dims) {
		return nil, object.NewError(object.IndexErrorClass, "list assignment index out of range")
	}
	for _, d := range []struct {
		at   int
		name string
	}{{height, "height"}, {width, "width"}} {
		dims[d.at] = l.Value(d.name)
		if n, err := object.Index(l.T, dims[d.at]); err == nil {
			dims[d.at] = object.Int(n)
		}
	}
	return object.NewTuple(dims...), nil
}

// CenterCrop cuts the middle out of images.
var CenterCrop = declare("CenterCrop", "center_crop", func() spec.Class {
	return spec.Class{
		Doc: "Cuts the middle out of images.", ClassAttrs: noFactor, Args: arg.Of(height(), width(), toFormat()), Call: centerCrop,
		Config: spec.Keys("height", "width", "data_format"), Methods: []spec.Method{resized(true)},
	}
})

// Resizing scales images.
var Resizing = declare("Resizing", "resizing", func() spec.Class {
	return spec.Class{
		Doc: "Scales images to one size.", ClassAttrs: noFactor, Call: resizing,
		Args: arg.Of(height(), width(), interpolation().Among("nearest", "bilinear", "bicubic", "lanczos3", "lanczos5"), arg.Bool("crop_to_aspect_ratio", false).Says("whether to cut images off where their proportions differ"),
			arg.Bool("pad_to_aspect_ratio", false).Says("whether to fill images up where their proportions differ"),
			arg.Str("fill_mode", "constant").Among("constant").Says("what stands beyond the image's edge"), fillValue(0.0),
			truth("antialias", false).Says("whether to smooth what becomes smaller"), format()),
		InitOrder: spec.Keys("height", "width", "interpolation", "data_format"), Setup: axes(false), Methods: []spec.Method{resized(false)},
		Config: spec.Keys("height", "width", "interpolation", "crop_to_aspect_ratio", "pad_to_aspect_ratio", "fill_mode", "fill_value", "antialias", "data_format"),
	}
})

// truth is an argument that becomes True or False.
func truth(name string, def bool) arg.Arg {
	a := arg.Bool(name, def)
	a.Kind = &arg.Kind{Name: a.Kind.Name, Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		yes, err := object.Truth(l.T, v)
		return object.Bool(yes), err
	}}
	return a
}

// RandomCrop cuts a part out of images. Without a seed it draws one, which its config shows; its generator draws another.
var RandomCrop = declare("RandomCrop", "random_crop", func() spec.Class {
	return spec.Class{
		Doc: "Cuts a part out of images at random.", Call: randomCrop,
		Args: arg.Of(height(), width(), arg.Int("seed", nil).Says("the seed of the random choices"), format(), arg.Str("name", nil).ToBase(),
			arg.Check(func(l *spec.Instance) error {
				if l.IsNone("seed") {
					seed, err := random.DefaultSeed(l.T)
					if err != nil {
						return err
					}
					if err := l.Set("seed", seed); err != nil {
						return err
					}
				}
				g, err := random.SeedGenerator.New(l.T, arg.Pairs("seed", l.Given.Get("seed"))...)
				if err != nil {
					return err
				}
				return l.Set("generator", g)
			})),
		Config: spec.Keys("height", "width", "seed", "data_format"),
		Setup: func(l *spec.Instance) error {
			if err := axes(false)(l); err != nil {
				return err
			}
			return l.SetAll("supports_masking", false, "_convert_input_args", false)
		},
		Methods: []spec.Method{{Name: "compute_output_shape", Takes: "input_shape, *args, **kwargs", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			items, err := object.Items(l.T, a[0])
			if err != nil {
				return nil, err
			}
			dims := append([]object.Object(nil), items...)
			return sized(l, dims, len(dims)+l.Int("height_axis"), len(dims)+l.Int("width_axis"))
		}}},
	}
})
