package object

import "strings"

func bytesSearchMethods(c *Class) {
	c.Methods(
		bytesFinder("find", "Returns the lowest index of sub, or -1.", strings.Index, -1).Counted(),
		bytesFinder("rfind", "Returns the highest index of sub, or -1.", strings.LastIndex, -1).Counted(),
		bytesFinder("index", "Returns the lowest index of sub; ValueError if there is none.", strings.Index, noIndex).Counted(),
		bytesFinder("rindex", "Returns the highest index of sub; ValueError if there is none.", strings.LastIndex, noIndex).Counted(),
		Func("count", "(self, sub, start=?, end=?, /)", "Counts the places of sub that do not overlap.", bytesCount).Counted(),
		Func("startswith", "(self, prefix, start=?, end=?, /)", "Tells whether the bytes start with the prefix, or one of a tuple.",
			bytesAffix("startswith", strings.HasPrefix)).Counted(),
		Func("endswith", "(self, suffix, start=?, end=?, /)", "Tells whether the bytes end with the suffix, or one of a tuple.",
			bytesAffix("endswith", strings.HasSuffix)).Counted(),
		bytesWith("removeprefix", "prefix", "Returns the bytes without the prefix.", func(x binaryText, y string) (Object, error) {
			return x.like(strings.TrimPrefix(x.contents(), y)), nil
		}),
		bytesWith("removesuffix", "suffix", "Returns the bytes without the suffix.", func(x binaryText, y string) (Object, error) {
			return x.like(strings.TrimSuffix(x.contents(), y)), nil
		}),
		Func("partition", "(self, sep, /)", "Returns what stands before the first separator, it, and the rest.",
			bytesPartition(strings.Index, false)),
		Func("rpartition", "(self, sep, /)", "Returns what stands before the last separator, it, and the rest.",
			bytesPartition(strings.LastIndex, true)),
		Func("replace", "(self, old, new, count=-1, /)", "Returns the bytes with old replaced by new.", bytesReplace),
	)
}

// bytesWith makes a method that takes one other run of bytes.
func bytesWith(name, param, doc string, f func(x binaryText, y string) (Object, error)) *Builtin {
	return Func(name, "(self, "+param+", /)", doc, func(t *Thread, a []Object) (Object, error) {
		x := a[0].(binaryText)
		y, err := needBytes(a[1])
		if err != nil {
			return nil, err
		}
		if err := chargeText(t, x.Len()); err != nil {
			return nil, err
		}
		return f(x, y)
	})
}

// soughtBytes is the argument of a search: a byte or a run of bytes.
func soughtBytes(t *Thread, o Object) (string, error) {
	if s, ok := bytesLike(o); ok {
		return s, nil
	}
	if !isIndex(o) {
		return "", TypeError("argument should be integer or bytes-like object, not '%s'", o.Class().MessageName())
	}
	b, err := byteOf(t, o, "byte")
	return string([]byte{b}), err
}

// searchBytes reads the arguments of a search and returns the bytes to look at and where they begin.
func searchBytes(t *Thread, a []Object) (s, sub string, from int, ok bool, err error) {
	s = a[0].(binaryText).contents()
	from, to, ok, err := searchSpan(t, len(s), a[2], a[3])
	if err != nil {
		return "", "", 0, false, err
	}
	if sub, err = soughtBytes(t, a[1]); err != nil {
		return "", "", 0, false, err
	}
	step := 512
	if len(sub) >= 8 {
		step = 32
	}
	if err := t.Spend(int64(len(s) / step)); err != nil {
		return "", "", 0, false, err
	}
	if !ok {
		return "", sub, 0, false, nil
	}
	return s[from:to], sub, from, true, nil
}

func bytesFinder(name, doc string, find func(s, sub string) int, missing int) *Builtin {
	return Func(name, "(self, sub, start=?, end=?, /)", doc, func(t *Thread, a []Object) (Object, error) {
		s, sub, from, ok, err := searchBytes(t, a)
		if err != nil {
			return nil, err
		}
		if ok {
			if i := find(s, sub); i >= 0 {
				return Int(from + i), nil
			}
		}
		if missing == noIndex {
			return nil, ValueError("subsection not found")
		}
		return Int(missing), nil
	})
}

func bytesCount(t *Thread, a []Object) (Object, error) {
	s, sub, _, ok, err := searchBytes(t, a)
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return Int(0), nil
	case sub == "":
		return Int(len(s) + 1), nil
	}
	return Int(strings.Count(s, sub)), nil
}

func bytesAffix(name string, has func(s, affix string) bool) func(t *Thread, a []Object) (Object, error) {
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(binaryText).contents()
		from, to, ok, err := searchSpan(t, len(s), a[2], a[3])
		if err != nil {
			return nil, err
		}
		if ok {
			s = s[from:to]
		}
		if tuple, isTuple := Of(a[1]).(*Tuple); isTuple {
			for _, o := range tuple.Items {
				x, err := needBytes(o)
				if err != nil {
					return nil, err
				}
				if ok && has(s, x) {
					return True, nil
				}
			}
			return False, nil
		}
		x, isBytes := bytesLike(a[1])
		if !isBytes {
			return nil, TypeError("%s first arg must be bytes or a tuple of bytes, not %s", name, a[1].Class().MessageName())
		}
		return Bool(ok && has(s, x)), nil
	}
}

func bytesPartition(find func(s, sub string) int, fromRight bool) func(t *Thread, a []Object) (Object, error) {
	return func(t *Thread, a []Object) (Object, error) {
		x := a[0].(binaryText)
		sep, err := needBytes(a[1])
		if err != nil {
			return nil, err
		}
		if sep == "" {
			return nil, ValueError("empty separator")
		}
		s := x.contents()
		if err := chargeText(t, len(s)); err != nil {
			return nil, err
		}
		i := find(s, sep)
		switch _, mutable := x.(*ByteArray); {
		case i < 0 && fromRight:
			return NewTuple(x.like(""), x.like(""), x.like(s)), nil
		case i < 0:
			return NewTuple(x.like(s), x.like(""), x.like("")), nil
		case mutable:
			return NewTuple(x.like(s[:i]), x.like(sep), x.like(s[i+len(sep):])), nil
		}
		return NewTuple(x.like(s[:i]), a[1], x.like(s[i+len(sep):])), nil
	}
}

func bytesReplace(t *Thread, a []Object) (Object, error) {
	x := a[0].(binaryText)
	old, err := needBytes(a[1])
	if err != nil {
		return nil, err
	}
	with, err := needBytes(a[2])
	if err != nil {
		return nil, err
	}
	limit, err := Index(t, a[3])
	if err != nil {
		return nil, err
	}
	s, err := replaceText(t, x.contents(), old, with, limit, x.Len())
	if err != nil {
		return nil, err
	}
	return x.like(s), nil
}
