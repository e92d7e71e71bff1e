package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// arrayAttributes are the attributes of ndarray that can only be read.
var arrayAttributes = map[string]func(t *object.Thread, x *array.Array) (object.Object, error){
	"shape": func(_ *object.Thread, x *array.Array) (object.Object, error) { return shapeTuple(x.Shape()), nil },
	"dtype": func(_ *object.Thread, x *array.Array) (object.Object, error) {
		return dtypeObject(x.Dtype(), x.Width()), nil
	},
	"ndim":     func(_ *object.Thread, x *array.Array) (object.Object, error) { return object.Int(x.Rank()), nil },
	"size":     func(_ *object.Thread, x *array.Array) (object.Object, error) { return object.Int(x.Size()), nil },
	"itemsize": func(_ *object.Thread, x *array.Array) (object.Object, error) { return object.Int(x.ItemSize()), nil },
	"nbytes": func(_ *object.Thread, x *array.Array) (object.Object, error) {
		return object.Int(x.ItemSize() * x.Size()), nil
	},
	"strides": func(_ *object.Thread, x *array.Array) (object.Object, error) {
		bytes := make([]int, x.Rank())
		for i, s := range x.Strides() {
			bytes[i] = s * x.ItemSize()
		}
		return shapeTuple(bytes), nil
	},
	"T":    func(_ *object.Thread, x *array.Array) (object.Object, error) { return arrayOf(x.Transpose(nil)) },
	"mT":   matrixTranspose,
	"real": func(_ *object.Thread, x *array.Array) (object.Object, error) { return arrayOf(array.RealPart(x)) },
	"imag": func(_ *object.Thread, x *array.Array) (object.Object, error) { return arrayOf(array.ImagPart(x)) },
	"flat": func(_ *object.Thread, x *array.Array) (object.Object, error) {
		flat, err := x.Reshape(-1)
		if err != nil {
			return nil, raised(err)
		}
		return &flatIterator{arr: flat, of: x}, nil
	},
	"flags":  func(_ *object.Thread, x *array.Array) (object.Object, error) { return &flagSet{x}, nil },
	"base":   func(*object.Thread, *array.Array) (object.Object, error) { return object.None, nil },
	"device": func(*object.Thread, *array.Array) (object.Object, error) { return object.NewStr("cpu"), nil },
}

func matrixTranspose(_ *object.Thread, x *array.Array) (object.Object, error) {
	if x.Rank() < 2 {
		return nil, valueError("matrix transpose with ndim < 2 is undefined")
	}
	return arrayOf(x.SwapAxes(-1, -2))
}

func addAttributes() {
	for name, get := range arrayAttributes {
		read := func(t *object.Thread, self object.Object) (object.Object, error) {
			return get(t, object.Of(self).(*NDArray).Arr.WithBudget(t))
		}
		if name == "shape" {
			ArrayClass.GetterSetter(name, "", read, setShape)
			continue
		}
		ArrayClass.Getter(name, "", read)
	}
	ArrayClass.Getter("flags", "", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return &flagSet{object.Of(self).(*NDArray).Arr}, nil
	})
	ArrayClass.Set("__array_priority__", object.Float(0))
}

// setShape is x.shape = (2, 3).
func setShape(t *object.Thread, self, v object.Object) error {
	x := object.Of(self).(*NDArray)
	if v == nil {
		return object.AttributeError(self, "shape", "Cannot delete array shape")
	}
	shape, err := ints(t, v)
	if err != nil {
		return err
	}
	r, err := x.Arr.Reshape(shape...)
	if err != nil {
		return raised(err)
	}
	if !r.SharesMemory(x.Arr) && r.Size() > 0 {
		return object.AttributeError(self, "shape", "incompatible shape for a non-contiguous array")
	}
	x.Arr = r
	return nil
}

// flagSet is ndarray.flags.
type flagSet struct{ arr *array.Array }

var flagsClass = object.NewType("flagsobj", "numpy._core.multiarray", nil).Final()

// Class returns the type of flags.
func (*flagSet) Class() *object.Class { return flagsClass }

func (f *flagSet) value(name string) (bool, bool) {
	switch name {
	case "c_contiguous", "C_CONTIGUOUS", "contiguous", "C":
		return f.arr.Contiguous(), true
	case "f_contiguous", "F_CONTIGUOUS", "fortran", "F":
		return f.arr.FortranContiguous(), true
	case "owndata", "OWNDATA", "aligned", "ALIGNED":
		return true, true
	case "writeable", "WRITEABLE":
		return !f.arr.ReadOnly, true
	case "writebackifcopy", "WRITEBACKIFCOPY":
		return false, true
	}
	return false, false
}

// GetAttr reads a flag.
func (f *flagSet) GetAttr(_ *object.Thread, name *object.Str) (object.Object, bool, error) {
	v, ok := f.value(name.String())
	return object.BoolOf(v), ok, nil
}

// GetItem reads a flag.
func (f *flagSet) GetItem(_ *object.Thread, key object.Object) (object.Object, error) {
	name, _ := object.AsString(key)
	v, ok := f.value(name)
	if !ok {
		return nil, object.KeyError(object.NewStr("Unknown flag"))
	}
	return object.BoolOf(v), nil
}

// SetAttr sets the writeable flag.
func (f *flagSet) SetAttr(t *object.Thread, name *object.Str, v object.Object) (bool, error) {
	if name.String() != "writeable" || v == nil {
		return false, nil
	}
	yes, err := object.Truth(t, v)
	f.arr.ReadOnly = !yes
	return true, err
}

// SetItem sets the writeable flag.
func (f *flagSet) SetItem(t *object.Thread, key, v object.Object) error {
	if name, _ := object.AsString(key); name != "WRITEABLE" || v == nil {
		return object.KeyError(object.NewStr("Unknown flag"))
	}
	_, err := f.SetAttr(t, object.Intern("writeable"), v)
	return err
}

// Repr lists the flags.
func (f *flagSet) Repr(*object.Thread) (string, error) {
	s := ""
	for _, name := range []string{"C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY"} {
		v, _ := f.value(name)
		s += "  " + name + " : " + map[bool]string{true: "True", false: "False"}[v] + "\n"
	}
	return s, nil
}

func addFlags() { flagsClass.Protocols(&flagSet{}) }
