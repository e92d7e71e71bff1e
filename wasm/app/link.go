//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"layerglass/core/share"
)

// link follows the program in the page's address.
type link struct {
	told   bool         // the notice speaks of the link
	open   bool         // the address stands for the program that the editor shows
	follow *share.State // the view that the link asks for, until the first result is there
	server *bool        // whether the server keeps short links, nil until it was asked
}

// toDefine is the address within the page that goes to the code; it is no link to a program.
const toDefine = "#define"

// home returns the page's own address, without a link.
func (l *link) home() string {
	location := js.Global().Get("location")
	path := location.Get("pathname").String()
	if _, short := shortID(); short {
		path = base()
	}
	return path + location.Get("search").String()
}

// shortID returns the id of the short link that the page was opened with.
func shortID() (id string, found bool) {
	location := js.Global().Get("location")
	return strings.CutPrefix(location.Get("origin").String()+location.Get("pathname").String(), base()+"s/")
}

// leave drops the link when the program is no longer the link's.
func (l *link) leave() {
	if l.open {
		l.open = false
		if l.told {
			l.told = false
			hideNotice()
		}
		js.Global().Get("history").Call("replaceState", js.Null(), "", l.home())
	}
}

// openLink puts what the address's link holds into the page, if there is one, and calls done.
func (p *page) openLink(done func()) {
	if fragment := js.Global().Get("location").Get("hash").String(); len(fragment) > 1 && fragment != toDefine {
		p.openPayload(share.Payload(fragment))
		done()
		return
	}
	id, short := shortID()
	if !short {
		done()
		return
	}
	fetchText("api/links/"+id, func(status int, payload string) {
		switch status {
		case 200:
			p.openPayload(payload)
		case 404:
			p.unopened("No program is kept under this link. Check that it was copied as a whole; one made a moment ago may take a minute to be known everywhere.")
		default:
			p.unopened("The server could not look this link up. Reload the page in a minute.")
		}
		done()
	}, func() {
		p.unopened("The server of this link could not be reached. Check the connection and reload the page.")
		done()
	})
}

func fetchText(path string, done func(status int, body string), failed func()) {
	lost := func(js.Value) { failed() }
	then(js.Global().Call("fetch", base()+path), func(response js.Value) {
		then(response.Call("text"), func(body js.Value) { done(response.Get("status").Int(), body.String()) }, lost)
	}, lost)
}

func (p *page) openPayload(payload string) {
	state, err := share.Decode(payload)
	if err != nil {
		p.unopened(err.Error() + " Ask for it again.")
		return
	}
	p.link.follow = &state
	p.replaceOwn(state.Program, "This program came with a link. Your own is kept.")
	switch state.Pane {
	case "define", "configuration", "recreated":
		p.showPane(state.Pane)
	}
	switch state.Dock {
	case "output", "problems", "model", "weights":
		p.showDock(state.Dock)
	}
}

// unopened says why a link gives no program, and leaves the editor empty: the own program is not what the link was about.
func (p *page) unopened(sentence string) {
	hideNotice()
	if !p.replaceOwn("", sentence+" Your own program is kept.") {
		showNotice(sentence, "", nil)
	}
}

// replaceOwn shows another program. The person's own stays one undo away and one click away, which the sentence tells, and is stored apart for when the
// other one begins to be changed. It reports whether there was one.
func (p *page) replaceOwn(program, sentence string) (had bool) {
	own := p.editor.text()
	p.link.open, p.link.told = true, false
	if program == own {
		return false
	}
	if stored := load(storedProgram); stored != "" && stored != program && stored != load(storedExample) {
		had = true
		save(storedEarlier, stored)
		p.offerEarlier()
		showNotice(sentence, "Back to mine", func() {
			hideNotice()
			p.link.leave()
			p.setProgram(own)
			save(storedProgram, own)
		})
	}
	p.quiet = true
	p.editor.replace(program)
	p.quiet = false
	return had
}

// followLink shows the first result as the link asks for.
func (p *page) followLink() {
	if p.link.follow != nil {
		p.state.Follow(*p.link.follow)
		p.link.follow = nil
	}
}
