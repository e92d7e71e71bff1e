package object

import "strings"

func bytesSplitMethods(c *Class) {
	c.Methods(
		Func("split", "(self, /, sep=None, maxsplit=-1)", "Returns the words, or what stands between separators.",
			bytesSplit(splitWords, splitAt)),
		Func("rsplit", "(self, /, sep=None, maxsplit=-1)", "Is split from the right.", bytesSplit(bytesWordsRight, splitAtRight)),
		Func("splitlines", "(self, /, keepends=False)", "Returns the lines.", bytesSplitLines),
		Func("join", "(self, iterable_of_bytes, /)", "Returns the items with the bytes between them.", bytesJoin),
	)
}

func bytesSplit(words wordSplitter, at textSplitter) func(t *Thread, a []Object) (Object, error) {
	return func(t *Thread, a []Object) (Object, error) {
		x := a[0].(binaryText)
		limit, err := Index(t, a[2])
		if err != nil {
			return nil, err
		}
		if err := t.Scan(x.Len()); err != nil {
			return nil, err
		}
		if a[1] == None {
			return listLike(t, x, words(x.contents(), limit, byteSpaceWidth))
		}
		sep, err := needBytes(a[1])
		if err != nil {
			return nil, err
		}
		if sep == "" {
			return nil, ValueError("empty separator")
		}
		return listLike(t, x, at(x.contents(), sep, limit))
	}
}

func listLike(t *Thread, x binaryText, parts []string) (*List, error) {
	if err := t.Alloc(int64(len(parts)) * 64); err != nil {
		return nil, err
	}
	items := make([]Object, len(parts))
	for i, p := range parts {
		items[i] = x.like(p)
	}
	return NewList(items...), nil
}

// bytesWordsRight is splitWordsRight for text in which every byte counts as one character.
func bytesWordsRight(s string, limit int, space func(string, int) int) []string {
	if limit < 0 {
		return splitWords(s, limit, space)
	}
	all := splitWords(s, -1, space)
	if len(all) <= limit {
		return all
	}
	// The first word of the result runs up to where the kept words begin.
	end := len(s)
	for i := 0; i < limit; i++ {
		for space(s, end-1) > 0 {
			end--
		}
		for end > 0 && space(s, end-1) == 0 {
			end--
		}
	}
	return append([]string{strings.TrimRight(s[:end], byteSpaces)}, all[len(all)-limit:]...)
}

func bytesSplitLines(t *Thread, a []Object) (Object, error) {
	x := a[0].(binaryText)
	keep, err := Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := t.Scan(x.Len()); err != nil {
		return nil, err
	}
	return listLike(t, x, splitLines(x.contents(), keep != 0, func(s string, at int) int {
		switch {
		case s[at] == '\r' && at+1 < len(s) && s[at+1] == '\n':
			return 2
		case s[at] == '\n' || s[at] == '\r':
			return 1
		}
		return 0
	}))
}

func bytesJoin(t *Thread, a []Object) (Object, error) {
	x := a[0].(binaryText)
	items, err := joinedItems(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := t.Each(2 * len(items)); err != nil {
		return nil, err
	}
	parts := make([]string, len(items))
	size := 0
	for i, o := range items {
		s, ok := bytesLike(o)
		if !ok {
			return nil, TypeError("sequence item %d: expected a bytes-like object, %s found", i, o.Class().MessageName())
		}
		parts[i] = s
		if size += len(s) + x.Len(); size > MaxObject {
			return nil, NewError(MemoryErrorClass, "")
		}
	}
	if err := chargeText(t, size); err != nil {
		return nil, err
	}
	return x.like(strings.Join(parts, x.contents())), nil
}
