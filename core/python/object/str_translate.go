package object

import "unicode/utf8"

func init() {
	StrClass.Methods(Func("translate", "(self, table, /)", "Replaces each character by what the table has for its number.", strTranslate))
	StrClass.Static(Func("maketrans", "(x, y=?, z=?, /)", "Makes a table for translate.", strMakeTrans))
}

func strTranslate(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Str).s
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		i += w
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		v, err := GetItem(t, a[1], Int(r))
		if IsKind(err, LookupErrorClass) {
			out = appendRune(out, r)
			continue
		}
		if err != nil {
			return nil, err
		}
		before := len(out)
		if out, err = appendTranslated(out, v); err != nil {
			return nil, err
		}
		if err := chargeText(t, len(out)-before); err != nil {
			return nil, err
		}
	}
	return NewStr(string(out)), nil
}

func appendTranslated(out []byte, v Object) ([]byte, error) {
	switch x := Of(v).(type) {
	case *NoneType:
		return out, nil
	case *Str:
		return append(out, x.s...), nil
	case Int, Bool, *BigInt:
		n, ok := AsInt64(x)
		if !ok || n < 0 || n > utf8.MaxRune {
			return nil, ValueError("character mapping must be in range(0x110000)")
		}
		return appendRune(out, rune(n)), nil
	}
	return nil, TypeError("character mapping must return integer, None or str")
}

func strMakeTrans(t *Thread, a []Object) (Object, error) {
	if a[1] == nil {
		return transFromDict(t, a[0])
	}
	texts := [2]string{}
	for i, o := range a[1:] {
		if s, ok := o.(*Str); ok {
			if err := t.Spend(int64(len(s.s))); err != nil {
				return nil, err
			}
		}
		if o == nil {
			continue
		}
		s, ok := Of(o).(*Str)
		if !ok {
			return nil, TypeError("maketrans() argument %d must be str, not %s", i+2, ArgumentTypeName(o))
		}
		texts[i] = s.s
	}
	x, ok := Of(a[0]).(*Str)
	if !ok {
		return nil, TypeError("first maketrans argument must be a string if there is a second argument")
	}
	from, to := runesOf(x.s), runesOf(texts[0])
	if len(from) != len(to) {
		return nil, ValueError("the first two maketrans arguments must have equal length")
	}
	d := NewDict()
	for i, r := range from {
		if err := d.Set(t, Int(r), Int(to[i])); err != nil {
			return nil, err
		}
	}
	for _, r := range runesOf(texts[1]) {
		if err := d.Set(t, Int(r), None); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func transFromDict(t *Thread, o Object) (Object, error) {
	from, ok := Of(o).(*Dict)
	if !ok {
		return nil, TypeError("if you give only one argument to maketrans it must be a dict")
	}
	d := NewDict()
	for k, v := range from.All() {
		if s, ok := Of(k).(*Str); ok {
			if s.RuneCount() != 1 {
				return nil, ValueError("string keys in translate table must be of length 1")
			}
			r, _ := runeAt(s.s, 0)
			k = Int(r)
		} else if _, ok := AsInt64(k); !ok {
			return nil, TypeError("keys in translate table must be strings or integers")
		}
		if err := d.Set(t, k, v); err != nil {
			return nil, err
		}
	}
	return d, nil
}
