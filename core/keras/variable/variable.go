// Package variable is keras.Variable: a named piece of state with a shape and a dtype. What numbers it holds is asked of the
// package that has them, when somebody wants to see one.
package variable

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Variable is a weight or another piece of a layer's state.
type Variable struct {
	Name, Path string
	Shape      tensor.Shape
	Dtype      string // as created; DtypeIn tells what an autocast scope makes of it
	Trainable  bool
	Autocast   bool
	// Initializer makes the first value; None when a value was given.
	Initializer             object.Object
	Regularizer, Constraint object.Object
	Aggregation             string
	Synchronization         string
	OverwriteWithGradient   bool
	// TF says that the variable is one of tf.Variable: it is written as TensorFlow does, and belongs to no layer.
	TF bool
	// Value is the present value, nil before somebody asked for it.
	Value object.Object

	attrs *object.Dict
}

// Class is the class keras.Variable.
var Class = object.NewType("Variable", "keras.src.backend", nil)

// Class returns keras.Variable.
func (*Variable) Class() *object.Class { return Class }

// AttrDict returns the attributes that a program set on the variable.
func (v *Variable) AttrDict(create bool) *object.Dict {
	if v.attrs == nil && create {
		v.attrs = object.NewDict()
	}
	return v.attrs
}

// Options are what a Variable is made of beside the initializer and the shape.
type Options struct {
	Dtype                        object.Object
	Trainable, Autocast          bool
	Aggregation, Synchronization object.Object
	Name                         object.Object
}

// GetInitializer reads the name of an initializer; package initializers sets it.
var GetInitializer func(t *object.Thread, v object.Object) (object.Object, error)

// TensorFlowDtype is the dtype object of TensorFlow with a name; package tf, which alone makes its variables, sets it.
var TensorFlowDtype func(name string) object.Object

// ReadValue makes a tensor of a value given in the place of an initializer; the package that has tensors sets it.
var ReadValue func(t *object.Thread, v object.Object, dtype object.Object) (value object.Object, shape tensor.Shape, d string, err error)

// New makes a variable whose path is that of the open name scopes.
func New(t *object.Thread, initializer, shape object.Object, o Options) (*Variable, error) {
	if err := t.Alloc(256); err != nil {
		return nil, err
	}
	v := &Variable{Trainable: o.Trainable, Autocast: o.Autocast, Regularizer: object.None, Constraint: object.None, Initializer: object.None}
	if err := v.name(t, o.Name); err != nil {
		return nil, err
	}
	var err error
	if v.Aggregation, err = choice(t, "aggregation", o.Aggregation, "none", "none", "mean", "sum", "only_first_replica"); err != nil {
		return nil, err
	}
	if v.Synchronization, err = choice(t, "synchronization", o.Synchronization, "auto", "none", "on_read", "on_write", "auto"); err != nil {
		return nil, err
	}
	if _, ok := object.Of(initializer).(*object.Str); ok {
		if initializer, err = GetInitializer(t, initializer); err != nil {
			return nil, err
		}
	}
	if !object.IsCallable(initializer) {
		return v, v.fromValue(t, initializer, o.Dtype)
	}
	if shape == nil || shape == object.None {
		return nil, object.ValueError("A variable made from an initializer needs a shape, got shape=None for '%s'.", v.Path)
	}
	if v.Dtype, err = config.Dtype(t, o.Dtype); err != nil {
		return nil, err
	}
	v.Initializer = initializer
	if v.Shape, err = v.checkShape(t, shape); err != nil {
		return v, err
	}
	if f, ok := initializer.(*object.Builtin); ok && f.Name == "initialize_fn" { // made of an array, it has one shape
		if _, err := object.Call(t, f, v.Shape.Object(), object.NewStr(v.Dtype)); err != nil {
			return v, err
		}
	}
	if Compute.Created == nil {
		return v, nil
	}
	return v, Compute.Created(t, v)
}

func (v *Variable) name(t *object.Thread, name object.Object) error {
	if name != nil {
		if set, err := object.Truth(t, name); err != nil || !set {
			name = nil
			if err != nil {
				return err
			}
		}
	}
	if name == nil {
		v.Name = operation.AutoName(t, "Variable")
	} else {
		s, ok := object.Of(name).(*object.Str)
		if !ok || strings.Contains(s.String(), "/") {
			return object.ValueError("The name of a variable must be a string without '/', got name=%s.", arg.Repr(t, name))
		}
		v.Name = s.String()
	}
	v.Path = v.Name
	if p := operation.CurrentPath(t); p != "" {
		v.Path = p + "/" + v.Name
	}
	return nil
}

func choice(t *object.Thread, what string, v object.Object, def string, allowed ...string) (string, error) {
	if v == nil {
		return def, nil
	}
	if v == object.None {
		return "none", nil
	}
	if s, ok := object.Of(v).(*object.Str); ok {
		for _, a := range allowed {
			if a == s.String() {
				return a, nil
			}
		}
	}
	return "", object.ValueError("%s must be None or one of '%s', got %s=%s.", what, strings.Join(allowed, "', '"), what, arg.Repr(t, v))
}

func (v *Variable) fromValue(t *object.Thread, value, dtype object.Object) error {
	if ReadValue == nil {
		return arg.NotModelled("keras.Variable with a value")
	}
	if dtype == nil {
		dtype = object.None
	}
	var err error
	v.Value, v.Shape, v.Dtype, err = ReadValue(t, value, dtype)
	return err
}

func (v *Variable) checkShape(t *object.Thread, shape object.Object) (tensor.Shape, error) {
	s, err := tensorShape(t, shape)
	if err != nil {
		return nil, err
	}
	if !s.Known() {
		return nil, object.ValueError("Every dimension of a variable's shape must be known, got shape=%s for '%s'.", s.String(), v.Path)
	}
	size := 1
	for _, d := range s {
		if d > maxSize || size > maxSize/max(d, 1) {
			return nil, object.ValueError("The shape %s of '%s' holds more numbers than any computer can.", s.String(), v.Path)
		}
		size *= d
	}
	return s, nil
}

// maxSize is the number of values beyond which a variable is refused.
const maxSize = 1 << 50

// tensorShape is standardize_shape: it reads any iterable of integers and None.
func tensorShape(t *object.Thread, v object.Object) (tensor.Shape, error) {
	items, err := object.Items(t, v)
	if err != nil {
		if object.IsKind(err, object.TypeErrorClass) {
			return nil, object.ValueError("A shape must be a tuple of integers and None, got %s.", arg.Repr(t, v))
		}
		return nil, err
	}
	s := make(tensor.Shape, len(items))
	for i, d := range items {
		if d == object.None {
			s[i] = tensor.Unknown
			continue
		}
		n, ok := dimension(t, d)
		if !ok || n < 0 {
			return nil, object.ValueError("A shape must be a tuple of integers from 0 up and None, got %s.", arg.Repr(t, v))
		}
		s[i] = n
	}
	return s, nil
}

func dimension(t *object.Thread, d object.Object) (int, bool) {
	switch x := object.Of(d).(type) {
	case object.Int:
		return int(x), true
	case object.Bool:
		if x {
			return 1, true
		}
		return 0, true
	case *object.Str, object.Float:
		return 0, false
	}
	n, err := object.Index(t, d)
	return n, err == nil
}

type scopeKey struct{}

type autocast struct {
	on    bool
	dtype string // "" keeps variables as they are
}

// InAutocast runs f while floating-point variables appear in another dtype; "" ends what an outer scope set.
func InAutocast(t *object.Thread, dtype string, f func() error) error {
	s := operation.Global(t, scopeKey{}, func() any { return &autocast{} }).(*autocast)
	old := *s
	*s = autocast{true, dtype}
	err := f()
	*s = old
	return err
}

// AutocastDtype returns the dtype of the innermost autocast scope, and whether there is one.
func AutocastDtype(t *object.Thread) (dtype string, open bool) {
	s := operation.Global(t, scopeKey{}, func() any { return &autocast{} }).(*autocast)
	return s.dtype, s.on
}

// DtypeIn returns the dtype in which the variable appears now.
func (v *Variable) DtypeIn(t *object.Thread) string {
	if d, open := AutocastDtype(t); open && v.Autocast && config.IsFloat(v.Dtype) && d != "" {
		return d
	}
	return v.Dtype
}

// Repr shows path, shape and dtype, and the value where it is known.
func (v *Variable) Repr(t *object.Thread) (string, error) {
	if v.TF {
		return v.tensorflowText(t)
	}
	s := "<Variable path=" + v.Path + ", shape=" + v.Shape.String() + ", dtype=" + v.DtypeIn(t)
	value, err := v.shown(t)
	if err != nil {
		return "", err
	}
	if value != nil {
		text, err := object.Format(t, value, "")
		if err != nil {
			return "", err
		}
		s += ", value=" + text
	}
	return s + ">", nil
}

// tensorflowText is how TensorFlow writes a variable of its own.
func (v *Variable) tensorflowText(t *object.Thread) (string, error) {
	s := "<tf.Variable '" + v.Name + ":0' shape=" + v.Shape.String() + " dtype=" + v.Dtype
	value, err := v.shown(t)
	if err != nil {
		return "", err
	}
	if value != nil {
		if len(v.Shape) == 0 {
			if value, err = object.CallMethod(t, value, "item"); err != nil {
				return "", err
			}
		}
		text, err := object.Repr(t, value)
		if err != nil {
			return "", err
		}
		if strings.Contains(text, "\n") {
			text = "\n" + text
		}
		s += ", numpy=" + text
	}
	return s + ">", nil
}

// shown is the value where it has numbers, else nil.
func (v *Variable) shown(t *object.Thread) (object.Object, error) {
	if Compute.Value == nil {
		return v.Value, nil
	}
	value, err := Compute.Value(t, v)
	if x, ok := value.(*tensor.KerasTensor); err != nil || ok && !x.HasNumbers() {
		return nil, err
	}
	return Compute.Numpy(t, v)
}

// Truth refuses: a variable has no truth value.
func (v *Variable) Truth(*object.Thread) (bool, error) {
	return false, object.TypeError("A Keras variable has no truth value: compare it, or read a number from it first.")
}
