package models

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/quantizers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const quantizeTakes = "(self, mode=None, config=None, filters=None, **kwargs)"

// quantizeModel is Model.quantize: it quantizes each layer inside that holds no layer itself and that can be quantized.
func quantizeModel(l *spec.Instance, a []object.Object) (object.Object, error) {
	mode, config, err := quantizers.Resolve(l.T, a[0], a[1])
	if err != nil {
		return nil, err
	}
	if err := mayQuantize(l, mode); err != nil {
		return nil, err
	}
	kw := a[3].(*object.Dict).Copy()
	typeCheck := kw.GetName("type_check")
	if typeCheck == nil {
		typeCheck = object.True
	}
	kw.DelStr(object.Intern("type_check"))
	if kw.Len() > 0 {
		return nil, object.ValueError("%s.quantize() takes mode, config, filters and type_check, and was given %s as well.", l.ClassName(), l.Repr(kw))
	}
	choose, err := filter(l, a[2])
	if err != nil {
		return nil, err
	}
	args := object.Args{Pos: []object.Object{object.NewStr(mode)}, Kw: arg.Pairs("type_check", typeCheck, "config", config)}
	for _, op := range leaves(l.Instance) {
		if yes, err := choose(op); err != nil || !yes {
			if err != nil {
				return nil, err
			}
			continue
		}
		if err := quantizeLayer(l.T, op, args); err != nil {
			return nil, err
		}
	}
	if mode == "gptq" || mode == "awq" {
		return nil, calibrate(l, mode, config)
	}
	return object.None, nil
}

// mayQuantize makes the checks that come before anything is changed.
func mayQuantize(l *spec.Instance, mode string) error {
	switch {
	case !layers.Built(l.Instance):
		return l.Fail("mode", "it cannot be quantized, for it is not built: build() it or call it on an input first.")
	case mode == "int8" && l.Str("compute_dtype") == "float16":
		return l.Fail("mode", "mode='int8' does not go with computing in float16.")
	}
	return nil
}

// quantizeLayer calls a layer's quantize. One that cannot be quantized stays as it is, and a warning says so.
func quantizeLayer(t *object.Thread, op *object.Instance, a object.Args) error {
	quantize, err := object.GetAttr(t, op, object.Intern("quantize"))
	if err == nil {
		_, err = object.CallArgs(t, quantize, a)
	}
	switch {
	case object.IsKind(err, object.NotImplementedErrClass):
		return operation.Warn(t, "UserWarning", object.AsException(err).Message())
	case object.IsKind(err, object.AttributeErrorClass):
		return nil
	}
	return err
}

// leaves are all layers below op that have no layers inside, each once.
func leaves(op *object.Instance) []*object.Instance {
	var out []*object.Instance
	seen := map[*object.Instance]bool{op: true}
	stack := append([]*object.Instance(nil), layers.Sublayers(op)...)
	for len(stack) > 0 {
		next := stack[0]
		stack = stack[1:]
		if seen[next] {
			continue
		}
		seen[next] = true
		below := layers.Sublayers(next)
		if len(below) == 0 {
			out = append(out, next)
		}
		for _, sub := range below {
			stack = append([]*object.Instance{sub}, stack...)
		}
	}
	return out
}

// filter makes of the argument filters what says whether a layer is to be quantized: a pattern for its name, several of
// them, or a function.
func filter(l *spec.Instance, v object.Object) (func(op *object.Instance) (bool, error), error) {
	var patterns []object.Object
	switch x := object.Of(v).(type) {
	case *object.NoneType:
		return func(*object.Instance) (bool, error) { return true, nil }, nil
	case *object.Str:
		patterns = []object.Object{x}
	case *object.List:
		patterns = x.Items
	case *object.Tuple:
		patterns = x.Items
	default:
		if !object.IsCallable(v) {
			return nil, l.Bad("filters", v, "a pattern for the names of layers, a list of patterns, or a function of a layer")
		}
		return func(op *object.Instance) (bool, error) {
			yes, err := object.Call(l.T, v, op)
			if err != nil {
				return false, err
			}
			return object.Truth(l.T, yes)
		}, nil
	}
	re, err := l.T.Import(l.T, "re")
	if err != nil {
		return nil, err
	}
	return func(op *object.Instance) (bool, error) {
		for _, p := range patterns {
			found, err := object.CallMethod(l.T, re, "search", p, object.NewStr(operation.Name(op)))
			if err != nil || found != object.None {
				return err == nil, err
			}
		}
		return false, nil
	}, nil
}

// calibrate is the second half of the modes that look at data: it says what is missing, or that the numbers are not computed.
func calibrate(l *spec.Instance, mode string, config *object.Instance) error {
	structure := arg.Self(l.T, config).Value("quantization_layer_structure")
	if structure == object.None {
		var err error
		if structure, err = l.Method("get_quantization_layer_structure", object.NewStr(mode)); err != nil {
			return err
		}
	}
	if structure == object.None {
		return l.Fail("config", "mode='%s' needs to know the model's blocks: give the config a quantization_layer_structure, a dict with the keys "+
			"'pre_block_layers' and 'sequential_blocks', or let the model's get_quantization_layer_structure() return one.", mode)
	}
	return arg.NotModelled("the calibration of Model.quantize('" + mode + "') on data")
}
