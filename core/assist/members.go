package assist

import (
	"sort"
	"strings"

	"layerglass/core/keras/public"
	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// describe fills in a completion with what a thing is.
func (r *reader) describe(c *protocol.Completion, x thing) {
	switch {
	case x.def != nil:
		c.Kind, c.Detail, c.Doc = "function", r.definitionText(x.def), firstSentence(x.def.doc)
		if x.def.class {
			c.Kind = "class"
		} else if x.def.parent != nil && x.def.parent.class {
			c.Kind = "method"
		}
		return
	case x.inst != nil:
		c.Kind, c.Detail = "variable", x.inst.name
		return
	case x.class != nil:
		c.Kind, c.Detail = "variable", x.class.Name
		return
	}
	switch v := x.value.(type) {
	case nil:
		c.Kind = "variable"
	case *object.Module:
		c.Kind, c.Detail = "module", v.Name
	case *object.Class:
		c.Kind = "class"
		if d := spec.Of(v); d != nil {
			c.Doc = d.Doc
		} else {
			c.Doc = docOf(v.Dict().GetName("__doc__"))
		}
	case *object.Method:
		r.describe(c, thing{value: v.Func})
		c.Kind = "method"
	case object.Signatured:
		c.Kind = "function"
		c.Detail = "(" + r.signature(v.Signature(), "self") + ")"
		if b, ok := v.(*object.Builtin); ok {
			c.Doc = firstSentence(b.Doc)
		}
	default:
		c.Kind, c.Detail = "variable", x.value.Class().Name
		if s := r.short(x.value); s != "" {
			c.Detail = s
		}
	}
}

// short is the repr of a plain value, "" of any other: no code of the program runs.
func (r *reader) short(v object.Object) string {
	switch v.(type) {
	case object.Int, object.Float, object.Bool, *object.NoneType, *object.Str, *object.BigInt:
		if s := r.repr(v); len(s) <= 60 {
			return s
		}
	}
	return ""
}

func docOf(v object.Object) string {
	s, ok := object.AsString(v)
	if v == nil || !ok {
		return ""
	}
	return firstSentence(s)
}

// firstSentence is the first paragraph of a docstring on one line.
func firstSentence(doc string) string {
	doc, _, _ = strings.Cut(strings.TrimSpace(doc), "\n\n")
	return strings.Join(strings.Fields(doc), " ")
}

// signature writes a parameter list, without the first parameter where it is called skip.
func (a *Assistant) signature(s *object.Signature, skip string) string {
	if s == nil {
		return "…"
	}
	var out []string
	starred := false
	for i, p := range s.Params {
		name := p.Name.String()
		if i == 0 && (name == skip || skip == "self" && name == "cls") {
			continue
		}
		switch {
		case p.Kind == object.VarPositional:
			name, starred = "*"+name, true
		case p.Kind == object.VarKeyword:
			name = "**" + name
		case p.Kind == object.KeywordOnly && !starred:
			out, starred = append(out, "*"), true
		}
		if p.Default != nil {
			name += "=" + a.repr(p.Default)
		} else if p.Hidden {
			name += "=…"
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

// definitionText is the head of a definition of the text: "Name(units, **kwargs)".
func (r *reader) definitionText(d *definition) string {
	from := d
	if d.class {
		if from = r.constructorOf(d); from == nil {
			return d.name
		}
	}
	var out []string
	starred := false
	for i, p := range from.parameters(r.text) {
		if i == 0 && from.self() == p.name {
			continue
		}
		if p.only && p.star == "" && !starred {
			out = append(out, "*")
		}
		starred = starred || p.only || p.star == "*"
		s := p.star + p.name
		if p.def != "" {
			s += "=" + p.def
		}
		out = append(out, s)
	}
	return d.name + "(" + strings.Join(out, ", ") + ")"
}

// constructorOf returns the __init__ of a class of the text, its own or one that it inherits inside of the text.
func (r *reader) constructorOf(d *definition) *definition {
	for n := 0; d != nil && n < 20; n++ {
		if m := d.member("__init__"); m != nil {
			return m
		}
		d = r.base(d).def
	}
	return nil
}

// members lists the names of a thing's attributes in order, without those that begin with an underscore unless hidden is set.
func (r *reader) members(x thing, hidden bool) []string {
	set := map[string]bool{}
	r.collect(x, set, 0)
	out := make([]string, 0, len(set))
	for n := range set {
		if hidden || !strings.HasPrefix(n, "_") {
			out = append(out, n)
		}
	}
	sort.Strings(out)
	return out
}

func (r *reader) collect(x thing, set map[string]bool, depth int) {
	if depth > 20 {
		return
	}
	if d := x.def; d != nil && d.class || x.inst != nil {
		if d == nil {
			d = x.inst
		}
		for _, m := range d.members {
			set[m.name] = true
		}
		for i := range r.bindings {
			b := &r.bindings[i]
			if b.scope == d && !b.attr || b.attr && x.inst != nil && b.scope.parent == d {
				set[b.name] = true
			}
		}
		base := r.base(d)
		if c, ok := base.value.(*object.Class); ok && x.inst != nil {
			base = thing{class: c}
		} else if base.def != nil && x.inst != nil {
			base = thing{inst: base.def}
		}
		r.collect(base, set, depth+1)
		return
	}
	switch v := x.value.(type) {
	case *object.Module:
		keys(v.Dict, set)
		if v.Names != nil {
			for _, n := range v.Names() {
				set[n] = true
			}
		}
		return
	case *object.Class:
		classNames(v, set)
		return
	case *object.Instance:
		keys(v.AttrDict(false), set)
	}
	switch {
	case x.class != nil:
		classNames(x.class, set)
	case x.value != nil:
		classNames(x.value.Class(), set)
	}
}

func classNames(c *object.Class, set map[string]bool) {
	for _, k := range c.MRO {
		keys(k.Dict(), set)
	}
}

func keys(d *object.Dict, set map[string]bool) {
	if d == nil {
		return
	}
	for k := range d.All() {
		if s, ok := object.AsString(k); ok {
			set[s] = true
		}
	}
}

// publicName returns the name under which Keras exports a member of one of its modules, "" of anything else.
func publicName(x thing, member string) string {
	m, ok := x.value.(*object.Module)
	if !ok || m.Name != "keras" && !strings.HasPrefix(m.Name, "keras.") {
		return ""
	}
	if full := m.Name + "." + member; public.Known(full) {
		return full
	}
	return ""
}
