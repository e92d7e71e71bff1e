package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// printedRows is how many rows of configurations are printed, of all objects together.
const printedRows = 3000

// Print writes everything for paper: the program with numbered lines, what it printed, and each object with its whole configuration, nothing folded, and
// what came back of it.
func Print(s *State) Markup {
	var w builder
	w.raw(`<h1>Layerglass</h1><h2>Program</h2><ol class="listing">`)
	for line := range strings.Lines(s.Text) {
		w.element("li", "", strings.TrimRight(line, "\r\n"))
	}
	w.raw("</ol>")
	if len(s.Problems()) > 0 {
		w.raw("<h2>Problems</h2>")
		w.add(Problems(s))
	}
	w.raw("<h2>Output</h2>")
	w.add(Output(s))
	if s.Shown == nil {
		return w.markup()
	}
	left := printedRows
	for i := range s.Shown.Objects {
		w.printed(s, &s.Shown.Objects[i], &left)
	}
	return w.markup()
}

// printed writes one object.
func (w *builder) printed(s *State, o *protocol.Object, left *int) {
	one := *s
	one.Object, one.Key, one.Pointed, one.rows = o.Name, "", "", nil
	if o.Name != s.Object {
		one.Against = ""
	}
	w.raw("<h2>")
	w.element("code", "", o.Name)
	w.text(" of " + o.Class)
	w.raw("</h2>")
	if one.Stale {
		w.stale(&one)
	}
	w.facts(o)
	root := o.Config
	if d := one.EditedDraft(); d != nil {
		root = &d.Root
		w.paragraph("stale", "This configuration was edited.")
	}
	switch {
	case root == nil:
		w.raised(o)
	case len(root.Children) == 0:
		w.paragraph("empty", "An empty configuration: `"+root.Repr+"`.")
	default:
		w.raw(`<h3>Configuration</h3><div class="tree">`)
		w.printedRows(root, 1, left)
		w.raw("</div>")
		if *left <= 0 {
			w.paragraph("empty", "The rest is left out: more than "+group(printedRows)+" rows were printed.")
		}
	}
	w.raw("<h3>Recreated</h3>")
	w.add(Recreated(&one))
	if p := s.Picture; p != nil && p.Of.Name == o.Name && p.Placed && len(p.shown) <= maxDrawn {
		w.raw(`<h3>Graph</h3><div class="stage">`)
		w.add(p.SVG(false))
		w.raw("</div>")
	}
	if drawn := one.panel("weights"); drawn.html != "" {
		w.raw("<h3>Weights</h3>")
		w.add(drawn)
	}
}

// printedRows writes the rows below a node, until none may be written any more.
func (w *builder) printedRows(n *protocol.Node, level int, left *int) {
	for i := range n.Children {
		if *left--; *left <= 0 {
			return
		}
		c := &n.Children[i]
		w.raw(`<div class="row`)
		if isSet(c) {
			w.raw(" set")
		}
		w.raw(`"`)
		w.attr("data-level", strconv.Itoa(level))
		w.raw(`><span class="twist"></span>`)
		w.element("span", "key", c.Key)
		w.raw(" ")
		inline, whole := inlineList(c)
		if whole {
			w.element("span", "value", inline)
		} else {
			w.value(c)
		}
		w.raw(" ")
		w.from(c)
		w.raw("</div>")
		if !whole {
			w.printedRows(c, level+1, left)
		}
	}
}
