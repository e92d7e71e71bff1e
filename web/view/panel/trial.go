package panel

import (
	"strconv"

	"layerglass/core"
	"layerglass/web/view"
)

// trial draws what an object and its copy computed.
func trial(w *view.Sheet, t *core.Trial) {
	switch t.Outcome {
	case "equal":
		w.Raw(`<p class="computed yes"><span class="mark" aria-hidden="true">●</span> `)
	case "differs":
		w.Raw(`<p class="computed other"><span class="mark" aria-hidden="true">≠</span> `)
	default:
		w.Raw(`<p class="computed"><span class="mark" aria-hidden="true">–</span> `)
	}
	w.Prose(t.Sentence)
	w.Raw("</p>")
	switch {
	case t.Copied:
		w.Raw(`<p><button type="button" id="try" data-try="">Take new weights</button></p>`)
	case t.CanCopy && t.Outcome == "differs":
		w.Raw(`<p><button type="button" id="try" data-try="copy">Copy the weights</button></p>`)
	}
	if len(t.Grids) == 0 {
		return
	}
	w.Raw(`<div class="grids">`)
	for i := range t.Grids {
		grid(w, &t.Grids[i])
	}
	w.Raw(`</div><p class="facts">Both were called on `)
	w.Code(t.Input)
	w.Raw(`. Colours: <span class="heat"><span data-h="1">below 0</span> <span data-h="4">0</span> <span data-h="7">above 0</span></span>, the stronger the further.</p>`)
}

// grid draws a table of numbers. The colour of a cell repeats what the number in it says.
func grid(w *view.Sheet, g *core.Grid) {
	w.Raw(`<table class="heat"><caption>`)
	w.Text(g.Name)
	w.Raw("</caption><tbody>")
	for i, cell := range g.Cells {
		if i%g.Columns == 0 {
			if i > 0 {
				w.Raw("</tr>")
			}
			w.Raw(`<tr><th scope="row">`)
			w.Text(strconv.Itoa(i / g.Columns))
			w.Raw("</th>")
		}
		w.Raw("<td")
		w.Attr("data-h", g.Levels[i:i+1])
		w.Raw(">")
		w.Text(cell)
		w.Raw("</td>")
	}
	w.Raw("</tr></tbody></table>")
}
