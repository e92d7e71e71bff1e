package optimizers

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// innerOf reads an attribute of the inner optimizer.
func innerOf(name string) func(l *spec.Instance) (object.Object, error) {
	return func(l *spec.Instance) (object.Object, error) {
		return object.GetAttr(l.T, l.Value("inner_optimizer"), object.Intern(name))
	}
}

// scaleVariables are the variables of the optimizer and of its inner one.
func scaleVariables(l *spec.Instance) (object.Object, error) {
	c := calc.New(l.T)
	all := append([]object.Object(nil), l.Items("_variables")...)
	return c.End(object.NewList(append(all, c.Items(c.Attr(l.Value("inner_optimizer"), "variables"))...)...))
}

func buildScale(l *spec.Instance, a []object.Object) (object.Object, error) {
	add := func(name, dtype string, c *spec.Class, kw ...object.Kwarg) error {
		initializer, err := c.New(l.T, kw...)
		if err != nil {
			return err
		}
		v, err := l.CallWith("add_variable", "shape", object.NewTuple(), "dtype", dtype, "initializer", initializer, "name", name)
		if err != nil {
			return err
		}
		return l.Set(name, v)
	}
	if err := add("step_counter", "int32", initializers.Zeros); err != nil {
		return nil, err
	}
	if err := add("dynamic_scale", "float32", initializers.Constant, calc.KW("value", l.Value("initial_scale"))); err != nil {
		return nil, err
	}
	if _, err := object.CallMethod(l.T, l.Value("inner_optimizer"), "build", a[0]); err != nil {
		return nil, err
	}
	return build(l, a)
}

func applyScale(l *spec.Instance, a []object.Object) (object.Object, error) {
	if !l.Bool("built") {
		err := inScope(l, func() error {
			_, err := l.Method("build", a[1])
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	c := calc.New(l.T)
	grads := c.Items(a[0])
	finite := true
	for _, g := range grads {
		finite = finite && (g == object.None || c.Truth(c.Do("all", c.Do("isfinite", g))))
	}
	if c.Err != nil {
		return nil, c.Err
	}
	steps, scale := l.Value("step_counter"), l.Value("dynamic_scale")
	if !finite {
		c.Assign(steps, 0)
		c.Assign(scale, c.Mul(scale, 0.5))
		return c.End(object.None)
	}
	vars := l.Items("_trainable_variables")
	if c.Truth(a[1]) {
		vars = c.Items(a[1])
	}
	unscaled := make([]object.Object, len(grads))
	for i, g := range grads {
		if unscaled[i] = g; g != object.None && (i >= len(vars) || !overwritten(l.T, vars[i])) {
			unscaled[i] = c.Div(g, scale)
		}
	}
	c.Method(l.Value("inner_optimizer"), "apply", object.NewList(unscaled...), calc.KW("trainable_variables", a[1]))
	last := c.Of(func() (object.Object, error) {
		return object.Binary(l.T, object.Sub, l.Value("dynamic_growth_steps"), object.Int(1))
	})
	if c.Truth(c.Do("equal", steps, last)) {
		c.Assign(steps, 0)
		c.Assign(scale, c.Mul(scale, 2.0))
	} else {
		c.Method(steps, "assign_add", 1)
	}
	return c.End(object.None)
}

func scaleLoss(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	by := l.Value("initial_scale")
	if l.Bool("built") {
		by = l.Value("dynamic_scale")
	}
	return c.End(c.Mul(a[0], by))
}

// setupMulti lists the optimizers of the map, each once, and hands them the scale of the loss.
func setupMulti(l *spec.Instance) error {
	list := object.NewList()
	if err := l.Set("_inner_optimizers", list); err != nil {
		return err
	}
	c := calc.New(l.T)
	of := l.Value("_optimizer_map")
	values, err := object.LookupAttr(l.T, of, object.Intern("values"))
	if err != nil {
		return err
	}
	if values != nil {
		for _, o := range c.Items(c.Call(values)) {
			addInner(c, l, list, o)
		}
	}
	def, err := object.LookupAttr(l.T, of, object.Intern("default_optimizer"))
	if err != nil {
		return err
	}
	if def != nil && def != object.None {
		addInner(c, l, list, def)
	}
	return c.Err
}

// addInner adds an optimizer that is not in the list, and returns its place.
func addInner(c *calc.Calc, l *spec.Instance, list *object.List, o object.Object) int {
	for i, known := range list.Items {
		if known == o {
			return i
		}
	}
	if c.Err == nil {
		c.Err = object.SetAttr(l.T, o, object.Intern("loss_scale_factor"), l.Value("loss_scale_factor"))
	}
	list.Items = append(list.Items, o)
	return len(list.Items) - 1
}

func innerList(l *spec.Instance) *object.List {
	if list, ok := l.Value("_inner_optimizers").(*object.List); ok {
		return list
	}
	return object.NewList()
}

func buildMulti(l *spec.Instance, a []object.Object) (object.Object, error) {
	if l.Bool("built") {
		return object.None, nil
	}
	c := calc.New(l.T)
	list := innerList(l)
	places := object.NewDict()
	groups := map[int][]object.Object{}
	for _, v := range c.Items(a[0]) {
		o := c.Call(l.Value("_optimizer_map"), v)
		if c.Err != nil {
			return nil, c.Err
		}
		is := func(class *spec.Class) bool { ok, _ := object.IsInstance(l.T, o, class.In(l.T)); return ok }
		if !is(Optimizer) || is(LossScale) || is(spec.Find("keras.optimizers.MultiOptimizer")) {
			return nil, object.ValueError("the map of %s must give an optimizer that is neither LossScaleOptimizer nor MultiOptimizer, got %s for %s.", l.ClassName(), l.Repr(o), l.Repr(v))
		}
		i := addInner(c, l, list, o)
		groups[i] = append(groups[i], v)
		if c.Err == nil {
			c.Err = places.Set(l.T, object.Int(int64(l.T.ID(v))), object.Int(i))
		}
	}
	l.Instance.SetAttr("_var_to_optimizer_idx", places)
	for i, o := range list.Items {
		if len(groups[i]) > 0 {
			c.Method(o, "build", object.NewList(groups[i]...))
		}
	}
	if c.Err != nil {
		return nil, c.Err
	}
	return build(l, a)
}

// place is the number of a variable's optimizer.
func place(c *calc.Calc, l *spec.Instance, v object.Object) int {
	n := c.Of(func() (object.Object, error) {
		return object.GetItem(l.T, l.Value("_var_to_optimizer_idx"), object.Int(int64(l.T.ID(v))))
	})
	i, _ := object.AsInt64(n)
	return int(i)
}

func applyMulti(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	grads := c.Items(a[0])
	if len(grads) == 0 {
		return c.End(object.None)
	}
	vars := a[1]
	if vars == object.None {
		if !l.Bool("built") {
			return nil, object.ValueError("%s.apply() was called without variables before the optimizer was built: call build(variables) first, or pass trainable_variables.", l.ClassName())
		}
		vars = l.Value("_trainable_variables")
	}
	if !l.Bool("built") {
		c.Method(l.Instance, "build", vars)
	}
	if n := len(l.Items("_trainable_variables")); c.Err == nil && n != len(grads) {
		c.Fail(object.ValueError("%s was built for %d variables, apply() was given %d gradients.", l.ClassName(), n, len(grads)))
	}
	items := c.Items(vars)
	if c.Err != nil {
		return nil, c.Err
	}
	groups := map[int][2][]object.Object{}
	for i := range min(len(items), len(grads)) {
		at := place(c, l, items[i])
		g := groups[at]
		groups[at] = [2][]object.Object{append(g[0], grads[i]), append(g[1], items[i])}
	}
	for i, o := range innerList(l).Items {
		if g, ok := groups[i]; ok {
			c.Method(o, "apply", object.NewList(g[0]...), object.NewList(g[1]...))
		}
	}
	c.Method(l.Value("_iterations"), "assign_add", 1)
	return c.End(object.None)
}

// multiVariables are the variables of the optimizer and of all inside.
func multiVariables(l *spec.Instance) (object.Object, error) {
	c := calc.New(l.T)
	all := append([]object.Object(nil), l.Items("_variables")...)
	for _, o := range innerList(l).Items {
		all = append(all, c.Items(c.Attr(o, "variables"))...)
	}
	return c.End(object.NewList(all...))
}

func finalizeMulti(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	groups := map[int][]object.Object{}
	for _, v := range c.Items(a[0]) {
		at := place(c, l, v)
		groups[at] = append(groups[at], v)
	}
	for i, o := range innerList(l).Items {
		if len(groups[i]) > 0 {
			c.Method(o, "finalize_variable_values", object.NewList(groups[i]...))
		}
	}
	return c.End(object.None)
}

func setMultiWeights(l *spec.Instance, a []object.Object) (object.Object, error) {
	if !l.Bool("built") {
		return nil, object.ValueError("%s has no weights yet: build it first, by build(variables) or a step.", l.ClassName())
	}
	c := calc.New(l.T)
	values := c.Items(a[0])
	for i, v := range c.Items(c.Attr(l.Instance, "variables")) {
		if i >= len(values) {
			return nil, object.NewError(object.IndexErrorClass, "list index out of range")
		}
		c.Assign(v, values[i])
	}
	return c.End(object.None)
}

// noRate refuses the learning rate of an optimizer of several.
func noRate(l *spec.Instance) error {
	return object.AttributeError(l.Instance, "learning_rate", "%s has no learning rate of its own: each of its optimizers has one.", l.ClassName())
}

// scheduled reports whether a learning rate is a schedule.
func scheduled(t *object.Thread, v object.Object) bool {
	c := spec.Find("keras.optimizers.schedules.LearningRateSchedule")
	i, ok := v.(*object.Instance)
	return ok && c != nil && i.Class().IsSubclass(c.In(t))
}
