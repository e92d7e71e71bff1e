//go:build js && wasm

package main

import (
	"encoding/binary"
	"strconv"
	"syscall/js"

	"honnef.co/go/js/dom/v2"

	"layerglass/core/protocol"
	"layerglass/web/view"
)

// The pane Model: the graph, where it is looked at from, and the keys and gestures that move there.

// graphView is the part of a picture that is in sight, in the picture's own units, and the worker that places its nodes.
type graphView struct {
	worker     js.Value
	asked      int // the last question to the worker
	x, y, w, h float64
	fitted     bool
	held       bool
	fromX      float64 // where the pointer was
	fromY      float64
	moved      bool
}

func (p *page) wireModel() {
	body := element("model-body")
	body.AddEventListener("click", false, p.clickModel)
	body.AddEventListener("keydown", false, p.keyInGraph)
	body.AddEventListener("pointerdown", false, p.grasp)
	body.AddEventListener("pointermove", false, p.drag)
	body.AddEventListener("pointerup", false, func(dom.Event) { p.letGo() })
	body.AddEventListener("pointercancel", false, func(dom.Event) { p.letGo() })
	body.AddEventListener("wheel", false, p.wheel)
}

// needGraph asks the engine for the chosen model's graph when Model is in front.
func (p *page) needGraph() {
	o := p.state.Chosen()
	if o == nil || o.Kind != "model" || query("main").GetAttribute("data-dock") != "model" || p.state.Stale || p.state.Picture != nil && p.state.Picture.Of == o {
		return
	}
	p.runner.ask(&question{about: "graph", ofRun: true, slow: true, request: &protocol.Request{Graph: &protocol.GraphRequest{Object: o.Name}}, done: func(r *protocol.Response) {
		if r == nil || r.Graph == nil || p.state.Chosen() != o {
			return
		}
		if len(r.Graph.Nodes) == 0 {
			p.state.Picture = nil
			p.paintModel()
			return
		}
		p.placeGraph(view.NewPicture(o, r.Graph, p.state.Picture))
	}})
}

// placeGraph has the nodes of a picture placed and then shows it. Until then the older picture stays.
func (p *page) placeGraph(picture *view.Picture) {
	g := &p.graph
	g.asked++
	q := picture.Question(g.asked)
	show := func() {
		fresh := p.state.Picture == nil || p.state.Picture.Width != picture.Width || p.state.Picture.Height != picture.Height
		p.state.Picture = picture
		g.fitted = g.fitted && !fresh
		p.paintModel()
	}
	if q == nil {
		show()
		return
	}
	if g.worker.IsUndefined() {
		g.worker = bridge().Call("layout")
	}
	list := make([]any, len(q))
	for i, n := range q {
		list[i] = n
	}
	var heard js.Func
	heard = js.FuncOf(func(_ js.Value, args []js.Value) any {
		a := numbers(args[0].Get("data"))
		if len(a) == 0 || a[0] != q[0] {
			return nil
		}
		g.worker.Call("removeEventListener", "message", heard)
		heard.Release()
		if a[0] == g.asked {
			picture.Place(a[1:])
			show()
		}
		return nil
	})
	g.worker.Call("addEventListener", "message", heard)
	g.worker.Call("postMessage", list)
}

// numbers copies an Int32Array into Go.
func numbers(v js.Value) []int {
	b := bytesOf(js.Global().Get("Uint8Array").New(v.Get("buffer")))
	out := make([]int, len(b)/4)
	for i := range out {
		out[i] = int(int32(binary.LittleEndian.Uint32(b[4*i:])))
	}
	return out
}

// paintModel paints the pane and looks at the picture from where it was looked at.
func (p *page) paintModel() {
	p.paint("model-body", view.Model(&p.state))
	if find("drawing") == nil {
		return
	}
	if !p.graph.fitted {
		p.fit()
	}
	p.look()
}

// fit brings the picture into sight: all of it where its text stays readable, else its beginning.
func (p *page) fit() {
	g, picture := &p.graph, p.state.Picture
	box := element("stage").Call("getBoundingClientRect")
	width, height := box.Get("width").Float(), box.Get("height").Float()
	if width < 1 || height < 1 {
		return
	}
	w, h := float64(picture.Width)+20, float64(picture.Height)+20
	scale := min(1, max(min(width/w, height/h), 0.55))
	g.w, g.h = width/scale, height/scale
	g.x, g.y = -10-(g.w-w)/2, -10.0
	if g.h > h {
		g.y = -10 - (g.h-h)/2
	}
	g.fitted = true
}

// look shows the part of the picture that is in sight.
func (p *page) look() {
	g := &p.graph
	if drawing := find("drawing"); drawing != nil && g.fitted {
		f := func(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }
		drawing.SetAttribute("viewBox", f(g.x)+" "+f(g.y)+" "+f(g.w)+" "+f(g.h))
	}
}

// zoom makes the picture larger or smaller around a place in it.
func (p *page) zoom(by, x, y float64) {
	g := &p.graph
	if w := g.w / by; w < 60 || w > 40*(float64(p.state.Picture.Width)+400) {
		return
	}
	g.x, g.y = x-(x-g.x)/by, y-(y-g.y)/by
	g.w, g.h = g.w/by, g.h/by
	p.look()
}

func (p *page) zoomMiddle(by float64) { p.zoom(by, p.graph.x+p.graph.w/2, p.graph.y+p.graph.h/2) }

func (p *page) clickModel(event dom.Event) {
	picture := p.state.Picture
	if picture == nil {
		return
	}
	value := func(attribute string) string {
		if hit := closest(event, "["+attribute+"]"); hit != nil {
			return hit.GetAttribute(attribute)
		}
		return ""
	}
	switch {
	case value("data-as") != "":
		picture.As = value("data-as")
		p.paintModel()
	case value("data-zoom") == "in":
		p.zoomMiddle(1.25)
	case value("data-zoom") == "out":
		p.zoomMiddle(0.8)
	case value("data-zoom") == "fit":
		p.fit()
		p.look()
	case value("data-save") != "":
		p.savePicture(picture, value("data-save"))
	case value("data-goto") != "":
		if n := picture.Node(picture.Chosen); n != nil {
			p.showPane("define")
			p.editor.goTo(n.Span)
		}
	case value("data-fold") != "":
		i, _ := strconv.Atoi(value("data-fold"))
		p.foldNode(i)
	case value("data-node") != "" && !p.graph.moved:
		i, _ := strconv.Atoi(value("data-node"))
		p.chooseNode(i)
	}
	p.graph.moved = false
}

// chooseNode tells about a node, and lights up its config and its code.
func (p *page) chooseNode(i int) {
	picture := p.state.Picture
	n := picture.Node(i)
	if n == nil {
		return
	}
	picture.Chosen = i
	p.paintModel()
	focus("node-" + strconv.Itoa(i))
	if picture.Of != p.state.Chosen() {
		return // the picture is that of an older run
	}
	if path, config := picture.ConfigOf(i); config != nil && p.state.Draft() == nil {
		p.reveal(path)
		p.choose(path, false)
	}
	if n.Span.Start < n.Span.End && !p.state.Stale {
		p.editor.light(true, n.Span)
	}
}

// foldNode opens or folds a model inside of the model.
func (p *page) foldNode(i int) {
	picture := p.state.Picture
	if n := picture.Node(i); n != nil {
		picture.Open[n.Path] = !picture.Open[n.Path]
		again := view.NewPicture(picture.Of, picture.Graph, picture)
		again.Chosen = i
		p.placeGraph(again)
	}
}

// keyInGraph moves from node to node, zooms and folds.
func (p *page) keyInGraph(event dom.Event) {
	node, picture := closest(event, "[data-node]"), p.state.Picture
	if node == nil || picture == nil || event.Underlying().Get("ctrlKey").Bool() || event.Underlying().Get("altKey").Bool() {
		return
	}
	i, _ := strconv.Atoi(node.GetAttribute("data-node"))
	switch key := keyOf(event); key {
	case "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End":
		p.goToNode(node, picture.Step(i, key))
	case "Enter":
		p.chooseNode(i)
	case " ":
		if node.HasAttribute("aria-expanded") {
			p.foldNode(i)
		} else {
			p.chooseNode(i)
		}
	case "+", "=":
		p.zoomMiddle(1.25)
	case "-":
		p.zoomMiddle(0.8)
	case "0":
		p.fit()
		p.look()
	default:
		return
	}
	event.PreventDefault()
}

// goToNode moves the focus to another node and brings it into sight.
func (p *page) goToNode(from node, to int) {
	next := find("node-" + strconv.Itoa(to))
	if next == nil {
		return
	}
	from.SetAttribute("tabindex", "-1")
	next.SetAttribute("tabindex", "0")
	focus("node-" + strconv.Itoa(to))
	place, ok := p.state.Picture.Rectangle(to)
	if g := &p.graph; ok {
		x, y, w, h := float64(place[0]), float64(place[1]), float64(place[2]), float64(place[3])
		g.x = max(min(g.x, x-10), x+w+10-g.w)
		g.y = max(min(g.y, y-10), y+h+10-g.h)
		p.look()
	}
}

// grasp begins to move the picture.
func (p *page) grasp(event dom.Event) {
	g, e := &p.graph, event.Underlying()
	if closest(event, "#stage") == nil || e.Get("button").Int() != 0 {
		return
	}
	g.held, g.moved = true, false
	g.fromX, g.fromY = e.Get("clientX").Float(), e.Get("clientY").Float()
}

func (p *page) drag(event dom.Event) {
	g, e := &p.graph, event.Underlying()
	stage := find("stage")
	if !g.held || stage == nil {
		return
	}
	x, y := e.Get("clientX").Float(), e.Get("clientY").Float()
	dx, dy := x-g.fromX, y-g.fromY
	if !g.moved {
		if dx*dx+dy*dy < 16 {
			return
		}
		g.moved = true
		stage.SetAttribute("data-held", "")
		stage.Call("setPointerCapture", e.Get("pointerId"))
	}
	scale := g.w / stage.Get("clientWidth").Float()
	g.x, g.y = g.x-dx*scale, g.y-dy*scale
	g.fromX, g.fromY = x, y
	p.look()
}

func (p *page) letGo() {
	p.graph.held = false
	if stage := find("stage"); stage != nil {
		stage.RemoveAttribute("data-held")
	}
}

// wheel moves the picture, and zooms with Ctrl, as a pinch on a touch pad does.
func (p *page) wheel(event dom.Event) {
	stage := closest(event, "#stage")
	if stage == nil || p.state.Picture == nil {
		return
	}
	event.PreventDefault()
	g, e := &p.graph, event.Underlying()
	scale := g.w / stage.Get("clientWidth").Float()
	if !e.Get("ctrlKey").Bool() && !e.Get("metaKey").Bool() {
		g.x, g.y = g.x+e.Get("deltaX").Float()*scale, g.y+e.Get("deltaY").Float()*scale
		p.look()
		return
	}
	box := stage.Call("getBoundingClientRect")
	x := g.x + (e.Get("clientX").Float()-box.Get("left").Float())*scale
	y := g.y + (e.Get("clientY").Float()-box.Get("top").Float())*scale
	by := 1.1
	if e.Get("deltaY").Float() > 0 {
		by = 1 / by
	}
	p.zoom(by, x, y)
}

// savePicture saves the picture as a file.
func (p *page) savePicture(picture *view.Picture, form string) {
	svg := bytesTo([]byte(picture.SVG(true).String()))
	failed := func(js.Value) { p.status.say("the picture could not be saved") }
	name := picture.Of.Name + "." + form
	then(bridge().Call("files"), func(files js.Value) {
		if form == "svg" {
			files.Call("download", name, "image/svg+xml", svg)
			p.status.say("saved " + name)
			return
		}
		then(files.Call("picture", name, svg, picture.Width+20, picture.Height+20), func(js.Value) { p.status.say("saved " + name) }, failed)
	}, failed)
}
