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

func axis() arg.Arg {
	return arg.Int("axis", -1).Says("the axis of the classes or values")
}

func fromLogits() arg.Arg {
	return arg.Bool("from_logits", false).Says("whether predictions are logits and no probabilities")
}

func smoothing() arg.Arg {
	return arg.Float("label_smoothing", 0).Says("how far labels are drawn towards even odds, 0 to 1")
}

func k() arg.Arg {
	return arg.Int("k", 5).Says("how many of the best predictions count")
}

// The metrics of accuracy.
var (
	Accuracy = wrapped("Accuracy", "accuracy_metrics", func() wrapping {
		return wrapping{doc: "Takes the share of predictions that equal the truth.",
			called: "accuracy", direction: "up", fn: own(accuracy)}
	})
	BinaryAccuracy = wrapped("BinaryAccuracy", "accuracy_metrics", func() wrapping {
		return wrapping{doc: "Takes the share of right yes-or-no predictions.",
			called: "binary_accuracy", direction: "up", fn: own(binaryAccuracy),
			args: []arg.Arg{arg.Float("threshold", 0.5).Says("above which a prediction is a yes")}}
	})
	CategoricalAccuracy = wrapped("CategoricalAccuracy", "accuracy_metrics", func() wrapping {
		return wrapping{doc: "Takes the share of right classes, with one-hot labels.",
			called: "categorical_accuracy", direction: "up", fn: own(categoricalAccuracy)}
	})
	SparseCategoricalAccuracy = wrapped("SparseCategoricalAccuracy", "accuracy_metrics", func() wrapping {
		return wrapping{doc: "Takes the share of right classes, with class numbers as labels.",
			called: "sparse_categorical_accuracy", direction: "up", fn: own(sparseAccuracy)}
	})
	TopKCategoricalAccuracy = wrapped("TopKCategoricalAccuracy", "accuracy_metrics", func() wrapping {
		return wrapping{doc: "Takes how often the right class is among the best predictions, with one-hot labels.",
			called: "top_k_categorical_accuracy", direction: "up", fn: own(topKAccuracy),
			args: []arg.Arg{k()}}
	})
	SparseTopKCategoricalAccuracy = wrapped("SparseTopKCategoricalAccuracy", "accuracy_metrics", func() wrapping {
		return wrapping{doc: "Takes how often the right class is among the best predictions, with class numbers as labels.",
			called: "sparse_top_k_categorical_accuracy", direction: "up", fn: own(sparseTopKAccuracy),
			args: []arg.Arg{k(), arg.Bool("from_sorted_ids", false).Says("whether predictions are class numbers, the best first")},
			keys: spec.Keys("k"), finish: sortedIDs}
	})
)

// sortedIDs writes from_sorted_ids only where it is set.
func sortedIDs(l *spec.Instance, config *object.Dict) error {
	if l.Bool("from_sorted_ids") {
		config.SetName("from_sorted_ids", object.True)
	}
	return nil
}

// The metrics of margins.
var (
	Hinge = wrapped("Hinge", "hinge_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean hinge loss of labels -1 and 1.",
			called: "hinge", direction: "down", fn: loss("hinge")}
	})
	SquaredHinge = wrapped("SquaredHinge", "hinge_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean square of the hinge loss.",
			called: "squared_hinge", direction: "down", fn: loss("squared_hinge")}
	})
	CategoricalHinge = wrapped("CategoricalHinge", "hinge_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean hinge loss of one-hot labels.",
			called: "categorical_hinge", direction: "down", fn: loss("categorical_hinge")}
	})
)

// The metrics of correlation.
var (
	PearsonCorrelation = wrapped("PearsonCorrelation", "correlation_metrics", func() wrapping {
		return wrapping{doc: "Takes the linear correlation of truth and prediction.",
			called: "pearson_correlation", direction: "up", fn: own(pearsonCorrelation),
			args: []arg.Arg{axis()}}
	})
	ConcordanceCorrelation = wrapped("ConcordanceCorrelation", "correlation_metrics", func() wrapping {
		return wrapping{doc: "Takes how well truth and prediction agree, in correlation and in size.",
			called: "concordance_correlation", direction: "up", fn: own(concordance),
			args: []arg.Arg{axis()}}
	})
)

// The metrics of probabilities.
var (
	KLDivergence = wrapped("KLDivergence", "probabilistic_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean Kullback-Leibler divergence of two distributions.",
			called: "kl_divergence", fn: loss("kl_divergence")}
	})
	Poisson = wrapped("Poisson", "probabilistic_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean Poisson loss, for counts.",
			called: "poisson", fn: loss("poisson")}
	})
	BinaryCrossentropy = wrapped("BinaryCrossentropy", "probabilistic_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean cross-entropy of yes-or-no labels.",
			called: "binary_crossentropy", direction: "down", fn: loss("binary_crossentropy"),
			args: []arg.Arg{fromLogits(), smoothing()}}
	})
	CategoricalCrossentropy = wrapped("CategoricalCrossentropy", "probabilistic_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean cross-entropy of one-hot labels.",
			called: "categorical_crossentropy", direction: "down", fn: loss("categorical_crossentropy"),
			args: []arg.Arg{fromLogits(), smoothing(), axis()}}
	})
	SparseCategoricalCrossentropy = wrapped("SparseCategoricalCrossentropy", "probabilistic_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean cross-entropy of labels that are class numbers.",
			called: "sparse_categorical_crossentropy", direction: "down", fn: loss("sparse_categorical_crossentropy"),
			args: []arg.Arg{fromLogits(), arg.Int("ignore_class", nil).Says("a class that does not count"), axis()}}
	})
)

// regression makes a metric of errors without arguments of its own.
func regression(class, called, fn, doc string) *spec.Class {
	return wrapped(class, "regression_metrics", func() wrapping {
		return wrapping{doc: doc, called: called, direction: "down", fn: loss(fn)}
	})
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
	CosineSimilarity = wrapped("CosineSimilarity", "regression_metrics", func() wrapping {
		return wrapping{doc: "Takes the mean cosine of the angle between truth and prediction.",
			called: "cosine_similarity", direction: "up", fn: own(cosineSimilarityMean), keys: spec.None,
			args: []arg.Arg{axis().As("-")}}
	})
	RootMeanSquaredError = spec.Declare("keras.src.metrics.regression_metrics", "keras.metrics.RootMeanSquaredError", func() spec.Class {
		return spec.Class{
			Base: Mean,
			Doc:  "Takes the root of the mean of squared errors.", Methods: computing(pairs, updateRoot, rootResult), Args: arg.Of(name("root_mean_squared_error"), dtype()), Config: spec.None,
			Setup: func(l *spec.Instance) error { return l.Set("_direction", "down") },
		}
	})
)
