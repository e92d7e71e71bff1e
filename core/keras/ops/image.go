package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/kernel"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

const (
	patchSig  = ", size, strides=None, dilation_rate=1, padding='valid', data_format=None"
	patchInit = "size, strides, dilation_rate, padding, data_format"
	padSig    = "images, top_padding=None, left_padding=None, bottom_padding=None, right_padding=None, target_height=None, target_width=None, data_format=None"
	padInit   = "top_padding, left_padding, bottom_padding, right_padding, target_height, target_width, data_format"
	cropSig   = "images, top_cropping=None, left_cropping=None, bottom_cropping=None, right_cropping=None, target_height=None, target_width=None, data_format=None"
	cropInit  = "top_cropping, left_cropping, bottom_cropping, right_cropping, target_height, target_width, data_format"
)

// imageOps are the functions of keras.ops.image.
var imageOps = []*Op{
	{Name: "affine_transform", Class: "AffineTransform",
		Sig:  "images, transform, interpolation='bilinear', fill_mode='constant', fill_value=0, data_format=None",
		Init: "interpolation, fill_mode, fill_value, data_format", Setup: checkFormat, Infer: func(c *Call) object.Object {
			c.images("images")
			if s := c.Shape("transform"); len(s) != 1 && len(s) != 2 {
				c.value("transform must have one or two dimensions, got shape %s.", s)
			}
			return c.Like("images")
		}, Kernel: affineKernel},
	{Name: "crop_images", Class: "CropImages", Sig: cropSig, Init: cropInit, Setup: checkFormat, Infer: func(c *Call) object.Object {
		return c.bordered("cropping", -1)
	}, Kernel: borderKernel("cropping")},
	{Name: "elastic_transform", Class: "ElasticTransform",
		Sig:  "images, alpha=20.0, sigma=5.0, interpolation='bilinear', fill_mode='reflect', fill_value=0.0, seed=None, data_format=None",
		Init: "alpha, sigma, interpolation, fill_mode, fill_value, seed, data_format", Setup: checkFormat, Infer: sameImages, Kernel: elasticKernel, Now: true},
	{Name: "extract_patches", Class: "ExtractPatches", Sig: "images" + patchSig, Init: patchInit, Config: patchInit, Prepare: checkPatchSize, Setup: setPatches,
		Infer: patches, Kernel: patchesKernel},
	{Name: "extract_patches_3d", Class: "ExtractPatches", Twin: "image.extract_patches", Sig: "volumes" + patchSig, Init: patchInit, Prepare: cube},
	{Name: "gaussian_blur", Class: "GaussianBlur", Sig: "images, kernel_size=(3, 3), sigma=(1.0, 1.0), data_format=None",
		Init: "kernel_size, sigma, data_format", Setup: checkFormat, Infer: sameImages, Kernel: blurKernel},
	{Name: "hsv_to_rgb", Class: "HSVToRGB", Sig: "images, data_format=None", Init: "data_format", Setup: checkFormat, Infer: colours, Kernel: channelsKernel(kernel.HSVToRGB)},
	{Name: "map_coordinates", Class: "MapCoordinates", Sig: "inputs, coordinates, order, fill_mode='constant', fill_value=0",
		Init: "order, fill_mode, fill_value", Infer: func(c *Call) object.Object {
			s, at := c.Shape("inputs"), c.Shape("coordinates")
			if at[c.at(0, len(at))] != len(s) {
				c.value("coordinates must have one row for each of the %d dimensions of inputs, got shape %s.", len(s), at)
			}
			if len(at) < 2 {
				c.value("coordinates must have at least two dimensions, got shape %s.", at)
			}
			return c.New(at[1:], c.Dtype("inputs"))
		}, Kernel: coordinatesKernel},
	{Name: "pad_images", Class: "PadImages", Sig: padSig, Init: padInit, Setup: checkFormat, Infer: func(c *Call) object.Object {
		return c.bordered("padding", 1)
	}, Kernel: borderKernel("padding")},
	{Name: "perspective_transform", Class: "PerspectiveTransform",
		Sig:  "images, start_points, end_points, interpolation='bilinear', fill_value=0, data_format=None",
		Init: "interpolation, fill_value, data_format", Setup: checkFormat, Infer: perspective, Kernel: perspectiveKernel},
	{Name: "resize", Class: "Resize",
		Sig: "images, size, interpolation='bilinear', antialias=False, crop_to_aspect_ratio=False, pad_to_aspect_ratio=False, fill_mode='constant', " +
			"fill_value=0.0, data_format=None",
		Init:    "size, interpolation, antialias, crop_to_aspect_ratio, pad_to_aspect_ratio, fill_mode, fill_value, data_format",
		Prepare: checkResize, Setup: checkFormat, Infer: resize, Kernel: resizeKernel},
	{Name: "rgb_to_grayscale", Class: "RGBToGrayscale", Sig: "images, data_format=None", Init: "data_format", Setup: checkFormat, Infer: grayscale, Kernel: channelsKernel(kernel.Grayscale)},
	{Name: "rgb_to_hsv", Class: "RGBToHSV", Sig: "images, data_format=None", Init: "data_format", Setup: checkFormat, Infer: colours, Kernel: channelsKernel(kernel.RGBToHSV)},
	{Name: "scale_and_translate", Class: "ScaleAndTranslate", Sig: "images, output_shape, scale, translation, spatial_dims, method, antialias=True",
		Init: "spatial_dims, method, antialias", Infer: func(c *Call) object.Object { return c.New(c.target("output_shape"), c.Dtype("images")) }, Kernel: translateKernel},
	{Name: "sobel_edges", Class: "SobelEdges", Sig: "images, data_format=None", Init: "data_format", Setup: checkFormat, Infer: func(c *Call) object.Object {
		s := c.Shape("images")
		if len(s) != 4 {
			c.value("images must have 4 dimensions, got shape %s.", s)
		}
		return c.New(append(s, 2), c.Dtype("images"))
	}, Kernel: sobelKernel},
	{Name: "ssim", Class: "SSIM", Sig: "image1, image2, max_val=1.0, filter_size=11, filter_sigma=1.5, k1=0.01, k2=0.03, data_format=None",
		Init: "max_val, filter_size, filter_sigma, k1, k2, data_format", Setup: checkFormat, Infer: func(c *Call) object.Object {
			s := c.images("image1")
			c.images("image2")
			return c.New(s[:len(s)-3], c.Dtype("image1"))
		}, Kernel: ssimKernel},
}

func checkFormat(c *Call) { c.format() }

// images returns the shape of one image or a batch of images.
func (c *Call) images(name string) tensor.Shape {
	s := c.Shape(name)
	if len(s) != 3 && len(s) != 4 {
		c.value("%s must have 3 dimensions (one image) or 4 (a batch), got shape %s.", name, s)
	}
	return s
}

func sameImages(c *Call) object.Object {
	c.images("images")
	return c.Like("images")
}

// channel returns the place of the channels.
func (c *Call) channel(s tensor.Shape) int {
	if c.format() == "channels_last" {
		return len(s) - 1
	}
	return len(s) - 3
}

// sides returns the places of height and width.
func (c *Call) heightWidth(s tensor.Shape) (h, w int) {
	if c.format() == "channels_last" {
		return len(s) - 3, len(s) - 2
	}
	return len(s) - 2, len(s) - 1
}

func grayscale(c *Call) object.Object {
	s := c.images("images")
	i := c.channel(s)
	if s[i] >= 0 && s[i] != 1 && s[i] != 3 {
		c.value("images must have 3 channels (or 1), got %d in shape %s.", s[i], s)
	}
	s[i] = 1
	return c.New(s, c.Dtype("images"))
}

func colours(c *Call) object.Object {
	s := c.images("images")
	if d := c.Dtype("images"); !config.IsFloat(d) {
		c.value("images must have a floating dtype, got %s.", d)
	}
	if n := s[c.channel(s)]; n >= 0 && n != 3 {
		c.value("images must have 3 channels, got %d in shape %s.", n, s)
	}
	return c.Like("images")
}

func checkResize(c *Call) {
	size := c.Items("size")
	if len(size) != 2 {
		c.value("size must hold height and width, got %s.", c.show(c.Arg("size")))
	}
	for _, v := range size {
		if c.asInt("size", v) <= 0 {
			c.value("height and width must be positive, got %s.", c.show(c.Arg("size")))
		}
	}
	c.images("images")
	if c.Bool("pad_to_aspect_ratio") && c.Bool("crop_to_aspect_ratio") {
		c.value("pad_to_aspect_ratio and crop_to_aspect_ratio exclude each other.")
	}
}

func resize(c *Call) object.Object {
	s := c.images("images")
	h, w := c.heightWidth(s)
	size := c.Ints("size")
	s[h], s[w] = size[0], size[1]
	return c.New(s, c.Dtype("images"))
}

func checkPatchSize(c *Call) {
	v := c.Arg("size")
	if isInt(v) {
		return
	}
	if !isList(v) {
		c.typeError("size must be an int or a tuple, got %s.", c.show(v))
	}
	if n := len(c.Items("size")); n != 2 && n != 3 {
		c.value("size must hold 2 or 3 numbers, got %d.", n)
	}
}

// setPatches writes the attributes as get_config shows them.
func setPatches(c *Call) {
	size := c.Arg("size")
	if isInt(size) {
		size = object.NewTuple(size, size)
	}
	c.Keep("size", size)
	if !c.Given("strides") {
		c.Keep("strides", size)
	}
	c.Keep("data_format", object.NewStr(c.format()))
}

// cube makes size three numbers.
func cube(c *Call) {
	if v := c.Arg("size"); isInt(v) {
		c.Set("size", object.NewTuple(v, v, v))
	}
}

func patches(c *Call) object.Object {
	s := c.Shape(c.Op.sig.Params[0].Name.String())
	dtype := c.Dtype(c.Op.sig.Params[0].Name.String())
	size := c.Ints("size")
	if isInt(c.Arg("size")) {
		size = []int{size[0], size[0]}
	}
	n := len(size)
	alone := len(s) == n+1
	if alone {
		s = joined(tensor.Shape{1}, s)
	}
	if len(s) < 3 {
		fail(object.NewError(object.IndexErrorClass, "%s(): the input must have %d dimensions or more, got shape %s.", c.Op.Name, n+1, s))
	}
	at := len(s) - 1
	if c.format() != "channels_last" {
		at = c.at(-n-1, len(s))
	}
	filters := s[at]
	if filters == unknown && !c.traced {
		c.typeError("the number of channels must be known, got shape %s.", s)
	}
	for _, k := range size {
		filters = tensor.MulDims(filters, k)
	}
	strides := size
	if c.Given("strides") {
		strides = c.spread("strides", n)
	}
	kernel := append(tensor.Shape{}, size...)
	out := c.convolved(s, kernel, filters, strides, c.spread("dilation_rate", n), c.Text("padding"), c.format())
	if alone {
		out = out[1:]
	}
	return c.New(out, dtype)
}

func perspective(c *Call) object.Object {
	c.images("images")
	from, to := c.Shape("start_points"), c.Shape("end_points")
	for i, s := range []tensor.Shape{from, to} {
		n := len(s)
		if n != 2 && n != 3 || s[n-2] != 4 || s[n-1] != 2 {
			c.value("%s must have shape (4, 2), or (N, 4, 2) for a batch, got %s.", [2]string{"start_points", "end_points"}[i], s)
		}
	}
	if !from.Equal(to) {
		c.value("start_points and end_points must have the same shape, got %s and %s.", from, to)
	}
	return c.Like("images")
}

// border is what one side of the images gets: the arguments before and after, and the size aimed at.
type border struct{ before, after, target string }

// bordered pads images (sign 1) or crops them (sign -1): along each side two of three numbers are given.
func (c *Call) bordered(what string, sign int) object.Object {
	s := c.images("images")
	h, w := c.heightWidth(s)
	sides := []border{{"top_" + what, "bottom_" + what, "target_height"}, {"left_" + what, "right_" + what, "target_width"}}
	for _, b := range sides {
		none := 0
		for _, n := range []string{b.before, b.after, b.target} {
			if !c.Given(n) {
				none++
			} else if c.Int(n) < 0 {
				c.value("%s must not be negative, got %d.", n, c.Int(n))
			}
		}
		if none != 1 {
			c.value("give exactly two of %s, %s and %s.", b.before, b.after, b.target)
		}
	}
	for i, at := range []int{h, w} {
		if sign < 0 && s[at] == unknown && !c.Given(sides[i].target) {
			c.value("%s must be given, because the size of the images is not known (shape %s).", sides[i].target, s)
		}
	}
	for i, at := range []int{h, w} {
		s[at] = c.borderedSide(sides[i], s[at], sign)
	}
	return c.New(s, c.Dtype("images"))
}

func (c *Call) borderedSide(b border, size, sign int) int {
	target := unknown
	if c.Given(b.target) {
		target = c.Int(b.target)
		if tensor.IsExpr(size) {
			c.paddedSide(b, size, sign)
		}
		if size < 0 {
			return target
		}
		given := b.before
		if !c.Given(given) {
			given = b.after
		}
		if rest := sign*(target-size) - c.Int(given); rest < 0 {
			c.value("%s=%d leaves %d for the other side; it must not be negative.", b.target, target, rest)
		}
		return target
	}
	if size < 0 {
		if sign < 0 {
			return tensor.SubDims(size, c.Int(b.before)+c.Int(b.after))
		}
		return tensor.AddDims(size, c.Int(b.before)+c.Int(b.after))
	}
	if target = size + sign*(c.Int(b.before)+c.Int(b.after)); target < 0 {
		c.value("%s and %s take more than the size %d.", b.before, b.after, size)
	}
	return target
}
