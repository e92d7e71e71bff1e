package optimizers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Arguments that several optimizers have.

func beta1() arg.Arg {
	return arg.Float("beta_1", 0.9).Says("how slowly the mean of gradients moves")
}

func beta2() arg.Arg {
	return arg.Float("beta_2", 0.999).Says("how slowly the mean of their squares moves")
}

func epsilon() arg.Arg {
	return arg.Float("epsilon", 1e-7).Says("a small number against division by zero")
}

func amsgrad() arg.Arg {
	return arg.Bool("amsgrad", false).Says("whether the largest mean of squares so far counts")
}

// twoMoments are the variables of many optimizers: the mean of gradients and of their squares.
var twoMoments = []slots{{attr: "_momentums", name: "momentum"}, {attr: "_velocities", name: "velocity"}}

// The optimizers.
var (
	SGD = declare("SGD", "sgd", "Steps against the gradient, perhaps with momentum.", 0.01, func() ([]spec.Method, arg.List) {
		return []spec.Method{building([]slots{{attr: "momentums", name: "momentum", when: "momentum"}}, nil), updating(sgd)},
			arg.Of(arg.Check(func(l *spec.Instance) error {
				v := l.Value("momentum")
				if f, ok := object.Of(v).(object.Float); !ok || f < 0 || f > 1 {
					return l.Bad("momentum", v, "a float from 0 to 1")
				}
				return nil
			}),
				arg.Float("momentum", 0.0).Says("the share of the last step that is kept"), arg.Bool("nesterov", false).Says("whether momentum looks ahead"))
	})
	RMSprop = declare("RMSprop", "rmsprop", "Divides each gradient by a moving root of its squares.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building([]slots{{attr: "_velocities", name: "velocity"}, {attr: "_momentums", name: "momentum", when: "momentum"},
				{attr: "_average_gradients", name: "average_gradient", when: "centered"}}, nil), updating(rmsprop)},
			arg.Of(arg.Float("rho", 0.9).Says("how slowly the mean of squares moves"), arg.Float("momentum", 0.0).Says("the share of the last step that is kept"), epsilon(),
				arg.Bool("centered", false).Says("whether the mean of gradients is taken off"))
	})
	Adam = declare("Adam", "adam", "Adapts each weight's step to the mean and spread of its gradients.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building([]slots{{attr: "_momentums", name: "momentum"}, {attr: "_velocities", name: "velocity"}, {attr: "_velocity_hats", name: "velocity_hat", when: "amsgrad"}}, nil), updating(adam)},
			arg.Of(beta1(), beta2(), epsilon(), amsgrad())
	})
	Adadelta = declare("Adadelta", "adadelta", "Adapts each weight's step to its recent steps and gradients.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building([]slots{{attr: "_accumulated_grads", name: "accumulated_grad"}, {attr: "_accumulated_delta_vars", name: "accumulated_delta_var"}}, nil), updating(adadelta)},
			arg.Of(arg.Float("rho", 0.95).Says("how slowly the means move"), epsilon())
	})
	Adafactor = declare("Adafactor", "adafactor", "Is like Adam with less memory: it keeps sums of rows and columns.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building(nil, buildAdafactor), updating(adafactor)},
			arg.Of(arg.Float("beta_2_decay", -0.8).Says("how the mean's pace falls"), arg.Float("epsilon_1", 1e-30).Says("a small number under the squares"),
				arg.Float("epsilon_2", 0.001).Says("a small number under the weights"), arg.Float("clip_threshold", 1.0).Says("where a step is clipped"),
				arg.Bool("relative_step", true).Says("whether the step follows the time"))
	})
	Adagrad = declare("Adagrad", "adagrad", "Lowers each weight's step as its gradients add up.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building([]slots{{attr: "_accumulators", name: "accumulator", start: "initial_accumulator_value"}}, nil), updating(adagrad)},
			arg.Of(arg.Float("initial_accumulator_value", 0.1).Says("where the sum begins"), epsilon())
	})
	Adamax = declare("Adamax", "adamax", "Is Adam with the largest gradient in place of the mean of squares.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building([]slots{{attr: "_m", name: "momentum"}, {attr: "_u", name: "norm"}}, nil), updating(adamax)},
			arg.Of(beta1(), beta2(), epsilon())
	})
	Nadam = declare("Nadam", "nadam", "Is Adam with momentum that looks ahead.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building(twoMoments, buildNadam), updating(nadam), {Name: "_backend_update_step", Takes: "grads, trainable_variables, learning_rate", Do: updateNadam}},
			arg.Of(beta1(), beta2(), epsilon())
	})
	Lamb = declare("Lamb", "lamb", "Is Adam with steps scaled to each layer, for large batches.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building(twoMoments, nil), updating(lamb)},
			arg.Of(beta1(), beta2(), epsilon())
	})
	Lion = declare("Lion", "lion", "Steps by the sign of a mix of momentum and gradient.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building([]slots{{attr: "_momentums", name: "momentum"}}, nil), updating(lion)},
			arg.Of(beta1(),
				arg.Float("beta_2", 0.99).Says("how slowly the momentum moves"), arg.Check(aboveZeroUpTo1("beta_1")))
	})
	ScheduleFreeAdamW = declare("ScheduleFreeAdamW", "schedule_free_adamw", "Is AdamW with averaging in place of a schedule.", 0.0025, func() ([]spec.Method, arg.List) {
		return []spec.Method{building(twoMoments, buildScheduleFree), updating(scheduleFree)},
			arg.Of(beta1(), beta2(),
				arg.Float("epsilon", 1e-8).Says("a small number against division by zero"), arg.Int("warmup_steps", 0).Says("the steps until the full rate"))
	})
	Ftrl = declare("Ftrl", "ftrl", "Follows the regularized leader: it keeps many weights at zero.", 0.001, func() ([]spec.Method, arg.List) {
		return []spec.Method{building([]slots{{attr: "_accumulators", name: "accumulator", start: "initial_accumulator_value"}, {attr: "_linears", name: "linear"}}, nil), updating(ftrl)},
			arg.Of(arg.Check(ftrlSigns),
				arg.Float("learning_rate_power", -0.5).Says("how the rate falls, zero or below"), arg.Float("initial_accumulator_value", 0.1).Says("where the sums begin"),
				arg.Float("l1_regularization_strength", 0.0).Says("the pull of absolute values"), arg.Float("l2_regularization_strength", 0.0).Says("the pull of squares"),
				arg.Float("l2_shrinkage_regularization_strength", 0.0).Says("the pull of squares on gradients"), arg.Float("beta", 0.0).Says("a constant in the rate"))
	})
	AdamW = adamW()
	Muon  = muon()
)

func aboveZeroUpTo1(name string) func(l *spec.Instance) error {
	return func(l *spec.Instance) error {
		low, err := l.Compare(name, object.Le, 0)
		if err != nil {
			return err
		}
		high, err := l.Compare(name, object.Gt, 1)
		if err != nil || !low && !high {
			return err
		}
		return l.Bad(name, l.Value(name), "above 0 and at most 1")
	}
}

// ftrlSigns checks the signs of Ftrl's numbers in Keras's order.
func ftrlSigns(l *spec.Instance) error {
	for _, c := range []struct {
		name    string
		op      object.CompareOp
		allowed string
	}{
		{"initial_accumulator_value", object.Lt, "zero or above"}, {"learning_rate_power", object.Gt, "zero or below"},
		{"l1_regularization_strength", object.Lt, "zero or above"}, {"l2_regularization_strength", object.Lt, "zero or above"},
		{"l2_shrinkage_regularization_strength", object.Lt, "zero or above"},
	} {
		bad, err := l.Compare(c.name, c.op, 0.0)
		if err != nil {
			return err
		}
		if bad {
			return l.Bad(c.name, l.Value(c.name), c.allowed)
		}
	}
	return nil
}

// adamW is Adam with the weight decay among its own arguments, and required.
func adamW() *spec.Class {
	return spec.Declare("keras.src.optimizers.adamw", "keras.optimizers.AdamW", func() spec.Class {
		return spec.Class{Base: Adam,
			Doc: "Is Adam with weight decay apart from the gradients.", Kwargs: "kwargs", Config: spec.None,
			Args: arg.Of(rate(0.001).ToBase(), arg.Float("weight_decay", 0.004).ToBase().Says("how much weights shrink at each step"),
				beta1().ToBase(), beta2().ToBase(), epsilon().ToBase(), amsgrad().ToBase(), common().Without("weight_decay").ToBase(), optimizerName().ToBase()),
			Setup: func(l *spec.Instance) error {
				if l.IsNone("weight_decay") {
					return l.Bad("weight_decay", object.None, "a float")
				}
				return nil
			}}
	})
}

// series says what the three numbers of Muon's Newton-Schulz iteration are.
const series = "a coefficient of the series that makes the update orthogonal"

// muon has arguments of its own on both sides of the common ones.
func muon() *spec.Class {
	return spec.Declare("keras.src.optimizers.muon", "keras.optimizers.Muon", func() spec.Class {
		return spec.Class{Base: Optimizer,
			Doc: "Makes the steps of matrices orthogonal, and leaves the rest to Adam.", Args: muonArgs(), Kwargs: "kwargs",
			Methods: []spec.Method{building(nil, buildMuon), updating(muonStep), {Name: "_apply_weight_decay", Takes: "variables", Do: decayMuon}},
			Config: spec.Keys("adam_beta_1", "adam_beta_2", "epsilon", "exclude_layers", "muon_a", "muon_b", "muon_c", "adam_lr_ratio", "momentum", "ns_steps",
				"nesterov", "exclude_embeddings", "adam_weight_decay", "rms_rate")}
	})
}

func muonArgs() arg.List {
	layers := arg.Any("exclude_layers", nil).Says("patterns of weights that Adam handles")
	layers.Kind = &arg.Kind{Name: "list of patterns", Get: func(l *arg.Instance, _ *arg.Arg, v object.Object) (object.Object, error) {
		if given, err := object.Truth(l.T, v); given || err != nil {
			return v, err
		}
		return object.NewList(), nil
	}}
	return arg.Of(rate(0.001).ToBase(), arg.Float("adam_beta_1", 0.9).Says("beta_1 of Adam"), arg.Float("adam_beta_2", 0.999).Says("beta_2 of Adam"),
		arg.Float("adam_weight_decay", 0.004).Says("the weight decay of Adam"), epsilon(), arg.Float("weight_decay", 0.004).ToBase(),
		common().Without("weight_decay").ToBase(), optimizerName().ToBase(), layers, arg.Bool("exclude_embeddings", true).Says("whether Adam handles embeddings"),
		arg.Float("muon_a", 3.4445).Says(series), arg.Float("muon_b", -4.775).Says(series), arg.Float("muon_c", 2.0315).Says(series), arg.Float("adam_lr_ratio", 1).Says("Adam's rate over Muon's"),
		arg.Float("momentum", 0.95).Says("the share of the last step that is kept"), arg.Int("ns_steps", 5).Says("the Newton-Schulz iterations"),
		arg.Bool("nesterov", true).Says("whether momentum looks ahead"), arg.Float("rms_rate", 0.2).Says("the root mean square of a step"))
}
