// Package source holds a program's text and the places in it.
//
// A place is a byte offset. Lines and columns are worked out from the offset only when a person or a traceback
// asks for them, so that a span costs eight bytes on every node of the tree.
package source

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Pos is a byte offset into a File's text, counted from 0.
type Pos int32

// Span is the half-open range of bytes [Start, End) that something occupies in its file.
// The zero Span means "no place known".
type Span struct {
	Start, End Pos
}

// IsZero reports whether the span names no place.
func (s Span) IsZero() bool { return s.Start == 0 && s.End == 0 }

// Contains reports whether p lies inside the span.
func (s Span) Contains(p Pos) bool { return s.Start <= p && p < s.End }

// Join returns the smallest span that covers s and t. A zero span adds nothing.
func (s Span) Join(t Span) Span {
	if s.IsZero() {
		return t
	}
	if t.IsZero() {
		return s
	}
	if t.Start < s.Start {
		s.Start = t.Start
	}
	if t.End > s.End {
		s.End = t.End
	}
	return s
}

// File is one program text with its name, as tracebacks print it, and an index of its lines.
type File struct {
	Name string
	Text string
	// Unlisted says that the text is in no file: a traceback through it shows no lines.
	Unlisted bool

	lines []Pos // offset of the first byte of each line
}

// NewFile returns a File for text. The text is used as it is: a scanner that folds "\r\n" does so while reading.
func NewFile(name, text string) *File {
	f := &File{Name: name, Text: text, lines: []Pos{0}}
	for i := 0; i < len(text); i++ {
		if text[i] == '\n' {
			f.lines = append(f.lines, Pos(i+1))
		}
	}
	return f
}

// LineCount returns the number of lines; a text that ends with a newline has an empty last line.
func (f *File) LineCount() int { return len(f.lines) }

// Line returns the 1-based number of the line that holds p.
func (f *File) Line(p Pos) int {
	return sort.Search(len(f.lines), func(i int) bool { return f.lines[i] > p })
}

// Position returns the 1-based line and the 0-based column of p, the column counted in code points as Python's ast does
// for tracebacks.
func (f *File) Position(p Pos) (line, column int) {
	line = f.Line(p)
	start := f.lines[line-1]
	if int(p) > len(f.Text) {
		p = Pos(len(f.Text))
	}
	return line, utf8.RuneCountInString(f.Text[start:p])
}

// LineStart returns the offset of the first byte of the 1-based line n, or the end of the text when there is no such line.
func (f *File) LineStart(n int) Pos {
	if n < 1 {
		return 0
	}
	if n > len(f.lines) {
		return Pos(len(f.Text))
	}
	return f.lines[n-1]
}

// LineText returns the text of the 1-based line n without its line ending, or "" when there is no such line.
func (f *File) LineText(n int) string {
	if n < 1 || n > len(f.lines) {
		return ""
	}
	text := f.Text[f.lines[n-1]:]
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return strings.TrimSuffix(text, "\r")
}

// Slice returns the text that s covers, cut to the file.
func (f *File) Slice(s Span) string {
	a, b := int(s.Start), int(s.End)
	if b > len(f.Text) {
		b = len(f.Text)
	}
	if a < 0 || a > b {
		return ""
	}
	return f.Text[a:b]
}
