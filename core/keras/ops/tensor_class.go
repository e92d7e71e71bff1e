package ops

import (
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// operators maps the binary operators of tensors to operations. The reflected form exchanges the operands.
var operators = []struct {
	method, op string
	reflected  bool
}{
	{"add", "add", true}, {"sub", "subtract", true}, {"mul", "multiply", true}, {"matmul", "matmul", true},
	{"truediv", "true_divide", true}, {"div", "divide", true}, {"pow", "power", true}, {"floordiv", "floor_divide", true}, {"mod", "mod", true},
	{"lt", "less", false}, {"le", "less_equal", false}, {"gt", "greater", false}, {"ge", "greater_equal", false}, {"ne", "not_equal", false},
	{"and", "logical_and", true}, {"or", "logical_or", true}, {"xor", "logical_xor", true},
}

func init() {
	for _, cls := range []*object.Class{tensor.KerasTensorClass, tensor.TracerClass, tensor.TFTensorClass, tensor.ArrayClass} {
		cls.Methods(operatorMethods()...)
		cls.Methods(
			object.Func("__neg__", "(self, /)", "", unary("negative")),
			object.Func("__abs__", "(self, /)", "", unary("absolute")),
			object.Func("__invert__", "(self, /)", "", unary("logical_not")),
			object.Func("__getitem__", "(self, key, /)", "", getItem),
			object.Func("__round__", "(self, ndigits=None, /)", "", round),
			object.Func("__int__", "(self, /)", "", noValue("converted to an int")),
			object.Func("__float__", "(self, /)", "", noValue("converted to a float")),
			object.Func("__array__", "(self, dtype=None, copy=None)", "", noValue("converted to a numpy array")),
			object.Func("__bool__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				_, err := a[0].(*tensor.KerasTensor).Truth(t)
				return nil, err
			}),
			object.Func("__repr__", "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
				s, err := a[0].(*tensor.KerasTensor).Repr(t)
				return object.NewStr(s), err
			}),
			object.Func("reshape", "(self, *newshape)", "", reshapeMethod),
			object.Func("squeeze", "(self, axis=None)", "", method("squeeze")),
		)
		cls.Getter("ndim", "The number of dimensions.", func(_ *object.Thread, self object.Object) (object.Object, error) {
			return object.Int(self.(*tensor.KerasTensor).Rank()), nil
		})
		cls.GetterSetter("_keras_mask", "The mask that the layer computed for the tensor.", getMask, setMask)
	}
	kerasTensorClass(tensor.KerasTensorClass)
	tracerClass(tensor.TracerClass)
	tracerClass(tensor.ArrayClass)
	tfTensorClass(tensor.TFTensorClass)
	jaxClass(tensor.ArrayClass)
	tfEagerClass(tensor.EagerTensorClass)
}

func operatorMethods() []*object.Builtin {
	var list []*object.Builtin
	for _, o := range operators {
		list = append(list, object.Func("__"+o.method+"__", "(self, other, /)", "", binary(o.op, false)))
		if o.reflected {
			list = append(list, object.Func("__r"+o.method+"__", "(self, other, /)", "", binary(o.op, true)))
		}
	}
	return list
}

func binary(op string, reflected bool) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, y := a[0], a[1]
		if reflected {
			x, y = y, x
		}
		if err := sameTFDtype(x, y); err != nil {
			return nil, err
		}
		return Do(t, op, x, y)
	}
}

// sameTFDtype refuses what tensorflow refuses: two tensors of different dtypes, or a float beside a tensor of ints.
func sameTFDtype(x, y object.Object) error {
	a, ok1 := x.(*tensor.KerasTensor)
	b, ok2 := y.(*tensor.KerasTensor)
	if ok1 && ok2 && a.Kind == tensor.TFTraced && b.Kind == tensor.TFTraced && a.Dtype != b.Dtype {
		return object.TypeError("tensorflow does not mix dtypes: one tensor is %s and the other %s. Cast one of them with tf.cast.", a.Dtype, b.Dtype)
	}
	if !ok1 {
		a, y = b, x
	}
	if _, isFloat := object.Of(y).(object.Float); isFloat && a != nil && a.Kind == tensor.TFTraced && isWhole(a.Dtype) {
		return object.TypeError("tensorflow does not mix dtypes: a tensor of %s and a float. Cast the tensor with tf.cast.", a.Dtype)
	}
	return nil
}

func unary(op string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) { return Do(t, op, a[0]) }
}

func method(op string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) { return Do(t, op, a...) }
}

func getItem(t *object.Thread, a []object.Object) (object.Object, error) {
	return Do(t, "get_item", a[0], a[1])
}

func round(t *object.Thread, a []object.Object) (object.Object, error) {
	if a[1] == object.None {
		a[1] = object.Int(0)
	}
	return Do(t, "round", a[0], a[1])
}

func noValue(what string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return nil, a[0].(*tensor.KerasTensor).WithoutNumbers(what)
	}
}

// reshapeMethod takes the sizes as one tuple or one by one.
func reshapeMethod(t *object.Thread, a []object.Object) (object.Object, error) {
	sizes := a[1].(*object.Tuple).Items
	if x := a[0].(*tensor.KerasTensor); len(sizes) == 1 || !x.Traced() {
		if len(sizes) != 1 {
			return nil, object.TypeError("KerasTensor.reshape() takes the new shape as one tuple, got %d arguments.", len(sizes))
		}
		return Do(t, "reshape", a[0], sizes[0])
	}
	return Do(t, "reshape", a[0], a[1])
}

func getMask(_ *object.Thread, self object.Object) (object.Object, error) {
	if m := self.(*tensor.KerasTensor).Mask; m != nil {
		return m, nil
	}
	return nil, object.AttributeError(self, "_keras_mask", "'%s' object has no attribute '_keras_mask'", self.Class().Name)
}

func setMask(_ *object.Thread, self, v object.Object) error {
	self.(*tensor.KerasTensor).Mask = v
	return nil
}

// kerasTensorClass gives KerasTensor what only it has: a constructor, attributes that cannot be set, and no iteration.
func kerasTensorClass(cls *object.Class) {
	cls.New = newKerasTensor
	cls.Methods(
		object.RawFunc("__init__", "(self, shape, dtype='float32', sparse=False, ragged=False, record_history=True, name=None, **kwargs)", "",
			func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
		object.Func("__iter__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			x := a[0].(*tensor.KerasTensor)
			return nil, object.NewError(object.NotImplementedErrClass, "A KerasTensor cannot be iterated over, got '%s' of shape %s. Use keras.ops.unstack for its parts.",
				x.Name, x.Shape)
		}),
	)
	readOnly := func(name, doc string, get func(x *tensor.KerasTensor) object.Object) {
		cls.GetterSetter(name, doc, func(_ *object.Thread, self object.Object) (object.Object, error) {
			return get(self.(*tensor.KerasTensor)), nil
		}, func(_ *object.Thread, self, _ object.Object) error {
			return object.AttributeError(self, name, "The %s of a KerasTensor cannot be changed; make a new KerasTensor instead.", name)
		})
	}
	readOnly("shape", "The size of each dimension, None for unknown ones.", func(x *tensor.KerasTensor) object.Object { return x.Shape.Object() })
	readOnly("dtype", "The name of the dtype.", func(x *tensor.KerasTensor) object.Object { return object.Intern(x.Dtype) })
	readOnly("sparse", "Whether the tensor is sparse.", func(x *tensor.KerasTensor) object.Object { return object.BoolOf(x.Sparse) })
	readOnly("ragged", "Whether the tensor is ragged.", func(x *tensor.KerasTensor) object.Object { return object.BoolOf(x.Ragged) })
	readOnly("ragged_rank", "", func(x *tensor.KerasTensor) object.Object { return orNone(x.AttrDict(false).GetName("_ragged_rank")) })
	readOnly("row_splits_dtype", "", func(x *tensor.KerasTensor) object.Object {
		return orNone(x.AttrDict(false).GetName("_row_splits_dtype"))
	})
	cls.GetterSetter("name", "The tensor's name.", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return object.NewStr(self.(*tensor.KerasTensor).Name), nil
	}, func(t *object.Thread, self, v object.Object) error {
		if v == nil {
			return object.AttributeError(self, "name", "can't delete attribute")
		}
		s, err := object.ToStr(t, v)
		self.(*tensor.KerasTensor).Name = s
		return err
	})
	cls.GetterSetter("record_history", "", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return object.BoolOf(!self.(*tensor.KerasTensor).NoHistory), nil
	}, func(t *object.Thread, self, v object.Object) error {
		b, err := object.Truth(t, orNone(v))
		self.(*tensor.KerasTensor).NoHistory = !b
		return err
	})
	cls.Getter("_keras_history", "The operation that made the tensor, the number of its call, and the tensor's place in the result.", history)
}

func history(t *object.Thread, self object.Object) (object.Object, error) {
	x := self.(*tensor.KerasTensor)
	if x.History == nil && x.Entry {
		return object.Wrap(historyClass(t), object.NewTuple(object.None, object.Int(0), object.Int(0))), nil
	}
	if x.History == nil {
		return nil, object.AttributeError(self, "_keras_history", "'KerasTensor' object has no attribute '_keras_history'")
	}
	return object.Wrap(historyClass(t), object.NewTuple(x.History.Operation, object.Int(x.NodeIndex), object.Int(x.Index))), nil
}

type historyKey struct{}

// historyClass is the named tuple KerasHistory.
func historyClass(t *object.Thread) *object.Class {
	return t.State(historyKey{}, func() any {
		c, err := object.NewClass(t, "KerasHistory", "keras.src.ops.node", []*object.Class{object.TupleClass}, object.NewDict(), object.TypeClass)
		if err != nil {
			panic(err) // one base, whose order is known
		}
		names := []object.Object{object.NewStr("operation"), object.NewStr("node_index"), object.NewStr("tensor_index")}
		c.Set("_fields", object.NewTuple(names...))
		for i, n := range names {
			c.Getter(n.(*object.Str).String(), "", func(_ *object.Thread, self object.Object) (object.Object, error) {
				return object.Of(self).(*object.Tuple).Items[i], nil
			})
		}
		return c
	}).(*object.Class)
}

var keraTensorSig = object.ParseSignature("(shape, dtype='float32', sparse=False, ragged=False, record_history=True, name=None, **kwargs)")

// newKerasTensor is keras.KerasTensor(shape, …).
func newKerasTensor(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := operation.Bind("KerasTensor.__init__", keraTensorSig, a)
	if err != nil {
		return nil, err
	}
	if cls != tensor.KerasTensorClass {
		return nil, object.NewError(object.NotImplementedErrClass, "Subclasses of KerasTensor are not modelled here.")
	}
	extra := v[6].(*object.Dict)
	for k := range extra.All() {
		if n := k.(*object.Str).String(); n != "ragged_rank" && n != "row_splits_dtype" {
			return nil, object.TypeError("KerasTensor() got an unexpected keyword argument '%s'", n)
		}
	}
	shape, err := StandardizeShape(t, v[0])
	if err != nil {
		return nil, err
	}
	dtype, err := config.Dtype(t, v[1])
	if err != nil {
		return nil, err
	}
	x := &tensor.KerasTensor{Shape: shape, Dtype: dtype}
	for i, target := range []*bool{&x.Sparse, &x.Ragged, &x.NoHistory} {
		if *target, err = object.Truth(t, v[2+i]); err != nil {
			return nil, err
		}
	}
	x.NoHistory = !x.NoHistory
	if x.Sparse && x.Ragged {
		return nil, object.ValueError("A KerasTensor cannot be sparse and ragged at once, got sparse=True and ragged=True.")
	}
	for k, val := range extra.All() {
		x.AttrDict(true).SetName("_"+k.(*object.Str).String(), val)
	}
	named, err := object.Truth(t, v[5])
	if err != nil {
		return nil, err
	}
	if !named {
		x.Name = operation.AutoName(t, "KerasTensor")
		return x, nil
	}
	x.Name, err = object.ToStr(t, v[5])
	return x, err
}

// StandardizeShape reads a shape: a sequence of sizes and None. Anything else is a ValueError.
func StandardizeShape(t *object.Thread, v object.Object) (tensor.Shape, error) {
	shown := func(o object.Object) string {
		s, err := object.Repr(t, o)
		if err != nil {
			return o.Class().Name
		}
		return s
	}
	if v == nil || v == object.None {
		return nil, object.ValueError("A shape must be a tuple such as (None, 3), got None.")
	}
	items, err := object.Items(t, v)
	if err != nil {
		return nil, object.ValueError("A shape must be a tuple such as (None, 3), got %s.", shown(v))
	}
	s := make(tensor.Shape, len(items))
	for i, d := range items {
		switch object.Of(d).(type) {
		case *object.NoneType, tensor.DimExpr:
			s[i] = unknown
			continue
		}
		n, err := object.ToSize(t, d)
		if c := d.Class(); err != nil || c.IsSubclass(object.StrClass) || c.IsSubclass(object.FloatClass) { // int() would take them
			return nil, object.ValueError("The shape %s holds %s, which is no size: sizes are ints, or None where they are not known.", shown(v), shown(d))
		}
		if n < 0 {
			return nil, object.ValueError("The shape %s holds the negative size %d. Write None for a size that is not known.", shown(v), n)
		}
		s[i] = n
	}
	return s, nil
}
