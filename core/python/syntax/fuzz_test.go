package syntax

import (
	"strings"
	"testing"

	"layerglass/core/python/source"
)

// FuzzParse checks that no text makes the parser panic and that all places it names are in the text.
func FuzzParse(f *testing.F) {
	for _, text := range allTexts(f) {
		if len(text) < 2000 {
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		file := source.NewFile("<fuzz>", text)
		m, err := Parse(file)
		if err != nil {
			checkError(t, file, err)
			return
		}
		Dump(m)
		d := &dumper{file: file}
		d.stmts(m.Body)
		inside(t, text, m)
		if _, err := ParseExpr(file); err != nil {
			checkError(t, file, err)
		}
	})
}

func checkError(t *testing.T, file *source.File, err *Error) {
	n := source.Pos(len(file.Text))
	if err.Span.Start < 0 || err.Span.Start > err.Span.End || err.Span.End > n || err.Msg == "" || err.Kind == "" || err.Code == "" {
		t.Fatalf("%q: bad error %+v", file.Text, err)
	}
	if err.Line < 1 || err.Line > file.LineCount() || err.Offset < 0 {
		t.Fatalf("%q: line %d offset %d", file.Text, err.Line, err.Offset)
	}
	for _, fix := range err.Fixes {
		for _, e := range fix.Edits {
			if e.Span.Start < 0 || e.Span.Start > e.Span.End || e.Span.End > n {
				t.Fatalf("%q: fix outside the text: %+v", file.Text, fix)
			}
		}
	}
	for _, note := range err.Notes {
		if note.Span.Start < 0 || note.Span.Start > note.Span.End || note.Span.End > n {
			t.Fatalf("%q: note outside the text: %+v", file.Text, note)
		}
	}
}

// inside checks that every statement lies in the text and is not empty.
func inside(t *testing.T, text string, m *Module) {
	for _, s := range m.Body {
		span := s.Span()
		if span.Start < 0 || span.End > source.Pos(len(text)) || span.Start >= span.End {
			t.Fatalf("%q: %T at %v", text, s, span)
		}
		if strings.TrimSpace(text[span.Start:span.End]) == "" {
			t.Fatalf("%q: %T covers nothing", text, s)
		}
	}
}

// largeProgram is the test data's right programs over and over, about half a megabyte of text.
func largeProgram(b *testing.B) *source.File {
	var all strings.Builder
	for all.Len() < 1<<19 {
		for _, name := range [...]string{"blocks", "functions", "calls", "operators", "displays", "assignments", "comprehensions", "strings"} {
			text := read(b, "testdata/good/"+name+".py")
			all.WriteString(strings.ReplaceAll(text, "'''doc", "''' doc"))
			all.WriteString("\n")
		}
	}
	return source.NewFile("large.py", all.String())
}

func BenchmarkParseLargeFile(b *testing.B) {
	file := largeProgram(b)
	b.SetBytes(int64(len(file.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(file); err != nil {
			b.Fatal(err.Line, err)
		}
	}
}
