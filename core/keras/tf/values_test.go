package tf_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// recorded is testdata/values.json, which core/oracle/_tf_values.py writes with the released TensorFlow.
type recorded struct {
	Setup string
	Calls []struct {
		Call   string
		Result json.RawMessage
	}
}

// TestValuesAsTensorFlows runs every recorded call in one program and compares dtypes, shapes and numbers.
func TestValuesAsTensorFlows(t *testing.T) {
	text, err := os.ReadFile("testdata/values.json")
	require.NoError(t, err)
	var want recorded
	require.NoError(t, json.Unmarshal(text, &want))
	var calls []string
	for _, c := range want.Calls {
		calls = append(calls, strconv.Quote(c.Call))
	}
	out := run(t, want.Setup+`
import json

for call in [`+strings.Join(calls, ",\n")+`]:
    try:
        print(json.dumps(describe(eval(call))))
    except Exception as problem:
        print(json.dumps({"raises": type(problem).__name__, "why": str(problem)}))
`)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, len(want.Calls), out)
	for i, c := range want.Calls {
		var got, wanted any
		require.NoError(t, json.Unmarshal([]byte(lines[i]), &got), lines[i])
		require.NoError(t, json.Unmarshal(c.Result, &wanted))
		if diff := differ(got, wanted); diff != "" {
			t.Errorf("%s: %s\n got %s\nwant %s", c.Call, diff, lines[i], strings.ReplaceAll(string(c.Result), "\n", ""))
		}
	}
}

// differ compares what describe gave, numbers with a tolerance of 1e-5.
func differ(got, want any) string {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok || len(g) != len(w) {
			return "another kind of result"
		}
		if kind, ok := w["raises"]; ok {
			if g["raises"] != kind {
				return "another exception"
			}
			return ""
		}
		for key := range w {
			if d := differ(g[key], w[key]); d != "" {
				return key + ": " + d
			}
		}
	case []any:
		g, ok := got.([]any)
		if !ok || len(g) != len(w) {
			return "another length"
		}
		for i := range w {
			if d := differ(g[i], w[i]); d != "" {
				return fmt.Sprint(i, ": ", d)
			}
		}
	case string:
		g, ok := got.(string)
		if ok && g == w {
			return ""
		}
		a, errA := strconv.ParseFloat(g, 64)
		b, errB := strconv.ParseFloat(w, 64)
		if errA != nil || errB != nil || math.Abs(a-b) > 1e-5*max(1, math.Abs(b)) || math.IsNaN(a) != math.IsNaN(b) {
			return fmt.Sprintf("%v instead of %v", got, want)
		}
	default:
		if got != want {
			return fmt.Sprintf("%v instead of %v", got, want)
		}
	}
	return ""
}
