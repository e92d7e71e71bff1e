package numpy_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/python/interp"
	_ "layerglass/core/python/lib/copy"
	_ "layerglass/core/python/lib/dataclasses"
	_ "layerglass/core/python/lib/json"
	_ "layerglass/core/python/lib/math"
	_ "layerglass/core/python/lib/numpy"
	_ "layerglass/core/python/lib/typing"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

type capture struct{ strings.Builder }

func (c *capture) WriteString(s string) error {
	c.Builder.WriteString(s)
	return nil
}

// run returns what a program prints, and the exception that ended it.
func run(name, text string) string {
	var out capture
	t := interp.NewThread(interp.Options{Stdout: &out, Stderr: &out})
	_, err := interp.Run(t, source.NewFile(name, text))
	interp.Close(t)
	if err == nil {
		return out.String()
	}
	e := object.AsException(err)
	if e == nil {
		return out.String() + "!" + err.Error()
	}
	return out.String() + "!" + e.Error()
}

// TestPrograms runs the programs of testdata and compares with what CPython and numpy printed, line by line.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	require.NoError(t, err)
	good, lines, equal := 0, 0, 0
	for _, path := range files {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		want, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".out")
		require.NoError(t, err)
		got := strings.Split(run(filepath.Base(path), string(text)), "\n")
		shown := 0
		for i, w := range strings.Split(string(want), "\n") {
			lines++
			have := "(no more output)"
			if i < len(got) {
				have = got[i]
			}
			if have == w {
				equal++
				continue
			}
			if shown++; shown <= 6 {
				t.Errorf("%s line %d\nwant %s\ngot  %s", filepath.Base(path), i+1, w, have)
			}
		}
		if shown == 0 {
			good++
		}
	}
	t.Logf("%d of %d programs, %d of %d lines", good, len(files), equal, lines)
}
