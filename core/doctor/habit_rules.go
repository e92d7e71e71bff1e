package doctor

import (
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/public"
	"layerglass/core/python/diag"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// The rules of this file speak for what Keras 2 had and Keras 3 has under another name or in another form.

// backendMoved are functions of Keras 2's backend module whose successors, which take the same positional arguments, do not
// share the name.
var backendMoved = map[string]string{
	"constant": "keras.ops.convert_to_tensor", "eval": "keras.ops.convert_to_numpy",
	"get_value": "keras.ops.convert_to_numpy", "int_shape": "keras.ops.shape", "permute_dimensions": "keras.ops.transpose",
	"pow": "keras.ops.power", "random_normal": "keras.random.normal", "random_uniform": "keras.random.uniform",
	"variable": "keras.Variable",
}

// backendMath speaks for K.square and its like: the arithmetic of Keras 2's backend module is in keras.ops.
//
// The message may stand in that of another, of a call() that failed while a layer was traced.
func backendMath(p *patient) *diag.Diagnostic {
	_, name, ok := strings.Cut(p.text, "module 'keras.backend' has no attribute '")
	if !ok {
		return nil
	}
	name, _, _ = strings.Cut(name, "'")
	successor := backendMoved[name]
	if successor == "" && public.Known("keras.ops."+name) {
		successor = "keras.ops." + name
	}
	a := p.attributeAt(name)
	if a == nil {
		a = p.onlyAttribute(name)
	}
	if successor == "" || a == nil {
		return nil
	}
	d := &diag.Diagnostic{
		Code:    "backend-function",
		Span:    a.Span(),
		Message: "`keras.backend` has no `" + name + "` in Keras 3: it is `" + successor + "` now.",
		Why:     "Keras 2 kept its arithmetic in `keras.backend`, often imported as K. Keras 3 has it in `keras.ops`, under numpy's names, and runs it on every backend.",
	}
	edits := []diag.Edit{{Span: a.Span(), Text: successor}}
	if !p.importsKeras() {
		edits = append(edits, diag.Edit{Span: p.importPlace(), Text: "import keras\n"})
	}
	d.Fixes = []diag.Fix{{Title: "Write " + successor, Edits: edits}}
	return d
}

// onlyAttribute returns the expression M.name, M being a bare name, if the program has just one, or nil.
func (p *patient) onlyAttribute(name string) *syntax.Attribute {
	var found []*syntax.Attribute
	p.walk(func(n syntax.Node) bool {
		if a, ok := n.(*syntax.Attribute); ok && a.Attr == name {
			if _, bare := a.Value.(*syntax.Name); bare {
				found = append(found, a)
			}
		}
		return true
	})
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// importsKeras reports whether the program binds the name keras to the package by an import statement.
func (p *patient) importsKeras() (found bool) {
	p.walk(func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Import:
			for _, a := range n.Names {
				found = found || a.AsName == "" && (a.Name == "keras" || strings.HasPrefix(a.Name, "keras.")) || a.AsName == "keras"
			}
		case *syntax.ImportFrom:
			for _, a := range n.Names {
				found = found || a.AsName == "keras" || a.Name == "keras" && a.AsName == ""
			}
		}
		return true
	})
	return found
}

// homes are the public modules that names of Keras 2's inner modules are looked up in.
var homes = []string{"layers", "models", "utils", "saving", "optimizers", "losses", "metrics", "initializers", "regularizers", "constraints", "callbacks", "activations"}

// movedImport speaks for from keras.layers.core import Dense and its like: the modules of Keras 2 that held the names are
// gone, the names are in the public modules above them. It adds to what moduleMissing says of any module.
func (p *patient) movedImport(d *diag.Diagnostic) {
	var from *syntax.ImportFrom
	p.walk(func(n syntax.Node) bool {
		if f, ok := n.(*syntax.ImportFrom); ok && covers(p.at(), f.Span()) {
			from = f
		}
		return true
	})
	if from == nil || from.ModuleSpan.IsZero() || len(from.Names) == 0 {
		return
	}
	module := p.file.Slice(from.ModuleSpan)
	prefix := ""
	for _, root := range []string{"keras.", "tensorflow.keras.", "tensorflow.python.keras."} {
		if strings.HasPrefix(module, root) {
			prefix = "keras."
			if root != "keras." {
				prefix = "tensorflow.keras."
			}
		}
	}
	if prefix == "" {
		return
	}
	for _, home := range homes {
		all := true
		for _, a := range from.Names {
			all = all && public.Known("keras."+home+"."+a.Name)
		}
		if all {
			d.Code = "module-moved"
			d.Message = "Keras 3 has no module `" + module + "`."
			d.Why = "Keras 2 was divided into other modules. What this statement imports is in `" + prefix + home + "` now."
			d.Fixes = []diag.Fix{{Title: "Import from " + prefix + home, Edits: []diag.Edit{{Span: from.ModuleSpan, Text: prefix + home}}}}
			return
		}
	}
	if why := gone[strings.TrimPrefix(module, "tensorflow.")]; why != "" {
		d.Code, d.Message, d.Why = "module-moved", "Keras 3 has no module `"+module+"`.", "It was left behind with Keras 2. "+why
		return
	}
	p.innerImport(d, from)
}

// weightParams are the first parameters of add_weight in Keras 2, in their order.
var weightParams = []string{"name", "shape", "dtype", "initializer", "regularizer", "trainable"}

// weightName speaks for add_weight('kernel', …): the way out names the positional arguments as Keras 2 counted them.
func weightName(p *patient) *diag.Diagnostic {
	if b, ok := subject[blame.Argument](p); !ok || b.Name != "name" || !strings.HasPrefix(p.text, "add_weight('") {
		return nil
	}
	d := &diag.Diagnostic{Code: "weight-name", Message: "`add_weight` takes the name of a weight by keyword only.",
		Why: "In Keras 2 the first argument of `add_weight` was the name. In Keras 3 it is the shape."}
	call := p.callAt(p.at())
	if call == nil {
		p.walk(func(n syntax.Node) bool {
			if c, ok := n.(*syntax.Call); ok && covers(p.at(), c.Span()) && strings.HasSuffix(p.source(c.Func), ".add_weight") {
				call = c
			}
			return true
		})
	}
	if call == nil || len(call.Args) > len(weightParams) {
		return d
	}
	var fix diag.Fix
	for i, a := range call.Args {
		if _, starred := a.(*syntax.Starred); starred {
			return d
		}
		at := a.Span().Start
		fix.Edits = append(fix.Edits, diag.Edit{Span: source.Span{Start: at, End: at}, Text: weightParams[i] + "="})
	}
	d.Span = call.Args[0].Span()
	fix.Title = "Write name=" + p.source(call.Args[0])
	d.Fixes = []diag.Fix{fix}
	return d
}

// learningRate speaks for Adam(lr=0.1).
func learningRate(p *patient) *diag.Diagnostic {
	if !strings.Contains(p.text, "there is no argument lr.") {
		return nil
	}
	d := &diag.Diagnostic{Code: "learning-rate", Message: "Optimizers take no argument `lr`: it is `learning_rate` now.",
		Why: "Keras 2 took both names for a while. Keras 3 has only the long one, and the config's key is called the same."}
	p.walk(func(n syntax.Node) bool {
		c, ok := n.(*syntax.Call)
		if !ok || !covers(c.Span(), p.at()) && !covers(p.at(), c.Span()) {
			return true
		}
		for _, k := range c.Keywords {
			if k.Arg == "lr" {
				d.Span = k.ArgSpan
				d.Fixes = []diag.Fix{{Title: "Write learning_rate", Edits: []diag.Edit{{Span: k.ArgSpan, Text: "learning_rate"}}}}
			}
		}
		return true
	})
	return d
}
