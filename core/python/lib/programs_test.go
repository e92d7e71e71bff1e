package lib_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// capture collects a program's output.
type capture struct{ strings.Builder }

func (c *capture) WriteString(s string) error {
	c.Builder.WriteString(s)
	return nil
}

// output runs a program and returns what it printed, followed by "!Type: message" if it raised.
func output(name, text string) string {
	var out capture
	t := interp.NewThread(interp.Options{Stdout: &out})
	_, err := interp.Run(t, source.NewFile(name, text))
	interp.Close(t)
	if err == nil {
		return out.String()
	}
	e := object.AsException(err)
	if e == nil {
		return out.String() + "!" + err.Error() + "\n"
	}
	message, bad := object.ToStr(t, e)
	if bad != nil {
		message = "<" + bad.Error() + ">"
	}
	return out.String() + "!" + e.Class().Name + ": " + message + "\n"
}

// TestPrograms runs the programs that each module keeps in its folder testdata, and those of testdata that use many or
// none, and compares what they print with what CPython printed. Those in pending.txt differ so far; one that no longer does must leave the list.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("*/testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	more, err := filepath.Glob("testdata/*/*.py")
	if err != nil || len(more) == 0 {
		t.Fatalf("no programs of several modules: %v", err)
	}
	files = append(files, more...)
	files = slices.DeleteFunc(files, func(path string) bool { return strings.HasPrefix(path, "numpy") }) // it has a test of its own
	list, err := os.ReadFile("pending.txt")
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	pending := strings.Fields(string(list))
	passed := 0
	for _, path := range files {
		name := strings.TrimPrefix(strings.Replace(filepath.ToSlash(path), "/testdata/", "/", 1), "testdata/")
		if i := slices.Index(pending, name); i >= 0 {
			pending = slices.Delete(pending, i, i+1)
			if problem := compare(t, path); problem == "" {
				t.Errorf("%s passes: take it off pending.txt", name)
			}
			continue
		}
		if t.Run(name, func(t *testing.T) {
			if problem := compare(t, path); problem != "" {
				t.Error(problem)
			}
		}) {
			passed++
		}
	}
	if len(pending) > 0 {
		t.Errorf("pending programs that do not exist: %v", pending)
	}
	t.Logf("%d of %d programs print what CPython prints", passed, len(files))
}

// compare runs a program and returns the first line that differs, or "".
func compare(t *testing.T, path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".out")
	if err != nil {
		t.Fatal(err)
	}
	if got := output(filepath.Base(path), string(text)); got != string(want) {
		return firstDifference(got, string(want))
	}
	return ""
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range w {
		have := "(end)"
		if i < len(g) {
			have = g[i]
		}
		if have != w[i] {
			return "\n  got  " + have + "\n  want " + w[i]
		}
	}
	return "more output than wanted: " + g[len(w)]
}
