package preprocessing

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/layers/preprocessing/hash"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// entries are the values of an array of text or integers, with its shape. Rows of nested lists may differ in length; ragged tells
// that, and rows lists them then.
type entries struct {
	shape  []int
	values []object.Object
	rows   [][]object.Object
}

// read takes arrays, tensors and nested lists apart.
func read(l *spec.Instance, v object.Object) (*entries, error) {
	if tensor.ShapeOnly(v) {
		return nil, l.NotModelled("looking up values that are not known")
	}
	if isArray(l.T, v) {
		if x, ok := v.(*tensor.KerasTensor); ok {
			c := calc.New(l.T)
			if v = c.Do("convert_to_numpy", x); c.Err != nil {
				return nil, c.Err
			}
		}
		plain, err := object.CallMethod(l.T, v, "tolist")
		if err != nil {
			return nil, err
		}
		v = plain
	}
	e := &entries{}
	return e, e.add(l, v, 0)
}

func (e *entries) add(l *spec.Instance, v object.Object, depth int) error {
	var items []object.Object
	switch x := object.Of(v).(type) {
	case *object.List:
		items = x.Items
	case *object.Tuple:
		items = x.Items
	default:
		if depth != len(e.shape) {
			return l.Fail("inputs", "the rows of the input must have the same depth.")
		}
		switch b := x.(type) {
		case *object.Bytes:
			text, err := object.CallMethod(l.T, b, "decode")
			if err != nil {
				return err
			}
			v = text
		case *object.Str, object.Int, object.Float, object.Bool:
		default:
			return l.Bad("inputs", v, "text or integers, in arrays or lists")
		}
		e.values = append(e.values, v)
		return l.T.Spend(2)
	}
	if depth == len(e.shape) {
		if len(e.values) > 0 {
			return l.Fail("inputs", "the rows of the input must have the same depth.")
		}
		e.shape = append(e.shape, len(items))
	} else if e.shape[depth] != len(items) {
		return l.Fail("inputs", "the rows of the input must have the same length, got rows of %d and %d values.", e.shape[depth], len(items))
	}
	for _, item := range items {
		if err := e.add(l, item, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// array makes a tensor of integers in the entries' shape.
func (e *entries) array(c *calc.Calc, numbers []int64, dtype any) object.Object {
	items := make([]object.Object, len(numbers))
	for i, n := range numbers {
		items[i] = object.Int(n)
	}
	return c.Do("reshape", c.Tensor(object.NewList(items...), dtype), append([]int{}, e.shape...))
}

// textOf is what is hashed of a value: text, or an integer's digits.
func textOf(l *spec.Instance, v object.Object) ([]byte, error) {
	if s, ok := object.AsString(v); ok {
		return []byte(s), nil
	}
	if f, ok := object.Of(v).(object.Float); ok {
		v = object.Int(int64(f))
	}
	s, err := object.ToStr(l.T, v)
	return []byte(s), err
}

// bin is the number of a value's bin, of n, by FarmHash, or with a salt by SipHash.
func bin(l *spec.Instance, v object.Object, n int) (int64, error) {
	text, err := textOf(l, v)
	if err != nil || n < 1 {
		return 0, err
	}
	if salt := l.Items("salt"); len(salt) == 2 {
		var key [2]uint64
		for i := range key {
			k, _ := object.AsInt64(salt[i])
			key[i] = uint64(k)
		}
		return int64(hash.Sip(key, text) % uint64(n)), nil
	}
	return int64(hash.Fingerprint(text) % uint64(n)), nil
}

// callHashing sorts values into bins.
func callHashing(l *spec.Instance, a []object.Object) (object.Object, error) {
	e, err := read(l, a[0])
	if err != nil {
		return nil, err
	}
	n := l.Int("num_bins")
	masked := !l.IsNone("mask_value") && n > 1
	if masked {
		n--
	}
	numbers := make([]int64, len(e.values))
	for i, v := range e.values {
		if numbers[i], err = bin(l, v, n); err != nil {
			return nil, err
		}
		if !masked {
			continue
		}
		same, err := object.Equal(l.T, v, l.Value("mask_value"))
		if err != nil {
			return nil, err
		}
		if numbers[i]++; same {
			numbers[i] = 0
		}
	}
	c := calc.New(l.T)
	if s := e.shape; l.Str("output_mode") == "one_hot" && len(s) > 0 && s[len(s)-1] == 1 {
		e.shape = s[:len(s)-1]
	}
	return c.End(Encode(c, e.array(c, numbers, "int64"), l.Str("output_mode"), l.Int("num_bins"), l.Value("dtype"), nil))
}

// callCrossing sorts pairs of values into bins.
func callCrossing(l *spec.Instance, a []object.Object) (object.Object, error) {
	var columns []object.Object
	switch x := object.Of(a[0]).(type) {
	case *object.List:
		columns = x.Items
	case *object.Tuple:
		columns = x.Items
	}
	if len(columns) < 2 {
		return nil, l.Bad("inputs", a[0], "a list or tuple of two arrays")
	}
	var read2 []*entries
	for _, v := range columns {
		e, err := read(l, v)
		if err != nil {
			return nil, err
		}
		if n := len(e.shape); n > 2 || n == 2 && e.shape[1] != 1 {
			return nil, l.Fail("inputs", "each array must be a number, a list, or a list of single values; a shape is %s.", spec.Shape(e.shape).String())
		}
		if len(read2) > 0 && !spec.Shape(e.shape).Equal(read2[0].shape) {
			return nil, l.Fail("inputs", "the arrays must have the same shape, got %s and %s.", spec.Shape(read2[0].shape).String(), spec.Shape(e.shape).String())
		}
		read2 = append(read2, e)
	}
	numbers := make([]int64, len(read2[0].values))
	for i := range numbers {
		sum := uint64(hash.CrossKey)
		for _, e := range read2 {
			v := e.values[i]
			switch n, whole := object.AsInt64(v); {
			case whole:
				sum = hash.Together(sum, uint64(n))
			default:
				s, ok := object.AsString(v)
				if !ok {
					return nil, l.Fail("inputs", "the arrays must hold text or integers, got %s.", l.Repr(v))
				}
				sum = hash.Together(sum, hash.Fingerprint([]byte(s)))
			}
		}
		numbers[i] = int64(sum % uint64(max(l.Int("num_bins"), 1)))
	}
	c := calc.New(l.T)
	return c.End(Encode(c, read2[0].array(c, numbers, "int64"), l.Str("output_mode"), l.Int("num_bins"), l.Value("compute_dtype"), nil))
}

// callLookup numbers values by the vocabulary, or turns numbers back into values.
func callLookup(l *spec.Instance, a []object.Object) (object.Object, error) {
	if !isInt(l) && !l.Bool("pad_to_max_tokens") && l.IsNone("_frozen_vocab_size") {
		return nil, object.NewError(object.RuntimeErrorClass, "%s does not know its vocabulary yet, which the size of its output depends on: call adapt(data) before, or give a vocabulary.", l.ClassName())
	}
	e, err := read(l, a[0])
	if err != nil {
		return nil, err
	}
	if l.Bool("invert") {
		return backToValues(l, e)
	}
	if len(e.shape) == 0 && !isInt(l) {
		e.shape = []int{1}
	}
	numbers, err := lookUp(l, e.values)
	if err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	return c.End(lookedUp(c, l, e.array(c, numbers, "int64")))
}

// lookedUp writes numbers as the output mode says.
func lookedUp(c *calc.Calc, l *spec.Instance, numbers object.Object) object.Object {
	mode := l.Str("output_mode")
	if mode == "int" {
		return numbers
	}
	depth := vocabularySize(l)
	if l.Bool("pad_to_max_tokens") {
		depth = l.Int("max_tokens")
	}
	weighted := mode == "tf_idf"
	if weighted {
		mode = "count"
	}
	out := Encode(c, numbers, mode, depth, object.Intern(config.Floatx(l.T)), nil)
	if !weighted {
		return out
	}
	idf, ok := l.Value("_idf").(*object.List)
	if !ok {
		return c.Fail(object.ValueError("%s does not know how much each value counts yet: call adapt(data) before, or give idf_weights.", l.ClassName()))
	}
	return c.Mul(out, c.Tensor(idf, config.Floatx(l.T)))
}

// lookUp gives each value its number.
func lookUp(l *spec.Instance, values []object.Object) ([]int64, error) {
	table := object.NewDict()
	start := int64(tokenStart(l))
	for i, token := range l.Items("_tokens") {
		if err := table.Set(l.T, token, object.Int(start+int64(i))); err != nil {
			return nil, err
		}
	}
	mask, oov := l.Value("mask_token"), int64(oovStart(l))
	unknown := l.Int("num_oov_indices")
	out := make([]int64, len(values))
	for i, v := range values {
		if err := l.T.Spend(3); err != nil {
			return nil, err
		}
		if mask != object.None {
			same, err := object.Equal(l.T, v, mask)
			if err != nil {
				return nil, err
			}
			if same {
				if out[i] = 0; !isInt(l) {
					out[i] = -1 // it counts for nothing
				}
				continue
			}
		}
		n, err := table.Get(l.T, v)
		if err != nil {
			return nil, err
		}
		if n != nil {
			out[i], _ = object.AsInt64(n)
			continue
		}
		if unknown == 0 {
			return nil, l.Fail("num_oov_indices", "with num_oov_indices=0 every value must be in the vocabulary, and %s is not.", l.Repr(v))
		}
		if out[i] = oov; unknown > 1 {
			at, err := unknownBin(l, v, unknown)
			if err != nil {
				return nil, err
			}
			out[i] += at
		}
	}
	return out, nil
}

// unknownBin spreads values outside the vocabulary over n numbers.
func unknownBin(l *spec.Instance, v object.Object, n int) (int64, error) {
	if whole, ok := object.AsInt64(v); ok && l.Str("oov_method") != "farmhash" {
		return (whole%int64(n) + int64(n)) % int64(n), nil
	}
	return bin(l, v, n)
}

// backToValues turns numbers into the vocabulary's values, as a numpy array.
func backToValues(l *spec.Instance, e *entries) (object.Object, error) {
	tokens := append(special(l), l.Items("_tokens")...)
	out := make([]object.Object, len(e.values))
	for i, v := range e.values {
		n, _ := object.AsInt64(v)
		if out[i] = l.Value("oov_token"); n >= 0 && int(n) < len(tokens) {
			out[i] = tokens[n]
		}
	}
	array, err := numpy(l, "array", object.NewList(out...))
	if err != nil {
		return nil, err
	}
	array, err = object.CallMethod(l.T, array, "reshape", calc.Value(append([]int{}, e.shape...)))
	if err != nil || l.Str("vocabulary_dtype") == "string" {
		return array, err
	}
	c := calc.New(l.T)
	return c.End(c.Tensor(array, "int64"))
}
