//go:build js && wasm

package main

import (
	"strings"

	"honnef.co/go/js/dom/v2"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// The builder below the code: a catalogue that writes a call into the program, and a form of the call at the caret. Code and
// form are one: the form is read from the code, and a changed field changes that argument's text alone.

func (p *page) wireBuilder() {
	p.builder.Kind = "layer"
	element("add-layer").AddEventListener("click", false, func(dom.Event) { p.toggleBuilder() })
	box := element("builder")
	box.AddEventListener("click", false, p.clickBuilder)
	box.AddEventListener("input", false, p.typedInBuilder)
	box.AddEventListener("submit", false, func(event dom.Event) { event.PreventDefault() })
	box.AddEventListener("keydown", false, func(event dom.Event) {
		if keyOf(event) == "Escape" && p.builder.Open {
			event.PreventDefault()
			event.StopPropagation()
			p.toggleBuilder()
		}
	})
}

func (p *page) toggleBuilder() {
	b := &p.builder
	b.Open = !b.Open
	button := element("add-layer")
	if !b.Open {
		element("builder").SetAttribute("hidden", "")
		button.SetAttribute("aria-expanded", "false")
		p.editor.Call("anchor", -1)
		b.Chosen, b.Call = nil, nil
		p.paint("builder", view.Text(""))
		button.Call("focus")
		return
	}
	element("builder").RemoveAttribute("hidden")
	button.SetAttribute("aria-expanded", "true")
	p.needCatalogue(p.paintBuilder)
	p.paintBuilder()
	focus("build-search")
}

// needCatalogue asks the engine what Keras has, once.
func (p *page) needCatalogue(then func()) {
	if p.builder.Entries != nil {
		return
	}
	p.runner.ask(&question{about: "catalogue", request: &protocol.Request{Describe: &protocol.DescribeRequest{}}, done: func(r *protocol.Response) {
		if r != nil && r.Reference != nil {
			p.builder.Entries, p.builder.Choices = r.Reference.Entries, r.Reference.Choices
			then()
		}
	}})
}

func (p *page) paintBuilder() {
	if p.builder.Open {
		p.paint("builder", view.Build(&p.builder))
	}
}

func (p *page) clickBuilder(event dom.Event) {
	p.catchUp()
	b := &p.builder
	switch {
	case closest(event, "[data-class]") != nil:
		p.addObject(closest(event, "[data-class]").GetAttribute("data-class"))
	case closest(event, "#build-back") != nil:
		b.Chosen, b.Call = nil, nil
		p.editor.Call("anchor", -1)
		p.paintBuilder()
		focus("build-search")
	case closest(event, "#build-show") != nil && b.Call != nil:
		offsets := view.NewOffsets(b.Text)
		p.showPane("define")
		p.editor.Call("show", offsets.Units(b.Call.Open), offsets.Units(b.Call.Close+1))
	case closest(event, "#build-all") != nil:
		b.All = true
		p.paintBuilder()
	}
}

// addObject writes a call of a class into the program and opens its form.
func (p *page) addObject(public string) {
	p.runner.ask(&question{about: "class", request: &protocol.Request{Describe: &protocol.DescribeRequest{Names: []string{public}}}, done: func(r *protocol.Response) {
		if r == nil || r.Reference == nil || len(r.Reference.Entries) == 0 {
			p.status.say("the engine does not know " + public)
			return
		}
		entry := &r.Reference.Entries[0]
		text := p.editor.text()
		w := view.Write(text, entry)
		p.wanted = w.Name
		p.builder.Chosen = nil // the form belongs to the new call, which the next lines make
		p.editor.change(text, w.Edits)
		text = p.editor.text()
		at := view.NewOffsets(text).Units(w.At)
		p.editor.Call("anchor", at)
		p.editor.Call("reveal", at)
		p.builder.Chosen, p.builder.All = entry, false
		p.readCall(text)
		p.paintBuilder()
		p.status.say("added " + w.Name)
		if first := query("#build-form [data-arg]"); first != nil {
			first.Call("focus")
		}
	}})
}

// readCall reads the form's call from the program. Without one the form gives way to the catalogue.
func (p *page) readCall(text string) {
	b := &p.builder
	if b.Chosen == nil {
		return
	}
	at := p.editor.Call("anchored").Int()
	b.Text, b.Call = text, nil
	if at >= 0 {
		end := view.NewOffsets(text).Bytes(at)
		if strings.HasSuffix(text[:end], lastName(b.Chosen.Name)) {
			b.Call = view.ParseCall(text, end)
		}
	}
}

func lastName(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// codeTyped lets the form follow the code.
func (p *page) codeTyped(text string) {
	if b := &p.builder; b.Open && b.Chosen != nil {
		before := b.Call
		p.readCall(text)
		if b.Call == nil && before != nil {
			return // half-written: the form waits as it is until the brackets fit again
		}
		if !p.forming {
			p.paintBuilder()
		}
	}
}

// typedInBuilder searches the catalogue, or writes a changed field into the code.
func (p *page) typedInBuilder(event dom.Event) {
	p.catchUp()
	b := &p.builder
	target := event.Underlying().Get("target")
	switch id := target.Get("id").String(); {
	case id == "build-search":
		b.Query = target.Get("value").String()
		paint(element("build-list"), view.Catalogue(b))
	case id == "build-kind":
		b.Kind = target.Get("value").String()
		paint(element("build-list"), view.Catalogue(b))
	case b.Chosen != nil && b.Call != nil:
		if field := closest(event, "[data-arg]"); field != nil {
			p.setArgument(field.GetAttribute("data-arg"), target.Get("value").String())
		}
	}
}

func (p *page) setArgument(name, typed string) {
	b := &p.builder
	var a *protocol.Argument
	for i := range b.Chosen.Arguments {
		if b.Chosen.Arguments[i].Name == name {
			a = &b.Chosen.Arguments[i]
		}
	}
	if a == nil {
		return
	}
	value := view.Expression(a, typed)
	if i := b.Call.Find(b.Chosen.Arguments, name); value == "" && i >= 0 && !b.Call.Removable(i) {
		value = a.Default // others by position stand behind it
	}
	b.Unwritten = ""
	if wrong := view.Unfit(value); wrong != "" {
		b.Unwritten = name
		p.sayWrong(a, wrong)
		return
	}
	p.sayWrong(a, "")
	p.forming = true
	p.editor.change(b.Text, []protocol.Edit{b.Call.Set(b.Text, b.Chosen.Arguments, name, value)})
	p.catchUp() // the next key finds the call where it is then
	p.forming = false
}

// sayWrong tells under a field what is wrong with it, or what it means.
func (p *page) sayWrong(a *protocol.Argument, wrong string) {
	b := &p.builder
	if b.Wrong == nil {
		b.Wrong = map[string]string{}
	}
	b.Wrong[a.Name] = wrong
	field, says := find("arg-"+a.Name), find("says-"+a.Name)
	if field == nil || says == nil {
		return
	}
	if wrong == "" {
		field.RemoveAttribute("aria-invalid")
	} else {
		field.SetAttribute("aria-invalid", "true")
	}
	paint(says, view.Says(b, a))
}

// judgeCall shows in the form what a run said of its call.
func (p *page) judgeCall(text string) {
	b := &p.builder
	if !b.Open || b.Chosen == nil || b.Call == nil || b.Text != text || b.Unwritten != "" {
		return
	}
	b.Blame(p.state.Problems())
	p.paintBuilder()
}

// followCaret shows the form of the Keras call that the caret is in, while the builder is open.
func (p *page) followCaret() {
	b := &p.builder
	if !b.Open {
		return
	}
	text := p.editor.text()
	offsets := view.NewOffsets(text)
	at := offsets.Bytes(p.editor.Call("head").Int())
	p.runner.ask(&question{about: "caret", request: &protocol.Request{Assist: &protocol.AssistRequest{Ask: "call", Text: text, Offset: at}}, done: func(r *protocol.Response) {
		if r == nil || r.Assistance == nil || r.Assistance.Call == nil || text != p.editor.text() {
			return
		}
		c := r.Assistance.Call
		call := view.ParseCall(text, c.Span.End)
		if call == nil || len(c.Arguments) == 0 || !strings.HasPrefix(c.Public, "keras.") || b.Chosen != nil && b.Call != nil && b.Call.Open == call.Open {
			return
		}
		p.editor.Call("anchor", offsets.Units(c.Span.End))
		b.Chosen = &protocol.Entry{Name: lastName(c.Name), Public: c.Public, Doc: c.Doc, Arguments: c.Arguments}
		b.Text, b.Call, b.All = text, call, false
		b.Blame(nil)
		p.paintBuilder()
	}})
}
