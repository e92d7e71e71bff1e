package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// TextVectorization turns text into numbers of words.
var TextVectorization = spec.Declare(folder+"text_vectorization", "keras.layers.TextVectorization", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Cuts text into words and numbers them by a vocabulary.", Kwargs: "kwargs",
		Args: arg.Of(
			arg.Check(checkText), arg.Check(takeTextKwargs), arg.BaseInit,
			maxTokens().As("_max_tokens"),
			arg.Any("standardize", "lower_and_strip_punctuation").Among("lower_and_strip_punctuation", "lower", "strip_punctuation", "None").As("_standardize").Says("how text is made uniform: a name, a function or None"),
			arg.Any("split", "whitespace").Among("whitespace", "character", "None").As("_split").Says("where text is cut: a name, a function or None"),
			arg.Any("ngrams", nil).As("_ngrams_arg").Says("how many words belong together: a number or several"), lookupMode().As("_output_mode"),
			arg.Int("output_sequence_length", nil).As("_output_sequence_length").Says("how many words each text has"), padTokens().As("-"), vocabulary().As("-"),
			idfWeights().As("-"), sparse().As("-"), arg.Bool("ragged", false).As("_ragged").Says("whether to give a ragged tensor"),
			arg.Str("encoding", "utf-8").As("_encoding").Says("how text is encoded"), arg.Str("name", nil).ToBase(),
		),
		Setup: setText, Config: spec.None, Finish: textConfig,
		FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
			config = config.Copy()
			for _, key := range []string{"standardize", "split"} {
				v := config.GetName(key)
				if v == nil {
					return nil, object.NewError(object.KeyErrorClass, "'%s'", key)
				}
				if _, isName := object.Of(v).(*object.Str); isName {
					continue
				}
				made, err := saving.Deserialize(t, v, nil)
				if err != nil {
					return nil, err
				}
				config.SetName(key, made)
			}
			if list, ok := object.Of(config.GetName("ngrams")).(*object.List); ok {
				config.SetName("ngrams", object.NewTuple(list.Items...))
			}
			return spec.Construct(t, cls, config)
		},
		Takes: "inputs", Call: callText,
		Getters: []spec.Getter{
			{Name: "compute_dtype", Doc: "The dtype of the input.", Get: func(*spec.Instance) (object.Object, error) { return object.Intern("string"), nil }},
			{Name: "variable_dtype", Doc: "The dtype of the input.", Get: func(*spec.Instance) (object.Object, error) { return object.Intern("string"), nil }},
		},
		Methods: append([]spec.Method{
			{Name: "build", Takes: "input_shape=None", Do: func(*spec.Instance, []object.Object) (object.Object, error) { return nil, nil }},
			ShapeBy(textShape),
			{Name: "compute_output_spec", Takes: "inputs", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if l.Str("_output_mode") == "int" {
					return specOf(l, a[0], "int64", false)
				}
				return specOf(l, a[0], config.Floatx(l.T), false)
			}},
			ask("get_vocabulary", "include_special_tokens=True"), ask("vocabulary_size", ""), ask("set_vocabulary", "vocabulary, idf_weights=None"),
		}, learning("data, batch_size=None, steps=None", wordsOf, inner)...),
	}
})

// ask is a method that the lookup layer inside answers.
func ask(name, takes string) spec.Method {
	return spec.Method{Name: name, Takes: takes, Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		return object.CallMethod(l.T, l.Value("_lookup_layer"), name, a...)
	}}
}

func checkText(l *spec.Instance) error {
	for _, name := range []string{"sparse", "ragged"} {
		if err := sparseNeedsTensorflow(l, name); err != nil {
			return err
		}
	}
	if err := nameOrFunction(l, "standardize", "lower_and_strip_punctuation", "lower", "strip_punctuation"); err != nil {
		return err
	}
	if err := nameOrFunction(l, "split", "whitespace", "character"); err != nil {
		return err
	}
	oldMode(l)
	if err := l.OneOf("output_mode", "int", "one_hot", "multi_hot", "count", "tf_idf"); err != nil {
		return err
	}
	if err := checkNgrams(l); err != nil {
		return err
	}
	length := l.Value("output_sequence_length")
	if isInt(l) && length != object.None {
		if whole, err := object.IsInstance(l.T, length, object.IntClass); err != nil {
			return err
		} else if !whole {
			return l.Bad("output_sequence_length", length, "an integer or None")
		}
	}
	if !isInt(l) && length != object.None {
		return l.Bad("output_sequence_length", length, "None, except with output_mode='int'")
	}
	if ragged, err := object.Truth(l.T, l.Value("ragged")); err != nil {
		return err
	} else if ragged && !isInt(l) {
		return l.Bad("ragged", l.Value("ragged"), "False, except with output_mode='int'")
	}
	return nil
}

// nameOrFunction takes None, a callable, or one of a few names.
func nameOrFunction(l *spec.Instance, name string, names ...string) error {
	if v := l.Value(name); v == object.None || object.IsCallable(v) {
		return nil
	}
	return l.OneOf(name, names...)
}

func checkNgrams(l *spec.Instance) error {
	v := l.Value("ngrams")
	items := []object.Object{v}
	if t, ok := object.Of(v).(*object.Tuple); ok {
		items = t.Items
	}
	for _, n := range items {
		if whole, err := object.IsInstance(l.T, n, object.IntClass); err != nil {
			return err
		} else if !whole && v != object.None {
			return l.Bad("ngrams", v, "None, an integer or a tuple of integers")
		}
	}
	return nil
}

// takeTextKwargs keeps what is meant for the lookup layer from the base class.
func takeTextKwargs(l *spec.Instance) error {
	kw := l.Given.Get("kwargs").(*object.Dict).Copy()
	l.Given.Set("had", pop(kw, "has_input_vocabulary", object.BoolOf(l.Given.Get("vocabulary") != object.None)))
	l.Given.Set("size", pop(kw, "vocabulary_size", object.None))
	l.Given.Set("kwargs", kw)
	return nil
}

func setText(l *spec.Instance) error {
	lookup, err := StringLookup.New(l.T, arg.Pairs("max_tokens", l.Given.Get("max_tokens"), "vocabulary", l.Given.Get("vocabulary"), "idf_weights", l.Given.Get("idf_weights"),
		"pad_to_max_tokens", l.Given.Get("pad_to_max_tokens"), "mask_token", "", "output_mode", l.Given.Get("output_mode"), "sparse", l.Given.Get("sparse"),
		"has_input_vocabulary", l.Given.Get("had"), "encoding", l.Given.Get("encoding"), "vocabulary_size", l.Given.Get("size"))...)
	if err != nil {
		return err
	}
	if err := l.SetAll("_has_input_vocabulary", l.Given.Get("had"), "_lookup_layer", lookup); err != nil {
		return err
	}
	return noConversion(l)
}

func textConfig(l *spec.Instance, config *object.Dict) error {
	lookup, ok := l.Value("_lookup_layer").(*object.Instance)
	if !ok {
		return nil
	}
	inner := arg.Self(l.T, lookup)
	known, err := listed(l, inner.Value("input_vocabulary"))
	if err != nil {
		return err
	}
	weights, err := listed(l, inner.Value("input_idf_weights"))
	if err != nil {
		return err
	}
	size, err := l.Method("vocabulary_size")
	if err != nil {
		return err
	}
	for _, kw := range arg.Pairs("max_tokens", inner.Value("max_tokens"), "standardize", l.Value("_standardize"), "split", l.Value("_split"),
		"ngrams", l.Value("_ngrams_arg"), "output_mode", l.Value("_output_mode"), "output_sequence_length", l.Value("_output_sequence_length"),
		"pad_to_max_tokens", inner.Value("pad_to_max_tokens"), "sparse", inner.Value("sparse"), "ragged", l.Value("_ragged"), "vocabulary", known,
		"idf_weights", weights, "encoding", l.Value("_encoding"), "vocabulary_size", size) {
		config.SetName(kw.Name.String(), kw.Value)
	}
	return nil
}

func textShape(l *spec.Instance, in object.Object) (object.Object, error) {
	items, err := object.Items(l.T, in)
	if err != nil {
		return nil, err
	}
	items = append([]object.Object(nil), items...)
	if l.Str("_output_mode") == "int" {
		if len(items) == 0 {
			return nil, object.NewError(object.IndexErrorClass, "tuple index out of range")
		}
		return object.NewTuple(items[0], l.Value("_output_sequence_length")), nil
	}
	if l.Value("_split") != object.None {
		items = append(items, object.None)
	} else if len(items) <= 1 {
		items = append(items, object.Int(1))
	}
	return object.CallMethod(l.T, l.Value("_lookup_layer"), "compute_output_shape", object.NewTuple(items...))
}
