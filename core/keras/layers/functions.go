package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

func init() {
	spec.DeclareFunc(spec.Function{Name: "serialize", Module: "keras.src.layers", Export: spec.Keys("keras.layers.serialize"), Takes: "layer",
		Doc: "Writes a layer down as plain values.",
		Do:  func(t *object.Thread, a []object.Object) (object.Object, error) { return saving.Serialize(t, a[0]) }})
	spec.DeclareFunc(spec.Function{Name: "deserialize", Module: "keras.src.layers", Export: spec.Keys("keras.layers.deserialize"),
		Takes: "config, custom_objects=None", Doc: "Makes the layer that a config describes.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			custom, _ := object.Of(a[1]).(*object.Dict)
			return Deserialize(t, a[0], custom)
		}})
}

// Deserialize is keras.layers.deserialize: deserialize_keras_object of something that must be a layer.
func Deserialize(t *object.Thread, config object.Object, custom *object.Dict) (object.Object, error) {
	o, err := saving.Deserialize(t, config, custom)
	if err != nil {
		return nil, err
	}
	if _, ok := IsLayer(t, o); !ok {
		e := object.ValueError("The config describes no layer: keras.layers.deserialize(%s) gave a value of type %s.", arg.Repr(t, config), o.Class().Name)
		e.Subject = blame.NotAConfig{Value: config}
		return nil, e
	}
	return o, nil
}
