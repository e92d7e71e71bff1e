package re

import (
	"strconv"

	"layerglass/core/python/object"
)

func categoryOf(c rune) category {
	switch c {
	case 'd':
		return digit
	case 'D':
		return notDigit
	case 's':
		return space
	case 'S':
		return notSpace
	case 'w':
		return word
	case 'W':
		return notWord
	}
	return noCategory
}

var anchors = map[rune]anchor{'A': atStringHead, 'b': atBoundary, 'B': atNoBoundary, 'Z': atStringEnd}

// controls are the escapes of one character.
var controls = map[rune]rune{'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}

// escape reads an escape outside sets behind its letter.
func (p *parser) escape(c rune) (*node, error) {
	if at, ok := anchors[c]; ok {
		return &node{kind: nodeAt, at: at}, nil
	}
	if cat := categoryOf(c); cat != noCategory {
		return &node{kind: nodeSet, items: []setItem{{cat: cat}}}, nil
	}
	if '1' <= c && c <= '9' {
		return p.numbered(c)
	}
	if c == '0' {
		v, _ := strconv.ParseInt("0"+p.while(2, octalDigits), 8, 32)
		return &node{kind: nodeUnit, c: rune(v)}, nil
	}
	v, err := p.character(c)
	return &node{kind: nodeUnit, c: v}, err
}

// numbered reads a group reference, or an octal escape of three digits.
func (p *parser) numbered(c rune) (*node, error) {
	text := string(c)
	if p.isNext(digits) {
		text += string(p.get().c)
		if isOctal(c) && isOctal(rune(text[1])) && p.isNext(octalDigits) {
			text += string(p.get().c)
			v, _ := strconv.ParseInt(text, 8, 32)
			if v > 0o377 {
				return nil, p.octalTooLarge(text)
			}
			return &node{kind: nodeUnit, c: rune(v)}, nil
		}
	}
	group, _ := strconv.Atoi(text)
	if group >= len(p.widths) {
		return nil, p.fail("invalid group reference "+text, len(text))
	}
	if !p.closed(group) {
		return nil, p.fail("cannot refer to an open group", len(text)+1)
	}
	if err := p.checkBehind(group); err != nil {
		return nil, err
	}
	return p.reference(group), nil
}

func (x *scanner) octalTooLarge(text string) error {
	return x.fail(`octal escape value \`+text+" outside of range 0-0o377", len(text)+1)
}

// setEscape reads an escape inside a set that stands for a character.
func (p *parser) setEscape(c rune) (rune, error) {
	if isOctal(c) {
		text := string(c) + p.while(2, octalDigits)
		v, _ := strconv.ParseInt(text, 8, 32)
		if v > 0o377 {
			return 0, p.octalTooLarge(text)
		}
		return rune(v), nil
	}
	if c == 'b' {
		return '\b', nil
	}
	return p.character(c)
}

// character reads an escape that stands for a character in sets and outside.
func (p *parser) character(c rune) (rune, error) {
	if v, ok := controls[c]; ok && c != 'b' {
		return v, nil
	}
	text := `\` + string(object.AppendRune(nil, c))
	isText := !p.subject.isBytes
	switch {
	case c == 'x':
		return p.hex(text, 2)
	case c == 'u' && isText:
		return p.hex(text, 4)
	case c == 'U' && isText:
		return p.hex(text, 8)
	case c == 'N' && isText:
		return p.named()
	case isLetter(c) || isDigitChar(c):
		return 0, p.fail("bad escape "+text, 2)
	}
	return c, nil
}

func (p *parser) hex(text string, n int) (rune, error) {
	d := p.while(n, hexDigits)
	if text += d; len(d) < n {
		return 0, p.fail("incomplete escape "+text, len(text))
	}
	v, _ := strconv.ParseUint(d, 16, 32)
	if v > 0x10FFFF {
		return 0, p.fail("bad escape "+text, len(text))
	}
	return rune(v), nil
}

// named reads \N{...}. Of names only those that the session's unicodedata knows are found.
func (p *parser) named() (rune, error) {
	if !p.match('{') {
		return 0, p.fail("missing {", 0)
	}
	name, err := p.until('}', "character name")
	if err != nil {
		return 0, err
	}
	m, err := p.t.Import(p.t, "unicodedata")
	if err != nil {
		return 0, err
	}
	v, err := object.CallMethod(p.t, m, "lookup", object.NewStr(name))
	s, ok := object.AsString(v)
	if err != nil && !object.IsKind(err, object.KeyErrorClass) {
		return 0, err
	}
	if err != nil || !ok || s == "" {
		return 0, p.fail("undefined character name "+object.QuoteStr(name), width(name)+len(`\N{}`))
	}
	r, _ := object.DecodeRune(s, 0)
	return r, nil
}
