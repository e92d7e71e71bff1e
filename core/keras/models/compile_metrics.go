package models

import (
	"strconv"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/metrics"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// compiledMetrics are the metrics of a model, as compile() was given them.
type compiledMetrics struct {
	user, weighted object.Object
	names          []string
	built          bool
	plain, heavy   []outputMetrics // heavy ones take weights
}

// outputMetrics are the metrics of one output.
type outputMetrics struct {
	output string
	list   []object.Object
}

// compileMetrics is the metric that stands for all of them in Model.metrics.
var compileMetrics = spec.Declare("keras.src.trainers.compile_utils", "CompileMetrics", func() spec.Class {
	return spec.Class{
		Base: metrics.Metric, Doc: "All metrics that compile() was given.",
		Args: arg.Of(arg.Str("name", "compile_metrics").ToBase()), Config: spec.None,
		Getters: []spec.Getter{
			{Name: "metrics", Get: func(l *spec.Instance) (object.Object, error) { return object.NewList(metricsIn(l).all()...), nil }},
			{Name: "variables", Get: func(l *spec.Instance) (object.Object, error) {
				c := calc.New(l.T)
				var out []object.Object
				for _, m := range metricsIn(l).all() {
					out = append(out, c.Items(c.Attr(m, "variables"))...)
				}
				return c.End(object.NewList(out...))
			}},
			{Name: "built", Get: func(l *spec.Instance) (object.Object, error) { return object.Bool(metricsIn(l).built), nil }},
		},
		Methods: []spec.Method{
			{Name: "update_state", Takes: "y_true, y_pred, sample_weight=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				c := calc.New(l.T)
				metricsIn(l).update(c, a[0], a[1], a[2])
				return c.End(object.None)
			}},
			{Name: "result", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				c := calc.New(l.T)
				m := metricsIn(l)
				if !m.built {
					return nil, object.ValueError("the metrics have no result before they have seen a batch.")
				}
				return c.End(m.result(c))
			}},
			{Name: "reset_state", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				c := calc.New(l.T)
				for _, m := range metricsIn(l).all() {
					c.Method(m, "reset_state")
				}
				return c.End(object.None)
			}},
		},
	}
})

// metricsIn is what a CompileMetrics object holds.
func metricsIn(l *spec.Instance) *compiledMetrics {
	if m, ok := l.Instance.State.(*compiledMetrics); ok {
		return m
	}
	return &compiledMetrics{user: object.None, weighted: object.None}
}

func (m *compiledMetrics) all() []object.Object {
	var out []object.Object
	for _, o := range append(append([]outputMetrics(nil), m.plain...), m.heavy...) {
		out = append(out, o.list...)
	}
	return out
}

// checkMetrics refuses what is no list or dict.
func checkMetrics(name string, v object.Object) error {
	switch object.Of(v).(type) {
	case *object.List, *object.Tuple, *object.Dict, *object.NoneType:
		return nil
	}
	return object.ValueError("compile() takes a list, tuple or dict of metrics as %s, got a value of type %s.", name, v.Class().Name)
}

// build finds the metrics, when the first batch tells what outputs there are.
func (m *compiledMetrics) build(c *calc.Calc, yTrue, yPred object.Object) {
	leaves, called := outputs(c, yPred, m.names)
	truths := matching(c, yTrue, called)
	m.plain = m.set(c, "metrics", m.user, leaves, truths, called)
	m.heavy = m.set(c, "weighted_metrics", m.weighted, leaves, truths, called)
	m.built = c.Err == nil
}

func (m *compiledMetrics) set(c *calc.Calc, argument string, given object.Object, leaves, truths []object.Object, called []string) []outputMetrics {
	out := make([]outputMetrics, len(leaves))
	if !c.Truth(given) {
		return out
	}
	for i := range truths {
		if c.Err != nil || i >= len(leaves) {
			return out
		}
		var of object.Object
		if len(leaves) == 1 {
			of = object.NewList(tree.Flatten(given)...)
		} else {
			of = perOutput(c, argument, given, called)[i]
			out[i].output = called[i]
		}
		if of == object.None || c.Err != nil {
			continue
		}
		list := []object.Object{of}
		switch object.Of(of).(type) {
		case *object.List, *object.Tuple:
			list = c.Items(of)
		}
		for _, v := range list {
			out[i].list = append(out[i].list, metricOf(c, v, truths[i], leaves[i]))
		}
	}
	return out
}

// metricOf makes a metric of a name, function or object; "accuracy" is the one that fits the labels.
func metricOf(c *calc.Calc, v, yTrue, yPred object.Object) object.Object {
	if v == object.None {
		return c.Fail(object.ValueError("None stands among the metrics of compile()."))
	}
	text, isText := object.AsString(v)
	var made object.Object
	if lower := strings.ToLower(text); isText && (lower == "accuracy" || lower == "acc") {
		binary, sparse := labels(c, yTrue, yPred)
		class := metrics.CategoricalAccuracy
		if binary {
			class = metrics.BinaryAccuracy
		} else if sparse {
			class = metrics.SparseCategoricalAccuracy
		}
		made = c.Of(func() (object.Object, error) { return class.New(c.T, calc.KW("name", text)) })
	} else {
		made = c.Of(func() (object.Object, error) { return metrics.Get(c.T, v) })
	}
	if c.Err != nil {
		return object.None
	}
	if !isText {
		text = nameOf(c, made)
	}
	if is, _ := object.IsInstance(c.T, made, metrics.Metric.In(c.T)); !is {
		fn := made
		made = c.Of(func() (object.Object, error) { return metrics.MeanMetricWrapper.New(c.T, calc.KW("fn", fn)) })
	}
	if c.Err == nil {
		c.Err = object.SetAttr(c.T, made, object.Intern("name"), object.NewStr(text))
	}
	return made
}

func (m *compiledMetrics) update(c *calc.Calc, yTrue, yPred, weight object.Object) {
	if !m.built {
		m.build(c, yTrue, yPred)
	}
	leaves, called := outputs(c, yPred, m.names)
	truths := matching(c, yTrue, called)
	each := func(list []outputMetrics, f func(i int, metric object.Object)) {
		for i := range min(len(list), len(truths), len(leaves)) {
			for _, metric := range list[i].list {
				f(i, metric)
			}
		}
	}
	each(m.plain, func(i int, metric object.Object) { c.Method(metric, "update_state", truths[i], leaves[i]) })
	weights := make([]object.Object, len(leaves))
	for i := range weights {
		weights[i] = weight
	}
	if tree.IsNested(weight) {
		list := matching(c, weight, called)
		for i := range weights {
			if len(list) > 0 {
				weights[i] = list[min(i, len(list)-1)]
			}
		}
	}
	each(m.heavy, func(i int, metric object.Object) { c.Method(metric, "update_state", truths[i], leaves[i], weights[i]) })
}

// result is a dict of all results; doubled names are told apart.
func (m *compiledMetrics) result(c *calc.Calc) object.Object {
	out := object.NewDict()
	seen := map[string]int{}
	put := func(name string, metric object.Object) { out.SetName(name, c.Method(metric, "result")) }
	each := func(list []outputMetrics, f func(output, name string, metric object.Object)) {
		for _, o := range list {
			for _, metric := range o.list {
				name, _ := object.AsString(c.Attr(metric, "name"))
				f(o.output, name, metric)
			}
		}
	}
	prefixed := func(output, name string) string {
		if output != "" {
			return output + "_" + name
		}
		return name
	}
	numbered := func(name string) string {
		n := seen[name]
		seen[name] = n + 1
		if n == 0 {
			return name
		}
		return name + "_" + strconv.Itoa(n)
	}
	each(m.plain, func(output, name string, metric object.Object) { put(numbered(prefixed(output, name)), metric) })
	each(m.heavy, func(output, name string, metric object.Object) {
		full := prefixed(output, name)
		if seen[full] == 0 {
			seen[full] = 1
			put(full, metric)
			return
		}
		put(numbered(prefixed(output, "weighted_"+name)), metric)
	})
	return out
}
