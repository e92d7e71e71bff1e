package models

import (
	"strconv"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/metrics"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
	"layerglass/core/python/lib/sys"
	"layerglass/core/python/object"
)

// compiled is what compile() left in a model.
type compiled struct {
	loss    *compiledLoss
	metrics *object.Instance // CompileMetrics, or nil
	tracker *object.Instance // the mean of losses
}

// compiledClass is the type of the attribute that holds it.
var compiledClass = object.NewType("compiled", "keras.src.trainers.trainer", nil)

// Class is the type of the attribute.
func (*compiled) Class() *object.Class { return compiledClass }

func compiledOf(l *spec.Instance) *compiled {
	c, _ := l.Instance.Attr("_compiled").(*compiled)
	return c
}

// prepareTraining makes the losses and metrics that compile() was given.
func prepareTraining(l *spec.Instance, loss, weights, plain, weighted object.Object) error {
	if err := checkMetrics("metrics", plain); err != nil {
		return err
	}
	if err := checkMetrics("weighted_metrics", weighted); err != nil {
		return err
	}
	var names []string
	if v, err := object.LookupAttr(l.T, l.Instance, object.Intern("output_names")); err == nil && v != nil {
		items, err := object.Items(l.T, v)
		if err != nil {
			return err
		}
		for _, n := range items {
			s, _ := object.AsString(n)
			names = append(names, s)
		}
	}
	tracker, err := metrics.Mean.New(l.T, arg.Pairs("name", "loss")...)
	if err != nil {
		return err
	}
	m := &compiled{tracker: tracker}
	if old := compiledOf(l); old != nil {
		m.loss, m.metrics = old.loss, old.metrics
	}
	if loss != object.None {
		m.loss = &compiledLoss{user: loss, weights: weights, names: names}
	}
	if plain != object.None || weighted != object.None {
		if m.metrics, err = compileMetrics.New(l.T); err != nil {
			return err
		}
		m.metrics.State = &compiledMetrics{user: plain, weighted: weighted, names: names}
	}
	l.Instance.SetAttr("_compiled", m)
	return nil
}

// own are the metrics of compile().
func (m *compiled) own() []object.Object {
	out := []object.Object{m.tracker}
	if m.metrics != nil {
		out = append(out, m.metrics)
	}
	if m.loss != nil {
		out = append(out, m.loss.metrics...)
	}
	return out
}

// modelMetrics lists the metrics of a model and of its layers.
func modelMetrics(t *object.Thread, op *object.Instance) (object.Object, error) {
	l := arg.Self(t, op)
	out := object.NewList()
	if m := compiledOf(l); m != nil {
		out.Items = append(out.Items, m.own()...)
	}
	more, err := layers.Metrics(t, op, func(sub *object.Instance) bool { return sub.Class().IsSubclass(Model.In(t)) })
	out.Items = append(out.Items, more...)
	return out, err
}

// mustBeCompiled refuses a model without losses and metrics.
func mustBeCompiled(l *spec.Instance, method string) (*compiled, error) {
	if m := compiledOf(l); m != nil {
		return m, nil
	}
	return nil, object.ValueError("%s.%s() needs a compiled model: call compile(loss=…, metrics=…) first.", l.ClassName(), method)
}

// forward calls the model as predict and evaluate do.
func forward(c *calc.Calc, l *spec.Instance, x object.Object) object.Object {
	if c.Truth(c.Attr(l.Instance, "_call_has_training_arg")) {
		return c.Call(l.Instance, x, calc.KW("training", false))
	}
	return c.Call(l.Instance, x)
}

// predict takes x, batch_size, verbose, steps, callbacks.
func predict(l *spec.Instance, a []object.Object) (object.Object, error) {
	b := newBatches(l, a[0], object.None, object.None, a[1], a[3])
	c := b.c
	var all []object.Object
	told := listeners(b, a[4], a[2])
	told.tell("on_predict_begin", calc.KW("logs", object.NewDict()))
	b.each(func(i, of int, x, _, _ object.Object) {
		told.tell("on_predict_batch_begin", i, object.NewDict())
		data := object.Object(object.NewTuple(x))
		if ownStep(l, "predict_step") {
			data = packed(x, object.None, object.None)
		}
		y := c.Method(l.Instance, "predict_step", data)
		all = append(all, y)
		if len(told.list) > 0 {
			logs := object.NewDict()
			logs.SetName("outputs", y)
			told.tell("on_predict_batch_end", i, logs)
		}
	})
	told.tell("on_predict_end", calc.KW("logs", object.NewDict()))
	if c.Err != nil {
		return nil, c.Err
	}
	if len(all) == 0 {
		return nil, object.ValueError("predict() was given no examples.")
	}
	out, err := joined(c, all)
	if err != nil {
		return nil, err
	}
	return out, progress(c, a[2], len(all), nil)
}

// joined puts the outputs of batches together, as numpy arrays.
func joined(c *calc.Calc, all []object.Object) (object.Object, error) {
	leaves := make([][]object.Object, len(all))
	for i, y := range all {
		leaves[i] = tree.Flatten(y)
	}
	out := make([]object.Object, len(leaves[0]))
	for j := range out {
		parts := object.NewList()
		for _, list := range leaves {
			if j < len(list) {
				parts.Items = append(parts.Items, list[j])
			}
		}
		x := parts.Items[0]
		if len(parts.Items) > 1 {
			x = c.Do("concatenate", parts, calc.KW("axis", 0))
		}
		out[j] = c.Do("convert_to_numpy", x)
	}
	if c.Err != nil {
		return nil, c.Err
	}
	return tree.Pack(all[0], out)
}

func predictOnBatch(l *spec.Instance, a []object.Object) (object.Object, error) {
	b := newBatches(l, a[0], object.None, object.None, object.Int(1<<40), object.None)
	if b.c.Err != nil {
		return nil, b.c.Err
	}
	y := b.c.Method(l.Instance, "predict_step", object.NewTuple(b.data[0]))
	if b.c.Err != nil {
		return nil, b.c.Err
	}
	return joined(b.c, []object.Object{y})
}

// evaluate takes x, y, batch_size, verbose, sample_weight, steps, callbacks, return_dict.
func evaluate(l *spec.Instance, a []object.Object) (object.Object, error) {
	m, err := mustBeCompiled(l, "evaluate")
	if err == nil {
		err = checkStep(l, "evaluate", "test_step")
	}
	if err != nil {
		return nil, err
	}
	b := newBatches(l, a[0], a[1], a[4], a[2], a[5])
	c := b.c
	b.build(m)
	told := listeners(b, a[6], a[3])
	told.tell("on_test_begin", calc.KW("logs", object.NewDict()))
	c.Method(l.Instance, "reset_metrics")
	count := 0
	var returned object.Object
	b.each(func(i, of int, x, y, weight object.Object) {
		told.tell("on_test_batch_begin", i, object.NewDict())
		returned = m.step(c, l, "test_step", x, y, weight)
		if count++; len(told.list) > 0 {
			told.tell("on_test_batch_end", i, logsOf(c, l, returned))
		}
	})
	logs := lastLogs(c, l, returned)
	told.tell("on_test_end", calc.KW("logs", logs))
	if err := progress(c, a[3], count, logs); err != nil {
		return nil, err
	}
	return asked(c, l, logs, a[7])
}

// test is one step of evaluate.
func (m *compiled) test(c *calc.Calc, l *spec.Instance, x, y, weight object.Object) {
	yPred := forward(c, l, x)
	loss := modelLoss(c, l, x, y, yPred, weight, false)
	c.Method(m.tracker, "update_state", loss, calc.KW("sample_weight", examples(c, x)))
	c.Method(l.Instance, "compute_metrics", x, y, yPred, weight)
}

func testOnBatch(l *spec.Instance, a []object.Object) (object.Object, error) {
	m, err := mustBeCompiled(l, "test_on_batch")
	if err == nil {
		err = checkStep(l, "test_on_batch", "test_step")
	}
	if err != nil {
		return nil, err
	}
	b := newBatches(l, a[0], a[1], a[2], object.Int(1<<40), object.None)
	b.c.Method(l.Instance, "reset_metrics")
	returned := m.stepAlone(b.c, l, "test_step", b.data[0], b.data[1], b.data[2])
	return asked(b.c, l, logsOf(b.c, l, returned), a[3])
}

// results are the results of all metrics as Python floats, by name in order.
func results(c *calc.Calc, l *spec.Instance) *object.Dict {
	return floats(c, c.Method(l.Instance, "get_metrics_result"))
}

// asked gives the results as a dict, or as a list in the order of the metrics, or as the one number that there is.
func asked(c *calc.Calc, l *spec.Instance, logs *object.Dict, asDict object.Object) (object.Object, error) {
	if c.Truth(asDict) || c.Err != nil {
		return c.End(logs)
	}
	var list []object.Object
	known := map[string]bool{}
	take := func(m object.Object) {
		n, _ := object.AsString(c.Attr(m, "name"))
		known[n] = true
		if v := logs.GetName(n); v != nil {
			list = append(list, v)
		}
	}
	for _, m := range c.Items(c.Attr(l.Instance, "metrics")) {
		if i, ok := m.(*object.Instance); ok {
			if parts, ok := i.State.(*compiledMetrics); ok {
				for _, p := range parts.all() {
					take(p)
				}
				continue
			}
		}
		take(m)
	}
	for k, v := range logs.All() {
		if s, _ := object.AsString(k); !known[s] {
			list = append(list, v)
		}
	}
	if len(list) == 1 {
		return c.End(list[0])
	}
	return c.End(object.NewList(list...))
}

// progress prints what a progress bar says at its end, without the time.
func progress(c *calc.Calc, verbose object.Object, steps int, logs *object.Dict) error {
	quiet, ok := object.AsInt64(verbose)
	if c.Err != nil || ok && quiet == 0 {
		return c.Err
	}
	n := strconv.Itoa(steps)
	line := n + "/" + n
	if !ok || quiet == 1 {
		line += " " + strings.Repeat("━", 20)
	}
	if logs != nil {
		for k, v := range logs.All() {
			name, _ := object.AsString(k)
			f, err := object.ToFloat(c.T, v)
			if err != nil {
				return err
			}
			line += " - " + name + ": " + strconv.FormatFloat(f, 'f', 4, 64)
		}
	}
	return sys.Print(c.T, line+"\n")
}

// computeLoss takes x, y, y_pred, sample_weight, training: the loss of compile() and those that layers added.
func computeLoss(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	var list []object.Object
	if m := compiledOf(l); m != nil && m.loss != nil {
		if v := m.loss.call(c, a[1], a[2], a[3]); v != object.None {
			list = append(list, v)
		}
	}
	for _, v := range c.Items(c.Attr(l.Instance, "losses")) {
		list = append(list, c.Sum(v, nil))
	}
	switch len(list) {
	case 0:
		return c.End(c.Do("zeros", []int{}))
	case 1:
		return c.End(list[0])
	}
	return c.End(c.Sum(c.Do("stack", object.NewList(list...)), nil))
}

// computeMetrics takes x, y, y_pred, sample_weight.
func computeMetrics(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	if m := compiledOf(l); m != nil && m.metrics != nil {
		c.Method(m.metrics, "update_state", a[1], a[2], a[3])
	}
	return c.End(c.Method(l.Instance, "get_metrics_result"))
}

func metricsResult(l *spec.Instance, _ []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	out := object.NewDict()
	for _, m := range c.Items(c.Attr(l.Instance, "metrics")) {
		v := c.Method(m, "result")
		if d, ok := object.Of(v).(*object.Dict); ok {
			for k, item := range d.All() {
				if c.Err == nil {
					c.Err = out.Set(l.T, k, item)
				}
			}
			continue
		}
		name, _ := object.AsString(c.Attr(m, "name"))
		out.SetName(name, v)
	}
	return c.End(out)
}

// trainer adds the methods about training and evaluating.
func trainer(c *object.Class) {
	c.Methods(
		filtered("predict", "(self, x, batch_size=None, verbose='auto', steps=None, callbacks=None)", predict),
		method("predict_on_batch", "(self, x)", predictOnBatch),
		method("predict_step", "(self, data)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			c := calc.New(l.T)
			x := a[0]
			if tuple, ok := object.Of(x).(*object.Tuple); ok && tuple.Len() > 0 {
				x = tuple.Items[0]
			}
			return c.End(forward(c, l, x))
		}),
		filtered("evaluate", "(self, x=None, y=None, batch_size=None, verbose='auto', sample_weight=None, steps=None, callbacks=None, return_dict=False, **kwargs)", evaluate),
		method("test_on_batch", "(self, x, y=None, sample_weight=None, return_dict=False)", testOnBatch),
		method("compute_loss", "(self, x=None, y=None, y_pred=None, sample_weight=None, training=True)", computeLoss),
		method("compute_metrics", "(self, x, y, y_pred, sample_weight=None)", computeMetrics),
		method("get_metrics_result", "(self)", metricsResult),
		method("reset_metrics", "(self)", func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			c := calc.New(l.T)
			for _, m := range c.Items(c.Attr(l.Instance, "metrics")) {
				c.Method(m, "reset_state")
			}
			return c.End(object.None)
		}),
		filtered("fit", fitSignature, fit),
		method("train_on_batch", "(self, x, y=None, sample_weight=None, class_weight=None, return_dict=False)", trainOnBatch),
		baseStep("train_step", (*compiled).train),
		baseStep("test_step", (*compiled).test),
	)
	c.GetterSetter("metrics", "The metrics of compile() and of the layers.", func(t *object.Thread, o object.Object) (object.Object, error) {
		return modelMetrics(t, o.(*object.Instance))
	}, func(_ *object.Thread, o, _ object.Object) error {
		return object.AttributeError(o, "metrics", "property 'metrics' of '%s' object has no setter", o.Class().Name)
	})
	c.Getter("metrics_names", "The names of the metrics.", func(t *object.Thread, o object.Object) (object.Object, error) {
		c := calc.New(t)
		out := object.NewList()
		for _, m := range c.Items(c.Attr(o, "metrics")) {
			out.Items = append(out.Items, c.Attr(m, "name"))
		}
		return c.End(out)
	})
}
