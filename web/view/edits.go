package view

import (
	"cmp"
	"slices"
	"strings"

	"layerglass/core/protocol"
)

// Hunk is a run of lines that a fix changes, as they were and as they will be.
type Hunk struct {
	Line          int // 1-based number of the first line
	Before, After []string
}

// Hunks returns what edits do to text, line by line. Edits on the same or on neighbouring lines share a hunk. Edits that lie
// outside the text or overlap are left out.
func Hunks(text string, edits []protocol.Edit) []Hunk {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b protocol.Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	var out []Hunk
	for i := 0; i < len(edits); {
		if !valid(text, edits[i], 0) {
			i++
			continue
		}
		start, end := lineStart(text, edits[i].Span.Start), lineEnd(text, edits[i].Span.End)
		var after strings.Builder
		at := start
		for ; i < len(edits) && edits[i].Span.Start <= end; i++ {
			e := edits[i]
			if !valid(text, e, at) {
				continue
			}
			after.WriteString(text[at:e.Span.Start])
			after.WriteString(e.Text)
			at = e.Span.End
			end = max(end, lineEnd(text, at))
		}
		after.WriteString(text[at:end])
		out = append(out, trim(Hunk{lineOf(text, start), strings.Split(text[start:end], "\n"), strings.Split(after.String(), "\n")}).dedent())
	}
	return out
}

func valid(text string, e protocol.Edit, from int) bool {
	return e.Span.Start >= from && e.Span.Start <= e.Span.End && e.Span.End <= len(text)
}

// trim drops the lines at both ends that the edit leaves as they are.
func trim(h Hunk) Hunk {
	for len(h.Before) > 0 && len(h.After) > 0 && h.Before[0] == h.After[0] {
		h.Before, h.After = h.Before[1:], h.After[1:]
		h.Line++
	}
	for len(h.Before) > 0 && len(h.After) > 0 && h.Before[len(h.Before)-1] == h.After[len(h.After)-1] {
		h.Before, h.After = h.Before[:len(h.Before)-1], h.After[:len(h.After)-1]
	}
	return h
}

// dedent takes off the indentation that all lines of a hunk have, so that a narrow page shows the change itself.
func (h Hunk) dedent() Hunk {
	indent := -1
	for _, l := range slices.Concat(h.Before, h.After) {
		if n := len(l) - len(strings.TrimLeft(l, " ")); n < len(l) && (indent < 0 || n < indent) {
			indent = n
		}
	}
	cut := func(lines []string) []string {
		out := make([]string, len(lines))
		for i, l := range lines {
			out[i] = l[min(max(indent, 0), len(l)-len(strings.TrimLeft(l, " "))):]
		}
		return out
	}
	return Hunk{h.Line, cut(h.Before), cut(h.After)}
}

func lineStart(text string, at int) int { return strings.LastIndexByte(text[:at], '\n') + 1 }

func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(text)
}
