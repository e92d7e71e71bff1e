package syntax

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

// maxIntDigits is how many digits Python turns into an int; conversion takes quadratic time.
const maxIntDigits = 4300

// number reads the current token, a tNumber.
func (p *parser) number() Expr {
	t := p.toks[p.pos]
	p.pos++
	text := p.text[t.start:t.end]
	c := p.constants.new()
	c.Loc = t.span()
	c.Kind, c.Text = numberKind(text)
	if c.Kind == ConstInt && len(c.Text) > maxIntDigits && isDigit(c.Text[len(c.Text)-1]) && (len(c.Text) < 2 || isDigit(c.Text[1])) {
		p.raise(t.span(), CodeInvalidNumber, "Exceeds the limit ("+strconv.Itoa(maxIntDigits)+
			" digits) for integer string conversion: value has "+strconv.Itoa(len(c.Text))+
			" digits; use sys.set_int_max_str_digits() to increase the limit - "+
			"Consider hexadecimal for huge integer literals to avoid decimal conversion limits.")
		if p.err != nil {
			p.err.Offset = 0
		}
		return nil
	}
	return c
}

// numberKind says what kind of number a literal is and returns its text in the form Constant keeps.
func numberKind(text string) (ConstantKind, string) {
	if strings.IndexByte(text, '_') >= 0 {
		text = strings.ReplaceAll(text, "_", "")
	}
	if len(text) > 1 && text[0] == '0' && !isDigit(text[1]) && text[1] != '.' && text[1]|0x20 != 'e' && text[1]|0x20 != 'j' {
		return ConstInt, text
	}
	if last := text[len(text)-1]; last == 'j' || last == 'J' {
		return ConstComplex, text[:len(text)-1]
	}
	for i := 0; i < len(text); i++ {
		if !isDigit(text[i]) {
			return ConstFloat, text
		}
	}
	return ConstInt, text
}

// literal is one string token taken apart.
type literal struct {
	tok    token
	body   source.Span // between the quotes
	raw    bool
	bytes  bool
	format bool
	u      bool
}

func (p *parser) literal(t token) literal {
	l := literal{tok: t}
	i := t.start
	for ; p.text[i] != '"' && p.text[i] != '\''; i++ {
		switch p.text[i] | 0x20 {
		case 'r':
			l.raw = true
		case 'b':
			l.bytes = true
		case 'f':
			l.format = true
		case 'u':
			l.u = p.text[i] == 'u'
		}
	}
	n := source.Pos(1)
	if t.end-i >= 6 && p.text[i+1] == p.text[i] && p.text[i+2] == p.text[i] {
		n = 3
	}
	l.body = source.Span{Start: i + n, End: t.end - n}
	return l
}

// strings reads string literals that stand next to one another; they make one value.
func (p *parser) strings() Expr {
	mark := p.pos
	bytes, formatted := 0, false
	for p.peek() == tString {
		l := p.literal(p.toks[p.pos])
		if l.bytes {
			bytes++
		}
		formatted = formatted || l.format
		p.pos++
	}
	if p.err != nil {
		return nil
	}
	parts := p.toks[mark:p.pos]
	if bytes > 0 && bytes < len(parts) {
		p.raiseLast(CodeMixedLiterals, "cannot mix bytes and nonbytes literals")
		if p.err != nil {
			p.err.Span = source.Span{Start: parts[0].start, End: parts[len(parts)-1].end}
		}
		return nil
	}
	if formatted {
		return p.joined(parts)
	}
	c := p.constants.new()
	c.Loc = source.Span{Start: parts[0].start, End: parts[len(parts)-1].end}
	c.U = p.literal(parts[0]).u
	c.Kind = ConstStr
	if bytes > 0 {
		c.Kind = ConstBytes
	}
	var all strings.Builder
	for _, t := range parts {
		text, ok := p.value(p.literal(t))
		if !ok {
			return nil
		}
		if len(parts) == 1 {
			c.Text = text
			return c
		}
		all.WriteString(text)
	}
	c.Text = all.String()
	return c
}

// value returns what a literal without replacement fields stands for.
func (p *parser) value(l literal) (string, bool) {
	if l.bytes {
		return p.bytesValue(l)
	}
	return p.decode(l.body, l.raw, l.tok)
}

func (p *parser) bytesValue(l literal) (string, bool) {
	text := p.text[l.body.Start:l.body.End]
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			p.raise(l.tok.span(), CodeMixedLiterals, "bytes can only contain ASCII literal characters")
			return "", false
		}
	}
	text = foldNewlines(text)
	if l.raw || strings.IndexByte(text, '\\') < 0 {
		return text, true
	}
	e := escapes{text: text, bytes: true}
	out, ok := e.decode()
	p.doubtEscape(e, l.tok)
	if !ok {
		p.badEscape(e, l.body, l.tok)
	}
	return out, ok
}

// decode returns the text at span with its escapes replaced.
func (p *parser) decode(span source.Span, raw bool, t token) (string, bool) {
	text := foldNewlines(p.text[span.Start:span.End])
	if raw || strings.IndexByte(text, '\\') < 0 {
		return text, true
	}
	e := escapes{text: text}
	out, ok := e.decode()
	p.doubtEscape(e, t)
	if !ok {
		p.badEscape(e, span, t)
	}
	return out, ok
}

// badEscape sets the error for the escape at which e stopped.
func (p *parser) badEscape(e escapes, body source.Span, t token) {
	start := body.Start + source.Pos(e.badStart)
	span := source.Span{Start: start, End: min(start+source.Pos(e.badEnd-e.badStart), body.End)}
	p.raise(span, e.code, e.message())
	line, column := p.file.Position(p.lastToken().start)
	p.err.Line, p.err.Offset = line, column+1
	if e.code == CodeInvalidEscape && !e.bytes {
		p.err.Fixes = []diag.Fix{insertFix("Double the backslash", start, "\\")}
		p.err.Notes = []diag.Note{{Span: t.span(), Message: "a raw string, r\"…\", keeps backslashes as they are"}}
	}
}

// foldNewlines returns text with line ends as Python sees them.
func foldNewlines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// escapes replaces the backslash escapes of a literal. When it fails, text[badStart:badEnd] is the escape at fault.
type escapes struct {
	text  string
	bytes bool

	badStart, badEnd int
	reason           string
	code             diag.Code
	out              []byte
	doubt            string // the first escape that Python warns of
}

func (e *escapes) decode() (string, bool) {
	e.out = make([]byte, 0, len(e.text))
	for i := 0; i < len(e.text); {
		c := e.text[i]
		if c != '\\' {
			e.out = append(e.out, c)
			i++
			continue
		}
		n := e.escape(i)
		if n == 0 {
			return "", false
		}
		i += n
	}
	return string(e.out), true
}

// escape adds what the escape at i stands for and returns its length, or 0 when it is wrong.
func (e *escapes) escape(i int) int {
	if i+1 >= len(e.text) {
		return e.add(1, '\\')
	}
	switch c := e.text[i+1]; c {
	case '\n':
		return 2
	case '\\', '\'', '"':
		return e.add(2, c)
	case 'a':
		return e.add(2, '\a')
	case 'b':
		return e.add(2, '\b')
	case 'f':
		return e.add(2, '\f')
	case 'n':
		return e.add(2, '\n')
	case 'r':
		return e.add(2, '\r')
	case 't':
		return e.add(2, '\t')
	case 'v':
		return e.add(2, '\v')
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return e.octal(i)
	case 'x':
		return e.hex(i, 2)
	case 'u', 'U', 'N':
		if e.bytes {
			break
		}
		switch c {
		case 'u':
			return e.hex(i, 4)
		case 'U':
			return e.hex(i, 8)
		}
		return e.named(i)
	}
	// A backslash before any other character stays.
	if e.doubt == "" && e.text[i+1] < utf8.RuneSelf {
		e.doubt = e.text[i : i+2]
	}
	return e.add(1, '\\')
}

func (e *escapes) add(n int, c byte) int {
	e.out = append(e.out, c)
	return n
}

// addRune adds the code point r, a lone surrogate in the form that UTF-8 would give it.
func (e *escapes) addRune(n int, r rune) int {
	if r >= 0xd800 && r < 0xe000 {
		e.out = append(e.out, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
		return n
	}
	e.out = utf8.AppendRune(e.out, r)
	return n
}

func (e *escapes) octal(i int) int {
	n, r := 1, rune(0)
	for n < 4 && i+n < len(e.text) && e.text[i+n] >= '0' && e.text[i+n] <= '7' {
		r = r<<3 | rune(e.text[i+n]-'0')
		n++
	}
	if r > 0xff && e.doubt == "" {
		e.doubt = e.text[i : i+n]
	}
	if e.bytes {
		return e.add(n, byte(r))
	}
	return e.addRune(n, r)
}

// hex reads \x, \u and \U with their count of digits.
func (e *escapes) hex(i, digits int) int {
	end := i + 2
	for end < len(e.text) && end < i+2+digits && classOf[e.text[end]]&classHex != 0 {
		end++
	}
	if end < i+2+digits {
		if e.bytes {
			return e.bad(i, end, "")
		}
		return e.bad(i, end, "truncated \\"+string(e.text[i+1])+strings.Repeat("X", digits)+" escape")
	}
	n, _ := parseHex(e.text[i+2 : end])
	switch {
	case e.bytes:
		return e.add(4, byte(n))
	case n > utf8.MaxRune:
		return e.bad(i, end, "illegal Unicode character")
	}
	return e.addRune(end-i, rune(n))
}

// named reads \N{name}.
func (e *escapes) named(i int) int {
	rest := e.text[i+2:]
	closing := strings.IndexByte(rest, '}')
	if rest == "" || rest[0] != '{' || closing < 2 {
		end := i + 2
		if closing == 1 || rest != "" && rest[0] == '{' {
			end = i + 3
			if closing < 0 {
				end = len(e.text)
			}
		}
		return e.bad(i, end, "malformed \\N character escape")
	}
	r, ok := characterNamed(rest[1:closing])
	if !ok {
		e.code = CodeUnknownCharName
		return e.bad(i, i+3+closing, "unknown Unicode character name")
	}
	return e.addRune(closing+3, r)
}

func (e *escapes) bad(start, end int, reason string) int {
	e.badStart, e.badEnd, e.reason = start, end, reason
	if e.code == "" {
		e.code = CodeInvalidEscape
	}
	return 0
}

// message returns the error's text. Places in it count characters outside ASCII as the ten bytes of their escapes.
func (e *escapes) message() string {
	if e.bytes {
		return "(value error) invalid \\x escape at position " + strconv.Itoa(e.badStart)
	}
	at := func(i int) int {
		n := 0
		for _, r := range e.text[:i] {
			n++
			if r >= utf8.RuneSelf {
				n += 9
			}
		}
		return n
	}
	from, to := at(e.badStart), at(e.badEnd)-1
	where := "bytes in position " + strconv.Itoa(from) + "-" + strconv.Itoa(to)
	if to <= from {
		where = "byte 0x5c in position " + strconv.Itoa(from)
	}
	return "(unicode error) 'unicodeescape' codec can't decode " + where + ": " + e.reason
}
