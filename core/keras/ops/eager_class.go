package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// eagerClass gives the eager tensors of a backend what both have.
func eagerClass(cls *object.Class) {
	cls.Methods(eagerOperatorMethods()...)
	cls.Methods(
		object.Func("__neg__", "(self, /)", "", eagerUnary("negative")),
		object.Func("__abs__", "(self, /)", "", eagerUnary("absolute")),
		object.Func("__invert__", "(self, /)", "", eagerUnary("invert")),
		object.Func("__pos__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
		object.Func("__bool__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			b, err := a[0].(*tensor.KerasTensor).Truth(t)
			return object.Bool(b), err
		}),
		object.Func("__str__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := a[0].(*tensor.KerasTensor).Str(t)
			return object.NewStr(s), err
		}),
		object.Func("__format__", "(self, spec, /)", "", eagerFormat),
		object.Func("__array__", "(self, dtype=None, copy=None)", "", eagerToNumpy),
		object.Func("__len__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			x := a[0].(*tensor.KerasTensor)
			if len(x.Shape) == 0 {
				return nil, unsized(x)
			}
			return object.Int(x.Shape[0]), nil
		}),
		object.Func("__iter__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			x := a[0].(*tensor.KerasTensor)
			if len(x.Shape) == 0 {
				return nil, object.TypeError("iteration over a 0-d %s", pick(x.TF, "tensor", "array"))
			}
			parts, err := Do(t, "unstack", x)
			if err != nil {
				return nil, err
			}
			return object.Iter(t, parts)
		}),
		object.Func("__contains__", "(self, value, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			if x := a[0].(*tensor.KerasTensor); !x.TF && len(x.Shape) != 1 {
				return nil, object.ValueError("'in' looks into arrays of one dimension, this one has shape %s.", x.Shape)
			}
			same, err := Do(t, "equal", a[0], a[1])
			if err != nil {
				return nil, err
			}
			any, err := Do(t, "any", same)
			if err != nil {
				return nil, err
			}
			b, err := object.Truth(t, any)
			return object.Bool(b), err
		}),
		object.Func("__copy__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
		object.Func("__deepcopy__", "(self, memo, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
		object.Func("__setitem__", "(self, key, value, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			if a[0].(*tensor.KerasTensor).TF {
				return nil, object.TypeError("'%s' object does not support item assignment", tensor.EagerTensorClass.FullName())
			}
			return nil, object.TypeError("jax arrays cannot be changed in place. Make a changed copy instead: x = x.at[idx].set(y), or use " +
				"keras.ops.slice_update or keras.ops.scatter_update.")
		}),
	)
	single(cls, "__int__", object.ToInt)
	single(cls, "__float__", func(t *object.Thread, v object.Object) (object.Object, error) {
		f, err := object.ToFloat(t, v)
		return object.Float(f), err
	})
	single(cls, "__complex__", func(t *object.Thread, v object.Object) (object.Object, error) {
		z, err := object.ToComplex(t, v)
		return object.Complex(z), err
	})
	single(cls, "__index__", func(t *object.Thread, v object.Object) (object.Object, error) {
		if _, ok := v.(object.Int); !ok {
			return nil, object.TypeError("only integer scalar arrays can be converted to a scalar index")
		}
		return v, nil
	})
	cls.Dict().SetName("__hash__", object.None)
	cls.Getter("size", "The number of elements.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return object.Int(self.(*tensor.KerasTensor).Shape.Size()), nil
	})
	cls.Getter("nbytes", "The number of bytes.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		x := self.(*tensor.KerasTensor)
		return object.Int(x.Shape.Size() * itemSizes[x.Dtype]), nil
	})
}

func pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

func unsized(x *tensor.KerasTensor) error {
	if x.TF {
		return object.TypeError("Scalar tensor has no `len()`")
	}
	return object.TypeError("len() of unsized object")
}

// single is a conversion of the only element.
func single(cls *object.Class, name string, f func(t *object.Thread, v object.Object) (object.Object, error)) {
	cls.Methods(object.Func(name, "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x := a[0].(*tensor.KerasTensor)
		if len(x.Shape) > 0 {
			return nil, object.TypeError("only scalar arrays can be converted to Python scalars; got arr.ndim=%d", len(x.Shape))
		}
		values, err := x.Array(t)
		if err != nil {
			return nil, err
		}
		return f(t, numpy.Item(values))
	}))
}

func eagerFormat(t *object.Thread, a []object.Object) (object.Object, error) {
	x := a[0].(*tensor.KerasTensor)
	spec, err := object.ToStr(t, a[1])
	if err != nil {
		return nil, err
	}
	if len(x.Shape) == 0 && !x.TF {
		values, err := x.Array(t)
		if err != nil {
			return nil, err
		}
		s, err := object.Format(t, numpy.Item(values), spec)
		return object.NewStr(s), err
	}
	if spec != "" {
		if x.TF {
			values, err := x.Array(t)
			if err != nil {
				return nil, err
			}
			s, err := object.Format(t, eagerScalar(values), spec)
			return object.NewStr(s), err
		}
		return nil, object.TypeError("unsupported format string passed to %s.__format__", x.Class().Name)
	}
	s, err := x.Str(t)
	return object.NewStr(s), err
}

// eagerScalar is the numpy scalar of an array of rank 0, or the array.
func eagerScalar(a *array.Array) object.Object {
	if a.Rank() == 0 {
		return numpy.NewScalar(a)
	}
	return numpy.New(a)
}

// eagerToNumpy is x.__array__(dtype).
func eagerToNumpy(t *object.Thread, a []object.Object) (object.Object, error) {
	values, err := a[0].(*tensor.KerasTensor).Array(t)
	if err != nil {
		return nil, err
	}
	out := numpy.New(values)
	if a[1] == object.None {
		return out, nil
	}
	return object.CallMethod(t, out, "astype", a[1])
}

// jaxClass is what ArrayImpl has beside it.
func jaxClass(cls *object.Class) {
	eagerClass(cls)
	withArray := func(name, sig string, f func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error)) {
		cls.Methods(object.Func(name, sig, "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			values, err := a[0].(*tensor.KerasTensor).Array(t)
			if err != nil {
				return nil, err
			}
			return f(t, values, a[1:])
		}))
	}
	withArray("tolist", "(self, /)", func(t *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		return numpy.List(t, x)
	})
	withArray("item", "(self, /, *args)", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		return object.CallMethod(t, numpy.New(x), "item", a[0].(*object.Tuple).Items...)
	})
	withArray("tobytes", "(self, order='C')", func(t *object.Thread, x *array.Array, _ []object.Object) (object.Object, error) {
		return object.CallMethod(t, numpy.New(x), "tobytes")
	})
	withArray("compress", "(self, condition, axis=None)", func(t *object.Thread, x *array.Array, a []object.Object) (object.Object, error) {
		if err := noList("compress", a[0]); err != nil {
			return nil, err
		}
		flags, err := numpyArray(t, a[0])
		if err != nil {
			return nil, err
		}
		out, err := object.CallMethod(t, numpy.New(x), "compress", numpy.New(flags), a[1])
		if err != nil {
			return nil, err
		}
		return Convert(t, out, "")
	})
	constant := func(name string, v object.Object) *object.Builtin {
		return object.Func(name, "(self, /)", "", func(*object.Thread, []object.Object) (object.Object, error) { return v, nil })
	}
	cls.Methods(
		constant("is_ready", object.True), constant("is_deleted", object.False),
		object.Func("clip", "(self, min=None, max=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return Do(t, "clip", a...)
		}),
		object.RawFunc("take", "(self, /, *args, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			if len(a.Pos) > 1 {
				if err := noList("take", a.Pos[1]); err != nil {
					return nil, err
				}
			}
			return Find("take").Call(t, a)
		}),
		object.Func("astype", "(self, dtype)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			out, err := Do(t, "cast", a[0], a[1])
			if x, ok := out.(*tensor.KerasTensor); ok && x.Weak {
				strong := *x
				strong.Weak = false
				return &strong, nil
			}
			return out, err
		}),
		object.Func("view", "(self, dtype=None)", "", method("view")),
		object.Func("searchsorted", "(self, v, side='left')", "", method("searchsorted")),
		object.Func("block_until_ready", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
		object.Func("round", "(self, decimals=0)", "", method("round")),
	)
	cls.Getter("dtype", "The numpy dtype.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return numpyDtype(self.(*tensor.KerasTensor).Dtype), nil
	})
	cls.Getter("itemsize", "The number of bytes of an element.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return object.Int(itemSizes[self.(*tensor.KerasTensor).Dtype]), nil
	})
	cls.Getter("weak_type", "Whether the dtype is that of a Python number.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return object.Bool(self.(*tensor.KerasTensor).Weak), nil
	})
	for _, name := range []string{"real", "imag"} {
		cls.Getter(name, "", func(t *object.Thread, self object.Object) (object.Object, error) { return Do(t, name, self) })
	}
}

// noList refuses a Python list where jax takes arrays alone.
func noList(name string, v object.Object) error {
	if isList(v) {
		return object.TypeError("%s takes arrays and numbers, got a value of type %s. Make an array of it: np.array(…).", name, v.Class().Name)
	}
	return nil
}

// numpyDtype is the dtype object of a Keras dtype; the 8-bit floats, which numpy has not, are known by their name alone.
func numpyDtype(name string) object.Object {
	if d, _, ok := array.ParseDtype(name); ok {
		return &numpy.Dtype{Kind: d}
	}
	return object.NewStr(name)
}

// tfEagerClass is what tensorflow's EagerTensor has beside it.
func tfEagerClass(cls *object.Class) {
	eagerClass(cls)
	cls.Methods(
		object.Func("numpy", "(self)", "Returns the values as a numpy array.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			values, err := a[0].(*tensor.KerasTensor).Array(t)
			if err != nil {
				return nil, err
			}
			if values = encoded(values); values.Rank() == 0 && values.Dtype() == array.Object {
				return numpy.Item(values), nil
			}
			return eagerScalar(values), nil
		}),
	)
	cls.Getter("name", "", func(*object.Thread, object.Object) (object.Object, error) {
		return nil, object.AttributeError(nil, "name", "Tensor.name is undefined when eager execution is enabled.")
	})
	cls.Getter("device", "", func(*object.Thread, object.Object) (object.Object, error) {
		return object.NewStr("/job:localhost/replica:0/task:0/device:CPU:0"), nil
	})
}
