package spec

import (
	"strings"
	"sync"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Instance is the object that a declaration's functions work on.
type Instance = arg.Instance

// Shape is the size of each dimension of a tensor.
type Shape = tensor.Shape

// Class declares one class of Keras: a layer, an initializer, a dtype policy … See the package's documentation for what
// becomes of each field.
type Class struct {
	// Name is the class's own name, Module the module whose text defines it in Keras: "keras.src.layers.core.dense". Declare
	// sets both; Name is given only where it is not that of the first public name.
	Name, Module string
	// Export lists the public names, the one that configs use first: "keras.layers.Dense". A private class has none. Declare
	// sets it.
	Export []string
	// Doc says in one sentence what the class is for.
	Doc string
	// Base is the class it derives from; nil is object. Mixins are further bases behind it.
	Base   *Class
	Mixins []*Class
	// Through lists classes of Keras that stand between the class and its base and are not declared, as full names, the nearest first.
	Through []string
	// Native makes the class by hand instead: the base Layer is such a one. Nothing below is read then.
	Native func(t *object.Thread) *object.Class

	// Args are the constructor's arguments, with the checks between them. Inherits leaves __init__ to the base.
	Args     arg.List
	Inherits bool
	// Kwargs is the name of the constructor's **kwargs, which go to the base class; "" for none.
	Kwargs string
	// Fixed are further keyword arguments for the base class's __init__, as names and values in turn.
	Fixed []any
	// Hand gives the base class's __init__ arguments that are worked out from those given.
	Hand func(l *Instance) ([]object.Kwarg, error)
	// InitOrder lists the arguments whose attributes are set first, in this order, where it is not that of the signature. It
	// decides which of two bad values is complained about.
	InitOrder []string
	// Taken names arguments that a class of Keras's in between, which is not declared here, is given by this one's __init__: the
	// call fails when **kwargs holds them too.
	Taken []string
	// Setup runs at the end of __init__.
	Setup func(l *Instance) error

	// Config lists the config's keys in order, behind those of the base class. nil lists all arguments that are attributes;
	// an empty list inherits get_config.
	Config []string
	// IfSet lists keys that appear only when the first of their group is true of the attribute: they stand behind Config.
	IfSet [][]string
	// From names the attribute that holds a key's value, where it is another.
	From map[string]string
	// Alone leaves the base class's config out.
	Alone bool
	// Finish may change the config at the end of get_config.
	Finish func(l *Instance, config *object.Dict) error
	// FromConfig is the class method of that name; nil inherits it.
	FromConfig func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error)
	// FromCustom says that from_config takes custom_objects too.
	FromCustom bool

	// Takes is the parameter list of call without self, as Python writes it; "" inherits call.
	Takes string
	// Call computes the layer, on symbols and values alike. A layer with Takes and without Call can be called on symbols,
	// whose shape Output gives, and says of values that it is not modelled.
	Call func(l *Instance, a []object.Object) (object.Object, error)
	// Build makes the weights, Output gives the output's shape, of a layer with one input. Layers with several declare the
	// methods build and compute_output_shape in Methods.
	Build  func(l *Instance, in Shape) error
	Output func(l *Instance, in Shape) (Shape, error)
	// ListShape says that compute_output_shape returns a list.
	ListShape bool
	// Precise says that call tells more of the output's shape than compute_output_shape does: it is run in a trace then.
	Precise bool
	// Masks says that the layer passes masks on (supports_masking). BuiltAtInit says that it has nothing to build.
	Masks, BuiltAtInit bool

	// Methods and Getters are further methods and properties; ClassAttrs class attributes as names and values in turn.
	Methods    []Method
	Getters    []Getter
	ClassAttrs []any

	*prepared
}

// prepared is what is worked out of a declaration once for all sessions.
type prepared struct {
	// make gives the declaration but for its header.
	make       func() Class
	made, once sync.Once

	sig   *object.Signature
	steps []*arg.Arg // Args in the order of __init__
	keys  []configKey
	sigs  []*object.Signature // of Methods
	takes *object.Signature
}

// Method declares a method.
type Method struct {
	// Name is the method's name; Takes its parameter list without self: "rank, lora_alpha=None".
	Name, Takes, Doc string
	// Do is given one value per parameter.
	Do func(l *Instance, a []object.Object) (object.Object, error)
	// Class makes it a class method: l.Instance is nil and the class is the first value.
	Class bool
}

// Getter declares a property; Set may be nil.
type Getter struct {
	Name, Doc string
	Get       func(l *Instance) (object.Object, error)
	Set       func(l *Instance, v object.Object) error
}

// Keys makes a list of names, to set it off in a declaration.
func Keys(names ...string) []string { return names }

// None is the empty list of config keys: get_config is inherited.
var None = []string{}

// configKey is one entry of the config, worked out from the declaration once.
type configKey struct {
	name *object.Str
	attr *object.Str
	kind *arg.Kind
	// when is the attribute that must be true for the key to appear, or nil.
	when *object.Str
}

var registry = map[string]*Class{}
var declared []*Class

// Declare makes a class known: module is where Keras defines it, names are its public names, separated by spaces, the one
// that configs use first, or its own name alone where it has none. It is called once for each class, where a package
// variable is initialised; what the class is made of comes from make, which is called when the class is needed first, since
// few programs need more than some of them.
func Declare(module, names string, make func() Class) *Class {
	d := &Class{Name: names, Module: module, prepared: &prepared{make: make}}
	if strings.Contains(names, ".") {
		d.Export = strings.Fields(names)
		d.Name = d.Export[0][strings.LastIndexByte(d.Export[0], '.')+1:]
	}
	declared = append(declared, d)
	for _, name := range d.Export {
		if registry[name] != nil {
			panic("spec: two declarations of " + name)
		}
		registry[name] = d
	}
	return d
}

// Whole returns the class with all of its fields, and its bases with theirs. Before the first call a declaration is no more
// than its Name, Module and Export.
func (c *Class) Whole() *Class {
	c.made.Do(func() {
		d := c.make()
		if d.Name == "" {
			d.Name = c.Name
		}
		d.Module, d.Export, d.prepared = c.Module, c.Export, c.prepared
		*c = d
		if c.Base != nil {
			c.Base.Whole()
		}
		for _, m := range c.Mixins {
			m.Whole()
		}
	})
	return c
}

// Find returns the declaration of a public name ("keras.layers.Dense"), or nil.
func Find(public string) *Class {
	if c := registry[public]; c != nil {
		return c.Whole()
	}
	return nil
}

// Headers returns all declarations, of which only Name, Module and Export may be read.
func Headers() []*Class { return declared }

// All returns all declarations.
func All() []*Class {
	for _, c := range declared {
		c.Whole()
	}
	return declared
}

// Public returns the canonical public name, or "".
func (c *Class) Public() string {
	if len(c.Export) == 0 {
		return ""
	}
	return c.Export[0]
}

// prepare works out what does not depend on a session.
func (c *Class) prepare() {
	c.once.Do(func() {
		c.sig = c.Args.Signature(c.Kwargs)
		c.steps = c.order()
		for _, m := range c.Methods {
			c.sigs = append(c.sigs, signature(m.Takes))
		}
		if c.Takes != "" {
			c.takes = signature(c.Takes)
		}
		keys := c.Config
		if keys == nil {
			for i := range c.Args {
				if a := &c.Args[i]; !a.IsCheck() && a.Attribute() != "" && !a.Hidden {
					keys = append(keys, a.Name)
				}
			}
		}
		for _, k := range keys {
			c.keys = append(c.keys, c.key(k, ""))
		}
		for _, group := range c.IfSet {
			for _, k := range group {
				c.keys = append(c.keys, c.key(k, group[0]))
			}
		}
	})
}

// order returns the items of Args with those of InitOrder first; BaseInit and the checks before the first argument stay
// before them.
func (c *Class) order() []*arg.Arg {
	var out []*arg.Arg
	moved := map[string]bool{}
	place := func() {
		for _, n := range c.InitOrder {
			if a := c.Args.Find(n); a != nil {
				out = append(out, a)
				moved[n] = true
			}
		}
	}
	for i := range c.Args {
		a := &c.Args[i]
		if !a.IsCheck() && len(moved) == 0 {
			place()
		}
		if a.IsCheck() || !moved[a.Name] {
			out = append(out, a)
		}
	}
	return out
}

func (c *Class) key(name, when string) configKey {
	k := configKey{name: object.Intern(name), attr: object.Intern(name)}
	for d := c; d != nil; d = d.Base {
		if a := d.Args.Find(name); a != nil && !a.Up {
			k.kind = a.Kind
			if attr := a.Attribute(); attr != "" {
				k.attr = object.Intern(attr)
			}
			break
		}
	}
	if k.kind == nil {
		if a := c.Args.Find(name); a != nil {
			k.kind = a.Kind
		}
	}
	if k.kind == nil && name == "activity_regularizer" { // an argument of Layer
		k.kind = arg.Regularizer(name).Kind
	}
	if attr, ok := c.From[name]; ok {
		k.attr = object.Intern(attr)
	}
	if when != "" {
		k.when = object.Intern(when)
	}
	return k
}

func signature(takes string) *object.Signature {
	if takes == "" {
		return object.ParseSignature("(self)")
	}
	return object.ParseSignature("(self, " + takes + ")")
}
