package ops

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// TensorShape is tf.TensorShape: the static shape of a tensor on tensorflow.
type TensorShape struct{ Shape tensor.Shape }

// TensorShapeClass is tf.TensorShape.
var TensorShapeClass = object.NewType("TensorShape", "tensorflow.python.framework.tensor_shape", nil)

// NewTensorShape makes a tf.TensorShape.
func NewTensorShape(s tensor.Shape) *TensorShape { return &TensorShape{s.Plain()} }

// Dims returns the dimensions, for what reads shapes without knowing this type.
func (s *TensorShape) Dims() tensor.Shape { return s.Shape }

// Class returns tf.TensorShape.
func (*TensorShape) Class() *object.Class { return TensorShapeClass }

// Len returns the rank.
func (s *TensorShape) Len() int { return len(s.Shape) }

// Truth is true: the rank is known.
func (s *TensorShape) Truth(*object.Thread) (bool, error) { return true, nil }

// Repr shows the shape.
func (s *TensorShape) Repr(*object.Thread) (string, error) {
	text := "["
	for i, d := range s.Shape {
		if i > 0 {
			text += ", "
		}
		text += tensor.DimString(d)
	}
	return "TensorShape(" + text + "])", nil
}

// Str writes the shape as a tuple.
func (s *TensorShape) Str(*object.Thread) (string, error) { return s.Shape.String(), nil }

// Iter goes through the sizes.
func (s *TensorShape) Iter(t *object.Thread) (object.Object, error) {
	return object.Iter(t, s.Shape.Object())
}

// GetItem returns a size, or a TensorShape of several.
func (s *TensorShape) GetItem(t *object.Thread, key object.Object) (object.Object, error) {
	v, err := object.GetItem(t, s.Shape.Object(), key)
	if err != nil {
		return nil, err
	}
	if part, ok := v.(*object.Tuple); ok {
		shape, err := ToShape(t, part)
		return &TensorShape{shape}, err
	}
	return v, nil
}

// Compare compares sizes with those of another shape, tuple or list.
func (s *TensorShape) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	if op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	other, err := ToShape(t, o)
	if err != nil {
		return object.BoolOf(op == object.Ne), nil
	}
	return object.BoolOf(s.Shape.Equal(other) == (op == object.Eq)), nil
}

// Hash is that of the tuple.
func (s *TensorShape) Hash(t *object.Thread) (uint64, error) { return object.Hash(t, s.Shape.Object()) }

// Binary joins shapes.
func (s *TensorShape) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	if op != object.Add {
		return object.NotImplemented, nil
	}
	other, err := ToShape(t, o)
	if err != nil {
		return object.NotImplemented, nil
	}
	if reflected {
		return &TensorShape{joined(other, s.Shape)}, nil
	}
	return &TensorShape{joined(s.Shape, other)}, nil
}

// DType is tf.DType.
type DType struct{ Name string }

// DTypeClass is tf.DType.
var DTypeClass = object.NewType("DType", "tensorflow.python.framework.dtypes", nil)

var dtypeObjects = func() map[string]*DType {
	made := map[string]*DType{}
	for _, n := range []string{"float16", "float32", "float64", "bfloat16", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
		"bool", "string", "complex64", "complex128", "resource", "variant"} {
		made[n] = &DType{n}
	}
	return made
}()

// DTypeOf returns the tf.DType of a name, or one that knows nothing but its name.
func DTypeOf(name string) *DType {
	if d := dtypeObjects[name]; d != nil {
		return d
	}
	return &DType{name}
}

// Class returns tf.DType.
func (*DType) Class() *object.Class { return DTypeClass }

// Repr is tensorflow's text without the module.
func (d *DType) Repr(*object.Thread) (string, error) { return "tf." + d.Name, nil }

// Str is the text that print shows.
func (d *DType) Str(*object.Thread) (string, error) { return "<dtype: '" + d.Name + "'>", nil }

// Hash lets a dtype be a key of a dict.
func (d *DType) Hash(t *object.Thread) (uint64, error) { return object.Hash(t, object.NewStr(d.Name)) }

// Compare compares with another dtype or a name.
func (d *DType) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	if op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	name := ""
	switch x := object.Of(o).(type) {
	case *DType:
		name = x.Name
	case *object.Str:
		name = x.String()
	default:
		if n, err := object.LookupAttr(t, o, object.Intern("name")); err == nil && n != nil {
			name, _ = object.ToStr(t, n)
		}
	}
	return object.BoolOf((name == d.Name) == (op == object.Eq)), nil
}

func init() {
	TensorShapeClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 1 || len(a.Kw) > 0 || a.Pos[0] == object.None {
			return nil, object.TypeError("tf.TensorShape() takes the sizes as one list; an unknown rank is not modelled here.")
		}
		s, err := ToShape(t, a.Pos[0])
		return &TensorShape{s}, err
	}
	TensorShapeClass.Protocols(&TensorShape{}, object.Add)
	TensorShapeClass.Methods(
		object.RawFunc("__init__", "(self, dims)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
		object.Func("as_list", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewList(a[0].(*TensorShape).Shape.Object().Items...), nil
		}),
		object.Func("is_fully_defined", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.BoolOf(!a[0].(*TensorShape).Shape.HasUnknown()), nil
		}),
		object.Func("num_elements", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return tensor.DimObject(a[0].(*TensorShape).Shape.Size()), nil
		}),
	)
	for _, name := range []string{"rank", "ndims"} {
		TensorShapeClass.Getter(name, "The number of dimensions.", func(_ *object.Thread, self object.Object) (object.Object, error) {
			return object.Int(len(self.(*TensorShape).Shape)), nil
		})
	}
	DTypeClass.Protocols(&DType{})
	attr := func(name string, get func(d *DType) object.Object) {
		DTypeClass.Getter(name, "", func(_ *object.Thread, self object.Object) (object.Object, error) { return get(self.(*DType)), nil })
	}
	attr("name", func(d *DType) object.Object { return object.NewStr(d.Name) })
	attr("is_floating", func(d *DType) object.Object {
		return object.BoolOf(d.Name[0] == 'f' || d.Name[0] == 'b' && d.Name != "bool")
	})
	attr("is_integer", func(d *DType) object.Object { return object.BoolOf(d.Name[0] == 'i' || d.Name[0] == 'u') })
	attr("is_bool", func(d *DType) object.Object { return object.BoolOf(d.Name == "bool") })
	attr("size", func(d *DType) object.Object { return object.Int(itemSizes[d.Name]) })
	attr("base_dtype", func(d *DType) object.Object { return d })
	DTypeClass.Getter("as_numpy_dtype", "The numpy type of the same name.", func(t *object.Thread, self object.Object) (object.Object, error) {
		np, err := t.Import(t, "numpy")
		if err != nil {
			return nil, err
		}
		return object.GetAttr(t, np, object.Intern(self.(*DType).Name))
	})
}
