package variable

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Compute does what needs numbers: the package that has them sets its fields, and until then the methods say so.
var Compute struct {
	// Value returns the present value as a tensor, Numpy as an array, Assign sets it.
	Value  func(t *object.Thread, v *Variable) (object.Object, error)
	Numpy  func(t *object.Thread, v *Variable) (object.Object, error)
	Assign func(t *object.Thread, v *Variable, value object.Object) (object.Object, error)
	// Created is told of each variable that an initializer will fill.
	Created func(t *object.Thread, v *Variable) error
	// Array returns the numbers.
	Array func(t *object.Thread, v *Variable) (*array.Array, error)
}

// Operators is the arithmetic of variables: the package of tensor functions sets its fields.
var Operators struct {
	Binary  func(t *object.Thread, op object.BinaryOp, v *Variable, o object.Object, reflected bool) (object.Object, error)
	Unary   func(t *object.Thread, op object.UnaryOp, v *Variable) (object.Object, error)
	Compare func(t *object.Thread, op object.CompareOp, v *Variable, o object.Object) (object.Object, error)
	GetItem func(t *object.Thread, v *Variable, key object.Object) (object.Object, error)
}

// Binary is the arithmetic operators.
func (v *Variable) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	if Operators.Binary == nil {
		return nil, arg.NotModelled("arithmetic on variables")
	}
	return Operators.Binary(t, op, v, o, reflected)
}

// Unary is -v, +v, ~v and abs(v).
func (v *Variable) Unary(t *object.Thread, op object.UnaryOp) (object.Object, error) {
	if Operators.Unary == nil {
		return nil, arg.NotModelled("arithmetic on variables")
	}
	return Operators.Unary(t, op, v)
}

// Compare compares elementwise.
func (v *Variable) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	if Operators.Compare == nil {
		return object.NotImplemented, nil
	}
	return Operators.Compare(t, op, v, o)
}

// GetItem is v[key].
func (v *Variable) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	if Operators.GetItem == nil {
		return nil, arg.NotModelled("indexing a variable")
	}
	return Operators.GetItem(t, v, key)
}

// Hash is the identity, as Keras's variables are kept in sets by it.
func (v *Variable) Hash(t *object.Thread) (uint64, error) { return t.ID(v), nil }

// Array is what numpy makes of the variable.
func (v *Variable) Array(t *object.Thread) (*array.Array, error) {
	if Compute.Array == nil {
		return nil, arg.NotModelled("the value of a variable")
	}
	return Compute.Array(t, v)
}

func init() {
	Class.Protocols(&Variable{}, object.Add, object.Sub, object.Mul, object.TrueDiv, object.FloorDiv, object.Mod, object.Pow,
		object.MatMul, object.And, object.Or, object.Xor)
	Class.New = construct
	Class.Methods(object.RawFunc("__init__", "(self, "+parameters+", **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) {
		return object.None, nil
	}))
	readable()
	settable()
	methods()
	spec.Declare("keras.src.backend", "keras.Variable", func() spec.Class {
		return spec.Class{
			Doc: "A named piece of state with a shape and a dtype.", Native: func(*object.Thread) *object.Class { return Class }}
	})
}

const parameters = "initializer, shape=None, dtype=None, trainable=True, autocast=True, aggregation='none', " +
	"synchronization='auto', name=None, layout=None"

var initSignature = object.ParseSignature("(" + parameters + ")")

func construct(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	v, err := operation.Bind("Variable.__init__", initSignature, a)
	if err != nil {
		return nil, err
	}
	trainable, err := object.Truth(t, v[3])
	if err != nil {
		return nil, err
	}
	auto, err := object.Truth(t, v[4])
	if err != nil {
		return nil, err
	}
	made, err := New(t, v[0], v[1], Options{Dtype: v[2], Trainable: trainable, Autocast: auto, Aggregation: v[5], Synchronization: v[6], Name: v[7]})
	if err != nil {
		return nil, err
	}
	return made, nil
}

func readable() {
	get := func(name, doc string, f func(t *object.Thread, v *Variable) object.Object) {
		Class.Getter(name, doc, func(t *object.Thread, self object.Object) (object.Object, error) { return f(t, self.(*Variable)), nil })
	}
	get("name", "The variable's name.", func(_ *object.Thread, v *Variable) object.Object {
		if v.TF {
			return object.NewStr(v.Name + ":0")
		}
		return object.NewStr(v.Name)
	})
	get("path", "The name behind the names of the scopes around.", func(_ *object.Thread, v *Variable) object.Object { return object.NewStr(v.Path) })
	get("shape", "The size of each dimension.", func(_ *object.Thread, v *Variable) object.Object { return v.Shape.Object() })
	get("ndim", "The number of dimensions.", func(_ *object.Thread, v *Variable) object.Object { return object.Int(len(v.Shape)) })
	get("dtype", "The dtype.", func(t *object.Thread, v *Variable) object.Object {
		if v.TF {
			return TensorFlowDtype(v.Dtype)
		}
		return object.Intern(v.DtypeIn(t))
	})
	get("aggregation", "How replicas are put together.", func(_ *object.Thread, v *Variable) object.Object { return object.NewStr(v.Aggregation) })
	get("synchronization", "When replicas are put together.", func(_ *object.Thread, v *Variable) object.Object {
		return object.NewStr(v.Synchronization)
	})
	get("_initializer", "", func(_ *object.Thread, v *Variable) object.Object { return v.Initializer })
	Class.Getter("value", "The value as a tensor.", func(t *object.Thread, self object.Object) (object.Object, error) {
		if Compute.Value == nil {
			return nil, arg.NotModelled("the value of a variable")
		}
		return Compute.Value(t, self.(*Variable))
	})
}

func settable() {
	Class.Getter("device", "Where TensorFlow keeps the numbers of a tf.Variable.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		if !self.(*Variable).TF {
			return nil, object.AttributeError(self, "device", "'Variable' object has no attribute 'device'")
		}
		return object.NewStr("/job:localhost/replica:0/task:0/device:CPU:0"), nil
	})
	both := func(name, doc string, get func(v *Variable) object.Object, set func(t *object.Thread, v *Variable, o object.Object) error) {
		Class.GetterSetter(name, doc,
			func(_ *object.Thread, self object.Object) (object.Object, error) { return get(self.(*Variable)), nil },
			func(t *object.Thread, self, o object.Object) error {
				if o == nil {
					return object.AttributeError(self, name, "property '%s' of 'Variable' object has no deleter", name)
				}
				return set(t, self.(*Variable), o)
			})
	}
	both("trainable", "Whether training changes it.", func(v *Variable) object.Object { return object.Bool(v.Trainable) },
		func(t *object.Thread, v *Variable, o object.Object) (err error) {
			v.Trainable, err = object.Truth(t, o)
			return err
		})
	both("overwrite_with_gradient", "Whether the gradient replaces it.",
		func(v *Variable) object.Object { return object.Bool(v.OverwriteWithGradient) },
		func(t *object.Thread, v *Variable, o object.Object) error {
			b, ok := o.(object.Bool)
			if !ok {
				return object.TypeError("overwrite_with_gradient must be True or False, got %s.", arg.Repr(t, o))
			}
			v.OverwriteWithGradient = bool(b)
			return nil
		})
	callable := func(name string, at func(v *Variable) *object.Object) {
		both(name, "", func(v *Variable) object.Object { return *at(v) }, func(t *object.Thread, v *Variable, o object.Object) error {
			if o != object.None && !object.IsCallable(o) {
				return object.ValueError("The %s of a variable must be callable or None, got %s.", name, arg.Repr(t, o))
			}
			*at(v) = o
			return nil
		})
	}
	callable("regularizer", func(v *Variable) *object.Object { return &v.Regularizer })
	callable("constraint", func(v *Variable) *object.Object { return &v.Constraint })
}

func methods() {
	Class.Methods(
		object.Func("numpy", "(self)", "Returns the value as an array.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if Compute.Numpy == nil {
				return nil, arg.NotModelled("the value of a variable")
			}
			v := a[0].(*Variable)
			value, err := Compute.Numpy(t, v)
			if err != nil || !v.TF || len(v.Shape) > 0 {
				return value, err
			}
			return object.GetItem(t, value, object.NewTuple()) // TensorFlow gives a scalar
		}),
		object.Func("__array__", "(self, dtype=None, copy=None)", "Returns the value as an array.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := object.CallMethod(t, a[0], "numpy")
			if err != nil || a[1] == object.None {
				return v, err
			}
			return object.CallMethod(t, v, "astype", a[1])
		}),
		plain("__float__", object.FloatClass), plain("__int__", object.IntClass),
		assign("assign", object.BinaryOp(255)), assign("assign_add", object.Add), assign("assign_sub", object.Sub),
	)
}

// plain is a method that makes a Python number of a variable with one number.
func plain(name string, cls *object.Class) *object.Builtin {
	return object.Func(name, "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		v, err := object.CallMethod(t, a[0], "numpy")
		if err != nil {
			return nil, err
		}
		return object.Call(t, cls, v)
	})
}

// assign makes assign, or a method that assigns the value op another one.
func assign(name string, op object.BinaryOp) *object.Builtin {
	return object.Func(name, "(self, value)", "Changes the value.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if Compute.Assign == nil {
			return nil, arg.NotModelled("assigning to a variable")
		}
		value := a[1]
		if op != 255 {
			var err error
			if value, err = object.Binary(t, op, a[0], value); err != nil {
				return nil, err
			}
		}
		return Compute.Assign(t, a[0].(*Variable), value)
	})
}
