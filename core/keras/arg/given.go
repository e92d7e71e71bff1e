package arg

import "layerglass/core/python/object"

// Given are the arguments of a constructor, by the names of its parameters. A few entries by other names may be added while the
// constructor runs.
type Given struct {
	params []object.Param
	values []object.Object
	more   []object.Kwarg
}

// GivenTo puts the values that were bound to the parameters of a signature under their names.
func GivenTo(sig *object.Signature, values []object.Object) *Given {
	return &Given{params: sig.Params, values: values}
}

// Get returns an argument, or nil. It may be asked for when no constructor runs.
func (g *Given) Get(name string) object.Object {
	if g == nil {
		return nil
	}
	for i := range g.values {
		if g.params[i].Name.String() == name {
			return g.values[i]
		}
	}
	for i := range g.more {
		if g.more[i].Name.String() == name {
			return g.more[i].Value
		}
	}
	return nil
}

// Set changes or adds an argument.
func (g *Given) Set(name string, v object.Object) {
	for i := range g.values {
		if g.params[i].Name.String() == name {
			g.values[i] = v
			return
		}
	}
	for i := range g.more {
		if g.more[i].Name.String() == name {
			g.more[i].Value = v
			return
		}
	}
	g.more = append(g.more, object.Kwarg{Name: object.Intern(name), Value: v})
}
