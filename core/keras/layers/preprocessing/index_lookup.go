package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Arguments of the layers that look values up.

func maxTokens() arg.Arg {
	return arg.Int("max_tokens", nil).Says("how many entries the vocabulary has at most")
}

func oovIndices() arg.Arg {
	return arg.Int("num_oov_indices", 1).Says("how many numbers stand for values outside the vocabulary")
}

func vocabulary() arg.Arg {
	return arg.Any("vocabulary", nil).Says("the values to know")
}

func idfWeights() arg.Arg {
	return arg.Any("idf_weights", nil).Says("how much each value counts, with tf_idf")
}

func invert() arg.Arg {
	return arg.Bool("invert", false).Says("whether to turn numbers back into values")
}

func padTokens() arg.Arg {
	return arg.Bool("pad_to_max_tokens", false).Says("whether vectors have max_tokens entries")
}

func lookupMode() arg.Arg {
	return arg.OneOf("output_mode", "int, one_hot, multi_hot, count or tf_idf", "int").Says("a value's number, a vector for each, one for all, counts, or weighted counts")
}

// IndexLookup is the base of the layers that number values by a vocabulary.
var IndexLookup = spec.Declare(folder+"index_lookup", "IndexLookup", func() spec.Class {
	return spec.Class{
		Base: layers.Base, Doc: "The base of layers that number values by a vocabulary.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Check(checkSizes), arg.Check(checkLookupSalt), arg.Check(checkLookupMode), arg.Check(takeKwargs), arg.BaseInit,
			arg.Int("max_tokens").As("max_tokens"), arg.Int("num_oov_indices"), arg.Any("mask_token"), arg.Any("oov_token"), arg.Str("vocabulary_dtype"),
			vocabulary().As("-"), idfWeights().As("input_idf_weights"), invert(), lookupMode(), sparse(), padTokens(), arg.Str("oov_method", "floormod"),
			arg.Str("name", nil).ToBase(), salt(),
		),
		InitOrder: spec.Keys("invert", "max_tokens", "num_oov_indices", "mask_token", "oov_token", "output_mode", "sparse"), Setup: setLookup,
		Config: spec.Keys("invert", "max_tokens", "num_oov_indices", "oov_token", "mask_token", "output_mode", "sparse", "pad_to_max_tokens", "vocabulary_dtype",
			"idf_weights", "vocabulary", "vocabulary_size", "oov_method", "salt"),
		From: map[string]string{"vocabulary": "input_vocabulary", "vocabulary_size": "_frozen_vocab_size"},
		Finish: func(l *spec.Instance, config *object.Dict) error {
			for _, key := range []string{"vocabulary", "idf_weights"} {
				v, err := listed(l, config.GetName(key))
				if err != nil {
					return err
				}
				config.SetName(key, v)
			}
			return nil
		},
		Takes: "inputs", Call: callLookup,
		Getters: []spec.Getter{
			{Name: "compute_dtype", Doc: "The dtype of the vocabulary.", Get: func(l *spec.Instance) (object.Object, error) { return l.Value("vocabulary_dtype"), nil }},
			{Name: "variable_dtype", Doc: "The dtype of the vocabulary.", Get: func(l *spec.Instance) (object.Object, error) { return l.Value("vocabulary_dtype"), nil }},
		},
		Methods: append([]spec.Method{
			ShapeBy(lookupShape),
			{Name: "compute_output_spec", Takes: "inputs", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if isInt(l) {
					return specOf(l, a[0], "int64", false)
				}
				return specOf(l, a[0], config.Floatx(l.T), false)
			}},
			{Name: "get_build_config", Do: func(*spec.Instance, []object.Object) (object.Object, error) { return object.NewDict(), nil }},
			{Name: "build_from_config", Takes: "config", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return l.Method("build", object.None)
			}},
			{Name: "set_vocabulary", Takes: "vocabulary, idf_weights=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return nil, setVocabulary(l, a[0], a[1])
			}},
			{Name: "vocabulary_size", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return object.Int(vocabularySize(l)), nil
			}},
			{Name: "get_vocabulary", Takes: "include_special_tokens=True", Do: getVocabulary},
		}, learning("data, steps=None", documentsOf, func(l *spec.Instance) *spec.Instance { return l })...),
	}
})

// listed makes a list of an array or tensor and leaves anything else.
func listed(l *spec.Instance, v object.Object) (object.Object, error) {
	if m, err := object.LookupAttr(l.T, v, object.Intern("tolist")); err != nil || m == nil {
		return v, err
	}
	return object.CallMethod(l.T, v, "tolist")
}

func checkSizes(l *spec.Instance) error {
	given := !l.IsNone("max_tokens")
	if given {
		if low, err := l.Compare("max_tokens", object.Le, 1); err != nil {
			return err
		} else if low {
			return l.Bad("max_tokens", l.Value("max_tokens"), "None or 2 or more")
		}
	}
	if pad, err := object.Truth(l.T, l.Value("pad_to_max_tokens")); err != nil {
		return err
	} else if pad && !given {
		return l.Bad("pad_to_max_tokens", l.Value("pad_to_max_tokens"), "False without max_tokens")
	}
	if low, err := l.Compare("num_oov_indices", object.Lt, 0); err != nil {
		return err
	} else if low {
		return l.Bad("num_oov_indices", l.Value("num_oov_indices"), "0 or more")
	}
	return l.OneOf("oov_method", "floormod", "farmhash")
}

func checkLookupSalt(l *spec.Instance) error {
	if l.IsNone("salt") {
		return nil
	}
	if l.Str("vocabulary_dtype") != "string" && l.Str("oov_method") != "farmhash" {
		return l.Bad("salt", l.Value("salt"), "None, except with oov_method='farmhash'")
	}
	s := salt()
	_, err := s.Convert(l, l.Value("salt"))
	return err
}

// checkLookupMode refuses modes, and what does not go with them.
func checkLookupMode(l *spec.Instance) error {
	oldMode(l)
	if err := l.OneOf("output_mode", "int", "one_hot", "multi_hot", "count", "tf_idf"); err != nil {
		return err
	}
	inverse, err := object.Truth(l.T, l.Value("invert"))
	if err != nil {
		return err
	}
	if inverse && !isInt(l) {
		return l.Bad("output_mode", l.Value("output_mode"), "'int' with invert=True")
	}
	if some, err := object.Truth(l.T, l.Value("sparse")); err != nil {
		return err
	} else if some && isInt(l) {
		return l.Bad("sparse", l.Value("sparse"), "False with output_mode='int'")
	}
	if l.Given.Get("idf_weights") != object.None && l.Str("output_mode") != "tf_idf" {
		return l.Bad("idf_weights", l.Given.Get("idf_weights"), "None, except with output_mode='tf_idf'")
	}
	return nil
}

// oldMode replaces the older spellings of modes.
func oldMode(l *spec.Instance) {
	switch s, _ := object.AsString(l.Given.Get("output_mode")); s {
	case "binary":
		l.Given.Set("output_mode", object.Intern("multi_hot"))
	case "tf-idf":
		l.Given.Set("output_mode", object.Intern("tf_idf"))
	}
}

// takeKwargs keeps the further keyword arguments from the base class, which is given the name alone.
func takeKwargs(l *spec.Instance) error {
	l.Given.Set("own kwargs", l.Given.Get("kwargs").(*object.Dict).Copy())
	l.Given.Set("kwargs", object.NewDict())
	return nil
}

// pop takes an entry out of the further keyword arguments; def stands for one that is not there.
func pop(d *object.Dict, name string, def object.Object) object.Object {
	v := d.GetName(name)
	if v == nil {
		return def
	}
	d.DelStr(object.Intern(name))
	return v
}

func setLookup(l *spec.Instance) error {
	if err := noConversion(l); err != nil {
		return err
	}
	given := l.Given.Get("vocabulary")
	kw := l.Given.Get("own kwargs").(*object.Dict)
	size := pop(kw, "vocabulary_size", object.None)
	had, err := object.Truth(l.T, pop(kw, "has_input_vocabulary", object.BoolOf(given != object.None)))
	if err != nil {
		return err
	}
	pop(kw, "trainable", nil)
	pop(kw, "dtype", nil)
	if kw.Len() > 0 {
		return l.Fail("kwargs", "it takes no other keyword arguments, got %s.", l.Repr(kw))
	}
	kept := given
	if _, isPath := object.Of(given).(*object.Str); isPath {
		kept = object.None
	}
	if err := l.SetAll("_frozen_vocab_size", size, "input_vocabulary", kept, "_has_input_vocabulary", had, "_tokens", object.NewTuple()); err != nil {
		return err
	}
	if err := checkMaskToken(l); err != nil {
		return err
	}
	if l.Str("output_mode") == "tf_idf" && had && l.IsNone("input_idf_weights") {
		return l.Bad("idf_weights", object.None, "given with vocabulary and output_mode='tf_idf'")
	}
	if given == object.None {
		return nil
	}
	return setVocabulary(l, given, l.Value("input_idf_weights"))
}

// checkMaskToken refuses a mask that is no value of the vocabulary's dtype.
func checkMaskToken(l *spec.Instance) error {
	v := l.Value("mask_token")
	if v == object.None {
		return nil
	}
	text := l.Str("vocabulary_dtype") == "string"
	switch object.Of(v).(type) {
	case *object.Str, *object.Bytes:
		if !text {
			return l.Bad("mask_token", v, "an integer")
		}
	case object.Int, *object.BigInt:
		if text {
			return l.BadType("mask_token", v, "text")
		}
	default:
		return l.BadType("mask_token", v, "a value like those of the vocabulary")
	}
	return nil
}

func lookupShape(l *spec.Instance, in object.Object) (object.Object, error) {
	if isInt(l) {
		return in, nil
	}
	depth := l.Value("_frozen_vocab_size")
	if l.Bool("pad_to_max_tokens") {
		depth = l.Value("max_tokens")
	}
	if n, err := object.Len(l.T, in); err != nil {
		return nil, err
	} else if n == 0 {
		return object.NewTuple(depth), nil
	}
	return withDepth(l, in, l.Str("output_mode"), depth)
}
