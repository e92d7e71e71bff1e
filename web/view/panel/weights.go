package panel

import (
	"strconv"
	"strings"

	"layerglass/core"
	"layerglass/core/protocol"
	"layerglass/web/view"
)

// weightRows is how many weights are listed at once.
const weightRows = 500

// weights lists what an object holds, each weight with its numbers and beside the one that the copy has in its place.
func weights(w *view.Sheet, n *core.WeightNumbers) {
	w.Raw(`<p class="facts">`)
	w.Code(n.Name)
	w.Text(" holds " + count(len(n.Weights), "weight"))
	if n.Total >= 0 {
		w.Text(" with " + view.Grouped(int(n.Total)) + " values")
	}
	w.Text(". " + copies(n))
	w.Raw(`</p><div class="scroll" tabindex="0" role="region" aria-label="List of weights"><table><thead><tr><th scope="col">Weight</th><th scope="col">Shape</th>` +
		`<th scope="col">Dtype</th><th scope="col" class="many">Values</th><th scope="col">Trained</th><th scope="col" class="many">Min</th><th scope="col" class="many">Max</th>` +
		`<th scope="col" class="many">Mean</th><th scope="col" class="many">Std</th><th scope="col">Histogram</th>`)
	if len(n.Copies) > 0 {
		w.Raw(`<th scope="col">Recreated</th>`)
	}
	w.Raw(`</tr></thead><tbody>`)
	for i := range min(len(n.Weights), weightRows) {
		row(w, n, i)
	}
	w.Raw("</tbody></table></div>")
	if left := len(n.Weights) - weightRows; left > 0 {
		note(w, view.Grouped(left)+" more weights are not listed.")
	}
	if n.Sentence != "" {
		note(w, n.Sentence)
	}
}

func note(w *view.Sheet, sentence string) {
	w.Raw(`<p class="empty">`)
	w.Prose(sentence)
	w.Raw("</p>")
}

// copies says what the recreated object has of the weights.
func copies(n *core.WeightNumbers) string {
	switch {
	case n.CopyNote != "":
		return n.CopyNote
	case len(n.Copies) == 0:
		return "The recreated object is not built and has none until it is called."
	case len(n.Copies) != len(n.Weights):
		return "The recreated object has " + view.Grouped(len(n.Copies)) + "."
	}
	return "The recreated object has as many, with new values: a config holds none."
}

func row(w *view.Sheet, n *core.WeightNumbers, i int) {
	v := &n.Weights[i]
	w.Raw(`<tr><th scope="row">`)
	w.Code(v.Path)
	w.Raw("</th><td>")
	w.Code(shapeOf(v.Shape))
	w.Raw("</td><td>")
	w.Code(v.Dtype)
	w.Raw("</td>")
	cell(w, view.Grouped(int(sizeOf(v.Shape))))
	if v.Trainable {
		w.Raw("<td>yes</td>")
	} else {
		w.Raw("<td>no</td>")
	}
	for _, s := range []string{v.Min, v.Max, v.Mean, v.Std} {
		cell(w, s)
	}
	w.Raw("<td>")
	histogram(w, v)
	w.Raw("</td>")
	if len(n.Copies) > 0 {
		again(w, v, n.Copies, i)
	}
	w.Raw("</tr>")
}

func cell(w *view.Sheet, s string) {
	if s == "" {
		s = "–"
	}
	w.Raw(`<td class="many">`)
	w.Text(s)
	w.Raw("</td>")
}

// histogram draws bars, whose words say the same; equal numbers need no picture.
func histogram(w *view.Sheet, v *core.Numbers) {
	if v.Bars == "" {
		w.Text(v.Words)
		return
	}
	w.Raw(`<svg class="bars" viewBox="0 0 64 16" role="img"`)
	w.Attr("aria-label", v.Words)
	w.Raw("><title>")
	w.Text(v.Words)
	w.Raw("</title><path")
	w.Attr("d", v.Bars)
	w.Raw("/></svg>")
}

// again says what the copy has in the place of a weight.
func again(w *view.Sheet, v *core.Numbers, all []protocol.Weight, i int) {
	switch {
	case i >= len(all):
		w.Raw(`<td class="no">✕ missing</td>`)
	case shapeOf(all[i].Shape) == shapeOf(v.Shape) && all[i].Dtype == v.Dtype:
		w.Raw(`<td class="yes">● same shape</td>`)
	default:
		w.Raw(`<td class="no">✕ `)
		w.Code(shapeOf(all[i].Shape) + " " + all[i].Dtype)
		w.Raw("</td>")
	}
}

func shapeOf(shape []int) string {
	var dims []string
	for _, n := range shape {
		dims = append(dims, strconv.Itoa(n))
	}
	if len(dims) == 1 {
		return "(" + dims[0] + ",)"
	}
	return "(" + strings.Join(dims, ", ") + ")"
}

func sizeOf(shape []int) int64 {
	n := int64(1)
	for _, d := range shape {
		n *= int64(d)
	}
	return n
}

func count(n int, what string) string {
	if n != 1 {
		what = plural(what)
	}
	return view.Grouped(n) + " " + what
}
