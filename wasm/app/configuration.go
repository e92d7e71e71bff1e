//go:build js && wasm

package main

import (
	"strings"

	"honnef.co/go/js/dom/v2"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// The pane Configuration: which object, which form, folding, and the one selection that lights up in all three panes.

func (p *page) wireConfiguration() {
	body := element("configuration-body")
	body.AddEventListener("click", false, p.clickConfiguration)
	body.AddEventListener("keydown", false, p.keyInTree)
	body.AddEventListener("pointerover", false, func(event dom.Event) { p.hover(pathOf(event)) })
	body.AddEventListener("pointerleave", false, func(dom.Event) { p.hover("") })
	body.AddEventListener("focusin", false, func(event dom.Event) {
		if path := pathOf(event); path != "" && path != p.state.Key {
			p.choose(path, true)
		}
	})
}

func pathOf(event dom.Event) string {
	if row := closest(event, "[data-path]"); row != nil {
		return row.GetAttribute("data-path")
	}
	return ""
}

func (p *page) clickConfiguration(event dom.Event) {
	switch {
	case closest(event, "[data-object]") != nil:
		p.chooseObject(closest(event, "[data-object]").GetAttribute("data-object"))
	case closest(event, "[data-form]") != nil:
		p.state.Form = view.Form(closest(event, "[data-form]").GetAttribute("data-form"))
		p.paint("configuration-body", view.Configuration(&p.state))
	case closest(event, "[data-copy]") != nil:
		if o := p.state.Chosen(); o != nil {
			p.copied("configuration", view.FormText(&p.state, o))
		}
	case closest(event, "[data-more]") != nil:
		p.more(closest(event, "[data-more]"))
	case closest(event, "[role=treeitem]") != nil:
		row := closest(event, "[role=treeitem]")
		if row.HasAttribute("aria-expanded") {
			p.fold(row, row.GetAttribute("aria-expanded") != "true")
		}
		p.choose(row.GetAttribute("data-path"), true)
	}
}

func (p *page) chooseObject(name string) {
	p.state.Object, p.state.Key = name, ""
	p.paint("configuration-body", view.Configuration(&p.state))
	p.paint("recreated-body", view.Recreated(&p.state))
	p.summarize()
	p.editor.light(false)
}

// more shows further children of a long container and moves on to the first of them.
func (p *page) more(row node) {
	before := previous(row)
	p.state.More[row.GetAttribute("data-keys")]++
	p.paint("configuration-body", view.Configuration(&p.state))
	if before != nil {
		focus(before.Get("id").String())
	}
}

func (p *page) fold(row node, open bool) {
	p.state.Folds[row.GetAttribute("data-keys")] = open
	p.paint("configuration-body", view.Configuration(&p.state))
}

// choose makes a key the chosen one: its row, its code and its counterpart in Recreated are marked.
func (p *page) choose(path string, scroll bool) {
	p.state.Key = path
	for _, row := range queryAll("#tree [aria-selected=true], #tree [tabindex='0']") {
		row.SetAttribute("aria-selected", "false")
		row.SetAttribute("tabindex", "-1")
	}
	if row := p.row(path); row != nil {
		row.SetAttribute("aria-selected", "true")
		row.SetAttribute("tabindex", "0")
	}
	p.markCounterpart("data-chosen", path)
	if about := find("about"); about != nil {
		paint(about, view.About(&p.state))
	}
	// The panes now read as if painted with this choice; so the next paint may leave them alone.
	p.panes["configuration-body"] = view.Configuration(&p.state).String()
	p.panes["recreated-body"] = view.Recreated(&p.state).String()
	p.lightKey(path, scroll)
}

// row returns the tree's row of a key, or nil.
func (p *page) row(path string) node {
	if path == "" {
		return nil
	}
	return find("key-" + strings.ReplaceAll(path, ".", "-"))
}

// hover lights up a key's code and counterpart while the pointer rests on it; the empty path goes back to the chosen key.
func (p *page) hover(path string) {
	if path == p.hovered {
		return
	}
	p.hovered = path
	p.markCounterpart("data-hover", path)
	if path == "" {
		path = p.state.Key
	}
	p.lightKey(path, false)
}

// lightKey lights the code that set a key; a key within a container that has none of its own takes the container's.
func (p *page) lightKey(path string, scroll bool) {
	span := protocol.Span{}
	for ; path != "" && !p.state.Stale; path = parent(path) {
		if n := p.state.NodeAt(path); n != nil && n.Origin.Span.Start < n.Origin.Span.End {
			span = n.Origin.Span
			break
		}
	}
	p.editor.light(scroll, span)
}

func parent(path string) string { return path[:max(strings.LastIndexByte(path, '.'), 0)] }

// markCounterpart marks the rows of a path in both panes with an attribute, and no others. Recreated lists whole keys, so
// there a nested path marks its outermost key.
func (p *page) markCounterpart(attribute, path string) {
	for _, row := range queryAll("[" + attribute + "]") {
		row.RemoveAttribute(attribute)
	}
	if path == "" {
		return
	}
	if row := p.row(path); row != nil {
		row.SetAttribute(attribute, "")
	}
	first, _, _ := strings.Cut(path, ".")
	if row := query("#recreated-body [data-path='" + first + "']"); row != nil {
		row.SetAttribute(attribute, "")
	}
}

// cursorAt chooses the key that the code at the cursor set, pointAt lights up the one under the pointer.
func (p *page) cursorAt(at int) {
	if path := p.state.KeyAt(at); path != p.state.Key {
		p.choose(path, false)
		p.reveal(path)
	}
}

func (p *page) pointAt(at int) {
	path := ""
	if at >= 0 {
		path = p.state.KeyAt(at)
	}
	p.hover(path)
}

// reveal scrolls the row of a key into sight.
func (p *page) reveal(path string) {
	if row := p.row(path); row != nil {
		row.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// keyInTree moves through the tree as the ARIA tree pattern has it.
func (p *page) keyInTree(event dom.Event) {
	row := closest(event, "[role=treeitem]")
	if row == nil {
		return
	}
	expanded := row.GetAttribute("aria-expanded")
	path := row.GetAttribute("data-path")
	switch key := keyOf(event); {
	case key == "ArrowDown":
		focusRow(next(row))
	case key == "ArrowUp":
		focusRow(previous(row))
	case key == "Home":
		focusRow(query("#tree [role=treeitem]:first-child"))
	case key == "End":
		focusRow(query("#tree [role=treeitem]:last-child"))
	case key == "ArrowRight" && expanded == "false":
		p.fold(row, true)
	case key == "ArrowRight" && expanded == "true":
		focusRow(next(row))
	case key == "ArrowLeft" && expanded == "true":
		p.fold(row, false)
	case key == "ArrowLeft":
		if up := p.row(parent(path)); up != nil {
			focusRow(up)
		}
	case (key == "Enter" || key == " ") && row.HasAttribute("data-more"):
		p.more(row)
	case key == " ":
		if expanded != "" {
			p.fold(row, expanded == "false")
		}
	case key == "Enter":
		p.goToCode(path)
	default:
		return
	}
	event.PreventDefault()
}

// goToCode moves to the code that set a key.
func (p *page) goToCode(path string) {
	if n := p.state.NodeAt(path); n != nil && n.Origin.Span.Start < n.Origin.Span.End && !p.state.Stale {
		p.showPane("define")
		p.editor.goTo(n.Origin.Span)
	}
}

func focusRow(row node) {
	if row != nil {
		row.Call("focus")
	}
}

// copied copies text and says so in the status line.
func (p *page) copied(what, s string) {
	copyText(s, func(ok bool) {
		if ok {
			p.status.say("copied the " + what)
		} else {
			p.status.say("the browser did not allow copying")
		}
	})
}
