package models

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/losses"
	"layerglass/core/keras/metrics"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// compiledLoss is the loss of a model, as compile() was given it: one for each output that has one.
type compiledLoss struct {
	user, weights object.Object
	names         []string // of outputs, as far as known
	built         bool
	parts         []lossPart
	metrics       []object.Object // the mean of each, where there are several
}

// lossPart is the loss of one output.
type lossPart struct {
	output int
	loss   object.Object
	weight object.Object
	name   string
}

// outputs lists the leaves of a structure of predictions with their names; names are those that the model knows.
func outputs(c *calc.Calc, v object.Object, names []string) (leaves []object.Object, called []string) {
	switch x := object.Of(v).(type) {
	case *object.Dict:
		for k, item := range x.All() {
			text, _ := object.AsString(k)
			inner, _ := outputs(c, item, nil)
			for i, leaf := range inner {
				leaves = append(leaves, leaf)
				if i > 0 {
					called = append(called, "")
				} else {
					called = append(called, text)
				}
			}
		}
		return leaves, called
	}
	leaves = tree.Flatten(v)
	called = make([]string, len(leaves))
	if len(names) == len(leaves) {
		copy(called, names)
	}
	return leaves, called
}

// matching lists the truths for outputs: a dict goes by name, anything else by order.
func matching(c *calc.Calc, v object.Object, called []string) []object.Object {
	if d, ok := object.Of(v).(*object.Dict); ok {
		var out []object.Object
		for _, n := range called {
			if item := d.GetName(n); item != nil {
				out = append(out, item)
			}
		}
		if len(out) == len(called) || len(out) == d.Len() {
			return out
		}
	}
	return tree.Flatten(v)
}

// perOutput spreads what compile() was given over the outputs: by name, by order, or one for all.
func perOutput(c *calc.Calc, argument string, v object.Object, called []string) []object.Object {
	out := make([]object.Object, len(called))
	for i := range out {
		out[i] = object.None
	}
	switch x := object.Of(v).(type) {
	case *object.Dict:
		for k, item := range x.All() {
			text, _ := object.AsString(k)
			found := false
			for i, n := range called {
				if n == text {
					out[i], found = item, true
				}
			}
			if !found {
				c.Fail(object.ValueError("%s has the key '%s', and the model has no output of that name; its outputs are %s.", argument, text, listed(called)))
			}
		}
	case *object.List, *object.Tuple:
		items := c.Items(v)
		if c.Err == nil && len(items) != len(called) {
			c.Fail(object.ValueError("%s must have one entry for each of the model's %d outputs, it has %d.", argument, len(called), len(items)))
			return out
		}
		copy(out, items)
	default:
		for i := range out {
			out[i] = v
		}
	}
	return out
}

func listed(names []string) string {
	s := ""
	for i, n := range names {
		if i > 0 {
			s += ", "
		}
		s += "'" + n + "'"
	}
	return s
}

// build finds the losses, when the first batch tells what outputs there are.
func (m *compiledLoss) build(c *calc.Calc, yTrue, yPred object.Object) {
	leaves, called := outputs(c, yPred, m.names)
	truths := matching(c, yTrue, called)
	given := perOutput(c, "loss", m.user, called)
	weights := perOutput(c, "loss_weights", m.weights, called)
	at := 0
	for i, v := range given {
		if v == object.None || c.Err != nil {
			if len(truths) == len(leaves) {
				at++
			}
			continue
		}
		if at >= len(truths) {
			c.Fail(object.ValueError("y_true holds %d tensors, and the model has %d outputs with a loss.", len(truths), len(leaves)))
			return
		}
		loss := lossOf(c, v, truths[at], leaves[i])
		name := called[i]
		if name == "" {
			text, _ := object.AsString(c.Attr(loss, "name"))
			name = text
		}
		m.parts = append(m.parts, lossPart{i, loss, weights[i], name})
		at++
	}
	if len(m.parts) > 1 {
		for _, p := range m.parts {
			made := c.Of(func() (object.Object, error) {
				return metrics.Mean.New(c.T, calc.KW("name", p.name+"_loss"))
			})
			m.metrics = append(m.metrics, made)
		}
	}
	m.built = c.Err == nil
}

// labels tells what kind of labels there are: one number for each example, or the numbers of classes.
func labels(c *calc.Calc, yTrue, yPred object.Object) (binary, sparse bool) {
	st, sp := c.Shape(yTrue), c.Shape(yPred)
	if c.Err != nil || len(st) == 0 || len(sp) == 0 {
		return false, len(st) < len(sp)
	}
	lt, lp := st[len(st)-1], sp[len(sp)-1]
	return lp == 1, len(st) < len(sp) || lt == 1 && lp > 1
}

// lossOf makes a loss of a name, function or object; "crossentropy" is the one that fits the labels.
func lossOf(c *calc.Calc, v, yTrue, yPred object.Object) object.Object {
	text, isText := object.AsString(v)
	if isText && (text == "crossentropy" || text == "ce") {
		binary, sparse := labels(c, yTrue, yPred)
		switch {
		case binary:
			v = object.Intern("binary_crossentropy")
		case sparse:
			v = object.Intern("sparse_categorical_crossentropy")
		default:
			v = object.Intern("categorical_crossentropy")
		}
	}
	loss := c.Of(func() (object.Object, error) { return losses.Get(c.T, v) })
	if c.Err != nil {
		return object.None
	}
	if is, _ := object.IsInstance(c.T, loss, losses.Loss.In(c.T)); is {
		return loss
	}
	if !isText {
		text = nameOf(c, loss)
	}
	return c.Of(func() (object.Object, error) { return losses.OfFunction(c.T, loss, text) })
}

// nameOf is the snake-case name of a function or object.
func nameOf(c *calc.Calc, v object.Object) string {
	for _, attr := range []string{"name", "__name__"} {
		n, err := object.LookupAttr(c.T, v, object.Intern(attr))
		if text, ok := object.AsString(n); ok && n != nil && err == nil {
			if attr == "__name__" {
				return operation.SnakeCase(text)
			}
			return text
		}
	}
	return operation.SnakeCase(v.Class().Name)
}

// call computes the loss; None where no output has one.
func (m *compiledLoss) call(c *calc.Calc, yTrue, yPred, weight object.Object) object.Object {
	if !m.built {
		if m.build(c, yTrue, yPred); c.Err != nil {
			return object.None
		}
	}
	leaves, called := outputs(c, yPred, m.names)
	truths := matching(c, yTrue, called)
	var weights []object.Object
	if tree.IsNested(weight) {
		weights = matching(c, weight, called)
	}
	total := object.Object(object.None)
	for i, p := range m.parts {
		at := i
		if len(truths) == len(leaves) {
			at = p.output
		}
		if at >= len(truths) || p.output >= len(leaves) {
			return c.Fail(object.ValueError("y_true holds %d tensors, and the model has %d outputs with a loss.", len(truths), len(m.parts)))
		}
		w := weight
		if weights != nil {
			if w = object.None; at < len(weights) {
				w = weights[at]
			}
		}
		value := c.Cast(c.Call(p.loss, truths[at], leaves[p.output], w), "float32")
		if len(m.metrics) > 0 {
			c.Method(m.metrics[i], "update_state", value, calc.KW("sample_weight", rows(c, leaves[p.output])))
		}
		if p.weight != object.None {
			value = c.Mul(value, p.weight)
		}
		if total == object.None {
			total = value
		} else {
			total = c.Add(total, value)
		}
	}
	return total
}

// rows is the number of examples in a tensor.
func rows(c *calc.Calc, v object.Object) int {
	if s := c.Shape(v); len(s) > 0 {
		return s[0]
	}
	return 1
}
