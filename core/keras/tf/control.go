package tf

import (
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// mapRows is tf.map_fn: fn runs on one row.
func mapRows(c *call) (object.Object, error) {
	if err := c.traced(); err != nil {
		return nil, err
	}
	n := tensor.Unknown
	row, err := tree.Map(c.arg("elems"), func(v object.Object) (object.Object, error) {
		s, d, err := ops.Describe(c.t, v)
		if err != nil || len(s) == 0 {
			return nil, object.ValueError("%s takes tensors of rank 1 or more.", c.path)
		}
		n = s[0]
		return value(s[1:].Clone(), dtypeName(c.t, d)), nil
	})
	if err != nil {
		return nil, err
	}
	out, err := object.Call(c.t, c.arg("fn"), row)
	if err != nil {
		return nil, err
	}
	return tree.Map(out, func(v object.Object) (object.Object, error) {
		s, d, err := ops.Describe(c.t, v)
		return value(append(tensor.Shape{n}, s...), dtypeName(c.t, d)), err
	})
}

// cond runs both branches; sizes in which they differ are unknown.
func cond(c *call) (object.Object, error) {
	if p, ok := object.Of(c.arg("pred")).(object.Bool); ok {
		if p {
			return object.Call(c.t, c.arg("true_fn"))
		}
		return object.Call(c.t, c.arg("false_fn"))
	}
	if err := c.traced(); err != nil {
		return nil, err
	}
	a, err := object.Call(c.t, c.arg("true_fn"))
	if err != nil {
		return nil, err
	}
	b, err := object.Call(c.t, c.arg("false_fn"))
	if err != nil {
		return nil, err
	}
	others := tree.Flatten(b)
	if len(others) != len(tree.Flatten(a)) {
		return nil, object.TypeError("tf.cond: true_fn and false_fn must return the same structure.")
	}
	i := 0
	return tree.Map(a, func(v object.Object) (object.Object, error) {
		i++
		return c.merge(v, others[i-1])
	})
}

func (c *call) merge(a, b object.Object) (object.Object, error) {
	if a == object.None {
		return a, nil
	}
	s, d, err := ops.Describe(c.t, a)
	if err != nil {
		return nil, err
	}
	u, e, err := ops.Describe(c.t, b)
	if err != nil {
		return nil, err
	}
	if !d.Weak && !e.Weak && d.Name != e.Name {
		return nil, object.TypeError("tf.cond: true_fn and false_fn return tensors of dtype %s and %s.", d.Name, e.Name)
	}
	if d.Weak {
		d = e
	}
	s = s.Clone()
	if len(s) != len(u) {
		return nil, notModelled("tf.cond with branches of different rank")
	}
	for i := range s {
		if s[i] != u[i] {
			s[i] = tensor.Unknown
		}
	}
	return value(s, dtypeName(c.t, d)), nil
}

// whileLoop runs the body once, to see that it works; what comes out is like loop_vars.
func whileLoop(c *call) (object.Object, error) {
	if err := c.traced(); err != nil {
		return nil, err
	}
	vars, err := tree.Map(c.arg("loop_vars"), func(v object.Object) (object.Object, error) {
		s, d, err := ops.Describe(c.t, v)
		return value(s.Clone(), dtypeName(c.t, d)), err
	})
	if err != nil {
		return nil, err
	}
	args, err := object.Items(c.t, vars)
	if err != nil {
		return nil, err
	}
	for _, f := range []string{"cond", "body"} {
		if _, err := object.Call(c.t, c.arg(f), args...); err != nil {
			return nil, err
		}
	}
	return vars, nil
}
