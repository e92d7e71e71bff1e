package assist

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// constructor lists what a class's constructor takes: its own arguments, then those that **kwargs hands to Layer.
func (a *Assistant) constructor(c *spec.Class) []protocol.Argument {
	for c.Inherits && c.Base != nil {
		c = c.Base
	}
	if c.Native != nil || constructors[c.Name] != "" {
		return a.native(c)
	}
	var out []protocol.Argument
	for _, only := range []bool{false, true} {
		for i := range c.Args {
			if d := &c.Args[i]; !d.IsCheck() && d.Only == only {
				out = append(out, a.argument(d))
			}
		}
	}
	if c.Kwargs == "" || Kind(c) != "layer" {
		return out
	}
	return a.inherited(out, c.Fixed)
}

// inherited appends Layer's arguments that stand not in the list yet and are not settled by the class.
func (a *Assistant) inherited(own []protocol.Argument, settled []any) []protocol.Argument {
	out := own
	for i := range layers.Arguments {
		d := &layers.Arguments[i]
		known := false
		for _, o := range own {
			known = known || o.Name == d.Name
		}
		for j := 0; j < len(settled); j += 2 {
			known = known || settled[j] == d.Name
		}
		if !known {
			more := a.argument(d)
			more.Inherited, more.KeywordOnly = true, true
			out = append(out, more)
		}
	}
	return out
}

// constructors are the signatures of classes whose own takes anything, as Model's does, or is no method.
var constructors = map[string]string{
	"Model":             "(inputs, outputs, name=None)",
	"CustomObjectScope": "(custom_objects)",
	"name_scope":        "(name)",
	"Variable": "(initializer, shape=None, dtype=None, trainable=True, autocast=True, aggregation='none', synchronization='auto', name=None, " +
		"layout=None)",
}

// native lists the parameters of a class that is written by hand.
func (a *Assistant) native(c *spec.Class) []protocol.Argument {
	if c == layers.Base {
		var out []protocol.Argument
		for i := range layers.Arguments {
			out = append(out, a.argument(&layers.Arguments[i]))
		}
		return out
	}
	if sig := constructors[c.Name]; sig != "" {
		return a.parameters(object.ParseSignature(sig), "")
	}
	for _, name := range []string{"__init__", "__new__"} {
		if f, ok := c.In(a.Thread).Lookup(object.Intern(name)).(object.Signatured); ok {
			return a.parameters(f.Signature(), "self")
		}
	}
	return nil
}

// parameters lists a signature's parameters without the first one where that is called skip; *args and **kwargs are left out.
func (a *Assistant) parameters(s *object.Signature, skip string) []protocol.Argument {
	if s == nil {
		return nil
	}
	var out []protocol.Argument
	for i, p := range s.Params {
		name := p.Name.String()
		if i == 0 && name == skip || p.Kind == object.VarPositional || p.Kind == object.VarKeyword {
			continue
		}
		d := protocol.Argument{Name: name, Type: "any value", Form: "any", Doc: arg.About(name), KeywordOnly: p.Kind == object.KeywordOnly}
		switch {
		case p.Default != nil:
			d.Default = a.repr(p.Default)
		case !p.Hidden:
			d.Required = true
		}
		out = append(out, d)
	}
	return out
}

// argument describes one argument of a declaration.
func (a *Assistant) argument(d *arg.Arg) protocol.Argument {
	out := protocol.Argument{Name: d.Name, Type: d.Kind.Name, Form: form(d), Doc: d.Doc, KeywordOnly: d.Only, Required: d.Default == nil,
		Allowed: d.Allowed}
	if d.Default != nil {
		out.Default = a.repr(d.Default)
	}
	return out
}

// form returns which field of a form suits an argument.
func form(d *arg.Arg) string {
	switch kind := d.Kind.Name; {
	case len(d.Allowed) > 0:
		return "choice"
	case kind == "activation", kind == "initializer", kind == "regularizer", kind == "constraint":
		return kind
	case d.Name == "dtype" || strings.HasSuffix(d.Name, "_dtype"):
		return "dtype"
	case kind == "integer", kind == "positive integer":
		return "int"
	case kind == "number", kind == "number from 0 to 1", kind == "non-negative number":
		return "float"
	case kind == "true or false":
		return "bool"
	case kind == "text":
		return "str"
	case strings.HasPrefix(kind, "integer or"), strings.HasPrefix(kind, "tuple of integers"):
		return "ints"
	case kind == "Keras object":
		return "object"
	}
	return "any"
}

// takesMore reports whether **kwargs takes arguments beyond those that are listed.
func takesMore(c *spec.Class) bool { return c.Kwargs != "" && Kind(c) != "layer" }

// signatureText writes a signature as Python would: inherited arguments are summed up by **kwargs.
func signatureText(name string, list []protocol.Argument, more bool) string {
	var b strings.Builder
	b.WriteString(name + "(")
	first, starred := true, false
	write := func(s string) {
		if !first {
			b.WriteString(", ")
		}
		first = false
		b.WriteString(s)
	}
	for _, a := range list {
		if a.Inherited {
			more = true
			continue
		}
		if a.KeywordOnly && !starred {
			starred = true
			write("*")
		}
		if a.Default != "" {
			write(a.Name + "=" + a.Default)
		} else {
			write(a.Name)
		}
	}
	if more {
		write("**kwargs")
	}
	return b.String() + ")"
}
