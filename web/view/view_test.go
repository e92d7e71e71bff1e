package view

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/protocol"
)

const hostile = `</script><img src=x onerror="alert(1)">'` + "`&\x00\r"

func fresh() *State {
	s := NewState()
	return &s
}

func span(start, end int) protocol.Span { return protocol.Span{Start: start, End: end} }

// sample is a state in which every string is hostile.
func sample() *State {
	node := protocol.Node{Key: hostile, Kind: "str", Repr: hostile, Doc: hostile, Origin: protocol.Origin{Kind: "argument", Span: span(0, 3), Line: 1}}
	config := &protocol.Node{Kind: "dict", Repr: hostile, Children: []protocol.Node{node, {Key: "list", Kind: "list", Repr: "1 item", Children: []protocol.Node{node}}}}
	diagnostic := protocol.Diagnostic{Code: "x", Severity: hostile, Span: span(0, 3), Line: 1, Column: 1, Message: hostile, Why: hostile, Exception: hostile,
		Notes: []protocol.Note{{Span: span(0, 3), Message: hostile}}, Fixes: []protocol.Fix{{Title: hostile, Edits: []protocol.Edit{{Span: span(0, 3), Text: hostile}}}}}
	exception := &protocol.Exception{Type: hostile, Message: hostile, Traceback: hostile}
	object := protocol.Object{Name: hostile, Aliases: []string{hostile}, Class: hostile, Module: hostile, Kind: "layer", Config: config, JSON: hostile, Python: hostile,
		Serialized: hostile, Built: true, InputShape: hostile, OutputShape: hostile, Params: 12345, Weights: []protocol.Weight{{Path: hostile}},
		Recreated: &protocol.Recreated{Verdict: "differs", Class: hostile, Config: config, Exception: exception, JSONWhy: hostile, ColdWhy: hostile,
			Differences: []protocol.Difference{{Path: hostile, Want: hostile, Got: hostile, Why: hostile}, {Path: "gone", Want: "1"}}}}
	raised := object
	raised.Name, raised.Config, raised.ConfigError, raised.ConfigDiagnostics = "raised", nil, exception, []protocol.Diagnostic{diagnostic}
	s := fresh()
	s.Object, s.Key = hostile, "0"
	s.Adopt("abc", &protocol.Result{Stdout: hostile, Stderr: hostile, Exception: exception, Diagnostics: []protocol.Diagnostic{diagnostic}, Objects: []protocol.Object{object, raised}})
	return s
}

func TestHostileStringsStayText(t *testing.T) {
	s := sample()
	for _, object := range []string{hostile, "raised"} {
		s.Object = object
		for _, form := range []Form{Tree, Python, JSON, Object} {
			s.Form = form
			for _, m := range []Markup{Configuration(s), Recreated(s), Output(s), Problems(s), About(s)} {
				html := m.String()
				assert.NotContains(t, html, "<img")
				assert.NotContains(t, html, "</script>")
				assert.NotContains(t, html, `onerror="`)
				assert.NotContains(t, html, "\r")
				assert.NotContains(t, html, "\x00")
				assert.NotContains(t, html, "style=")
			}
		}
	}
	s.Object, s.Against = "raised", hostile
	assert.NotContains(t, Recreated(s).String(), "<img")
	s.Object, s.Against = hostile, ""
	for _, m := range []Markup{Weights(s), Model(s), CopyMenu(s)} {
		assert.NotContains(t, m.String(), "<img")
	}
	s.Edit()
	for _, asText := range []bool{false, true} {
		s.Draft().AsText = asText
		for _, m := range []Markup{Configuration(s), Recreated(s), FieldProblem(hostile)} {
			assert.NotContains(t, m.String(), "<img")
			assert.NotContains(t, m.String(), `onerror="`)
		}
	}
	s.Close()
	b := &Builder{Open: true, Kind: "layer", Query: hostile, Entries: []protocol.Entry{{Name: hostile, Public: hostile, Kind: "layer", Doc: hostile}}}
	assert.NotContains(t, Build(b).String(), "<img")
	s.Stale = true
	assert.NotContains(t, Configuration(s).String(), "<img")
	assert.NotContains(t, Example(hostile, hostile, hostile).String(), "<img")
}

func TestVerdictsAreWordsAndAShape(t *testing.T) {
	two := []protocol.Difference{{Path: "a"}, {Path: "b"}}
	for _, c := range []struct {
		in   *protocol.Recreated
		want Verdict
	}{
		{nil, Verdict{"–", "Not run", "none"}},
		{&protocol.Recreated{Verdict: "none"}, Verdict{"–", "Not run", "none"}},
		{&protocol.Recreated{Verdict: "equal"}, Verdict{"●", "Equal", "equal"}},
		{&protocol.Recreated{Verdict: "differs", Differences: two}, Verdict{"✕", "2 differ", "differs"}},
		{&protocol.Recreated{Verdict: "differs", Differences: two[:1]}, Verdict{"✕", "1 differs", "differs"}},
		{&protocol.Recreated{Verdict: "failed"}, Verdict{"✕", "Cannot be recreated", "failed"}},
	} {
		assert.Equal(t, c.want, verdict(c.in))
	}
}

func run(exception bool, names ...string) *protocol.Result {
	r := &protocol.Result{}
	for _, n := range names {
		r.Objects = append(r.Objects, protocol.Object{Name: n, Config: &protocol.Node{Kind: "dict", Children: []protocol.Node{{Key: "units", Kind: "int", Repr: "1"}}}})
	}
	if exception {
		r.Exception = &protocol.Exception{Type: "SyntaxError", Message: "no"}
	}
	return r
}

func TestAFailingProgramKeepsTheLastGoodPanes(t *testing.T) {
	s := fresh()
	s.Adopt("good", run(false, "a", "b"))
	assert.Equal(t, "a", s.Object)
	s.Object = "b"
	s.Adopt("bad", run(true))
	assert.True(t, s.Stale)
	require.NotNil(t, s.Chosen())
	assert.Contains(t, Configuration(s).String(), "Older than the code")
	assert.Contains(t, Recreated(s).String(), "Older than the code")
	assert.Len(t, s.Problems(), 1)

	s.Adopt("half", run(true, "b"))
	assert.False(t, s.Stale, "the chosen object was made before the program failed")
	s.Adopt("none", run(false))
	assert.False(t, s.Stale)
	assert.Nil(t, s.Chosen())
	assert.Contains(t, Configuration(s).String(), "Assign one to a name")
}

func TestTwoObjectsAreCompared(t *testing.T) {
	r := run(false, "a", "b", "c")
	r.Objects[1].Config.Children = []protocol.Node{{Key: "units", Kind: "int", Repr: "2"}, {Key: "rate", Kind: "float", Repr: "0.5"}}
	r.Objects[2].Config = nil
	s := fresh()
	s.Adopt("", r)
	html := Recreated(s).String()
	assert.Contains(t, html, "what from_config gives back")
	assert.NotContains(t, html, `<option value="c"`)
	s.Against = "b"
	assert.Contains(t, Recreated(s).String(), "2 differ")
	assert.Contains(t, Recreated(s).String(), "differ in 2 values")
	for _, none := range []string{"a", "c", "gone"} {
		s.Against = none
		assert.Nil(t, s.other(), none)
	}
	s.Against = "b"
	s.Object = "c"
	assert.Contains(t, Recreated(s).String(), "no configuration to compare")
}

func TestTheChosenKeyMustStillBeThere(t *testing.T) {
	s := fresh()
	s.Adopt("", run(false, "a"))
	s.Key = "0"
	s.Adopt("", run(false, "a"))
	assert.Equal(t, "0", s.Key)
	s.Key = "3.1"
	s.Adopt("", run(false, "a"))
	assert.Empty(t, s.Key)
	for _, path := range []string{"", "x", "0.0", "-1", "99999999999999999999"} {
		assert.Nil(t, s.NodeAt(path), path)
	}
}

func TestTheNarrowestOriginWins(t *testing.T) {
	r := run(false, "a")
	r.Objects[0].Config.Children = []protocol.Node{
		{Key: "layer", Kind: "object", Origin: protocol.Origin{Kind: "argument", Span: span(10, 40)},
			Children: []protocol.Node{{Key: "units", Origin: protocol.Origin{Kind: "argument", Span: span(20, 28)}}}},
	}
	s := fresh()
	s.Adopt("", r)
	assert.Equal(t, "0.0", s.KeyAt(22))
	assert.Equal(t, "0", s.KeyAt(12))
	assert.Equal(t, "", s.KeyAt(50))
}

func TestOnlyTheVisiblePartOfALongTreeIsWritten(t *testing.T) {
	r := run(false, "a")
	long := protocol.Node{Key: "weights", Kind: "list", Repr: "1000 items"}
	for range 1000 {
		long.Children = append(long.Children, protocol.Node{Kind: "dict", Repr: "{}"})
	}
	r.Objects[0].Config.Children = []protocol.Node{long}
	s := NewState()
	s.Folds["\x1fweights"] = true
	s.Adopt("", r)
	assert.Equal(t, Window, strings.Count(Configuration(&s).String(), `role="treeitem"`))
	assert.Len(t, s.Rows(), 1001)
	s.First = 5000
	assert.Contains(t, Configuration(&s).String(), `data-path="0.999"`)
	from, to := s.Span()
	assert.Equal(t, [2]int{1001 - Window, 1001}, [2]int{from, to})
	assert.Equal(t, 500, s.RowAt("0.499"))
	s.Fold(0, false)
	assert.Len(t, s.Rows(), 1)
	assert.Equal(t, -1, s.RowAt("0.499"))
	s.Unfold("0.499")
	assert.Equal(t, 500, s.RowAt("0.499"))
}

func TestListsOfPlainValuesStandInOneRow(t *testing.T) {
	leaf := func(repr string) protocol.Node { return protocol.Node{Repr: repr, Kind: "int"} }
	for _, c := range []struct {
		node protocol.Node
		want string
	}{
		{protocol.Node{Kind: "tuple", Children: []protocol.Node{leaf("None"), leaf("28")}}, "(None, 28)"},
		{protocol.Node{Kind: "tuple", Children: []protocol.Node{leaf("3")}}, "(3,)"},
		{protocol.Node{Kind: "list", Children: []protocol.Node{leaf("3")}}, "[3]"},
		{protocol.Node{Kind: "list", Children: []protocol.Node{leaf(strings.Repeat("9", 80))}}, ""},
		{protocol.Node{Kind: "dict", Children: []protocol.Node{leaf("3")}}, ""},
	} {
		got, ok := inlineList(&c.node)
		assert.Equal(t, c.want, got)
		assert.Equal(t, c.want != "", ok)
	}
}

func TestFixesShowTheLinesTheyChange(t *testing.T) {
	text := "class A:\n    def f(self):\n        pass\n\nx = 1\n"
	at := strings.Index(text, "self") + 4
	assert.Equal(t, []Hunk{{2, []string{"def f(self):"}, []string{"def f(self, **kwargs):"}}, {5, []string{"x = 1"}, []string{"x = 2"}}},
		Hunks(text, []protocol.Edit{{Span: span(len(text)-2, len(text)-1), Text: "2"}, {Span: span(at, at), Text: ", **kwargs"}}))
	assert.Equal(t, []Hunk{{1, []string{}, []string{"import keras"}}}, Hunks(text, []protocol.Edit{{Span: span(0, 0), Text: "import keras\n"}}))
	assert.Empty(t, Hunks(text, []protocol.Edit{{Span: span(5, 900)}, {Span: span(9, 3)}, {Span: span(-4, 2)}}))
	overlapping := Hunks("abc", []protocol.Edit{{Span: span(0, 2), Text: "x"}, {Span: span(1, 3), Text: "y"}})
	assert.Equal(t, []Hunk{{1, []string{"abc"}, []string{"xc"}}}, overlapping)
}

func TestOffsets(t *testing.T) {
	text := "aé😀b"
	o := NewOffsets(text)
	for _, c := range [][2]int{{0, 0}, {1, 1}, {3, 2}, {7, 4}, {8, 5}} {
		assert.Equal(t, c[1], o.Units(c[0]))
		assert.Equal(t, c[0], o.Bytes(c[1]))
	}
	assert.Equal(t, 5, o.Units(99))
	assert.Equal(t, 0, o.Units(-1))
	assert.Equal(t, 8, o.Bytes(99))
	ascii := NewOffsets("abc")
	assert.Equal(t, 3, ascii.Units(9))
	assert.Equal(t, 3, ascii.Bytes(9))
}

func TestWrap(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"{'a': 1}", "{'a': 1}"},
		{"{'name': 'x', 'units': 64}", "{\n    'name': 'x',\n    'units': 64,\n}"},
		{"{'text': 'a, [b', 'more': 2}", "{\n    'text': 'a, [b',\n    'more': 2,\n}"},
		{`{'q': 'it\'s, (', "r": "\"", 's': 3}`, "{\n    'q': 'it\\'s, (',\n    \"r\": \"\\\"\",\n    's': 3,\n}"},
		{"['aaaaaaaaaaaaaaaa', ('bbbbbbbbbbbbbb', 'cccccc')]", "[\n    'aaaaaaaaaaaaaaaa',\n    (\n        'bbbbbbbbbbbbbb',\n        'cccccc',\n    ),\n]"},
		{"('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',)", "(\n    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',\n)"},
		{"<object with [no end and a long text>", "<object with [no end and a long text>"},
	} {
		assert.Equal(t, c.want, Wrap(c.in, 20))
	}
}

func TestVeryLongOutputIsCutInThePaneOnly(t *testing.T) {
	s := &State{}
	s.Adopt("", &protocol.Result{Stdout: strings.Repeat("line\n", 5000)})
	assert.Contains(t, Output(s).String(), "15,000 more characters are not drawn")
	s.Adopt("", &protocol.Result{Stdout: "\nfirst line empty"})
	assert.Contains(t, Output(s).String(), "<pre class=\"out\">\n\nfirst")
	shown, cut := head(strings.Repeat("é", 200_000))
	assert.Len(t, shown, outputBytes)
	assert.Equal(t, 400_000-outputBytes, cut)
}

func TestMarksUnderATracebackAreSetApart(t *testing.T) {
	s := &State{}
	s.Adopt("", &protocol.Result{Exception: &protocol.Exception{Type: "E", Traceback: "  f(x)\n  ~^^\nE: ^ <b>\n"}})
	assert.Equal(t, "<pre class=\"out traceback\">\n  f(x)\n<span class=\"carets\">  ~^^\n</span>E: ^ &lt;b&gt;\n</pre>", Output(s).String())
}

func TestALongLineOfATracebackIsCut(t *testing.T) {
	s := &State{}
	long := strings.Repeat("é, ", 50_000)
	s.Adopt("", &protocol.Result{Exception: &protocol.Exception{Type: "E", Traceback: "  " + long + "\n" + strings.Repeat(" ", 100_000) + "^^\nE: end\n"}})
	out := Output(s).String()
	assert.Less(t, len(out), 2*traceLine)
	assert.Contains(t, out, "…\nE: end\n")
	assert.NotContains(t, out, "^")
}

func TestProblemsAreToldOnce(t *testing.T) {
	d := protocol.Diagnostic{Code: "c", Message: "m", Span: span(1, 2)}
	s := &State{}
	s.Adopt("", &protocol.Result{Diagnostics: []protocol.Diagnostic{d}, Objects: []protocol.Object{
		{Name: "a", ConfigDiagnostics: []protocol.Diagnostic{d}, Recreated: &protocol.Recreated{Diagnostics: []protocol.Diagnostic{d, {Code: "other"}}}}}})
	all := s.Problems()
	require.Len(t, all, 2)
	assert.Empty(t, all[0].Found)
	assert.Equal(t, "a", all[1].Found)
	assert.Equal(t, "error", Worst(s))
	assert.Nil(t, s.FixAt("0.0"))
	assert.Nil(t, s.FixAt("junk"))
}

func FuzzMarkup(f *testing.F) {
	f.Add(hostile)
	f.Fuzz(func(t *testing.T, text string) {
		html := Text(text).String()
		assert.False(t, strings.ContainsAny(html, "<>\"'\r\x00"))
		assert.NotPanics(t, func() { Wrap(text, 10); Hunks(text, []protocol.Edit{{Span: span(len(text)/2, len(text)), Text: text}}) })
	})
}

func BenchmarkConfiguration(b *testing.B) {
	s := sample()
	for b.Loop() {
		Configuration(s)
	}
}
