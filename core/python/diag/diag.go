// Package diag is the form in which the engine speaks to a person about a program: what happened, where, why, and the
// edit that mends it. What a Python program itself sees of an error is an exception object; see package object.
package diag

import "layerglass/core/python/source"

// Severity says how much a Diagnostic matters.
type Severity uint8

// The severities, from a program that stopped to a remark.
const (
	Error Severity = iota
	Warning
	Info
)

// String returns the severity's name as the page and the command line show it.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "info"
	}
}

// Code is a stable name for one kind of problem, in lower-case words joined by hyphens ("from-config-unexpected-name").
// Each code has an example that a test runs.
type Code string

// Diagnostic is one problem, told to a person.
type Diagnostic struct {
	Code     Code
	Severity Severity
	// Span is the argument or name at fault, not the whole call. Zero when the problem has no place.
	Span source.Span
	// Message is one plain sentence: what happened.
	Message string
	// Why is one or two sentences: the rule behind it. It may be empty.
	Why string
	// Exception is the Python exception's type name, for those who will search for it. It may be empty.
	Exception string
	// Notes point at other places that matter ("the value was set here").
	Notes []Note
	// Fixes are the ways out that can be applied as text edits, the best first.
	Fixes []Fix
}

// Note is a remark tied to a place.
type Note struct {
	Span    source.Span
	Message string
}

// Fix is a change of the program's text that mends a problem.
type Fix struct {
	// Title says in a few words what the fix does ("Add **kwargs to __init__").
	Title string
	// Edits do not overlap and all speak of the original text.
	Edits []Edit
}

// Edit replaces the text at Span by Text. An empty span (Start == End) inserts.
type Edit struct {
	Span source.Span
	Text string
}

// Apply returns text with the fix's edits made. Edits may stand in any order; those that overlap an earlier one are left out.
func (f Fix) Apply(text string) string {
	edits := append([]Edit(nil), f.Edits...)
	for i := 1; i < len(edits); i++ {
		for j := i; j > 0 && edits[j].Span.Start < edits[j-1].Span.Start; j-- {
			edits[j], edits[j-1] = edits[j-1], edits[j]
		}
	}
	var out []byte
	at := source.Pos(0)
	for _, e := range edits {
		if e.Span.Start < at || int(e.Span.End) > len(text) {
			continue
		}
		out = append(out, text[at:e.Span.Start]...)
		out = append(out, e.Text...)
		at = e.Span.End
	}
	return string(append(out, text[at:]...))
}
