package tf

import (
	"strings"

	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// kind is the kind of tensors that the call makes.
func (c *call) kind() tensor.Kind {
	if c.eager {
		return tensor.Eager
	}
	return tensor.TFTraced
}

// onValues is a call outside of a trace. A function that is no operation of keras.ops with other names has a way to compute in
// computed; of any other one shape and dtype of the result are known, and its numbers are not.
func (c *call) onValues(do func(c *call) (object.Object, error)) (object.Object, error) {
	for i, v := range c.v {
		w, ok := v.(*variable.Variable)
		if !ok {
			continue
		}
		x, err := ops.ValueOf(c.t, w)
		if err != nil {
			return nil, err
		}
		c.v[i] = x
	}
	if compute := computed()[strings.TrimPrefix(c.path, "tf.")]; compute != nil && c.haveNumbers() {
		if err := c.traced(); err != nil {
			return nil, err
		}
		k := &calc{call: c}
		out := compute(k)
		return out, k.err
	}
	out, err := do(c)
	if err != nil {
		return nil, err
	}
	tree.Each(out, func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok && x.Kind == tensor.TFTraced {
			x.Kind, x.TF = tensor.Eager, true
		}
		return true
	})
	return out, nil
}

// haveNumbers reports whether the tensors among the arguments are eager ones with numbers.
func (c *call) haveNumbers() bool {
	for _, x := range c.tensors() {
		if x.Kind == tensor.Eager && !x.HasNumbers() {
			return false
		}
	}
	return true
}

// calc is a chain of computations; after the first error the rest does nothing.
type calc struct {
	*call
	err error
}

// do calls a function of keras.ops with positional arguments.
func (k *calc) do(name string, args ...object.Object) object.Object {
	return k.with(name, args)
}

// with is do with keyword arguments, as names and values in turn.
func (k *calc) with(name string, args []object.Object, pairs ...any) object.Object {
	if k.err != nil {
		return object.None
	}
	a := object.Args{Pos: args}
	for i := 0; i+1 < len(pairs); i += 2 {
		if v := pairs[i+1].(object.Object); v != object.None {
			a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern(pairs[i].(string)), Value: v})
		}
	}
	out, err := ops.Find(name).OnValues(k.t, k.kind(), a)
	if err != nil {
		k.err = err
		return object.None
	}
	return out
}

// get is an argument.
func (k *calc) get(name string) object.Object { return k.plain(name, k.arg(name)) }

// x is an argument as a tensor.
func (k *calc) x(name string) object.Object { return k.do("convert_to_tensor", k.get(name)) }

func (k *calc) flag(name string) bool {
	b, err := k.truth(name)
	if err != nil && k.err == nil {
		k.err = err
	}
	return b
}

// int is an argument that must be an int, or what stands for None.
func (k *calc) int(name string, otherwise int) int {
	v := k.arg(name)
	if v == object.None {
		return otherwise
	}
	n, err := object.Index(k.t, v)
	if err != nil && k.err == nil {
		k.err = err
	}
	return n
}

func (k *calc) shape(v object.Object) tensor.Shape {
	if x, ok := v.(*tensor.KerasTensor); ok {
		return x.Shape
	}
	return nil
}

func (k *calc) rank(v object.Object) int { return len(k.shape(v)) }

func (k *calc) cast(v object.Object, dtype string) object.Object {
	return k.do("cast", v, object.NewStr(dtype))
}

// dtype reads a dtype argument.
func (k *calc) dtype(name, otherwise string) string {
	if k.arg(name) == object.None {
		return otherwise
	}
	d, err := dtypeOf(k.t, k.arg(name))
	if err != nil && k.err == nil {
		k.err = err
	}
	return d
}

// ints makes a tensor of sizes.
func (k *calc) ints(dtype string, list []int, shape ...int) object.Object {
	data := make([]int64, len(list))
	for i, n := range list {
		data[i] = int64(n)
	}
	a, err := array.FromSlice(k.t, data, shape...)
	if err == nil {
		var x *tensor.KerasTensor
		if x, err = ops.Value(k.t, a, dtype); err == nil {
			return x
		}
	}
	if k.err == nil {
		k.err = err
	}
	return object.None
}

func (k *calc) call1(f object.Object, args ...object.Object) object.Object {
	if k.err != nil {
		return object.None
	}
	out, err := object.Call(k.t, f, args...)
	if err != nil {
		k.err = err
		return object.None
	}
	return out
}
