// Package terminal turns a problem that the engine tells of into text for a person at a command line.
package terminal

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// Diagnoses writes what there is to say about a program's problems: what happened, the line with the place marked, why,
// and the edit that mends it. Every line is indented, so that the traceback's own last line stays the last one at the margin.
func Diagnoses(w io.Writer, file, text string, list []protocol.Diagnostic) error {
	var out strings.Builder
	for i := range list {
		diagnosis(&out, file, text, &list[i])
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func diagnosis(out *strings.Builder, file, text string, d *protocol.Diagnostic) {
	out.WriteString("\n  ")
	if d.Line > 0 {
		out.WriteString(file + ":" + strconv.Itoa(d.Line) + ":" + strconv.Itoa(d.Column) + ": ")
	}
	out.WriteString(d.Severity + ": " + d.Message + "\n")
	if d.Line > 0 {
		place(out, text, d.Span)
	}
	if d.Why != "" {
		out.WriteString("  why: " + d.Why + "\n")
	}
	for _, n := range d.Notes {
		out.WriteString("  note: " + n.Message + "\n")
	}
	for i := range d.Fixes {
		fix(out, text, &d.Fixes[i])
	}
}

// place writes the line that a span begins in, and marks under it.
func place(out *strings.Builder, text string, s protocol.Span) {
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		return
	}
	start := strings.LastIndexByte(text[:s.Start], '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	width := utf8.RuneCountInString(text[s.Start:min(s.End, start+len(line))])
	shift := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, text[start:s.Start])
	out.WriteString("    | " + strings.TrimRight(line, "\r") + "\n    | " + shift + strings.Repeat("^", max(width, 1)) + "\n")
}

func fix(out *strings.Builder, text string, f *protocol.Fix) {
	out.WriteString("  fix: " + f.Title + "\n")
	for _, h := range view.Hunks(text, f.Edits) {
		for i, l := range h.Before {
			out.WriteString("    " + strconv.Itoa(h.Line+i) + " - " + l + "\n")
		}
		for i, l := range h.After {
			out.WriteString("    " + strconv.Itoa(h.Line+i) + " + " + l + "\n")
		}
	}
}
