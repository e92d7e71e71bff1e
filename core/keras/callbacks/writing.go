package callbacks

import (
	"fmt"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

const ofBatch = "batch, logs=None"

// saving are the methods of ModelCheckpoint.
func saving() []spec.Method {
	return []spec.Method{
		hook("on_epoch_begin", ofEpoch, func(c *calc.Calc, l *spec.Instance, a []object.Object) { setAll(c, l, "_current_epoch", a[0]) }),
		hook("on_train_batch_end", ofBatch, func(c *calc.Calc, l *spec.Instance, a []object.Object) {
			every, err := object.Index(l.T, l.Value("save_freq"))
			if err != nil || c.Err != nil { // after each epoch
				return
			}
			batch, err := object.Index(l.T, a[0])
			c.Fail(err)
			seen, more := l.Int("_batches_seen_since_last_saving"), batch+1
			if last, err := object.Index(l.T, l.Value("_last_batch_seen")); err == nil && batch > last {
				more = batch - last
			}
			seen += more
			setAll(c, l, "_last_batch_seen", batch, "_batches_seen_since_last_saving", seen)
			if seen >= every {
				setAll(c, l, "_batches_seen_since_last_saving", 0)
				checkpoint(c, l, l.Value("_current_epoch"), a[1])
			}
		}),
		hook("on_epoch_end", ofEpoch, func(c *calc.Calc, l *spec.Instance, a []object.Object) {
			watch(c, l)
			if l.Str("save_freq") == "epoch" {
				checkpoint(c, l, a[0], a[1])
			}
		}),
	}
}

// checkpoint saves the model, or its weights, if it is better than before or that does not matter.
func checkpoint(c *calc.Calc, l *spec.Instance, epoch, logs object.Object) {
	n, err := object.Index(l.T, epoch)
	if err != nil || c.Err != nil {
		c.Fail(err)
		return
	}
	kw := arg.Pairs("epoch", n+1)
	if d, ok := object.Of(logs).(*object.Dict); ok {
		for k, v := range d.All() {
			if name, ok := object.AsString(k); ok {
				kw = append(kw, object.Kwarg{Name: object.Intern(name), Value: v})
			}
		}
	}
	path := c.Of(func() (object.Object, error) {
		format, err := object.GetAttr(l.T, l.Value("filepath"), object.Intern("format"))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(l.T, format, object.Args{Kw: kw})
	})
	if c.Err != nil || !worthSaving(c, l, n, logs, path) || c.Err != nil {
		return
	}
	method := "save"
	if l.Bool("save_weights_only") {
		method = "save_weights"
	}
	c.Method(l.Value("_model"), method, path, calc.KW("overwrite", true))
}

// worthSaving compares the watched number with the best so far.
func worthSaving(c *calc.Calc, l *spec.Instance, epoch int, logs, path object.Object) bool {
	head, file := fmt.Sprintf("\nEpoch %d: ", epoch+1), arg.Repr(l.T, path)
	if s, ok := object.AsString(path); ok {
		file = s
	}
	if !l.Bool("save_best_only") {
		tell(c, l, head+"saving model to "+file)
		return true
	}
	now := monitored(c, l, logs)
	if now == object.None {
		return true
	}
	number := func(v object.Object) string {
		f, err := object.ToFloat(l.T, v)
		if err != nil {
			return "None"
		}
		return fmt.Sprintf("%.5f", f)
	}
	before := l.Value("best")
	if !better(c, l, now, before) {
		tell(c, l, head+l.Str("monitor")+" did not improve from "+number(before))
		return false
	}
	tell(c, l, head+l.Str("monitor")+" improved from "+number(before)+" to "+number(now)+", saving model to "+file)
	setAll(c, l, "best", now)
	return true
}

// logging are the methods of CSVLogger.
func logging() []spec.Method {
	return []spec.Method{
		hook("on_train_begin", ofTrain, func(c *calc.Calc, l *spec.Instance, _ []object.Object) {
			mode, header := "w", true
			if l.Bool("append") {
				mode = "a"
				if kept := c.Method(module(c, "os.path"), "exists", l.Value("filename")); c.Truth(kept) {
					file := open(c, l, "r")
					header = !c.Truth(c.Method(file, "readline"))
					c.Method(file, "close")
				}
			}
			setAll(c, l, "csv_file", open(c, l, mode), "append_header", header, "writer", object.None, "keys", object.None)
		}),
		hook("on_epoch_end", ofEpoch, func(c *calc.Calc, l *spec.Instance, a []object.Object) {
			logs, ok := object.Of(a[1]).(*object.Dict)
			if !ok {
				logs = object.NewDict()
			}
			keys := columns(c, l, logs)
			csv := module(c, "csv")
			if l.Value("writer") == object.None && c.Err == nil {
				writer := c.Method(csv, "writer", l.Value("csv_file"), calc.KW("delimiter", l.Value("sep")))
				setAll(c, l, "writer", writer)
				if l.Bool("append_header") {
					c.Method(writer, "writerow", object.NewList(append([]object.Object{object.NewStr("epoch")}, keys...)...))
				}
			}
			row := object.NewList(a[0])
			for _, k := range keys {
				v, err := logs.Get(l.T, k)
				c.Fail(err)
				if v == nil {
					v = object.NewStr("NA")
				}
				row.Items = append(row.Items, v)
			}
			c.Method(l.Value("writer"), "writerow", row)
			c.Method(l.Value("csv_file"), "flush")
		}),
		hook("on_train_end", ofTrain, func(c *calc.Calc, l *spec.Instance, _ []object.Object) {
			c.Method(l.Value("csv_file"), "close")
			setAll(c, l, "writer", object.None)
		}),
	}
}

// columns are the names of the numbers that are written, those of validation too.
func columns(c *calc.Calc, l *spec.Instance, logs *object.Dict) []object.Object {
	if l.Value("keys") != object.None {
		return c.Items(l.Value("keys"))
	}
	keys := c.Items(c.Method(module(c, "builtins"), "sorted", logs))
	checked := false
	for _, k := range keys {
		name, _ := object.AsString(k)
		checked = checked || len(name) > 4 && name[:4] == "val_"
	}
	if !checked {
		for _, k := range keys[:len(keys):len(keys)] {
			name, _ := object.AsString(k)
			keys = append(keys, object.NewStr("val_"+name))
		}
	}
	setAll(c, l, "keys", object.NewList(keys...))
	return keys
}

func module(c *calc.Calc, name string) object.Object {
	return c.Of(func() (object.Object, error) { return c.T.Import(c.T, name) })
}

func open(c *calc.Calc, l *spec.Instance, mode string) object.Object {
	return c.Method(module(c, "builtins"), "open", l.Value("filename"), object.NewStr(mode))
}
