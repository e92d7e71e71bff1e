// Package activations holds Keras's activation functions under their names, and what turns names into functions and back.
package activations

import (
	"sort"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// activation declares one function. Beside x it takes the further parameters; op is the function of keras.ops that computes
// it, "" for the function itself.
type activation struct{ name, further, op, doc string }

var list = []activation{
	{"relu", "negative_slope=0.0, max_value=None, threshold=0.0", "relu", "Keeps what is above zero."},
	{"leaky_relu", "negative_slope=0.2", "leaky_relu", "Keeps what is above zero, and a little of the rest."},
	{"relu6", "", "relu6", "Keeps what lies between 0 and 6."},
	{"softmax", "axis=-1", "softmax", "Makes shares that add up to one."},
	{"elu", "alpha=1.0", "elu", "Bends negative values towards -alpha."},
	{"selu", "", "selu", "Bends and scales so that means and variances keep."},
	{"softplus", "", "softplus", "Is a smooth relu."},
	{"softsign", "", "softsign", "Is x over 1 plus its size."},
	{"soft_shrink", "threshold=0.5", "soft_shrink", "Moves values towards zero by the threshold."},
	{"sparse_plus", "", "sparse_plus", "Is zero below -1, x above 1, a curve between."},
	{"silu", "", "silu", "Is x times its sigmoid."},
	{"squareplus", "b=4", "squareplus", "Is a smooth relu made of a root."},
	{"gelu", "approximate=False", "gelu", "Is x times the normal distribution's share below it."},
	{"celu", "alpha=1.0", "celu", "Bends negative values smoothly towards -alpha."},
	{"glu", "axis=-1", "glu", "Halves an axis: one half times the sigmoid of the other."},
	{"tanh", "", "tanh", "Is the hyperbolic tangent."},
	{"tanh_shrink", "", "tanh_shrink", "Is x less its hyperbolic tangent."},
	{"hard_tanh", "", "hard_tanh", "Cuts at -1 and 1."},
	{"hard_shrink", "threshold=0.5", "hard_shrink", "Makes small values zero."},
	{"threshold", "threshold, default_value", "threshold", "Puts a value in the place of all up to the threshold."},
	{"sigmoid", "", "sigmoid", "Is the logistic curve from 0 to 1."},
	{"exponential", "", "exp", "Is the exponential function."},
	{"hard_sigmoid", "", "hard_sigmoid", "Is the sigmoid made of straight lines."},
	{"log_sigmoid", "", "log_sigmoid", "Is the logarithm of the sigmoid."},
	{"sparse_sigmoid", "", "sparse_sigmoid", "Is a straight line cut at 0 and 1."},
	{"hard_silu", "", "hard_silu", "Is x times its hard sigmoid."},
	{"linear", "", "", "Leaves the value as it is."},
	{"mish", "", "mish", "Is x times the tanh of its softplus."},
	{"log_softmax", "axis=-1", "log_softmax", "Is the logarithm of softmax."},
	{"sparsemax", "axis=-1", "sparsemax", "Makes shares of which many are zero."},
}

// aliases are further names.
var aliases = map[string]string{"swish": "silu", "hard_swish": "hard_silu"}

// byName finds the declared functions.
var byName = map[string]*spec.Function{}

// Compute calls a function of keras.ops; the package that knows them may set it in the place of the import.
var Compute = func(t *object.Thread, name string, a object.Args) (object.Object, error) {
	if t.Import == nil {
		return nil, arg.NotModelled("keras.ops." + name)
	}
	m, err := t.Import(t, "keras.ops")
	if err != nil {
		return nil, err
	}
	f, err := object.GetAttr(t, m, object.Intern(name))
	if err != nil {
		return nil, err
	}
	return object.CallArgs(t, f, a)
}

// apply computes an activation of a tensor.
func (a *activation) apply(t *object.Thread, names []*object.Str, v []object.Object) (object.Object, error) {
	if a.op == "" {
		return v[0], nil
	}
	if x, ok := v[0].(*tensor.KerasTensor); ok && a.name != "glu" {
		if x.Traced() && !x.HasNumbers() {
			n := *x
			return &n, nil
		}
		if a.name == "relu" && x.Traced() {
			return relu(t, v)
		}
		if a.name == "relu" {
			op, err := reluOp.Make(t, object.Args{Pos: v[1:]})
			if err != nil {
				return nil, err
			}
			return operation.Call(t, op, object.Positional(x))
		}
	}
	switch a.name {
	case "relu":
		return relu(t, v)
	case "mish": // which keras.ops has not
		soft, err := Compute(t, "softplus", object.Positional(v[0]))
		if err == nil {
			soft, err = Compute(t, "tanh", object.Positional(soft))
		}
		if err != nil {
			return nil, err
		}
		return Compute(t, "multiply", object.Positional(v[0], soft))
	}
	args := object.Args{Pos: v[:1]}
	for i, n := range names[1:] {
		args.Kw = append(args.Kw, object.Kwarg{Name: n, Value: v[i+1]})
	}
	return Compute(t, a.op, args)
}

// relu is the activation relu on values: x, negative_slope, max_value, threshold.
func relu(t *object.Thread, v []object.Object) (object.Object, error) {
	number := func(o object.Object) float64 {
		f, err := object.ToFloat(t, o)
		if err != nil {
			return 0
		}
		return f
	}
	var err error
	do := func(name string, args ...object.Object) object.Object {
		if err != nil {
			return object.None
		}
		var out object.Object
		if out, err = Compute(t, name, object.Positional(args...)); err != nil {
			return object.None
		}
		return out
	}
	x, slope, ceiling, threshold := v[0], v[1], v[2], v[3]
	below := object.Object(object.None)
	if number(slope) != 0 {
		if ceiling == object.None && number(threshold) == 0 {
			out := do("leaky_relu", x, slope)
			return out, err
		}
		below = do("relu", do("add", do("negative", x), threshold))
	}
	switch {
	case number(threshold) != 0:
		x = do("where", do("greater", x, threshold), x, object.Int(0))
	case ceiling != object.None && number(ceiling) == 6:
		x, ceiling = do("relu6", x), object.None
	default:
		x = do("relu", x)
	}
	if ceiling != object.None {
		x = do("clip", x, object.Float(0), ceiling)
	}
	if below != object.None {
		x = do("subtract", x, do("multiply", slope, below))
	}
	return x, err
}

// reluOp is the operation that relu of a symbol records.
var reluOp = &operation.Class{Name: "ReLU", Module: "keras.src.activations.activations",
	Init: "negative_slope=0.0, max_value=None, threshold=0.0", Takes: "x",
	Spec: func(t *object.Thread, _ *object.Instance, a []object.Object) (object.Object, error) {
		x, ok := a[0].(*tensor.KerasTensor)
		if !ok {
			return nil, object.TypeError("relu takes a tensor, got a value of type %s.", a[0].Class().Name)
		}
		return operation.NewTensor(t, x.Shape, x.Dtype), nil
	}}

func init() {
	const module = "keras.src.activations.activations"
	for i := range list {
		a := &list[i]
		takes := "x"
		if a.further != "" {
			takes += ", " + a.further
		}
		exports := spec.Keys("keras.activations." + a.name)
		for alias, of := range aliases {
			if of == a.name {
				exports = append(exports, "keras.activations."+alias)
			}
		}
		var names []*object.Str
		for _, p := range object.ParseSignature("(" + takes + ")").Params {
			names = append(names, p.Name)
		}
		f := spec.DeclareFunc(spec.Function{Name: a.name, Module: module, Export: exports, Takes: takes, Doc: a.doc,
			Do: func(t *object.Thread, v []object.Object) (object.Object, error) { return a.apply(t, names, v) }})
		byName[a.name] = f
		for alias, of := range aliases {
			if of == a.name {
				byName[alias] = f
			}
		}
	}
	functions()
	saving.Private = append(saving.Private, func(t *object.Thread, m, name string) object.Object {
		if m == module && name == "ReLU" {
			return reluOp.Get(t)
		}
		return nil
	})
	arg.Provide("activation", arg.Kind{
		Get: func(l *arg.Instance, a *arg.Arg, v object.Object) (object.Object, error) {
			o, err := Get(l.T, v)
			if e := object.AsException(err); e != nil && e.Span.IsZero() {
				l.Place(e, a.Name)
			}
			return o, err
		},
		Put: Serialize,
	})
}

// Find returns the session's function of a name, or nil.
func Find(t *object.Thread, name string) object.Object {
	if f := byName[name]; f != nil {
		return f.In(t)
	}
	return nil
}

// Names returns all names in order.
func Names() []string {
	out := make([]string, 0, len(byName))
	for n := range byName {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

// Get is keras.activations.get: None gives linear.
func Get(t *object.Thread, v object.Object) (object.Object, error) {
	o := v
	switch x := object.Of(v).(type) {
	case *object.NoneType:
		return Find(t, "linear"), nil
	case *object.Dict:
		made, err := saving.Deserialize(t, v, nil)
		if err != nil {
			return nil, err
		}
		o = made
	case *object.Str:
		o = Find(t, x.String())
	}
	if o != nil && object.IsCallable(o) {
		return o, nil
	}
	e := object.ValueError("%s is no activation: it must be the name of one, its config, or a callable.", arg.Repr(t, v))
	e.Subject = blame.Identifier{Function: "keras.activations.get", Kind: "activation", Value: v, Known: Names()}
	return nil, e
}

// Serialize is keras.activations.serialize: Keras's own functions become their names, other objects their configs.
func Serialize(t *object.Thread, v object.Object) (object.Object, error) {
	if f := spec.FunctionOf(t, v); f != nil && byName[f.Name] == f {
		return object.Intern(f.Name), nil
	}
	s, err := saving.Serialize(t, v)
	if err != nil {
		return nil, err
	}
	has, err := object.Contains(t, s, object.Intern("config"))
	if err != nil {
		if e := object.AsException(err); e != nil {
			e.Subject = blame.Serialize{Function: "keras.activations.serialize", Value: v}
		}
		return nil, err
	}
	if !has {
		e := object.ValueError("activations.serialize() takes an activation function or layer, got %s. A name is no function: "+
			"activations.get() makes one of it.", arg.Repr(t, v))
		e.Subject = blame.Serialize{Function: "keras.activations.serialize", Value: v}
		return nil, e
	}
	d, ok := s.(*object.Dict)
	if !ok || !saving.IsFunction(v) {
		return s, nil
	}
	config := d.GetName("config")
	name, ok := config.(*object.Str)
	if !ok || byName[name.String()] != nil && name.String() != "swish" && name.String() != "hard_swish" {
		return config, nil
	}
	d.SetName("config", name)
	return d, nil
}

func functions() {
	const module = "keras.src.activations"
	spec.DeclareFunc(spec.Function{Name: "get", Module: module, Export: spec.Keys("keras.activations.get"), Takes: "identifier",
		Doc: "Makes an activation function of a name, a config or a callable.",
		Do:  func(t *object.Thread, a []object.Object) (object.Object, error) { return Get(t, a[0]) }})
	spec.DeclareFunc(spec.Function{Name: "serialize", Module: module, Export: spec.Keys("keras.activations.serialize"), Takes: "activation",
		Doc: "Writes an activation down as its name or config.",
		Do:  func(t *object.Thread, a []object.Object) (object.Object, error) { return Serialize(t, a[0]) }})
	spec.DeclareFunc(spec.Function{Name: "deserialize", Module: module, Export: spec.Keys("keras.activations.deserialize"),
		Takes: "config, custom_objects=None", Doc: "Makes the activation that a name or config describes.",
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			custom, _ := object.Of(a[1]).(*object.Dict)
			if n, ok := object.AsString(a[0]); ok && aliases[n] != "" && (custom == nil || custom.GetName(n) == nil) {
				// Keras looks for a public function of that name, and there is none.
				return nil, object.ValueError("'%s' is a name that get() knows; deserialize() takes '%s'.", n, aliases[n])
			}
			r := saving.Reader{T: t, Custom: custom, SafeMode: true, Module: func(n string) object.Object { return Find(t, n) }}
			return r.Object(a[0])
		}})
}
