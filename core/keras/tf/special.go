package tf

import (
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// special is a function that no operation of keras.ops stands for as it is.
type special struct {
	sig string
	do  func(c *call) (object.Object, error)
}

func specials() map[string]special {
	functions := map[string]special{
		"shape":         {"input, out_type='int32'", shape},
		"size":          {"input, out_type='int32'", size},
		"rank":          {"input", rank},
		"fill":          {"dims, value", fill},
		"range":         {"start, limit=None, delta=1, dtype=None", numbers},
		"eye":           {"num_rows, num_columns=None, batch_shape=None, dtype='float32'", eye},
		"linalg.eye":    {"num_rows, num_columns=None, batch_shape=None, dtype='float32'", eye},
		"one_hot":       {"indices, depth, on_value=None, off_value=None, axis=None, dtype=None", oneHot},
		"sequence_mask": {"lengths, maxlen=None, dtype='bool'", sequenceMask},
		"matmul":        {matmulSig, matmul},
		"linalg.matmul": {matmulSig, matmul},
		"linalg.matvec": {"a, b, transpose_a=False", matvec},
		"einsum":        {"equation, *inputs, **kwargs", einsum},
		"linalg.einsum": {"equation, *inputs, **kwargs", einsum},
		"gather":        {"params, indices, validate_indices=None, axis=None, batch_dims=0", gather},
		"gather_nd":     {"params, indices, batch_dims=0", gatherND},
		"split":         {"value, num_or_size_splits, axis=0, num=None", split},
		"boolean_mask":  {"tensor, mask, axis=None", booleanMask},
		"ensure_shape":  {"x, shape", ensureShape},
		"as_dtype": {"type_value", func(c *call) (object.Object, error) {
			d, err := dtypeOf(c.t, c.arg("type_value"))
			return ops.DTypeOf(d), err
		}},
		"is_tensor": {"x", func(c *call) (object.Object, error) {
			x, ok := c.arg("x").(*tensor.KerasTensor)
			return object.BoolOf(ok && x.Traced()), nil
		}},
		"map_fn":              {"fn, elems, dtype=None, parallel_iterations=None, fn_output_signature=None", mapRows},
		"vectorized_map":      {"fn, elems", mapRows},
		"cond":                {"pred, true_fn=None, false_fn=None", cond},
		"while_loop":          {"cond, body, loop_vars, shape_invariants=None, maximum_iterations=None", whileLoop},
		"nn.conv1d":           {"input, filters, stride, padding, data_format='NWC', dilations=None", conv("conv", "stride", 1)},
		"nn.conv2d":           {"input, filters, strides, padding, data_format='NHWC', dilations=None", conv("conv", "strides", 2)},
		"nn.depthwise_conv2d": {"input, filter, strides, padding, data_format='NHWC', dilations=None", conv("depthwise_conv", "strides", 2)},
		"nn.max_pool2d":       {"input, ksize, strides, padding, data_format='NHWC'", pool("max_pool", 2)},
		"nn.avg_pool2d":       {"input, ksize, strides, padding, data_format='NHWC'", pool("average_pool", 2)},
		"nn.max_pool":         {"input, ksize, strides, padding, data_format='NHWC'", pool("max_pool", 2)},
		"nn.avg_pool":         {"input, ksize, strides, padding, data_format='NHWC'", pool("average_pool", 2)},
		"nn.max_pool1d":       {"input, ksize, strides, padding, data_format='NWC'", pool("max_pool", 1)},
		"nn.avg_pool1d":       {"input, ksize, strides, padding, data_format='NWC'", pool("average_pool", 1)},
		"nn.l2_loss":          {"t", scalarOf("t")},
		"linalg.diag_part":    {"input", diagPart},
	}
	for name, f := range plainFunctions() {
		functions[name] = f
	}
	return functions
}

const matmulSig = "a, b, transpose_a=False, transpose_b=False, adjoint_a=False, adjoint_b=False, a_is_sparse=False, b_is_sparse=False, output_type=None"

// value makes a traced result.
func value(s tensor.Shape, dtype string) *tensor.KerasTensor {
	return ops.Traced(tensor.TFTraced, s, dtype)
}

// describe checks the call and returns shape and dtype of an argument.
func (c *call) describe(name string) (tensor.Shape, string, error) {
	if err := c.traced(); err != nil {
		return nil, "", err
	}
	s, d, err := ops.Describe(c.t, c.arg(name))
	return s.Clone(), dtypeName(c.t, d), err
}

// infer applies an operation's rule to positional arguments.
func (c *call) infer(op string, args ...object.Object) (object.Object, error) {
	return ops.Find(op).OnValues(c.t, c.kind(), object.Positional(args...))
}

func (c *call) truth(name string) (bool, error) { return object.Truth(c.t, c.arg(name)) }

func (c *call) number(name string) (int, error) {
	if x, ok := c.arg(name).(*tensor.KerasTensor); ok {
		if len(x.Sizes) == 1 && x.Sizes[0] >= 0 {
			return x.Sizes[0], nil
		}
		return tensor.Unknown, nil
	}
	return object.Index(c.t, c.arg(name))
}

// shape is tf.shape: a tensor of the sizes.
func shape(c *call) (object.Object, error) {
	s, _, err := c.describe("input")
	if err != nil {
		return nil, err
	}
	d, err := dtypeOf(c.t, c.arg("out_type"))
	out := value(tensor.Shape{len(s)}, d)
	out.Sizes = s
	return out, err
}

func size(c *call) (object.Object, error) {
	s, _, err := c.describe("input")
	if err != nil {
		return nil, err
	}
	return ops.SizeTensor(s.Size()), nil
}

func rank(c *call) (object.Object, error) {
	s, _, err := c.describe("input")
	if err != nil {
		return nil, err
	}
	return ops.SizeTensor(len(s)), nil
}

func fill(c *call) (object.Object, error) {
	if err := c.traced(); err != nil {
		return nil, err
	}
	s, err := ops.SizesOf(c.t, c.arg("dims"))
	if err != nil {
		return nil, err
	}
	_, d, err := ops.Describe(c.t, c.arg("value"))
	return value(s, dtypeName(c.t, d)), err
}

// numbers is tf.range.
func numbers(c *call) (object.Object, error) {
	if err := c.traced(); err != nil {
		return nil, err
	}
	args := []object.Object{c.arg("start"), c.arg("limit"), c.arg("delta"), c.arg("dtype")}
	out, err := c.infer("arange", args...)
	if err != nil {
		return nil, err
	}
	x := out.(*tensor.KerasTensor)
	if c.arg("dtype") == object.None {
		x.Dtype = c.rangeDtype()
	}
	return x, nil
}

func (c *call) rangeDtype() string {
	for _, n := range []string{"start", "limit", "delta"} {
		if v := c.arg(n); v != object.None {
			if _, d, err := ops.Describe(c.t, v); err == nil && !d.Weak {
				return d.Name
			} else if d.Name == "float" {
				return "float32"
			}
		}
	}
	return "int32"
}

func eye(c *call) (object.Object, error) {
	if err := c.traced(); err != nil {
		return nil, err
	}
	n, err := c.number("num_rows")
	if err != nil {
		return nil, err
	}
	m := n
	if c.arg("num_columns") != object.None {
		if m, err = c.number("num_columns"); err != nil {
			return nil, err
		}
	}
	var batch tensor.Shape
	if v := c.arg("batch_shape"); v != object.None {
		if batch, err = ops.SizesOf(c.t, v); err != nil {
			return nil, err
		}
	}
	d, err := dtypeOf(c.t, c.arg("dtype"))
	return value(append(batch.Clone(), n, m), d), err
}

func oneHot(c *call) (object.Object, error) {
	s, _, err := c.describe("indices")
	if err != nil {
		return nil, err
	}
	depth, err := c.number("depth")
	if err != nil {
		return nil, err
	}
	axis := len(s)
	if c.arg("axis") != object.None {
		if axis, err = c.number("axis"); err != nil {
			return nil, err
		}
		if axis < 0 {
			axis += len(s) + 1
		}
	}
	if axis < 0 || axis > len(s) {
		return nil, object.ValueError("tf.one_hot: axis is out of range for indices of shape %s.", s)
	}
	out := append(s[:axis].Clone(), depth)
	d := "float32"
	if c.arg("dtype") != object.None {
		d, err = dtypeOf(c.t, c.arg("dtype"))
	}
	return value(append(out, s[axis:]...), d), err
}

func sequenceMask(c *call) (object.Object, error) {
	s, _, err := c.describe("lengths")
	if err != nil {
		return nil, err
	}
	n := tensor.Unknown
	if c.arg("maxlen") != object.None {
		if n, err = c.number("maxlen"); err != nil {
			return nil, err
		}
	}
	d, err := dtypeOf(c.t, c.arg("dtype"))
	return value(append(s, n), d), err
}

func matmul(c *call) (object.Object, error) {
	a, d, err := c.describe("a")
	if err != nil {
		return nil, err
	}
	b, _, err := c.describe("b")
	if err != nil {
		return nil, err
	}
	if err := c.agree(c.arg("a"), c.arg("b")); err != nil {
		return nil, err
	}
	if len(a) < 2 || len(b) < 2 {
		return nil, object.ValueError("tf.matmul takes tensors of rank 2 or more, got shapes %s and %s. Use tf.linalg.matvec or tf.tensordot.", a, b)
	}
	for _, side := range []struct {
		s     tensor.Shape
		names [2]string
	}{{a, [2]string{"transpose_a", "adjoint_a"}}, {b, [2]string{"transpose_b", "adjoint_b"}}} {
		for _, n := range side.names {
			flip, err := c.truth(n)
			if err != nil {
				return nil, err
			}
			if k := len(side.s); flip {
				side.s[k-1], side.s[k-2] = side.s[k-2], side.s[k-1]
			}
		}
	}
	s, err := ops.Matmul(a, b)
	return value(s, d), err
}

func matvec(c *call) (object.Object, error) {
	a, d, err := c.describe("a")
	if err != nil {
		return nil, err
	}
	if len(a) < 2 {
		return nil, object.ValueError("tf.linalg.matvec takes a matrix first, got shape %s.", a)
	}
	if flip, err := c.truth("transpose_a"); err != nil {
		return nil, err
	} else if flip {
		a[len(a)-1] = a[len(a)-2]
		return value(a[:len(a)-1], d), nil
	}
	return value(a[:len(a)-1], d), nil
}

func einsum(c *call) (object.Object, error) {
	if err := c.traced(); err != nil {
		return nil, err
	}
	inputs := c.arg("inputs").(*object.Tuple).Items
	if err := c.agree(inputs...); err != nil {
		return nil, err
	}
	return c.infer("einsum", append([]object.Object{c.arg("equation")}, inputs...)...)
}

// gather is take along axis, which follows batch_dims when it is not given.
func gather(c *call) (object.Object, error) {
	s, d, err := c.describe("params")
	if err != nil {
		return nil, err
	}
	at, _, err := ops.Describe(c.t, c.arg("indices"))
	if err != nil {
		return nil, err
	}
	batch, err := c.number("batch_dims")
	if err != nil {
		return nil, err
	}
	if batch < 0 {
		batch += len(at)
	}
	axis := batch
	if c.arg("axis") != object.None {
		if axis, err = c.number("axis"); err != nil {
			return nil, err
		}
		if axis < 0 {
			axis += len(s)
		}
	}
	if axis < 0 || axis >= len(s) || batch < 0 || batch > len(at) || batch > axis {
		return nil, object.ValueError("tf.gather: axis and batch_dims do not fit params of shape %s and indices of shape %s.", s, at)
	}
	out := append(s[:axis].Clone(), at[batch:]...)
	return value(append(out, s[axis+1:]...), d), nil
}

func gatherND(c *call) (object.Object, error) {
	s, d, err := c.describe("params")
	if err != nil {
		return nil, err
	}
	at, _, err := ops.Describe(c.t, c.arg("indices"))
	if err != nil {
		return nil, err
	}
	batch, err := c.number("batch_dims")
	if err != nil {
		return nil, err
	}
	if n := at.Last(); len(at) == 0 || n < 0 || batch < 0 || n+batch > len(s) {
		return nil, object.ValueError("tf.gather_nd: indices of shape %s do not fit params of shape %s.", at, s)
	}
	return value(append(at[:len(at)-1].Clone(), s[batch+at.Last():]...), d), nil
}

// split takes a number of equal parts, or the sizes of the parts.
func split(c *call) (object.Object, error) {
	s, d, err := c.describe("value")
	if err != nil {
		return nil, err
	}
	axis, err := c.number("axis")
	if err != nil {
		return nil, err
	}
	if axis < 0 {
		axis += len(s)
	}
	if axis < 0 || axis >= len(s) {
		return nil, object.ValueError("tf.split: axis is out of range for a value of shape %s.", s)
	}
	var sizes tensor.Shape
	if n, err := object.Index(c.t, c.arg("num_or_size_splits")); err == nil {
		if n <= 0 || s[axis] >= 0 && s[axis]%n != 0 {
			return nil, object.ValueError("tf.split: size %s along axis %d cannot be divided into %d equal parts.", tensor.DimString(s[axis]), axis, n)
		}
		if err := c.t.Alloc(int64(n) * 200); err != nil {
			return nil, err
		}
		for range n {
			sizes = append(sizes, tensor.DivDims(s[axis], n))
		}
	} else if sizes, err = ops.SizesOf(c.t, c.arg("num_or_size_splits")); err != nil {
		return nil, err
	}
	parts := make([]object.Object, len(sizes))
	for i, n := range sizes {
		part := s.Clone()
		part[axis] = n
		parts[i] = value(part, d)
	}
	return object.NewList(parts...), nil
}

func booleanMask(c *call) (object.Object, error) {
	s, d, err := c.describe("tensor")
	if err != nil {
		return nil, err
	}
	mask, _, err := ops.Describe(c.t, c.arg("mask"))
	if err != nil {
		return nil, err
	}
	axis := 0
	if c.arg("axis") != object.None {
		if axis, err = c.number("axis"); err != nil {
			return nil, err
		}
	}
	if axis < 0 || axis+len(mask) > len(s) || len(mask) == 0 {
		return nil, object.ValueError("tf.boolean_mask: a mask of shape %s does not fit a tensor of shape %s.", mask, s)
	}
	out := append(s[:axis].Clone(), tensor.Unknown)
	return value(append(out, s[axis+len(mask):]...), d), nil
}

func ensureShape(c *call) (object.Object, error) {
	s, d, err := c.describe("x")
	if err != nil {
		return nil, err
	}
	want, err := ops.ToShape(c.t, c.arg("shape"))
	if err != nil {
		return nil, err
	}
	if len(want) != len(s) {
		return nil, object.ValueError("tf.ensure_shape: a tensor of shape %s is not of shape %s.", s, want)
	}
	for i, n := range want {
		if s[i] == tensor.Unknown {
			s[i] = n
		} else if n != tensor.Unknown && n != s[i] {
			return nil, object.ValueError("tf.ensure_shape: a tensor of shape %s is not of shape %s.", s, want)
		}
	}
	return value(s, d), nil
}

func scalarOf(name string) func(c *call) (object.Object, error) {
	return func(c *call) (object.Object, error) {
		_, d, err := c.describe(name)
		return value(tensor.Shape{}, d), err
	}
}

func diagPart(c *call) (object.Object, error) {
	s, d, err := c.describe("input")
	if err != nil {
		return nil, err
	}
	if len(s) < 2 {
		return nil, object.ValueError("tf.linalg.diag_part takes a tensor of rank 2 or more, got shape %s.", s)
	}
	m, n := s[len(s)-2], s[len(s)-1]
	if m < 0 || n >= 0 && n < m {
		m, n = n, m
	}
	if n < 0 {
		m = tensor.Unknown
	}
	return value(append(s[:len(s)-2], m), d), nil
}
