package ops_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
)

// valueCall is an expression and what real Keras made of it; see core/oracle/nn_values.py.
type valueCall struct {
	expression string
	want       []string
}

func readValueCalls(t *testing.T, path string) (prelude string, calls []valueCall) {
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	require.NoError(t, err)
	scan := bufio.NewScanner(unpacked)
	scan.Buffer(nil, 16<<20)
	require.True(t, scan.Scan())
	require.NoError(t, json.Unmarshal(scan.Bytes(), &prelude))
	for scan.Scan() {
		var parts []json.RawMessage
		var c valueCall
		require.NoError(t, json.Unmarshal(scan.Bytes(), &parts))
		require.NoError(t, json.Unmarshal(parts[0], &c.expression))
		require.NoError(t, json.Unmarshal(parts[1], &c.want))
		calls = append(calls, c)
	}
	require.NoError(t, scan.Err())
	return prelude, calls
}

// TestValueCalls computes each expression and compares with real Keras: dtype and shape exactly, numbers closely.
func TestValueCalls(t *testing.T) {
	paths, err := filepath.Glob("testdata/*_values.jsonl.gz")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	pending := map[string]bool{}
	if text, err := os.ReadFile("testdata/pending_nn_values.txt"); err == nil {
		for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
			pending[line] = line != ""
		}
	}
	for _, path := range paths {
		prelude, calls := readValueCalls(t, path)
		passed := 0
		for _, c := range calls {
			problem := c.check(prelude)
			switch {
			case problem == "" && pending[c.expression]:
				t.Errorf("%s passes: take it off testdata/pending_nn_values.txt", c.expression)
			case problem == "":
				passed++
			case !pending[c.expression]:
				t.Errorf("%s: %s", c.expression, problem)
			}
		}
		t.Logf("%s: %d of %d", filepath.Base(path), passed, len(calls))
	}
}

func (c valueCall) check(prelude string) string {
	program := prelude + "keras.utils.set_random_seed(1)\ntry:\n    print('\\n'.join(show(" + c.expression + ", [])))\nexcept Exception as e:\n    print(type(e).__name__, '!', e)\n"
	r := core.NewSession(core.Options{NoObjects: true}).Run(protocol.RunRequest{Text: program})
	if r.Exception != nil {
		return r.Exception.Traceback
	}
	got := strings.Split(strings.TrimSuffix(r.Stdout, "\n"), "\n")
	if len(got) != len(c.want) {
		return strconv.Itoa(len(got)) + " results, want " + strconv.Itoa(len(c.want)) + ": " + cutText(r.Stdout)
	}
	for i := range got {
		if problem := compareNumbers(got[i], c.want[i]); problem != "" {
			return problem
		}
	}
	return ""
}

func cutText(s string) string {
	if len(s) > 300 {
		return s[:300] + "…"
	}
	return s
}

// tolerance is how far a number of a dtype may be off, as a part of it.
var tolerance = map[string]float64{"float32": 1e-5, "complex64": 1e-5, "float16": 2e-3, "bfloat16": 1.6e-2}

func compareNumbers(got, want string) string {
	if !strings.Contains(want, " ") { // an exception
		if name, _, _ := strings.Cut(got, " "); name == want {
			return ""
		}
		return "raised " + want + " there, got " + cutText(got)
	}
	head, wantNumbers, _ := strings.Cut(want, ") ")
	gotHead, gotNumbers, _ := strings.Cut(got, ") ")
	if head != gotHead {
		return "want " + head + "), got " + cutText(got)
	}
	dtype, _, _ := strings.Cut(head, " ")
	w, g := strings.Fields(wantNumbers), strings.Fields(gotNumbers)
	if len(w) != len(g) {
		return strconv.Itoa(len(g)) + " numbers, want " + strconv.Itoa(len(w))
	}
	most := 0.0
	for _, s := range w {
		if v, _ := strconv.ParseFloat(s, 64); !math.IsInf(v, 0) && !math.IsNaN(v) {
			most = math.Max(most, math.Abs(v))
		}
	}
	for i := range w {
		if w[i] == g[i] {
			continue
		}
		a, _ := strconv.ParseFloat(w[i], 64)
		b, _ := strconv.ParseFloat(g[i], 64)
		if !(math.Abs(a-b) <= tolerance[dtype]*(math.Abs(a)+most/10)) {
			return "number " + strconv.Itoa(i) + " is " + g[i] + ", want " + w[i] + " (" + cutText(want) + ")"
		}
	}
	return ""
}
