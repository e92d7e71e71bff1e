package assist

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// callHelp tells the parameters of the call around a place, or nil.
func (r *reader) callHelp(p *place) *protocol.CallHelp {
	c := p.callAround()
	if c == nil {
		return nil
	}
	h := r.callee(r.eval(c.callee))
	if h == nil {
		return nil
	}
	last := c.callee[len(c.callee)-1]
	h.Span = protocol.Span{Start: last.start, End: last.end}
	h.Active = active(c, h.Arguments, p)
	return h
}

// active is the index of the argument that stands, or would stand, at the place.
func active(c *call, list []protocol.Argument, p *place) int {
	if c.keyword != "" || p.word.kind == wordName && c.begun == 0 {
		name := c.keyword
		if name == "" {
			name = p.word.text
		}
		for i := range list {
			if list[i].Name == name {
				return i
			}
		}
		if c.keyword != "" {
			return -1
		}
	}
	n := c.position
	for i := range list {
		if list[i].KeywordOnly {
			break
		}
		if n == 0 && !c.names[list[i].Name] {
			return i
		}
		n--
	}
	return -1
}

// callee describes what is called.
func (r *reader) callee(x thing) *protocol.CallHelp {
	switch {
	case x.def != nil:
		return r.definitionHelp(x.def)
	case x.inst != nil:
		if m := r.ownAttribute(x, "call"); m.def != nil {
			h := r.definitionHelp(m.def)
			h.Name = x.inst.name
			return h
		}
		return nil
	}
	switch v := x.value.(type) {
	case *object.Class:
		return r.classHelp(v)
	case *object.Method:
		f, ok := v.Func.(object.Signatured)
		if !ok {
			return nil
		}
		return r.functionHelp(nameOf(v.Func), f, docOfFunction(v.Func), true)
	case object.Signatured:
		o := x.value
		h := r.functionHelp(nameOf(o), v, docOfFunction(o), false)
		if f := spec.FunctionOf(r.Thread, o); f != nil {
			h.Public = f.Public()
		}
		return h
	}
	return nil
}

func nameOf(o object.Object) string {
	switch f := o.(type) {
	case *object.Builtin:
		return f.Name
	case interface{ FuncName() string }:
		return f.FuncName()
	}
	return ""
}

func docOfFunction(o object.Object) string {
	switch f := o.(type) {
	case *object.Builtin:
		return firstSentence(f.Doc)
	case interface{ Doc() object.Object }:
		return docOf(f.Doc())
	}
	return ""
}

func (r *reader) functionHelp(name string, f object.Signatured, doc string, bound bool) *protocol.CallHelp {
	s := f.Signature()
	if s == nil {
		return nil
	}
	skip := ""
	if bound && len(s.Params) > 0 {
		skip = s.Params[0].Name.String()
	}
	return &protocol.CallHelp{Name: name, Doc: doc, Signature: name + "(" + r.signature(s, skip) + ")", Arguments: r.parameters(s, skip)}
}

// classHelp describes the constructor of a class of a library or of the last run.
func (r *reader) classHelp(c *object.Class) *protocol.CallHelp {
	if d := spec.Of(c); d != nil {
		e := r.describeClass(d)
		return &protocol.CallHelp{Name: e.Name, Public: e.Public, Signature: e.Signature, Doc: e.Doc, Arguments: e.Arguments}
	}
	for _, name := range []string{"__init__", "__new__"} {
		v := c.Lookup(object.Intern(name))
		if v == nil || v == object.ObjectClass.Lookup(object.Intern(name)) {
			continue
		}
		if f, ok := v.(object.Signatured); ok {
			return r.functionHelp(c.Name, f, docOf(c.Dict().GetName("__doc__")), true)
		}
	}
	return &protocol.CallHelp{Name: c.Name, Signature: c.Name + "()", Doc: docOf(c.Dict().GetName("__doc__"))}
}

// definitionHelp describes a function of the text, or the constructor of a class of it.
func (r *reader) definitionHelp(d *definition) *protocol.CallHelp {
	h := &protocol.CallHelp{Name: d.name, Signature: r.definitionText(d), Doc: firstSentence(d.doc)}
	from := d
	if d.class {
		if from = r.constructorOf(d); from == nil {
			if c := r.nativeBase(d); c != nil {
				inherited := r.classHelp(c)
				inherited.Name, inherited.Doc = d.name, h.Doc
				inherited.Signature = d.name + strings.TrimPrefix(inherited.Signature, c.Name)
				return inherited
			}
			return h
		}
	}
	more := false
	for i, p := range from.parameters(r.text) {
		switch {
		case i == 0 && p.name == from.self():
		case p.star == "**":
			more = true
		case p.star == "":
			h.Arguments = append(h.Arguments, protocol.Argument{Name: p.name, Type: "any value", Form: "any", Default: p.def, Required: p.def == "",
				KeywordOnly: p.only, Doc: arg.About(p.name)})
		}
	}
	if c := r.nativeBase(d); more && d.class && c != nil && spec.Of(c) != nil && Kind(spec.Of(c)) == "layer" {
		h.Arguments = r.inherited(h.Arguments, nil)
	}
	return h
}

// Constructor lists what the constructor of a class of the last run takes.
func (a *Assistant) Constructor(c *object.Class) []protocol.Argument {
	r := &reader{Assistant: a, outline: read("")}
	if h := r.classHelp(c); h != nil {
		return h.Arguments
	}
	return nil
}
