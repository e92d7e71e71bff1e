package re

import (
	"unicode"

	"layerglass/core/python/object"
)

// category is a class of characters that an escape stands for. Those of texts know Unicode, those of bytes and of the flag
// ASCII do not.
type category uint8

const (
	noCategory category = iota
	digit
	notDigit
	space
	notSpace
	word
	notWord
)

func (c category) matches(r rune, ascii bool) bool {
	var is bool
	switch c {
	case digit, notDigit:
		is = '0' <= r && r <= '9' || r >= 0x80 && !ascii && object.IsDecimalRune(r)
	case space, notSpace:
		if ascii {
			is = r == ' ' || 9 <= r && r <= 13
		} else {
			is = object.IsSpaceRune(r)
		}
	case word, notWord:
		is = r == '_' || asciiAlnum(r) || r >= 0x80 && !ascii && object.IsAlnumRune(r)
	}
	return is == (c&1 == 1)
}

func asciiAlnum(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r|0x20 && r|0x20 <= 'z' && r < 0x80
}

// folding says how characters are compared.
type folding uint8

const (
	exact folding = iota
	foldASCII
	foldUnicode
)

func foldingOf(flags int) folding {
	switch {
	case flags&flagIgnoreCase == 0:
		return exact
	case flags&flagUnicode != 0:
		return foldUnicode
	}
	return foldASCII
}

// lower returns the character as which r is compared.
func (f folding) lower(r rune) rune {
	switch {
	case f == exact:
		return r
	case f == foldUnicode:
		return object.LowerRune(r)
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A'
	}
	return r
}

// cased reports whether r is one of several forms.
func (f folding) cased(r rune) bool {
	switch f {
	case foldASCII:
		return 'a' <= r|0x20 && r|0x20 <= 'z' && r < 0x80
	case foldUnicode:
		return r != object.LowerRune(r) || r != object.UpperRune(r)
	}
	return false
}

// sameUpper lists lower-case letters that have one upper-case letter in common.
var sameUpper = map[rune][]rune{}

func init() {
	for _, group := range []string{
		"i\u0131", "s\u017f", "\u00b5\u03bc", "\u0345\u03b9\u1fbe", "\u0390\u1fd3", "\u03b0\u1fe3", "\u03b2\u03d0", "\u03b5\u03f5",
		"\u03b8\u03d1", "\u03ba\u03f0", "\u03c0\u03d6", "\u03c1\u03f1", "\u03c2\u03c3", "\u03c6\u03d5", "\u0432\u1c80", "\u0434\u1c81",
		"\u043e\u1c82", "\u0441\u1c83", "\u0442\u1c84\u1c85", "\u044a\u1c86", "\u0463\u1c87", "\u1c88\ua64b", "\u1e61\u1e9b", "\ufb05\ufb06",
	} {
		for _, a := range group {
			for _, b := range group {
				if a != b {
					sameUpper[a] = append(sameUpper[a], b)
				}
			}
		}
	}
}

// alike returns the lower-case characters that count as equal to lower-case r.
func (f folding) alike(r rune) []rune {
	if f == foldUnicode {
		return sameUpper[r]
	}
	return nil
}

// setItem is a range of characters or a category.
type setItem struct {
	lo, hi rune
	cat    category
}

// charset is a compiled [...].
type charset struct {
	negate bool
	fold   folding // exact unless some item has several forms
	ascii  bool    // categories
	items  []setItem
	low    [4]uint64 // the answers for the first 256 characters
}

func newCharset(items []setItem, negate bool, flags int) *charset {
	c := &charset{negate: negate, items: items, ascii: flags&flagUnicode == 0}
	if fold := foldingOf(flags); fold != exact && anyCased(items, fold) {
		c.fold = fold
	}
	for r := rune(0); r < 256; r++ {
		if c.find(r) {
			c.low[r>>6] |= 1 << (r & 63)
		}
	}
	return c
}

func anyCased(items []setItem, fold folding) bool {
	for _, it := range items {
		if it.cat != noCategory {
			continue
		}
		if it.hi > 0xFFFF {
			return true
		}
		for r := it.lo; r <= it.hi; r++ {
			if fold.cased(r) {
				return true
			}
		}
	}
	return false
}

func (c *charset) matches(r rune) bool {
	if r < 256 {
		return c.low[r>>6]>>(r&63)&1 != 0
	}
	return c.find(r)
}

func (c *charset) find(r rune) bool {
	r = c.fold.lower(r)
	for i := range c.items {
		if c.in(&c.items[i], r) {
			return !c.negate
		}
	}
	return c.negate
}

// in reports whether an item holds r, which is lower case if case does not matter.
func (c *charset) in(it *setItem, r rune) bool {
	switch {
	case it.cat != noCategory:
		return it.cat.matches(r, c.ascii)
	case c.fold == exact:
		return it.lo <= r && r <= it.hi
	}
	if c.holdsForm(it, r) {
		return true
	}
	for _, other := range c.fold.alike(r) {
		if c.holdsForm(it, other) {
			return true
		}
	}
	return false
}

// holdsForm reports whether the range has a character whose lower case is r.
func (c *charset) holdsForm(it *setItem, r rune) bool {
	if it.lo <= r && r <= it.hi && c.fold.lower(r) == r {
		return true
	}
	if r == 'i' && c.fold == foldUnicode && it.lo <= 0x130 && 0x130 <= it.hi {
		return true
	}
	for form := unicode.SimpleFold(r); form != r; form = unicode.SimpleFold(form) {
		if it.lo <= form && form <= it.hi && c.fold.lower(form) == r {
			return true
		}
	}
	return false
}

// unit is what matches one character.
type unit struct {
	kind unitKind
	c    rune
	fold folding
	set  *charset
}

type unitKind uint8

const (
	anyButNewline unitKind = iota
	anyCharacter
	oneCharacter
	anyOther
	inSet
)

func (u *unit) matches(r rune) bool {
	switch u.kind {
	case anyButNewline:
		return r != '\n'
	case anyCharacter:
		return true
	case oneCharacter:
		return r == u.c || u.fold != exact && u.fold.lower(r) == u.c
	case anyOther:
		return r != u.c && (u.fold == exact || u.fold.lower(r) != u.c)
	}
	return u.set.matches(r)
}

// newUnit makes the unit for one character of a pattern, or for any other if negate is set.
func newUnit(r rune, negate bool, flags int) unit {
	kind := oneCharacter
	if negate {
		kind = anyOther
	}
	fold := foldingOf(flags)
	if fold == exact || !fold.cased(r) {
		return unit{kind: kind, c: r}
	}
	low := fold.lower(r)
	if fold.alike(low) == nil {
		return unit{kind: kind, c: low, fold: fold}
	}
	return unit{kind: inSet, set: newCharset([]setItem{{lo: low, hi: low}}, negate, flags)}
}
