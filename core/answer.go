package core

import (
	"layerglass/core/assist"
	"layerglass/core/protocol"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
)

// Answer does what a Request asks for and puts the result into the Response with its ID. A request that asks for nothing that
// this version knows gets a Failure.
func (s *Session) Answer(q *protocol.Request) *protocol.Response {
	r := &protocol.Response{ID: q.ID}
	switch {
	case q.Run != nil:
		r.Result = s.Run(*q.Run)
	case q.Recreate != nil:
		r.Recreated = s.Recreate(*q.Recreate)
	case q.Describe != nil:
		r.Reference = s.Describe(*q.Describe)
	case q.Assist != nil:
		r.Assistance = s.Assist(*q.Assist)
	case q.Generate != nil:
		r.Code = s.Generate(*q.Generate)
	case q.Site != nil:
		r.Site = s.Site(*q.Site)
	case q.Change != nil:
		r.Edits = s.Change(*q.Change)
	case q.Put != nil:
		r.Edits = s.Put(*q.Put)
	case q.Graph != nil:
		r.Graph = s.Graph(*q.Graph)
	case q.Cover != nil:
		r.Coverage = s.Cover(*q.Cover)
	case q.Compare != nil:
		r.Comparison = s.Compare(*q.Compare)
	case q.Open != nil:
		r.Opened = s.Open(*q.Open, q.Attached())
	case q.Export != nil:
		r.Exported = s.Export(*q.Export)
	default:
		r.Failure = "The engine does not know this request. Reload the page, so that both are of one version."
	}
	return r
}

// Describe tells what Keras has: the catalogue, or the classes and functions asked for.
func (s *Session) Describe(q protocol.DescribeRequest) *protocol.Reference {
	return assist.Describe(s.library(), q.Names)
}

// Assist answers an editor's question about a place in a text. It knows what the last run left, and runs nothing.
func (s *Session) Assist(q protocol.AssistRequest) *protocol.Assistance {
	var module *object.Module
	if s.last != nil {
		module = s.last.module
	}
	return s.library().Ask(&q, module)
}

// library returns the assistant, whose own thread holds Keras's classes as they are before any program changes them.
func (s *Session) library() *assist.Assistant {
	if s.assistant == nil {
		s.assistant = assist.New(interp.NewThread(interp.Options{Steps: defaultSteps, Memory: defaultMemory}))
	}
	refill(s.assistant.Thread)
	return s.assistant
}
