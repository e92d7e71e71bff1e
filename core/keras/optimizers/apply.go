package optimizers

import (
	"strings"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// pair is a gradient and its variable.
type pair struct{ gradient, variable object.Object }

func gradients(list []pair) []object.Object {
	out := make([]object.Object, len(list))
	for i, p := range list {
		out[i] = p.gradient
	}
	return out
}

// applyPairs is Optimizer.apply_gradients.
func applyPairs(l *spec.Instance, a []object.Object) (object.Object, error) {
	items, err := object.Items(l.T, a[0])
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, object.ValueError("not enough values to unpack (expected 2, got 0)")
	}
	grads, vars := make([]object.Object, len(items)), make([]object.Object, len(items))
	for i, p := range items {
		both, err := object.Items(l.T, p)
		if err != nil {
			return nil, err
		}
		if len(both) != 2 {
			return nil, object.ValueError("apply_gradients() takes pairs of a gradient and its variable, got a group of %d.", len(both))
		}
		grads[i], vars[i] = both[0], both[1]
	}
	if _, err := l.Method("apply", object.NewTuple(grads...), object.NewTuple(vars...)); err != nil {
		return nil, err
	}
	return l.Value("_iterations"), nil
}

// apply is Optimizer.apply: one step against gradients.
func apply(l *spec.Instance, a []object.Object) (object.Object, error) {
	grads, err := object.Items(l.T, a[0])
	if err != nil || len(grads) == 0 {
		return object.None, err
	}
	list, err := pairUp(l, grads, a[1])
	if err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	err = inScope(l, func() error {
		if list, err = withoutNone(l, list); err != nil {
			return err
		}
		if list = overwrite(c, l, list); len(list) == 0 || c.Err != nil {
			return c.Err
		}
		if scale := l.Value("loss_scale_factor"); scale != object.None {
			for i := range list {
				list[i].gradient = c.Div(list[i].gradient, scale)
			}
		}
		backendApply(c, l, list)
		for _, p := range list {
			if constraint := c.Attr(p.variable, "constraint"); c.Err == nil && constraint != object.None {
				c.Assign(p.variable, c.Call(constraint, p.variable))
			}
		}
		return c.Err
	})
	if err != nil {
		return nil, err
	}
	c.Method(l.Value("_iterations"), "assign_add", 1)
	return c.End(object.None)
}

// pairUp finds the variables of gradients, and builds the optimizer when that has not happened yet.
func pairUp(l *spec.Instance, grads []object.Object, given object.Object) ([]pair, error) {
	var vars []object.Object
	var err error
	if given == object.None {
		vars = l.Items("_trainable_variables")
		if !l.Bool("built") {
			return nil, object.ValueError("%s.apply() was called without variables before the optimizer was built: call build(variables) first, or pass "+
				"trainable_variables.", l.ClassName())
		}
		if len(grads) != len(vars) {
			return nil, object.ValueError("%s was built for %d variables, apply() was given %d gradients.", l.ClassName(), len(vars), len(grads))
		}
	} else {
		if vars, err = object.Items(l.T, given); err != nil {
			return nil, err
		}
		if !l.Bool("built") {
			err = inScope(l, func() error {
				_, err := l.Method("build", object.NewList(vars...))
				return err
			})
			if err != nil {
				return nil, err
			}
			if err := l.Set("built", true); err != nil {
				return nil, err
			}
		}
		for _, v := range vars {
			if _, err := indexOf(l, v); err != nil {
				return nil, object.ValueError("%s was not built for the variable %s: an optimizer can only step those variables that it was built for. Make a new one, "+
					"or build it with all variables.", l.ClassName(), l.Repr(v))
			}
		}
	}
	list := make([]pair, min(len(grads), len(vars)))
	for i := range list {
		list[i] = pair{grads[i], vars[i]}
	}
	return list, nil
}

// withoutNone leaves out variables without a gradient, and warns of them.
func withoutNone(l *spec.Instance, list []pair) ([]pair, error) {
	var out []pair
	var missing []string
	for _, p := range list {
		if p.gradient != object.None {
			out = append(out, p)
		} else if v, ok := p.variable.(*variable.Variable); ok {
			missing = append(missing, "'"+v.Path+"'")
		}
	}
	if len(out) == 0 {
		return nil, object.ValueError("%s was given no gradient for any variable: all of them are None.", l.ClassName())
	}
	if len(missing) > 0 {
		err := operation.Warn(l.T, "UserWarning", "There is no gradient for the variables "+strings.Join(missing, ", ")+": they are left as they are.")
		return out, err
	}
	return out, nil
}

// overwrite gives variables whose gradient is their next value that value, and leaves them out.
func overwrite(c *calc.Calc, l *spec.Instance, list []pair) []pair {
	var out []pair
	for _, p := range list {
		if !overwritten(l.T, p.variable) {
			out = append(out, p)
			continue
		}
		if !l.Bool("gradient_accumulation_steps") {
			c.Assign(p.variable, p.gradient)
			continue
		}
		gathered := member(c, l, "_accumulated_gradients", p.variable)
		largest := c.Max(p.gradient, gathered)
		if stepIsDue(c, l) {
			c.Assign(p.variable, largest)
			largest = c.Do("zeros_like", p.gradient)
		}
		c.Assign(gathered, largest)
	}
	return out
}

// member is the item of a list attribute that belongs to a variable.
func member(c *calc.Calc, l *spec.Instance, attr string, v object.Object) object.Object {
	return c.Of(func() (object.Object, error) {
		i, err := l.Method("_get_variable_index", v)
		if err != nil {
			return nil, err
		}
		return object.GetItem(l.T, l.Value(attr), i)
	})
}

// stepIsDue reports whether enough gradients were gathered.
func stepIsDue(c *calc.Calc, l *spec.Instance) bool {
	n := c.Do("mod", c.Add(l.Value("_iterations"), 1), l.Value("gradient_accumulation_steps"))
	return c.Truth(c.Do("equal", n, 0))
}

func backendApply(c *calc.Calc, l *spec.Instance, list []pair) {
	if l.Bool("gradient_accumulation_steps") {
		gather(c, l, list)
	} else {
		step(c, l, list)
	}
	if !l.Bool("use_ema") || c.Err != nil {
		return
	}
	average(c, l)
	if every := l.Value("ema_overwrite_frequency"); every != object.None {
		now := c.Add(c.Attr(l.Instance, "iterations"), 1)
		if c.Truth(c.Do("equal", c.Do("mod", now, every), 0)) {
			useAverages(c, l, l.Items("_trainable_variables"))
		}
	}
}

// gather adds gradients to those gathered, and steps by their mean when there are enough.
func gather(c *calc.Calc, l *spec.Instance, list []pair) {
	due := stepIsDue(c, l)
	gathered := make([]object.Object, len(list))
	for i, p := range list {
		gathered[i] = member(c, l, "_accumulated_gradients", p.variable)
		sum := c.Add(p.gradient, gathered[i])
		if due {
			list[i].gradient = c.Div(sum, l.Value("gradient_accumulation_steps"))
		} else {
			c.Assign(gathered[i], sum)
		}
	}
	if !due || c.Err != nil {
		return
	}
	step(c, l, list)
	for _, v := range gathered {
		c.Assign(v, c.Do("zeros_like", v))
	}
}

// step clips gradients, lets weights decay and updates them.
func step(c *calc.Calc, l *spec.Instance, list []pair) {
	clip(c, l, list)
	vars := make([]object.Object, len(list))
	for i, p := range list {
		vars[i] = p.variable
	}
	c.Method(l.Instance, "_apply_weight_decay", object.NewList(vars...))
	rate := c.Attr(l.Instance, "learning_rate")
	c.Method(l.Instance, "_backend_update_step", object.NewList(gradients(list)...), object.NewList(vars...), rate)
}

// updateAll calls update_step for each gradient, with its variable and the learning rate.
func updateAll(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	vars := c.Items(a[1])
	for i, g := range c.Items(a[0]) {
		c.Method(l.Instance, "update_step", g, vars[i], a[2])
	}
	return c.End(object.None)
}

// positive is a number attribute that is above zero, or 0.
func positive(c *calc.Calc, l *spec.Instance, name string) object.Object {
	v := l.Value(name)
	if !c.Truth(v) || !c.Compare(object.Gt, v, 0) {
		return nil
	}
	return v
}

// clip bounds gradients as clipnorm, global_clipnorm or clipvalue say.
func clip(c *calc.Calc, l *spec.Instance, list []pair) {
	if norm := positive(c, l, "clipnorm"); norm != nil {
		for i, p := range list {
			list[i].gradient = byNorm(c, p.gradient, norm)
		}
	} else if norm := positive(c, l, "global_clipnorm"); norm != nil {
		byGlobalNorm(c, list, norm)
	} else if bound := positive(c, l, "clipvalue"); bound != nil {
		low := c.Of(func() (object.Object, error) { return object.Unary(l.T, object.Neg, bound) })
		for i, p := range list {
			list[i].gradient = c.Do("clip", p.gradient, low, bound)
		}
	}
}

func byNorm(c *calc.Calc, g, norm object.Object) object.Object {
	square := c.Do("sum", c.Square(g), calc.KW("keepdims", true))
	above := c.Do("greater", square, 0)
	length := c.Where(above, c.Sqrt(c.Where(above, square, c.Do("ones_like", square))), square)
	return c.Div(c.Mul(g, norm), c.Max(length, norm))
}

func byGlobalNorm(c *calc.Calc, list []pair, norm object.Object) {
	squares := make([]object.Object, len(list))
	for i, p := range list {
		squares[i] = c.Sum(c.Square(p.gradient), nil)
	}
	length := c.Sqrt(c.Sum(c.Do("stack", object.NewList(squares...)), nil))
	inverse := c.Of(func() (object.Object, error) { return object.Binary(c.T, object.TrueDiv, object.Float(1), norm) })
	scale := c.Mul(norm, c.Min(c.Div(1.0, length), inverse))
	scale = c.Add(scale, c.Sub(length, length)) // not finite where a gradient is not
	for i, p := range list {
		list[i].gradient = c.Mul(p.gradient, scale)
	}
}

// average moves the averages towards the weights.
func average(c *calc.Calc, l *spec.Instance) {
	later := c.Do("not_equal", c.Attr(l.Instance, "iterations"), 0)
	averages := c.Items(l.Value("_model_variables_moving_average"))
	for i, v := range l.Items("_trainable_variables") {
		if i >= len(averages) || averages[i] == object.None {
			continue
		}
		momentum := c.Mul(c.Cast(later, c.Attr(v, "dtype")), l.Value("ema_momentum"))
		c.Assign(averages[i], c.Add(c.Mul(momentum, averages[i]), c.Mul(c.Sub(1, momentum), v)))
	}
}

// useAverages puts the averages in the place of the weights.
func useAverages(c *calc.Calc, l *spec.Instance, vars []object.Object) {
	averages := c.Items(l.Value("_model_variables_moving_average"))
	if c.Err == nil && len(vars) != len(averages) {
		c.Fail(object.ValueError("%s keeps averages of %d variables, got %d.", l.ClassName(), len(averages), len(vars)))
	}
	for i, v := range vars {
		if c.Err == nil && averages[i] != object.None {
			c.Assign(v, averages[i])
		}
	}
}
