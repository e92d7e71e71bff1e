//go:build js && wasm

package main

import (
	"strings"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// Configurations as code: the Python that makes an object, an edit put back into the program, and a configuration that was pasted
// in the program's place.

// needCode asks the engine for the code of the chosen object when that is what Configuration shows.
func (p *page) needCode() {
	o := p.state.Chosen()
	if o == nil || p.state.Form != view.Code || p.state.Codes[o] != nil || p.state.Draft() != nil || p.state.Stale {
		return
	}
	p.runner.ask(&question{about: "code", ofRun: true, slow: true, request: &protocol.Request{Generate: &protocol.GenerateRequest{Object: o.Name}}, done: func(r *protocol.Response) {
		if r == nil || r.Code == nil || p.state.Chosen() != o {
			return
		}
		p.state.Codes[o] = r.Code
		p.paintConfiguration()
	}})
}

// putIntoCode writes the draft's values into the call that made the object. The draft is done when the program then gives it.
func (p *page) putIntoCode(d *view.Draft) {
	switch {
	case d.Problem != "":
		p.status.say("the edit cannot be read yet: " + view.Plain(d.Problem))
		return
	case !d.Changed():
		p.status.say("nothing is edited")
		return
	case !p.editor.unchanged() || p.state.Stale:
		p.status.say("the code has changed since; it runs first")
		p.runNow()
		return
	}
	object := p.state.Object
	p.runner.ask(&question{about: "put", ofRun: true, slow: true,
		request: &protocol.Request{Put: &protocol.PutRequest{Object: object, Config: d.Config()}}, done: func(r *protocol.Response) {
			switch {
			case r == nil || r.Edits == nil:
			case !p.editor.unchanged():
				p.status.say("the code has changed since; try again")
			case len(r.Edits.Edits) == 0:
				p.status.say(reason(r.Edits))
			default:
				p.editor.apply(r.Edits.Edits)
				delete(p.state.Drafts, object)
				forget(storedDraft)
				p.state.Refresh()
				p.dropText()
				p.runNow()
				p.status.say(strings.TrimSpace("put into the code; undo brings the old code back. " + view.Plain(strings.Join(r.Edits.Notes, " "))))
				focus("edit")
			}
		}})
}

// reason says why nothing was put into the code.
func reason(e *protocol.Edits) string {
	if len(e.Diagnostics) > 0 {
		return view.Plain(e.Diagnostics[0].Message)
	}
	if len(e.Notes) > 0 {
		return view.Plain(e.Notes[0])
	}
	return "the edit changes nothing in the code"
}

// offerCode offers to turn a configuration that stands in the program's place into a program.
func (p *page) offerCode(text string) {
	trimmed := strings.TrimSpace(text)
	isConfig := len(trimmed) > 2 && trimmed[0] == '{' && trimmed[len(trimmed)-1] == '}' &&
		(strings.Contains(trimmed, `"class_name"`) || strings.Contains(trimmed, `'class_name'`))
	if isConfig == p.offering {
		return
	}
	p.offering = isConfig
	if !isConfig {
		hideNotice()
		return
	}
	showNotice("This is a configuration, not a program.", "Turn it into Python", func() { p.generate(p.editor.text()) })
}

// generate replaces a configuration by the program that makes its object.
func (p *page) generate(config string) {
	p.status.say("writing the code")
	p.runner.ask(&question{about: "generate", slow: true, request: &protocol.Request{Generate: &protocol.GenerateRequest{Config: config}}, done: func(r *protocol.Response) {
		switch {
		case r == nil || r.Code == nil:
		case r.Code.Text == "" && len(r.Code.Diagnostics) > 0:
			p.status.say(view.Plain(r.Code.Diagnostics[0].Message))
		case r.Code.Text == "":
			p.status.say("no code can be written for this configuration")
		case p.editor.text() != config:
			p.status.say("the text has changed since; try again")
		default:
			hideNotice()
			p.wanted = r.Code.Variable
			p.setProgram(strings.TrimRight(r.Code.Text, "\n") + "\n")
			p.keepProgram()
			p.offering = false
			p.status.say("turned into Python; undo brings the configuration back")
			if len(r.Code.Notes) > 0 {
				showNotice(view.Plain(strings.Join(r.Code.Notes, " ")), "", nil)
			}
		}
	}})
}
