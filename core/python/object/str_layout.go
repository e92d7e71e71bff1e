package object

import "strings"

func init() {
	StrClass.Methods(
		strPadder("center", "Puts the text in the middle of a field.", func(pad, width int) int { return pad/2 + pad&width&1 }),
		strPadder("ljust", "Puts the text at the left of a field.", func(int, int) int { return 0 }),
		strPadder("rjust", "Puts the text at the right of a field.", func(pad, _ int) int { return pad }),
		Func("zfill", "(self, width, /)", "Fills the field with zeros, behind a sign.", strZfill),
		Func("expandtabs", "(self, /, tabsize=8)", "Replaces tabs by spaces up to the next column.", strExpandTabs),
		strStripper("strip", true, true), strStripper("lstrip", true, false), strStripper("rstrip", false, true),
	)
}

func strPadder(name, doc string, left func(pad, width int) int) *Builtin {
	return Func(name, "(self, width, fillchar=' ', /)", doc, func(t *Thread, a []Object) (Object, error) {
		s := a[0].(*Str)
		width, err := Index(t, a[1])
		if err != nil {
			return nil, err
		}
		fill, ok := Of(a[2]).(*Str)
		if !ok {
			return nil, TypeError("The fill character must be a unicode character, not %s", a[2].Class().MessageName())
		}
		if fill.RuneCount() != 1 {
			return nil, TypeError("The fill character must be exactly one character long")
		}
		pad := width - s.RuneCount()
		if pad <= 0 {
			return s, nil
		}
		n := left(pad, width)
		text, err := padText(t, s.s, fill.s, n, pad-n)
		return NewStr(text), err
	})
}

// padText puts so many fill characters before and behind s.
func padText(t *Thread, s, fill string, before, behind int) (string, error) {
	if before+behind > MaxObject/4 {
		return "", NewError(MemoryErrorClass, "")
	}
	if err := chargeText(t, len(s)+(before+behind)*len(fill)); err != nil {
		return "", err
	}
	return strings.Repeat(fill, before) + s + strings.Repeat(fill, behind), nil
}

func strZfill(t *Thread, a []Object) (Object, error) {
	s := a[0].(*Str)
	width, err := Index(t, a[1])
	if err != nil {
		return nil, err
	}
	text, err := zeroFill(t, s.s, width-s.RuneCount())
	return NewStr(text), err
}

func zeroFill(t *Thread, s string, pad int) (string, error) {
	if pad <= 0 {
		return s, nil
	}
	sign := ""
	if s != "" && (s[0] == '+' || s[0] == '-') {
		sign, s = s[:1], s[1:]
	}
	s, err := padText(t, s, "0", pad, 0)
	return sign + s, err
}

func strExpandTabs(t *Thread, a []Object) (Object, error) {
	size, err := Index(t, a[1])
	if err != nil {
		return nil, err
	}
	text, err := expandTabs(t, a[0].(*Str).s, size, func(c byte) bool { return c&0xC0 != 0x80 })
	return NewStr(text), err
}

// expandTabs replaces tabs; counts tells which bytes begin a column.
func expandTabs(t *Thread, s string, size int, counts func(byte) bool) (string, error) {
	tabs := strings.Count(s, "\t")
	if size > 0 && tabs > 0 && size > (MaxObject-len(s))/tabs {
		return "", NewError(MemoryErrorClass, "")
	}
	if err := t.Scan(len(s)); err != nil {
		return "", err
	}
	if err := chargeText(t, len(s)+tabs*max(size, 0)); err != nil {
		return "", err
	}
	var b strings.Builder
	column := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\t':
			if size > 0 {
				n := size - column%size
				b.WriteString(strings.Repeat(" ", n))
				column += n
			}
			continue
		case c == '\n' || c == '\r':
			column = 0
		case counts(c):
			column++
		}
		b.WriteByte(s[i])
	}
	return b.String(), nil
}

func strStripper(name string, left, right bool) *Builtin {
	return Func(name, "(self, chars=None, /)", "Returns the text without whitespace, or the given characters, at its ends.",
		func(t *Thread, a []Object) (Object, error) {
			s := a[0].(*Str)
			drop := spaceWidth
			if a[1] != None {
				chars, ok := Of(a[1]).(*Str)
				if !ok {
					return nil, TypeError("%s arg must be None or str", name)
				}
				drop = func(text string, at int) int {
					w := runeWidth(text, at)
					if strings.Contains(chars.s, text[at:at+w]) {
						return w
					}
					return 0
				}
			}
			if text := stripText(s.s, drop, left, right); len(text) != len(s.s) {
				if err := t.Scan(len(s.s) - len(text)); err != nil {
					return nil, err
				}
				return NewStr(text), nil
			}
			return s, nil
		})
}

// stripText cuts off the ends what drop gives a width to.
func stripText(s string, drop func(s string, at int) int, left, right bool) string {
	for left && s != "" {
		w := drop(s, 0)
		if w == 0 {
			break
		}
		s = s[w:]
	}
	if right {
		s = trimRightFunc(s, drop)
	}
	return s
}
