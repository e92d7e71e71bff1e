package spec

import (
	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

var selfSignature = object.ParseSignature("(self)")

// bindConfig makes get_config and from_config.
func (c *Class) bindConfig(cls *object.Class) {
	if len(c.keys) > 0 || c.Finish != nil || c.Alone {
		cls.Methods(c.method(cls, "get_config", "", selfSignature, func(l *Instance, _ []object.Object) (object.Object, error) {
			return c.config(l, cls)
		}))
	}
	from := c.FromConfig
	if from == nil && c.converts() {
		from = c.fromConfig(cls)
	}
	if from != nil {
		takes := "(cls, config)"
		if c.FromCustom {
			takes = "(cls, config, custom_objects=None)"
		}
		cls.ClassMethods(object.Func("from_config", takes, "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			d, ok := object.Of(a[1]).(*object.Dict)
			if !ok { // Keras copies the config first
				e := object.AttributeError(a[1], "copy", "%s.from_config() takes a dict, got a value of type %s.", c.Name, a[1].Class().Name)
				e.Subject = blame.NotAConfig{Value: a[1]}
				return nil, e
			}
			if len(a) < 3 || a[2] == object.None {
				return from(t, a[0].(*object.Class), d)
			}
			return withCustom(t, a[2], func() (object.Object, error) { return from(t, a[0].(*object.Class), d) })
		}))
	}
}

// withCustom does something while names are known that the program gives.
func withCustom(t *object.Thread, names object.Object, do func() (object.Object, error)) (object.Object, error) {
	if _, ok := object.Of(names).(*object.Dict); !ok {
		return nil, object.TypeError("'%s' object is not a mapping: custom_objects is a dict of names and objects", names.Class().Name)
	}
	scope, err := object.Call(t, Symbol(t, "keras.saving.CustomObjectScope"), names)
	if err != nil {
		return nil, err
	}
	if _, err := object.CallMethod(t, scope, "__enter__"); err != nil {
		return nil, err
	}
	made, err := do()
	if _, left := object.CallMethod(t, scope, "__exit__"); err == nil {
		err = left
	}
	return made, err
}

// config is get_config: the base class's config, updated by the class's own keys. A key that is there already keeps its
// place.
func (c *Class) config(l *Instance, cls *object.Class) (object.Object, error) {
	var config *object.Dict
	if base := l.Instance.Class().LookupAfter(cls, nameGetConfig); base != nil && !c.Alone {
		v, err := object.CallArgs(l.T, &object.Method{Self: l.Instance, Func: base}, object.Args{})
		if err != nil {
			return nil, err
		}
		if config, err = OwnConfig(l.T, base, v); err != nil {
			return nil, err
		}
	} else {
		config = object.NewDictSize(len(c.keys))
	}
	for i := range c.keys {
		if err := c.keys[i].put(l, config); err != nil {
			return nil, err
		}
	}
	if c.Finish != nil {
		if err := c.Finish(l, config); err != nil {
			return nil, err
		}
	}
	return config, nil
}

// OwnConfig returns what a base class's get_config gave, to add to it. What a method of the program returns is copied, since it
// may keep the dict.
func OwnConfig(t *object.Thread, getConfig, v object.Object) (*object.Dict, error) {
	d, ok := object.Of(v).(*object.Dict)
	if !ok {
		return object.NewDict(), nil
	}
	if _, native := getConfig.(*object.Builtin); native {
		return d, nil
	}
	config := object.NewDictSize(d.Len())
	return config, config.Update(t, d)
}

func (k *configKey) put(l *Instance, config *object.Dict) error {
	if k.when != nil {
		v, err := object.LookupAttr(l.T, l.Instance, k.when)
		if err != nil || v == nil {
			return err
		}
		if set, err := object.Truth(l.T, v); err != nil || !set {
			return err
		}
	}
	v, err := object.GetAttr(l.T, l.Instance, k.attr)
	if err != nil {
		return err
	}
	if k.kind != nil && k.kind.Put != nil {
		if v, err = k.kind.Put(l.T, v); err != nil {
			return err
		}
	}
	config.SetStr(k.name, v)
	return nil
}

// converts reports whether an entry of the config must become an object before the constructor takes it.
func (c *Class) converts() bool {
	for i := range c.Args {
		if k := c.Args[i].Kind; k != nil && k.From != nil {
			return true
		}
	}
	return false
}

// fromConfig is the from_config of a class with such entries: they are deserialized, the base class does the rest.
func (c *Class) fromConfig(cls *object.Class) func(*object.Thread, *object.Class, *object.Dict) (object.Object, error) {
	return func(t *object.Thread, asked *object.Class, config *object.Dict) (object.Object, error) {
		config = config.Copy()
		for i := range c.Args {
			a := &c.Args[i]
			if a.Kind == nil || a.Kind.From == nil {
				continue
			}
			v := config.GetName(a.Name)
			if v == nil {
				continue
			}
			v, err := a.Kind.From(t, v)
			if err != nil {
				return nil, err
			}
			config.SetName(a.Name, v)
		}
		return SuperFromConfig(t, cls, asked, config)
	}
}

// SuperFromConfig calls the from_config that stands behind cls in the MRO of the class asked for.
func SuperFromConfig(t *object.Thread, cls, asked *object.Class, config *object.Dict) (object.Object, error) {
	next := asked.LookupAfter(cls, nameFromConfig)
	if m, ok := next.(*object.ClassMethod); ok {
		return object.CallArgs(t, &object.Method{Self: asked, Func: m.Func}, object.Positional(config))
	}
	return Construct(t, asked, config)
}

// Construct is the plain from_config: cls(**config).
func Construct(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
	return ConstructWith(t, cls, nil, config)
}

// ConstructWith calls cls(*first, **config).
func ConstructWith(t *object.Thread, cls *object.Class, first []object.Object, config *object.Dict) (object.Object, error) {
	kw, err := operation.Keywords(config)
	if err != nil {
		return nil, err
	}
	site := t.Site
	t.Site = nil
	defer func() { t.Site = site }()
	return cls.Call(t, object.Args{Pos: first, Kw: kw})
}

// New makes an instance of a declared class from Go, with keyword arguments given as names and values in turn.
func (c *Class) New(t *object.Thread, kw ...object.Kwarg) (*object.Instance, error) {
	return operation.Construct(t, c.In(t), object.Args{Kw: kw})
}
