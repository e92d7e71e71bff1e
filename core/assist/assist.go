// Package assist tells an editor and a builder what there is: the catalogue of Keras, what completes a text at a place, which
// parameters a call has, what a name means.
//
// It reads texts as they are being typed, so it works on tokens and makes do with what stands before the place asked about. It
// never runs the program's code.
package assist

import (
	"layerglass/core/python/object"
)

// Assistant answers an editor's questions. Thread is its own: it holds modules and classes as they are before any program
// changes them.
type Assistant struct {
	Thread *object.Thread
}

// New returns an Assistant.
func New(t *object.Thread) *Assistant { return &Assistant{Thread: t} }

// repr returns the Python text of a default value.
func (a *Assistant) repr(v object.Object) string {
	s, err := object.Repr(a.Thread, v)
	if err != nil {
		return "<" + v.Class().Name + ">"
	}
	return s
}
