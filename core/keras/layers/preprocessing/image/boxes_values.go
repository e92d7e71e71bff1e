package image

import (
	"strings"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// corners splits boxes into their four columns; joined puts four columns together.
func corners(c *calc.Calc, x object.Object) [4]object.Object {
	var out [4]object.Object
	items := c.Items(c.Do("split", x, 4, calc.KW("axis", -1)))
	for i := range out {
		out[i] = object.None
		if i < len(items) {
			out[i] = items[i]
		}
	}
	return out
}

func joined(c *calc.Calc, a, b, d, e object.Object) object.Object {
	return c.Do("concatenate", list(a, b, d, e), calc.KW("axis", -1))
}

// convertBoxes writes boxes in another format.
func convertBoxes(c *calc.Calc, l *spec.Instance, x object.Object, from, to string, height, width int) object.Object {
	from, to = strings.ToLower(from), strings.ToLower(to)
	x = c.Cast(x, "float32")
	if from == to {
		return x
	}
	h, w := any(float64(height)), any(float64(width))
	fromRel, toRel := strings.HasPrefix(from, "rel_"), strings.HasPrefix(to, "rel_")
	from, to = strings.TrimPrefix(from, "rel_"), strings.TrimPrefix(to, "rel_")
	at := corners(c, x)
	if fromRel && !toRel {
		at = scaled(c, at, from, h, w, c.Mul)
	}
	switch from {
	case "xyxy":
	case "yxyx":
		at = [4]object.Object{at[1], at[0], at[3], at[2]}
	case "xywh":
		at = [4]object.Object{at[0], at[1], c.Add(at[0], at[2]), c.Add(at[1], at[3])}
	case "center_xywh", "center_yxhw":
		if from == "center_yxhw" {
			at = [4]object.Object{at[1], at[0], at[3], at[2]}
		}
		hw, hh := c.Div(at[2], 2.0), c.Div(at[3], 2.0)
		at = [4]object.Object{c.Sub(at[0], hw), c.Sub(at[1], hh), c.Add(at[0], hw), c.Add(at[1], hh)}
	default:
		return c.Fail(l.Bad("bounding_box_format", l.Value("bounding_box_format"), "one of Keras's formats of boxes"))
	}
	switch to {
	case "xyxy":
	case "yxyx":
		at = [4]object.Object{at[1], at[0], at[3], at[2]}
	case "xywh":
		at = [4]object.Object{at[0], at[1], c.Sub(at[2], at[0]), c.Sub(at[3], at[1])}
	case "center_xywh", "center_yxhw":
		at = [4]object.Object{c.Div(c.Add(at[0], at[2]), 2.0), c.Div(c.Add(at[1], at[3]), 2.0), c.Sub(at[2], at[0]), c.Sub(at[3], at[1])}
		if to == "center_yxhw" {
			at = [4]object.Object{at[1], at[0], at[3], at[2]}
		}
	default:
		return c.Fail(l.Bad("bounding_box_format", l.Value("bounding_box_format"), "one of Keras's formats of boxes"))
	}
	if toRel && !fromRel {
		at = scaled(c, at, to, h, w, c.Div)
	}
	return joined(c, at[0], at[1], at[2], at[3])
}

// scaled multiplies or divides by height and width, in the order of the format.
func scaled(c *calc.Calc, at [4]object.Object, format string, height, width any, by func(a, b any) object.Object) [4]object.Object {
	if format == "yxyx" || format == "center_yxhw" {
		height, width = width, height
	}
	return [4]object.Object{by(at[0], width), by(at[1], height), by(at[2], width), by(at[3], height)}
}

// clipBoxes keeps boxes inside an image; the label of one that has no area left becomes -1.
func clipBoxes(c *calc.Calc, b *object.Dict, height, width float64) *object.Dict {
	at := corners(c, b.GetName("boxes"))
	for i, most := range []float64{width, height, width, height} {
		at[i] = c.Do("clip", at[i], 0, most)
	}
	area := c.Do("squeeze", c.Mul(c.Sub(at[2], at[0]), c.Sub(at[3], at[1])), calc.KW("axis", -1))
	b.SetName("boxes", joined(c, at[0], at[1], at[2], at[3]))
	b.SetName("labels", c.Where(c.Do("greater", area, 0), b.GetName("labels"), -1))
	return b
}

// sameNumber cuts or fills the lists of boxes of a batch to one length.
func sameNumber(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	n := l.Int("max_number")
	e := effect{boxes: func(b *object.Dict) object.Object {
		out := b.Copy()
		for name, rank := range map[string]int{"boxes": 3, "labels": 2} {
			x := b.GetName(name)
			s := c.Shape(x)
			if c.Err != nil || len(s) != rank {
				return c.Fail(l.Fail("bounding_boxes", "%s must have %d dimensions.", name, rank))
			}
			more := max(n-s[1], 0)
			all := &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
			x = c.Of(func() (object.Object, error) {
				return object.GetItem(l.T, x, object.NewTuple(all, &object.Slice{Start: object.None, Stop: object.Int(n), Step: object.None}))
			})
			margins := []object.Object{calc.Value([]int{0, 0}), calc.Value([]int{0, more}), calc.Value([]int{0, 0})}
			out.SetName(name, c.Do("pad", x, list(margins[:rank]...), calc.KW("constant_values", l.Value("fill_value"))))
		}
		return out
	}}
	d, isDict := object.Of(a[0]).(*object.Dict)
	if !isDict {
		return c.End(c.Tensor(a[0], nil))
	}
	shape := c.Shape(d.GetName("images"))
	if c.Err != nil {
		return nil, c.Err
	}
	return c.End(e.dict(c, l, d, func(v object.Object) object.Object { return v }, len(shape) == 3))
}
