package numpy

import (
	"strconv"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// Dtype is a dtype object: numpy.dtype.
type Dtype struct {
	Kind  array.Dtype
	Width int // of str types, in code points; 0 means flexible
}

// DtypeClass is numpy.dtype.
var DtypeClass = object.NewType("dtype", "numpy", nil).Final()

// Class returns numpy.dtype.
func (*Dtype) Class() *object.Class { return DtypeClass }

var dtypeObjects [array.Object + 1]*Dtype

func init() {
	for d := range dtypeObjects {
		dtypeObjects[d] = &Dtype{Kind: array.Dtype(d)}
	}
}

func addDtype() {
	DtypeClass.Protocols(&Dtype{})
	for name, get := range dtypeAttributes {
		DtypeClass.Getter(name, "", func(_ *object.Thread, self object.Object) (object.Object, error) { return get(self.(*Dtype)), nil })
	}
	DtypeClass.Methods(object.Func("newbyteorder", "(self, new_order='S', /)", "Returns the dtype; byte order has no meaning here.",
		func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }))
}

// dtypeObject returns the dtype object of a type.
func dtypeObject(d array.Dtype, width int) *Dtype {
	if d == array.Str {
		return &Dtype{d, width}
	}
	return dtypeObjects[d]
}

func newDtype(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	o := a.Get("dtype")
	if len(a.Pos) > 0 {
		o = a.Pos[0]
	}
	if o == nil {
		return nil, typeError("dtype() missing required argument 'dtype' (pos 0)")
	}
	d, width, err := parseDtype(t, o)
	if err != nil {
		return nil, err
	}
	if d == array.Invalid {
		d = array.Float64
	}
	return dtypeObject(d, width), nil
}

var dtypeAttributes = map[string]func(d *Dtype) object.Object{
	"name": func(d *Dtype) object.Object {
		if d.Kind == array.Str && d.Width > 0 {
			return object.NewStr("str" + strconv.Itoa(32*d.Width))
		}
		return object.NewStr(d.Kind.String())
	},
	"kind":       func(d *Dtype) object.Object { return object.NewStr(string(d.Kind.Kind())) },
	"char":       func(d *Dtype) object.Object { return object.NewStr(string(d.Kind.Char())) },
	"str":        func(d *Dtype) object.Object { return object.NewStr(d.code()) },
	"itemsize":   func(d *Dtype) object.Object { return object.Int(d.itemSize()) },
	"alignment":  func(d *Dtype) object.Object { return object.Int(min(d.Kind.Size(), 8)) },
	"num":        func(d *Dtype) object.Object { return object.Int(typeNumbers[d.Kind]) },
	"type":       func(d *Dtype) object.Object { return scalarClasses[d.Kind] },
	"names":      func(*Dtype) object.Object { return object.None },
	"fields":     func(*Dtype) object.Object { return object.None },
	"subdtype":   func(*Dtype) object.Object { return object.None },
	"shape":      func(*Dtype) object.Object { return object.NewTuple() },
	"ndim":       func(*Dtype) object.Object { return object.Int(0) },
	"hasobject":  func(d *Dtype) object.Object { return object.BoolOf(d.Kind == array.Object) },
	"isnative":   func(*Dtype) object.Object { return object.True },
	"isbuiltin":  func(*Dtype) object.Object { return object.Int(1) },
	"base":       func(d *Dtype) object.Object { return d },
	"metadata":   func(*Dtype) object.Object { return object.None },
	"byteorder":  func(d *Dtype) object.Object { return object.NewStr(d.byteOrder()) },
	"__module__": func(*Dtype) object.Object { return object.NewStr("numpy") },
}

// typeNumbers are numpy's numbers of the types.
var typeNumbers = [array.Object + 1]int{array.Bool: 0, array.Int8: 1, array.Uint8: 2, array.Int16: 3, array.Uint16: 4, array.Int32: 5,
	array.Uint32: 6, array.Int64: 7, array.Uint64: 8, array.Float32: 11, array.Float64: 12, array.Complex64: 14, array.Complex128: 15,
	array.Object: 17, array.Str: 19, array.Float16: 23, array.BFloat16: 256}

func (d *Dtype) itemSize() int {
	if d.Kind == array.Str {
		return 4 * d.Width
	}
	return d.Kind.Size()
}

func (d *Dtype) byteOrder() string {
	switch {
	case d.Kind.Size() == 1 || d.Kind == array.Object:
		return "|"
	}
	return "="
}

// code is the array-protocol code: "<f4".
func (d *Dtype) code() string {
	switch d.Kind {
	case array.Object:
		return "|O"
	case array.Str:
		return "<U" + strconv.Itoa(d.Width)
	}
	order := "<"
	if d.Kind.Size() == 1 {
		order = "|"
	}
	return order + string(d.Kind.Kind()) + strconv.Itoa(d.Kind.Size())
}

// Repr shows the dtype as numpy does.
func (d *Dtype) Repr(*object.Thread) (string, error) {
	switch d.Kind {
	case array.Str:
		return "dtype('" + d.code() + "')", nil
	case array.Object:
		return "dtype('O')", nil
	case array.BFloat16:
		return "dtype(bfloat16)", nil
	}
	return "dtype('" + d.Kind.String() + "')", nil
}

// Str returns the name.
func (d *Dtype) Str(*object.Thread) (string, error) {
	if d.Kind == array.Str {
		return d.code(), nil
	}
	return d.Kind.String(), nil
}

// Hash is the same for equal dtypes.
func (d *Dtype) Hash(*object.Thread) (uint64, error) {
	return uint64(d.Kind)*1_000_003 + uint64(d.Width) + 17, nil
}

// Compare compares with whatever names a dtype; < and > ask whether a cast is safe.
func (d *Dtype) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	e, ok := o.(*Dtype)
	if !ok {
		if op != object.Eq && op != object.Ne {
			return object.NotImplemented, nil
		}
		if o == object.None {
			return object.BoolOf(op == object.Ne), nil
		}
		kind, width, err := parseDtype(t, o)
		if err != nil {
			if object.AsException(err) == nil {
				return nil, err
			}
			return object.BoolOf(op == object.Ne), nil
		}
		e = &Dtype{kind, width}
	}
	same := d.Kind == e.Kind && d.Width == e.Width
	to := array.CanCast(d.Kind, e.Kind, array.Safe)
	from := array.CanCast(e.Kind, d.Kind, array.Safe)
	switch op {
	case object.Eq:
		return object.BoolOf(same), nil
	case object.Ne:
		return object.BoolOf(!same), nil
	case object.Lt:
		return object.BoolOf(to && !same), nil
	case object.Le:
		return object.BoolOf(to), nil
	case object.Gt:
		return object.BoolOf(from && !same), nil
	}
	return object.BoolOf(from), nil
}

// parseDtype reads what numpy takes as a dtype. None gives Invalid: the default.
func parseDtype(t *object.Thread, o object.Object) (array.Dtype, int, error) {
	switch x := object.Of(o).(type) {
	case nil, *object.NoneType:
		return array.Invalid, 0, nil
	case *Dtype:
		return x.Kind, x.Width, nil
	case *object.Str:
		if d, width, ok := array.ParseDtype(x.String()); ok {
			return d, width, nil
		}
		return 0, 0, typeError("data type '%s' not understood", x.String())
	case *object.Class:
		if d, ok := classDtype(x); ok {
			return d, 0, nil
		}
	case *NDArray:
		return 0, 0, typeError("Cannot construct a dtype from an array")
	}
	if c, ok := o.(*object.Class); ok {
		return 0, 0, typeError("Cannot interpret '<class '%s'>' as a data type", c.FullName())
	}
	if v, err := object.LookupAttr(t, o, object.Intern("dtype")); v != nil && err == nil {
		if d, ok := v.(*Dtype); ok {
			return d.Kind, d.Width, nil
		}
	}
	text, err := object.Repr(t, o)
	if err != nil {
		return 0, 0, err
	}
	return 0, 0, typeError("Cannot interpret '%s' as a data type", text)
}

// classDtype is the dtype that a Python or numpy class stands for.
func classDtype(c *object.Class) (array.Dtype, bool) {
	for d, k := range scalarClasses {
		if k == c {
			return array.Dtype(d), true
		}
	}
	switch c {
	case object.FloatClass, floatingClass, inexactClass:
		return array.Float64, true
	case object.IntClass, integerClass, signedIntegerClass:
		return array.Int64, true
	case unsignedIntegerClass:
		return array.Uint64, true
	case object.BoolClass:
		return array.Bool, true
	case object.ComplexClass, complexFloatingClass:
		return array.Complex128, true
	case object.StrClass:
		return array.Str, true
	case object.ObjectClass:
		return array.Object, true
	}
	return array.Invalid, false
}
