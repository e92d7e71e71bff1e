package layers

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

var statelessSignature = object.ParseSignature("(trainable_variables, non_trainable_variables, *args, return_losses=False, **kwargs)")

// stateless calls a layer with given values in its variables, which keep their own: it returns the output and what the
// variables that are not trained would hold.
func stateless(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	v, err := operation.Bind("stateless_call", statelessSignature, a)
	if err != nil {
		return nil, err
	}
	kw, err := operation.Keywords(v[4].(*object.Dict))
	if err != nil {
		return nil, err
	}
	c := calc.New(t)
	var vars, values []object.Object
	trained := 0
	for i, list := range []string{"trainable_variables", "non_trainable_variables"} {
		own, given := c.Items(c.Attr(op, list)), c.Items(v[i])
		if c.Err == nil && len(own) != len(given) {
			c.Fail(object.ValueError("%s has %d %s, stateless_call() was given %d values for them.", name(op), len(own), list, len(given)))
		}
		if i == 0 {
			trained = len(own)
		}
		vars, values = append(vars, own...), append(values, given...)
	}
	if c.Err != nil {
		return nil, c.Err
	}
	read := func() []object.Object {
		out := make([]object.Object, len(vars))
		for i, w := range vars {
			out[i] = c.Attr(w, "value")
		}
		return out
	}
	before := read()
	for i, w := range vars {
		c.Assign(w, values[i])
	}
	out := c.Of(func() (object.Object, error) {
		return object.CallArgs(t, op, object.Args{Pos: v[2].(*object.Tuple).Items, Kw: kw})
	})
	after := object.NewList(read()[trained:]...)
	losses := c.Attr(op, "losses")
	back := calc.New(t)
	for i, w := range vars {
		back.Assign(w, before[i])
	}
	if c.Err == nil {
		c.Err = back.Err
	}
	if c.Truth(v[3]) {
		return c.End(object.NewTuple(out, after, losses))
	}
	return c.End(object.NewTuple(out, after))
}
