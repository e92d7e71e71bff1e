package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

const (
	// page is how many children of a container are written at once; the rest waits behind a row that asks for more.
	page = 200
	// unfolded is how many rows a tree may have before its containers start folded.
	unfolded = 24
	// inlineWidth is how long a list of plain values may be to stand in one row.
	inlineWidth = 60
)

// treeWriter writes a configuration as the rows of a flat ARIA tree: the level stands in an attribute, so that each row's
// accessible name is the row alone.
type treeWriter struct {
	*builder
	state *State
	rows  int // rows that may still be unfolded on their own
	focus string
}

func (w *builder) tree(s *State, o *protocol.Object) {
	w.raw(`<div role="tree" class="tree" id="tree"`)
	w.attr("aria-label", "Configuration of "+o.Name)
	w.raw(">")
	t := treeWriter{builder: w, state: s, rows: unfolded - len(o.Config.Children), focus: s.Key}
	if t.focus == "" {
		t.focus = "0"
	}
	t.children(o.Config, "", "", 1)
	w.raw("</div>")
}

func (t *treeWriter) children(n *protocol.Node, path, keys string, level int) {
	limit := page * (1 + t.state.More[keys])
	for i := range n.Children {
		if i == limit {
			t.more(path, keys, len(n.Children)-limit, level)
			return
		}
		c := &n.Children[i]
		t.row(c, join(path, i), keys+"\x1f"+c.Key, level, i, len(n.Children))
	}
}

func (t *treeWriter) row(n *protocol.Node, path, keys string, level, i, size int) {
	inline, isInline := inlineList(n)
	folding := len(n.Children) > 0 && !isInline
	open := folding && t.open(n, keys)
	t.raw(`<div role="treeitem" class="row`)
	if !n.Default && n.Origin.Kind != "automatic" && n.Origin.Kind != "default" {
		t.raw(" set")
	}
	t.raw(`"`)
	t.attr("id", "key-"+strings.ReplaceAll(path, ".", "-"))
	t.attr("data-path", path)
	t.attr("aria-level", strconv.Itoa(level))
	t.attr("aria-posinset", strconv.Itoa(i+1))
	t.attr("aria-setsize", strconv.Itoa(size))
	t.attr("aria-selected", strconv.FormatBool(path == t.state.Key))
	if path == t.focus {
		t.raw(` tabindex="0"`)
	} else {
		t.raw(` tabindex="-1"`)
	}
	if folding {
		t.attr("aria-expanded", strconv.FormatBool(open))
		t.attr("data-keys", keys)
	}
	t.raw(`><span class="twist" aria-hidden="true"></span>`)
	t.element("span", "key", n.Key)
	t.raw(" ")
	if isInline {
		t.element("span", "value", inline)
	} else {
		t.value(n)
	}
	t.raw(" ")
	t.from(n)
	t.raw("</div>")
	if open {
		t.children(n, path, keys, level+1)
	}
}

// more writes the row that stands for the children not yet written.
func (t *treeWriter) more(path, keys string, left, level int) {
	t.raw(`<div role="treeitem" class="row more" tabindex="-1" aria-selected="false" data-more=""`)
	t.attr("data-keys", keys)
	t.attr("id", "more-"+strings.ReplaceAll(path, ".", "-"))
	t.attr("aria-level", strconv.Itoa(level))
	t.raw("><span class=\"twist\" aria-hidden=\"true\"></span>")
	t.element("span", "", "Show "+group(int64(min(left, page)))+" more of "+group(int64(left)))
	t.raw("</div>")
}

// open says whether a container is unfolded: by hand, else while there is room. Serialized objects start folded.
func (t *treeWriter) open(n *protocol.Node, keys string) bool {
	if open, ok := t.state.Folds[keys]; ok {
		return open
	}
	if n.Kind == "object" || len(n.Children) > t.rows {
		return false
	}
	t.rows -= len(n.Children)
	return true
}

func (w *builder) value(n *protocol.Node) {
	w.raw(`<span class="value `)
	switch n.Kind {
	case "str":
		w.raw("str")
	case "int", "float":
		w.raw("number")
	case "none", "bool":
		w.raw("word")
	case "list", "tuple", "dict":
		w.raw("many")
	default:
		w.raw("obj")
	}
	w.raw(`">`)
	w.text(shorten(n.Repr, 300))
	w.raw("</span>")
}

// from says where a value came from.
func (w *builder) from(n *protocol.Node) {
	switch o := n.Origin; {
	case o.Kind == "automatic":
		w.raw(`<span class="from" title="Keras chose this value">automatic</span>`)
	case o.Span.Start < o.Span.End && o.Line > 0:
		w.element("span", "from line", "line "+strconv.Itoa(o.Line))
	case o.Kind == "default" || n.Default:
		w.raw(`<span class="from">default</span>`)
	}
}

// inlineList returns a short list or tuple of plain values as one literal.
func inlineList(n *protocol.Node) (string, bool) {
	if n.Kind != "list" && n.Kind != "tuple" || len(n.Children) == 0 {
		return "", false
	}
	out := "["
	if n.Kind == "tuple" {
		out = "("
	}
	for i := range n.Children {
		c := &n.Children[i]
		if len(c.Children) > 0 || len(out)+len(c.Repr) > inlineWidth {
			return "", false
		}
		if i > 0 {
			out += ", "
		}
		out += c.Repr
	}
	switch {
	case n.Kind == "list":
		return out + "]", true
	case len(n.Children) == 1:
		return out + ",)", true
	default:
		return out + ")", true
	}
}

// shorten cuts s to at most n bytes at a character's edge.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n] + "…"
}
