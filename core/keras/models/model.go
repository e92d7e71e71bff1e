package models

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Model is keras.Model: a layer that holds layers. It is set by init, since the functions of the class speak of it.
var Model *spec.Class

func init() {
	Model = spec.Declare("keras.src.models.model", "keras.Model keras.models.Model", func() spec.Class {
		return spec.Class{
			Doc: "A layer made of layers, from inputs to outputs or by a call of its own.", Native: newModel}
	})
}

var anyArguments = object.ParseSignature("(self, *args, **kwargs)")

// subclass makes a session's class of this package.
func subclass(t *object.Thread, name, module string, bases ...*object.Class) *object.Class {
	c, err := object.NewClass(t, name, module, bases, object.NewDict(), object.TypeClass)
	if err != nil {
		panic(err) // the bases have nothing in common
	}
	return c
}

// method makes a method of a Go function.
func method(name, sig string, do func(l *spec.Instance, a []object.Object) (object.Object, error)) *object.Builtin {
	s := object.ParseSignature(sig)
	return object.RawFunc(name, "", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		v, err := operation.Bind(name, s, a)
		if err != nil {
			return nil, err
		}
		self, ok := v[0].(*object.Instance)
		if !ok {
			return nil, object.TypeError("%s() needs a model", name)
		}
		return do(arg.Self(t, self), v[1:])
	}).WithSignature(s)
}

// filtered makes a method whose exceptions Keras filters.
func filtered(name, sig string, do func(l *spec.Instance, a []object.Object) (object.Object, error)) *object.Builtin {
	inner := method(name, sig, do)
	return object.RawFunc(name, "", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		out, err := object.CallArgs(t, inner, a)
		return out, operation.Filtered(t, err)
	}).WithSignature(inner.Signature())
}

// functionalArguments reports whether a constructor call means a functional model: Model(inputs, outputs).
func functionalArguments(a object.Args) bool {
	out := a.Get("outputs") != nil
	return len(a.Pos) == 2 || len(a.Pos) == 1 && out || a.Get("inputs") != nil && out
}

// newWithoutArguments is Model.__new__ behind its choice: the arguments do not reach the automatic config.
func newWithoutArguments(t *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
	return layers.Base.In(t).New(t, cls, object.Args{})
}

func newModel(t *object.Thread) *object.Class {
	trains := operation.Between(t, "keras.src.trainers.trainer.Trainer")
	c := subclass(t, "Model", "keras.src.models.model", operation.Between(t, "keras.src.backend.jax.trainer.JAXTrainer", trains), trains, layers.Base.In(t))
	c.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		if cls == c && functionalArguments(a) {
			cls = Functional.In(t)
		}
		return newWithoutArguments(t, cls, a)
	}
	c.Methods(
		object.RawFunc("__init__", "", "", initModel).WithSignature(anyArguments),
		method("call", "(self, *args, **kwargs)", func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "The model %s has no call() of its own.", l.ClassName())
		}),
		filtered("summary", summarySignature, summarize),
		filtered("get_layer", "(self, name=None, index=None)", getLayer),
		method("to_json", "(self, **kwargs)", toJSON),
		method("build_from_config", "(self, config)", buildFromConfig),
		method("quantize", quantizeTakes, quantizeModel),
		method("get_quantization_layer_structure", "(self, mode=None)", func(*spec.Instance, []object.Object) (object.Object, error) { return object.None, nil }),
		filtered("compile", compileSignature, compile),
		method("get_compile_config", "(self)", compileConfig),
		method("compile_from_config", "(self, config)", compileFromConfig),
	)
	trainer(c)
	savers(c)
	stateTrees(c)
	c.Set("compiled", object.False)
	c.Set("loss", object.None)
	c.Set("steps_per_execution", object.Int(1))
	c.Set("run_eagerly", object.False)
	c.Set("jit_compile", object.True)
	c.GetterSetter("layers", "The layers directly inside.", func(t *object.Thread, o object.Object) (object.Object, error) {
		return instances(layers.Sublayers(o.(*object.Instance))), nil
	}, func(_ *object.Thread, o, _ object.Object) error {
		return object.AttributeError(o, "layers", "The attribute layers belongs to Keras. Give yours another name.")
	})
	c.ClassMethods(object.Func("from_config", "(cls, config, custom_objects=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		cls, ok := a[0].(*object.Class)
		if !ok {
			return nil, object.TypeError("from_config() needs a class")
		}
		return modelFromConfig(t, cls, a[1], a[2])
	}))
	return c
}

// initModel is Model.__init__. A subclass that passes inputs and outputs becomes a functional model.
func initModel(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) == 0 {
		return nil, object.TypeError("Model.__init__() needs a model")
	}
	self, ok := a.Pos[0].(*object.Instance)
	if !ok {
		return nil, object.TypeError("Model.__init__() needs a model")
	}
	rest := object.Args{Pos: a.Pos[1:], Kw: a.Kw}
	if !functionalArguments(rest) {
		init := layers.Base.In(t).Lookup(object.Intern("__init__"))
		return object.CallArgs(t, &object.Method{Self: self, Func: init}, rest)
	}
	becomeFunctional(t, self.Class())
	init := Functional.In(t).Lookup(object.Intern("__init__"))
	return object.CallArgs(t, &object.Method{Self: self, Func: init}, rest)
}

// becomeFunctional puts Functional before Model in the order of a program's class.
func becomeFunctional(t *object.Thread, c *object.Class) {
	model, functional := Model.In(t), Functional.In(t)
	if c.IsSubclass(functional) {
		return
	}
	for _, k := range c.MRO {
		if k == model || !k.IsSubclass(model) {
			continue
		}
		var order []*object.Class
		for _, m := range k.MRO {
			if m == model {
				order = append(order, functional)
			}
			order = append(order, m)
		}
		k.MRO = order
		for i, b := range k.Bases {
			if b == model {
				k.Bases[i] = functional
			}
		}
		k.Changed()
	}
}

func getLayer(l *spec.Instance, a []object.Object) (object.Object, error) {
	v, err := object.GetAttr(l.T, l.Instance, object.Intern("layers"))
	if err != nil {
		return nil, err
	}
	list, err := object.Items(l.T, v)
	if err != nil {
		return nil, err
	}
	name, index := a[0], a[1]
	switch {
	case name != object.None && index != object.None:
		return nil, object.ValueError("get_layer() takes a name or an index, not both: got name=%s and index=%s.", l.Repr(name), l.Repr(index))
	case index != object.None:
		n, err := object.Index(l.T, index)
		if err != nil {
			return nil, err
		}
		if n >= len(list) {
			return nil, object.ValueError("There is no layer at index %d: the model has %d layers.", n, len(list))
		}
		return object.GetItem(l.T, object.NewList(list...), index)
	case name == object.None:
		return nil, object.ValueError("get_layer() needs the name or the index of a layer.")
	}
	wanted, isText := object.Of(name).(*object.Str)
	for _, v := range list {
		layer, ok := v.(*object.Instance)
		if !ok {
			continue
		}
		if isText && operation.Name(layer) == wanted.String() {
			return layer, nil
		} else if isText {
			continue
		}
		if same, err := object.Equal(l.T, object.NewStr(operation.Name(layer)), name); same || err != nil {
			return layer, err
		}
	}
	return nil, object.ValueError("The model has no layer called %s. Its layers are: %s.", l.Repr(name), layerNames(list))
}

func layerNames(list []object.Object) string {
	var known []string
	for _, v := range list {
		if layer, ok := v.(*object.Instance); ok {
			known = append(known, operation.Name(layer))
		}
	}
	return strings.Join(known, ", ")
}

// toJSON is json.dumps of the serialized model.
func toJSON(l *spec.Instance, a []object.Object) (object.Object, error) {
	v, err := saving.Serialize(l.T, l.Instance)
	if err != nil {
		return nil, err
	}
	m, err := l.T.Import(l.T, "json")
	if err != nil {
		return nil, err
	}
	dumps, err := object.GetAttr(l.T, m, object.Intern("dumps"))
	if err != nil {
		return nil, err
	}
	kw, err := operation.Keywords(a[0].(*object.Dict))
	if err != nil {
		return nil, err
	}
	return object.CallArgs(l.T, dumps, object.Args{Pos: []object.Object{v}, Kw: kw})
}

// buildFromConfig builds a model as its build_config says: by its own build, or else by running call on stand-ins for the inputs.
func buildFromConfig(l *spec.Instance, a []object.Object) (object.Object, error) {
	d, ok := a[0].(*object.Dict)
	if !ok || d.Len() == 0 {
		return object.None, nil
	}
	var pos []object.Object
	var kw []object.Kwarg
	kept := d
	if shape := d.GetName("input_shape"); shape != nil {
		pos = []object.Object{shape}
	} else if shapes, ok := d.GetName("shapes_dict").(*object.Dict); ok {
		var err error
		if kw, err = operation.Keywords(shapes); err != nil {
			return nil, err
		}
		kept = shapes
	} else {
		return object.None, nil
	}
	err := buildOf(l, pos, kw)
	l.Instance.SetAttr("_build_shapes_dict", kept)
	if err != nil && object.AsException(err) == nil {
		return nil, err
	}
	if err != nil {
		err = operation.Warn(l.T, "UserWarning", "Model '"+operation.Name(l.Instance)+"' cannot be built from its build_config. Write build_from_config() for it.")
	}
	return object.None, err
}

func buildOf(l *spec.Instance, pos []object.Object, kw []object.Kwarg) error {
	name := "build"
	run := func(a object.Args) (object.Object, error) {
		f, err := object.GetAttr(l.T, l.Instance, object.Intern(name))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(l.T, f, a)
	}
	if !operation.IsDefault(l.Instance.Class(), "build") {
		_, err := run(object.Args{Pos: pos, Kw: kw})
		return err
	}
	var inputs object.Args
	for _, shape := range pos {
		inputs.Pos = append(inputs.Pos, standIns(l.T, shape))
	}
	for _, k := range kw {
		inputs.Kw = append(inputs.Kw, object.Kwarg{Name: object.Intern(strings.TrimSuffix(k.Name.String(), "_shape")), Value: standIns(l.T, k.Value)})
	}
	name = "call"
	if _, err := operation.Trace(l.T, inputs, run); err != nil {
		return err
	}
	return l.Set("built", true)
}

// standIns puts symbols in the place of the shapes in a structure.
func standIns(t *object.Thread, v object.Object) object.Object {
	if shape, ok := spec.ReadShape(v); ok {
		return operation.NewTensor(t, tensor.Shape(shape), "float32")
	}
	switch x := v.(type) {
	case *object.List:
		out := object.NewList()
		for _, item := range x.Items {
			out.Items = append(out.Items, standIns(t, item))
		}
		return out
	case *object.Tuple:
		items := make([]object.Object, len(x.Items))
		for i, item := range x.Items {
			items[i] = standIns(t, item)
		}
		return object.NewTuple(items...)
	case *object.Dict:
		out := object.NewDict()
		for k, item := range x.All() {
			if name, ok := k.(*object.Str); ok {
				out.SetStr(name, standIns(t, item))
			}
		}
		return out
	}
	return v
}

// modelConfig is Model.get_config, which is that of Layer.
func modelConfig(l *spec.Instance) (object.Object, error) {
	get := l.Instance.Class().LookupAfter(Model.In(l.T), object.Intern("get_config"))
	return object.CallArgs(l.T, &object.Method{Self: l.Instance, Func: get}, object.Args{})
}

// modelFromConfig is Model.from_config.
func modelFromConfig(t *object.Thread, cls *object.Class, config, custom object.Object) (object.Object, error) {
	d, ok := object.Of(config).(*object.Dict)
	if ok && isGraph(d) && (cls == Functional.In(t) || cls == Model.In(t) || functionalLike(cls)) {
		return functionalFromConfig(t, cls, d, custom)
	}
	if !ok {
		return nil, object.TypeError("%s.from_config() takes a dict, got a %s.", cls.Name, config.Class().Name)
	}
	o, err := spec.Construct(t, cls, d)
	cause := object.AsException(err)
	if cause == nil || !cause.Class().IsSubclass(object.TypeErrorClass) {
		return o, err
	}
	text, _ := object.ToStr(t, cause)
	e := object.TypeError("%s could not be made from its config: %s Every argument of its constructor must stand in what get_config() returns, under its own name.",
		cls.Name, text)
	e.Context = cause
	e.Subject = blame.Deserialize{Class: cls, Config: d, Cause: cause}
	return nil, e
}

func isGraph(d *object.Dict) bool {
	for _, key := range []string{"name", "layers", "input_layers", "output_layers"} {
		if d.GetName(key) == nil {
			return false
		}
	}
	return true
}

func init() {
	spec.DeclareFunc(spec.Function{Name: "model_from_json", Module: "keras.src.models.model", Export: spec.Keys("keras.models.model_from_json"),
		Takes: "json_string, custom_objects=None", Doc: "Makes the model that JSON text describes.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			m, err := t.Import(t, "json")
			if err != nil {
				return nil, err
			}
			config, err := object.CallMethod(t, m, "loads", a[0])
			if err != nil {
				return nil, err
			}
			return saving.Deserialize(t, config, customOf(a[1]))
		}})
}

func customOf(v object.Object) *object.Dict {
	d, _ := object.Of(v).(*object.Dict)
	return d
}
