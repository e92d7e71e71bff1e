package doctor

import (
	"strings"

	"layerglass/core/keras/public"
	"layerglass/core/python/diag"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// inner are modules of Keras 2 that programs import as such, with the public module that has their names now.
var inner = map[string]string{
	"np_utils": "utils", "vis_utils": "utils", "generic_utils": "utils", "layer_utils": "utils", "data_utils": "utils", "conv_utils": "utils", "tf_utils": "utils",
	"advanced_activations": "layers", "core": "layers", "convolutional": "layers", "pooling": "layers", "recurrent": "layers", "embeddings": "layers",
	"normalization": "layers", "wrappers": "layers", "noise": "layers", "engine": "layers", "topology": "layers", "base_layer": "layers",
	"preprocessing": "layers", "experimental": "layers", "adam_v2": "optimizers", "gradient_descent_v2": "optimizers",
	"training": "models", "sequential": "models", "functional": "models", "legacy": "optimizers",
}

// successors are public names of Keras 2 under the names that Keras 3 has for the same.
var successors = map[string]string{
	"CuDNNLSTM": "LSTM", "CuDNNGRU": "GRU", "SyncBatchNormalization": "BatchNormalization",
	"normal": "random_normal", "uniform": "random_uniform", "zero": "zeros", "one": "ones",
}

// gone says what to use in the place of what Keras 3 does without.
var gone = map[string]string{
	"Tokenizer": "`keras.layers.TextVectorization` splits texts and counts words.", "keras.preprocessing.text": "`keras.layers.TextVectorization` splits texts and counts words.",
	"ImageDataGenerator":          "Layers do that work now: Rescaling, RandomFlip, RandomRotation, RandomZoom and others stand at the model's beginning.",
	"keras.wrappers.scikit_learn": "Keras 3 has `keras.wrappers.SKLearnClassifier` and `SKLearnRegressor`.",
	"ThresholdedReLU":             "`keras.layers.ReLU(threshold=…)` lets the same values through.",
	"LocallyConnected1D":          "A convolution uses the same weights everywhere; a layer with weights for each place must be written, with keras.ops.",
	"LocallyConnected2D":          "A convolution uses the same weights everywhere; a layer with weights for each place must be written, with keras.ops.",
	"merge":                       "Each way to merge is a layer: `Add`, `Multiply`, `Average`, `Maximum`, `Concatenate` and `Dot` take a list of tensors.",
	"Merge":                       "Each way to merge is a layer: `Add`, `Multiply`, `Average`, `Maximum`, `Concatenate` and `Dot` take a list of tensors.",
	"MaxoutDense":                 "A `Dense` of more units and `keras.ops.max` over groups of them do the same.",
	"Highway":                     "A layer of your own with two `Dense` layers inside does the same.",
	"DenseFeatures":               "`keras.utils.FeatureSpace` turns columns of a table into numbers.",
	"SequenceFeatures":            "`keras.utils.FeatureSpace` turns columns of a table into numbers.",
	"Reduction":                   "Losses take a string: `reduction=\"sum_over_batch_size\"`, which is the default, `\"sum\"`, `\"mean\"` or `None`.",
	"WeightRegularizer":           "`keras.regularizers.L1L2(l1=…, l2=…)` is the same.",
	"model_from_yaml":             "Models are written as JSON: `model.to_json()` and `keras.models.model_from_json`.",
	"multi_gpu_model":             "`keras.distribution.DataParallel` spreads a model over devices. A config does not depend on it.",
	"keras.objectives":            "The functions are in `keras.losses`.",
	"estimator":                   "Models are trained with `compile` and `fit`.",
}

// moduleAttribute speaks for keras.layers.experimental.preprocessing.Rescaling and its like: a module of Keras 2 on the way to a name
// that is there.
func moduleAttribute(p *patient) *diag.Diagnostic {
	module, name, ok := missingAttribute(p.text)
	if !ok {
		return nil
	}
	a := p.attributeAt(name)
	if a == nil {
		a = p.onlyAttributeOf(name)
	}
	if a == nil {
		return nil
	}
	chain := p.chainFrom(a)
	final := chain[len(chain)-1]
	if to := successors[final.Attr]; to != "" && public.Known(module+"."+to) {
		at := source.Span{Start: a.AttrSpan.Start, End: final.Span().End}
		return moved(module, p.file.Slice(at), at, to, "`"+to+"` stands in its place.")
	}
	why := gone[name]
	if why == "" {
		why = gone[final.Attr]
	}
	if why != "" {
		return &diag.Diagnostic{Code: "module-moved", Span: source.Span{Start: a.AttrSpan.Start, End: final.Span().End},
			Message: "Keras 3 has no `" + module + "." + name + "`.", Why: "It was left behind with Keras 2. " + why}
	}
	if len(chain) < 2 && (inner[name] == "" || nearestName(p) != "") {
		return nil
	}
	if len(chain) < 2 {
		return &diag.Diagnostic{Code: "module-moved", Span: a.AttrSpan, Message: "Keras 3 has no `" + module + "." + name + "`.",
			Why: "Keras 2 was divided into other modules. What it held is in `keras." + inner[name] + "` now."}
	}
	at := source.Span{Start: a.Value.Span().End, End: final.Span().End}
	d := moved(module, p.file.Slice(source.Span{Start: at.Start + 1, End: at.End}), at, "", "")
	if public.Known(module + "." + final.Attr) {
		d.Fixes = []diag.Fix{{Title: "Write " + p.source(a.Value) + "." + final.Attr, Edits: []diag.Edit{{Span: at, Text: "." + final.Attr}}}}
		return d
	}
	for _, home := range homes {
		if module == "keras" && public.Known("keras."+home+"."+final.Attr) {
			d.Fixes = []diag.Fix{{Title: "Write " + p.source(a.Value) + "." + home + "." + final.Attr, Edits: []diag.Edit{{Span: at, Text: "." + home + "." + final.Attr}}}}
			return d
		}
	}
	return nil
}

// moved says that a name is elsewhere, and offers the new one.
func moved(module, name string, at source.Span, to, why string) *diag.Diagnostic {
	d := &diag.Diagnostic{Code: "module-moved", Span: at, Message: "Keras 3 has no `" + module + "." + name + "`.",
		Why: "Keras 2 was divided into other modules, and layers that were experimental are layers like others now."}
	if to != "" {
		d.Why = why
		d.Fixes = []diag.Fix{{Title: "Write " + to, Edits: []diag.Edit{{Span: at, Text: to}}}}
	}
	return d
}

// missingAttribute reads the message about a module of Keras without an attribute.
func missingAttribute(text string) (module, name string, ok bool) {
	_, rest, ok := strings.Cut(text, "module '")
	module, rest, found := strings.Cut(rest, "' has no attribute '")
	name, _, _ = strings.Cut(rest, "'")
	return module, name, ok && found && (module == "keras" || strings.HasPrefix(module, "keras."))
}

// onlyAttributeOf returns the expression x.name if the program has just one, or nil.
func (p *patient) onlyAttributeOf(name string) (found *syntax.Attribute) {
	count := 0
	p.walk(func(n syntax.Node) bool {
		if a, ok := n.(*syntax.Attribute); ok && a.Attr == name {
			found = a
			count++
		}
		return true
	})
	if count != 1 {
		return nil
	}
	return found
}

// chainFrom lists the attributes that are read one of the other, beginning with a: a, a.b, a.b.c.
func (p *patient) chainFrom(a *syntax.Attribute) []*syntax.Attribute {
	chain := []*syntax.Attribute{a}
	for grown := true; grown; {
		grown = false
		p.walk(func(n syntax.Node) bool {
			if outer, ok := n.(*syntax.Attribute); ok && outer.Value == syntax.Expr(chain[len(chain)-1]) {
				chain = append(chain, outer)
				grown = true
			}
			return true
		})
	}
	return chain
}

// importName speaks for from keras.layers import Dnse: a name that the module does not have.
func importName(p *patient) *diag.Diagnostic {
	_, rest, ok := strings.Cut(p.text, "cannot import name '")
	name, rest, found := strings.Cut(rest, "' from '")
	module, _, _ := strings.Cut(rest, "'")
	if !ok || !found || p.err.Class() != object.ImportErrorClass {
		return nil
	}
	from, alias := p.importedName(module, name)
	if from == nil {
		return nil
	}
	own := strings.TrimPrefix(module, "tensorflow.")
	if strings.HasPrefix(own, "keras.src") {
		return &diag.Diagnostic{Code: "not-modelled", Span: alias.Span(), Message: "`" + module + "` is a part of Keras's own source, of which `" + name + "` is not modelled here.",
			Why: "What stands in `keras.src` may change with every version. The public name, under `keras`, is modelled and stays."}
	}
	d := &diag.Diagnostic{Code: "import-name", Span: alias.Span(), Message: "`" + module + "` has no `" + name + "`."}
	switch {
	case gone[name] != "":
		d.Why = "It was left behind with Keras 2. " + gone[name]
	case inner[name] != "":
		p.innerModule(d, from, alias)
	case successors[name] != "":
		d.Why = "Keras 3 has `" + successors[name] + "` in its place."
		d.Fixes = []diag.Fix{{Title: "Import " + successors[name], Edits: []diag.Edit{{Span: alias.Span(), Text: successors[name] + " as " + nameIn(alias)}}}}
	default:
		p.nameElsewhere(d, from, alias, own)
	}
	return d
}

// importedName finds the import statement at fault and the name in it.
func (p *patient) importedName(module, name string) (from *syntax.ImportFrom, alias *syntax.Alias) {
	p.walk(func(n syntax.Node) bool {
		if f, ok := n.(*syntax.ImportFrom); ok && from == nil && !f.ModuleSpan.IsZero() && p.file.Slice(f.ModuleSpan) == module {
			for _, a := range f.Names {
				if a.Name == name {
					from, alias = f, a
				}
			}
		}
		return true
	})
	return from, alias
}

func nameIn(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	return a.Name
}

// innerModule speaks for an import of a module of Keras 2 by name.
func (p *patient) innerModule(d *diag.Diagnostic, from *syntax.ImportFrom, alias *syntax.Alias) {
	home := inner[alias.Name]
	root := "keras"
	if strings.HasPrefix(p.file.Slice(from.ModuleSpan), "tensorflow.") {
		root = "tensorflow.keras"
	}
	d.Code = "module-moved"
	d.Why = "Keras 2 was divided into other modules. What `" + alias.Name + "` held is in `" + root + "." + home + "` now."
	if len(from.Names) == 1 {
		d.Fixes = []diag.Fix{{Title: "Import " + root + "." + home, Edits: []diag.Edit{{Span: from.Span(),
			Text: "from " + root + " import " + home + " as " + nameIn(alias)}}}}
	}
}

// nameElsewhere offers the module that has a name, or a name that is nearly the same.
func (p *patient) nameElsewhere(d *diag.Diagnostic, from *syntax.ImportFrom, alias *syntax.Alias, module string) {
	d.Why = "Only names that a module has can be imported from it."
	for _, home := range homes {
		if !public.Known("keras." + home + "." + alias.Name) {
			continue
		}
		d.Why = "It is in `keras." + home + "`."
		if len(from.Names) == 1 {
			prefix := strings.TrimSuffix(p.file.Slice(from.ModuleSpan), module)
			d.Fixes = []diag.Fix{{Title: "Import from " + prefix + "keras." + home, Edits: []diag.Edit{{Span: from.ModuleSpan, Text: prefix + "keras." + home}}}}
		}
		return
	}
	if near := nearest(alias.Name, public.Names(module)); near != "" {
		d.Message += " Did you mean `" + near + "`?"
		text := near
		if alias.AsName != "" {
			text += " as " + alias.AsName
		}
		d.Fixes = []diag.Fix{{Title: "Write " + near, Edits: []diag.Edit{{Span: alias.Span(), Text: text}}}}
	}
}

// innerImport adds to what moduleMissing says of from keras.layers.experimental import preprocessing, a module by itself.
func (p *patient) innerImport(d *diag.Diagnostic, from *syntax.ImportFrom) {
	if len(from.Names) == 1 && inner[from.Names[0].Name] != "" {
		d.Message = "Keras 3 has no module `" + p.file.Slice(from.ModuleSpan) + "`."
		p.innerModule(d, from, from.Names[0])
	}
}

// movedModule adds to what moduleMissing says of import keras.engine and its like.
func (p *patient) movedModule(d *diag.Diagnostic) {
	p.walk(func(n syntax.Node) bool {
		i, ok := n.(*syntax.Import)
		if !ok || !covers(p.at(), i.Span()) || len(i.Names) != 1 {
			return true
		}
		a := i.Names[0]
		root, rest, _ := strings.Cut(a.Name, "keras.")
		if rest == "" || root != "" && root != "tensorflow." {
			return true
		}
		home := ""
		for _, part := range strings.Split(rest, ".") {
			if inner[part] != "" {
				home = inner[part]
			}
		}
		if home == "" {
			return true
		}
		d.Code, d.Span = "module-moved", i.Span()
		d.Message = "Keras 3 has no module `" + a.Name + "`."
		d.Why = "Keras 2 was divided into other modules. What it held is in `" + root + "keras." + home + "` now."
		text := "import " + root + "keras"
		if a.AsName != "" {
			text = "from " + root + "keras import " + home + " as " + a.AsName
		}
		d.Fixes = []diag.Fix{{Title: "Write " + text, Edits: []diag.Edit{{Span: i.Span(), Text: text}}}}
		return false
	})
}
