package merging

import (
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// mergeMethod is the method that makes one tensor of several.
func mergeMethod(do func(l *spec.Instance, inputs []object.Object) (object.Object, error)) spec.Method {
	return spec.Method{Name: "_merge_function", Takes: "inputs", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		inputs, err := object.Items(l.T, a[0])
		if err != nil {
			return nil, err
		}
		if len(inputs) == 0 {
			return nil, object.NewError(object.IndexErrorClass, "list index out of range")
		}
		return do(l, inputs)
	}}
}

func sum(l *spec.Instance, inputs []object.Object) (object.Object, error) {
	out := inputs[0]
	for _, x := range inputs[1:] {
		var err error
		if out, err = layers.Do(l, "add", out, x); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Add adds tensors up.
var Add = merging("Add", "add", "Adds tensors up.", "", func() spec.Class {
	return spec.Class{Methods: []spec.Method{mergeMethod(sum)}}
})

// Average takes the mean of tensors.
var Average = merging("Average", "average", "Takes the mean of tensors.", "", func() spec.Class {
	return spec.Class{
		Methods: []spec.Method{mergeMethod(func(l *spec.Instance, inputs []object.Object) (object.Object, error) {
			total, err := sum(l, inputs)
			if err != nil {
				return nil, err
			}
			return object.Binary(l.T, object.TrueDiv, total, object.Int(len(inputs)))
		})}}
})

// Subtract takes the second of two tensors off the first.
var Subtract = merging("Subtract", "subtract", "Takes the second tensor off the first.", "", func() spec.Class {
	return spec.Class{
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if _, err := buildMerge(l, a); err != nil {
					return nil, err
				}
				return nil, exactlyTwo(l, a[0])
			}},
			mergeMethod(func(l *spec.Instance, inputs []object.Object) (object.Object, error) {
				if err := exactlyTwo(l, object.NewList(inputs...)); err != nil {
					return nil, err
				}
				return layers.Do(l, "subtract", inputs...)
			}),
		}}
})

func exactlyTwo(l *spec.Instance, inputs object.Object) error {
	if n, err := object.Len(l.T, inputs); err != nil || n != 2 {
		if err != nil {
			return err
		}
		return l.Fail("inputs", "it takes exactly two inputs, and got %d.", n)
	}
	return nil
}

// spread gives a mask the shape of its tensor.
func spread(c *layers.Calc, mask, x object.Object) object.Object {
	return c.Do("broadcast_to", c.Do("expand_dims", mask, object.Int(-1)), c.Attr(x, "shape"))
}

// endMask sets the mask of the output: what it keeps anywhere along the last dimension.
func endMask(c *layers.Calc, out, mask object.Object) {
	m := c.With("any", []object.Object{mask}, "axis", -1, "keepdims", false)
	if c.Err == nil {
		layers.SetMask(out, m)
	}
}

// Multiply multiplies tensors; what a mask leaves out counts as one.
var Multiply = merging("Multiply", "multiply", "Multiplies tensors.", "", func() spec.Class {
	return spec.Class{
		Methods: []spec.Method{mergeMethod(func(l *spec.Instance, inputs []object.Object) (object.Object, error) {
			c := layers.NewCalc(l)
			all := true
			for _, x := range inputs {
				all = all && layers.Mask(x) != object.None
			}
			var out, kept object.Object
			for _, x := range inputs {
				if mask := layers.Mask(x); mask != object.None {
					mask = spread(c, mask, x)
					x = c.Do("where", mask, x, c.Do("cast", object.Int(1), c.Attr(x, "dtype")))
					switch {
					case all && kept == nil:
						kept = mask
					case all:
						kept = c.Do("logical_or", kept, mask)
					}
				}
				if out == nil {
					out = x
				} else {
					out = c.Do("multiply", out, x)
				}
			}
			if all {
				out = c.Do("where", kept, out, c.Do("cast", object.Int(0), c.Attr(out, "dtype")))
				endMask(c, out, kept)
			}
			return c.End(out)
		})}}
})

// extreme makes a layer that keeps the largest or smallest number of each place; masked places do not take part.
func extreme(name, op, doc string) *spec.Class {
	return merging(name, op, doc, "", func() spec.Class {
		return spec.Class{
			Methods: []spec.Method{mergeMethod(func(l *spec.Instance, inputs []object.Object) (object.Object, error) {
				c := layers.NewCalc(l)
				var out, kept object.Object
				for _, x := range inputs {
					mask := layers.Mask(x)
					if mask != object.None {
						mask = spread(c, mask, x)
					}
					if out == nil {
						out, kept = x, mask
						continue
					}
					if mask != object.None {
						x = c.Do("where", mask, x, out)
					}
					if kept != object.None {
						out = c.Do("where", kept, out, x)
					}
					if mask != object.None && kept != object.None {
						kept = c.Do("logical_or", kept, mask)
					} else {
						kept = object.None
					}
					out = c.Do(op, out, x)
				}
				if kept != object.None {
					endMask(c, out, kept)
				}
				return c.End(out)
			})}}
	})
}

// Maximum and Minimum.
var (
	Maximum = extreme("Maximum", "maximum", "Keeps the largest number of each place.")
	Minimum = extreme("Minimum", "minimum", "Keeps the smallest number of each place.")
)
