package losses

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Arguments that several losses have.

func fromLogits() arg.Arg {
	return arg.Bool("from_logits", false).Says("whether predictions are logits and no probabilities")
}

func smoothing() arg.Arg {
	return arg.Float("label_smoothing", 0.0).Says("how far labels are drawn towards even odds, 0 to 1")
}

func axis() arg.Arg {
	return arg.Int("axis", -1).Says("the axis of the classes")
}

func alpha() arg.Arg {
	return arg.Float("alpha", 0.25).Says("the weight of the class")
}

func gamma() arg.Arg {
	return arg.Float("gamma", 2.0).Says("how strongly easy examples are weighed down")
}

// The losses of regression.
var (
	MeanSquaredError            = plain("MeanSquaredError", "mean_squared_error", "Takes the mean of squared errors.")
	MeanAbsoluteError           = plain("MeanAbsoluteError", "mean_absolute_error", "Takes the mean of absolute errors.")
	MeanAbsolutePercentageError = plain("MeanAbsolutePercentageError", "mean_absolute_percentage_error", "Takes the mean of absolute errors in percent of the truth.")
	MeanSquaredLogarithmicError = plain("MeanSquaredLogarithmicError", "mean_squared_logarithmic_error", "Takes the mean of squared differences of logarithms.")
	LogCosh                     = plain("LogCosh", "log_cosh", "Takes the logarithm of the hyperbolic cosine of the error.")
	Huber                       = declare("Huber", "Is quadratic for small errors and linear for large ones.", func() ([]string, arg.List) {
		return spec.None, arg.Of(arg.Float("delta", 1.0).Says("the error at which it turns linear"), toReduction(), named("huber_loss"), toDtype())
	})
	CosineSimilarity = declare("CosineSimilarity", "Takes the negative cosine of the angle between truth and prediction.", func() ([]string, arg.List) {
		return spec.None, arg.Of(axis(), toReduction(), named("cosine_similarity"), toDtype())
	})
)

// The losses of classification.
var (
	BinaryCrossentropy = declare("BinaryCrossentropy", "Takes the cross-entropy of yes-or-no labels.",
		func() ([]string, arg.List) {
			return spec.Keys("from_logits", "label_smoothing", "axis"), arg.Of(fromLogits(), smoothing(), axis(), toReduction(), named("binary_crossentropy"), toDtype())
		})
	BinaryFocalCrossentropy = declare("BinaryFocalCrossentropy", "Takes a binary cross-entropy that weighs easy examples down.",
		func() ([]string, arg.List) {
			return spec.Keys("from_logits", "label_smoothing", "axis", "apply_class_balancing", "alpha", "gamma"), arg.Of(arg.Bool("apply_class_balancing", false).Says("whether alpha weighs the classes"), alpha(), gamma(), fromLogits(), smoothing(), axis(),
				toReduction(), named("binary_focal_crossentropy"), toDtype())
		})
	CategoricalCrossentropy = declare("CategoricalCrossentropy", "Takes the cross-entropy of one-hot labels.",
		func() ([]string, arg.List) {
			return spec.Keys("from_logits", "label_smoothing", "axis"), arg.Of(fromLogits(), smoothing(), axis(), toReduction(), named("categorical_crossentropy"), toDtype())
		})
	CategoricalFocalCrossentropy = declare("CategoricalFocalCrossentropy", "Takes a categorical cross-entropy that weighs easy examples down.",
		func() ([]string, arg.List) {
			return spec.Keys("from_logits", "label_smoothing", "axis", "alpha", "gamma"), arg.Of(alpha(), gamma(), fromLogits(), smoothing(), axis(),
				toReduction(), named("categorical_focal_crossentropy"), toDtype())
		})
	CategoricalGeneralizedCrossEntropy = declare("CategoricalGeneralizedCrossEntropy", "Takes a cross-entropy that bears wrong labels.", func() ([]string, arg.List) {
		return spec.Keys("q"), arg.Of(arg.Check(func(l *spec.Instance) error {
			above, err := l.Compare("q", object.Gt, 0)
			if err != nil {
				return err
			}
			below, err := l.Compare("q", object.Lt, 1)
			if err != nil || above && below {
				return err
			}
			return l.Bad("q", l.Value("q"), "between 0 and 1, both excluded")
		}),
			arg.Float("q", 0.5).Says("between mean absolute error and cross-entropy"), toReduction(), named("categorical_generalized_cross_entropy"), toDtype())
	})
	SparseCategoricalCrossentropy = declare("SparseCategoricalCrossentropy", "Takes the cross-entropy of labels that are class numbers.",
		func() ([]string, arg.List) {
			return spec.Keys("from_logits", "ignore_class"), arg.Of(fromLogits(), arg.Int("ignore_class", nil).Says("a class that does not count"), toReduction(),
				axis().As("-"), named("sparse_categorical_crossentropy"), toDtype())
		})
	KLDivergence     = plain("KLDivergence", "kl_divergence", "Takes the Kullback-Leibler divergence of two distributions.")
	Poisson          = plain("Poisson", "poisson", "Takes the Poisson loss, for counts.")
	Hinge            = plain("Hinge", "hinge", "Takes the hinge loss of labels -1 and 1.")
	SquaredHinge     = plain("SquaredHinge", "squared_hinge", "Takes the square of the hinge loss.")
	CategoricalHinge = plain("CategoricalHinge", "categorical_hinge", "Takes the hinge loss of one-hot labels.")
)

// The losses of images, similarity and sequences.
var (
	Dice = declare("Dice", "Takes one minus the Dice overlap of two masks.", func() ([]string, arg.List) {
		return spec.Keys("axis"), arg.Of(toReduction(), named("dice"), arg.Any("axis", nil).Says("the axes of the overlap"), toDtype())
	})
	Tversky = declare("Tversky", "Takes one minus the Tversky overlap, which weighs false alarms and misses apart.", func() ([]string, arg.List) {
		return spec.Keys("alpha", "beta", "axis"), arg.Of(arg.Float("alpha", 0.5).Says("the weight of false positives"), arg.Float("beta", 0.5).Says("the weight of false negatives"), toReduction(),
			named("tversky"), arg.Any("axis", nil).Says("the axes of the overlap"), toDtype())
	})
	Circle = declare("Circle", "Draws embeddings of one class together and others apart.", func() ([]string, arg.List) {
		return spec.Keys("gamma", "margin", "remove_diagonal"), arg.Of(arg.Float("gamma", 80.0).Says("the scale"), arg.Float("margin", 0.4).Says("the margin"),
			arg.Bool("remove_diagonal", true).Says("whether an example is not compared with itself"), toReduction(), named("circle"), toDtype())
	})
	CTC = plain("CTC", "ctc", "Takes the connectionist temporal classification loss of sequences.")
)
