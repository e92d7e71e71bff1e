package optimizers

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// byName are the optimizers by their names in lower case: built-in ones are found in any spelling.
var byName = map[string]*spec.Class{}

func init() {
	for _, c := range []*spec.Class{Optimizer, Adam, SGD, RMSprop, Adadelta, AdamW, Adagrad, Adamax, Adafactor, Muon, Multi, Map, Nadam, Ftrl, Lion, Lamb, LossScale, ScheduleFreeAdamW} {
		byName[strings.ToLower(c.Name)] = c
	}
	function := func(name, takes, doc string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.optimizers", Export: spec.Keys("keras.optimizers." + name), Takes: takes, Doc: doc, Do: do})
	}
	function("get", "identifier", "Makes an optimizer of a name, a config or an object.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return Get(t, a[0])
	})
	function("serialize", "optimizer", "Writes an optimizer down as plain values.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return saving.Serialize(t, a[0])
	})
	function("deserialize", "config, custom_objects=None", "Makes the optimizer that a config describes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		custom, _ := object.Of(a[1]).(*object.Dict)
		return Deserialize(t, a[0], custom)
	})
}

// Deserialize is keras.optimizers.deserialize. It writes the lower-case name into the config, as Keras does.
func Deserialize(t *object.Thread, v object.Object, custom *object.Dict) (object.Object, error) {
	class, err := object.GetItem(t, v, object.NewStr("class_name"))
	if err != nil {
		return nil, err
	}
	name, ok := object.AsString(class)
	if !ok {
		return nil, object.AttributeError(class, "lower", "'%s' object has no attribute 'lower'", class.Class().Name)
	}
	if lower := strings.ToLower(name); byName[lower] != nil {
		if err := object.SetItem(t, v, object.NewStr("class_name"), object.NewStr(lower)); err != nil {
			return nil, err
		}
	}
	r := saving.Reader{T: t, Custom: custom, SafeMode: true, Module: func(name string) object.Object {
		if c := byName[name]; c != nil {
			return c.In(t)
		}
		return nil
	}}
	return r.Object(v)
}

// Get is keras.optimizers.get.
func Get(t *object.Thread, v object.Object) (object.Object, error) {
	o := v
	var err error
	switch x := object.Of(v).(type) {
	case *object.NoneType:
		return v, nil
	case *object.Dict:
		o, err = Deserialize(t, x, nil)
	case *object.Str:
		config := object.NewDict()
		config.SetName("class_name", x)
		config.SetName("config", object.NewDict())
		if byName[strings.ToLower(x.String())] == nil {
			return nil, unknown(t, v)
		}
		o, err = Deserialize(t, config, nil)
	}
	if err != nil {
		return nil, err
	}
	if ok, err := object.IsInstance(t, o, Optimizer.In(t)); ok || err != nil {
		return o, err
	}
	return nil, unknown(t, v)
}

func unknown(t *object.Thread, v object.Object) error {
	e := object.ValueError("%s is no optimizer: it must be the name of one, its config, or an optimizer.", arg.Repr(t, v))
	var known []string
	for _, c := range byName {
		known = append(known, c.Name, strings.ToLower(c.Name))
	}
	e.Subject = blame.Identifier{Function: "keras.optimizers.get", Kind: "optimizer", Value: v, Known: known}
	return e
}
