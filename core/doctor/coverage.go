package doctor

import (
	"layerglass/core/python/diag"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// Lost speaks for a constructor's argument that get_config forgets: the copy gets the default, and no exception says so. It is nil
// for a class that the program does not define.
func Lost(t *object.Thread, file *source.File, class *object.Class, name string) *diag.Diagnostic {
	p := &patient{t: t, file: file}
	if tree, bad := syntax.Parse(file); bad == nil {
		p.tree = tree
	}
	def := p.classOf(class)
	if def == nil {
		return nil
	}
	d := &diag.Diagnostic{Code: "argument-lost", Severity: diag.Warning, Span: def.Span(),
		Message: "get_config of " + class.Name + " takes no notice of " + name + ".",
		Why:     "A copy that from_config makes gets the default of " + name + ", whatever the original was given."}
	init := method(def, "__init__")
	if init != nil {
		for _, a := range append(params(init.Args), init.Args.KwOnly...) {
			if a.Name == name {
				d.Span = a.Span()
			}
		}
	}
	if assigned(init, name) == nil {
		d.Why += " Keep it as self." + name + " in __init__ first."
		return d
	}
	if f, ok := p.addConfigKeys(def, []string{name}); ok {
		d.Fixes = append(d.Fixes, f)
	} else if f, ok := p.addConfigItem(method(def, "get_config"), name); ok {
		d.Fixes = append(d.Fixes, f)
	}
	return d
}

// NotHanded speaks for a constructor that takes **kwargs and keeps them to itself: what every layer takes is lost on the way to a copy.
// names are the keys that came back with another value. It is nil where that is not the reason.
func NotHanded(file *source.File, class *object.Class, names []string) *diag.Diagnostic {
	p := &patient{file: file}
	if tree, bad := syntax.Parse(file); bad == nil {
		p.tree = tree
	}
	init := method(p.classOf(class), "__init__")
	if init == nil || init.Args.Kwarg == nil {
		return nil
	}
	for _, name := range names {
		if kindOfKey(name) != "name" {
			continue
		}
		fix, ok := p.addKwargs(init)
		if !ok {
			return nil
		}
		fix.Title = "Hand **" + init.Args.Kwarg.Name + " to super().__init__"
		return &diag.Diagnostic{Code: "kwargs-kept", Severity: diag.Warning, Span: init.Args.Kwarg.Span(), Fixes: []diag.Fix{fix},
			Message: "`" + class.Name + ".__init__` takes `**" + init.Args.Kwarg.Name + "` and does not hand it on, so `" + name + "` is lost.",
			Why:     "The base class keeps name, trainable and dtype, if it is told: `super().__init__(**" + init.Args.Kwarg.Name + ")`."}
	}
	return nil
}

// addConfigItem writes config["name"] = self.name before get_config returns its variable.
func (p *patient) addConfigItem(get *syntax.FunctionDef, name string) (diag.Fix, bool) {
	if get == nil || len(get.Body) == 0 || configVariable(get) == "" {
		return diag.Fix{}, false
	}
	last := get.Body[len(get.Body)-1]
	if r, ok := last.(*syntax.Return); !ok || r.Value == nil {
		return diag.Fix{}, false
	} else if n, ok := r.Value.(*syntax.Name); !ok || n.ID != configVariable(get) {
		return diag.Fix{}, false
	}
	at := last.Span().Start
	text := configVariable(get) + "[\"" + name + "\"] = self." + name + "\n" + p.indentOf(at)
	return diag.Fix{Title: "Put " + name + " into the config", Edits: []diag.Edit{{Span: source.Span{Start: at, End: at}, Text: text}}}, true
}
