//go:build js && wasm

package main

import (
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"layerglass/core/share"
	"layerglass/web/view"
)

// Sharing: a link that holds everything, and on request a short one, for which the server keeps it.

func (p *page) wireShare() {
	// The page's address comes and goes from its folder to s/ID below it; what is relative to it is pinned down first.
	for _, e := range queryAll("link[rel=icon], #examples a[href]:not([href='#'])") {
		e.Set("href", e.Get("href"))
	}
	element("share").AddEventListener("click", false, func(dom.Event) { p.share(true) })
	element("notice-close").AddEventListener("click", false, func(dom.Event) { hideNotice() })
	js.Global().Call("addEventListener", "hashchange", js.FuncOf(func(js.Value, []js.Value) any {
		p.openLink(func() { p.runNow() })
		return nil
	}))
}

// share puts the program and the view into the address and copies the link. It tells more about the link where the person asked for that with the
// button, and where the link is long.
func (p *page) share(tell bool) {
	p.catchUp() // what it does later would take the link out of the address again
	state := p.state.Link(p.editor.text())
	if pane := query("main").GetAttribute("data-pane"); pane != "define" {
		state.Pane = pane
	}
	if dock := query("main").GetAttribute("data-dock"); dock != "output" {
		state.Dock = dock
	}
	if !p.editor.heavy() {
		payload, err := share.Encode(state)
		p.linked(state.Program, payload, err, tell)
		return
	}
	p.status.say("making the link")
	go func() {
		payload, err := share.EncodeAt(state, rest())
		if err == nil && state.Program != p.editor.text() {
			p.status.say("the code has changed since; no link made")
			return
		}
		p.linked(state.Program, payload, err, tell)
	}()
}

// linked puts a link that was made into the address and copies it.
func (p *page) linked(program, payload string, err error, tell bool) {
	if err != nil {
		p.status.say("no link made: " + err.Error())
		return
	}
	p.putAddress(p.link.home()+"#"+payload, program)
	p.copyAddress("link")
	if length := len(address()); tell || length > share.Long {
		p.describeLink(payload, length)
	}
}

// putAddress shows an address that stands for the program in the editor.
func (p *page) putAddress(to, program string) {
	js.Global().Get("history").Call("replaceState", js.Null(), "", to)
	save(storedProgram, program)
	p.link.open = true
}

func address() string { return js.Global().Get("location").Get("href").String() }

func (p *page) copyAddress(what string) {
	copyText(address(), func(ok bool) {
		if ok {
			p.status.say(what + " copied")
		} else {
			p.status.say("the " + what + " is in the address bar; the browser did not allow copying it")
		}
	})
}

// describeLink says how long the link is, and offers a short one where the server keeps them.
func (p *page) describeLink(payload string, length int) {
	words := "The link has " + view.Grouped(length) + " characters and holds all of this."
	if length > share.Long {
		words = "The link has " + view.Grouped(length) + " characters. Some chat and mail programs cut links at " + view.Grouped(share.Long) + "."
	}
	p.keepsLinks(func(keeps, reached bool) {
		p.link.told = true
		switch {
		case !reached:
			showNotice(words+" A short link needs the network, and the server cannot be reached now.", "", nil)
		case keeps:
			words += " For a short link this server keeps a copy, which everyone who has the link can read."
			showNotice(words, "Make a short link", func() { p.shorten(payload) })
		case length > share.Long:
			showNotice(words+" This page is on a server without short links: where the link does not fit, send the program as a file.", "", nil)
		}
	})
}

// keepsLinks tells whether the server has the API of short links, and whether it could be asked. A plain file server has not.
func (p *page) keepsLinks(told func(keeps, reached bool)) {
	if p.link.server != nil {
		told(*p.link.server, true)
		return
	}
	fetchJSON("api/health", nil, func(status int, body js.Value) {
		keeps := status == 200 && body.Get("links").Truthy()
		p.link.server = &keeps
		told(keeps, true)
	}, func() { told(false, false) })
}

// shorten has the server keep a payload and puts the short link into the address.
func (p *page) shorten(payload string) {
	hideNotice()
	p.status.say("asking for a short link")
	options := map[string]any{"method": "POST", "headers": map[string]any{"Content-Type": "text/plain"}, "body": payload}
	fetchJSON("api/links", options, func(status int, body js.Value) {
		if status != 201 {
			sentence := "The server did not make a short link."
			if detail := body.Get("detail"); detail.Type() == js.TypeString {
				sentence = detail.String()
			}
			showNotice(sentence, "", nil)
			p.status.say("no short link made")
			return
		}
		state, err := share.Decode(payload)
		if err != nil || state.Program != p.editor.text() {
			return // it was edited meanwhile: the short link is of an older program
		}
		p.putAddress(base()+"s/"+body.Get("id").String(), state.Program)
		p.copyAddress("short link")
	}, func() {
		showNotice("The server could not be reached. The long link needs none.", "", nil)
		p.status.say("no short link made")
	})
}

// base returns the address of the page's folder, ending in a slash.
func base() string { return bridge().Get("base").String() }

// fetchJSON asks the page's server and hands over its answer, with an empty body where that is not JSON. failed is called where the server cannot be reached.
func fetchJSON(path string, options map[string]any, done func(status int, body js.Value), failed func()) {
	then(js.Global().Call("fetch", base()+path, js.ValueOf(options)), func(response js.Value) {
		status := response.Get("status").Int()
		then(response.Call("json"), func(body js.Value) { done(status, body) }, func(js.Value) { done(status, js.ValueOf(map[string]any{})) })
	}, func(js.Value) { failed() })
}

var noticeAction func()

// showNotice shows a sentence above the editor, with a button if there is something to do.
func showNotice(sentence, action string, f func()) {
	box := element("notice")
	text(wrap(box.Call("querySelector", "p")), sentence)
	button := element("notice-act")
	text(button, action)
	if noticeAction == nil {
		button.AddEventListener("click", false, func(dom.Event) { noticeAction() })
	}
	noticeAction = f
	if f == nil {
		noticeAction = hideNotice
		button.SetAttribute("hidden", "")
	} else {
		button.RemoveAttribute("hidden")
	}
	box.RemoveAttribute("hidden")
}

// hideNotice takes the sentence away, and a focus within it to the pane around it.
func hideNotice() {
	box := element("notice")
	within := box.Call("contains", document().Get("activeElement")).Bool()
	box.SetAttribute("hidden", "")
	if within {
		focus("define")
	}
}
