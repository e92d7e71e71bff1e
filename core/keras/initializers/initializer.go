// Package initializers holds Keras's initializers: what makes the first values of weights.
package initializers

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Make holds, for the classes of initializers, what makes the values of a shape and Keras dtype. A class without an entry has that
// of its base. The array may be of another element type: it is cast. Random initializers are entered by the package that
// draws numbers.
var Make = map[*spec.Class]func(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error){}

// Tensor makes an eager tensor of an array; the package that has tensors sets it.
var Tensor func(t *object.Thread, a *array.Array, dtype string) (object.Object, error)

// Computes reports whether the values that an initializer gives are computed here: those of a class in Make, and those of a
// program's own functions and classes.
func Computes(t *object.Thread, initializer object.Object) bool {
	i, ok := initializer.(*object.Instance)
	if !ok || !i.Class().IsSubclass(Initializer.In(t)) {
		return true
	}
	if _, native := i.Class().Lookup(object.Intern("__call__")).(*object.Builtin); !native {
		return true
	}
	return maker(i.Class()) != nil
}

// IsOwn reports whether an initializer is a function or class of the program, or something else of Keras that can be called: Keras calls it when the
// variable is made.
func IsOwn(t *object.Thread, initializer object.Object) bool {
	if _, native := initializer.(*object.Builtin); native {
		return false
	}
	i, ok := initializer.(*object.Instance)
	if !ok {
		return true
	}
	_, native := i.Class().Lookup(object.Intern("__call__")).(*object.Builtin)
	return !native || !i.Class().IsSubclass(Initializer.In(t))
}

func maker(c *object.Class) func(l *spec.Instance, shape tensor.Shape, dtype string) (*array.Array, error) {
	for _, c := range c.MRO {
		if d := spec.Of(c); d != nil && Make[d] != nil {
			return Make[d]
		}
	}
	return nil
}

// Initializer is the base class.
var Initializer = spec.Declare("keras.src.initializers.initializer", "keras.Initializer keras.initializers.Initializer", func() spec.Class {
	return spec.Class{
		Doc:      "The base of all initializers: a callable that makes values of a shape and dtype.",
		Inherits: true, Config: spec.None, Alone: true, FromConfig: spec.Construct,
		Methods: []spec.Method{
			{Name: "__call__", Takes: "shape, dtype=None", Doc: "Makes the values.", Do: call},
			{Name: "clone", Doc: "Makes another initializer of the same config.", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				config, err := l.Method("get_config")
				if err != nil {
					return nil, err
				}
				from, err := object.GetAttr(l.T, l.Instance.Class(), object.Intern("from_config"))
				if err != nil {
					return nil, err
				}
				return object.Call(l.T, from, config)
			}},
		},
	}
})

// check is Check, which names classes whose base is the one that calls it.
var check func(t *object.Thread, initializer, shape object.Object, dtype string) error

func init() { check = Check }

func call(l *spec.Instance, a []object.Object) (object.Object, error) {
	own := false
	for _, c := range l.Instance.Class().MRO {
		d := spec.Of(c)
		own = own || d != nil && d.Public() != "keras.Initializer"
	}
	if !own {
		return nil, object.NewError(object.NotImplementedErrClass, "%s has no __call__() method of its own.", l.ClassName())
	}
	make := maker(l.Instance.Class())
	if make == nil {
		return nil, l.NotModelled("making the values of a weight")
	}
	shape, ok := spec.ReadShape(a[0])
	if !ok || !shape.Known() {
		return nil, object.ValueError("%s() makes values of a known shape, got shape=%s.", l.ClassName(), arg.Repr(l.T, a[0]))
	}
	dtype, err := config.Dtype(l.T, a[1])
	if err != nil {
		return nil, err
	}
	if err := check(l.T, l.Instance, a[0], dtype); err != nil {
		return nil, err
	}
	values, err := make(l, shape, dtype)
	if err != nil {
		return nil, err
	}
	return Tensor(l.T, values, dtype)
}
