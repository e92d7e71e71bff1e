package saving

import (
	"layerglass/core/keras/blame"
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// MakeArray makes a numpy array, or a tensor when eager is set, of nested lists; the package that has them sets it.
var MakeArray func(t *object.Thread, value object.Object, dtype string, eager bool) (object.Object, error)

// Reader is one call of deserialize_keras_object.
type Reader struct {
	T *object.Thread
	// Custom are the objects that the caller knows by name, beside those registered.
	Custom   *object.Dict
	SafeMode bool
	// Module, if set, finds the short names of one kind of object: "relu", "glorot_uniform".
	Module func(name string) object.Object
}

// Deserialize is keras.saving.deserialize_keras_object(config, custom_objects).
func Deserialize(t *object.Thread, config object.Object, custom *object.Dict) (object.Object, error) {
	r := Reader{T: t, Custom: custom, SafeMode: true}
	return r.Object(config)
}

// Object makes the object that config describes.
func (r *Reader) Object(config object.Object) (object.Object, error) {
	r.SafeMode = InSafeMode(r.T, r.SafeMode)
	r.Custom = r.mergeCustom()
	return r.object(config)
}

// mergeCustom lays the open scope's and the registered objects over the caller's.
func (r *Reader) mergeCustom() *object.Dict {
	d := object.NewDict()
	for _, from := range []*object.Dict{r.Custom, scopedOf(r.T).custom, globalsOf(r.T).objects} {
		if from != nil {
			_ = d.Update(r.T, from)
		}
	}
	return d
}

func (r *Reader) object(config object.Object) (object.Object, error) {
	if err := r.T.Deeper(); err != nil {
		return nil, err
	}
	defer r.T.Shallower()
	if err := r.T.Spend(1); err != nil {
		return nil, err
	}
	plain := object.Of(config)
	if s, ok := plain.(*object.Str); ok {
		if v := r.Custom.GetStr(object.Intern(s.String())); v != nil && v != object.None {
			return v, nil
		}
	}
	switch x := plain.(type) {
	case *object.NoneType:
		return config, nil
	case *object.List:
		return r.list(x.Items)
	case *object.Tuple:
		return r.list(x.Items)
	}
	if r.Module != nil {
		found, done, err := r.fromModule(plain)
		if done || err != nil {
			return found, err
		}
		config, plain = found, object.Of(found)
	}
	switch x := plain.(type) {
	case *object.Str, object.Int, object.Bool, object.Float, *object.BigInt:
		return config, nil
	case *object.Dict:
		return r.dict(x)
	}
	e := object.TypeError("A config is made of dicts, lists, text and numbers; a value of type %s stands in it.", config.Class().Name)
	e.Subject = blame.NotAConfig{Value: config}
	return nil, e
}

// inner is a Reader for what stands inside: the short names are no longer looked up.
func (r *Reader) inner() *Reader { return &Reader{T: r.T, Custom: r.Custom, SafeMode: r.SafeMode} }

func (r *Reader) list(items []object.Object) (object.Object, error) {
	out := object.NewList()
	in := r.inner()
	for _, v := range items {
		o, err := in.object(v)
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, o)
	}
	return out, nil
}

func (r *Reader) mapping(d *object.Dict) (object.Object, error) {
	out := object.NewDict()
	in := r.inner()
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			return out, nil
		}
		pos = next
		o, err := in.object(v)
		if err != nil {
			return nil, err
		}
		if err := out.Set(r.T, k, o); err != nil {
			return nil, err
		}
	}
}

func str(o object.Object) (string, bool) {
	if o == nil {
		return "", false
	}
	s, ok := object.Of(o).(*object.Str)
	if !ok {
		return "", false
	}
	return s.String(), true
}

// fromModule resolves short names. done is false when what it returns is a config to go on with.
func (r *Reader) fromModule(config object.Object) (v object.Object, done bool, err error) {
	name, _ := str(config)
	var inner object.Object = object.None
	if d, ok := config.(*object.Dict); ok {
		if inner = d.GetName("config"); inner == nil {
			inner = object.None
		}
		class, hasClass := str(d.GetName("class_name"))
		if !hasClass && d.GetName("class_name") == nil {
			e := object.ValueError("A config must have the key 'class_name', this one has none.")
			e.Subject = blame.NotAConfig{Value: config}
			return nil, true, e
		}
		if r.customNamed(class, d, inner) {
			return config, false, nil
		}
		name = class
		switch {
		case class == "function":
			if m, _ := str(d.GetName("module")); m == "builtins" {
				name, _ = str(inner)
			} else {
				name, _ = str(d.GetName("registered_name"))
			}
		case d.GetName("module") == object.None:
			e := object.TypeError("The class %s is not known: it is no class of Keras, and none was registered under this name. "+
				"Register it with @keras.saving.register_keras_serializable(), or pass it in custom_objects.", class)
			e.Subject = blame.Unknown{Kind: "class", Name: class, Config: config}
			return nil, true, e
		}
	} else if _, ok := config.(*object.Str); !ok {
		return config, true, nil // a name that the module does not have: given back as it is
	}
	found := r.Module(name)
	if found == nil {
		return object.NewStr(name), true, nil
	}
	return r.found(found, inner)
}

// customNamed reports whether the caller or the program brought an object of the name in the config.
func (r *Reader) customNamed(class string, d *object.Dict, inner object.Object) bool {
	names := []string{class}
	if s, ok := str(d.GetName("registered_name")); ok {
		names = append(names, s)
	}
	if s, ok := str(inner); ok {
		names = append(names, s)
	}
	for _, n := range names {
		if r.Custom.GetStr(object.Intern(n)) != nil {
			return true
		}
	}
	return false
}

// found goes on with what a short name stands for: a function is the result, a class is made from the config.
func (r *Reader) found(o, inner object.Object) (object.Object, bool, error) {
	cls, ok := o.(*object.Class)
	if !ok {
		return o, true, nil
	}
	d, ok := object.Of(inner).(*object.Dict)
	if !ok {
		if inner != object.None {
			return nil, true, object.TypeError("The config of %s must be a dict, got a value of type %s.", cls.Name, inner.Class().Name)
		}
		d = object.NewDict()
	}
	full, err := withClassOnly(r.T, cls, d)
	if err != nil {
		return nil, true, err
	}
	v, err := r.inner().instance(cls, d, full)
	return v, true, err
}

func withClassOnly(t *object.Thread, cls *object.Class, inner *object.Dict) (*object.Dict, error) {
	name, err := RegisteredName(t, cls)
	if err != nil {
		return nil, err
	}
	return dict("module", cls.Module(), "class_name", cls.Name, "config", inner, "registered_name", object.NewStr(name)), nil
}

// dict makes what a dict describes: a tagged value, a function, an object, or a dict of such.
func (r *Reader) dict(d *object.Dict) (object.Object, error) {
	if d.GetName("class_name") == nil || d.GetName("config") == nil {
		return r.mapping(d)
	}
	class, _ := str(d.GetName("class_name"))
	inner := d.GetName("config")
	if inner == object.None {
		inner = object.NewDict()
	}
	if v, err := r.tagged(class, inner, d); v != nil || err != nil {
		return v, err
	}
	if class == "function" {
		name, ok := str(inner)
		if !ok {
			return nil, object.TypeError("The config of a function must be its name, got a value of type %s.", inner.Class().Name)
		}
		return r.retrieve(name, d, "function")
	}
	config, ok := object.Of(inner).(*object.Dict)
	if !ok {
		return nil, object.TypeError("The config of %s must be a dict, got a value of type %s.", class, inner.Class().Name)
	}
	if id, ok := d.GetName("shared_object_id").(object.Int); ok {
		if o := scopedOf(r.T).byID[int64(id)]; o != nil {
			return o, nil
		}
	}
	cls, err := r.retrieve(class, d, "class")
	if err != nil || IsFunction(cls) {
		return cls, err
	}
	return r.instance(cls, config, d)
}

// tagged makes the values that have a form of their own; nil for an object's config.
func (r *Reader) tagged(class string, inner object.Object, full *object.Dict) (object.Object, error) {
	d, _ := object.Of(inner).(*object.Dict)
	get := func(key string) object.Object {
		if d != nil {
			if v := d.GetName(key); v != nil {
				return v
			}
		}
		return object.None
	}
	switch class {
	case "__keras_tensor__":
		return r.kerasTensor(get)
	case "__tensor__", "__numpy__":
		dtype, err := config.Dtype(r.T, get("dtype"))
		if err != nil {
			return nil, err
		}
		if MakeArray == nil {
			return nil, object.NewError(object.NotImplementedErrClass, "Arrays in a config are not modelled here yet.")
		}
		return MakeArray(r.T, get("value"), dtype, class == "__tensor__")
	case "__bytes__":
		return object.CallMethod(r.T, get("value"), "encode", object.Intern("utf-8"))
	case "__ellipsis__":
		return object.Ellipsis, nil
	case "__slice__":
		return r.slice(get)
	case "__lambda__":
		return r.lambda(get("value"))
	case "__typespec__":
		e := object.NewError(object.NotImplementedErrClass, "Bringing back a tf.TypeSpec is not modelled here yet.")
		e.Subject = blame.NotModelled{Name: "tf.TypeSpec in a config"}
		return nil, e
	}
	return nil, nil
}

func (r *Reader) kerasTensor(get func(string) object.Object) (object.Object, error) {
	shape, ok := spec.ReadShape(get("shape"))
	if !ok {
		return nil, object.ValueError("The shape of a tensor in a config must be a list of integers and None.")
	}
	dtype, err := config.Dtype(r.T, get("dtype"))
	if err != nil {
		return nil, err
	}
	var x *tensor.KerasTensor = operation.NewTensor(r.T, shape, dtype)
	x.AttrDict(true).SetName("_pre_serialization_keras_history", get("keras_history"))
	return x, nil
}

func (r *Reader) slice(get func(string) object.Object) (object.Object, error) {
	in := r.inner()
	s := &object.Slice{}
	for key, to := range map[string]*object.Object{"start": &s.Start, "stop": &s.Stop, "step": &s.Step} {
		v, err := in.object(get(key))
		if err != nil {
			return nil, err
		}
		*to = v
	}
	return s, nil
}

func (r *Reader) lambda(value object.Object) (object.Object, error) {
	if r.SafeMode {
		e := object.ValueError("The config carries a lambda, which is code. It is not brought back unless safe_mode=False is passed, " +
			"or keras.config.enable_unsafe_deserialization() was called.")
		e.Subject = blame.NotAConfig{Value: value}
		return nil, e
	}
	return loadParts(r.T, value)
}

func loadParts(t *object.Thread, value object.Object) (object.Object, error) {
	items, err := object.Items(t, value)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, object.ValueError("The value of a lambda in a config must be a list: code, defaults, closure.")
	}
	code, _ := str(items[0])
	parts := []object.Object{object.None, object.None}
	copy(parts, items[1:])
	return LoadFunction(t, code, parts[0], parts[1])
}
