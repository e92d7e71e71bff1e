package optimizers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// LossScale scales the loss up before an inner optimizer sees its gradients, against underflow in half precision.
var LossScale = spec.Declare("keras.src.optimizers.loss_scale_optimizer", "keras.optimizers.LossScaleOptimizer keras.mixed_precision.LossScaleOptimizer", func() spec.Class {
	return spec.Class{
		Base: Optimizer,
		Doc:  "Scales the loss for an inner optimizer, against underflow in half precision.",
		Args: arg.Of(arg.Check(onlyInner), arg.BaseInit, arg.Object("inner_optimizer").Says("the optimizer that steps"),
			arg.Float("initial_scale", 32768.0).Says("the first factor"), arg.Int("dynamic_growth_steps", 2000).Says("the steps until the factor doubles"),
			arg.Str("name", nil).ToBase()),
		Fixed: []any{"learning_rate", 0.0}, Kwargs: "kwargs", Alone: true,
		Config: spec.Keys("name", "inner_optimizer", "initial_scale", "dynamic_growth_steps"),
		Setup: func(l *spec.Instance) error {
			return object.SetAttr(l.T, l.Value("inner_optimizer"), object.Intern("loss_scale_factor"), object.None)
		},
		Getters: []spec.Getter{
			{Name: "variables", Doc: "The state of the optimizer and its inner one.", Get: scaleVariables},
			{Name: "iterations", Doc: "The number of steps so far.", Get: innerOf("iterations")},
			{Name: "learning_rate", Doc: "The learning rate of the present step.", Get: innerOf("learning_rate"), Set: func(l *spec.Instance, v object.Object) error {
				return object.SetAttr(l.T, l.Value("inner_optimizer"), object.Intern("learning_rate"), v)
			}},
		},
		Methods: []spec.Method{
			{Name: "build", Takes: "var_list", Do: buildScale}, {Name: "apply", Takes: "grads, trainable_variables=None", Do: applyScale},
			{Name: "scale_loss", Takes: "loss", Do: scaleLoss},
			{Name: "finalize_variable_values", Takes: "var_list", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return object.CallMethod(l.T, l.Value("inner_optimizer"), "finalize_variable_values", a[0])
			}},
		},
		FromCustom: true,
		FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
			inner := config.GetName("inner_optimizer")
			if inner == nil {
				return nil, object.KeyError(object.NewStr("inner_optimizer"))
			}
			config.DelStr(object.Intern("inner_optimizer"))
			o, err := saving.Deserialize(t, inner, nil)
			if err != nil {
				return nil, err
			}
			return spec.ConstructWith(t, cls, []object.Object{o}, config)
		},
	}
})

// defaults are arguments of the base class that may be given with their default values, as older configs do.
var defaults = map[string]object.Object{"weight_decay": object.None, "clipnorm": object.None, "global_clipnorm": object.None, "clipvalue": object.None,
	"use_ema": object.False, "ema_momentum": object.Float(0.99), "ema_overwrite_frequency": object.None, "loss_scale_factor": object.None,
	"gradient_accumulation_steps": object.None}

// onlyInner refuses arguments that belong to the inner optimizer.
func onlyInner(l *spec.Instance) error {
	d, ok := l.Given.Get("kwargs").(*object.Dict)
	if !ok {
		return nil
	}
	for k, v := range d.All() {
		name, _ := object.AsString(k)
		if name == "dynamic" {
			if on, err := object.Truth(l.T, v); on || err != nil {
				continue
			}
			return l.Fail(name, "dynamic=False is no longer possible. Set loss_scale_factor on the inner optimizer.")
		}
		def, known := defaults[name]
		if !known {
			return l.Fail(name, "there is no argument %s.", name)
		}
		same, err := object.Equal(l.T, v, def)
		if err != nil {
			return err
		}
		if !same {
			return l.Fail(name, "%s is an argument of the inner optimizer. Set it there.", name)
		}
	}
	l.Given.Set("kwargs", object.NewDict())
	return nil
}

// Map assigns optimizers to variables by the patterns of their paths.
var Map = spec.Declare("keras.src.optimizers.multi_optimizer", "keras.optimizers.OptimizerMap", func() spec.Class {
	return spec.Class{
		Doc: "Assigns optimizers to variables by the patterns of their paths.",
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error {
				if ok, err := object.IsInstance(l.T, l.Value("default_optimizer"), Optimizer.In(l.T)); ok || err != nil {
					return err
				}
				return l.BadType("default_optimizer", l.Value("default_optimizer"), "an optimizer")
			}),
			arg.Check(func(l *spec.Instance) error {
				v := l.Value("optimizer_map")
				if _, ok := object.Of(v).(*object.Dict); ok || v == object.None {
					return nil
				}
				return l.BadType("optimizer_map", v, "a dict or None")
			}),
			arg.Object("default_optimizer").As("_default_optimizer").Says("the optimizer of all other variables"), mapArg(),
		),
		Config:     spec.Keys("default_optimizer", "optimizer_map"),
		FromCustom: true, FromConfig: mapFromConfig,
		Getters: []spec.Getter{{Name: "default_optimizer", Doc: "The optimizer of all other variables.",
			Get: func(l *spec.Instance) (object.Object, error) { return l.Value("_default_optimizer"), nil }}},
		Methods: append(spec.MutableMapping(), []spec.Method{
			{Name: "__len__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				n, err := object.Len(l.T, l.Value("_optimizer_map"))
				return object.Int(n), err
			}},
			{Name: "__iter__", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return object.Iter(l.T, l.Value("_optimizer_map"))
			}},
			{Name: "__delitem__", Takes: "key", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return object.None, object.DelItem(l.T, l.Value("_optimizer_map"), a[0])
			}},
			{Name: "__getitem__", Takes: "key", Do: mapGet},
			{Name: "__call__", Takes: "variable", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				path, err := object.GetAttr(l.T, a[0], object.Intern("path"))
				if err != nil {
					return nil, err
				}
				return object.GetItem(l.T, l.Instance, path)
			}},
			ofMap("keys"), ofMap("values"), ofMap("items"),
			{Name: "__setitem__", Takes: "key, optimizer", Do: mapSet},
		}...),
	}
})

// ofMap is a method of the dict of patterns.
func ofMap(name string) spec.Method {
	return spec.Method{Name: name, Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return object.CallMethod(l.T, l.Value("_optimizer_map"), name)
	}}
}

func mapArg() arg.Arg {
	a := arg.Object("optimizer_map", nil).As("_optimizer_map").Says("optimizers by pattern")
	a.Kind = &arg.Kind{Name: "dict of optimizers", Get: func(_ *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if v == object.None {
			return object.NewDict(), nil
		}
		return v, nil
	}, Put: saving.Serialize}
	return a
}

func mapFromConfig(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
	var parts []object.Object
	for _, name := range []string{"default_optimizer", "optimizer_map"} {
		v := config.GetName(name)
		if v == nil {
			return nil, object.KeyError(object.NewStr(name))
		}
		o, err := saving.Deserialize(t, v, nil)
		if err != nil {
			return nil, err
		}
		parts = append(parts, o)
	}
	return spec.ConstructWith(t, cls, parts, object.NewDict())
}

// mapGet finds the optimizer of a path: by the exact key, else by the one pattern that matches all of it.
func mapGet(l *spec.Instance, a []object.Object) (object.Object, error) {
	d, ok := l.Value("_optimizer_map").(*object.Dict)
	if !ok {
		return nil, object.TypeError("the map of optimizers is no dict")
	}
	if v, err := d.Get(l.T, a[0]); v != nil || err != nil {
		return v, err
	}
	re, err := l.T.Import(l.T, "re")
	if err != nil {
		return nil, err
	}
	found := l.Value("_default_optimizer")
	matches := 0
	for pattern, v := range d.All() {
		m, err := object.CallMethod(l.T, re, "fullmatch", pattern, a[0])
		if err != nil {
			return nil, err
		}
		if m != object.None {
			found = v
			matches++
		}
	}
	if matches > 1 {
		return nil, object.ValueError("more than one pattern of the OptimizerMap matches %s.", l.Repr(a[0]))
	}
	return found, nil
}

func mapSet(l *spec.Instance, a []object.Object) (object.Object, error) {
	d, ok := l.Value("_optimizer_map").(*object.Dict)
	if !ok {
		return nil, object.TypeError("the map of optimizers is no dict")
	}
	if v, err := d.Get(l.T, a[0]); v != nil || err != nil {
		if err == nil {
			err = object.ValueError("the OptimizerMap has the key %s already.", l.Repr(a[0]))
		}
		return nil, err
	}
	if _, ok := object.AsString(a[0]); !ok {
		return nil, object.ValueError("key must be a string, got %s.", l.Repr(a[0]))
	}
	is := func(c *spec.Class) bool { ok, _ := object.IsInstance(l.T, a[1], c.In(l.T)); return ok }
	if !is(Optimizer) || is(LossScale) || is(Multi) {
		return nil, object.ValueError("optimizer must be an optimizer, and neither LossScaleOptimizer nor MultiOptimizer, got %s.", l.Repr(a[1]))
	}
	return object.None, d.Set(l.T, a[0], a[1])
}

// Multi hands each variable to the optimizer that a map or function names.
var Multi = spec.Declare("keras.src.optimizers.multi_optimizer", "keras.optimizers.MultiOptimizer", func() spec.Class {
	return spec.Class{
		Base:  Optimizer,
		Doc:   "Hands each variable to the optimizer that a map names.",
		Args:  arg.Of(arg.Object("optimizer_map").As("_optimizer_map").Says("an OptimizerMap or a function"), arg.Float("loss_scale_factor", nil).ToBase(), arg.Str("name", nil).ToBase()),
		Fixed: []any{"learning_rate", 0.0}, Alone: true, Config: spec.Keys("optimizer_map", "loss_scale_factor", "name"), Setup: setupMulti,
		Getters: []spec.Getter{
			{Name: "variables", Doc: "The state of the optimizer and of all inside.", Get: multiVariables},
			{Name: "optimizers", Doc: "The optimizers inside.", Get: func(l *spec.Instance) (object.Object, error) { return l.Value("_inner_optimizers"), nil }},
			{Name: "iterations", Doc: "The number of steps so far.", Get: func(l *spec.Instance) (object.Object, error) { return l.Value("_iterations"), nil }},
			{Name: "learning_rate", Doc: "Refused: each optimizer inside has one.", Get: func(l *spec.Instance) (object.Object, error) { return nil, noRate(l) },
				Set: func(l *spec.Instance, _ object.Object) error { return noRate(l) }},
			{Name: "loss_scale_factor", Doc: "The factor of the loss, for all optimizers inside.",
				Get: func(l *spec.Instance) (object.Object, error) {
					if v := l.Instance.Attr("_loss_scale_factor"); v != nil {
						return v, nil
					}
					return object.None, nil
				},
				Set: func(l *spec.Instance, v object.Object) error {
					l.Instance.SetAttr("_loss_scale_factor", v)
					if l.Instance.Attr("_inner_optimizers") == nil {
						return nil
					}
					for _, o := range innerList(l).Items {
						if err := object.SetAttr(l.T, o, object.Intern("loss_scale_factor"), v); err != nil {
							return err
						}
					}
					return nil
				}},
		},
		Methods: []spec.Method{
			{Name: "build", Takes: "var_list", Do: buildMulti}, {Name: "apply", Takes: "grads, trainable_variables=None", Do: applyMulti},
			{Name: "finalize_variable_values", Takes: "var_list", Do: finalizeMulti}, {Name: "set_weights", Takes: "weights", Do: setMultiWeights},
		},
		FromCustom: true,
		FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
			o, err := saving.Deserialize(t, config.GetName("optimizer_map"), nil)
			if err != nil {
				return nil, err
			}
			config.SetName("optimizer_map", o)
			return spec.Construct(t, cls, config)
		},
	}
})
