package doctor

import (
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/public"
	"layerglass/core/python/diag"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// opsNames are functions of numpy and tensorflow whose counterparts in keras.ops do not share the name.
var opsNames = map[string]string{
	"reduce_mean": "mean", "reduce_sum": "sum", "reduce_max": "max", "reduce_min": "min", "reduce_prod": "prod", "reduce_any": "any", "reduce_all": "all",
	"reduce_std": "std", "reduce_variance": "var", "reduce_logsumexp": "logsumexp", "concat": "concatenate", "pow": "power", "rsqrt": "rsqrt", "gather": "take",
	"l2_normalize": "normalize", "tanh": "tanh", "mod": "mod", "range": "arange", "cumsum": "cumsum", "math.square": "square",
}

// symbolAsValue speaks for numpy and tensorflow functions on a tensor that has no numbers yet.
func symbolAsValue(p *patient) *diag.Diagnostic {
	numpy := strings.Contains(p.text, "it cannot be converted to a numpy array")
	if !numpy && !strings.Contains(p.text, "was given a KerasTensor where a value is needed") {
		return nil
	}
	call := p.libraryCall()
	d := &diag.Diagnostic{Code: "symbol-as-value", Message: "This tensor has a shape and a dtype, and no numbers yet.",
		Why: "`keras.Input` and what follows from it stand for values to come, and so does what a layer's `call` is given while a model is made. `keras.ops` has functions that take both."}
	if call == nil {
		return d
	}
	callee := p.source(call.Func)
	d.Span = call.Span()
	d.Message = "`" + callee + "` needs numbers, and was given a tensor that has none yet."
	name := callee[strings.LastIndexByte(callee, '.')+1:]
	if to := opsNames[name]; to != "" {
		name = to
	}
	if !public.Known("keras.ops." + name) {
		return d
	}
	edits := []diag.Edit{{Span: call.Func.Span(), Text: "keras.ops." + name}}
	if !p.importsKeras() {
		edits = append(edits, diag.Edit{Span: p.importPlace(), Text: "import keras\n"})
	}
	d.Fixes = []diag.Fix{{Title: "Write keras.ops." + name, Edits: edits}}
	return d
}

// libraryCall finds the call of numpy or tensorflow at the place of the error, the innermost one.
func (p *patient) libraryCall() (found *syntax.Call) {
	p.walk(func(n syntax.Node) bool {
		c, ok := n.(*syntax.Call)
		if !ok || !covers(p.at(), c.Span()) && !covers(c.Span(), p.at()) {
			return true
		}
		root, _, dotted := strings.Cut(p.source(c.Func), ".")
		if dotted && (root == "np" || root == "numpy" || root == "tf" || root == "tensorflow") {
			found = c
		}
		return true
	})
	return found
}

// symbolTruth speaks for if x > 0 on such a tensor.
func symbolTruth(p *patient) *diag.Diagnostic {
	if !strings.Contains(p.text, "so it is neither true nor false") {
		return nil
	}
	return &diag.Diagnostic{Code: "symbol-truth", Message: "This tensor has no numbers yet, so it is neither true nor false.",
		Why: "`if`, `and`, `or` and `not` need an answer at once. `keras.ops.where(condition, a, b)` chooses between values element by element, `keras.ops.cond` between functions."}
}

// shapeAttribute speaks for layer.output_shape, which layers of Keras 2 had once they were called.
func shapeAttribute(p *patient) *diag.Diagnostic {
	name := stringAttr(p, "name")
	if name != "output_shape" && name != "input_shape" || !p.err.Class().IsSubclass(object.AttributeErrorClass) || !strings.Contains(p.text, "object has no attribute") {
		return nil
	}
	a := p.attributeAt(name)
	if a == nil {
		return nil
	}
	which := strings.TrimSuffix(name, "_shape")
	d := &diag.Diagnostic{Code: "shape-attribute", Span: a.AttrSpan, Message: "Layers of Keras 3 have no `" + name + "`.",
		Why: "A layer can be called on several inputs, so it keeps none of their shapes. After a call on a symbolic tensor the shape is `" + p.source(a.Value) + "." + which +
			".shape`; without one, `compute_output_shape(input_shape)` works it out."}
	v, _ := object.LookupAttr(p.t, p.err, object.Intern("obj"))
	if owner, ok := v.(*object.Instance); ok && len(operation.Inbound(owner)) > 0 {
		d.Fixes = []diag.Fix{{Title: "Write " + which + ".shape", Edits: []diag.Edit{{Span: a.AttrSpan, Text: which + ".shape"}}}}
	}
	return d
}

// removed are methods of Keras 2's models that Keras 3 does without.
var removed = map[string]struct{ to, why string }{
	"fit_generator":      {"fit", "`fit` takes what gives batches too."},
	"evaluate_generator": {"evaluate", "`evaluate` takes generators too."},
	"predict_generator":  {"predict", "`predict` takes generators too."},
	"predict_proba":      {"predict", "`predict` gives what the last layer computes."},
	"predict_classes":    {"", "Take the place of the largest number: `keras.ops.argmax(model.predict(x), axis=-1)`."},
}

// methodRemoved speaks for model.predict_classes and its like.
func methodRemoved(p *patient) *diag.Diagnostic {
	if !p.err.Class().IsSubclass(object.AttributeErrorClass) {
		return nil
	}
	name := stringAttr(p, "name")
	r, ok := removed[name]
	a := p.attributeAt(name)
	if !ok || a == nil {
		return nil
	}
	d := &diag.Diagnostic{Code: "method-removed", Span: a.AttrSpan, Message: "Models of Keras 3 have no `" + name + "`.", Why: r.why}
	if r.to != "" {
		d.Fixes = []diag.Fix{{Title: "Write " + r.to, Edits: []diag.Edit{{Span: a.AttrSpan, Text: r.to}}}}
		return d
	}
	p.walk(func(n syntax.Node) bool {
		c, ok := n.(*syntax.Call)
		if ok && c.Func == syntax.Expr(a) && p.importsKeras() {
			start, end := c.Span().Start, c.Span().End
			d.Fixes = []diag.Fix{{Title: "Take the largest of predict", Edits: []diag.Edit{
				{Span: source.Span{Start: start, End: start}, Text: "keras.ops.argmax("}, {Span: a.AttrSpan, Text: "predict"},
				{Span: source.Span{Start: end, End: end}, Text: ", axis=-1)"}}}}
		}
		return true
	})
	return d
}

// backendGone are functions of Keras 2's backend module that have no successor.
var backendGone = map[string]string{
	"get_session": "There are no sessions: operations run when they are called.", "set_session": "There are no sessions: operations run when they are called.",
	"set_learning_phase": "A call says whether it trains: `layer(x, training=True)`.", "learning_phase": "A call says whether it trains: `call(self, x, training=None)` is told.",
	"placeholder": "`keras.Input(shape)` stands for a value to come.", "function": "Make a `keras.Model(inputs, outputs)` and call it.",
	"gradients": "Gradients are the backend's own: tf.GradientTape, jax.grad, torch.autograd. They are not computed here.",
}

// backendRemoved speaks for K.get_session and its like.
func backendRemoved(p *patient) *diag.Diagnostic {
	module, name, ok := missingAttribute(p.text)
	why := backendGone[name]
	if !ok || module != "keras.backend" || why == "" {
		return nil
	}
	d := &diag.Diagnostic{Code: "backend-removed", Message: "`keras.backend` has no `" + name + "` in Keras 3, and nothing takes its place.", Why: why}
	if a := p.attributeAt(name); a != nil {
		d.Span = a.Span()
	}
	return d
}

// tensorflow1 are names of TensorFlow 1, with what is written now.
var tensorflow1 = map[string]string{
	"Session": "There are no sessions: operations run when they are called.", "placeholder": "`keras.Input(shape)` stands for a value to come.",
	"contrib": "Its parts are elsewhere or gone; layers are in `keras.layers`.", "get_default_graph": "There is no graph to enter: operations run when they are called.",
	"Graph": "There is no graph to enter: operations run when they are called.", "global_variables_initializer": "Variables have their values from the start.",
	"get_variable": "In a layer `self.add_weight(...)` makes a variable.", "layers": "Layers are in `keras.layers`.", "Print": "`print` shows a tensor at once.",
}

// tensorflowOld speaks for tf.Session and its like.
func tensorflowOld(p *patient) *diag.Diagnostic {
	name, ok := strings.CutPrefix(p.text, "module 'tensorflow' has no attribute '")
	name, _, _ = strings.Cut(name, "'")
	if !ok || tensorflow1[name] == "" {
		return nil
	}
	d := &diag.Diagnostic{Code: "tensorflow-old", Message: "TensorFlow 2 has no `tf." + name + "`.", Why: tensorflow1[name]}
	if a := p.attributeAt(name); a != nil {
		d.Span = a.Span()
	}
	return d
}

// optimizersLegacy speaks for keras.optimizers.legacy, which Keras 3 refuses when a class of it is made.
func optimizersLegacy(p *patient) *diag.Diagnostic {
	if !strings.Contains(p.text, "keras.optimizers.legacy") {
		return nil
	}
	d := &diag.Diagnostic{Code: "module-moved", Message: "Keras 3 has no `keras.optimizers.legacy`.", Why: "The class of the same name in `keras.optimizers` is what Keras 3 has."}
	p.walk(func(n syntax.Node) bool {
		var at source.Span
		switch n := n.(type) {
		case *syntax.ImportFrom:
			at = n.ModuleSpan
		case *syntax.Attribute:
			at = n.Span()
		}
		if text := p.file.Slice(at); len(d.Fixes) == 0 && strings.HasSuffix(text, "optimizers.legacy") {
			d.Span = at
			d.Fixes = []diag.Fix{{Title: "Write " + strings.TrimSuffix(text, ".legacy"), Edits: []diag.Edit{{Span: at, Text: strings.TrimSuffix(text, ".legacy")}}}}
		}
		return true
	})
	return d
}

// lambdaUnsafe speaks for a Lambda that is brought back with its code.
func lambdaUnsafe(p *patient) *diag.Diagnostic {
	if !strings.HasPrefix(p.text, "This Lambda layer's config carries a lambda") {
		return nil
	}
	return &diag.Diagnostic{Code: "lambda-unsafe", Message: "The config of this Lambda holds code, which Keras does not bring back unasked.",
		Why: "Code in a config could do anything. Write a function with a name and register it with `@keras.saving.register_keras_serializable()`, or a small layer with a `call`: both load anywhere. `safe_mode=False` trusts the file."}
}

// jsonText speaks for text that json.loads cannot read.
func jsonText(p *patient) *diag.Diagnostic {
	if p.err.Class().Name != "JSONDecodeError" {
		return nil
	}
	return &diag.Diagnostic{Code: "json-text", Message: sentence(p.text),
		Why: "JSON writes names and texts in double quotes, `true`, `false` and `null` in small letters, and no comma behind the last item. `json.dumps(config)` writes such text; `str(config)` does not."}
}
