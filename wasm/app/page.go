//go:build js && wasm

package main

import (
	"syscall/js"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// page is the whole page: its panes share one state, and each has a file of its own.
type page struct {
	state   view.State
	editor  *editor
	runner  runner
	panes   map[string]string // markup last painted, by element id
	status  status
	link    link
	pending func() // calls off what waits for typing to rest: the run that it asked for, or a failed run's result
	later   func() // calls off the questions that wait for typing to rest
	unread  func() // calls off the reading of a long text, which waits for typing to rest
	typedAt float64
	restsAt float64 // from when on a failed run is shown
	took    int     // milliseconds of the last run
	quiet   bool    // the editor is being changed by the page itself
	seen    bool    // a configuration of a live run was shown

	builder  view.Builder
	forming  bool   // the builder's form is changing the code
	awaiting bool   // the problems wait for what the engine finds out about arguments
	offering bool   // the notice offers to turn the text into a program
	wanted   string // the object to choose when a run has made it

	editPending func()   // calls off the recreation that an edit asked for
	textView    js.Value // the editor in Configuration
	textTyped   js.Func
	textKey     string // which text it shows
	textOf      *protocol.Object

	graph   graphView
	palette palette
}

// pause is how long typing rests before the program runs, in milliseconds, and quickPause how long where the last run took at most quickRun. Such a program runs
// while it is being written, but what is half-written and fails is shown after the whole pause: problems would come and go with each key.
const (
	pause      = 250
	quickPause = 30
	quickRun   = 60
)

// questionPause is how long typing rests after a result until the engine is asked what else there is to say of it: a run must not wait for that.
const questionPause = 150

// choicePause is how much longer it rests while completions are offered: the word is not whole yet, and would only fail.
const choicePause = 900

func newPage() *page {
	p := &page{editor: newEditor(), panes: map[string]string{}}
	p.state = view.NewState()
	p.runner.text = p.editor.ask
	p.runner.changed = p.engineChanged
	p.runner.answered = p.show
	p.runner.failed = p.broke
	return p
}

// start wires the page. The first run begins as soon as the engine is ready.
func (p *page) start() {
	p.editor.listen(p.typed, p.cursorAt, p.pointAt, p.applyFix, p.assist)
	p.wireLayout()
	p.wireGrips()
	p.wireBuilder()
	p.wireConfiguration()
	p.wireRecreated()
	p.wireProblems()
	p.wireOutput()
	p.wireClasses()
	p.wireSide()
	p.wireModel()
	p.wireFiles()
	p.wirePalette()
	p.wireExamples()
	p.wireStatus()
	p.wireShare()
	p.wirePrint()
	p.wireLeaving()
	p.openLink(func() { p.runner.adopt(bridge().Get("first"), p.editor.text()) })
}

// typed hears of every change in the editor.
func (p *page) typed() {
	if p.quiet {
		return
	}
	p.typedAt = now()
	p.restsAt = p.typedAt + pause
	p.callOffQuestions()
	if p.editor.heavy() {
		p.readSoon()
	} else {
		p.read()
	}
	if p.seen && p.took <= quickRun {
		p.runSoon(quickPause)
	} else {
		p.runSoon(pause)
	}
}

// read keeps the text and has the page follow it.
func (p *page) read() {
	if p.unread != nil {
		p.unread()
		p.unread = nil
	}
	text := p.editor.text()
	p.keep(text)
	p.codeTyped(text)
	p.offerCode(text)
}

// readSoon reads a long text when typing rests, or when the page is left.
func (p *page) readSoon() {
	if p.unread != nil {
		p.unread()
	}
	p.unread = after(pause, p.read)
}

// catchUp reads a long text at once, for what must know it as it stands.
func (p *page) catchUp() {
	if p.unread != nil {
		p.read()
	}
}

// wireLeaving has a text that is not kept yet kept when the page goes out of sight: nothing may come after that.
func (p *page) wireLeaving() {
	left := js.FuncOf(func(js.Value, []js.Value) any { p.catchUp(); return nil })
	js.Global().Call("addEventListener", "pagehide", left)
	document().Call("addEventListener", "visibilitychange", left)
}

// keep stores the program and lets go of a link that it no longer is.
func (p *page) keep(text string) {
	p.link.leave()
	if !save(storedProgram, text) {
		p.status.unsaved()
	}
}

// setProgram puts another program into the editor as one undoable step and runs it.
func (p *page) setProgram(text string) {
	p.quiet = true
	p.editor.replace(text)
	p.quiet = false
	if p.editor.heavy() { // drawing a long text is enough for one task
		p.restsAt = 0
		p.runSoon(quickPause)
		return
	}
	p.runNow()
}

// keepProgram stores the program that the page has put into the editor: a long one soon, or when the page is left.
func (p *page) keepProgram() {
	if p.editor.heavy() {
		p.readSoon()
		return
	}
	p.keep(p.editor.text())
}

func (p *page) runSoon(milliseconds int) {
	p.callOff()
	p.pending = after(milliseconds, func() {
		p.pending = nil
		if milliseconds != choicePause && p.editor.Call("choosing").Bool() {
			p.runSoon(choicePause)
			return
		}
		p.runner.run()
	})
}

func (p *page) runNow() {
	p.callOff()
	p.restsAt = 0
	p.runner.run()
}

// ask calls f when typing has rested. It asks the engine for what there is to say of a result besides.
func (p *page) ask(f func()) {
	p.callOffQuestions()
	wait := questionPause - int(now()-p.typedAt)
	if wait <= 0 {
		f()
		return
	}
	p.later = after(wait, func() {
		p.later = nil
		f()
	})
}

func (p *page) callOffQuestions() {
	if p.later != nil {
		p.later()
		p.later = nil
	}
}

// callOff drops what waits for typing to rest.
func (p *page) callOff() {
	if p.pending != nil {
		p.pending()
		p.pending = nil
	}
}

// stop ends the run under way. A run that is about to begin would undo that, so it does not.
func (p *page) stop() {
	if p.runner.pending() {
		p.callOff()
		p.runner.stop("Stopped. What is shown is from the run before.")
	}
}

// show takes in the result of a run. That of a program that fails waits until typing rests, and is dropped where a newer one is on its way.
func (p *page) show(text string, r *protocol.Result, milliseconds int) {
	p.took = milliseconds
	if left := p.restsAt - now(); r.Exception != nil && left > 0 {
		if p.pending == nil && !p.runner.waiting {
			p.pending = after(int(left)+1, func() {
				p.pending = nil
				p.show(text, r, milliseconds)
			})
		}
		return
	}
	p.editor.answered(text)
	fill(r)
	p.state.Adopt(text, r)
	if !p.seen {
		p.restoreDraft()
	}
	p.followLink()
	p.chooseWanted(r)
	p.needCoverage()
	p.repaint()
	p.needGraph()
	p.lightKey(p.state.Key, false)
	p.status.ended(r, milliseconds)
	p.recreateDraft()
	p.judgeCall(text)
	if o := p.state.Chosen(); !p.seen && o != nil && o.Config != nil {
		p.seen = true
		mark("layerglass:first-config")
	}
	p.ask(func() {
		p.askCoverage()
		p.needPanels()
	})
	bridge().Call("loadRest") // whoever reads the first result has time for the rest of the engine
}

// chooseWanted chooses the object that was just added, once it is there.
func (p *page) chooseWanted(r *protocol.Result) {
	for i := range r.Objects {
		if o := &r.Objects[i]; p.wanted != "" && o.Name == p.wanted {
			p.state.Object, p.state.Key, p.state.First, p.wanted = o.Name, "", 0, ""
			p.state.Refresh()
		}
	}
}

// broke tells that a run ended without a result.
func (p *page) broke(sentence string) { p.status.broke(sentence) }

// repaint brings every pane in line with the state. A pane whose markup is as it was is left alone.
func (p *page) repaint() {
	p.paintConfiguration()
	p.paint("recreated-body", view.Recreated(&p.state))
	p.paint("output-body", view.Output(&p.state))
	p.paintModel()
	p.paint("weights-body", view.Weights(&p.state))
	p.tellProblems()
}

// tellProblems brings the problems in line with the state, unless more are about to be known.
func (p *page) tellProblems() {
	if p.awaiting {
		return
	}
	p.paint("problems-body", view.Problems(&p.state))
	p.editor.problems(p.state.Problems())
	p.summarize()
}

// paint paints one pane and keeps its scrolling and, where the element still exists, its focus.
func (p *page) paint(id string, m view.Markup) {
	if p.panes[id] == m.String() {
		return
	}
	p.panes[id] = m.String()
	pane := element(id)
	focused, from, to := "", js.Null(), js.Null()
	if active := document().Get("activeElement"); pane.Call("contains", active).Bool() {
		focused = active.Get("id").String()
		if kind := active.Get("type"); kind.Equal(js.ValueOf("text")) || kind.Equal(js.ValueOf("search")) {
			from, to = active.Get("selectionStart"), active.Get("selectionEnd")
		}
	}
	top, left := pane.Get("scrollTop"), pane.Get("scrollLeft")
	inner := find("forms")
	inside := js.ValueOf(0)
	if inner != nil {
		inside = inner.Get("scrollTop")
	}
	paint(pane, m)
	pane.Set("scrollTop", top)
	pane.Set("scrollLeft", left)
	if id == "configuration-body" && find("forms") != nil {
		p.placeTree()
		element("forms").Set("scrollTop", inside)
	}
	if focused != "" {
		focus(focused)
		if field := find(focused); field != nil && !from.IsNull() {
			field.Call("setSelectionRange", from, to)
		}
	}
}
