package re

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// part of a template is a literal or, if that is empty, a group.
type part struct {
	literal string
	group   int
}

// templateReader reads the replacement of sub and expand.
type templateReader struct {
	*scanner
	pattern *Pattern
	parts   []part
	literal strings.Builder
}

// template reads a replacement that has backslashes.
func (p *Pattern) template(t *object.Thread, s *subject) ([]part, error) {
	x, err := newScanner(t, s)
	if err != nil {
		return nil, err
	}
	r := &templateReader{scanner: x, pattern: p}
	for {
		k := r.get()
		if r.failed != nil {
			return nil, r.failed
		}
		if k.c == none {
			break
		}
		if !k.escaped {
			r.add(k.c)
		} else if err := r.escape(k.c); err != nil {
			return nil, err
		}
	}
	r.flush()
	return r.parts, nil
}

// add adds a character to the literal text.
func (r *templateReader) add(c rune) {
	if r.subject.isBytes {
		r.literal.WriteByte(byte(c))
	} else {
		r.literal.Write(object.AppendRune(nil, c))
	}
}

func (r *templateReader) flush() {
	if r.literal.Len() > 0 {
		r.parts = append(r.parts, part{literal: r.literal.String()})
		r.literal.Reset()
	}
}

func (r *templateReader) addGroup(group, back int) error {
	if group > r.pattern.program.groups {
		return r.fail("invalid group reference "+strconv.Itoa(group), back)
	}
	r.flush()
	r.parts = append(r.parts, part{group: group})
	return nil
}

func (r *templateReader) escape(c rune) error {
	switch {
	case c == 'g':
		return r.named()
	case c == '0':
		v, _ := strconv.ParseInt("0"+r.while(2, octalDigits), 8, 32)
		r.add(rune(v & 0xFF))
		return nil
	case isDigitChar(c):
		return r.numbered(c)
	}
	if v, ok := controls[c]; ok {
		r.add(v)
		return nil
	}
	if isLetter(c) {
		return r.fail(`bad escape \`+string(c), 2)
	}
	r.add('\\')
	r.add(c)
	return nil
}

func (r *templateReader) numbered(c rune) error {
	text := string(c)
	if r.isNext(digits) {
		text += string(r.get().c)
		if isOctal(c) && isOctal(rune(text[1])) && r.isNext(octalDigits) {
			text += string(r.get().c)
			v, _ := strconv.ParseInt(text, 8, 32)
			if v > 0o377 {
				return r.octalTooLarge(text)
			}
			r.add(rune(v))
			return nil
		}
	}
	group, _ := strconv.Atoi(text)
	return r.addGroup(group, len(text))
}

// named reads \g<...>.
func (r *templateReader) named() error {
	if !r.match('<') {
		return r.fail("missing <", 0)
	}
	name, err := r.until('>', "group name")
	if err != nil {
		return err
	}
	if object.IsIdentifier(name) {
		v := r.pattern.names.GetName(name)
		if v == nil {
			return object.NewError(object.IndexErrorClass, "unknown group name %s", object.QuoteStr(name))
		}
		group, _ := object.AsInt64(v)
		return r.addGroup(int(group), width(name)+1)
	}
	group, ok := r.number(name)
	if !ok {
		return r.fail("bad character in group name "+object.QuoteStr(name), width(name)+1)
	}
	if group >= maxGroups {
		return r.fail("invalid group reference "+strconv.Itoa(group), width(name)+1)
	}
	return r.addGroup(group, width(name)+1)
}

// fill puts a match's groups into a template.
func (m *Match) fill(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.literal != "" {
			b.WriteString(p.literal)
		} else if from, to := m.span(p.group); from >= 0 {
			b.WriteString(m.subject.slice(from, to))
		}
	}
	return b.String()
}
