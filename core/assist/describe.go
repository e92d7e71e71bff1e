package assist

import (
	"slices"
	"sort"
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/public"
	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
)

// Describe returns the entries of the given names in full; without names, all of Keras in short form.
func Describe(a *Assistant, names []string) *protocol.Reference {
	r := &protocol.Reference{}
	if len(names) == 0 {
		r.Entries = a.catalogue()
		r.Choices = choices()
		return r
	}
	for _, name := range names {
		if e := a.Entry(name); e != nil {
			r.Entries = append(r.Entries, *e)
		}
	}
	return r
}

// catalogue lists the public classes and the activations by kind, family and name.
func (a *Assistant) catalogue() []protocol.Entry {
	var out []protocol.Entry
	for _, c := range spec.All() {
		if c.Public() != "" {
			out = append(out, classEntry(c))
		}
	}
	for _, f := range spec.AllFuncs() {
		if kind := functionKind(f); kind == "activation" {
			out = append(out, functionEntry(f))
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		x, y := &out[i], &out[j]
		if x.Kind != y.Kind {
			return slices.Index(kindOrder, x.Kind) < slices.Index(kindOrder, y.Kind)
		}
		if x.Family != y.Family {
			return slices.Index(familyOrder, x.Family) < slices.Index(familyOrder, y.Family)
		}
		return x.Name < y.Name
	})
	return out
}

// Entry describes a class or function by its public name, or by its own name where only one class has it; nil when there is none.
func (a *Assistant) Entry(name string) *protocol.Entry {
	if c := findClass(name); c != nil {
		return a.describeClass(c)
	}
	if f := spec.FindFunc(name); f != nil {
		e := functionEntry(f)
		e.Arguments = a.parameters(f.In(a.Thread).Signature(), "")
		e.Signature = signatureText(e.Name, e.Arguments, false)
		return &e
	}
	return nil
}

func (a *Assistant) describeClass(c *spec.Class) *protocol.Entry {
	e := classEntry(c)
	e.Arguments = a.constructor(c)
	e.Signature = signatureText(e.Name, e.Arguments, takesMore(c))
	return &e
}

func findClass(name string) *spec.Class {
	if c := spec.Find(name); c != nil || strings.Contains(name, ".") {
		return c
	}
	for _, module := range []string{"keras.layers.", "keras.", "keras.initializers.", "keras.regularizers.", "keras.constraints.",
		"keras.optimizers.", "keras.optimizers.schedules.", "keras.losses.", "keras.metrics.", "keras.dtype_policies.", "keras.quantizers."} {
		if c := spec.Find(module + name); c != nil {
			return c
		}
	}
	return nil
}

// Checked returns how many constructor calls of a class of Keras are compared with the real one.
func Checked(c *spec.Class) int { return checked(c.Public()) }

func classEntry(c *spec.Class) protocol.Entry {
	e := protocol.Entry{Name: c.Name, Public: c.Public(), Doc: c.Doc, Base: isBase(c), Checked: Checked(c)}
	if len(c.Export) > 1 {
		e.Aliases = c.Export[1:]
	}
	e.Kind = Kind(c)
	if e.Kind == "layer" {
		e.Family = layerFamily(c)
	}
	return e
}

func functionEntry(f *spec.Function) protocol.Entry {
	e := protocol.Entry{Name: f.Name, Public: f.Public(), Doc: f.Doc, Kind: functionKind(f)}
	if len(f.Export) > 1 {
		e.Aliases = f.Export[1:]
	}
	return e
}

func functionKind(f *spec.Function) string {
	if strings.HasPrefix(f.Public(), "keras.activations.") {
		switch f.Name {
		case "get", "serialize", "deserialize":
		default:
			return "activation"
		}
	}
	return "function"
}

// kinds tells the kind of a class by the base class that it derives from.
var kinds = map[string]string{
	"Layer": "layer", "Model": "model", "Sequential": "model", "Functional": "model", "Optimizer": "optimizer", "BaseOptimizer": "optimizer", "Loss": "loss",
	"Metric": "metric", "Initializer": "initializer", "Regularizer": "regularizer", "Constraint": "constraint", "DTypePolicy": "policy",
	"LearningRateSchedule": "schedule", "Quantizer": "quantizer",
}

// kindOrder and familyOrder are the order in which a builder shows things: what is used most comes first.
var (
	kindOrder = []string{"layer", "model", "activation", "initializer", "regularizer", "constraint", "optimizer", "schedule", "loss", "metric",
		"policy", "quantizer", "object"}
	familyOrder = []string{"Core", "Convolution", "Pooling", "Recurrent", "Normalization", "Regularization", "Attention", "Reshaping", "Merging",
		"Activation", "Preprocessing", "Image preprocessing", "Other frameworks", "Base"}
	families = map[string]string{"core": "Core", "convolutional": "Convolution", "pooling": "Pooling", "rnn": "Recurrent",
		"normalization": "Normalization", "regularization": "Regularization", "attention": "Attention", "reshaping": "Reshaping",
		"merging": "Merging", "activations": "Activation", "preprocessing": "Preprocessing"}
)

// Kind returns what sort of thing a class makes: "layer", "initializer" …
func Kind(c *spec.Class) string {
	for b := c; b != nil; b = b.Base {
		if kind := kinds[b.Name]; kind != "" {
			return kind
		}
	}
	return "object"
}

func layerFamily(c *spec.Class) string {
	path := strings.Split(strings.TrimPrefix(c.Module, "keras.src."), ".")
	switch {
	case c.Name == "TFSMLayer" || c.Name == "JaxLayer" || c.Name == "FlaxLayer" || c.Name == "TorchModuleWrapper":
		return "Other frameworks"
	case len(path) < 3:
		return "Base"
	case path[1] == "preprocessing" && path[2] == "image_preprocessing":
		return "Image preprocessing"
	}
	return families[path[1]]
}

// isBase reports whether a class only serves to derive from.
func isBase(c *spec.Class) bool {
	switch c.Name {
	case "Layer", "Operation", "Wrapper", "Loss", "Metric", "Optimizer", "Initializer", "RandomInitializer", "Regularizer", "Constraint",
		"LearningRateSchedule", "Quantizer", "KerasTensor", "Variable", "BaseQuantizer", "QuantizedDTypePolicy":
		return true
	}
	return false
}

// choices lists the names that stand for activations, initializers, regularizers and constraints, and the dtypes.
func choices() []protocol.Choices {
	out := []protocol.Choices{{Form: "activation", Values: quoted(activationNames())}}
	for _, kind := range []string{"initializer", "regularizer", "constraint"} {
		var names []string
		for _, c := range spec.All() {
			if Kind(c) == kind && c.Public() != "" && !isBase(c) && ready(c) {
				names = append(names, shortName(c))
			}
		}
		sort.Strings(names)
		out = append(out, protocol.Choices{Form: kind, Values: quoted(names)})
	}
	return append(out, protocol.Choices{Form: "dtype", Values: quoted([]string{"float32", "float16", "bfloat16", "float64", "mixed_float16",
		"mixed_bfloat16", "int8", "int16", "int32", "int64", "uint8", "bool"})})
}

// ready reports whether a class can be made of its name alone. Constant, whose value has a default, cannot: its from_config
// wants the value.
func ready(c *spec.Class) bool {
	if c.Name == "Constant" {
		return false
	}
	for _, a := range c.Args {
		if !a.IsCheck() && a.Default == nil {
			return false
		}
	}
	return true
}

// shortName is the name in lower case that stands for a class: "glorot_uniform".
func shortName(c *spec.Class) string {
	for _, alias := range c.Export[1:] {
		if name := alias[strings.LastIndexByte(alias, '.')+1:]; name == strings.ToLower(name) && Kind(c) == "initializer" {
			return name
		}
	}
	return operation.SnakeCase(c.Name)
}

func activationNames() []string {
	var out []string
	for _, n := range public.Names("keras.activations") {
		if n != "get" && n != "serialize" && n != "deserialize" {
			out = append(out, n)
		}
	}
	return out
}

func quoted(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = "'" + n + "'"
	}
	return out
}
