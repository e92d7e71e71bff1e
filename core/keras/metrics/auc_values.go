package metrics

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// buildAUC makes the variables of an AUC that learns the number of labels from the first batch.
func buildAUC(l *spec.Instance, labels int) error {
	shape := object.NewTuple(l.Value("num_thresholds"), object.Int(labels))
	if err := zeros(l, shape, true, cells...); err != nil {
		return err
	}
	return l.SetAll("_built", true, "_num_labels", labels)
}

func updateAUC(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	several := l.Bool("multi_label")
	if !l.Bool("_built") {
		s := c.Shape(a[1])
		if c.Err == nil && len(s) != 2 {
			c.Fail(object.ValueError("AUC with multi_label=True takes predictions of two dimensions, examples and labels; y_pred has the shape %s.", spec.Shape(s)))
		}
		if c.Err == nil {
			c.Err = buildAUC(l, s[1])
		}
	}
	m := confusion{into: map[string]object.Object{}, thresholds: numbers(c, l.Value("_thresholds")), topK: object.None, classID: object.None,
		weight: a[2], labelWeights: object.None, multiLabel: several}
	if !several {
		m.labelWeights = l.Value("label_weights")
	}
	for cell, name := range allCells {
		m.into[cell] = l.Value(name)
	}
	yPred := a[1]
	if l.Bool("_from_logits") {
		yPred = c.Do("sigmoid", yPred)
	}
	if c.Err != nil {
		return nil, c.Err
	}
	m.even = true
	if l.Bool("_init_from_thresholds") {
		inner := append([]float64{0}, m.thresholds[1:len(m.thresholds)-1]...)
		m.even = evenly(append(inner, 1))
	}
	m.update(c, a[0], yPred)
	return c.End(object.None)
}

// labelsTogether adds the area's parts up; with several labels it takes the mean of the labels' areas.
func labelsTogether(c *calc.Calc, l *spec.Instance, parts object.Object) object.Object {
	if !l.Bool("multi_label") {
		return c.Sum(parts, nil)
	}
	each := c.Sum(parts, 0)
	weights := l.Value("label_weights")
	if weights == object.None {
		return c.Mean(each, nil)
	}
	return c.Do("divide_no_nan", c.Sum(c.Mul(each, weights), nil), c.Sum(weights, nil))
}

func aucResult(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	n := l.Int("num_thresholds")
	method := l.Str("summation_method")
	low := func(v object.Object) object.Object { return c.Slice(v, nil, n-1) }
	high := func(v object.Object) object.Object { return c.Slice(v, 1, nil) }
	if l.Str("curve") == "PR" && method == "interpolation" {
		return c.End(labelsTogether(c, l, prParts(c, l, low, high)))
	}
	x, y := curve(c, l)
	var heights object.Object
	switch method {
	case "interpolation":
		heights = c.Div(c.Add(low(y), high(y)), 2.0)
	case "minoring":
		heights = c.Min(low(y), high(y))
	default:
		heights = c.Max(low(y), high(y))
	}
	return c.End(labelsTogether(c, l, c.Mul(c.Sub(low(x), high(x)), heights)))
}

// curve are the points of the curve, one for each threshold.
func curve(c *calc.Calc, l *spec.Instance) (x, y object.Object) {
	recall := share(c, l, "true_positives", "false_negatives")
	switch l.Str("curve") {
	case "ROC":
		return share(c, l, "false_positives", "true_negatives"), recall
	case "PR":
		return recall, share(c, l, "true_positives", "false_positives")
	}
	tp := l.Value("true_positives")
	scale := c.Do("divide_no_nan", c.Add(tp, l.Value("false_negatives")), c.Add(l.Value("true_negatives"), l.Value("false_positives")))
	gain := func(wrong string, none float64) object.Object {
		v := c.Sub(1.0, c.Mul(scale, c.Do("divide_no_nan", l.Value(wrong), tp)))
		return c.Where(c.Do("equal", tp, 0.0), none, v)
	}
	return c.Max(gain("false_negatives", 0), 0.0), gain("false_positives", 1)
}

// prParts are the parts of the area under the precision-recall curve, where true positives are interpolated between
// thresholds and not precision.
func prParts(c *calc.Calc, l *spec.Instance, low, high func(object.Object) object.Object) object.Object {
	tp := c.Tensor(l.Value("true_positives"), nil)
	dtp := c.Sub(low(tp), high(tp))
	p := c.Add(tp, l.Value("false_positives"))
	slope := c.Do("divide_no_nan", dtp, c.Max(c.Sub(low(p), high(p)), 0))
	intercept := c.Sub(high(tp), c.Mul(slope, high(p)))
	both := c.Do("logical_and", c.Do("greater", low(p), 0), c.Do("greater", high(p), 0))
	growth := c.Where(both, c.Do("divide_no_nan", low(p), c.Max(high(p), 0)), c.Do("ones_like", high(p)))
	missed := high(c.Tensor(l.Value("false_negatives"), nil))
	return c.Do("divide_no_nan", c.Mul(slope, c.Add(dtp, c.Mul(intercept, c.Do("log", growth)))), c.Max(c.Add(high(tp), missed), 0))
}
