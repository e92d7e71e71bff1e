//go:build js && wasm

package main

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// The pane Problems: its links go to the code, its fixes change it.

func (p *page) wireProblems() {
	onClick(element("problems-body"), "data-goto", func(value string) {
		from, to, _ := strings.Cut(value, " ")
		start, _ := strconv.Atoi(from)
		end, _ := strconv.Atoi(to)
		p.showPane("define")
		p.editor.goTo(protocol.Span{Start: start, End: end})
	})
	onClick(element("problems-body"), "data-fix", p.applyFix)
}

// applyFix makes the edits of a fix and runs the mended program. Edits speak of the text that was run, so they wait for the
// results of a newer one.
func (p *page) applyFix(id string) {
	fix := p.state.FixAt(id)
	switch {
	case fix == nil:
		return
	case !p.editor.unchanged():
		p.status.say("the code has changed since; look at the newer problems first")
		p.runNow()
		return
	}
	p.editor.apply(fix.Edits)
	p.runNow()
	p.status.say("fix applied; undo brings the old code back")
	focus("problems-body")
}
