package models

import (
	"strconv"
	"strings"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/object"
)

// deepest is how deep models may stand in one another: a model may name itself among its layers.
const deepest = 900

// attribute returns an attribute, or nil where there is none.
func attribute(t *object.Thread, o object.Object, name string) (object.Object, error) {
	v, err := object.LookupAttr(t, o, object.Intern(name))
	if object.IsKind(err, object.AttributeErrorClass) {
		return nil, nil
	}
	return v, err
}

// yes reports whether an attribute is there and true.
func yes(t *object.Thread, o object.Object, name string) (bool, error) {
	v, err := attribute(t, o, name)
	if v == nil || err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

func textOf(t *object.Thread, o object.Object, name string) (string, error) {
	v, err := object.GetAttr(t, o, object.Intern(name))
	if err != nil {
		return "", err
	}
	return object.ToStr(t, v)
}

// add writes the row of a layer, and those of the layers inside where they are asked for.
func (s *summary) add(layer object.Object, level int) error {
	if level > deepest {
		return object.NewError(object.RecursionErrorClass, "maximum recursion depth exceeded")
	}
	t := s.l.T
	fields, err := s.fields(layer, level)
	if err != nil {
		return err
	}
	s.table.rows = append(s.table.rows, fields)
	if !s.expand {
		return nil
	}
	if some, err := yes(t, layer, "layers"); err != nil || !some {
		return err
	}
	v, err := object.GetAttr(t, layer, object.Intern("layers"))
	if err != nil {
		return err
	}
	inside, err := object.Items(t, v)
	if err != nil {
		return err
	}
	for _, v := range inside {
		if err := s.add(v, level+1); err != nil {
			return err
		}
	}
	return nil
}

func (s *summary) fields(layer object.Object, level int) ([]string, error) {
	t := s.l.T
	name, err := textOf(t, layer, "name")
	if err != nil {
		return nil, err
	}
	if level > 0 {
		name = strings.Repeat("   ", level) + "└ " + name
	}
	op, _ := layer.(*object.Instance)
	shape, err := s.shape(layer, op)
	if err != nil {
		return nil, err
	}
	params, err := s.params(layer)
	if err != nil {
		return nil, err
	}
	out := []string{name + " (" + layer.Class().Name + ")", shape, params}
	if s.nodes != nil {
		out = append(out, s.connections(op))
	}
	if s.showTrainable {
		mark, err := s.mark(layer)
		if err != nil {
			return nil, err
		}
		out = append(out, mark)
	}
	return out, nil
}

// params counts a layer's weights.
func (s *summary) params(layer object.Object) (string, error) {
	built, err := attribute(s.l.T, layer, "built")
	if built == nil || err != nil {
		return "0", err
	}
	if done, err := object.Truth(s.l.T, built); err != nil || !done {
		return "0 (unbuilt)", err
	}
	n, err := object.CallMethod(s.l.T, layer, "count_params")
	if err != nil {
		return "", err
	}
	return object.Format(s.l.T, n, ",")
}

// mark tells whether a layer with weights is trained.
func (s *summary) mark(layer object.Object) (string, error) {
	some, err := yes(s.l.T, layer, "weights")
	if err != nil || !some {
		return "-", err
	}
	trained, err := yes(s.l.T, layer, "trainable")
	if trained {
		return "Y", err
	}
	return "N", err
}

// connections names the tensors that a layer is called on in this model.
func (s *summary) connections(op *object.Instance) string {
	if op == nil {
		return "-"
	}
	var parts []string
	for _, n := range operation.Inbound(op) {
		if !s.nodes[n] {
			continue
		}
		for _, x := range n.Inputs {
			if x.History != nil {
				parts = append(parts, withoutMarkup(operation.Name(x.History.Operation))+"["+strconv.Itoa(x.NodeIndex)+"]["+strconv.Itoa(x.Index)+"]")
			}
		}
	}
	if len(parts) == 0 {
		return "-"
	}
	return strings.Join(parts, ", ")
}

// withoutMarkup drops what rich, with which Keras draws the table, takes for marks of style in this column: a word in brackets.
func withoutMarkup(name string) string {
	var out strings.Builder
	for name != "" {
		if name[0] == '[' && len(name) > 1 && (name[1] >= 'a' && name[1] <= 'z' || name[1] == '#' || name[1] == '@') {
			if end := strings.IndexAny(name[1:], "[]"); end > 0 && name[1+end] == ']' {
				name = name[end+2:]
				continue
			}
		}
		out.WriteByte(name[0])
		name = name[1:]
	}
	return out.String()
}

// shape writes what a layer gives: of its last call, else as far as its build tells.
func (s *summary) shape(layer object.Object, op *object.Instance) (string, error) {
	t := s.l.T
	if op == nil {
		return "?", nil
	}
	if nodes := operation.Inbound(op); len(nodes) > 0 {
		out := nodes[len(nodes)-1].Outputs
		texts := make([]string, len(out))
		for i, x := range out {
			texts[i] = dims(x)
		}
		if len(texts) == 1 {
			return texts[0], nil
		}
		return "[" + strings.Join(texts, ", ") + "]", nil
	}
	shapes, err := attribute(t, layer, "_build_shapes_dict")
	if err != nil {
		return "", err
	}
	d, ok := object.Of(orNone(shapes)).(*object.Dict)
	if !ok || d.Len() == 0 {
		return "?", nil
	}
	text, err := s.builtShape(layer, d)
	if object.IsKind(err, object.NotImplementedErrClass) {
		return "?", nil
	}
	return text, err
}

func dims(x *tensor.KerasTensor) string {
	text := make([]string, len(x.Shape))
	for i, d := range x.Shape {
		if text[i] = "None"; d != tensor.Unknown {
			text[i] = tensor.DimString(d)
		}
	}
	return "(" + strings.Join(text, ", ") + ")"
}

// builtShape asks a layer that was built and not called.
func (s *summary) builtShape(layer object.Object, shapes *object.Dict) (string, error) {
	t := s.l.T
	own, err := attribute(t, layer, "output_shape")
	if err != nil {
		return "", err
	}
	if own != nil {
		return s.listed(own)
	}
	m, err := object.GetAttr(t, layer, object.Intern("compute_output_shape"))
	if err != nil {
		return "", err
	}
	kw, err := operation.Keywords(shapes)
	if err != nil {
		return "", err
	}
	out, err := object.CallArgs(t, m, object.Args{Kw: kw})
	if err != nil {
		return "", err
	}
	texts, err := s.shapeTexts(out, 0)
	if err != nil {
		return "", err
	}
	if leaves := tree.Flatten(texts); len(leaves) == 1 {
		return object.ToStr(t, leaves[0])
	}
	text, err := object.Repr(t, texts)
	return strings.ReplaceAll(text, "'", ""), err
}

// listed writes the items of a shape in parentheses.
func (s *summary) listed(shape object.Object) (string, error) {
	items, err := object.Items(s.l.T, shape)
	if err != nil {
		return "", err
	}
	texts := make([]string, len(items))
	for i, v := range items {
		if texts[i], err = object.ToStr(s.l.T, v); err != nil {
			return "", err
		}
	}
	return "(" + strings.Join(texts, ", ") + ")", nil
}

// shapeTexts replaces each shape in a structure by its text.
func (s *summary) shapeTexts(v object.Object, depth int) (object.Object, error) {
	if _, ok := spec.ReadShape(v); ok || depth > 100 {
		text, err := s.listed(v)
		return object.NewStr(text), err
	}
	each := func(items []object.Object) ([]object.Object, error) {
		out := make([]object.Object, len(items))
		for i, item := range items {
			var err error
			if out[i], err = s.shapeTexts(item, depth+1); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	switch x := object.Of(v).(type) {
	case *object.List:
		items, err := each(x.Items)
		return object.NewList(items...), err
	case *object.Tuple:
		items, err := each(x.Items)
		return object.NewTuple(items...), err
	case *object.Dict:
		out := object.NewDict()
		for k, item := range x.All() {
			item, err := s.shapeTexts(item, depth+1)
			if err != nil {
				return nil, err
			}
			if err := out.Set(s.l.T, k, item); err != nil {
				return nil, err
			}
		}
		return out, nil
	}
	text, err := s.listed(v)
	return object.NewStr(text), err
}

// total is one line below the table.
type total struct {
	label       string
	count, bits int
}

// totals counts the weights of the model and of its optimizer.
func (s *summary) totals() ([]total, error) {
	t, model := s.l.T, s.l.Instance
	list := []total{{label: "Total params"}, {label: "Trainable params"}, {label: "Non-trainable params"}}
	for i, name := range []string{"trainable_weights", "non_trainable_weights"} {
		if err := list[i+1].of(t, model, name); err != nil {
			return nil, err
		}
	}
	optimizer, err := s.optimizer()
	if err != nil {
		return nil, err
	}
	if optimizer != nil {
		last := total{label: "Optimizer params"}
		if err := last.of(t, optimizer, "variables"); err != nil {
			return nil, err
		}
		list = append(list, last)
	}
	for _, part := range list[1:] {
		list[0].count += part.count
		list[0].bits += part.bits
	}
	return list, nil
}

// optimizer returns the optimizer of a compiled model once it has variables.
func (s *summary) optimizer() (object.Object, error) {
	if compiled, err := yes(s.l.T, s.l.Instance, "compiled"); err != nil || !compiled {
		return nil, err
	}
	if some, err := yes(s.l.T, s.l.Instance, "optimizer"); err != nil || !some {
		return nil, err
	}
	o, err := object.GetAttr(s.l.T, s.l.Instance, object.Intern("optimizer"))
	if err != nil {
		return nil, err
	}
	if built, err := yes(s.l.T, o, "built"); err != nil || !built {
		return nil, err
	}
	return o, nil
}

// bitsOf are the sizes of dtypes that memory is counted with; a bool counts as one bit.
var bitsOf = map[string]int{"float16": 16, "bfloat16": 16, "float32": 32, "float64": 64, "int8": 8, "int16": 16, "int32": 32, "int64": 64,
	"uint8": 8, "uint16": 16, "uint32": 32, "uint64": 64, "bool": 1}

// of counts the weights in a list that is an attribute of o.
func (p *total) of(t *object.Thread, o object.Object, name string) error {
	v, err := object.GetAttr(t, o, object.Intern(name))
	if err != nil {
		return err
	}
	list, err := object.Items(t, v)
	if err != nil {
		return err
	}
	seen := map[*variable.Variable]bool{}
	for _, v := range list {
		w, ok := v.(*variable.Variable)
		if !ok {
			continue
		}
		n := 1
		for _, d := range w.Shape {
			n *= d
		}
		p.count += n
		if seen[w] {
			continue
		}
		seen[w] = true
		bits := bitsOf[w.Dtype]
		if bits == 0 {
			return object.ValueError("The summary cannot tell the size of the weight %s: its dtype is %s.", w.Path, w.Dtype)
		}
		p.bits += n * bits
	}
	return nil
}
