//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"
	"unicode/utf8"

	"honnef.co/go/js/dom/v2"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// Files: saved models and configurations that are opened, and what is saved of the chosen object.

// maxFile is how many bytes a file may have: the engine holds all of it.
const maxFile = 200 << 20

func (p *page) wireFiles() {
	menu := element("file-menu")
	onClick(menu, "data-open", func(string) {
		menu.Call("hidePopover")
		p.chooseFile()
	})
	onClick(menu, "data-export", func(format string) {
		menu.Call("hidePopover")
		p.export(format)
	})
	menu.AddEventListener("beforetoggle", false, func(dom.Event) {
		words := "Save the chosen object"
		if o := p.state.Chosen(); o != nil {
			words = "Save " + o.Name
		}
		text(element("file-of"), words)
	})
	root().AddEventListener("dragover", false, func(event dom.Event) {
		if carriesFile(event) {
			event.PreventDefault()
			root().SetAttribute("data-dropping", "")
		}
	})
	root().AddEventListener("dragleave", false, func(event dom.Event) {
		if event.Underlying().Get("relatedTarget").IsNull() {
			root().RemoveAttribute("data-dropping")
		}
	})
	// Captured, so that a file dropped on an editor is opened and not pasted.
	root().AddEventListener("drop", true, func(event dom.Event) {
		root().RemoveAttribute("data-dropping")
		if !carriesFile(event) {
			return
		}
		event.PreventDefault()
		event.StopPropagation()
		if files := event.Underlying().Get("dataTransfer").Get("files"); files.Length() > 0 {
			p.openFile(files.Index(0))
		}
	})
}

// carriesFile reports whether what is dragged is a file, and not text within an editor.
func carriesFile(event dom.Event) bool {
	transfer := event.Underlying().Get("dataTransfer")
	return transfer.Truthy() && transfer.Get("types").Call("includes", "Files").Bool()
}

// withFiles calls f with the script that reads and saves files.
func (p *page) withFiles(f func(js.Value)) {
	then(bridge().Call("files"), f, func(js.Value) { p.status.say("the page's part for files could not be loaded; check the connection") })
}

func (p *page) chooseFile() {
	p.withFiles(func(files js.Value) {
		then(files.Call("choose", ".keras,.h5,.hdf5,.json,.py"), func(file js.Value) {
			if !file.IsNull() {
				p.openFile(file)
			}
		}, func(js.Value) {})
	})
}

// openFile reads a file and puts the program that makes what it holds in the place of the one there is.
func (p *page) openFile(file js.Value) {
	name := file.Get("name").String()
	if file.Get("size").Float() > maxFile {
		p.refuseFile(name, "It is larger than 200 MB. Save the model without its weights, or open its config.json.")
		return
	}
	p.status.say("reading " + name)
	unread := func(js.Value) { p.refuseFile(name, "The browser could not read it. Is it a folder, or was it moved?") }
	p.withFiles(func(files js.Value) {
		then(files.Call("read", file), func(content js.Value) { p.openBytes(name, bytesOf(content)) }, unread)
	})
}

func (p *page) openBytes(name string, data []byte) {
	if strings.HasSuffix(strings.ToLower(name), ".py") {
		if !utf8.Valid(data) {
			p.refuseFile(name, "It is not text in UTF-8.")
			return
		}
		p.openExample(string(data))
		p.told(name, "opened as the program.")
		return
	}
	request := &protocol.Request{Open: &protocol.OpenRequest{Name: name}}
	request.Attach(data)
	p.runner.ask(&question{about: "open", slow: true, request: request, done: func(r *protocol.Response) {
		switch {
		case r == nil || r.Opened == nil:
			p.refuseFile(name, "Reading it took too long or too much memory.")
		case len(r.Opened.Diagnostics) > 0:
			p.refuseFile(name, view.Plain(r.Opened.Diagnostics[0].Message))
		case r.Opened.Config == "":
			p.refuseFile(name, "It holds "+view.WeightsOf(r.Opened)+" and no config. A .keras file of the whole model has one.")
		default:
			p.programOf(r.Opened)
		}
	}})
}

// programOf asks for the code of what an opened file holds.
func (p *page) programOf(o *protocol.Opened) {
	p.runner.ask(&question{about: "generate", slow: true, request: &protocol.Request{Generate: &protocol.GenerateRequest{Config: o.Config}}, done: func(r *protocol.Response) {
		switch {
		case r == nil || r.Code == nil:
			p.refuseFile(o.Name, "Writing the code of its config took too long or too much memory.")
		case r.Code.Text == "" && len(r.Code.Diagnostics) > 0:
			p.refuseFile(o.Name, view.Plain(r.Code.Diagnostics[0].Message))
		case r.Code.Text == "":
			p.refuseFile(o.Name, "No code can be written for its config.")
		default:
			p.wanted = r.Code.Variable
			p.openExample(strings.TrimRight(r.Code.Text, "\n") + "\n")
			p.told(o.Name, strings.TrimSpace(view.OpenedWords(o)+" "+view.Plain(strings.Join(r.Code.Notes, " "))))
		}
	}})
}

// refuseFile says why a file is not opened. What was there stays.
func (p *page) refuseFile(name, why string) {
	p.told(name, "is not opened. "+why)
	p.status.say(name + " is not opened; the program is as it was")
}

func (p *page) told(name, sentence string) {
	p.showPane("define")
	showNotice(name+" "+sentence, "", nil)
}

// export saves the chosen object in one of the forms that the engine writes, or the program.
func (p *page) export(format string) {
	if format == "program" {
		p.download("program.py", "text/x-python", p.editor.text())
		return
	}
	o := p.state.Chosen()
	if o == nil {
		p.status.say("there is no object to save yet")
		return
	}
	p.runner.ask(&question{about: "export", ofRun: true, slow: true, request: &protocol.Request{Export: &protocol.ExportRequest{Object: o.Name, Format: format}}, done: func(r *protocol.Response) {
		switch {
		case r == nil || r.Exported == nil:
			p.status.say("nothing was saved; try again")
		case len(r.Exported.Diagnostics) > 0:
			p.status.say(view.Plain(r.Exported.Diagnostics[0].Message))
		default:
			p.download(r.Exported.Name, r.Exported.Type, r.Exported.Text)
		}
	}})
}

func (p *page) download(name, mediaType, content string) {
	p.withFiles(func(files js.Value) {
		files.Call("download", name, mediaType, bytesTo([]byte(content)))
		p.status.say("saved " + name)
	})
}
