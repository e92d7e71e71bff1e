package interp

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
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

// TestMutatedPrograms runs the programs of testdata with words exchanged at random: most still parse, few make sense.
func TestMutatedPrograms(t *testing.T) {
	files, _ := filepath.Glob("testdata/*/*.py")
	var words []string
	var texts [][]string
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		list := split(string(text))
		texts = append(texts, list)
		words = append(words, list...)
	}
	rounds := mutationRounds
	random := rand.New(rand.NewPCG(1, 2))
	for i := 0; i < rounds; i++ {
		list := append([]string(nil), texts[random.IntN(len(texts))]...)
		for n := 1 + random.IntN(4); n > 0; n-- {
			at := random.IntN(len(list))
			switch random.IntN(3) {
			case 0:
				list[at] = words[random.IntN(len(words))]
			case 1:
				list[at] = list[random.IntN(len(list))]
			default:
				list[at] = ""
			}
		}
		text := strings.Join(list, "")
		run := func() {
			defer func() {
				if r := recover(); r != nil {
					t.Fatalf("panic %v in round %d\n%s\n%s", r, i, debug.Stack(), text)
				}
			}()
			thread := NewThread(Options{Steps: 20_000, Memory: 16 << 20, MaxDepth: 200})
			start := time.Now()
			_, _ = Run(thread, source.NewFile("mutated.py", text))
			Close(thread)
			if m := machineOf(thread); m.sp != 0 || m.fp != 0 || thread.Depth != 0 {
				t.Errorf("not given back: sp %d, fp %d, depth %d\n%s", m.sp, m.fp, thread.Depth, text)
			}
			if d := time.Since(start); d > 3*time.Second {
				t.Errorf("took %v\n%s", d, text)
			}
		}
		run()
	}
}

// mutationRounds is how many mutated programs a test run tries.
const mutationRounds = 400

// split cuts a text into words, blanks and other characters.
func split(text string) []string {
	kind := func(c byte) int {
		switch {
		case c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9':
			return 1
		case c == ' ':
			return 2
		}
		return 0
	}
	var out []string
	for i := 0; i < len(text); {
		j := i + 1
		for k := kind(text[i]); k > 0 && j < len(text) && kind(text[j]) == k; {
			j++
		}
		out = append(out, text[i:j])
		i = j
	}
	return out
}
