package metrics

import (
	"math"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/losses"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// confusion counts the cells of confusion matrices, one for each threshold.
type confusion struct {
	// into are the variables by cell: "tp", "fp", "tn", "fn".
	into       map[string]object.Object
	thresholds []float64
	// even says that the thresholds lie evenly, so that counting by buckets will do.
	even                 bool
	topK, classID        object.Object
	multiLabel           bool
	weight, labelWeights object.Object
}

// evenly reports whether numbers lie evenly from 0 to 1.
func evenly(thresholds []float64) bool {
	n := len(thresholds)
	if n < 3 {
		return false
	}
	for i, v := range thresholds {
		want := float64(float32(i) / float32(n-1))
		if math.Abs(v-want) > 1e-7+1e-5*want {
			return false
		}
	}
	return true
}

// numbers reads a list of Python numbers.
func numbers(c *calc.Calc, v object.Object) []float64 {
	items := c.Items(v)
	out := make([]float64, len(items))
	for i, x := range items {
		if c.Err == nil {
			out[i], c.Err = object.ToFloat(c.T, x)
		}
	}
	return out
}

// update takes a batch in.
func (m confusion) update(c *calc.Calc, yTrue, yPred object.Object) {
	d := "float32"
	for _, v := range m.into {
		d = c.Dtype(v)
	}
	yTrue, yPred = c.Cast(yTrue, d), c.Cast(yPred, d)
	yPred, yTrue = losses.SameRank(c, yPred, yTrue, true)
	if m.weight != object.None {
		m.weight = c.Do("expand_dims", c.Cast(m.weight, d), calc.KW("axis", -1))
		_, m.weight = losses.SameRank(c, yTrue, m.weight, false)
	}
	if m.topK != object.None {
		yPred = onlyBest(c, yPred, m.topK)
	}
	if m.classID != object.None {
		if len(c.Shape(yPred)) == 1 {
			c.Fail(object.ValueError("class_id needs predictions of two dimensions or more, examples and classes; y_pred has one."))
		}
		one := func(v object.Object) object.Object {
			return c.Do("expand_dims", c.Do("take", v, m.classID, calc.KW("axis", -1)), calc.KW("axis", -1))
		}
		yTrue, yPred = one(yTrue), one(yPred)
	}
	items := make([]object.Object, len(m.thresholds))
	for i, v := range m.thresholds {
		items[i] = object.Float(v)
	}
	thresholds := c.Tensor(object.NewList(items...), d)
	if m.even {
		m.byBuckets(c, yTrue, yPred)
	} else {
		m.byComparing(c, yTrue, yPred, thresholds, d)
	}
}

// onlyBest leaves the k best predictions of each example and makes the others very low.
func onlyBest(c *calc.Calc, x, k object.Object) object.Object {
	s := c.Shape(x)
	if c.Err != nil || len(s) == 0 {
		return x
	}
	ids := c.Index(c.Do("top_k", x, k), 1)
	mask := c.Sum(c.Do("one_hot", ids, s[len(s)-1], calc.KW("axis", -1)), -2)
	return c.Add(c.Mul(x, mask), c.Mul(-1e10, c.Sub(1, mask)))
}

func (m confusion) add(c *calc.Calc, cell string, v object.Object) {
	into := m.into[cell]
	if into == nil {
		return
	}
	c.Assign(into, c.Add(into, v))
}

// byComparing compares every prediction with every threshold.
func (m confusion) byComparing(c *calc.Calc, yTrue, yPred, thresholds object.Object, dtype string) {
	n := len(m.thresholds)
	row := func(v object.Object) object.Object {
		if m.multiLabel {
			return c.Do("expand_dims", v, 0)
		}
		return c.Do("reshape", v, []int{1, -1})
	}
	column := []int{n, 1}
	if m.multiLabel {
		column = []int{n, 1, 1}
	}
	positive := c.Do("greater", row(yPred), c.Do("reshape", thresholds, column))
	label := row(c.Cast(yTrue, "bool"))
	var weights object.Object
	if m.weight != object.None {
		weights = row(c.Do("broadcast_to", c.Cast(m.weight, c.Dtype(yPred)), c.Shape(yPred)))
	}
	if m.labelWeights != object.None && !m.multiLabel {
		of := row(c.Do("broadcast_to", c.Do("expand_dims", m.labelWeights, 0), c.Shape(yPred)))
		if weights == nil {
			weights = of
		} else {
			weights = c.Mul(weights, of)
		}
	}
	negative := c.Do("logical_not", positive)
	other := c.Do("logical_not", label)
	for _, cell := range []struct {
		name        string
		label, pred object.Object
	}{{"tp", label, positive}, {"fn", label, negative}, {"fp", other, positive}, {"tn", other, negative}} {
		if m.into[cell.name] == nil {
			continue
		}
		both := c.Do("logical_and", cell.label, cell.pred)
		if weights != nil {
			both = c.Where(both, c.Cast(weights, dtype), 0)
		} else {
			both = c.Cast(both, dtype)
		}
		m.add(c, cell.name, c.Sum(both, 1))
	}
}

// byBuckets sorts predictions into the spaces between even thresholds, and adds these up from the last.
func (m confusion) byBuckets(c *calc.Calc, yTrue, yPred object.Object) {
	n := len(m.thresholds)
	flat := func(v object.Object) object.Object {
		if m.multiLabel {
			return v
		}
		return c.Do("reshape", v, []int{-1})
	}
	weights := c.Tensor(1.0, nil)
	if m.weight != object.None {
		weights = flat(c.Do("broadcast_to", c.Cast(m.weight, c.Dtype(yPred)), c.Shape(yPred)))
	}
	if m.labelWeights != object.None {
		weights = c.Mul(weights, flat(c.Do("broadcast_to", c.Do("expand_dims", m.labelWeights, 0), c.Shape(yPred))))
	}
	weights = c.Cast(weights, c.Dtype(yTrue))
	yPred = flat(c.Do("clip", yPred, calc.KW("x_min", 0.0), calc.KW("x_max", 1.0)))
	yTrue = flat(c.Cast(c.Cast(yTrue, "bool"), c.Dtype(yTrue)))
	yes, no := c.Mul(yTrue, weights), c.Mul(c.Sub(1.0, yTrue), weights)
	bucket := c.Sub(c.Do("ceil", c.Mul(yPred, float64(n-1))), 1)
	if m.thresholds[0] < 0 || m.thresholds[n-1] > 1 {
		bucket = c.Do("relu", bucket)
	}
	bucket = c.Cast(bucket, "int32")
	axis := object.Object(object.None)
	if m.multiLabel {
		axis = object.Int(0)
	}
	tp, fp := m.fromLast(c, yes, bucket), m.fromLast(c, no, bucket)
	m.add(c, "tp", tp)
	m.add(c, "fp", fp)
	if m.into["tn"] != nil {
		m.add(c, "tn", c.Sub(c.Sum(no, axis), fp))
	}
	if m.into["fn"] != nil {
		m.add(c, "fn", c.Sub(c.Sum(yes, axis), tp))
	}
}

// fromLast adds up weights by bucket, each bucket with those behind it; with several labels each label apart.
func (m confusion) fromLast(c *calc.Calc, v, bucket object.Object) object.Object {
	n := len(m.thresholds)
	one := func(v, bucket object.Object) object.Object {
		sums := c.Do("segment_sum", v, bucket, calc.KW("num_segments", n))
		return c.Do("flip", c.Do("cumsum", c.Do("flip", sums)))
	}
	if !m.multiLabel {
		return one(v, bucket)
	}
	v, bucket = c.Do("transpose", v), c.Do("transpose", bucket)
	s := c.Shape(v)
	if c.Err != nil {
		return object.None
	}
	var rows []object.Object
	for i := range s[0] {
		if rows = append(rows, one(c.Index(v, i), c.Index(bucket, i))); c.Err != nil {
			return object.None
		}
	}
	return c.Do("stack", object.NewList(rows...), calc.KW("axis", 1))
}

// updateCells is update_state of metrics with variables for cells: names gives each cell's variable.
func updateCells(names map[string]string) func(l *spec.Instance, a []object.Object) (object.Object, error) {
	return func(l *spec.Instance, a []object.Object) (object.Object, error) {
		c := calc.New(l.T)
		m := confusion{into: map[string]object.Object{}, thresholds: numbers(c, l.Value("thresholds")), topK: l.Value("top_k"),
			classID: l.Value("class_id"), weight: a[2], labelWeights: object.None}
		for cell, name := range names {
			m.into[cell] = l.Value(name)
		}
		m.even = evenly(m.thresholds)
		m.update(c, a[0], a[1])
		return c.End(object.None)
	}
}

func updateCount(l *spec.Instance, a []object.Object) (object.Object, error) {
	return updateCells(map[string]string{l.Str("_confusion_matrix_cond"): "accumulator"})(l, a)
}

// single is the first number of a list where there is one threshold, or the list.
func single(c *calc.Calc, l *spec.Instance, v object.Object) object.Object {
	if len(l.Items("thresholds")) == 1 {
		return c.Index(v, 0)
	}
	return v
}

func countResult(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	return c.End(c.Tensor(single(c, l, l.Value("accumulator")), nil))
}

// share is one variable over the sum of it and another.
func share(c *calc.Calc, l *spec.Instance, of, beside string) object.Object {
	return c.Do("divide_no_nan", l.Value(of), c.Add(l.Value(of), l.Value(beside)))
}

func ratioResult(beside string) func(l *spec.Instance, _ []object.Object) (object.Object, error) {
	return func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		c := calc.New(l.T)
		return c.End(single(c, l, share(c, l, "true_positives", beside)))
	}
}

var allCells = map[string]string{"tp": "true_positives", "fp": "false_positives", "tn": "true_negatives", "fn": "false_negatives"}

// ratios are the shares that metrics at a fixed ratio speak of, as two variables.
var ratios = map[string][2]string{"sensitivity": {"true_positives", "false_negatives"}, "specificity": {"true_negatives", "false_positives"},
	"recall": {"true_positives", "false_negatives"}, "precision": {"true_positives", "false_positives"}}

// fixedResult is the largest of one ratio where another is at least the attribute value.
func fixedResult(fixed, wanted string) func(l *spec.Instance, _ []object.Object) (object.Object, error) {
	return func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		c := calc.New(l.T)
		held := share(c, l, ratios[fixed][0], ratios[fixed][1])
		sought := share(c, l, ratios[wanted][0], ratios[wanted][1])
		return c.End(c.Do("max", c.Where(c.Do("greater_equal", held, l.Value("value")), sought, 0), calc.KW("initial", 0)))
	}
}
