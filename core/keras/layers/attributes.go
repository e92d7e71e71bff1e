package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// property adds a property of Layer.
func property(c *object.Class, name, doc string, get func(t *object.Thread, op *object.Instance) (object.Object, error),
	set func(t *object.Thread, op *object.Instance, v object.Object) error) {
	read := func(t *object.Thread, o object.Object) (object.Object, error) {
		op, ok := o.(*object.Instance)
		if !ok {
			return nil, object.TypeError("the property %s needs a layer", name)
		}
		return get(t, op)
	}
	c.GetterSetter(name, doc, read, func(t *object.Thread, o, v object.Object) error {
		op, ok := o.(*object.Instance)
		switch {
		case !ok:
			return object.TypeError("the property %s needs a layer", name)
		case v == nil:
			return object.AttributeError(o, name, "property '%s' of '%s' object has no deleter", name, o.Class().Name)
		case set == nil:
			return object.AttributeError(o, name, "property '%s' of '%s' object has no setter", name, o.Class().Name)
		}
		return set(t, op, v)
	})
}

// stored is a property whose value is kept in another attribute.
func stored(attr string) (func(*object.Thread, *object.Instance) (object.Object, error), func(*object.Thread, *object.Instance, object.Object) error) {
	return func(_ *object.Thread, op *object.Instance) (object.Object, error) {
			v := op.Attr(attr)
			if v == nil {
				return nil, object.AttributeError(op, attr, "'%s' object has no attribute '%s'", op.Class().Name, attr)
			}
			return v, nil
		}, func(_ *object.Thread, op *object.Instance, v object.Object) error {
			op.SetAttr(attr, v)
			return nil
		}
}

func addAttributes(c *object.Class) {
	get, _ := stored("_path")
	property(c, "path", "The name behind the names of the layers around.", get, nil)
	get, set := stored("_input_spec")
	property(c, "input_spec", "What the layer asks of its input.", get, set)
	get, set = stored("_supports_masking")
	property(c, "supports_masking", "Whether the layer passes masks on.", get, set)
	get, _ = stored("_trainable")
	property(c, "trainable", "Whether training changes the weights.", get, setTrainable)
	get, _ = stored("_dtype_policy")
	property(c, "dtype_policy", "The dtype policy.", get, setPolicy)
	for _, p := range []struct{ name, of, doc string }{
		{"compute_dtype", "compute_dtype", "The dtype that the layer computes in."},
		{"variable_dtype", "variable_dtype", "The dtype of weights."},
		{"quantization_mode", "quantization_mode", "How the weights are quantized, or None."},
	} {
		property(c, p.name, p.doc, func(t *object.Thread, op *object.Instance) (object.Object, error) { return ofPolicy(t, op, p.of) }, nil)
	}
	other := func(name, of, doc string) {
		property(c, name, doc, func(t *object.Thread, op *object.Instance) (object.Object, error) {
			return object.GetAttr(t, op, object.Intern(of))
		}, nil)
	}
	other("dtype", "variable_dtype", "The dtype of weights.")
	other("input_dtype", "compute_dtype", "The dtype that inputs are cast to.")
	property(c, "metrics", "The metrics of the layer and the layers inside.", allMetrics, nil)
	property(c, "metrics_variables", "The variables of the metrics.", metricsVariables, nil)
	property(c, "losses", "The losses of the last call, and those of weights.", losses, nil)
	property(c, "call_signature_parameters", "The names of call's parameters.", func(t *object.Thread, op *object.Instance) (object.Object, error) {
		s, err := callSignatureOf(t, op)
		if err != nil {
			return nil, err
		}
		out := object.NewList()
		for _, p := range s.Params {
			out.Items = append(out.Items, p.Name)
		}
		return out, nil
	}, nil)
	takes := func(name, argument string) {
		property(c, name, "", func(t *object.Thread, op *object.Instance) (object.Object, error) {
			s, err := callSignatureOf(t, op)
			if err != nil {
				return nil, err
			}
			return object.Bool(s.Has(argument)), nil
		}, nil)
	}
	takes("_call_has_training_arg", "training")
	takes("_call_has_mask_arg", "mask")
}

func setTrainable(t *object.Thread, op *object.Instance, v object.Object) error {
	on, err := object.Truth(t, v)
	if err != nil {
		return err
	}
	op.SetAttr("_trainable", object.Bool(on))
	s := stateOf(op)
	for _, w := range s.lists[trainableVariables].Items {
		w.(*variable.Variable).Trainable = on
	}
	for _, sub := range s.lists[sublayers].Items {
		if err := object.SetAttr(t, sub, object.Intern("trainable"), object.Bool(on)); err != nil {
			return err
		}
	}
	return nil
}

// Policy returns the dtype policy that is in force for the layer: a map's entry for its path, or the policy itself.
func Policy(t *object.Thread, op *object.Instance) (*object.Instance, error) {
	p, ok := op.Attr("_dtype_policy").(*object.Instance)
	if !ok {
		if err := CheckInit(op); err != nil {
			return nil, object.AttributeError(op, "_dtype_policy", "'%s' object has no attribute '_dtype_policy'", op.Class().Name)
		}
		return dtypes.Global(t)
	}
	if path := op.Attr("_path"); p.Class().IsSubclass(dtypes.Map.In(t)) && path != nil && textOf(path) != "" {
		v, err := dtypes.At(arg.Self(t, p), path)
		if err != nil {
			return nil, err
		}
		if at, ok := v.(*object.Instance); ok {
			return at, nil
		}
	}
	return p, nil
}

func ofPolicy(t *object.Thread, op *object.Instance, name string) (object.Object, error) {
	p, err := Policy(t, op)
	if err != nil {
		return nil, err
	}
	return object.GetAttr(t, p, object.Intern(name))
}

// setPolicy changes the dtype policy; a quantized one quantizes a built layer.
func setPolicy(t *object.Thread, op *object.Instance, v object.Object) error {
	p, err := dtypes.Get(t, v)
	if err != nil {
		return err
	}
	old, _ := op.Attr("_dtype_policy").(*object.Instance)
	path := op.Attr("_path")
	if old != nil && old.Class().IsSubclass(dtypes.Map.In(t)) && path != nil && textOf(path) != "" {
		if d, ok := object.Of(old.Attr("_policy_map")).(*object.Dict); ok {
			if _, err := d.Delete(t, path); err != nil {
				return err
			}
		}
		if err := dtypes.SetAt(arg.Self(t, old), path, p); err != nil {
			return err
		}
	} else {
		op.SetAttr("_dtype_policy", p)
	}
	mode := dtypes.Name(t, p, "quantization_mode")
	if mode == "" || !Built(op) || self(t, op).Bool("_is_quantized") {
		return nil
	}
	if mode == "gptq" {
		return object.ValueError("A layer cannot be quantized by GPTQ through its dtype_policy, since that needs data: call quantize('gptq', config=…).")
	}
	_, err = callMethod(t, op, "quantize", object.Positional(object.NewStr(mode)))
	return err
}

// Metrics lists the metrics of a layer and of the layers inside, without those of layers that skip names.
func Metrics(t *object.Thread, op *object.Instance, skip func(sub *object.Instance) bool) ([]object.Object, error) {
	out := append([]object.Object(nil), stateOf(op).lists[metrics].Items...)
	seen := map[*object.Instance]bool{op: true}
	var below func(op *object.Instance)
	below = func(op *object.Instance) {
		for _, sub := range Sublayers(op) {
			if seen[sub] {
				continue
			}
			seen[sub] = true
			if !skip(sub) {
				out = append(out, stateOf(sub).lists[metrics].Items...)
			}
			below(sub)
		}
	}
	below(op)
	return out, nil
}

func allMetrics(t *object.Thread, op *object.Instance) (object.Object, error) {
	s := stateOf(op)
	out := object.NewList(append([]object.Object(nil), s.lists[metrics].Items...)...)
	for _, sub := range s.lists[sublayers].Items {
		v, err := object.GetAttr(t, sub, object.Intern("metrics"))
		if err != nil {
			return nil, err
		}
		items, err := object.Items(t, v)
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, items...)
	}
	return out, nil
}

func metricsVariables(t *object.Thread, op *object.Instance) (object.Object, error) {
	list, err := object.GetAttr(t, op, object.Intern("metrics"))
	if err != nil {
		return nil, err
	}
	out := object.NewList()
	err = object.Iterate(t, list, func(m object.Object) (bool, error) {
		v, err := object.GetAttr(t, m, object.Intern("variables"))
		if err != nil {
			return false, err
		}
		items, err := object.Items(t, v)
		out.Items = append(out.Items, items...)
		return true, err
	})
	return out, err
}

// losses lists the losses that calls added, here and in the layers inside, and those of weights' regularizers.
func losses(t *object.Thread, op *object.Instance) (object.Object, error) {
	out := object.NewList(append([]object.Object(nil), ownLosses(t, op)...)...)
	seen := map[*object.Instance]bool{}
	var below func(op *object.Instance)
	below = func(op *object.Instance) {
		for _, sub := range Sublayers(op) {
			if !seen[sub] {
				seen[sub] = true
				out.Items = append(out.Items, ownLosses(t, sub)...)
				below(sub)
			}
		}
	}
	below(op)
	weights, err := object.GetAttr(t, op, object.Intern("trainable_weights"))
	if err != nil {
		return nil, err
	}
	err = object.Iterate(t, weights, func(w object.Object) (bool, error) {
		v, ok := w.(*variable.Variable)
		if !ok || v.Regularizer == object.None {
			return true, nil
		}
		loss, err := object.Call(t, v.Regularizer, v)
		out.Items = append(out.Items, loss)
		return true, err
	})
	return out, err
}

// name returns the layer's name for messages.
func name(op *object.Instance) string { return op.Class().Name + " '" + operation.Name(op) + "'" }
