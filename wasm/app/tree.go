//go:build js && wasm

package main

import (
	"strconv"

	"honnef.co/go/js/dom/v2"

	"layerglass/web/view"
)

// The tree in Configuration. Of a long one only the rows around what is in sight are on the page; spacers above and below
// stand for the others.

func (p *page) wireTree(body node) {
	// Scrolling does not bubble, but it can be captured.
	body.AddEventListener("scroll", true, func(event dom.Event) {
		if p.state.Long() && event.Underlying().Get("target").Get("id").String() == "forms" {
			p.scrolled()
		}
	})
}

// rowOf returns the index of a row's element.
func rowOf(row node) int {
	i, err := strconv.Atoi(row.GetAttribute("data-row"))
	if err != nil {
		return -1
	}
	return i
}

// rowHeight is the height of one row of a long tree: there no row wraps.
func rowHeight() float64 {
	if row := query("#tree .row"); row != nil {
		if h := row.Call("getBoundingClientRect").Get("height").Float(); h > 0 {
			return h
		}
	}
	return 24
}

// scrolled brings the rows that came into sight onto the page.
func (p *page) scrolled() {
	h := rowHeight()
	box := element("forms")
	first := int(box.Get("scrollTop").Float() / h)
	count := int(box.Get("clientHeight").Float()/h) + 1
	from, to := p.state.Span()
	n := len(p.state.Rows())
	const margin = 8
	if first-margin >= from && first+count+margin <= to || first-margin < from && from == 0 && first+count <= to || to == n && first >= from {
		return
	}
	p.state.First = first - (p.state.Window()-count)/2
	p.paintRows()
	p.settled()
}

// paintRows paints the rows alone and keeps the focus among them.
func (p *page) paintRows() {
	tree := find("tree")
	if tree == nil {
		return
	}
	active := document().Get("activeElement")
	focused := ""
	if tree.Call("contains", active).Bool() {
		focused = active.Get("id").String()
	}
	long := " long"
	if !p.state.Long() {
		long = ""
	}
	if p.state.Draft() != nil {
		long = " fields" + long
	}
	tree.SetAttribute("class", "tree"+long)
	paint(tree, view.Rows(&p.state))
	p.placeTree()
	if focused != "" {
		if find(focused) == nil {
			focused = "forms" // the row has left the page; the keys go on from the chosen one
		}
		focus(focused)
	}
}

// placeTree gives the spacers of a long tree their height.
func (p *page) placeTree() {
	tree := find("tree")
	if tree == nil || !p.state.Long() {
		return
	}
	from, to := p.state.Span()
	style := tree.Get("style")
	style.Call("setProperty", "--above", strconv.Itoa(from))
	style.Call("setProperty", "--below", strconv.Itoa(len(p.state.Rows())-to))
}

func (p *page) fold(row int, open bool) {
	if row < 0 {
		return
	}
	p.state.Fold(row, open)
	p.paintConfiguration()
}

// reveal scrolls the row of a key into sight, and opens the containers around it.
func (p *page) reveal(path string) {
	if path == "" || p.state.Query != "" {
		return
	}
	if p.state.RowAt(path) < 0 {
		p.state.Unfold(path)
		p.paintConfiguration()
	}
	p.bringRow(p.state.RowAt(path))
	if row := p.row(path); row != nil {
		row.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// bringRow brings a row of a long tree onto the page.
func (p *page) bringRow(i int) {
	if from, to := p.state.Span(); i < 0 || i >= from && i < to {
		return
	}
	p.state.First = i - p.state.Window()/2
	element("forms").Set("scrollTop", float64(i)*rowHeight())
	p.paintRows()
	p.settled()
}

// focusRow moves the focus to a row, wherever it is.
func (p *page) focusRow(i int) {
	if i < 0 || i >= len(p.state.Rows()) {
		return
	}
	p.bringRow(i)
	if row := p.row(p.state.PathOf(i)); row != nil {
		row.Call("focus")
	}
}

// keyInTree moves through the tree as the ARIA tree pattern has it.
func (p *page) keyInTree(event dom.Event) {
	e := event.Underlying()
	if p.state.Draft() != nil || p.state.Form != view.Tree || e.Get("ctrlKey").Bool() || e.Get("altKey").Bool() || e.Get("metaKey").Bool() {
		return
	}
	at := -1
	if row := closest(event, "[role=treeitem]"); row != nil {
		at = rowOf(row)
	} else if e.Get("target").Get("id").String() == "forms" {
		at = p.state.RowAt(p.state.Key)
	}
	rows := p.state.Rows()
	if at < 0 || at >= len(rows) {
		return
	}
	r := rows[at]
	const jump = 20
	switch keyOf(event) {
	case "ArrowDown":
		p.focusRow(min(at+1, len(rows)-1))
	case "ArrowUp":
		p.focusRow(max(at-1, 0))
	case "PageDown":
		p.focusRow(min(at+jump, len(rows)-1))
	case "PageUp":
		p.focusRow(max(at-jump, 0))
	case "Home":
		p.focusRow(0)
	case "End":
		p.focusRow(len(rows) - 1)
	case "ArrowRight":
		switch {
		case r.Folding && !r.Open:
			p.fold(at, true)
		case r.Folding:
			p.focusRow(at + 1)
		}
	case "ArrowLeft":
		if r.Folding && r.Open {
			p.fold(at, false)
		} else {
			p.focusRow(r.Parent)
		}
	case " ":
		if r.Folding {
			p.fold(at, !r.Open)
		}
	case "Enter":
		p.goToCode(p.state.PathOf(at))
	default:
		return
	}
	event.PreventDefault()
}
