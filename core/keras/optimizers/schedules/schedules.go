// Package schedules holds Keras's learning-rate schedules.
package schedules

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const module = "keras.src.optimizers.schedules.learning_rate_schedule"

// LearningRateSchedule is the base class.
var LearningRateSchedule = spec.Declare(module, "keras.optimizers.schedules.LearningRateSchedule", func() spec.Class {
	return spec.Class{
		Inherits: true,
		Doc:      "The base of all schedules: a callable that gives the learning rate of a step.", Config: spec.None, FromConfig: spec.Construct,
		Methods: []spec.Method{
			{Name: "__call__", Takes: "step", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, object.NewError(object.NotImplementedErrClass, "%s has no method __call__(step) of its own.", l.ClassName())
			}},
			{Name: "get_config", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, object.NewError(object.NotImplementedErrClass, "%s has no get_config() method of its own.", l.ClassName())
			}},
		},
	}
})

func declare(class, doc string, rate rateAt, own func() arg.List) *spec.Class {
	return spec.Declare(module, "keras.optimizers.schedules."+class, func() spec.Class {
		return spec.Class{Base: LearningRateSchedule, Doc: doc, Alone: true,
			Methods: []spec.Method{{Name: "__call__", Takes: "step", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if name, ok := object.Of(l.Value("name")).(*object.Str); !ok || strings.Contains(name.String(), "/") { // it opens a name scope
					return nil, l.Bad("name", l.Value("name"), "a string without '/'")
				}
				c := calc.New(l.T)
				return c.End(rate(c, l, a[0]))
			}}},
			Args: own()}
	})
}

func initial() arg.Arg { return arg.Float("initial_learning_rate").Says("the learning rate at step 0") }

func named(def string) arg.Arg { return arg.Str("name", def).Says("the schedule's name") }

func staircase() arg.Arg {
	return arg.Bool("staircase", false).Says("whether the rate falls in steps and not smoothly")
}

// above0 checks a number of steps once the attributes are set, as Keras does.
func above0(name string) arg.Arg {
	return arg.Check(func(l *spec.Instance) error {
		low, err := l.Compare(name, object.Le, 0)
		if err != nil || !low {
			return err
		}
		return l.Bad(name, l.Value(name), "above 0")
	})
}

// The schedules.
var (
	ExponentialDecay = declare("ExponentialDecay", "Lowers the learning rate by a constant factor.", exponential, func() arg.List {
		return arg.Of(initial(),
			arg.Float("decay_steps").Says("the steps between two decays"), arg.Float("decay_rate").Says("the factor"), staircase(), named("ExponentialDecay"), above0("decay_steps"))
	})
	InverseTimeDecay = declare("InverseTimeDecay", "Lowers the learning rate as one over time.", inverseTime, func() arg.List {
		return arg.Of(initial(),
			arg.Float("decay_steps").Says("the steps between two decays"), arg.Float("decay_rate").Says("how fast"), staircase(), named("InverseTimeDecay"), above0("decay_steps"))
	})
	PolynomialDecay = declare("PolynomialDecay", "Lowers the learning rate along a power of the remaining steps.", polynomial, func() arg.List {
		return arg.Of(initial(),
			arg.Float("decay_steps").Says("the steps until the end"), arg.Float("end_learning_rate", 0.0001).Says("the rate at the end"),
			arg.Float("power", 1.0).Says("the power"), arg.Bool("cycle", false).Says("whether it begins again"), named("PolynomialDecay"), above0("decay_steps"))
	})
	CosineDecay = declare("CosineDecay", "Lowers the learning rate along half a cosine, perhaps after a warm-up.", cosine, func() arg.List {
		return arg.Of(initial(),
			arg.Float("decay_steps").Says("the steps until the end"), arg.Float("alpha", 0.0).Says("the share of the rate that stays"), named("CosineDecay"),
			arg.Float("warmup_target", nil).Says("the rate that the warm-up reaches"), arg.Int("warmup_steps", 0).Says("the steps of the warm-up"), above0("decay_steps"))
	})
	CosineDecayRestarts = declare("CosineDecayRestarts", "Lowers the learning rate along half cosines, one after another.", cosineRestarts, func() arg.List {
		return arg.Of(initial(),
			arg.Float("first_decay_steps").Says("the steps of the first"), arg.Float("t_mul", 2.0).As("_t_mul").Says("how much longer each next one is"),
			arg.Float("m_mul", 1.0).As("_m_mul").Says("how much lower each next one begins"), arg.Float("alpha", 0.0).Says("the share of the rate that stays"),
			named("SGDRDecay"), above0("first_decay_steps"))
	})
	PiecewiseConstantDecay = declare("PiecewiseConstantDecay", "Keeps the learning rate constant between given steps.", piecewise,
		func() arg.List {
			return arg.Of(arg.Check(oneMore), arg.Any("boundaries").Says("the steps at which it changes"), arg.Any("values").Says("the rates, one more than boundaries"), named("PiecewiseConstant"))
		})
)

// oneMore checks that there is a rate for each piece.
func oneMore(l *spec.Instance) error {
	n, err := object.Len(l.T, l.Value("boundaries"))
	if err != nil {
		return err
	}
	m, err := object.Len(l.T, l.Value("values"))
	if err != nil || n == m-1 {
		return err
	}
	return l.Fail("values", "values must have one item more than boundaries, got %d values and %d boundaries.", m, n)
}

var byName = map[string]*spec.Class{}

func init() {
	for _, c := range []*spec.Class{ExponentialDecay, InverseTimeDecay, PolynomialDecay, CosineDecay, CosineDecayRestarts, PiecewiseConstantDecay} {
		byName[c.Name] = c
	}
	function := func(name, takes, doc string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
		spec.DeclareFunc(spec.Function{Name: name, Module: module, Export: spec.Keys("keras.optimizers.schedules." + name), Takes: takes, Doc: doc, Do: do})
	}
	function("serialize", "learning_rate_schedule", "Writes a schedule down as plain values.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return saving.Serialize(t, a[0])
	})
	function("deserialize", "config, custom_objects=None", "Makes the schedule that a config describes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		custom, _ := object.Of(a[1]).(*object.Dict)
		return Deserialize(t, a[0], custom)
	})
}

// Deserialize is keras.optimizers.schedules.deserialize.
func Deserialize(t *object.Thread, v object.Object, custom *object.Dict) (object.Object, error) {
	r := saving.Reader{T: t, Custom: custom, SafeMode: true, Module: func(name string) object.Object {
		if c := byName[name]; c != nil {
			return c.In(t)
		}
		return nil
	}}
	return r.Object(v)
}
