package models

import (
	"sort"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

const manualInputSpec = "_manual_input_spec"

// inputSpecOf is Functional.input_spec: one for each input, in the order of the names where inputs go by name. A dict with structures in it
// has none.
func inputSpecOf(t *object.Thread, o object.Object) (object.Object, error) {
	op := o.(*object.Instance)
	if v := op.Attr(manualInputSpec); v != nil {
		return v, nil
	}
	g := graphs(t)[op]
	if g == nil {
		return object.None, nil
	}
	d, named := object.Of(g.inStruct).(*object.Dict)
	if !named {
		out := object.NewList()
		for _, x := range g.inputs {
			s, err := inputSpec(t, x, nil)
			if err != nil {
				return nil, err
			}
			out.Items = append(out.Items, s)
		}
		return out, nil
	}
	var names []string
	for k, v := range d.All() {
		name, isText := object.AsString(k)
		if _, ok := v.(*tensor.KerasTensor); !ok || !isText {
			return object.None, nil
		}
		names = append(names, name)
	}
	sort.Strings(names)
	out := object.NewList()
	for _, n := range names {
		s, err := inputSpec(t, d.GetName(n).(*tensor.KerasTensor), object.NewStr(n))
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, s)
	}
	return out, nil
}

// inputSpec is the spec of one input, of any batch size.
func inputSpec(t *object.Thread, x *tensor.KerasTensor, name object.Object) (object.Object, error) {
	shape := append(tensor.Shape(nil), x.Shape...)
	if len(shape) > 0 {
		shape[0] = tensor.Unknown
	}
	optional := object.False
	if x.History != nil {
		if name == nil {
			name = object.NewStr(operation.Name(x.History.Operation))
		}
		if x.History.Operation.Attr("optional") == object.Object(object.True) {
			optional = object.True
		}
	}
	return layers.InputSpec.New(t, arg.Pairs("shape", shape.Object(), "allow_last_axis_squeeze", true, "name", name, "optional", optional)...)
}

// setInputSpec puts a spec in the place of the one that follows from the inputs.
func setInputSpec(t *object.Thread, o, v object.Object) error {
	if v == nil {
		return object.AttributeError(o, "input_spec", "property 'input_spec' of '%s' object has no deleter", o.Class().Name)
	}
	l := arg.Self(t, o.(*object.Instance))
	l.Instance.SetAttr("_input_spec", v)
	return l.Set(manualInputSpec, v)
}
