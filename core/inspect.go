package core

import (
	"strings"

	"layerglass/core/assist"
	"layerglass/core/doctor"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// found is a Keras object that a module variable holds.
type found struct {
	name    string
	aliases []string
	value   object.Object
	class   *object.Class
}

// maxObjects bounds how many objects one Result shows in full.
const maxObjects = 200

// inspect shows every Keras object that a variable of the program holds.
func (r *run) inspect() []protocol.Object {
	r.objects = r.find()
	out := make([]protocol.Object, 0, len(r.objects))
	for _, f := range r.objects {
		out = append(out, r.show(f))
	}
	return out
}

// find lists the objects with a get_config, in the order in which their variables were first assigned.
func (r *run) find() []*found {
	var list []*found
	seen := make(map[object.Object]*found)
	for k, v := range r.module.Dict.All() {
		name, ok := k.(*object.Str)
		if !ok || strings.HasPrefix(name.String(), "_") || len(list) >= maxObjects {
			continue
		}
		inst, ok := v.(*object.Instance)
		if !ok || inst.Class().Lookup(object.Intern("get_config")) == nil {
			continue
		}
		if f := seen[v]; f != nil {
			f.aliases = append(f.aliases, name.String())
			continue
		}
		f := &found{name: name.String(), value: v, class: inst.Class()}
		seen[v] = f
		list = append(list, f)
	}
	return list
}

// kinds maps the base classes of Keras to the kinds of the protocol; the first one found along the MRO counts.
var kinds = map[string]string{
	"Model": "model", "Layer": "layer", "Optimizer": "optimizer", "BaseOptimizer": "optimizer", "Loss": "loss", "Metric": "metric",
	"Initializer": "initializer", "Regularizer": "regularizer", "Constraint": "constraint", "DTypePolicy": "policy",
}

func kindOf(c *object.Class) string {
	for _, k := range c.MRO {
		if kind, ok := kinds[k.Name]; ok && strings.HasPrefix(k.Module(), "keras") {
			return kind
		}
	}
	return "object"
}

// show describes one object with its configuration and its recreation.
func (r *run) show(f *found) protocol.Object {
	t := r.thread
	o := protocol.Object{Name: f.name, Aliases: f.aliases, Class: f.class.Name, Module: f.class.Module(), Kind: kindOf(f.class), Params: -1}
	o.Span = span(r.siteOf(f))
	if d := spec.Of(f.class); d != nil && o.Module != "__main__" {
		o.Checked = assist.Checked(d)
	}
	o.Built = r.truthAttr(f.value, "built")
	o.Weights, o.Params = r.weights(f.value)
	o.InputShape, o.OutputShape = r.shapes(f.value)

	refill(t)
	config, err := object.CallMethod(t, f.value, "get_config")
	if err != nil {
		o.ConfigError = exceptionOf(t, err)
		refill(t)
		o.ConfigDiagnostics = diagnostics(r.file, doctor.Explain(t, r.file, err))
		return o
	}
	o.Config = r.tree(config)
	r.trace(o.Config, f.value)
	r.explain(o.Config, f.class)
	refill(t)
	o.Python, _ = object.Repr(t, config)
	o.JSON, o.JSONError = r.json(config)
	o.Serialized = r.serialized(f.value)
	o.Recreated = r.recreate(f, config, nil)
	return o
}

// siteOf returns the place of the call that made an object; zero when it stands not in the program's text.
func (r *run) siteOf(f *found) source.Span {
	if inst, ok := f.value.(*object.Instance); ok {
		if site := operation.Site(inst); site != nil && site.File == r.file {
			return site.Span
		}
	}
	return source.Span{}
}

func (r *run) truthAttr(o object.Object, name string) bool {
	refill(r.thread)
	v, err := object.LookupAttr(r.thread, o, object.Intern(name))
	if v == nil || err != nil {
		return false
	}
	b, err := object.Truth(r.thread, v)
	return b && err == nil
}

// json returns the text of a value, or the reason why it has none.
func (r *run) json(v object.Object) (text, problem string) {
	m, err := r.thread.Import(r.thread, "json")
	if err != nil {
		return "", err.Error()
	}
	dumps, err := object.GetAttr(r.thread, m, object.Intern("dumps"))
	if err != nil {
		return "", err.Error()
	}
	s, err := object.CallArgs(r.thread, dumps, object.Args{Pos: []object.Object{v},
		Kw: []object.Kwarg{{Name: object.Intern("indent"), Value: object.Int(2)}}})
	if err != nil {
		if e := object.AsException(err); e != nil {
			return "", e.Message()
		}
		return "", err.Error()
	}
	text, _ = object.AsString(s)
	return text, ""
}

// serialized returns serialize_keras_object(o) as JSON, or "".
func (r *run) serialized(o object.Object) string {
	v := r.serialize(o)
	if v == nil {
		return ""
	}
	text, _ := r.json(v)
	return text
}

func (r *run) serialize(o object.Object) object.Object {
	refill(r.thread)
	m, err := r.thread.Import(r.thread, "keras.saving")
	if err != nil {
		return nil
	}
	v, err := object.CallMethod(r.thread, m, "serialize_keras_object", o)
	if err != nil {
		return nil
	}
	return v
}

// weights lists an object's variables as Keras does, and counts their numbers.
func (r *run) weights(o object.Object) ([]protocol.Weight, int64) {
	refill(r.thread)
	list, err := object.LookupAttr(r.thread, o, object.Intern("weights"))
	if list == nil || err != nil {
		return nil, -1
	}
	items, err := object.Items(r.thread, list)
	if err != nil {
		return nil, -1
	}
	var out []protocol.Weight
	total := int64(0)
	for _, w := range items {
		p := protocol.Weight{Path: r.text(w, "path"), Dtype: r.text(w, "dtype"), Trainable: r.truthAttr(w, "trainable")}
		n := int64(1)
		for _, d := range r.dims(w) {
			p.Shape = append(p.Shape, d)
			n *= int64(d)
		}
		total += n
		out = append(out, p)
	}
	return out, total
}

func (r *run) text(o object.Object, name string) string {
	v, err := object.LookupAttr(r.thread, o, object.Intern(name))
	if v == nil || err != nil {
		return ""
	}
	s, _ := object.ToStr(r.thread, v)
	return s
}

func (r *run) dims(o object.Object) []int {
	v, err := object.LookupAttr(r.thread, o, object.Intern("shape"))
	if v == nil || err != nil {
		return nil
	}
	items, err := object.Items(r.thread, v)
	if err != nil {
		return nil
	}
	var dims []int
	for _, d := range items {
		n, ok := object.AsInt64(d)
		if !ok {
			return nil
		}
		dims = append(dims, int(n))
	}
	return dims
}

// shapes returns the shape a built layer was built for and the one it gives, as reprs.
func (r *run) shapes(o object.Object) (in, out string) {
	refill(r.thread)
	config, err := object.CallMethod(r.thread, o, "get_build_config")
	if err != nil {
		return "", ""
	}
	d, ok := config.(*object.Dict)
	if !ok {
		return "", ""
	}
	shape := d.GetName("input_shape")
	if shape == nil {
		return "", ""
	}
	in, _ = object.Repr(r.thread, shape)
	result, err := object.CallMethod(r.thread, o, "compute_output_shape", shape)
	if err == nil {
		out, _ = object.Repr(r.thread, result)
	}
	return in, out
}
