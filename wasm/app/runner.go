//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"
	"time"

	"layerglass/core/protocol"
)

const (
	// patience is how long a program may run in the page before its worker is ended.
	patience = 10_000
	// impatience is how long an older text may still run when a newer one waits.
	impatience = 1_000
)

// worker is one engine in its Web Worker.
type worker struct {
	js.Value
	ready     bool
	callbacks []js.Func
}

// question is a request other than a run, with what to do with its answer.
type question struct {
	// about names what is asked; a newer question about the same takes an older one's place.
	about   string
	request *protocol.Request
	// ofRun says that the answer needs the last run's objects: a fresh engine runs the program first.
	ofRun bool
	// slow says that waiting for the answer is worth telling.
	slow bool
	// done takes the answer, or nil when there is none: the question became old before it was asked, or the engine broke off.
	done func(*protocol.Response)
}

// runner has programs run by a worker, one at a time: while one runs the newest text waits, and questions after it. A warm
// spare stands by, so that after a stop the next run begins at once.
type runner struct {
	active, spare *worker
	asked         int  // ID of the request under way, 0 when none
	ids           int  // the last ID given
	waiting       bool // a newer text waits
	loaded        bool // the active worker has run the newest text that was sent
	began         float64
	cancelLimit   func()
	question      *question // the question under way, nil when a run is
	questions     []*question

	text     func() string                                 // the text to run, taken when the run begins
	changed  func()                                        // the engine became ready or busy or idle
	answered func(text string, r *protocol.Result, ms int) // a run ended
	failed   func(sentence string)                         // a run or the engine broke off
	sent     string
}

// adopt makes the worker that the loader started the active one. The loader may have asked it already to run the text that stood in the editor; text is
// what stands there now. What the worker has said meanwhile is heard.
func (r *runner) adopt(v js.Value, text string) {
	r.active = r.hear(v)
	r.waiting = true
	if asked := v.Get("asked"); !asked.IsUndefined() {
		r.sent, r.loaded = string(bytesOf(asked)), true
		r.waiting = r.sent != text
		r.begin(nil)
		if at := v.Get("ready"); !at.IsUndefined() {
			r.began = at.Float()
		}
	}
	heard := v.Get("heard")
	for i := range heard.Length() {
		r.message(r.active, heard.Index(i))
	}
	if message := v.Get("broke"); !message.IsUndefined() {
		r.broke(r.active, message)
	}
}

func (r *runner) busy() bool { return r.asked != 0 }

func (r *runner) ready() bool { return r.active != nil && r.active.ready }

// hear wires a new worker.
func (r *runner) hear(v js.Value) *worker {
	w := &worker{Value: v}
	on := func(name string, f func(js.Value)) {
		callback := js.FuncOf(func(_ js.Value, args []js.Value) any { f(args[0]); return nil })
		w.callbacks = append(w.callbacks, callback)
		v.Set(name, callback)
	}
	on("onmessage", func(event js.Value) { r.message(w, event.Get("data")) })
	on("onerror", func(event js.Value) {
		event.Call("preventDefault")
		r.broke(w, event.Get("message"))
	})
	return w
}

// message takes what a worker says: null when it is ready, answers afterwards.
func (r *runner) message(w *worker, data js.Value) {
	if data.IsNull() {
		r.isReady(w)
		return
	}
	in := bytesOf(data)
	go r.answer(w, in) // reading a large answer pauses, which a callback must not
}

func (r *runner) isReady(w *worker) {
	if w.ready {
		return
	}
	w.ready = true
	if w == r.active {
		r.changed()
		r.next()
	}
}

// run asks for a run of the newest text: now, or as soon as the engine is free.
func (r *runner) run() {
	r.waiting = true
	if r.busy() && r.question == nil && now()-r.began > impatience {
		r.replace()
	}
	r.next()
}

// ask has a question answered as soon as the engine is free.
func (r *runner) ask(q *question) {
	for i, older := range r.questions {
		if older.about == q.about {
			r.questions[i] = q
			older.done(nil)
			return
		}
	}
	r.questions = append(r.questions, q)
	r.next()
}

// next sends what waits: the newest text, then questions in their order.
func (r *runner) next() {
	switch {
	case r.busy() || !r.ready():
	case !r.waiting && len(r.questions) > 0 && r.questions[0].ofRun && !r.loaded && r.ids > 0:
		r.waiting = true
		fallthrough
	case r.waiting:
		r.waiting, r.loaded = false, true
		r.sent = r.text()
		r.send(&protocol.Request{Run: &protocol.RunRequest{Text: r.sent}}, nil)
	case len(r.questions) > 0:
		q := r.questions[0]
		r.questions = r.questions[1:]
		r.send(q.request, q)
	}
}

func (r *runner) send(request *protocol.Request, q *question) {
	r.begin(q)
	request.ID = r.asked
	lift(request)
	out := bytesTo(request.AppendJSON(nil))
	r.active.Call("postMessage", out, []any{out.Get("buffer")})
	r.changed()
}

// begin notes that a request is under way: a question, or a run when it is nil.
func (r *runner) begin(q *question) {
	r.ids++
	r.asked, r.began, r.question = r.ids, now(), q
	r.cancelLimit = after(patience, func() {
		r.stop("The program ran for ten seconds and was stopped. A loop may never end: see which condition should end it.")
	})
}

// rest lets the page draw and hear while a large answer is read.
func rest() func() {
	const slice = 12 // milliseconds
	began := now()
	return func() {
		if now()-began > slice {
			time.Sleep(time.Millisecond)
			began = now()
		}
	}
}

func (r *runner) answer(w *worker, in []byte) {
	if w != r.active {
		return
	}
	var response protocol.Response
	err := response.Read(in, rest())
	if w != r.active || err == nil && response.ID != r.asked {
		return
	}
	took, q := int(now()-r.began+0.5), r.question
	r.idle()
	switch {
	case err != nil:
		r.failed("The engine's answer could not be read. Reload the page. (" + err.Error() + ")")
	case response.Failure != "":
		r.replace()
		r.failed(response.Failure)
	case q != nil:
		q.done(&response)
	case response.Result != nil:
		r.answered(r.sent, response.Result, took)
	}
	r.changed()
	r.next()
	r.warm()
}

func (r *runner) idle() {
	r.asked, r.question = 0, nil
	if r.cancelLimit != nil {
		r.cancelLimit()
		r.cancelLimit = nil
	}
}

// pending reports whether a run is under way or will be as soon as a fresh engine is ready for it.
func (r *runner) pending() bool { return r.busy() || r.waiting && r.ids > 0 }

// stop ends the run under way, and the worker with it, or lets go of the one that waits.
func (r *runner) stop(sentence string) {
	r.waiting = false
	if r.busy() {
		r.replace()
	}
	r.failed(sentence)
	r.changed()
}

// broke handles a worker that died: it ran out of memory, say, or could not have the rest of the engine.
func (r *runner) broke(w *worker, message js.Value) {
	switch {
	case w == r.spare:
		r.spare.end()
		r.spare = nil
	case w == r.active && !w.ready:
		r.failed("The engine did not start. Reload the page.")
	case w == r.active:
		quiet := r.question != nil && !r.question.slow && lacksRest(message)
		r.waiting = r.waiting && quiet
		r.replace()
		if !quiet { // nobody has asked for what the page wanted to add to a result
			r.failed(why(message))
		}
		r.changed()
		if r.waiting { // the text that came meanwhile
			r.next()
		}
	}
}

// lacksRest reports whether a worker died because it could not have the other binary.
func lacksRest(message js.Value) bool {
	return message.Type() == js.TypeString && strings.Contains(message.String(), "rest.wasm")
}

// why tells why a worker died, by the message of its last exception.
func why(message js.Value) string {
	s := ""
	if message.Type() == js.TypeString {
		s = message.String()
	}
	switch {
	case lacksRest(message):
		return "This program needs a part of the engine that could not be loaded. Check the connection and run it again."
	case strings.Contains(s, "\"rest:"): // the name that links both binaries of a build
		return "Layerglass was renewed on the server. Reload the page; the program is kept."
	}
	return "The engine broke off at this program, most likely for want of memory. It was started afresh."
}

// replace ends the active worker and lets the spare take its place.
func (r *runner) replace() {
	q := r.question
	r.idle()
	if q != nil {
		q.done(nil)
	}
	r.active.end()
	r.warm()
	r.loaded = false
	r.active, r.spare = r.spare, nil
	r.warm()
}

// warm starts a spare if there is none.
func (r *runner) warm() {
	if r.spare == nil {
		r.spare = r.hear(bridge().Call("worker"))
	}
}

func (w *worker) end() {
	w.Set("onmessage", js.Null())
	w.Set("onerror", js.Null())
	w.Call("terminate")
	for _, f := range w.callbacks {
		f.Release()
	}
	w.callbacks = nil
}
