//go:build js && wasm

package main

import (
	"syscall/js"

	"layerglass/core"
	"layerglass/core/protocol"
)

// session is the engine as this program needs it.
type session interface {
	Run(protocol.RunRequest) *protocol.Result
	Recreate(protocol.RecreateRequest) *protocol.Recreated
	Answer(*protocol.Request) *protocol.Response
}

// steps is the budget of a run. It is reached before the page's patience ends on all but slow machines, and then the program stops with its
// line told.
const steps = 20_000_000

// serveEngine answers requests that arrive as bytes of JSON, one message each way. The first message out says that the
// engine is ready; it is empty.
func serveEngine() {
	s := engine{core.NewSession(core.Options{Steps: steps})}
	self := js.Global()
	self.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		deepen()
		in := bytesOf(args[0].Get("data"))
		out := bytesTo(answer(s, in).AppendJSON(nil))
		self.Call("postMessage", out, []any{out.Get("buffer")})
		return nil
	}))
	self.Call("postMessage", js.Null())
}

func answer(s session, in []byte) (response *protocol.Response) {
	var q protocol.Request
	if err := q.UnmarshalJSON(in); err != nil {
		return &protocol.Response{Failure: "The engine could not read the page's request. Reload the page. (" + err.Error() + ")"}
	}
	if text := longest(&q); text != nil && len(q.Attached()) > 0 {
		*text = string(q.Attached())
	}
	response = &protocol.Response{ID: q.ID}
	defer func() {
		if fault := recover(); fault != nil {
			*response = protocol.Response{ID: q.ID, Failure: "The engine failed at this program; that is a fault of Layerglass, not of the program. (" + describe(fault) + ")"}
		}
	}()
	switch {
	case q.Run != nil:
		response.Result = s.Run(*q.Run)
		slim(response.Result)
	case q.Recreate != nil:
		response.Recreated = s.Recreate(*q.Recreate)
	default:
		response = s.Answer(&q)
	}
	return response
}

// lift takes a long text out of a request and sends it behind: there no byte of it has to be looked at.
func lift(q *protocol.Request) {
	if text := longest(q); text != nil && len(*text) > heavy {
		q.Attach([]byte(*text))
		*text = ""
	}
}

// longest returns the text in a request that may be long, or nil.
func longest(q *protocol.Request) *string {
	switch {
	case q.Run != nil:
		return &q.Run.Text
	case q.Assist != nil:
		return &q.Assist.Text
	case q.Recreate != nil:
		return &q.Recreate.Config
	case q.Generate != nil:
		return &q.Generate.Config
	}
	return nil
}

// slim leaves out what came back where it is what was there: large configurations would be sent twice. The page fills it in.
func slim(r *protocol.Result) {
	for i := range r.Objects {
		if back := r.Objects[i].Recreated; back != nil && back.Verdict == "equal" {
			back.Config = nil
		}
	}
}

// fill puts back what slim left out.
func fill(r *protocol.Result) {
	for i := range r.Objects {
		o := &r.Objects[i]
		if back := o.Recreated; back != nil && back.Verdict == "equal" && back.Config == nil {
			back.Config = o.Config
		}
	}
}

// describe returns what a panic was called with; the engine has no use for a formatter else.
func describe(fault any) string {
	switch f := fault.(type) {
	case error:
		return f.Error()
	case string:
		return f
	}
	return "panic"
}

// bytesOf copies a Uint8Array into Go.
func bytesOf(v js.Value) []byte {
	b := make([]byte, v.Get("length").Int())
	js.CopyBytesToGo(b, v)
	return b
}

// bytesTo copies bytes into a new Uint8Array.
func bytesTo(b []byte) js.Value {
	v := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(v, b)
	return v
}
