package view

import (
	"strconv"
	"strings"
)

// Item is something that can be found by its name: a command, an example, or a class of Keras.
type Item struct {
	// Kind is "Command", "Example" or the kind of a class.
	Kind string
	// Name and Doc are what is read and searched; ID says what it is to whoever acts on it.
	Name, Doc, ID string
}

// maxFound is how many items are listed.
const maxFound = 40

// Find returns the items that hold all words of a query, those whose name begins with it first.
func Find(items []Item, query string) []Item {
	words := strings.Fields(strings.ToLower(query))
	var ranked [3][]Item
	for _, item := range items {
		name := strings.ToLower(item.Name)
		all := name + " " + strings.ToLower(item.Kind+" "+item.Doc)
		held, named := true, true
		for _, word := range words {
			held = held && strings.Contains(all, word)
			named = named && strings.Contains(name, word)
		}
		switch {
		case !held:
		case len(words) > 0 && strings.HasPrefix(name, words[0]) && named:
			ranked[0] = append(ranked[0], item)
		case named:
			ranked[1] = append(ranked[1], item)
		default:
			ranked[2] = append(ranked[2], item)
		}
	}
	found := append(append(ranked[0], ranked[1]...), ranked[2]...)
	return found[:min(len(found), maxFound)]
}

// Found writes a list of items with one of them chosen.
func Found(items []Item, chosen int) Markup {
	var w builder
	for i, item := range items {
		w.raw(`<div role="option" class="found"`)
		w.attr("id", "found-"+strconv.Itoa(i))
		w.attr("data-found", strconv.Itoa(i))
		w.attr("aria-selected", pick(i == chosen, "true", "false"))
		w.raw(">")
		w.element("b", "", item.Name)
		w.raw(" ")
		w.element("span", "", shorten(item.Doc, 110))
		w.raw(" ")
		w.element("i", "", item.Kind)
		w.raw("</div>")
	}
	if len(items) == 0 {
		w.raw(`<div role="option" class="found" aria-selected="false" aria-disabled="true">Nothing has that name.</div>`)
	}
	return w.markup()
}
