package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// maxDrawn is how many nodes a picture draws; a larger model is a table.
const maxDrawn = 3000

// Picture is the graph of a model with what a person sees of it: which models inside of it are open and which node is chosen.
type Picture struct {
	Graph *protocol.Graph
	// Of is the object whose graph it is.
	Of *protocol.Object
	// As is "graph", "table" or "summary".
	As string
	// Open holds the paths of the nested models that show their layers, Chosen the chosen node, -1 without one.
	Open   map[string]bool
	Chosen int
	// Width and Height are the picture's size; Placed says that it has one.
	Width, Height int
	Placed        bool

	shown  []int // the nodes on the picture, by their number in Graph
	places [][4]int
	edges  []int // the edges on the picture
	lines  [][]int
	models map[int]bool // the nodes that have others inside
}

// NewPicture returns the picture of a graph. It keeps what was open and chosen in an older one of an object with the same name.
func NewPicture(o *protocol.Object, g *protocol.Graph, old *Picture) *Picture {
	p := &Picture{Graph: g, Of: o, As: "graph", Open: map[string]bool{}, Chosen: -1, models: map[int]bool{}}
	for i := range g.Nodes {
		if parent := g.Nodes[i].Parent; parent > 0 {
			p.models[parent-1] = true
		}
	}
	if old != nil && old.Of.Name == o.Name {
		p.As, p.Open = old.As, old.Open
		if n := old.Node(old.Chosen); n != nil {
			for i := range g.Nodes {
				if g.Nodes[i].Path == n.Path && g.Nodes[i].Call == n.Call {
					p.Chosen = i
				}
			}
		}
	}
	return p
}

// Node returns a node, nil where there is none.
func (p *Picture) Node(i int) *protocol.GraphNode {
	if i < 0 || i >= len(p.Graph.Nodes) {
		return nil
	}
	return &p.Graph.Nodes[i]
}

// Folded reports whether a node is a model whose layers are not drawn.
func (p *Picture) Folded(i int) bool { return p.models[i] && !p.Open[p.Graph.Nodes[i].Path] }

// visible reports whether all models around a node are open.
func (p *Picture) visible(i int) bool {
	for parent := p.Graph.Nodes[i].Parent; parent > 0; parent = p.Graph.Nodes[parent-1].Parent {
		if p.Folded(parent - 1) {
			return false
		}
	}
	return true
}

const (
	nodeHeight = 62
	nodeChars  = 34 // letters in a line of a node
)

// Question returns what layout.js asks for: how large the nodes are, what is in what, and what leads where. It is nil for a model that is too large to be drawn.
func (p *Picture) Question(id int) []int {
	p.shown, p.edges = nil, nil
	at := map[int]int{}
	for i := range p.Graph.Nodes {
		if p.visible(i) {
			at[i] = len(p.shown)
			p.shown = append(p.shown, i)
		}
	}
	if len(p.shown) > maxDrawn || len(p.shown) == 0 {
		return nil
	}
	q := []int{id, len(p.shown)}
	for _, i := range p.shown {
		parent := 0
		if n := &p.Graph.Nodes[i]; n.Parent > 0 {
			parent = at[n.Parent-1] + 1
		}
		q = append(q, p.widthOf(i), nodeHeight, parent)
	}
	count := len(q)
	q = append(q, 0)
	for i, e := range p.Graph.Edges {
		from, ok := at[e.From]
		if to, both := at[e.To]; ok && both {
			p.edges = append(p.edges, i)
			q = append(q, from, to)
		}
	}
	q[count] = len(p.edges)
	return q
}

func (p *Picture) widthOf(i int) int {
	widest := 14
	for _, line := range p.linesOf(i) {
		widest = max(widest, len([]rune(line)))
	}
	return min(widest, nodeChars)*7 + 40
}

// Place takes in the answer of layout.js, without the number of the question.
func (p *Picture) Place(a []int) {
	p.Width, p.Height, p.Placed = a[0], a[1], true
	a = a[2:]
	p.places = make([][4]int, len(p.shown))
	for i := range p.places {
		p.places[i] = [4]int{a[0], a[1], a[2], a[3]}
		a = a[4:]
	}
	p.lines = make([][]int, len(p.edges))
	for i := range p.lines {
		n := 2 * a[0]
		p.lines[i] = a[1 : 1+n]
		a = a[1+n:]
	}
}

// linesOf returns what stands in a node: its name, its class, and its shape with the number of its parameters.
func (p *Picture) linesOf(i int) [3]string {
	n := &p.Graph.Nodes[i]
	last := n.Output
	if n.Params > 0 {
		last = strings.TrimPrefix(last+" · "+plural(n.Params, "parameter"), " · ")
	}
	name := n.Name
	if n.Shared {
		name += " · call " + strconv.Itoa(n.Call+1)
	}
	return [3]string{shorten(name, nodeChars), shorten(n.Class, nodeChars), shorten(last, nodeChars)}
}

// Graph writes the picture of a model and what belongs to it.
func (w *builder) graph(s *State, p *Picture) {
	w.raw(`<div class="graph-bar"><div class="choices" role="group" aria-label="Show the model as">`)
	for _, as := range [3][2]literal{{"graph", "Graph"}, {"table", "Table"}, {"summary", "Summary"}} {
		w.raw(`<button type="button" class="form" data-as="`)
		w.raw(as[0])
		w.raw(`" id="as-`)
		w.raw(as[0])
		w.raw(`" aria-pressed="`)
		w.raw(pickLiteral(p.As == string(as[0]), "true", "false"))
		w.raw(`">`)
		w.raw(as[1])
		w.raw("</button>")
	}
	w.raw(`</div><p class="facts">`)
	w.element("code", "", p.Graph.Name)
	w.text(" · " + count(len(p.Graph.Nodes), "node"))
	if p.Graph.Params >= 0 {
		w.text(" · " + plural(p.Graph.Params, "parameter"))
	}
	if p.Graph.Trainable >= 0 && p.Graph.Trainable != p.Graph.Params {
		w.text(", " + group(p.Graph.Trainable) + " trained")
	}
	w.raw("</p>")
	if p.As == "graph" && p.Placed {
		w.raw(`<div class="zoom" role="group" aria-label="Picture"><button type="button" class="icon" id="zoom-in" data-zoom="in" aria-label="Zoom in">+</button><button type="button" class="icon" id="zoom-out" data-zoom="out" aria-label="Zoom out">−</button><button type="button" class="quiet" id="zoom-fit" data-zoom="fit">Fit</button><button type="button" class="quiet" id="save-svg" data-save="svg">Save SVG</button><button type="button" class="quiet" id="save-png" data-save="png">Save PNG</button></div>`)
	}
	w.raw("</div>")
	switch {
	case p.As == "table":
		w.nodeTable(p)
	case p.As == "summary" && p.Graph.Summary == "":
		w.paragraph("empty", "`summary()` cannot be printed for this model. Build it first: call it on an input.")
	case p.As == "summary":
		w.raw(`<div class="scroll" tabindex="0" role="region" aria-label="Summary of the model">`)
		w.pre("out", p.Graph.Summary)
		w.raw("</div>")
	case len(p.shown) > maxDrawn:
		w.paragraph("empty", group(int64(len(p.shown)))+" nodes are too many to draw. They are listed as a table.")
		w.nodeTable(p)
	case p.Placed:
		w.raw(`<div class="graph"><div class="stage" id="stage">`)
		w.add(p.SVG(false))
		w.raw("</div>")
		w.chosenNode(s, p)
		w.raw("</div>")
	default:
		w.paragraph("empty", "Placing the layers …")
	}
}

// SVG writes the picture. One that stands alone, in a file, brings its colours along and cannot be used with keys.
func (p *Picture) SVG(alone bool) Markup {
	var w builder
	w.raw(`<svg xmlns="http://www.w3.org/2000/svg"`)
	w.attr("viewBox", "-10 -10 "+strconv.Itoa(p.Width+20)+" "+strconv.Itoa(p.Height+20))
	w.attr("width", strconv.Itoa(p.Width+20))
	w.attr("height", strconv.Itoa(p.Height+20))
	if alone {
		w.raw(` role="img"`)
	} else {
		w.raw(` id="drawing" role="group" preserveAspectRatio="xMidYMid meet"`)
	}
	w.attr("aria-label", "Graph of the model "+p.Graph.Name)
	w.raw(">")
	if alone {
		w.raw(`<style>rect{fill:#fff;stroke:#8a96a3}.frame rect{fill:#f5f7f9;stroke:#0b6790;stroke-dasharray:4 3}.input rect{fill:#e8f2f7}.result rect{stroke-width:2.5}text{font:12px ui-monospace,Menlo,Consolas,monospace;fill:#17212b}.name{font-weight:600}.soft{fill:#4d5b69}.line{fill:none;stroke:#66727e}.tip{fill:#66727e}</style><rect x="-10" y="-10" width="100%" height="100%" stroke="none"/>`)
	}
	w.raw(`<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="tip" d="M0 0l8 4-8 4z"/></marker></defs>`)
	for at, i := range p.shown { // frames first: they stand behind the rest
		if p.models[i] && !p.Folded(i) {
			w.node(p, at, alone)
		}
	}
	for _, line := range p.lines {
		w.raw(`<path class="line" marker-end="url(#tip)"`)
		w.attr("d", curve(line))
		w.raw("/>")
	}
	for at, i := range p.shown {
		if !p.models[i] || p.Folded(i) {
			w.node(p, at, alone)
		}
	}
	w.raw("</svg>")
	return w.markup()
}

// curve draws a line through points.
func curve(points []int) string {
	b := []byte("M")
	for i := 0; i+1 < len(points); i += 2 {
		if i > 0 {
			b = append(b, 'L')
		}
		b = strconv.AppendInt(b, int64(points[i]), 10)
		b = append(b, ' ')
		b = strconv.AppendInt(b, int64(points[i+1]), 10)
	}
	return string(b)
}

func (w *builder) node(p *Picture, at int, alone bool) {
	i, place := p.shown[at], p.places[at]
	n := &p.Graph.Nodes[i]
	class := "node " + n.Kind
	open := p.models[i] && !p.Folded(i)
	if open {
		class += " frame"
	}
	if n.Result {
		class += " result"
	}
	w.raw("<g")
	w.attr("class", class)
	w.attr("transform", "translate("+strconv.Itoa(place[0])+" "+strconv.Itoa(place[1])+")")
	if !alone {
		w.raw(` role="button"`)
		w.attr("id", "node-"+strconv.Itoa(i))
		w.attr("data-node", strconv.Itoa(i))
		w.attr("tabindex", pick(i == p.Chosen || p.Node(p.Chosen) == nil && at == 0, "0", "-1"))
		w.attr("aria-pressed", pick(i == p.Chosen, "true", "false"))
		w.attr("aria-label", p.Spoken(i))
		if p.models[i] {
			w.attr("aria-expanded", pick(open, "true", "false"))
		}
	}
	w.raw(">")
	w.raw(`<rect rx="6"`)
	w.attr("width", strconv.Itoa(place[2]))
	w.attr("height", strconv.Itoa(place[3]))
	w.raw("/>")
	lines := p.linesOf(i)
	if open {
		w.raw(`<path class="tip" d="M11 17h10l-5 7z"/><text x="26" y="25"><tspan class="name">`)
		w.text(lines[0])
		w.raw(` </tspan><tspan class="soft">`)
		w.text(lines[1])
		w.raw("</tspan></text></g>")
		return
	}
	if p.models[i] {
		w.raw(`<path class="tip" d="M12 10l7 5-7 5z"/><text class="name" x="26" y="19">`)
	} else {
		w.raw(`<text class="name" x="12" y="19">`)
	}
	w.text(lines[0])
	w.raw(` </text><text class="soft" x="12" y="36">`)
	w.text(lines[1])
	w.raw(` </text><text x="12" y="53">`)
	w.text(lines[2])
	w.raw("</text></g>")
}

// Spoken returns a node in words: what is written in it, and what its looks say.
func (p *Picture) Spoken(i int) string {
	n, lines := &p.Graph.Nodes[i], p.linesOf(i)
	words := strings.TrimSpace(strings.Join(lines[:], " "))
	if !strings.Contains(words, n.Name) {
		words += ", " + n.Name
	}
	if !strings.Contains(words, n.Output) {
		words += ", output " + n.Output
	}
	if n.Result {
		words += ", the model's output"
	}
	return words
}

// Step returns the node that a key leads to from another one: along the edges, or to the neighbour in order.
func (p *Picture) Step(from int, key string) int {
	for _, i := range p.edges {
		switch e := p.Graph.Edges[i]; {
		case key == "ArrowDown" && e.From == from:
			return e.To
		case key == "ArrowUp" && e.To == from:
			return e.From
		}
	}
	for at, i := range p.shown {
		switch {
		case i != from:
		case (key == "ArrowRight" || key == "ArrowDown") && at+1 < len(p.shown):
			return p.shown[at+1]
		case (key == "ArrowLeft" || key == "ArrowUp") && at > 0:
			return p.shown[at-1]
		}
	}
	switch key {
	case "Home":
		return p.shown[0]
	case "End":
		return p.shown[len(p.shown)-1]
	}
	return from
}

// Rectangle returns where a node stands on the picture.
func (p *Picture) Rectangle(node int) (place [4]int, ok bool) {
	for at, i := range p.shown {
		if i == node && at < len(p.places) {
			return p.places[at], true
		}
	}
	return place, false
}
