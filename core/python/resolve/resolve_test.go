package resolve

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// TestErrors compares the errors in names with those that CPython's compiler reports.
func TestErrors(t *testing.T) {
	text, err := os.ReadFile("testdata/errors.py")
	if err != nil {
		t.Fatal(err)
	}
	wanted, err := os.ReadFile("testdata/errors.txt")
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(text), "# ---\n")
	want := strings.Split(strings.TrimSuffix(string(wanted), "\n"), "\n")
	if len(parts) != len(want) {
		t.Fatalf("%d parts, %d answers", len(parts), len(want))
	}
	for i, part := range parts {
		if got := answer(part); got != want[i] {
			t.Errorf("%s\ngot  %s\nwant %s\n", part, got, want[i])
		}
	}
}

func answer(text string) string {
	m, bad := syntax.Parse(source.NewFile("part", text))
	if bad == nil {
		_, bad = Module(m)
	}
	if bad != nil {
		return fmt.Sprintf("%d: %s", bad.Line, bad.Msg)
	}
	return "compiles"
}

// TestPlaces checks where the names of one program live.
func TestPlaces(t *testing.T) {
	m, bad := syntax.Parse(source.NewFile("part", `
g = 1
def outer(a, b, *, k):
    c = a
    def inner():
        return b, g, len
    squares = [i * c for i in a]
    late = [lambda: j for j in a]
    return inner
class C:
    x = 1
    def m(self):
        return super().m(), x
`))
	if bad != nil {
		t.Fatal(bad)
	}
	table, bad := Module(m)
	if bad != nil {
		t.Fatal(bad)
	}
	outer := table.Scope(m.Body[1])
	for name, want := range map[string]Ref{
		"a": {Local, 0}, "b": {Cell, 0}, "k": {Local, 2}, "c": {Local, 3}, "inner": {Local, 4}, "g": {Global, 0},
	} {
		if got := outer.Lookup(name); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	inner := table.Scope(m.Body[1].(*syntax.FunctionDef).Body[1])
	if r := inner.Lookup("b"); r != (Ref{Free, 0}) {
		t.Errorf("b in inner: %v", r)
	}
	class := table.Scope(m.Body[2])
	if r := class.Lookup("x"); r != (Ref{Name, -1}) {
		t.Errorf("x in C: %v", r)
	}
	if class.ClassCell() != 0 {
		t.Errorf("no __class__ cell")
	}
	method := table.Scope(m.Body[2].(*syntax.ClassDef).Body[1])
	if method.Lookup("x").Storage != Global || method.Lookup("__class__").Storage != Free || method.Qualname != "C.m" {
		t.Errorf("m: %v %v %s", method.Lookup("x"), method.Lookup("__class__"), method.Qualname)
	}
}
