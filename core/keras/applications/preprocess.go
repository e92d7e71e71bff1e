package applications

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/config"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// What preprocess_input does to pixels from 0 to 255: between -1 and 1; less ImageNet's mean; the same between 0 and 1.
const (
	asTF    = "tf"
	asCaffe = "caffe"
	asTorch = "torch"
	asIs    = ""
)

func init() {
	for _, p := range []struct{ pkg, mode string }{
		{"convnext", asIs}, {"densenet", asTorch}, {"efficientnet", asIs}, {"efficientnet_v2", asIs}, {"inception_resnet_v2", asTF}, {"inception_v3", asTF},
		{"mobilenet", asTF}, {"mobilenet_v2", asTF}, {"mobilenet_v3", asIs}, {"nasnet", asTF}, {"resnet", asCaffe}, {"resnet_v2", asTF},
		{"vgg16", asCaffe}, {"vgg19", asCaffe}, {"xception", asTF},
	} {
		declareProcessing(p.pkg, "x, data_format=None", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if p.mode == asIs {
				return a[0], nil
			}
			return preprocess(t, a[0], a[1], p.mode)
		})
	}
	declareProcessing("imagenet_utils", `x, data_format=None, mode="caffe"`, func(t *object.Thread, a []object.Object) (object.Object, error) {
		if mode, ok := object.Of(a[2]).(*object.Str); ok {
			switch s := mode.String(); s {
			case asTF, asCaffe, asTorch:
				return preprocess(t, a[0], a[1], s)
			}
		}
		return nil, object.ValueError("preprocess_input() takes 'caffe', 'tf' or 'torch' as mode, got mode=%s.", arg.Repr(t, a[2]))
	})
}

// declareProcessing declares what stands beside the networks of a package.
func declareProcessing(pkg, takes string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
	export := func(name string) []string {
		out := []string{"keras.applications." + pkg + "." + name}
		if pkg == "resnet" {
			out = append(out, "keras.applications.resnet50."+name)
		}
		return out
	}
	module := "keras.src.applications." + pkg
	spec.DeclareFunc(spec.Function{Name: "preprocess_input", Module: module, Export: export("preprocess_input"), Takes: takes,
		Doc: "Makes of pixels from 0 to 255 what the network was trained on.", Do: do})
	spec.DeclareFunc(spec.Function{Name: "decode_predictions", Module: module, Export: export("decode_predictions"), Takes: "preds, top=5",
		Doc: "Names the classes that a network trained on ImageNet finds.", Do: decode})
}

// decode checks what real Keras checks; the names of the classes are a file that Keras downloads.
func decode(t *object.Thread, a []object.Object) (object.Object, error) {
	v, err := object.GetAttr(t, a[0], object.Intern("shape"))
	if err != nil {
		return nil, err
	}
	shape, err := object.Items(t, v)
	if err != nil {
		return nil, err
	}
	if len(shape) != 2 || shape[1] != object.Int(1000) {
		return nil, object.ValueError("decode_predictions() takes predictions of the shape (samples, 1000), got an array of shape %s.", arg.Repr(t, v))
	}
	e := object.NewError(object.NotImplementedErrClass, "decode_predictions() would download the names of ImageNet's 1000 classes, and nothing is downloaded here. "+
		"keras.ops.top_k(preds, 5) gives the numbers of the classes.")
	e.Subject = blame.NotModelled{Name: "decode_predictions"}
	return nil, e
}

// pixels is an image or a batch of them on its way through preprocess_input. After the first error the rest does nothing.
type pixels struct {
	t     *object.Thread
	x     object.Object
	rank  int
	first bool // channels come before rows and columns
	err   error
}

func preprocess(t *object.Thread, x, format object.Object, mode string) (object.Object, error) {
	p := &pixels{t: t, x: x}
	if format == object.None {
		format = object.NewStr(config.ImageDataFormat(t))
	}
	s, ok := object.Of(format).(*object.Str)
	if !ok || s.String() != "channels_first" && s.String() != "channels_last" {
		return nil, object.ValueError("preprocess_input() takes 'channels_first' or 'channels_last' as data_format, got data_format=%s.", arg.Repr(t, format))
	}
	p.first = s.String() == "channels_first"
	if x.Class().Name == "ndarray" && x.Class().Module() == "numpy" {
		p.array(mode)
	} else {
		p.tensor(mode)
	}
	return p.x, p.err
}

func (p *pixels) of(f func() (object.Object, error)) object.Object {
	if p.err != nil {
		return object.None
	}
	v, err := f()
	if err != nil {
		p.err = err
		return object.None
	}
	return v
}

// change is x op= v.
func (p *pixels) change(op object.BinaryOp, v object.Object) {
	p.x = p.of(func() (object.Object, error) { return object.InplaceBinary(p.t, op, p.x, v) })
}

func (p *pixels) measure() {
	shape := p.of(func() (object.Object, error) { return object.GetAttr(p.t, p.x, object.Intern("shape")) })
	n := p.of(func() (object.Object, error) {
		n, err := object.Len(p.t, shape)
		return object.Int(n), err
	})
	if v, ok := n.(object.Int); ok {
		p.rank = int(v)
	}
}

// scale does what needs no channels. It returns ImageNet's mean and deviation where they are still to be taken into account.
func (p *pixels) scale(mode string) (mean, deviation []float64) {
	switch mode {
	case asTF:
		p.change(object.TrueDiv, object.Float(127.5))
		p.change(object.Sub, object.Float(1))
		return nil, nil
	case asTorch:
		p.change(object.TrueDiv, object.Float(255))
		return imageMean, imageDeviation
	}
	return []float64{103.939, 116.779, 123.68}, nil // blue, green, red
}

// every is the index that takes one channel, or the channels backwards, of all pixels.
func (p *pixels) every(channel object.Object) object.Object {
	switch {
	case !p.first:
		return object.NewTuple(object.Ellipsis, channel)
	case p.rank == 3:
		return object.NewTuple(channel, object.Ellipsis)
	}
	all := &object.Slice{Start: object.None, Stop: object.None, Step: object.None}
	return object.NewTuple(all, channel, all)
}

// array changes an array of numpy, in its place where it holds floats.
func (p *pixels) array(mode string) {
	p.measure()
	kind := p.of(func() (object.Object, error) { return object.GetAttr(p.t, p.x, object.Intern("dtype")) })
	kind = p.of(func() (object.Object, error) { return object.GetAttr(p.t, kind, object.Intern("kind")) })
	if s, ok := kind.(*object.Str); ok && s.String() != "f" {
		p.x = p.of(func() (object.Object, error) {
			return object.CallMethod(p.t, p.x, "astype", object.NewStr(config.Floatx(p.t)))
		})
	}
	mean, deviation := p.scale(mode)
	if mode == asCaffe {
		backwards := &object.Slice{Start: object.None, Stop: object.None, Step: object.Int(-1)}
		p.x = p.of(func() (object.Object, error) { return object.GetItem(p.t, p.x, p.every(backwards)) })
	}
	for i := range mean {
		p.channel(i, object.Sub, mean[i])
		if deviation != nil {
			p.channel(i, object.TrueDiv, deviation[i])
		}
	}
}

// channel is x[..., i] op= v.
func (p *pixels) channel(i int, op object.BinaryOp, v float64) {
	key := p.every(object.Int(i))
	part := p.of(func() (object.Object, error) { return object.GetItem(p.t, p.x, key) })
	part = p.of(func() (object.Object, error) { return object.InplaceBinary(p.t, op, part, object.Float(v)) })
	p.of(func() (object.Object, error) { return object.None, object.SetItem(p.t, p.x, key, part) })
}

// do calls a function of keras.ops.
func (p *pixels) do(name string, x object.Object, pairs ...any) object.Object {
	return p.of(func() (object.Object, error) {
		return ops.Find(name).Call(p.t, object.Args{Pos: []object.Object{x}, Kw: arg.Pairs(pairs...)})
	})
}

// tensor computes a new tensor, symbolic or not.
func (p *pixels) tensor(mode string) {
	p.measure()
	mean, deviation := p.scale(mode)
	if p.err != nil || mean == nil {
		return
	}
	ones := make([]any, max(p.rank-1, 0))
	for i := range ones {
		ones[i] = 1
	}
	axis, shape, spread := -1, append(ones, 3), []any(nil)
	if p.first {
		if axis, shape, spread = 1, append([]any{1, 3}, ones[min(1, len(ones)):]...), []any{-1, 1, 1}; p.rank == 3 {
			axis, shape = 0, []any{3, 1, 1}
		}
	}
	if mode == asCaffe {
		var channels []object.Object
		for _, i := range []object.Int{2, 1, 0} {
			channels = append(channels, p.of(func() (object.Object, error) { return object.GetItem(p.t, p.x, p.every(i)) }))
		}
		p.x = p.do("stack", list(channels...), "axis", axis)
	}
	dtype := p.of(func() (object.Object, error) { return object.GetAttr(p.t, p.x, object.Intern("dtype")) })
	less := p.do("convert_to_tensor", floats(-mean[0], -mean[1], -mean[2]), "dtype", dtype)
	p.change(object.Add, p.do("reshape", less, "newshape", shape))
	if deviation != nil {
		by := p.do("convert_to_tensor", floats(deviation...), "dtype", dtype)
		if spread != nil {
			by = p.do("reshape", by, "newshape", spread)
		}
		p.change(object.TrueDiv, by)
	}
}
