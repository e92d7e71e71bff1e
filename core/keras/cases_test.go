package keras_test

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	_ "layerglass/core" // registers the modules
	"layerglass/core/python/interp"
	"layerglass/core/python/source"
)

// constructor is one line of testdata/cases: an expression, and what real Keras made of it.
type constructor struct {
	ID, Class, Python string
	Raises            string
	RaisesAt          string `json:"raises_at"`
	Config            json.RawMessage
	ConfigRepr        string `json:"config_repr"`
	Serialized        json.RawMessage
	FromConfig        json.RawMessage `json:"from_config"`
	Input, Output     json.RawMessage
	Weights, Params   json.RawMessage
	BuiltConfig       json.RawMessage `json:"built_config"`
	CallRaises        json.RawMessage `json:"call_raises"`
	RaisesInInit      bool            `json:"raises_in_weight_init"`
}

// answer is what the engine made of it.
type answer struct {
	Raises, At                           string
	Config, Repr, Serialized, Again      string
	Output, Weights, Params, Built, Call string
}

const before = `
import json
import keras
try:
    import numpy as np
except ImportError:
    np = None
def _s(x):
    if isinstance(x, (list, tuple)): return [_s(v) for v in x]
    if isinstance(x, dict): return {k: _s(v) for k, v in x.items()}
    return {"shape": list(x.shape), "dtype": str(x.dtype)} if hasattr(x, "shape") else "?"
def _k(x):
    if isinstance(x, list): return [_k(v) for v in x]
    if isinstance(x, dict) and "shape" in x: return keras.KerasTensor(tuple(x["shape"]), dtype=x["dtype"] or "float32")
    if isinstance(x, dict): return {k: _k(v) for k, v in x.items()}
    return x
def _reset():
    keras.backend.clear_session()
    keras.config.set_dtype_policy("float32")
    keras.config.set_image_data_format("channels_last")
    keras.config.set_floatx("float32")
def _try(f):
    try:
        return f()
    except Exception as e:
        return "!" + type(e).__name__
def _case(i, make, inputs):
    _reset()
    try:
        o = make()
    except Exception as e:
        return print("@@", i, json.dumps({"Raises": type(e).__name__, "At": "init"}))
    try:
        c = o.get_config()
    except Exception as e:
        return print("@@", i, json.dumps({"Raises": type(e).__name__, "At": "get_config"}))
    r = {"Config": _try(lambda: json.dumps(c)), "Repr": _try(lambda: repr(c)),
         "Serialized": _try(lambda: json.dumps(keras.saving.serialize_keras_object(o))),
         "Again": _try(lambda: json.dumps(type(o).from_config(o.get_config()).get_config()))}
    if inputs is not None:
        _reset()
        try:
            o = make()
            out = o(*[_k(x) for x in inputs])
            r["Output"] = json.dumps(_s(out))
            r["Weights"] = json.dumps([[w.path, list(w.shape), str(w.dtype), bool(w.trainable)] for w in o.weights])
            r["Params"] = json.dumps(o.count_params())
            r["Built"] = _try(lambda: json.dumps(o.get_config()))
        except Exception as e:
            r["Call"] = type(e).__name__
    print("@@", i, json.dumps(r))
`

var shrink = flag.Bool("shrink", false, "take the cases that pass off testdata/cases/pending.txt")

const pendingFile = "testdata/cases/pending.txt"

// TestCases runs Keras's constructors with thousands of arguments and compares configs, weights, shapes and exceptions with
// what real Keras gave. testdata/cases/pending.txt lists the cases that are known to differ; it can only shrink.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	pending, fixed := readPending(t), map[string]bool{}
	for _, path := range files {
		list := readCases(t, path)
		answers := runCases(t, list)
		passed := 0
		for i, c := range list {
			problem := c.judge(answers[i])
			switch {
			case problem == "" && pending[c.ID] && *shrink:
				fixed[c.ID] = true
				passed++
			case problem == "" && pending[c.ID]:
				t.Errorf("%s passes: take %s off testdata/cases/pending.txt", c.Python, c.ID)
			case problem == "":
				passed++
			case !pending[c.ID]:
				t.Errorf("%s %s: %s", c.ID, c.Python, problem)
			}
			delete(pending, c.ID)
		}
		t.Logf("%s: %d of %d", filepath.Base(path), passed, len(list))
	}
	require.Empty(t, pending, "pending cases that do not exist")
	takeOff(t, fixed)
}

// takeOff removes lines from the list of pending cases.
func takeOff(t *testing.T, fixed map[string]bool) {
	if len(fixed) == 0 {
		return
	}
	text, err := os.ReadFile(pendingFile)
	require.NoError(t, err)
	var left []string
	for _, line := range strings.SplitAfter(string(text), "\n") {
		if id, _, _ := strings.Cut(line, " "); !fixed[id] {
			left = append(left, line)
		}
	}
	require.NoError(t, os.WriteFile(pendingFile, []byte(strings.Join(left, "")), 0o644))
}

func readCases(t *testing.T, path string) []constructor {
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	var list []constructor
	scanner := bufio.NewScanner(file)
	scanner.Buffer(nil, 16<<20)
	for scanner.Scan() {
		var c constructor
		require.NoError(t, json.Unmarshal(scanner.Bytes(), &c))
		list = append(list, c)
	}
	require.NoError(t, scanner.Err())
	return list
}

func readPending(t *testing.T) map[string]bool {
	pending := map[string]bool{}
	text, err := os.ReadFile(pendingFile)
	if os.IsNotExist(err) {
		return pending
	}
	require.NoError(t, err)
	for _, line := range strings.Split(string(text), "\n") {
		if id, _, _ := strings.Cut(strings.TrimSpace(line), " "); id != "" && id[0] != '#' {
			pending[id] = true
		}
	}
	return pending
}

type output struct{ strings.Builder }

func (o *output) WriteString(s string) error {
	o.Builder.WriteString(s)
	return nil
}

// runCases runs all cases of a file as one program, each in a fresh naming session.
func runCases(t *testing.T, list []constructor) []*answer {
	var program strings.Builder
	program.WriteString(before)
	for i, c := range list {
		inputs := "None"
		if len(c.Input) > 0 {
			inputs = fmt.Sprintf("json.loads(%q)", string(c.Input))
		}
		fmt.Fprintf(&program, "_case(%d, lambda: %s, %s)\n", i, c.Python, inputs)
	}
	var out, errs output
	thread := interp.NewThread(interp.Options{Stdout: &out, Stderr: &errs, Steps: 1 << 40})
	defer interp.Close(thread)
	_, err := interp.Run(thread, source.NewFile("cases.py", program.String()))
	require.NoError(t, err)
	answers := make([]*answer, len(list))
	for _, line := range strings.Split(out.String(), "\n") {
		text, ok := strings.CutPrefix(line, "@@ ")
		if !ok {
			continue
		}
		var i int
		_, err := fmt.Sscan(text, &i)
		require.NoError(t, err)
		answers[i] = &answer{}
		require.NoError(t, json.Unmarshal([]byte(text[strings.IndexByte(text, '{'):]), answers[i]))
	}
	return answers
}

// judge returns "" when the answer is Keras's, else what differs.
func (c *constructor) judge(got *answer) string {
	switch {
	case got == nil:
		return "no answer"
	case c.Raises != "":
		if got.Raises != c.Raises || got.At != c.RaisesAt {
			return fmt.Sprintf("raises %q at %q, not %q at %q", got.Raises, got.At, c.Raises, c.RaisesAt)
		}
		return ""
	case len(c.Config) == 0:
		return ""
	case got.Raises != "":
		return "raises " + got.Raises
	}
	if problem := c.judgeConfig(got); problem != "" {
		return problem
	}
	return c.judgeCall(got)
}

// plain reports whether a value could be written down as JSON: the oracle marks what could not.
func plain(raw json.RawMessage) bool {
	return !strings.Contains(string(raw), `"__py__"`) && !strings.Contains(string(raw), `"__key__:`)
}

func (c *constructor) judgeConfig(got *answer) string {
	if !plain(c.Config) {
		return ""
	}
	if !same(got.Config, c.Config) {
		return "config: " + got.Config
	}
	if c.ConfigRepr != "" && got.Repr != c.ConfigRepr {
		return "repr: " + got.Repr
	}
	if string(c.FromConfig) == `"same"` && !same(got.Again, c.Config) {
		return "from_config: " + got.Again
	}
	if len(c.Serialized) == 0 || !plain(c.Serialized) {
		return ""
	}
	want := strings.Replace(string(c.Serialized), `"=config"`, string(c.Config), 1)
	if !same(got.Serialized, json.RawMessage(want)) {
		return "serialized: " + got.Serialized
	}
	return ""
}

func (c *constructor) judgeCall(got *answer) string {
	if len(c.CallRaises) > 0 && len(c.Output) == 0 && got.Call == "" {
		return "the call does not raise"
	}
	if len(c.Output) == 0 || c.RaisesInInit {
		return ""
	}
	switch {
	case got.Call != "":
		return "the call raises " + got.Call
	case !same(got.Output, c.Output):
		return "output: " + got.Output
	case len(c.Weights) > 0 && !same(got.Weights, c.Weights):
		return "weights: " + got.Weights
	case len(c.Params) > 0 && !same(got.Params, c.Params):
		return "params: " + got.Params
	}
	want := c.BuiltConfig
	if string(want) == `"=config"` {
		want = c.Config
	}
	if len(want) > 0 && plain(want) && !same(got.Built, want) {
		return "built config: " + got.Built
	}
	return ""
}

// code is CPython's bytecode of a lambda, which has the same form here and not the same bytes.
var code = regexp.MustCompile(`"code": "[^"]*"`)

// same compares two JSON texts, the order of keys and the form of numbers included.
func same(got string, want json.RawMessage) bool {
	without := func(s string) io.Reader { return strings.NewReader(code.ReplaceAllString(s, `"code": ""`)) }
	a, b := json.NewDecoder(without(got)), json.NewDecoder(without(string(want)))
	a.UseNumber()
	b.UseNumber()
	for {
		x, errX := a.Token()
		y, errY := b.Token()
		if errX == io.EOF && errY == io.EOF {
			return true
		}
		if errX != nil || errY != nil || x != y {
			return false
		}
	}
}
