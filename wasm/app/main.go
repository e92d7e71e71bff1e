//go:build js && wasm

// Command app is what a browser loads: one binary with several roles. In the page it is the page's own program; in a Web Worker,
// which a loader marks with a global, it is the engine that runs Python, for the page or for playgrounds embedded in another one.
// The module is compiled once and shared.
package main

import (
	"runtime/debug"
	"syscall/js"
)

func main() {
	role := js.Global().Get("layerglassRole")
	if role.IsUndefined() {
		newPage().start()
		select {} // every role lives on in callbacks
	}
	// A run is short and makes many small objects: collecting rarely is what makes loops fast. The limit keeps a program that
	// holds much from taking the tab with it.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(1 << 30)
	if role.String() == "embeds" {
		serveEmbeds()
	} else {
		serveEngine()
	}
	select {}
}
