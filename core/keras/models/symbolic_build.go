package models

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// symbolicBuild runs the model, and what compile() was given, on symbols of a batch's shapes where one of them is not built, as Keras does
// before it tells anybody that training begins: what does not fit together fails there.
func (m *compiled) symbolicBuild(l *spec.Instance, batch [3]object.Object) error {
	if !m.unbuilt(l) {
		return nil
	}
	c := calc.New(l.T)
	for i, v := range batch {
		batch[i] = c.Of(func() (object.Object, error) { return tree.Map(v, asSymbol(l.T)) })
	}
	x, y, weight := batch[0], batch[1], batch[2]
	yPred, err := traced(l.T, x, func(c *calc.Calc, x object.Object) object.Object { return forward(c, l, x) })
	if err != nil {
		return cannotBuild(l, err)
	}
	rest := object.NewTuple(x, y, yPred, weight)
	if m.metrics != nil && !metricsIn(arg.Self(l.T, m.metrics)).built {
		_, err = traced(l.T, rest, func(c *calc.Calc, v object.Object) object.Object {
			return c.Method(l.Instance, "compute_metrics", itemsOf(v)...)
		})
	}
	if err == nil && m.loss != nil && !m.loss.built {
		_, err = traced(l.T, rest, func(c *calc.Calc, v object.Object) object.Object {
			batch := v.(*object.Tuple).Items
			return modelLoss(c, l, batch[0], batch[1], batch[2], batch[3], false)
		})
	}
	if notModelled(err) {
		return nil
	}
	return err
}

// itemsOf are the items of a tuple.
func itemsOf(v object.Object) []any {
	var out []any
	for _, item := range v.(*object.Tuple).Items {
		out = append(out, item)
	}
	return out
}

// traced runs a calculation on traced tensors in the place of symbols.
func traced(t *object.Thread, v object.Object, f func(c *calc.Calc, v object.Object) object.Object) (object.Object, error) {
	return operation.Trace(t, object.Positional(v), func(a object.Args) (object.Object, error) {
		c := calc.New(t)
		return c.End(f(c, a.Pos[0]))
	})
}

// asSymbol gives the symbol for a tensor of a batch.
func asSymbol(t *object.Thread) func(object.Object) (object.Object, error) {
	return func(v object.Object) (object.Object, error) {
		if x, ok := v.(*tensor.KerasTensor); ok {
			return operation.NewTensor(t, x.Shape.Clone(), x.Dtype), nil
		}
		return v, nil
	}
}

// cannotBuild is a RuntimeError for a model whose call failed, unless a ValueError says that its input is at fault.
func cannotBuild(l *spec.Instance, err error) error {
	e := object.AsException(err)
	switch {
	case notModelled(err):
		return nil
	case e == nil || !e.Class().IsSubclass(object.ExceptionClass) || e.Class().IsSubclass(object.ValueErrorClass):
		return err
	}
	said, err := object.ToStr(l.T, e)
	if err != nil {
		return err
	}
	n := object.NewError(object.RuntimeErrorClass, "The model %s '%s' could not be built from a batch of the data: %s Call it on a batch, or build it, before fit() or evaluate().",
		l.ClassName(), operation.Name(l.Instance), said)
	n.Context, n.Span, n.Subject = e, e.Span, operation.CannotInfer{Operation: l.Instance, Cause: e}
	return n
}

// notModelled reports whether an error says that something is not there in the playground.
func notModelled(err error) bool {
	e := object.AsException(err)
	if e == nil {
		return false
	}
	_, is := e.Subject.(blame.NotModelled)
	return is
}
