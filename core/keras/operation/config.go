package operation

import (
	"layerglass/core/keras/blame"
	"layerglass/core/python/object"
)

// DeserializePolicy turns a dtype policy's config, found under "dtype" in an operation's config, into what the constructor
// takes: a name, or the policy object where a name does not say it all. Package dtypes sets it.
var DeserializePolicy func(t *object.Thread, config *object.Dict) (object.Object, error)

// BadConfig is the subject of the TypeError that from_config raises when the constructor refuses the config.
type BadConfig struct {
	Class  *object.Class
	Config *object.Dict
	// Keyword is the key that __init__ has no parameter for, or "".
	Keyword string
	Cause   *object.Exception
}

func baseFromConfig(t *object.Thread, a []object.Object) (object.Object, error) {
	return FromConfig(t, a[0].(*object.Class), a[1])
}

// FromConfig is Operation.from_config: it calls the class with the config's entries as keyword arguments. Whatever goes
// wrong there comes back as TypeError.
func FromConfig(t *object.Thread, cls *object.Class, config object.Object) (object.Object, error) {
	d, ok := object.Of(config).(*object.Dict)
	if !ok {
		e := object.TypeError("%s.from_config() takes a dict, got a value of type %s.", cls.Name, config.Class().Name)
		e.Subject = blame.NotAConfig{Class: cls, Value: config}
		return nil, e
	}
	if dtype, ok := object.Of(orNone(d.GetName("dtype"))).(*object.Dict); ok && DeserializePolicy != nil {
		policy, err := DeserializePolicy(t, dtype)
		if err != nil {
			return nil, err
		}
		d = d.Copy()
		d.SetName("dtype", policy)
	}
	kw, err := Keywords(d)
	if err == nil {
		var op *object.Instance
		if op, err = Construct(t, cls, object.Args{Kw: kw}); err == nil {
			return op, nil
		}
	}
	return nil, refused(t, cls, d, err)
}

func refused(t *object.Thread, cls *object.Class, config *object.Dict, err error) error {
	cause := object.AsException(err)
	if cause == nil || !cause.Class().IsSubclass(object.ExceptionClass) {
		return err
	}
	text, textErr := object.ToStr(t, cause)
	if textErr != nil {
		text = cause.Message()
	}
	e := object.TypeError("%s.from_config() could not make the object: %s.__init__() raised %s: %s", cls.Name, cls.Name, cause.Class().Name, text)
	e.Context = cause
	e.Subject = BadConfig{Class: cls, Config: config, Keyword: unknownKeyword(cls, config), Cause: cause}
	return e
}

// unknownKeyword returns the first key that no parameter of __init__ takes, or "".
func unknownKeyword(cls *object.Class, config *object.Dict) string {
	sig := initSignature(cls)
	if sig == nil {
		return ""
	}
	known := map[string]bool{}
	for _, p := range sig.Params {
		if p.Kind == object.VarKeyword {
			return ""
		}
		known[p.Name.String()] = true
	}
	for k := range config.All() {
		if s, ok := object.Of(k).(*object.Str); ok && !known[s.String()] {
			return s.String()
		}
	}
	return ""
}
