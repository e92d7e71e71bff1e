//go:build js && wasm

package main

import (
	"strconv"

	"honnef.co/go/js/dom/v2"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// status is the line that says what the engine does. The time taken is kept out of what screen readers announce: it
// changes with every pause in typing.
type status struct {
	line, took  node
	cancelBusy  func()
	cancelStale func()
	told        string // what is said once a question is answered
}

const (
	busyAfter = 150 // milliseconds until a run is said to be under way; shorter ones would only flicker
	dimAfter  = 300 // milliseconds until old results are dimmed
)

func (p *page) wireStatus() {
	p.status.line, p.status.took = element("state"), element("took")
	element("run").AddEventListener("click", false, func(dom.Event) { p.runNow() })
	element("stop").AddEventListener("click", false, func(dom.Event) { p.stop() })
	element("run").RemoveAttribute("disabled")
}

// say tells one thing until the next one.
func (s *status) say(words string) {
	text(s.line, words)
	text(s.took, "")
}

func (s *status) unsaved() {
	s.say("the browser keeps nothing: share the link to save this program")
}

// ended says how a run ended.
func (s *status) ended(r *protocol.Result, milliseconds int) {
	words := "ready"
	if r.Exception != nil {
		words = "stopped at " + r.Exception.Type
		if n := len(r.Exception.Frames); n > 0 && r.Exception.Frames[n-1].Line > 0 {
			words += " in line " + strconv.Itoa(r.Exception.Frames[n-1].Line)
		}
	}
	s.told = ""
	text(s.line, words)
	text(s.took, " · "+view.Grouped(milliseconds)+" ms")
}

func (s *status) broke(sentence string) { s.say(sentence) }

// engineChanged follows the engine: ready, busy, idle.
func (p *page) engineChanged() {
	root := root()
	if p.runner.ready() && root.GetAttribute("data-engine") != "ready" {
		root.SetAttribute("data-engine", "ready")
		mark("layerglass:ready")
		p.status.say("ready")
	}
	s := &p.status
	for _, cancel := range []*func(){&s.cancelBusy, &s.cancelStale} {
		if *cancel != nil {
			(*cancel)()
			*cancel = nil
		}
	}
	if q := p.runner.question; !p.runner.busy() || q != nil && !q.slow {
		if root.HasAttribute("data-busy") && s.told != "" {
			s.say(s.told)
		}
		s.told = ""
		root.RemoveAttribute("data-busy")
		root.RemoveAttribute("data-dim")
		element("stop").SetAttribute("aria-disabled", "true")
		return
	}
	s.cancelBusy = after(busyAfter, func() {
		root.SetAttribute("data-busy", "")
		element("stop").RemoveAttribute("aria-disabled")
		if p.runner.question != nil {
			s.told = s.line.TextContent()
		}
		s.say("running")
	})
	s.cancelStale = after(dimAfter, func() { root.SetAttribute("data-dim", "") })
}

// summarize writes the short words on the tabs of a narrow page and the number of problems.
func (p *page) summarize() {
	sum := p.state.Summarize()
	for id, words := range map[string]string{"tab-define": sum.Define, "tab-configuration": sum.Configuration, "tab-recreated": sum.Recreated} {
		text(query("#"+id+" .sum"), words)
	}
	n := len(p.state.Problems())
	words := ""
	if n > 0 {
		words = view.Grouped(n)
	}
	text(element("problem-count"), words)
	root().SetAttribute("data-problems", words)
	element("problem-count").SetAttribute("data-worst", view.Worst(&p.state))
	text(element("weight-count"), p.state.WeightCount())
	root().SetAttribute("data-verdict", view.VerdictClass(&p.state))
}
