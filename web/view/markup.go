package view

import "strings"

// Markup is HTML that is safe to put into a page. Only this package's builder makes it, and the builder takes markup from
// nowhere but this package's own source: everything else goes in as text.
type Markup struct{ html string }

// String returns the HTML.
func (m Markup) String() string { return m.html }

// literal is markup that stands in this package's source. Only untyped constants become one without a conversion.
type literal string

type builder struct{ b strings.Builder }

func (w *builder) markup() Markup { return Markup{w.b.String()} }

// raw writes markup. It stays a call: written out at each of its hundreds of uses it would make the page larger to load.
//
//go:noinline
func (w *builder) raw(html literal) { w.b.WriteString(string(html)) }

func (w *builder) add(m Markup) { w.b.WriteString(m.html) }

// text writes s as text: no character of it is markup. The carriage return is written as a reference because a parser
// would fold it into a line feed.
func (w *builder) text(s string) {
	start := 0
	for i := 0; i < len(s); i++ {
		var ref string
		switch s[i] {
		case '&':
			ref = "&amp;"
		case '<':
			ref = "&lt;"
		case '>':
			ref = "&gt;"
		case '"':
			ref = "&quot;"
		case '\'':
			ref = "&#39;"
		case '\r':
			ref = "&#13;"
		case 0:
			ref = "\ufffd"
		default:
			continue
		}
		w.b.WriteString(s[start:i])
		w.b.WriteString(ref)
		start = i + 1
	}
	w.b.WriteString(s[start:])
}

// attr writes an attribute of the tag being written.
func (w *builder) attr(name literal, value string) {
	w.raw(" ")
	w.raw(name)
	w.raw(`="`)
	w.text(value)
	w.raw(`"`)
}

// element writes an element that holds only text; class may be empty.
func (w *builder) element(tag, class literal, text string) {
	w.raw("<")
	w.raw(tag)
	if class != "" {
		w.raw(` class="`)
		w.raw(class)
		w.raw(`"`)
	}
	w.raw(">")
	w.text(text)
	w.raw("</")
	w.raw(tag)
	w.raw(">")
}

// pre writes preformatted text. The line feed in front is dropped by the parser; without it a leading one of the text would be.
func (w *builder) pre(class literal, text string) {
	w.raw(`<pre class="`)
	w.raw(class)
	w.raw("\">\n")
	w.text(text)
	w.raw("</pre>")
}

// prose writes a sentence in which `…` marks code.
func (w *builder) prose(s string) {
	for {
		before, rest, ok := strings.Cut(s, "`")
		inside, after, closed := strings.Cut(rest, "`")
		if !ok || !closed {
			w.text(s)
			return
		}
		w.text(before)
		w.element("code", "", inside)
		s = after
	}
}

func (w *builder) paragraph(class literal, s string) {
	w.raw(`<p class="`)
	w.raw(class)
	w.raw(`">`)
	w.prose(s)
	w.raw("</p>")
}
