package doctor

import (
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/python/diag"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// classUnknown speaks for a config that names a class or function which nothing here answers to. When the program defines
// it, the way out is to register it there.
func classUnknown(p *patient) *diag.Diagnostic {
	b, ok := subject[blame.Unknown](p)
	if !ok {
		return nil
	}
	d := &diag.Diagnostic{Code: "class-unknown", Message: "The config names the " + b.Kind + " `" + b.Name + "`, which is not known here.",
		Why: "A config holds names, not code. Pass `custom_objects={\"" + b.Name + "\": " + b.Name + "}`, or decorate the definition with `@keras.saving.register_keras_serializable()`, so that the name can be found."}
	if fix, ok := p.register(b.Name); ok {
		d.Fixes = append(d.Fixes, fix)
	}
	return d
}

// register makes the fix that registers the program's own class or function of a name. keras must be in reach by that name.
func (p *patient) register(name string) (diag.Fix, bool) {
	const decorator = "@keras.saving.register_keras_serializable()"
	var at *source.Span
	keras := false
	if p.tree == nil {
		return diag.Fix{}, false
	}
	for _, s := range p.tree.Body {
		span := s.Span()
		switch x := s.(type) {
		case *syntax.ClassDef:
			if x.Name == name && len(x.DecoratorList) == 0 {
				at = &span
			}
		case *syntax.FunctionDef:
			if x.Name == name && len(x.DecoratorList) == 0 {
				at = &span
			}
		case *syntax.Import:
			for _, a := range x.Names {
				keras = keras || a.Name == "keras" && a.AsName == "" || a.AsName == "keras"
			}
		}
		if at != nil {
			break
		}
	}
	if at == nil || !keras {
		return diag.Fix{}, false
	}
	return diag.Fix{Title: "Register " + name, Edits: []diag.Edit{{Span: source.Span{Start: at.Start, End: at.Start}, Text: decorator + "\n"}}}, true
}

// fromConfigMisspelled speaks for a config with a key that is nearly a parameter of __init__: a slip of the pen, in
// get_config or in the config that was written by hand.
func fromConfigMisspelled(p *patient) *diag.Diagnostic {
	b, ok := subject[operation.BadConfig](p)
	if !ok || b.Config == nil {
		return nil
	}
	wrong, right := misspelled(b.Class, b.Config)
	if wrong == "" {
		return nil
	}
	d := &diag.Diagnostic{Code: "from-config-misspelled",
		Message: "The config has the key `" + wrong + "`; `" + b.Class.Name + ".__init__` calls its argument `" + right + "`.",
		Why:     "`from_config` calls the class with every key of the config as the argument of that name."}
	if span, ok := p.literalKey(b.Class, wrong); ok {
		quote := p.file.Text[span.Start : span.Start+1]
		d.Fixes = append(d.Fixes, diag.Fix{Title: "Write " + right, Edits: []diag.Edit{{Span: span, Text: quote + right + quote}}})
	}
	return d
}

// misspelled finds a key that is no parameter, and a parameter without a key that looks like it.
func misspelled(cls *object.Class, config *object.Dict) (wrong, right string) {
	f, ok := cls.Lookup(object.Intern("__init__")).(object.Signatured)
	if !ok {
		return "", ""
	}
	known := map[string]bool{}
	var free []string
	for _, param := range f.Signature().Params[1:] {
		if param.Kind == object.VarKeyword || param.Kind == object.VarPositional {
			continue
		}
		name := param.Name.String()
		known[name] = true
		if config.GetName(name) == nil {
			free = append(free, name)
		}
	}
	for k := range config.All() {
		key, ok := object.Of(k).(*object.Str)
		if !ok || known[key.String()] || kindOfKey(key.String()) == "name" {
			continue
		}
		if near := nearest(key.String(), free); near != "" {
			return key.String(), near
		}
	}
	return "", ""
}

// literalKey finds the key as text: in the class's get_config, else the only one in the program.
func (p *patient) literalKey(cls *object.Class, key string) (source.Span, bool) {
	var in []source.Span
	look := func(root syntax.Node) []source.Span {
		var found []source.Span
		syntax.Walk(root, func(n syntax.Node) bool {
			if c, ok := n.(*syntax.Constant); ok {
				if text := p.file.Slice(c.Span()); text == "\""+key+"\"" || text == "'"+key+"'" {
					found = append(found, c.Span())
				}
			}
			return true
		})
		return found
	}
	if get := method(p.classOf(cls), "get_config"); get != nil {
		in = look(get)
	} else if p.tree != nil {
		in = look(p.tree)
	}
	if len(in) != 1 {
		return source.Span{}, false
	}
	return in[0], true
}

// getConfigNoDict speaks for a get_config that returns something else than a dict: most often it has no return at all.
func getConfigNoDict(p *patient) *diag.Diagnostic {
	b, ok := subject[blame.NotADict](p)
	if !ok {
		if b, ok = p.configOfNone(); !ok {
			return nil
		}
	}
	name := b.Class.Name
	d := &diag.Diagnostic{Code: "get-config-no-dict",
		Message: "`" + name + ".get_config` returned " + b.Returned.Class().Name + " where a dict is needed.",
		Why:     "The dict that `get_config` returns is all that is kept of the object."}
	get := method(p.classOf(b.Class), "get_config")
	if b.Returned != object.None || get == nil || len(get.Body) == 0 {
		return d
	}
	d.Message = "`" + name + ".get_config` returns nothing."
	d.Notes = append(d.Notes, diag.Note{Span: get.NameSpan, Message: "A function without `return` gives None."})
	last := get.Body[len(get.Body)-1]
	if fix, ok := p.mergeUpdate(last); ok {
		d.Notes[0].Message = "`dict.update` changes the dict in place and gives None."
		d.Fixes = append(d.Fixes, fix)
		return d
	}
	variable := configVariable(get)
	if _, returns := last.(*syntax.Return); variable == "" || returns {
		return d
	}
	end := last.Span().End
	d.Fixes = append(d.Fixes, diag.Fix{Title: "Return " + variable, Edits: []diag.Edit{{Span: source.Span{Start: end, End: end},
		Text: "\n" + p.indentOf(last.Span().Start) + "return " + variable}}})
	return d
}

// configOfNone speaks for from_config(None), where None came from a get_config that cannot return anything else.
func (p *patient) configOfNone() (b blame.NotADict, ok bool) {
	none, ok := subject[blame.NotAConfig](p)
	if !ok || none.Value != object.None || none.Class == nil {
		return b, false
	}
	get := method(p.classOf(none.Class), "get_config")
	if get == nil || len(get.Body) == 0 {
		return b, false
	}
	last := get.Body[len(get.Body)-1]
	returns := false
	syntax.Walk(get, func(n syntax.Node) bool {
		_, is := n.(*syntax.Return)
		returns = returns || is
		return true
	})
	_, updates := p.mergeUpdate(last)
	return blame.NotADict{Class: none.Class, Returned: object.None}, !returns || updates
}

// mergeUpdate makes return {**base, **more} of return base.update(more).
func (p *patient) mergeUpdate(last syntax.Stmt) (diag.Fix, bool) {
	r, ok := last.(*syntax.Return)
	if !ok {
		return diag.Fix{}, false
	}
	call, ok := r.Value.(*syntax.Call)
	if !ok || len(call.Args) != 1 || len(call.Keywords) > 0 {
		return diag.Fix{}, false
	}
	f, ok := call.Func.(*syntax.Attribute)
	if !ok || f.Attr != "update" {
		return diag.Fix{}, false
	}
	return diag.Fix{Title: "Return a merged dict", Edits: []diag.Edit{{Span: call.Span(),
		Text: "{**" + p.source(f.Value) + ", **" + p.source(call.Args[0]) + "}"}}}, true
}

// configVariable is the local name that a get_config keeps its dict under: the first one that is assigned.
func configVariable(get *syntax.FunctionDef) string {
	for _, s := range get.Body {
		if a, ok := s.(*syntax.Assign); ok && len(a.Targets) == 1 {
			if n, ok := a.Targets[0].(*syntax.Name); ok {
				return n.ID
			}
		}
	}
	return ""
}

// notJSON speaks for json.dumps of a config that holds what JSON has no form for.
func notJSON(p *patient) *diag.Diagnostic {
	if p.err.Class() != object.TypeErrorClass || !strings.HasPrefix(p.text, "Object of type ") || !strings.HasSuffix(p.text, " is not JSON serializable") {
		return nil
	}
	kind := strings.TrimSuffix(strings.TrimPrefix(p.text, "Object of type "), " is not JSON serializable")
	d := &diag.Diagnostic{Code: "not-json", Message: "JSON has no form for a value of type " + kind + ".",
		Why: "JSON knows dicts with text keys, lists, text, numbers, true, false and null."}
	switch kind {
	case "ndarray":
		d.Why += " `array.tolist()` makes lists of an array: let `get_config` return those."
	case "set", "frozenset":
		d.Why += " `sorted(value)` makes a list of a set."
	default:
		d.Why += " `keras.saving.serialize_keras_object(value)` describes Keras's objects in them."
	}
	return d
}

// superPositional speaks for super().__init__(name): Layer takes its arguments by name only.
func superPositional(p *patient) *diag.Diagnostic {
	if p.err.Class() != object.TypeErrorClass || !strings.Contains(p.text, "Layer.__init__() takes 1 positional argument but ") {
		return nil
	}
	call := p.callAt(p.at())
	d := &diag.Diagnostic{Code: "layer-by-name", Message: "`keras.layers.Layer` takes its arguments by name only.",
		Why: "Its arguments are name, trainable, dtype and activity_regularizer."}
	if call == nil || len(call.Args) != 1 {
		return d
	}
	n, ok := call.Args[0].(*syntax.Name)
	if !ok || kindOfKey(n.ID) != "name" {
		return d
	}
	d.Fixes = append(d.Fixes, diag.Fix{Title: "Write " + n.ID + "=" + n.ID, Edits: []diag.Edit{{Span: n.Span(), Text: n.ID + "=" + n.ID}}})
	return d
}
