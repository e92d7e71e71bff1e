package doctor_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

var update = flag.Bool("update", false, "write what the doctor says into the .txt files: our own words, read them in the diff")

// TestExamples runs the example of every code: its first Diagnostic must have the code that the file is named for, its
// words stand in the .txt beside it, and applying the first fix must do what the file's last line says: "# then: runs", or
// "# then: CODE" for the next problem.
func TestExamples(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		code := strings.TrimSuffix(filepath.Base(path), ".py")
		t.Run(code, func(t *testing.T) { example(t, path, code) })
	}
}

func example(t *testing.T, path, code string) {
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	program := string(text)
	d := first(run(program))
	require.NotNil(t, d, "the program has no problem")
	require.Equal(t, strings.TrimRight(code, "0123456789"), d.Code, d.Message) // several examples of a code end in numbers
	golden(t, strings.TrimSuffix(path, ".py")+".txt", describe(program, d))
	_, then, ok := strings.Cut(program, "# then: ")
	if !ok {
		require.Empty(t, d.Fixes, "a fix needs a line '# then: …' that says what it leads to")
		return
	}
	require.NotEmpty(t, d.Fixes)
	then = strings.TrimSpace(then)
	after := run(apply(program, d.Fixes[0]))
	next := first(after)
	if then == "runs" {
		require.Nil(t, next, "%s\n%+v", apply(program, d.Fixes[0]), next)
		return
	}
	require.NotNil(t, next, "the mended program should have had the problem %s", then)
	require.Equal(t, then, next.Code, next.Message)
}

func run(program string) *protocol.Result {
	return core.NewSession(core.Options{Steps: 3_000_000}).Run(protocol.RunRequest{Text: program})
}

// first returns the problem that a person meets first: of the run, else of an object's recreation.
func first(r *protocol.Result) *protocol.Diagnostic {
	if len(r.Diagnostics) > 0 {
		return &r.Diagnostics[0]
	}
	if r.Exception != nil {
		return &protocol.Diagnostic{Code: "unexplained", Message: r.Exception.Traceback}
	}
	for _, o := range r.Objects {
		if len(o.ConfigDiagnostics) > 0 {
			return &o.ConfigDiagnostics[0]
		}
		if o.Recreated != nil && len(o.Recreated.Diagnostics) > 0 {
			return &o.Recreated.Diagnostics[0]
		}
	}
	return nil
}

func apply(program string, f protocol.Fix) string {
	var fix diag.Fix
	for _, e := range f.Edits {
		fix.Edits = append(fix.Edits, diag.Edit{Span: source.Span{Start: source.Pos(e.Span.Start), End: source.Pos(e.Span.End)}, Text: e.Text})
	}
	return fix.Apply(program)
}

// describe writes a Diagnostic as text, for the golden.
func describe(program string, d *protocol.Diagnostic) string {
	var b strings.Builder
	b.WriteString(d.Message + "\n")
	if d.Span.End > d.Span.Start {
		b.WriteString("at: " + program[d.Span.Start:d.Span.End] + "\n")
	}
	if d.Why != "" {
		b.WriteString("why: " + d.Why + "\n")
	}
	for _, n := range d.Notes {
		b.WriteString("note: " + n.Message + "\n")
	}
	for _, f := range d.Fixes {
		b.WriteString("fix: " + f.Title + "\n")
	}
	return b.String()
}

func golden(t *testing.T, path, got string) {
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "run go test with -update to write it")
	require.Equal(t, string(want), got)
}
