//go:build js && wasm

package main

import "syscall/js"

// What the page keeps in the browser.
const (
	storedProgram = "layerglass.program"  // the program as typed
	storedEarlier = "layerglass.previous" // the own program that a link or an example replaced
	storedExample = "layerglass.example"  // the example last opened, as it was: no program of one's own
	storedDraft   = "layerglass.draft"    // the object and, on the following lines, its configuration as it is being edited
	storedTheme   = "layerglass.theme"    // "light", "dark", or absent: the system's
	storedLayout  = "layerglass.layout"   // where the lines between the panes are, in percent
)

// load returns a stored text, "" when there is none or storage is forbidden.
func load(key string) (s string) {
	try(func() {
		if v := js.Global().Get("localStorage").Call("getItem", key); v.Type() == js.TypeString {
			s = v.String()
		}
	})
	return s
}

// save stores a text and reports whether the browser took it.
func save(key, s string) bool {
	return try(func() { js.Global().Get("localStorage").Call("setItem", key, s) })
}

func forget(key string) {
	try(func() { js.Global().Get("localStorage").Call("removeItem", key) })
}
