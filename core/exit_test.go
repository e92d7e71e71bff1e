package core

import (
	"testing"

	"layerglass/core/protocol"
)

// TestExitStatus checks the status of programs that end themselves, as CPython gives them to its shell.
func TestExitStatus(t *testing.T) {
	for text, want := range map[string]int{
		"raise KeyboardInterrupt":               130,
		"raise SystemExit('text')":              1,
		"raise SystemExit('5')":                 1,
		"raise SystemExit(3)":                   3,
		"raise SystemExit(259)":                 3,
		"raise SystemExit(-1)":                  255,
		"raise SystemExit(2.5)":                 1,
		"raise SystemExit(True)":                1,
		"class E(SystemExit): pass\nraise E(4)": 4,
		"import sys; sys.exit([])":              1,
		"1/0":                                   1,
		"def f(:":                               1,
	} {
		r := NewSession(Options{NoObjects: true}).Run(protocol.RunRequest{Text: text})
		if r.Exception == nil || r.Exception.Status != want {
			t.Errorf("%s: got %+v, want the status %d", text, r.Exception, want)
		}
	}
	for _, text := range []string{"raise SystemExit", "raise SystemExit(0)", "import sys; sys.exit(None)"} {
		if r := NewSession(Options{NoObjects: true}).Run(protocol.RunRequest{Text: text}); r.Exception != nil {
			t.Errorf("%s: got %+v", text, r.Exception)
		}
	}
}
