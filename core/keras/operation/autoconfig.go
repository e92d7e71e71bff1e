package operation

import (
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

var (
	nameInit      = object.Intern("__init__")
	nameGetConfig = object.Intern("get_config")
	nameIsDefault = object.Intern("_is_default")
)

// initSignature returns the signature of a class's __init__, self included, or nil when it cannot be known.
func initSignature(cls *object.Class) *object.Signature {
	if s, ok := cls.Lookup(nameInit).(object.Signatured); ok {
		return s.Signature()
	}
	return nil
}

// Parameters are the names of a class's constructor parameters that take positional arguments, without self.
func Parameters(cls *object.Class) []string {
	sig := initSignature(cls)
	if sig == nil {
		return nil
	}
	var names []string
	for i, p := range sig.Params {
		if i > 0 && p.Kind <= object.PositionalOrKeyword {
			names = append(names, p.Name.String())
		}
	}
	return names
}

// usesDefaultConfig reports whether the class has Keras's own get_config, which writes the automatic config.
func usesDefaultConfig(cls *object.Class) bool {
	h, ok := cls.Lookup(nameGetConfig).(object.HasDict)
	return ok && h.AttrDict(false).GetStr(nameIsDefault) != nil
}

// MarkDefault marks a method as Keras's own, so that overriding it can be told.
func MarkDefault(b *object.Builtin) *object.Builtin {
	b.AttrDict(true).SetStr(nameIsDefault, object.True)
	return b
}

// IsDefault reports whether the class has the marked method under this name.
func IsDefault(cls *object.Class, name string) bool {
	h, ok := cls.Lookup(object.Intern(name)).(object.HasDict)
	return ok && h.AttrDict(false).GetStr(nameIsDefault) != nil
}

// capture keeps the constructor's arguments as a config, if they can be written down: every leaf must be a str, int,
// float, bool or None.
func capture(s *State, cls *object.Class, a object.Args) {
	sig := initSignature(cls)
	if sig == nil || len(sig.Params) == 0 {
		return
	}
	values, err := Bind(cls.Name, sig, a.Prepend(object.None))
	if err != nil {
		return
	}
	config, ok := arguments(s, sig, values)
	if !ok || tree.Any(config, func(v object.Object) bool { return !simple(v) }) {
		return
	}
	s.Auto = config
}

// arguments lists the bound arguments by name, **kwargs spread behind them.
func arguments(s *State, sig *object.Signature, values []object.Object) (*object.Dict, bool) {
	config := object.NewDict()
	for i, p := range sig.Params {
		switch p.Kind {
		case object.PositionalOnly:
			if i > 0 {
				s.AutoArgs = true
				return nil, false
			}
		case object.VarPositional:
			if values[i].(*object.Tuple).Len() > 0 {
				s.AutoArgs = true
				return nil, false
			}
			continue
		}
		if i == 0 || p.Kind == object.VarKeyword || values[i] == nil {
			continue
		}
		config.SetStr(p.Name, values[i])
	}
	for i, p := range sig.Params {
		if p.Kind == object.VarKeyword {
			for k, v := range values[i].(*object.Dict).All() {
				config.SetStr(k.(*object.Str), v)
			}
		}
	}
	config.DelStr(nameName)
	return config, true
}

var nameName = object.Intern("name")

func simple(v object.Object) bool {
	switch object.Of(v).(type) {
	case *object.Str, object.Int, object.Float, object.Bool, *object.NoneType, *object.BigInt:
		return true
	}
	return false
}

// autoConfig returns the config that the arguments gave, beginning with the name where __init__ takes one.
func autoConfig(op *object.Instance) (*object.Dict, error) {
	s := StateOf(op)
	if s.Auto == nil {
		return nil, noAutoConfig(op, s)
	}
	config := object.NewDict()
	if takesName(initSignature(op.Class())) {
		config.SetStr(nameName, orNone(op.Attr("name")))
	}
	for k, v := range s.Auto.All() {
		config.SetStr(k.(*object.Str), v)
	}
	return config, nil
}

// takesName reports whether a constructor can be given a name back: by a parameter of that name, or by **kwargs under
// exactly that spelling.
func takesName(sig *object.Signature) bool {
	if sig == nil {
		return false
	}
	for _, p := range sig.Params {
		if p.Name.String() == "name" || p.Name.String() == "kwargs" && p.Kind == object.VarKeyword {
			return true
		}
	}
	return false
}

// NoAutoConfig is the subject of the NotImplementedError of a class whose get_config Keras cannot make.
type NoAutoConfig struct {
	Operation *object.Instance
	// PositionalArgs tells that positional-only or *args arguments are the reason; otherwise a value is not simple.
	PositionalArgs bool
}

func noAutoConfig(op *object.Instance, s *State) error {
	cls := op.Class().Name
	why := "one of the values given to %s.__init__() is neither text, a number, a bool, None, nor a list, tuple or dict of those"
	if s.AutoArgs {
		why = "%s.__init__() was given positional-only arguments or *args, which cannot be passed back by name"
	}
	e := object.NewError(object.NotImplementedErrClass, "There is no config for %s: "+why+". Write a get_config() method for the class.", cls, cls)
	e.Subject = NoAutoConfig{op, s.AutoArgs}
	return e
}
