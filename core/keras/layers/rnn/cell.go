package rnn

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// CellArguments are a cell's arguments as the layer around it takes them: they become attributes of the cell, and the
// activity regularizer of Layer stands between the regularizers and the constraints.
func CellArguments(list arg.List) arg.List {
	var out arg.List
	for _, a := range list {
		if a.Name == "kernel_constraint" {
			out = append(out, arg.Regularizer("activity_regularizer", nil).ToBase())
		}
		out = append(out, a.As("-"))
	}
	return out
}

// Sequence are the arguments about the sequence, which RNN takes.
func Sequence() arg.List {
	return arg.Of(arg.Bool("return_sequences", false).Says("whether the output of every step is returned"),
		arg.Bool("return_state", false).Says("whether the last state is returned too"), arg.Bool("go_backwards", false),
		arg.Bool("stateful", false).Says("whether the state is kept from batch to batch"), arg.Bool("unroll", false)).ToBase()
}

// handCell makes the cell of a layer such as LSTM of the layer's arguments, and hands it to RNN's __init__.
func handCell(cell func() *spec.Class, name string) func(l *spec.Instance) ([]object.Kwarg, error) {
	return handCellWith(cell, name, "dtype", "trainable", "implementation")
}

// handCellWith is handCell for a cell that takes these of the layer's further arguments.
func handCellWith(cell func() *spec.Class, name string, further ...string) func(l *spec.Instance) ([]object.Kwarg, error) {
	return func(l *spec.Instance) ([]object.Kwarg, error) {
		more := l.Given.Get("kwargs").(*object.Dict)
		c := cell().Whole()
		kw := arg.Pairs("name", name)
		for _, n := range c.Args.Names() {
			if v := l.Given.Get(n); v != nil {
				kw = append(kw, object.Kwarg{Name: object.Intern(n), Value: v})
			}
		}
		for _, n := range further {
			if v := more.GetName(n); v != nil {
				kw = append(kw, object.Kwarg{Name: object.Intern(n), Value: v})
			}
			if n == "implementation" { // which RNN does not take
				more.DelStr(object.Intern(n))
			}
		}
		made, err := operation.Construct(l.T, c.In(l.T), object.Args{Kw: kw})
		if err != nil {
			return nil, err
		}
		return arg.Pairs("cell", made), nil
	}
}

// CheckCuDNN checks use_cudnn.
func CheckCuDNN(l *spec.Instance) error {
	v := l.Given.Get("use_cudnn")
	for _, allowed := range []any{"auto", true, false} {
		same, err := object.Equal(l.T, v, arg.Value(allowed))
		if err != nil || same {
			return err
		}
	}
	return l.Bad("use_cudnn", v, "'auto', True or False")
}

// CellSeed ends the config of a layer with a cell: the cell's own config goes, its seed comes last.
func CellSeed(l *spec.Instance, config *object.Dict) error {
	config.DelStr(object.Intern("cell"))
	seed, err := object.GetAttr(l.T, l.Value("cell"), object.Intern("seed"))
	if err == nil {
		config.SetName("seed", seed)
	}
	return err
}

// OfCell makes properties that read attributes of the cell.
func OfCell(names ...string) []spec.Getter {
	var out []spec.Getter
	for _, n := range names {
		out = append(out, spec.Getter{Name: n, Doc: "The cell's.", Get: func(l *spec.Instance) (object.Object, error) {
			return object.GetAttr(l.T, l.Value("cell"), object.Intern(n))
		}})
	}
	return out
}
