package operation

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// AnySymbolic reports whether a symbol of a graph stands in the arguments at any depth; values inside a trace are none.
func AnySymbolic(a object.Args) bool {
	return AnyTensor(a, func(x *tensor.KerasTensor) bool { return !x.Traced() })
}

// AnyTensor reports whether f is true of a tensor in the arguments.
func AnyTensor(a object.Args, f func(*tensor.KerasTensor) bool) bool {
	symbolic := func(v object.Object) bool { x, ok := v.(*tensor.KerasTensor); return ok && f(x) }
	for _, v := range a.Pos {
		if tree.Any(v, symbolic) {
			return true
		}
	}
	for _, k := range a.Kw {
		if tree.Any(k.Value, symbolic) {
			return true
		}
	}
	return false
}

// NewTensor makes a symbolic tensor with a name of its own.
func NewTensor(t *object.Thread, shape tensor.Shape, dtype string) *tensor.KerasTensor {
	if Tracing(t) != tensor.Symbolic { // a stand-in for a traced value, which takes no name
		return &tensor.KerasTensor{Shape: shape, Dtype: dtype}
	}
	return &tensor.KerasTensor{Shape: shape, Dtype: dtype, Name: AutoName(t, "KerasTensor")}
}

// AddNode records one call of an operation: it ties the outputs to it and wires the operations on both sides.
func AddNode(op *object.Instance, a object.Args, outputs object.Object) (*tensor.Node, error) {
	n := &tensor.Node{Operation: op, Args: object.NewTuple(copyTrees(a.Pos)...), Kwargs: object.NewDict(), Result: outputs}
	for _, k := range a.Kw {
		n.Kwargs.SetStr(k.Name, copyTree(k.Value))
	}
	collect := func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok {
			n.Inputs = append(n.Inputs, x)
		}
		return true
	}
	tree.Each(n.Args, collect)
	tree.Each(n.Kwargs, collect)
	if outputs != nil {
		for _, v := range tree.Flatten(outputs) {
			x, ok := v.(*tensor.KerasTensor)
			if !ok {
				return nil, notATensor(op, v)
			}
			n.Outputs = append(n.Outputs, x)
		}
	}
	recorded := true
	for _, x := range n.Inputs {
		recorded = recorded && !x.NoHistory
	}
	s := StateOf(op)
	s.Inbound = append(s.Inbound, n)
	for _, x := range n.Inputs {
		if x.History == nil {
			x.Entry = x.Entry || recorded
		} else {
			from := StateOf(x.History.Operation)
			from.Outbound = append(from.Outbound, n)
		}
	}
	for i, x := range n.Outputs {
		if !recorded {
			break
		}
		x.History, x.Index, x.NodeIndex = n, i, len(s.Inbound)-1
	}
	return n, nil
}

func copyTree(o object.Object) object.Object {
	c, _ := tree.Map(o, func(v object.Object) (object.Object, error) { return v, nil })
	return c
}

func copyTrees(items []object.Object) []object.Object {
	out := make([]object.Object, len(items))
	for i, v := range items {
		out[i] = copyTree(v)
	}
	return out
}

// NotATensor is the subject of the error about an operation that returned something else than tensors.
type NotATensor struct {
	Operation *object.Instance
	Value     object.Object
}

func notATensor(op *object.Instance, v object.Object) error {
	e := object.ValueError("An operation called on symbolic tensors must return tensors only, but %s '%s' returned a value of type %s.",
		op.Class().Name, Name(op), v.Class().Name)
	e.Subject = NotATensor{op, v}
	return e
}
