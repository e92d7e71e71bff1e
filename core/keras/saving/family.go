package saving

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Family is one kind of Keras object that can be told by name: initializers, regularizers … It makes the functions get,
// serialize and deserialize of its module.
type Family struct {
	// Kind is the word for one of them, "initializer"; Module the public module, "keras.initializers".
	Kind, Module string
	// Classes are its classes; each is known by its name and by its name in snake case.
	Classes []*spec.Class
	// More are further names.
	More map[string]*spec.Class
	// Array turns an array or tensor given in the place of one into what Keras makes of it; nil refuses it.
	Array func(t *object.Thread, v object.Object) (object.Object, bool)
	// Strict looks names up among the classes alone; otherwise a custom object may have them too.
	Strict bool

	names map[string]*spec.Class
}

// Declare makes the family's functions known, and its kind of argument.
func (f *Family) Declare() *Family {
	f.names = map[string]*spec.Class{}
	for _, c := range f.Classes {
		f.names[c.Name] = c
		f.names[operation.SnakeCase(c.Name)] = c
	}
	for n, c := range f.More {
		f.names[n] = c
	}
	function := func(name, takes, doc string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src" + f.Module[len("keras"):], Export: spec.Keys(f.Module + "." + name),
			Takes: takes, Doc: doc, Do: do})
	}
	identifier, written := "identifier", f.Kind
	if f.Kind == "quantizer" { // whose functions have parameters of their own
		identifier, written = "identifier, **kwargs", "initializer"
	}
	function("get", identifier, "Makes a "+f.Kind+" of a name, a config or an object.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if f.Kind == "quantizer" && len(a) > 1 {
			return f.get(t, a[0], a[1])
		}
		return f.Get(t, a[0])
	})
	function("serialize", written, "Writes a "+f.Kind+" down as plain values.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return Serialize(t, a[0])
	})
	function("deserialize", "config, custom_objects=None", "Makes the "+f.Kind+" that a config describes.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			custom, _ := object.Of(a[1]).(*object.Dict)
			return f.Deserialize(t, a[0], custom)
		})
	arg.Provide(f.Kind, arg.Kind{
		Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
			o, err := f.Get(l.T, v)
			if e := object.AsException(err); e != nil && e.Span.IsZero() {
				l.Place(e, a.Name)
			}
			return o, err
		},
		Put: Serialize,
	})
	return f
}

// Find returns the session's class of a short name, or nil.
func (f *Family) Find(t *object.Thread) func(string) object.Object {
	return func(name string) object.Object {
		if c := f.names[name]; c != nil {
			return c.In(t)
		}
		return nil
	}
}

// Deserialize is the module's deserialize function.
func (f *Family) Deserialize(t *object.Thread, v object.Object, custom *object.Dict) (object.Object, error) {
	r := Reader{T: t, Custom: custom, SafeMode: true, Module: f.Find(t)}
	return r.Object(v)
}

// Get is the module's get function: None stays None; a name, a config or a class gives an object; a callable is one.
func (f *Family) Get(t *object.Thread, v object.Object) (object.Object, error) {
	if f.Kind == "quantizer" {
		return f.get(t, v, object.NewDict())
	}
	return f.get(t, v)
}

// get is Get; first are the arguments of a class that is made. Keras hands a quantizer's class the dict of keyword arguments.
func (f *Family) get(t *object.Thread, v object.Object, first ...object.Object) (object.Object, error) {
	if v == object.None {
		return v, nil
	}
	o := v
	var err error
	switch x := object.Of(v).(type) {
	case *object.Dict:
		o, err = f.Deserialize(t, x, nil)
	case *object.Str:
		o, err = f.named(t, x)
	default:
		if f.Array != nil {
			if made, ok := f.Array(t, v); ok {
				o = made
			}
		}
	}
	if err != nil {
		return nil, err
	}
	if o == nil || !object.IsCallable(o) {
		return nil, f.cannotRead(t, v)
	}
	if cls, ok := o.(*object.Class); ok {
		return operation.Make(t, cls, first...)
	}
	return o, nil
}

func (f *Family) named(t *object.Thread, s *object.Str) (object.Object, error) {
	if f.Strict {
		return f.Find(t)(s.String()), nil
	}
	return f.Deserialize(t, dict("class_name", s, "config", object.NewDict()), nil)
}

func (f *Family) cannotRead(t *object.Thread, v object.Object) error {
	what := "the name of one, its config, or a callable"
	e := object.ValueError("%s is no %s: it must be %s.", arg.Repr(t, v), f.Kind, what)
	known := make([]string, 0, len(f.names))
	for n := range f.names {
		known = append(known, n)
	}
	e.Subject = blame.Identifier{Function: f.Module + ".get", Kind: f.Kind, Value: v, Known: known}
	return e
}
