//go:build js && wasm

package main

import (
	"honnef.co/go/js/dom/v2"

	"layerglass/web/view"
)

// The pane Recreated: its rows light up with the key they came from.

func (p *page) wireRecreated() {
	body := element("recreated-body")
	body.AddEventListener("pointerover", false, func(event dom.Event) { p.hover(pathOf(event)) })
	body.AddEventListener("pointerleave", false, func(dom.Event) { p.hover("") })
	body.AddEventListener("change", false, func(event dom.Event) {
		if choice := closest(event, "#compare"); choice != nil {
			p.state.Against = choice.Get("value").String()
			p.paint("recreated-body", view.Recreated(&p.state))
		}
	})
	onClick(body, "data-try", p.try)
	body.AddEventListener("click", false, func(event dom.Event) {
		if path := pathOf(event); path != "" {
			p.choose(path, true)
			p.reveal(path)
		}
	})
}
