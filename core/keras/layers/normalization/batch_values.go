package normalization

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// batch is one call of BatchNormalization on values.
type batch struct {
	*calc.Calc
	l *spec.Instance
	x object.Object
	// gamma and beta are None where there are none.
	gamma, beta object.Object
}

// call is BatchNormalization's: it takes inputs, training and mask.
func call(l *spec.Instance, a []object.Object) (object.Object, error) {
	training, err := object.Truth(l.T, a[1])
	if err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	if a[2] != object.None && len(c.Shape(a[2])) != len(c.Shape(a[0]))-1 && c.Err == nil {
		c.Fail(l.Fail("mask", "the mask must have one dimension less than the inputs, whose shape is %s; its own is %s.", spec.Shape(c.Shape(a[0])), spec.Shape(c.Shape(a[2]))))
	}
	if c.Err != nil {
		return nil, c.Err
	}
	if x, ok := a[0].(*tensor.KerasTensor); ok && !x.HasNumbers() {
		n := *x
		n.Dtype = l.Str("compute_dtype")
		return &n, nil
	}
	d := c.Dtype(a[0])
	if d == "float16" || d == "bfloat16" || !config.IsFloat(d) {
		d = "float32"
	}
	b := &batch{Calc: c, l: l, x: c.Cast(a[0], d)}
	b.gamma, b.beta = b.weight("gamma"), b.weight("beta")
	var mean, variance object.Object
	if training && l.Bool("trainable") {
		mean, variance = b.moments(a[2])
		if l.Bool("renorm") {
			b.renormalize(mean, variance)
		} else {
			b.follow("moving_mean", mean, "momentum")
			b.follow("moving_variance", variance, "momentum")
		}
	} else {
		mean, variance = b.weight("moving_mean"), b.weight("moving_variance")
	}
	out := c.Do("batch_normalization", b.x, mean, variance, l.Value("axis"), calc.KW("offset", b.beta), calc.KW("scale", b.gamma),
		calc.KW("epsilon", l.Value("epsilon")))
	return c.End(c.Cast(out, l.Value("compute_dtype")))
}

// weight is one of the layer's weights in the dtype of the computation, or None.
func (b *batch) weight(name string) object.Object {
	w := b.l.Value(name)
	if w == object.None {
		return w
	}
	return b.Cast(w, b.Dtype(b.x))
}

// follow moves a weight towards a value; momentum names the option that says how slowly.
func (b *batch) follow(name string, to object.Object, momentum string) object.Object {
	m := b.l.Float(momentum)
	next := b.Add(b.Mul(b.weight(name), m), b.Mul(to, 1-m))
	b.Assign(b.l.Value(name), next)
	return next
}

// moments are mean and variance of the batch, without what the mask leaves out.
func (b *batch) moments(mask object.Object) (mean, variance object.Object) {
	axes := b.l.Value("_reduction_axes")
	if mask == object.None {
		both := b.Do("moments", b.x, calc.KW("axes", axes))
		return b.Index(both, 0), b.Index(both, 1)
	}
	mask = b.Cast(b.Do("broadcast_to", b.Do("expand_dims", mask, calc.KW("axis", -1)), b.Shape(b.x)), "bool")
	sum := func(x object.Object) object.Object {
		return b.Do("sum", x, calc.KW("axis", axes), calc.KW("keepdims", true))
	}
	n := b.Add(sum(b.Cast(mask, b.Dtype(b.x))), config.Epsilon(b.T))
	mean = b.Div(sum(b.Where(mask, b.x, 0)), n)
	variance = b.Div(sum(b.Square(b.Where(mask, b.Sub(b.x, mean), 0))), n)
	return b.Do("squeeze", mean), b.Do("squeeze", variance)
}

// renormalize corrects the batch's moments towards the moving ones, and moves these.
func (b *batch) renormalize(mean, variance object.Object) {
	l := b.l
	spread := b.Sqrt(b.Add(variance, l.Value("epsilon")))
	known := b.Max(b.weight("renorm_stddev"), b.Sqrt(b.Cast(l.Value("epsilon"), b.Dtype(mean))))
	r := b.Div(spread, known)
	d := b.Div(b.Sub(mean, b.weight("renorm_mean")), known)
	if bounds, ok := object.Of(l.Value("renorm_clipping")).(*object.Dict); ok {
		bound := func(name string) object.Object {
			if v := bounds.GetName(name); v != nil {
				return v
			}
			return object.None
		}
		if low := bound("rmin"); low != object.None {
			r = b.Max(r, low)
		}
		if high := bound("rmax"); high != object.None {
			r = b.Min(r, high)
		}
		if far := bound("dmax"); far != object.None {
			d = b.Do("clip", d, b.Of(func() (object.Object, error) { return object.Unary(b.T, object.Neg, far) }), far)
		}
	}
	gamma := b.gamma
	if gamma != object.None {
		r, d = b.Mul(r, gamma), b.Mul(d, gamma)
	}
	if b.beta != object.None {
		d = b.Add(d, b.beta)
	}
	b.gamma, b.beta = r, d
	b.follow("renorm_mean", mean, "renorm_momentum")
	b.follow("renorm_stddev", spread, "renorm_momentum")
	b.follow("moving_mean", mean, "momentum")
	next := b.follow("moving_stddev", spread, "momentum")
	b.Assign(l.Value("moving_variance"), b.Do("relu", b.Sub(b.Mul(next, next), l.Value("epsilon"))))
}
