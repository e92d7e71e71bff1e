// Package foreign holds the layers that wrap what other libraries made: functions of jax, modules of flax and torch, saved
// models of tensorflow. Those libraries are not part of a session, as they may be missing where Keras runs; what Keras does
// then is done here.
package foreign

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// needs is the item of an __init__ that imports a library which is not there.
func needs(library string) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		e := object.NewError(object.ModuleNotFoundClass, "No module named '%s'", library)
		e.Subject = Missing{Layer: l.ClassName(), Library: library}
		return e
	})
}

// Missing is the subject of the error about a library that a layer needs.
type Missing struct{ Layer, Library string }

// FlaxLayer wraps a module of flax.
var FlaxLayer = spec.Declare("keras.src.utils.jax_layer", "keras.layers.FlaxLayer", func() spec.Class {
	return spec.Class{
		Base: JaxLayer,
		Doc:  "Makes a layer of a module of flax.",
		Args: arg.Of(needs("flax"), arg.BaseInit, arg.Serialized("module").Says("the module"), arg.Serialized("method", nil).Says("the module's method that is called"),
			arg.Any("variables", nil).As("-").Says("the first values of the module's variables")),
		Kwargs: "kwargs",
	}
})

// TorchModuleWrapper wraps a module of torch.
var TorchModuleWrapper = spec.Declare("keras.src.utils.torch_utils", "keras.layers.TorchModuleWrapper", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Makes a layer of a module of torch.",
		Args: arg.Of(arg.BaseInit, needs("torch"), arg.Any("module").Says("the module"), arg.Str("name", nil).ToBase(),
			arg.Any("output_shape", nil).Says("the output's shape")),
		Kwargs: "kwargs", Takes: "*args, training=None, **kwargs",
	}
})

// TFSMLayer wraps a saved model of tensorflow.
var TFSMLayer = spec.Declare("keras.src.export.tfsm_layer", "keras.layers.TFSMLayer", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Makes a layer of a saved model of tensorflow.",
		Args: arg.Of(arg.Check(func(l *spec.Instance) error {
			if operation.Backend(l.T) == "tensorflow" {
				return nil
			}
			return object.NewError(object.NotImplementedErrClass, "TFSMLayer needs the tensorflow backend, and this is the backend %s.", operation.Backend(l.T))
		}), arg.BaseInit, arg.Check(func(l *spec.Instance) error { // there are no such files here
			return object.NewError(object.OSErrorClass, "TFSMLayer: there is no SavedModel at filepath=%s.", l.Repr(l.Value("filepath")))
		}), arg.Str("filepath").Says("the folder of the saved model"), arg.Str("call_endpoint", "serve").Says("the function that is called"),
			arg.Str("call_training_endpoint", nil).Says("the function that is called while training"),
			arg.Bool("trainable", true).ToBase(), arg.Str("name", nil).ToBase(), arg.Any("dtype", nil).ToBase()),
		Takes: "inputs, training=False, **kwargs",
		Methods: []spec.Method{{Name: "from_config", Takes: "config, custom_objects=None, safe_mode=None", Class: true,
			Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				safe := a[3] != object.Object(object.False)
				if a[3] == object.None {
					safe = saving.InSafeMode(l.T, true)
				}
				if safe {
					return nil, object.ValueError("A TFSMLayer loads a model from a file, which may run code. It is not brought back unless " +
						"safe_mode=False is given, or keras.config.enable_unsafe_deserialization() was called.")
				}
				cls, _ := a[0].(*object.Class)
				config, ok := object.Of(a[1]).(*object.Dict)
				if cls == nil || !ok {
					return nil, object.TypeError("TFSMLayer.from_config() takes a dict, got %s.", a[1].Class().Name)
				}
				return spec.Construct(l.T, cls, config)
			}}},
	}
})
