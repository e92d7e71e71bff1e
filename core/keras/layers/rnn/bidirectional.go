package rnn

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Bidirectional runs a recurrent layer both ways.
var Bidirectional = spec.Declare("keras.src.layers.rnn.bidirectional", "keras.layers.Bidirectional", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Runs a recurrent layer along a sequence in both directions.",
		Args: arg.Of(
			arg.Check(checkBoth), arg.BaseInit,
			arg.Serialized("layer").As("-").Says("the layer that runs forward"),
			arg.OneOf("merge_mode", "'sum', 'mul', 'concat', 'ave' or None", "concat").Says("how the two outputs are put together"),
			arg.Any("weights", nil).As("-").Says("the first weights of both layers"), arg.Serialized("backward_layer", nil).As("-").Says("the layer that runs backward; None makes it of layer"),
		),
		Kwargs: "kwargs", Setup: cloneBothWays,
		Config: spec.Keys("merge_mode", "layer", "backward_layer"),
		From:   map[string]string{"layer": "forward_layer", "backward_layer": "backward_layer"},
		Takes:  "sequences, initial_state=None, mask=None, training=None",
		Call:   runBothWays,
		Methods: []spec.Method{
			{Name: "build", Takes: "sequences_shape, initial_state_shape=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				return nil, buildBothWays(l, a[0])
			}},
			{Name: "compute_output_shape", Takes: "sequences_shape, initial_state_shape=None", Do: mergedShape},
			{Name: "compute_mask", Takes: "_, mask", Do: mergedMask},
			{Name: "from_config", Takes: "config, custom_objects=None", Class: true, Do: bothFromConfig},
			{Name: "reset_state", Do: resetBoth}, {Name: "reset_states", Do: resetBoth},
		},
		Getters: []spec.Getter{{Name: "states", Doc: "The states of both layers.", Get: bothStates}},
	}
})

func checkBoth(l *spec.Instance) error {
	if err := core.IsLayer(l, "layer"); err != nil {
		return err
	}
	if !l.IsNone("backward_layer") {
		if err := core.IsLayer(l, "backward_layer"); err != nil {
			return err
		}
	}
	if l.IsNone("merge_mode") {
		return nil
	}
	return l.OneOf("merge_mode", "sum", "mul", "ave", "concat")
}

// clone makes a copy of a layer through its config, with another name and direction.
func clone(l *spec.Instance, layer *object.Instance, prefix string, backwards bool) (object.Object, error) {
	v, err := saving.Serialize(l.T, layer)
	if err != nil {
		return nil, err
	}
	config, _ := v.(*object.Dict)
	if config == nil {
		return nil, object.TypeError("%s needs a layer that can be written into a config.", l.ClassName())
	}
	if inner, ok := config.GetName("config").(*object.Dict); ok {
		if backwards {
			inner.SetName("go_backwards", object.True)
		}
		inner.SetName("name", object.NewStr(prefix+strings.TrimPrefix(arg.Self(l.T, layer).Str("name"), prefix)))
	}
	return saving.Deserialize(l.T, v, nil)
}

// cloneBothWays makes the two layers through the given layer's config.
func cloneBothWays(l *spec.Instance) error {
	layer := l.Given.Get("layer").(*object.Instance)
	forward, err := clone(l, layer, "forward_", false)
	if err != nil {
		return err
	}
	if err := l.Set("forward_layer", forward); err != nil {
		return err
	}
	backward := l.Given.Get("backward_layer")
	if backward == object.None {
		if backward, err = clone(l, layer, "backward_", true); err != nil {
			return err
		}
	}
	if err := l.Set("backward_layer", backward); err != nil {
		return err
	}
	given := arg.Self(l.T, layer)
	for _, each := range []object.Object{forward, backward} {
		if err := shareSettings(l, given, each); err != nil {
			return err
		}
	}
	if err := agreeBothWays(l); err != nil {
		return err
	}
	for _, each := range []object.Object{forward, backward} {
		if err := zeroForMask(l, each); err != nil {
			return err
		}
	}
	if err := halveWeights(l); err != nil {
		return err
	}
	for _, name := range []string{"stateful", "return_sequences", "return_state"} {
		v, err := object.GetAttr(l.T, layer, object.Intern(name))
		if err != nil {
			return err
		}
		if err := l.Set(name, v); err != nil {
			return err
		}
	}
	return l.SetAll("supports_masking", true, "input_spec", given.Value("input_spec"))
}

// halveWeights gives each layer its half of the weights that the constructor was given.
func halveWeights(l *spec.Instance) error {
	weights := l.Given.Get("weights")
	if some, err := object.Truth(l.T, weights); err != nil || !some {
		return err
	}
	n, err := object.Len(l.T, weights)
	if err != nil {
		return err
	}
	half := object.Int(n / 2)
	for attr, part := range map[string]*object.Slice{
		"forward_layer":  {Start: object.None, Stop: half, Step: object.None},
		"backward_layer": {Start: half, Stop: object.None, Step: object.None},
	} {
		v, err := object.GetItem(l.T, weights, part)
		if err != nil {
			return err
		}
		if err := object.SetAttr(l.T, l.Value(attr), object.Intern("initial_weights"), v); err != nil {
			return err
		}
	}
	return nil
}

func shareSettings(l *spec.Instance, from *spec.Instance, to object.Object) error {
	v, err := from.Lookup("use_cudnn")
	if v == nil || err != nil {
		return err
	}
	return object.SetAttr(l.T, to, object.Intern("use_cudnn"), v)
}

func zeroForMask(l *spec.Instance, layer object.Object) error {
	v, err := object.LookupAttr(l.T, layer, object.Intern("zero_output_for_mask"))
	if v == nil || v == object.None || err != nil {
		return err
	}
	returns, err := object.GetAttr(l.T, layer, object.Intern("return_sequences"))
	if err != nil {
		return err
	}
	return object.SetAttr(l.T, layer, object.Intern("zero_output_for_mask"), returns)
}

// agreeBothWays checks that one layer runs backward, and that both return the same.
func agreeBothWays(l *spec.Instance) error {
	both := func(name string) (a, b object.Object, same bool, err error) {
		if a, err = object.GetAttr(l.T, l.Value("forward_layer"), object.Intern(name)); err != nil {
			return
		}
		if b, err = object.GetAttr(l.T, l.Value("backward_layer"), object.Intern(name)); err != nil {
			return
		}
		same, err = object.Equal(l.T, a, b)
		return
	}
	a, _, same, err := both("go_backwards")
	if err != nil {
		return err
	}
	if same {
		return l.Fail("backward_layer", "one of the two layers must run backward, and both have go_backwards=%s.", l.Repr(a))
	}
	for _, name := range []string{"stateful", "return_sequences", "return_state"} {
		a, b, same, err := both(name)
		if err != nil {
			return err
		}
		if !same {
			return l.Fail("backward_layer", "both layers must have the same %s: it is %s of the one that runs forward, %s of the other.", name, l.Repr(a), l.Repr(b))
		}
	}
	return nil
}

func buildBothWays(l *spec.Instance, shape object.Object) error {
	for _, attr := range []string{"forward_layer", "backward_layer"} {
		inner, ok := l.Value(attr).(*object.Instance)
		if ok && !layers.Built(inner) {
			if _, err := object.CallMethod(l.T, inner, "build", shape); err != nil {
				return err
			}
		}
	}
	return nil
}

// mergedShape is the shape of the two outputs put together.
func mergedShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	out, err := object.CallMethod(l.T, l.Value("forward_layer"), "compute_output_shape", a[0])
	if err != nil {
		return nil, err
	}
	var states []object.Object
	if l.Bool("return_state") {
		items, err := object.Items(l.T, out)
		if err != nil {
			return nil, err
		}
		out, states = items[0], items[1:]
	}
	items, err := object.Items(l.T, out)
	if err != nil {
		return nil, err
	}
	one := object.NewTuple(append([]object.Object(nil), items...)...)
	if l.Str("merge_mode") == "concat" && len(one.Items) > 0 {
		last := len(one.Items) - 1
		if one.Items[last], err = object.Binary(l.T, object.Mul, one.Items[last], object.Int(2)); err != nil {
			return nil, err
		}
	}
	switch separate := l.IsNone("merge_mode"); {
	case separate:
		all := append([]object.Object{one, one}, states...)
		return object.NewTuple(append(all, states...)...), nil
	case l.Bool("return_state"):
		all := append([]object.Object{one}, states...)
		return object.NewTuple(append(all, states...)...), nil
	}
	return one, nil
}

// runBothWays calls the two layers and puts their outputs together.
func runBothWays(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	states := []object.Object{object.None, object.None}
	if a[1] != object.None {
		all := c.Items(a[1])
		half := len(all) / 2
		states = []object.Object{object.NewList(all[:half]...), object.NewList(all[half:]...)}
	}
	outs := make([]object.Object, 2)
	var ends []object.Object
	for i, attr := range []string{"forward_layer", "backward_layer"} {
		layer := l.Value(attr)
		pairs := []any{"initial_state", states[i]}
		if c.Truth(c.Attr(layer, "_call_has_training_arg")) {
			pairs = append(pairs, "training", a[3])
		}
		if c.Truth(c.Attr(layer, "_call_has_mask_arg")) {
			pairs = append(pairs, "mask", a[2])
		}
		y := c.Call(layer, a[:1], pairs...)
		if l.Bool("return_state") && c.Err == nil {
			items := c.Items(y)
			y, ends = items[0], append(ends, items[1:]...)
		}
		outs[i] = c.Do("cast", y, l.Value("compute_dtype"))
	}
	if l.Bool("return_sequences") {
		outs[1] = c.With("flip", outs[1:], "axis", 1)
	}
	merged := merge(l, c, outs)
	if l.Bool("return_state") {
		return c.End(object.NewTuple(append(merged, ends...)...))
	}
	if len(merged) == 1 {
		return c.End(merged[0])
	}
	return c.End(object.NewTuple(merged...))
}

// merge puts two outputs together as merge_mode says.
func merge(l *spec.Instance, c *layers.Calc, outs []object.Object) []object.Object {
	switch l.Str("merge_mode") {
	case "concat":
		return []object.Object{c.With("concatenate", []object.Object{object.NewList(outs...)}, "axis", -1)}
	case "sum":
		return []object.Object{c.Do("add", outs...)}
	case "ave":
		return []object.Object{c.Do("divide", c.Do("add", outs...), object.Int(2))}
	case "mul":
		return []object.Object{c.Do("multiply", outs...)}
	}
	return outs
}

func mergedMask(l *spec.Instance, a []object.Object) (object.Object, error) {
	mask := a[1]
	if x, ok := object.Of(mask).(*object.List); ok && x.Len() > 0 {
		mask = x.Items[0]
	}
	if !l.Bool("return_sequences") {
		mask = object.None
	}
	if !l.Bool("merge_mode") {
		return object.NewTuple(mask, mask), nil
	}
	return mask, nil
}

func bothStates(l *spec.Instance) (object.Object, error) {
	var out []object.Object
	for _, attr := range []string{"forward_layer", "backward_layer"} {
		v, err := object.GetAttr(l.T, l.Value(attr), object.Intern("states"))
		if err != nil {
			return nil, err
		}
		if set, err := object.Truth(l.T, v); err != nil || !set {
			return object.None, err
		}
		items, err := object.Items(l.T, v)
		if err != nil {
			return nil, err
		}
		out = append(out, items...)
	}
	return object.NewTuple(out...), nil
}

func resetBoth(l *spec.Instance, _ []object.Object) (object.Object, error) {
	if !l.Bool("stateful") {
		return nil, object.AttributeError(l.Instance, "reset_state", "%s keeps no state: it is not stateful.", l.ClassName())
	}
	for _, attr := range []string{"forward_layer", "backward_layer"} {
		if _, err := object.CallMethod(l.T, l.Value(attr), "reset_state"); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

func bothFromConfig(l *spec.Instance, a []object.Object) (object.Object, error) {
	cls, _ := a[0].(*object.Class)
	given, ok := object.Of(a[1]).(*object.Dict)
	if !ok || cls == nil {
		return nil, object.TypeError("Bidirectional.from_config() takes a dict, got %s.", a[1].Class().Name)
	}
	custom, _ := object.Of(a[2]).(*object.Dict)
	config := given.Copy()
	v := config.GetName("layer")
	if v == nil {
		return nil, object.KeyError(object.NewStr("layer"))
	}
	layer, err := saving.Deserialize(l.T, v, custom)
	if err != nil {
		return nil, err
	}
	config.SetName("layer", layer)
	backward := config.GetName("backward_layer")
	config.DelStr(object.Intern("backward_layer"))
	if backward != nil && backward != object.None {
		if backward, err = saving.Deserialize(l.T, backward, custom); err != nil {
			return nil, err
		}
		config.SetName("backward_layer", backward)
	}
	return spec.Construct(l.T, cls, config)
}
