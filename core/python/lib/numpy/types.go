package numpy

import (
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addTypes() {
	register(
		fn("issubdtype", "(arg1, arg2, /)", "Says whether a dtype belongs to a class.", issubdtype),
		fn("result_type", "(*arrays_and_dtypes)", "Returns the dtype that promotion gives.", resultType),
		fn("promote_types", "(type1, type2, /)", "Returns the dtype that holds both.", promoteTypes),
		fn("can_cast", "(from_, to, casting='safe')", "Says whether a cast is allowed.", canCast),
		fn("min_scalar_type", "(a, /)", "Returns the smallest dtype that holds a number.", minScalarType),
		fn("isscalar", "(element)", "Says whether something is a scalar.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			_, isNumpy := scalarArray(a[0])
			switch object.Of(a[0]).(type) {
			case object.Int, object.Float, object.Complex, object.Bool, *object.Str, *object.Bytes, *object.BigInt:
				isNumpy = true
			}
			return object.BoolOf(isNumpy), nil
		}),
		kindTest("iscomplexobj", func(d array.Dtype) bool { return d.IsComplex() }),
		kindTest("isrealobj", func(d array.Dtype) bool { return !d.IsComplex() }),
		fn("iscomplex", "(x)", "Says which elements have an imaginary part.", complexTest(array.NotEqual)),
		fn("isreal", "(x)", "Says which elements have no imaginary part.", complexTest(array.Equal)),
		infinityTest("isposinf", array.Greater), infinityTest("isneginf", array.Less),
		fn("iterable", "(y)", "Says whether something can be iterated.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			_, err := object.Iter(t, a[0])
			return object.BoolOf(err == nil), nil
		}),
		fn("may_share_memory", "(a, b, /, max_work=None)", "Says whether arrays may share memory.", sharesMemory),
		fn("shares_memory", "(a, b, /, max_work=None)", "Says whether arrays share memory.", sharesMemory),
		fn("isclose", "(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)", "Says which elements are close.", isclose),
		fn("allclose", "(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)", "Says whether all elements are close.", allclose),
		fn("array_equal", "(a1, a2, equal_nan=False)", "Says whether arrays have one shape and equal elements.", arrayEqual),
		fn("array_equiv", "(a1, a2)", "Says whether arrays are equal after broadcasting.", arrayEquiv),
	)
}

func kindTest(name string, test func(array.Dtype) bool) *object.Builtin {
	return fn(name, "(x)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		return object.BoolOf(test(x.Dtype())), nil
	})
}

func complexTest(op array.BinaryOp) func(t *object.Thread, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := arr(t, a[0])
		if err != nil {
			return nil, err
		}
		im, err := array.ImagPart(x)
		if err != nil {
			return nil, raised(err)
		}
		return applyBinary(t, op, array.Of(im), array.Operand{Array: array.Scalar(int64(0)), Weak: array.WeakInt})
	}
}

func infinityTest(name string, op array.BinaryOp) *object.Builtin {
	return fn(name, "(x, out=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := numeric(t, a[0])
		if err != nil {
			return nil, err
		}
		inf, err := array.Unary(array.Isinf, x)
		if err != nil {
			return nil, raised(err)
		}
		side, err := array.Binary(op, array.Of(x), array.Operand{Array: array.Scalar(int64(0)), Weak: array.WeakInt})
		if err != nil {
			return nil, raised(err)
		}
		return applyBinary(t, array.LogicalAnd, array.Of(inf), array.Of(side))
	})
}

func sharesMemory(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return nil, err
	}
	return object.BoolOf(x.SharesMemory(y)), nil
}

// scalarClassOf is the scalar class that a dtype argument stands for; abstract classes stand for themselves.
func scalarClassOf(t *object.Thread, o object.Object) (*object.Class, error) {
	if c, ok := o.(*object.Class); ok && c.IsSubclass(genericClass) {
		return c, nil
	}
	d, _, err := parseDtype(t, o)
	if err != nil {
		return nil, err
	}
	if d == array.Invalid {
		d = array.Float64
	}
	return scalarClasses[d], nil
}

func issubdtype(t *object.Thread, a []object.Object) (object.Object, error) {
	c, err := scalarClassOf(t, a[0])
	if err != nil {
		return nil, err
	}
	k, err := scalarClassOf(t, a[1])
	if err != nil {
		return nil, err
	}
	return object.BoolOf(c.IsSubclass(k)), nil
}

func resultType(t *object.Thread, a []object.Object) (object.Object, error) {
	var list []array.Operand
	for _, o := range a[0].(*object.Tuple).Items {
		switch o.(type) {
		case object.Int, object.Float, object.Complex, object.Bool, *object.BigInt:
			x, err := operand(t, o)
			if err != nil {
				return nil, err
			}
			list = append(list, x)
			continue
		}
		if x, ok := Of(o); ok {
			list = append(list, array.Of(x))
			continue
		}
		d, width, err := dtypeOr(t, o, array.Float64)
		if err != nil {
			x, bad := arr(t, o)
			if bad != nil {
				return nil, err
			}
			list = append(list, array.Of(x))
			continue
		}
		x, err := zeros(t, d, width, nil)
		if err != nil {
			return nil, raised(err)
		}
		list = append(list, array.Of(x))
	}
	if len(list) == 0 {
		return nil, valueError("at least one array or dtype is required")
	}
	d, err := array.ResultType(list...)
	if err != nil {
		return nil, raised(err)
	}
	return dtypeObject(d, 0), nil
}

func promoteTypes(t *object.Thread, a []object.Object) (object.Object, error) {
	x, _, err := dtypeOr(t, a[0], array.Float64)
	if err != nil {
		return nil, err
	}
	y, _, err := dtypeOr(t, a[1], array.Float64)
	if err != nil {
		return nil, err
	}
	d, ok := array.Promote(x, y)
	if !ok {
		return nil, typeError("The DTypes of %s and %s do not have a common DType", x.String(), y.String())
	}
	return dtypeObject(d, 0), nil
}

func canCast(t *object.Thread, a []object.Object) (object.Object, error) {
	switch a[0].(type) {
	case object.Int, object.Float, object.Complex:
		return nil, typeError("can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.")
	}
	var from array.Dtype
	if x, ok := Of(a[0]); ok {
		from = x.Dtype()
	} else {
		var err error
		if from, _, err = dtypeOr(t, a[0], array.Float64); err != nil {
			return nil, err
		}
	}
	to, _, err := dtypeOr(t, a[1], array.Float64)
	if err != nil {
		return nil, err
	}
	rule, ok := castings[text(a[2], "safe")]
	if !ok {
		return nil, valueError("casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe' (got '%s')", text(a[2], ""))
	}
	return object.BoolOf(array.CanCast(from, to, rule)), nil
}

func minScalarType(t *object.Thread, a []object.Object) (object.Object, error) {
	x, err := arr(t, a[0])
	if err != nil {
		return nil, err
	}
	if x.Rank() > 0 || !x.Dtype().IsInteger() {
		if x.Dtype() == array.Float64 && x.Rank() == 0 {
			return dtypeObject(array.Float16, 0), nil
		}
		return dtypeObject(x.Dtype(), x.Width()), nil
	}
	v, ok := object.AsInt64(item(x))
	if !ok {
		return dtypeObject(array.Uint64, 0), nil
	}
	first, last := array.Uint8, array.Uint64
	if v < 0 {
		first, last = array.Int8, array.Int64
	}
	for d := first; d < last; d++ {
		if array.IntFits(v, d) {
			return dtypeObject(d, 0), nil
		}
	}
	return dtypeObject(last, 0), nil
}

// closeness reads the arguments of isclose and compares.
func closeness(t *object.Thread, a []object.Object) (*array.Array, error) {
	x, err := numeric(t, a[0])
	if err != nil {
		return nil, err
	}
	y, err := numeric(t, a[1])
	if err != nil {
		return nil, err
	}
	rtol, err := object.ToFloat(t, a[2])
	if err != nil {
		return nil, err
	}
	atol, err := object.ToFloat(t, a[3])
	if err != nil {
		return nil, err
	}
	same, err := object.Truth(t, a[4])
	if err != nil {
		return nil, err
	}
	if x.Dtype() == array.Str || y.Dtype() == array.Str {
		return nil, typeError("ufunc 'isfinite' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''")
	}
	r, err := array.IsClose(x, y, rtol, atol, same)
	return r, raised(err)
}

func isclose(t *object.Thread, a []object.Object) (object.Object, error) {
	r, err := closeness(t, a)
	return resultOf(r, err)
}

func allclose(t *object.Thread, a []object.Object) (object.Object, error) {
	r, err := closeness(t, a)
	if err != nil {
		return nil, err
	}
	if r, err = array.All(r, nil, false); err != nil {
		return nil, raised(err)
	}
	return object.BoolOf(scalarTruth(r)), nil
}

func arrayEqual(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		if object.AsException(err) == nil {
			return nil, err
		}
		return object.False, nil
	}
	if !array.EqualShape(x.Shape(), y.Shape()) {
		return object.False, nil
	}
	sameNaN, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	return allEqual(t, x, y, sameNaN)
}

// allEqual reports whether all elements are equal.
func allEqual(t *object.Thread, x, y *array.Array, sameNaN bool) (object.Object, error) {
	v, err := compareOperator(t, object.Eq, New(x), New(y))
	if err != nil {
		return nil, err
	}
	r, ok := Of(v)
	if !ok {
		return v, nil
	}
	if sameNaN && x.Dtype().IsInexact() && y.Dtype().IsInexact() {
		p, err := array.Unary(array.Isnan, x)
		if err != nil {
			return nil, raised(err)
		}
		q, err := array.Unary(array.Isnan, y)
		if err != nil {
			return nil, raised(err)
		}
		if p, err = array.Binary(array.LogicalAnd, array.Of(p), array.Of(q)); err != nil {
			return nil, raised(err)
		}
		if r, err = array.Binary(array.LogicalOr, array.Of(r), array.Of(p)); err != nil {
			return nil, raised(err)
		}
	}
	if r, err = array.All(r, nil, false); err != nil {
		return nil, raised(err)
	}
	return object.BoolOf(scalarTruth(r)), nil
}

func arrayEquiv(t *object.Thread, a []object.Object) (object.Object, error) {
	x, y, err := pairOf(t, a)
	if err != nil {
		return object.False, nil
	}
	if _, err := array.BroadcastShapes(x.Shape(), y.Shape()); err != nil {
		return object.False, nil
	}
	return allEqual(t, x, y, false)
}
