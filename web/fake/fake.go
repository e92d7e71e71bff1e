// Package fake stands in for the engine while the page is being built. It is deleted with the first real run.
package fake

import (
	"strings"

	"layerglass/core/protocol"
)

type Session struct{}

func leaf(key, kind, repr string) protocol.Node {
	return protocol.Node{Key: key, Kind: kind, Repr: repr}
}

func (s *Session) Run(q protocol.RunRequest) *protocol.Result {
	for strings.Contains(q.Text, "while True") {
	}
	span := func(s string) protocol.Span {
		i := strings.LastIndex(q.Text, s)
		if i < 0 {
			return protocol.Span{}
		}
		return protocol.Span{Start: i, End: i + len(s)}
	}
	line := func(s string) int { return 1 + strings.Count(q.Text[:span(s).Start], "\n") }
	if strings.Contains(q.Text, "syntax error") {
		return &protocol.Result{Exception: &protocol.Exception{Type: "SyntaxError", Message: "invalid syntax", Traceback: "SyntaxError: invalid syntax\n"},
			Diagnostics: []protocol.Diagnostic{{Code: "x", Severity: "error", Span: span("syntax error"), Line: line("syntax error"), Column: 1, Exception: "SyntaxError", Message: "`syntax error` is not Python."}}}
	}
	dtype := protocol.Node{Key: "dtype", Kind: "object", Repr: "DTypePolicy('float32')", Default: true, Origin: protocol.Origin{Kind: "default"},
		Children: []protocol.Node{leaf("module", "str", "'keras'"), leaf("class_name", "str", "'DTypePolicy'"), {Key: "config", Kind: "dict", Repr: "1 item", Children: []protocol.Node{leaf("name", "str", "'float32'")}}, leaf("registered_name", "none", "None")}}
	cfg := &protocol.Node{Kind: "dict", Repr: "5 items", Children: []protocol.Node{
		{Key: "name", Kind: "str", Repr: "'custom_dense'", Origin: protocol.Origin{Kind: "automatic"}, Doc: "The layer's name, unique within a model."},
		{Key: "trainable", Kind: "bool", Repr: "True", Default: true, Origin: protocol.Origin{Kind: "default"}},
		dtype,
		{Key: "units", Kind: "int", Repr: "64", Origin: protocol.Origin{Kind: "argument", Span: span("units=64"), Line: line("units=64")}, Doc: "How many outputs the layer has."},
		{Key: "activation", Kind: "str", Repr: "'relu'", Origin: protocol.Origin{Kind: "argument", Span: span(`activation="relu"`), Line: line(`activation="relu"`)}},
	}}
	py := `{'name': 'custom_dense', 'trainable': True, 'dtype': {'module': 'keras', 'class_name': 'DTypePolicy', 'config': {'name': 'float32'}, 'registered_name': None}, 'units': 64, 'activation': 'relu'}`
	o := protocol.Object{Name: "layer", Class: "CustomDense", Module: "__main__", Kind: "layer", Config: cfg, Python: py, JSON: "{\n  \"name\": \"custom_dense\"\n}", Params: -1,
		Recreated: &protocol.Recreated{Verdict: "equal", Class: "CustomDense", Config: cfg, JSONSafe: true, ColdReload: false, ColdWhy: "`CustomDense` is not registered: a new process does not know it. Decorate it with `@keras.saving.register_keras_serializable()`."}}
	b := o
	b.Name = "again"
	bad := *o.Recreated
	bad.Verdict = "differs"
	bad.Differences = []protocol.Difference{{Path: "units", Want: "64", Got: "32", Why: "`__init__` does not take `units`."}}
	b.Recreated = &bad
	r := &protocol.Result{Stdout: py + "\nequal: True\n", Objects: []protocol.Object{o, b}, Steps: 100, Micros: 12345}
	if !strings.Contains(q.Text, "units") {
		r.Objects, r.Stdout = nil, ""
		for _, part := range strings.Split(q.Text, "print(")[1:] {
			a, _, _ := strings.Cut(part, ")\n")
			r.Stdout += strings.NewReplacer("'", "", "\"", "", ", ", " ", "1 + 1", "2", "6 * 7", "42").Replace(strings.TrimRight(a, ")\n")) + "\n"
		}
	}
	if strings.Contains(q.Text, "hostile") {
		r.Stdout = "</script><img src=x onerror=alert(1)>"
	}
	if strings.Contains(q.Text, "super(CustomDense, self).__init__()") {
		at := span("super(CustomDense, self).__init__()")
		r.Exception = &protocol.Exception{Type: "TypeError", Message: "CustomDense.__init__() got an unexpected keyword argument 'name'", Traceback: "Traceback (most recent call last):\n  File \"program.py\", line 34, in <module>\n    again = CustomDense.from_config(config)\nTypeError: CustomDense.__init__() got an unexpected keyword argument 'name'\n"}
		sig := span("activation=None):")
		d := protocol.Diagnostic{Code: "from-config-unexpected-name", Severity: "error", Span: sig, Line: 7, Column: 24, Exception: "TypeError", Message: "`from_config` passed `name`, which `__init__` does not take.",
			Why:   "`super().get_config()` puts name, trainable and dtype into every layer's config, so `__init__` must take them and hand them on.",
			Fixes: []protocol.Fix{{Title: "Add `**kwargs` and hand it to `super().__init__`", Edits: []protocol.Edit{{Span: protocol.Span{Start: sig.Start + 15, End: sig.Start + 15}, Text: ", **kwargs"}, {Span: at, Text: "super().__init__(**kwargs)"}}}}}
		r.Diagnostics = []protocol.Diagnostic{d}
		failed := protocol.Recreated{Verdict: "failed", Class: "CustomDense", Exception: r.Exception, Diagnostics: []protocol.Diagnostic{d}, JSONSafe: true, ColdWhy: "`from_config` fails in this process already."}
		r.Objects[0].Recreated = &failed
		r.Objects = r.Objects[:1]
	}
	return r
}

func (s *Session) Recreate(q protocol.RecreateRequest) *protocol.Recreated { return nil }
