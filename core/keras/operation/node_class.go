package operation

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// node is one call of an operation as a program sees it: an element of _inbound_nodes. A node is one object however often it is asked for.
type node struct{ *tensor.Node }

var nodeClass = object.NewType("Node", "keras.src.ops.node", nil)

// Class returns the class Node.
func (node) Class() *object.Class { return nodeClass }

// symbolicArguments are the arguments of a node.
type symbolicArguments struct{ *tensor.Node }

var argumentsClass = object.NewType("SymbolicArguments", "keras.src.ops.symbolic_arguments", nil)

// Class returns the class SymbolicArguments.
func (symbolicArguments) Class() *object.Class { return argumentsClass }

func init() {
	get := func(c *object.Class, name, doc string, f func(t *object.Thread, n *tensor.Node) object.Object) {
		c.Getter(name, doc, func(t *object.Thread, self object.Object) (object.Object, error) {
			if x, ok := self.(node); ok {
				return f(t, x.Node), nil
			}
			return f(t, self.(symbolicArguments).Node), nil
		})
	}
	inputs := func(_ *object.Thread, n *tensor.Node) object.Object { return tensors(n.Inputs) }
	outputs := func(_ *object.Thread, n *tensor.Node) object.Object { return tensors(n.Outputs) }
	get(nodeClass, "operation", "The operation that was called.", func(_ *object.Thread, n *tensor.Node) object.Object { return n.Operation })
	get(nodeClass, "arguments", "What it was called on.", func(_ *object.Thread, n *tensor.Node) object.Object { return symbolicArguments{n} })
	get(nodeClass, "input_tensors", "The tensors among the arguments.", inputs)
	get(nodeClass, "output_tensors", "The tensors that it returned.", outputs)
	get(nodeClass, "outputs", "The tensors that it returned.", outputs)
	get(nodeClass, "is_input", "Whether the operation is an input of a graph.", func(_ *object.Thread, n *tensor.Node) object.Object {
		return object.BoolOf(len(n.Inputs) == 0)
	})
	get(nodeClass, "parent_nodes", "The nodes that made the tensors among the arguments.", func(t *object.Thread, n *tensor.Node) object.Object {
		out := object.NewList()
		seen := map[*tensor.Node]bool{}
		for _, x := range n.Inputs {
			if x.History != nil && !seen[x.History] {
				seen[x.History] = true
				out.Items = append(out.Items, node{x.History})
			}
		}
		return out
	})
	get(argumentsClass, "args", "The positional arguments.", func(_ *object.Thread, n *tensor.Node) object.Object { return n.Args })
	get(argumentsClass, "kwargs", "The keyword arguments.", func(_ *object.Thread, n *tensor.Node) object.Object { return n.Kwargs })
	get(argumentsClass, "keras_tensors", "The tensors among them.", inputs)
}

func tensors(list []*tensor.KerasTensor) *object.List {
	out := object.NewList()
	for _, x := range list {
		out.Items = append(out.Items, x)
	}
	return out
}

// addNodeLists adds _inbound_nodes and _outbound_nodes to the class of operations.
func addNodeLists(c *object.Class) {
	list := func(name, doc string, of func(s *State) []*tensor.Node) {
		c.Getter(name, doc, func(_ *object.Thread, self object.Object) (object.Object, error) {
			out := object.NewList()
			op, ok := self.(*object.Instance)
			if !ok {
				return out, nil
			}
			for _, n := range of(StateOf(op)) {
				out.Items = append(out.Items, node{n})
			}
			return out, nil
		})
	}
	list("_inbound_nodes", "The calls of the operation on symbols.", func(s *State) []*tensor.Node { return s.Inbound })
	list("_outbound_nodes", "The calls that took what it returned.", func(s *State) []*tensor.Node { return s.Outbound })
}
