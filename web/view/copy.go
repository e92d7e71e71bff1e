package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// CopyMenu writes what can be copied: of the chosen key and of the whole configuration.
func CopyMenu(s *State) Markup {
	var w builder
	if n := s.NodeAt(s.Key); n != nil {
		w.raw(`<p class="of">`)
		w.element("code", "", s.dotted(s.Key))
		w.raw(`</p>`)
		w.copyItem("path", "Path")
		w.copyItem("value", "Value as Python")
		w.copyItem("value-json", "Value as JSON")
	}
	w.raw(`<p class="of">Whole configuration</p>`)
	w.copyItem("python", "As Python")
	w.copyItem("json", "As JSON")
	w.copyItem("object", "As serialized object")
	return w.markup()
}

func (w *builder) copyItem(what, words string) {
	w.raw(`<button type="button"`)
	w.attr("data-what", what)
	w.raw(">")
	w.text(words)
	w.raw("</button>")
}

// CopyText returns what an entry of the copy menu stands for: its name and its text.
func CopyText(s *State, what string) (name, text string) {
	o := s.Chosen()
	if o == nil {
		return "", ""
	}
	switch n := s.NodeAt(s.Key); {
	case what == "python":
		return "configuration as Python", o.Python
	case what == "json":
		return "configuration as JSON", o.JSON
	case what == "object":
		return "serialized object", o.Serialized
	case n == nil:
		return "", ""
	case what == "path":
		return "path", s.subscripts(s.Key)
	case what == "value":
		return "value as Python", Literal(n)
	default:
		return "value as JSON", JSONText(n)
	}
}

// subscripts returns a path as Python would be asked for it: config["layers"][0].
func (s *State) subscripts(path string) string {
	var b strings.Builder
	b.WriteString("config")
	up := s.root()
	for _, key := range s.keysAt(path) {
		b.WriteByte('[')
		if container(up) == "dict" {
			b.WriteString(JSONString(key))
		} else {
			b.WriteString(key)
		}
		b.WriteByte(']')
		up = child(up, key)
	}
	return b.String()
}

// JSONText writes a value as JSON, indented.
func JSONText(n *protocol.Node) string {
	var b strings.Builder
	writeJSON(&b, n, 0)
	return b.String()
}

func writeJSON(b *strings.Builder, n *protocol.Node, indent int) {
	line := func(indent int) { b.WriteString("\n" + strings.Repeat("  ", indent)) }
	open, end := "[", "]"
	switch container(n) {
	case "dict":
		open, end = "{", "}"
	case "":
		b.WriteString(plainJSON(n))
		return
	}
	b.WriteString(open)
	for i := range n.Children {
		if i > 0 {
			b.WriteByte(',')
		}
		line(indent + 1)
		if open == "{" {
			b.WriteString(JSONString(n.Children[i].Key) + ": ")
		}
		writeJSON(b, &n.Children[i], indent+1)
	}
	if len(n.Children) > 0 {
		line(indent)
	}
	b.WriteString(end)
}

func plainJSON(n *protocol.Node) string {
	switch n.Kind {
	case "none":
		return "null"
	case "bool":
		return strings.ToLower(n.Repr)
	case "str":
		return JSONString(Unquote(n.Repr))
	case "int", "float":
		return n.Repr
	}
	return JSONString(n.Repr)
}

// JSONString writes a text as JSON does.
func JSONString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20:
			b.WriteString(`\u00` + strconv.FormatInt(int64(r)+0x100, 16)[1:])
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
