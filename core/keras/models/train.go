package models

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/lib/sys"
	"layerglass/core/python/object"
)

// train is one step of training: the gradients of the loss, and a step of the optimizer against them.
func (m *compiled) train(c *calc.Calc, l *spec.Instance, x, y, weight object.Object) {
	tape := ops.Record(l.T)
	defer tape.End(l.T)
	vars := c.Items(c.Attr(l.Instance, "trainable_variables"))
	if c.Err == nil && len(vars) == 0 && !c.Truth(c.Attr(l.Instance, "built")) {
		// A model that is built by its first call has no variables before it.
		tape.Paused(func() { forward(c, l, x) })
		vars = c.Items(c.Attr(l.Instance, "trainable_variables"))
	}
	sources := watched(c, tape, vars)
	yPred := m.training(c, l, x)
	loss := modelLoss(c, l, x, y, yPred, weight, true)
	optimizer := c.Attr(l.Instance, "optimizer")
	if c.Err == nil && optimizer == object.None {
		c.Fail(object.ValueError("%s has no optimizer to train with: compile(optimizer=…) gives it one.", l.ClassName()))
	}
	scaled := c.Method(optimizer, "scale_loss", loss)
	grads := slopes(c, tape, scaled, sources)
	tape.End(l.T)
	if c.Err != nil {
		return
	}
	for i, v := range vars { // what a layer assigned to a trainable weight, jax forgets
		v.(*variable.Variable).Value = sources[i]
	}
	c.Method(optimizer, "apply", object.NewList(grads...), object.NewList(vars...))
	c.Method(m.tracker, "update_state", loss, calc.KW("sample_weight", examples(c, x)))
	c.Method(l.Instance, "compute_metrics", x, y, yPred, weight)
}

// training calls the model as training does.
func (m *compiled) training(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	if c.Truth(c.Attr(l.Instance, "_call_has_training_arg")) {
		return c.Call(l.Instance, x, calc.KW("training", true))
	}
	return c.Call(l.Instance, x)
}

// examples is the number of examples in a batch.
func examples(c *calc.Calc, x object.Object) int {
	for _, v := range tree.Flatten(x) {
		if v != object.None {
			return rows(c, v)
		}
	}
	return 1
}

// watched lets the tape list what depends on variables, and returns their values.
func watched(c *calc.Calc, tape *ops.Tape, vars []object.Object) []*tensor.KerasTensor {
	var out []*tensor.KerasTensor
	for _, v := range vars {
		w, ok := v.(*variable.Variable)
		if !ok || c.Err != nil {
			c.Fail(object.TypeError("the weights of a model must be variables."))
			return nil
		}
		if _, c.Err = ops.ValueOf(c.T, w); c.Err != nil {
			return nil
		}
		x := w.Value.(*tensor.KerasTensor)
		tape.Watch(x)
		out = append(out, x)
	}
	return out
}

// slopes are the gradients of a loss. A variable that it does not depend on has one of zeros, as jax has it.
func slopes(c *calc.Calc, tape *ops.Tape, loss object.Object, sources []*tensor.KerasTensor) []object.Object {
	y, ok := loss.(*tensor.KerasTensor)
	if !ok || c.Err != nil {
		c.Fail(object.TypeError("compute_loss() must return a tensor."))
		return nil
	}
	if y.Shape.Size() != 1 {
		c.Fail(object.TypeError("The loss must be one number to train with, its shape is %s.", y.Shape))
		return nil
	}
	grads, err := ops.Gradients(c.T, tape, y, nil, sources)
	if c.Err == nil {
		c.Err = err
	}
	for i := range grads {
		if grads[i] == object.None {
			grads[i] = c.Do("zeros_like", sources[i])
		}
	}
	return grads
}

// trainOnBatch takes x, y, sample_weight, class_weight, return_dict.
func trainOnBatch(l *spec.Instance, a []object.Object) (object.Object, error) {
	m, err := trainable(l, "train_on_batch")
	if err != nil {
		return nil, err
	}
	if a[3] != object.None && a[2] != object.None {
		return nil, object.ValueError("train_on_batch() takes sample_weight or class_weight, not both.")
	}
	b := newBatches(l, a[0], a[1], a[2], object.Int(1<<40), object.None)
	c := b.c
	weight := b.data[2]
	if a[3] != object.None {
		weight = classWeights(c, b.data[1], a[3])
	}
	c.Method(l.Instance, "reset_metrics")
	returned := m.stepAlone(c, l, "train_step", b.data[0], b.data[1], weight)
	return asked(c, l, logsOf(c, l, returned), a[4])
}

// trainable refuses what cannot be trained here: a model that is not compiled, and on jax one with a step of its own.
func trainable(l *spec.Instance, method string) (*compiled, error) {
	m, err := mustBeCompiled(l, method)
	if err == nil {
		err = checkStep(l, method, "train_step")
	}
	return m, err
}

// classWeights gives each example the weight of its class.
func classWeights(c *calc.Calc, y, weights object.Object) object.Object {
	d, ok := object.Of(weights).(*object.Dict)
	if !ok {
		return c.Fail(object.TypeError("class_weight must be a dict of classes and weights, got %s.", weights.Class().Name))
	}
	if s := c.Shape(y); len(s) > 1 && s[len(s)-1] != 1 {
		y = c.Do("argmax", y, calc.KW("axis", -1))
	} else if len(s) > 1 {
		y = c.Do("squeeze", y, calc.KW("axis", -1))
	}
	list := object.NewList()
	for _, v := range c.Items(c.Do("cast", c.Do("round", y), "int32")) {
		n := c.Of(func() (object.Object, error) { return object.ToInt(c.T, v) })
		w, err := d.Get(c.T, n)
		if err != nil {
			return c.Fail(err)
		}
		if w == nil {
			w = object.Float(1)
		}
		list.Items = append(list.Items, w)
	}
	return c.Tensor(list, "float32")
}

// fitting is one call of fit().
type fitting struct {
	l         *spec.Instance
	c         *calc.Calc
	m         *compiled
	batches   *batches
	shuffle   object.Object
	verbose   object.Object
	callbacks []object.Object
	history   object.Object
	// check are x, y and weights to validate with.
	check [3]object.Object
	// size, steps and every say how.
	size, steps object.Object
	every       object.Object
}

const fitSignature = "(self, x=None, y=None, batch_size=None, epochs=1, verbose='auto', callbacks=None, validation_split=0.0, validation_data=None, shuffle=True, " +
	"class_weight=None, sample_weight=None, initial_epoch=0, steps_per_epoch=None, validation_steps=None, validation_batch_size=None, validation_freq=1)"

func fit(l *spec.Instance, a []object.Object) (object.Object, error) {
	m, err := trainable(l, "fit")
	if err != nil {
		return nil, err
	}
	c := calc.New(l.T)
	f := &fitting{l: l, c: c, m: m, shuffle: a[8], verbose: a[4], size: a[14], steps: a[13], every: a[15], check: [3]object.Object{object.None, object.None, object.None}}
	data := [3]object.Object{a[0], a[1], a[10]}
	if a[7] != object.None {
		if isDataset(l.T, a[7]) || isIterator(a[7]) {
			f.check[0] = a[7]
		} else {
			copy(f.check[:], c.Items(a[7]))
		}
	} else if c.Truth(a[6]) {
		if isDataset(l.T, a[0]) || isIterator(a[0]) {
			return nil, object.ValueError("validation_split takes a part of arrays, and x is a %s. Pass validation_data=…, other batches of that kind.", a[0].Class().Name)
		}
		data, f.check = f.split(data, a[6])
	}
	if f.size == object.None {
		f.size = a[2]
	}
	f.batches = newBatches(l, data[0], data[1], data[2], a[2], a[12])
	if c.Err == nil {
		c.Err = f.batches.c.Err
	}
	f.batches.c = c
	f.batches.drawn = c.Truth(f.shuffle)
	if a[9] != object.None && f.batches.iterator != nil {
		f.batches.classes = a[9]
	} else if a[9] != object.None && c.Err == nil {
		f.batches.data[2] = classWeights(c, f.batches.data[1], a[9])
	}
	epochs, first := f.number(a[3]), f.number(a[11])
	if c.Err != nil {
		return nil, c.Err
	}
	if f.m.unbuilt(l) && operation.Backend(l.T) != "tensorflow" { // where the first step builds
		f.batches.permutation(f.shuffle) // Keras looks at a batch of an epoch of its own to build what is not built
		f.batches.build(f.m)
	}
	f.begin(a[5], epochs)
	f.run(first, epochs)
	return c.End(f.history)
}

func (f *fitting) number(v object.Object) int {
	if f.c.Err != nil {
		return 0
	}
	n, err := object.Index(f.c.T, v)
	f.c.Err = err
	return n
}

// split takes the last part of the examples to validate with.
func (f *fitting) split(data [3]object.Object, share object.Object) (train, check [3]object.Object) {
	c := f.c
	part, err := object.ToFloat(c.T, share)
	if c.Err == nil {
		c.Err = err
	}
	n := examples(c, data[0])
	at := int(float64(n) * (1 - part))
	if c.Err == nil && (at == 0 || at == n) {
		c.Fail(object.ValueError("validation_split=%s leaves no examples on one side: there are %d.", arg.Repr(c.T, share), n))
	}
	cut := func(v object.Object, from, to any) object.Object {
		return c.Of(func() (object.Object, error) {
			return tree.Map(v, func(v object.Object) (object.Object, error) {
				if v == object.None {
					return v, nil
				}
				return c.Slice(v, from, to), c.Err
			})
		})
	}
	for i, v := range data {
		train[i], check[i] = cut(v, nil, at), cut(v, at, nil)
	}
	return train, check
}

// begin makes the list of callbacks, a History among them.
func (f *fitting) begin(given object.Object, epochs int) {
	c := f.c
	f.callbacks = callbacksOf(given)
	class := c.Of(func() (object.Object, error) {
		mod, err := c.T.Import(c.T, "keras.callbacks")
		if err != nil {
			return nil, err
		}
		return object.GetAttr(c.T, mod, object.Intern("History"))
	})
	for _, cb := range f.callbacks {
		if is, _ := object.IsInstance(c.T, cb, class); is && c.Err == nil {
			f.history = cb
		}
	}
	if f.history == nil {
		f.history = c.Call(class)
		f.callbacks = append(f.callbacks, f.history)
	}
	params := object.NewDict()
	params.SetName("verbose", f.verbose)
	params.SetName("epochs", object.Int(epochs))
	params.SetName("steps", object.None)
	if n := f.batches.count(); n > 0 || f.batches.iterator == nil {
		params.SetName("steps", object.Int(n))
	}
	for _, cb := range f.callbacks {
		c.Method(cb, "set_params", params)
		c.Method(cb, "set_model", f.l.Instance)
	}
}

// tell calls a method of all callbacks.
func (f *fitting) tell(method string, list ...any) {
	for _, cb := range f.callbacks {
		f.c.Method(cb, method, list...)
	}
}

// run goes through the epochs.
func (f *fitting) run(first, epochs int) {
	c, l := f.c, f.l
	l.Instance.SetAttr("stop_training", object.False)
	logs := object.NewDict()
	f.tell("on_train_begin", calc.KW("logs", object.NewDict()))
	for epoch := first; epoch < epochs && c.Err == nil; epoch++ {
		logs = f.epoch(epoch, epochs)
		if c.Truth(c.Attr(l.Instance, "stop_training")) {
			break
		}
	}
	if epochs > 0 {
		c.Method(c.Attr(l.Instance, "optimizer"), "finalize_variable_values", c.Attr(l.Instance, "trainable_weights"))
	}
	f.tell("on_train_end", calc.KW("logs", logs))
}

// unbuilt reports whether the model, or what compile() was given, waits for its first batch.
func (m *compiled) unbuilt(l *spec.Instance) bool {
	if m.loss != nil && !m.loss.built || m.metrics != nil && !metricsIn(arg.Self(l.T, m.metrics)).built {
		return true
	}
	built, err := object.GetAttr(l.T, l.Instance, object.Intern("built"))
	return err == nil && built == object.False
}

func (f *fitting) epoch(epoch, epochs int) *object.Dict {
	c, l := f.c, f.l
	c.Method(l.Instance, "reset_metrics")
	f.tell("on_epoch_begin", epoch, object.NewDict())
	quiet, isNumber := object.AsInt64(f.verbose)
	loud := !isNumber || quiet != 0
	if loud && c.Err == nil {
		c.Err = sys.Print(c.T, "Epoch "+strconv.Itoa(epoch+1)+"/"+strconv.Itoa(epochs)+"\n")
	}
	count := 0
	var returned object.Object
	f.batches.epoch(f.shuffle, func(i, of int, x, y, weight object.Object) bool {
		f.tell("on_train_batch_begin", i, calc.KW("logs", object.NewDict()))
		returned = f.m.step(c, l, "train_step", x, y, weight)
		count++
		if len(f.callbacks) > 1 || f.callbacks[0].Class() != f.history.Class() { // a History alone does not ask for results after each batch
			f.tell("on_train_batch_end", i, calc.KW("logs", logsOf(c, l, returned)))
		}
		return !c.Truth(c.Attr(l.Instance, "stop_training"))
	})
	if c.Err == nil && count == 0 {
		c.Fail(object.ValueError("fit() was given no examples."))
	}
	logs := lastLogs(c, l, returned)
	if f.check[0] != object.None && (epoch+1)%max(f.number(f.every), 1) == 0 {
		f.validate(logs)
		logs = inOrder(logs, returned)
	}
	if loud && c.Err == nil {
		c.Err = progress(c, f.verbose, count, logs)
	}
	f.tell("on_epoch_end", epoch, logs)
	return logs
}

// validate adds the results of evaluate() to those of an epoch.
func (f *fitting) validate(logs *object.Dict) {
	c := f.c
	own := c.Method(f.l.Instance, "evaluate", calc.KW("x", f.check[0]), calc.KW("y", f.check[1]), calc.KW("sample_weight", f.check[2]), calc.KW("batch_size", f.size),
		calc.KW("steps", f.steps), calc.KW("return_dict", true), calc.KW("verbose", 0), calc.KW("callbacks", &listening{c: c, list: f.callbacks}))
	d, ok := object.Of(own).(*object.Dict)
	if !ok {
		return
	}
	for _, name := range sortedNames(d) {
		logs.SetName("val_"+name, d.GetName(name))
	}
}

// count is the number of batches, 0 when it is not known.
func (b *batches) count() int {
	if b.iterator != nil {
		if b.limit < 0 {
			return b.length()
		}
		return b.limit
	}
	n := (b.n + b.size - 1) / b.size
	if b.limit >= 0 {
		n = min(n, b.limit)
	}
	return n
}

// permutation draws an order of the examples from numpy, as Keras does; None leaves them in theirs.
func (b *batches) permutation(shuffle object.Object) object.Object {
	c := b.c
	if b.iterator != nil || !c.Truth(shuffle) {
		return object.None
	}
	return c.Of(func() (object.Object, error) {
		np, err := c.T.Import(c.T, "numpy")
		if err != nil {
			return nil, err
		}
		draws, err := object.GetAttr(c.T, np, object.Intern("random"))
		if err != nil {
			return nil, err
		}
		if s, ok := object.AsString(shuffle); ok && s == "batch" {
			return nil, arg.NotModelled("fit(shuffle='batch')")
		}
		return object.CallMethod(c.T, draws, "permutation", object.Int(b.n))
	})
}

// epoch calls f for each batch of an epoch, until it returns false. Where the number of steps is given, the next epoch goes on where this one
// ends.
func (b *batches) epoch(shuffle object.Object, f func(i, of int, x, y, weight object.Object) bool) {
	c := b.c
	if b.iterator != nil {
		stopped := false
		b.each(func(i, of int, x, y, weight object.Object) {
			stopped = stopped || !f(i, of, x, y, weight)
		})
		return
	}
	all := (b.n + b.size - 1) / b.size
	steps := all
	if b.limit >= 0 {
		steps = b.limit
	}
	if b.shuffled == nil || b.limit < 0 {
		b.reorder(shuffle)
	}
	for i := 0; i < steps && b.at < all && c.Err == nil; i++ {
		part := b.part(*b.shuffled, b.at)
		b.at++
		if c.Err != nil || !f(i, steps, part[0], part[1], part[2]) {
			break
		}
	}
	if b.at >= all {
		b.shuffled = nil
	}
}

// reorder puts the examples into a new order.
func (b *batches) reorder(shuffle object.Object) {
	c := b.c
	data := b.data
	if order := b.permutation(shuffle); order != object.None {
		for j, v := range b.data {
			data[j] = c.Of(func() (object.Object, error) {
				return tree.Map(v, func(v object.Object) (object.Object, error) {
					if v == object.None {
						return v, nil
					}
					return c.Do("take", v, order, calc.KW("axis", 0)), c.Err
				})
			})
		}
	}
	b.shuffled, b.at = &data, 0
}
