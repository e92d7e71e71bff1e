package reshaping

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

var ordinals = []string{"1st", "2nd", "3rd"}

// margins takes what is cut off or added at both ends of each of rank dimensions: one number for all, or for each
// dimension a number or a pair.
func margins(name string, rank int, negative bool, def any) arg.Arg {
	a := arg.Any(name, def).Says("how many positions at both ends of each dimension")
	a.Kind = &arg.Kind{Name: "integer or tuple of pairs", Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		switch x := object.Of(v).(type) {
		case object.Int, object.Bool, *object.BigInt:
			if n, ok := x.(object.Int); ok && n < 0 && negative {
				return nil, l.Bad(name, v, "free of negative numbers")
			}
			pairs := make([]object.Object, rank)
			for i := range pairs {
				pairs[i] = object.NewTuple(v, v)
			}
			return object.NewTuple(pairs...), nil
		}
		n, err := object.Len(l.T, v)
		if err != nil || n != rank {
			return nil, l.Bad(name, v, "an integer or a tuple of "+strconv.Itoa(rank)+" integers or pairs of integers")
		}
		pairs := make([]object.Object, rank)
		for i := range pairs {
			entry, err := object.GetItem(l.T, v, object.Int(i))
			if err != nil {
				return nil, err
			}
			if pairs[i], err = arg.StandardizeTuple(l, entry, 2, ordinals[i]+" entry of "+name, true); err != nil {
				return nil, err
			}
		}
		return object.NewTuple(pairs...), nil
	}}
	return a
}

// pairs reads the attribute that margins made.
func pairs(l *spec.Instance, name string) [][]int {
	var out [][]int
	for _, p := range l.Items(name) {
		if _, isPair := object.Of(p).(*object.Tuple); !isPair { // of one dimension the attribute is the pair itself
			return [][]int{l.Ints(name)}
		}
		out = append(out, arg.IntsOf(p))
	}
	return out
}

// first is the first spatial dimension.
func first(l *spec.Instance) int {
	if l.Str("data_format") == "channels_first" {
		return 2
	}
	return 1
}

func arguments(name string, rank int, withFormat bool, def any) arg.List {
	var list arg.List
	format := arg.DataFormat("data_format", nil)
	if rank == 1 {
		list = arg.Of(arg.TupleOrZero(name, 2, def).Says("how many positions at the start and at the end"))
	} else {
		list = arg.Of(margins(name, rank, name == "cropping", def))
	}
	if withFormat {
		list = append(list, format)
	}
	return list
}

func margin(name, attr string, rank int, withFormat bool, def any, doc, module string, own func() spec.Class) *spec.Class {
	return spec.Declare("keras.src.layers.reshaping."+module, "keras.layers."+name, func() spec.Class {
		c := own()
		c.Base, c.Doc, c.Kwargs, c.Takes = layers.Base, doc, "kwargs", "inputs"
		c.Args = arguments(attr, rank, withFormat, def)
		if withFormat {
			c.InitOrder = spec.Keys("data_format", attr)
		}
		c.Setup = func(l *spec.Instance) error { return layers.SetInputSpec(l, "ndim", rank+2) }
		return c
	})
}

// cropping makes a layer that cuts positions off.
func cropping(rank int, def any, doc string) *spec.Class {
	n := strconv.Itoa(rank)
	return margin("Cropping"+n+"D", "cropping", rank, rank > 1, def, doc, "cropping"+n+"d", func() spec.Class {
		return spec.Class{
			Output: cropped,
			Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				v, err := object.GetAttr(l.T, a[0], object.Intern("shape"))
				if err != nil {
					return nil, err
				}
				if in, ok := spec.ReadShape(v); ok {
					if _, err := cropped(l, in); err != nil {
						return nil, err
					}
				}
				var key []object.Object
				for i := 0; i < first(l); i++ {
					key = append(key, &object.Slice{Start: object.None, Stop: object.None, Step: object.None})
				}
				for _, p := range pairs(l, "cropping") {
					var stop object.Object = object.None
					if p[1] != 0 {
						stop = object.Int(-p[1])
					}
					key = append(key, &object.Slice{Start: object.Int(p[0]), Stop: stop, Step: object.None})
				}
				return object.GetItem(l.T, a[0], object.NewTuple(key...))
			},
		}
	})
}

func cropped(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
	sides := pairs(l, "cropping")
	out := in.Clone()
	for i, p := range sides {
		at := first(l) + i
		if at >= len(out) {
			return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
		}
		if out[at] == tensor.Unknown {
			continue
		}
		if out[at] -= p[0] + p[1]; out[at] <= 0 {
			return nil, l.Fail("cropping", "nothing would be left of the shape %s with cropping=%s.", in.String(), l.Repr(l.Value("cropping")))
		}
	}
	if len(out) < len(sides)+2 {
		return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
	}
	return out[:len(sides)+2], nil
}

// padding makes a layer that adds zeros.
func padding(rank int, def any, doc string) *spec.Class {
	n := strconv.Itoa(rank)
	return margin("ZeroPadding"+n+"D", "padding", rank, true, def, doc, "zero_padding"+n+"d", func() spec.Class {
		return spec.Class{
			Output: func(l *spec.Instance, in spec.Shape) (spec.Shape, error) {
				out := in.Clone()
				for i, p := range pairs(l, "padding") {
					at := first(l) + i
					if at >= len(out) {
						return nil, object.NewError(object.IndexErrorClass, "list index out of range")
					}
					if out[at] != tensor.Unknown {
						out[at] += p[0] + p[1]
					}
				}
				return out, nil
			},
			Call: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				none := object.NewTuple(object.Int(0), object.Int(0))
				all := []object.Object{none}
				if first(l) == 2 {
					all = append(all, none)
				}
				for _, p := range pairs(l, "padding") {
					all = append(all, object.NewTuple(object.Int(p[0]), object.Int(p[1])))
				}
				if first(l) == 1 {
					all = append(all, none)
				}
				return layers.Do(l, "pad", a[0], object.NewTuple(all...))
			},
		}
	})
}

var ones = arg.T(1, 1)

// The layers.
var (
	Cropping1D    = cropping(1, ones, "Cuts steps off both ends of a sequence.")
	Cropping2D    = cropping(2, arg.T(arg.T(0, 0), arg.T(0, 0)), "Cuts the borders of images off.")
	Cropping3D    = cropping(3, arg.T(ones, ones, ones), "Cuts the borders of volumes off.")
	ZeroPadding1D = padding(1, 1, "Adds zeros at both ends of a sequence.")
	ZeroPadding2D = padding(2, ones, "Adds a border of zeros to images.")
	ZeroPadding3D = padding(3, arg.T(ones, ones, ones), "Adds a border of zeros to volumes.")
)
