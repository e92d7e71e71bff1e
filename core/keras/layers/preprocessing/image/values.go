package image

import (
	"strings"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// plainImages refuses what is no array of images: dicts of images, boxes and labels.
func plainImages(l *spec.Instance, v object.Object) error {
	if _, isDict := object.Of(v).(*object.Dict); isDict {
		return l.NotModelled("changing boxes, labels and masks with the images")
	}
	return nil
}

// axesOf are the axes of height and width of images.
func axesOf(l *spec.Instance, rank int) (height, width int) {
	if l.Str("data_format") == "channels_first" {
		return rank - 2, rank - 1
	}
	return rank - 3, rank - 2
}

// part cuts a rectangle out of images.
func cut(c *calc.Calc, l *spec.Instance, x object.Object, top, left, height, width int) object.Object {
	s := c.Shape(x)
	h, w := axesOf(l, len(s))
	key := make([]object.Object, len(s))
	for i := range key {
		key[i] = &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
	}
	key[h] = &object.Slice{Start: object.Int(top), Stop: object.Int(top + height), Step: object.None}
	key[w] = &object.Slice{Start: object.Int(left), Stop: object.Int(left + width), Step: object.None}
	return c.Of(func() (object.Object, error) { return object.GetItem(l.T, x, object.NewTuple(key...)) })
}

// sizeOf returns height and width of images, which must have 3 or 4 dimensions.
func sizeOf(c *calc.Calc, l *spec.Instance, x object.Object) (height, width int) {
	s := c.Shape(x)
	if c.Err == nil && len(s) != 3 && len(s) != 4 {
		c.Fail(l.Fail("inputs", "the input must be an image (3 dimensions) or a batch of images (4), its shape is %s.", spec.Shape(s)))
	}
	if c.Err != nil {
		return 0, 0
	}
	h, w := axesOf(l, len(s))
	return s[h], s[w]
}

func centerCrop(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := plainImages(l, a[0]); err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	x := c.Cast(c.Tensor(a[0], nil), l.Value("compute_dtype"))
	h, w := sizeOf(c, l, x)
	high, wide := l.Int("height"), l.Int("width")
	if h >= high && w >= wide {
		return c.End(cut(c, l, x, (h-high)/2, (w-wide)/2, high, wide))
	}
	return c.End(smartResize(c, l, x, h, w, high, wide))
}

// smartResize cuts the middle of the wanted proportions out of images and scales it.
func smartResize(c *calc.Calc, l *spec.Instance, x object.Object, h, w, high, wide int) object.Object {
	if c.Err != nil || high <= 0 || wide <= 0 {
		return c.Fail(l.Bad("height", l.Value("height"), "above 0, and width too"))
	}
	ch := max(min(h, int(float64(w*high)/float64(wide))), 1)
	cw := max(min(w, int(float64(h*wide)/float64(high))), 1)
	x = cut(c, l, x, int(float64(h-ch)/2), int(float64(w-cw)/2), ch, cw)
	return c.Do("image.resize", x, []int{high, wide}, calc.KW("interpolation", "bilinear"), calc.KW("data_format", l.Value("data_format")))
}

func resizing(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := plainImages(l, a[0]); err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	x := c.Tensor(a[0], nil)
	out := c.Do("image.resize", x, object.NewTuple(l.Value("height"), l.Value("width")), calc.KW("interpolation", l.Value("interpolation")), calc.KW("antialias", l.Value("antialias")),
		calc.KW("data_format", l.Value("data_format")), calc.KW("crop_to_aspect_ratio", l.Value("crop_to_aspect_ratio")), calc.KW("pad_to_aspect_ratio", l.Value("pad_to_aspect_ratio")),
		calc.KW("fill_mode", l.Value("fill_mode")), calc.KW("fill_value", l.Value("fill_value")))
	return c.End(asBefore(c, out, c.Dtype(x)))
}

// asBefore brings images back to a dtype; integers are rounded and kept in their range.
func asBefore(c *calc.Calc, x object.Object, dtype string) object.Object {
	if c.Dtype(x) == dtype || c.Err != nil {
		return x
	}
	if !config.IsInt(dtype) {
		return c.Cast(x, dtype)
	}
	x = c.Do("round", x)
	bits := map[string]uint{"8": 8, "16": 16, "32": 32}[strings.TrimLeft(dtype, "uint")]
	if bits == 0 || bits == 32 {
		return c.Cast(x, dtype)
	}
	low, high := 0.0, float64(uint64(1)<<bits-1)
	if dtype[0] != 'u' {
		low, high = -float64(uint64(1)<<(bits-1)), float64(uint64(1)<<(bits-1)-1)
	}
	return c.Cast(c.Do("clip", x, low, high), dtype)
}

// fromRange moves values from one range to another.
func fromRange(c *calc.Calc, x object.Object, from, to [2]object.Object, dtype object.Object) object.Object {
	if c.Compare(object.Eq, from[0], to[0]) && c.Compare(object.Eq, from[1], to[1]) {
		return x
	}
	low, high := c.Cast(from[0], dtype), c.Cast(from[1], dtype)
	newLow, newHigh := c.Cast(to[0], dtype), c.Cast(to[1], dtype)
	x = c.Div(c.Sub(c.Cast(x, dtype), low), c.Sub(high, low))
	return c.Add(c.Mul(x, c.Sub(newHigh, newLow)), newLow)
}

var bytes = [2]object.Object{object.Int(0), object.Int(255)}

// ownRange is the layer's value_range.
func ownRange(l *spec.Instance) [2]object.Object {
	items := l.Items("value_range")
	if len(items) != 2 {
		return bytes
	}
	return [2]object.Object{items[0], items[1]}
}

func autoContrast(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := plainImages(l, a[0]); err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	d := l.Value("compute_dtype")
	original := c.Tensor(a[0], nil)
	single := len(c.Shape(original)) == 3
	if single {
		original = c.Do("expand_dims", original, 0)
	}
	x := c.Cast(fromRange(c, original, ownRange(l), bytes, d), d)
	over := func(name string) object.Object {
		return c.Do(name, x, calc.KW("axis", []int{1, 2}), calc.KW("keepdims", true))
	}
	low, high := over("min"), over("max")
	scale := c.Div(255.0, c.Sub(high, low))
	out := c.Do("clip", c.Add(c.Mul(x, scale), c.Mul(c.Neg(low), scale)), 0.0, 255.0)
	out = fromRange(c, out, bytes, ownRange(l), d)
	out = c.Where(c.Do("isnan", out), original, out)
	if single {
		out = c.Do("squeeze", out, 0)
	}
	return c.End(out)
}

// randomCrop cuts at a random place while training, and passes images on otherwise.
func randomCrop(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := plainImages(l, a[0]); err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	x := c.Tensor(a[0], nil)
	h, w := sizeOf(c, l, x)
	high, wide := l.Int("height"), l.Int("width")
	if c.Err != nil || !c.Truth(a[1]) {
		return c.End(x)
	}
	x = c.Cast(x, l.Value("compute_dtype"))
	if h > high && w > wide {
		draw := func(n int) int {
			v := c.Cast(c.Do("random.uniform", []int{}, 0, calc.KW("maxval", float64(n)), calc.KW("seed", l.Value("generator"))), "int32")
			if c.Err != nil {
				return 0
			}
			i, err := object.Index(l.T, v)
			c.Err = err
			return i
		}
		top := draw(h - high + 1)
		left := draw(w - wide + 1)
		return c.End(cut(c, l, x, top, left, high, wide))
	}
	if high <= 0 || wide <= 0 {
		return nil, l.Bad("height", l.Value("height"), "above 0, and width too")
	}
	ch := max(min(h, int(float64(w*high)/float64(wide))), 1)
	cw := max(min(w, int(float64(h*wide)/float64(high))), 1)
	x = cut(c, l, x, int(float64(h-ch)/2), int(float64(w-cw)/2), high, wide)
	if nh, nw := sizeOf(c, l, x); nh != high || nw != wide {
		x = c.Cast(c.Do("image.resize", x, []int{high, wide}, calc.KW("data_format", l.Value("data_format"))), l.Value("compute_dtype"))
	}
	return c.End(x)
}
