package models

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// revival is one functional model being brought back from its config.
type revival struct {
	t       *object.Thread
	custom  *object.Dict
	created map[string]*object.Instance
	order   []string
	waiting map[string][]object.Object // calls not made yet, by layer
}

// functionalFromConfig makes the layers, then calls them in any order in which their inputs are there.
func functionalFromConfig(t *object.Thread, cls *object.Class, config *object.Dict, custom object.Object) (object.Object, error) {
	r := &revival{t: t, custom: customOf(custom), created: map[string]*object.Instance{}, waiting: map[string][]object.Object{}}
	rest := config.Copy()
	take := func(key string) object.Object {
		v := rest.GetName(key)
		rest.DelStr(object.Intern(key))
		if v == nil {
			return object.None
		}
		return v
	}
	list, in, out := take("layers"), take("input_layers"), take("output_layers")
	name, trainable := take("name"), take("trainable")
	for _, key := range []string{"layers", "input_layers", "output_layers", "name", "trainable"} { // as Keras, out of the caller's dict
		config.DelStr(object.Intern(key))
	}
	if err := object.Iterate(t, list, func(v object.Object) (bool, error) { return true, r.layer(v) }); err != nil {
		return nil, err
	}
	if err := r.callAll(); err != nil {
		return nil, err
	}
	inputs, err := r.tensors(in)
	if err != nil {
		return nil, err
	}
	outputs, err := r.tensors(out)
	if err != nil {
		return nil, err
	}
	kw := arg.Pairs("inputs", inputs, "outputs", outputs, "name", name, "trainable", trainable)
	more, err := operation.Keywords(rest)
	if err != nil {
		return nil, err
	}
	site := t.Site
	t.Site = nil
	defer func() { t.Site = site }()
	return cls.Call(t, object.Args{Kw: append(kw, more...)})
}

// layer makes one operation of its config.
func (r *revival) layer(v object.Object) error {
	d, ok := object.Of(v).(*object.Dict)
	if !ok {
		return object.TypeError("A layer in a model's config must be a dict, got a %s.", v.Class().Name)
	}
	name, err := object.GetItem(r.t, d, object.NewStr("name"))
	if err != nil {
		return err
	}
	o, err := saving.Deserialize(r.t, d, r.custom)
	if err != nil {
		return err
	}
	op, ok := o.(*object.Instance)
	if !ok || !op.Class().IsSubclass(operation.Base(r.t)) {
		return object.ValueError("A config among a model's layers gave a %s, which is neither a layer nor an operation.", o.Class().Name)
	}
	key, _ := object.AsString(name)
	r.created[key] = op
	r.order = append(r.order, key)
	calls, err := object.GetItem(r.t, d, object.NewStr("inbound_nodes"))
	if err != nil {
		return err
	}
	items, err := object.Items(r.t, calls)
	if len(items) > 0 {
		r.waiting[key] = items
	}
	return err
}

// notYet says that a call's input has not been made so far.
type notYet struct{}

func (notYet) Error() string { return "an input is not there yet" }

func (r *revival) callAll() error {
	for len(r.waiting) > 0 {
		progress := false
		for _, name := range r.order {
			calls := r.waiting[name]
			for len(calls) > 0 {
				err := r.call(r.created[name], calls[0])
				if _, later := err.(notYet); later {
					break
				}
				if err != nil {
					return err
				}
				calls, progress = calls[1:], true
			}
			if r.waiting[name] = calls; len(calls) == 0 {
				delete(r.waiting, name)
			}
		}
		if !progress {
			return object.ValueError("The model's config describes a graph with a loop or a missing layer: some calls never get their inputs.")
		}
	}
	return nil
}

// call makes one call of a layer that the config describes.
func (r *revival) call(op *object.Instance, node object.Object) error {
	a, err := r.arguments(node)
	if err != nil {
		return err
	}
	_, err = object.CallArgs(r.t, op, a)
	return err
}

func (r *revival) arguments(node object.Object) (object.Args, error) {
	d, ok := object.Of(node).(*object.Dict)
	if !ok {
		return r.oldArguments(node)
	}
	part := func(key string) (object.Object, error) {
		v, err := object.GetItem(r.t, d, object.NewStr(key))
		if err != nil {
			return nil, err
		}
		if err := r.ready(v, 0); err != nil {
			return nil, err
		}
		// each tensor of the description takes a name of its own before the one that it stands for takes its place
		if v, err = saving.Deserialize(r.t, v, r.custom); err != nil {
			return nil, err
		}
		return tree.Map(v, r.revived)
	}
	args, err := part("args")
	if err != nil {
		return object.Args{}, err
	}
	kwargs, err := part("kwargs")
	if err != nil {
		return object.Args{}, err
	}
	var out object.Args
	if out.Pos, err = object.Items(r.t, args); err != nil {
		return out, err
	}
	if kw, ok := object.Of(kwargs).(*object.Dict); ok {
		out.Kw, err = operation.Keywords(kw)
	}
	return out, err
}

// ready looks for a tensor that is not there yet before anything is made of a call's description.
func (r *revival) ready(v object.Object, depth int) error {
	if depth > 100 {
		return nil
	}
	switch x := v.(type) {
	case *object.Dict:
		if name, _ := object.AsString(orNone(x.GetName("class_name"))); name == "__keras_tensor__" {
			if c, ok := x.GetName("config").(*object.Dict); ok && c.GetName("keras_history") != nil && c.GetName("keras_history") != object.None {
				_, err := r.tensor(c.GetName("keras_history"), 0)
				return err
			}
		}
		for _, item := range x.All() {
			if err := r.ready(item, depth+1); err != nil {
				return err
			}
		}
	case *object.List:
		return r.allReady(x.Items, depth)
	case *object.Tuple:
		return r.allReady(x.Items, depth)
	}
	return nil
}

func (r *revival) allReady(items []object.Object, depth int) error {
	for _, item := range items {
		if err := r.ready(item, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func orNone(v object.Object) object.Object {
	if v == nil {
		return object.None
	}
	return v
}

// revived replaces a tensor of a config by the tensor of the graph that it stands for.
func (r *revival) revived(v object.Object) (object.Object, error) {
	x, ok := v.(*tensor.KerasTensor)
	if !ok {
		return v, nil
	}
	history := x.AttrDict(true).GetName("_pre_serialization_keras_history")
	if history == nil || history == object.None {
		return v, nil
	}
	return r.tensor(history, 0)
}

// tensor finds [layer, call, output] among the calls made so far. builtIn is 1 where a functional model's calls are counted
// from the one that made it, as Keras does for a model's inputs and outputs, and not for the arguments of calls.
func (r *revival) tensor(place object.Object, builtIn int) (object.Object, error) {
	parts, err := object.Items(r.t, place)
	if err != nil {
		return nil, err
	}
	if len(parts) < 3 {
		return nil, object.ValueError("A tensor in a model's config needs a layer's name, the number of its call and of its output.")
	}
	name, _ := object.AsString(parts[0])
	op := r.created[name]
	if op == nil {
		return nil, object.ValueError("The model's config speaks of a layer called %s, which it does not contain.", arg.Repr(r.t, parts[0]))
	}
	call, err := object.Index(r.t, parts[1])
	if err != nil {
		return nil, err
	}
	out, err := object.Index(r.t, parts[2])
	if err != nil {
		return nil, err
	}
	nodes := operation.Inbound(op)
	if op.Class().IsSubclass(Functional.In(r.t)) {
		if call -= builtIn; call < 0 {
			call += len(nodes)
		}
	}
	if call < 0 || call >= len(nodes) || out < 0 || out >= len(nodes[call].Outputs) {
		return nil, notYet{}
	}
	return nodes[call].Outputs[out], nil
}

// oldArguments reads the form of Keras 2: a list of [layer, call, output] with further arguments behind.
func (r *revival) oldArguments(node object.Object) (object.Args, error) {
	items, err := object.Items(r.t, node)
	if err != nil {
		return object.Args{}, err
	}
	var inputs []object.Object
	var kw []object.Kwarg
	for _, item := range items {
		parts, err := object.Items(r.t, item)
		if err != nil {
			return object.Args{}, err
		}
		if len(parts) != 3 && len(parts) != 4 {
			return object.Args{}, object.ValueError("The model's config describes a call in a form that is not known.")
		}
		x, err := r.tensor(item, 0)
		if err != nil {
			return object.Args{}, err
		}
		inputs = append(inputs, x)
		if len(parts) == 4 {
			if d, ok := parts[3].(*object.Dict); ok {
				if kw, err = operation.Keywords(d); err != nil {
					return object.Args{}, err
				}
			}
		}
	}
	if len(inputs) == 1 {
		return object.Args{Pos: inputs, Kw: kw}, nil
	}
	return object.Args{Pos: []object.Object{object.NewList(inputs...)}, Kw: kw}, nil
}

// tensors replaces each [layer, call, output] in a structure by the tensor.
func (r *revival) tensors(v object.Object) (object.Object, error) {
	found := func(place object.Object) (object.Object, error) {
		x, err := r.tensor(place, 1)
		if _, later := err.(notYet); later {
			return nil, object.NewError(object.IndexErrorClass, "list index out of range")
		}
		return x, err
	}
	switch x := v.(type) {
	case *object.Dict:
		out := object.NewDictSize(x.Len())
		for k, item := range x.All() {
			item, err := r.tensors(item)
			if err != nil {
				return nil, err
			}
			if err := out.Set(r.t, k, item); err != nil {
				return nil, err
			}
		}
		return out, nil
	case *object.List:
		if _, named := firstOf(x.Items).(*object.Str); named && len(x.Items) == 3 {
			return found(x)
		}
		items, err := r.each(x.Items)
		return object.NewList(items...), err
	case *object.Tuple:
		items, err := r.each(x.Items)
		return object.NewTuple(items...), err
	}
	return nil, object.TypeError("input_layers and output_layers of a model's config must be lists, tuples or dicts, got a %s.", v.Class().Name)
}

func firstOf(items []object.Object) object.Object {
	if len(items) == 0 {
		return nil
	}
	return items[0]
}

func (r *revival) each(list []object.Object) ([]object.Object, error) {
	var out []object.Object
	for _, item := range list {
		v, err := r.tensors(item)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}
