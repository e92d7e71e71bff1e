package view

import (
	"strings"

	"layerglass/core/protocol"
)

// modelRows is how many layers are listed at once.
const modelRows = 500

// Model writes the graph of the chosen model and, until that is known, the list of the layers that the model is made of.
func Model(s *State) Markup {
	var w builder
	o := s.Chosen()
	switch {
	case o == nil:
		w.paragraph("empty", "The layers of a model are listed here as soon as the program makes one.")
	case o.Kind != "model":
		w.paragraph("empty", "`"+o.Name+"` is no model. "+modelsOf(s))
	case s.Picture != nil && s.Picture.Of.Name == o.Name:
		w.stale(s)
		w.graph(s, s.Picture)
	case layersOf(o) == nil:
		w.paragraph("empty", "The configuration of `"+o.Name+"` does not list its layers: a subclassed model's config holds constructor arguments only.")
	default:
		w.stale(s)
		w.layers(o, layersOf(o))
	}
	return w.markup()
}

// modelsOf says which objects are models.
func modelsOf(s *State) string {
	var names []string
	for i := range s.Shown.Objects {
		if s.Shown.Objects[i].Kind == "model" {
			names = append(names, "`"+s.Shown.Objects[i].Name+"`")
		}
	}
	if len(names) == 0 {
		return "Make one with `keras.Sequential([…])` or `keras.Model(inputs, outputs)`."
	}
	return "Choose " + strings.Join(names, " or ") + " in Configuration."
}

func layersOf(o *protocol.Object) *protocol.Node { return child(o.Config, "layers") }

// child returns a container's value under a key, or nil.
func child(n *protocol.Node, key string) *protocol.Node {
	if n == nil {
		return nil
	}
	for i := range n.Children {
		if n.Children[i].Key == key {
			return &n.Children[i]
		}
	}
	return nil
}

func (w *builder) layers(o *protocol.Object, layers *protocol.Node) {
	w.raw(`<div class="scroll" tabindex="0" role="region" aria-label="Layers of the model"><table><thead><tr><th scope="col">Layer</th><th scope="col">Class</th><th scope="col">Configuration</th></tr></thead><tbody>`)
	for i := range min(len(layers.Children), modelRows) {
		n := &layers.Children[i]
		config := child(n, "config")
		w.raw(`<tr><th scope="row">`)
		w.element("code", "", Unquote(reprOf(child(config, "name"))))
		w.raw("</th><td>")
		w.element("code", "", Unquote(reprOf(child(n, "class_name"))))
		w.raw("</td><td>")
		w.element("code", "soft", shorten(n.Repr, 160))
		w.raw("</td></tr>")
	}
	w.raw("</tbody></table></div>")
	if left := len(layers.Children) - modelRows; left > 0 {
		w.paragraph("empty", group(int64(left))+" more layers are not listed.")
	}
}

func reprOf(n *protocol.Node) string {
	if n == nil {
		return ""
	}
	return n.Repr
}
