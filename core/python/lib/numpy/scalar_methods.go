package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// binarySymbols are the operators that numpy's types have.
var binarySymbols = []object.BinaryOp{object.Add, object.Sub, object.Mul, object.MatMul, object.TrueDiv, object.Mod, object.Pow,
	object.LShift, object.RShift, object.Or, object.Xor, object.And, object.FloorDiv, object.DivMod}

// scalarMethods gives the scalars' classes what Go's interfaces cannot say for instances that carry a Python value: the
// same operators, written out as methods.
func scalarMethods() {
	for d, c := range scalarClasses {
		switch array.Dtype(d) {
		case array.Str:
			textMethods(c)
		default:
			numberMethods(c)
		}
	}
	genericMethods()
	genericAttributes()
}

func method1(name string, f func(t *object.Thread, self object.Object) (object.Object, error)) *object.Builtin {
	return object.Func(name, "(self, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) { return f(t, a[0]) })
}

func textMethods(c *object.Class) {
	c.Methods(
		method1("__repr__", func(t *object.Thread, self object.Object) (object.Object, error) {
			s, err := scalarRepr(t, self)
			return object.NewStr(s), err
		}),
		method1("__str__", func(t *object.Thread, self object.Object) (object.Object, error) { return object.Of(self), nil }))
}

func numberMethods(c *object.Class) {
	textMethods(c)
	for _, op := range binarySymbols {
		c.Methods(operatorMethod(op, op.Method(), false), operatorMethod(op, "__r"+op.Method()[2:], true))
	}
	for _, op := range []object.CompareOp{object.Eq, object.Ne, object.Lt, object.Le, object.Gt, object.Ge} {
		c.Methods(object.Func(op.Method(), "(self, value, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return compareOperator(t, op, a[0], a[1])
		}))
	}
	for op, name := range map[object.UnaryOp]string{object.Neg: "__neg__", object.Pos: "__pos__", object.Invert: "__invert__", object.Abs: "__abs__"} {
		c.Methods(method1(name, func(_ *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			return unaryOperator(op, arr)
		}))
	}
	c.Methods(
		method1("__str__", func(t *object.Thread, self object.Object) (object.Object, error) {
			s, err := scalarText(t, self)
			return object.NewStr(s), err
		}),
		method1("__bool__", func(_ *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			return object.BoolOf(scalarTruth(arr)), nil
		}),
		method1("__hash__", func(t *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			h, err := object.Hash(t, item(arr))
			return object.Int(int64(h)), err
		}),
		method1("__int__", func(t *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			return object.ToInt(t, item(arr))
		}),
		method1("__float__", func(t *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			f, err := object.ToFloat(t, item(arr))
			return object.Float(f), err
		}),
		method1("__complex__", func(t *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			z, err := object.ToComplex(t, item(arr))
			return object.Complex(z), err
		}),
		object.Func("__format__", "(self, spec, /)", "", formatScalar),
		object.Func("__round__", "(self, ndigits=None)", "", roundScalar))
	if d := c.Tag.(array.Dtype); d.IsInteger() {
		c.Methods(method1("__index__", func(_ *object.Thread, self object.Object) (object.Object, error) {
			return item(self.(*Scalar).value), nil
		}))
	}
}

func operatorMethod(op object.BinaryOp, name string, reflected bool) *object.Builtin {
	return object.Func(name, "(self, value, modulo=None, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return binaryOperator(t, op, a[0], a[1], reflected)
	})
}

func formatScalar(t *object.Thread, a []object.Object) (object.Object, error) {
	spec, _ := object.AsString(a[1])
	arr, _ := scalarArray(a[0])
	if d := arr.Dtype(); spec == "" && !d.IsFloat() && !d.IsComplex() { // those are formatted as Python's own numbers
		s, err := scalarText(t, a[0])
		return object.NewStr(s), err
	}
	s, err := object.Format(t, item(arr), spec)
	return object.NewStr(s), err
}

// roundScalar is round(x): without digits a Python int for floats, as numpy gives.
func roundScalar(t *object.Thread, a []object.Object) (object.Object, error) {
	arr, _ := scalarArray(a[0])
	if a[1] == object.None {
		if arr.Dtype().IsFloat() {
			r, err := array.Round(arr, 0)
			if err != nil {
				return nil, raised(err)
			}
			return object.ToInt(t, item(r))
		}
		return a[0], nil
	}
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	r, err := array.Round(arr, n)
	if err != nil {
		return nil, raised(err)
	}
	return newScalar(r), nil
}

// genericMethods lets scalars do what arrays do: every method of ndarray works on them as on an array of rank 0.
func genericMethods() {
	for _, name := range []string{"all", "any", "argmax", "argmin", "astype", "clip", "conj", "conjugate", "copy", "cumprod", "cumsum",
		"dot", "fill", "flatten", "item", "max", "mean", "min", "nonzero", "prod", "ravel", "repeat", "reshape", "round", "squeeze",
		"std", "sum", "swapaxes", "take", "tobytes", "tolist", "transpose", "var", "view", "searchsorted", "sort", "argsort"} {
		genericClass.Methods(object.RawFunc(name, "(self, /, *args, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			arr, ok := scalarArray(a.Pos[0])
			if !ok {
				return nil, typeError("a numpy scalar is needed, not '%s'", a.Pos[0].Class().Name)
			}
			m, err := object.GetAttr(t, New(arr.WithBudget(t)), object.Intern(name))
			if err != nil {
				return nil, err
			}
			r, err := object.CallArgs(t, m, object.Args{Pos: a.Pos[1:], Kw: a.Kw})
			if x, ok := r.(*NDArray); ok && err == nil && name != "reshape" && x.Arr.Rank() == 0 {
				return newScalar(x.Arr), nil
			}
			return r, err
		}))
	}
	genericClass.Methods(
		object.Func("__array__", "(self, dtype=None, copy=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			arr, _ := scalarArray(a[0])
			return New(arr.WithBudget(t)), nil
		}),
		object.Func("__getitem__", "(self, key, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			arr, _ := scalarArray(a[0])
			r, err := newArray(arr).GetItem(t, a[1])
			if object.IsKind(err, object.IndexErrorClass) {
				return nil, object.NewError(object.IndexErrorClass, "invalid index to scalar variable.")
			}
			return r, err
		}))
	floatingClass.Methods(
		method1("is_integer", func(_ *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			f, _ := array.Float64s(arr)
			return object.BoolOf(f[0] == float64(int64(f[0]))), nil
		}),
		method1("as_integer_ratio", func(t *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			return object.CallMethod(t, item(arr), "as_integer_ratio")
		}))
	integerClass.Methods(method1("is_integer", func(*object.Thread, object.Object) (object.Object, error) { return object.True, nil }),
		method1("bit_count", func(t *object.Thread, self object.Object) (object.Object, error) {
			arr, _ := scalarArray(self)
			return object.CallMethod(t, item(arr), "bit_count")
		}))
}

func genericAttributes() {
	for name, get := range map[string]func(arr *array.Array) (object.Object, error){
		"shape":    func(*array.Array) (object.Object, error) { return object.NewTuple(), nil },
		"strides":  func(*array.Array) (object.Object, error) { return object.NewTuple(), nil },
		"ndim":     func(*array.Array) (object.Object, error) { return object.Int(0), nil },
		"size":     func(*array.Array) (object.Object, error) { return object.Int(1), nil },
		"itemsize": func(a *array.Array) (object.Object, error) { return object.Int(a.ItemSize()), nil },
		"nbytes":   func(a *array.Array) (object.Object, error) { return object.Int(a.ItemSize()), nil },
		"T":        func(a *array.Array) (object.Object, error) { return newScalar(a), nil },
		"real": func(a *array.Array) (object.Object, error) {
			r, err := array.RealPart(a)
			return resultOf(r, err)
		},
		"imag": func(a *array.Array) (object.Object, error) {
			r, err := array.ImagPart(a)
			return resultOf(r, err)
		},
	} {
		genericClass.Getter(name, "", func(_ *object.Thread, self object.Object) (object.Object, error) {
			arr, ok := scalarArray(self)
			if !ok {
				return nil, typeError("a numpy scalar is needed, not '%s'", self.Class().Name)
			}
			return get(arr)
		})
	}
}
