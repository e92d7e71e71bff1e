//go:build js && wasm

package main

import (
	"syscall/js"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// editor is the Go side of the code editor. Its callers speak of bytes of the text whose results are shown; the script
// speaks of UTF-16 units and follows changes made since.
type editor struct {
	js.Value
	offsets view.Offsets // of the text whose results are shown
	known   string       // the text as it was read last
	turn    int          // of the editor, when it was
}

func newEditor() *editor { return &editor{Value: bridge().Get("editor")} }

// listen connects what happens in the editor with the page.
func (e *editor) listen(changed func(), cursor, point func(at int), fix func(id string), assist func(what string, at int, answer js.Value)) {
	on := e.Get("on")
	on.Set("change", js.FuncOf(func(js.Value, []js.Value) any { changed(); return nil }))
	on.Set("fix", js.FuncOf(func(_ js.Value, args []js.Value) any { fix(args[0].String()); return nil }))
	place := func(f func(int)) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			at := args[0].Int()
			if at >= 0 {
				at = e.offsets.Bytes(at)
			}
			f(at)
			return nil
		})
	}
	on.Set("assist", js.FuncOf(func(_ js.Value, args []js.Value) any {
		assist(args[0].String(), args[1].Int(), args[2])
		return nil
	}))
	on.Set("cursor", place(cursor))
	on.Set("point", place(point))
}

// text returns the text as it stands. Copying a large one takes its time, so that happens once after a change.
func (e *editor) text() string {
	if turn := e.Call("turn").Int(); turn != e.turn || e.known == "" {
		e.turn, e.known = turn, string(bytesOf(e.Call("text")))
	}
	return e.known
}

// heavy is how many UTF-16 units a text has that is too long to be read at each key.
const heavy = 100_000

// heavy reports whether the text is too long to be read at each key.
func (e *editor) heavy() bool { return e.Call("length").Int() > heavy }

// ask returns the text and remembers it as the one that a run was asked for.
func (e *editor) ask() string {
	e.Call("ask")
	return e.text()
}

// answered says that the results of the text last asked for are shown from now on.
func (e *editor) answered(text string) {
	e.offsets = view.NewOffsets(text)
	e.Call("answered")
}

// unchanged reports whether the text is still the one whose results are shown.
func (e *editor) unchanged() bool { return e.Call("unchanged").Bool() }

func (e *editor) replace(text string) { e.Call("replace", bytesTo([]byte(text))) }

func (e *editor) apply(edits []protocol.Edit) {
	flat := make([]any, 0, 3*len(edits))
	for _, edit := range edits {
		flat = append(flat, e.offsets.Units(edit.Span.Start), e.offsets.Units(edit.Span.End), edit.Text)
	}
	e.Call("edit", flat)
}

// change makes edits of the text as it is now.
func (e *editor) change(text string, edits []protocol.Edit) {
	offsets := view.NewOffsets(text)
	flat := make([]any, 0, 3*len(edits))
	for _, edit := range edits {
		flat = append(flat, offsets.Units(edit.Span.Start), offsets.Units(edit.Span.End), edit.Text)
	}
	e.Call("edit", flat)
}

// light marks the code at spans; scroll brings the first into sight.
func (e *editor) light(scroll bool, spans ...protocol.Span) {
	flat := make([]any, 0, 2*len(spans))
	for _, s := range spans {
		if s.Start < s.End {
			flat = append(flat, e.offsets.Units(s.Start), e.offsets.Units(s.End))
		}
	}
	e.Call("light", flat, scroll)
}

func (e *editor) goTo(s protocol.Span) {
	e.Call("go", e.offsets.Units(s.Start), e.offsets.Units(s.End))
}

// problems draws squiggles under the places of problems.
func (e *editor) problems(all []view.Problem) {
	list := make([]any, 0, len(all))
	for i := range all {
		p := &all[i]
		if p.Span == (protocol.Span{}) {
			continue
		}
		item := map[string]any{
			"from": e.offsets.Units(p.Span.Start), "to": e.offsets.Units(p.Span.End),
			"severity": p.Severity, "message": view.Plain(p.Message), "fix": "", "title": "",
		}
		if len(p.Fixes) > 0 {
			item["fix"], item["title"] = view.FixID(i, 0), view.Plain(p.Fixes[0].Title)
		}
		list = append(list, item)
	}
	e.Call("problems", list)
}

func (e *editor) focus() { e.Call("focus") }
