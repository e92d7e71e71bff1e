//go:build js && wasm

package main

import (
	"strings"
	"sync"
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"layerglass/web/view"
)

// The parts of a browser that more than one pane needs.

// node is an element as this program uses it: the library's plain HTML element. Values are wrapped here and not by the library's
// own look-ups, because those can answer with any of its seventy element types and so bring all of them into the binary.
type node = *dom.BasicHTMLElement

// wrap returns a script's value as an element, or nil for null.
func wrap(v js.Value) node {
	if v.IsNull() || v.IsUndefined() {
		return nil
	}
	return &dom.BasicHTMLElement{BasicElement: &dom.BasicElement{BasicNode: &dom.BasicNode{Value: v}}}
}

// What is asked for again and again is kept: the collector is to hear of each value that a script hands over, which costs more than the value where
// there are hundreds.
var (
	document    = sync.OnceValue(func() js.Value { return js.Global().Get("document") })
	rootElement = sync.OnceValue(func() js.Value { return document().Get("documentElement") })
	performance = sync.OnceValue(func() js.Value { return js.Global().Get("performance") })

	// bridge is the object with which the loader hands over what only scripts can do.
	bridge = sync.OnceValue(func() js.Value { return js.Global().Get("layerglass") })
)

// root is the document's element, whose attributes steer the style sheet.
func root() node { return wrap(rootElement()) }

// element returns the element with an id that the page's own HTML has.
func element(id string) node {
	e := find(id)
	if e == nil {
		panic("the page has no element " + id)
	}
	return e
}

// find returns the element with an id, or nil.
func find(id string) node { return wrap(document().Call("getElementById", id)) }

// query returns the first element that a selector matches, or nil.
func query(selector string) node { return wrap(document().Call("querySelector", selector)) }

// queryAll returns all elements that a selector matches.
func queryAll(selector string) []node {
	list := document().Call("querySelectorAll", selector)
	all := make([]node, list.Length())
	for i := range all {
		all[i] = wrap(list.Index(i))
	}
	return all
}

// closest finds the nearest element around an event's target that matches a selector, or nil.
func closest(event dom.Event, selector string) node {
	target := event.Underlying().Get("target")
	if target.IsNull() || target.Get("closest").IsUndefined() {
		return nil
	}
	return wrap(target.Call("closest", selector))
}

func next(e node) node { return wrap(e.Get("nextElementSibling")) }

func previous(e node) node { return wrap(e.Get("previousElementSibling")) }

// onClick calls f for clicks on an element within e that carries an attribute, with the attribute's value.
func onClick(e node, attribute string, f func(value string)) {
	e.AddEventListener("click", false, func(event dom.Event) {
		if hit := closest(event, "["+attribute+"]"); hit != nil {
			f(hit.GetAttribute(attribute))
		}
	})
}

// focus moves the focus to an element if it is there, without scrolling the page.
func focus(id string) {
	if e := find(id); e != nil {
		e.Call("focus", map[string]any{"preventScroll": true})
	}
}

// keyOf returns the key of a keyboard event.
func keyOf(event dom.Event) string { return event.Underlying().Get("key").String() }

// copyText puts text on the clipboard and tells whether that worked.
func copyText(s string, told func(ok bool)) {
	clipboard := js.Global().Get("navigator").Get("clipboard")
	if clipboard.IsUndefined() {
		told(false)
		return
	}
	then(clipboard.Call("writeText", s), func(js.Value) { told(true) }, func(js.Value) { told(false) })
}

// dashed returns a path in the form that ids have.
func dashed(path string) string { return strings.ReplaceAll(path, ".", "-") }

// paint puts markup into an element. It is the one place where this program writes HTML.
func paint(e node, m view.Markup) {
	bridge().Call("paint", e.Value, bytesTo([]byte(m.String())))
}

// after calls f once, later; the returned function calls it off.
func after(milliseconds int, f func()) (cancel func()) {
	var callback js.Func
	callback = js.FuncOf(func(js.Value, []js.Value) any {
		callback.Release()
		f()
		return nil
	})
	id := js.Global().Call("setTimeout", callback, milliseconds)
	return func() { js.Global().Call("clearTimeout", id) }
}

// now returns the page's clock in milliseconds.
func now() float64 { return performance().Call("now").Float() }

func mark(name string) { performance().Call("mark", name) }

// then calls done or failed when a promise settles.
func then(promise js.Value, done, failed func(js.Value)) {
	var yes, no js.Func
	settle := func(f func(js.Value)) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any {
			yes.Release()
			no.Release()
			f(args[0])
			return nil
		})
	}
	yes, no = settle(done), settle(failed)
	promise.Call("then", yes, no)
}

// try calls f and reports whether the browser refused with an exception, as it does where storage is forbidden.
func try(f func()) (ok bool) {
	defer func() {
		if fault := recover(); fault != nil {
			if _, refused := fault.(js.Error); !refused {
				panic(fault)
			}
		}
	}()
	f()
	return true
}

// text sets an element's text.
func text(e node, s string) {
	if e.TextContent() != s {
		e.SetTextContent(s)
	}
}
