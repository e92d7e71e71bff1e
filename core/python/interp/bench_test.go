package interp

import (
	"os/exec"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// benchPrograms are the loops that speed is measured with. Each defines run().
var benchPrograms = []struct{ name, text string }{
	{"fib24", `
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
def run():
    return fib(24)
`},
	{"dict", `
def run():
    d = {}
    for i in range(20000):
        k = i % 500
        d[k] = d.get(k, 0) + i
        if k in d:
            d[k] -= 1
    return sum(d.values())
`},
	{"class", `
class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def dot(self, o):
        return self.x * o.x + self.y * o.y
    def add(self, o):
        return Vec(self.x + o.x, self.y + o.y)
def run():
    a = Vec(1, 2)
    t = 0
    for i in range(10000):
        b = Vec(i, 1)
        t += a.dot(b)
        a = a.add(b)
    return t
`},
	{"string", `
def run():
    out = []
    for i in range(8000):
        s = "layer_" + str(i)
        if s.endswith("7") and "1" in s:
            out.append(s.upper().replace("LAYER", "l"))
        else:
            out.append(f"{s}:{i}")
    return len(",".join(out))
`},
	{"generator", `
def numbers(n):
    for i in range(n):
        yield i
def run():
    return sum(x * 2 for x in numbers(10000) if x % 3)
`},
	{"floats", `
def run():
    x = 0.0
    i = 0
    while i < 30000:
        x = x * 0.5 + i / 3.0
        i += 1
    return x
`},
	{"lists", `
def run():
    l = [i * 2 for i in range(5000)]
    l.sort(key=lambda v: -v)
    t = 0
    for i in range(len(l)):
        t += l[i] - i
    return t + len([v for v in l if v > 100])
`},
	{"kwargs", `
def f(a, b=2, *, c=3, **kw):
    return a + b + c + len(kw)
def run():
    t = 0
    for i in range(8000):
        t += f(i, c=4) + f(i, b=1, d=5) + f(*(i, 2), **{"c": 1})
    return t
`},
	{"exceptions", `
def f(n):
    if n % 3 == 0:
        raise ValueError(n)
    return n
def run():
    t = 0
    for i in range(5000):
        try:
            t += f(i)
        except ValueError as e:
            t -= 1
    return t
`},
}

// perRun returns the seconds that one run() takes here.
func perRun(text string, n int) float64 {
	t := NewThread(Options{Steps: 1 << 60})
	m, err := Run(t, source.NewFile("bench.py", text))
	if err != nil {
		panic(err)
	}
	run := m.Dict.GetName("run").(*Function)
	best := 1e9
	for i := 0; i < n; i++ {
		start := time.Now()
		if _, err := run.CallMethod(t, nil, object.Args{}); err != nil {
			panic(err)
		}
		best = min(best, time.Since(start).Seconds())
	}
	return best
}

// perRunCPython is perRun under the machine's own Python; 0 without one.
func perRunCPython(text string, n int) float64 {
	script := text + `
import time
best = 1e9
for _ in range(` + strconv.Itoa(n) + `):
    start = time.perf_counter()
    run()
    best = min(best, time.perf_counter() - start)
print(best)
`
	out, err := exec.Command("python3", "-c", script).Output()
	if err != nil {
		return 0
	}
	v, _ := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
	return v
}

// BenchmarkAgainstCPython reports each program's time and its ratio to CPython's. As in the playground, the collector is told to wait for a heap of five times what is alive.
func BenchmarkAgainstCPython(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	for _, p := range benchPrograms {
		b.Run(p.name, func(b *testing.B) {
			ours := perRun(p.text, max(10, b.N))
			b.ReportMetric(ours*1e3, "ms/run")
			if theirs := perRunCPython(p.text, 10); theirs > 0 {
				b.ReportMetric(ours/theirs, "×cpython")
			}
			b.ReportMetric(0, "ns/op")
		})
	}
}
