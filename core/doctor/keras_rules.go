package doctor

import (
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/python/diag"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// serializeString speaks for activations.serialize('relu'): a name where a function is needed. The way out is to turn the
// name into a function where the attribute is set.
func serializeString(p *patient) *diag.Diagnostic {
	s, ok := subject[blame.Serialize](p)
	if !ok {
		return nil
	}
	value, _ := object.Repr(p.t, s.Value)
	short := s.Function[strings.LastIndexByte(s.Function, '.')+1:]
	family := strings.TrimSuffix(s.Function, "."+short)
	d := &diag.Diagnostic{
		Code:    "serialize-string",
		Message: "`" + last(family) + ".serialize` needs a function or object, and was given " + value + ".",
		Why:     "The attribute still holds what the constructor was passed. `" + last(family) + ".get` turns a name into the function it stands for, and serialize turns that back into the name.",
	}
	call := p.callAt(p.at())
	if call == nil || len(call.Args) != 1 {
		return d
	}
	d.Span = call.Args[0].Span()
	getter := strings.TrimSuffix(p.source(call.Func), short) + "get"
	if fix, ok := p.getInInit(call.Args[0], getter); ok {
		d.Fixes = append(d.Fixes, fix)
		d.Notes = append(d.Notes, diag.Note{Span: fix.Edits[0].Span, Message: "The attribute is set here, as it came."})
		return d
	}
	arg := p.source(call.Args[0])
	d.Fixes = append(d.Fixes, diag.Fix{Title: "Serialize " + getter + "(" + arg + ")",
		Edits: []diag.Edit{{Span: call.Args[0].Span(), Text: getter + "(" + arg + ")"}}})
	return d
}

func last(dotted string) string { return dotted[strings.LastIndexByte(dotted, '.')+1:] }

// getInInit makes the fix self.x = get(x) in the __init__ of the class whose method failed.
func (p *patient) getInInit(arg syntax.Expr, getter string) (diag.Fix, bool) {
	a, ok := arg.(*syntax.Attribute)
	entry := p.innermost()
	if !ok || entry == nil || entry.Self == nil {
		return diag.Fix{}, false
	}
	set := assigned(method(p.classOf(entry.Self.Class()), "__init__"), a.Attr)
	if set == nil || strings.Contains(p.source(set.Value), getter+"(") {
		return diag.Fix{}, false
	}
	value := p.source(set.Value)
	return diag.Fix{
		Title: "Set self." + a.Attr + " to " + getter + "(" + value + ")",
		Edits: []diag.Edit{{Span: set.Value.Span(), Text: getter + "(" + value + ")"}},
	}, true
}

// fromConfigUnexpected speaks for from_config when the config holds keys that __init__ does not take. For the keys that
// every layer's config has, the way out is **kwargs handed to the base class.
func fromConfigUnexpected(p *patient) *diag.Diagnostic {
	b, ok := subject[operation.BadConfig](p)
	if !ok || b.Keyword == "" {
		return nil
	}
	key := b.Keyword
	d := &diag.Diagnostic{
		Code:    "from-config-unexpected-" + diag.Code(kindOfKey(key)),
		Message: "`from_config` passed `" + key + "`, which `" + b.Class.Name + ".__init__` does not take.",
	}
	init := method(p.classOf(b.Class), "__init__")
	if p.at().IsZero() && init != nil { // from_config was called from outside the program
		d.Span = init.NameSpan
	}
	if kindOfKey(key) == "key" {
		d.Why = "`from_config` calls the class with every key of the config. `get_config` returned the key `" + key + "`, so `__init__` must have a parameter of that name."
		d.Fixes = p.addParameter(init, key)
		return d
	}
	d.Why = "`super().get_config()` puts name, trainable and dtype into every layer's config, and `from_config` passes them back. Add `**kwargs` and hand it to `super().__init__`."
	if fix, ok := p.addKwargs(init); ok {
		d.Fixes = append(d.Fixes, fix)
		d.Notes = append(d.Notes, diag.Note{Span: init.NameSpan, Message: "This `__init__` takes none of the three."})
	}
	return d
}

func kindOfKey(key string) string {
	switch key {
	case "name", "trainable", "dtype", "autocast", "activity_regularizer", "batch_input_shape":
		return "name"
	}
	return "key"
}

// addKwargs adds **kwargs to a def __init__ and passes it to the base class's __init__.
func (p *patient) addKwargs(init *syntax.FunctionDef) (diag.Fix, bool) {
	if init == nil {
		return diag.Fix{}, false
	}
	name := "kwargs"
	var edits []diag.Edit
	if init.Args.Kwarg != nil {
		name = init.Args.Kwarg.Name
	} else {
		end, empty := lastParam(init.Args)
		text := ", **kwargs"
		if empty {
			text = "**kwargs"
		}
		edits = append(edits, diag.Edit{Span: source.Span{Start: end, End: end}, Text: text})
	}
	if call := superInit(init); call != nil {
		if passesMapping(call) {
			return diag.Fix{}, false
		}
		at, sep := p.insideCall(call)
		edits = append(edits, diag.Edit{Span: source.Span{Start: at, End: at}, Text: sep + "**" + name})
	} else if len(init.Body) > 0 {
		at := init.Body[0].Span().Start
		text := "super().__init__(**" + name + ")\n" + p.indentOf(at)
		edits = append(edits, diag.Edit{Span: source.Span{Start: at, End: at}, Text: text})
	}
	return diag.Fix{Title: "Add **" + name + " and pass it to super().__init__", Edits: edits}, len(edits) > 0
}

func passesMapping(c *syntax.Call) bool {
	for _, k := range c.Keywords {
		if k.Arg == "" {
			return true
		}
	}
	return false
}

// addParameter gives __init__ a parameter with default None and keeps it as an attribute.
func (p *patient) addParameter(init *syntax.FunctionDef, key string) []diag.Fix {
	if init == nil || init.Args.Kwarg != nil || len(init.Body) == 0 {
		return nil
	}
	end, empty := lastParam(init.Args)
	text := ", " + key + "=None"
	if empty {
		text = key + "=None"
	}
	at := init.Body[len(init.Body)-1].Span().End
	indent := p.indentOf(init.Body[len(init.Body)-1].Span().Start)
	return []diag.Fix{{Title: "Add the parameter " + key, Edits: []diag.Edit{
		{Span: source.Span{Start: end, End: end}, Text: text},
		{Span: source.Span{Start: at, End: at}, Text: "\n" + indent + "self." + key + " = " + key},
	}}}
}

// fromConfigMissing speaks for from_config when __init__ needs an argument that the config lacks: get_config forgot it.
func fromConfigMissing(p *patient) *diag.Diagnostic {
	b, ok := subject[operation.BadConfig](p)
	if !ok || b.Cause == nil {
		return nil
	}
	call, ok := b.Cause.Subject.(*interp.BadCall)
	if !ok || call.Kind != interp.MissingArgument {
		return nil
	}
	names := call.Names
	d := &diag.Diagnostic{
		Code:    "from-config-missing-argument",
		Message: "The config has no `" + names[0] + "`, which `" + b.Class.Name + ".__init__` requires.",
		Why:     "`from_config` knows only what `get_config` returned. Every argument of `__init__` must stand in the config under its own name.",
	}
	class := p.classOf(b.Class)
	if get := method(class, "get_config"); p.at().IsZero() && get != nil {
		d.Span = get.NameSpan
	}
	if fix, ok := p.addConfigKeys(class, names); ok {
		d.Fixes = append(d.Fixes, fix)
	}
	return d
}

// addConfigKeys makes get_config return the named attributes too: into an update({…}) or returned dict literal if there is
// one, else as a new get_config.
func (p *patient) addConfigKeys(class *syntax.ClassDef, names []string) (diag.Fix, bool) {
	if class == nil {
		return diag.Fix{}, false
	}
	title := "Put " + strings.Join(names, ", ") + " into the config"
	get := method(class, "get_config")
	if get == nil {
		return p.newGetConfig(class, names)
	}
	var literal *syntax.Dict
	syntax.Walk(get, func(n syntax.Node) bool {
		if d, ok := n.(*syntax.Dict); ok && literal == nil {
			literal = d
		}
		return true
	})
	if literal == nil || len(literal.Keys) == 0 {
		return diag.Fix{}, false
	}
	text := ""
	for _, n := range names {
		text += "\"" + n + "\": self." + n + ", "
	}
	at := literal.Span().Start + 1
	for at < literal.Span().End && strings.ContainsRune(" \t\r\n", rune(p.file.Text[at])) {
		at++
	}
	return diag.Fix{Title: title, Edits: []diag.Edit{{Span: source.Span{Start: at, End: at}, Text: text}}}, true
}

// newGetConfig writes a whole get_config behind the class's last statement.
func (p *patient) newGetConfig(class *syntax.ClassDef, names []string) (diag.Fix, bool) {
	if len(class.Body) == 0 || len(names) == 0 {
		return diag.Fix{}, false
	}
	end := class.Body[len(class.Body)-1].Span().End
	in := p.indentOf(class.Body[0].Span().Start)
	if in == "" {
		return diag.Fix{}, false
	}
	step := in
	if outer := p.indentOf(class.Span().Start); len(outer) < len(in) {
		step = in[len(outer):]
	}
	var b strings.Builder
	b.WriteString("\n\n" + in + "def get_config(self):\n" + in + step + "config = super().get_config()\n" + in + step + "config.update({\n")
	for _, n := range names {
		b.WriteString(in + step + step + "\"" + n + "\": self." + n + ",\n")
	}
	b.WriteString(in + step + "})\n" + in + step + "return config")
	return diag.Fix{Title: "Add get_config", Edits: []diag.Edit{{Span: source.Span{Start: end, End: end}, Text: b.String()}}}, true
}

// getConfigMissing speaks for a class without get_config whose arguments Keras cannot keep by itself.
func getConfigMissing(p *patient) *diag.Diagnostic {
	b, ok := subject[operation.NoAutoConfig](p)
	if !ok {
		return nil
	}
	name := b.Operation.Class().Name
	d := &diag.Diagnostic{Code: "get-config-missing",
		Message: "`" + name + "` has no `get_config` of its own, and Keras cannot make one up for these arguments.",
		Why:     "Keras keeps constructor arguments by itself only when they are numbers, strings, booleans or None, or lists and dicts of such. For anything else the class must say what belongs in its config."}
	if b.PositionalArgs {
		d.Code = "get-config-positional"
		d.Why = "Arguments that come by `*args`, or by position only, have no names, so a config cannot hold them. Give each a name of its own."
		return d
	}
	class := p.classOf(b.Operation.Class())
	init := method(class, "__init__")
	if init == nil {
		return d
	}
	var names []string
	for i, a := range append(params(init.Args), init.Args.KwOnly...) {
		if i > 0 && assigned(init, a.Name) != nil {
			names = append(names, a.Name)
		}
	}
	if fix, ok := p.newGetConfig(class, names); ok {
		d.Fixes = append(d.Fixes, fix)
	}
	return d
}

// superInitMissing speaks for a layer that sets itself up without the base class.
func superInitMissing(p *patient) *diag.Diagnostic {
	b, ok := subject[blame.NoSuperInit](p)
	if !ok {
		return nil
	}
	d := &diag.Diagnostic{Code: "super-init-missing",
		Message: "`" + b.Class.Name + ".__init__` does not call `super().__init__()` before this.",
		Why:     "The base class sets up what every layer needs: its name, dtype policy, and the lists that track weights and sub-layers."}
	init := method(p.classOf(b.Class), "__init__")
	if init == nil || len(init.Body) == 0 || superInit(init) != nil {
		return d
	}
	at := init.Body[0].Span().Start
	arg := ""
	if init.Args.Kwarg != nil {
		arg = "**" + init.Args.Kwarg.Name
	}
	d.Fixes = []diag.Fix{{Title: "Call super().__init__(" + arg + ") first", Edits: []diag.Edit{{
		Span: source.Span{Start: at, End: at}, Text: "super().__init__(" + arg + ")\n" + p.indentOf(at)}}}}
	return d
}
