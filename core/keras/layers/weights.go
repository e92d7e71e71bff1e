package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/config"
	"layerglass/core/keras/constraints"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/regularizers"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

const weightArguments = "(self, *args, shape=None, initializer=None, dtype=None, trainable=True, autocast=True, regularizer=None, " +
	"constraint=None, aggregation='none', overwrite_with_gradient=False, name=None)"

var weightSignature = object.ParseSignature(weightArguments)

// addWeight is Layer.add_weight.
func addWeight(t *object.Thread, a object.Args) (object.Object, error) {
	v, err := operation.Bind("Layer.add_weight", weightSignature, a)
	if err != nil {
		return nil, err
	}
	op, ok := v[0].(*object.Instance)
	if !ok {
		return nil, object.TypeError("Layer.add_weight() needs a layer")
	}
	if err := CheckInit(op); err != nil {
		return nil, err
	}
	l := self(t, op)
	if err := positional(l, v[1].(*object.Tuple).Items, v[2:5]); err != nil {
		return nil, err
	}
	w := Weight{Shape: v[2], Initializer: v[3], Dtype: v[4], Regularizer: v[7], Constraint: v[8], Aggregation: v[9], Name: v[11]}
	if w.trainable, err = object.Truth(t, v[5]); err != nil {
		return nil, err
	}
	auto, err := object.Truth(t, v[6])
	if err != nil {
		return nil, err
	}
	w.Frozen, w.NoAutocast = !w.trainable, !auto
	w.Overwrite, _ = v[10].(object.Bool)
	return w.addTo(l)
}

// positional gives the positional arguments of add_weight to shape, initializer and dtype.
func positional(l *spec.Instance, args []object.Object, to []object.Object) error {
	if len(args) > 3 {
		return object.TypeError("add_weight() takes up to 3 positional arguments, shape, initializer and dtype; %d were given.", len(args))
	}
	for i, v := range args {
		if s, ok := object.Of(v).(*object.Str); ok && i == 0 {
			e := object.ValueError("add_weight('%s', …): the name of a weight goes by keyword, add_weight(shape=…, name='%s').", s, s)
			e.Subject = blame.Argument{Class: l.ClassName(), Name: "name", Value: v}
			return e
		}
		if to[i] != object.None {
			return object.ValueError("add_weight() got %s twice, by position and by name.", []string{"shape", "initializer", "dtype"}[i])
		}
		to[i] = v
	}
	return nil
}

// Weight says what a weight is made of. The zero value of a field is Keras's default.
type Weight struct {
	Shape                                                          object.Object
	Initializer, Dtype, Regularizer, Constraint, Aggregation, Name object.Object
	Frozen, NoAutocast                                             bool
	Overwrite                                                      object.Bool
	trainable                                                      bool
}

func orNone(o object.Object) object.Object {
	if o == nil {
		return object.None
	}
	return o
}

// addTo makes the variable and lets the layer track it.
func (w Weight) addTo(l *spec.Instance) (object.Object, error) {
	t, op := l.T, l.Instance
	if orNone(w.Shape) == object.None {
		w.Shape = object.NewTuple()
	}
	dtype := orNone(w.Dtype)
	if dtype == object.None {
		dtype = l.Value("variable_dtype")
	}
	d, err := config.Dtype(t, dtype)
	if err != nil {
		return nil, err
	}
	initializer := orNone(w.Initializer)
	if initializer == object.None {
		if initializer = object.Intern("zeros"); config.IsFloat(d) {
			initializer = object.Intern("glorot_uniform")
		}
	}
	if initializer, err = initializers.Get(t, initializer); err != nil {
		return nil, err
	}
	if err := initializers.Check(t, initializer, w.Shape, d); err != nil {
		return nil, err
	}
	sc := nameScope(t, op)
	v, err := variable.New(t, initializer, w.Shape, variable.Options{Dtype: object.Intern(d), Trainable: !w.Frozen, Autocast: !w.NoAutocast,
		Aggregation: w.Aggregation, Name: w.Name})
	operation.LeaveScope(t, sc)
	if err != nil {
		return nil, err
	}
	if v.Regularizer, err = regularizers.Get(t, orNone(w.Regularizer)); err != nil {
		return nil, err
	}
	if v.Constraint, err = constraints.Get(t, orNone(w.Constraint)); err != nil {
		return nil, err
	}
	v.OverwriteWithGradient = bool(w.Overwrite)
	return v, trackVariable(t, op, v)
}

func trackVariable(t *object.Thread, op *object.Instance, v *variable.Variable) error {
	s := stateOf(op)
	to := nonTrainableVariables
	if v.Trainable {
		to = trainableVariables
	}
	if err := s.add(to, v); err != nil {
		return err
	}
	if !trainable(t, op) {
		v.Trainable = false
	}
	return nil
}

// AddWeight gives a layer a weight through its add_weight method, which a subclass may have overridden, and keeps it as the
// attribute attr.
func AddWeight(l *spec.Instance, attr, name string, w Weight) error {
	v, err := MakeWeight(l, name, w)
	if err != nil {
		return err
	}
	return l.Set(attr, v)
}

// MakeWeight is AddWeight without the attribute.
func MakeWeight(l *spec.Instance, name string, w Weight) (object.Object, error) {
	kw := make([]object.Kwarg, 0, 8)
	add := func(key string, v object.Object) {
		if v != nil {
			kw = append(kw, object.Kwarg{Name: object.Intern(key), Value: v})
		}
	}
	add("name", object.Intern(name))
	add("shape", orNone(w.Shape))
	add("initializer", w.Initializer)
	add("regularizer", w.Regularizer)
	add("constraint", w.Constraint)
	add("dtype", w.Dtype)
	if w.Frozen {
		add("trainable", object.False)
	}
	if w.NoAutocast {
		add("autocast", object.False)
	}
	if w.Overwrite {
		add("overwrite_with_gradient", object.True)
	}
	return callMethod(l.T, l.Instance, "add_weight", object.Args{Kw: kw})
}

// ShapeObject makes a shape of dimensions.
func ShapeObject(dims ...int) object.Object { return spec.Shape(dims).Object() }

// KernelAndBias gives a layer the usual two weights: one under attr with the layer's kernel_… options, and a bias of the
// last size where use_bias is true.
func KernelAndBias(l *spec.Instance, attr string, kernel spec.Shape, units int) error {
	err := AddWeight(l, attr, "kernel", Weight{Shape: kernel.Object(), Initializer: l.Value("kernel_initializer"),
		Regularizer: l.Value("kernel_regularizer"), Constraint: l.Value("kernel_constraint")})
	if err != nil {
		return err
	}
	return Bias(l, ShapeObject(units))
}

// Bias gives a layer its bias where use_bias is true, and None in its place elsewhere.
func Bias(l *spec.Instance, shape object.Object) error {
	if !l.Bool("use_bias") {
		return l.Set("bias", nil)
	}
	return AddWeight(l, "bias", "bias", Weight{Shape: shape, Initializer: l.Value("bias_initializer"),
		Regularizer: l.Value("bias_regularizer"), Constraint: l.Value("bias_constraint")})
}

// variables lists a layer's variables and those of the layers inside, each once; seeds says whether the states of seed
// generators are among them.
func variables(t *object.Thread, op *object.Instance, seeds bool) ([]object.Object, error) {
	s := stateOf(op)
	var out []object.Object
	var seen identities
	add := func(items []object.Object) {
		for _, v := range items {
			if !seen.has(v) {
				seen.add(v)
				out = append(out, v)
			}
		}
	}
	add(s.lists[trainableVariables].Items)
	add(s.lists[nonTrainableVariables].Items)
	attr := object.Intern("weights")
	if seeds {
		attr = object.Intern("variables")
		for _, g := range s.lists[seedGenerators].Items {
			state, err := object.GetAttr(t, g, object.Intern("state"))
			if err != nil {
				return nil, err
			}
			out = append(out, state)
		}
	}
	for _, sub := range s.lists[sublayers].Items {
		v, err := object.GetAttr(t, sub, attr)
		if err != nil {
			return nil, err
		}
		items, err := object.Items(t, v)
		if err != nil {
			return nil, err
		}
		add(items)
	}
	return out, nil
}

// OwnVariables returns the variables that a layer holds itself, the states of its random generators among them.
func OwnVariables(t *object.Thread, op *object.Instance) ([]object.Object, error) {
	s := stateOf(op)
	own := append(append([]object.Object(nil), s.lists[trainableVariables].Items...), s.lists[nonTrainableVariables].Items...)
	for _, g := range s.lists[seedGenerators].Items {
		state, err := object.GetAttr(t, g, object.Intern("state"))
		if err != nil {
			return nil, err
		}
		own = append(own, state)
	}
	return own, nil
}

// chosen filters the variables by whether training changes them.
func chosen(t *object.Thread, op *object.Instance, attr string, want bool) (object.Object, error) {
	v, err := object.GetAttr(t, op, object.Intern(attr))
	if err != nil {
		return nil, err
	}
	if !trainable(t, op) {
		if want {
			return object.NewList(), nil
		}
		return v, nil
	}
	out := object.NewList()
	err = object.Iterate(t, v, func(v object.Object) (bool, error) {
		if w, ok := v.(*variable.Variable); ok && w.Trainable == want {
			out.Items = append(out.Items, v)
		}
		return true, nil
	})
	return out, err
}

func trainable(t *object.Thread, op *object.Instance) bool {
	v, err := object.GetAttr(t, op, object.Intern("trainable"))
	if err != nil {
		return true
	}
	b, _ := object.Truth(t, v)
	return b
}

// CountParams returns the number of numbers in the weights, each weight counted once.
func CountParams(weights []object.Object) int {
	n := 0
	var seen identities
	for _, w := range weights {
		v, ok := w.(*variable.Variable)
		if !ok || seen.has(w) {
			continue
		}
		seen.add(w)
		size := 1
		for _, d := range v.Shape {
			size *= d
		}
		n += size
	}
	return n
}

// addWeights adds the methods and properties about weights.
func addWeights(c *object.Class) {
	c.Methods(
		object.RawFunc("add_weight", weightArguments, "Makes a weight.", addWeight),
		object.RawFunc("add_variable", weightArguments, "Makes a weight.", addWeight),
		object.Func("_track_variable", "(self, variable)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, ok := a[1].(*variable.Variable)
			if !ok {
				return nil, object.TypeError("_track_variable() takes a variable")
			}
			return object.None, trackVariable(t, a[0].(*object.Instance), v)
		}),
		object.Func("_untrack_variable", "(self, variable)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			stateOf(a[0].(*object.Instance)).untrack(a[1])
			return object.None, nil
		}),
		object.Func("count_params", "(self)", "Counts the numbers in the weights.", countParams),
		object.Func("get_weights", "(self)", "Returns the weights' values.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			w, err := object.GetAttr(t, a[0], object.Intern("weights"))
			if err != nil {
				return nil, err
			}
			out := object.NewList()
			err = object.Iterate(t, w, func(v object.Object) (bool, error) {
				n, err := object.CallMethod(t, v, "numpy")
				out.Items = append(out.Items, n)
				return true, err
			})
			return out, err
		}),
		object.Func("set_weights", "(self, weights)", "Sets the weights' values.", setWeights),
	)
	list := func(name, doc string, f func(t *object.Thread, op *object.Instance) (object.Object, error)) {
		c.Getter(name, doc, func(t *object.Thread, o object.Object) (object.Object, error) { return f(t, o.(*object.Instance)) })
	}
	all := func(seeds bool) func(t *object.Thread, op *object.Instance) (object.Object, error) {
		return func(t *object.Thread, op *object.Instance) (object.Object, error) {
			v, err := variables(t, op, seeds)
			return object.NewList(v...), err
		}
	}
	some := func(attr string, want bool) func(t *object.Thread, op *object.Instance) (object.Object, error) {
		return func(t *object.Thread, op *object.Instance) (object.Object, error) { return chosen(t, op, attr, want) }
	}
	list("variables", "All state: weights and the states of seed generators.", all(true))
	list("weights", "The weights.", all(false))
	list("trainable_variables", "The variables that training changes.", some("variables", true))
	list("non_trainable_variables", "The variables that training leaves.", some("variables", false))
	list("trainable_weights", "The weights that training changes.", some("weights", true))
	list("non_trainable_weights", "The weights that training leaves.", some("weights", false))
}

func countParams(t *object.Thread, a []object.Object) (object.Object, error) {
	op := a[0].(*object.Instance)
	built, err := object.GetAttr(t, op, object.Intern("built"))
	if err != nil {
		return nil, err
	}
	if yes, err := object.Truth(t, built); err != nil || !yes {
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError("%s '%s' has no weights to count yet: it is not built. Call it on an input, or call its build().",
			op.Class().Name, operation.Name(op))
	}
	w, err := object.GetAttr(t, op, object.Intern("weights"))
	if err != nil {
		return nil, err
	}
	items, err := object.Items(t, w)
	return object.Int(CountParams(items)), err
}

func setWeights(t *object.Thread, a []object.Object) (object.Object, error) {
	op := a[0].(*object.Instance)
	w, err := object.GetAttr(t, op, object.Intern("weights"))
	if err != nil {
		return nil, err
	}
	have, err := object.Items(t, w)
	if err != nil {
		return nil, err
	}
	values, err := object.Items(t, a[1])
	if err != nil {
		return nil, err
	}
	if len(have) != len(values) {
		return nil, object.ValueError("%s '%s' has %d weights, set_weights() was given %d values.", op.Class().Name, operation.Name(op), len(have), len(values))
	}
	for i, v := range values {
		shape, err := object.GetAttr(t, v, object.Intern("shape"))
		if err != nil {
			return nil, err
		}
		own, ok := have[i].(*variable.Variable)
		if !ok {
			return nil, object.TypeError("%s.weights must hold variables, it holds a value of type %s.", op.Class().Name, have[i].Class().Name)
		}
		same, err := object.Equal(t, own.Shape.Object(), shape)
		if err != nil {
			return nil, err
		}
		if !same {
			return nil, object.ValueError("Weight '%s' of %s has the shape %s, set_weights() was given a value of shape %s for it.", own.Path,
				op.Class().Name, own.Shape.String(), arg.Repr(t, shape))
		}
		if _, err := object.CallMethod(t, own, "assign", v); err != nil {
			return nil, err
		}
	}
	return object.None, nil
}
