package preprocessing

import (
	"strings"

	"layerglass/core/keras/spec"
	"layerglass/core/python/lib/files"
	"layerglass/core/python/object"
)

// oovStart is 1 when number 0 is the mask's.
func oovStart(l *spec.Instance) int {
	if !l.IsNone("mask_token") && isInt(l) {
		return 1
	}
	return 0
}

// tokenStart is the number of the vocabulary's first value.
func tokenStart(l *spec.Instance) int { return oovStart(l) + l.Int("num_oov_indices") }

func vocabularySize(l *spec.Instance) int { return tokenStart(l) + len(l.Items("_tokens")) }

// special lists the values of the numbers before the vocabulary's first.
func special(l *spec.Instance) []object.Object {
	var out []object.Object
	for i := range tokenStart(l) {
		if i < oovStart(l) {
			out = append(out, l.Value("mask_token"))
		} else {
			out = append(out, l.Value("oov_token"))
		}
	}
	return out
}

func getVocabulary(l *spec.Instance, a []object.Object) (object.Object, error) {
	all, err := object.Truth(l.T, a[0])
	if err != nil {
		return nil, err
	}
	var out []object.Object
	if all {
		out = special(l)
	}
	return object.NewList(append(out, l.Items("_tokens")...)...), nil
}

// setVocabulary checks a vocabulary and keeps it. Special values may stand at its start.
func setVocabulary(l *spec.Instance, given, weights object.Object) error {
	if idf := l.Str("output_mode") == "tf_idf"; idf != (weights != object.None) {
		if idf {
			return l.Bad("idf_weights", weights, "given with output_mode='tf_idf'")
		}
		return l.Bad("idf_weights", weights, "None, except with output_mode='tf_idf'")
	}
	if p, isPath := object.Of(given).(*object.Str); isPath {
		var err error
		if given, err = vocabularyFile(l, p); err != nil {
			return err
		}
	}
	v, err := listed(l, given)
	if err != nil {
		return err
	}
	var items []object.Object
	switch x := object.Of(v).(type) {
	case *object.List:
		items = x.Items
	case *object.Tuple:
		items = x.Items
	default:
		return object.AttributeError(given, "size", "'%s' object has no attribute 'size'", given.Class().Name)
	}
	if len(items) == 0 {
		return l.Bad("vocabulary", given, "a list with one value or more")
	}
	tokens := items
	first := special(l)
	if n := len(first); n <= len(items) && n > 0 {
		same, err := object.Equal(l.T, object.NewList(first...), object.NewList(items[:n]...))
		if err != nil {
			return err
		}
		if same {
			tokens = items[n:]
		}
	}
	if err := checkTokens(l, given, tokens); err != nil {
		return err
	}
	if weights != object.None {
		if n, err := object.Len(l.T, weights); err != nil {
			return err
		} else if n != len(items) {
			return l.Bad("idf_weights", weights, "one number for each value of the vocabulary")
		}
	}
	if weights != object.None {
		if err := givenWeights(l, weights, len(items)-len(tokens)); err != nil {
			return err
		}
	}
	return keepTokens(l, tokens)
}

// vocabularyFile reads a vocabulary from a text file that the program has written: a value a line.
func vocabularyFile(l *spec.Instance, path *object.Str) (object.Object, error) {
	f := files.Of(l.T).Get(path.String())
	if f == nil || f.Kept != nil {
		return nil, l.Bad("vocabulary", path, "a list of values, or the path of a text file that the program has written before, with a value a line")
	}
	list := object.NewList()
	for _, line := range strings.Split(strings.TrimSuffix(string(f.Data), "\n"), "\n") {
		v := object.Object(object.NewStr(line))
		if l.Str("vocabulary_dtype") != "string" {
			n, err := object.Call(l.T, object.IntClass, v)
			if err != nil {
				return nil, err
			}
			v = n
		}
		list.Items = append(list.Items, v)
	}
	return list, nil
}

// givenWeights keeps weights that the program gave; those of the first few values are of special ones.
func givenWeights(l *spec.Instance, weights object.Object, specials int) error {
	v, err := listed(l, weights)
	if err != nil {
		return err
	}
	items, err := object.Items(l.T, v)
	if err != nil {
		return err
	}
	idf := make([]float64, len(items))
	for i, w := range items {
		if idf[i], err = object.ToFloat(l.T, w); err != nil {
			return err
		}
	}
	keepWeights(l, idf[min(specials, len(idf)):])
	return nil
}

// checkTokens refuses values that stand twice, reserved ones, values of the wrong sort, and too many.
func checkTokens(l *spec.Instance, given object.Object, tokens []object.Object) error {
	text := l.Str("vocabulary_dtype") == "string"
	seen := object.NewDict()
	texts, numbers := 0, 0
	for _, v := range tokens {
		if old, err := seen.Get(l.T, v); err != nil {
			return err
		} else if old != nil {
			return l.Fail("vocabulary", "vocabulary holds %s twice.", l.Repr(v))
		}
		if err := seen.Set(l.T, v, object.True); err != nil {
			return err
		}
		switch object.Of(v).(type) {
		case *object.Str, *object.Bytes:
			texts++
		default:
			numbers++
		}
	}
	for _, name := range []string{"mask_token", "oov_token"} {
		if v := l.Value(name); v != object.None && (name == "mask_token" || l.Bool("invert")) {
			if found, err := seen.Get(l.T, v); err != nil {
				return err
			} else if found != nil {
				return l.Fail("vocabulary", "vocabulary holds the %s %s, which may stand at its start only, with the other special values.", name, l.Repr(v))
			}
		}
	}
	if text && numbers > 0 && texts == 0 || !text && texts > 0 {
		return l.Bad("vocabulary", given, "a list of values of the dtype "+l.Str("vocabulary_dtype"))
	}
	if l.IsNone("max_tokens") {
		return nil
	}
	if low, err := l.Compare("max_tokens", object.Lt, tokenStart(l)+len(tokens)); err != nil || !low {
		return err
	}
	return l.Fail("vocabulary", "the vocabulary has more entries than max_tokens=%s, special values included.", l.Repr(l.Value("max_tokens")))
}

// keepTokens sets the vocabulary; once vectors have a size it may not change.
func keepTokens(l *spec.Instance, tokens []object.Object) error {
	size := object.Int(tokenStart(l) + len(tokens))
	if old := l.Value("_frozen_vocab_size"); !isInt(l) && !l.Bool("pad_to_max_tokens") && old != object.None {
		if same, err := object.Equal(l.T, old, size); err != nil {
			return err
		} else if !same {
			return object.NewError(object.RuntimeErrorClass, "%s: the size of the vocabulary cannot change any more; it was %s, the new one is %d.",
				l.ClassName(), l.Repr(old), int(size))
		}
	}
	return l.SetAll("_tokens", object.NewTuple(tokens...), "_frozen_vocab_size", size)
}
