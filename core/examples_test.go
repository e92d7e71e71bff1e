package core_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// TestExamples runs the page's examples and compares with what they print and raise under real Keras (core/oracle/examples.py).
func TestExamples(t *testing.T) {
	text, err := os.ReadFile("testdata/examples.json")
	require.NoError(t, err)
	var expected map[string]struct {
		Stdout, Raises string
	}
	require.NoError(t, json.Unmarshal(text, &expected))
	files, err := filepath.Glob("../web/examples/*.py")
	require.NoError(t, err)
	claimed := 0
	for _, path := range files {
		program, err := os.ReadFile(path)
		require.NoError(t, err)
		if strings.Contains(string(program), "import tensorflow") {
			continue // testdata/programs/guide.jsonl has what these print
		}
		claimed++
		want, ok := expected[filepath.Base(path)]
		require.True(t, ok, "%s has no expected result: run make oracle", path)
		got := core.NewSession(core.Options{}).Run(protocol.RunRequest{File: "program.py", Text: string(program)})
		raises := ""
		if got.Exception != nil {
			raises = got.Exception.Type
		}
		require.Equal(t, want.Raises, raises, path)
		require.Equal(t, want.Stdout, got.Stdout, path)
		require.NotEmpty(t, got.Objects, "%s makes no object to show", path)
	}
	require.Len(t, expected, claimed, "results of examples that do not exist")
}
