package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// tree writes a configuration as the rows of a flat ARIA tree: the level stands in an attribute, so that each row's
// accessible name is the row alone.
func (w *builder) tree(s *State, o *protocol.Object) {
	w.raw(`<div role="tree" id="tree" class="tree`)
	if s.Long() {
		w.raw(" long")
	}
	w.raw(`"`)
	w.attr("aria-label", "Configuration of "+o.Name)
	w.raw(">")
	w.add(Rows(s))
	w.raw("</div>")
}

// Rows writes the rows of the tree that are in sight, between two spacers in a long one.
func Rows(s *State) Markup {
	var w builder
	rows := s.Rows()
	from, to := s.Span()
	focus := s.RowAt(s.Key)
	if focus < 0 {
		focus = 0
	}
	if s.Long() {
		w.raw(`<div id="above" role="none"></div>`)
	}
	for i := from; i < to; i++ {
		if s.Draft() != nil {
			w.field(s, &rows[i], i)
		} else {
			w.row(s, &rows[i], i, i == focus)
		}
	}
	switch {
	case s.Long() && s.Embedded:
		w.raw(`<p class="empty" role="none">`)
		w.text(plural(int64(len(rows)-to), "more row") + ". Open the program in Layerglass to see all of them.")
		w.raw("</p>")
	case s.Long():
		w.raw(`<div id="below" role="none"></div>`)
	}
	return w.markup()
}

func rowID(path string) string { return "key-" + strings.ReplaceAll(path, ".", "-") }

// isSet says that a value was chosen by the program and did not come by itself.
func isSet(n *protocol.Node) bool {
	switch n.Origin.Kind {
	case "automatic", "default", "graph":
		return false
	}
	return !n.Default
}

func (w *builder) row(s *State, r *Row, i int, focus bool) {
	n, path := r.Node, s.PathOf(i)
	w.raw(`<div role="treeitem" class="row`)
	if isSet(n) {
		w.raw(" set")
	}
	w.raw(`"`)
	w.attr("id", rowID(path))
	w.attr("data-path", path)
	w.attr("data-row", strconv.Itoa(i))
	w.attr("aria-level", strconv.Itoa(r.Level))
	w.attr("aria-posinset", strconv.Itoa(r.Index+1))
	w.attr("aria-setsize", strconv.Itoa(r.Size))
	w.attr("aria-selected", strconv.FormatBool(path == s.Key))
	if focus {
		w.raw(` tabindex="0"`)
	} else {
		w.raw(` tabindex="-1"`)
	}
	if r.Folding {
		w.attr("aria-expanded", strconv.FormatBool(r.Open))
	}
	w.raw(`><span class="twist" aria-hidden="true"></span>`)
	w.element("span", "key", n.Key)
	w.raw(" ")
	if inline, ok := inlineList(n); ok {
		w.element("span", "value", inline)
	} else {
		w.value(n)
	}
	w.raw(" ")
	w.from(n)
	w.raw("</div>")
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
	case o.Kind == "graph":
		w.raw(`<span class="from" title="Follows from how the layers are put together">graph</span>`)
	case o.Span.Start < o.Span.End && o.Line > 0:
		w.element("span", "from line", "line "+strconv.Itoa(o.Line))
	case o.Kind == "default" || n.Default:
		w.raw(`<span class="from">default</span>`)
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
