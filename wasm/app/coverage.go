//go:build js && wasm

package main

import (
	"layerglass/core/protocol"
	"layerglass/web/view"
)

// coverSteps is how many steps a run may have taken for its class's arguments to be tried unasked: each is a run of its own.
const coverSteps = 1_000_000

// coverHold is how long problems wait for what is found out about arguments, so that they do not come and go while someone types.
const coverHold = 400

// needCoverage says whether to ask which arguments of the chosen object's class survive a round trip. Problems wait for the answer.
func (p *page) needCoverage() {
	p.awaiting = false
	if !p.state.Uncovered() || p.state.Result.Steps > coverSteps || p.state.Result.Exception != nil {
		return
	}
	p.awaiting = true
	text := p.state.Text
	after(coverHold, func() {
		if p.awaiting && p.state.Text == text {
			p.awaiting = false
			p.tellProblems()
		}
	})
}

// askCoverage asks the engine for it.
func (p *page) askCoverage() {
	if !p.state.Uncovered() || p.state.Result.Steps > coverSteps {
		return
	}
	text, object := p.state.Text, p.state.Object
	p.runner.ask(&question{about: "coverage", ofRun: true, request: &protocol.Request{Cover: &protocol.CoverRequest{Object: object}}, done: func(r *protocol.Response) {
		if p.state.Text == text {
			p.awaiting = false
		}
		if r != nil && r.Coverage != nil && p.state.Text == text {
			p.state.Cover(text, object, r.Coverage)
			p.paint("recreated-body", view.Recreated(&p.state))
		}
		p.tellProblems()
	}})
}
