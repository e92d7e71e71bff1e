package losses

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const (
	logits = ", from_logits=False"
	smooth = ", label_smoothing=0.0, axis=-1"
)

// functions are the functions of keras.losses with their further parameters and short names.
var functions = []struct {
	name, takes string
	short       []string
	metric      bool // known as keras.metrics too
	do          body
}{
	{"binary_crossentropy", logits + smooth, []string{"bce", "BCE"}, true, binaryCrossentropy},
	{"binary_focal_crossentropy", ", apply_class_balancing=False, alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1", nil, true, binaryFocal},
	{"categorical_crossentropy", logits + smooth, nil, true, categoricalCrossentropy},
	{"categorical_focal_crossentropy", ", alpha=0.25, gamma=2.0, from_logits=False, label_smoothing=0.0, axis=-1", nil, true, categoricalFocal},
	{"categorical_generalized_cross_entropy", ", q", nil, false, generalizedCrossEntropy},
	{"categorical_hinge", "", nil, true, categoricalHinge},
	{"circle", ", ref_labels=None, ref_embeddings=None, remove_diagonal=True, gamma=80, margin=0.4", nil, false, circle},
	{"cosine_similarity", ", axis=-1", nil, false, cosineSimilarity},
	{"ctc", "", nil, false, ctc},
	{"dice", ", axis=None", nil, false, dice},
	{"hinge", "", nil, true, hinge},
	{"huber", ", delta=1.0", nil, true, huber},
	{"kl_divergence", "", []string{"kld", "KLD"}, true, klDivergence},
	{"log_cosh", "", nil, true, logCosh},
	{"mean_absolute_error", "", []string{"mae", "MAE"}, true, meanAbsoluteError},
	{"mean_absolute_percentage_error", "", []string{"mape", "MAPE"}, true, meanAbsolutePercentageError},
	{"mean_squared_error", "", []string{"mse", "MSE"}, true, meanSquaredError},
	{"mean_squared_logarithmic_error", "", []string{"msle", "MSLE"}, true, meanSquaredLogarithmicError},
	{"poisson", "", nil, true, poisson},
	{"sparse_categorical_crossentropy", ", from_logits=False, ignore_class=None, axis=-1", nil, true, sparseCategorical},
	{"squared_hinge", "", nil, true, squaredHinge},
	{"tversky", ", alpha=0.5, beta=0.5, axis=None", nil, false, tversky},
}

// classes are the losses by the names that keras.losses.get knows.
var classes = map[string]*spec.Class{}

var byName = map[string]*spec.Function{}

func init() {
	for _, c := range []*spec.Class{Loss, MeanSquaredError, MeanAbsoluteError, MeanAbsolutePercentageError, MeanSquaredLogarithmicError, LogCosh, Huber,
		CosineSimilarity, BinaryCrossentropy, BinaryFocalCrossentropy, CategoricalCrossentropy, CategoricalFocalCrossentropy,
		CategoricalGeneralizedCrossEntropy, SparseCategoricalCrossentropy, KLDivergence, Poisson, Hinge, SquaredHinge, CategoricalHinge, Dice, Tversky, Circle, CTC} {
		classes[c.Name] = c
	}
	for _, f := range functions {
		export := spec.Keys("keras.losses." + f.name)
		if f.metric {
			export = spec.Keys("keras.metrics."+f.name, "keras.losses."+f.name)
		}
		name, do := f.name, f.do
		d := spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.losses.losses", Export: export, Takes: "y_true, y_pred" + f.takes,
			Doc: "Computes the loss for each example.", Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
				c := calc.New(t)
				return c.End(do(c, a[0], a[1], a[2:]))
			}})
		byName[name] = d
		for _, s := range f.short {
			byName[s] = d
		}
	}
	declareAccess()
}

func declareAccess() {
	function := func(name, takes, doc string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.losses", Export: spec.Keys("keras.losses." + name), Takes: takes, Doc: doc, Do: do})
	}
	function("get", "identifier", "Makes a loss of a name, a config, a function or an object.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return Get(t, a[0])
	})
	function("serialize", "loss", "Writes a loss down as plain values.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return saving.Serialize(t, a[0])
	})
	function("deserialize", "name, custom_objects=None", "Makes the loss that a config describes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		custom, _ := object.Of(a[1]).(*object.Dict)
		return Deserialize(t, a[0], custom)
	})
}

// find returns the session's class or function of a short name, or nil.
func find(t *object.Thread) func(string) object.Object {
	return func(name string) object.Object {
		if c := classes[name]; c != nil {
			return c.In(t)
		}
		if f := byName[name]; f != nil {
			return f.In(t)
		}
		return nil
	}
}

// Deserialize is keras.losses.deserialize.
func Deserialize(t *object.Thread, v object.Object, custom *object.Dict) (object.Object, error) {
	if name, ok := object.AsString(v); ok && byName[name] != nil && byName[name].Name != name && (custom == nil || custom.GetName(name) == nil) {
		// Keras looks for a public function of that name, and there is none.
		return nil, object.ValueError("'%s' is a short name that get() knows; deserialize() takes '%s'.", name, byName[name].Name)
	}
	r := saving.Reader{T: t, Custom: custom, SafeMode: true, Module: find(t)}
	return r.Object(v)
}

// Get is keras.losses.get.
func Get(t *object.Thread, v object.Object) (object.Object, error) {
	if v == object.None {
		return v, nil
	}
	o := v
	switch x := object.Of(v).(type) {
	case *object.Dict:
		var err error
		if o, err = Deserialize(t, x, nil); err != nil {
			return nil, err
		}
	case *object.Str:
		o = find(t)(x.String())
	}
	if o == nil || !object.IsCallable(o) {
		return nil, unknown(t, v)
	}
	if cls, ok := o.(*object.Class); ok {
		return operation.Make(t, cls)
	}
	return o, nil
}

func unknown(t *object.Thread, v object.Object) error {
	e := object.ValueError("%s is no loss: it must be the name of one, its config, or a callable.", arg.Repr(t, v))
	var known []string
	for n := range classes {
		known = append(known, n)
	}
	for n := range byName {
		known = append(known, n)
	}
	e.Subject = blame.Identifier{Function: "keras.losses.get", Kind: "loss", Value: v, Known: known}
	return e
}
