package optimizers

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// exclude is Optimizer.exclude_from_weight_decay: variables, or patterns of their names, that do not shrink.
func exclude(l *spec.Instance, a []object.Object) (object.Object, error) {
	keys := object.NewDict()
	if set, err := object.Truth(l.T, a[0]); err != nil {
		return nil, err
	} else if set {
		vars, err := object.Items(l.T, a[0])
		if err != nil {
			return nil, err
		}
		for _, v := range vars {
			if err := keys.Set(l.T, object.Int(int64(l.T.ID(v))), object.True); err != nil {
				return nil, err
			}
		}
	}
	patterns := object.NewList()
	if set, err := object.Truth(l.T, a[1]); err != nil {
		return nil, err
	} else if set {
		items, err := object.Items(l.T, a[1])
		if err != nil {
			return nil, err
		}
		patterns.Items = append(patterns.Items, items...)
	}
	l.Instance.SetAttr("_exclude_from_weight_decay", keys)
	l.Instance.SetAttr("_exclude_patterns", patterns)
	return object.None, nil
}

// decays reports whether a variable shrinks.
func decays(l *spec.Instance, a []object.Object) (object.Object, error) {
	if keys, ok := l.Instance.Attr("_exclude_from_weight_decay").(*object.Dict); ok {
		found, err := keys.Get(l.T, object.Int(int64(l.T.ID(a[0]))))
		if found != nil || err != nil {
			return object.False, err
		}
	}
	patterns, ok := l.Instance.Attr("_exclude_patterns").(*object.List)
	if !ok || len(patterns.Items) == 0 {
		return object.True, nil
	}
	c := calc.New(l.T)
	name := c.Attr(a[0], "name")
	for _, p := range patterns.Items {
		if matches(c, p, name) {
			return c.End(object.False)
		}
	}
	return c.End(object.True)
}

// matches is re.search(pattern, text).
func matches(c *calc.Calc, pattern, text object.Object) bool {
	re := c.Of(func() (object.Object, error) { return c.T.Import(c.T, "re") })
	return c.Method(re, "search", pattern, text) != object.None && c.Err == nil
}

// decay is Optimizer._apply_weight_decay.
func decay(l *spec.Instance, a []object.Object) (object.Object, error) {
	if l.IsNone("weight_decay") {
		return object.None, nil
	}
	c := calc.New(l.T)
	for _, v := range c.Items(a[0]) {
		if c.Truth(c.Method(l.Instance, "_use_weight_decay", v)) {
			shrink(c, l, v, l.Value("weight_decay"))
		}
	}
	return c.End(object.None)
}

func shrink(c *calc.Calc, l *spec.Instance, v, by object.Object) {
	d := c.Attr(v, "dtype")
	rate := c.Cast(c.Attr(l.Instance, "learning_rate"), d)
	c.Assign(v, c.Sub(v, c.Mul(c.Mul(v, c.Cast(by, d)), rate)))
}

// statelessApply steps with given values of the optimizer's and the model's variables, which keep their own.
func statelessApply(l *spec.Instance, a []object.Object) (object.Object, error) {
	if !l.Bool("built") {
		return nil, object.ValueError("%s.stateless_apply() needs a built optimizer: call build(variables) first.", l.ClassName())
	}
	c := calc.New(l.T)
	own := c.Items(c.Attr(l.Instance, "variables"))
	trained := l.Items("_trainable_variables")
	ownValues, values := c.Items(a[0]), c.Items(a[2])
	if c.Err == nil && (len(own) != len(ownValues) || len(trained) != len(values)) {
		c.Fail(object.ValueError("%s.stateless_apply() needs values for %d variables of the optimizer and %d of the model, got %d and %d.", l.ClassName(), len(own), len(trained),
			len(ownValues), len(values)))
	}
	if c.Err != nil {
		return nil, c.Err
	}
	vars := append(append([]object.Object(nil), own...), trained...)
	before := make([]object.Object, len(vars))
	for i, v := range vars {
		before[i] = c.Attr(v, "value")
	}
	for i, v := range append(append([]object.Object(nil), ownValues...), values...) {
		c.Assign(vars[i], v)
	}
	c.Method(l.Instance, "apply", a[1])
	after := make([]object.Object, len(vars))
	for i, v := range vars {
		after[i] = c.Attr(v, "value")
	}
	back := calc.New(l.T)
	for i, v := range vars {
		back.Assign(v, before[i])
	}
	if c.Err == nil {
		c.Err = back.Err
	}
	return c.End(object.NewTuple(object.NewList(after[len(own):]...), object.NewList(after[:len(own)]...)))
}
