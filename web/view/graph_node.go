package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// What is said of one node of a graph, and the table of all.

// ConfigOf returns the path of child indices at which a node's config stands in its model's, "" where there is none.
func (p *Picture) ConfigOf(i int) (string, *protocol.Node) {
	n := p.Node(i)
	if n == nil || n.Path == "" || p.Of.Config == nil {
		return "", nil
	}
	at, path := p.Of.Config, ""
	for part := range strings.SplitSeq(n.Path+".config", ".") {
		k := -1
		for j := range at.Children {
			if at.Children[j].Key == part {
				k = j
			}
		}
		if k < 0 {
			return "", nil
		}
		at, path = &at.Children[k], join(path, k)
	}
	return path, at
}

// chosenNode tells about the chosen node.
func (w *builder) chosenNode(s *State, p *Picture) {
	w.raw(`<aside class="node-about" id="node-about" aria-label="Chosen node" tabindex="0">`)
	defer w.raw("</aside>")
	n := p.Node(p.Chosen)
	if n == nil {
		w.paragraph("empty", "Choose a node to see its shapes, its code and its configuration. Drag moves the picture, `+` and `-` zoom, the arrow keys go from node to node.")
		if !p.Graph.Connected {
			w.paragraph("empty", "Only the `call` method of this model connects its layers, so they are listed without lines.")
		}
		return
	}
	w.raw("<h3>")
	w.element("code", "", n.Class)
	w.raw("</h3>")
	w.raw(`<div class="node-acts">`)
	if n.Span.Start < n.Span.End && !s.Stale {
		w.raw(`<button type="button" class="link" id="node-code"`)
		w.attr("data-goto", strconv.Itoa(n.Span.Start)+" "+strconv.Itoa(n.Span.End))
		w.raw(">Go to its code</button>")
	}
	if p.models[p.Chosen] {
		w.raw(`<button type="button" class="link" id="node-fold"`)
		w.attr("data-fold", strconv.Itoa(p.Chosen))
		w.raw(">")
		w.text(pick(p.Folded(p.Chosen), "Show its layers", "Fold its layers"))
		w.raw("</button>")
	}
	w.raw("</div><dl>")
	w.fact("name", n.Name)
	for _, shape := range n.Inputs {
		w.fact("input", shape)
	}
	w.fact("output", n.Output)
	w.fact("dtype", n.Dtype)
	if n.Kind == "layer" || n.Kind == "model" {
		if n.Built {
			w.fact("parameters", group(n.Params))
		} else {
			w.fact("parameters", "not built")
		}
		if n.Frozen {
			w.fact("trainable", "False")
		}
	}
	w.raw("</dl>")
	if _, config := p.ConfigOf(p.Chosen); config != nil && len(config.Children) > 0 {
		w.raw("<h3>Configuration</h3><dl>")
		for i := range min(len(config.Children), 60) {
			w.fact(config.Children[i].Key, shorten(config.Children[i].Repr, 120))
		}
		w.raw("</dl>")
	}
}

func (w *builder) fact(name, value string) {
	if value == "" {
		return
	}
	w.raw("<dt>")
	w.text(name)
	w.raw("</dt><dd>")
	w.element("code", "", value)
	w.raw("</dd>")
}

// nodeTable lists the nodes with their shapes and parameters.
func (w *builder) nodeTable(p *Picture) {
	w.raw(`<div class="scroll" tabindex="0" role="region" aria-label="Layers of the model"><table><thead><tr><th scope="col">Layer</th><th scope="col">Class</th><th scope="col">Output shape</th><th scope="col">Parameters</th><th scope="col">Trained</th><th scope="col">After</th></tr></thead><tbody>`)
	after := map[int][]string{}
	for _, e := range p.Graph.Edges {
		after[e.To] = append(after[e.To], p.Graph.Nodes[e.From].Name)
	}
	for i := range min(len(p.Graph.Nodes), modelRows) {
		n := &p.Graph.Nodes[i]
		name := n.Name
		for parent := n.Parent; parent > 0; parent = p.Graph.Nodes[parent-1].Parent {
			name = p.Graph.Nodes[parent-1].Name + "/" + name
		}
		w.raw(`<tr><th scope="row">`)
		w.element("code", "", name)
		w.raw("</th><td>")
		w.element("code", "", n.Class)
		w.raw("</td><td>")
		w.element("code", "", n.Output)
		w.raw(`</td><td class="many">`)
		switch {
		case n.Kind != "layer" && n.Kind != "model":
			w.text("0")
		case n.Built:
			w.text(group(n.Params))
		default:
			w.text("not built")
		}
		w.raw("</td><td>")
		w.text(pick(n.Params > 0, pick(n.Frozen, "no", "yes"), "–"))
		w.raw("</td><td>")
		w.element("code", "", shorten(strings.Join(after[i], ", "), 120))
		w.raw("</td></tr>")
	}
	w.raw("</tbody></table></div>")
	if left := len(p.Graph.Nodes) - modelRows; left > 0 {
		w.paragraph("empty", group(int64(left))+" more layers are not listed.")
	}
}
