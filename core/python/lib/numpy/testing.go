package numpy

import (
	"strconv"
	"strings"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

func addTesting() {
	const tail = ", err_msg='', verbose=True"
	registerIn("testing",
		fn("assert_allclose", "(actual, desired, rtol=1e-07, atol=0, equal_nan=True"+tail+", *, strict=False)", "Fails unless the values are close.",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				return assertThat(t, a[0], a[1], "Not equal to tolerance rtol="+plain(t, a[2])+", atol="+plain(t, a[3]), a[5], func(x, y *array.Array) (*array.Array, error) {
					return closeness(t, []object.Object{New(x), New(y), a[2], a[3], a[4]})
				})
			}),
		fn("assert_array_equal", "(actual, desired"+tail+", *, strict=False)", "Fails unless the arrays are equal.", assertEqualArrays),
		fn("assert_array_almost_equal", "(actual, desired, decimal=6"+tail+")", "Fails unless the arrays agree to decimals.", assertAlmost),
		fn("assert_almost_equal", "(actual, desired, decimal=7"+tail+")", "Fails unless the values agree to decimals.", assertAlmost),
		fn("assert_array_less", "(x, y"+tail+", *, strict=False)", "Fails unless the first is smaller.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return assertThat(t, a[0], a[1], "Arrays are not strictly ordered `x < y`", a[2], func(x, y *array.Array) (*array.Array, error) {
				return array.Binary(array.Less, array.Of(x), array.Of(y))
			})
		}),
		fn("assert_equal", "(actual, desired"+tail+", *, strict=False)", "Fails unless the values are equal.", assertEqual),
		fn("assert_raises", "(exception_class, callable=None, *args, **kwargs)", "Fails unless a call raises.", assertRaises),
		fn("assert_", "(val, msg='')", "Fails unless the value is true.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			ok, err := object.Truth(t, a[0])
			if err == nil && !ok {
				err = object.NewError(object.AssertionErrorClass, "%s", text(a[1], ""))
			}
			return object.None, err
		}))
}

// plain writes a number as Python's %g would in most cases: its str.
func plain(t *object.Thread, o object.Object) string {
	s, err := object.ToStr(t, o)
	if err != nil {
		return "?"
	}
	return s
}

// assertThat fails with a report unless test holds of every element.
func assertThat(t *object.Thread, actual, desired object.Object, what string, message object.Object, test func(x, y *array.Array) (*array.Array, error)) (object.Object, error) {
	x, err := arr(t, actual)
	if err != nil {
		return nil, err
	}
	y, err := arr(t, desired)
	if err != nil {
		return nil, err
	}
	if x.Rank() > 0 && y.Rank() > 0 && !array.EqualShape(x.Shape(), y.Shape()) {
		return nil, mismatch(t, what, text(message, ""), "(shapes "+array.ShapeString(x.Shape())+", "+array.ShapeString(y.Shape())+" mismatch)", x, y)
	}
	r, err := test(x, y)
	if err != nil {
		return nil, raised(err)
	}
	all, err := array.All(r, nil, false)
	if err != nil {
		return nil, raised(err)
	}
	if scalarTruth(all) {
		return object.None, nil
	}
	good, err := array.Sum(r, nil, false, array.Int64)
	if err != nil {
		return nil, raised(err)
	}
	n, err := array.Ints(good)
	if err != nil {
		return nil, raised(err)
	}
	bad := r.Size() - n[0]
	percent := strconv.FormatFloat(100*float64(bad)/float64(r.Size()), 'g', 3, 64)
	line := "Mismatched elements: " + strconv.Itoa(bad) + " / " + strconv.Itoa(r.Size()) + " (" + percent + "%)"
	return nil, mismatch(t, what, text(message, ""), line, x, y)
}

func mismatch(t *object.Thread, what, message, line string, x, y *array.Array) error {
	parts := []string{"\n" + what + "\n" + message, line}
	for i, a := range []*array.Array{x, y} {
		name := []string{"ACTUAL", "DESIRED"}[i]
		s, err := printed(t, func(o array.PrintOptions) string { return array.Repr(a, o) })
		if err != nil {
			return err
		}
		parts = append(parts, " "+name+": "+s)
	}
	return object.NewError(object.AssertionErrorClass, "%s", strings.Join(parts, "\n"))
}

func assertEqualArrays(t *object.Thread, a []object.Object) (object.Object, error) {
	return assertThat(t, a[0], a[1], "Arrays are not equal", a[2], func(x, y *array.Array) (*array.Array, error) {
		v, err := compareOperator(t, object.Eq, New(x), New(y))
		if err != nil {
			return nil, err
		}
		r, ok := Of(v)
		if !ok {
			return array.Scalar(v == object.True), nil
		}
		if x.Dtype().IsInexact() && y.Dtype().IsInexact() {
			return array.IsClose(x, y, 0, 0, true)
		}
		return r, nil
	})
}

func assertAlmost(t *object.Thread, a []object.Object) (object.Object, error) {
	decimal, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	limit := 1.5
	for range min(decimal, 400) {
		limit /= 10
	}
	what := "Arrays are not almost equal to " + plain(t, a[2]) + " decimals"
	return assertThat(t, a[0], a[1], what, a[3], func(x, y *array.Array) (*array.Array, error) {
		return array.IsClose(x, y, 0, limit, true)
	})
}

// assertEqual compares containers item by item and arrays element by element.
func assertEqual(t *object.Thread, a []object.Object) (object.Object, error) {
	actual, desired := a[0], a[1]
	switch d := desired.(type) {
	case *object.Dict:
		x, ok := actual.(*object.Dict)
		if !ok || x.Len() != d.Len() {
			return nil, notEqual(t, actual, desired, a[2])
		}
		for k, v := range d.All() {
			have, err := x.Get(t, k)
			if err != nil {
				return nil, err
			}
			if have == nil {
				return nil, notEqual(t, actual, desired, a[2])
			}
			if _, err := assertEqual(t, []object.Object{have, v, a[2], a[3], a[4]}); err != nil {
				return nil, err
			}
		}
		return object.None, nil
	case *object.List, *object.Tuple:
		want, err := object.Items(t, d)
		if err != nil {
			return nil, err
		}
		if have, ok := listItems(actual); ok {
			if len(have) != len(want) {
				return nil, notEqual(t, actual, desired, a[2])
			}
			for i := range want {
				if _, err := assertEqual(t, []object.Object{have[i], want[i], a[2], a[3], a[4]}); err != nil {
					return nil, err
				}
			}
			return object.None, nil
		}
	}
	_, isArray := object.Of(actual).(*NDArray)
	_, isArray2 := object.Of(desired).(*NDArray)
	if isArray || isArray2 {
		return assertEqualArrays(t, a)
	}
	if f, ok := object.AsFloat64(actual); ok && f != f {
		if g, ok := object.AsFloat64(desired); ok && g != g {
			return object.None, nil
		}
	}
	same, err := object.Equal(t, actual, desired)
	if err == nil && !same {
		err = notEqual(t, actual, desired, a[2])
	}
	return object.None, err
}

func listItems(o object.Object) ([]object.Object, bool) {
	switch x := o.(type) {
	case *object.List:
		return x.Items, true
	case *object.Tuple:
		return x.Items, true
	}
	return nil, false
}

func notEqual(t *object.Thread, actual, desired, message object.Object) error {
	x, err := object.Repr(t, actual)
	if err != nil {
		return err
	}
	y, err := object.Repr(t, desired)
	if err != nil {
		return err
	}
	head := "\nItems are not equal:"
	if m := text(message, ""); m != "" {
		head += "\n" + m
	}
	return object.NewError(object.AssertionErrorClass, "%s", head+"\n ACTUAL: "+x+"\n DESIRED: "+y)
}

func assertRaises(t *object.Thread, a []object.Object) (object.Object, error) {
	if !given(a[1]) {
		return nil, typeError("assert_raises without a callable is not supported here: use try and except")
	}
	args := object.Args{Pos: a[2].(*object.Tuple).Items}
	for k, v := range a[3].(*object.Dict).All() {
		args.Kw = append(args.Kw, object.Kwarg{Name: k.(*object.Str), Value: v})
	}
	_, err := object.CallArgs(t, a[1], args)
	e := object.AsException(err)
	if err != nil && e == nil {
		return nil, err
	}
	if e != nil {
		if ok, bad := object.IsInstance(t, e, a[0]); ok || bad != nil {
			return object.None, bad
		}
		return nil, err
	}
	name := "the exception"
	if c, ok := a[0].(*object.Class); ok {
		name = c.Name
	}
	return nil, object.NewError(object.AssertionErrorClass, "%s not raised", name)
}
