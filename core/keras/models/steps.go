package models

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Step is one call in the graph of a model.
type Step struct {
	Operation *object.Instance
	// Layer is the operation's place among the layers of the model's config, Call the number of the call among those of the operation.
	Layer, Call int
	From        []Link
	Outputs     []*tensor.KerasTensor
}

// Link says where a call's input comes from: an output of an earlier step.
type Link struct {
	Step, Output int
	Tensor       *tensor.KerasTensor
}

// Steps lists the calls in the graph of a functional model or a built Sequential, each behind those it depends on. ok is false for a
// model that has no graph; its layers stand alone then.
func Steps(t *object.Thread, model *object.Instance) (steps []Step, outputs []Link, ok bool) {
	g := graphs(t)[model]
	if g == nil {
		g = graphs(t)[sequenceOf(t, model).inner] // nil of a model that is none
	}
	if g == nil {
		return nil, nil, false
	}
	place := map[*object.Instance]int{}
	for i, op := range g.operations {
		place[op] = i
	}
	made := map[*tensor.KerasTensor]Link{}
	calls := map[*object.Instance]int{}
	for _, level := range g.byDepth {
		for _, n := range level {
			s := Step{Operation: n.Operation, Layer: place[n.Operation], Call: calls[n.Operation], Outputs: n.Outputs}
			calls[n.Operation]++
			for _, x := range n.Inputs {
				if from, known := made[x]; known {
					from.Tensor = x
					s.From = append(s.From, from)
				}
			}
			for i, x := range n.Outputs {
				made[x] = Link{Step: len(steps), Output: i, Tensor: x}
			}
			steps = append(steps, s)
		}
	}
	for _, x := range g.outputs {
		if from, known := made[x]; known {
			outputs = append(outputs, from)
		}
	}
	return steps, outputs, true
}

// Inputs returns the symbols that a functional model or a built Sequential takes, in the form it takes them in; nil for a model that
// has no graph.
func Inputs(t *object.Thread, model *object.Instance) object.Object {
	g := graphs(t)[model]
	if g == nil {
		g = graphs(t)[sequenceOf(t, model).inner]
	}
	if g == nil {
		return nil
	}
	return g.inStruct
}

// Layers lists a model's layers; Site tells where each was made.
func Layers(t *object.Thread, model *object.Instance) []*object.Instance {
	v, err := object.GetAttr(t, model, object.Intern("layers"))
	if err != nil {
		return nil
	}
	items, err := object.Items(t, v)
	if err != nil {
		return nil
	}
	var out []*object.Instance
	for _, x := range items {
		if i, ok := x.(*object.Instance); ok {
			out = append(out, i)
		}
	}
	return out
}

// IsModel reports whether an object is a model.
func IsModel(t *object.Thread, o *object.Instance) bool { return o.Class().IsSubclass(Model.In(t)) }

// NameOf is an operation's name.
func NameOf(o *object.Instance) string { return operation.Name(o) }
