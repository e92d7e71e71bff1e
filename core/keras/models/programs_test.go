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

// TestSummarySurvives prints summaries that real Keras would need all memory or no end for.
func TestSummarySurvives(t *testing.T) {
	text := `import keras
class Loop(keras.Model):
    @property
    def layers(self):
        return [self]
try:
    Loop().summary(expand_nested=True)
except RecursionError:
    print("no end")
keras.Sequential([keras.layers.Dense(2)]).summary(line_length=10**9, print_fn=lambda text: print(text.count("\n"), max(map(len, text.split("\n")))))
for bad in ({"line_length": 10**30}, {"line_length": float("nan")}, {"positions": [float("inf")] * 3}, {"positions": [float("nan")] * 3}):
    try:
        keras.Sequential().summary(**bad)
    except (ValueError, OverflowError):
        print("refused")
`
	result := core.NewSession(core.Options{}).Run(protocol.RunRequest{Text: text})
	require.Equal(t, "no end\n9 80\nrefused\nrefused\nrefused\nrefused\n", result.Stdout, result.Stderr)
}
