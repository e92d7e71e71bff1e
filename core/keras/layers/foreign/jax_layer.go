package foreign

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/initializers"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// JaxLayer wraps a function of jax.
var JaxLayer = spec.Declare("keras.src.utils.jax_layer", "keras.layers.JaxLayer", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Makes a layer of a function of jax.",
		Args: arg.Of(
			arg.Serialized("call_fn").Says("the function, whose parameters are among params, state, rng, inputs and training"),
			arg.Serialized("init_fn", nil).Says("the function that makes the first params and state"),
			arg.Any("params", nil).As("-").Says("the first values of what is trained"), arg.Any("state", nil).As("-").Says("the first values of what is not"),
			arg.Any("seed", nil).As("-").Says("the seed of rng"),
			arg.Any("native_serialization_platforms", nil).As("jax2tf_native_serialization_platforms").Says("the platforms that an export is made for"),
		),
		Kwargs: "kwargs", Setup: setUpJax,
		Config:     spec.Keys("call_fn", "init_fn", "native_serialization_platforms"),
		FromConfig: jaxFromConfig,
		Takes:      "inputs, training=False", Call: callJax,
		Methods: []spec.Method{{Name: "build", Takes: "input_shape", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			if l.IsNone("params") && l.IsNone("state") && (l.Bool("call_fn_has_params") || l.Bool("call_fn_has_state")) {
				return nil, l.NotModelled("calling init_fn, which computes with jax")
			}
			return nil, nil
		}}},
	}
})

func setUpJax(l *spec.Instance) error {
	for _, part := range []struct {
		attr   string
		frozen bool
	}{{"params", false}, {"state", true}} {
		if err := makeVariables(l, part.attr, l.Given.Get(part.attr), part.frozen); err != nil {
			return err
		}
	}
	if !l.IsNone("params") || !l.IsNone("state") {
		if _, err := l.Method("_build_at_init"); err != nil {
			return err
		}
	}
	names, err := parameters(l, "call_fn", "params", "state", "rng", "inputs", "training")
	if err != nil {
		return err
	}
	has := func(name string) bool {
		yes, _ := object.Contains(l.T, names, object.Intern(name))
		return yes
	}
	if err := l.SetAll("call_fn_arguments", names, "call_fn_has_params", has("params"), "call_fn_has_state", has("state")); err != nil {
		return err
	}
	if has("rng") {
		err = layers.SetSeedGenerator(l, l.Given.Get("seed"))
	} else {
		err = l.Set("seed_generator", nil)
	}
	if err != nil {
		return err
	}
	if l.IsNone("init_fn") && l.Given.Get("params") == object.None && l.Given.Get("state") == object.None && (has("params") || has("state")) {
		return l.Fail("init_fn", "call_fn takes params or state, so one of init_fn, params and state must be given.")
	}
	if !l.Bool("init_fn") {
		return nil
	}
	if names, err = parameters(l, "init_fn", "rng", "inputs", "training"); err != nil {
		return err
	}
	return l.Set("init_fn_arguments", names)
}

// parameters lists the parameters of a function; inputs must be among them, and none beside those allowed.
func parameters(l *spec.Instance, name string, allowed ...string) (*object.List, error) {
	v := l.Value(name)
	f, ok := v.(object.Signatured)
	if !ok {
		return nil, l.BadType(name, v, "a function")
	}
	out := object.NewList()
	inputs := false
	for _, p := range f.Signature().Params {
		inputs = inputs || p.Name.String() == "inputs"
		out.Items = append(out.Items, p.Name)
	}
	if !inputs {
		return nil, l.Fail(name, "the function must have a parameter called inputs.")
	}
	for _, p := range out.Items {
		known := false
		for _, n := range allowed {
			known = known || object.Intern(n) == p
		}
		if !known {
			return nil, l.Fail(name, "the function has the parameter %s, which the layer does not know.", l.Repr(p))
		}
	}
	return out, nil
}

// makeVariables puts a weight in the place of each number and array, and keeps the structure under attr; it is not tracked.
func makeVariables(l *spec.Instance, attr string, values object.Object, frozen bool) error {
	flat := object.NewList()
	made, err := tree.Map(values, func(v object.Object) (object.Object, error) {
		shape, dtype, ok, err := number(l, v)
		if err != nil || !ok {
			return v, err
		}
		initializer := v
		if tuple, scalar := shape.(*object.Tuple); scalar && tuple.Len() == 0 {
			if initializer, err = constant(l, v); err != nil {
				return nil, err
			}
		}
		pairs := []any{"shape", shape, "initializer", initializer, "trainable", !frozen}
		if dtype != nil {
			pairs = append(pairs, "dtype", dtype)
		}
		w, err := l.CallWith("add_weight", pairs...)
		if err == nil {
			flat.Items = append(flat.Items, w)
		}
		return w, err
	})
	if err != nil {
		return err
	}
	l.Instance.SetAttr(attr, made)
	return l.Set("tracked_"+attr, flat)
}

// constant makes the initializer that gives one number.
func constant(l *spec.Instance, v object.Object) (object.Object, error) {
	return initializers.Constant.New(l.T, arg.Pairs("value", v)...)
}

// number tells shape and dtype of a number or an array; a dtype of nil is the layer's own.
func number(l *spec.Instance, v object.Object) (shape, dtype object.Object, ok bool, err error) {
	switch object.Of(v).(type) {
	case object.Bool:
		return object.NewTuple(), object.Intern("bool"), true, nil
	case object.Int:
		return object.NewTuple(), object.Intern("int32"), true, nil
	case object.Float:
		return object.NewTuple(), nil, true, nil
	}
	if shape, err = object.LookupAttr(l.T, v, object.Intern("shape")); shape == nil || err != nil {
		return nil, nil, false, err
	}
	if dtype, err = object.GetAttr(l.T, v, object.Intern("dtype")); err != nil {
		return nil, nil, false, err
	}
	text, err := object.ToStr(l.T, dtype)
	if err != nil {
		return nil, nil, false, err
	}
	if dtype = object.NewStr(text); len(text) > 4 && (text[:5] == "float" || text[:5] == "bfloa") {
		dtype = nil
	}
	return shape, dtype, true, nil
}

func jaxFromConfig(t *object.Thread, cls *object.Class, config *object.Dict) (object.Object, error) {
	for _, key := range []string{"call_fn", "init_fn"} {
		v := config.GetName(key)
		if v == nil {
			return nil, object.KeyError(object.NewStr(key))
		}
		f, err := saving.Deserialize(t, v, nil)
		if err != nil {
			return nil, err
		}
		config.SetName(key, f)
	}
	return spec.SuperFromConfig(t, JaxLayerClass(t), cls, config)
}

// JaxLayerClass returns the session's class JaxLayer.
func JaxLayerClass(t *object.Thread) *object.Class { return spec.Find("keras.layers.JaxLayer").In(t) }

// callJax calls the function with what it takes.
func callJax(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	var args []object.Object
	for _, p := range l.Items("call_fn_arguments") {
		name, _ := object.AsString(p)
		switch name {
		case "inputs":
			args = append(args, a[0])
		case "training":
			args = append(args, a[1])
		case "rng":
			if c.Truth(a[1]) {
				return nil, l.NotModelled("drawing random numbers")
			}
			args = append(args, object.None)
		default:
			args = append(args, l.Value(name))
		}
	}
	out := c.Call(l.Value("call_fn"), args)
	if !l.Bool("call_fn_has_state") {
		return c.End(out)
	}
	both := c.Items(out)
	if c.Err == nil && len(both) != 2 {
		return nil, object.ValueError("%s: call_fn takes state, so it must return its result and the new state.", l.ClassName())
	}
	if c.Err != nil {
		return nil, c.Err
	}
	old, news := tree.Flatten(l.Value("state")), tree.Flatten(both[1])
	for i, v := range news {
		if i < len(old) && v != object.None {
			c.Call(c.Attr(old[i], "assign"), []object.Object{v})
		}
	}
	return c.End(both[0])
}
