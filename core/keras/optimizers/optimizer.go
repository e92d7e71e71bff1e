// Package optimizers holds Keras's optimizers.
package optimizers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/optimizers/schedules"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// learningRate takes a float, from which the optimizer makes a variable, a schedule, or a function.
var learningRate = &arg.Kind{Name: "number or schedule",
	Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if _, ok := object.Of(v).(object.Float); ok || object.IsCallable(v) {
			return v, nil
		}
		return nil, l.Bad(a.Name, v, "a float, a schedule, or a function that gives the rate")
	},
	Put: func(t *object.Thread, v object.Object) (object.Object, error) {
		if x, ok := v.(*variable.Variable); ok {
			n, err := object.CallMethod(t, x, "numpy")
			if err != nil {
				return nil, err
			}
			f, err := object.ToFloat(t, n)
			return object.Float(f), err
		}
		return saving.Serialize(t, v)
	},
}

func rate(def ...any) arg.Arg {
	a := arg.Float("learning_rate", def...).As("_learning_rate").Says("the step size, or a schedule of it")
	a.Kind = learningRate
	return a
}

// common are the arguments that every optimizer has behind its own, before the name.
func common() arg.List {
	return arg.Of(
		arg.Float("weight_decay", nil).Says("how much weights shrink at each step"),
		arg.Float("clipnorm", nil).Says("the largest norm of one gradient"),
		arg.Float("clipvalue", nil).Says("the largest value in a gradient"),
		arg.Float("global_clipnorm", nil).Says("the largest norm of all gradients together"),
		arg.Bool("use_ema", false).Says("whether a moving average of the weights is kept"),
		arg.Float("ema_momentum", 0.99).Says("how slowly that average moves"),
		arg.Int("ema_overwrite_frequency", nil).Says("after how many steps the average replaces the weights"),
		arg.Float("loss_scale_factor", nil).Says("a factor of the loss that gradients are divided by again"),
		arg.Int("gradient_accumulation_steps", nil).Says("how many steps gradients are gathered for"),
	)
}

func optimizerName() arg.Arg {
	a := arg.Str("name", nil).Says("the optimizer's name")
	a.Kind = &arg.Kind{Name: "text", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return object.NewStr(operation.AutoName(l.T, l.ClassName())), nil
		}
		return v, nil
	}}
	return a
}

// unlock lets attributes be set, now that the base class's __init__ runs.
func unlock(l *spec.Instance) error {
	l.Instance.SetAttr("_lock", object.False)
	return nil
}

// nothingElse refuses keyword arguments that no optimizer knows; decay, which older versions had, is dropped.
func nothingElse(l *spec.Instance) error {
	d, ok := l.Given.Get("kwargs").(*object.Dict)
	if !ok {
		return nil
	}
	rest := d.Copy()
	rest.DelStr(object.Intern("decay"))
	if rest.Len() == 0 {
		l.Given.Set("kwargs", rest)
		return nil
	}
	k, _, _, _ := rest.Next(0)
	name, _ := object.AsString(k)
	hint := ""
	if name == "lr" {
		hint = " The learning rate is called learning_rate."
	}
	return l.Fail(name, "there is no argument %s.%s", name, hint)
}

// accumulation checks the number of steps that gradients are gathered for.
func accumulation(l *spec.Instance) error {
	v := l.Value("gradient_accumulation_steps")
	if set, err := object.Truth(l.T, v); !set || err != nil {
		return err
	}
	if enough, err := l.Compare("gradient_accumulation_steps", object.Ge, 2); enough || err != nil {
		return err
	}
	return l.Bad("gradient_accumulation_steps", v, "an integer of 2 or more, or None")
}

// checkAverage checks the arguments about the moving average, if one is kept.
func checkAverage(l *spec.Instance) error {
	if !l.Bool("use_ema") {
		return nil
	}
	above, err := l.Compare("ema_momentum", object.Gt, 1)
	if err != nil {
		return err
	}
	below, err := l.Compare("ema_momentum", object.Lt, 0)
	if err != nil {
		return err
	}
	if above || below {
		return l.Bad("ema_momentum", l.Value("ema_momentum"), "from 0 to 1")
	}
	v := l.Value("ema_overwrite_frequency")
	if set, err := object.Truth(l.T, v); !set || err != nil {
		return err
	}
	if n, ok := object.AsInt64(v); !ok || n < 1 {
		return l.Bad("ema_overwrite_frequency", v, "an integer above 0, or None")
	}
	return nil
}

// oneClip refuses more than one way of clipping.
func oneClip(l *spec.Instance) error {
	n := 0
	for _, name := range []string{"clipnorm", "clipvalue", "global_clipnorm"} {
		if !l.IsNone(name) {
			n++
		}
	}
	if n > 1 {
		return l.Fail("clipnorm", "only one of clipnorm, clipvalue and global_clipnorm can be set.")
	}
	return nil
}

// baseArgs are the arguments of the base class in the order in which it handles them.
func baseArgs() arg.List {
	list := arg.List{arg.Check(nothingElse), arg.BaseInit}
	list = append(list, optimizerName().NotInConfig())
	list = append(list, common()...)
	return append(list, arg.Check(accumulation), arg.Check(checkAverage), arg.Check(oneClip), rate())
}

// ordered puts the arguments of the base class into the order of its signature: the learning rate first, the name last.
func ordered() arg.List {
	first := arg.List{arg.Check(unlock)}
	var last, rest arg.List
	for _, a := range baseArgs() {
		switch {
		case !a.IsCheck() && a.Name == "learning_rate":
			first = append(first, a)
		case !a.IsCheck() && a.Name == "name":
			last = append(last, a)
		default:
			rest = append(rest, a)
		}
	}
	return append(append(first, rest...), last...)
}

// Optimizer is the base class.
var Optimizer = spec.Declare("keras.src.optimizers.optimizer", "keras.Optimizer keras.optimizers.Optimizer", func() spec.Class {
	return spec.Class{
		Doc: "The base of all optimizers: what turns gradients into new weights.", Args: ordered(), Kwargs: "kwargs",
		Mixins:  []*spec.Class{saving.Saveable},
		Through: spec.Keys("keras.src.backend.jax.optimizer.JaxOptimizer", "keras.src.optimizers.base_optimizer.BaseOptimizer"),
		Config: spec.Keys("name", "learning_rate", "weight_decay", "clipnorm", "global_clipnorm", "clipvalue", "use_ema", "ema_momentum",
			"ema_overwrite_frequency", "loss_scale_factor", "gradient_accumulation_steps"),
		Setup:      begin,
		FromCustom: true,
		FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
			if d, ok := config.GetName("learning_rate").(*object.Dict); ok {
				schedule, err := schedules.Deserialize(t, d, nil)
				if err != nil {
					return nil, err
				}
				config.SetName("learning_rate", schedule)
			}
			return spec.Construct(t, cls, config)
		},
		Getters: []spec.Getter{
			{Name: "learning_rate", Doc: "The learning rate of the present step.", Get: rateNow, Set: setRate},
			{Name: "iterations", Doc: "The number of steps so far.", Get: iterations},
			{Name: "variables", Doc: "The optimizer's state.", Get: func(l *spec.Instance) (object.Object, error) {
				return object.NewList(append([]object.Object(nil), l.Items("_variables")...)...), nil
			}},
		},
		Methods: optimizerMethods(),
	}
})

func optimizerMethods() []spec.Method {
	return []spec.Method{
		{Name: "build", Takes: "variables", Doc: "Makes the optimizer's variables.", Do: build},
		{Name: "apply", Takes: "grads, trainable_variables=None", Doc: "Changes variables by their gradients.", Do: apply},
		{Name: "apply_gradients", Takes: "grads_and_vars", Doc: "Changes variables by pairs of a gradient and a variable.", Do: applyPairs},
		{Name: "stateless_apply", Takes: "optimizer_variables, grads, trainable_variables", Doc: "Computes a step and changes nothing.", Do: statelessApply},
		{Name: "add_variable", Takes: "shape, initializer='zeros', dtype=None, aggregation='none', layout=None, name=None", Doc: "Makes a variable.", Do: addVariable},
		{Name: "add_variable_from_reference", Takes: "reference_variable, name=None, initializer='zeros'", Doc: "Makes a variable like another.", Do: addFromReference},
		{Name: "add_optimizer_variables", Takes: "trainable_variables, name, initializer='zeros'", Doc: "Makes a variable for each of the model's.", Do: addForAll},
		{Name: "_get_variable_index", Takes: "variable", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) { return indexOf(l, a[0]) }},
		{Name: "_var_key", Takes: "variable", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return object.Int(int64(l.T.ID(a[0]))), nil
		}},
		{Name: "update_step", Takes: "gradient, variable, learning_rate", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "%s has no method update_step(gradient, variable, learning_rate) of its own.", l.ClassName())
		}},
		assigning("assign"), assigning("assign_add"), assigning("assign_sub"),
		{Name: "save_own_variables", Takes: "store", Doc: "Puts the optimizer's variables into a store.", Do: saveOwn},
		{Name: "load_own_variables", Takes: "store", Doc: "Takes the optimizer's variables from a store.", Do: loadOwn},
		{Name: "set_weights", Takes: "weights", Doc: "Sets the optimizer's variables.", Do: setWeights},
		{Name: "scale_loss", Takes: "loss", Doc: "Scales the loss as loss_scale_factor says.", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			if l.IsNone("loss_scale_factor") {
				return a[0], nil
			}
			return object.Binary(l.T, object.Mul, a[0], l.Value("loss_scale_factor"))
		}},
		{Name: "exclude_from_weight_decay", Takes: "var_list=None, var_names=None", Doc: "Keeps variables from shrinking.", Do: exclude},
		{Name: "_use_weight_decay", Takes: "variable", Do: decays},
		{Name: "_apply_weight_decay", Takes: "variables", Do: decay},
		{Name: "_backend_update_step", Takes: "grads, trainable_variables, learning_rate", Do: updateAll},
		{Name: "finalize_variable_values", Takes: "var_list", Doc: "Puts averages in the place of weights, where they are kept.",
			Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if !l.Bool("use_ema") {
					return object.None, nil
				}
				c := calc.New(l.T)
				useAverages(c, l, c.Items(a[0]))
				return c.End(object.None)
			}},
		{Name: "__setattr__", Takes: "name, value", Do: setAttr},
	}
}

// assigning is a method that changes a variable by the variable's method of the same name.
func assigning(name string) spec.Method {
	return spec.Method{Name: name, Takes: "variable, value", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		_, err := object.CallMethod(l.T, a[0], name, a[1])
		return object.None, err
	}}
}

// declare makes one of the optimizers: its learning rate's default, its methods, and its own arguments, which stand in its config
// behind those of the base class.
func declare(class, module, doc string, def float64, own func() (methods []spec.Method, args arg.List)) *spec.Class {
	return spec.Declare("keras.src.optimizers."+module, "keras.optimizers."+class, func() spec.Class {
		methods, args := own()
		var keys []string
		for _, a := range args {
			if !a.IsCheck() && a.Attribute() != "" {
				keys = append(keys, a.Name)
			}
		}
		return spec.Class{Base: Optimizer, Doc: doc, Kwargs: "kwargs", Config: keys, Methods: methods,
			Args: arg.Of(rate(def).ToBase(), args, common().ToBase(), optimizerName().ToBase())}
	})
}
