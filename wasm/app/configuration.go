//go:build js && wasm

package main

import (
	"strings"

	"honnef.co/go/js/dom/v2"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// The pane Configuration: which object, which form, searching and copying, and the one selection that lights up in all three
// panes. The tree is in tree.go, editing in draft.go.

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
	body.AddEventListener("input", false, func(event dom.Event) {
		if closest(event, "#search") != nil {
			p.searchFor(event.Underlying().Get("target").Get("value").String())
		}
	})
	p.wireTree(body)
	p.wireDraft(body)
	menu := element("copy-menu")
	menu.AddEventListener("beforetoggle", false, func(dom.Event) { paint(menu, view.CopyMenu(&p.state)) })
	onClick(menu, "data-what", func(what string) {
		menu.Call("hidePopover")
		p.copied(view.CopyText(&p.state, what))
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
		p.paintConfiguration()
	case closest(event, "[data-copy]") != nil:
		if o := p.state.Chosen(); o != nil {
			p.copied("configuration", view.FormText(&p.state, o, nil))
		}
	case closest(event, "[role=treeitem]") != nil:
		row := closest(event, "[role=treeitem]")
		if row.HasAttribute("aria-expanded") {
			p.fold(rowOf(row), row.GetAttribute("aria-expanded") != "true")
		}
		p.choose(row.GetAttribute("data-path"), true)
	default:
		p.clickDraft(event)
	}
}

func (p *page) chooseObject(name string) {
	p.state.Object, p.state.Key, p.state.Query, p.state.First = name, "", "", 0
	p.state.Refresh()
	p.needCoverage()
	p.askCoverage()
	p.needPanels()
	p.repaint()
	p.needGraph()
	p.editor.light(false)
	if p.state.Draft() != nil {
		p.needClass()
	}
	p.recreateDraft()
}

// paintConfiguration paints the pane and what only a script can put into it.
func (p *page) paintConfiguration() {
	p.paint("configuration-body", view.Configuration(&p.state))
	p.placeTree()
	p.needCode()
	p.showText()
}

// searchFor shows the part of the tree that a query finds.
func (p *page) searchFor(query string) {
	p.state.Query, p.state.First = query, 0
	p.state.Refresh()
	p.paintRows()
	text(element("found"), view.FoundWords(&p.state))
	p.settled()
}

// settled says that the panes now read as if painted with the state as it is; so the next paint may leave them alone.
func (p *page) settled() {
	p.panes["configuration-body"] = view.Configuration(&p.state).String()
	p.panes["recreated-body"] = view.Recreated(&p.state).String()
}

// choose makes a key the chosen one: its row, its code and its counterpart in Recreated are marked.
func (p *page) choose(path string, scroll bool) {
	p.state.Key = path
	if d := p.state.Draft(); d != nil {
		p.chooseField(d, path)
	} else {
		for _, row := range queryAll("#tree [aria-selected=true], #tree [tabindex='0']") {
			row.SetAttribute("aria-selected", "false")
			row.SetAttribute("tabindex", "-1")
		}
		if row := p.row(path); row != nil {
			row.SetAttribute("aria-selected", "true")
			row.SetAttribute("tabindex", "0")
		}
	}
	p.markCounterpart("data-chosen", path)
	p.describe()
	p.settled()
	p.lightKey(path, scroll)
}

// describe writes the sentence about the key that is pointed at or chosen.
func (p *page) describe() {
	if about := find("about"); about != nil && p.state.Draft() == nil {
		paint(about, view.About(&p.state))
	}
}

// row returns the tree's row of a key, or nil.
func (p *page) row(path string) node {
	if path == "" {
		return nil
	}
	return find("key-" + dashed(path))
}

// hover lights up a key's code and counterpart while the pointer rests on it; the empty path goes back to the chosen key.
func (p *page) hover(path string) {
	if path == p.state.Pointed {
		return
	}
	p.state.Pointed = path
	p.markCounterpart("data-hover", path)
	p.describe()
	p.panes["configuration-body"] = "" // the sentence differs from what a paint would write
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
	p.followCaret()
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

// goToCode moves to the code that set a key.
func (p *page) goToCode(path string) {
	if n := p.state.NodeAt(path); n != nil && n.Origin.Span.Start < n.Origin.Span.End && !p.state.Stale {
		p.showPane("define")
		p.editor.goTo(n.Origin.Span)
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
