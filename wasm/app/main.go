//go:build js && wasm

// Command app is what a browser loads: one binary with two roles. In the page it is the page's own program; in a Web Worker,
// which a loader marks with a global, it is the engine that runs Python. The module is compiled once and shared.
package main

import "syscall/js"

func main() {
	if js.Global().Get("layerglassRole").Equal(js.ValueOf("engine")) {
		serveEngine()
	} else {
		newPage().start()
	}
	select {} // both roles live on in callbacks
}
