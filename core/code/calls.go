package code

import (
	"slices"
	"strings"

	"layerglass/core/keras/ops"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// call writes one call of the graph.
func (m *graph) call(i int, s step) {
	v := s.v
	args := m.arguments(v.nodes[s.node], v)
	var e expr
	if op := ops.FindClass(v.module, v.class); op != nil {
		e = m.operation(op, v, v.nodes[s.node], args)
	} else {
		e = m.layer(v)
		tail := callOf("", args...)
		e.tail += tail.String()
	}
	name := m.outputName(i, s)
	m.vars[ref{v.name, s.node}] = name
	m.emit(assign(name, e))
}

// layer writes the layer that is called: its constructor, or its variable where it is called again or is a model.
func (m *graph) layer(v *vertex) expr {
	if v.variable != "" {
		return atom(v.variable)
	}
	e := m.object(v.module, v.class, v.registered, v.config)
	model := v.class == "Sequential" || v.class == "Functional" || isFunctional(v.config)
	if len(v.nodes) == 1 && !model {
		return e
	}
	wish := v.name
	if !isIdentifier(wish) {
		wish = "layer"
	}
	v.variable = m.free(wish)
	m.emit(assign(v.variable, e))
	if v.class == "Sequential" {
		m.build(v.variable, &named{class: v.class, config: v.config})
	}
	return atom(v.variable)
}

// arguments writes what a call is given. Keras notes a mask and training that nobody gave; they are left out.
func (m *graph) arguments(node *object.Dict, v *vertex) []item {
	var out []item
	args, _ := sequence(object.Of(orNone(node.GetName("args"))))
	for _, a := range args {
		out = append(out, item{expr: m.argumentValue(a)})
	}
	kwargs, _ := object.Of(orNone(node.GetName("kwargs"))).(*object.Dict)
	if kwargs == nil {
		return out
	}
	for k, x := range kwargs.All() {
		if name := text(k); (name == "mask" || name == "training") && (x == object.None || x == object.False) && !m.names {
			continue
		}
		if text(k) == "mask" && !m.masks {
			continue
		}
		out = append(out, item{text(k) + "=", m.argumentValue(x)})
	}
	return out
}

// dropMasks finds the operations whose outputs are used as masks alone, and by operations that are dropped too. Keras notes the
// masks that it hands on itself as if they had been given.
func (m *graph) dropMasks() {
	if m.masks {
		return
	}
	for i := len(m.steps) - 1; i >= 0; i-- {
		s := m.steps[i]
		r := ref{s.v.name, s.node}
		only := len(m.uses[r]) > 0 && ops.FindClass(s.v.module, s.v.class) != nil && len(s.v.nodes) == 1
		for _, u := range m.uses[r] {
			only = only && u < len(m.steps) && (m.dropped[m.steps[u].v] || m.isMask(m.steps[u], r))
		}
		if only {
			m.dropped[s.v] = true
		}
	}
}

// isMask reports whether a call takes an output as its mask and nowhere else.
func (m *graph) isMask(s step, r ref) bool {
	node := s.v.nodes[s.node]
	var given []ref
	tensorsIn(orNone(node.GetName("args")), &given, 0)
	kwargs, _ := object.Of(orNone(node.GetName("kwargs"))).(*object.Dict)
	if kwargs == nil {
		return false
	}
	for k, x := range kwargs.All() {
		if text(k) != "mask" {
			tensorsIn(x, &given, 0)
		}
	}
	return !slices.Contains(given, r)
}

// argumentValue writes a value in which tensors may stand.
func (m *graph) argumentValue(v object.Object) expr {
	switch x := object.Of(v).(type) {
	case *object.Dict:
		if r, i, ok := history(x); ok {
			return atom(m.tensor(r, i))
		}
		if text(x.GetName("class_name")) != "" {
			return m.value(v)
		}
		e := expr{open: "{", close: "}"}
		for k, y := range x.All() {
			e.items = append(e.items, item{m.literalText(k) + ": ", m.argumentValue(y)})
		}
		return e
	case *object.List:
		e := expr{open: "[", close: "]"}
		for _, y := range x.Items {
			e.items = append(e.items, item{expr: m.argumentValue(y)})
		}
		return e
	case *object.Tuple:
		e := expr{open: "(", close: ")", comma: true}
		for _, y := range x.Items {
			e.items = append(e.items, item{expr: m.argumentValue(y)})
		}
		return e
	}
	return m.value(v)
}

// operators are the operations that people write with a sign.
var operators = map[string]string{"Add": "+", "Subtract": "-", "Multiply": "*", "TrueDivide": "/", "Divide": "/", "Power": "**", "Matmul": "@", "Mod": "%",
	"FloorDivide": "//"}

// operation writes a call of a function of keras.ops.
func (m *graph) operation(op *ops.Op, v *vertex, node *object.Dict, args []item) expr {
	public := "keras.ops." + op.Path()
	if op.Module == "random" {
		public = "keras." + op.Path()
	}
	f := spec.FindFunc(public)
	if f == nil || !m.auto(v.class, v.name) {
		return m.operationClass(v, args)
	}
	if sign := operators[v.class]; sign != "" && len(args) == 2 && args[1].key == "" && m.isTensor(node, 0) {
		return atom(args[0].text + " " + sign + " " + args[1].expr.String())
	}
	if v.class == "GetItem" && len(args) == 2 && m.isTensor(node, 0) {
		if s, ok := m.subscript(node); ok {
			return atom(args[0].text + "[" + s + "]")
		}
	}
	sig := f.In(m.lab.t).Signature()
	e := callOf(public)
	behind := true
	for _, p := range sig.Params {
		behind = behind && p.Kind != object.VarPositional
	}
	for i, p := range sig.Params {
		if x := v.config.GetName(p.Name.String()); x != nil && !behind && p.Default == nil { // einsum(subscripts, *operands)
			e.items = append(e.items, item{expr: m.value(x)})
		} else if i == 0 || p.Kind == object.VarPositional {
			break
		}
	}
	leading := len(e.items)
	e.items = append(e.items, args...)
	for i, p := range sig.Params {
		if i < leading {
			continue
		}
		x := v.config.GetName(p.Name.String())
		if x == nil || p.Default != nil && m.lab.same(p.Default, x, false) || p.Name.String() == "name" {
			continue
		}
		e.items = append(e.items, item{p.Name.String() + "=", m.value(x)})
	}
	return e
}

// operationClass writes the call of the class behind an operation, where the function cannot give the name.
func (m *graph) operationClass(v *vertex, args []item) expr {
	line := "from " + v.module + " import " + v.class
	if !slices.Contains(m.imports, line) {
		m.imports = append(m.imports, line)
	}
	if m.live != nil {
		if err := m.live.exec(line); err != nil {
			m.live = nil
		}
	}
	e := callOf(v.class)
	for k, x := range v.config.All() {
		e.items = append(e.items, item{text(k) + "=", m.value(x)})
	}
	tail := callOf("", args...)
	e.tail = tail.String()
	return e
}

// isTensor reports whether an argument of a call is a tensor, and nothing around it.
func (m *graph) isTensor(node *object.Dict, i int) bool {
	args, _ := sequence(object.Of(orNone(node.GetName("args"))))
	if i >= len(args) {
		return false
	}
	d, ok := object.Of(args[i]).(*object.Dict)
	if !ok {
		return false
	}
	_, _, ok = history(d)
	return ok
}

// subscript writes the index of x[…]: slices, numbers, an ellipsis, in a tuple or alone.
func (m *graph) subscript(node *object.Dict) (string, bool) {
	args, _ := sequence(object.Of(orNone(node.GetName("args"))))
	index := args[1]
	if d, ok := object.Of(index).(*object.Dict); ok && text(d.GetName("class_name")) == "__tuple__" {
		if c, ok := object.Of(orNone(d.GetName("config"))).(*object.Dict); ok {
			index = orNone(c.GetName("value"))
		}
	}
	list, many := sequence(object.Of(index))
	if !many {
		list = []object.Object{index}
	}
	var parts []string
	for _, x := range list {
		s, ok := m.bound(x)
		if !ok {
			return "", false
		}
		parts = append(parts, s)
	}
	return strings.Join(parts, ", "), len(parts) > 0
}

func (m *graph) bound(v object.Object) (string, bool) {
	switch x := object.Of(v).(type) {
	case object.Int, *object.NoneType:
		return m.literalText(v), true
	case *object.Dict:
		c, _ := object.Of(orNone(x.GetName("config"))).(*object.Dict)
		switch text(x.GetName("class_name")) {
		case "__ellipsis__":
			return "...", true
		case "__slice__":
			if c == nil {
				return "", false
			}
			return m.limits(c), true
		}
	}
	return "", false
}

// limits writes start:stop:step with what is None left out.
func (m *graph) limits(c *object.Dict) string {
	get := func(name string) string {
		if v := orNone(c.GetName(name)); v != object.None {
			return m.literalText(v)
		}
		return ""
	}
	s := get("start") + ":" + get("stop")
	if step := get("step"); step != "" {
		s += ":" + step
	}
	return s
}
