package core

import (
	"strings"

	"layerglass/core/assist"
	"layerglass/core/code"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// Site reads the constructing call around a place in a text; nil when there is none.
func (s *Session) Site(q protocol.SiteRequest) *protocol.Site {
	return s.library().Site(q.Text, q.Offset, s.program())
}

// program is the module of the last run, or nil.
func (s *Session) program() *object.Module {
	if s.last == nil {
		return nil
	}
	return s.last.module
}

// Change returns the edits that set one argument of a call.
func (s *Session) Change(q protocol.ChangeRequest) *protocol.Edits {
	a := s.library()
	site := a.Site(q.Text, q.Offset, s.program())
	if site == nil {
		return refusedEdits("call-missing", "No call of a class stands at this place.")
	}
	edits, why := a.Change(q.Text, site, q.Argument, q.Value)
	if why != "" {
		return refusedEdits("argument-fixed", why)
	}
	return &protocol.Edits{Edits: edits}
}

func refusedEdits(code, message string) *protocol.Edits {
	return &protocol.Edits{Diagnostics: []protocol.Diagnostic{{Code: code, Severity: "error", Message: message}}}
}

// Put returns the edits of the last run's text that give an object an edited config: the arguments of its constructing call that
// differ are changed, others stay as they are written.
func (s *Session) Put(q protocol.PutRequest) *protocol.Edits {
	f := s.object(q.Object)
	if f == nil {
		return refusedEdits("object-unknown", "The last run has no object called "+q.Object+".")
	}
	config, bad := readLiteral(s.library().Thread, q.Config)
	if bad != nil {
		return &protocol.Edits{Diagnostics: []protocol.Diagnostic{*bad}}
	}
	edited, ok := config.(*object.Dict)
	if !ok {
		return refusedEdits("config-no-dict", "A config is a dict of the constructor's arguments.")
	}
	at := s.last.siteOf(f)
	if at.IsZero() {
		return refusedEdits("call-missing", q.Object+" was not made by a call in the program's text. Take the code for its config instead.")
	}
	a := s.library()
	text := s.last.file.Text
	site := a.Site(text, int(at.Start), s.program())
	if site == nil {
		return refusedEdits("call-missing", "The call that made "+q.Object+" cannot be read.")
	}
	refill(s.last.thread)
	v, err := object.CallMethod(s.last.thread, f.value, "get_config")
	current, ok := v.(*object.Dict)
	if err != nil || !ok {
		current = object.NewDict()
	}
	p := &putting{Session: s, site: site, text: text, class: className(f.class), out: &protocol.Edits{}}
	p.names = a.Names(text)
	p.changes(current, edited)
	return p.out
}

// putting is a config on its way into the code.
type putting struct {
	*Session
	site  *protocol.Site
	text  string
	class string
	names *assist.Names
	out   *protocol.Edits
}

// changes puts every key that differs into the call.
func (p *putting) changes(current, edited *object.Dict) {
	for k, v := range edited.All() {
		key, _ := object.AsString(k)
		old := current.GetName(key)
		if old != nil && len(p.last.compare("", old, v)) == 0 {
			continue
		}
		p.set(key, v)
	}
	for k := range current.All() {
		if key, _ := object.AsString(k); edited.GetName(key) == nil {
			p.remove(key)
		}
	}
}

func (p *putting) set(key string, v object.Object) {
	if !p.takes(key) {
		p.out.Notes = append(p.out.Notes, key+" is no argument of "+p.site.Name+": it cannot be put into the call.")
		return
	}
	e := code.Argument(v, key, code.Options{Class: p.class, Thread: p.bench(nil)})
	for _, name := range e.Custom {
		if p.last.module.Dict.GetName(name) == nil {
			p.out.Notes = append(p.out.Notes, name+" is not part of Keras: import it.")
		}
	}
	value, imports := p.names.Spell(e.Text)
	edits, why := p.assistant.Change(p.text, p.site, key, value)
	if why != "" {
		p.out.Notes = append(p.out.Notes, why)
		return
	}
	if p.overlaps(edits) {
		p.out.Notes = append(p.out.Notes, key+" stands beside another change: put it into the code in a second step.")
		return
	}
	p.out.Edits = append(p.out.Edits, edits...)
	if imports != "" && !strings.Contains(p.text, imports) && !p.imported(imports) {
		p.out.Edits = append(p.out.Edits, protocol.Edit{Text: imports})
	}
}

func (p *putting) imported(line string) bool {
	for _, e := range p.out.Edits {
		if e.Text == line {
			return true
		}
	}
	return false
}

func (p *putting) remove(key string) {
	if !p.takes(key) {
		return
	}
	edits, why := p.assistant.Change(p.text, p.site, key, "")
	switch {
	case why != "":
		p.out.Notes = append(p.out.Notes, why)
	case p.overlaps(edits):
		p.out.Notes = append(p.out.Notes, key+" stands beside another change: take it out in a second step.")
	default:
		p.out.Edits = append(p.out.Edits, edits...)
	}
}

func (p *putting) takes(key string) bool {
	for _, a := range p.site.Arguments {
		if a.Name == key {
			return true
		}
	}
	return false
}

// overlaps reports whether edits touch those that are there already: insertions at one place are fine, and keep their order.
func (p *putting) overlaps(edits []protocol.Edit) bool {
	for _, a := range edits {
		for _, b := range p.out.Edits {
			if a.Span.Start < b.Span.End && b.Span.Start < a.Span.End {
				return true
			}
		}
	}
	return false
}
