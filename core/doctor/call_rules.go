package doctor

import (
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/python/diag"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// callRule speaks for a call of a program's own function with arguments that do not fit.
func callRule(p *patient) *diag.Diagnostic {
	b, ok := p.err.Subject.(*interp.BadCall)
	if !ok {
		return nil
	}
	def, _ := b.Function.Code.Node.(*syntax.FunctionDef)
	name := b.Function.Code.Qualname
	d := &diag.Diagnostic{Message: sentence(p.text)}
	if def != nil {
		d.Notes = append(d.Notes, diag.Note{Span: def.NameSpan, Message: "It is defined here."})
	}
	switch b.Kind {
	case interp.MissingArgument:
		d.Code = "argument-missing"
		d.Message = "The call of `" + name + "` does not give `" + strings.Join(b.Names, "`, `") + "`."
		d.Why = "A parameter without a default value must be given at every call."
	case interp.TooManyArguments:
		return p.tooMany(b, def, d)
	case interp.UnexpectedKeyword:
		d.Code = "argument-unexpected"
		d.Message = "`" + name + "` has no parameter called `" + b.Name + "`."
		d.Why = "A keyword argument must be called like a parameter, unless the function takes `**kwargs`."
		if kindOfKey(b.Name) == "name" && def != nil && def.Name == "__init__" {
			d.Why = "Every layer of Keras takes name, trainable and dtype. A class of one's own does when it takes `**kwargs` and hands them to `super().__init__`."
			if fix, ok := p.addKwargs(def); ok {
				d.Fixes = append(d.Fixes, fix)
			}
		}
		p.renameKeyword(b, d)
	case interp.MultipleValues:
		d.Code = "argument-twice"
		d.Message = "The call gives `" + b.Name + "` to `" + name + "` twice."
		d.Why = "Positions are counted from the left, so one of the positional arguments already is this parameter."
	default:
		d.Code = "argument-form"
	}
	return d
}

// tooMany tells a method that lacks self from a plain surplus.
func (p *patient) tooMany(b *interp.BadCall, def *syntax.FunctionDef, d *diag.Diagnostic) *diag.Diagnostic {
	d.Code = "too-many-arguments"
	d.Why = "Every positional argument needs a parameter to go to."
	if def == nil || !p.isMethod(def) {
		return d
	}
	first := params(def.Args)
	if len(first) > 0 && (first[0].Name == "self" || first[0].Name == "cls") {
		return d
	}
	d.Code = "self-missing"
	d.Message = "`" + def.Name + "` has no parameter for the object that it is called on."
	d.Why = "Python passes the object before the dot as the first argument of a method. By custom the parameter is called `self`."
	at := def.Args.Span().Start
	text := "self"
	if _, empty := lastParam(def.Args); !empty {
		text = "self, "
	}
	d.Fixes = []diag.Fix{{Title: "Add self", Edits: []diag.Edit{{Span: source.Span{Start: at, End: at}, Text: text}}}}
	d.Span = def.NameSpan
	return d
}

// isMethod reports whether a def stands in a class body, undecorated.
func (p *patient) isMethod(def *syntax.FunctionDef) bool {
	found := false
	p.walk(func(n syntax.Node) bool {
		if c, ok := n.(*syntax.ClassDef); ok {
			for _, s := range c.Body {
				if f, ok := s.(*syntax.FunctionDef); ok && f.Span() == def.Span() && len(f.DecoratorList) == 0 {
					found = true
				}
			}
		}
		return true
	})
	return found
}

// renameKeyword offers the parameter whose name is nearest.
func (p *patient) renameKeyword(b *interp.BadCall, d *diag.Diagnostic) {
	call := p.callAt(p.at())
	if call == nil {
		return
	}
	for _, k := range call.Keywords {
		if k.Arg != b.Name {
			continue
		}
		d.Span = k.ArgSpan
		var names []string
		for _, param := range b.Function.Signature().Params {
			names = append(names, param.Name.String())
		}
		if near := nearest(b.Name, names); near != "" {
			d.Fixes = append(d.Fixes, diag.Fix{Title: "Write " + near, Edits: []diag.Edit{{Span: k.ArgSpan, Text: near}}})
		}
	}
}

// nearest returns the name that differs least from s, or "" when none is close.
func nearest(s string, names []string) string {
	best, least := "", max(2, len(s)/3)+1
	for _, n := range names {
		if d := distance(s, n); d < least && d < len(n) {
			best, least = n, d
		}
	}
	return best
}

// distance is the number of letters to insert, delete or replace.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := before
			if a[i-1] != b[j-1] {
				cost++
			}
			before = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// identifierUnknown speaks for activations.get("reluu") and its like.
func identifierUnknown(p *patient) *diag.Diagnostic {
	b, ok := subject[blame.Identifier](p)
	if !ok {
		return nil
	}
	value, _ := object.Repr(p.t, b.Value)
	d := &diag.Diagnostic{Code: "identifier-unknown", Message: "Keras knows no " + b.Kind + " " + value + ".",
		Why: "A name must be one of Keras's own, written exactly; a function, an object or a serialized config will do too."}
	name, isText := object.AsString(b.Value)
	if !isText {
		return d
	}
	all := append([]string(nil), b.Known...)
	sortStrings(all)
	near := nearest(name, all)
	for _, known := range all {
		if near == "" && name != "" && strings.HasPrefix(known, name+"_") {
			near = known
		}
	}
	if near == "" {
		return d
	}
	d.Message += " Did you mean '" + near + "'?"
	if c := p.literalAt(name); c != nil {
		quote := p.source(c)[:1]
		d.Span = c.Span()
		d.Fixes = []diag.Fix{{Title: "Write '" + near + "'", Edits: []diag.Edit{{Span: c.Span(), Text: quote + near + quote}}}}
	}
	return d
}

// literalAt finds the string literal at fault: inside the failing expression, else the only one in the program.
func (p *patient) literalAt(text string) *syntax.Constant {
	var inside, all []*syntax.Constant
	p.walk(func(n syntax.Node) bool {
		if c, ok := n.(*syntax.Constant); ok && c.Kind == syntax.ConstStr && c.Text == text && strings.HasSuffix(p.source(c), text+p.source(c)[:1]) {
			all = append(all, c)
			if covers(p.at(), c.Span()) {
				inside = append(inside, c)
			}
		}
		return true
	})
	switch {
	case len(inside) > 0:
		return inside[0]
	case len(all) == 1:
		return all[0]
	}
	return nil
}

// argumentRefused speaks for a value that a constructor of Keras does not take.
func argumentRefused(p *patient) *diag.Diagnostic {
	if _, ok := subject[blame.Argument](p); !ok {
		return nil
	}
	return &diag.Diagnostic{Code: "argument-refused", Message: sentence(p.text),
		Why: "Keras checks this argument when the object is made, and refuses what it could not work with."}
}

// notModelled speaks for what real Keras does and the playground does not.
func notModelled(p *patient) *diag.Diagnostic {
	b, ok := subject[blame.NotModelled](p)
	if !ok {
		return nil
	}
	return &diag.Diagnostic{Code: "not-modelled", Message: sentence(p.text),
		Why: "Real Keras has `" + b.Name + "`. The playground does not, and says so rather than guess. Configurations that do not need it still work."}
}

// pretrained speaks for a network of keras.applications with trained weights, and offers one without.
func pretrained(p *patient) *diag.Diagnostic {
	b, ok := subject[blame.Pretrained](p)
	if !ok {
		return nil
	}
	d := &diag.Diagnostic{Code: "pretrained-weights", Message: sentence(p.text),
		Why: "Trained weights are files of many megabytes that real Keras downloads. A network with `weights=None` has the same layers, configs, shapes and parameter counts, and new numbers."}
	call := p.callAt(p.at())
	if call == nil {
		return d
	}
	edit := diag.Edit{}
	for _, k := range call.Keywords {
		if k.Arg == "weights" {
			d.Span = k.Value.Span()
			edit = diag.Edit{Span: d.Span, Text: "None"}
		}
	}
	switch {
	case edit.Text != "":
	case b.Value == nil || p.givenByPosition(call):
		return d
	default:
		at, separator := p.insideCall(call)
		edit = diag.Edit{Span: source.Span{Start: at, End: at}, Text: separator + "weights=None"}
	}
	d.Fixes = []diag.Fix{{Title: "Pass weights=None", Edits: []diag.Edit{edit}}}
	return d
}

// givenByPosition reports whether a call may give weights by position or in a mapping.
func (p *patient) givenByPosition(call *syntax.Call) bool {
	for _, k := range call.Keywords {
		if k.Arg == "" {
			return true
		}
	}
	return len(call.Args) > 1
}

// calledOnClass speaks for Dense.get_config(): a method that was asked of the class.
func calledOnClass(p *patient) *diag.Diagnostic {
	where, ok := strings.CutSuffix(p.text, "() missing 1 required positional argument: 'self'")
	if !ok || p.err.Class() != object.TypeErrorClass {
		return nil
	}
	class, method, _ := strings.Cut(where, ".")
	a := p.attributeAt(method)
	if a == nil {
		return nil
	}
	return &diag.Diagnostic{Code: "called-on-class", Span: a.Span(), Message: "`" + method + "` was called on a class, and needs an object.",
		Why: "`" + p.source(a.Value) + "` is the class itself. Make an object first, as in `layer = " + p.source(a.Value) + "(…)`, and call `layer." + method + "()`; " +
			class + "'s methods work on what that object keeps."}
}

// methodArgument speaks for fit(nb_epoch=3): an argument of a method that has another name now.
func methodArgument(p *patient) *diag.Diagnostic {
	method, rest, ok := strings.Cut(p.text, "() got an unexpected keyword argument '")
	name := strings.TrimSuffix(rest, "'")
	if !ok || renamed[name] == "" || p.err.Class() != object.TypeErrorClass {
		return nil
	}
	call := p.callWith(name)
	if call == nil {
		return nil
	}
	d := &diag.Diagnostic{Message: "`" + method + "` has no argument `" + name + "`."}
	if !p.renames(d, call, func(string) bool { return true }) {
		return nil
	}
	return d
}
