package models

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers/core"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// copies are the copies of tensors and operations that a model from the middle of a graph is made of.
type copies struct {
	t       *object.Thread
	tensors map[*tensor.KerasTensor]*tensor.KerasTensor
	ops     map[*object.Instance]*object.Instance
}

// cloneFromMiddle gives a model whose inputs are outputs of layers a graph of its own, as keras.src.models.functional's
// clone_graph_nodes does: a new Input stands for each such tensor, and the calls behind are recorded once more. Inputs that
// all come from keras.Input are returned as they are.
func cloneFromMiddle(t *object.Thread, in, out object.Object) (object.Object, object.Object, error) {
	inputs, err := tensorsOf("inputs", in)
	if err != nil {
		return nil, nil, err
	}
	outputs, err := tensorsOf("outputs", out)
	if err != nil {
		return nil, nil, err
	}
	for _, x := range inputs {
		if x.History != nil {
			continue
		}
		if _, err := object.GetAttr(t, x, object.Intern("_keras_history")); err != nil {
			return nil, nil, err
		}
		return nil, nil, object.AttributeError(object.None, "_inbound_nodes", "'NoneType' object has no attribute '_inbound_nodes': "+
			"the input %s was made by KerasTensor(); a model begins with keras.Input()", x.Name)
	}
	if fromInputs(inputs) {
		return in, out, nil
	}
	w := newWalk(inputs)
	for _, x := range outputs {
		if err := w.from(x); err != nil {
			return nil, nil, err
		}
	}
	c := &copies{t: t, tensors: map[*tensor.KerasTensor]*tensor.KerasTensor{}, ops: map[*object.Instance]*object.Instance{}}
	if in, err = tree.Map(in, c.input); err != nil {
		return nil, nil, err
	}
	if out, err = tree.Map(out, c.output); err != nil {
		return nil, nil, err
	}
	for _, n := range w.order {
		if err := c.node(n); err != nil {
			return nil, nil, err
		}
	}
	return in, out, nil
}

func fromInputs(list []*tensor.KerasTensor) bool {
	for _, x := range list {
		if x.History == nil || len(x.History.Inputs) > 0 {
			return false
		}
	}
	return true
}

// input keeps a tensor of keras.Input and makes a new Input for any other.
func (c *copies) input(v object.Object) (object.Object, error) {
	x := v.(*tensor.KerasTensor)
	if x.History != nil && len(x.History.Inputs) == 0 {
		c.tensors[x] = x
		return x, nil
	}
	op, err := core.InputLayer.New(c.t, arg.Pairs("batch_shape", x.Shape.Object(), "dtype", object.NewStr(x.Dtype),
		"sparse", object.Bool(x.Sparse), "name", object.NewStr(x.Name+"CLONE"))...)
	if err != nil {
		return nil, err
	}
	made := operation.Inbound(op)[0].Outputs[0]
	c.tensors[x] = made
	if x.History != nil {
		c.ops[x.History.Operation] = op
	}
	return made, nil
}

func (c *copies) output(v object.Object) (object.Object, error) {
	x := v.(*tensor.KerasTensor)
	made := bare(x)
	made.History, made.Index, made.NodeIndex = x.History, x.Index, x.NodeIndex
	c.tensors[x] = made
	return made, nil
}

// bare is a tensor like x that no call has made.
func bare(x *tensor.KerasTensor) *tensor.KerasTensor {
	return &tensor.KerasTensor{Shape: x.Shape, Dtype: x.Dtype, Sparse: x.Sparse, Name: x.Name + "_clone"}
}

func (c *copies) copied(v object.Object) (object.Object, error) {
	x, ok := v.(*tensor.KerasTensor)
	if !ok {
		return v, nil
	}
	if c.tensors[x] == nil {
		c.tensors[x] = bare(x)
	}
	return c.tensors[x], nil
}

// node records a call between the copied tensors.
func (c *copies) node(n *tensor.Node) error {
	op := n.Operation
	if other := c.ops[op]; other != nil {
		op = other
	}
	out, err := tree.Map(n.Result, c.copied)
	if err != nil {
		return err
	}
	var a object.Args
	if !op.Class().IsSubclass(core.InputLayer.In(c.t)) {
		args, err := tree.Map(n.Args, c.copied)
		if err != nil {
			return err
		}
		kwargs, err := tree.Map(n.Kwargs, c.copied)
		if err != nil {
			return err
		}
		a.Pos = args.(*object.Tuple).Items
		if a.Kw, err = operation.Keywords(kwargs.(*object.Dict)); err != nil {
			return err
		}
	}
	_, err = operation.AddNode(op, a, out)
	return err
}
