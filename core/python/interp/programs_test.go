package interp

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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
func output(name, text string, opts Options) string {
	var out capture
	opts.Stdout = &out // what goes to stderr, such as warnings about the text, is not in the expected output either
	t := NewThread(opts)
	_, err := Run(t, source.NewFile(name, text))
	if err == nil {
		Close(t)
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
	Close(t)
	return out.String() + "!" + e.Class().Name + ": " + message + "\n"
}

// TestPrograms runs every program of testdata and compares what it prints with what CPython printed.
func TestPrograms(t *testing.T) {
	pending := map[string]bool{}
	if text, err := os.ReadFile("testdata/pending.txt"); err == nil {
		for _, line := range strings.Split(string(text), "\n") {
			if name, _, _ := strings.Cut(line, " "); name != "" && name[0] != '#' {
				pending[name] = true
			}
		}
	}
	files, err := filepath.Glob("testdata/*/*.py")
	if err != nil || len(files) == 0 {
		t.Fatalf("no programs: %v", err)
	}
	passed, total := 0, 0
	for _, path := range files {
		name := strings.TrimPrefix(filepath.ToSlash(path), "testdata/")
		if strings.HasPrefix(name, "traces/") { // see TestTraces
			continue
		}
		total++
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".out")
		if err != nil {
			t.Errorf("%s: no expected output: %v", name, err)
			continue
		}
		got := output(filepath.Base(path), string(text), Options{})
		switch {
		case got == string(want) && pending[name]:
			t.Errorf("%s passes now: take it out of pending.txt", name)
		case got == string(want):
			passed++
		case !pending[name]:
			t.Errorf("%s:\n%s", name, firstDifference(got, string(want)))
		}
	}
	t.Logf("%d of %d programs", passed, total)
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range w {
		if i >= len(g) || g[i] != w[i] {
			have := "(end)"
			if i < len(g) {
				have = g[i]
			}
			return "  line " + itoa(i+1) + "\n  got  " + have + "\n  want " + w[i]
		}
	}
	return "  more output than wanted: " + g[len(w)]
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
