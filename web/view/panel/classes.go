package panel

import (
	"cmp"
	"slices"
	"strings"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// classes lists every class of Keras with the number of its constructor calls that are compared with the real one.
func classes(w *view.Sheet, r *protocol.Reference) {
	groups := map[string][]*protocol.Entry{}
	all, cases := 0, 0
	for i := range r.Entries {
		e := &r.Entries[i]
		if e.Checked > 0 {
			groups[groupOf(e)] = append(groups[groupOf(e)], e)
			all++
			cases += e.Checked
		}
	}
	w.Raw(`<p class="empty">`)
	w.Text(view.Grouped(all) + " classes, " + view.Grouped(cases) + " constructor calls. Real Keras 3.15.1 has run each of them; config, serialized form, from_config, weights, shapes " +
		"and values, or the exception, are compared with what it gave.")
	w.Raw(`</p><div class="scroll" tabindex="0" role="region" aria-label="Table of classes"><table><thead><tr><th scope="col">Class</th><th scope="col" class="many">Cases</th></tr></thead>`)
	names := make([]string, 0, len(groups))
	for name := range groups {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		section(w, name, groups[name])
	}
	w.Raw("</table></div>")
}

// section writes the rows of one group.
func section(w *view.Sheet, name string, list []*protocol.Entry) {
	slices.SortFunc(list, func(a, b *protocol.Entry) int { return cmp.Compare(a.Public, b.Public) })
	total := 0
	for _, e := range list {
		total += e.Checked
	}
	w.Raw(`<tbody><tr class="group"><th scope="rowgroup">`)
	w.Text(name + ", " + count(len(list), "class"))
	w.Raw("</th>")
	cell(w, view.Grouped(total))
	w.Raw("</tr>")
	for _, e := range list {
		w.Raw(`<tr><th scope="row">`)
		w.Code(strings.TrimPrefix(e.Public, "keras."))
		w.Raw("</th>")
		cell(w, view.Grouped(e.Checked))
		w.Raw("</tr>")
	}
	w.Raw("</tbody>")
}

// groupOf names the group that a class is listed in.
func groupOf(e *protocol.Entry) string {
	if e.Family != "" {
		return "Layers: " + e.Family
	}
	if e.Kind == "" {
		return "Others"
	}
	return strings.ToUpper(e.Kind[:1]) + plural(e.Kind[1:])
}

func plural(s string) string {
	if before, ok := strings.CutSuffix(s, "y"); ok {
		return before + "ies"
	}
	if strings.HasSuffix(s, "s") {
		return s + "es"
	}
	return s + "s"
}
