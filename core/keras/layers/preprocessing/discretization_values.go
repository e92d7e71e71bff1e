package preprocessing

import (
	"sort"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/spec"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// summary is what Discretization keeps of the data it has seen: values in order, and how many stand behind each.
type summary struct{ values, weights []float64 }

var summaryClass = object.NewType("summary", "keras.src.layers.preprocessing.discretization", nil)

// Class is the type of the attribute that holds a summary.
func (*summary) Class() *object.Class { return summaryClass }

func noSummary() object.Object { return &summary{} }

func single(f float64) float64 { return float64(float32(f)) }

// summarize takes every so many-th of the values in order, so that few stand for all.
func summarize(values []float64, epsilon float64) *summary {
	values = append([]float64(nil), values...)
	sort.Float64s(values)
	step := max(float64(len(values))/(1/epsilon), 1)
	s := &summary{}
	for i := int(step - 1); i < len(values); i += int(step) {
		s.values, s.weights = append(s.values, values[i]), append(s.weights, single(step))
	}
	return s
}

// merged puts two summaries together.
func (s *summary) merged(o *summary, epsilon float64) *summary {
	out := &summary{append(append([]float64(nil), s.values...), o.values...), append(append([]float64(nil), s.weights...), o.weights...)}
	sort.Stable(out)
	return out.compressed(epsilon)
}

// Len, Less and Swap sort by value.
func (s *summary) Len() int           { return len(s.values) }
func (s *summary) Less(i, j int) bool { return s.values[i] < s.values[j] }
func (s *summary) Swap(i, j int) {
	s.values[i], s.values[j] = s.values[j], s.values[i]
	s.weights[i], s.weights[j] = s.weights[j], s.weights[i]
}

// compressed looks values up at even shares of the weight.
func (s *summary) compressed(epsilon float64) *summary {
	if float64(len(s.values))*epsilon < 1 {
		return s
	}
	sums := make([]float64, len(s.values))
	shares := make([]float64, len(s.values))
	sum := float32(0)
	for i, w := range s.weights {
		sum += float32(w)
		sums[i] = float64(sum)
	}
	for i := range sums {
		shares[i] = single(sums[i] / sums[len(sums)-1])
	}
	out := &summary{}
	before := 0.0
	for i := 0; float64(i)*epsilon < 1; i++ {
		at := epsilon + float64(i)*epsilon
		total := interpolate(at, shares, sums)
		out.values = append(out.values, single(interpolate(at, shares, s.values)))
		out.weights = append(out.weights, single(total-before))
		before = total
	}
	return out
}

// interpolate is the value at x on the line through points, whose ends go on as they are.
func interpolate(x float64, xs, ys []float64) float64 {
	n := len(xs)
	if x >= xs[n-1] {
		return ys[n-1]
	}
	if x <= xs[0] {
		return ys[0]
	}
	i := sort.Search(n, func(i int) bool { return xs[i] > x }) - 1
	return (ys[i+1]-ys[i])/(xs[i+1]-xs[i])*(x-xs[i]) + ys[i]
}

// binning are the methods by which Discretization learns from data.
func binning() []spec.Method {
	return []spec.Method{
		{Name: "adapt", Takes: "data, steps=None", Do: adaptBins},
		{Name: "update_state", Takes: "data", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) { return nil, seeBins(l, a[0]) }},
		{Name: "finalize_state", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) { return nil, foundBins(l) }},
		{Name: "reset_state", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			if !l.IsNone("num_bins") {
				l.Instance.SetAttr("_summary", noSummary())
			}
			return nil, nil
		}},
	}
}

func adaptBins(l *spec.Instance, a []object.Object) (object.Object, error) {
	if l.IsNone("num_bins") {
		return nil, object.ValueError("%s was given bin_boundaries, so there are no bins to find: adapt() is for num_bins.", l.ClassName())
	}
	if _, err := l.Method("reset_state"); err != nil {
		return nil, err
	}
	iter, err := object.LookupAttr(l.T, a[0], object.Intern("__iter__"))
	if err != nil {
		return nil, err
	}
	if isArray(l.T, a[0]) || iter == nil {
		if _, err := l.Method("update_state", a[0]); err != nil {
			return nil, err
		}
		return l.Method("finalize_state")
	}
	seen := 0
	err = object.Iterate(l.T, a[0], func(v object.Object) (bool, error) {
		if a[1] != object.None {
			if n, err := object.Index(l.T, a[1]); err != nil || seen >= n {
				return false, err
			}
		}
		seen++
		_, err := l.Method("update_state", v)
		return true, err
	})
	if err != nil {
		return nil, err
	}
	return l.Method("finalize_state")
}

// seeBins takes data into the summary.
func seeBins(l *spec.Instance, data object.Object) error {
	c := calc.New(l.T)
	x := c.Cast(c.Tensor(data, nil), "float32")
	if c.Err != nil {
		return c.Err
	}
	a, err := ops.ArrayOf(l.T, x)
	if err != nil {
		return err
	}
	values, err := array.Float64s(a)
	if err != nil {
		return err
	}
	s, _ := l.Instance.Attr("_summary").(*summary)
	if s == nil {
		s = &summary{}
	}
	epsilon := l.Float("epsilon")
	if len(values) == 0 || epsilon <= 0 {
		return nil
	}
	l.Instance.SetAttr("_summary", summarize(values, epsilon).merged(s, epsilon))
	return nil
}

// foundBins sets the boundaries between bins.
func foundBins(l *spec.Instance) error {
	s, _ := l.Instance.Attr("_summary").(*summary)
	n := l.Float("num_bins")
	if l.IsNone("num_bins") || s == nil || n <= 0 {
		return nil
	}
	found := s.compressed(1 / n)
	list := object.NewList()
	for i := 0; i < len(found.values)-1; i++ {
		list.Items = append(list.Items, object.Float(found.values[i]))
	}
	return l.Set("bin_boundaries", list)
}

func callBins(l *spec.Instance, a []object.Object) (object.Object, error) {
	if l.IsNone("bin_boundaries") {
		return nil, object.ValueError("%s does not know the boundaries of its bins yet: call adapt(data) before, or give bin_boundaries.", l.ClassName())
	}
	c := calc.New(l.T)
	boundaries := l.Value("bin_boundaries")
	n := len(c.Items(boundaries))
	indices := c.Do("digitize", a[0], boundaries)
	return c.End(Encode(c, indices, l.Str("output_mode"), n+1, object.Intern(binDtype(l)), nil))
}
