package object

import "strings"

func init() {
	StrClass.Methods(
		strFinder("find", "Returns the lowest index of sub, or -1.", strings.Index, -1).Counted(),
		strFinder("rfind", "Returns the highest index of sub, or -1.", strings.LastIndex, -1).Counted(),
		strFinder("index", "Returns the lowest index of sub; ValueError if there is none.", strings.Index, noIndex).Counted(),
		strFinder("rindex", "Returns the highest index of sub; ValueError if there is none.", strings.LastIndex, noIndex).Counted(),
		Func("count", "(self, sub, start=?, end=?, /)", "Counts the places of sub that do not overlap.", strCount).Counted(),
		Func("startswith", "(self, prefix, start=?, end=?, /)", "Tells whether the text starts with the prefix, or one of a tuple.",
			strAffix("startswith", strings.HasPrefix)).Counted(),
		Func("endswith", "(self, suffix, start=?, end=?, /)", "Tells whether the text ends with the suffix, or one of a tuple.",
			strAffix("endswith", strings.HasSuffix)).Counted(),
		Func("removeprefix", "(self, prefix, /)", "Returns the text without the prefix.", strRemove("removeprefix", strings.TrimPrefix)),
		Func("removesuffix", "(self, suffix, /)", "Returns the text without the suffix.", strRemove("removesuffix", strings.TrimSuffix)),
		Func("partition", "(self, sep, /)", "Returns what stands before the first separator, it, and the rest.",
			strPartition(strings.Index, false)),
		Func("rpartition", "(self, sep, /)", "Returns what stands before the last separator, it, and the rest.",
			strPartition(strings.LastIndex, true)),
		Func("replace", "(self, old, new, count=-1, /)", "Returns the text with old replaced by new.", strReplace),
	)
}

// noIndex marks a finder that raises where the text is not found.
const noIndex = -2

// span is a stretch of a text that a search looks at: from index from up to to. ok is false when from lies behind the end.
func (s *Str) span(t *Thread, start, end Object) (from, to int, ok bool, err error) {
	return searchSpan(t, s.RuneCount(), start, end)
}

// searchSpan clamps the start and end arguments of a search in n items.
func searchSpan(t *Thread, n int, start, end Object) (from, to int, ok bool, err error) {
	from, to = 0, n
	if start != nil {
		if from, err = sliceNumber(t, start, 0); err != nil {
			return 0, 0, false, err
		}
	}
	if end != nil {
		if to, err = sliceNumber(t, end, n); err != nil {
			return 0, 0, false, err
		}
	}
	if from < 0 {
		from = max(from+n, 0)
	}
	if to < 0 {
		to = max(to+n, 0)
	}
	to = min(to, n)
	return from, to, from <= to, nil
}

// soughtStr returns what a search is for. That start and end, behind it, are numbers is asked first.
func soughtStr(t *Thread, a []Object) (*Str, error) {
	if s, ok := Of(a[0]).(*Str); ok {
		return s, nil
	}
	if _, _, _, err := searchSpan(t, 0, a[1], a[2]); err != nil {
		return nil, err
	}
	return nil, TypeError("must be str, not %s", a[0].Class().MessageName())
}

func strFinder(name, doc string, find func(s, sub string) int, missing int) *Builtin {
	return Func(name, "(self, sub, start=?, end=?, /)", doc, func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		sub, err := soughtStr(t, a[1:])
		if err != nil {
			return nil, err
		}
		if err := chargeSearch(t, s, sub.s); err != nil {
			return nil, err
		}
		from, to, ok, err := s.span(t, a[2], a[3])
		if err != nil {
			return nil, err
		}
		if ok {
			at := s.offset(from)
			if i := find(s.cut(from, to), sub.s); i >= 0 {
				return Int(s.indexOf(at + i)), nil
			}
		}
		if missing == noIndex {
			return nil, ValueError("substring not found")
		}
		return Int(missing), nil
	})
}

func strCount(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Str)
	sub, err := soughtStr(t, a[1:])
	if err != nil {
		return nil, err
	}
	if err := chargeSearch(t, s, sub.s); err != nil {
		return nil, err
	}
	from, to, ok, err := s.span(t, a[2], a[3])
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return Int(0), nil
	case sub.s == "":
		return Int(to - from + 1), nil
	}
	return Int(strings.Count(s.cut(from, to), sub.s)), nil
}

func strAffix(name string, has func(s, affix string) bool) func(t *Thread, a []Object) (Object, error) {
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		if x, isStr := a[1].(*Str); isStr && a[2] == nil && a[3] == nil {
			return Bool(has(s.s, x.s)), nil
		}
		from, to, ok, err := s.span(t, a[2], a[3])
		if err != nil {
			return nil, err
		}
		if !s.ASCII() {
			if err := t.Scan(len(s.s)); err != nil {
				return nil, err
			}
		}
		part := ""
		if ok {
			part = s.cut(from, to)
		}
		if tuple, isTuple := Of(a[1]).(*Tuple); isTuple {
			if err := t.Each(len(tuple.Items)); err != nil {
				return nil, err
			}
			for _, o := range tuple.Items {
				x, isStr := Of(o).(*Str)
				if !isStr {
					return nil, TypeError("tuple for %s must only contain str, not %s", name, o.Class().MessageName())
				}
				if ok && has(part, x.s) {
					return True, nil
				}
			}
			return False, nil
		}
		x, isStr := Of(a[1]).(*Str)
		if !isStr {
			return nil, TypeError("%s first arg must be str or a tuple of str, not %s", name, a[1].Class().MessageName())
		}
		return Bool(ok && has(part, x.s)), nil
	}
}

func strRemove(name string, trim func(s, affix string) string) func(t *Thread, a []Object) (Object, error) {
	return func(t *Thread, a []Object) (Object, error) {
		if err := t.Scan(len(a[0].(*Str).s) / 16); err != nil {
			return nil, err
		}
		x, ok := Of(a[1]).(*Str)
		if !ok {
			return nil, TypeError("%s() argument must be str, not %s", name, ArgumentTypeName(a[1]))
		}
		return NewStr(trim(a[0].(*Str).s, x.s)), nil
	}
}

func strPartition(find func(s, sub string) int, fromRight bool) func(t *Thread, a []Object) (Object, error) {
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		sep, err := soughtStr(t, []Object{a[1], nil, nil})
		if err != nil {
			return nil, err
		}
		if sep.s == "" {
			return nil, ValueError("empty separator")
		}
		if err := chargeSearch(t, s, sep.s); err != nil {
			return nil, err
		}
		i := find(s.s, sep.s)
		switch {
		case i >= 0:
			return NewTuple(NewStr(s.s[:i]), sep, NewStr(s.s[i+len(sep.s):])), nil
		case fromRight:
			return NewTuple(emptyStr, emptyStr, s), nil
		}
		return NewTuple(s, emptyStr, emptyStr), nil
	}
}

func strReplace(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Str)
	var args [2]string
	for i, o := range a[1:3] {
		x, ok := Of(o).(*Str)
		if !ok {
			return nil, TypeError("replace() argument %d must be str, not %s", i+1, ArgumentTypeName(o))
		}
		args[i] = x.s
	}
	limit, err := Index(t, a[3])
	if err != nil {
		return nil, err
	}
	text, err := replaceText(t, s.s, args[0], args[1], limit, s.RuneCount())
	return NewStr(text), err
}

// replaceText replaces up to limit places (all if it is negative); length is the number of items for an empty old.
func replaceText(t *Thread, s, old, with string, limit, length int) (string, error) {
	if len(s) >= 512 {
		if err := t.Spend(int64(len(s)) / 128); err != nil {
			return "", err
		}
		if len(old) >= 8 {
			if err := t.Spend(int64(len(s)) / 16); err != nil {
				return "", err
			}
		}
	}
	n := length + 1
	if old != "" {
		n = strings.Count(s, old)
	}
	if limit >= 0 {
		n = min(n, limit)
	}
	if n == 0 {
		return s, nil
	}
	if len(with) > 0 && n > (MaxObject-len(s))/len(with) {
		return "", NewError(MemoryErrorClass, "")
	}
	if err := chargeText(t, len(s)+n*len(with)); err != nil {
		return "", err
	}
	if err := t.Each(n); err != nil {
		return "", err
	}
	if old != "" {
		return strings.Replace(s, old, with, n), nil
	}
	width := func(at int) int { return 1 }
	if length != len(s) {
		width = func(at int) int { return runeWidth(s, at) }
	}
	return insertBetween(s, with, n, width), nil
}

// insertBetween puts with before each of the first n items and, if n is one more than the items, behind the last.
func insertBetween(s, with string, n int, width func(at int) int) string {
	var b strings.Builder
	at := 0
	for ; n > 0; n-- {
		b.WriteString(with)
		if at < len(s) {
			w := width(at)
			b.WriteString(s[at : at+w])
			at += w
		}
	}
	b.WriteString(s[at:])
	return b.String()
}
