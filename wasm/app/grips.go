//go:build js && wasm

package main

import (
	"strconv"
	"strings"

	"honnef.co/go/js/dom/v2"
)

// The lines between the panes can be moved, with the mouse, by touch and with the arrow keys.

// grip is one such line. It moves a share of the page, in percent.
type grip struct {
	id, property, edge string
	across             bool // it lies across and moves up and down
	least, most, usual float64
}

var grips = []grip{
	{"grip-1", "--define", "left", false, 15, 70, 42},
	{"grip-2", "--recreated", "right", false, 12, 60, 27},
	{"grip-3", "--dock", "bottom", true, 8, 80, 34},
}

func (p *page) wireGrips() {
	kept := strings.Fields(load(storedLayout))
	for i := range grips {
		g := &grips[i]
		if i < len(kept) {
			if share, err := strconv.ParseFloat(kept[i], 64); err == nil && share > 0 {
				g.move(share)
			}
		}
		e := element(g.id)
		e.AddEventListener("pointerdown", false, func(event dom.Event) {
			event.PreventDefault()
			e.Call("setPointerCapture", event.Underlying().Get("pointerId"))
			e.SetAttribute("data-held", "")
			e.Call("focus")
		})
		e.AddEventListener("pointermove", false, func(event dom.Event) {
			if e.HasAttribute("data-held") {
				g.move(g.shareAt(event))
			}
		})
		e.AddEventListener("lostpointercapture", false, func(dom.Event) {
			e.RemoveAttribute("data-held")
			keepGrips()
		})
		e.AddEventListener("dblclick", false, func(dom.Event) {
			g.reset()
			keepGrips()
		})
		e.AddEventListener("keydown", false, func(event dom.Event) { g.key(event) })
	}
}

// shareAt returns the share that would bring the line under the pointer.
func (g *grip) shareAt(event dom.Event) float64 {
	e, box := event.Underlying(), query("main").Call("getBoundingClientRect")
	x, y := e.Get("clientX").Float(), e.Get("clientY").Float()
	switch g.edge {
	case "left":
		return 100 * (x - box.Get("left").Float()) / box.Get("width").Float()
	case "right":
		return 100 * (box.Get("right").Float() - x) / box.Get("width").Float()
	}
	return 100 * (box.Get("bottom").Float() - y) / box.Get("height").Float()
}

func (g *grip) share() float64 {
	share, err := strconv.ParseFloat(element(g.id).GetAttribute("aria-valuenow"), 64)
	if err != nil {
		return g.usual
	}
	return share
}

func (g *grip) move(share float64) {
	share = min(max(share, g.least), g.most)
	value := strconv.FormatFloat(share, 'f', 1, 64)
	query("main").Get("style").Call("setProperty", g.property, value+"%")
	element(g.id).SetAttribute("aria-valuenow", value)
}

func (g *grip) reset() {
	query("main").Get("style").Call("removeProperty", g.property)
	element(g.id).SetAttribute("aria-valuenow", strconv.FormatFloat(g.usual, 'f', -1, 64))
}

func (g *grip) key(event dom.Event) {
	const step = 2
	less, more := "ArrowLeft", "ArrowRight"
	switch g.edge {
	case "right":
		less, more = more, less
	case "bottom":
		less, more = "ArrowDown", "ArrowUp"
	}
	switch keyOf(event) {
	case less:
		g.move(g.share() - step)
	case more:
		g.move(g.share() + step)
	case "Home":
		g.move(g.least)
	case "End":
		g.move(g.most)
	case "Enter":
		g.reset()
	default:
		return
	}
	event.PreventDefault()
	keepGrips()
}

// keepGrips stores where the lines are; 0 stands for the usual place.
func keepGrips() {
	var all []string
	for i := range grips {
		value := query("main").Get("style").Call("getPropertyValue", grips[i].property).String()
		if value == "" {
			value = "0"
		}
		all = append(all, strings.TrimSuffix(value, "%"))
	}
	save(storedLayout, strings.Join(all, " "))
}
