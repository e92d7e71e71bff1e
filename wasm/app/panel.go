//go:build js && wasm

package main

import (
	"honnef.co/go/js/dom/v2"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/web/view"
	"layerglass/web/view/panel"
)

// What the engine draws by itself, because few people look at it: what an object and its copy compute, the numbers in weights.

// engine is a session that draws panels too.
type engine struct{ *core.Session }

// Answer draws a panel, or leaves the request to the session.
func (e engine) Answer(q *protocol.Request) *protocol.Response {
	if q.Panel != nil {
		return &protocol.Response{ID: q.ID, Panel: panel.Draw(e.Session, q.Panel)}
	}
	return e.Session.Answer(q)
}

// needPanels asks for what is worth showing of the chosen object unasked.
func (p *page) needPanels() {
	o := p.state.Chosen()
	if o == nil || p.state.Stale {
		return
	}
	if view.TriesItself(o) && p.state.Result.Steps <= coverSteps {
		p.askPanel(protocol.Panel{Name: "trial", Object: o.Name}, false)
	} else {
		p.state.Drop("trial", o.Name)
	}
	p.needWeights()
}

// needWeights asks for the numbers in the chosen object's weights while they are looked at.
func (p *page) needWeights() {
	if o := p.state.Chosen(); o != nil && len(o.Weights) > 0 && !p.state.Stale && visible(element("weights-body")) {
		p.askPanel(protocol.Panel{Name: "weights", Object: o.Name}, true)
	}
}

// try answers the button: both are called, or the weights are copied first.
func (p *page) try(how string) {
	q := protocol.Panel{Name: "trial", Object: p.state.Object, Option: how}
	if d := p.state.EditedDraft(); d != nil {
		q.Config = d.Config()
	}
	p.askPanel(q, true)
}

// wireClasses fills the table of classes when it is first opened.
func (p *page) wireClasses() {
	element("classes").AddEventListener("beforetoggle", false, func(dom.Event) {
		if p.panes["classes-body"] == "" {
			p.runner.ask(&question{about: "classes", request: &protocol.Request{Panel: &protocol.Panel{Name: "classes"}}, done: func(r *protocol.Response) {
				if r != nil && r.Panel != nil {
					p.paint("classes-body", view.Drawn(r.Panel))
				}
			}})
		}
	})
}

func (p *page) askPanel(q protocol.Panel, slow bool) {
	text, draft := p.state.Text, p.state.EditedDraft()
	p.runner.ask(&question{about: q.Name, ofRun: true, slow: slow, request: &protocol.Request{Panel: &q}, done: func(r *protocol.Response) {
		switch {
		case r == nil || r.Panel == nil || p.state.Text != text:
			return
		case q.Config == "":
			p.state.Show(q.Name, q.Object, r.Panel)
		case draft != nil:
			draft.Show(r.Panel)
		}
		p.paint("recreated-body", view.Recreated(&p.state))
		p.paint("weights-body", view.Weights(&p.state))
	}})
}
