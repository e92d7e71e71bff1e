package operation

import (
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

type tracingKey struct{}

type tracing struct{ depth int }

func tracingOf(t *object.Thread) *tracing {
	return t.State(tracingKey{}, func() any { return &tracing{} }).(*tracing)
}

// Tracing returns the kind of tensors that the program's code sees now: tensor.Symbolic outside of a trace.
func Tracing(t *object.Thread) tensor.Kind {
	switch {
	case tracingOf(t).depth == 0:
		return tensor.Symbolic
	case Backend(t) == "tensorflow":
		return tensor.TFTraced
	}
	return tensor.JaxTraced
}

// Trace is backend.compute_output_spec: it calls f on traced tensors in the place of symbols and returns its result with
// fresh symbols in the place of traced tensors. What happens in between is part of no graph.
func Trace(t *object.Thread, a object.Args, f func(object.Args) (object.Object, error)) (object.Object, error) {
	s := tracingOf(t)
	s.depth++
	kind := Tracing(t)
	var err error
	if kind == tensor.JaxTraced {
		err = traceable(t, a)
	}
	inner := a
	if err == nil {
		inner, err = mapArgs(a, func(v object.Object) (object.Object, error) { return enterTrace(kind, v), nil })
	}
	var out object.Object
	if err == nil {
		out, err = f(inner)
	}
	s.depth--
	if err == nil && s.depth == 0 && kind == tensor.JaxTraced {
		err = symbolReturned(out)
	}
	if err != nil {
		return nil, err
	}
	return tree.Map(out, func(v object.Object) (object.Object, error) { return leaveTrace(t, s.depth, v), nil })
}

// traceable refuses what jax cannot trace: an argument that is no plain constant may hold arrays and numbers only, so a slice
// or an object of a program's class cannot be handed to call while its output's shape is being found.
func traceable(t *object.Thread, a object.Args) error {
	all := append([]object.Object(nil), a.Pos...)
	for _, k := range a.Kw {
		all = append(all, k.Value)
	}
	for _, v := range all {
		if _, text := object.Of(v).(*object.Str); text || isBytes(v) {
			continue
		}
		var bad object.Object
		tree.Each(v, func(leaf object.Object) bool {
			if !isArrayLike(t, leaf) {
				bad = leaf
			}
			return bad == nil
		})
		if bad != nil {
			return object.TypeError("a value of type %s among the arguments of call cannot be traced: jax takes arrays and numbers, in lists and dicts, "+
				"and str, bytes or None on their own", bad.Class().Name)
		}
	}
	return nil
}

func isBytes(v object.Object) bool {
	_, ok := object.Of(v).(*object.Bytes)
	return ok
}

func isArrayLike(t *object.Thread, v object.Object) bool {
	switch object.Of(v).(type) {
	case *tensor.KerasTensor, object.Int, object.Bool, object.Float, *object.BigInt, object.Complex, *object.NoneType:
		return true
	}
	dtype, err := object.LookupAttr(t, v, object.Intern("dtype"))
	return err == nil && dtype != nil
}

// symbolReturned refuses a symbol that a traced function caught from around it: jax takes values only.
func symbolReturned(out object.Object) error {
	var found *tensor.KerasTensor
	tree.Each(out, func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok && !x.Traced() {
			found = x
		}
		return found == nil
	})
	if found == nil {
		return nil
	}
	return object.ValueError("A function that is traced to find its output returned a KerasTensor of shape %s that belongs to the graph outside. "+
		"Give what it needs as its arguments.", found.Shape)
}

// enterTrace makes the traced tensor for a symbol. A mask stays outside: what calls the layer hands it over as an argument where call takes one.
func enterTrace(kind tensor.Kind, v object.Object) object.Object {
	x, ok := v.(*tensor.KerasTensor)
	if !ok || x.Traced() {
		return v
	}
	n := &tensor.KerasTensor{Shape: x.Shape, Dtype: x.Dtype, Sparse: x.Sparse, Ragged: x.Ragged, Name: x.Name, Kind: kind}
	if kind == tensor.JaxTraced {
		n.Shape = x.Shape.Named()
		n.Dtype = narrow(x.Dtype)
	}
	return n
}

// leaveTrace makes the symbol for a traced tensor; inside an outer trace it stays as it is.
func leaveTrace(t *object.Thread, depth int, v object.Object) object.Object {
	x, ok := v.(*tensor.KerasTensor)
	if !ok || depth > 0 {
		return v
	}
	if !x.Traced() {
		if x.Name == "" {
			x.Name = AutoName(t, "KerasTensor")
		}
		return v
	}
	n := NewTensor(t, x.Shape.Plain(), x.Dtype)
	n.Sparse, n.Ragged = x.Sparse, x.Ragged
	return n
}

func mapArgs(a object.Args, f func(object.Object) (object.Object, error)) (object.Args, error) {
	out := object.Args{Pos: make([]object.Object, len(a.Pos)), Kw: make([]object.Kwarg, len(a.Kw))}
	for i, v := range a.Pos {
		w, err := tree.Map(v, f)
		if err != nil {
			return out, err
		}
		out.Pos[i] = w
	}
	for i, k := range a.Kw {
		w, err := tree.Map(k.Value, f)
		if err != nil {
			return out, err
		}
		out.Kw[i] = object.Kwarg{Name: k.Name, Value: w}
	}
	return out, nil
}

// AsTraced returns the structure with traced values in the place of symbols, as a call inside a trace sees them. Outside of
// a trace it changes nothing.
func AsTraced(t *object.Thread, o object.Object) (object.Object, error) {
	kind := Tracing(t)
	if kind == tensor.Symbolic {
		return o, nil
	}
	return tree.Map(o, func(v object.Object) (object.Object, error) { return enterTrace(kind, v), nil })
}

// narrow is the dtype that jax gives an array: without its 64-bit mode there are none of 64 bits.
func narrow(dtype string) string {
	switch dtype {
	case "int64":
		return "int32"
	case "uint64":
		return "uint32"
	case "float64":
		return "float32"
	case "complex128":
		return "complex64"
	}
	return dtype
}
