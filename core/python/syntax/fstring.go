package syntax

import (
	"strings"

	"layerglass/core/python/source"
)

// joiner gathers the parts of an f-string: text and replacement fields in turn.
//
// As in ast, the nodes of an f-string have the place of all the literals that were joined, but the last text of a format
// specification and the specification itself have the place of their literal.
type joiner struct {
	p      *parser
	whole  source.Span
	u      bool
	text   strings.Builder
	values []Expr
}

// joined reads string literals of which at least one is an f-string.
func (p *parser) joined(parts []token) Expr {
	j := &joiner{p: p, whole: source.Span{Start: parts[0].start, End: parts[len(parts)-1].end}, u: p.literal(parts[0]).u}
	for _, t := range parts {
		l := p.literal(t)
		if !l.format {
			text, ok := p.value(l)
			if !ok {
				return nil
			}
			j.text.WriteString(text)
			continue
		}
		f := field{p: p, lit: l, pos: l.body.Start, end: l.body.End}
		if !f.parse(j, 0) {
			return nil
		}
	}
	return j.finish()
}

// finish returns the f-string that the parts make.
func (j *joiner) finish() *JoinedStr {
	j.flush()
	return &JoinedStr{At{j.whole}, j.values}
}

// flush makes the text gathered so far a Constant.
func (j *joiner) flush() {
	if j.text.Len() == 0 {
		return
	}
	c := j.p.constants.new()
	c.Loc, c.Kind, c.U, c.Text = j.whole, ConstStr, j.u, j.text.String()
	j.values = append(j.values, c)
	j.text.Reset()
}

// field walks through the text of an f-string.
type field struct {
	p        *parser
	lit      literal
	pos, end source.Pos
}

// at returns the current byte, or 0 at the end.
func (f *field) at() byte {
	if f.pos < f.end {
		return f.p.text[f.pos]
	}
	return 0
}

// fail sets an error at span. For CPython it is at the last token that was read.
func (f *field) fail(span source.Span, msg string) bool {
	f.p.raiseLast(CodeFString, msg)
	if f.p.err != nil {
		f.p.err.Span = span
	}
	return false
}

// failHere sets an error at the current character.
func (f *field) failHere(msg string) bool {
	return f.fail(source.Span{Start: f.pos, End: min(f.pos+1, f.end)}, msg)
}

// parse reads text and replacement fields to the end, or at a depth to the } that ends a format specification.
func (f *field) parse(j *joiner, depth int) bool {
	for {
		doubled, ok := f.literalText(j, depth)
		if !ok {
			return false
		}
		if doubled {
			continue
		}
		if f.pos >= f.end || f.at() == '}' {
			break
		}
		if !f.replacement(j, depth) {
			return false
		}
	}
	if depth > 0 && f.at() != '}' {
		return f.failHere("f-string: expecting '}'")
	}
	return true
}

// literalText reads text up to a brace. A doubled brace ends the text too, and is part of it once.
func (f *field) literalText(j *joiner, depth int) (doubled, ok bool) {
	start := f.pos
	stop := func() source.Pos { return f.pos }
scan:
	for f.pos < f.end {
		c := f.at()
		if c == '\\' && !f.lit.raw && f.pos+1 < f.end {
			f.pos++
			if c = f.at(); c == 'N' {
				f.pos++
				f.skipName()
				continue
			}
			if c != '{' && c != '}' {
				f.pos++
				continue
			}
		}
		if c == '{' || c == '}' {
			if depth == 0 {
				if f.pos+1 < f.end && f.p.text[f.pos+1] == c {
					doubled = true
					end := f.pos + 1
					stop = func() source.Pos { return end }
					break scan
				}
				if c == '}' {
					return false, f.failHere("f-string: single '}' is not allowed")
				}
			}
			break
		}
		f.pos++
	}
	end := stop()
	if doubled {
		f.pos = end + 1
	}
	text, ok := f.p.decode(source.Span{Start: start, End: end}, f.lit.raw, f.lit.tok)
	j.text.WriteString(text)
	return doubled, ok
}

// skipName passes over the braces of \N{name}, which are no replacement field.
func (f *field) skipName() {
	if f.at() != '{' {
		return
	}
	for f.pos < f.end && f.at() != '}' {
		f.pos++
	}
	if f.pos < f.end {
		f.pos++
	}
}

// replacement reads one {expression=!conversion:specification}.
func (f *field) replacement(j *joiner, depth int) bool {
	if depth >= 2 {
		return f.failHere("f-string: expressions nested too deeply")
	}
	f.pos++
	start := f.pos
	if !f.findEnd() {
		return false
	}
	value := f.expression(start)
	if value == nil {
		return false
	}
	v := &FormattedValue{At: At{j.whole}, Value: value}
	debug := f.at() == '='
	if debug {
		for f.pos++; f.pos < f.end && isSpace(f.at()); f.pos++ {
		}
		if f.pos >= f.end {
			return f.unexpectedEnd()
		}
		j.text.WriteString(foldNewlines(f.p.text[start:f.pos]))
	}
	if f.at() == '!' && !f.conversion(v) {
		return false
	}
	if f.at() == ':' && !f.specification(v, j, depth) {
		return false
	}
	if f.at() != '}' {
		return f.unexpectedEnd()
	}
	f.pos++
	if debug && v.FormatSpec == nil && v.Conversion == 0 {
		v.Conversion = 'r'
	}
	j.flush()
	j.values = append(j.values, v)
	return true
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

func (f *field) unexpectedEnd() bool { return f.failHere("f-string: expecting '}'") }

func (f *field) conversion(v *FormattedValue) bool {
	f.pos++
	if f.pos >= f.end {
		return f.unexpectedEnd()
	}
	c := f.at()
	if c != 's' && c != 'r' && c != 'a' {
		return f.failHere("f-string: invalid conversion character: expected 's', 'r', or 'a'")
	}
	f.pos++
	v.Conversion = c
	if f.pos >= f.end {
		return f.unexpectedEnd()
	}
	return true
}

// specification reads what follows a colon: text that may hold replacement fields itself.
func (f *field) specification(v *FormattedValue, j *joiner, depth int) bool {
	f.pos++
	if f.pos >= f.end {
		return f.unexpectedEnd()
	}
	inner := &joiner{p: j.p, whole: j.whole, u: j.u}
	if !f.parse(inner, depth+1) {
		return false
	}
	inner.whole, inner.u = f.lit.tok.span(), f.lit.u
	v.FormatSpec = inner.finish()
	return true
}

// findEnd moves to the character that ends an expression: one of ! : } = outside brackets and strings.
func (f *field) findEnd() bool {
	var quote byte
	var triple bool
	var open []byte
	start := f.pos
	for ; f.pos < f.end; f.pos++ {
		c := f.at()
		if c == '\\' {
			return f.failHere("f-string expression part cannot include a backslash")
		}
		if quote != 0 {
			if c == quote && (!triple || f.tripled()) {
				if triple {
					f.pos += 2
				}
				quote = 0
			}
			continue
		}
		switch c {
		case '\'', '"':
			quote, triple = c, f.tripled()
			if triple {
				f.pos += 2
			}
		case '(', '[', '{':
			if len(open) >= maxBrackets {
				return f.failHere("f-string: too many nested parenthesis")
			}
			open = append(open, c)
		case '#':
			return f.failHere("f-string expression part cannot include '#'")
		case ')', ']', '}':
			if len(open) == 0 {
				if c == '}' {
					return true
				}
				return f.failHere("f-string: unmatched '" + string(c) + "'")
			}
			if last := open[len(open)-1]; partner(last) != c {
				return f.failHere("f-string: closing parenthesis '" + string(c) +
					"' does not match opening parenthesis '" + string(last) + "'")
			}
			open = open[:len(open)-1]
		case '!', ':', '=', '<', '>':
			if len(open) == 0 && f.endsAt(c) {
				return true
			}
		}
	}
	here := source.Span{Start: start, End: f.end}
	switch {
	case quote != 0:
		return f.fail(here, "f-string: unterminated string")
	case len(open) > 0:
		return f.fail(here, "f-string: unmatched '"+string(open[len(open)-1])+"'")
	}
	return f.unexpectedEnd()
}

// endsAt reports whether c, outside brackets, ends an expression. Comparisons are passed over.
func (f *field) endsAt(c byte) bool {
	if f.pos+1 < f.end && f.p.text[f.pos+1] == '=' && c != ':' {
		f.pos++
		return false
	}
	return c != '<' && c != '>'
}

// tripled reports whether the current quote stands three times.
func (f *field) tripled() bool {
	t, i := f.p.text, f.pos
	return i+2 < f.end && t[i+1] == t[i] && t[i+2] == t[i]
}

// expression parses the text from start to here. It is read as if parentheses stood around it, in the place of the brace and
// of the character that ended it.
func (f *field) expression(start source.Pos) Expr {
	end := f.pos
	if strings.Trim(f.p.text[start:end], " \t\n\f\r") == "" {
		span := source.Span{Start: start - 1, End: min(end+1, f.end)}
		if c := f.at(); c == '!' || c == ':' || c == '=' {
			f.fail(span, "f-string: expression required before '"+string(c)+"'")
		} else {
			f.fail(span, "f-string: empty expression not allowed")
		}
		return nil
	}
	sub := f.p.sub(start, end)
	e := sub.starExpressions()
	if e == nil && sub.err == nil {
		sub.restart()
		sub.starExpressions()
		sub.giveUp()
	}
	if sub.err != nil {
		sub.scanRest()
		f.p.stop(sub.err)
		return nil
	}
	return e
}

// sub returns a parser for the text of a replacement field.
func (p *parser) sub(start, end source.Pos) *parser {
	if p.inner == nil {
		p.inner = &parser{file: p.file}
	}
	s := p.inner
	s.text = p.text[:end]
	s.pos, s.depth, s.formatted = 0, p.depth, p.formatted+1
	s.err, s.explain, s.muted, s.known = nil, false, 0, nil
	s.toks = append(s.toks[:0], token{tLPar, 1, start - 1, start})
	s.scan = scanner{file: p.file, text: s.text, pos: int(start), inFormat: true,
		brackets: append(s.scan.brackets[:0], bracket{'(', start - 1})}
	return s
}
