// Package saving turns Keras objects into plain values and back: serialize_keras_object, deserialize_keras_object, the
// registration of custom objects, and the scopes around them.
package saving

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// TensorParts tells of an eager tensor its numbers, as nested lists, and its dtype; ok is false for anything else. The
// package that has such tensors sets it.
var TensorParts = func(t *object.Thread, o object.Object) (value object.Object, dtype string, ok bool, err error) {
	return nil, "", false, nil
}

// TypeSpecParts tells of a tf.TypeSpec its class name, module and fields; ok is false for anything else.
var TypeSpecParts = func(t *object.Thread, o object.Object) (name, module string, fields *object.List, ok bool) {
	return "", "", nil, false
}

// Serialize is keras.saving.serialize_keras_object.
func Serialize(t *object.Thread, o object.Object) (object.Object, error) {
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	defer t.Shallower()
	if err := t.Spend(1); err != nil {
		return nil, err
	}
	switch x := object.Of(o).(type) {
	case *object.NoneType, *object.Str, object.Int, object.Bool, object.Float, *object.BigInt:
		return o, nil
	case *object.List:
		items, err := serializeItems(t, x.Items)
		return object.NewList(items...), err
	case *object.Tuple:
		items, err := serializeItems(t, x.Items)
		return object.NewTuple(items...), err
	case *object.Dict:
		return SerializeDict(t, x)
	case *object.Slice:
		return serializeSlice(t, x)
	case *object.EllipsisType:
		return tagged("__ellipsis__", object.NewDict()), nil
	case *tensor.KerasTensor:
		if x.Kind != tensor.Eager {
			return serializeTensor(x), nil
		}
	}
	if v, err := serializeValue(t, o); v != nil || err != nil {
		return v, err
	}
	return serializeObject(t, o)
}

func serializeItems(t *object.Thread, items []object.Object) ([]object.Object, error) {
	out := make([]object.Object, len(items))
	for i, v := range items {
		s, err := Serialize(t, v)
		if err != nil {
			return nil, err
		}
		out[i] = s
	}
	return out, nil
}

// SerializeDict serializes the values of a dict.
func SerializeDict(t *object.Thread, d *object.Dict) (*object.Dict, error) {
	out := object.NewDictSize(d.Len())
	return out, serializeInto(t, out, d)
}

// serializeInto puts the serialized values of a dict into out, which may be that dict.
func serializeInto(t *object.Thread, out, d *object.Dict) error {
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			return nil
		}
		pos = next
		s, err := Serialize(t, v)
		if err != nil {
			return err
		}
		if err := out.Set(t, k, s); err != nil {
			return err
		}
	}
}

// dict makes a dict of names and values in turn.
func dict(pairs ...any) *object.Dict {
	d := object.NewDictSize(len(pairs) / 2)
	for i := 0; i+1 < len(pairs); i += 2 {
		d.SetName(pairs[i].(string), arg.Value(pairs[i+1]))
	}
	return d
}

func tagged(class string, config *object.Dict) *object.Dict {
	return dict("class_name", class, "config", config)
}

func serializeSlice(t *object.Thread, s *object.Slice) (object.Object, error) {
	parts, err := serializeItems(t, []object.Object{s.Start, s.Stop, s.Step})
	if err != nil {
		return nil, err
	}
	return tagged("__slice__", dict("start", parts[0], "stop", parts[1], "step", parts[2])), nil
}

func serializeTensor(x *tensor.KerasTensor) object.Object {
	var history object.Object = object.None
	if x.History != nil {
		history = object.NewList(object.NewStr(operation.Name(x.History.Operation)), object.Int(x.NodeIndex), object.Int(x.Index))
	}
	return tagged("__keras_tensor__", dict("shape", x.Shape.Object(), "dtype", x.Dtype, "keras_history", history))
}

// serializeValue serializes bytes, numpy values, eager tensors, lambdas and TensorFlow's type specs; nil for all else.
func serializeValue(t *object.Thread, o object.Object) (object.Object, error) {
	if object.Of(o).Class().IsSubclass(object.BytesClass) {
		s, err := object.CallMethod(t, o, "decode", object.Intern("utf-8"))
		if err != nil {
			return nil, err
		}
		return tagged("__bytes__", dict("value", s)), nil
	}
	if value, dtype, ok, err := TensorParts(t, o); ok || err != nil {
		return tagged("__tensor__", dict("value", value, "dtype", dtype)), err
	}
	if o.Class().Module() == "numpy" {
		if v, err := serializeNumpy(t, o); v != nil || err != nil {
			return v, err
		}
	}
	if isLambda(t, o) {
		return serializeLambda(t, o)
	}
	if name, module, fields, ok := TypeSpecParts(t, o); ok {
		return dict("class_name", "__typespec__", "spec_name", name, "module", module, "config", fields, "registered_name", nil), nil
	}
	return nil, nil
}

// serializeNumpy writes an array as nested lists and a scalar as a plain number.
func serializeNumpy(t *object.Thread, o object.Object) (object.Object, error) {
	ndim, err := object.LookupAttr(t, o, object.Intern("ndim"))
	if err != nil || ndim == nil {
		if err == nil && o.Class().Name == "ufunc" { // a function of numpy is taken for a scalar
			return object.CallMethod(t, o, "item")
		}
		return nil, err
	}
	if ndim == object.Object(object.Int(0)) {
		return object.CallMethod(t, o, "item")
	}
	value, err := object.CallMethod(t, o, "tolist")
	if err != nil {
		return nil, err
	}
	d, err := object.GetAttr(t, o, object.Intern("dtype"))
	if err != nil {
		return nil, err
	}
	name, err := object.ToStr(t, d)
	if err != nil {
		return nil, err
	}
	return tagged("__numpy__", dict("value", value, "dtype", name)), nil
}

// IsFunction reports whether Keras takes o for a plain Python function: one of a program, or one of its own.
func IsFunction(o object.Object) bool {
	if o.Class().IsSubclass(object.FunctionClass) {
		return true
	}
	b, ok := o.(*object.Builtin)
	return ok && b.Owner() == nil && strings.HasPrefix(b.Module, "keras")
}

// serializeObject writes an object with a get_config, or a function.
func serializeObject(t *object.Thread, o object.Object) (object.Object, error) {
	inner, err := innerConfig(t, o)
	if err != nil {
		return nil, err
	}
	config, err := withClass(t, o, inner)
	if err != nil {
		return nil, err
	}
	if err := addBuildAndCompile(t, o, config); err != nil {
		return nil, err
	}
	recordSerialized(t, o, config)
	return config, nil
}

var nameGetConfig = object.Intern("get_config")

func innerConfig(t *object.Thread, o object.Object) (object.Object, error) {
	if IsFunction(o) {
		name, err := RegisteredName(t, o)
		return object.NewStr(name), err
	}
	m, err := object.LookupAttr(t, o, nameGetConfig)
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return nil, err
	}
	if m != nil && err == nil {
		return callGetConfig(t, o, m)
	}
	if n, err := object.LookupAttr(t, o, nameOfObject); n != nil && err == nil {
		name, err := RegisteredName(t, o)
		return object.NewStr(name), err
	}
	e := object.TypeError("A value of type %s cannot be written into a config: its class has no get_config() method.", o.Class().Name)
	e.Subject = blame.NotSerializable{Value: o}
	return nil, e
}

func callGetConfig(t *object.Thread, o, m object.Object) (object.Object, error) {
	v, err := object.Call(t, m)
	if err != nil {
		return nil, err
	}
	d, ok := object.Of(v).(*object.Dict)
	if !ok {
		e := object.TypeError("get_config() of %s must return a dict, it returned a value of type %s.", o.Class().Name, v.Class().Name)
		e.Subject = blame.NotADict{Class: o.Class(), Returned: v}
		return nil, e
	}
	if f, ok := m.(*object.Method); ok {
		if _, native := f.Func.(*object.Builtin); native { // it makes a dict at each call, which nobody else has
			return d, serializeInto(t, d, d)
		}
	}
	return SerializeDict(t, d)
}

// withClass puts the class's name and module around a config: the public name of Keras's own, else the registered name.
func withClass(t *object.Thread, o, inner object.Object) (*object.Dict, error) {
	cls := o.Class()
	if IsFunction(o) {
		return dict("module", "builtins", "class_name", "function", "config", inner, "registered_name", "function"), nil
	}
	if d := spec.Of(cls); d != nil && d.Public() != "" {
		i := strings.LastIndexByte(d.Public(), '.')
		return dict("module", d.Public()[:i], "class_name", d.Public()[i+1:], "config", inner, "registered_name", nil), nil
	}
	name, err := RegisteredName(t, cls)
	if err != nil {
		return nil, err
	}
	return dict("module", cls.Module(), "class_name", cls.Name, "config", inner, "registered_name", object.NewStr(name)), nil
}

func addBuildAndCompile(t *object.Thread, o object.Object, config *object.Dict) error {
	for _, key := range []string{"build_config", "compile_config"} {
		m, err := object.LookupAttr(t, o, object.Intern("get_"+key))
		if m == nil || err != nil {
			if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
				return err
			}
			continue
		}
		v, err := object.Call(t, m)
		if err != nil {
			return err
		}
		if v == object.None {
			continue
		}
		d, ok := object.Of(v).(*object.Dict)
		if !ok {
			return object.AttributeError(v, "items", "'%s' object has no attribute 'items'", v.Class().Name)
		}
		s, err := SerializeDict(t, d)
		if err != nil {
			return err
		}
		config.SetName(key, s)
	}
	return nil
}

// recordSerialized forgets the module of a program's own class, and marks an object that occurs again inside a sharing
// scope.
func recordSerialized(t *object.Thread, o object.Object, config *object.Dict) {
	if m, ok := config.GetName("module").(*object.Str); ok && m.String() == "__main__" {
		config.SetName("module", object.None)
	}
	s := scopedOf(t)
	if s.byConfig == nil {
		return
	}
	if first, seen := s.byConfig[o]; seen {
		id := object.Int(t.ID(o))
		config.SetName("shared_object_id", id)
		first.SetName("shared_object_id", id)
		return
	}
	s.byConfig[o] = config
}
