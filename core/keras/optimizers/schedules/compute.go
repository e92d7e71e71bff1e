package schedules

import (
	"math"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// rateAt computes a schedule's learning rate at a step.
type rateAt func(c *calc.Calc, l *spec.Instance, step object.Object) object.Object

// begin is the first learning rate as a tensor, and a function that casts to its dtype.
func begin(c *calc.Calc, l *spec.Instance) (first object.Object, cast func(v any) object.Object) {
	first = c.Tensor(l.Value("initial_learning_rate"), nil)
	d := c.Dtype(first)
	return first, func(v any) object.Object { return c.Cast(v, d) }
}

// passed is the number of decays so far, whole ones with staircase.
func passed(c *calc.Calc, l *spec.Instance, cast func(any) object.Object, step object.Object) object.Object {
	p := c.Div(cast(step), cast(l.Value("decay_steps")))
	if l.Bool("staircase") {
		p = c.Do("floor", p)
	}
	return p
}

func exponential(c *calc.Calc, l *spec.Instance, step object.Object) object.Object {
	first, cast := begin(c, l)
	return c.Mul(first, c.Pow(cast(l.Value("decay_rate")), passed(c, l, cast, step)))
}

func inverseTime(c *calc.Calc, l *spec.Instance, step object.Object) object.Object {
	first, cast := begin(c, l)
	return c.Div(first, c.Add(cast(1), c.Mul(cast(l.Value("decay_rate")), passed(c, l, cast, step))))
}

func polynomial(c *calc.Calc, l *spec.Instance, step object.Object) object.Object {
	first, cast := begin(c, l)
	end, power := cast(l.Value("end_learning_rate")), cast(l.Value("power"))
	at, steps := cast(step), cast(l.Value("decay_steps"))
	if l.Bool("cycle") {
		rounds := c.Where(c.Do("equal", at, 0), 1.0, c.Do("ceil", c.Div(at, l.Value("decay_steps"))))
		steps = c.Mul(steps, rounds)
	} else {
		at = c.Min(at, steps)
	}
	p := c.Div(at, steps)
	return c.Add(c.Mul(c.Sub(first, end), c.Pow(c.Sub(1, p), power)), end)
}

// half is the half cosine from 1 to 0 at a share of the way.
func half(c *calc.Calc, share object.Object, dtype string) object.Object {
	return c.Add(1.0, c.Do("cos", c.Mul(c.Do("array", math.Pi, calc.KW("dtype", dtype)), share)))
}

func cosine(c *calc.Calc, l *spec.Instance, step object.Object) object.Object {
	first, cast := begin(c, l)
	d := c.Dtype(first)
	steps, at := cast(l.Value("decay_steps")), cast(step)
	alpha := l.Value("alpha")
	rest := c.Of(func() (object.Object, error) { return object.Binary(l.T, object.Sub, object.Int(1), alpha) })
	decay := func(at, from object.Object) object.Object {
		return c.Mul(from, c.Add(c.Mul(rest, c.Mul(0.5, half(c, c.Div(at, steps), d))), alpha))
	}
	if l.IsNone("warmup_target") {
		return decay(c.Min(at, steps), first)
	}
	target, warm := cast(l.Value("warmup_target")), cast(l.Value("warmup_steps"))
	at = c.Min(at, c.Add(steps, warm))
	if c.Truth(c.Do("less", at, warm)) {
		return c.Add(c.Mul(c.Sub(target, first), c.Div(at, warm)), first)
	}
	return decay(c.Sub(at, warm), target)
}

func cosineRestarts(c *calc.Calc, l *spec.Instance, step object.Object) object.Object {
	first, cast := begin(c, l)
	d := c.Dtype(first)
	alpha, longer, lower := cast(l.Value("alpha")), cast(l.Value("_t_mul")), cast(l.Value("_m_mul"))
	share := c.Div(cast(step), cast(l.Value("first_decay_steps")))
	var restart object.Object
	if c.Truth(c.Do("equal", longer, 1.0)) {
		restart = c.Do("floor", share)
		share = c.Sub(share, restart)
	} else { // the decays' lengths are a geometric series
		inside := c.Sub(1.0, c.Mul(share, c.Sub(1.0, longer)))
		restart = c.Do("floor", c.Div(c.Do("log", c.Cast(inside, d)), c.Do("log", longer)))
		grown := c.Pow(longer, restart)
		before := c.Div(c.Sub(1.0, grown), c.Sub(1.0, longer))
		share = c.Div(c.Sub(share, before), grown)
	}
	wave := c.Mul(c.Mul(0.5, c.Pow(lower, restart)), half(c, share, d))
	return c.Mul(first, c.Add(c.Mul(c.Sub(1, alpha), wave), alpha))
}

func piecewise(c *calc.Calc, l *spec.Instance, step object.Object) object.Object {
	tensors := func(name string) []object.Object {
		items := c.Items(l.Value(name))
		out := make([]object.Object, len(items))
		for i, v := range items {
			out[i] = c.Tensor(v, nil)
		}
		return out
	}
	boundaries, values := tensors("boundaries"), tensors("values")
	step = c.Tensor(step, nil)
	for i, b := range boundaries {
		if c.Dtype(b) != c.Dtype(step) {
			boundaries[i] = c.Cast(b, c.Dtype(step))
		}
	}
	if c.Err != nil {
		return object.None
	}
	if len(boundaries) == 0 {
		return c.Fail(object.NewError(object.IndexErrorClass, "list index out of range"))
	}
	d := c.Dtype(values[0])
	out := c.Do("array", 0, calc.KW("dtype", d))
	add := func(condition, value object.Object) { out = c.Add(out, c.Mul(c.Cast(condition, d), value)) }
	last := len(boundaries) - 1
	add(c.Do("less_equal", step, boundaries[0]), values[0])
	add(c.Do("greater", step, boundaries[last]), values[len(values)-1])
	for i := 0; i < last; i++ {
		add(c.Do("logical_and", c.Do("greater", step, boundaries[i]), c.Do("less_equal", step, boundaries[i+1])), values[i+1])
	}
	return out
}
