package view

import (
	"layerglass/core/protocol"
)

// Coverage is what is known of the arguments of the program's own classes.
type Coverage struct {
	// Text is the program that it belongs to; of an older one the words still stand, but its fixes do not fit.
	Text string
	of   map[string]*protocol.Coverage
}

// Coverable reports whether it is worth asking which arguments of an object's class survive a round trip: for Keras's own classes it
// is known, and an object that cannot be recreated has other problems first.
func Coverable(o *protocol.Object) bool {
	return o != nil && o.Module == "__main__" && o.Config != nil && o.Recreated != nil && o.Recreated.Verdict != "failed" && o.Span.Start < o.Span.End
}

// Cover takes in what the engine found out about an object's arguments.
func (s *State) Cover(text, object string, c *protocol.Coverage) {
	if s.Coverage.Text != text || s.Coverage.of == nil {
		s.Coverage = Coverage{Text: text, of: map[string]*protocol.Coverage{}}
	}
	s.Coverage.of[object] = c
}

// Uncovered reports whether the chosen object's arguments should be asked for.
func (s *State) Uncovered() bool {
	o := s.Chosen()
	return !s.Stale && Coverable(o) && (s.Coverage.Text != s.Text || s.Coverage.of[o.Name] == nil)
}

// coverage writes which arguments of the constructor survive.
func (w *builder) coverage(s *State, o *protocol.Object) {
	c := s.Coverage.of[o.Name]
	if c == nil || !Coverable(o) || c.Tried == 0 || c.Class != o.Class {
		return
	}
	w.raw(`<h3>Coverage</h3>`)
	if c.Survived == c.Tried {
		w.raw(`<p class="covered yes"><span class="mark" aria-hidden="true">●</span> `)
	} else {
		w.raw(`<p class="covered no"><span class="mark" aria-hidden="true">✕</span> `)
	}
	w.prose(c.Sentence)
	w.raw(`</p><ul class="arguments">`)
	for i := range c.Arguments {
		w.covered(&c.Arguments[i])
	}
	w.raw("</ul>")
}

var coverWords = map[string]struct{ mark, words string }{
	"survives": {"●", "survives"}, "lost": {"✕", "is lost"}, "changes": {"✕", "comes back changed"}, "fails": {"✕", "fails"}, "untried": {"–", "was not tried"},
}

func (w *builder) covered(a *protocol.Covered) {
	words := coverWords[a.Verdict]
	w.raw(`<li class="`)
	w.raw(pickLiteral(a.Verdict == "survives", "yes", pickLiteral(a.Verdict == "untried", "apart", "no")))
	w.raw(`"><span class="mark" aria-hidden="true">`)
	w.text(words.mark)
	w.raw(`</span><span class="what">`)
	w.element("code", "", a.Name)
	w.text(" " + words.words)
	if a.First != "" && a.Second != "" {
		w.raw(` <span class="tried">`)
		w.text("tried ")
		w.element("code", "", shorten(a.First, 40))
		w.text(" and ")
		w.element("code", "", shorten(a.Second, 40))
		w.raw("</span>")
	}
	w.raw("</span>")
	if a.Why != "" {
		w.paragraph("why", a.Why)
	}
	w.raw("</li>")
}
