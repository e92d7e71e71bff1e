package view

import (
	"strings"

	"layerglass/core/protocol"
)

// compareChoice writes the list of what the chosen object is compared with: what came back of it, or another object.
func (w *builder) compareChoice(s *State, o *protocol.Object) {
	if len(s.Shown.Objects) < 2 {
		return
	}
	w.raw(`<p class="against"><label for="compare">`)
	w.element("code", "", o.Name)
	w.raw(` against</label> <select id="compare">`)
	w.option("", "what from_config gives back", s.other() == nil)
	for i := range s.Shown.Objects {
		if other := &s.Shown.Objects[i]; other.Name != o.Name && other.Config != nil {
			w.option(other.Name, other.Name+" ("+other.Class+")", other.Name == s.Against)
		}
	}
	w.raw("</select></p>")
}

// other returns the object that the chosen one is compared with, nil for what came back of it.
func (s *State) other() *protocol.Object {
	if s.Against == "" || s.Against == s.Object || s.Shown == nil {
		return nil
	}
	if o := find(s.Shown, s.Against); o != nil && o.Config != nil {
		return o
	}
	return nil
}

// Sides are two configurations to be read side by side.
type Sides struct {
	Left, Right         *protocol.Node
	LeftName, RightName string
}

// Sides returns what Recreated compares; ok is false where there are no two configurations.
func (s *State) Sides() (sides Sides, ok bool) {
	o := s.Chosen()
	if o == nil || o.Config == nil {
		return sides, false
	}
	sides = Sides{Left: o.Config, LeftName: o.Name}
	if other := s.other(); other != nil {
		sides.Left, sides.Right, sides.RightName = s.root(), other.Config, other.Name
	} else if d := s.EditedDraft(); d != nil {
		sides.Left, sides.Right, sides.RightName = &d.Original, &d.Root, "edited"
	} else if o.Recreated != nil {
		sides.Right, sides.RightName = o.Recreated.Config, "recreated"
	}
	return sides, sides.Right != nil
}

// sideButton writes the button that shows two configurations side by side.
func (w *builder) sideButton() {
	w.raw(`<p><button type="button" class="quiet" id="side-by-side" data-side="">Side by side</button></p>`)
}

// compared writes how two objects differ, key by key, and in what they hold.
func (w *builder) compared(s *State, o, other *protocol.Object) {
	if o.Config == nil {
		w.verdict(verdict(nil))
		w.paragraph("empty", "`"+o.Name+"` has no configuration to compare.")
		return
	}
	all := Differences(s.root(), other.Config)
	outcome := &protocol.Recreated{Verdict: "equal", Differences: all}
	if len(all) > 0 {
		outcome.Verdict = "differs"
	}
	w.verdict(verdict(outcome))
	w.raw(`<p class="facts">`)
	w.element("code", "", o.Name)
	w.raw(" and ")
	w.element("code", "", other.Name)
	w.text(comparedSentence(o, other, all))
	w.raw("</p>")
	if len(all) > 0 {
		w.sideButton()
		w.raw(`<h3>What differs</h3><div class="came" role="list">`)
		for i := range all[:min(len(all), listed)] {
			w.comparedKey(s, &all[i], o, other)
		}
		w.raw("</div>")
		if left := len(all) - listed; left > 0 {
			w.paragraph("empty", group(int64(left))+" more differences are not listed here.")
		}
	}
	w.raw(`<h3>What they hold</h3><div class="scroll" tabindex="0" role="region" aria-label="Comparison"><table><thead><tr><td></td><th scope="col">`)
	w.element("code", "", o.Name)
	w.raw(`</th><th scope="col">`)
	w.element("code", "", other.Name)
	w.raw("</th></tr></thead><tbody>")
	for _, f := range []struct{ what, a, b string }{
		{"Class", o.Class, other.Class}, {"Built", pick(o.Built, "yes", "no"), pick(other.Built, "yes", "no")},
		{"Input shape", o.InputShape, other.InputShape}, {"Output shape", o.OutputShape, other.OutputShape},
		{"Weights", group(int64(len(o.Weights))), group(int64(len(other.Weights)))}, {"Values", parameters(o), parameters(other)},
	} {
		if f.a == "" && f.b == "" {
			continue
		}
		w.raw("<tr")
		if f.a != f.b {
			w.raw(` class="differs"`)
		}
		w.raw(`><th scope="row">`)
		w.text(f.what)
		w.raw("</th><td>")
		w.element("code", "", pick(f.a == "", "–", f.a))
		w.raw("</td><td>")
		w.element("code", "", pick(f.b == "", "–", f.b))
		w.raw("</td></tr>")
	}
	w.raw("</tbody></table></div>")
}

func parameters(o *protocol.Object) string {
	if o.Params < 0 {
		return ""
	}
	return group(o.Params)
}

func comparedSentence(o, other *protocol.Object, all []protocol.Difference) string {
	switch {
	case len(all) == 0 && o.Class == other.Class:
		return " have equal configurations."
	case len(all) == 0:
		return " have equal configurations, though they are of different classes."
	case len(all) == 1 && all[0].Path == "name":
		return " have configurations that differ in their name alone."
	}
	return " have configurations that differ in " + count(len(all), "value") + "."
}

// comparedKey writes one difference, linked to its row in Configuration.
func (w *builder) comparedKey(s *State, d *protocol.Difference, o, other *protocol.Object) {
	w.raw(`<div role="listitem" class="row differs"`)
	first, _, _ := strings.Cut(d.Path, ".")
	if path := originalPath(s.root(), first); path != "" {
		w.attr("data-path", path)
		if path == s.Key {
			w.raw(` data-chosen=""`)
		}
	}
	w.raw(">")
	w.difference(d, "≠", o.Name, other.Name)
	w.raw("</div>")
}
