//go:build js && wasm

package main

import (
	"syscall/js"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/core/share"
	"layerglass/web/view"
)

// embeds is the engine of all playgrounds embedded in one document. It runs their programs one after the other and paints
// their panes: an embed's own script (web/src/embed.js) knows nothing of configurations.
type embeds struct {
	session *core.Session
	states  map[string]*view.State
}

// serveEmbeds answers the messages of web/src/embed.js, objects with id, embed and act; the answer carries the same id.
//
//	run     text              runs a program and answers with the panes
//	open    payload           reads a link's payload and answers with its text, or with a problem
//	choose  name              shows another object
//	form    name              shows another form of the configuration
//	fold    row, open         opens or closes a container of the tree
//	fix     name              answers with the edits of a fix, a flat list of from, to, text
//	close                     forgets the embed
func serveEmbeds() {
	e := &embeds{session: core.NewSession(core.Options{Steps: steps}), states: map[string]*view.State{}}
	self := js.Global()
	self.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		in := args[0].Get("data")
		out := e.answer(in)
		out["id"] = in.Get("id").Int()
		self.Call("postMessage", js.ValueOf(out))
		return nil
	}))
	self.Call("postMessage", js.Null())
}

func (e *embeds) answer(in js.Value) (out map[string]any) {
	defer func() {
		if fault := recover(); fault != nil {
			out = map[string]any{"problem": "The engine failed at this program; that is a fault of Layerglass, not of the program. (" + describe(fault) + ")"}
		}
	}()
	name := in.Get("embed").String()
	s := e.states[name]
	if s == nil {
		fresh := view.NewState()
		fresh.Embedded = true
		s = &fresh
		e.states[name] = s
	}
	word := func(field string) string {
		if v := in.Get(field); v.Type() == js.TypeString {
			return v.String()
		}
		return ""
	}
	switch word("act") {
	case "run":
		text := word("text")
		s.Adopt(text, e.session.Run(protocol.RunRequest{Text: text}))
	case "open":
		state, err := share.Decode(share.Payload(word("payload")))
		if err != nil {
			return map[string]any{"problem": err.Error()}
		}
		s.Object, s.Form = state.Object, view.Form(state.Form)
		if s.Form == "" {
			s.Form = view.Tree
		}
		return map[string]any{"text": state.Program}
	case "choose":
		s.Object, s.Key, s.First = word("name"), "", 0
		s.Refresh()
	case "form":
		s.Form = view.Form(word("name"))
	case "fold":
		s.Fold(in.Get("row").Int(), in.Get("open").Bool())
	case "fix":
		return map[string]any{"edits": flatEdits(s, word("name"))}
	case "close":
		delete(e.states, name)
		return map[string]any{}
	}
	return panesOf(s)
}

func flatEdits(s *view.State, id string) []any {
	var flat []any
	if fix := s.FixAt(id); fix != nil {
		offsets := view.NewOffsets(s.Text)
		for _, edit := range fix.Edits {
			flat = append(flat, offsets.Units(edit.Span.Start), offsets.Units(edit.Span.End), edit.Text)
		}
	}
	return flat
}

// panesOf paints the panes, and says in words what each of them holds.
func panesOf(s *view.State) map[string]any {
	sum := s.Summarize()
	output := view.Output(s).String()
	problems := s.Problems()
	if len(problems) > 0 {
		output = view.Problems(s).String() + output
	}
	verdict := "none"
	if o := s.Chosen(); o != nil && o.Recreated != nil {
		verdict = o.Recreated.Verdict
	}
	return map[string]any{
		"configuration": view.Configuration(s).String(), "recreated": view.Recreated(s).String(), "output": output,
		"sums":    map[string]any{"configuration": sum.Configuration, "recreated": sum.Recreated, "output": words(len(problems))},
		"verdict": verdict, "worst": view.Worst(s), "failed": s.Result != nil && s.Result.Exception != nil,
	}
}

func words(problems int) string {
	switch problems {
	case 0:
		return ""
	case 1:
		return "1 problem"
	}
	return view.Grouped(problems) + " problems"
}
