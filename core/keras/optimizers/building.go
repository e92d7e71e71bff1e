package optimizers

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// slots says which variables an optimizer has for each of the model's: the attribute that lists them and their name.
type slots struct {
	attr, name string
	// when is the option that must be true for them to exist, "" for always.
	when string
	// start is the option with their first value, "" for zero.
	start string
}

// building makes the method build of an optimizer with slots; more is what it does behind that.
func building(list []slots, more func(l *spec.Instance, vars []object.Object) error) spec.Method {
	return spec.Method{Name: "build", Takes: "variables", Doc: "Makes the optimizer's variables.", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		if l.Bool("built") {
			return object.None, nil
		}
		if _, err := build(l, a); err != nil {
			return nil, err
		}
		if err := makeSlots(l, a[0], list); err != nil {
			return nil, err
		}
		if more == nil {
			return object.None, nil
		}
		vars, err := object.Items(l.T, a[0])
		if err != nil {
			return nil, err
		}
		return object.None, more(l, vars)
	}}
}

// makeSlots makes the variables in Keras's order: those that always exist for one of the model's variables after another,
// then those of each option.
func makeSlots(l *spec.Instance, vars object.Object, list []slots) error {
	var names, starts []object.Object
	var attrs []string
	for _, s := range list {
		if s.when == "" {
			start := object.Object(object.Intern("zeros"))
			if s.start != "" {
				made, err := initializers.Constant.New(l.T, object.Kwarg{Name: object.Intern("value"), Value: l.Value(s.start)})
				if err != nil {
					return err
				}
				start = made
			}
			attrs, names, starts = append(attrs, s.attr), append(names, object.Intern(s.name)), append(starts, start)
		}
	}
	if len(names) > 0 {
		made, err := l.Method("add_optimizer_variables", vars, object.NewList(names...), object.NewList(starts...))
		if err != nil {
			return err
		}
		for i, attr := range attrs {
			one, err := object.GetItem(l.T, made, object.Int(i))
			if err != nil {
				return err
			}
			if err := l.Set(attr, one); err != nil {
				return err
			}
		}
	}
	for _, s := range list {
		if s.when == "" {
			continue
		}
		made := object.Object(object.NewList())
		if l.Bool(s.when) {
			var err error
			if made, err = l.Method("add_optimizer_variables", vars, object.Intern(s.name)); err != nil {
				return err
			}
		}
		if err := l.Set(s.attr, made); err != nil {
			return err
		}
	}
	return nil
}

// buildNadam makes the product of momentum's factors.
func buildNadam(l *spec.Instance, vars []object.Object) error {
	d := object.Object(object.Intern(config.Floatx(l.T)))
	c := calc.New(l.T)
	if len(vars) > 0 {
		d = c.Attr(vars[0], "dtype")
	}
	if c.Err != nil {
		return c.Err
	}
	v, err := variable.New(l.T, object.Float(1), object.None, variable.Options{Dtype: d, Trainable: true, Autocast: true})
	if err != nil {
		return err
	}
	return l.Set("_u_product", v)
}

// updateNadam moves the product on before the variables' steps.
func updateNadam(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	u := l.Value("_u_product")
	t := c.Cast(c.Add(c.Attr(l.Instance, "iterations"), 1), c.Attr(u, "dtype"))
	c.Assign(u, c.Mul(c.Mul(u, l.Value("beta_1")), c.Sub(1.0, c.Mul(0.5, c.Pow(0.96, t)))))
	if c.Err != nil {
		return nil, c.Err
	}
	return updateAll(l, a)
}

// buildScheduleFree begins the momentum with the variables' values.
func buildScheduleFree(l *spec.Instance, vars []object.Object) error {
	c := calc.New(l.T)
	for i, m := range c.Items(l.Value("_momentums")) {
		if m != object.None {
			c.Assign(m, c.Do("copy", vars[i]))
		}
	}
	return c.Err
}

// buildAdafactor makes the sums of rows and columns of matrices, and placeholders for vectors.
func buildAdafactor(l *spec.Instance, vars []object.Object) error {
	c := calc.New(l.T)
	rows, columns, all := object.NewList(), object.NewList(), object.NewList()
	part := func(list *object.List, v object.Object, shape []int) {
		made := c.Of(func() (object.Object, error) {
			return l.CallWith("add_variable", "shape", calc.Value(shape), "dtype", c.Attr(v, "dtype"), "name", c.Attr(v, "name"))
		})
		list.Items = append(list.Items, made)
	}
	placeholder := func(list *object.List, v object.Object) {
		made := c.Of(func() (object.Object, error) {
			x, err := variable.New(l.T, object.Int(0), object.None, variable.Options{Autocast: true, Name: c.Attr(v, "name")})
			if err != nil {
				return nil, err
			}
			track(l, x)
			return x, nil
		})
		list.Items = append(list.Items, made)
	}
	for _, v := range vars {
		s := c.Shape(v)
		free := overwritten(l.T, v)
		switch n := len(s); {
		case c.Err != nil:
			return c.Err
		case n < 2:
			placeholder(rows, v)
			placeholder(columns, v)
		case free:
			rows.Items, columns.Items = append(rows.Items, object.None), append(columns.Items, object.None)
		default:
			part(rows, v, s[:n-1])
			part(columns, v, append(append([]int{}, s[:n-2]...), s[n-1]))
		}
		made := object.Object(object.None)
		if !free {
			made = c.Of(func() (object.Object, error) {
				return l.CallWith("add_variable_from_reference", "reference_variable", v, "name", "velocity")
			})
		}
		all.Items = append(all.Items, made)
	}
	if c.Err != nil {
		return c.Err
	}
	return l.SetAll("_r", rows, "_c", columns, "_v", all)
}
