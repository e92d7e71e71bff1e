package core

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// Lambda makes a layer of a function.
var Lambda = spec.Declare("keras.src.layers.core.lambda_layer", "keras.layers.Lambda", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Makes a layer of any function of tensors.",
		Args: arg.Of(
			arg.Any("function").As("-").Says("called with the inputs"), arg.Any("output_shape", nil).As("-").Says("the output's shape without the batch, or a function"),
			arg.Any("mask", nil).As("-").Says("the output's mask, or a function"), arg.Any("arguments", nil).As("-").Says("further arguments of the function"),
		),
		Kwargs: "kwargs", Setup: setUpLambda, Config: spec.None, Finish: lambdaConfig,
		Takes: "inputs, mask=None, training=None",
		Call:  callLambda,
		Methods: []spec.Method{
			{Name: "compute_output_shape", Takes: "input_shape", Do: lambdaShape},
			{Name: "compute_mask", Takes: "inputs, mask=None", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
				if m := l.Value("mask"); object.IsCallable(m) {
					return object.Call(l.T, m, a...)
				}
				return l.Value("mask"), nil
			}},
			{Name: "from_config", Takes: "config, custom_objects=None, safe_mode=None", Class: true, Do: lambdaFromConfig},
		},
	}
})

func setUpLambda(l *spec.Instance) error {
	arguments := l.Given.Get("arguments")
	if set, err := object.Truth(l.T, arguments); err != nil || !set {
		if err != nil {
			return err
		}
		arguments = object.NewDict()
	}
	f, mask := l.Given.Get("function"), l.Given.Get("mask")
	if err := l.SetAll("arguments", arguments, "function", f, "supports_masking", mask != object.None, "mask", mask,
		"_output_shape", l.Given.Get("output_shape"), "_already_warned", false); err != nil {
		return err
	}
	if !object.IsCallable(f) {
		return l.BadType("function", f, "a function")
	}
	if c, isClass := f.(*object.Class); isClass { // some classes of Python's have no parameters to look at
		inspect, err := l.T.Import(l.T, "inspect")
		if err != nil {
			return err
		}
		if _, err := object.CallMethod(l.T, inspect, "getfullargspec", c); err != nil {
			return err
		}
	}
	takes := parameters(f)
	return l.SetAll("_fn_expects_training_arg", takes["training"], "_fn_expects_mask_arg", takes["mask"])
}

// parameters lists a function's parameters that take positions.
func parameters(f object.Object) map[string]bool {
	out := map[string]bool{}
	if m, ok := f.(*object.Method); ok {
		f = m.Func
	}
	if s, ok := f.(object.Signatured); ok {
		for _, p := range s.Signature().Params {
			out[p.Name.String()] = p.Kind <= object.PositionalOrKeyword
		}
	}
	return out
}

func callLambda(l *spec.Instance, a []object.Object) (object.Object, error) {
	args := object.Args{Pos: a[:1]}
	if d, ok := object.Of(l.Value("arguments")).(*object.Dict); ok {
		kw, err := operation.Keywords(d)
		if err != nil {
			return nil, err
		}
		args.Kw = kw
	}
	if l.Bool("_fn_expects_mask_arg") {
		args.Kw = append(args.Kw, arg.Pairs("mask", a[1])...)
	}
	if l.Bool("_fn_expects_training_arg") {
		args.Kw = append(args.Kw, arg.Pairs("training", a[2])...)
	}
	return object.CallArgs(l.T, l.Value("function"), args)
}

// lambdaShape is what output_shape says, or what the function makes of traced values.
func lambdaShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	given := l.Value("_output_shape")
	switch {
	case given == object.None:
		return inferred(l, a[0])
	case object.IsCallable(given):
		return object.Call(l.T, given, a[0])
	}
	flat := tree.Flatten(a[0])
	if len(flat) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "list index out of range")
	}
	return eachShape(l.T, given, func(s *object.Tuple) (object.Object, error) {
		return object.NewTuple(append([]object.Object{flat[0]}, s.Items...)...), nil
	})
}

// eachShape maps the shapes in a structure of shapes.
func eachShape(t *object.Thread, o object.Object, f func(*object.Tuple) (object.Object, error)) (object.Object, error) {
	if s, ok := spec.ReadShape(o); ok {
		return f(s.Object())
	}
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	defer t.Shallower()
	switch x := object.Of(o).(type) {
	case *object.List:
		items, err := eachItem(t, x.Items, f)
		return object.NewList(items...), err
	case *object.Tuple:
		items, err := eachItem(t, x.Items, f)
		return object.NewTuple(items...), err
	case *object.Dict:
		out := object.NewDict()
		for k, v := range x.All() {
			m, err := eachShape(t, v, f)
			if err != nil {
				return nil, err
			}
			_ = out.Set(nil, k, m)
		}
		return out, nil
	}
	return nil, object.TypeError("a shape must be a tuple of integers and None, got a value of type %s", o.Class().Name)
}

func eachItem(t *object.Thread, items []object.Object, f func(*object.Tuple) (object.Object, error)) ([]object.Object, error) {
	out := make([]object.Object, len(items))
	for i, v := range items {
		m, err := eachShape(t, v, f)
		if err != nil {
			return nil, err
		}
		out[i] = m
	}
	return out, nil
}

func inferred(l *spec.Instance, shape object.Object) (object.Object, error) {
	inputs, err := eachShape(l.T, shape, func(s *object.Tuple) (object.Object, error) {
		dims, _ := spec.ReadShape(s)
		return operation.NewTensor(l.T, dims, l.Str("compute_dtype")), nil
	})
	if err != nil {
		return nil, err
	}
	out, err := operation.Trace(l.T, object.Positional(inputs), func(a object.Args) (object.Object, error) {
		m, err := object.GetAttr(l.T, l.Instance, object.Intern("call"))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(l.T, m, a)
	})
	if e := object.AsException(err); e != nil {
		n := object.NewError(object.NotImplementedErrClass, "The output's shape could not be worked out by calling the function of %s '%s': %s "+
			"Give Lambda the argument output_shape.", l.ClassName(), l.Str("name"), e.Error())
		n.Context, n.Trace, n.Subject = e, e.Trace, operation.CannotInfer{Operation: l.Instance, Cause: e}
		return nil, n
	}
	if err != nil {
		return nil, err
	}
	return tree.Map(out, func(v object.Object) (object.Object, error) {
		x, ok := v.(*tensor.KerasTensor)
		if !ok {
			return nil, object.NewError(object.NotImplementedErrClass, "The function of %s '%s' must return tensors, it returned a value of type %s.",
				l.ClassName(), l.Str("name"), v.Class().Name)
		}
		return x.Shape.Object(), nil
	})
}

// lambdaConfig adds the keys: function, output_shape and mask where they are set, arguments.
func lambdaConfig(l *spec.Instance, config *object.Dict) error {
	f, err := functionConfig(l, l.Value("function"))
	if err != nil {
		return err
	}
	config.SetName("function", f)
	if v := l.Value("_output_shape"); v != object.None {
		if object.IsCallable(v) {
			if v, err = functionConfig(l, v); err != nil {
				return err
			}
		}
		config.SetName("output_shape", v)
	}
	if v := l.Value("mask"); v != object.None {
		if object.IsCallable(v) {
			v, err = functionConfig(l, v)
		} else {
			v, err = saving.Serialize(l.T, v)
		}
		if err != nil {
			return err
		}
		config.SetName("mask", v)
	}
	arguments, err := saving.Serialize(l.T, l.Value("arguments"))
	config.SetName("arguments", arguments)
	return err
}

func functionConfig(l *spec.Instance, f object.Object) (object.Object, error) {
	if name, err := object.LookupAttr(l.T, f, object.Intern("__name__")); err == nil && name != nil {
		if s, ok := name.(*object.Str); ok && s.String() == "<lambda>" {
			parts, err := saving.DumpFunction(l.T, f)
			if err != nil {
				return nil, err
			}
			config := object.NewDict()
			for i, n := range []string{"code", "defaults", "closure"} {
				config.SetName(n, parts.Items[i])
			}
			d := object.NewDict()
			d.SetName("class_name", object.NewStr("__lambda__"))
			d.SetName("config", config)
			return d, nil
		}
	}
	if !object.IsCallable(f) {
		return nil, l.Bad("function", f, "a function")
	}
	return saving.Serialize(l.T, f)
}

// lambdaFromConfig brings functions back. A lambda is code, and comes back only outside of safe mode.
func lambdaFromConfig(l *spec.Instance, a []object.Object) (object.Object, error) {
	cls, _ := a[0].(*object.Class)
	config, ok := object.Of(a[1]).(*object.Dict)
	if !ok || cls == nil {
		return nil, object.TypeError("Lambda.from_config() takes a dict, got %s.", a[1].Class().Name)
	}
	custom, _ := object.Of(a[2]).(*object.Dict)
	safe := a[3] != object.Object(object.False)
	if a[3] == object.None {
		safe = saving.InSafeMode(l.T, true)
	}
	f := config.GetName("function")
	if f == nil {
		return nil, object.KeyError(object.NewStr("function"))
	}
	for _, key := range []string{"function", "output_shape", "arguments"} {
		v := config.GetName(key)
		if v == nil {
			continue
		}
		o, err := lambdaPart(l.T, key, v, custom, safe)
		if err != nil {
			return nil, err
		}
		config.SetName(key, o)
	}
	return spec.Construct(l.T, cls, config)
}

func lambdaPart(t *object.Thread, key string, v object.Object, custom *object.Dict, safe bool) (object.Object, error) {
	if d, ok := object.Of(v).(*object.Dict); ok && key != "arguments" {
		if class, ok := object.Of(orNone(d.GetName("class_name"))).(*object.Str); ok && class.String() == "__lambda__" {
			return loadLambda(t, d, safe)
		}
	}
	o, err := saving.Deserialize(t, v, custom)
	if err != nil || key != "output_shape" {
		return o, err
	}
	if s, ok := spec.ReadShape(o); ok {
		return s.Object(), nil
	}
	return o, nil
}

func loadLambda(t *object.Thread, d *object.Dict, safe bool) (object.Object, error) {
	if safe {
		return nil, object.ValueError("This Lambda layer's config carries a lambda, which is code. It is not brought back unless safe_mode=False is " +
			"passed, or keras.config.enable_unsafe_deserialization() was called.")
	}
	inner, ok := object.Of(orNone(d.GetName("config"))).(*object.Dict)
	if !ok {
		return nil, object.TypeError("the config of a lambda must be a dict")
	}
	code, ok := object.Of(orNone(inner.GetName("code"))).(*object.Str)
	if !ok {
		return nil, object.KeyError(object.NewStr("code"))
	}
	return saving.LoadFunction(t, code.String(), orNone(inner.GetName("defaults")), orNone(inner.GetName("closure")))
}

func orNone(o object.Object) object.Object {
	if o == nil {
		return object.None
	}
	return o
}
