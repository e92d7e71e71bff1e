//go:build js && wasm

package main

import (
	"syscall/js"

	"honnef.co/go/js/dom/v2"
)

// The menu of examples. Its entries are links, so that they work with scripts off; here they open in the editor.

func (p *page) wireExamples() {
	element("examples").AddEventListener("click", false, func(event dom.Event) {
		a := closest(event, "a")
		if a == nil {
			return
		}
		event.PreventDefault()
		element("examples").Call("hidePopover")
		if a.HasAttribute("data-earlier") {
			p.openExample(load(storedEarlier))
			return
		}
		p.fetchExample(a.Get("href").String())
	})
	p.offerEarlier()
}

func (p *page) fetchExample(address string) {
	missing := func(js.Value) { p.status.say("the example could not be loaded; check the connection") }
	then(js.Global().Call("fetch", address), func(response js.Value) {
		if !response.Get("ok").Bool() {
			missing(response)
			return
		}
		then(response.Call("text"), func(body js.Value) { p.openExample(body.String()) }, missing)
	}, missing)
}

// openExample puts an example into the editor. The program that was there is kept as the earlier one, and one undo away.
func (p *page) openExample(program string) {
	if own := load(storedProgram); own != "" && own != program && own != load(storedExample) {
		save(storedEarlier, own)
	}
	save(storedProgram, program)
	save(storedExample, program)
	p.link.leave()
	hideNotice()
	p.setProgram(program)
	p.offerEarlier()
	p.showPane("define")
	p.editor.focus()
}

// offerEarlier shows the menu's entry for the earlier program when there is one.
func (p *page) offerEarlier() {
	if entry := find("earlier"); entry != nil && load(storedEarlier) != "" {
		entry.RemoveAttribute("hidden")
	}
}
