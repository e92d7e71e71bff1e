package ops

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/blame"
	"layerglass/core/keras/config"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// Gradients goes a tape back from a tensor: for each of the sources it returns how the target changes with it, in the source's
// shape, or None where the target does not depend on it. seed is the gradient of the target, nil for ones. A tape can be gone
// back more than once.
func Gradients(t *object.Thread, tape *Tape, target *tensor.KerasTensor, seed object.Object, sources []*tensor.KerasTensor) ([]object.Object, error) {
	b := &backward{t: t, tape: tape, sums: map[*tensor.KerasTensor]object.Object{}}
	out := make([]object.Object, len(sources))
	var err error
	tape.Paused(func() {
		err = run(func() {
			if seed == nil {
				seed = b.do("ones_like", target)
			}
			b.sums[target] = seed
			for i := len(tape.Steps) - 1; i >= 0; i-- {
				b.step(tape.Steps[i])
			}
		})
	})
	for i, x := range sources {
		out[i] = object.None
		if g := b.sums[x]; g != nil && tape.known[x] {
			out[i] = g
		}
	}
	return out, err
}

// backward gathers the gradients of tensors.
type backward struct {
	t    *object.Thread
	tape *Tape
	sums map[*tensor.KerasTensor]object.Object
}

// flow is a backward at one step: g are the gradients of its results, nil where there is none.
type flow struct {
	*backward
	*Step
	g []object.Object
}

func (b *backward) step(s *Step) {
	f := &flow{backward: b, Step: s, g: make([]object.Object, len(s.Results))}
	any := false
	for i, x := range s.Results {
		if g := b.sums[x]; g != nil && config.IsFloat(x.Dtype) {
			f.g[i], any = g, true
		}
	}
	if !any {
		return
	}
	if err := b.t.Spend(20); err != nil {
		fail(err)
	}
	if s.own != nil {
		s.own(f)
		return
	}
	o := s.Op.rule()
	rule := gradientRules()[o.Path()]
	if rule == nil {
		e := object.NewError(object.NotImplementedErrClass, "The gradient of keras.ops.%s is not modelled here.", o.Path())
		e.Subject = blame.NotModelled{Name: "the gradient of keras.ops." + o.Path()}
		fail(e)
	}
	rule(f)
}

// do calls an operation; arguments are Python objects or plain Go values.
func (b *backward) do(name string, list ...any) object.Object {
	var a object.Args
	for _, v := range list {
		switch v := v.(type) {
		case object.Kwarg:
			a.Kw = append(a.Kw, v)
		case []int:
			a.Pos = append(a.Pos, intTuple(v))
		default:
			a.Pos = append(a.Pos, arg.Value(v))
		}
	}
	out, err := Find(name).Call(b.t, a)
	must(err)
	return out
}

func intTuple(v []int) object.Object {
	items := make([]object.Object, len(v))
	for i, n := range v {
		items[i] = object.Int(n)
	}
	return object.NewTuple(items...)
}

func named(name string, v any) object.Kwarg {
	if n, ok := v.([]int); ok {
		return object.Kwarg{Name: object.Intern(name), Value: intTuple(n)}
	}
	return object.Kwarg{Name: object.Intern(name), Value: arg.Value(v)}
}

func (b *backward) mul(x, y any) object.Object { return b.do("multiply", x, y) }
func (b *backward) add(x, y any) object.Object { return b.do("add", x, y) }
func (b *backward) sub(x, y any) object.Object { return b.do("subtract", x, y) }
func (b *backward) div(x, y any) object.Object { return b.do("divide", x, y) }

// y is the i-th result.
func (f *flow) y(i int) *tensor.KerasTensor { return f.Results[i] }

// wants reports whether an argument is a tensor whose gradient is asked for.
func (f *flow) wants(v object.Object) bool {
	x, ok := v.(*tensor.KerasTensor)
	return ok && f.tape.known[x] && config.IsFloat(x.Dtype)
}

// give adds to the gradient of an argument. A gradient that was spread over more dimensions is summed up over them.
func (f *flow) give(v, g object.Object) {
	if !f.wants(v) {
		return
	}
	x := v.(*tensor.KerasTensor)
	g = f.cast(f.fitted(g, x.Shape), x.Dtype)
	if before := f.sums[x]; before != nil {
		g = f.add(before, g)
	}
	f.sums[x] = g
}

func (b *backward) cast(g object.Object, dtype string) object.Object {
	if x, ok := g.(*tensor.KerasTensor); ok && x.Dtype == dtype {
		return g
	}
	return b.do("cast", g, dtype)
}

// fitted brings a gradient to the shape of what was broadcast.
func (b *backward) fitted(g object.Object, shape tensor.Shape) object.Object {
	from := b.shape(g)
	if from.Equal(shape) {
		return g
	}
	var axes []int
	lead := len(from) - len(shape)
	for i, n := range from {
		if i < lead || shape[i-lead] == 1 && n != 1 {
			axes = append(axes, i)
		}
	}
	if len(axes) > 0 {
		g = b.do("sum", g, named("axis", axes), named("keepdims", true))
	}
	if lead < 0 || from.Size() < shape.Size() {
		return b.do("broadcast_to", g, []int(shape))
	}
	return b.do("reshape", g, []int(shape))
}

func (b *backward) shape(v object.Object) tensor.Shape {
	if x, ok := v.(*tensor.KerasTensor); ok {
		return x.Shape
	}
	s, ok, err := ShapeOf(b.t, v)
	must(err)
	if !ok {
		return tensor.Shape{}
	}
	return s
}

// replay is the rule of an operation that is put together of others: it goes back through what f computes. The results of
// f stand for those of the step.
func (f *flow) replay(do func(f *flow) []object.Object) {
	inner := Record(f.t)
	defer inner.End(f.t)
	var sources []*tensor.KerasTensor
	f.eachValue(func(v object.Object) bool {
		if f.wants(v) {
			x := v.(*tensor.KerasTensor)
			inner.Watch(x)
			sources = append(sources, x)
		}
		return true
	})
	out := do(f)
	inner.End(f.t)
	for i, y := range out {
		x, ok := y.(*tensor.KerasTensor)
		if !ok || i >= len(f.g) || f.g[i] == nil || !inner.known[x] {
			continue
		}
		list, err := Gradients(f.t, inner, x, f.cast(f.fitted(f.g[i], x.Shape), x.Dtype), sources)
		must(err)
		for k, g := range list {
			if g != object.None {
				f.give(sources[k], g)
			}
		}
	}
}

// again runs the step's operation with other values in the places of its tensors.
func (f *flow) again(replace func(v object.Object) object.Object) object.Object {
	c := &Call{T: f.t, Op: f.Op, extra: f.extra, instance: f.instance, preset: f.Call.drawn, values: make([]object.Object, len(f.values))}
	for i, v := range f.values {
		c.values[i] = mapped(v, replace)
	}
	out, err := f.Op.computed(c)
	must(err)
	return out
}

// mapped replaces the tensors in an argument, which may stand in a list or tuple.
func mapped(v object.Object, replace func(object.Object) object.Object) object.Object {
	switch x := v.(type) {
	case nil:
		return nil
	case *tensor.KerasTensor:
		return replace(x)
	case *object.List:
		items := make([]object.Object, len(x.Items))
		for i, item := range x.Items {
			items[i] = mapped(item, replace)
		}
		return object.NewList(items...)
	case *object.Tuple:
		items := make([]object.Object, len(x.Items))
		for i, item := range x.Items {
			items[i] = mapped(item, replace)
		}
		return object.NewTuple(items...)
	}
	return v
}
