package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// weightRows is how many weights are listed at once.
const weightRows = 500

// WeightCount returns the number of the chosen object's weights for its tab, "" without any.
func (s *State) WeightCount() string {
	if o := s.Chosen(); o != nil && len(o.Weights) > 0 {
		return group(int64(len(o.Weights)))
	}
	return ""
}

// Weights writes the list of the chosen object's weights, each beside the one that the recreated object has in its place.
func Weights(s *State) Markup {
	var w builder
	o := s.Chosen()
	switch {
	case o == nil:
		w.paragraph("empty", "Weights are listed here as soon as the program makes a layer or a model.")
	case len(o.Weights) == 0 && (o.Kind == "layer" || o.Kind == "model") && !o.Built:
		w.paragraph("empty", "`"+o.Name+"` is not built, so it has no weights yet. Call it on an input, or call `"+o.Name+".build(input_shape)`.")
	case len(o.Weights) == 0:
		w.paragraph("empty", "`"+o.Name+"` has no weights.")
	default:
		w.stale(s)
		w.weights(o)
	}
	return w.markup()
}

func (w *builder) weights(o *protocol.Object) {
	w.raw(`<p class="facts">`)
	w.element("code", "", o.Name)
	w.raw(" holds ")
	w.text(count(len(o.Weights), "weight"))
	if o.Params >= 0 {
		w.text(" with " + plural(o.Params, "value"))
	}
	w.text(". " + weightsBack(o))
	w.raw("</p>")
	w.raw(`<div class="scroll" tabindex="0" role="region" aria-label="List of weights"><table><thead><tr><th scope="col">Weight</th><th scope="col">Shape</th><th scope="col">Dtype</th><th scope="col">Values</th><th scope="col">Trained</th>`)
	again := recreatedWeights(o)
	if len(again) > 0 {
		w.raw(`<th scope="col">Recreated</th>`)
	}
	w.raw(`</tr></thead><tbody>`)
	for i := range min(len(o.Weights), weightRows) {
		w.weight(&o.Weights[i], again, i)
	}
	w.raw("</tbody></table></div>")
	if left := len(o.Weights) - weightRows; left > 0 {
		w.paragraph("empty", group(int64(left))+" more weights are not listed.")
	}
}

func recreatedWeights(o *protocol.Object) []protocol.Weight {
	if o.Recreated == nil {
		return nil
	}
	return o.Recreated.Weights
}

// weightsBack says what the recreated object has of them.
func weightsBack(o *protocol.Object) string {
	again := recreatedWeights(o)
	switch {
	case o.Recreated == nil || o.Recreated.Class == "" || o.Recreated.Config == nil:
		return "No object came back to hold any."
	case len(again) == 0:
		return "The recreated object is not built and has none until it is called."
	case len(again) != len(o.Weights):
		return "The recreated object has " + group(int64(len(again))) + "."
	}
	return "The recreated object has as many, with new values: a config holds none."
}

func (w *builder) weight(v *protocol.Weight, again []protocol.Weight, i int) {
	w.raw(`<tr><th scope="row">`)
	w.element("code", "", v.Path)
	w.raw("</th><td>")
	w.element("code", "", shapeOf(v))
	w.raw("</td><td>")
	w.element("code", "", v.Dtype)
	w.raw(`</td><td class="many">`)
	w.text(group(sizeOf(v)))
	w.raw("</td><td>")
	w.text(pick(v.Trainable, "yes", "no"))
	w.raw("</td>")
	switch {
	case len(again) == 0:
	case i >= len(again):
		w.raw(`<td class="no">✕ missing</td>`)
	case shapeOf(&again[i]) == shapeOf(v) && again[i].Dtype == v.Dtype:
		w.raw(`<td class="yes">● same shape</td>`)
	default:
		w.raw(`<td class="no">✕ `)
		w.element("code", "", shapeOf(&again[i])+" "+again[i].Dtype)
		w.raw("</td>")
	}
	w.raw("</tr>")
}

func shapeOf(v *protocol.Weight) string {
	var b strings.Builder
	b.WriteByte('(')
	for i, n := range v.Shape {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(strconv.Itoa(n))
	}
	if len(v.Shape) == 1 {
		b.WriteByte(',')
	}
	b.WriteByte(')')
	return b.String()
}

func sizeOf(v *protocol.Weight) int64 {
	n := int64(1)
	for _, d := range v.Shape {
		n *= int64(d)
	}
	return n
}
