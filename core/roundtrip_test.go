package core_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/core/python/interp"
	"layerglass/core/python/source"
)

// drawing makes random constructor calls of the classes that Describe lists.
type drawing struct {
	*rand.Rand
	classes []protocol.Entry
	choices map[string][]string
	depth   int
}

// values are what each form of an argument is tried with; the catalogue's choices, the default and the allowed values come besides.
var values = map[string][]string{
	"int":         {"1", "2", "3", "4", "7", "16", "0", "-1", "2.0", "True", "np.int64(3)", "None", "'3'"},
	"float":       {"0.1", "0.25", "0.5", "1", "0", "1e-3", "1.5", "-0.5", "np.float32(0.5)", "np.float64(0.25)", "None", "'0.5'"},
	"bool":        {"True", "False", "1", "0", "None"},
	"ints":        {"1", "2", "3", "(1, 2)", "[2, 1]", "(3,)", "(2, 2)", "(1, 2, 2)", "((1, 0), (0, 1))", "0", "-1", "(2.0, 1)", "None", "(np.int64(2), 2)"},
	"str":         {"'given'", "'A b'", "'x_1'", "None", "''"},
	"choice":      {"None", "'same'", "'no such'"},
	"activation":  {"None", "keras.activations.relu", "'no such'", "keras.layers.ReLU(max_value=6)", "keras.activations.gelu"},
	"initializer": {"'zeros'", "keras.initializers.Constant(0.5)", "keras.initializers.RandomNormal(stddev=0.02, seed=1)", "'no such'", "{'class_name': 'VarianceScaling', 'config': {'scale': 2.0}}"},
	"regularizer": {"'l1'", "keras.regularizers.L2(0.01)", "keras.regularizers.L1L2(l1=0.1, l2=0.2)", "None", "'no such'"},
	"constraint":  {"'max_norm'", "keras.constraints.UnitNorm(axis=1)", "keras.constraints.MinMaxNorm(rate=0.5)", "None", "'no such'"},
	"dtype":       {"'float16'", "'mixed_float16'", "'mixed_bfloat16'", "keras.DTypePolicy('bfloat16')", "None", "'int8_from_float32'", "'no such'", "keras.dtype_policies.DTypePolicyMap()"},
	"object":      {"keras.layers.Dense(2)", "keras.layers.LSTMCell(3)", "keras.layers.LSTM(2, return_sequences=True)", "keras.layers.Conv2D(2, 3)", "keras.optimizers.SGD(0.1)", "keras.layers.Identity(name='i')"},
	"any":         {"None", "1", "2", "0.5", "'channels_first'", "'channels_last'", "(1, 2)", "[0.1, 0.2]", "-1", "'text'", "{'a': 1}", "keras.optimizers.schedules.ExponentialDecay(0.1, 100, 0.9)", "(-0.2, 0.3)"},
}

func newDrawing() *drawing {
	s := core.NewSession(core.Options{})
	catalogue := s.Describe(protocol.DescribeRequest{})
	d := &drawing{choices: map[string][]string{}}
	for _, c := range catalogue.Choices {
		d.choices[c.Form] = c.Values
	}
	for _, e := range catalogue.Entries {
		if e.Kind == "model" || e.Kind == "activation" || e.Base {
			continue
		}
		d.classes = append(d.classes, s.Describe(protocol.DescribeRequest{Names: []string{e.Public}}).Entries...)
	}
	return d
}

// call draws a call of a class; each argument that may be left out mostly is.
func (d *drawing) call(seed uint64) (class, expression string) {
	d.Rand = rand.New(rand.NewPCG(seed, 315))
	e := d.classes[d.IntN(len(d.classes))]
	often := 1 + d.IntN(4)
	var args []string
	for _, a := range e.Arguments {
		if !a.Required && d.IntN(max(len(e.Arguments), 2)) >= often {
			continue
		}
		args = append(args, a.Name+"="+d.value(&a))
	}
	return e.Public, e.Public + "(" + strings.Join(args, ", ") + ")"
}

// value draws one value of an argument.
func (d *drawing) value(a *protocol.Argument) string {
	if len(a.Allowed) > 0 && d.IntN(4) > 0 {
		return a.Allowed[d.IntN(len(a.Allowed))]
	}
	if known := d.choices[a.Form]; len(known) > 0 && d.IntN(2) > 0 {
		return known[d.IntN(len(known))]
	}
	if a.Default != "" && d.IntN(8) == 0 && !strings.ContainsAny(a.Default, "<") {
		return a.Default
	}
	known := values[a.Form]
	if len(known) == 0 {
		known = values["any"]
	}
	if d.IntN(3) > 0 { // the first ones are what most arguments take
		known = known[:(len(known)+1)/2]
	}
	return known[d.IntN(len(known))]
}

// oneWay are classes that real Keras makes of some arguments and does not bring back: a Pipeline of what is no list, a negative padding,
// a factor that the config shows mirrored, a tuple in the place of a function (a list when it comes back, which has no hash), a callable that is no loss
// (any will do when a distillation is made, not when it comes back).
var oneWay = map[string]bool{"keras.layers.Pipeline": true, "keras.layers.ZeroPadding1D": true, "keras.layers.ZeroPadding2D": true,
	"keras.layers.ZeroPadding3D": true, "keras.layers.RandomShear": true, "keras.metrics.MeanMetricWrapper": true,
	"keras.distillation.LogitsDistillation": true, "keras.distillation.FeatureDistillation": true}

const roundTrip = `
import json
import keras
import numpy as np
def way(o):
    return json.dumps(keras.saving.serialize_keras_object(o))
def check(make):
    try:
        o = make()
        config = json.dumps(o.get_config())
        text = way(o)
    except Exception:
        return
    try:
        again = json.dumps(type(o).from_config(o.get_config()).get_config())
        if again != config:
            return print("from_config:", config, "became", again)
        back = way(keras.saving.deserialize_keras_object(json.loads(text)))
        if back != text:
            return print("JSON:", text, "became", back)
    except Exception as e:
        return print(type(e).__name__, e)
`

// roundTripDiffers runs a constructor, and says what from_config(get_config()) or the way through JSON changed.
func roundTripDiffers(t *testing.T, expression string) string {
	var out, warnings written
	thread := interp.NewThread(interp.Options{Stdout: &out, Stderr: &warnings, Steps: 1 << 24})
	defer interp.Close(thread)
	_, err := interp.Run(thread, source.NewFile("roundtrip.py", roundTrip+"check(lambda: "+expression+")\n"))
	require.NoError(t, err, expression)
	return out.String()
}

type written struct{ strings.Builder }

func (w *written) WriteString(s string) error {
	w.Builder.WriteString(s)
	return nil
}

// FuzzRoundTrip draws constructor calls with random arguments: an object that was made comes back from its config, and from JSON, as it was.
func FuzzRoundTrip(f *testing.F) {
	d := newDrawing()
	for seed := range uint64(400) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		class, expression := d.call(seed)
		if changed := roundTripDiffers(t, expression); changed != "" && !oneWay[class] {
			t.Errorf("%s %d: %s\n%s", class, seed, expression, changed)
		}
	})
}
