package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/quantizers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// addConfig adds get_config.
func addConfig(c *object.Class) {
	c.Methods(
		operation.MarkDefault(object.Func("get_config", "(self)", "Returns what is needed to make the layer again.",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				return getConfig(t, c, a[0].(*object.Instance))
			})),
		object.Func("__repr__", "(self)", "", reprLayer),
		object.Func("__str__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.CallMethod(t, a[0], "__repr__")
		}),
	)
}

// getConfig is Layer.get_config: Operation's config, then trainable, dtype, and activity_regularizer where there is one. A key
// that is there already keeps its place.
func getConfig(t *object.Thread, layer *object.Class, op *object.Instance) (object.Object, error) {
	if err := CheckInit(op); err != nil {
		return nil, err
	}
	base := op.Class().LookupAfter(layer, object.Intern("get_config"))
	v, err := object.CallArgs(t, &object.Method{Self: op, Func: base}, object.Args{})
	if err != nil {
		return nil, err
	}
	config, err := spec.OwnConfig(t, base, v)
	if err != nil {
		return nil, err
	}
	on, err := object.GetAttr(t, op, object.Intern("trainable"))
	if err != nil {
		return nil, err
	}
	config.SetName("trainable", on)
	policy, err := object.GetAttr(t, op, object.Intern("dtype_policy"))
	if err != nil {
		return nil, err
	}
	dtype, err := saving.Serialize(t, policy)
	if err != nil {
		return nil, err
	}
	config.SetName("dtype", dtype)
	if r := op.Attr("activity_regularizer"); r != nil && r != object.None {
		s, err := saving.Serialize(t, r)
		if err != nil {
			return nil, err
		}
		config.SetName("activity_regularizer", s)
	}
	return config, nil
}

func reprLayer(t *object.Thread, a []object.Object) (object.Object, error) {
	op := a[0].(*object.Instance)
	n, err := object.GetAttr(t, op, object.Intern("name"))
	if err != nil {
		return nil, err
	}
	shown, err := object.ToStr(t, n)
	if err != nil {
		return nil, err
	}
	built, err := object.GetAttr(t, op, object.Intern("built"))
	if err != nil {
		return nil, err
	}
	return object.NewStr("<" + op.Class().Name + " name=" + shown + ", built=" + arg.Repr(t, built) + ">"), nil
}

// addOther adds losses, masks, quantization and what needs numbers.
func addOther(c *object.Class) {
	c.Methods(
		operation.MarkDefault(object.Func("compute_mask", "(self, inputs, previous_mask)", "Makes the output's mask; by default the input's.",
			func(t *object.Thread, a []object.Object) (object.Object, error) { return a[2], nil })),
		object.Func("add_loss", "(self, loss)", "Adds a loss to those of training.", addLoss),
		object.Func("_clear_losses", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			clearLosses(a[0].(*object.Instance))
			return object.None, nil
		}),
		object.Func("_get_own_losses", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewList(append([]object.Object(nil), stateOf(a[0].(*object.Instance)).losses.Items...)...), nil
		}),
		object.Func("_check_super_called", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, CheckInit(a[0].(*object.Instance))
		}),
		object.Func("_flatten_layers", "(self, include_self=True, recursive=True)", "", flattenLayers),
		object.RawFunc("add_metric", "(self, *args, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "Layers have no add_metric() any more: give metrics to compile().")
		}),
		object.Func("quantized_build", "(self, input_shape, mode)", "Makes quantized weights; layers that can be quantized write it.",
			func(_ *object.Thread, a []object.Object) (object.Object, error) {
				return nil, object.NewError(object.NotImplementedErrClass, "%s has no quantized_build() method of its own.", a[0].Class().Name)
			}),
		object.Func("quantize", "(self, mode=None, type_check=True, config=None)", "Quantizes the weights.", quantize),
		object.RawFunc("stateless_call", "(self, *args, **kwargs)", "Calls the layer with its state given.", statelessCall),
	)
	c.Methods(
		object.Func("save_own_variables", "(self, store)", "Puts the layer's own variables into a store.", saveOwnVariables),
		object.Func("load_own_variables", "(self, store)", "Takes the layer's own variables from a store.", loadOwnVariables),
	)
}

func saveOwnVariables(t *object.Thread, a []object.Object) (object.Object, error) {
	own, err := ownVariables(t, a[0])
	if err != nil {
		return nil, err
	}
	return object.None, variable.StoreOwn(t, a[1], own, func(v object.Object) (object.Object, error) { return v, nil })
}

// ownVariables are those that the layer itself made: the trainable ones come first.
func ownVariables(t *object.Thread, self object.Object) ([]object.Object, error) {
	var own []object.Object
	for _, name := range []string{"_trainable_variables", "_non_trainable_variables"} {
		v, err := object.GetAttr(t, self, object.Intern(name))
		if err != nil {
			return nil, err
		}
		items, err := object.Items(t, v)
		if err != nil {
			return nil, err
		}
		own = append(own, items...)
	}
	return own, nil
}

func loadOwnVariables(t *object.Thread, a []object.Object) (object.Object, error) {
	own, err := ownVariables(t, a[0])
	if err != nil {
		return nil, err
	}
	n, err := variable.StoredKeys(t, a[1])
	if err != nil {
		return nil, err
	}
	if n != len(own) {
		return nil, object.ValueError("%s has %d variables of its own, and %d are stored. A layer must be built before its variables are loaded.", a[0].Class().Name, len(own), n)
	}
	return object.None, variable.LoadOwn(t, a[1], own)
}

func addLoss(t *object.Thread, a []object.Object) (object.Object, error) {
	op := a[0].(*object.Instance)
	scope := variable.OpenScope(t)
	for _, v := range tree.Flatten(a[1]) {
		if !isTensor(v) {
			return nil, object.ValueError("%s.add_loss() takes a tensor, computed in call() or build(), got %s.", op.Class().Name, arg.Repr(t, v))
		}
		if s := stateOf(op); scope != nil {
			if err := lossInScope(t, scope, s, v); err != nil {
				return nil, err
			}
		} else if operation.Tracing(t) == 0 {
			s.losses.Items = append(s.losses.Items, v)
		}
	}
	return object.None, nil
}

// lossInScope hands a loss to the open StatelessScope, if that collects losses.
func lossInScope(t *object.Thread, scope *object.Instance, s *state, loss object.Object) error {
	collect, err := object.Truth(t, arg.Self(t, scope).Value("collect_losses"))
	if err != nil || !collect {
		return err
	}
	if s.inScope == nil {
		s.inScope = map[object.Object]bool{}
	}
	s.inScope[loss] = true
	_, err = object.CallMethod(t, scope, "add_loss", loss)
	return err
}

// ownLosses are the losses that a layer added: to itself, or to the open StatelessScope.
func ownLosses(t *object.Thread, op *object.Instance) []object.Object {
	s := stateOf(op)
	scope := variable.OpenScope(t)
	if scope == nil {
		return s.losses.Items
	}
	var own []object.Object
	for _, loss := range arg.Self(t, scope).Items("losses") {
		if s.inScope[loss] {
			own = append(own, loss)
		}
	}
	return own
}

func flattenLayers(t *object.Thread, a []object.Object) (object.Object, error) {
	op := a[0].(*object.Instance)
	self, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	deep, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	out := object.NewList()
	if self {
		out.Items = append(out.Items, op)
	}
	queue := Sublayers(op)
	seen := map[*object.Instance]bool{}
	for len(queue) > 0 {
		sub := queue[0]
		queue = queue[1:]
		if seen[sub] {
			continue
		}
		seen[sub] = true
		out.Items = append(out.Items, sub)
		if deep { // each goes before what waits, so that the last of them is looked at first
			for _, below := range Sublayers(sub) {
				queue = append([]*object.Instance{below}, queue...)
			}
		}
	}
	return out, nil
}

// quantize makes Keras's checks and then refuses: the layers that can be quantized have methods of their own.
func quantize(t *object.Thread, a []object.Object) (object.Object, error) {
	op := a[0].(*object.Instance)
	if _, _, err := quantizers.Resolve(t, a[1], a[3]); err != nil {
		return nil, err
	}
	l := self(t, op)
	if !Built(op) {
		return nil, l.Fail("mode", "it cannot be quantized, for it is not built: call it on an input first.")
	}
	return nil, object.NewError(object.NotImplementedErrClass, "%s has no quantize() method of its own.", op.Class().Name)
}

func statelessCall(t *object.Thread, a object.Args) (object.Object, error) {
	op, ok := a.Pos[0].(*object.Instance)
	if !ok {
		return nil, object.TypeError("Layer.stateless_call() needs a layer")
	}
	if err := CheckInit(op); err != nil {
		return nil, err
	}
	if !Built(op) {
		return nil, object.ValueError("%s has no state to be given: it is not built. Call it on an input first.", name(op))
	}
	return stateless(t, op, object.Args{Pos: a.Pos[1:], Kw: a.Kw})
}
