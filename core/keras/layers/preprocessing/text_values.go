package preprocessing

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// punctuation is what standardizing strips.
const punctuation = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'"

// wordsOf cuts each text of data into words, as the layer's options say.
func wordsOf(l *spec.Instance, data object.Object) ([][]object.Object, error) {
	if f := l.Value("_standardize"); object.IsCallable(f) {
		made, err := object.Call(l.T, f, data)
		if err != nil {
			return nil, err
		}
		data = made
	}
	e, err := read(l, data)
	if err != nil {
		return nil, err
	}
	split := l.Value("_split")
	if split != object.None && len(e.shape) > 1 {
		if last := e.shape[len(e.shape)-1]; last != 1 {
			return nil, l.Fail("split", "to be cut into words, texts must stand one in each row; the input's shape is %s.", spec.Shape(e.shape).String())
		}
	}
	var out [][]object.Object
	for _, v := range e.values {
		words, err := split1(l, split, v)
		if err != nil {
			return nil, err
		}
		out = append(out, words)
	}
	if split == object.None { // the rows hold words already
		out = nil
		width := 1
		if n := len(e.shape); n > 1 {
			width = e.shape[n-1]
		}
		for i := 0; width > 0 && i+width <= len(e.values); i += width {
			row := make([]object.Object, width)
			for j := range row {
				row[j] = standardized(l, e.values[i+j])
			}
			out = append(out, row)
		}
	}
	for i := range out {
		out[i] = ngrams(l, out[i])
	}
	return out, nil
}

func standardized(l *spec.Instance, v object.Object) object.Object {
	text, ok := object.AsString(v)
	if !ok {
		return v
	}
	how := l.Str("_standardize")
	if how == "lower" || how == "lower_and_strip_punctuation" {
		text = strings.Map(func(r rune) rune {
			if r >= 'A' && r <= 'Z' {
				return r + 32
			}
			return r
		}, text)
	}
	if how == "strip_punctuation" || how == "lower_and_strip_punctuation" {
		text = strings.Map(func(r rune) rune {
			if strings.ContainsRune(punctuation, r) {
				return -1
			}
			return r
		}, text)
	}
	return object.NewStr(text)
}

// split1 cuts one text.
func split1(l *spec.Instance, split, v object.Object) ([]object.Object, error) {
	v = standardized(l, v)
	if object.IsCallable(split) {
		made, err := object.Call(l.T, split, v)
		if err != nil {
			return nil, err
		}
		return object.Items(l.T, made)
	}
	text, ok := object.AsString(v)
	if !ok {
		return nil, l.Fail("inputs", "the input must hold texts, got %s.", l.Repr(v))
	}
	if err := l.T.Spend(int64(len(text))); err != nil {
		return nil, err
	}
	var out []object.Object
	switch name, _ := object.AsString(split); name {
	case "whitespace":
		for _, w := range strings.Fields(text) {
			out = append(out, object.NewStr(w))
		}
	case "character":
		for _, r := range text {
			out = append(out, object.NewStr(string(r)))
		}
	}
	return out, nil
}

// ngrams joins as many words as the option says.
func ngrams(l *spec.Instance, words []object.Object) []object.Object {
	sizes := arg.IntsOf(l.Value("_ngrams_arg"))
	if n, ok := object.Of(l.Value("_ngrams_arg")).(object.Int); ok {
		for i := 1; i <= int(n); i++ {
			sizes = append(sizes, i)
		}
	}
	if len(sizes) == 0 {
		return words
	}
	var out []object.Object
	for _, n := range sizes {
		for i := 0; n > 0 && i+n <= len(words); i++ {
			parts := make([]string, n)
			for j := range parts {
				parts[j], _ = object.AsString(words[i+j])
			}
			out = append(out, object.NewStr(strings.Join(parts, " ")))
		}
	}
	return out
}

// inner is the lookup layer of TextVectorization.
func inner(l *spec.Instance) *spec.Instance {
	if i, ok := l.Value("_lookup_layer").(*object.Instance); ok {
		return arg.Self(l.T, i)
	}
	return l
}

// callText numbers the words of texts: a row for each text, filled up with zeros.
func callText(l *spec.Instance, a []object.Object) (object.Object, error) {
	if tensor.ShapeOnly(a[0]) {
		return nil, l.NotModelled("cutting texts that are not known")
	}
	_, single := object.AsString(a[0])
	words, err := wordsOf(l, a[0])
	if err != nil {
		return nil, err
	}
	lookup := inner(l)
	width := 0
	for _, row := range words {
		width = max(width, len(row))
	}
	if !l.IsNone("_output_sequence_length") {
		width = max(0, l.Int("_output_sequence_length"))
	}
	mode := l.Str("_output_mode")
	fill := int64(0)
	if mode != "int" {
		fill = -1 // no class
	}
	e := &entries{shape: []int{len(words), width}}
	var numbers []int64
	for _, row := range words {
		if len(row) > width {
			row = row[:width]
		}
		found, err := lookUp(lookup, row)
		if err != nil {
			return nil, err
		}
		if err := l.T.Alloc(int64(width) * 8); err != nil {
			return nil, err
		}
		for i := range width {
			if i < len(found) {
				numbers = append(numbers, found[i])
			} else {
				numbers = append(numbers, fill)
			}
		}
	}
	if single {
		e.shape = []int{width}
	}
	c := calc.New(l.T)
	return c.End(lookedUp(c, lookup, e.array(c, numbers, "int64")))
}
