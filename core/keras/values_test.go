package keras_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// computation is one line of testdata/values: a program, and the values that real Keras computed in it.
type computation struct {
	ID, Python, Raises string
	Out                []any
}

const valuesFolder = "testdata/values"

// TestValues runs the programs of testdata/values, which core/oracle/layer_values.py ran under real Keras, and compares what
// they compute: shapes, dtypes and integers exactly, floating-point numbers to 1e-5 of the largest in the array. pending.txt
// lists the programs that are known to differ; it can only shrink.
func TestValues(t *testing.T) {
	prelude, err := os.ReadFile(filepath.Join(valuesFolder, "prelude.py"))
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(valuesFolder, "*.jsonl.gz"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	pending := pendingValues(t)
	seen := map[string]bool{}
	var left []string
	for _, path := range files {
		passed, list := 0, readComputations(t, path)
		topic := strings.TrimSuffix(filepath.Base(path), ".jsonl.gz")
		texts := caseTexts(t, filepath.Join(valuesFolder, topic+".py"))
		assert.Len(t, list, len(texts), "run core/oracle/layer_values.py %s", topic)
		for _, c := range list {
			if texts[c.ID] != c.Python {
				t.Errorf("%s/%s was changed: run core/oracle/layer_values.py %s", topic, c.ID, topic)
				continue
			}
			id := topic + "/" + c.ID
			seen[id] = true
			problem := c.judge(string(prelude))
			switch {
			case problem == "" && pending[id] && !*shrink:
				t.Errorf("%s passes: take it off %s/pending.txt", id, valuesFolder)
			case problem == "":
				passed++
			case pending[id]:
				left = append(left, id)
			default:
				t.Errorf("%s: %s", id, problem)
			}
		}
		t.Logf("%s: %d of %d", topic, passed, len(list))
	}
	for id := range pending {
		require.True(t, seen[id], "%s/pending.txt names %s, which is no case", valuesFolder, id)
	}
	if *shrink {
		sort.Strings(left)
		require.NoError(t, os.WriteFile(filepath.Join(valuesFolder, "pending.txt"), []byte(strings.Join(append(left, ""), "\n")), 0o644))
	}
}

func pendingValues(t *testing.T) map[string]bool {
	text, err := os.ReadFile(filepath.Join(valuesFolder, "pending.txt"))
	if !os.IsNotExist(err) {
		require.NoError(t, err)
	}
	out := map[string]bool{}
	for _, line := range strings.Fields(string(text)) {
		out[line] = true
	}
	return out
}

func readComputations(t *testing.T, path string) []computation {
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	require.NoError(t, err)
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 64<<20)
	var list []computation
	for lines.Scan() {
		var c computation
		require.NoError(t, json.Unmarshal([]byte(unJSON.Replace(lines.Text())), &c))
		list = append(list, c)
	}
	require.NoError(t, lines.Err())
	return list
}

// unJSON puts numbers that JSON has no words for in quotes, as Python writes them.
var unJSON = strings.NewReplacer("-Infinity", `"-inf"`, "Infinity", `"inf"`, "NaN", `"nan"`)

// caseTexts reads the programs of a file by name.
func caseTexts(t *testing.T, path string) map[string]string {
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	out := map[string]string{}
	for _, part := range strings.Split("\n"+string(text), "\n# case ")[1:] {
		name, body, _ := strings.Cut(part, "\n")
		out[strings.TrimSpace(name)] = strings.TrimSpace(body) + "\n"
	}
	return out
}

// judge runs the program and returns "", or what differs.
func (c computation) judge(prelude string) string {
	result := core.NewSession(core.Options{}).Run(protocol.RunRequest{Text: prelude + "\n" + c.Python})
	raised := ""
	if result.Exception != nil {
		raised = result.Exception.Type
	}
	if raised != c.Raises {
		return fmt.Sprintf("raises %q, not %q\n%s", raised, c.Raises, result.Stderr)
	}
	var got []any
	for _, line := range strings.Split(result.Stdout, "\n") {
		if text, ok := strings.CutPrefix(line, "@@ "); ok {
			var v any
			if err := json.Unmarshal([]byte(unJSON.Replace(text)), &v); err != nil {
				return err.Error() + ": " + text
			}
			got = append(got, v)
		}
	}
	if len(got) != len(c.Out) {
		return fmt.Sprintf("gives %d values, not %d", len(got), len(c.Out))
	}
	for i := range got {
		if problem := different(got[i], c.Out[i]); problem != "" {
			return fmt.Sprintf("value %d: %s", i, problem)
		}
	}
	return ""
}

// different compares what prelude.py writes of a value: [dtype, shape, numbers], [[values …]], an object, a string or null.
func different(got, want any) string {
	w, isList := want.([]any)
	if !isList {
		if d, ok := want.(map[string]any); ok {
			g, ok := got.(map[string]any)
			if !ok || len(g) != len(d) {
				return fmt.Sprintf("%v, not %v", got, want)
			}
			for k := range d {
				if problem := different(g[k], d[k]); problem != "" {
					return k + ": " + problem
				}
			}
			return ""
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			return fmt.Sprintf("%v, not %v", got, want)
		}
		return ""
	}
	g, ok := got.([]any)
	if !ok || len(g) != len(w) {
		return fmt.Sprintf("%v, not %v", got, want)
	}
	if len(w) == 1 {
		gs, ok := g[0].([]any)
		ws := w[0].([]any)
		if !ok || len(gs) != len(ws) {
			return fmt.Sprintf("%v, not %v", got, want)
		}
		for i := range ws {
			if problem := different(gs[i], ws[i]); problem != "" {
				return fmt.Sprintf("[%d] %s", i, problem)
			}
		}
		return ""
	}
	if g[0] != w[0] || fmt.Sprint(g[1]) != fmt.Sprint(w[1]) {
		return fmt.Sprintf("%v %v, not %v %v", g[0], g[1], w[0], w[1])
	}
	return differentNumbers(g[0].(string), g[2].([]any), w[2].([]any))
}

func differentNumbers(dtype string, got, want []any) string {
	largest := 0.0
	for _, v := range want {
		if f, ok := v.(float64); ok {
			largest = max(largest, math.Abs(f))
		}
	}
	share, ofLargest := 1e-5, 1e-6
	switch dtype {
	case "float16":
		share, ofLargest = 2e-3, 2e-3
	case "bfloat16":
		share, ofLargest = 1.6e-2, 1.6e-2
	}
	for i := range want {
		g, gok := got[i].(float64)
		w, wok := want[i].(float64)
		if gok != wok || !wok && got[i] != want[i] {
			return fmt.Sprintf("number %d is %v, not %v", i, got[i], want[i])
		}
		exact := strings.Contains(dtype, "int")
		if wok && (exact && g != w || math.Abs(g-w) > share*math.Abs(w)+ofLargest*largest+1e-7) {
			return fmt.Sprintf("number %d is %v, not %v", i, g, w)
		}
	}
	return ""
}
