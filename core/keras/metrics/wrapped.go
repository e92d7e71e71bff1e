package metrics

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// function declares a function of truth and prediction; export says whether it is public.
func function(name, module, takes string, export bool, do body) *spec.Function {
	f := spec.Function{Name: name, Module: "keras.src.metrics." + module, Takes: "y_true, y_pred" + takes, Doc: "Computes the metric for each example.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			c := calc.New(t)
			return c.End(do(c, a[0], a[1], a[2:]))
		}}
	if export {
		f.Export = spec.Keys("keras.metrics." + name)
	}
	return spec.DeclareFunc(f)
}

// The functions that keras.losses does not have.
var (
	accuracy             = function("accuracy", "accuracy_metrics", "", false, exactly)
	binaryAccuracy       = function("binary_accuracy", "accuracy_metrics", ", threshold=0.5", true, overThreshold)
	categoricalAccuracy  = function("categorical_accuracy", "accuracy_metrics", "", true, rightClass)
	sparseAccuracy       = function("sparse_categorical_accuracy", "accuracy_metrics", "", true, rightNumber)
	topKAccuracy         = function("top_k_categorical_accuracy", "accuracy_metrics", ", k=5", true, amongBest)
	sparseTopKAccuracy   = function("sparse_top_k_categorical_accuracy", "accuracy_metrics", ", k=5, from_sorted_ids=False", true, numberAmongBest)
	pearsonCorrelation   = function("pearson_correlation", "correlation_metrics", ", axis=-1", true, pearson)
	concordance          = function("concordance_correlation", "correlation_metrics", ", axis=-1", true, agreement)
	cosineSimilarityMean = function("cosine_similarity", "regression_metrics", ", axis=-1", false, cosine)
)

// own is a function declared here.
func own(f *spec.Function) func() *spec.Function { return func() *spec.Function { return f } }

// Arguments that several metrics have.
var (
	axis       = arg.Int("axis", -1).Says("the axis of the classes or values")
	fromLogits = arg.Bool("from_logits", false).Says("whether predictions are logits and no probabilities")
	smoothing  = arg.Float("label_smoothing", 0).Says("how far labels are drawn towards even odds, 0 to 1")
	k          = arg.Int("k", 5).Says("how many of the best predictions count")
)

// The metrics of accuracy.
var (
	Accuracy = wrapped(wrapping{class: "Accuracy", module: "accuracy_metrics", called: "accuracy", direction: "up", fn: own(accuracy),
		doc: "Takes the share of predictions that equal the truth."})
	BinaryAccuracy = wrapped(wrapping{class: "BinaryAccuracy", module: "accuracy_metrics", called: "binary_accuracy", direction: "up", fn: own(binaryAccuracy),
		doc: "Takes the share of right yes-or-no predictions."}, arg.Float("threshold", 0.5).Says("above which a prediction is a yes"))
	CategoricalAccuracy = wrapped(wrapping{class: "CategoricalAccuracy", module: "accuracy_metrics", called: "categorical_accuracy", direction: "up",
		fn: own(categoricalAccuracy), doc: "Takes the share of right classes, with one-hot labels."})
	SparseCategoricalAccuracy = wrapped(wrapping{class: "SparseCategoricalAccuracy", module: "accuracy_metrics", called: "sparse_categorical_accuracy", direction: "up",
		fn: own(sparseAccuracy), doc: "Takes the share of right classes, with class numbers as labels."})
	TopKCategoricalAccuracy = wrapped(wrapping{class: "TopKCategoricalAccuracy", module: "accuracy_metrics", called: "top_k_categorical_accuracy", direction: "up",
		fn: own(topKAccuracy), doc: "Takes how often the right class is among the best predictions, with one-hot labels."}, k)
	SparseTopKCategoricalAccuracy = sparseTopK()
)

// sparseTopK makes the metric whose config holds from_sorted_ids only when it is set.
func sparseTopK() *spec.Class {
	c := wrapped(wrapping{class: "SparseTopKCategoricalAccuracy", module: "accuracy_metrics", called: "sparse_top_k_categorical_accuracy", direction: "up",
		fn: own(sparseTopKAccuracy), doc: "Takes how often the right class is among the best predictions, with class numbers as labels."},
		k, arg.Bool("from_sorted_ids", false).Says("whether predictions are class numbers, the best first"))
	c.Config = spec.Keys("name", "dtype", "k")
	c.Finish = func(l *spec.Instance, config *object.Dict) error {
		if l.Bool("from_sorted_ids") {
			config.SetName("from_sorted_ids", object.True)
		}
		return nil
	}
	return c
}

// The metrics of margins.
var (
	Hinge = wrapped(wrapping{class: "Hinge", module: "hinge_metrics", called: "hinge", direction: "down", fn: loss("hinge"),
		doc: "Takes the mean hinge loss of labels -1 and 1."})
	SquaredHinge = wrapped(wrapping{class: "SquaredHinge", module: "hinge_metrics", called: "squared_hinge", direction: "down", fn: loss("squared_hinge"),
		doc: "Takes the mean square of the hinge loss."})
	CategoricalHinge = wrapped(wrapping{class: "CategoricalHinge", module: "hinge_metrics", called: "categorical_hinge", direction: "down",
		fn: loss("categorical_hinge"), doc: "Takes the mean hinge loss of one-hot labels."})
)

// The metrics of correlation.
var (
	PearsonCorrelation = wrapped(wrapping{class: "PearsonCorrelation", module: "correlation_metrics", called: "pearson_correlation", direction: "up",
		fn: own(pearsonCorrelation), doc: "Takes the linear correlation of truth and prediction."}, axis)
	ConcordanceCorrelation = wrapped(wrapping{class: "ConcordanceCorrelation", module: "correlation_metrics", called: "concordance_correlation", direction: "up",
		fn: own(concordance), doc: "Takes how well truth and prediction agree, in correlation and in size."}, axis)
)

// The metrics of probabilities.
var (
	KLDivergence = wrapped(wrapping{class: "KLDivergence", module: "probabilistic_metrics", called: "kl_divergence", fn: loss("kl_divergence"),
		doc: "Takes the mean Kullback-Leibler divergence of two distributions."})
	Poisson = wrapped(wrapping{class: "Poisson", module: "probabilistic_metrics", called: "poisson", fn: loss("poisson"),
		doc: "Takes the mean Poisson loss, for counts."})
	BinaryCrossentropy = wrapped(wrapping{class: "BinaryCrossentropy", module: "probabilistic_metrics", called: "binary_crossentropy", direction: "down",
		fn: loss("binary_crossentropy"), doc: "Takes the mean cross-entropy of yes-or-no labels."}, fromLogits, smoothing)
	CategoricalCrossentropy = wrapped(wrapping{class: "CategoricalCrossentropy", module: "probabilistic_metrics", called: "categorical_crossentropy", direction: "down",
		fn: loss("categorical_crossentropy"), doc: "Takes the mean cross-entropy of one-hot labels."}, fromLogits, smoothing, axis)
	SparseCategoricalCrossentropy = wrapped(wrapping{class: "SparseCategoricalCrossentropy", module: "probabilistic_metrics", called: "sparse_categorical_crossentropy",
		direction: "down", fn: loss("sparse_categorical_crossentropy"), doc: "Takes the mean cross-entropy of labels that are class numbers."},
		fromLogits, arg.Int("ignore_class", nil).Says("a class that does not count"), axis)
)

// regression makes a metric of errors without arguments of its own.
func regression(class, called, fn, doc string) *spec.Class {
	return wrapped(wrapping{class: class, module: "regression_metrics", called: called, direction: "down", fn: loss(fn), doc: doc})
}

// The metrics of regression.
var (
	MeanSquaredError            = regression("MeanSquaredError", "mean_squared_error", "mean_squared_error", "Takes the mean of squared errors.")
	MeanAbsoluteError           = regression("MeanAbsoluteError", "mean_absolute_error", "mean_absolute_error", "Takes the mean of absolute errors.")
	MeanAbsolutePercentageError = regression("MeanAbsolutePercentageError", "mean_absolute_percentage_error", "mean_absolute_percentage_error",
		"Takes the mean of absolute errors in percent of the truth.")
	MeanSquaredLogarithmicError = regression("MeanSquaredLogarithmicError", "mean_squared_logarithmic_error", "mean_squared_logarithmic_error",
		"Takes the mean of squared differences of logarithms.")
	LogCoshError     = regression("LogCoshError", "logcosh", "log_cosh", "Takes the mean logarithm of the hyperbolic cosine of errors.")
	CosineSimilarity = wrapped(wrapping{class: "CosineSimilarity", module: "regression_metrics", called: "cosine_similarity", direction: "up",
		fn: own(cosineSimilarityMean), doc: "Takes the mean cosine of the angle between truth and prediction.", hidden: true}, axis.As("-"))
	RootMeanSquaredError = spec.Declare(spec.Class{
		Name: "RootMeanSquaredError", Module: "keras.src.metrics.regression_metrics", Base: Mean, Export: spec.Keys("keras.metrics.RootMeanSquaredError"),
		Doc: "Takes the root of the mean of squared errors.", Methods: computing(pairs, updateRoot, rootResult), Args: arg.Of(name("root_mean_squared_error"), dtype), Config: spec.None,
		Setup: func(l *spec.Instance) error { return l.Set("_direction", "down") },
	})
)
