package interp

import (
	"strings"
	"testing"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// deepPrograms recurse through Go code of every kind until RecursionError rises; none may break the host's stack, which is
// small in a browser. Each prints "ok".
var deepPrograms = map[string]string{
	"calls": `
def f(n): return f(n + 1)
`,
	"dunder methods": `
class A:
    def __add__(self, o): return self + o
def f(n): return A() + 1
`,
	"getitem": `
class A:
    def __getitem__(self, k): return self[k]
def f(n): return A()[1]
`,
	"getattr": `
class A:
    def __getattr__(self, k): return getattr(self, k + "x") if len(k) < 5000 else 1
def f(n): return A().x
`,
	"property": `
class A:
    @property
    def p(self): return self.p
def f(n): return A().p
`,
	"lambdas": `
g = lambda n: (lambda m: (lambda k: g(k + 1))(m))(n)
def f(n): return g(0)
`,
	"comprehensions": `
def f(n): return [[f(n + 1) for _ in range(1)] for _ in range(1)]
`,
	"generators": `
def g(n):
    yield from g(n + 1)
def f(n): return list(g(0))
`,
	"generator expressions": `
def f(n): return sum(f(n + 1) for _ in range(1))
`,
	"sort keys": `
def f(n): return sorted([1, 2], key=lambda v: f(n + 1))
`,
	"comparison": `
class A:
    def __eq__(self, o): return [self] == [A()]
    def __lt__(self, o): return sorted([A(), A()])
def f(n): return A() == 1, A() < A()
`,
	"repr": `
class A:
    def __repr__(self): return repr([self])
def f(n): return f"{A()}"
`,
	"construction": `
class A:
    def __init__(self, n): self.inner = A(n + 1)
def f(n): return A(0)
`,
	"new": `
class A:
    def __new__(cls, n): return A(n + 1)
def f(n): return A(0)
`,
	"call": `
class A:
    def __call__(self, *a, **k): return self(*a, **k)
def f(n): return A()(1, b=2)
`,
	"super": `
class A:
    def m(self, n): return B().m(n + 1)
class B(A):
    def m(self, n): return super().m(n)
def f(n): return B().m(0)
`,
	"with": `
class A:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
def f(n):
    with A(): pass
`,
	"map": `
def f(n): return list(map(f, [n + 1]))
`,
	"metaclass": `
class M(type):
    def __call__(cls, n): return cls(n + 1)
class A(metaclass=M): pass
def f(n): return A(0)
`,
	"try": `
def f(n):
    try:
        try:
            return f(n + 1)
        finally:
            n = 0
    except ValueError:
        pass
`,
	"exec": `
def f(n): exec("f(n + 1)")
`,
	"descriptor": `
class D:
    def __get__(self, i, o): return i.d
class A:
    d = D()
def f(n): return A().d
`,
	"iteration": `
class A:
    def __iter__(self): return iter(list(self))
    def __len__(self): return 1
def f(n): return [x for x in A()]
`,
	"decorated classes": `
def f(n):
    @(lambda c: f(n + 1))
    class A: pass
`,
	"match": `
class A:
    def __eq__(self, o):
        match self:
            case K.a: return True
class K: a = A()
def f(n): return A() == 1
`,
}

func init() {
	deepPrograms["nested brackets"] = "def f(n): return " + strings.Repeat("[", 90) + "f(n + 1)" + strings.Repeat("]", 90) + "\n"
	deepPrograms["nested sums"] = "def f(n): return " + strings.Repeat("n + (", 90) + "f(n + 1)" + strings.Repeat(")", 90) + "\n"
	deepPrograms["nested blocks"] = "def f(n):\n" + indented(nestedIf(90), "f(n + 1)")
	deepPrograms["nested arguments"] = "def f(n): return " + strings.Repeat("max(1, ", 90) + "f(n + 1)" + strings.Repeat(")", 90) + "\n"
}

// indented puts a block of nested ifs into a function, with call at its heart.
func indented(block, call string) string {
	lines := strings.Split(strings.TrimSuffix(strings.Replace(block, "x = 1", call, 1), "\n"), "\n")
	return " " + strings.Join(lines, "\n ") + "\n"
}

// TestDeepRecursion drives each program to the limit, twice.
func TestDeepRecursion(t *testing.T) {
	for name, text := range deepPrograms {
		t.Run(name, func(t *testing.T) {
			got := output("deep.py", text+`
for _ in range(2):
    try:
        f(0)
        print("came back")
    except RecursionError as e:
        print("ok")
`, Options{})
			if got != "ok\nok\n" {
				t.Errorf("got %.300q", got)
			}
		})
	}
}

// TestDeepData checks values that are nested more deeply than calls may be.
func TestDeepData(t *testing.T) {
	got := output("deep.py", `
l = []
for _ in range(5000): l = [l]
for what in (lambda: repr(l), lambda: l == [l], lambda: str(l)):
    try:
        what()
    except RecursionError:
        print("ok")
d = {}
for _ in range(5000): d = {1: d}
try:
    repr(d)
except RecursionError:
    print("ok")
`, Options{})
	if strings.Count(got, "ok") != 4 {
		t.Errorf("got %.300q", got)
	}
}

// TestBudgets checks that each budget stops a program, that no except clause catches it, and that the place is told.
func TestBudgets(t *testing.T) {
	for _, c := range []struct{ name, text, reason string }{
		{"while", "while True: pass", "steps"},
		{"for", "for i in range(10**12): pass", "steps"},
		{"calls", "def f(): return 1\nwhile f(): f()", "steps"},
		{"caught", "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n    finally: pass", "steps"},
		{"generator", "def g():\n    while True: yield 1\nfor x in g(): pass", "steps"},
		{"sum", "sum(x for x in iter(int, 1))", "steps"},
		{"finally", "def f():\n    try: f()\n    finally: f()\nf()", "steps"},
		{"except", "def f():\n    while True:\n        try: f()\n        except BaseException: pass\nf()", "steps"},
		{"tree of lists", "l = []\nfor i in range(60): l = [l, l]\nrepr(l)", "steps"},
		{"comparison of trees", "l = m = ()\nfor i in range(60): l, m = (l, l), (m, m, )\nl == m", "steps"},
		{"tree of groups", "e = ValueError()\nfor i in range(60): e = ExceptionGroup('a', [e, e])\ntry: raise e\nexcept* KeyError: pass", "steps"},
		{"comprehension", "[x for x in range(10**12)]", ""},
		{"list", "l = [0]\nwhile True: l = l + l", ""},
		{"string", "s = 'x'\nwhile True: s = s + s", ""},
		{"append", "l = []\nwhile True: l.append(l)", ""},
		{"instances", "class A: pass\nl = None\nwhile True:\n    a = A()\n    a.next = l\n    l = a", ""},
		{"nested lists", "l = []\nwhile True: l = [l]", ""},
		{"closures", "f = None\ndef g(x): return lambda: x\nwhile True: f = g(f)", ""},
		{"power", "x = 2\nwhile True: x = x ** 2", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			thread := NewThread(Options{Steps: 300_000, Memory: 64 << 20})
			_, err := Run(thread, source.NewFile("budget.py", c.text))
			h, isHalt := err.(*object.Halt)
			switch {
			case err == nil:
				t.Fatal("it came to an end")
			case c.reason != "" && (!isHalt || h.Reason != c.reason):
				t.Fatalf("got %v", err)
			case isHalt && h.Span.IsZero():
				t.Errorf("no place: %v", err)
			}
		})
	}
}

// TestGarbage checks that objects which are gone do not count against the memory budget.
func TestGarbage(t *testing.T) {
	text := "class A:\n    def __init__(self): self.x = 1\nfor i in range(300_000):\n    [i, i]; A(); {i: i}; (lambda: i)\nprint('ok')\n"
	if got := output("garbage.py", text, Options{Memory: 64 << 20}); got != "ok\n" {
		t.Errorf("got %q", got)
	}
}
