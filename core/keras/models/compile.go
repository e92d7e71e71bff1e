package models

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/optimizers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const compileSignature = "(self, optimizer='rmsprop', loss=None, loss_weights=None, metrics=None, weighted_metrics=None, run_eagerly=False, " +
	"steps_per_execution=1, jit_compile='auto', auto_scale_loss=True)"

var compileKeys = []string{"optimizer", "loss", "loss_weights", "metrics", "weighted_metrics", "run_eagerly", "steps_per_execution", "jit_compile"}

// compile is Model.compile: it keeps what the model is to be trained with, for the compile_config.
func compile(l *spec.Instance, a []object.Object) (object.Object, error) {
	optimizer, err := optimizers.Get(l.T, a[0])
	if err != nil {
		return nil, err
	}
	own := optimizer
	if scaled, err := scaledLoss(l, optimizer, a[8]); err != nil {
		return nil, err
	} else if scaled != nil {
		own = scaled
	}
	if err := prepareTraining(l, a[1], a[2], a[3], a[4]); err != nil {
		return nil, err
	}
	if a[7], err = jit(l, a[5], a[7]); err != nil {
		return nil, err
	}
	kept := object.NewDict()
	for i, key := range compileKeys {
		kept.SetName(key, a[i])
	}
	kept.SetName("optimizer", optimizer)
	l.Instance.SetAttr("_compile_config", kept)
	for _, attr := range []struct {
		name string
		v    object.Object
	}{{"optimizer", own}, {"loss", a[1]}, {"jit_compile", a[7]}, {"run_eagerly", a[5]}, {"steps_per_execution", a[6]}, {"stop_training", object.False}, {"compiled", object.True}} {
		if attr.name == "loss" && attr.v == object.None {
			continue
		}
		l.Instance.SetAttr(attr.name, attr.v)
	}
	return object.None, nil
}

// scaledLoss wraps the optimizer of a model in half precision, as Keras does by itself.
func scaledLoss(l *spec.Instance, optimizer, auto object.Object) (object.Object, error) {
	yes, err := object.Truth(l.T, auto)
	if err != nil || !yes || optimizer == object.None {
		return nil, err
	}
	policy, ok := l.Value("_dtype_policy").(*object.Instance)
	if !ok {
		return nil, nil
	}
	name, err := object.GetAttr(l.T, policy, object.Intern("name"))
	if err != nil {
		return nil, err
	}
	if s, _ := object.AsString(name); s != "mixed_float16" {
		return nil, nil
	}
	cls := optimizers.LossScale.In(l.T)
	if is, err := object.IsInstance(l.T, optimizer, cls); is || err != nil {
		return nil, err
	}
	return object.CallArgs(l.T, cls, object.Args{Pos: []object.Object{optimizer}, Kw: []object.Kwarg{{Name: object.Intern("name"), Value: object.NewStr("loss_scale_optimizer")}}})
}

// jit resolves jit_compile='auto': not when the program wants plain steps, and on the tensorflow backend not without a GPU.
func jit(l *spec.Instance, eagerly, v object.Object) (object.Object, error) {
	plain, err := object.Truth(l.T, eagerly)
	if err != nil {
		return nil, err
	}
	if s, ok := object.AsString(v); ok && s == "auto" {
		return object.Bool(!plain && operation.Backend(l.T) == "jax"), nil
	}
	on, err := object.Truth(l.T, v)
	if err != nil {
		return nil, err
	}
	if on && plain {
		return object.False, operation.Warn(l.T, "UserWarning", "run_eagerly=True and jit_compile=True exclude each other; jit_compile is off.")
	}
	return v, nil
}

// compileConfig is Model.get_compile_config: {} for a model that was not compiled.
func compileConfig(l *spec.Instance, _ []object.Object) (object.Object, error) {
	kept, ok := l.Value("_compile_config").(*object.Dict)
	if !ok {
		return object.NewDict(), nil
	}
	out := object.NewDict()
	for k, v := range kept.All() {
		v, err := saving.Serialize(l.T, v)
		if err != nil {
			return nil, err
		}
		if err := out.Set(l.T, k, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// compileFromConfig compiles a model as its config says.
func compileFromConfig(l *spec.Instance, a []object.Object) (object.Object, error) {
	v, err := saving.Deserialize(l.T, a[0], nil)
	if err != nil {
		return nil, err
	}
	d, ok := v.(*object.Dict)
	if !ok {
		return object.None, nil
	}
	m, err := object.GetAttr(l.T, l.Instance, object.Intern("compile"))
	if err != nil {
		return nil, err
	}
	kw, err := operation.Keywords(d)
	if err != nil {
		return nil, err
	}
	if _, err := object.CallArgs(l.T, m, object.Args{Kw: kw}); err != nil || !l.Bool("built") {
		return object.None, err
	}
	optimizer, err := object.LookupAttr(l.T, l.Instance, object.Intern("optimizer"))
	if optimizer == nil || optimizer == object.None || err != nil {
		return object.None, err
	}
	weights, err := object.GetAttr(l.T, l.Instance, object.Intern("trainable_variables"))
	if err != nil {
		return nil, err
	}
	_, err = object.CallMethod(l.T, optimizer, "build", weights)
	return object.None, err
}
