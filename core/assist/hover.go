package assist

import (
	"strings"

	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// hover says what the word at a place means.
func (r *reader) hover(p *place, out *protocol.Assistance) {
	w := p.word
	if w.kind != wordName && w.kind != wordString {
		// The place may stand before the first letter.
		after, _ := r.locate(min(p.at+1, len(r.text)))
		if after.word.start != p.at {
			return
		}
		*p = after
		w = p.word
	}
	out.Span = protocol.Span{Start: w.start, End: w.end}
	if w.kind == wordString {
		out.Hover = r.hoverString(p)
		return
	}
	if isKeyword(w.text) {
		return
	}
	if h := r.hoverArgument(p); h != nil {
		out.Hover = h
		return
	}
	x := r.wordThing(p)
	if !x.known() {
		return
	}
	out.Hover = r.hoverThing(w.text, x)
}

// wordThing evaluates the chain that ends with the word at the place.
func (r *reader) wordThing(p *place) thing {
	w := p.before
	if len(w) > 0 && w[len(w)-1].text == "." {
		from := primary(w[:len(w)-1])
		return r.attribute(r.eval(w[from:len(w)-1]), p.word.text)
	}
	if n := len(w); n > 0 && (w[n-1].text == "class" || w[n-1].text == "def") {
		for _, d := range r.defs {
			if d.name == p.word.text && d.at <= p.word.start && p.word.start <= d.end {
				return thing{def: d}
			}
		}
	}
	return r.name(p.word.text, p.word.start)
}

// hoverArgument explains the name of a keyword argument.
func (r *reader) hoverArgument(p *place) *protocol.Hover {
	rest := strings.TrimLeft(r.text[p.word.end:], " ")
	c := p.callAround()
	if c == nil || c.begun > 0 || !strings.HasPrefix(rest, "=") || strings.HasPrefix(rest, "==") {
		return nil
	}
	h := r.callee(r.eval(c.callee))
	if h == nil {
		return nil
	}
	for _, a := range h.Arguments {
		if a.Name == p.word.text {
			return argumentHover(h, &a)
		}
	}
	return nil
}

func argumentHover(h *protocol.CallHelp, a *protocol.Argument) *protocol.Hover {
	out := &protocol.Hover{Title: a.Name + ": " + a.Type, Public: h.Public, Doc: a.Doc}
	if a.Type == "any value" {
		out.Title = a.Name
	}
	if a.Default != "" {
		out.Title += " = " + a.Default
	}
	if len(a.Allowed) > 0 && strings.HasPrefix(a.Allowed[0], "'") {
		out.Doc = strings.TrimSpace(out.Doc + " Allowed: " + strings.Join(a.Allowed, ", ") + ".")
	}
	return out
}

// hoverString explains a string that names something of Keras: an activation, an initializer.
func (r *reader) hoverString(p *place) *protocol.Hover {
	h := r.callHelp(p)
	if h == nil || h.Active < 0 {
		return nil
	}
	a := &h.Arguments[h.Active]
	name, _ := p.word.inside()
	switch a.Form {
	case "activation":
		if f := spec.FindFunc("keras.activations." + name); f != nil {
			return &protocol.Hover{Title: name + "(" + f.Takes + ")", Doc: f.Doc, Public: f.Public()}
		}
	case "initializer", "regularizer", "constraint":
		for _, c := range spec.All() {
			if Kind(c) == a.Form && c.Public() != "" && (shortName(c) == name || c.Name == name) {
				e := r.describeClass(c)
				return &protocol.Hover{Title: e.Signature, Doc: c.Doc, Public: c.Public()}
			}
		}
	}
	return argumentHover(h, a)
}

// hoverThing describes what a name stands for.
func (r *reader) hoverThing(name string, x thing) *protocol.Hover {
	if h := r.callee(x); h != nil && x.inst == nil {
		return &protocol.Hover{Title: h.Signature, Doc: h.Doc, Public: h.Public}
	}
	out := &protocol.Hover{}
	switch v := x.value.(type) {
	case *object.Module:
		out.Title = "module " + v.Name
	case nil:
		switch {
		case x.inst != nil:
			out.Title, out.Doc = name+": "+x.inst.name, firstSentence(x.inst.doc)
		case x.class != nil:
			out.Title = name + ": " + x.class.Name
			r.classDoc(out, x.class)
		}
	default:
		out.Title = name + ": " + v.Class().Name
		out.Value = r.short(v)
		r.classDoc(out, v.Class())
	}
	if r.program != nil && out.Value == "" {
		if v := r.program.Dict.GetName(name); v != nil {
			out.Value = r.short(v)
		}
	}
	return out
}

func (r *reader) classDoc(h *protocol.Hover, c *object.Class) {
	if d := spec.Of(c); d != nil {
		h.Doc, h.Public = d.Doc, d.Public()
	}
}
