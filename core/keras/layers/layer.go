package layers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/dtypes"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/regularizers"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// Base is keras.layers.Layer. It is set by init, since the functions of the class speak of it.
var Base *spec.Class

func init() {
	Base = spec.Declare("keras.src.layers.layer", "keras.Layer keras.layers.Layer", func() spec.Class {
		return spec.Class{
			Doc:    "The base of all layers: it holds weights and turns inputs into outputs.",
			Native: newClass,
		}
	})
}

// Operation is keras.Operation.
var Operation = spec.Declare("keras.src.ops.operation", "keras.Operation", func() spec.Class {
	return spec.Class{
		Doc: "The base of layers and of the functions of keras.ops.", Native: operation.Base,
	}
})

// Arguments are what Layer's constructor takes, all of them by name.
var Arguments = arg.Of(
	arg.Regularizer("activity_regularizer", nil).Says("adds a loss made of the output"),
	arg.Bool("trainable", true).Says("whether training changes the weights"),
	arg.Any("dtype", nil).Says("the dtype policy, its name, or a dtype"),
	arg.Bool("autocast", true).Says("whether inputs are cast to the compute dtype"),
	arg.Str("name", nil).Says("the layer's name; None makes one of the class's name"),
).KeywordOnly()

var initSignature = Arguments.Signature("kwargs")

func newClass(t *object.Thread) *object.Class {
	c, err := object.NewClass(t, "Layer", "keras.src.layers.layer", []*object.Class{operation.Between(t, "keras.src.backend.jax.layer.JaxLayer"), Operation.In(t)}, object.NewDict(), object.TypeClass)
	if err != nil {
		panic(err) // the bases have nothing in common
	}
	c.New = newLayer
	raw := func(name, sig, doc string, do func(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error)) *object.Builtin {
		return object.RawFunc(name, sig, doc, func(t *object.Thread, a object.Args) (object.Object, error) {
			op, ok := a.Pos[0].(*object.Instance)
			if !ok {
				return nil, object.TypeError("Layer.%s() needs a layer", name)
			}
			return do(t, op, object.Args{Pos: a.Pos[1:], Kw: a.Kw})
		})
	}
	setter := raw("__setattr__", "(self, name, value)", "", func(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
		if len(a.Pos) != 2 {
			return nil, object.TypeError("Layer.__setattr__() takes a name and a value")
		}
		return object.None, setTracked(t, op, object.Intern(textOf(a.Pos[0])), a.Pos[1])
	})
	setter.Setter = func(t *object.Thread, self object.Object, name *object.Str, v object.Object) error {
		return setTracked(t, self.(*object.Instance), name, v)
	}
	c.Methods(
		object.RawFunc("__init__", "", "", initLayer).WithSignature(initSignature),
		setter,
		raw("__delattr__", "(self, name)", "", func(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
			if len(a.Pos) != 1 {
				return nil, object.TypeError("Layer.__delattr__() takes a name")
			}
			return object.None, deleteAttr(t, op, object.Intern(textOf(a.Pos[0])))
		}),
		raw("__call__", "(self, *args, **kwargs)", "Calls the layer on tensors.", call),
		raw("symbolic_call", "(self, *args, **kwargs)", "", func(t *object.Thread, op *object.Instance, a object.Args) (object.Object, error) {
			return callMethod(t, op, "compute_output_spec", a)
		}),
		operation.MarkDefault(raw("compute_output_spec", "(self, *args, **kwargs)", "Infers shape and dtype of the outputs.", computeOutputSpec)),
		raw("call", "(self, *args, **kwargs)", "Computes the layer; subclasses write it.", notWritten("call")),
		operation.MarkDefault(raw("compute_output_shape", "(self, *args, **kwargs)", "Infers the output's shape; subclasses write it.",
			notWritten("compute_output_shape"))),
	)
	addBuild(c)
	addWeights(c)
	addAttributes(c)
	addConfig(c)
	addOther(c)
	return c
}

func textOf(o object.Object) string {
	if s, ok := object.Of(o).(*object.Str); ok {
		return s.String()
	}
	return ""
}

// newLayer is Layer.__new__: every layer gets a build that notes the shapes and marks the layer as built, around the
// class's own.
func newLayer(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	o, err := operation.New(t, cls, a)
	if err != nil {
		return nil, err
	}
	op := o.(*object.Instance)
	op.SetAttr("build", &builder{op})
	return op, nil
}

func initLayer(t *object.Thread, a object.Args) (object.Object, error) {
	v, err := operation.Bind("Layer.__init__", initSignature, a)
	if err != nil {
		return nil, err
	}
	op, ok := v[0].(*object.Instance)
	if !ok {
		return nil, object.TypeError("Layer.__init__() needs a layer")
	}
	return object.None, initialise(t, op, arg.GivenTo(initSignature, v))
}

// initialise is Layer.__init__.
func initialise(t *object.Thread, op *object.Instance, given *arg.Given) error {
	stateOf(op)
	if err := operation.Init(t, op, given.Get("name")); err != nil {
		return err
	}
	l := self(t, op)
	policy, err := dtypes.Get(t, given.Get("dtype"))
	if e := object.AsException(err); e != nil {
		l.Place(e, "dtype")
	}
	if err != nil {
		return err
	}
	op.SetAttr("_dtype_policy", policy)
	regularizer, err := regularizers.Get(t, given.Get("activity_regularizer"))
	if err != nil {
		return err
	}
	op.SetAttr("activity_regularizer", regularizer)
	if err := takeRest(l, given.Get("kwargs").(*object.Dict)); err != nil {
		return err
	}
	trainable, ok := given.Get("trainable").(object.Bool)
	if !ok {
		return l.Bad("trainable", given.Get("trainable"), "True or False")
	}
	for _, attr := range []struct {
		name string
		v    object.Object
	}{
		{"_path", object.None}, {"built", object.False}, {"autocast", given.Get("autocast")}, {"_input_spec", object.None},
		{"supports_jit", object.True}, {"_trainable", trainable},
		{"_supports_masking", object.BoolOf(!operation.IsDefault(op.Class(), "compute_mask"))},
		{"_convert_input_args", object.True}, {"_allow_non_tensor_positional_args", object.False},
	} {
		op.SetAttr(attr.name, attr.v)
	}
	return nil
}

// takeRest takes the arguments of former versions out of **kwargs and refuses the others.
func takeRest(l *spec.Instance, kw *object.Dict) error {
	if kw.Len() == 0 {
		return nil
	}
	kw = kw.Copy()
	pop := func(name string) object.Object {
		v := kw.GetName(name)
		kw.DelStr(object.Intern(name))
		return v
	}
	var shape object.Object
	if dim := pop("input_dim"); dim != nil && dim != object.None {
		shape = object.NewTuple(dim)
	} else {
		shape = pop("input_shape")
	}
	if shape != nil && shape != object.None {
		if err := operation.Warn(l.T, "UserWarning", "Layers need no input_shape or input_dim: begin a model with keras.Input(shape) instead."); err != nil {
			return err
		}
		l.Instance.SetAttr("_input_shape_arg", shape)
	}
	if kw.Len() > 0 {
		return unknownArguments(l, kw)
	}
	return nil
}

// unknownArguments is the ValueError about keyword arguments that no class in the hierarchy takes.
func unknownArguments(l *spec.Instance, kw *object.Dict) error {
	var names []string
	list := ""
	for k := range kw.All() {
		n := textOf(k)
		if len(names) > 0 {
			list += ", "
		}
		names = append(names, n)
		list += n + "=" + l.Repr(kw.GetName(n))
	}
	e := object.ValueError("%s takes no argument %s.", l.ClassName(), list)
	e.Subject = blame.UnknownArguments{Class: l.Instance.Class(), Names: names}
	if len(names) > 0 {
		l.Place(e, names[0])
	}
	return e
}

// CheckInit refuses a layer whose __init__ did not call super().__init__().
func CheckInit(op *object.Instance) error {
	if operation.StateOf(op).Ready {
		return nil
	}
	e := object.NewError(object.RuntimeErrorClass, "%s.__init__() did not call super().__init__(): it must, before the layer is used.", op.Class().Name)
	e.Subject = blame.NoSuperInit{Class: op.Class()}
	return e
}

func deleteAttr(t *object.Thread, op *object.Instance, name *object.Str) error {
	if v := op.AttrDict(true).GetStr(name); v != nil {
		if s, ok := storeOf(t, v); ok && s <= nonTrainableVariables {
			stateOf(op).untrack(v)
		}
	}
	return object.GenericSetAttr(t, op, name, nil)
}

func notWritten(method string) func(*object.Thread, *object.Instance, object.Args) (object.Object, error) {
	return func(_ *object.Thread, op *object.Instance, _ object.Args) (object.Object, error) {
		e := object.NewError(object.NotImplementedErrClass, "%s has no %s() method of its own.", op.Class().Name, method)
		e.Subject = operation.NotWritten{Class: op.Class(), Method: method}
		return nil, e
	}
}

func callMethod(t *object.Thread, o object.Object, name string, a object.Args) (object.Object, error) {
	m, err := object.GetAttr(t, o, object.Intern(name))
	if err != nil {
		return nil, err
	}
	return object.CallArgs(t, m, a)
}
