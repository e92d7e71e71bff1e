package doctor

import (
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/python/diag"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// renamed are arguments of Keras 1 and 2 under the names that they have now.
var renamed = map[string]string{
	"output_dim": "units", "init": "kernel_initializer", "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer",
	"W_constraint": "kernel_constraint", "b_constraint": "bias_constraint", "bias": "use_bias", "nb_filter": "filters", "border_mode": "padding",
	"subsample": "strides", "dim_ordering": "data_format", "p": "rate", "inner_init": "recurrent_initializer", "inner_activation": "recurrent_activation",
	"input": "inputs", "output": "outputs", "nb_epoch": "epochs", "filter_length": "kernel_size", "pool_length": "pool_size", "stride": "strides",
	"dropout_W": "dropout", "dropout_U": "recurrent_dropout", "mode": "merge_mode", "atrous_rate": "dilation_rate", "lr": "learning_rate",
	"alpha": "negative_slope", "samples_per_epoch": "steps_per_epoch",
}

// argumentUnknown speaks for a keyword that no class on the way to Layer has taken.
func argumentUnknown(p *patient) *diag.Diagnostic {
	b, ok := subject[blame.UnknownArguments](p)
	if !ok || len(b.Names) == 0 {
		return nil
	}
	name := b.Names[0]
	d := &diag.Diagnostic{Code: "argument-unknown", Message: "`" + b.Class.Name + "` has no argument `" + strings.Join(b.Names, "`, `") + "`.",
		Why: "Every keyword must be an argument of the class or of its base class, which has name, trainable, dtype and a few more."}
	call := p.callWith(name)
	if call == nil {
		return d
	}
	for _, k := range call.Keywords {
		if k.Arg == name {
			d.Span = k.ArgSpan
		}
	}
	switch known := argumentsOf(b.Class); {
	case name == "batch_input_shape":
		p.batchInputShape(d, call)
	case name == "weights":
		d.Why = "Keras 3 takes no values in the constructor. Build the layer, then give them to `set_weights`."
		d.Fixes = p.dropKeyword(call, name)
	case p.renames(d, call, func(to string) bool { return known[to] || b.Class.Name == "Model" }):
	default:
		if near := nearest(name, keysOf(known)); near != "" {
			d.Message += " Did you mean `" + near + "`?"
			d.Fixes = []diag.Fix{{Title: "Write " + near, Edits: []diag.Edit{{Span: d.Span, Text: near}}}}
		}
	}
	return d
}

// argumentsOf returns the names of a constructor's parameters, those of the base classes that it hands **kwargs to included.
func argumentsOf(class *object.Class) map[string]bool {
	known := map[string]bool{}
	for _, c := range class.MRO {
		own := c.Lookup(object.Intern("__init__"))
		s, ok := own.(object.Signatured)
		if !ok {
			continue
		}
		for _, param := range s.Signature().Params {
			if param.Kind != object.VarKeyword && param.Kind != object.VarPositional && param.Name.String() != "self" {
				known[param.Name.String()] = true
			}
		}
	}
	return known
}

func keysOf(m map[string]bool) []string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	sortStrings(list)
	return list
}

// sortStrings puts a short list in order, so that of two names equally near the same one is always offered.
func sortStrings(list []string) {
	for i := 1; i < len(list); i++ {
		for j := i; j > 0 && list[j] < list[j-1]; j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
}

// callWith finds the call that gives a keyword: the failing one, else the only one in the program.
func (p *patient) callWith(name string) *syntax.Call {
	var inside, all []*syntax.Call
	p.walk(func(n syntax.Node) bool {
		c, ok := n.(*syntax.Call)
		if !ok {
			return true
		}
		for _, k := range c.Keywords {
			if k.Arg == name {
				all = append(all, c)
				if covers(p.at(), c.Span()) || covers(c.Span(), p.at()) {
					inside = append(inside, c)
				}
			}
		}
		return true
	})
	switch {
	case len(inside) > 0:
		return inside[len(inside)-1]
	case len(all) == 1:
		return all[0]
	}
	return nil
}

// renames offers to write all arguments of a call under the names that they have now, and says so.
func (p *patient) renames(d *diag.Diagnostic, call *syntax.Call, takes func(to string) bool) bool {
	var fix diag.Fix
	var words []string
	given := map[string]bool{}
	for _, k := range call.Keywords {
		given[k.Arg] = true
	}
	for _, k := range call.Keywords {
		to, ok := renamed[k.Arg]
		if !ok || !takes(to) || given[to] {
			continue
		}
		fix.Edits = append(fix.Edits, diag.Edit{Span: k.ArgSpan, Text: to})
		words = append(words, "`"+k.Arg+"` is `"+to+"` now")
		if fix.Title == "" {
			fix.Title, d.Span = "Write "+to, k.ArgSpan
		} else {
			fix.Title += ", " + to
		}
	}
	p.sizeOfTwo(&fix, &words, call)
	if len(fix.Edits) == 0 {
		return false
	}
	d.Code = "argument-renamed"
	d.Why = "Older versions of Keras had other names: " + strings.Join(words, ", ") + "."
	d.Fixes = []diag.Fix{fix}
	return true
}

// sizeOfTwo writes kernel_size=(a, b) for nb_row=a, nb_col=b.
func (p *patient) sizeOfTwo(fix *diag.Fix, words *[]string, call *syntax.Call) {
	var row, col *syntax.Keyword
	for _, k := range call.Keywords {
		switch k.Arg {
		case "nb_row":
			row = k
		case "nb_col":
			col = k
		}
	}
	if row == nil || col == nil {
		return
	}
	drop := p.dropKeyword(call, "nb_col")
	fix.Edits = append(fix.Edits, diag.Edit{Span: row.Span(), Text: "kernel_size=(" + p.source(row.Value) + ", " + p.source(col.Value) + ")"}, drop[0].Edits[0])
	*words = append(*words, "`nb_row` and `nb_col` are `kernel_size` now")
	fix.Title += ", kernel_size"
}

// dropKeyword takes an argument out of a call, with the comma before or behind it.
func (p *patient) dropKeyword(call *syntax.Call, name string) []diag.Fix {
	for _, k := range call.Keywords {
		if k.Arg != name {
			continue
		}
		start, end := k.Span().Start, k.Span().End
		before := strings.TrimRight(p.file.Text[:start], " \t\r\n")
		rest := p.file.Text[end:]
		if strings.HasSuffix(before, ",") {
			start = source.Pos(len(before) - 1)
		} else if trimmed := strings.TrimLeft(rest, " \t\r\n"); strings.HasPrefix(trimmed, ",") {
			after := strings.TrimLeft(trimmed[1:], " \t")
			end = source.Pos(len(p.file.Text) - len(after))
		}
		return []diag.Fix{{Title: "Take " + name + " away", Edits: []diag.Edit{{Span: source.Span{Start: start, End: end}}}}}
	}
	return nil
}

// batchInputShape offers a keras.Input in front of the layer that was told its input's shape.
func (p *patient) batchInputShape(d *diag.Diagnostic, call *syntax.Call) {
	d.Code = "argument-renamed"
	d.Message = "Layers take no `batch_input_shape`."
	d.Why = "In Keras 3 a model begins with `keras.Input`, which is told the shape."
	var value syntax.Expr
	for _, k := range call.Keywords {
		if k.Arg == "batch_input_shape" {
			value = k.Value
		}
	}
	drop := p.dropKeyword(call, "batch_input_shape")
	if value == nil || len(drop) == 0 || !p.importsKeras() {
		return
	}
	input := "keras.Input(batch_shape=" + p.source(value) + ")"
	edit := diag.Edit{}
	p.walk(func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.List:
			for _, e := range n.Elts {
				if e == syntax.Expr(call) {
					edit = diag.Edit{Span: source.Span{Start: call.Span().Start, End: call.Span().Start}, Text: input + ", "}
				}
			}
		case *syntax.Call:
			if a, ok := n.Func.(*syntax.Attribute); ok && a.Attr == "add" && len(n.Args) == 1 && n.Args[0] == syntax.Expr(call) {
				at := n.Span().Start
				edit = diag.Edit{Span: source.Span{Start: at, End: at}, Text: p.source(n.Func) + "(" + input + ")\n" + p.indentOf(at)}
			}
		}
		return true
	})
	if edit.Text != "" {
		d.Fixes = []diag.Fix{{Title: "Begin with keras.Input", Edits: append([]diag.Edit{edit}, drop[0].Edits...)}}
	}
}

// argumentMissing speaks for a constructor of Keras that was not given what it needs.
func argumentMissing(p *patient) *diag.Diagnostic {
	callee, rest, ok := strings.Cut(p.text, "() missing ")
	if !ok || p.err.Class() != object.TypeErrorClass || !strings.Contains(rest, "required positional argument") {
		return nil
	}
	var names []string
	for i, part := range strings.Split(rest, "'") {
		if i%2 == 1 {
			names = append(names, part)
		}
	}
	if len(names) == 0 {
		return nil
	}
	callee = strings.TrimSuffix(callee, ".__init__")
	d := &diag.Diagnostic{Code: "argument-missing", Message: "The call of `" + callee + "` does not give `" + strings.Join(names, "`, `") + "`.",
		Why: "An argument without a default value must be given at every call."}
	if call := p.callAt(p.at()); call != nil {
		p.renames(d, call, func(to string) bool {
			return contains(names, to) || strings.Contains(to, "_") || to == "padding" || to == "strides"
		})
	}
	return d
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// notBuilt speaks for weights and shapes that are asked for too early.
func notBuilt(p *patient) *diag.Diagnostic {
	unpacked := strings.HasSuffix(p.text, "got 0)") && strings.Contains(p.file.Slice(p.lineOf(p.at())), ".get_weights()")
	if !unpacked && !strings.Contains(p.text, "it is not built") && !strings.Contains(p.text, "is known once the model is built") &&
		!strings.Contains(p.text, " has 0 weights, set_weights()") {
		return nil
	}
	message := sentence(p.text)
	if unpacked {
		message = "`get_weights` gives an empty list: the layer is not built."
	}
	return &diag.Diagnostic{Code: "not-built", Message: message,
		Why: "Weights are made when a layer first meets an input, because their shapes follow from it. Call it on an input first, call `build(input_shape)`, or begin a Sequential with `keras.Input(shape)`."}
}

// lineOf returns the line around a place.
func (p *patient) lineOf(at source.Span) source.Span {
	line := p.file.Line(at.Start)
	return source.Span{Start: p.file.LineStart(line), End: max(p.file.LineStart(line+1), at.End)}
}

// inputShape speaks for an input that does not suit a layer.
func inputShape(p *patient) *diag.Diagnostic {
	if !strings.HasPrefix(p.text, "Input ") || !strings.Contains(p.text, " does not fit:") {
		return nil
	}
	d := &diag.Diagnostic{Code: "input-shape", Message: sentence(p.text),
		Why: "The first axis is the batch. Dense takes (batch, features), recurrent layers and Conv1D (batch, steps, features), Conv2D (batch, height, width, channels)."}
	if strings.Contains(p.text, "must have the size") {
		d.Why = "A layer keeps the sizes that it was built for: its weights have them. Another input needs a layer of its own, or the same last axis."
	}
	return d
}

// shapeNumber speaks for keras.Input(4): a shape is a tuple, of one number too.
func shapeNumber(p *patient) *diag.Diagnostic {
	rest, ok := strings.CutPrefix(p.text, "A shape must be a tuple of integers from 0 up and None, got ")
	if !ok {
		return nil
	}
	d := &diag.Diagnostic{Code: "shape-number", Message: sentence(p.text), Why: "A shape lists the sizes of all axes without the batch: `(4,)` is the tuple with the one number 4."}
	given := strings.TrimSuffix(rest, ".")
	call := p.callAt(p.at())
	if call == nil || strings.Trim(given, "0123456789") != "" {
		return d
	}
	values := append([]syntax.Expr(nil), call.Args...)
	for _, k := range call.Keywords {
		values = append(values, k.Value)
	}
	for _, v := range values {
		if text := p.source(v); text == given && len(d.Fixes) == 0 {
			d.Span = v.Span()
			d.Fixes = []diag.Fix{{Title: "Write (" + given + ",)", Edits: []diag.Edit{{Span: v.Span(), Text: "(" + given + ",)"}}}}
		}
	}
	return d
}
