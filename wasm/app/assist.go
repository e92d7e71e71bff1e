//go:build js && wasm

package main

import (
	"syscall/js"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// assist asks the engine what it knows of a place in the text as it stands: what may be written there, which call it is in, or
// what its word means. answer is called with plain values, or with null.
func (p *page) assist(what string, at int, answer js.Value) {
	text := p.editor.text()
	offsets := view.NewOffsets(text)
	p.runner.ask(&question{
		about:   what,
		request: &protocol.Request{Assist: &protocol.AssistRequest{Ask: what, Text: text, Offset: offsets.Bytes(at)}},
		done: func(response *protocol.Response) {
			if response == nil || response.Assistance == nil {
				answer.Invoke(js.Null())
				return
			}
			answer.Invoke(assistance(response.Assistance, offsets))
		},
	})
}

func assistance(a *protocol.Assistance, offsets view.Offsets) map[string]any {
	out := map[string]any{"from": offsets.Units(a.Span.Start), "to": offsets.Units(a.Span.End)}
	completions := make([]any, 0, len(a.Completions))
	for i := range a.Completions {
		c := &a.Completions[i]
		completions = append(completions, map[string]any{"label": c.Label, "kind": c.Kind, "detail": c.Detail, "doc": c.Doc, "insert": c.Insert})
	}
	out["completions"] = completions
	if h := a.Hover; h != nil {
		out["hover"] = map[string]any{"title": h.Title, "doc": h.Doc, "public": h.Public, "value": h.Value}
	}
	if c := a.Call; c != nil {
		arguments := make([]any, 0, len(c.Arguments))
		for i := range c.Arguments {
			g := &c.Arguments[i]
			arguments = append(arguments, map[string]any{"name": g.Name, "type": g.Type, "default": g.Default, "doc": g.Doc})
		}
		out["from"], out["to"] = offsets.Units(c.Span.Start), offsets.Units(c.Span.End)
		out["call"] = map[string]any{"name": c.Name, "doc": c.Doc, "arguments": arguments, "active": c.Active}
	}
	return out
}
