package applications_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// tail is what core/oracle/applications.py puts behind a program that makes a network.
const tail = `print(model.name, model.to_json())
print([(w.path, tuple(w.shape), str(w.dtype), bool(w.trainable)) for w in model.weights])
print(keras.models.model_from_json(model.to_json()).to_json() == model.to_json())
print(len(model.layers), model.count_params(), model.input_shape, model.output_shape)
`

var all = flag.Bool("all", false, "run every program of testdata/networks.jsonl")

type program struct {
	Python, Raises, SHA256, End string
	Network                     bool
}

// TestNetworks compares what the programs of testdata/networks.jsonl print and raise with real Keras. A network prints its
// JSON, its weights and its size. All of them take minutes, so that every eighth is run unless -all says otherwise.
func TestNetworks(t *testing.T) {
	file, err := os.Open("testdata/networks.jsonl")
	require.NoError(t, err)
	defer file.Close()
	lines, passed, run := bufio.NewScanner(file), 0, 0
	for i := 0; lines.Scan(); i++ {
		if !*all && i%8 > 0 {
			continue
		}
		var p program
		require.NoError(t, json.Unmarshal(lines.Bytes(), &p))
		run++
		if t.Run("", func(t *testing.T) { p.check(t) }) {
			passed++
		}
	}
	require.NoError(t, lines.Err())
	t.Logf("networks: %d of %d", passed, run)
}

func (p program) check(t *testing.T) {
	text := p.Python
	if p.Network {
		text += tail
	}
	result := core.NewSession(core.Options{Steps: 100_000_000, NoObjects: true}).Run(protocol.RunRequest{Text: text})
	raised := ""
	if result.Exception != nil {
		raised = result.Exception.Type
	}
	require.Equal(t, p.Raises, raised, "%s\n%s", p.Python, result.Stderr)
	out := strings.TrimSuffix(result.Stdout, "\n")
	require.Equal(t, p.End, cut(out[strings.LastIndexByte(out, '\n')+1:]), p.Python)
	sum := sha256.Sum256([]byte(result.Stdout))
	require.Equal(t, p.SHA256, hex.EncodeToString(sum[:]), p.Python)
}

func cut(s string) string {
	r := []rune(s)
	return string(r[:min(len(r), 200)])
}
