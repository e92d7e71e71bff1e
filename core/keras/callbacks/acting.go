package callbacks

import (
	"strconv"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/lib/sys"
	"layerglass/core/python/object"
)

// acting are the methods of the callbacks that do something while a model is trained.
func acting(name string) []spec.Method {
	switch name {
	case "History":
		return keeping()
	case "EarlyStopping":
		return stopping()
	case "ReduceLROnPlateau":
		return lowering()
	case "LearningRateScheduler":
		return scheduling()
	case "TerminateOnNaN":
		return ending()
	case "ModelCheckpoint":
		return saving()
	case "CSVLogger":
		return logging()
	case "ProgbarLogger":
		return nil
	}
	return unable()
}

// hook is a method of a callback that does something.
func hook(name, takes string, do func(c *calc.Calc, l *spec.Instance, a []object.Object)) spec.Method {
	return spec.Method{Name: name, Takes: takes, Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
		c := calc.New(l.T)
		do(c, l, a)
		return c.End(object.None)
	}}
}

const (
	ofEpoch = "epoch, logs=None"
	ofTrain = "logs=None"
)

// keeping are the methods of History.
func keeping() []spec.Method {
	return []spec.Method{
		hook("on_train_begin", ofTrain, func(c *calc.Calc, l *spec.Instance, _ []object.Object) { c.Fail(l.Set("epoch", object.NewList())) }),
		hook("on_epoch_end", ofEpoch, func(c *calc.Calc, l *spec.Instance, a []object.Object) {
			c.Method(l.Value("epoch"), "append", a[0])
			logs, _ := object.Of(a[1]).(*object.Dict)
			if logs != nil {
				for k, v := range logs.All() {
					c.Method(c.Method(l.Value("history"), "setdefault", k, object.NewList()), "append", v)
				}
			}
			if c.Err == nil {
				c.Err = object.SetAttr(l.T, l.Value("_model"), object.Intern("history"), l.Instance)
			}
		}),
	}
}

// watch finds out in which direction the watched number gets better, when that is first asked.
func watch(c *calc.Calc, l *spec.Instance) {
	if l.Value("monitor_op") != object.None || c.Err != nil {
		return
	}
	op := ""
	name := l.Str("monitor")
	if len(name) > 4 && name[:4] == "val_" {
		name = name[4:]
	}
	switch mode := l.Str("mode"); {
	case mode == "min", mode != "max" && name == "loss":
		op = "less"
	case mode == "max":
		op = "greater"
	default:
		op = direction(c, l, name)
	}
	if op == "" {
		c.Fail(object.ValueError("%s cannot tell whether monitor='%s' gets better by growing: give mode='max' or mode='min'.", l.ClassName(), l.Str("monitor")))
		return
	}
	if op == "less" {
		down, err := object.Unary(l.T, object.Neg, l.Value("min_delta"))
		if err == nil {
			err = l.Set("min_delta", down)
		}
		c.Fail(err)
	}
	function := spec.FindFunc("keras.ops." + op)
	c.Fail(l.Set("monitor_op", function.In(l.T)))
}

// direction asks the metrics of the model which way they get better.
func direction(c *calc.Calc, l *spec.Instance, name string) string {
	for _, m := range c.Items(c.Attr(l.Value("_model"), "metrics")) {
		parts, err := object.LookupAttr(l.T, m, object.Intern("metrics"))
		if err != nil || parts == nil {
			continue
		}
		for _, p := range c.Items(parts) {
			if n, _ := object.AsString(c.Attr(p, "name")); n != name {
				continue
			}
			if d, err := object.LookupAttr(l.T, p, object.Intern("_direction")); err == nil && d != nil {
				if s, _ := object.AsString(d); s == "up" {
					return "greater"
				}
				return "less"
			}
		}
	}
	return ""
}

// better reports whether a number is better than another by min_delta; anything is better than None.
func better(c *calc.Calc, l *spec.Instance, now, before object.Object) bool {
	if before == object.None || c.Err != nil {
		return c.Err == nil
	}
	lessened := c.Of(func() (object.Object, error) { return object.Binary(l.T, object.Sub, now, l.Value("min_delta")) })
	return c.Truth(c.Call(l.Value("monitor_op"), lessened, before))
}

// monitored is the watched number, or None and a warning.
func monitored(c *calc.Calc, l *spec.Instance, logs object.Object) object.Object {
	if d, ok := object.Of(logs).(*object.Dict); ok {
		if v := d.GetName(l.Str("monitor")); v != nil {
			return v
		}
	}
	if c.Err == nil {
		c.Err = operation.Warn(l.T, "UserWarning", l.ClassName()+" watches '"+l.Str("monitor")+"', which is not among the results.")
	}
	return object.None
}

func tell(c *calc.Calc, l *spec.Instance, text string) {
	if l.Int("verbose") > 0 && c.Err == nil {
		c.Err = sys.Print(l.T, text+"\n")
	}
}

func setAll(c *calc.Calc, l *spec.Instance, pairs ...any) {
	if c.Err == nil {
		c.Err = l.SetAll(pairs...)
	}
}

// stopping are the methods of EarlyStopping.
func stopping() []spec.Method {
	return []spec.Method{
		hook("on_train_begin", ofTrain, func(c *calc.Calc, l *spec.Instance, _ []object.Object) {
			setAll(c, l, "wait", 0, "stopped_epoch", 0, "best", nil, "best_weights", nil, "best_epoch", 0)
		}),
		hook("on_epoch_end", ofEpoch, stopOrGoOn),
		hook("on_train_end", ofTrain, func(c *calc.Calc, l *spec.Instance, _ []object.Object) {
			if n := l.Int("stopped_epoch"); n > 0 {
				tell(c, l, "Epoch "+strconv.Itoa(n+1)+": early stopping")
			}
			if l.Bool("restore_best_weights") && l.Value("best_weights") != object.None {
				tell(c, l, "Restoring model weights from the end of the best epoch: "+strconv.Itoa(l.Int("best_epoch")+1)+".")
				c.Method(l.Value("_model"), "set_weights", l.Value("best_weights"))
			}
		}),
	}
}

func stopOrGoOn(c *calc.Calc, l *spec.Instance, a []object.Object) {
	watch(c, l)
	now := monitored(c, l, a[1])
	if now == object.None || c.Compare(object.Lt, a[0], l.Value("start_from_epoch")) || c.Err != nil {
		return
	}
	restore := l.Bool("restore_best_weights")
	if restore && l.Value("best_weights") == object.None {
		setAll(c, l, "best_weights", c.Method(l.Value("_model"), "get_weights"), "best_epoch", a[0])
	}
	setAll(c, l, "wait", l.Int("wait")+1)
	if better(c, l, now, l.Value("best")) {
		setAll(c, l, "best", now, "best_epoch", a[0])
		if restore {
			setAll(c, l, "best_weights", c.Method(l.Value("_model"), "get_weights"))
		}
		if l.Value("baseline") == object.None || better(c, l, now, l.Value("baseline")) {
			setAll(c, l, "wait", 0)
		}
		return
	}
	if c.Err == nil && l.Int("wait") >= l.Int("patience") && c.Compare(object.Gt, a[0], 0) {
		setAll(c, l, "stopped_epoch", a[0])
		if c.Err == nil {
			c.Err = object.SetAttr(l.T, l.Value("_model"), object.Intern("stop_training"), object.True)
		}
	}
}

// rate is the learning rate of the model's optimizer.
func rate(c *calc.Calc, l *spec.Instance) object.Object {
	return c.Call(object.FloatClass, c.Attr(c.Attr(l.Value("_model"), "optimizer"), "learning_rate"))
}

func setRate(c *calc.Calc, l *spec.Instance, v object.Object) {
	optimizer := c.Attr(l.Value("_model"), "optimizer")
	if c.Err == nil {
		c.Err = object.SetAttr(l.T, optimizer, object.Intern("learning_rate"), v)
	}
}

// logRate adds the learning rate to the results of an epoch.
func logRate(c *calc.Calc, l *spec.Instance, logs object.Object) {
	if d, ok := object.Of(logs).(*object.Dict); ok {
		d.SetName("learning_rate", rate(c, l))
	}
}

// lowering are the methods of ReduceLROnPlateau.
func lowering() []spec.Method {
	return []spec.Method{
		hook("on_train_begin", ofTrain, func(c *calc.Calc, l *spec.Instance, _ []object.Object) {
			setAll(c, l, "best", nil, "cooldown_counter", 0, "wait", 0)
		}),
		hook("on_epoch_end", ofEpoch, lower),
		{Name: "in_cooldown", Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			return object.Bool(l.Int("cooldown_counter") > 0), nil
		}},
	}
}

func lower(c *calc.Calc, l *spec.Instance, a []object.Object) {
	watch(c, l)
	logRate(c, l, a[1])
	now := monitored(c, l, a[1])
	if now == object.None || c.Err != nil {
		return
	}
	if n := l.Int("cooldown_counter"); n > 0 {
		setAll(c, l, "cooldown_counter", n-1, "wait", 0)
	}
	if better(c, l, now, l.Value("best")) {
		setAll(c, l, "best", now, "wait", 0)
		return
	}
	if l.Int("cooldown_counter") > 0 || c.Err != nil {
		return
	}
	setAll(c, l, "wait", l.Int("wait")+1)
	old, err := object.ToFloat(l.T, rate(c, l))
	if least := l.Float("min_lr"); c.Err == nil && err == nil && l.Int("wait") >= l.Int("patience") && old > float64(float32(least)) {
		next := max(old*l.Float("factor"), least)
		setRate(c, l, object.Float(next))
		tell(c, l, "\nEpoch "+arg.Repr(l.T, a[0])+": ReduceLROnPlateau reducing learning rate to "+arg.Repr(l.T, object.Float(next))+".")
		setAll(c, l, "cooldown_counter", l.Value("cooldown"), "wait", 0)
	}
}

// scheduling are the methods of LearningRateScheduler.
func scheduling() []spec.Method {
	return []spec.Method{
		hook("on_epoch_begin", ofEpoch, func(c *calc.Calc, l *spec.Instance, a []object.Object) {
			now := rate(c, l)
			if c.Err != nil {
				return
			}
			next, err := object.Call(l.T, l.Value("schedule"), a[0], now)
			if object.IsKind(err, object.TypeErrorClass) {
				next, err = object.Call(l.T, l.Value("schedule"), a[0])
			}
			if c.Err = err; err != nil {
				return
			}
			if is, _ := object.IsInstance(l.T, next, object.FloatClass); !is && next.Class().Name != "float32" {
				c.Fail(object.ValueError("The schedule of LearningRateScheduler must return a float, it returned %s.", arg.Repr(l.T, next)))
				return
			}
			setRate(c, l, next)
			tell(c, l, "\nEpoch "+arg.Repr(l.T, a[0])+": LearningRateScheduler setting learning rate to "+arg.Repr(l.T, next)+".")
		}),
		hook("on_epoch_end", ofEpoch, func(c *calc.Calc, l *spec.Instance, a []object.Object) { logRate(c, l, a[1]) }),
	}
}

// ending are the methods of TerminateOnNaN.
func ending() []spec.Method {
	return []spec.Method{hook("on_batch_end", "batch, logs=None", func(c *calc.Calc, l *spec.Instance, a []object.Object) {
		d, ok := object.Of(a[1]).(*object.Dict)
		if !ok || d.GetName("loss") == nil || c.Truth(c.Do("isfinite", d.GetName("loss"))) {
			return
		}
		if l.Bool("raise_error") {
			c.Fail(object.NewError(object.RuntimeErrorClass, "The loss is %s at batch %s: the training ends.", arg.Repr(l.T, d.GetName("loss")), arg.Repr(l.T, a[0])))
			return
		}
		if c.Err == nil {
			c.Err = sys.Print(l.T, "Batch "+arg.Repr(l.T, a[0])+": Invalid loss, terminating training\n")
		}
		if c.Err == nil {
			c.Err = object.SetAttr(l.T, l.Value("_model"), object.Intern("stop_training"), object.True)
		}
	})}
}

// unable are the methods of a callback that works with files or the network.
func unable() []spec.Method {
	return []spec.Method{{Name: "on_train_begin", Takes: ofTrain, Do: func(l *spec.Instance, _ []object.Object) (object.Object, error) {
		return nil, l.NotModelled("a callback that writes files")
	}}}
}
