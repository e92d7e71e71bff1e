package preprocessing

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// Pipeline runs layers one after another.
var Pipeline = spec.Declare(folder+"pipeline", "keras.layers.Pipeline", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Runs layers one after another as one layer.",
		Args: arg.Of(arg.Any("layers").As("_pipeline_layers").Says("the layers in order"), arg.Str("name", nil).ToBase()),
		Setup: func(l *spec.Instance) error {
			return l.SetAll("_convert_input_args", false, "_allow_non_tensor_positional_args", true)
		},
		Config: spec.None, Alone: true,
		Finish: func(l *spec.Instance, config *object.Dict) error {
			v, err := saving.Serialize(l.T, l.Value("_pipeline_layers"))
			if err != nil {
				return err
			}
			config.SetName("layers", v)
			config.SetName("name", l.Value("name"))
			return nil
		},
		FromConfig: pipelineFromConfig,
		Takes:      "inputs, training=True, mask=None", Call: runPipeline,
		Getters: []spec.Getter{{Name: "layers", Doc: "The layers in order.", Get: func(l *spec.Instance) (object.Object, error) {
			return l.Value("_pipeline_layers"), nil
		}}},
	}
})

func pipelineFromConfig(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
	given := config.GetName("layers")
	if given == nil {
		given = object.None
	}
	var items []object.Object
	switch x := object.Of(given).(type) {
	case *object.List:
		items = x.Items
	case *object.Tuple:
		items = x.Items
	default:
		e := object.ValueError("The config of a Pipeline needs the key layers with a list of serialized layers, got layers=%s.", arg.Repr(t, given))
		e.Subject = blame.NotAConfig{Value: given}
		return nil, e
	}
	made := make([]object.Object, len(items))
	for i, v := range items {
		var err error
		if made[i], err = saving.Deserialize(t, v, nil); err != nil {
			return nil, err
		}
	}
	config = config.Copy()
	config.SetName("layers", object.NewList(made...))
	return spec.Construct(t, cls, config)
}

func runPipeline(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	x, training, mask := a[0], a[1], a[2]
	for _, layer := range c.Items(l.Value("_pipeline_layers")) {
		var kw []any
		if c.Truth(c.Attr(layer, "_call_has_mask_arg")) {
			kw = append(kw, "mask", mask)
		}
		if training != object.None && c.Truth(c.Attr(layer, "_call_has_training_arg")) {
			kw = append(kw, "training", training)
		}
		x = c.Call(layer, []object.Object{x}, kw...)
		mask = c.Of(func() (object.Object, error) {
			return tree.Map(x, func(v object.Object) (object.Object, error) { return layers.Mask(v), nil })
		})
	}
	return c.End(x)
}
