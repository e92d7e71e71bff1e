//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"layerglass/core/protocol"
	"layerglass/core/share"
	"layerglass/web/view"
)

// Editing a configuration: fields or text in Configuration, and at each change what from_config makes of it in Recreated.

// editPause is how long an edit rests before it is recreated, in milliseconds.
const editPause = 120

func (p *page) wireDraft(body node) {
	body.AddEventListener("input", false, p.fieldTyped)
	body.AddEventListener("change", false, p.fieldChanged)
	body.AddEventListener("submit", false, p.addKey)
}

// clickDraft handles the buttons of a draft.
func (p *page) clickDraft(event dom.Event) {
	d := p.state.Draft()
	switch {
	case closest(event, "[data-edit-mode]") != nil:
		p.editMode(closest(event, "[data-edit-mode]").GetAttribute("data-edit-mode") == "on")
	case d == nil:
	case closest(event, "[data-draft]") != nil:
		p.draftAs(d, closest(event, "[data-draft]").GetAttribute("data-draft") == "text")
	case closest(event, "[data-reset]") != nil:
		p.state.Reset()
		forget(storedDraft)
		p.dropText()
		p.repaint()
		p.status.say("the configuration is as the program made it")
	case closest(event, "[data-put]") != nil:
		p.putIntoCode(d)
	case closest(event, "[data-twist]") != nil:
		row := closest(event, "[data-row]")
		p.fold(rowOf(row), closest(event, "[data-twist]").GetAttribute("aria-expanded") != "true")
	case closest(event, "[data-remove]") != nil:
		p.removeKey(d, closest(event, "[data-path]"))
	}
}

func (p *page) editMode(on bool) {
	if on {
		p.state.Edit()
		p.needClass()
	} else {
		p.state.Close()
	}
	p.state.First = 0
	p.dropText()
	p.repaint()
	p.recreateDraft()
	focus("edit")
}

// needClass asks the engine which values the arguments of the chosen object's class take.
func (p *page) needClass() {
	o := p.state.Chosen()
	if o == nil || !strings.HasPrefix(o.Module, "keras") || p.state.Classes[o.Class] != nil {
		return
	}
	class := o.Class
	p.needCatalogue(func() { p.state.Offers = p.builder.Choices })
	p.runner.ask(&question{about: "class of " + class, request: &protocol.Request{Describe: &protocol.DescribeRequest{Names: []string{class}}}, done: func(r *protocol.Response) {
		if r != nil && r.Reference != nil && len(r.Reference.Entries) > 0 {
			p.state.Classes[class] = &r.Reference.Entries[0]
			p.state.Offers = p.builder.Choices
			p.paintConfiguration()
		}
	}})
}

// draftAs goes from fields to text or back. Text that cannot be read stays text.
func (p *page) draftAs(d *view.Draft, asText bool) {
	switch {
	case asText == d.AsText:
		return
	case asText:
		go func() { // a large configuration takes its time
			pace := &view.Pace{Rest: rest()}
			d.Text = view.WrapAt(view.LiteralAt(&d.Root, pace), 56, pace)
			p.draftShown(d, true)
		}()
		return
	case d.Problem != "":
		p.status.say("the text cannot be read as a configuration yet")
		return
	}
	p.draftShown(d, false)
}

func (p *page) draftShown(d *view.Draft, asText bool) {
	d.AsText = asText
	p.state.Refresh()
	p.dropText()
	p.repaint()
}

func (p *page) removeKey(d *view.Draft, row node) {
	at := rowOf(row)
	d.Remove(row.GetAttribute("data-path"))
	p.state.Key = ""
	p.edited()
	if rows := len(p.state.Rows()); rows > 0 {
		focus("remove-key-" + dashed(p.state.PathOf(min(at, rows-1))))
	}
}

// edited repaints the fields and recreates.
func (p *page) edited() {
	p.state.Refresh()
	p.panes["configuration-body"] = "" // typing left the fields as they were
	p.paintConfiguration()
	p.recreateSoon()
}

// chooseField marks the row of the field that has the focus and lets Add add to its container.
func (p *page) chooseField(d *view.Draft, path string) {
	for _, row := range queryAll("#tree .chosen") {
		row.Get("classList").Call("remove", "chosen")
	}
	if row := p.row(path); row != nil {
		row.Get("classList").Call("add", "chosen")
	}
	before := view.Adder(&p.state)
	d.Target(path)
	if now := view.Adder(&p.state); now != before {
		if adder := find("adder"); adder != nil {
			holder := wrap(adder.Get("parentElement"))
			adder.Call("remove")
			holder.Call("prepend", fragment(now))
		}
	}
}

// fragment returns markup as nodes that are not on the page yet.
func fragment(m view.Markup) js.Value {
	template := document().Call("createElement", "template")
	bridge().Call("paint", template, bytesTo([]byte(m.String())))
	return template.Get("content")
}

// fieldTyped takes in what is typed into a field. The field itself is not painted again, so that its cursor stays.
func (p *page) fieldTyped(event dom.Event) {
	d, field := p.state.Draft(), closest(event, "[data-edit]")
	if d == nil || field == nil {
		return
	}
	row := closest(event, "[data-path]")
	path := row.GetAttribute("data-path")
	if value := field.Get("value").String(); field.HasAttribute("data-literal") {
		p.complain(field, d.SetLiteral(path, value))
	} else {
		p.complain(field, d.Set(path, value))
	}
	p.state.Refresh()
	row.Get("classList").Call("toggle", "changed", view.IsChanged(&p.state, rowOf(row)))
	p.settled()
	p.recreateSoon()
}

// complain says what is wrong with a field, or that nothing is.
func (p *page) complain(field node, sentence string) {
	if sentence == "" {
		field.RemoveAttribute("aria-invalid")
	} else {
		field.SetAttribute("aria-invalid", "true")
		field.SetAttribute("aria-describedby", "field-problem")
	}
	if box := find("field-problem"); box != nil {
		paint(box, view.FieldProblem(sentence))
	}
}

// fieldChanged hears of a field that is left with a new value, and of a kind that was chosen.
func (p *page) fieldChanged(event dom.Event) {
	d := p.state.Draft()
	if d == nil {
		return
	}
	if kind := closest(event, "[data-kind]"); kind != nil {
		row := closest(event, "[data-path]")
		d.SetKind(row.GetAttribute("data-path"), kind.Get("value").String())
		p.edited()
		return
	}
	field := closest(event, "[data-edit]")
	if field == nil || d.Problem != "" {
		return
	}
	// A literal may have become a text or a list, which has another field. The focus is still moving, so that waits.
	if n := p.state.NodeAt(closest(event, "[data-path]").GetAttribute("data-path")); n != nil && !view.FieldFits(n, field.Get("value").String()) {
		after(0, p.edited)
	}
}

func (p *page) addKey(event dom.Event) {
	d := p.state.Draft()
	if closest(event, "#adder") == nil || d == nil {
		return
	}
	event.PreventDefault()
	key := ""
	if field := find("add-key"); field != nil {
		key = field.Get("value").String()
	}
	path, sentence := d.Add(key, find("add-value").Get("value").String())
	if sentence != "" {
		p.complain(find("add-value"), sentence)
		return
	}
	p.edited()
	p.reveal(path)
	focus("field-" + path)
}

// recreateSoon recreates the draft when the typing rests.
func (p *page) recreateSoon() {
	if p.editPending != nil {
		p.editPending()
	}
	p.editPending = after(editPause, func() {
		p.editPending = nil
		p.recreateDraft()
	})
}

// recreateDraft asks the engine what from_config makes of the draft, if that is not known.
func (p *page) recreateDraft() {
	d := p.state.Draft()
	if d != nil && d.AsText && d.Problem != "" {
		keepDraft(d, p.state.Object, d.Text)
	}
	if d == nil || !d.Missed || d.Problem != "" || d.Unwritable() != "" {
		p.paint("recreated-body", view.Recreated(&p.state))
		return
	}
	d.Missed = false
	go p.sendDraft(d, p.state.Object)
}

// draftKept is how many bytes of an edited configuration the browser keeps.
const draftKept = 500_000

// keepDraft stores an edit, so that a reload does not lose it.
func keepDraft(d *view.Draft, object, config string) {
	if d.Changed() && len(config) < draftKept {
		save(storedDraft, object+"\n"+config)
	} else {
		forget(storedDraft)
	}
}

// restoreDraft brings back an edit from before a reload, once its object is there.
func (p *page) restoreDraft() {
	object, config, ok := strings.Cut(load(storedDraft), "\n")
	if ok && p.link.follow == nil && !p.link.open {
		p.state.Follow(share.State{Object: object, Config: config})
	}
}

func (p *page) sendDraft(d *view.Draft, object string) {
	config := d.ConfigAt(&view.Pace{Rest: rest()})
	keepDraft(d, object, config)
	p.runner.ask(&question{
		about: "draft", ofRun: true, slow: true,
		request: &protocol.Request{Recreate: &protocol.RecreateRequest{Object: object, Config: config}},
		done: func(response *protocol.Response) {
			if response == nil {
				return
			}
			d.Came(response.Recreated)
			p.paint("recreated-body", view.Recreated(&p.state))
			p.summarize()
		},
	})
}

// showText puts the editor into the place for a long text or for the draft's text.
func (p *page) showText() {
	host := find("config-text")
	if host == nil {
		p.dropText()
		return
	}
	o, d := p.state.Chosen(), p.state.Draft()
	key := o.Name + " " + string(p.state.Form)
	if d != nil {
		key = o.Name + " draft"
	}
	if key == p.textKey && (d != nil || p.textOf == o) && !host.Get("shadowRoot").IsNull() {
		return
	}
	p.textKey, p.textOf = key, o
	go func() { // a long text takes its time to be broken into lines
		content := ""
		if d != nil {
			content = d.Text
		} else {
			content = view.FormText(&p.state, o, &view.Pace{Rest: rest()})
		}
		if host := find("config-text"); host != nil && p.textKey == key {
			p.placeText(host, content, d != nil)
		}
	}()
}

func (p *page) placeText(host node, content string, editable bool) {
	if !host.Get("shadowRoot").IsNull() {
		p.textView.Call("replace", bytesTo([]byte(content)))
		return
	}
	if p.textTyped.IsUndefined() {
		p.textTyped = js.FuncOf(func(js.Value, []js.Value) any { p.textSoon(); return nil })
	}
	p.textView = bridge().Call("viewer", host.Value, bytesTo([]byte(content)), "Configuration as text", editable, p.textTyped)
}

// textSoon reads the draft's text when the typing rests, and recreates it.
func (p *page) textSoon() {
	if p.editPending != nil {
		p.editPending()
	}
	p.editPending = after(editPause, func() {
		p.editPending = nil
		if d := p.state.Draft(); d != nil && d.AsText {
			go p.readText(d, string(bytesOf(p.textView.Call("text"))))
		}
	})
}

func (p *page) readText(d *view.Draft, text string) {
	d.SetTextAt(text, &view.Pace{Rest: rest()})
	p.state.Refresh()
	if box := find("field-problem"); box != nil {
		paint(box, view.FieldProblem(d.Problem))
	}
	p.recreateDraft()
}

// dropText lets go of the editor of a text that is no longer shown.
func (p *page) dropText() { p.textKey, p.textOf = "", nil }
