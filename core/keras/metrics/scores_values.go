package metrics

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/losses"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// classes checks that truth and prediction are matrices, and returns how many columns the prediction has.
func classes(c *calc.Calc, l *spec.Instance, yTrue, yPred object.Object) int {
	st, sp := c.Shape(yTrue), c.Shape(yPred)
	if c.Err == nil && (len(st) != 2 || len(sp) != 2) {
		c.Fail(object.ValueError("%s takes y_true and y_pred of two dimensions, examples and outputs; got the shapes %s and %s.", l.ClassName(), spec.Shape(st), spec.Shape(sp)))
	}
	if c.Err != nil {
		return 0
	}
	return sp[1]
}

func updateFBeta(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	d := l.Value("_dtype")
	yTrue, yPred := c.Tensor(a[0], d), c.Tensor(a[1], d)
	if !l.Bool("_built") {
		n := classes(c, l, yTrue, yPred)
		shape := object.NewTuple()
		if l.Str("average") != "micro" {
			shape = object.NewTuple(object.Int(n))
		}
		if c.Err == nil {
			c.Err = zeros(l, shape, false, "true_positives", "false_positives", "false_negatives", "intermediate_weights")
		}
		if c.Err == nil {
			c.Err = l.Set("_built", true)
		}
	}
	if l.IsNone("threshold") {
		top := c.Do("max", yPred, calc.KW("axis", -1), calc.KW("keepdims", true))
		yPred = c.Do("logical_and", c.Do("greater_equal", yPred, top), c.Do("greater", c.Do("abs", yPred), 1e-9))
	} else {
		yPred = c.Do("greater", yPred, l.Value("threshold"))
	}
	yPred = c.Cast(yPred, d)
	weight := a[2]
	if weight != object.None {
		weight = c.Do("expand_dims", c.Tensor(weight, d), 1)
	}
	add := func(name string, v object.Object) {
		if weight != object.None {
			v = c.Mul(v, weight)
		}
		c.Assign(l.Value(name), c.Add(l.Value(name), c.Sum(v, l.Value("axis"))))
	}
	add("true_positives", c.Mul(yPred, yTrue))
	add("false_positives", c.Mul(yPred, c.Sub(1, yTrue)))
	add("false_negatives", c.Mul(c.Sub(1, yPred), yTrue))
	add("intermediate_weights", yTrue)
	return c.End(object.None)
}

// seen fails as the look for an attribute does that the first update makes.
func seen(l *spec.Instance, attribute string) error {
	if l.Bool("_built") {
		return nil
	}
	return object.AttributeError(l.Instance, attribute, "'%s' object has no attribute '%s': it is made by the first update_state()", l.ClassName(), attribute)
}

func fBetaResult(l *spec.Instance, _ []object.Object) (object.Object, error) {
	if err := seen(l, "true_positives"); err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	eps := config.Epsilon(l.T)
	of := func(beside string) object.Object {
		tp := l.Value("true_positives")
		return c.Tensor(c.Div(tp, c.Add(c.Add(tp, l.Value(beside)), eps)), l.Value("_dtype"))
	}
	precision, recall := of("false_positives"), of("false_negatives")
	square := l.Float("beta") * l.Float("beta")
	mean := c.Div(c.Mul(precision, recall), c.Add(c.Add(c.Mul(square, precision), recall), eps))
	score := c.Mul(mean, 1+square)
	switch {
	case l.Str("average") == "weighted":
		w := l.Value("intermediate_weights")
		score = c.Sum(c.Mul(score, c.Div(w, c.Add(c.Sum(w, nil), eps))), nil)
	case !l.IsNone("average"):
		score = c.Mean(score, nil)
	}
	return c.End(score)
}

func updateR2(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	d := l.Value("_dtype")
	yTrue, yPred := c.Tensor(a[0], d), c.Tensor(a[1], d)
	yTrue, yPred = losses.SameRank(c, yTrue, yPred, true)
	if !l.Bool("_built") {
		shape := object.NewTuple(object.Int(classes(c, l, yTrue, yPred)))
		for _, v := range []struct{ attr, name string }{{"squared_sum", "squared_sum"}, {"sum", "sum"}, {"total_mse", "residual"}, {"count", "count"}} {
			made := c.Of(func() (object.Object, error) { return zero(l, shape, true, v.name) })
			if c.Err == nil {
				c.Err = l.Set(v.attr, made)
			}
		}
		if c.Err == nil {
			c.Err = l.Set("_built", true)
		}
	}
	weight := a[2]
	if weight == object.None {
		weight = object.Int(1)
	}
	weight = c.Tensor(weight, d)
	if len(c.Shape(weight)) == 1 {
		weight = c.Do("expand_dims", weight, calc.KW("axis", 1))
	}
	weight = c.Cast(c.Do("broadcast_to", weight, c.Shape(yTrue)), c.Dtype(yTrue))
	weighted := c.Mul(yTrue, weight)
	add := func(name string, v object.Object) { c.Assign(l.Value(name), c.Add(l.Value(name), v)) }
	add("sum", c.Sum(weighted, 0))
	add("squared_sum", c.Sum(c.Mul(yTrue, weighted), 0))
	add("total_mse", c.Sum(c.Mul(c.Square(c.Sub(yTrue, yPred)), weight), 0))
	add("count", c.Sum(weight, 0))
	add("num_samples", c.Do("size", yTrue))
	return c.End(object.None)
}

func r2Result(l *spec.Instance, _ []object.Object) (object.Object, error) {
	if err := seen(l, "sum"); err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	sum := l.Value("sum")
	total := c.Sub(l.Value("squared_sum"), c.Mul(sum, c.Div(sum, l.Value("count"))))
	raw := c.Sub(1, c.Div(l.Value("total_mse"), total))
	raw = c.Where(c.Do("isinf", raw), 0.0, raw)
	score := raw
	switch l.Str("class_aggregation") {
	case "uniform_average":
		score = c.Mean(raw, nil)
	case "variance_weighted_average":
		score = c.Div(c.Sum(c.Mul(total, raw), nil), c.Sum(total, nil))
	}
	p := l.Int("num_regressors")
	if p == 0 || c.Err != nil {
		return c.End(score)
	}
	samples := l.Value("num_samples")
	free := c.Sub(samples, 1)
	warn := func(text string) { c.Err = operation.Warn(l.T, "UserWarning", text) }
	switch {
	case c.Truth(c.Do("greater", p, free)):
		warn("R2Score has more regressors than examples to adjust by: the plain score is given.")
	case c.Err == nil && c.Truth(c.Do("equal", p, free)):
		warn("R2Score has as many regressors as degrees of freedom, so that it cannot be adjusted: the plain score is given.")
	default:
		n, regressors := c.Tensor(samples, "float32"), c.Tensor(p, "float32")
		score = c.Sub(1.0, c.Div(c.Mul(c.Sub(1.0, score), c.Sub(n, 1.0)), c.Sub(c.Sub(n, regressors), 1.0)))
	}
	return c.End(score)
}
