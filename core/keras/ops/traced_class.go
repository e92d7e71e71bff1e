package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// arrayMethods are the methods of a traced jax value: the operation of the same name, with self first.
var arrayMethods = map[string]string{
	"all": "all", "any": "any", "argmax": "argmax", "argmin": "argmin", "argsort": "argsort", "astype": "cast", "clip": "clip", "conj": "conj",
	"copy": "copy", "cumprod": "cumprod", "cumsum": "cumsum", "diagonal": "diagonal", "dot": "dot", "flatten": "ravel", "max": "max",
	"mean": "mean", "min": "min", "nonzero": "nonzero", "prod": "prod", "ptp": "ptp", "ravel": "ravel", "repeat": "repeat", "sort": "sort",
	"std": "std", "sum": "sum", "swapaxes": "swapaxes", "take": "take", "trace": "trace", "var": "var",
}

// tracerClass gives the values that a layer's call sees on jax the look of arrays.
func tracerClass(cls *object.Class) {
	for name, op := range arrayMethods {
		cls.Methods(object.RawFunc(name, "(self, /, *args, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			return Find(op).Call(t, a)
		}))
	}
	cls.Methods(
		object.RawFunc("transpose", "(self, /, *axes)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			return transposeMethod(t, a)
		}),
		object.Func("__eq__", "(self, other, /)", "", binary("equal", false)),
		object.Func("__len__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			n, err := firstSize(a[0].(*tensor.KerasTensor))
			if object.IsKind(err, tensor.InconclusiveClass) {
				err = object.TypeError("'_DimExpr' object cannot be interpreted as an integer")
			}
			return n, err
		}),
		object.Func("__iter__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return iterateRows(t, a[0].(*tensor.KerasTensor))
		}),
		object.Func("item", "(self, *args)", "", noValue("read")),
		object.Func("tolist", "(self)", "", noValue("turned into a list")),
	)
	cls.Dict().SetName("__array_priority__", object.Int(1000))
	cls.Dict().SetName("__hash__", object.None)
	cls.Getter("at", "Gives updated copies: x.at[i].set(v).", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return &updater{self.(*tensor.KerasTensor), nil}, nil
	})
	cls.Getter("shape", "The size of each dimension.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return self.(*tensor.KerasTensor).Shape.Objects(), nil
	})
	cls.Getter("dtype", "The dtype's name.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return object.Intern(self.(*tensor.KerasTensor).Dtype), nil
	})
	cls.Getter("size", "The number of elements.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return tensor.DimObject(self.(*tensor.KerasTensor).Shape.Size()), nil
	})
	for _, name := range []string{"T", "mT"} {
		cls.Getter(name, "The transposed value.", func(t *object.Thread, self object.Object) (object.Object, error) {
			x := self.(*tensor.KerasTensor)
			if n := x.Rank(); name == "mT" && n >= 2 {
				return Do(t, "swapaxes", x, object.Int(n-1), object.Int(n-2))
			}
			return Do(t, "transpose", x)
		})
	}
}

// updater is x.at, and with a key x.at[key].
type updater struct {
	x   *tensor.KerasTensor
	key object.Object
}

var updaterClass = object.NewType("_IndexUpdateRef", "jax._src.numpy.array_methods", nil)

// Class returns jax's class of the same purpose.
func (*updater) Class() *object.Class { return updaterClass }

// GetItem is x.at[key].
func (u *updater) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	if _, err := Do(t, "get_item", u.x, key); err != nil {
		return nil, err
	}
	return &updater{u.x, key}, nil
}

func init() {
	for _, name := range []string{"set", "add", "subtract", "multiply", "divide", "power", "min", "max"} {
		updaterClass.Methods(object.RawFunc(name, "(self, values, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			u, ok := a.Pos[0].(*updater)
			if !ok || u.key == nil || len(a.Pos) != 2 {
				return nil, object.TypeError("%s() takes the new values: x.at[index].%s(values)", name, name)
			}
			if u.x.Kind == tensor.Eager {
				return updateAt(t, name, u.x, u.key, a.Pos[1])
			}
			return Traced(u.x.Kind, u.x.Shape.Clone(), u.x.Dtype), nil
		}))
	}
	updaterClass.Methods(object.RawFunc("get", "(self, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
		u, ok := a.Pos[0].(*updater)
		if !ok || u.key == nil {
			return nil, object.TypeError("get() takes its place from an index: x.at[index].get()")
		}
		return Do(t, "get_item", u.x, u.key)
	}))
}

func transposeMethod(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) <= 1 || len(a.Pos) == 2 && !isInt(a.Pos[1]) {
		return Find("transpose").Call(t, a)
	}
	axes := object.NewTuple(append([]object.Object(nil), a.Pos[1:]...)...)
	return Do(t, "transpose", a.Pos[0], axes)
}

// firstSize is len(x).
func firstSize(x *tensor.KerasTensor) (object.Object, error) {
	if len(x.Shape) == 0 {
		return nil, object.TypeError("len() of unsized object")
	}
	if x.Shape[0] < 0 {
		return nil, object.NewError(tensor.InconclusiveClass, "len() of a value of shape %s: the first size is not known while the layer's call is traced.", x.Shape)
	}
	return object.Int(x.Shape[0]), nil
}

// iterateRows gives the parts along the first dimension.
func iterateRows(t *object.Thread, x *tensor.KerasTensor) (object.Object, error) {
	if len(x.Shape) == 0 {
		return nil, object.TypeError("iteration over a 0-d array")
	}
	if _, err := firstSize(x); err != nil {
		return nil, err
	}
	parts, err := Do(t, "unstack", x)
	if err != nil {
		return nil, err
	}
	return object.Iter(t, parts)
}

// tfTensorClass gives the values that a layer's call sees on tensorflow the look of tf.Tensor.
func tfTensorClass(cls *object.Class) {
	cls.Methods(
		object.Func("__eq__", "(self, other, /)", "", binary("equal", false)),
		object.Func("get_shape", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return NewTensorShape(a[0].(*tensor.KerasTensor).Shape), nil
		}),
		object.Func("set_shape", "(self, shape)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, setShape(t, a[0].(*tensor.KerasTensor), a[1])
		}),
		object.Func("__iter__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return nil, object.NewError(tensor.NotInGraphClass, "A symbolic tf.Tensor cannot be iterated over. Use tf.unstack for its parts.")
		}),
		object.Func("__len__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return nil, object.TypeError("A symbolic tf.Tensor has no len(). Use tf.shape(x)[0].")
		}),
	)
	cls.Dict().SetName("__array_priority__", object.Int(100))
	cls.Dict().SetName("__hash__", object.None)
	cls.Getter("shape", "The static shape.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return NewTensorShape(self.(*tensor.KerasTensor).Shape), nil
	})
	cls.Getter("dtype", "The tf.DType.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return DTypeOf(self.(*tensor.KerasTensor).Dtype), nil
	})
	cls.Getter("name", "The name in the graph.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return object.NewStr(self.(*tensor.KerasTensor).Name + ":0"), nil
	})
}

func setShape(t *object.Thread, x *tensor.KerasTensor, v object.Object) error {
	s, err := ToShape(t, v)
	if err != nil {
		return err
	}
	if len(s) != len(x.Shape) {
		return object.ValueError("set_shape(): the tensor has shape %s, which does not fit %s.", x.Shape, s)
	}
	merged := x.Shape.Clone()
	for i, d := range s {
		if merged[i] == unknown {
			merged[i] = d
		} else if d != unknown && d != merged[i] {
			return object.ValueError("set_shape(): the tensor has shape %s, which does not fit %s.", x.Shape, s)
		}
	}
	x.Shape = merged
	return nil
}
