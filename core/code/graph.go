package code

import (
	"sort"
	"strconv"
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

// graph is a functional model's config, taken apart.
type graph struct {
	*generator
	layers map[string]*vertex
	order  []*vertex
	steps  []step
	uses   map[ref][]int // at which steps an output is used; len(steps) stands for the model's outputs
	vars   map[ref]string
	// dropped are operations that only make masks, which Keras makes itself.
	dropped map[*vertex]bool
}

// vertex is one layer or operation of the graph.
type vertex struct {
	name, module, class, registered string
	config                          *object.Dict
	nodes                           []*object.Dict
	variable                        string // set when the layer has a variable of its own
}

// ref is one call of a layer.
type ref struct {
	layer string
	node  int
}

// step is one call, in an order in which everything is there before it is used.
type step struct {
	v    *vertex
	node int
}

// functional writes the calls that make up a graph, each as a statement, and returns the model's constructor.
func (g *generator) functional(class, module, registered string, config *object.Dict) expr {
	m := &graph{generator: g, layers: map[string]*vertex{}, uses: map[ref][]int{}, vars: map[ref]string{}, dropped: map[*vertex]bool{}}
	m.read(config)
	if !m.schedule(config) {
		g.note("The graph cannot be put in order: a layer's input is missing in the config.")
		return callOf("keras.Model.from_config", item{expr: g.raw(config)})
	}
	for _, v := range m.inputLayers() {
		r := ref{v.name, 0}
		m.vars[r] = g.free(m.inputName(v))
		g.emit(assign(m.vars[r], g.input(v.config)))
	}
	m.dropMasks()
	for i, s := range m.steps {
		if !m.dropped[s.v] {
			m.call(i, s)
		}
	}
	e := callOf("keras.Model", item{"inputs=", m.tensors(config.GetName("input_layers"))}, item{"outputs=", m.tensors(config.GetName("output_layers"))})
	if class != "Functional" && find(module, class) == nil {
		g.needs(class, module)
		e.text = class
	}
	return g.modelOptions(e, class, config)
}

// inputLayers lists the inputs, by their numbers where they have automatic names.
func (m *graph) inputLayers() []*vertex {
	var out []*vertex
	for _, v := range m.order {
		if v.class == "InputLayer" {
			out = append(out, v)
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, auto := number(out[i])
		b, also := number(out[j])
		return auto && also && a < b
	})
	return out
}

// read lists the layers.
func (m *graph) read(config *object.Dict) {
	list, _ := sequence(object.Of(orNone(config.GetName("layers"))))
	for _, x := range list {
		d, ok := object.Of(x).(*object.Dict)
		if !ok {
			continue
		}
		c, _ := object.Of(orNone(d.GetName("config"))).(*object.Dict)
		v := &vertex{name: text(d.GetName("name")), module: text(d.GetName("module")), class: text(d.GetName("class_name")),
			registered: text(d.GetName("registered_name")), config: c}
		nodes, _ := sequence(object.Of(orNone(d.GetName("inbound_nodes"))))
		for _, n := range nodes {
			if nd, ok := object.Of(n).(*object.Dict); ok {
				v.nodes = append(v.nodes, nd)
			}
		}
		if c == nil {
			continue
		}
		m.layers[v.name] = v
		m.order = append(m.order, v)
	}
}

// schedule puts the calls in order; it is false when some can never be made. Where it is free to choose, greater comes before
// greater_1: so the names come out by themselves.
func (m *graph) schedule(config *object.Dict) bool {
	p := &plan{graph: m, known: map[ref]bool{}, next: map[*vertex]int{}, after: m.numbered()}
	for _, v := range m.order {
		if v.class == "InputLayer" {
			p.known[ref{v.name, 0}] = true
		}
	}
	for p.pass(true) || p.pass(false) {
	}
	for _, v := range m.order {
		if v.class != "InputLayer" && p.next[v] < len(v.nodes) {
			return false
		}
	}
	var out []ref
	m.outputs(config.GetName("output_layers"), &out)
	for _, r := range out {
		m.uses[r] = append(m.uses[r], len(m.steps))
	}
	return all(out, p.known)
}

// plan is a schedule being made.
type plan struct {
	*graph
	known map[ref]bool
	next  map[*vertex]int
	after map[*vertex]*vertex // the one whose name comes before
}

// pass makes the calls whose inputs are there, and reports whether there were any.
func (p *plan) pass(byName bool) bool {
	found := false
	for _, v := range p.order {
		for v.class != "InputLayer" && p.next[v] < len(v.nodes) {
			refs := p.inputs(v.nodes[p.next[v]])
			first := p.after[v]
			if !all(refs, p.known) || byName && first != nil && p.next[first] == 0 && len(first.nodes) > 0 {
				break
			}
			for _, r := range refs {
				p.uses[r] = append(p.uses[r], len(p.steps))
			}
			p.steps = append(p.steps, step{v, p.next[v]})
			p.known[ref{v.name, p.next[v]}] = true
			p.next[v]++
			found = true
			if !byName {
				return true
			}
		}
	}
	return found
}

// numbered finds for each layer the one of its class whose automatic name comes just before.
func (m *graph) numbered() map[*vertex]*vertex {
	out := map[*vertex]*vertex{}
	last := map[string][]*vertex{}
	for _, v := range m.order {
		if _, ok := number(v); ok && v.class != "InputLayer" {
			last[v.class] = append(last[v.class], v)
		}
	}
	for _, list := range last {
		sort.SliceStable(list, func(i, j int) bool {
			a, _ := number(list[i])
			b, _ := number(list[j])
			return a < b
		})
		for i := 1; i < len(list); i++ {
			out[list[i]] = list[i-1]
		}
	}
	return out
}

// number reads the number of an automatic name: 0 of "dense", 2 of "dense_2".
func number(v *vertex) (int, bool) {
	rest, ok := strings.CutPrefix(v.name, operation.SnakeCase(v.class))
	if !ok || rest == "" {
		return 0, ok
	}
	n, err := strconv.Atoi(strings.TrimPrefix(rest, "_"))
	return n, err == nil && rest[0] == '_'
}

func all(refs []ref, known map[ref]bool) bool {
	for _, r := range refs {
		if !known[r] {
			return false
		}
	}
	return true
}

// inputs lists the calls whose outputs a node takes.
func (m *graph) inputs(node *object.Dict) []ref {
	var out []ref
	tensorsIn(node, &out, 0)
	return out
}

func tensorsIn(v object.Object, out *[]ref, depth int) {
	if depth > 60 {
		return
	}
	if d, ok := object.Of(v).(*object.Dict); ok {
		if r, _, ok := history(d); ok {
			*out = append(*out, r)
			return
		}
		for _, x := range d.All() {
			tensorsIn(x, out, depth+1)
		}
	}
	list, _ := sequence(object.Of(v))
	for _, x := range list {
		tensorsIn(x, out, depth+1)
	}
}

// history reads the place of a tensor in the graph.
func history(d *object.Dict) (r ref, tensor int, ok bool) {
	if text(d.GetName("class_name")) != "__keras_tensor__" {
		return r, 0, false
	}
	c, _ := object.Of(orNone(d.GetName("config"))).(*object.Dict)
	if c == nil {
		return r, 0, false
	}
	return place(c.GetName("keras_history"))
}

// place reads ["layer", node, tensor].
func place(v object.Object) (r ref, tensor int, ok bool) {
	list, _ := sequence(object.Of(orNone(v)))
	if len(list) != 3 || text(list[0]) == "" {
		return r, 0, false
	}
	node, ok1 := object.AsInt64(list[1])
	index, ok2 := object.AsInt64(list[2])
	return ref{text(list[0]), int(node)}, int(index), ok1 && ok2
}

// end reads a place in the lists of inputs and outputs, where the calls of functional models are counted from one.
func (m *graph) end(v object.Object) (r ref, tensor int, ok bool) {
	r, tensor, ok = place(v)
	if l := m.layers[r.layer]; ok && l != nil && (l.class == "Functional" || isFunctional(l.config)) {
		r.node--
	}
	return r, tensor, ok
}

// outputs lists the places in a structure of them.
func (m *graph) outputs(v object.Object, out *[]ref) {
	if r, _, ok := m.end(v); ok {
		*out = append(*out, r)
		return
	}
	list, _ := sequence(object.Of(orNone(v)))
	for _, x := range list {
		m.outputs(x, out)
	}
	if d, ok := object.Of(orNone(v)).(*object.Dict); ok {
		for _, x := range d.All() {
			m.outputs(x, out)
		}
	}
}

// tensors writes a structure of places with the variables that hold them.
func (m *graph) tensors(v object.Object) expr {
	if r, i, ok := m.end(v); ok {
		return atom(m.tensor(r, i))
	}
	switch x := object.Of(orNone(v)).(type) {
	case *object.Dict:
		e := expr{open: "{", close: "}"}
		for k, y := range x.All() {
			e.items = append(e.items, item{m.literalText(k) + ": ", m.tensors(y)})
		}
		return e
	case *object.List:
		e := expr{open: "[", close: "]"}
		for _, y := range x.Items {
			e.items = append(e.items, item{expr: m.tensors(y)})
		}
		return e
	case *object.Tuple:
		e := expr{open: "(", close: ")", comma: true}
		for _, y := range x.Items {
			e.items = append(e.items, item{expr: m.tensors(y)})
		}
		return e
	}
	return m.value(orNone(v))
}

// tensor writes one output of a call: the variable, or a part of it where the call gives several.
func (m *graph) tensor(r ref, i int) string {
	name := m.vars[r]
	if m.live != nil {
		return name + part(m.live.globals.GetName(name), &i)
	}
	if i > 0 {
		return name + "[" + strconv.Itoa(i) + "]"
	}
	return name
}

// part writes where the i-th tensor of a structure stands; i counts down on the way.
func part(v object.Object, i *int) string {
	if list, ok := sequence(object.Of(orNone(v))); ok {
		for n, x := range list {
			if s := part(x, i); *i < 0 {
				return "[" + strconv.Itoa(n) + "]" + s
			}
		}
		return ""
	}
	if d, ok := object.Of(orNone(v)).(*object.Dict); ok {
		var keys []string
		for k := range d.All() {
			keys = append(keys, text(k))
		}
		sort.Strings(keys)
		for _, k := range keys {
			if s := part(d.GetName(k), i); *i < 0 {
				return "[" + quote(k) + "]" + s
			}
		}
		return ""
	}
	*i--
	return ""
}

// inputName is a variable for an input: its own name, or "inputs".
func (m *graph) inputName(v *vertex) string {
	if strings.HasPrefix(v.name, "input_layer") || !isIdentifier(v.name) {
		return "inputs"
	}
	return v.name
}

// outputName is a variable for what a call gives: "x" where the next step alone uses it, "outputs" of the model, else the layer's
// name.
func (m *graph) outputName(i int, s step) string {
	uses := m.uses[ref{s.v.name, s.node}]
	switch {
	case len(uses) == 1 && uses[0] == i+1 && i+1 < len(m.steps):
		return "x"
	case len(uses) == 1 && uses[0] == len(m.steps) && i == len(m.steps)-1:
		return m.free("outputs")
	case isIdentifier(s.v.name) && s.node == 0 && s.v.variable == "":
		return m.free(s.v.name)
	}
	return m.free("x")
}

// free returns a variable that is not taken yet, made of a wish.
func (g *generator) free(wish string) string {
	name := wish
	for n := 2; g.taken[name] || reserved[name]; n++ {
		name = wish + "_" + strconv.Itoa(n)
	}
	g.taken[name] = true
	return name
}

// reserved are names that must keep their meaning.
var reserved = map[string]bool{"keras": true, "layers": true, "np": true, "x": true, "lambda": true, "and": true, "or": true, "not": true, "in": true,
	"is": true, "if": true, "else": true, "for": true, "from": true, "import": true, "class": true, "def": true, "return": true, "with": true, "as": true,
	"pass": true, "del": true, "global": true, "try": true, "while": true, "yield": true, "slice": true, "float": true, "True": true, "False": true, "None": true}
