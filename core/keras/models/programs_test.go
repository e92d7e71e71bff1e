package models_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// TestPrograms runs the programs of testdata/programs.jsonl, which core/oracle/summaries.py writes, and compares what they
// print with what they print under real Keras.
func TestPrograms(t *testing.T) {
	file, err := os.Open("testdata/programs.jsonl")
	require.NoError(t, err)
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	for lines.Scan() {
		var p struct{ ID, Python, Stdout, Raises string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &p))
		t.Run(p.ID, func(t *testing.T) {
			result := core.NewSession(core.Options{}).Run(protocol.RunRequest{Text: p.Python})
			require.Equal(t, p.Stdout, result.Stdout, result.Stderr)
			if p.Raises == "" {
				require.Nil(t, result.Exception)
			} else {
				require.NotNil(t, result.Exception)
				require.Equal(t, p.Raises, result.Exception.Type)
			}
		})
	}
	require.NoError(t, lines.Err())
}
