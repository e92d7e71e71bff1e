//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"honnef.co/go/js/dom/v2"
)

// linkPrefix stands before a shared program in a link's fragment. The number is the format's version.
const linkPrefix = "#v1="

// link follows the program in the page's address.
type link struct {
	open bool // the address holds the program that the editor shows
}

func (p *page) wireShare() {
	element("share").AddEventListener("click", false, func(dom.Event) { p.share() })
	element("notice-close").AddEventListener("click", false, func(dom.Event) { hideNotice() })
	js.Global().Call("addEventListener", "hashchange", js.FuncOf(func(js.Value, []js.Value) any {
		p.openLink(func() { p.runNow() })
		return nil
	}))
}

// share puts the program into the address and copies the link.
func (p *page) share() {
	program := p.editor.text()
	then(bridge().Call("pack", bytesTo([]byte(program))), func(payload js.Value) {
		setFragment(linkPrefix + payload.String())
		save(storedProgram, program)
		p.link.open = true
		copyText(js.Global().Get("location").Get("href").String(), func(ok bool) {
			if ok {
				p.status.say("link copied")
			} else {
				p.status.say("the link is in the address bar; the browser did not allow copying it")
			}
		})
	}, func(reason js.Value) {
		p.status.say("no link made: " + reason.Get("message").String())
	})
}

func setFragment(fragment string) {
	js.Global().Get("history").Call("replaceState", js.Null(), "", fragment)
}

// leave drops the fragment when the program is no longer the link's.
func (l *link) leave() {
	if l.open {
		l.open = false
		location := js.Global().Get("location")
		setFragment(location.Get("pathname").String() + location.Get("search").String())
	}
}

// openLink puts the program of the address's fragment into the editor, if there is one, and calls done. The program that
// was there stays one undo away, and is stored apart once the link's own begins to be changed.
func (p *page) openLink(done func()) {
	fragment := js.Global().Get("location").Get("hash").String()
	if fragment == "" || fragment == "#" {
		done()
		return
	}
	payload, ok := strings.CutPrefix(fragment, linkPrefix)
	if !ok {
		showNotice("This link is not one that this page can read. Ask for it again, or go on with your own program.", "", nil)
		done()
		return
	}
	then(bridge().Call("unpack", payload), func(bytes js.Value) {
		p.opened(string(bytesOf(bytes)))
		done()
	}, func(reason js.Value) {
		showNotice("The link is damaged and its program cannot be read. Ask for it again, or go on with your own program.", "", nil)
		js.Global().Get("console").Call("info", reason)
		done()
	})
}

func (p *page) opened(program string) {
	own := p.editor.text()
	p.link.open = true
	if program == own {
		return
	}
	if stored := load(storedProgram); stored != "" && stored != program && stored != load(storedExample) {
		save(storedEarlier, stored)
		showNotice("This program came with a link. Your own is kept.", "Back to mine", func() {
			hideNotice()
			p.link.leave()
			p.setProgram(own)
			save(storedProgram, own)
		})
	}
	p.quiet = true
	p.editor.replace(program)
	p.quiet = false
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

func hideNotice() { element("notice").SetAttribute("hidden", "") }
