package preprocessing

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// isArray reports whether a value is an array or a tensor, and no sequence of them.
func isArray(t *object.Thread, v object.Object) bool {
	if _, ok := v.(*tensor.KerasTensor); ok {
		return true
	}
	a, err := object.LookupAttr(t, v, object.Intern("__array__"))
	return err == nil && a != nil
}

// otherAxes are the axes without statistics of their own.
func otherAxes(in spec.Shape, keep []int) []int {
	out := []int{}
	for i := range in {
		kept := false
		for _, k := range keep {
			kept = kept || k == i
		}
		if !kept {
			out = append(out, i)
		}
	}
	return out
}

// broadcastShape is the shape in which statistics meet the inputs.
func broadcastShape(in spec.Shape, keep []int) []int {
	out := make([]int, len(in))
	for i := range out {
		out[i] = 1
	}
	for _, k := range keep {
		out[k] = in[k]
	}
	return out
}

// setMoments sets the attributes mean and variance, in the shape in which they meet the inputs.
func setMoments(l *spec.Instance) error {
	in, ok := spec.ReadShape(l.Value("_build_input_shape"))
	if !ok {
		return nil
	}
	keep, err := keptAxes(l, in)
	if err != nil {
		return err
	}
	shape := broadcastShape(in, keep)
	c := calc.New(l.T)
	for _, name := range []string{"mean", "variance"} {
		var v object.Object
		if l.IsNone("input_mean") {
			v = c.Do("reshape", l.Value("adapt_"+name), shape)
		} else {
			v = c.Tensor(l.Value("input_"+name), nil)
			if own := c.Shape(v); len(own) > 0 {
				full := make([]int, len(in))
				for i := range full {
					full[i] = 1
				}
				for i := 1; i <= len(own); i++ {
					full[keep[len(keep)-i]] = own[len(own)-i]
				}
				v = c.Do("reshape", v, full)
			}
			v = c.Do("broadcast_to", v, shape)
		}
		v = c.Cast(v, l.Value("compute_dtype"))
		if c.Err != nil {
			return c.Err
		}
		l.Instance.SetAttr(name, v)
	}
	return nil
}

func callNormal(l *spec.Instance, a []object.Object) (object.Object, error) {
	if l.IsNone("mean") {
		return nil, object.ValueError("%s does not know mean and variance yet: call adapt(data) or build(input_shape) before, or give mean and variance.", l.ClassName())
	}
	c := calc.New(l.T)
	x := c.Tensor(a[0], l.Value("compute_dtype"))
	spread := c.Max(c.Sqrt(l.Value("variance")), config.Epsilon(l.T))
	if l.Bool("invert") {
		return c.End(c.Add(l.Value("mean"), c.Mul(x, spread)))
	}
	return c.End(c.Div(c.Sub(x, l.Value("mean")), spread))
}

// adaptNormal finds mean and variance of data: an array, or batches one after another.
func adaptNormal(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	if isArray(l.T, a[0]) {
		m := momentsOf{c: c, l: l}
		axes := m.begin(a[0])
		if c.Err != nil {
			return nil, c.Err
		}
		return m.finish(c.Do("mean", a[0], calc.KW("axis", axes)), c.Do("var", a[0], calc.KW("axis", axes)))
	}
	iter, err := object.LookupAttr(l.T, a[0], object.Intern("__iter__"))
	if err != nil {
		return nil, err
	}
	if iter == nil {
		return nil, l.BadType("data", a[0], "an array, a tensor, or something that gives batches of them")
	}
	m := momentsOf{c: c, l: l}
	var mean, variance object.Object
	total := 0
	err = object.Iterate(l.T, a[0], func(v object.Object) (bool, error) {
		if tuple, ok := object.Of(v).(*object.Tuple); ok && tuple.Len() > 0 {
			v = tuple.Items[0]
		}
		if shape, err := object.LookupAttr(l.T, v, object.Intern("shape")); shape == nil || err != nil {
			return false, object.TypeError("%s.adapt() takes batches that have a shape, got a value of type %s: make an array of the data.", l.ClassName(), v.Class().Name)
		}
		axes := m.begin(v)
		v = c.Tensor(v, l.Value("compute_dtype"))
		n := 1
		for _, d := range axes {
			if s := c.Shape(v); c.Err == nil {
				n *= s[d]
			}
		}
		total += n
		newMean, newVariance := c.Do("mean", v, calc.KW("axis", axes)), c.Do("var", v, calc.KW("axis", axes))
		if mean == nil {
			mean, variance = newMean, newVariance
			return true, c.Err
		}
		weight := float64(n) / float64(total)
		both := c.Add(c.Mul(mean, 1-weight), c.Mul(newMean, weight))
		variance = c.Add(c.Mul(c.Add(variance, c.Square(c.Sub(mean, both))), 1-weight), c.Mul(c.Add(newVariance, c.Square(c.Sub(newMean, both))), weight))
		mean = both
		return true, c.Err
	})
	if err != nil {
		return nil, err
	}
	if mean == nil {
		return nil, l.Bad("data", a[0], "at least one batch")
	}
	return m.finish(mean, variance)
}

// momentsOf gathers statistics for Normalization.
type momentsOf struct {
	c *calc.Calc
	l *spec.Instance
}

// begin builds the layer for data, or checks that the data fits, and returns the axes that are taken together.
func (m momentsOf) begin(data object.Object) []int {
	in := spec.Shape(m.c.Shape(data))
	if m.c.Err != nil {
		return nil
	}
	if !m.l.Bool("built") {
		if _, err := m.l.Method("build", in.Object()); err != nil {
			m.c.Fail(err)
			return nil
		}
	}
	built, _ := spec.ReadShape(m.l.Value("_build_input_shape"))
	keep, err := keptAxes(m.l, in)
	if err != nil {
		m.c.Fail(err)
		return nil
	}
	for _, d := range keep {
		if d < len(built) && built[d] != in[d] {
			m.c.Fail(m.l.Fail("axis", "the layer was built for the shape %s, and adapt() was given data of the shape %s.", built.String(), in.String()))
		}
	}
	return otherAxes(in, keep)
}

func (m momentsOf) finish(mean, variance object.Object) (object.Object, error) {
	if m.l.IsNone("input_mean") {
		m.c.Assign(m.l.Value("adapt_mean"), mean)
		m.c.Assign(m.l.Value("adapt_variance"), variance)
	}
	if m.c.Err != nil {
		return nil, m.c.Err
	}
	return m.l.Method("finalize_state")
}

// Encode writes indices as the output mode says: as they are, as vectors, or as counts. weights are those of counts, or nil.
func Encode(c *calc.Calc, indices object.Object, mode string, depth int, dtype, weights object.Object) object.Object {
	if mode == "int" {
		return c.Cast(indices, dtype)
	}
	s := c.Shape(indices)
	if c.Err == nil && len(s) == 0 {
		indices = c.Do("expand_dims", indices, -1)
		s = c.Shape(indices)
	}
	if c.Err != nil {
		return object.None
	}
	switch mode {
	case "multi_hot":
		return c.Do("multi_hot", indices, depth, calc.KW("dtype", dtype))
	case "one_hot":
		if n := len(s); n > 1 && s[n-1] == 1 {
			indices = c.Do("reshape", indices, s[:n-1])
		}
		return c.Do("one_hot", indices, depth, calc.KW("dtype", dtype))
	}
	axis := 0
	if len(s) > 1 {
		axis = 1
	}
	if weights != nil && weights != object.None {
		dtype = object.Intern(c.Dtype(weights))
	}
	hot := c.Do("one_hot", indices, depth, calc.KW("dtype", dtype))
	if weights != nil && weights != object.None {
		hot = c.Mul(hot, c.Do("expand_dims", weights, -1))
	}
	return c.Sum(hot, axis)
}

// encodeCategories is CategoryEncoding's call: it takes inputs and count_weights.
func encodeCategories(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	weights := a[1]
	if weights != object.None {
		if l.Str("output_mode") != "count" {
			return nil, l.Bad("count_weights", weights, "None, except with output_mode='count'")
		}
		weights = c.Tensor(weights, l.Value("compute_dtype"))
	}
	return c.End(Encode(c, c.Tensor(a[0], nil), l.Str("output_mode"), l.Int("num_tokens"), l.Value("dtype"), weights))
}
