package saving

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

var nameOfObject = object.Intern("__name__")

// RegisteredName is keras.saving.get_registered_name: the name given to register_keras_serializable, else __name__.
func RegisteredName(t *object.Thread, o object.Object) (string, error) {
	v, err := globalsOf(t).names.Get(t, o)
	if err != nil {
		return "", err
	}
	if v == nil {
		if v, err = object.GetAttr(t, o, nameOfObject); err != nil {
			return "", err
		}
	}
	return object.ToStr(t, v)
}

// RegisteredObject is keras.saving.get_registered_object: what the open CustomObjectScope, the registered objects or custom
// hold under a name, in this order; nil when none does.
func RegisteredObject(t *object.Thread, name string, custom *object.Dict) object.Object {
	key := object.Intern(name)
	for _, d := range []*object.Dict{scopedOf(t).custom, globalsOf(t).objects, custom} {
		if d != nil {
			if v := d.GetStr(key); v != nil {
				return v
			}
		}
	}
	return nil
}

// Register is register_keras_serializable(package, name)(o).
func Register(t *object.Thread, pkg, name string, o object.Object) error {
	if cls, ok := o.(*object.Class); ok && cls.Lookup(object.Intern("get_config")) == nil {
		e := object.ValueError("%s cannot be registered: it has no get_config() method.", cls.Name)
		return e
	}
	if name == "" {
		v, err := object.GetAttr(t, o, nameOfObject)
		if err != nil {
			return err
		}
		if name, err = object.ToStr(t, v); err != nil {
			return err
		}
	}
	full := object.Intern(pkg + ">" + name)
	g := globalsOf(t)
	g.objects.SetStr(full, o)
	return g.names.Set(t, o, full)
}

func text(t *object.Thread, v object.Object) (string, error) {
	if v == object.None {
		return "", nil
	}
	return object.ToStr(t, v)
}

func init() {
	registration()
	serialization()
	arg.Provide("serialized", arg.Kind{Put: Serialize})
	arg.Provide("object", arg.Kind{
		Put:  Serialize,
		From: func(t *object.Thread, v object.Object) (object.Object, error) { return Deserialize(t, v, nil) },
	})
}

// registration declares the functions about registered names.
func registration() {
	const module = "keras.src.saving.object_registration"
	spec.DeclareFunc(spec.Function{Name: "register_keras_serializable", Module: module,
		Export: spec.Keys("keras.saving.register_keras_serializable", "keras.utils.register_keras_serializable"),
		Takes:  "package='Custom', name=None", Doc: "Makes a class or function known under a name that configs can use.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			pkg, err := object.ToStr(t, a[0])
			if err != nil {
				return nil, err
			}
			name, err := text(t, a[1])
			if err != nil {
				return nil, err
			}
			return object.Func("decorator", "(arg)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				return a[0], Register(t, pkg, name, a[0])
			}), nil
		}})
	spec.DeclareFunc(spec.Function{Name: "get_custom_objects", Module: module,
		Export: spec.Keys("keras.saving.get_custom_objects", "keras.utils.get_custom_objects"),
		Doc:    "Returns the dict of registered objects.",
		Do:     func(t *object.Thread, _ []object.Object) (object.Object, error) { return globalsOf(t).objects, nil }})
	spec.DeclareFunc(spec.Function{Name: "get_registered_name", Module: module,
		Export: spec.Keys("keras.saving.get_registered_name", "keras.utils.get_registered_name"),
		Takes:  "obj", Doc: "Returns the name an object was registered under, else its own.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := globalsOf(t).names.Get(t, a[0])
			if err != nil || v != nil {
				return v, err
			}
			return object.GetAttr(t, a[0], nameOfObject)
		}})
	spec.DeclareFunc(spec.Function{Name: "get_registered_object", Module: module,
		Export: spec.Keys("keras.saving.get_registered_object", "keras.utils.get_registered_object"),
		Takes:  "name, custom_objects=None, module_objects=None", Doc: "Returns the object registered under a name, or None.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			dicts := []object.Object{scopedOf(t).custom, globalsOf(t).objects, a[1], a[2]}
			for _, o := range dicts {
				if d, ok := object.Of(o).(*object.Dict); ok {
					if v, err := d.Get(t, a[0]); v != nil || err != nil {
						return v, err
					}
				}
			}
			return object.None, nil
		}})
}

// serialization declares the functions that write and read configs, and those that reset what they keep.
func serialization() {
	spec.DeclareFunc(spec.Function{Name: "enable_unsafe_deserialization", Module: "keras.src.saving.serialization_lib",
		Export: spec.Keys("keras.config.enable_unsafe_deserialization"), Doc: "Lets configs bring code with them from here on.",
		Do: func(t *object.Thread, _ []object.Object) (object.Object, error) {
			SetSafeMode(t, object.False)
			return nil, nil
		}})
	spec.DeclareFunc(spec.Function{Name: "clear_session", Module: "keras.src.backend.common.global_state",
		Export: spec.Keys("keras.utils.clear_session", "keras.backend.clear_session"), Takes: "free_memory=True",
		Doc: "Forgets name counters, scopes and the dtype policy.",
		Do: func(t *object.Thread, _ []object.Object) (object.Object, error) {
			operation.ClearSession(t)
			return nil, nil
		}})
	spec.DeclareFunc(spec.Function{Name: "serialize_keras_object", Module: "keras.src.saving.serialization_lib",
		Export: spec.Keys("keras.saving.serialize_keras_object", "keras.utils.serialize_keras_object"), Takes: "obj",
		Doc: "Writes an object down as plain values.",
		Do:  func(t *object.Thread, a []object.Object) (object.Object, error) { return Serialize(t, a[0]) }})
	spec.DeclareFunc(spec.Function{Name: "deserialize_keras_object", Module: "keras.src.saving.serialization_lib",
		Export: spec.Keys("keras.saving.deserialize_keras_object", "keras.utils.deserialize_keras_object"),
		Takes:  "config, custom_objects=None, safe_mode=True, **kwargs", Doc: "Makes the object that plain values describe.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			custom, _ := object.Of(a[1]).(*object.Dict)
			safe, err := object.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			r := Reader{T: t, Custom: custom, SafeMode: safe}
			if m, ok := object.Of(a[3].(*object.Dict).GetName("module_objects")).(*object.Dict); ok {
				r.Module = func(name string) object.Object { return m.GetName(name) }
			}
			return r.Object(a[0])
		}})
}
