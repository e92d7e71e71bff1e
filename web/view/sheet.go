package view

import "layerglass/core/protocol"

// Sheet writes the markup of what the engine draws (package panel), which this package does not hold so that a visitor need not
// wait for it. It keeps Markup's promise: only constants of a package's own source go in as they are.
type Sheet struct{ w builder }

// Raw writes markup.
func (s *Sheet) Raw(html literal) { s.w.raw(html) }

// Text writes text.
func (s *Sheet) Text(text string) { s.w.text(text) }

// Attr writes an attribute of the tag being written.
func (s *Sheet) Attr(name literal, value string) { s.w.attr(name, value) }

// Prose writes a sentence in which `…` marks code.
func (s *Sheet) Prose(text string) { s.w.prose(text) }

// Code writes text as code.
func (s *Sheet) Code(text string) { s.w.element("code", "", text) }

// HTML returns what was written, for a protocol.Panel.
func (s *Sheet) HTML() string { return s.w.b.String() }

// Drawn is the markup of a panel.
func Drawn(p *protocol.Panel) Markup { return Markup{p.Markup} }

// Show takes in a panel of an object that the engine has drawn.
func (s *State) Show(name, object string, p *protocol.Panel) {
	s.panels[name+" "+object] = Markup{p.Markup}
}

// Drop forgets a panel of an object.
func (s *State) Drop(name, object string) { delete(s.panels, name+" "+object) }

// panel returns a panel of the chosen object; it is empty before the engine has drawn one.
func (s *State) panel(name string) Markup { return s.panels[name+" "+s.Object] }

// Tryable reports whether an object and its copy can be called on the same input.
func Tryable(o *protocol.Object) bool {
	return o != nil && o.Built && o.Recreated != nil && o.Recreated.Config != nil && (o.Kind == "model" || o.Kind == "layer" && o.InputShape != "")
}

// TriesItself reports whether that is little work, and worth doing unasked.
func TriesItself(o *protocol.Object) bool {
	const little = 100_000
	return Tryable(o) && len(o.Weights) > 0 && o.Params <= little
}

// trial writes what an object and its copy compute from the same input, or a button that has them called.
func (w *builder) trial(s *State, o *protocol.Object, drawn Markup) {
	if s.Embedded || !Tryable(o) {
		return
	}
	w.raw(`<h3>In numbers</h3>`)
	if w.add(drawn); drawn.html == "" {
		w.raw(`<p><button type="button" id="try" data-try="">Call both on the same input</button></p>`)
	}
}
