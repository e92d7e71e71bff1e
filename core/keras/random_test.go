package keras_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/python/interp"
	"layerglass/core/python/source"
)

// drawn is one line of testdata/random.jsonl.gz: a random constructor call, and what testdata/probe.py shows of it in real Keras.
type drawn struct {
	class, expression string
	inputs            json.RawMessage
	answer            map[string]string
}

func readDrawn(t *testing.T) []drawn {
	packed, err := os.ReadFile("testdata/random.jsonl.gz")
	require.NoError(t, err)
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	require.NoError(t, err)
	var list []drawn
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var d drawn
		require.NoError(t, json.Unmarshal(lines.Bytes(), &[]any{&d.class, &d.expression, &d.inputs, &d.answer}))
		list = append(list, d)
	}
	require.NoError(t, lines.Err())
	return list
}

// TestRandomCases runs constructor calls with random arguments and compares all that their objects show with real Keras: configuration,
// serialized form, the ways back, what they make when used, and of layers the output, weights and built configuration of a call.
func TestRandomCases(t *testing.T) {
	probe, err := os.ReadFile("testdata/probe.py")
	require.NoError(t, err)
	list := readDrawn(t)
	require.Greater(t, len(list), 3500)
	equal := 0
	for start := 0; start < len(list); start += 500 { // in parts, so that none holds the objects of all
		part := list[start:min(start+500, len(list))]
		for i, got := range probeAll(t, string(probe), part) {
			if assert.Equal(t, part[i].answer, got, "%s %s", part[i].expression, part[i].inputs) {
				equal++
			}
		}
	}
	t.Logf("%d of %d", equal, len(list))
}

// probeAll shows the cases with testdata/probe.py.
func probeAll(t *testing.T, probe string, list []drawn) []map[string]string {
	var program strings.Builder
	program.WriteString(probe)
	program.WriteString("\ndef show(i, expression, inputs):\n" +
		"    print('@@', i, json.dumps(probe(lambda: eval(expression, {'keras': keras, 'np': np}), json.loads(inputs))))\n\n")
	for i, d := range list {
		inputs := string(d.inputs)
		if inputs == "" {
			inputs = "null"
		}
		fmt.Fprintf(&program, "show(%d, %q, %q)\n", i, d.expression, inputs)
	}
	var out, errs output
	thread := interp.NewThread(interp.Options{Stdout: &out, Stderr: &errs, Steps: 1 << 40})
	defer interp.Close(thread)
	_, err := interp.Run(thread, source.NewFile("probe.py", program.String()))
	require.NoError(t, err)
	answers := make([]map[string]string, len(list))
	for _, line := range strings.Split(out.String(), "\n") {
		if text, ok := strings.CutPrefix(line, "@@ "); ok {
			var i int
			_, err := fmt.Sscan(text, &i)
			require.NoError(t, err)
			require.NoError(t, json.Unmarshal([]byte(text[strings.IndexByte(text, '{'):]), &answers[i]))
		}
	}
	return answers
}
