//go:build js && wasm

package main

import (
	"honnef.co/go/js/dom/v2"
)

// Panes, tabs, theme and the keys that reach them.

var panes = []string{"define", "configuration", "recreated"}

// around is the order in which F6 goes.
var around = []string{"define", "configuration", "recreated", "output", "problems", "model", "weights"}

func (p *page) wireLayout() {
	root().AddEventListener("keydown", false, p.pageKey)
	root().AddEventListener("keydown", true, p.paletteKey)
	root().AddEventListener("keydown", false, keyInTabs)
	onClick(query(".tabs"), "data-pane", p.showPane)
	onClick(query(".dock-tabs"), "data-dock", p.showDock)
	root().AddEventListener("beforetoggle", true, keepFocus)
	root().AddEventListener("toggle", true, giveFocus)
	query(".skip").AddEventListener("click", false, func(event dom.Event) {
		event.PreventDefault()
		p.enter("define")
	})
	element("sheet").AddEventListener("click", false, func(dom.Event) { p.toggleSheet() })
	element("theme").AddEventListener("click", false, func(dom.Event) { nextTheme() })
	nameTheme()
}

// showPane brings a pane to the front where the page is too narrow for all.
func (p *page) showPane(name string) {
	query("main").SetAttribute("data-pane", name)
	for _, pane := range panes {
		chooseTab(element("tab-"+pane), pane == name)
	}
}

// showDock brings one of the results to the front. On a narrow page they are a sheet, which opens.
func (p *page) showDock(name string) {
	query("main").SetAttribute("data-dock", name)
	for _, tab := range queryAll(".dock-tabs [role=tab]") {
		chooseTab(tab, tab.GetAttribute("data-dock") == name)
	}
	p.openSheet(true)
	p.needGraph()
	p.needWeights()
}

func chooseTab(tab node, chosen bool) {
	if chosen {
		tab.SetAttribute("aria-selected", "true")
		tab.SetAttribute("tabindex", "0")
	} else {
		tab.SetAttribute("aria-selected", "false")
		tab.SetAttribute("tabindex", "-1")
	}
}

// enter moves the focus into a pane.
func (p *page) enter(name string) {
	for _, pane := range panes {
		if pane == name {
			p.showPane(name)
		}
	}
	switch name {
	case "define":
		p.editor.focus()
	case "configuration":
		if first := query("#configuration-body [tabindex='0'][role=treeitem], #configuration-body [tabindex='0']"); first != nil {
			first.Call("focus")
		}
	default:
		focus(name + "-body")
	}
}

// visible reports whether an element takes room on the page.
func visible(e node) bool { return e.Call("getClientRects").Get("length").Int() > 0 }

// inside names the pane that holds the focus, or "".
func inside() string {
	active := document().Get("activeElement")
	for _, name := range around {
		if element(name).Call("contains", active).Bool() {
			return name
		}
	}
	return ""
}

func (p *page) toggleSheet() { p.openSheet(element("sheet").GetAttribute("aria-expanded") != "true") }

func (p *page) openSheet(open bool) {
	element("sheet").SetAttribute("aria-expanded", map[bool]string{true: "true", false: "false"}[open])
	element("sheet").SetAttribute("aria-label", map[bool]string{true: "Collapse", false: "Expand"}[open])
	if open {
		element("dock").SetAttribute("data-open", "")
	} else {
		element("dock").RemoveAttribute("data-open")
	}
}

// before is the id of what had the focus when something opened over the page. A browser gives the focus back by itself, but not to an element that was
// painted again meanwhile.
var before string

func keepFocus(event dom.Event) {
	if event.Underlying().Get("newState").String() == "open" {
		before = document().Get("activeElement").Get("id").String()
	}
}

func giveFocus(event dom.Event) {
	if event.Underlying().Get("newState").String() == "closed" && before != "" && document().Get("activeElement").Equal(document().Get("body")) {
		focus(before)
	}
}

// pageKey handles the keys that work everywhere.
func (p *page) pageKey(event dom.Event) {
	e := event.Underlying()
	key := keyOf(event)
	command := e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()
	alt := e.Get("altKey").Bool()
	switch {
	case command && key == "Enter":
		p.runNow()
	case command && !alt && key == "s":
		p.share(false)
	case key == "Escape" && p.runner.pending() && query(":popover-open") == nil: // the key closes what floats first
		p.stop()
	case alt && !command && len(e.Get("code").String()) == 6 && e.Get("code").String()[:5] == "Digit":
		n := int(e.Get("code").String()[5]-'0') - 1
		if n < 0 || n >= len(panes) {
			return
		}
		p.enter(panes[n])
	case key == "F6":
		p.goRound(e.Get("shiftKey").Bool())
	case key == "?" && !typing(event):
		element("help").Call("togglePopover")
	default:
		return
	}
	event.PreventDefault()
}

// paletteKey opens the palette. It is captured: the editor would take the key for itself.
func (p *page) paletteKey(event dom.Event) {
	e := event.Underlying()
	if (e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()) && !e.Get("altKey").Bool() && !e.Get("shiftKey").Bool() && keyOf(event) == "k" {
		event.PreventDefault()
		event.StopPropagation()
		p.openPalette()
	}
}

// typing reports whether keys go into a text field.
func typing(event dom.Event) bool {
	path := event.Underlying().Call("composedPath")
	return path.Length() > 0 && (path.Index(0).Get("isContentEditable").Truthy() || path.Index(0).Get("tagName").String() == "INPUT")
}

// goRound moves the focus to the next pane that can be seen or, on a narrow page, brought to the front.
func (p *page) goRound(back bool) {
	step, at := 1, -1
	if back {
		step, at = len(around)-1, 0
	}
	here := inside()
	for i, name := range around {
		if name == here {
			at = i
		}
	}
	for range around {
		at = (at + step) % len(around)
		if at < len(panes) || visible(element(around[at])) {
			p.enter(around[at])
			return
		}
	}
}

// keyInTabs moves between the tabs of a list with the arrow keys, and chooses as it goes.
func keyInTabs(event dom.Event) {
	tab := closest(event, "[role=tab]")
	if tab == nil {
		return
	}
	var to node
	switch keyOf(event) {
	case "ArrowRight":
		to = next(tab)
	case "ArrowLeft":
		to = previous(tab)
	default:
		return
	}
	if to == nil || to.GetAttribute("role") != "tab" {
		return
	}
	event.PreventDefault()
	id := to.Get("id").String()
	to.Call("click")
	focus(id)
}

var themes = map[string]string{"": "dark", "dark": "light", "light": ""}

// nextTheme goes round system, dark, light.
func nextTheme() {
	root := root()
	next := themes[root.GetAttribute("data-theme")]
	if next == "" {
		root.RemoveAttribute("data-theme")
		forget(storedTheme)
	} else {
		root.SetAttribute("data-theme", next)
		save(storedTheme, next)
	}
	nameTheme()
}

func nameTheme() {
	name := root().GetAttribute("data-theme")
	if name == "" {
		name = "system"
	}
	element("theme").SetAttribute("aria-label", "Theme: "+name)
	element("theme").SetAttribute("title", "Theme: "+name)
}
