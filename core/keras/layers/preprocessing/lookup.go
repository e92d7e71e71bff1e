package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// StringLookup numbers words.
var StringLookup = spec.Declare(folder+"string_lookup", "keras.layers.StringLookup", func() spec.Class {
	return spec.Class{
		Base: IndexLookup,
		Doc:  "Numbers words by a vocabulary.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error { return sparseNeedsTensorflow(l, "sparse") }),
			maxTokens().ToBase(), oovIndices().ToBase(), arg.Any("mask_token", nil).ToBase().Says("the word that has number 0"),
			arg.Any("oov_token", "[UNK]").ToBase().Says("the word for numbers outside the vocabulary"), vocabulary().ToBase(), idfWeights().ToBase(), invert().ToBase(),
			lookupMode().ToBase(), padTokens().ToBase(), sparse().ToBase(), arg.Str("encoding", "utf-8").Says("how text is encoded"),
			arg.Str("name", nil).ToBase(), salt().ToBase(), arg.BaseInit,
		),
		Fixed: []any{"vocabulary_dtype", "string"}, Config: spec.None, Setup: noConversion,
		Finish: func(l *spec.Instance, config *object.Dict) error {
			config.DelStr(object.Intern("vocabulary_dtype"))
			config.SetName("encoding", l.Value("encoding"))
			return nil
		},
	}
})

// IntegerLookup numbers integers.
var IntegerLookup = spec.Declare(folder+"integer_lookup", "keras.layers.IntegerLookup", func() spec.Class {
	return spec.Class{
		Base: IndexLookup,
		Doc:  "Numbers integers by a vocabulary.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Check(checkIntegerLookup),
			maxTokens().ToBase(), oovIndices().ToBase(), arg.Any("mask_token", nil).ToBase().Says("the integer that has number 0"),
			arg.Any("oov_token", -1).ToBase().Says("the integer for numbers outside the vocabulary"), vocabulary().ToBase(),
			arg.Str("vocabulary_dtype", "int64").Among("int64").ToBase().Says("the dtype of the vocabulary's integers"), idfWeights().ToBase(), invert().ToBase(), lookupMode().ToBase(), sparse().ToBase(), padTokens().ToBase(),
			arg.OneOf("oov_method", "floormod or farmhash", "floormod").ToBase().Says("how integers outside the vocabulary are spread"), salt().ToBase(),
			arg.Str("name", nil).ToBase(), arg.BaseInit,
		),
		Config: spec.None, Setup: noConversion,
		Finish: func(l *spec.Instance, config *object.Dict) error {
			for _, key := range []string{"oov_token", "mask_token", "vocabulary"} {
				v := config.GetName(key)
				if v == object.None {
					continue
				}
				whole, err := integers(l, v)
				if err != nil {
					return err
				}
				config.SetName(key, whole)
			}
			return nil
		},
	}
})

func checkIntegerLookup(l *spec.Instance) error {
	if !l.IsNone("max_tokens") {
		if low, err := l.Compare("max_tokens", object.Le, 1); err != nil {
			return err
		} else if low {
			return l.Bad("max_tokens", l.Value("max_tokens"), "None or 2 or more")
		}
	}
	if low, err := l.Compare("num_oov_indices", object.Lt, 0); err != nil {
		return err
	} else if low {
		return l.Bad("num_oov_indices", l.Value("num_oov_indices"), "0 or more")
	}
	if err := sparseNeedsTensorflow(l, "sparse"); err != nil {
		return err
	}
	return l.OneOf("vocabulary_dtype", "int64")
}

// integers makes an integer of a value, or of each value of a list.
func integers(l *spec.Instance, v object.Object) (object.Object, error) {
	var items []object.Object
	switch x := object.Of(v).(type) {
	case *object.List:
		items = x.Items
	case *object.Tuple:
		items = x.Items
	default:
		return object.Call(l.T, object.IntClass, v)
	}
	out := make([]object.Object, len(items))
	for i, item := range items {
		var err error
		if out[i], err = object.Call(l.T, object.IntClass, item); err != nil {
			return nil, err
		}
	}
	return object.NewList(out...), nil
}
