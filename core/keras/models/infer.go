package models

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// infer gives the outputs' shapes and dtypes: those of the graph itself where the inputs have its shapes.
func (g *graph) infer(t *object.Thread, leaves []object.Object) (object.Object, error) {
	known := true
	for i, v := range leaves {
		x, ok := v.(*tensor.KerasTensor)
		known = known && ok && !x.Traced() && x.Shape.Equal(g.inputs[i].Shape)
	}
	if known {
		return tree.Map(g.outStruct, func(v object.Object) (object.Object, error) {
			x := v.(*tensor.KerasTensor)
			return operation.NewTensor(t, x.Shape.Clone(), x.Dtype), nil
		})
	}
	return g.run(leaves, func(op *object.Instance, a object.Args) (object.Object, error) {
		m, err := object.GetAttr(t, op, object.Intern("compute_output_spec"))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(t, m, a)
	})
}

// shapeOfGraph is compute_output_shape of what has a graph; shape holds one for each input, infer is its compute_output_spec.
func shapeOfGraph(l *spec.Instance, shape object.Object, infer func(l *spec.Instance, in object.Object) (object.Object, error)) (object.Object, error) {
	g, err := graphOf(l)
	if err != nil {
		return nil, err
	}
	shapes, err := shapeLeaves(l, shape)
	if err != nil {
		return nil, err
	}
	if len(shapes) != len(g.inputs) {
		return nil, object.ValueError("%s takes %d inputs and was given %d shapes.", l.ClassName(), len(g.inputs), len(shapes))
	}
	leaves := make([]object.Object, len(shapes))
	for i, s := range shapes {
		leaves[i] = operation.NewTensor(l.T, s, g.inputs[i].Dtype)
	}
	in, err := tree.Pack(g.inStruct, leaves)
	if err != nil {
		return nil, err
	}
	out, err := infer(l, in)
	if err != nil {
		return nil, err
	}
	return tree.Map(out, func(v object.Object) (object.Object, error) { return v.(*tensor.KerasTensor).Shape.Object(), nil })
}

// shapeLeaves reads one shape, or several in a list, tuple or dict.
func shapeLeaves(l *spec.Instance, v object.Object) ([]spec.Shape, error) {
	if s, ok := spec.ReadShape(v); ok {
		return []spec.Shape{s}, nil
	}
	var out []spec.Shape
	err := object.Iterate(l.T, v, func(item object.Object) (bool, error) {
		if d, ok := v.(*object.Dict); ok {
			var err error
			if item, err = d.Get(l.T, item); err != nil {
				return false, err
			}
		}
		s, err := spec.ShapeOf(l, "input_shape", item)
		out = append(out, s)
		return true, err
	})
	return out, err
}
