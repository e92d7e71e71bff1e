package models

import (
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// Function is keras.Function: a graph of operations without state, that can be run again on other inputs.
var Function *spec.Class

func init() {
	Function = spec.Declare("keras.src.ops.function", "keras.Function", func() spec.Class {
		return spec.Class{
			Doc: "A graph of operations between inputs and outputs, to be run again on others.", Native: newFunction}
	})
}

var functionInit = object.ParseSignature("(self, inputs, outputs, name=None)")

func newFunction(t *object.Thread) *object.Class {
	c := subclass(t, "Function", "keras.src.ops.function", operation.Base(t))
	c.Methods(
		object.RawFunc("__init__", "", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			v, err := operation.Bind("Function.__init__", functionInit, a)
			if err != nil {
				return nil, err
			}
			return object.None, initFunction(t, v[0].(*object.Instance), v[1], v[2], v[3])
		}).WithSignature(functionInit),
		method("call", "(self, inputs)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return runFunction(l, a[0])
		}),
		method("compute_output_spec", "(self, inputs)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return inferFunction(l, a[0])
		}),
		method("compute_output_shape", "(self, input_shape)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return shapeOfGraph(l, a[0], inferFunction)
		}),
	)
	part := func(name string, of func(g *graph) object.Object) {
		c.Getter(name, "", func(t *object.Thread, o object.Object) (object.Object, error) {
			g := graphs(t)[o.(*object.Instance)]
			if g == nil {
				return nil, object.AttributeError(o, name, "'%s' object has no attribute '_%s'", o.Class().Name, name)
			}
			return of(g), nil
		})
	}
	part("inputs", func(g *graph) object.Object { return listOf(g.inputs) })
	part("outputs", func(g *graph) object.Object { return listOf(g.outputs) })
	part("operations", func(g *graph) object.Object { return instances(g.operations) })
	return c
}

// initFunction is Function.__init__.
func initFunction(t *object.Thread, self *object.Instance, in, out, name object.Object) error {
	if err := operation.Init(t, self, name); err != nil {
		return err
	}
	for _, ends := range []struct {
		what string
		v    object.Object
	}{{"inputs", in}, {"outputs", out}} {
		if len(tree.Flatten(ends.v)) == 0 {
			return object.ValueError("A function needs at least one tensor among its %s.", ends.what)
		}
	}
	for _, v := range append(tree.Flatten(out), tree.Flatten(in)...) { // a tensor that no operation has seen, or none at all
		if x, ok := v.(*tensor.KerasTensor); !ok || x.Kind == tensor.Eager {
			if _, err := object.GetAttr(t, v, object.Intern("_keras_history")); err != nil {
				return err
			}
		}
	}
	g, err := newGraph(in, out)
	if err != nil {
		return err
	}
	for _, x := range g.inputs {
		if _, err := object.GetAttr(t, x, object.Intern("_keras_history")); err != nil {
			return err
		}
	}
	graphs(t)[self] = g
	return nil
}

// functionInputs flattens what a function is called on: the structure of its inputs, with shapes that fit.
func functionInputs(l *spec.Instance, in object.Object) (*graph, []object.Object, error) {
	g, err := graphOf(l)
	if err != nil {
		return nil, nil, err
	}
	if _, err := spec.FindFunc("keras.tree.assert_same_structure").Do(l.T, []object.Object{in, g.inStruct, object.None}); err != nil {
		return nil, nil, object.ValueError("%s was called on another structure than that of its inputs, which hold %d tensors.", l.ClassName(), len(g.inputs))
	}
	leaves := tree.Flatten(in)
	for i, v := range leaves {
		o, err := object.GetAttr(l.T, v, object.Intern("shape"))
		if err != nil {
			return nil, nil, err
		}
		if s, ok := spec.ReadShape(o); ok && !compatible(s, g.inputs[i].Shape) {
			return nil, nil, object.ValueError("%s was called on a tensor of shape %s for the input '%s' of shape %s.", l.ClassName(), s.String(),
				g.inputs[i].Name, g.inputs[i].Shape.String())
		}
	}
	return g, leaves, nil
}

// compatible reports whether two shapes agree where both are known.
func compatible(got, want tensor.Shape) bool {
	if len(got) != len(want) {
		return false
	}
	for i, d := range want {
		if d != tensor.Unknown && got[i] != tensor.Unknown && got[i] != d {
			return false
		}
	}
	return true
}

// runFunction takes the inputs through the graph.
func runFunction(l *spec.Instance, in object.Object) (object.Object, error) {
	g, leaves, err := functionInputs(l, in)
	if err != nil {
		return nil, err
	}
	return g.run(leaves, func(op *object.Instance, a object.Args) (object.Object, error) { return object.CallArgs(l.T, op, a) })
}

func inferFunction(l *spec.Instance, in object.Object) (object.Object, error) {
	g, leaves, err := functionInputs(l, in)
	if err != nil {
		return nil, err
	}
	return g.infer(l.T, leaves)
}
