package code

import "strings"

// expr is a piece of Python on its way to text: an atom, or brackets with items between them.
type expr struct {
	text        string // an atom, or what stands before the bracket
	open, close string // "" for an atom
	items       []item
	tail        string // behind the closing bracket: ".x", "(y)"
	comma       bool   // a single item is followed by a comma: a tuple of one
}

// item is one entry between brackets: a keyword argument, an entry of a dict, or a value alone.
type item struct {
	key string // "units=" or `"name": `
	expr
}

func atom(text string) expr { return expr{text: text} }

// callOf is a call of a function by name.
func callOf(name string, items ...item) expr {
	return expr{text: name, open: "(", close: ")", items: items}
}

// width is the length beyond which a line is broken.
const width = 88

// flat writes the expression in one line.
func (e *expr) flat(b *strings.Builder) {
	b.WriteString(e.text)
	if e.open == "" {
		b.WriteString(e.tail)
		return
	}
	b.WriteString(e.open)
	for i := range e.items {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(e.items[i].key)
		e.items[i].flat(b)
	}
	if e.comma && len(e.items) == 1 {
		b.WriteByte(',')
	}
	b.WriteString(e.close)
	b.WriteString(e.tail)
}

func (e *expr) String() string {
	var b strings.Builder
	e.flat(&b)
	return b.String()
}

// write lays the expression out from a column on: in one line where it fits, else with one item to a line.
func (e *expr) write(b *strings.Builder, indent, column, behind int) {
	line := e.String()
	if e.open == "" || len(e.items) == 0 || column+len(line)+behind <= width && !strings.Contains(line, "\n") {
		b.WriteString(line)
		return
	}
	b.WriteString(e.text + e.open)
	if only := e.items[0]; len(e.items) == 1 && only.key == "" && only.open != "" && only.text == "" && e.open == "(" && !e.comma {
		only.write(b, indent, column+len(e.text)+1, behind+1) // f([ … ]) keeps its two brackets together
		b.WriteString(e.close + e.tail)
		return
	}
	pad := strings.Repeat(" ", indent+4)
	for i := range e.items {
		b.WriteString("\n" + pad + e.items[i].key)
		e.items[i].write(b, indent+4, indent+4+len(e.items[i].key), 1)
		b.WriteByte(',')
	}
	b.WriteString("\n" + strings.Repeat(" ", indent) + e.close + e.tail)
}

// assign lays out "name = expression" or the expression alone.
func assign(name string, e expr) string {
	var b strings.Builder
	if name != "" {
		b.WriteString(name + " = ")
	}
	e.write(&b, 0, b.Len(), 0)
	return b.String()
}
