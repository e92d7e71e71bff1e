// Package models holds keras.Model, keras.Sequential and the functional model, and the graph of operations behind them.
package models

import (
	"sort"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// graph is what lies between the inputs and the outputs of a functional model.
type graph struct {
	inStruct, outStruct object.Object // as they were given: tensors in lists, tuples and dicts
	inputs, outputs     []*tensor.KerasTensor
	nodes               map[*tensor.Node]bool
	byDepth             [][]*tensor.Node // from the inputs on
	operations          []*object.Instance
	// anySize marks the graph inside a Sequential, which Keras runs on values of other sizes than those it was built for.
	anySize bool
}

type graphsKey struct{}

// graphs are the session's models with their graphs.
func graphs(t *object.Thread) map[*object.Instance]*graph {
	return t.State(graphsKey{}, func() any { return map[*object.Instance]*graph{} }).(map[*object.Instance]*graph)
}

// tensorsOf flattens a structure of symbolic tensors; something else in it is refused.
func tensorsOf(what string, v object.Object) ([]*tensor.KerasTensor, error) {
	var out []*tensor.KerasTensor
	for _, leaf := range tree.Flatten(v) {
		x, ok := leaf.(*tensor.KerasTensor)
		if !ok || x.Traced() {
			return nil, object.ValueError("The %s of a graph must be KerasTensors, as keras.Input and calls of layers give them; a %s is none.",
				what, leaf.Class().Name)
		}
		out = append(out, x)
	}
	return out, nil
}

// walk collects the nodes behind the outputs, each behind those it depends on, and numbers the operations as they are
// met. It keeps its own stack: a model may have thousands of layers one behind another.
type walk struct {
	stop     map[*tensor.KerasTensor]bool // the inputs
	done     map[*tensor.Node]bool
	active   map[*tensor.Node]bool
	order    []*tensor.Node
	numbered map[*object.Instance]int
}

func newWalk(inputs []*tensor.KerasTensor) *walk {
	w := &walk{stop: map[*tensor.KerasTensor]bool{}, done: map[*tensor.Node]bool{}, active: map[*tensor.Node]bool{}, numbered: map[*object.Instance]int{}}
	for _, x := range inputs {
		w.stop[x] = true
	}
	return w
}

type step struct {
	node *tensor.Node
	next int
}

func (w *walk) from(x *tensor.KerasTensor) error {
	var stack []step
	enter := func(x *tensor.KerasTensor) error {
		n := x.History
		if n == nil || w.done[n] {
			return nil
		}
		if len(n.Inputs) > 0 && w.stop[x] {
			w.done[n] = true
			return nil
		}
		if w.active[n] {
			return object.ValueError("The tensor %s of '%s' depends on itself.", x.Name, operation.Name(n.Operation))
		}
		if _, ok := w.numbered[n.Operation]; !ok {
			w.numbered[n.Operation] = len(w.numbered)
		}
		w.active[n] = true
		stack = append(stack, step{node: n})
		return nil
	}
	if err := enter(x); err != nil {
		return err
	}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.next < len(top.node.Inputs) {
			in := top.node.Inputs[top.next]
			top.next++
			if err := enter(in); err != nil {
				return err
			}
			continue
		}
		w.done[top.node] = true
		delete(w.active, top.node)
		w.order = append(w.order, top.node)
		stack = stack[:len(stack)-1]
	}
	return nil
}

// newGraph maps what lies between inputs and outputs, as keras.src.ops.function.map_graph does.
func newGraph(inStruct, outStruct object.Object) (*graph, error) {
	g := &graph{inStruct: inStruct, outStruct: outStruct, nodes: map[*tensor.Node]bool{}}
	var err error
	if g.inputs, err = tensorsOf("inputs", inStruct); err != nil {
		return nil, err
	}
	if g.outputs, err = tensorsOf("outputs", outStruct); err != nil {
		return nil, err
	}
	if len(g.inputs) == 0 || len(g.outputs) == 0 {
		return nil, object.ValueError("A graph needs at least one input and one output.")
	}
	w := newWalk(g.inputs)
	for _, x := range g.outputs {
		if err := w.from(x); err != nil {
			return nil, err
		}
	}
	g.arrange(w)
	if err := g.connected(); err != nil {
		return nil, err
	}
	if err := g.unique(); err != nil {
		return nil, err
	}
	return g, g.reachable()
}

// depths keeps depths in the order in which they were first set, as Python's dict does.
type depths[K comparable] struct {
	of   map[K]int
	keys []K
}

func newDepths[K comparable]() *depths[K] { return &depths[K]{of: map[K]int{}} }

func (d *depths[K]) set(k K, n int) {
	if _, ok := d.of[k]; !ok {
		d.keys = append(d.keys, k)
	}
	d.of[k] = n
}

// arrange sorts nodes and operations by their distance from the outputs.
func (g *graph) arrange(w *walk) {
	inGraph := map[*tensor.Node]bool{}
	for _, n := range w.order {
		inGraph[n], g.nodes[n] = true, true
	}
	nodes, ops := newDepths[*tensor.Node](), newDepths[*object.Instance]()
	for i := len(w.order) - 1; i >= 0; i-- {
		n := w.order[i]
		depth := max(nodes.of[n], ops.of[n.Operation])
		ops.set(n.Operation, depth)
		nodes.set(n, depth)
		for _, x := range n.Inputs {
			if from := x.History; from != nil && inGraph[from] {
				nodes.set(from, max(depth+1, nodes.of[from]))
			}
		}
	}
	for _, x := range g.inputs {
		n := x.History
		if n == nil {
			continue
		}
		if _, ok := ops.of[n.Operation]; !ok && len(n.Inputs) == 0 {
			ops.set(n.Operation, 0)
			w.numbered[n.Operation] = -1
			nodes.set(n, 0)
			g.nodes[n] = true
		}
	}
	deepest := 0
	for _, d := range nodes.of {
		deepest = max(deepest, d)
	}
	g.byDepth = make([][]*tensor.Node, deepest+1)
	for _, n := range nodes.keys {
		at := deepest - nodes.of[n]
		g.byDepth[at] = append(g.byDepth[at], n)
	}
	g.operations = append(g.operations, ops.keys...)
	sort.SliceStable(g.operations, func(i, j int) bool {
		a, b := g.operations[i], g.operations[j]
		if ops.of[a] != ops.of[b] {
			return ops.of[a] > ops.of[b]
		}
		return w.numbered[a] < w.numbered[b]
	})
}

// connected checks that every node's inputs come from the model's inputs.
func (g *graph) connected() error {
	known := map[*tensor.KerasTensor]bool{}
	for _, x := range g.inputs {
		known[x] = true
	}
	for _, level := range g.byDepth {
		for _, n := range level {
			for _, x := range n.Inputs {
				if !known[x] {
					return object.ValueError("The graph is not connected: '%s' takes the tensor %s, which the inputs do not lead to. "+
						"Add what makes it to the inputs.", operation.Name(n.Operation), x.Name)
				}
			}
			for _, x := range n.Outputs {
				known[x] = true
			}
		}
	}
	return nil
}

// reachable checks that the outputs can be computed from the model's inputs: another Input may lie behind one of them.
func (g *graph) reachable() error {
	known := map[*tensor.KerasTensor]bool{}
	for _, x := range g.inputs {
		known[x] = true
	}
	var cut *tensor.Node // the first call that cannot be made
	for _, level := range g.byDepth {
		for _, n := range level {
			if len(n.Inputs) == 0 {
				continue
			}
			if !all(n.Inputs, known) {
				if cut == nil {
					cut = n
				}
				continue
			}
			for _, x := range n.Outputs {
				known[x] = true
			}
		}
	}
	for _, x := range g.outputs {
		if known[x] {
			continue
		}
		if cut == nil {
			return object.ValueError("The output %s is not connected to the inputs.", x.Name)
		}
		return object.ValueError("The output %s is not connected to the inputs: '%s' also depends on another Input. Add it to the inputs.",
			x.Name, operation.Name(cut.Operation))
	}
	return nil
}

func all(list []*tensor.KerasTensor, in map[*tensor.KerasTensor]bool) bool {
	for _, x := range list {
		if !in[x] {
			return false
		}
	}
	return true
}

// unique checks that no two operations have the same name.
func (g *graph) unique() error {
	count := map[string]int{}
	for _, op := range g.operations {
		count[operation.Name(op)]++
	}
	for _, op := range g.operations {
		if n := operation.Name(op); count[n] > 1 {
			return object.ValueError("The name \"%s\" is used %d times in the model. Every layer and operation needs a name of its own: pass name=.", n, count[n])
		}
	}
	return nil
}

// run takes values for the inputs through the graph; call applies one operation.
func (g *graph) run(values []object.Object, call func(op *object.Instance, a object.Args) (object.Object, error)) (object.Object, error) {
	known := make(map[*tensor.KerasTensor]object.Object, len(values))
	for i, x := range g.inputs {
		known[x] = values[i]
	}
	fill := func(v object.Object) (object.Object, error) {
		if x, ok := v.(*tensor.KerasTensor); ok {
			if got := known[x]; got != nil {
				return got, nil
			}
		}
		return v, nil
	}
	for _, level := range g.byDepth {
		for _, n := range level {
			if len(n.Inputs) == 0 || !computed(n, known) {
				continue
			}
			args, err := tree.Map(n.Args, fill)
			if err != nil {
				return nil, err
			}
			a := object.Args{Pos: args.(*object.Tuple).Items}
			for k, v := range n.Kwargs.All() {
				v, err := tree.Map(v, fill)
				if err != nil {
					return nil, err
				}
				a.Kw = append(a.Kw, object.Kwarg{Name: k.(*object.Str), Value: v})
			}
			out, err := call(n.Operation, a)
			if err != nil {
				return nil, err
			}
			for i, v := range tree.Flatten(out) {
				if i < len(n.Outputs) {
					known[n.Outputs[i]] = v
				}
			}
		}
	}
	leaves := make([]object.Object, len(g.outputs))
	for i, x := range g.outputs {
		if leaves[i] = known[x]; leaves[i] == nil {
			return nil, object.ValueError("The output %s is not connected to the inputs.", x.Name)
		}
	}
	return tree.Pack(g.outStruct, leaves)
}

// computed reports whether all inputs of a call have values.
func computed(n *tensor.Node, known map[*tensor.KerasTensor]object.Object) bool {
	for _, x := range n.Inputs {
		if known[x] == nil {
			return false
		}
	}
	return true
}
