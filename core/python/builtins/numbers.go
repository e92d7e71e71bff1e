package builtins

import "layerglass/core/python/object"

var numbers = []*object.Builtin{
	object.Func("abs", "(x, /)", "Return the absolute value.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.Unary(t, object.Abs, a[0])
	}),
	object.Func("divmod", "(x, y, /)", "Return the pair (x // y, x % y).", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.Binary(t, object.DivMod, a[0], a[1])
	}),
	object.Func("pow", "(base, exp, mod=None)", "Return base ** exp, or base ** exp % mod.", pow),
	object.Func("round", "(number, ndigits=None)", "Round to ndigits decimal places.", round),
	object.Func("bin", "(number, /)", "Return an int as text in base 2.", numeral(object.Bin)),
	object.Func("oct", "(number, /)", "Return an int as text in base 8.", numeral(object.Oct)),
	object.Func("hex", "(number, /)", "Return an int as text in base 16.", numeral(object.Hex)),
	object.Func("hash", "(obj, /)", "Return the hash value.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		h, err := object.Hash(t, a[0])
		return object.Int(int64(h)), err
	}),
	object.Func("id", "(obj, /)", "Return the identity of an object.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.Int(t.ID(a[0])), nil
	}),
}

func numeral(text func(*object.Thread, object.Object) (string, error)) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		s, err := text(t, a[0])
		return object.NewStr(s), err
	}
}

var namePow = object.Intern("__pow__")

func pow(t *object.Thread, a []object.Object) (object.Object, error) {
	base, exp, mod := a[0], a[1], a[2]
	if mod == object.None {
		return object.Binary(t, object.Pow, base, exp)
	}
	if isInt(base) && isInt(exp) && isInt(mod) && base.Class().Lookup(namePow) == object.IntClass.Lookup(namePow) {
		return object.PowMod(t, object.Of(base), object.Of(exp), object.Of(mod))
	}
	m, err := object.Special(t, base, "__pow__")
	if err != nil {
		return nil, err
	}
	if m != nil {
		if _, float := object.Of(base).(object.Float); float {
			return nil, object.TypeError("pow() 3rd argument not allowed unless all arguments are integers")
		}
		if v, err := object.Call(t, m, exp, mod); err != nil || v != object.NotImplemented {
			return v, err
		}
	}
	for _, o := range a[1:] { // each of the three has its turn
		switch object.Of(o).(type) {
		case object.Float:
			return nil, object.TypeError("pow() 3rd argument not allowed unless all arguments are integers")
		case object.Complex:
			if isNumber(base) && isNumber(exp) {
				return nil, object.ValueError("complex modulo")
			}
		}
	}
	return nil, object.TypeError("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
		base.Class().MessageName(), exp.Class().MessageName(), mod.Class().MessageName())
}

// isNumber reports whether a complex number can be made of o.
func isNumber(o object.Object) bool {
	c := o.Class()
	return c.IsSubclass(object.IntClass) || c.IsSubclass(object.FloatClass) || c.IsSubclass(object.ComplexClass)
}

func isInt(o object.Object) bool { return o.Class().IsSubclass(object.IntClass) }

func round(t *object.Thread, a []object.Object) (object.Object, error) {
	m, err := object.Special(t, a[0], "__round__")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, object.TypeError("type %s doesn't define __round__ method", a[0].Class().MessageName())
	}
	if a[1] == object.None {
		return object.Call(t, m)
	}
	return object.Call(t, m, a[1])
}
