//go:build js && wasm

package main

import (
	"strconv"
	"strings"

	"honnef.co/go/js/dom/v2"

	"layerglass/web/view"
)

// The palette: one field that finds a layer, an example or a command by its name.

// palette is what the field found.
type palette struct {
	found  []view.Item
	chosen int
}

// command is something that the palette, and often a key, does.
type command struct {
	name, doc string
	do        func(p *page)
}

var commands = []command{
	{"Run", "Ctrl+Enter", func(p *page) { p.runNow() }},
	{"Stop", "Esc", func(p *page) { p.stop() }},
	{"Add a layer", "opens the builder", func(p *page) {
		if !p.builder.Open {
			p.toggleBuilder()
		}
	}},
	{"Open a file", ".keras, .h5, .json or .py", func(p *page) { p.chooseFile() }},
	{"Share", "copies a link that holds the program; Ctrl+S", func(p *page) { p.share(true) }},
	{"Save the program", "program.py", func(p *page) { p.export("program") }},
	{"Save as JSON", "the chosen object, serialized", func(p *page) { p.export("json") }},
	{"Save the configuration", "what get_config returns, as JSON", func(p *page) { p.export("config") }},
	{"Save as Python", "the code that makes the chosen object", func(p *page) { p.export("python") }},
	{"Save documentation", "of the chosen object, as Markdown", func(p *page) { p.export("markdown") }},
	{"Edit the configuration", "and see at once what comes back", func(p *page) { p.enter("configuration"); p.editMode(true) }},
	{"Go to Define", "Alt+1", func(p *page) { p.enter("define") }},
	{"Go to Configuration", "Alt+2", func(p *page) { p.enter("configuration") }},
	{"Go to Recreated", "Alt+3", func(p *page) { p.enter("recreated") }},
	{"Show Output", "what the program printed", func(p *page) { p.showDock("output"); p.enter("output") }},
	{"Show Problems", "with reasons and fixes", func(p *page) { p.showDock("problems"); p.enter("problems") }},
	{"Show Model", "the graph of the chosen model", func(p *page) { p.showDock("model"); p.enter("model") }},
	{"Show Weights", "of the chosen object", func(p *page) { p.showDock("weights"); p.enter("weights") }},
	{"Change the theme", "system, dark, light", func(*page) { nextTheme() }},
	{"Help", "how to read the page, and its keys", func(*page) { element("help").Call("showPopover") }},
	{"What is checked", "all classes, each with its comparisons with Keras", func(*page) { element("classes").Call("showPopover") }},
}

func (p *page) wirePalette() {
	box, field := element("palette"), element("palette-field")
	field.AddEventListener("input", false, func(dom.Event) { p.lookUp() })
	field.AddEventListener("keydown", false, p.keyInPalette)
	onClick(box, "data-found", func(value string) {
		p.palette.chosen, _ = strconv.Atoi(value)
		p.takeFound()
	})
}

// openPalette shows the palette. The list grows once the engine has told what Keras has.
func (p *page) openPalette() {
	element("palette").Call("showPopover")
	field := element("palette-field")
	field.Set("value", "")
	focus("palette-field")
	p.lookUp()
	p.needCatalogue(func() { p.lookUp() })
}

// lookUp lists what the field's text finds.
func (p *page) lookUp() {
	p.palette.chosen = 0
	p.palette.found = view.Find(p.items(), element("palette-field").Get("value").String())
	p.paintFound()
}

func (p *page) paintFound() {
	paint(element("palette-list"), view.Found(p.palette.found, p.palette.chosen))
	field := element("palette-field")
	if row := find("found-" + strconv.Itoa(p.palette.chosen)); row != nil {
		field.SetAttribute("aria-activedescendant", "found-"+strconv.Itoa(p.palette.chosen))
		row.Call("scrollIntoView", map[string]any{"block": "nearest"})
	} else {
		field.RemoveAttribute("aria-activedescendant")
	}
}

// items are all that can be found.
func (p *page) items() []view.Item {
	var all []view.Item
	for _, c := range commands {
		all = append(all, view.Item{Kind: "Command", Name: c.name, Doc: c.doc})
	}
	for _, a := range queryAll("#examples a[href]:not([data-earlier])") {
		title, teaches := wrap(a.Call("querySelector", "b")), wrap(a.Call("querySelector", "span"))
		all = append(all, view.Item{Kind: "Example", Name: title.TextContent(), Doc: teaches.TextContent(), ID: a.Get("href").String()})
	}
	for i := range p.builder.Entries {
		e := &p.builder.Entries[i]
		if e.Public != "" && e.Kind != "" && !e.Base {
			all = append(all, view.Item{Kind: strings.ToUpper(e.Kind[:1]) + e.Kind[1:], Name: lastName(e.Name), Doc: e.Doc, ID: e.Public})
		}
	}
	return all
}

func (p *page) keyInPalette(event dom.Event) {
	n := len(p.palette.found)
	switch keyOf(event) {
	case "ArrowDown":
		p.palette.chosen = min(p.palette.chosen+1, max(n-1, 0))
	case "ArrowUp":
		p.palette.chosen = max(p.palette.chosen-1, 0)
	case "Enter":
		event.PreventDefault()
		event.StopPropagation()
		p.takeFound()
		return
	default:
		return
	}
	event.PreventDefault()
	p.paintFound()
}

// takeFound does what the chosen item stands for: runs a command, opens an example, writes a call of a class.
func (p *page) takeFound() {
	if p.palette.chosen >= len(p.palette.found) {
		return
	}
	item := p.palette.found[p.palette.chosen]
	element("palette").Call("hidePopover")
	switch item.Kind {
	case "Command":
		for _, c := range commands {
			if c.name == item.Name {
				c.do(p)
			}
		}
	case "Example":
		p.fetchExample(item.ID)
	default:
		p.showPane("define")
		if !p.builder.Open {
			p.toggleBuilder()
		}
		p.addObject(item.ID)
	}
}
