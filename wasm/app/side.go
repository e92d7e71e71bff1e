//go:build js && wasm

package main

import (
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"layerglass/web/view"
)

// Two configurations as text, side by side.

// sideLimit is how long a text may be for the comparison by lines; the list of differences has no such limit.
const sideLimit = 300_000

func (p *page) wireSide() {
	onClick(element("recreated-body"), "data-side", func(string) { p.sideBySide() })
	element("side-close").AddEventListener("click", false, func(dom.Event) { element("side").Call("close") })
}

func (p *page) sideBySide() {
	sides, ok := p.state.Sides()
	if !ok {
		return
	}
	go func() { // long texts take their time
		pace := &view.Pace{Rest: rest()}
		left, right := view.WrapAt(view.LiteralAt(sides.Left, pace), 56, pace), view.WrapAt(view.LiteralAt(sides.Right, pace), 56, pace)
		if len(left) > sideLimit || len(right) > sideLimit {
			p.status.say("too long to be compared line by line; what differs is listed")
			return
		}
		text(element("side-left"), sides.LeftName)
		text(element("side-right"), sides.RightName)
		then(bridge().Call("merge"), func(merge js.Value) {
			element("side").Call("showModal")
			merge.Call("compare", element("side-body").Value, bytesTo([]byte(left)), bytesTo([]byte(right)), sides.LeftName, sides.RightName)
		}, func(js.Value) { p.status.say("the comparison did not load") })
	}()
}
