package view

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/protocol"
)

// drafted is a state with an open draft of {'units': 64, 'rate': None, 'pool': (2, 2), 'layer': {…}}.
func drafted(t *testing.T) (*State, *Draft) {
	t.Helper()
	r := run(false, "a")
	config, sentence := ParseValue(`{'units': 64, 'rate': None, 'pool': (2, 2), 'layer': {'class_name': 'Dense', 'config': {'name': "it's"}}}`)
	require.Empty(t, sentence)
	r.Objects[0].Config = &config
	s := fresh()
	s.Adopt("", r)
	s.Edit()
	d := s.Draft()
	require.NotNil(t, d)
	return s, d
}

func TestEditsLeaveTheResultAsItIs(t *testing.T) {
	s, d := drafted(t)
	before := Literal(s.Chosen().Config)
	assert.False(t, d.Changed())
	assert.Empty(t, d.Set("0", "128"))
	assert.Empty(t, d.Set("3.1.0", "new"))
	assert.Empty(t, d.Set("1", "[1, 'x']"))
	d.Remove("2.0")
	_, sentence := d.Add("extra", "{'a': 1}")
	assert.Empty(t, sentence)
	assert.Equal(t, `{'units': 128, 'rate': [1, 'x'], 'pool': (2,), 'layer': {'class_name': 'Dense', 'config': {'name': 'new'}}, 'extra': {'a': 1}}`, d.Config())
	assert.Equal(t, before, Literal(s.Chosen().Config))
	assert.Equal(t, before, Literal(&d.Original))
	paths := ""
	for _, diff := range Differences(&d.Original, &d.Root) {
		paths += diff.Path + " "
	}
	assert.Equal(t, "units rate pool layer.config.name extra ", paths)
	s.Reset()
	assert.Equal(t, before, s.Draft().Config())
}

func TestFieldsThatCannotBeReadSaySo(t *testing.T) {
	s, d := drafted(t)
	assert.Contains(t, d.Set("0", "12 monkeys"), "more after the value")
	assert.Equal(t, d.Problem, d.Set("0", "12 monkeys"))
	assert.Contains(t, d.Set("0", "relu"), "put text in quotes")
	assert.True(t, d.Changed())
	assert.Empty(t, d.Set("0", "'relu'"))
	assert.Equal(t, "str", s.NodeAt("0").Kind)
	for _, path := range []string{"9", "0.0", "x", "-1"} {
		assert.Empty(t, d.Set(path, "1"), path)
		d.Remove(path)
		d.SetKind(path, "str")
	}
	_, sentence := d.Add("", "1")
	assert.Contains(t, sentence, "name")
	_, sentence = d.Add("units", "1")
	assert.Contains(t, sentence, "already")
}

func TestKindsAreChanged(t *testing.T) {
	_, d := drafted(t)
	for _, c := range []struct{ kind, want string }{
		{"str", "'64'"}, {"int", "64"}, {"list", "[64]"}, {"tuple", "(64,)"}, {"dict", "{}"}, {"bool", "False"}, {"none", "None"}, {"str", "''"},
	} {
		d.SetKind("0", c.kind)
		n, _ := d.at("0")
		assert.Equal(t, c.want, Literal(n), c.kind)
	}
}

func TestADraftAsText(t *testing.T) {
	_, d := drafted(t)
	d.AsText = true
	d.SetText(`{"units": 32, "rate": null, "on": true, "deep": [{"x": 1e-3}]}`)
	assert.Empty(t, d.Problem)
	assert.Equal(t, `{'units': 32, 'rate': None, 'on': True, 'deep': [{'x': 1e-3}]}`, Literal(&d.Root))
	d.SetText("{'units': ")
	assert.Contains(t, d.Problem, "missing")
	d.SetText("[1]")
	assert.Contains(t, d.Problem, "dict")
}

func TestValuesAreReadAndWritten(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{`{'a': [1, (2,), (), [], {}], "b": -1.5e3, 'c': "it's", 'd': 'say "x"\n'}`, `{'a': [1, (2,), (), [], {}], 'b': -1.5e3, 'c': "it's", 'd': 'say "x"\n'}`},
		{"{\n  # note\n  'a': (1),\n}", "{'a': 1}"},
		{`"\u00e9\ud83d\ude00\x41"`, `'é😀A'`},
		{"12345678901234567890123", "12345678901234567890123"},
		{"{'a': 1, 'b': 2, 'a': 3}", "{'a': 3, 'b': 2}"},
	} {
		n, sentence := ParseValue(c.in)
		assert.Empty(t, sentence, c.in)
		assert.Equal(t, c.want, Literal(&n))
	}
	for _, bad := range []string{"", "{", "[1,,2]", "'open", "{1: 2}", "nan", "1 2", "--1", "lambda: 0", "{'a' 1}", `"\ud83d"x`, "\x00"} {
		_, sentence := ParseValue(bad)
		assert.NotEmpty(t, sentence, bad)
	}
	deep := ""
	for range 10_000 {
		deep += "["
	}
	_, sentence := ParseValue(deep)
	assert.Contains(t, sentence, "deeper")
}

func TestDifferencesOfConfigurations(t *testing.T) {
	read := func(s string) *protocol.Node { n, _ := ParseValue(s); return &n }
	assert.Empty(t, Differences(read("{'a': 1, 'b': [1, 2]}"), read("{'b': [1, 2], 'a': 1.0}")))
	assert.Equal(t, []protocol.Difference{
		{Path: "a.1", Want: "2", Got: "3"}, {Path: "b", Want: "(1,)", Got: "[1]", Why: "A tuple came back as a list."}, {Path: "c", Want: "1"}, {Path: "d", Got: "'x'"},
	}, Differences(read("{'a': [1, 2], 'b': (1,), 'c': 1}"), read("{'a': [1, 3], 'b': [1], 'd': 'x'}")))
}

func TestWhatIsCopied(t *testing.T) {
	s, _ := drafted(t)
	s.Key = "3.1.0"
	for what, want := range map[string]string{"path": `config["layer"]["config"]["name"]`, "value": `"it's"`, "value-json": `"it's"`} {
		_, text := CopyText(s, what)
		assert.Equal(t, want, text)
	}
	assert.Equal(t, "{\n  \"a\": [\n    1,\n    null,\n    true,\n    \"q\\\"\"\n  ],\n  \"b\": {}\n}",
		JSONText(func() *protocol.Node { n, _ := ParseValue(`{'a': (1, None, True, 'q"'), 'b': {}}`); return &n }()))
	assert.Contains(t, CopyMenu(s).String(), "layer.config.name")
}

func FuzzParseValue(f *testing.F) {
	f.Add(`{'a': [1, (2,), None], "b": "\u00e9"}`)
	f.Fuzz(func(t *testing.T, text string) {
		n, sentence := ParseValue(text)
		if sentence == "" {
			again, sentence := ParseValue(Literal(&n))
			assert.Empty(t, sentence)
			assert.Equal(t, Literal(&n), Literal(&again))
		}
	})
}
