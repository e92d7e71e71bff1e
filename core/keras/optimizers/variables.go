package optimizers

import (
	"strings"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// inScope runs f in the optimizer's name scope.
func inScope(l *spec.Instance, f func() error) error {
	sc := &operation.Scope{Name: l.Str("name"), Caller: l.Instance, Deduplicate: true}
	operation.EnterScope(l.T, sc)
	defer operation.LeaveScope(l.T, sc)
	return f()
}

// track notes a variable as part of the optimizer's state.
func track(l *spec.Instance, v *variable.Variable) {
	list, ok := l.Instance.Attr("_variables").(*object.List)
	if !ok {
		return
	}
	for _, known := range list.Items {
		if known == object.Object(v) {
			return
		}
	}
	list.Items = append(list.Items, v)
}

// untrack forgets a variable.
func untrack(l *spec.Instance, v object.Object) {
	list, ok := l.Instance.Attr("_variables").(*object.List)
	if !ok {
		return
	}
	for i, known := range list.Items {
		if known == v {
			list.Items = append(append([]object.Object(nil), list.Items[:i]...), list.Items[i+1:]...)
			return
		}
	}
}

// number makes a variable of one number in the optimizer's scope.
func number(l *spec.Instance, name string, value object.Object, dtype string) (*variable.Variable, error) {
	var v *variable.Variable
	err := inScope(l, func() (err error) {
		v, err = variable.New(l.T, value, object.None, variable.Options{Dtype: object.Intern(dtype), Autocast: true,
			Aggregation: object.Intern("only_first_replica"), Name: object.Intern(name)})
		return err
	})
	if err != nil {
		return nil, err
	}
	track(l, v)
	return v, nil
}

// begin makes the variables that every optimizer has: the number of steps, and the learning rate where it is a number.
func begin(l *spec.Instance) error {
	l.Instance.SetAttr("_variables", object.NewList())
	l.Instance.SetAttr("_trainable_variables", object.NewList())
	l.Instance.SetAttr("_trainable_variables_indices", object.NewDict())
	l.Instance.SetAttr("built", object.False)
	steps, err := number(l, "iteration", object.Int(0), "int32")
	if err != nil {
		return err
	}
	l.Instance.SetAttr("_iterations", steps)
	if rate, ok := object.Of(l.Value("_learning_rate")).(object.Float); ok {
		v, err := number(l, "learning_rate", rate, config.Floatx(l.T))
		if err != nil {
			return err
		}
		l.Instance.SetAttr("_learning_rate", v)
	}
	return nil
}

// setAttr is Optimizer.__setattr__: variables set as attributes are part of the state.
func setAttr(l *spec.Instance, a []object.Object) (object.Object, error) {
	name, _ := object.AsString(a[0])
	if l.Instance.Attr("_lock") == nil && name != "_lock" {
		return nil, object.NewError(object.RuntimeErrorClass, "%s.__init__() did not call super().__init__(), which must come before attributes are set.", l.ClassName())
	}
	if v, ok := a[1].(*variable.Variable); ok {
		track(l, v)
	}
	return object.None, object.GenericSetAttr(l.T, l.Instance, object.Intern(name), a[1])
}

// addVariable takes shape, initializer, dtype, aggregation, layout, name.
func addVariable(l *spec.Instance, a []object.Object) (object.Object, error) {
	initializer, err := initializers.Get(l.T, a[1])
	if err != nil {
		return nil, err
	}
	var v *variable.Variable
	err = inScope(l, func() (err error) {
		v, err = variable.New(l.T, initializer, a[0], variable.Options{Dtype: a[2], Autocast: true, Aggregation: a[3], Name: a[5]})
		return err
	})
	if err != nil {
		return nil, err
	}
	track(l, v)
	return v, nil
}

// addFromReference makes a variable of the shape and dtype of another, named after it. It takes the reference, a name and an
// initializer.
func addFromReference(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	name, _ := object.AsString(a[1])
	if name == "" {
		name = "var"
	}
	path, err := object.LookupAttr(l.T, a[0], object.Intern("path"))
	if err != nil {
		return nil, err
	}
	if path == nil {
		path = c.Attr(a[0], "name")
	}
	of, _ := object.AsString(path)
	of = strings.NewReplacer("/", "_", ":", "_").Replace(of)
	shape, dtype := c.Attr(a[0], "shape"), c.Attr(a[0], "dtype")
	if c.Err != nil {
		return nil, c.Err
	}
	return l.CallWith("add_variable", "shape", shape, "initializer", a[2], "dtype", dtype, "name", of+"_"+name)
}

// addForAll makes a variable for each of the model's; names and initializers may be lists, and then the result is a tuple of
// lists.
func addForAll(l *spec.Instance, a []object.Object) (object.Object, error) {
	vars, err := object.Items(l.T, a[0])
	if err != nil {
		return nil, err
	}
	_, one := object.AsString(a[1])
	names, starts := []object.Object{a[1]}, []object.Object{a[2]}
	if !one {
		if names, err = object.Items(l.T, a[1]); err != nil {
			return nil, err
		}
		if starts, err = initializersFor(l, a[2], len(names)); err != nil {
			return nil, err
		}
	}
	lists := make([]object.Object, len(names))
	for i := range lists {
		lists[i] = object.NewList()
	}
	for _, v := range vars {
		for i := range names {
			made := object.Object(object.None)
			if !overwritten(l.T, v) {
				if made, err = l.CallWith("add_variable_from_reference", "reference_variable", v, "name", names[i], "initializer", starts[i]); err != nil {
					return nil, err
				}
			}
			list := lists[i].(*object.List)
			list.Items = append(list.Items, made)
		}
	}
	if one {
		return lists[0], nil
	}
	return object.NewTuple(lists...), nil
}

// initializersFor lists an initializer for each of n names.
func initializersFor(l *spec.Instance, v object.Object, n int) ([]object.Object, error) {
	switch object.Of(v).(type) {
	case *object.List, *object.Tuple:
		items, err := object.Items(l.T, v)
		if err == nil && len(items) != n {
			err = object.ValueError("There must be as many initializers as names: %d initializers were given for %d names.", len(items), n)
		}
		return items, err
	}
	out := make([]object.Object, n)
	for i := range out {
		out[i] = v
	}
	return out, nil
}

// overwritten reports whether a variable's gradient is its next value.
func overwritten(t *object.Thread, v object.Object) bool {
	if x, ok := v.(*variable.Variable); ok {
		return x.OverwriteWithGradient
	}
	o, err := object.LookupAttr(t, v, object.Intern("overwrite_with_gradient"))
	if o == nil || err != nil {
		return false
	}
	yes, err := object.Truth(t, o)
	return yes && err == nil
}

// indexOf is the place of a variable among those that the optimizer was built for.
func indexOf(l *spec.Instance, v object.Object) (object.Object, error) {
	d, ok := l.Value("_trainable_variables_indices").(*object.Dict)
	if ok {
		i, err := d.Get(l.T, object.Int(int64(l.T.ID(v))))
		if i != nil || err != nil {
			return i, err
		}
	}
	return nil, object.KeyError(object.Int(int64(l.T.ID(v))))
}

// build is Optimizer.build: it notes the variables and makes those that averages and gathered gradients need.
func build(l *spec.Instance, a []object.Object) (object.Object, error) {
	vars, err := object.Items(l.T, a[0])
	if err != nil {
		return nil, err
	}
	if l.Bool("use_ema") {
		averages, err := l.Method("add_optimizer_variables", a[0], object.Intern("average"))
		if err != nil {
			return nil, err
		}
		l.Instance.SetAttr("_model_variables_moving_average", averages)
	}
	indices := object.NewDict()
	gathered := object.NewList()
	for i, v := range vars {
		if err := indices.Set(l.T, object.Int(int64(l.T.ID(v))), object.Int(i)); err != nil {
			return nil, err
		}
		if l.Bool("gradient_accumulation_steps") {
			made, err := l.CallWith("add_variable_from_reference", "reference_variable", v, "name", "gradient_accumulator")
			if err != nil {
				return nil, err
			}
			gathered.Items = append(gathered.Items, made)
		}
	}
	l.Instance.SetAttr("_trainable_variables_indices", indices)
	l.Instance.SetAttr("_accumulated_gradients", gathered)
	l.Instance.SetAttr("_trainable_variables", object.NewList(append([]object.Object(nil), vars...)...))
	return object.None, l.Set("built", true)
}

// rateNow is the learning rate of the present step.
func rateNow(l *spec.Instance) (object.Object, error) {
	v := l.Value("_learning_rate")
	if _, ok := v.(*variable.Variable); ok {
		return v, nil
	}
	if scheduled(l.T, v) {
		return object.Call(l.T, v, l.Value("_iterations"))
	}
	if object.IsCallable(v) {
		return object.Call(l.T, v)
	}
	return v, nil
}

// setRate changes the learning rate: a number goes into the variable, a schedule or function takes its place.
func setRate(l *spec.Instance, v object.Object) error {
	old := l.Value("_learning_rate")
	if scheduled(l.T, v) || object.IsCallable(v) {
		l.Instance.SetAttr("_learning_rate", v)
		if _, ok := old.(*variable.Variable); ok {
			untrack(l, old)
		}
		return nil
	}
	if scheduled(l.T, old) {
		return object.TypeError("the learning rate of %s follows a schedule, so no number can be set: give the optimizer a number as learning_rate when you make it, "+
			"or set another schedule.", l.ClassName())
	}
	_, err := object.CallMethod(l.T, old, "assign", v)
	return err
}

// iterations is the number of steps so far; gathered gradients make one step together.
func iterations(l *spec.Instance) (object.Object, error) {
	v := l.Value("_iterations")
	if !l.Bool("gradient_accumulation_steps") {
		return v, nil
	}
	c := calc.New(l.T)
	return c.End(c.Do("floor_divide", v, l.Value("gradient_accumulation_steps")))
}

// setWeights puts values into the optimizer's variables.
func setWeights(l *spec.Instance, a []object.Object) (object.Object, error) {
	if !l.Bool("built") {
		return nil, object.ValueError("%s has no weights yet: build it first, by build(variables) or a step.", l.ClassName())
	}
	values, err := object.Items(l.T, a[0])
	if err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	for i, v := range l.Items("_variables") {
		if i >= len(values) {
			break
		}
		own, given := c.Attr(v, "shape"), c.Attr(values[i], "shape")
		if c.Err == nil && !c.Compare(object.Eq, own, given) {
			c.Fail(object.ValueError("Variable %d of %s has the shape %s, a value of the shape %s was given for it.", i, l.ClassName(), l.Repr(own), l.Repr(given)))
		}
		c.Assign(v, values[i])
	}
	return c.End(object.None)
}
