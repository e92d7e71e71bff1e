package interp

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// FuzzRun runs any text: nothing may panic, every error is an exception or a halt, and the budgets end every program soon.
func FuzzRun(f *testing.F) {
	files, _ := filepath.Glob("testdata/*/*.py")
	for _, path := range files {
		if text, err := os.ReadFile(path); err == nil {
			f.Add(string(text))
		}
	}
	for _, text := range deepPrograms {
		f.Add(text + "f(0)\n")
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 20_000 {
			return
		}
		thread := NewThread(Options{Steps: 20_000, Memory: 16 << 20, MaxDepth: 200})
		start := time.Now()
		_, err := Run(thread, source.NewFile("fuzz.py", text))
		if _, isHalt := err.(*object.Halt); err != nil && object.AsException(err) == nil && !isHalt {
			t.Errorf("%T: %v", err, err)
		}
		Close(thread)
		if m := machineOf(thread); m.sp != 0 || m.fp != 0 || thread.Depth != 0 || len(m.full) != 0 {
			t.Errorf("not given back: sp %d, fp %d, depth %d", m.sp, m.fp, thread.Depth)
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("took %v", d)
		}
	})
}
