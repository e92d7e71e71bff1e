package interp

import (
	"strings"
	"testing"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// TestLongPrograms runs texts whose trees are deep in one direction: they run, or are refused with an exception, also where the
// host's stack is small.
func TestLongPrograms(t *testing.T) {
	for name, text := range map[string]string{
		"sum":        "x = " + strings.Repeat("1 + ", 20000) + "1",
		"power":      "x = " + strings.Repeat("1 ** ", 5000) + "1",
		"names":      "a = 1\nx = " + strings.Repeat("a - ", 20000) + "a",
		"attributes": "class A: pass\na = A()\na.a = a\nx = a" + strings.Repeat(".a", 20000),
		"calls":      "def f(): return f\nx = f" + strings.Repeat("()", 20000),
		"items":      "a = []\na.append(a)\nx = a" + strings.Repeat("[0]", 20000),
		"elif":       "x = 5\nif x == 0: pass\n" + strings.Repeat("elif x == 1: pass\n", 5000),
		"conditions": "x = " + strings.Repeat("1 if 0 else ", 5000) + "2",
		"and":        "x = " + strings.Repeat("1 and ", 20000) + "2",
		"compare":    "x = " + strings.Repeat("1 <= ", 20000) + "2",
		"not":        "x = " + strings.Repeat("not ", 5000) + "2",
		"minus":      "x = " + strings.Repeat("-", 5000) + "2",
		"lambda":     "x = " + strings.Repeat("lambda: ", 5000) + "2",
		"brackets":   "x = " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
		"methods":    "x = 'a'" + strings.Repeat(".strip()", 10000),
		"statements": strings.Repeat("x = 1\n", 50000),
		"nested if":  nestedIf(90),
		"yield":      "def g():\n    x = " + strings.Repeat("(yield) + ", 300) + "1\nlist(g())",
		"fstring":    "x = f'" + strings.Repeat("{1}", 20000) + "'",
		"elements":   "x = [" + strings.Repeat("1,", 50000) + "]",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Run(NewThread(Options{}), source.NewFile("long.py", text))
			if err != nil && object.AsException(err) == nil {
				t.Errorf("%T: %v", err, err)
			}
			if err != nil {
				t.Log(err)
			}
		})
	}
}

func nestedIf(n int) string {
	var b strings.Builder
	for i := 0; i < n; i++ {
		b.WriteString(strings.Repeat(" ", i) + "if True:\n")
	}
	b.WriteString(strings.Repeat(" ", n) + "x = 1\n")
	return b.String()
}
