package assist

import "strings"

// statement is one logical line of the text, without comments.
type statement struct {
	words  []word
	indent int // the column of its first word
}

// outline is what a text defines, read without demanding that it be whole.
type outline struct {
	text       string
	statements []statement
	defs       []*definition // classes and functions in the order of the text
	bindings   []binding
}

// binding is a name that a statement gives a value.
type binding struct {
	name   string
	at     int
	scope  *definition // the block it stands in; nil at the top
	attr   bool        // of self
	value  []word      // the expression, nil when it is none: a loop's variable
	module string      // of an import: the module, and the name in it where it is "from … import"
	from   string
}

// definition is a class or a function of the text.
type definition struct {
	name    string
	class   bool
	indent  int
	at, end int    // where the statement begins, and where its block ends
	head    []word // the words in the brackets behind the name: bases or parameters
	parent  *definition
	members []*definition
	doc     string
}

// maxStatements bounds the work that one question makes.
const maxStatements = 20_000

// read makes the outline of a text.
func read(text string) *outline {
	o := &outline{text: text}
	o.cut(text)
	o.define(text)
	return o
}

// cut divides the text into logical lines. Brackets join lines, but a line that begins no further in than the statement it
// would continue, and with a word, is a new one: somewhere before it a bracket is still missing.
func (o *outline) cut(text string) {
	var s statement
	depth, fresh := 0, true
	finish := func() {
		if len(s.words) > 0 && len(o.statements) < maxStatements {
			o.statements = append(o.statements, s)
		}
		s, depth = statement{}, 0
	}
	for _, w := range words(text) {
		switch {
		case w.kind == wordComment:
			continue
		case w.kind == wordLine:
			fresh = true
			if depth == 0 {
				finish()
			}
			continue
		case w.kind == wordEnd:
			finish()
			continue
		}
		if fresh && depth > 0 && (w.kind == wordName || w.text == "@") && column(text, w.start) <= s.indent {
			finish()
		}
		fresh = false
		if len(s.words) == 0 {
			s.indent = column(text, w.start)
		}
		s.words = append(s.words, w)
		switch w.text {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth = max(depth-1, 0)
		}
	}
}

func column(text string, at int) int {
	n := 0
	for at > 0 && text[at-1] != '\n' {
		at--
		n++
	}
	return n
}

// define finds classes and functions with the blocks that belong to them.
func (o *outline) define(text string) {
	var open []*definition
	for i, s := range o.statements {
		at := s.words[0].start
		for len(open) > 0 && s.indent <= open[len(open)-1].indent {
			open[len(open)-1].end = at
			open = open[:len(open)-1]
		}
		var scope *definition
		if len(open) > 0 {
			scope = open[len(open)-1]
		}
		d := s.definition()
		if d == nil {
			o.bind(s.words, scope)
			continue
		}
		d.end = len(text)
		if i+1 < len(o.statements) {
			if next := o.statements[i+1]; len(next.words) == 1 && next.words[0].kind == wordString {
				d.doc, _ = next.words[0].inside()
			}
		}
		if d.parent = scope; scope != nil {
			d.parent.members = append(d.parent.members, d)
		}
		o.defs = append(o.defs, d)
		open = append(open, d)
	}
}

// definition reads "class Name(…):" or "def name(…):"; nil for another statement.
func (s *statement) definition() *definition {
	w := s.words
	if len(w) > 0 && w[0].text == "async" {
		w = w[1:]
	}
	if len(w) < 2 || w[0].text != "class" && w[0].text != "def" || w[1].kind != wordName {
		return nil
	}
	d := &definition{name: w[1].text, class: w[0].text == "class", indent: s.indent, at: s.words[0].start}
	if len(w) > 2 && w[2].text == "(" {
		d.head = w[3:closing(w, 2)]
	}
	return d
}

// closing returns the index of the bracket that closes the one at i, or the number of words.
func closing(w []word, i int) int {
	depth := 0
	for j := i; j < len(w); j++ {
		switch w[j].text {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return len(w)
}

// around returns the innermost definition whose block holds the place, or nil.
func (o *outline) around(at int) *definition {
	var found *definition
	for _, d := range o.defs {
		if d.at < at && at <= d.end {
			found = d
		}
	}
	return found
}

// classAround returns the innermost class around a place, or nil.
func (o *outline) classAround(at int) *definition {
	d := o.around(at)
	for d != nil && !d.class {
		d = d.parent
	}
	return d
}

// member returns the method or inner class of that name, the last one, or nil.
func (d *definition) member(name string) *definition {
	for i := len(d.members) - 1; i >= 0; i-- {
		if d.members[i].name == name {
			return d.members[i]
		}
	}
	return nil
}

// find returns the definition of a name that a place sees: in the blocks around it, then at the top.
func (o *outline) find(name string, at int) *definition {
	var found *definition
	for _, d := range o.defs {
		if d.name == name && (d.parent == nil || !d.parent.class && d.parent.at < at && at <= d.parent.end) {
			found = d
		}
	}
	return found
}

// parameter is one parameter of a function of the text.
type parameter struct {
	name string
	def  string // the text of its default, "" for none
	star string // "*" or "**"
	only bool   // it stands behind a star
}

// parameters reads the head of a function.
func (d *definition) parameters(text string) []parameter {
	var out []parameter
	only := false
	for _, part := range split(d.head) {
		p := parameter{only: only}
		for len(part) > 0 && part[0].text == "*" {
			p.star += "*"
			part = part[1:]
		}
		if p.star != "" {
			only = true
		}
		if len(part) == 0 || part[0].kind != wordName {
			continue
		}
		p.name = part[0].text
		for i, w := range part {
			if w.text == "=" && i+1 < len(part) {
				p.def = strings.TrimSpace(text[part[i+1].start:part[len(part)-1].end])
				break
			}
		}
		out = append(out, p)
	}
	return out
}

// split divides words at the commas outside of brackets.
func split(w []word) [][]word {
	var out [][]word
	depth, from := 0, 0
	for i, x := range w {
		switch x.text {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			depth--
		case ",":
			if depth == 0 {
				out = append(out, w[from:i])
				from = i + 1
			}
		}
	}
	if from < len(w) {
		out = append(out, w[from:])
	}
	return out
}
