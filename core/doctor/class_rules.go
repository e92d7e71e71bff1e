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

// The rules of this file speak for what a first class of one's own gets wrong: get_config and from_config written down almost as
// they should be.

// methodUncalled speaks for super().get_config without parentheses: the method itself, where its result is meant.
func methodUncalled(p *patient) *diag.Diagnostic {
	if !mentionsFunction(p.text) && !p.givenMethod() {
		return nil
	}
	a := p.uncalled("get_config", p.at())
	if a == nil {
		if f := p.functionAt(p.at()); f != nil {
			a = p.uncalled("get_config", f.Span())
		}
	}
	if a == nil {
		return nil
	}
	end := a.Span().End
	return &diag.Diagnostic{Code: "method-uncalled", Span: a.Span(),
		Message: "`" + p.source(a) + "` is the method itself, not what it returns.",
		Why:     "Only parentheses call a method: `" + p.source(a) + "()` gives the dict.",
		Fixes:   []diag.Fix{{Title: "Call get_config()", Edits: []diag.Edit{{Span: source.Span{Start: end, End: end}, Text: "()"}}}}}
}

func mentionsFunction(text string) bool {
	for _, kind := range []string{"'function' object", "'method' object", "type method", "type function"} {
		if strings.Contains(text, kind) {
			return true
		}
	}
	return false
}

// givenMethod reports whether from_config was given a method.
func (p *patient) givenMethod() bool {
	b, ok := subject[blame.NotAConfig](p)
	return ok && b.Value != nil && b.Value.Class().Name == "method"
}

// uncalled finds an attribute of a name within a span that is read and not called.
func (p *patient) uncalled(name string, within source.Span) (found *syntax.Attribute) {
	called := map[syntax.Expr]bool{}
	p.walk(func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Call:
			called[n.Func] = true
		case *syntax.Attribute:
			if n.Attr == name && found == nil && covers(within, n.Span()) && !called[n] {
				found = n
			}
		}
		return true
	})
	return found
}

// functionAt returns the innermost def around a place, or nil.
func (p *patient) functionAt(at source.Span) (found *syntax.FunctionDef) {
	p.walk(func(n syntax.Node) bool {
		if f, ok := n.(*syntax.FunctionDef); ok && covers(f.Span(), at) && !at.IsZero() {
			found = f
		}
		return true
	})
	return found
}

// classmethodMissing speaks for a from_config that is an ordinary method: called on the class, it gets the config as cls.
func classmethodMissing(p *patient) *diag.Diagnostic {
	b, ok := p.err.Subject.(*interp.BadCall)
	if !ok || b.Kind != interp.MissingArgument || !strings.HasSuffix(b.Function.Code.Qualname, ".from_config") {
		return nil
	}
	def, _ := b.Function.Code.Node.(*syntax.FunctionDef)
	if def == nil || !p.isMethod(def) {
		return nil
	}
	at := def.Span().Start
	return &diag.Diagnostic{Code: "classmethod-missing", Span: def.NameSpan,
		Message: "`from_config` is called on the class, so it must be a class method.",
		Why:     "Without `@classmethod` the config becomes the first parameter, and nothing is left for the second.",
		Fixes: []diag.Fix{{Title: "Add @classmethod", Edits: []diag.Edit{{Span: source.Span{Start: at, End: at},
			Text: "@classmethod\n" + p.indentOf(at)}}}}}
}

// configProperty speaks for @property over get_config: Keras calls it.
func configProperty(p *patient) *diag.Diagnostic {
	if !p.err.Class().IsSubclass(object.RecursionErrorClass) && p.text != "'dict' object is not callable" {
		return nil
	}
	for _, get := range p.methods("get_config") {
		for _, decorator := range get.DecoratorList {
			if p.source(decorator) != "property" {
				continue
			}
			start := decorator.Span().Start - 1 // the @
			d := &diag.Diagnostic{Code: "get-config-property", Span: source.Span{Start: start, End: decorator.Span().End},
				Message: "`get_config` is a method: Keras calls it.",
				Why:     "With `@property` reading the attribute already runs it, and Keras reads it while it runs."}
			line := p.file.LineStart(p.file.Line(start))
			next := p.file.LineStart(p.file.Line(start) + 1)
			if next > line {
				d.Fixes = []diag.Fix{{Title: "Take @property away", Edits: []diag.Edit{{Span: source.Span{Start: line, End: next}}}}}
			}
			return d
		}
	}
	return nil
}

// methods lists the defs of a name in the program's classes.
func (p *patient) methods(name string) (list []*syntax.FunctionDef) {
	p.walk(func(n syntax.Node) bool {
		if c, ok := n.(*syntax.ClassDef); ok {
			if f := method(c, name); f != nil {
				list = append(list, f)
			}
		}
		return true
	})
	return list
}

// notAConfig speaks for from_config of something else than a dict.
func notAConfig(p *patient) *diag.Diagnostic {
	b, ok := subject[blame.NotAConfig](p)
	if !ok || b.Value == nil || b.Value.Class() == object.DictClass {
		return nil
	}
	d := &diag.Diagnostic{Code: "config-no-dict", Message: "`from_config` was given " + withArticle(b.Value.Class().Name) + ", and needs a dict.",
		Why: "The dict that `get_config` returns is what `from_config` makes an object of."}
	own := b.Class
	if i, is := b.Value.(*object.Instance); is {
		own = i.Class()
	}
	if get := method(p.classOf(own), "get_config"); get != nil && own == b.Value.Class() {
		p.returnsItself(d, own, get)
		return d
	}
	call := p.callAt(p.at())
	if _, text := object.AsString(b.Value); !text || call == nil || len(call.Args) == 0 {
		return d
	}
	arg := call.Args[0]
	d.Span = arg.Span()
	d.Why = "Text is no dict yet: `json.loads` reads one from it."
	if dumps, ok := arg.(*syntax.Call); ok && len(dumps.Args) > 0 && strings.HasSuffix(p.source(dumps.Func), "dumps") {
		d.Fixes = []diag.Fix{{Title: "Pass the dict itself", Edits: []diag.Edit{{Span: arg.Span(), Text: p.source(dumps.Args[0])}}}}
	} else if p.imports("json") {
		d.Fixes = []diag.Fix{{Title: "Read it with json.loads", Edits: []diag.Edit{{Span: arg.Span(), Text: "json.loads(" + p.source(arg) + ")"}}}}
	}
	return d
}

// returnsItself adds what to do about a get_config that returns the object.
func (p *patient) returnsItself(d *diag.Diagnostic, own *object.Class, get *syntax.FunctionDef) {
	d.Code = "get-config-no-dict"
	d.Message = "`" + own.Name + ".get_config` returns the object itself where a dict is needed."
	d.Notes = append(d.Notes, diag.Note{Span: get.NameSpan, Message: "It is defined here."})
	r, ok := get.Body[len(get.Body)-1].(*syntax.Return)
	if !ok || r.Value == nil {
		return
	}
	d.Fixes = []diag.Fix{{Title: "Return a dict", Edits: []diag.Edit{{Span: r.Value.Span(), Text: p.wholeConfig(own)}}}}
}

// wholeConfig writes the dict that a class's get_config should return.
func (p *patient) wholeConfig(own *object.Class) string {
	init := method(p.classOf(own), "__init__")
	text := "{**super().get_config()"
	if init != nil {
		for i, a := range append(params(init.Args), init.Args.KwOnly...) {
			if i > 0 && assigned(init, a.Name) != nil {
				text += ", \"" + a.Name + "\": self." + a.Name
			}
		}
	}
	return text + "}"
}

func withArticle(kind string) string {
	if strings.ContainsRune("aeiouAEIOU", rune(kind[0])) {
		return "an " + kind
	}
	return "a " + kind
}

// imports reports whether the program imports a module under its own name.
func (p *patient) imports(name string) (found bool) {
	p.walk(func(n syntax.Node) bool {
		if i, ok := n.(*syntax.Import); ok {
			for _, a := range i.Names {
				found = found || a.Name == name && a.AsName == ""
			}
		}
		return true
	})
	return found
}

// configOfAttributes speaks for a get_config that returns __dict__ or vars(self): all that Keras keeps on the object.
func configOfAttributes(p *patient) *diag.Diagnostic {
	b, ok := subject[operation.BadConfig](p)
	if !ok || b.Config == nil || b.Config.GetName("_trainable_variables") == nil && b.Config.GetName("_path") == nil {
		return nil
	}
	get := method(p.classOf(b.Class), "get_config")
	if get == nil {
		return nil
	}
	d := &diag.Diagnostic{Code: "config-of-attributes", Span: get.NameSpan,
		Message: "`" + b.Class.Name + ".get_config` returns all attributes of the object.",
		Why:     "Among them are those that Keras keeps for itself. A config holds the arguments of `__init__`, each under its name."}
	syntax.Walk(get, func(n syntax.Node) bool {
		e, ok := n.(syntax.Expr)
		if !ok || len(d.Fixes) > 0 {
			return true
		}
		if text := p.source(e); text == "self.__dict__" || text == "vars(self)" || text == "self.__dict__.copy()" || text == "dict(self.__dict__)" {
			d.Span = e.Span()
			d.Fixes = []diag.Fix{{Title: "Return the arguments", Edits: []diag.Edit{{Span: e.Span(), Text: p.wholeConfig(b.Class)}}}}
			return false
		}
		return true
	})
	return d
}

// configSerialized speaks for from_config of a serialized object, which holds the config under a key of its own.
func configSerialized(p *patient) *diag.Diagnostic {
	b, ok := subject[operation.BadConfig](p)
	if !ok || b.Config == nil || b.Config.GetName("class_name") == nil || b.Config.GetName("config") == nil {
		return nil
	}
	d := &diag.Diagnostic{Code: "config-serialized", Message: "`from_config` was given a serialized object: a dict with the class's name beside the config.",
		Why: "`" + b.Class.Name + ".from_config` takes what stands under `\"config\"`. `keras.saving.deserialize_keras_object` takes the whole."}
	if call := p.callAt(p.at()); call != nil && len(call.Args) > 0 {
		arg := call.Args[0]
		d.Span = arg.Span()
		d.Fixes = []diag.Fix{{Title: "Pass its config", Edits: []diag.Edit{{Span: arg.Span(), Text: p.source(arg) + "[\"config\"]"}}}}
	}
	return d
}

// configWithoutClass speaks for deserialize of a bare config, which does not say what it is of.
func configWithoutClass(p *patient) *diag.Diagnostic {
	if !strings.HasPrefix(p.text, "The config describes no ") {
		return nil
	}
	call := p.callAt(p.at())
	if call == nil || len(call.Args) == 0 {
		return nil
	}
	callee := p.source(call.Func)
	d := &diag.Diagnostic{Code: "config-without-class", Span: call.Args[0].Span(),
		Message: "`" + callee + "` was given a dict that names no class.",
		Why:     "What `get_config` returns does not say which class it is of; `from_config` of that class makes the object. `keras.saving.serialize_keras_object` writes the class down with it."}
	get, ok := call.Args[0].(*syntax.Call)
	if !ok {
		return d
	}
	if a, ok := get.Func.(*syntax.Attribute); ok && a.Attr == "get_config" {
		d.Fixes = []diag.Fix{{Title: "Use from_config of its class", Edits: []diag.Edit{{Span: call.Func.Span(), Text: "type(" + p.source(a.Value) + ").from_config"}}}}
	}
	return d
}

// callMissing speaks for a call of a layer that does not say what it computes.
func callMissing(p *patient) *diag.Diagnostic {
	const words = " has no call() method of its own."
	name, ok := strings.CutSuffix(p.text, words)
	if !ok || p.tree == nil {
		return nil
	}
	d := &diag.Diagnostic{Code: "call-missing", Message: "`" + name + "` has no method `call`.",
		Why: "Calling a layer builds it and then runs its `call`, which says what it computes."}
	var def *syntax.ClassDef
	p.walk(func(n syntax.Node) bool {
		if c, ok := n.(*syntax.ClassDef); ok && c.Name == name {
			def = c
		}
		return true
	})
	if def == nil || len(def.Body) == 0 {
		return d
	}
	last := def.Body[len(def.Body)-1]
	in := p.indentOf(last.Span().Start)
	if in == "" {
		return d
	}
	d.Notes = append(d.Notes, diag.Note{Span: def.NameSpan, Message: "The class stands here."})
	end := last.Span().End
	step := in[len(p.indentOf(def.Span().Start)):]
	d.Fixes = []diag.Fix{{Title: "Add a call that returns its input", Edits: []diag.Edit{{Span: source.Span{Start: end, End: end},
		Text: "\n\n" + in + "def call(self, inputs):\n" + in + step + "return inputs"}}}}
	return d
}

// modelRefused speaks for a model's from_config when its __init__ takes no name: the way out is **kwargs, as for layers.
func modelRefused(p *patient) *diag.Diagnostic {
	_, rest, ok := strings.Cut(p.text, " could not be made from its config: ")
	name, rest, found := strings.Cut(rest, ".__init__() got an unexpected keyword argument '")
	key, _, _ := strings.Cut(rest, "'")
	if !ok || !found || kindOfKey(key) != "name" {
		return nil
	}
	d := &diag.Diagnostic{Code: "from-config-unexpected-name", Message: "`from_config` passed `" + key + "`, which `" + name + ".__init__` does not take.",
		Why: "`get_config` of a model writes name, trainable and dtype, and `from_config` passes them back. Add `**kwargs` and hand it to `super().__init__`."}
	for _, init := range p.methods("__init__") {
		if p.isMethodOf(init, name) {
			if fix, ok := p.addKwargs(init); ok {
				d.Fixes = append(d.Fixes, fix)
			}
		}
	}
	return d
}

// isMethodOf reports whether a def stands in the body of the class of a name.
func (p *patient) isMethodOf(def *syntax.FunctionDef, name string) (found bool) {
	p.walk(func(n syntax.Node) bool {
		if c, ok := n.(*syntax.ClassDef); ok && c.Name == name && method(c, def.Name) == def {
			found = true
		}
		return true
	})
	return found
}

// superOther speaks for super(Other, self), where Other is not the class that the method stands in.
func superOther(p *patient) *diag.Diagnostic {
	if !strings.HasPrefix(p.text, "super(type, obj): obj must be an instance or subtype of type") {
		return nil
	}
	d := &diag.Diagnostic{Code: "super-other", Message: "`super` is given another class than the one that the method stands in.",
		Why: "`super()` without arguments means the class around it, and stays right when a class is renamed or copied."}
	p.walk(func(n syntax.Node) bool {
		c, ok := n.(*syntax.Call)
		if ok && len(c.Args) == 2 && p.source(c.Func) == "super" && (covers(p.at(), c.Span()) || covers(c.Span(), p.at())) {
			d.Span = c.Span()
			d.Fixes = []diag.Fix{{Title: "Write super()", Edits: []diag.Edit{{Span: c.Span(), Text: "super()"}}}}
		}
		return true
	})
	return d
}
