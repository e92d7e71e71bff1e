package metrics

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// resetState forgets all batches.
func resetState(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	for _, v := range c.Items(c.Attr(l.Instance, "variables")) {
		c.Assign(v, c.Do("zeros", c.Attr(v, "shape"), calc.KW("dtype", c.Attr(v, "dtype"))))
	}
	return c.End(object.None)
}

// stateless runs f with given values in the variables, and puts the former ones back; values nil leaves the present ones.
// It returns the values that f left in the variables.
func stateless(c *calc.Calc, l *spec.Instance, values object.Object, f func() object.Object) (result object.Object, after []object.Object) {
	vars := c.Items(c.Attr(l.Instance, "variables"))
	if values != nil {
		given := c.Items(values)
		if c.Err == nil && len(given) != len(vars) {
			c.Fail(object.ValueError("%s has %d variables, %d values were given for them.", l.ClassName(), len(vars), len(given)))
		}
		if c.Err != nil {
			return object.None, nil
		}
		before := read(c, vars)
		defer restore(c, vars, before)
		for i, v := range vars {
			c.Assign(v, given[i])
		}
	} else {
		before := read(c, vars)
		defer restore(c, vars, before)
	}
	if c.Err != nil {
		return object.None, nil
	}
	result = f()
	return result, read(c, vars)
}

func read(c *calc.Calc, vars []object.Object) []object.Object {
	out := make([]object.Object, len(vars))
	for i, v := range vars {
		out[i] = c.Attr(v, "value")
	}
	return out
}

// restore puts values back, after an error too.
func restore(c *calc.Calc, vars, values []object.Object) {
	back := calc.New(c.T)
	for i, v := range vars {
		back.Assign(v, values[i])
	}
	if c.Err == nil {
		c.Err = back.Err
	}
}

func statelessUpdate(l *spec.Instance, a []object.Object) (object.Object, error) {
	kw, err := operation.Keywords(a[2].(*object.Dict))
	if err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	_, after := stateless(c, l, a[0], func() object.Object {
		update := c.Attr(l.Instance, "update_state")
		return c.Of(func() (object.Object, error) {
			return object.CallArgs(l.T, update, object.Args{Pos: a[1].(*object.Tuple).Items, Kw: kw})
		})
	})
	return c.End(object.NewList(after...))
}

func statelessResult(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	out, _ := stateless(c, l, a[0], func() object.Object { return c.Method(l.Instance, "result") })
	return c.End(out)
}

func statelessReset(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	_, after := stateless(c, l, nil, func() object.Object { return c.Method(l.Instance, "reset_state") })
	return c.End(object.NewList(after...))
}
