package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Wrapper is the base of layers that hold another one.
var Wrapper = spec.Declare("keras.src.layers.core.wrapper", "keras.layers.Wrapper", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "The base of layers that do something with one other layer.",
		Args: arg.Of(arg.Check(func(l *spec.Instance) error { return IsLayer(l, "layer") }), arg.BaseInit,
			Layer("layer").Says("the layer that is wrapped")),
		Kwargs: "kwargs",
		Methods: []spec.Method{FromConfig("layer"), {Name: "build", Takes: "input_shape=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return nil, BuildInner(l, "layer", a[0])
		}}},
	}
})

// IsLayer checks that an argument is a layer.
func IsLayer(l *spec.Instance, name string) error {
	v := l.Value(name)
	if _, ok := layers.IsLayer(l.T, v); !ok {
		return l.Bad(name, v, "a layer")
	}
	return nil
}

// Layer is an argument that holds a layer, which the config has serialized.
func Layer(name string, def ...any) arg.Arg { return arg.Serialized(name, def...) }

// FromConfig is the from_config of a class whose first argument is a serialized object under key: it is taken out of the
// config, as Keras does, and handed over by position.
func FromConfig(key string) spec.Method {
	return spec.Method{Name: "from_config", Takes: "config, custom_objects=None", Class: true,
		Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			cls, _ := a[0].(*object.Class)
			config, ok := object.Of(a[1]).(*object.Dict)
			if !ok || cls == nil {
				e := object.AttributeError(a[1], "pop", "from_config() takes a dict, got a value of type %s.", a[1].Class().Name)
				e.Subject = blame.NotAConfig{Value: a[1]}
				return nil, e
			}
			v := config.GetName(key)
			if v == nil {
				return nil, object.KeyError(object.NewStr(key))
			}
			config.DelStr(object.Intern(key))
			custom, _ := object.Of(a[2]).(*object.Dict)
			inner, err := saving.Deserialize(l.T, v, custom)
			if err != nil {
				return nil, err
			}
			return spec.ConstructWith(l.T, cls, []object.Object{inner}, config)
		}}
}

// BuildInner builds the layer that an attribute holds, if it is not built.
func BuildInner(l *spec.Instance, attr string, shape object.Object) error {
	inner, ok := layers.IsLayer(l.T, l.Value(attr))
	if !ok || layers.Built(inner) {
		return nil
	}
	if _, err := object.CallMethod(l.T, inner, "build", shape); err != nil {
		return err
	}
	return object.SetAttr(l.T, inner, object.Intern("built"), object.True)
}
