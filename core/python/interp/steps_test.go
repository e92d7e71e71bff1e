package interp

import (
	"testing"

	"layerglass/core/python/source"
)

// TestStepsFollowTime checks that what takes long for one turn of a loop costs steps accordingly: a program without an end is
// stopped by its steps, and a page must not wait minutes for that.
func TestStepsFollowTime(t *testing.T) {
	for _, c := range []struct {
		name, text string
		least      int64
	}{
		{"exec", "for _ in range(100): exec('x = 1')", 6000},
		{"class", "for _ in range(100):\n    class A: pass", 5000},
		{"exception", "for _ in range(100):\n    try: raise ValueError\n    except ValueError: pass", 800},
		{"str +=", "s = 'x' * 100000\nfor _ in range(100): t = s + 'y'", 70000},
		{"bytes +=", "s = b'x' * 100000\nfor _ in range(100): t = s + b'y'", 70000},
		{"format", "for _ in range(100): '{:>100000}'.format(1)", 70000},
		{"slice", "s = [0] * 100000\nfor _ in range(100): s[:]", 600000},
		{"tuple +", "s = (0,) * 100000\nfor _ in range(100): s + (1,)", 600000},
		{"==", "a, b = 'x' * 100000, 'x' * 100000\nfor _ in range(100): a == b", 30000},
		{"index", "s = 'é' * 100000\nfor _ in range(100): s[-1]", 600000},
		{"repr", "s = [0] * 1000\nfor _ in range(100): repr(s)", 50000},
	} {
		thread := NewThread(Options{Steps: 1 << 40})
		if _, err := Run(thread, source.NewFile("steps.py", c.text)); err != nil {
			t.Fatal(c.name, err)
		}
		if used := 1<<40 - thread.Steps; used < c.least {
			t.Errorf("%s: %d steps, want at least %d", c.name, used, c.least)
		}
	}
}
