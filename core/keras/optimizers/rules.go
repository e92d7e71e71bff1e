package optimizers

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// rule is how one optimizer changes one variable.
type rule struct {
	*calc.Calc
	l *spec.Instance
	// g is the gradient, v the variable, lr the learning rate, g and lr in the variable's dtype.
	g, v, lr object.Object
	dtype    object.Object
	index    object.Object
}

// slot is the variable that a list attribute of the optimizer has for this one.
func (r *rule) slot(attr string) object.Object {
	return r.Of(func() (object.Object, error) { return object.GetItem(r.T, r.l.Value(attr), r.index) })
}

func (r *rule) cast(v any) object.Object { return r.Cast(v, r.dtype) }

// option is a number among the optimizer's attributes, rest is 1 less it.
func (r *rule) option(name string) object.Object { return r.l.Value(name) }

func (r *rule) rest(name string) object.Object {
	return r.python(object.Sub, object.Int(1), r.option(name))
}

// python computes with Python's numbers.
func (r *rule) python(op object.BinaryOp, a, b object.Object) object.Object {
	return r.Of(func() (object.Object, error) { return object.Binary(r.T, op, a, b) })
}

// time is the number of this step and those before, in the variable's dtype; ahead looks further.
func (r *rule) time(ahead int) object.Object {
	return r.cast(r.Add(r.Attr(r.l.Instance, "iterations"), ahead))
}

func (r *rule) add(to, v object.Object) { r.Method(to, "assign_add", v) }

func (r *rule) sub(from, v object.Object) { r.Method(from, "assign_sub", v) }

// follow moves a variable towards a value by a share.
func (r *rule) follow(m, towards object.Object, share any) { r.add(m, r.Mul(r.Sub(towards, m), share)) }

// mixed is rate*m + (1-rate)*v.
func (r *rule) mixed(name string, m, v object.Object) object.Object {
	return r.Add(r.Mul(r.option(name), m), r.Mul(r.rest(name), v))
}

// updating makes the method update_step of a rule.
func updating(f func(r *rule)) spec.Method {
	return spec.Method{Name: "update_step", Takes: "gradient, variable, learning_rate", Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		c := calc.New(l.T)
		r := &rule{Calc: c, l: l, v: a[1], dtype: c.Attr(a[1], "dtype")}
		r.lr, r.g = r.cast(a[2]), r.cast(a[0])
		r.index = c.Of(func() (object.Object, error) { return l.Method("_get_variable_index", a[1]) })
		f(r)
		return c.End(object.None)
	}}
}

func sgd(r *rule) {
	if !r.Truth(r.option("momentum")) {
		r.sub(r.v, r.Mul(r.g, r.lr))
		return
	}
	m, momentum := r.slot("momentums"), r.cast(r.option("momentum"))
	next := func() object.Object { return r.Sub(r.Mul(m, momentum), r.Mul(r.g, r.lr)) }
	r.Assign(m, next())
	if r.l.Bool("nesterov") {
		r.add(r.v, next())
	} else {
		r.add(r.v, m)
	}
}

func rmsprop(r *rule) {
	velocity := r.slot("_velocities")
	r.Assign(velocity, r.mixed("rho", velocity, r.Square(r.g)))
	under := velocity
	if r.l.Bool("centered") {
		mean := r.slot("_average_gradients")
		r.Assign(mean, r.mixed("rho", mean, r.g))
		under = r.Sub(velocity, r.Square(mean))
	}
	change := r.Div(r.Mul(r.lr, r.g), r.Sqrt(r.Add(under, r.option("epsilon"))))
	if r.Compare(object.Gt, r.option("momentum"), 0) {
		m := r.slot("_momentums")
		r.Assign(m, r.Add(r.Mul(r.option("momentum"), m), change))
		change = m
	}
	r.sub(r.v, change)
}

// powers are the two options to the power of the step.
func (r *rule) powers(first, second string) (one, two object.Object) {
	t := r.time(1)
	return r.Pow(r.cast(r.option(first)), t), r.Pow(r.cast(r.option(second)), t)
}

// adam is Adam's step with a learning rate; amsgrad tells whether the largest second moment counts.
func (r *rule) adam(lr object.Object, beta1, beta2, mean, spread string, amsgrad bool) {
	power1, power2 := r.powers(beta1, beta2)
	m, v := r.slot(mean), r.slot(spread)
	alpha := r.Div(r.Mul(lr, r.Sqrt(r.Sub(1, power2))), r.Sub(1, power1))
	r.follow(m, r.g, r.rest(beta1))
	r.follow(v, r.Square(r.g), r.rest(beta2))
	if amsgrad {
		largest := r.slot("_velocity_hats")
		r.Assign(largest, r.Max(largest, v))
		v = largest
	}
	r.sub(r.v, r.Div(r.Mul(m, alpha), r.Add(r.Sqrt(v), r.option("epsilon"))))
}

func adam(r *rule) {
	r.adam(r.lr, "beta_1", "beta_2", "_momentums", "_velocities", r.l.Bool("amsgrad"))
}

func adadelta(r *rule) {
	grads, deltas := r.slot("_accumulated_grads"), r.slot("_accumulated_delta_vars")
	rms := func(x object.Object) object.Object { return r.Sqrt(r.Add(x, r.option("epsilon"))) }
	r.Assign(grads, r.mixed("rho", grads, r.Square(r.g)))
	delta := r.Neg(r.Div(r.Mul(rms(deltas), r.g), rms(grads)))
	r.Assign(deltas, r.mixed("rho", deltas, r.Square(delta)))
	r.add(r.v, r.Mul(r.lr, delta))
}

func adafactor(r *rule) {
	root := func(x object.Object) object.Object { return r.Sqrt(r.Mean(r.Square(x), nil)) }
	t := r.time(1)
	lr := r.lr
	if _, schedule := r.l.Value("_learning_rate").(*object.Instance); !schedule && !object.IsCallable(r.l.Value("_learning_rate")) && r.l.Bool("relative_step") {
		lr = r.Min(lr, r.Div(1, r.Sqrt(t)))
	}
	rows, columns, v := r.slot("_r"), r.slot("_c"), r.slot("_v")
	rho := r.Min(lr, r.Div(1, r.Sqrt(t)))
	alpha := r.Mul(r.Max(r.cast(r.option("epsilon_2")), root(r.v)), rho)
	square := r.Add(r.Square(r.g), r.option("epsilon_1"))
	beta := r.Sub(1, r.Pow(t, r.option("beta_2_decay")))
	toward := func(m, x object.Object) { r.Assign(m, r.Add(r.Mul(beta, m), r.Mul(r.Sub(1, beta), x))) }
	if len(r.Shape(r.v)) >= 2 {
		toward(rows, r.Mean(square, -1))
		toward(columns, r.Mean(square, -2))
		share := r.Div(rows, r.Do("mean", rows, calc.KW("axis", -1), calc.KW("keepdims", true)))
		r.Assign(v, r.Mul(r.Do("expand_dims", share, calc.KW("axis", -1)), r.Do("expand_dims", columns, -2)))
	} else {
		toward(v, square)
	}
	u := r.Div(r.g, r.Sqrt(v))
	u = r.Div(u, r.Max(r.cast(1.0), r.Div(root(u), r.option("clip_threshold"))))
	r.sub(r.v, r.Mul(alpha, u))
}

func adagrad(r *rule) {
	sum := r.slot("_accumulators")
	r.add(sum, r.Square(r.g))
	r.sub(r.v, r.Div(r.Mul(r.lr, r.g), r.Sqrt(r.Add(sum, r.option("epsilon")))))
}

func adamax(r *rule) {
	power := r.Pow(r.cast(r.option("beta_1")), r.time(1))
	m, largest := r.slot("_m"), r.slot("_u")
	r.follow(m, r.g, r.rest("beta_1"))
	r.Assign(largest, r.Max(r.Mul(r.option("beta_2"), largest), r.Do("abs", r.g)))
	r.sub(r.v, r.Div(r.Mul(r.lr, m), r.Mul(r.Sub(1, power), r.Add(largest, r.option("epsilon")))))
}

func nadam(r *rule) {
	t, next := r.time(1), r.time(2)
	beta1, beta2 := r.cast(r.option("beta_1")), r.cast(r.option("beta_2"))
	u := func(t object.Object) object.Object {
		return r.Mul(beta1, r.Sub(1.0, r.Mul(0.5, r.Pow(r.cast(0.96), t))))
	}
	now, then := u(t), u(next)
	product := r.cast(r.l.Value("_u_product"))
	productNext := r.Mul(product, then)
	m, v := r.slot("_momentums"), r.slot("_velocities")
	r.follow(m, r.g, r.Sub(1, beta1))
	r.follow(v, r.Square(r.g), r.Sub(1, beta2))
	ahead := r.Add(r.Div(r.Mul(then, m), r.Sub(1, productNext)), r.Div(r.Mul(r.Sub(1, now), r.g), r.Sub(1, product)))
	spread := r.Div(v, r.Sub(1, r.Pow(beta2, t)))
	r.sub(r.v, r.Div(r.Mul(ahead, r.lr), r.Add(r.Sqrt(spread), r.option("epsilon"))))
}

func lamb(r *rule) {
	power1, power2 := r.powers("beta_1", "beta_2")
	m, v := r.slot("_momentums"), r.slot("_velocities")
	r.follow(m, r.g, r.rest("beta_1"))
	r.follow(v, r.Square(r.g), r.rest("beta_2"))
	update := r.Div(r.Div(m, r.Sub(1.0, power1)), r.Add(r.Sqrt(r.Div(v, r.Sub(1.0, power2))), r.option("epsilon")))
	norm := func(x object.Object) object.Object { return r.Sqrt(r.Sum(r.Pow(x, 2), nil)) }
	weight, change := norm(r.v), norm(update)
	above := func(x object.Object) object.Object { return r.Do("greater", x, 0) }
	trust := r.Where(above(weight), r.Where(above(change), r.Div(weight, change), 1.0), 1.0)
	r.sub(r.v, r.Mul(r.Mul(trust, r.lr), update))
}

func lion(r *rule) {
	beta1, beta2 := r.cast(r.option("beta_1")), r.cast(r.option("beta_2"))
	m := r.slot("_momentums")
	mix := func(beta object.Object) object.Object { return r.Add(r.Mul(m, beta), r.Mul(r.g, r.Sub(1.0, beta))) }
	r.sub(r.v, r.Mul(r.lr, r.Do("sign", mix(beta1))))
	r.Assign(m, mix(beta2))
}

func scheduleFree(r *rule) {
	t := r.time(1)
	beta1, beta2 := r.cast(r.option("beta_1")), r.cast(r.option("beta_2"))
	lr := r.lr
	if r.Compare(object.Gt, r.option("warmup_steps"), 0) {
		lr = r.Mul(lr, r.Min(r.Div(t, r.cast(r.option("warmup_steps"))), 1.0))
	}
	m, v := r.slot("_momentums"), r.slot("_velocities")
	before := r.Attr(m, "value")
	corrected := r.Sub(1, r.Pow(beta2, t))
	r.follow(v, r.Square(r.g), r.Sub(1, beta2))
	under := r.Add(r.Sqrt(r.Div(v, corrected)), r.cast(r.option("epsilon")))
	r.sub(m, r.Div(r.Mul(lr, r.g), under))
	weight := r.Div(1.0, t)
	x := r.Div(r.Sub(r.v, r.Mul(r.Sub(1, beta1), before)), beta1)
	x = r.Add(r.Mul(r.Sub(1, weight), x), r.Mul(weight, m))
	r.Assign(r.v, r.Add(r.Mul(r.Sub(1, beta1), m), r.Mul(beta1, x)))
}

func ftrl(r *rule) {
	sum, linear := r.slot("_accumulators"), r.slot("_linears")
	power := r.python(object.Sub, object.Int(0), r.option("learning_rate_power"))
	l2 := r.Add(r.option("l2_regularization_strength"), r.Div(r.option("beta"), r.Mul(2.0, r.lr)))
	g := r.Add(r.g, r.Mul(r.python(object.Mul, object.Int(2), r.option("l2_shrinkage_regularization_strength")), r.v))
	next := r.Add(sum, r.Square(r.g))
	grown := r.Pow(next, power)
	r.add(linear, r.Sub(g, r.Mul(r.Div(r.Sub(grown, r.Pow(sum, power)), r.lr), r.v)))
	quadratic := r.Add(r.Div(grown, r.lr), r.Mul(2, l2))
	l1 := r.option("l1_regularization_strength")
	clipped := r.Do("clip", linear, r.python(object.Sub, object.Float(0), l1), l1)
	r.Assign(r.v, r.Div(r.Sub(clipped, linear), quadratic))
	r.Assign(sum, next)
}
