package metrics

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// byName are the metrics by the names that keras.metrics.get knows.
var byName = map[string]*spec.Class{}

func init() {
	classes := []*spec.Class{Metric, Mean, Sum, MeanMetricWrapper, MeanSquaredError, RootMeanSquaredError, MeanAbsoluteError, MeanAbsolutePercentageError,
		MeanSquaredLogarithmicError, CosineSimilarity, LogCoshError, R2Score, AUC, FalseNegatives, FalsePositives, Precision, PrecisionAtRecall, Recall,
		RecallAtPrecision, SensitivityAtSpecificity, SpecificityAtSensitivity, TrueNegatives, TruePositives, ConcordanceCorrelation, PearsonCorrelation,
		Hinge, SquaredHinge, CategoricalHinge, KLDivergence, Poisson, BinaryCrossentropy, CategoricalCrossentropy, SparseCategoricalCrossentropy,
		Accuracy, BinaryAccuracy, CategoricalAccuracy, SparseCategoricalAccuracy, TopKCategoricalAccuracy, SparseTopKCategoricalAccuracy, F1Score, FBetaScore,
		IoU, BinaryIoU, MeanIoU, OneHotIoU, OneHotMeanIoU}
	declareAccess(classes, map[string]*spec.Class{"bce": BinaryCrossentropy, "BCE": BinaryCrossentropy, "mse": MeanSquaredError, "MSE": MeanSquaredError,
		"mae": MeanAbsoluteError, "MAE": MeanAbsoluteError, "mape": MeanAbsolutePercentageError, "MAPE": MeanAbsolutePercentageError,
		"msle": MeanSquaredLogarithmicError, "MSLE": MeanSquaredLogarithmicError})
}

func declareAccess(classes []*spec.Class, short map[string]*spec.Class) {
	for _, c := range classes {
		byName[c.Name], byName[operation.SnakeCase(c.Name)] = c, c
	}
	for n, c := range short {
		byName[n] = c
	}
	function := func(name, takes, doc string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.metrics", Export: spec.Keys("keras.metrics." + name), Takes: takes, Doc: doc, Do: do})
	}
	function("get", "identifier", "Makes a metric of a name, a config or an object.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return Get(t, a[0])
	})
	function("serialize", "metric", "Writes a metric down as plain values.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return saving.Serialize(t, a[0])
	})
	function("deserialize", "config, custom_objects=None", "Makes the metric that a config describes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		custom, _ := object.Of(a[1]).(*object.Dict)
		return Deserialize(t, a[0], custom)
	})
}

// Deserialize is keras.metrics.deserialize.
func Deserialize(t *object.Thread, v object.Object, custom *object.Dict) (object.Object, error) {
	r := saving.Reader{T: t, Custom: custom, SafeMode: true, Module: func(name string) object.Object {
		if c := byName[name]; c != nil {
			return c.In(t)
		}
		return nil
	}}
	return r.Object(v)
}

// Get is keras.metrics.get.
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
		c := byName[x.String()]
		if c == nil {
			return nil, unknown(t, v)
		}
		o = c.In(t)
	}
	if !object.IsCallable(o) {
		return nil, unknown(t, v)
	}
	if cls, ok := o.(*object.Class); ok {
		return operation.Make(t, cls)
	}
	return o, nil
}

func unknown(t *object.Thread, v object.Object) error {
	e := object.ValueError("%s is no metric: it must be the name of one, its config, or a callable.", arg.Repr(t, v))
	var known []string
	for n := range byName {
		known = append(known, n)
	}
	e.Subject = blame.Identifier{Function: "keras.metrics.get", Kind: "metric", Value: v, Known: known}
	return e
}
