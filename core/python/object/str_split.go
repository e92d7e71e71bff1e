package object

import (
	"slices"
	"strings"
)

func init() {
	StrClass.Methods(
		Func("split", "(self, /, sep=None, maxsplit=-1)", "Returns the words of the text, or what stands between separators.",
			strSplit(splitWords, splitAt)),
		Func("rsplit", "(self, /, sep=None, maxsplit=-1)", "Is split from the right.", strSplit(splitWordsRight, splitAtRight)),
		Func("splitlines", "(self, /, keepends=False)", "Returns the lines of the text.", strSplitLines),
		Func("join", "(self, iterable, /)", "Returns the items with the text between them.", strJoin),
	)
}

type wordSplitter func(s string, limit int, space func(s string, at int) int) []string

type textSplitter func(s, sep string, limit int) []string

func strSplit(words wordSplitter, at textSplitter) func(t *Thread, a []Object) (Object, error) {
	return func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		limit, err := Index(t, a[2])
		if err != nil {
			return nil, err
		}
		if err := t.Scan(len(s.s)); err != nil {
			return nil, err
		}
		if a[1] == None {
			return listOfStr(t, words(s.s, limit, spaceWidth))
		}
		sep, ok := Of(a[1]).(*Str)
		if !ok {
			return nil, TypeError("must be str or None, not %s", a[1].Class().MessageName())
		}
		if sep.s == "" {
			return nil, ValueError("empty separator")
		}
		return listOfStr(t, at(s.s, sep.s, limit))
	}
}

func listOfStr(t *Thread, parts []string) (*List, error) {
	if err := t.Alloc(int64(len(parts)) * 64); err != nil {
		return nil, err
	}
	items := make([]Object, len(parts))
	for i, p := range parts {
		items[i] = NewStr(p)
	}
	return NewList(items...), nil
}

// spaceWidth returns the width of the whitespace character at a place, 0 if there is none.
func spaceWidth(s string, at int) int {
	if s[at]&0xC0 == 0x80 { // inside a code point
		return 0
	}
	r, w := runeAt(s, at)
	if isSpace(r) {
		return w
	}
	return 0
}

// splitWords splits at runs of whitespace; after limit splits (if not negative) the rest is one word.
func splitWords(s string, limit int, space func(string, int) int) []string {
	out := []string{}
	for at := 0; ; {
		for at < len(s) && space(s, at) > 0 {
			at += space(s, at)
		}
		if at == len(s) {
			return out
		}
		if limit == 0 {
			return append(out, s[at:])
		}
		start := at
		for at < len(s) && space(s, at) == 0 {
			at++
		}
		out = append(out, s[start:at])
		limit--
	}
}

// trimRightFunc cuts whitespace off the end.
func trimRightFunc(s string, space func(string, int) int) string {
	for s != "" {
		at := lastStart(s)
		if space(s, at) == 0 {
			break
		}
		s = s[:at]
	}
	return s
}

// lastStart returns where the last code point starts.
func lastStart(s string) int {
	at := len(s) - 1
	for at > 0 && len(s)-at < 4 && s[at]&0xC0 == 0x80 {
		at--
	}
	if at+runeWidth(s, at) != len(s) { // not text
		return len(s) - 1
	}
	return at
}

// splitWordsRight is splitWords from the right.
func splitWordsRight(s string, limit int, space func(string, int) int) []string {
	out := []string{}
	for {
		s = trimRightFunc(s, space)
		if s == "" {
			break
		}
		if limit == 0 {
			out = append(out, s)
			break
		}
		start := len(s)
		for start > 0 {
			at := lastStart(s[:start])
			if space(s, at) > 0 {
				break
			}
			start = at
		}
		out = append(out, s[start:])
		s = s[:start]
		limit--
	}
	slices.Reverse(out)
	return out
}

func splitAt(s, sep string, limit int) []string {
	if limit < 0 || limit > len(s) {
		return strings.Split(s, sep)
	}
	return strings.SplitN(s, sep, limit+1)
}

func splitAtRight(s, sep string, limit int) []string {
	out := []string{}
	for ; limit != 0; limit-- {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[i+len(sep):])
		s = s[:i]
	}
	out = append(out, s)
	slices.Reverse(out)
	return out
}

func strSplitLines(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Str).s
	keep, err := Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := t.Scan(len(s)); err != nil {
		return nil, err
	}
	return listOfStr(t, splitLines(s, keep != 0, lineEnd))
}

// splitLines splits behind each line end; end returns the width of the line end at a place.
func splitLines(s string, keep bool, end func(s string, at int) int) []string {
	out := []string{}
	start := 0
	for at := 0; at < len(s); {
		w := end(s, at)
		if w == 0 {
			at++
			continue
		}
		line := s[start:at]
		at += w
		if keep {
			line = s[start:at]
		}
		out = append(out, line)
		start = at
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// lineEnd returns the width of the line end at a place of a str, 0 if there is none.
func lineEnd(s string, at int) int {
	switch c := s[at]; {
	case c == '\r' && at+1 < len(s) && s[at+1] == '\n':
		return 2
	case c >= '\n' && c <= '\r', c >= 0x1C && c <= 0x1E:
		return 1
	case c == 0xC2 && at+1 < len(s) && s[at+1] == 0x85:
		return 2
	case c == 0xE2 && at+2 < len(s) && s[at+1] == 0x80 && s[at+2]&^1 == 0xA8:
		return 3
	}
	return 0
}

func strJoin(t *Thread, a []Object) (Object, error) {
	items, err := joinedItems(t, a[1])
	if err != nil {
		return nil, err
	}
	sep := a[0].(*Str).s
	if len(items) == 1 {
		if s, ok := items[0].(*Str); ok {
			return s, nil
		}
	}
	if err := t.Each(len(items)); err != nil {
		return nil, err
	}
	size := 0
	for i, o := range items {
		s, ok := Of(o).(*Str)
		if !ok {
			return nil, TypeError("sequence item %d: expected str instance, %s found", i, o.Class().MessageName())
		}
		size += len(s.s) + len(sep)
		if size > MaxObject {
			return nil, NewError(MemoryErrorClass, "")
		}
	}
	if err := chargeText(t, size); err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return emptyStr, nil
	}
	r, text := newText(size - len(sep))
	for i, o := range items {
		if i > 0 {
			text = text[copy(text, sep):]
		}
		text = text[copy(text, Of(o).(*Str).s):]
	}
	return r, nil
}

// joinedItems returns the items that join puts together.
func joinedItems(t *Thread, o Object) ([]Object, error) {
	switch x := o.(type) {
	case *List:
		return x.Items, nil
	case *Tuple:
		return x.Items, nil
	}
	if !isIterable(o) {
		return nil, TypeError("can only join an iterable")
	}
	return Items(t, o)
}
