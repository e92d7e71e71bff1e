package interp

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// TestTraces compares the places that exceptions pass with CPython's: for each part of a file of testdata/traces, the
// function and the exact text of every entry of the traceback.
func TestTraces(t *testing.T) {
	files, _ := filepath.Glob("testdata/traces/*.py")
	passed, total := 0, 0
	for _, path := range files {
		text, _ := os.ReadFile(path)
		want, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".trace")
		if err != nil {
			t.Fatal(err)
		}
		parts, traces := strings.Split(string(text), "# ---\n"), strings.Split(strings.TrimSuffix(string(want), "\n"), "\n\n")
		if len(parts) != len(traces) {
			t.Fatalf("%s: %d parts, %d traces", path, len(parts), len(traces))
		}
		for i, part := range parts {
			total++
			if got := trace(part); got == traces[i] {
				passed++
			} else {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s\n", part, got, traces[i])
			}
		}
	}
	t.Logf("%d of %d traces", passed, total)
}

func trace(text string) string {
	thread := NewThread(Options{})
	file := source.NewFile("part", text)
	_, err := Run(thread, file)
	e := object.AsException(err)
	if e == nil {
		return "nothing raised"
	}
	message, _ := object.ToStr(thread, e)
	lines := []string{e.Class().Name + ": " + message}
	for i := len(e.Trace) - 1; i >= 0; i-- {
		entry := e.Trace[i]
		l1, c1 := file.Position(entry.Span.Start)
		l2, c2 := file.Position(entry.Span.End)
		lines = append(lines, fmt.Sprintf("%s %d:%d %d:%d", entry.Code.Name, l1, c1, l2, c2))
	}
	return strings.Join(lines, "\n")
}
