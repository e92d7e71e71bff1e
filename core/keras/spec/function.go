package spec

import (
	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

// Function declares a public function of Keras.
type Function struct {
	// Name is the function's own name, Module the module whose text defines it in Keras.
	Name, Module string
	// Export lists the public names, the one that configs use first.
	Export []string
	// Takes is the parameter list as Python writes it.
	Takes, Doc string
	Do         func(t *object.Thread, a []object.Object) (object.Object, error)
}

var functions = map[string]*Function{}
var allFunctions []*Function

// AllFuncs returns all declared functions.
func AllFuncs() []*Function { return allFunctions }

// DeclareFunc makes a function known under its public names.
func DeclareFunc(f Function) *Function {
	d := &f
	allFunctions = append(allFunctions, d)
	for _, name := range d.Export {
		if functions[name] != nil {
			panic("spec: two declarations of " + name)
		}
		functions[name] = d
	}
	return d
}

// FindFunc returns the declaration of a public name ("keras.activations.relu"), or nil.
func FindFunc(public string) *Function { return functions[public] }

type functionsKey struct{}

type sessionFunctions struct {
	made  map[*Function]*object.Builtin
	names map[object.Object]*Function
}

func functionsOf(t *object.Thread) *sessionFunctions {
	return t.State(functionsKey{}, func() any {
		return &sessionFunctions{map[*Function]*object.Builtin{}, map[object.Object]*Function{}}
	}).(*sessionFunctions)
}

// In returns the session's function object.
func (f *Function) In(t *object.Thread) *object.Builtin {
	s := functionsOf(t)
	if b := s.made[f]; b != nil {
		return b
	}
	sig := object.ParseSignature("(" + f.Takes + ")")
	b := object.RawFunc(f.Name, "", f.Doc, func(t *object.Thread, a object.Args) (object.Object, error) {
		values, err := operation.Bind(f.Name, sig, a)
		if err != nil {
			return nil, err
		}
		v, err := f.Do(t, values)
		if v == nil && err == nil {
			v = object.None
		}
		return v, err
	}).WithSignature(sig).AsFunction()
	b.Module = f.Module
	s.made[f] = b
	s.names[b] = f
	return b
}

// Public returns the canonical public name, or "".
func (f *Function) Public() string {
	if len(f.Export) == 0 {
		return ""
	}
	return f.Export[0]
}

// FunctionOf returns the declaration of a function object of this session, or nil.
func FunctionOf(t *object.Thread, o object.Object) *Function { return functionsOf(t).names[o] }

// Symbol returns the session's object of a public name: a declared class or function, or nil.
func Symbol(t *object.Thread, public string) object.Object {
	if c := registry[public]; c != nil {
		return c.In(t)
	}
	if f := functions[public]; f != nil {
		return f.In(t)
	}
	return nil
}

// SymbolOf is Symbol for the canonical public name only, as configs write it.
func SymbolOf(t *object.Thread, public string) object.Object {
	if c := registry[public]; c != nil && c.Public() == public {
		return c.In(t)
	}
	if f := functions[public]; f != nil && f.Public() == public {
		return f.In(t)
	}
	return nil
}

// Publics returns all declared public names, in no order.
func Publics() []string {
	out := make([]string, 0, len(registry)+len(functions))
	for n := range registry {
		out = append(out, n)
	}
	for n := range functions {
		out = append(out, n)
	}
	return out
}
