package view

import (
	"strconv"
	"strings"

	"layerglass/core/protocol"
)

// field writes one row of a draft: the key, a field for its value, and what can be done with it.
func (w *builder) field(s *State, r *Row, i int) {
	n, path := r.Node, s.PathOf(i)
	w.raw(`<div class="row`)
	if IsChanged(s, i) {
		w.raw(" changed")
	}
	if path == s.Key {
		w.raw(" chosen")
	}
	w.raw(`"`)
	w.attr("id", rowID(path))
	w.attr("data-path", path)
	w.attr("data-row", strconv.Itoa(i))
	w.attr("data-level", strconv.Itoa(r.Level))
	w.raw(">")
	if r.Folding {
		w.raw(`<button type="button" class="twist" data-twist=""`)
		w.attr("id", "twist-"+rowID(path))
		w.attr("aria-expanded", strconv.FormatBool(r.Open))
		w.attr("aria-label", pick(r.Open, "Fold ", "Unfold ")+n.Key)
		w.raw("></button>")
	} else {
		w.raw(`<span class="twist"></span>`)
	}
	w.raw(`<label class="key"`)
	w.attr("for", "field-"+path)
	w.raw(">")
	w.text(n.Key)
	w.raw("</label>")
	w.input(s, n, path, r.Level)
	w.kindChoice(n, path)
	w.raw(`<button type="button" class="icon" data-remove=""`)
	w.attr("id", "remove-"+rowID(path))
	w.attr("aria-label", "Remove "+n.Key)
	w.raw(">×</button></div>")
}

// IsChanged reports whether a row of the draft is not as it was.
func IsChanged(s *State, row int) bool {
	d := s.Draft()
	if d == nil || row < 0 || row >= len(s.Rows()) {
		return false
	}
	was := s.original(d, row)
	return was == nil || !same(was, s.rows[row].Node)
}

// FieldFits reports whether a field that holds a text is still the one that its value should have.
func FieldFits(n *protocol.Node, typed string) bool {
	switch {
	case container(n) != "":
		return false
	case n.Kind == "str":
		return Unquote(n.Repr) == typed || n.Repr == typed
	case n.Kind == "bool":
		return n.Repr == typed
	}
	return n.Repr == strings.TrimSpace(typed)
}

// input writes the field of a value.
func (w *builder) input(s *State, n *protocol.Node, path string, level int) {
	id := "field-" + path
	var values []string
	closed := false
	if level == 1 {
		values, closed = s.choices(n.Key)
	}
	switch {
	case container(n) != "":
		w.raw(`<output class="value many"`)
		w.attr("id", id)
		w.raw(">")
		w.text(shorten(n.Repr, 80))
		w.raw("</output>")
	case closed:
		w.raw(`<select data-edit="" data-literal=""`)
		w.attr("id", id)
		w.raw(">")
		w.literals(n.Repr, values)
		w.raw("</select>")
	case n.Kind == "bool":
		w.raw(`<select data-edit=""`)
		w.attr("id", id)
		w.raw(">")
		w.options(n.Repr, "True", "False")
		w.raw("</select>")
	case n.Kind == "other":
		w.raw(`<output class="value obj"`)
		w.attr("id", id)
		w.raw(">")
		w.text(shorten(n.Repr, 80))
		w.raw("</output>")
	default:
		w.raw(`<input type="text" spellcheck="false" autocapitalize="off" autocomplete="off" data-edit=""`)
		w.attr("id", id)
		if len(values) > 0 {
			w.attr("list", "choices-"+n.Key)
		}
		if n.Kind == "str" {
			w.attr("value", Unquote(n.Repr))
		} else {
			w.raw(` class="literal"`)
			w.attr("value", n.Repr)
		}
		w.raw(">")
	}
}

func (w *builder) options(chosen string, all ...string) {
	for _, o := range all {
		w.raw("<option")
		if o == chosen {
			w.raw(" selected")
		}
		w.raw(">")
		w.text(o)
		w.raw("</option>")
	}
}

// literals writes the allowed values as options, and the one that is there if it is another.
func (w *builder) literals(chosen string, values []string) {
	known := false
	for _, v := range values {
		same := v == chosen || Unquote(v) == Unquote(chosen)
		known = known || same
		w.option(v, v, same)
	}
	if !known {
		w.option(chosen, chosen, true)
	}
}

// kindChoice writes the list of kinds that a value can be turned into.
func (w *builder) kindChoice(n *protocol.Node, path string) {
	if n.Kind == "other" {
		w.raw(`<span class="from">not text</span>`)
		return
	}
	kind := n.Kind
	switch kind {
	case "float":
		kind = "int"
	case "object":
		kind = "dict"
	}
	w.raw(`<select class="kind" data-kind=""`)
	w.attr("id", "kind-"+rowID(path))
	w.attr("aria-label", "Kind of "+n.Key)
	w.raw(">")
	for _, k := range Kinds {
		w.raw("<option")
		w.attr("value", k.Kind)
		if k.Kind == kind {
			w.raw(" selected")
		}
		w.raw(">")
		w.text(k.Words)
		w.raw("</option>")
	}
	w.raw("</select>")
}

// Adder writes the line that adds a key.
func Adder(s *State) Markup {
	var w builder
	if d := s.Draft(); d != nil && !d.AsText {
		w.adder(s, d)
	}
	return w.markup()
}

func (w *builder) adder(s *State, d *Draft) {
	target, _ := d.at(d.target)
	if target == nil {
		d.target = ""
		target = &d.Root
	}
	where := "config"
	if d.target != "" {
		where = s.dotted(d.target)
	}
	w.raw(`<form class="adder" id="adder"><span class="what">Add to `)
	w.element("code", "", where)
	w.raw("</span>")
	if container(target) == "dict" {
		w.raw(`<input type="text" id="add-key" class="literal" placeholder="key" aria-label="New key" spellcheck="false" autocapitalize="off" autocomplete="off">`)
	}
	w.raw(`<input type="text" id="add-value" class="literal" placeholder="value: 3, 'text', None" aria-label="Value of the new key" spellcheck="false" autocapitalize="off" autocomplete="off"><button type="submit">Add</button></form>`)
}

// FieldProblem writes the sentence about a field that cannot be read.
func FieldProblem(sentence string) Markup {
	var w builder
	if sentence != "" {
		w.paragraph("wrong", sentence)
	}
	return w.markup()
}
