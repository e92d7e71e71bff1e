package metrics

import (
	"strings"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func updateIoU(l *spec.Instance, a []object.Object) (object.Object, error) {
	return countPairs(calc.New(l.T), l, a[0], a[1], a[2])
}

func updateBinaryIoU(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	yTrue, yPred := c.Tensor(a[0], l.Value("_dtype")), c.Tensor(a[1], "float32")
	return countPairs(c, l, yTrue, c.Cast(c.Do("greater_equal", yPred, l.Value("threshold")), l.Value("_dtype")), a[2])
}

// countPairs adds a batch to the confusion matrix of all classes; what is no class's number does not count.
func countPairs(c *calc.Calc, l *spec.Instance, yTrue, yPred, weight object.Object) (object.Object, error) {
	d := l.Value("_dtype")
	flat := func(v object.Object) object.Object {
		if len(c.Shape(v)) > 1 {
			return c.Do("reshape", v, []int{-1})
		}
		return v
	}
	if !l.Bool("sparse_y_true") {
		yTrue = c.Do("argmax", yTrue, calc.KW("axis", l.Value("axis")))
	}
	if !l.Bool("sparse_y_pred") {
		yPred = c.Do("argmax", yPred, calc.KW("axis", l.Value("axis")))
	}
	yTrue, yPred = flat(c.Tensor(yTrue, d)), flat(c.Tensor(yPred, d))
	if weight == object.None {
		weight = object.Int(1)
	} else if c.Err == nil && strings.Contains(l.Str("_dtype"), "int") {
		c.Err = floatWeight(l, weight)
	}
	weight = c.Do("broadcast_to", flat(c.Tensor(weight, d)), c.Shape(yTrue))
	n := c.Tensor(l.Value("num_classes"), c.Dtype(yTrue))
	within := func(v object.Object) object.Object {
		return c.Do("logical_and", c.Do("greater_equal", v, 0), c.Do("less", v, n))
	}
	counts := c.Do("logical_and", within(yTrue), within(yPred))
	if !l.IsNone("ignore_class") {
		counts = c.Do("logical_and", counts, c.Do("not_equal", yTrue, c.Tensor(l.Value("ignore_class"), c.Dtype(yTrue))))
	}
	only := func(v object.Object) object.Object { return c.Cast(c.Where(counts, v, 0), d) }
	yTrue, yPred, weight = only(yTrue), only(yPred), only(weight)
	at := c.Cast(c.Do("stack", object.NewList(yTrue, yPred), calc.KW("axis", 1)), "int32")
	size := l.Int("num_classes")
	batch := c.Do("scatter", at, weight, []int{size, size})
	return c.End(c.Method(l.Value("total_cm"), "assign", c.Add(l.Value("total_cm"), batch)))
}

// floatWeight warns of weights that lose what stands behind the point.
func floatWeight(l *spec.Instance, weight object.Object) error {
	d, err := object.LookupAttr(l.T, weight, object.Intern("dtype"))
	if d == nil || err != nil {
		return err
	}
	s, err := object.ToStr(l.T, d)
	if err != nil || !strings.Contains(s, "float") {
		return err
	}
	return operation.Warn(l.T, "UserWarning", l.ClassName()+" counts in "+l.Str("_dtype")+" and was given weights of floats, which lose their fractions: "+
		"give integers, or the metric a float dtype.")
}

func iouResult(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	d := l.Value("_dtype")
	cm := l.Value("total_cm")
	both := c.Cast(c.Do("diag", cm), d)
	either := c.Sub(c.Add(c.Cast(c.Sum(cm, 0), d), c.Cast(c.Sum(cm, 1), d)), both)
	ids := c.Tensor(l.Value("target_class_ids"), "int32")
	of := func(v object.Object) object.Object {
		return c.Cast(c.Do("take_along_axis", v, ids, calc.KW("axis", -1)), "float32")
	}
	both, either = of(both), of(either)
	seen := c.Do("greater", either, 1e-9)
	eps := config.Epsilon(l.T)
	iou := c.Where(seen, c.Div(both, c.Add(either, eps)), 0.0)
	return c.End(c.Div(c.Sum(iou, l.Value("axis")), c.Add(c.Sum(c.Cast(seen, "float32"), nil), eps)))
}
