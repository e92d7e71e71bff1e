// Package merging holds the layers of Keras's folder layers/merging: they make one tensor of several.
package merging

import (
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Merge is the base of layers that take a list of tensors.
var Merge = spec.Declare("keras.src.layers.merging.base_merge", "Merge", func() spec.Class {
	return spec.Class{
		Base: layers.Base, Doc: "The base of layers that make one tensor of several.",
		Kwargs: "kwargs", Masks: true,
		Finish: func(*spec.Instance, *object.Dict) error { return nil }, // a get_config of its own, so that none is made up
		Takes:  "inputs", Call: callMerge,
		Methods: []spec.Method{
			{Name: "_merge_function", Takes: "inputs", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
				return nil, object.NewError(object.NotImplementedErrClass, "%s has no _merge_function() method of its own.", l.ClassName())
			}},
			{Name: "build", Takes: "input_shape", Do: buildMerge},
			{Name: "compute_output_shape", Takes: "input_shape", Do: mergedShape},
			{Name: "compute_output_spec", Takes: "inputs", Do: mergedSpec},
			{Name: "compute_mask", Takes: "inputs, mask=None", Do: mergedMask},
		},
	}
})

// merging makes the declaration of a layer and of the function that makes one and calls it at once.
func merging(class, name, doc, takes string, own func() spec.Class) *spec.Class {
	declared := spec.Declare("keras.src.layers.merging."+name, "keras.layers."+class, func() spec.Class {
		c := own()
		c.Base, c.Kwargs, c.Doc = Merge, "kwargs", doc
		return c
	})
	spec.DeclareFunc(spec.Function{Name: name, Module: declared.Module, Export: spec.Keys("keras.layers." + name), Takes: "inputs, " + takes + "**kwargs", Doc: doc,
		Do: func(t *object.Thread, a []object.Object) (object.Object, error) {
			kw, err := operation.Keywords(a[len(a)-1].(*object.Dict))
			if err != nil {
				return nil, err
			}
			layer, err := operation.ConstructHere(t, declared.In(t), object.Args{Pos: a[1 : len(a)-1], Kw: kw})
			if err != nil {
				return nil, err
			}
			return operation.Call(t, layer, object.Positional(a[0]))
		}})
	return declared
}

// listed reports whether v is a list or tuple, and returns its items.
func listed(v object.Object) ([]object.Object, bool) {
	switch x := object.Of(v).(type) {
	case *object.List:
		return x.Items, true
	case *object.Tuple:
		return x.Items, true
	}
	return nil, false
}

// shapesOf reads a list of shapes; nil stands for None.
func shapesOf(l *spec.Instance, v object.Object) ([]spec.Shape, error) {
	items, err := object.Items(l.T, v)
	if err != nil {
		return nil, err
	}
	out := make([]spec.Shape, len(items))
	for i, s := range items {
		if s == object.None {
			continue
		}
		if out[i], err = spec.ShapeOf(l, "input_shape", s); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func beyond() error { return object.NewError(object.IndexErrorClass, "tuple index out of range") }

// notAList makes the error about a layer that was called on one tensor.
func notAList(l *spec.Instance, v object.Object) error {
	return l.Bad("inputs", v, "a list of tensors")
}

func buildMerge(l *spec.Instance, a []object.Object) (object.Object, error) {
	first, err := object.GetItem(l.T, a[0], object.Int(0))
	if err != nil {
		return nil, err
	}
	if _, ok := listed(first); !ok {
		return nil, notAList(l, a[0])
	}
	shapes, err := shapesOf(l, a[0])
	if err != nil {
		return nil, err
	}
	if len(batches(shapes)) > 1 {
		return nil, l.Fail("inputs", "all inputs must have the same batch, and their shapes are %s.", l.Repr(a[0]))
	}
	if _, err := broadcast(l, shapes); err != nil {
		return nil, err
	}
	same := true
	for _, s := range shapes {
		same = same && s != nil && len(s) == len(shapes[0])
	}
	return nil, l.Set("_reshape_required", !same)
}

// batches lists the known sizes of the first dimension.
func batches(shapes []spec.Shape) []int {
	var out []int
	for _, s := range shapes {
		if len(s) == 0 || s[0] == tensor.Unknown {
			continue
		}
		known := false
		for _, n := range out {
			known = known || n == s[0]
		}
		if !known {
			out = append(out, s[0])
		}
	}
	return out
}

// broadcast is the common shape of inputs behind the batch, nil when one of them is not known.
func broadcast(l *spec.Instance, shapes []spec.Shape) (out spec.Shape, err error) {
	for i, s := range shapes {
		if len(s) > 0 {
			s = s[1:]
		}
		if i == 0 {
			out = s
		} else if out, err = broadcastTwo(l, out, s); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// broadcastTwo lines two shapes up at their ends: a dimension of one takes the other's size.
func broadcastTwo(l *spec.Instance, a, b spec.Shape) (spec.Shape, error) {
	switch {
	case a == nil || b == nil:
		return nil, nil
	case len(a) < len(b):
		return broadcastTwo(l, b, a)
	case len(b) == 0:
		return a, nil
	}
	out := a.Clone()
	at := len(a) - len(b)
	for i, n := range b {
		switch have := a[at+i]; {
		case have == tensor.Unknown || n == tensor.Unknown:
			out[at+i] = tensor.Unknown
		case have == 1:
			out[at+i] = n
		case n != 1 && n != have:
			return nil, l.Fail("inputs", "the inputs do not fit each other: their shapes without the batch are %s and %s.", a.String(), b.String())
		}
	}
	return out, nil
}

func mergedShape(l *spec.Instance, a []object.Object) (object.Object, error) {
	shapes, err := shapesOf(l, a[0])
	if err != nil {
		return nil, err
	}
	out, err := broadcast(l, shapes)
	if err != nil {
		return nil, err
	}
	scalar := len(shapes) == 0
	for _, s := range shapes {
		scalar = scalar || s != nil && len(s) == 0
	}
	if scalar {
		return nil, beyond()
	}
	if out == nil {
		return nil, object.TypeError("%s: an input without a shape has no output shape.", l.ClassName())
	}
	batch := tensor.Unknown
	if known := batches(shapes); len(known) == 1 {
		batch = known[0]
	}
	return append(spec.Shape{batch}, out...).Object(), nil
}

// mergedSpec makes the output, which is sparse when all inputs are.
func mergedSpec(l *spec.Instance, a []object.Object) (object.Object, error) {
	inputs, err := object.Items(l.T, a[0])
	if err != nil {
		return nil, err
	}
	shapes := object.NewList()
	for _, x := range inputs {
		shape, err := object.GetAttr(l.T, x, object.Intern("shape"))
		if err != nil {
			return nil, err
		}
		if k, ok := x.(*tensor.KerasTensor); ok { // inside a trace its attribute holds symbols where None is meant
			shape = k.Shape.Plain().Object()
		}
		shapes.Items = append(shapes.Items, shape)
	}
	out, err := l.Method("compute_output_shape", shapes)
	if err != nil {
		return nil, err
	}
	shape, err := spec.ShapeOf(l, "input_shape", out)
	if err != nil {
		return nil, err
	}
	made := operation.NewTensor(l.T, shape, l.Str("compute_dtype"))
	made.Sparse = true
	for _, x := range inputs {
		if k, ok := x.(*tensor.KerasTensor); ok {
			if made.Sparse = k.Sparse; !made.Sparse {
				return made, nil
			}
			continue
		}
		v, err := object.GetAttr(l.T, x, object.Intern("sparse"))
		if err != nil {
			return nil, err
		}
		if made.Sparse, err = object.Truth(l.T, v); err != nil || !made.Sparse {
			return made, err
		}
	}
	return made, nil
}

// callMerge gives inputs of fewer dimensions more of them, behind the batch, and merges.
func callMerge(l *spec.Instance, a []object.Object) (object.Object, error) {
	inputs, ok := listed(a[0])
	if !ok {
		return nil, notAList(l, a[0])
	}
	if !l.Bool("_reshape_required") {
		return l.Method("_merge_function", a[0])
	}
	c := layers.NewCalc(l)
	most := 0
	for _, x := range inputs {
		most = max(most, len(c.Shape(x)))
	}
	reshaped := object.NewList()
	for _, x := range inputs {
		for range most - len(c.Shape(x)) {
			x = c.With("expand_dims", []object.Object{x}, "axis", 1)
		}
		reshaped.Items = append(reshaped.Items, x)
	}
	if c.Err != nil {
		return nil, c.Err
	}
	return l.Method("_merge_function", reshaped)
}

// masks checks that there is one mask for each input; nil when there are none at all.
func masks(l *spec.Instance, inputs, mask object.Object) (in, of []object.Object, err error) {
	if mask == object.None {
		return nil, nil, nil
	}
	of, ok := listed(mask)
	if !ok {
		return nil, nil, l.Bad("mask", mask, "a list")
	}
	if in, ok = listed(inputs); !ok {
		return nil, nil, notAList(l, inputs)
	}
	if len(in) != len(of) {
		return nil, nil, l.Fail("mask", "there must be a mask for each input: there are %d inputs and %d masks.", len(in), len(of))
	}
	return in, of, nil
}

// mergedMask keeps what one of the masks keeps; an input without a mask leaves none.
func mergedMask(l *spec.Instance, a []object.Object) (object.Object, error) {
	_, list, err := masks(l, a[0], a[1])
	if err != nil || list == nil {
		return object.None, err
	}
	for _, m := range list {
		if m == object.None {
			return object.None, nil
		}
	}
	if len(list) == 0 {
		return nil, beyond()
	}
	out := list[0]
	for _, m := range list[1:] {
		if out, err = layers.Do(l, "logical_or", out, m); err != nil {
			return nil, err
		}
	}
	return out, nil
}
