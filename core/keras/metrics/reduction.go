package metrics

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const reductionModule = "keras.src.metrics.reduction_metrics"

// Sum adds values up.
var Sum = spec.Declare(reductionModule, "keras.metrics.Sum", func() spec.Class {
	return spec.Class{
		Base: Metric, Doc: "Adds values up.", Methods: computing("values, sample_weight=None", updateSum, sumResult),
		Args: arg.Of(name("sum"), dtype()), Config: spec.None,
		Setup: func(l *spec.Instance) error { return zeros(l, object.NewTuple(), false, "total") },
	}
})

// Mean takes the mean of values.
var Mean = spec.Declare(reductionModule, "keras.metrics.Mean", func() spec.Class {
	return spec.Class{
		Base: Metric, Doc: "Takes the mean of values.", Methods: computing("values, sample_weight=None", updateMean, meanResult),
		Args: arg.Of(name("mean"), dtype()), Config: spec.None,
		Setup: func(l *spec.Instance) error { return zeros(l, object.NewTuple(), false, "total", "count") },
	}
})

// MeanMetricWrapper takes the mean of what a function gives for each example.
var MeanMetricWrapper = spec.Declare(reductionModule, "keras.metrics.MeanMetricWrapper", func() spec.Class {
	return spec.Class{
		Base: Mean,
		Doc:  "Takes the mean of what a function of truth and prediction gives.", Methods: computing(pairs, updateWrapped, nil),
		Args: arg.Of(
			arg.Check(func(l *spec.Instance) error { // the keyword arguments are the function's, not those of the base class
				l.Given.Set("own kwargs", l.Given.Get("kwargs"))
				l.Given.Set("kwargs", object.NewDict())
				return nil
			}),
			arg.BaseInit, arg.Any("fn").As("_fn").Says("a function of truth and prediction"), name(nil), dtype(),
		),
		Kwargs: "kwargs", Config: spec.None,
		Setup: func(l *spec.Instance) error {
			if _, err := object.Hash(l.T, l.Value("_fn")); err != nil { // it is looked up among the losses
				return err
			}
			if f := spec.FunctionOf(l.T, l.Value("_fn")); f != nil && f.Module == "keras.src.losses.losses" {
				if err := l.Set("_direction", "down"); err != nil {
					return err
				}
			}
			return l.Set("_fn_kwargs", l.Given.Get("own kwargs"))
		},
		Finish: func(l *spec.Instance, config *object.Dict) error {
			fn, err := saving.Serialize(l.T, l.Value("_fn"))
			if err != nil {
				return err
			}
			config.SetName("fn", fn)
			own, err := saving.Serialize(l.T, l.Value("_fn_kwargs"))
			if err != nil {
				return err
			}
			if d, ok := own.(*object.Dict); ok {
				for k, v := range d.All() {
					if err := config.Set(l.T, k, v); err != nil {
						return err
					}
				}
			}
			return nil
		},
		FromConfig: func(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
			if config.GetName("fn") == nil {
				return spec.Construct(t, cls, config)
			}
			v, err := saving.Deserialize(t, config, nil)
			if err != nil {
				return nil, err
			}
			d, ok := v.(*object.Dict)
			if !ok {
				return nil, object.TypeError("the config of %s describes another object", cls.Name)
			}
			return spec.Construct(t, cls, d)
		},
	}
})

// wrapping is what one of Keras's metrics that wrap a function is made of.
type wrapping struct {
	doc, called string
	fn          func() *spec.Function
	direction   string
	// args are the metric's own arguments, which go to the function. name and dtype stand before them, but behind k.
	args []arg.Arg
	// keys are those that stand in the config behind name and dtype, nil for all of them; finish may change the config.
	keys   []string
	finish func(l *spec.Instance, config *object.Dict) error
}

// wrapped declares a metric that wraps a function.
func wrapped(class, module string, own func() wrapping) *spec.Class {
	return spec.Declare("keras.src.metrics."+module, "keras.metrics."+class, func() spec.Class {
		w := own()
		c := spec.Class{Base: MeanMetricWrapper, Doc: w.doc, Alone: true, Config: spec.Keys("name", "dtype"), Finish: w.finish, FromConfig: spec.Construct}
		var names []string
		first := len(w.args) > 0 && w.args[0].Name == "k"
		if !first {
			c.Args = arg.Of(name(w.called), dtype())
		}
		for i, a := range w.args {
			c.Args = append(c.Args, a)
			names = append(names, a.Name)
			if first && i == 0 {
				c.Args = append(c.Args, name(w.called), dtype())
			}
		}
		if w.keys == nil {
			w.keys = names
		}
		c.Config = append(c.Config, w.keys...)
		c.Hand = func(l *spec.Instance) ([]object.Kwarg, error) {
			kw := arg.Pairs("fn", w.fn().In(l.T))
			for _, n := range names {
				kw = append(kw, object.Kwarg{Name: object.Intern(n), Value: l.Given.Get(n)})
			}
			return kw, nil
		}
		if w.direction != "" {
			c.Setup = func(l *spec.Instance) error { return l.Set("_direction", w.direction) }
		}
		return c
	})
}

// loss finds a function that package losses declares.
func loss(fn string) func() *spec.Function {
	return func() *spec.Function { return spec.FindFunc("keras.losses." + fn) }
}
