package models

import (
	"sort"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// This file holds the steps that a program may write itself: train_step and test_step, with tensorflow's arguments. On jax they take and
// return the state of all variables, which is not modelled.

// ownStep reports whether a program wrote the step of this name.
func ownStep(l *spec.Instance, name string) bool {
	key := object.Intern(name)
	return l.Instance.Class().Lookup(key) != Model.In(l.T).Lookup(key)
}

// checkStep refuses a step of the program where it would have to pass the state of all variables.
func checkStep(l *spec.Instance, method, step string) error {
	if !ownStep(l, step) || operation.Backend(l.T) == "tensorflow" {
		return nil
	}
	e := object.NewError(object.NotImplementedErrClass, "%s.%s() with a %s() of the program is modelled with tensorflow alone: with jax it takes the state of all "+
		"variables. Import tensorflow first, or override compute_loss().", l.ClassName(), method, step)
	e.Subject = blame.NotModelled{Name: "Model." + step + "()"}
	return e
}

// packed is what a step gets of a batch: x alone, or a tuple of x, y and the weights.
func packed(x, y, weight object.Object) object.Object {
	switch {
	case weight != object.None:
		return object.NewTuple(x, y, weight)
	case y != object.None:
		return object.NewTuple(x, y)
	}
	switch object.Of(x).(type) {
	case *object.List, *object.Tuple:
		return object.NewTuple(x)
	}
	return x
}

// unpacked takes what a step gets apart.
func unpacked(data object.Object) (x, y, weight object.Object) {
	x, y, weight = data, object.None, object.None
	if tuple, ok := object.Of(data).(*object.Tuple); ok {
		for i, to := range []*object.Object{&x, &y, &weight} {
			if i < tuple.Len() {
				*to = tuple.Items[i]
			}
		}
	}
	return x, y, weight
}

// step trains on a batch or tests with it. It returns what a step of the program returned, nil for Keras's own.
func (m *compiled) step(c *calc.Calc, l *spec.Instance, name string, x, y, weight object.Object) object.Object {
	if c.Err == nil && ownStep(l, name) {
		return c.Method(l.Instance, name, packed(x, y, weight))
	}
	return m.stepAlone(c, l, name, x, y, weight)
}

// stepAlone is step for the one batch of train_on_batch() and test_on_batch(), which a step of the program gets with its weights, None or not.
func (m *compiled) stepAlone(c *calc.Calc, l *spec.Instance, name string, x, y, weight object.Object) object.Object {
	switch {
	case c.Err != nil:
	case ownStep(l, name):
		return c.Method(l.Instance, name, object.NewTuple(x, y, weight))
	case name == "train_step":
		m.train(c, l, x, y, weight)
	default:
		m.test(c, l, x, y, weight)
	}
	return nil
}

// baseStep is Keras's own train_step or test_step, as a program's may call it.
func baseStep(name string, do func(m *compiled, c *calc.Calc, l *spec.Instance, x, y, weight object.Object)) *object.Builtin {
	return method(name, "(self, data, *args, **kwargs)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
		if operation.Backend(l.T) != "tensorflow" {
			e := object.NewError(object.NotImplementedErrClass, "%s.%s() is modelled with tensorflow alone: call fit(), evaluate() or train_on_batch().", l.ClassName(), name)
			e.Subject = blame.NotModelled{Name: "Model." + name + "()"}
			return nil, e
		}
		m, err := mustBeCompiled(l, name)
		if err != nil {
			return nil, err
		}
		c := calc.New(l.T)
		x, y, weight := unpacked(a[0])
		do(m, c, l, x, y, weight)
		return c.End(c.Method(l.Instance, "get_metrics_result"))
	})
}

// logsOf are the results after a step: what a step of the program returned, or those of all metrics.
func logsOf(c *calc.Calc, l *spec.Instance, returned object.Object) *object.Dict {
	if returned == nil {
		return results(c, l)
	}
	return floats(c, returned)
}

// lastLogs are the results when all batches are through: those of the metrics, unless the program's step returned others.
func lastLogs(c *calc.Calc, l *spec.Instance, returned object.Object) *object.Dict {
	all := results(c, l)
	if returned == nil || c.Err != nil {
		return all
	}
	if own, ok := object.Of(returned).(*object.Dict); ok && own.Len() == all.Len() {
		same := true
		for k := range own.All() {
			name, _ := object.AsString(k)
			same = same && all.GetName(name) != nil
		}
		if same {
			return all
		}
	}
	return floats(c, returned)
}

// inOrder sorts results by name, unless a step of the program gave a dict inside its dict, whose numbers stand in the place of its name.
func inOrder(logs *object.Dict, returned object.Object) *object.Dict {
	if d, ok := object.Of(returned).(*object.Dict); ok {
		for _, v := range d.All() {
			if _, nested := object.Of(v).(*object.Dict); nested {
				return logs
			}
		}
	}
	out := object.NewDict()
	for _, k := range sortedNames(logs) {
		out.SetName(k, logs.GetName(k))
	}
	return out
}

func sortedNames(d *object.Dict) []string {
	var keys []string
	for k := range d.All() {
		s, _ := object.AsString(k)
		keys = append(keys, s)
	}
	sort.Strings(keys)
	return keys
}

// floats are the numbers of a dict as Python floats, by name in order; those of a dict inside stand in its place.
func floats(c *calc.Calc, v object.Object) *object.Dict {
	out := object.NewDict()
	d, ok := object.Of(v).(*object.Dict)
	if !ok || c.Err != nil {
		return out
	}
	for _, k := range sortedNames(d) {
		v := d.GetName(k)
		if inner, ok := object.Of(v).(*object.Dict); ok {
			for k, f := range floats(c, inner).All() {
				name, _ := object.AsString(k)
				out.SetName(name, f)
			}
			continue
		}
		f, err := object.Call(c.T, object.FloatClass, v)
		if err != nil {
			f = v
		}
		out.SetName(k, f)
	}
	return out
}

// modelLoss calls compute_loss; a program's may leave out the argument training.
func modelLoss(c *calc.Calc, l *spec.Instance, x, y, yPred, weight object.Object, training bool) object.Object {
	args := []any{calc.KW("x", x), calc.KW("y", y), calc.KW("y_pred", yPred), calc.KW("sample_weight", weight)}
	if !ownStep(l, "compute_loss") || layers.Takes(l.T, l.Instance, "compute_loss", "training") {
		args = append(args, calc.KW("training", training))
	}
	return c.Method(l.Instance, "compute_loss", args...)
}
