package view

import (
	"strings"

	"layerglass/core/protocol"
)

// Verdict is the outcome of a round trip in words, with a shape and a class for its colour.
type Verdict struct{ Shape, Words, Class string }

func verdict(r *protocol.Recreated) Verdict {
	switch {
	case r == nil || r.Verdict == "none" || r.Verdict == "":
		return Verdict{"–", "Not run", "none"}
	case r.Verdict == "equal":
		return Verdict{"●", "Equal", "equal"}
	case r.Verdict == "failed":
		return Verdict{"✕", "Cannot be recreated", "failed"}
	case len(r.Differences) == 1:
		return Verdict{"✕", "1 differs", "differs"}
	default:
		return Verdict{"✕", group(int64(len(r.Differences))) + " differ", "differs"}
	}
}

// Recreated writes the pane that shows what from_config gives back.
func Recreated(s *State) Markup {
	var w builder
	o := s.Chosen()
	if o == nil {
		w.verdict(verdict(nil))
		w.paragraph("empty", "`from_config` runs as soon as there is a configuration.")
		return w.markup()
	}
	w.stale(s)
	if !s.Embedded {
		w.compareChoice(s, o)
	}
	if other := s.other(); other != nil {
		w.compared(s, o, other)
		return w.markup()
	}
	if d := s.EditedDraft(); d != nil {
		w.recreatedDraft(s, o, d)
		return w.markup()
	}
	w.verdict(verdict(o.Recreated))
	w.raw(`<p class="facts">`)
	w.element("code", "", o.Class+".from_config(config)")
	w.raw("</p>")
	if o.Recreated == nil || o.Recreated.Verdict == "none" || o.Recreated.Verdict == "" {
		w.paragraph("empty", "There is no configuration to recreate `"+o.Name+"` from.")
		return w.markup()
	}
	w.failure(o.Recreated)
	if o.Recreated.Verdict == "differs" {
		w.sideButton()
		w.comparison(s, o.Config, o.Recreated)
		w.proofs(s, o)
	} else {
		w.proofs(s, o)
		w.comparison(s, o.Config, o.Recreated)
	}
	return w.markup()
}

// proofs writes what survives, in words and in numbers.
func (w *builder) proofs(s *State, o *protocol.Object) {
	w.checks(o, o.Recreated)
	w.trial(s, o, s.panel("trial"))
	w.coverage(s, o)
}

// recreatedDraft writes what came back from an edited configuration: first whether it is what was asked for, then how it
// differs from the original.
func (w *builder) recreatedDraft(s *State, o *protocol.Object, d *Draft) {
	switch {
	case d.Problem != "":
		w.paragraph("stale", "Older than the edit: "+d.Problem)
	case d.Unwritable() != "":
		w.paragraph("stale", "`"+d.Unwritable()+"` has a value that cannot be written as text, so the edit cannot be recreated. Remove the key or give it another kind.")
	}
	r := d.Result
	if r == nil {
		w.verdict(Verdict{"–", "Not run", "none"})
		return
	}
	back := r
	if r.Config != nil {
		back = &protocol.Recreated{Verdict: "equal", Config: r.Config, Differences: r.Changed}
		if len(back.Differences) > 0 {
			back.Verdict = "differs"
		}
	}
	w.verdict(verdict(back))
	w.raw(`<p class="facts">`)
	w.element("code", "", o.Class+".from_config(edited)")
	w.text(pick(back.Verdict == "equal", " gives back what was edited.", pick(back.Verdict == "differs", " gives back something else than was edited.", "")))
	w.raw("</p>")
	w.failure(r)
	for i := range r.Diagnostics {
		w.hint(&r.Diagnostics[i], r)
	}
	if back.Verdict == "differs" {
		w.comparison(s, &d.Root, back)
	}
	w.changes(d)
	if d.Changed() {
		w.sideButton()
	}
	if r.Config != nil {
		w.raw(`<ul class="checks">`)
		w.check("apart", "Weights are new", recreatedWeightsSentence(r))
		w.raw("</ul>")
		w.trial(s, o, d.trial)
	}
	if back.Verdict == "equal" {
		w.comparison(s, &d.Root, back)
	}
}

// hint writes what is known about a failure beyond its exception.
func (w *builder) hint(d *protocol.Diagnostic, r *protocol.Recreated) {
	if r.Exception == nil || Plain(d.Message) != Plain(r.Exception.Message) {
		w.paragraph("why", d.Message)
	}
	if d.Why != "" {
		w.paragraph("why", d.Why)
	}
}

// changes lists how the edited configuration differs from the original.
func (w *builder) changes(d *Draft) {
	all := d.Changes()
	w.raw("<h3>")
	w.text(pick(len(all) == 0, "Nothing is changed", "Edited: "+count(len(all), "value")))
	w.raw(`</h3><div class="came" role="list">`)
	for i := range all {
		if i == listed {
			break
		}
		w.raw(`<div role="listitem" class="row edited">`)
		w.difference(&all[i], "✎", "original", "edited")
		w.raw("</div>")
	}
	w.raw("</div>")
	if left := len(all) - listed; left > 0 {
		w.paragraph("empty", group(int64(left))+" more are not listed here.")
	}
}

func recreatedWeightsSentence(r *protocol.Recreated) string {
	if len(r.Weights) == 0 {
		return "The recreated object is not built: it gets weights when it is first called."
	}
	return "The recreated object has " + count(len(r.Weights), "weight") + ", newly initialized. A config holds none."
}

func (w *builder) verdict(v Verdict) {
	w.raw(`<p class="verdict `)
	switch v.Class {
	case "equal":
		w.raw("equal")
	case "differs":
		w.raw("differs")
	case "failed":
		w.raw("failed")
	default:
		w.raw("none")
	}
	w.raw(`"><span class="shape" aria-hidden="true">`)
	w.text(v.Shape)
	w.raw("</span> ")
	w.text(v.Words)
	w.raw("</p>")
}

// failure says which exception from_config raised.
func (w *builder) failure(r *protocol.Recreated) {
	if r.Exception == nil {
		return
	}
	w.raw(`<p class="raised">`)
	w.element("code", "", r.Exception.Type)
	w.raw(": ")
	w.text(shorten(r.Exception.Message, 600))
	w.raw("</p>")
}

// checks writes the proof, one line for each thing that may or may not survive.
func (w *builder) checks(o *protocol.Object, r *protocol.Recreated) {
	w.raw(`<ul class="checks">`)
	switch r.Verdict {
	case "equal":
		w.check("yes", "Configurations are equal", "")
	case "differs":
		w.check("no", "Configurations differ", "The recreated object's `get_config()` gives other values.")
	default:
		w.check("no", "No object came back", "")
	}
	w.check(yesNo(r.JSONSafe), pick(r.JSONSafe, "Config is JSON", "Config is not JSON"), r.JSONWhy)
	w.check(yesNo(r.ColdReload), pick(r.ColdReload, "Cold reload works", "Cold reload fails"), r.ColdWhy)
	w.check("apart", "Weights are not included", weightsSentence(o))
	if r.Built {
		w.check("yes", "Built as the original was", builtSentence(r))
	}
	w.raw("</ul>")
}

func yesNo(ok bool) literal {
	if ok {
		return "yes"
	}
	return "no"
}

func pick(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}

// builtSentence says what the copy holds after it was built for the original's shapes.
func builtSentence(r *protocol.Recreated) string {
	sentence := ""
	if r.InputShape != "" && r.OutputShape != "" {
		sentence = "`" + r.InputShape + "` → `" + r.OutputShape + "`. "
	}
	switch {
	case r.Params >= 0 && len(r.Weights) == 0:
		sentence += "It has no weights."
	case r.Params >= 0:
		sentence += count(len(r.Weights), "weight") + " with " + plural(r.Params, "value") + ", newly initialized."
	}
	return sentence
}

func weightsSentence(o *protocol.Object) string {
	if len(o.Weights) == 0 {
		return "A config holds how an object was made, never its weights."
	}
	sentence := "A config never holds weights: " + count(len(o.Weights), "weight")
	if o.Params >= 0 {
		sentence += " with " + plural(o.Params, "value")
	}
	return sentence + pick(len(o.Weights) == 1, " stays behind.", " stay behind.")
}

func (w *builder) check(class literal, what, why string) {
	w.raw(`<li class="`)
	w.raw(class)
	w.raw(`"><span class="mark" aria-hidden="true">`)
	switch class {
	case "yes":
		w.raw("✓")
	case "no":
		w.raw("✕")
	default:
		w.raw("–")
	}
	w.raw(`</span><span class="what">`)
	w.text(what)
	w.raw("</span>")
	if why != "" {
		w.paragraph("why", why)
	}
	w.raw("</li>")
}

// listed is how many keys are listed at once.
const listed = 200

// comparison lists the configuration key by key: the value that came back, and both where they differ.
func (w *builder) comparison(s *State, want *protocol.Node, r *protocol.Recreated) {
	if r.Config == nil && len(r.Differences) == 0 {
		return
	}
	w.raw(`<h3>What came back</h3><div class="came" role="list">`)
	rest := r.Differences[:min(len(r.Differences), listed)]
	if r.Config != nil && want != nil {
		for i := range min(len(r.Config.Children), listed) {
			n := &r.Config.Children[i]
			var own []protocol.Difference
			own, rest = under(rest, n.Key)
			w.cameBack(n, originalPath(want, n.Key), own, s)
		}
	}
	for i := range rest {
		w.raw(`<div role="listitem" class="row differs">`)
		w.difference(&rest[i], "✕", "before", "after")
		w.raw("</div>")
	}
	w.raw("</div>")
	if left := len(r.Differences) - listed; left > 0 {
		w.paragraph("empty", group(int64(left))+" more differences are not listed here.")
	}
	if r.Config != nil && len(r.Config.Children) > listed {
		w.paragraph("empty", group(int64(len(r.Config.Children)-listed))+" more keys are not listed here.")
	}
}

// originalPath returns the path under which the original configuration has the key, or "".
func originalPath(config *protocol.Node, key string) string {
	for i := range config.Children {
		if config.Children[i].Key == key {
			return join("", i)
		}
	}
	return ""
}

// under splits off the differences that lie in a key.
func under(all []protocol.Difference, key string) (own, rest []protocol.Difference) {
	for _, d := range all {
		after, ok := strings.CutPrefix(d.Path, key)
		if ok && (after == "" || after[0] == '.' || after[0] == '[') {
			own = append(own, d)
		} else {
			rest = append(rest, d)
		}
	}
	return own, rest
}

func (w *builder) cameBack(n *protocol.Node, path string, own []protocol.Difference, s *State) {
	if len(own) > 0 {
		w.raw(`<div role="listitem" class="row differs"`)
	} else {
		w.raw(`<div role="listitem" class="row"`)
	}
	if path != "" {
		w.attr("data-path", path)
		if path == s.Key {
			w.raw(` data-chosen=""`)
		}
	}
	w.raw(">")
	if len(own) == 0 {
		w.raw(`<span class="mark" aria-hidden="true">=</span>`)
		w.element("span", "key", n.Key)
		w.raw(" ")
		if inline, ok := inlineList(n); ok {
			w.element("span", "value", inline)
		} else {
			w.value(n)
		}
	}
	for i := range own {
		w.difference(&own[i], "✕", "before", "after")
	}
	w.raw("</div>")
}

// difference writes a key with its two values under their names.
func (w *builder) difference(d *protocol.Difference, mark, first, second string) {
	w.raw(`<span class="mark" aria-hidden="true">`)
	w.text(mark)
	w.raw("</span>")
	w.element("span", "key", d.Path)
	w.raw(`<dl class="both">`)
	w.element("dt", "", first)
	w.raw("<dd>")
	w.side(d.Want)
	w.raw("</dd>")
	w.element("dt", "", second)
	w.raw("<dd>")
	w.side(d.Got)
	w.raw("</dd></dl>")
	if d.Why != "" {
		w.paragraph("why", d.Why)
	}
}

func (w *builder) side(repr string) {
	if repr == "" {
		w.raw(`<i>missing</i>`)
		return
	}
	w.element("code", "", shorten(repr, 400))
}

// VerdictClass names the colour of the chosen object's verdict: "equal", "differs", "failed" or "none".
func VerdictClass(s *State) string {
	if o := s.Chosen(); o != nil {
		return verdict(o.Recreated).Class
	}
	return verdict(nil).Class
}
