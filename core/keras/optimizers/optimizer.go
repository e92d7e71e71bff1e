// Package optimizers holds Keras's optimizers.
package optimizers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/optimizers/schedules"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// learningRate keeps a float as the float32 that a variable would hold; a schedule or a function stays what it is.
var learningRate = &arg.Kind{Name: "number or schedule",
	Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
		if f, ok := object.Of(v).(object.Float); ok {
			return object.Float(float32(f)), nil
		}
		if object.IsCallable(v) {
			return v, nil
		}
		return nil, l.Bad(a.Name, v, "a float, a schedule, or a function that gives the rate")
	},
	Put: func(t *object.Thread, v object.Object) (object.Object, error) {
		if _, ok := object.Of(v).(object.Float); ok {
			return v, nil
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

// nothingElse refuses keyword arguments that no optimizer knows; decay, which older versions had, is dropped.
func nothingElse(l *spec.Instance) error {
	d, ok := l.Given["kwargs"].(*object.Dict)
	if !ok {
		return nil
	}
	rest := d.Copy()
	rest.DelStr(object.Intern("decay"))
	if rest.Len() == 0 {
		l.Given["kwargs"] = rest
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

// average checks the arguments about the moving average, if one is kept.
func average(l *spec.Instance) error {
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
	return append(list, arg.Check(accumulation), arg.Check(average), arg.Check(oneClip), rate())
}

// ordered puts the arguments of the base class into the order of its signature: the learning rate first, the name last.
func ordered() arg.List {
	var first, last, rest arg.List
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
var Optimizer = spec.Declare(spec.Class{
	Name: "Optimizer", Module: "keras.src.optimizers.optimizer", Export: spec.Keys("keras.Optimizer", "keras.optimizers.Optimizer"),
	Doc: "The base of all optimizers: what turns gradients into new weights.", Args: ordered(), Kwargs: "kwargs",
	Config: spec.Keys("name", "learning_rate", "weight_decay", "clipnorm", "global_clipnorm", "clipvalue", "use_ema", "ema_momentum",
		"ema_overwrite_frequency", "loss_scale_factor", "gradient_accumulation_steps"),
	Setup: func(l *spec.Instance) error { return l.SetAll("built", false) },
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
	Getters: []spec.Getter{{Name: "learning_rate", Doc: "The step size, or the schedule of it.",
		Get: func(l *spec.Instance) (object.Object, error) { return l.Value("_learning_rate"), nil },
		Set: func(l *spec.Instance, v object.Object) error {
			a := rate()
			made, err := a.Convert(l, v)
			if err != nil {
				return err
			}
			return l.Set("_learning_rate", made)
		}}},
	Methods: []spec.Method{
		{Name: "build", Takes: "variables", Do: notComputed("build")},
		{Name: "apply", Takes: "grads, trainable_variables=None", Do: notComputed("apply")},
		{Name: "apply_gradients", Takes: "grads_and_vars", Do: notComputed("apply_gradients")},
	},
})

func notComputed(method string) func(l *spec.Instance, _ []object.Object) (object.Object, error) {
	return func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return nil, l.NotModelled(method + "() on values")
	}
}

// declare makes one of the optimizers: its learning rate's default, its own arguments, and the keys that its config has
// behind those of the base class.
func declare(class, module, doc string, def float64, own ...arg.Item) *spec.Class {
	args := arg.Of(rate(def).ToBase())
	for _, a := range arg.Of(own...) {
		args = append(args, a)
	}
	args = append(args, common().ToBase()...)
	args = append(args, optimizerName().ToBase())
	var keys []string
	for _, a := range arg.Of(own...) {
		if !a.IsCheck() && a.Attribute() != "" {
			keys = append(keys, a.Name)
		}
	}
	return spec.Declare(spec.Class{Name: class, Module: "keras.src.optimizers." + module, Base: Optimizer, Doc: doc,
		Export: spec.Keys("keras.optimizers." + class), Args: args, Kwargs: "kwargs", Config: keys})
}
