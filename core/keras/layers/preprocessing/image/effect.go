package image

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// effect is what a layer has drawn for one call: how it changes a batch of images, and what goes with them. A function that
// is nil leaves its part as it is.
type effect struct {
	images, masks, labels func(x object.Object) object.Object
	boxes                 func(b *object.Dict) object.Object
}

// drawer draws an effect for images of a shape, which has 3 or 4 sizes.
type drawer func(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int) effect

// casting says when a layer brings images to its dtype.
type casting int

const (
	castAlways casting = iota
	castTraining
	castNever
)

// randomly makes the Call of a layer that draws while it trains. A layer that always draws moves its generator on without
// training too.
func randomly(draw drawer, always bool, cast casting) func(l *spec.Instance, a []object.Object) (object.Object, error) {
	return func(l *spec.Instance, a []object.Object) (object.Object, error) {
		c := calc.New(l.T)
		training := c.Truth(a[1])
		var e effect
		d, isDict := object.Of(a[0]).(*object.Dict)
		images := a[0]
		if isDict {
			if images = d.GetName("images"); images == nil {
				return nil, object.NewError(object.KeyErrorClass, "'images'")
			}
		}
		shape := c.Shape(images)
		if c.Err == nil && len(shape) != 3 && len(shape) != 4 {
			return nil, l.Fail("inputs", "the input must be an image (3 dimensions) or a batch of images (4), its shape is %s.", spec.Shape(shape))
		}
		if training || always {
			e = draw(c, l, l.Value("generator"), shape)
		}
		if !training {
			e = effect{}
		}
		to := func(v object.Object) object.Object {
			if cast == castNever || cast == castTraining && !training {
				return v
			}
			return c.Cast(v, l.Value("compute_dtype"))
		}
		if isDict {
			return c.End(e.dict(c, l, d, to, len(shape) == 3))
		}
		return c.End(onBatch(c, to(c.Tensor(images, nil)), len(shape) == 3, e.images))
	}
}

// onBatch applies f to a batch; a single image is one for so long.
func onBatch(c *calc.Calc, x object.Object, single bool, f func(x object.Object) object.Object) object.Object {
	if f == nil || c.Err != nil {
		return x
	}
	if !single {
		return f(x)
	}
	return c.Do("squeeze", f(c.Do("expand_dims", x, calc.KW("axis", 0))), calc.KW("axis", 0))
}

// dict changes what a dict holds, in place, and gives it back.
func (e effect) dict(c *calc.Calc, l *spec.Instance, d *object.Dict, to func(object.Object) object.Object, single bool) object.Object {
	d.SetName("images", onBatch(c, to(c.Tensor(d.GetName("images"), nil)), single, e.images))
	if v := d.GetName("bounding_boxes"); v != nil {
		if l.IsNone("bounding_box_format") {
			return c.Fail(l.Bad("bounding_box_format", object.None, "given, since the input has bounding boxes"))
		}
		d.SetName("bounding_boxes", e.boxed(c, l, v, single))
	}
	if v := d.GetName("labels"); v != nil {
		d.SetName("labels", onBatch(c, c.Tensor(v, nil), single, e.labels))
	}
	if v := d.GetName("segmentation_masks"); v != nil && e.masks != nil {
		d.SetName("segmentation_masks", onBatch(c, v, single, e.masks))
	}
	if c.Err != nil {
		return object.None
	}
	return d
}

// boxed changes the dict of boxes and their labels.
func (e effect) boxed(c *calc.Calc, l *spec.Instance, v object.Object, single bool) object.Object {
	b, ok := object.Of(v).(*object.Dict)
	if !ok || b.GetName("boxes") == nil || b.GetName("labels") == nil {
		return c.Fail(l.Bad("bounding_boxes", v, "a dict with boxes and labels"))
	}
	if _, ragged := sequence(b.GetName("boxes")); ragged {
		return c.Fail(l.NotModelled("lists of boxes"))
	}
	b.SetName("boxes", c.Tensor(b.GetName("boxes"), "float32"))
	b.SetName("labels", c.Tensor(b.GetName("labels"), nil))
	if e.boxes == nil {
		return b
	}
	around := func(name string, more ...any) {
		for _, key := range []string{"boxes", "labels"} {
			b.SetName(key, c.Do(name, b.GetName(key), calc.KW("axis", 0)))
		}
	}
	if single {
		around("expand_dims")
	}
	out := e.boxes(b)
	if d, ok := object.Of(out).(*object.Dict); ok && single {
		b = d
		around("squeeze")
	}
	return out
}

// uniform draws numbers between the two of a pair.
func uniform(c *calc.Calc, l *spec.Instance, seed object.Object, shape []int, pair object.Object, more ...any) object.Object {
	bounds, ok := sequence(pair)
	if !ok || len(bounds) != 2 {
		return c.Fail(l.Fail("factor", "a pair of numbers is needed, not %s.", l.Repr(pair)))
	}
	list := append([]any{calc.KW("shape", shape), calc.KW("minval", bounds[0]), calc.KW("maxval", bounds[1]), calc.KW("seed", seed)}, more...)
	return c.Do("random.uniform", list...)
}

// batchOf is the number of images; a single one counts as one.
func batchOf(shape []int) int {
	if len(shape) == 4 {
		return shape[0]
	}
	return 1
}

// perImage is the shape of one number for each image, which spreads over the image's sizes.
func perImage(shape []int) []int {
	if len(shape) == 4 {
		return []int{shape[0], 1, 1, 1}
	}
	return []int{1, 1, 1}
}

// byChance draws for each image whether something happens to it: with the probability that is drawn between a pair.
func byChance(c *calc.Calc, l *spec.Instance, seed object.Object, n int, pair object.Object) object.Object {
	probability := uniform(c, l, seed, []int{n}, pair)
	threshold := c.Do("random.uniform", calc.KW("shape", []int{n}), calc.KW("minval", 0), calc.KW("maxval", 1), calc.KW("seed", seed))
	return c.Do("less", threshold, probability)
}

// column gives each image's number the rank of a batch of images.
func column(c *calc.Calc, x object.Object) object.Object {
	return c.Do("reshape", x, []int{-1, 1, 1, 1})
}

// clipped keeps values in the layer's range.
func clipped(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	r := ownRange(l)
	return c.Do("clip", x, r[0], r[1])
}
