package builtins_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

const separator = "# ---\n"

// TestTracebacks runs the programs of testdata/tracebacks, which all end with an exception, and compares the traceback
// with what CPython printed (core/oracle/python_tracebacks.py).
func TestTracebacks(t *testing.T) {
	files, err := filepath.Glob("testdata/tracebacks/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, path := range files {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		expected, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".err")
		require.NoError(t, err)
		programs, want := strings.Split(string(text), separator), strings.Split(string(expected), separator)
		require.Len(t, want, len(programs), path)
		for i, program := range programs {
			require.Equal(t, want[i], traceback(program), "%s, program %d:\n%s", path, i+1, program)
		}
	}
}

func traceback(text string) string {
	t := interp.NewThread(interp.Options{})
	_, err := interp.Run(t, source.NewFile("program.py", text))
	e := object.AsException(err)
	if e == nil {
		return ""
	}
	return object.FormatException(t, e)
}
