package view

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"layerglass/core/protocol"
)

// Values as text: configurations are edited in the page, so the page reads and writes the literals of Python and JSON.

// Quote returns s as a Python string literal, as repr does.
func Quote(s string) string {
	quote := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var b strings.Builder
	b.WriteByte(quote)
	for _, r := range s {
		switch {
		case r == rune(quote) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r == 0x7f:
			b.WriteString(`\x`)
			b.WriteByte("0123456789abcdef"[r>>4])
			b.WriteByte("0123456789abcdef"[r&15])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte(quote)
	return b.String()
}

// Unquote returns the text of a string literal; what is no string literal is returned as it is.
func Unquote(literal string) string {
	p := parser{in: literal}
	if c := p.peek(); c != '\'' && c != '"' {
		return literal
	}
	s := p.text()
	if p.why != "" || p.peek() != 0 {
		return literal
	}
	return s
}

// Pace lets long work be done in steps: Rest, if set, is called every few hundred values, so that a page can draw and hear.
type Pace struct {
	Rest  func()
	steps int
}

func (p *Pace) step() {
	if p == nil || p.Rest == nil {
		return
	}
	if p.steps++; p.steps%256 == 0 {
		p.Rest()
	}
}

// Literal writes a value as a Python literal.
func Literal(n *protocol.Node) string { return LiteralAt(n, nil) }

// LiteralAt is Literal at a pace.
func LiteralAt(n *protocol.Node, pace *Pace) string {
	var b strings.Builder
	writeLiteral(&b, n, pace)
	return b.String()
}

func writeLiteral(b *strings.Builder, n *protocol.Node, pace *Pace) {
	pace.step()
	open, end := "", ""
	switch n.Kind {
	case "dict", "object":
		open, end = "{", "}"
	case "list":
		open, end = "[", "]"
	case "tuple":
		open, end = "(", ")"
	default:
		b.WriteString(n.Repr)
		return
	}
	b.WriteString(open)
	for i := range n.Children {
		if i > 0 {
			b.WriteString(", ")
		}
		if open == "{" {
			b.WriteString(Quote(n.Children[i].Key))
			b.WriteString(": ")
		}
		writeLiteral(b, &n.Children[i], pace)
	}
	if open == "(" && len(n.Children) == 1 {
		b.WriteByte(',')
	}
	b.WriteString(end)
}

// ParseValue reads a literal of Python or JSON: numbers, strings, True, None, lists, tuples and dicts. The sentence is empty
// when it could be read; else it says what is wrong and where.
func ParseValue(text string) (n protocol.Node, sentence string) { return ParseAt(text, nil) }

// ParseAt is ParseValue at a pace.
func ParseAt(text string, pace *Pace) (n protocol.Node, sentence string) {
	p := parser{in: text, pace: pace}
	n = p.value(0)
	if p.why == "" && p.peek() != 0 {
		p.fail("there is more after the value")
	}
	if p.why != "" {
		line := 1 + strings.Count(text[:min(p.at, len(text))], "\n")
		return protocol.Node{}, "This cannot be read: " + p.why + " in line " + strconv.Itoa(line) + "."
	}
	return n, ""
}

// deepest bounds how deep values may nest.
const deepest = 100

type parser struct {
	in  string
	at  int
	why string

	pace *Pace
}

func (p *parser) fail(why string) {
	if p.why == "" {
		p.why = why
	}
}

// peek skips white space and comments and returns the next byte, 0 at the end.
func (p *parser) peek() byte {
	for p.at < len(p.in) {
		switch c := p.in[p.at]; c {
		case ' ', '\t', '\n', '\r', '\f':
			p.at++
		case '#':
			if i := strings.IndexByte(p.in[p.at:], '\n'); i >= 0 {
				p.at += i
			} else {
				p.at = len(p.in)
			}
		default:
			return c
		}
	}
	return 0
}

func (p *parser) value(depth int) protocol.Node {
	p.pace.step()
	if depth > deepest {
		p.fail("the value nests deeper than can be shown")
		return protocol.Node{}
	}
	switch c := p.peek(); {
	case c == '{':
		return p.dict(depth)
	case c == '[':
		return p.items("list", ']', depth)
	case c == '(':
		return p.items("tuple", ')', depth)
	case c == '\'' || c == '"':
		return protocol.Node{Kind: "str", Repr: Quote(p.text())}
	case c == 0:
		p.fail("a value is missing at the end")
	case c == '-' || c == '+' || c == '.' || c >= '0' && c <= '9':
		return p.number()
	default:
		return p.word()
	}
	return protocol.Node{}
}

func (p *parser) dict(depth int) protocol.Node {
	n := protocol.Node{Kind: "dict"}
	places := map[string]int{}
	p.at++
	for p.why == "" && p.peek() != '}' {
		key := p.value(depth + 1)
		if p.why == "" && key.Kind != "str" {
			p.fail("a key is no text")
		}
		if p.peek() != ':' {
			p.fail("a colon is missing after a key")
			break
		}
		p.at++
		v := p.value(depth + 1)
		v.Key = Unquote(key.Repr)
		if i, again := places[v.Key]; again {
			n.Children[i] = v // the last one counts, in the first one's place
		} else {
			places[v.Key] = len(n.Children)
			n.Children = append(n.Children, v)
		}
		if !p.comma('}') {
			break
		}
	}
	p.at++
	n.Repr = count(len(n.Children), "key")
	if name := child(&n, "class_name"); name != nil && name.Kind == "str" && child(&n, "config") != nil {
		n.Kind, n.Repr = "object", Unquote(name.Repr)+"(…)"
	}
	return n
}

// comma passes over a comma and reports whether another item may follow; without one only the closing bracket may.
func (p *parser) comma(end byte) bool {
	switch p.peek() {
	case ',':
		p.at++
		return true
	case end:
	case 0:
		p.fail("a closing " + string(end) + " is missing")
	default:
		p.fail("a comma or " + string(end) + " is missing")
	}
	return false
}

func (p *parser) items(kind string, end byte, depth int) protocol.Node {
	n := protocol.Node{Kind: kind}
	p.at++
	commas := 0
	for p.why == "" && p.peek() != end {
		v := p.value(depth + 1)
		v.Key = strconv.Itoa(len(n.Children))
		n.Children = append(n.Children, v)
		if !p.comma(end) {
			break
		}
		commas++
	}
	p.at++
	if kind == "tuple" && len(n.Children) == 1 && commas == 0 {
		v := n.Children[0]
		v.Key = ""
		return v // brackets around one value
	}
	n.Repr = count(len(n.Children), "item")
	return n
}

func (p *parser) number() protocol.Node {
	start := p.at
	for p.at < len(p.in) {
		c := p.in[p.at]
		sign := (c == '-' || c == '+') && (p.at == start || p.in[p.at-1]|0x20 == 'e')
		if !sign && c != '.' && c != '_' && !(c >= '0' && c <= '9') && !(c|0x20 >= 'a' && c|0x20 <= 'z') {
			break
		}
		p.at++
	}
	s := p.in[start:p.at]
	if _, err := strconv.ParseInt(s, 0, 64); err == nil {
		return protocol.Node{Kind: "int", Repr: s}
	}
	if digits := strings.TrimLeft(s, "+-"); digits != "" && strings.Trim(digits, "0123456789") == "" {
		return protocol.Node{Kind: "int", Repr: s} // longer than 64 bits
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil && !strings.ContainsAny(s, "xXnN") {
		return protocol.Node{Kind: "float", Repr: s}
	}
	p.fail("`" + shorten(s, 40) + "` is no number")
	return protocol.Node{}
}

func (p *parser) word() protocol.Node {
	start := p.at
	for p.at < len(p.in) && (p.in[p.at]|0x20 >= 'a' && p.in[p.at]|0x20 <= 'z' || p.in[p.at] == '_') {
		p.at++
	}
	switch w := p.in[start:p.at]; w {
	case "True", "true":
		return protocol.Node{Kind: "bool", Repr: "True"}
	case "False", "false":
		return protocol.Node{Kind: "bool", Repr: "False"}
	case "None", "null":
		return protocol.Node{Kind: "none", Repr: "None"}
	case "":
		r, _ := utf8.DecodeRuneInString(p.in[start:])
		p.fail("`" + string(r) + "` is not expected")
	default:
		p.fail("`" + shorten(w, 40) + "` is no value; put text in quotes")
	}
	return protocol.Node{}
}

// text reads a string literal at a quote.
func (p *parser) text() string {
	quote := p.in[p.at]
	p.at++
	var b strings.Builder
	for p.at < len(p.in) && p.in[p.at] != '\n' {
		c := p.in[p.at]
		switch c {
		case quote:
			p.at++
			return b.String()
		case '\\':
			p.escape(&b)
		default:
			b.WriteByte(c)
			p.at++
		}
	}
	p.fail("a text has no closing quote")
	return ""
}

// escapes are the one-letter escapes of both languages.
var escapes = map[byte]byte{'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f', 'v': '\v', 'a': '\a', '\\': '\\', '\'': '\'', '"': '"', '/': '/', '0': 0}

func (p *parser) escape(b *strings.Builder) {
	p.at++
	if p.at >= len(p.in) {
		return
	}
	c := p.in[p.at]
	p.at++
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
	if digits == 0 {
		if plain, ok := escapes[c]; ok {
			b.WriteByte(plain)
		} else {
			b.WriteByte('\\')
			b.WriteByte(c)
		}
		return
	}
	r, ok := p.hex(digits)
	if ok && r >= 0xd800 && r < 0xdc00 && strings.HasPrefix(p.in[p.at:], `\u`) { // JSON writes large characters as two
		p.at += 2
		low, fine := p.hex(4)
		ok = fine
		r = 0x10000 + (r-0xd800)<<10 + (low - 0xdc00)
	}
	if !ok {
		p.fail("a text has a damaged escape")
		return
	}
	b.WriteRune(rune(r))
}

func (p *parser) hex(digits int) (int64, bool) {
	if p.at+digits > len(p.in) {
		return 0, false
	}
	r, err := strconv.ParseInt(p.in[p.at:p.at+digits], 16, 64)
	p.at += digits
	return r, err == nil
}
