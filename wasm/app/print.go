//go:build js && wasm

package main

import (
	"syscall/js"

	"layerglass/web/view"
)

// On paper the page is another one: see view.Print. It is written when the browser asks, and dropped afterwards.

func (p *page) wirePrint() {
	on := func(name string, f func()) {
		js.Global().Call("addEventListener", name, js.FuncOf(func(js.Value, []js.Value) any {
			f()
			return nil
		}))
	}
	on("beforeprint", func() { paint(element("print"), view.Print(&p.state)) })
	on("afterprint", func() { paint(element("print"), view.Text("")) })
}
