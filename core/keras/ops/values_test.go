package ops_test

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/keras/ops"
	"layerglass/core/protocol"
)

// reporter is the Python that evaluates cases here as core/oracle/op_values.py does there: one line of JSON for each.
const reporter = `
import json as _json


def _element(v):
    if isinstance(v, complex):
        return [_element(v.real), _element(v.imag)]
    if isinstance(v, float) and (v != v or v in (inf, -inf)):
        return "nan" if v != v else "inf" if v > 0 else "-inf"
    return v


def _flatten(value):
    if isinstance(value, (list, tuple)):
        return [leaf for v in value for leaf in _flatten(v)]
    if isinstance(value, dict):
        return [leaf for k in sorted(value) for leaf in _flatten(value[k])]
    return [value]


def _describe(value):
    leaves = []
    for leaf in _flatten(value):
        if ops.is_tensor(leaf) or isinstance(leaf, (np.ndarray, np.generic)):
            leaves.append(leaf)
        elif leaf is not None:
            return repr(value)
    if not leaves:
        return repr(value)
    out = []
    for leaf in leaves:
        a = np.asarray(leaf)
        if a.dtype.kind not in "biufcU":
            a = a.astype("float32")
        out.append([str(leaf.dtype), list(a.shape), [_element(v) for v in a.ravel().tolist()]])
    return out


def _case(f):
    try:
        print(_json.dumps(_describe(f())))
    except Exception as e:
        print(_json.dumps({"raises": type(e).__name__, "says": str(e)}))


`

// chunk is how many cases are run by one session.
const chunk = 200

// TestValues compares what the functions of keras.ops compute with what Keras computed, and each kernel with its own rule.
func TestValues(t *testing.T) {
	files, err := filepath.Glob("testdata/values/*.jsonl.gz")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	skip, left := pending(t, "pending_values.txt"), map[string]bool{}
	for _, path := range files {
		family := strings.TrimSuffix(filepath.Base(path), ".jsonl.gz")
		prelude, cases := readValues(t, path)
		equal := 0
		for i := 0; i < len(cases); i += chunk {
			part := cases[i:min(i+chunk, len(cases))]
			for k, got := range evaluate(t, prelude, part) {
				c := part[k]
				name := family + " " + c.expr
				why := compareValues(c.want, got)
				switch {
				case why == "" && skip[name]:
					t.Errorf("%s passes: take it off testdata/pending_values.txt", name)
				case why == "":
					equal++
				case skip[name]:
					left[name] = true
				default:
					t.Errorf("%s: %s", name, why)
				}
			}
		}
		t.Logf("%s: %d of %d", family, equal, len(cases))
	}
	for name := range skip {
		if !left[name] {
			t.Errorf("testdata/pending_values.txt names %q, which is no case that fails", name)
		}
	}
}

type valueCase struct {
	expr string
	want any
}

func readValues(t *testing.T, path string) (prelude string, cases []valueCase) {
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	scan := bufio.NewScanner(z)
	scan.Buffer(nil, 1<<24)
	for scan.Scan() {
		if prelude == "" {
			var head struct{ Prelude string }
			require.NoError(t, json.Unmarshal(scan.Bytes(), &head))
			prelude = head.Prelude
			continue
		}
		var pair []any
		require.NoError(t, json.Unmarshal(scan.Bytes(), &pair))
		cases = append(cases, valueCase{pair[0].(string), pair[1]})
	}
	require.NoError(t, scan.Err())
	return prelude, cases
}

// evaluate runs cases in one session and returns a result for each.
func evaluate(t *testing.T, prelude string, cases []valueCase) []any {
	var disagreements []string
	ops.Disagreement = func(o *ops.Op, what string) { disagreements = append(disagreements, o.Name+": "+what) }
	defer func() { ops.Disagreement = func(*ops.Op, string) {} }()
	program := prelude + reporter
	for _, c := range cases {
		program += "_case(lambda: (" + c.expr + "))\n"
	}
	out := core.NewSession(core.Options{NoObjects: true}).Run(protocol.RunRequest{Text: program})
	lines := strings.Split(strings.TrimSuffix(out.Stdout, "\n"), "\n")
	results := make([]any, len(cases))
	for i := range results {
		if i >= len(lines) || lines[i] == "" {
			results[i] = fmt.Sprint("nothing: ", out.Diagnostics)
			continue
		}
		if err := json.Unmarshal([]byte(lines[i]), &results[i]); err != nil {
			results[i] = "unreadable: " + lines[i]
		}
	}
	for _, d := range disagreements {
		t.Error("rule and kernel disagree: ", d)
	}
	return results
}

// compareValues says how a result differs, "" when it does not.
func compareValues(want, got any) string {
	if w, ok := want.(map[string]any); ok {
		g, ok := got.(map[string]any)
		if !ok {
			return fmt.Sprintf("raises %v there, gives %s here", w["raises"], short(got))
		}
		if w["raises"] != g["raises"] {
			return fmt.Sprintf("raises %v there, %v here (%v)", w["raises"], g["raises"], g["says"])
		}
		return ""
	}
	if _, ok := want.(string); ok {
		if want != got {
			return fmt.Sprintf("is %v there, %s here", want, short(got))
		}
		return ""
	}
	w := want.([]any)
	g, ok := got.([]any)
	if !ok || len(w) != len(g) {
		return "gives " + short(want) + " there, " + short(got) + " here"
	}
	for i := range w {
		if why := compareTensors(w[i].([]any), g[i].([]any)); why != "" {
			return why
		}
	}
	return ""
}

func short(v any) string {
	s := fmt.Sprint(v)
	if len(s) > 300 {
		s = s[:300] + "…"
	}
	return s
}

// tolerances are the relative differences allowed to floating numbers, by dtype.
var tolerances = map[string]float64{"float64": 1e-5, "float32": 1e-5, "float16": 2e-3, "bfloat16": 1.6e-2, "complex64": 1e-5, "float8_e4m3fn": 0, "float8_e5m2": 0}

func compareTensors(w, g []any) string {
	if w[0] != g[0] {
		return fmt.Sprintf("has dtype %v there, %v here", w[0], g[0])
	}
	if fmt.Sprint(w[1]) != fmt.Sprint(g[1]) {
		return fmt.Sprintf("has shape %v there, %v here", w[1], g[1])
	}
	a, b := numbers(w[2].([]any)), numbers(g[2].([]any))
	if len(a) != len(b) {
		return "has another number of elements"
	}
	rtol := tolerances[w[0].(string)]
	scale := 0.0
	for _, v := range a {
		if !math.IsInf(v, 0) && v == v {
			scale = max(scale, math.Abs(v))
		}
	}
	for i := range a {
		x, y := a[i], b[i]
		if x == y || x != x && y != y {
			continue
		}
		if !(math.Abs(x-y) <= rtol*max(math.Abs(x), math.Abs(y), scale/20)+rtol/200) {
			return fmt.Sprintf("element %d is %v there, %v here: %s there, %s here", i, x, y, short(w[2]), short(g[2]))
		}
	}
	return ""
}

func numbers(list []any) []float64 {
	var out []float64
	for _, v := range list {
		switch x := v.(type) {
		case float64:
			out = append(out, x)
		case bool:
			out = append(out, map[bool]float64{true: 1}[x])
		case string:
			out = append(out, map[string]float64{"nan": math.NaN(), "inf": math.Inf(1), "-inf": math.Inf(-1)}[x])
		case []any:
			out = append(out, numbers(x)...)
		}
	}
	return out
}
