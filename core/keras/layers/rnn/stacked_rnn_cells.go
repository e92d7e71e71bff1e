package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// StackedRNNCells makes one cell of several, each of which gets the output of the one before.
var StackedRNNCells = spec.Declare("keras.src.layers.rnn.stacked_rnn_cells", "keras.layers.StackedRNNCells", func() spec.Class {
	return spec.Class{
		Base: layers.Base,
		Doc:  "Makes one cell of several that follow each other.",
		Args: arg.Of(arg.Check(func(l *spec.Instance) error {
			cells, err := object.Items(l.T, l.Given.Get("cells"))
			for _, cell := range cells {
				if err == nil {
					err = isCell(l, "cells", cell)
				}
			}
			return err
		}), arg.Any("cells").Says("the cells, in order")),
		Kwargs: "kwargs", Config: spec.None, Finish: cellsConfig,
		Takes: "inputs, states, training=False, **kwargs", Call: callCells,
		Methods: []spec.Method{
			{Name: "build", Takes: "input_shape", Do: buildCells},
			{Name: "get_initial_state", Takes: "batch_size=None", Do: cellsState},
			{Name: "from_config", Takes: "config, custom_objects=None", Class: true, Do: cellsFromConfig},
		},
		Getters: []spec.Getter{
			{Name: "state_size", Doc: "The sizes of all states.", Get: func(l *spec.Instance) (object.Object, error) {
				out := object.NewList()
				for _, cell := range l.Items("cells") {
					size, err := object.GetAttr(l.T, cell, object.Intern("state_size"))
					if err != nil {
						return nil, err
					}
					out.Items = append(out.Items, size)
				}
				return out, nil
			}},
			{Name: "output_size", Doc: "The size of the last cell's output.", Get: func(l *spec.Instance) (object.Object, error) {
				cells := l.Items("cells")
				if len(cells) == 0 {
					return nil, object.NewError(object.IndexErrorClass, "list index out of range")
				}
				return outputSize(l, cells[len(cells)-1])
			}},
		},
	}
})

// outputSize is a cell's output_size, or the size of its first state.
func outputSize(l *spec.Instance, cell object.Object) (object.Object, error) {
	v, err := object.LookupAttr(l.T, cell, object.Intern("output_size"))
	if err != nil || v != nil && v != object.None {
		return v, err
	}
	size, err := object.GetAttr(l.T, cell, object.Intern("state_size"))
	if err != nil {
		return nil, err
	}
	switch object.Of(size).(type) {
	case *object.List, *object.Tuple:
		return object.GetItem(l.T, size, object.Int(0))
	}
	return size, nil
}

func buildCells(l *spec.Instance, a []object.Object) (object.Object, error) {
	shape := a[0]
	for _, cell := range l.Items("cells") {
		if inner, ok := layers.IsLayer(l.T, cell); ok && !layers.Built(inner) {
			if _, err := object.CallMethod(l.T, inner, "build", shape); err != nil {
				return nil, err
			}
			if err := object.SetAttr(l.T, inner, object.Intern("built"), object.True); err != nil {
				return nil, err
			}
		}
		size, err := outputSize(l, cell)
		if err != nil {
			return nil, err
		}
		dims := tree.Flatten(shape)
		if len(dims) == 0 {
			return nil, object.NewError(object.IndexErrorClass, "list index out of range")
		}
		shape = object.NewTuple(dims[0], size)
	}
	return nil, nil
}

// cellsState lists the first state of each cell.
func cellsState(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	zeros := func(size object.Object) object.Object {
		return c.With("zeros", []object.Object{object.NewTuple(a[0], size)}, "dtype", l.Value("compute_dtype"))
	}
	out := object.NewList()
	for _, cell := range l.Items("cells") {
		if has(l, cell, "get_initial_state") {
			out.Items = append(out.Items, c.Call(c.Attr(cell, "get_initial_state"), nil, "batch_size", a[0]))
			continue
		}
		size := c.Attr(cell, "state_size")
		switch object.Of(size).(type) {
		case object.Int, object.Bool:
			out.Items = append(out.Items, zeros(size))
		default:
			list := object.NewList()
			for _, n := range c.Items(size) {
				list.Items = append(list.Items, zeros(n))
			}
			out.Items = append(out.Items, list)
		}
	}
	return c.End(out)
}

// callCells gives each cell its states and the output of the one before.
func callCells(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := layers.NewCalc(l)
	x := a[0]
	given := c.Items(a[1])
	news := object.NewList()
	for i, cell := range l.Items("cells") {
		if i >= len(given) || c.Err != nil {
			break
		}
		var states object.Object
		x, states = callCell(c, cell, x, given[i], a[2], a[3].(*object.Dict).Copy())
		news.Items = append(news.Items, states)
	}
	var out object.Object = news
	if news.Len() == 1 {
		out = news.Items[0]
	}
	return c.End(object.NewTuple(x, out))
}

// callCell calls one cell: a state that came alone goes back alone.
func callCell(c *layers.Calc, cell, x, states, training object.Object, kw *object.Dict) (out, news object.Object) {
	alone := !tree.IsNested(states)
	list := object.NewList(states)
	if !alone {
		list = object.NewList(c.Items(states)...)
	}
	kw.DelStr(object.Intern("training"))
	f := cell
	if c.IsLayer(cell) {
		if c.Truth(c.Attr(cell, "_call_has_training_arg")) {
			kw.SetName("training", training)
		}
	} else if !object.IsCallable(cell) {
		f = c.Attr(cell, "call")
	}
	var pairs []any
	for k, v := range kw.All() {
		if name, ok := object.AsString(k); ok {
			pairs = append(pairs, name, v)
		}
	}
	both := c.Items(c.Call(f, []object.Object{x, list}, pairs...))
	if c.Err == nil && len(both) != 2 {
		c.Err = object.ValueError("A cell must return an output and its states, and %s returned %d values.", cell.Class().Name, len(both))
	}
	if c.Err != nil {
		return object.None, object.None
	}
	if back, ok := object.Of(both[1]).(*object.List); ok && alone && back.Len() == 1 {
		return both[0], back.Items[0]
	}
	return both[0], both[1]
}

func cellsConfig(l *spec.Instance, config *object.Dict) error {
	cells := object.NewList()
	for _, cell := range l.Items("cells") {
		v, err := saving.Serialize(l.T, cell)
		if err != nil {
			return err
		}
		cells.Items = append(cells.Items, v)
	}
	config.SetName("cells", cells)
	return nil
}

func cellsFromConfig(l *spec.Instance, a []object.Object) (object.Object, error) {
	cls, _ := a[0].(*object.Class)
	config, ok := object.Of(a[1]).(*object.Dict)
	if !ok || cls == nil {
		return nil, object.TypeError("StackedRNNCells.from_config() takes a dict, got %s.", a[1].Class().Name)
	}
	custom, _ := object.Of(a[2]).(*object.Dict)
	given := config.GetName("cells")
	if given == nil {
		return nil, object.KeyError(object.NewStr("cells"))
	}
	config.DelStr(object.Intern("cells"))
	items, err := object.Items(l.T, given)
	if err != nil {
		return nil, err
	}
	cells := object.NewList()
	for _, c := range items {
		cell, err := saving.Deserialize(l.T, c, custom)
		if err != nil {
			return nil, err
		}
		cells.Items = append(cells.Items, cell)
	}
	return spec.ConstructWith(l.T, cls, []object.Object{cells}, config)
}
