// Package metrics holds Keras's metric classes and the functions behind them.
package metrics

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// name and dtype are the arguments that every metric hands to the base class.
func name(def any) arg.Arg { return arg.Str("name", def).ToBase().Says("what logs call the metric") }

func dtype() arg.Arg {
	return arg.Any("dtype", nil).ToBase().Says("the precision of the computation")
}

// Metric is the base class.
var Metric = spec.Declare("keras.src.metrics.metric", "keras.Metric keras.metrics.Metric", func() spec.Class {
	return spec.Class{
		Doc:    "The base of all metrics: it gathers numbers over batches and makes one of them.",
		Mixins: []*spec.Class{saving.Saveable},
		Args:   arg.Of(dtypePolicy(), named()), InitOrder: spec.Keys("name", "dtype"),
		Setup: func(l *spec.Instance) error {
			return l.SetAll("_metrics", object.NewList(), "_variables", object.NewList())
		},
		Config: spec.Keys("name", "dtype"), FromConfig: spec.Construct,
		Getters: []spec.Getter{
			{Name: "dtype", Doc: "The dtype of the computation.", Get: func(l *spec.Instance) (object.Object, error) { return l.Value("_dtype"), nil }},
			{Name: "variables", Doc: "What the metric has gathered, its parts' variables included.", Get: variables},
		},
		Methods: []spec.Method{
			{Name: "update_state", Takes: "*args, **kwargs", Doc: "Takes a batch in.", Do: notWritten("update_state")},
			{Name: "result", Doc: "Returns the metric's value.", Do: notWritten("result")},
			{Name: "reset_state", Doc: "Forgets all batches.", Do: resetState},
			{Name: "stateless_update_state", Takes: "metric_variables, *args, **kwargs", Do: statelessUpdate},
			{Name: "stateless_result", Takes: "metric_variables", Do: statelessResult},
			{Name: "stateless_reset_state", Do: statelessReset},
			{Name: "__call__", Takes: "*args, **kwargs", Do: call},
			{Name: "add_variable", Takes: "shape, initializer, dtype=None, aggregation='sum', name=None", Doc: "Makes a variable that batches are gathered in.",
				Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
					return add(l, a[0], a[1], a[2], a[3], a[4])
				}},
			{Name: "add_weight", Takes: "shape=(), initializer=None, dtype=None, name=None", Doc: "Makes a variable that batches are gathered in.",
				Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
					return l.CallWith("add_variable", "shape", a[0], "initializer", a[1], "dtype", a[2], "name", a[3])
				}},
			{Name: "__repr__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				s, err := object.ToStr(l.T, l.Value("name"))
				return object.NewStr("<" + l.ClassName() + " name=" + s + ">"), err
			}},
		},
	}
})

// named is the argument name: a metric without one is called after its class.
func named() arg.Arg {
	a := arg.Str("name", nil).Says("what logs call the metric")
	a.Kind = &arg.Kind{Name: "text", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if given, err := object.Truth(l.T, v); given || err != nil {
			return v, err
		}
		return object.NewStr(operation.AutoName(l.T, l.ClassName())), nil
	}}
	return a
}

// dtypePolicy is the argument dtype: the policy is kept, the config holds the dtype that it computes in.
func dtypePolicy() arg.Arg {
	a := arg.Any("dtype", nil).As("_dtype").Says("the precision of the computation")
	a.Kind = &arg.Kind{Name: "dtype policy", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if given, err := object.Truth(l.T, v); err != nil {
			return nil, err
		} else if !given {
			v = object.NewStr(config.Floatx(l.T))
		}
		p, err := dtypes.Get(l.T, v)
		if err != nil {
			return nil, err
		}
		return object.NewStr(dtypes.Name(l.T, p, "compute_dtype")), l.Set("_dtype_policy", p)
	}}
	return a
}

// notWritten is a method that a program's metric must write.
func notWritten(method string) func(l *spec.Instance, a []object.Object) (object.Object, error) {
	return func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "%s has no method %s() of its own.", l.ClassName(), method)
	}
}

// computing are the methods update_state and result; takes are update_state's parameters.
func computing(takes string, update, result func(l *spec.Instance, a []object.Object) (object.Object, error)) []spec.Method {
	var list []spec.Method
	if update != nil {
		list = append(list, spec.Method{Name: "update_state", Takes: takes, Doc: "Takes a batch in.", Do: update})
	}
	if result != nil {
		list = append(list, spec.Method{Name: "result", Doc: "Returns the metric's value.", Do: result})
	}
	return list
}

const pairs = "y_true, y_pred, sample_weight=None"

// Find returns the metric class of a name, or nil.
func Find(class string) *spec.Class { return spec.Find("keras.metrics." + class) }

func call(l *spec.Instance, a []object.Object) (object.Object, error) {
	if err := superCalled(l); err != nil {
		return nil, err
	}
	kw, err := operation.Keywords(a[1].(*object.Dict))
	if err != nil {
		return nil, err
	}
	update, err := object.GetAttr(l.T, l.Instance, object.Intern("update_state"))
	if err != nil {
		return nil, err
	}
	if _, err := object.CallArgs(l.T, update, object.Args{Pos: a[0].(*object.Tuple).Items, Kw: kw}); err != nil {
		return nil, err
	}
	return l.Method("result")
}

// superCalled refuses a metric whose class did not call super().__init__().
func superCalled(l *spec.Instance) error {
	if l.Instance.Attr("_variables") != nil {
		return nil
	}
	return object.NewError(object.RuntimeErrorClass, "%s.__init__() did not call super().__init__(), which must come first.", l.ClassName())
}

// variables lists the metric's variables and those of metrics that it holds.
func variables(l *spec.Instance) (object.Object, error) {
	if err := superCalled(l); err != nil {
		return nil, err
	}
	all := append([]object.Object(nil), l.Items("_variables")...)
	known := map[object.Object]bool{}
	for _, v := range all {
		known[v] = true
	}
	base := Find("Metric").In(l.T)
	var parts []object.Object
	for _, attr := range l.Instance.AttrDict(true).All() {
		for _, v := range tree.Flatten(attr) {
			if known[v] {
				continue
			}
			if own, ok := v.(*variable.Variable); ok {
				known[v] = true
				all = append(all, own)
			} else if i, ok := v.(*object.Instance); ok && i.Class().IsSubclass(base) {
				known[v] = true
				parts = append(parts, v)
			}
		}
	}
	for _, i := range parts {
		inner, err := object.GetAttr(l.T, i, object.Intern("variables"))
		if err != nil {
			return nil, err
		}
		items, err := object.Items(l.T, inner)
		if err != nil {
			return nil, err
		}
		all = append(all, items...)
	}
	return object.NewList(all...), nil
}

// add makes a variable in the metric's name scope.
func add(l *spec.Instance, shape, initializer, dtype, aggregation, called object.Object) (object.Object, error) {
	if err := superCalled(l); err != nil {
		return nil, err
	}
	scope, ok := object.AsString(l.Value("name"))
	if !ok {
		v := l.Value("name")
		e := object.AttributeError(v, "replace", "'%s' object has no attribute 'replace'", v.Class().Name)
		l.Place(e, "name")
		return nil, e
	}
	made, err := initializers.Get(l.T, initializer)
	if err != nil {
		return nil, err
	}
	sc := &operation.Scope{Name: strings.ReplaceAll(scope, "/", ">"), Caller: l.Instance, Deduplicate: true}
	operation.EnterScope(l.T, sc)
	defer operation.LeaveScope(l.T, sc)
	v, err := variable.New(l.T, made, shape, variable.Options{Dtype: dtype, Autocast: true, Aggregation: aggregation, Synchronization: object.Intern("on_read"), Name: called})
	if err != nil {
		return nil, err
	}
	if list, ok := l.Value("_variables").(*object.List); ok {
		list.Items = append(list.Items, v)
	}
	return v, nil
}

// zero makes a variable of zeros. Its dtype is the metric's own, or with plain the session's.
func zero(l *spec.Instance, shape object.Object, plain bool, name string) (object.Object, error) {
	d := l.Value("_dtype")
	if plain {
		d = object.None
	}
	initializer, err := initializers.Zeros.New(l.T)
	if err != nil {
		return nil, err
	}
	return add(l, shape, initializer, d, object.Intern("sum"), object.Intern(name))
}

// zeros makes variables of zeros of one shape, as attributes of their names.
func zeros(l *spec.Instance, shape object.Object, plain bool, names ...string) error {
	for _, n := range names {
		v, err := zero(l, shape, plain, n)
		if err != nil {
			return err
		}
		if err := l.Set(n, v); err != nil {
			return err
		}
	}
	return nil
}
