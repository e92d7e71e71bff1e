//go:build js && wasm

// Command app is what a browser loads: one binary with several roles. In the page it is the page's own program; in a Web Worker
// it is the engine that runs Python, for the page or for playgrounds embedded in another one. The module is compiled once and shared.
package main

import (
	"runtime"
	"runtime/debug"
	"syscall/js"
)

// The build runs this program until it waits for its role, and sends what its memory holds then (see wasm/pack). So what stands before
// has happened once and for all, and no browser waits for it.
func main() {
	// A run is short and makes many small objects: collecting rarely is what makes loops fast. The limit keeps a program that
	// holds much from taking the tab with it.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(1 << 30)
	clear()
	deepen()
	switch role() {
	case "page":
		newPage().start()
	case "embeds":
		serveEmbeds()
	default:
		serveEngine()
	}
	select {} // every role lives on in callbacks
}

// deepen makes the stack of the calling goroutine so large that the first result needs no more: growing step by step copies it each time, frame by frame.
//
//go:noinline
func deepen() {
	var room [96 << 10]byte
	runtime.KeepAlive(&room)
}

// role waits until a script calls layerglassRole with what this program is to be.
func role() string {
	given := make(chan string, 1)
	give := js.FuncOf(func(_ js.Value, args []js.Value) any {
		given <- args[0].String()
		return nil
	})
	js.Global().Set("layerglassRole", give)
	defer give.Release()
	return <-given
}
