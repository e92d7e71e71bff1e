package utils

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

func init() {
	declare := func(name, module, takes, doc string, do func(t *object.Thread, a []object.Object) (object.Object, error), further ...string) {
		spec.DeclareFunc(spec.Function{Name: name, Module: module, Export: append([]string{"keras.utils." + name}, further...), Takes: takes, Doc: doc, Do: do})
	}
	declare("to_categorical", "keras.src.utils.numerical_utils", "x, num_classes=None", "Makes rows with a single one of the numbers of classes.", toCategorical)
	declare("normalize", "keras.src.utils.numerical_utils", "x, axis=-1, order=2", "Divides by the norm along an axis.", normalize)
	declare("pad_sequences", "keras.src.utils.sequence_utils", "sequences, maxlen=None, dtype='int32', padding='pre', truncating='pre', value=0.0",
		"Makes one array of sequences of different lengths.", padSequences, "keras.preprocessing.sequence.pad_sequences")
	declare("pack_x_y_sample_weight", "keras.src.trainers.data_adapters.data_adapter_utils", "x, y=None, sample_weight=None", "Packs a batch into a tuple.",
		func(_ *object.Thread, a []object.Object) (object.Object, error) {
			switch {
			case a[1] == object.None && !isSequence(a[0]):
				return a[0], nil
			case a[1] == object.None:
				return object.NewTuple(a[0]), nil
			case a[2] == object.None:
				return object.NewTuple(a[:2]...), nil
			}
			return object.NewTuple(a...), nil
		})
	declare("unpack_x_y_sample_weight", "keras.src.trainers.data_adapters.data_adapter_utils", "data", "Unpacks what pack_x_y_sample_weight made.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			if !isSequence(a[0]) {
				return object.NewTuple(a[0], object.None, object.None), nil
			}
			items, err := object.Items(t, a[0])
			if err != nil {
				return nil, err
			}
			if len(items) < 1 || len(items) > 3 {
				return nil, object.ValueError("A batch is x, (x,), (x, y) or (x, y, sample_weight), got a tuple of %d items.", len(items))
			}
			out := []object.Object{object.None, object.None, object.None}
			copy(out, items)
			return object.NewTuple(out...), nil
		})
	declare("get_source_inputs", "keras.src.ops.operation_utils", "tensor", "Lists the inputs that a tensor was made of.",
		func(_ *object.Thread, a []object.Object) (object.Object, error) {
			if _, ok := a[0].(*tensor.KerasTensor); !ok {
				return a[0], nil
			}
			return object.NewList(Sources(a[0])...), nil
		})
}

func isSequence(v object.Object) bool {
	switch object.Of(v).(type) {
	case *object.List, *object.Tuple:
		return true
	}
	return false
}

// arrays calls functions of numpy and methods of arrays. After the first error the rest does nothing.
type arrays struct {
	t   *object.Thread
	err error
}

func (c *arrays) of(f func() (object.Object, error)) object.Object {
	if c.err != nil {
		return object.None
	}
	v, err := f()
	if err != nil {
		c.err = err
		return object.None
	}
	return v
}

func (c *arrays) attr(o object.Object, name string) object.Object {
	return c.of(func() (object.Object, error) { return object.GetAttr(c.t, o, object.Intern(name)) })
}

// np calls a function of numpy; the keyword arguments are names and values in turn.
func (c *arrays) np(name string, args []object.Object, pairs ...any) object.Object {
	m := c.of(func() (object.Object, error) { return c.t.Import(c.t, "numpy") })
	f := c.attr(m, name)
	return c.of(func() (object.Object, error) {
		return object.CallArgs(c.t, f, object.Args{Pos: args, Kw: arg.Pairs(pairs...)})
	})
}

func (c *arrays) item(o, key object.Object) object.Object {
	return c.of(func() (object.Object, error) { return object.GetItem(c.t, o, key) })
}

func (c *arrays) put(o, key, v object.Object) {
	c.of(func() (object.Object, error) { return object.None, object.SetItem(c.t, o, key, v) })
}

func (c *arrays) binary(op object.BinaryOp, a, b object.Object) object.Object {
	return c.of(func() (object.Object, error) { return object.Binary(c.t, op, a, b) })
}

// items are the items of a sequence, such as a shape.
func (c *arrays) items(o object.Object) (list []object.Object) {
	c.of(func() (object.Object, error) {
		var err error
		list, err = object.Items(c.t, o)
		return object.None, err
	})
	return list
}

func (c *arrays) end(v object.Object) (object.Object, error) { return v, c.err }

func isArray(v object.Object) bool {
	return v.Class().Name == "ndarray" && v.Class().Module() == "numpy"
}

func list(items ...object.Object) []object.Object { return items }

func toCategorical(t *object.Thread, a []object.Object) (object.Object, error) {
	c := &arrays{t: t}
	if k, ok := a[0].(*tensor.KerasTensor); ok && k.Kind != tensor.Symbolic {
		x := a[0]
		if shape := c.items(c.attr(x, "shape")); c.err == nil && len(shape) > 1 && shape[len(shape)-1] == object.Int(1) {
			x = c.of(func() (object.Object, error) {
				return ops.Find("reshape").Call(t, object.Positional(x, object.NewTuple(shape[:len(shape)-1]...)))
			})
		}
		return c.end(c.of(func() (object.Object, error) { return ops.Find("one_hot").Call(t, object.Positional(x, a[1])) }))
	}
	x := c.np("array", list(a[0]), "dtype", "int64")
	shape := c.items(c.attr(x, "shape"))
	if n := len(shape); n > 1 && shape[n-1] == object.Int(1) {
		shape = shape[:n-1]
	}
	x = c.of(func() (object.Object, error) { return object.CallMethod(t, x, "reshape", object.Int(-1)) })
	classes := a[1]
	if some, err := object.Truth(t, classes); err != nil {
		return nil, err
	} else if !some {
		classes = c.binary(object.Add, c.np("max", list(x)), object.Int(1))
	}
	size := c.attr(x, "size")
	out := c.np("zeros", list(object.NewTuple(size, classes)))
	c.put(out, object.NewTuple(c.np("arange", list(size)), x), object.Int(1))
	return c.end(c.np("reshape", list(out, object.NewTuple(append(append([]object.Object(nil), shape...), classes)...))))
}

func normalize(t *object.Thread, a []object.Object) (object.Object, error) {
	if !isArray(a[0]) {
		return ops.Find("normalize").Call(t, object.Args{Pos: a[:1], Kw: arg.Pairs("axis", a[1], "order", a[2])})
	}
	c := &arrays{t: t}
	m := c.of(func() (object.Object, error) { return t.Import(t, "numpy") })
	norm := c.of(func() (object.Object, error) {
		linalg, err := object.GetAttr(t, m, object.Intern("linalg"))
		if err != nil {
			return nil, err
		}
		return object.CallMethod(t, linalg, "norm", a[0], a[2], a[1])
	})
	norm = c.np("atleast_1d", list(norm))
	c.put(norm, c.of(func() (object.Object, error) { return object.Compare(t, object.Eq, norm, object.Int(0)) }), object.Int(1))
	axis := a[1]
	if some, err := object.Truth(t, axis); err == nil && !some {
		axis = object.Int(-1)
	}
	return c.end(c.binary(object.TrueDiv, a[0], c.np("expand_dims", list(norm, axis))))
}

// padSequences is pad_sequences.
func padSequences(t *object.Thread, a []object.Object) (object.Object, error) {
	c := &arrays{t: t}
	rows, err := object.Items(t, a[0])
	if err != nil {
		return nil, object.ValueError("pad_sequences() takes a list of sequences, got %s.", arg.Repr(t, a[0]))
	}
	longest := 0
	var inner []object.Object
	for _, row := range rows {
		n, err := object.Len(t, row)
		if err != nil {
			return nil, object.ValueError("pad_sequences() takes a list of sequences, and one of its items is %s.", arg.Repr(t, row))
		}
		if n > 0 && inner == nil {
			inner = append([]object.Object{}, c.items(c.attr(c.np("asarray", list(row)), "shape"))[1:]...)
		}
		longest = max(longest, n)
	}
	length := a[1]
	if length == object.None {
		length = object.Int(longest)
		if len(rows) == 0 {
			return nil, object.ValueError("pad_sequences() needs a sequence, or maxlen.")
		}
	}
	if err := t.Alloc(int64(len(rows)) * 64); err != nil {
		return nil, err
	}
	out := c.np("full", list(object.NewTuple(append([]object.Object{object.Int(len(rows)), length}, inner...)...), a[5]), "dtype", a[2])
	for i, row := range rows {
		c.pad(out, i, row, length, inner, a)
	}
	return c.end(out)
}

// pad puts one sequence into its row.
func (c *arrays) pad(out object.Object, i int, row, length object.Object, inner, a []object.Object) {
	n, err := object.Len(c.t, row)
	if err != nil || n == 0 || c.err != nil {
		return
	}
	choice := func(v object.Object, what string) (before bool) {
		s, _ := object.Of(v).(*object.Str)
		if s == nil || s.String() != "pre" && s.String() != "post" {
			c.of(func() (object.Object, error) {
				return nil, object.ValueError("pad_sequences() takes 'pre' or 'post' as %s, got %s.", what, arg.Repr(c.t, v))
			})
		}
		return s != nil && s.String() == "pre"
	}
	part := &object.Slice{Start: object.None, Stop: length, Step: object.None}
	if choice(a[4], "truncating") {
		part.Start, part.Stop = c.of(func() (object.Object, error) { return object.Unary(c.t, object.Neg, length) }), object.None
	}
	cut := c.np("asarray", list(c.item(row, part)), "dtype", a[2])
	shape := c.items(c.attr(cut, "shape"))
	if c.err != nil {
		return
	}
	if same, err := object.Equal(c.t, object.NewTuple(shape[1:]...), object.NewTuple(inner...)); err == nil && !same {
		c.err = object.ValueError("The sequence at position %d has items of shape %s; those before have %s.", i, arg.Repr(c.t, object.NewTuple(shape[1:]...)), arg.Repr(c.t, object.NewTuple(inner...)))
		return
	}
	place := &object.Slice{Start: object.None, Stop: shape[0], Step: object.None}
	if choice(a[3], "padding") {
		place.Start, place.Stop = c.of(func() (object.Object, error) { return object.Unary(c.t, object.Neg, shape[0]) }), object.None
	}
	c.put(out, object.NewTuple(object.Int(i), place), cut)
}
