package tf

import (
	"strings"

	"layerglass/core/python/object"
)

func lower(s *object.Str) string { return strings.ToLower(s.String()) }

// rowsAxis, columnsAxis and channels are the axes of an image, counted from the end, so that a batch may stand before.
var rowsAxis, columnsAxis, channels = whole(-3), whole(-2), whole(-1)

func composedImages() []composed {
	return []composed{
		{"image.rot90", "image, k=1", func(k *calc) object.Object {
			return k.with("rot90", []object.Object{k.x("image")}, "k", k.get("k"), "axes", object.NewTuple(rowsAxis, columnsAxis))
		}},
		{"image.transpose", "image", func(k *calc) object.Object { return k.do("swapaxes", k.x("image"), rowsAxis, columnsAxis) }},
		{"image.grayscale_to_rgb", "images", func(k *calc) object.Object { return k.do("repeat", k.x("images"), whole(3), channels) }},
		{"image.central_crop", "image, central_fraction", func(k *calc) object.Object {
			x := k.x("image")
			fraction, err := object.ToFloat(k.t, k.get("central_fraction"))
			if err != nil {
				k.err = err
				return object.None
			}
			top, height := middle(k.side(x, 3), fraction)
			left, width := middle(k.side(x, 2), fraction)
			return k.crop(x, top, left, height, width)
		}},
		{"image.crop_to_bounding_box", "image, offset_height, offset_width, target_height, target_width", func(k *calc) object.Object {
			return k.crop(k.x("image"), k.int("offset_height", 0), k.int("offset_width", 0), k.int("target_height", 0), k.int("target_width", 0))
		}},
		{"image.pad_to_bounding_box", "image, offset_height, offset_width, target_height, target_width", func(k *calc) object.Object {
			return k.frame(k.x("image"), k.int("offset_height", 0), k.int("offset_width", 0), k.int("target_height", 0), k.int("target_width", 0))
		}},
		{"image.resize_with_crop_or_pad", "image, target_height, target_width", func(k *calc) object.Object {
			x, height, width := k.x("image"), k.int("target_height", 0), k.int("target_width", 0)
			h, w := k.side(x, 3), k.side(x, 2)
			x = k.crop(x, max(0, h-height)/2, max(0, w-width)/2, min(h, height), min(w, width))
			return k.frame(x, max(0, height-h)/2, max(0, width-w)/2, height, width)
		}},
		{"image.adjust_brightness", "image, delta", func(k *calc) object.Object { return k.do("add", k.floats("image"), k.get("delta")) }},
		{"image.adjust_contrast", "images, contrast_factor", func(k *calc) object.Object {
			x := k.floats("images")
			mean := k.reduce("mean", x, object.NewTuple(rowsAxis, columnsAxis), true)
			return k.do("add", k.do("multiply", k.do("subtract", x, mean), k.get("contrast_factor")), mean)
		}},
		{"image.adjust_gamma", "image, gamma=1, gain=1", func(k *calc) object.Object {
			return k.do("multiply", k.do("power", k.floats("image"), k.get("gamma")), k.get("gain"))
		}},
		{"image.adjust_saturation", "image, saturation_factor", func(k *calc) object.Object {
			hsv := k.list(k.with("split", []object.Object{k.do("image.rgb_to_hsv", k.floats("image")), whole(3)}, "axis", channels))
			if len(hsv) != 3 {
				return object.None
			}
			hsv[1] = k.do("clip", k.do("multiply", hsv[1], k.get("saturation_factor")), number(0), number(1))
			return k.do("image.hsv_to_rgb", k.do("concatenate", object.NewList(hsv...), channels))
		}},
		{"image.rgb_to_hsv", "images", func(k *calc) object.Object { return k.do("image.rgb_to_hsv", k.x("images")) }},
		{"image.hsv_to_rgb", "images", func(k *calc) object.Object { return k.do("image.hsv_to_rgb", k.x("images")) }},
		{"image.per_image_standardization", "image", func(k *calc) object.Object {
			x, axes := k.floats("image"), object.NewTuple(rowsAxis, columnsAxis, channels)
			size := k.side(x, 3) * k.side(x, 2) * k.side(x, 1)
			least := k.do("rsqrt", number(float64(max(size, 1))))
			return k.do("true_divide", k.do("subtract", x, k.reduce("mean", x, axes, true)), k.do("maximum", k.reduce("std", x, axes, true), least))
		}},
		{"image.convert_image_dtype", "image, dtype, saturate=False", convertImage},
		{"image.total_variation", "images", func(k *calc) object.Object {
			x := k.x("images")
			dy, dx := k.steps2(x)
			axes := object.NewTuple(rowsAxis, columnsAxis, channels)
			return k.do("add", k.reduce("sum", k.do("absolute", dy), axes, false), k.reduce("sum", k.do("absolute", dx), axes, false))
		}},
		{"image.image_gradients", "image", func(k *calc) object.Object {
			dy, dx := k.steps2(k.x("image"))
			side := func(x object.Object, axis int) object.Object {
				pad := []object.Object{object.NewTuple(whole(0), whole(0)), object.NewTuple(whole(0), whole(0)), object.NewTuple(whole(0), whole(0)), object.NewTuple(whole(0), whole(0))}
				pad[axis] = object.NewTuple(whole(0), whole(1))
				return k.do("pad", x, object.NewTuple(pad...))
			}
			return object.NewTuple(side(dy, 1), side(dx, 2))
		}},
		{"image.psnr", "a, b, max_val", func(k *calc) object.Object {
			high, err := object.ToFloat(k.t, k.get("max_val"))
			if err != nil {
				k.err = err
				return object.None
			}
			mse := k.reduce("mean", k.do("square", k.do("subtract", k.x("a"), k.x("b"))), object.NewTuple(rowsAxis, columnsAxis, channels), false)
			return k.do("subtract", k.do("multiply", k.do("log10", number(high)), number(20)), k.do("multiply", k.do("log10", mse), number(10)))
		}},
	}
}

// side is the size of an axis, counted from the end; 0 where it is not known.
func (k *calc) side(x object.Object, fromEnd int) int {
	s := k.shape(x)
	if len(s) < fromEnd || s[len(s)-fromEnd] < 0 {
		if k.err == nil {
			k.err = object.ValueError("%s: the size of an image must be known, got a value of shape %s.", k.path, s)
		}
		return 0
	}
	return s[len(s)-fromEnd]
}

// middle is where the middle part of a side begins, and how long it is.
func middle(size int, fraction float64) (start, length int) {
	start = int((float64(size) - float64(size)*fraction) / 2)
	return start, size - 2*start
}

func (k *calc) crop(x object.Object, top, left, height, width int) object.Object {
	if k.err == nil && (top < 0 || left < 0 || top+height > k.side(x, 3) || left+width > k.side(x, 2)) {
		k.err = object.ValueError("%s: a part of %d rows and %d columns from (%d, %d) on is not within a value of shape %s.", k.path, height, width, top, left, k.shape(x))
	}
	return k.do("get_item", x, object.NewTuple(object.Ellipsis, part(top, height), part(left, width), part(0, k.side(x, 1))))
}

func part(start, length int) object.Object {
	return &object.Slice{Start: whole(start), Stop: whole(start + length), Step: object.None}
}

// frame puts an image into a larger one of zeros.
func (k *calc) frame(x object.Object, top, left, height, width int) object.Object {
	below, right := height-top-k.side(x, 3), width-left-k.side(x, 2)
	if k.err == nil && (below < 0 || right < 0 || top < 0 || left < 0) {
		k.err = object.ValueError("%s: a value of shape %s does not fit into %d rows and %d columns from (%d, %d) on.", k.path, k.shape(x), height, width, top, left)
	}
	pair := func(a, b int) object.Object { return object.NewTuple(whole(a), whole(b)) }
	pads := []object.Object{pair(top, max(below, 0)), pair(left, max(right, 0)), pair(0, 0)}
	for len(pads) < k.rank(x) {
		pads = append([]object.Object{pair(0, 0)}, pads...)
	}
	return k.do("pad", x, object.NewTuple(pads...))
}

// floats is an image whose numbers are floats; images of whole numbers would have to be scaled there and back.
func (k *calc) floats(name string) object.Object {
	x := k.x(name)
	if d := k.dtypeOf(x); d[0] == 'i' || d[0] == 'u' {
		return k.refuse("of an image of dtype " + d)
	}
	return x
}

// steps2 are the differences from each row to the next, and from each column to the next.
func (k *calc) steps2(x object.Object) (down, across object.Object) {
	all := &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
	later, earlier := &object.Slice{Start: whole(1), Stop: object.None, Step: object.None}, &object.Slice{Start: object.None, Stop: whole(-1), Step: object.None}
	at := func(rows, columns *object.Slice) object.Object {
		return k.do("get_item", x, object.NewTuple(object.Ellipsis, rows, columns, all))
	}
	return k.do("subtract", at(later, all), at(earlier, all)), k.do("subtract", at(all, later), at(all, earlier))
}

// convertImage scales whole numbers to 0..1 and back.
func convertImage(k *calc) object.Object {
	x, to := k.x("image"), k.dtype("dtype", "float32")
	from := k.dtypeOf(x)
	_, high, ints := limits(from)
	_, highTo, intsTo := limits(to)
	switch {
	case from == to:
		return x
	case ints && !intsTo:
		return k.do("multiply", k.cast(x, to), k.cast(number(1/high), to))
	case !ints && intsTo:
		return k.cast(k.do("clip", k.do("multiply", x, number(highTo+0.5)), number(0), number(highTo)), to)
	case !ints && !intsTo:
		return k.cast(x, to)
	}
	return k.refuse("from " + from + " to " + to)
}
