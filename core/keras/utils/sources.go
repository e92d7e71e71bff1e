package utils

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Sources are the inputs that a tensor was made of, each once, in the order in which they are met.
func Sources(v object.Object) []object.Object {
	x, ok := v.(*tensor.KerasTensor)
	if !ok || x.History == nil || x.History.Operation == nil || len(operation.Inbound(x.History.Operation)) == 0 {
		return []object.Object{v}
	}
	seen := map[*tensor.Node]bool{}
	var out []object.Object
	for stack := []*tensor.Node{x.History}; len(stack) > 0; {
		node := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[node] {
			continue
		}
		seen[node] = true
		if len(node.Inputs) == 0 {
			for _, o := range node.Outputs {
				out = append(out, o)
			}
		}
		for i := len(node.Inputs) - 1; i >= 0; i-- {
			if h := node.Inputs[i].History; h != nil {
				stack = append(stack, h)
			}
		}
	}
	return out
}
