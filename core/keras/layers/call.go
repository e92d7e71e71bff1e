package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/config"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// context is what a call of a layer hands on to the layers it calls: the value of training.
type context struct {
	entry    *object.Instance
	training object.Object
}

type contextKey struct{}

func contextOf(t *object.Thread) **context {
	return operation.Global(t, contextKey{}, func() any { return new(*context) }).(**context)
}

// call is Layer.__call__.
func call(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	out, err := callLayer(t, op, a)
	if err != nil {
		return nil, operation.Filtered(t, err)
	}
	return out, nil
}

func callLayer(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	if err := CheckInit(op); err != nil {
		return nil, err
	}
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	defer t.Shallower()
	if err := t.Spend(50); err != nil {
		return nil, err
	}
	stateOf(op).called = true
	original := object.Args{Pos: append([]object.Object(nil), a.Pos...), Kw: append([]object.Kwarg(nil), a.Kw...)}
	a, converted, err := convert(t, op, original)
	if err != nil {
		return nil, err
	}
	if err := onlyTensors(t, op, a.Pos); err != nil {
		return nil, err
	}
	c, err := newCallSpec(t, op, &a)
	if err != nil {
		return nil, err
	}
	if err := checkInput(t, op, c.first); err != nil {
		return nil, err
	}
	sc := openScope(t, op)
	err = maybeBuild(t, op, c)
	operation.LeaveScope(t, sc)
	if err != nil {
		return nil, err
	}
	out, err := inContext(t, op, c, &a)
	if err != nil {
		return nil, err
	}
	// Keras records the dict of keywords it was called with, which converting replaces: only without it does the node see the
	// training and mask arguments that were filled in.
	if !converted {
		original = a
	}
	if operation.AnySymbolic(original) {
		if _, err := operation.AddNode(op, original, out); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// inContext calls the layer with training and masks filled in, and passes its mask on.
func inContext(t *object.Thread, op *object.Instance, c *callSpec, a *object.Args) (object.Object, error) {
	at := contextOf(t)
	if *at == nil {
		*at = &context{entry: op}
		clearLosses(op)
		defer func() { *contextOf(t) = nil }()
	}
	outer := (*at).training
	defer func() {
		if now := *contextOf(t); now != nil && now.entry != op {
			now.training = outer
		}
	}()
	resolveTraining(op, c, *at, a)
	fillMasks(c, a)
	previous := a.Get("mask")
	if previous == nil || previous == object.None {
		previous = masksOf(c.first)
	}
	sc := openScope(t, op)
	out, err := inAutocast(t, op, *a)
	operation.LeaveScope(t, sc)
	if err != nil {
		return nil, err
	}
	if err := object.SetAttr(t, op, object.Intern("built"), object.True); err != nil {
		return nil, err
	}
	if err := activityLoss(t, op, out); err != nil {
		return nil, err
	}
	return out, passMask(t, op, c.first, out, previous)
}

// resolveTraining takes training from the call, from the layer that calls this one, or from call's default, in this order,
// and hands it on by name: a tensor that took its place by position is one value too many, as in Keras.
func resolveTraining(op *object.Instance, c *callSpec, at *context, a *object.Args) {
	v, given := c.training, c.training != nil
	if !given {
		v = at.training
	}
	if v == nil || v == object.None && !given {
		if d, ok := c.argument("training"); ok {
			v = d
		}
	}
	at.training = v
	s := stateOf(op)
	if v != nil && v != object.None && s.call.Has("training") {
		a.Kw = append(without(a.Kw, "training"), object.Kwarg{Name: nameTraining, Value: v})
	}
}

// convert makes tensors of arrays and casts floating-point tensors to the layer's compute dtype. It says whether it looked
// at the arguments at all: one tensor of the right dtype goes through as it is.
func convert(t *object.Thread, op *object.Instance, a object.Args) (object.Args, bool, error) {
	l := self(t, op)
	if !l.Bool("_convert_input_args") {
		return a, false, nil
	}
	dtype, err := object.GetAttr(t, op, object.Intern("input_dtype"))
	if err != nil {
		return a, false, err
	}
	d, err := config.Dtype(t, dtype)
	if err != nil {
		return a, false, err
	}
	if len(a.Kw) == 0 && len(a.Pos) == 1 {
		if x, ok := a.Pos[0].(*tensor.KerasTensor); ok && x.Dtype == d {
			return a, false, nil
		}
	}
	auto := l.Bool("autocast")
	one := func(v object.Object) (object.Object, error) {
		c, err := dtypes.ConvertInput(t, v, auto, d)
		if x, ok := v.(*tensor.KerasTensor); ok && err == nil && c != v && x.Mask != nil {
			c.(*tensor.KerasTensor).Mask = x.Mask
		}
		return c, err
	}
	out := object.Args{Pos: make([]object.Object, len(a.Pos)), Kw: make([]object.Kwarg, len(a.Kw))}
	for i, v := range a.Pos {
		if out.Pos[i], err = tree.Map(v, one); err != nil {
			return a, true, err
		}
	}
	for i, k := range a.Kw {
		v, err := tree.Map(k.Value, one)
		if err != nil {
			return a, true, err
		}
		out.Kw[i] = object.Kwarg{Name: k.Name, Value: v}
	}
	return out, true, nil
}

// onlyTensors refuses positional arguments that are no tensors.
func onlyTensors(t *object.Thread, op *object.Instance, pos []object.Object) error {
	if op.Attr("_allow_non_tensor_positional_args") == object.Object(object.True) {
		return nil
	}
	for _, a := range pos {
		var bad object.Object
		tree.Each(a, func(v object.Object) bool {
			if v != object.None && !isTensor(v) {
				bad = v
			}
			return bad == nil
		})
		if bad != nil {
			e := object.ValueError("%s was called with %s, a value of type %s, by position. Only tensors may go by position; pass other arguments by name.",
				op.Class().Name, arg.Repr(t, bad), bad.Class().Name)
			e.Subject = blame.Argument{Class: op.Class().Name, Value: bad, Allowed: "a tensor"}
			return e
		}
	}
	return nil
}

// inAutocast calls the layer while its variables appear in the compute dtype.
func inAutocast(t *object.Thread, op *object.Instance, a object.Args) (out object.Object, err error) {
	l := self(t, op)
	compute, weights := l.Str("compute_dtype"), l.Str("variable_dtype")
	outer, open := variable.AutocastDtype(t)
	run := func() error {
		out, err = dispatch(t, op, a)
		err = operation.Explained(t, err)
		return err
	}
	switch {
	case open && (!l.Bool("autocast") || !config.IsFloat(compute)):
		err = variable.InAutocast(t, "", run)
	case open && outer != compute, !open && compute != weights:
		err = variable.InAutocast(t, compute, run)
	default:
		err = run()
	}
	return out, err
}

// dispatch infers the outputs of a call on symbols, and calls call on everything else. Inside a trace, a declared layer that
// knows its output's shape need not be computed.
func dispatch(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	if operation.AnySymbolic(a) {
		return callMethod(t, op, "symbolic_call", a)
	}
	if operation.Tracing(t) == tensor.Symbolic {
		return eagerCall(t, op, a)
	}
	if traced := operation.AnyTensor(a, (*tensor.KerasTensor).Traced); traced && knowsShape(op.Class()) {
		var out object.Object
		err := operation.Unnamed(t, func() (err error) {
			out, err = callMethod(t, op, "compute_output_spec", a)
			return err
		})
		if err != nil {
			return nil, err
		}
		return operation.AsTraced(t, out)
	}
	return compute(t, op, a)
}

// compute calls the method that computes.
func compute(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	method := "call"
	if mode := self(t, op).Value("quantization_mode"); mode != object.None {
		method = "quantized_call"
	}
	return callMethod(t, op, method, a)
}

// eagerCall computes the layer on values. Where a declared layer's computation is not modelled here, the shapes and dtypes of what
// it returns are known all the same.
func eagerCall(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
	out, err := compute(t, op, a)
	e := object.AsException(err)
	if e == nil || !notModelled(e) || !operation.AnyTensor(a, (*tensor.KerasTensor).Traced) || !knowsShape(op.Class()) {
		return out, err
	}
	err = operation.Unnamed(t, func() (err error) {
		out, err = callMethod(t, op, "compute_output_spec", a)
		return err
	})
	if err != nil {
		return nil, err
	}
	return ofKind(out, tensor.Eager), nil
}

func notModelled(e *object.Exception) bool {
	_, ok := e.Subject.(blame.NotModelled)
	return ok
}

// ofKind makes values of a kind of the tensors in a structure.
func ofKind(out object.Object, kind tensor.Kind) object.Object {
	tree.Each(out, func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok {
			x.Kind = kind
		}
		return true
	})
	return out
}

var (
	nameCall        = object.Intern("call")
	nameOutputShape = object.Intern("compute_output_shape")
	nameOutputSpec  = object.Intern("compute_output_spec")
)

// knowsShape reports whether both call and the shape of its output are declared, none of them overridden by a program.
func knowsShape(cls *object.Class) bool {
	own := func(name *object.Str) (native, inherited bool) {
		_, native = cls.Lookup(name).(*object.Builtin)
		return native, operation.IsDefault(cls, name.String())
	}
	if native, _ := own(nameCall); !native {
		return false
	}
	for _, c := range cls.MRO {
		if d := spec.Of(c); d != nil && d.Precise {
			return false
		}
	}
	specNative, specDefault := own(nameOutputSpec)
	if !specDefault {
		return specNative
	}
	shapeNative, shapeDefault := own(nameOutputShape)
	return shapeNative && !shapeDefault
}

// activityLoss adds the loss that the activity regularizer makes of outputs with values.
func activityLoss(t *object.Thread, op *object.Instance, out object.Object) error {
	regularizer := self(t, op).Value("activity_regularizer")
	if regularizer == object.None || dtypes.Values.IsTensor == nil {
		return nil
	}
	for _, x := range tree.Flatten(out) {
		if tensor.ShapeOnly(x) || !isTensor(x) {
			continue
		}
		loss, err := object.Call(t, regularizer, x)
		if err != nil {
			return err
		}
		shape, err := shapeOf(t, x)
		if err != nil {
			return err
		}
		if s := arg.IntsOf(shape); len(s) > 0 && s[0] > 0 {
			if loss, err = object.Binary(t, object.TrueDiv, loss, object.Int(s[0])); err != nil {
				return err
			}
		}
		if _, err := callMethod(t, op, "add_loss", object.Positional(loss)); err != nil {
			return err
		}
	}
	return nil
}

func clearLosses(op *object.Instance) {
	s := stateOf(op)
	s.losses.Items = nil
	for _, sub := range Sublayers(op) {
		clearLosses(sub)
	}
}
