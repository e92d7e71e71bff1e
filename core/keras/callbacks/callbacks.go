// Package callbacks holds the classes of keras.callbacks. Those that use the network or write what only other programs read can be made and looked
// at; fit() says that it cannot call them.
package callbacks

import (
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// hooks are the methods that a program's callback may define; those of a batch go on to the older names.
var hooks = []struct{ name, takes, then string }{
	{"on_batch_begin", "batch, logs=None", ""}, {"on_batch_end", "batch, logs=None", ""},
	{"on_epoch_begin", "epoch, logs=None", ""}, {"on_epoch_end", "epoch, logs=None", ""},
	{"on_train_batch_begin", "batch, logs=None", "on_batch_begin"}, {"on_train_batch_end", "batch, logs=None", "on_batch_end"},
	{"on_test_batch_begin", "batch, logs=None", ""}, {"on_test_batch_end", "batch, logs=None", ""},
	{"on_predict_batch_begin", "batch, logs=None", ""}, {"on_predict_batch_end", "batch, logs=None", ""},
	{"on_train_begin", "logs=None", ""}, {"on_train_end", "logs=None", ""}, {"on_test_begin", "logs=None", ""}, {"on_test_end", "logs=None", ""},
	{"on_predict_begin", "logs=None", ""}, {"on_predict_end", "logs=None", ""},
}

// Callback is the base of all callbacks.
var Callback = spec.Declare("keras.src.callbacks.callback", "keras.callbacks.Callback", func() spec.Class {
	return spec.Class{
		Doc:    "The base of what fit() calls while it trains.",
		Config: spec.None,
		Setup:  func(l *spec.Instance) error { return l.SetAll("params", nil, "_model", nil) },
		Getters: []spec.Getter{{Name: "model", Doc: "The model that is trained.", Get: func(l *spec.Instance) (object.Object, error) {
			return l.Value("_model"), nil
		}}},
		Methods: methods(),
	}
})

func methods() []spec.Method {
	set := func(attr string) func(l *spec.Instance, a []object.Object) (object.Object, error) {
		return func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return object.None, l.Set(attr, a[0])
		}
	}
	out := []spec.Method{{Name: "set_params", Takes: "params", Do: set("params")}, {Name: "set_model", Takes: "model", Do: set("_model")}}
	for _, h := range hooks {
		out = append(out, spec.Method{Name: h.name, Takes: h.takes, Do: func(l *spec.Instance, a []object.Object) (object.Object, error) {
			if h.then == "" {
				return object.None, nil
			}
			m, err := object.GetAttr(l.T, l.Instance, object.Intern(h.then))
			if err != nil {
				return nil, err
			}
			return object.CallArgs(l.T, m, object.Args{Pos: a[:1], Kw: arg.Pairs("logs", a[1])})
		}})
	}
	return out
}

// declare declares a callback. start are further attributes as names and values in turn.
func declare(name, file, doc string, own func() arg.List, check func(l *spec.Instance) error, start ...any) {
	spec.Declare("keras.src.callbacks."+file, "keras.callbacks."+name, func() spec.Class {
		var args arg.List
		if own != nil {
			args = own()
		}
		var through []string
		if args.Find("monitor") != nil {
			through = spec.Keys("keras.src.callbacks.monitor_callback.MonitorCallback")
		}
		return spec.Class{Doc: doc, Base: Callback, Through: through, Config: spec.None,
			Args: args, Kwargs: rest(args), Methods: acting(name), Setup: func(l *spec.Instance) error {
				if err := l.SetAll(start...); err != nil || check == nil {
					return err
				}
				return check(l)
			}}
	})
}

// plain are arguments that become attributes as they are: names and defaults in turn.
func plain(pairs ...any) arg.List {
	var items []arg.Item
	for i := 0; i < len(pairs); i += 2 {
		items = append(items, arg.Any(pairs[i].(string), pairs[i+1]))
	}
	return arg.Of(items...)
}

// unknown lets a callback take any further keyword arguments, which it leaves out of account.
func unknown(list arg.List) arg.List {
	return append(arg.Of(arg.Check(func(l *spec.Instance) error {
		l.Given.Set("kwargs", object.NewDict())
		return nil
	}), arg.BaseInit), list...)
}

// rest is the name of the constructor's **kwargs.
func rest(list arg.List) string {
	if len(list) > 0 && list[0].IsCheck() {
		return "kwargs"
	}
	return ""
}

// behind puts required arguments before others.
func behind(required string, rest arg.List) arg.List {
	return append(arg.Of(arg.Any(required)), rest...)
}

// checkMode reads the direction in which the watched number gets better.
func checkMode(l *spec.Instance) error {
	switch l.Str("mode") {
	case "auto", "min", "max":
	default:
		if err := operation.Warn(l.T, "UserWarning", l.ClassName()+" takes 'auto', 'min' or 'max' as mode, and takes 'auto' instead of "+l.Repr(l.Value("mode"))+"."); err != nil {
			return err
		}
		if err := l.Set("mode", "auto"); err != nil {
			return err
		}
	}
	return l.SetAll("best", nil, "monitor_op", nil)
}

// checkFrequency refuses a save_freq that is neither 'epoch' nor a number of batches.
func checkFrequency(l *spec.Instance) error {
	if l.Str("save_freq") == "epoch" {
		return nil
	}
	switch v := l.Value("save_freq"); object.Of(v).(type) {
	case object.Int, object.Bool, *object.BigInt:
		return nil
	default:
		return l.Bad("save_freq", v, "'epoch' or an integer")
	}
}

// checkPath refuses a file whose name does not say what is written into it.
func checkPath(l *spec.Instance) error {
	if err := checkMode(l); err != nil {
		return err
	}
	if err := l.SetAll("best", l.Given.Get("initial_value_threshold"), "min_delta", 0, "_batches_seen_since_last_saving", 0, "_last_batch_seen", nil); err != nil {
		return err
	}
	path, err := object.ToStr(l.T, l.Value("filepath"))
	if err != nil {
		return err
	}
	if err := l.Set("filepath", path); err != nil {
		return err
	}
	if err := checkFrequency(l); err != nil {
		return err
	}
	switch ends := func(end string) bool { return strings.HasSuffix(path, end) }; {
	case l.Bool("save_weights_only") && !ends(".weights.h5"):
		return l.Bad("filepath", l.Value("filepath"), "a name that ends in .weights.h5, since save_weights_only is True")
	case !l.Bool("save_weights_only") && !ends(".keras") && !ends(".h5"):
		return l.Bad("filepath", l.Value("filepath"), "a name that ends in .keras")
	}
	return nil
}

func init() {
	const monitor, quantity = "monitor", "val_loss"
	declare("EarlyStopping", "early_stopping", "Stops the training when a number gets no better.", func() arg.List {
		return plain(monitor, quantity, "min_delta", 0, "patience", 0, "verbose", 0,
			"mode", "auto", "baseline", nil, "restore_best_weights", false, "start_from_epoch", 0)
	}, checkMode, "wait", 0, "stopped_epoch", 0, "best_weights", nil)
	declare("ReduceLROnPlateau", "reduce_lr_on_plateau", "Lowers the learning rate when a number gets no better.", func() arg.List {
		return unknown(plain(monitor, quantity, "factor", 0.1,
			"patience", 10, "verbose", 0, "mode", "auto", "min_delta", 1e-4, "cooldown", 0, "min_lr", 0.0))
	}, func(l *spec.Instance) error {
		if l.Float("factor") >= 1 {
			return l.Bad("factor", l.Value("factor"), "less than 1")
		}
		return checkMode(l)
	}, "cooldown_counter", 0, "wait", 0)
	declare("ModelCheckpoint", "model_checkpoint", "Saves the model while it is trained.", func() arg.List {
		return behind("filepath", plain(monitor, quantity, "verbose", 0,
			"save_best_only", false, "save_weights_only", false, "mode", "auto", "save_freq", "epoch", "initial_value_threshold", nil))
	}, checkPath)
	declare("BackupAndRestore", "backup_and_restore", "Saves the training so that it can go on later.", func() arg.List {
		return behind("backup_dir",
			plain("save_freq", "epoch", "double_checkpoint", false, "delete_checkpoint", true))
	}, func(l *spec.Instance) error {
		if !l.Bool("backup_dir") {
			return l.Bad("backup_dir", l.Value("backup_dir"), "the name of a folder")
		}
		return checkFrequency(l)
	})
	declare("LearningRateScheduler", "learning_rate_scheduler", "Sets the learning rate by a function of the epoch.", func() arg.List {
		return behind("schedule", plain("verbose", 0))
	}, nil)
	declare("CSVLogger", "csv_logger", "Writes the numbers of each epoch to a file.", func() arg.List {
		return arg.Of(arg.Any("filename"), arg.Any("separator", ",").As("sep"), arg.Any("append", false))
	}, nil,
		"writer", nil, "keys", nil, "append_header", true, "csv_file", nil)
	declare("TensorBoard", "tensorboard", "Writes files for TensorBoard.", func() arg.List {
		return plain("log_dir", "logs", "histogram_freq", 0, "write_graph", true, "write_images", false,
			"write_steps_per_second", false, "update_freq", "epoch", "profile_batch", 0, "embeddings_freq", 0, "embeddings_metadata", nil)
	}, func(l *spec.Instance) error {
		if l.Str("update_freq") == "batch" {
			return l.Set("update_freq", 1)
		}
		return nil
	})
	declare("TerminateOnNaN", "terminate_on_nan", "Stops the training when the loss is no number.", func() arg.List {
		return plain("raise_error", false)
	}, nil)
	declare("History", "history", "Keeps the numbers of each epoch.", nil, func(l *spec.Instance) error { return l.Set("history", object.NewDict()) })
	declare("SwapEMAWeights", "swap_ema_weights", "Puts averaged weights in the place of the model's for a time.", func() arg.List {
		return plain("swap_on_epoch", false)
	}, nil)
	declare("RemoteMonitor", "remote_monitor", "Sends the numbers of each epoch to a server.", func() arg.List {
		return plain("root", "http://localhost:9000", "path", "/publish/epoch/end/",
			"field", "data", "headers", nil, "send_as_json", false)
	}, nil)
	declare("ProgbarLogger", "progbar_logger", "Prints how far the training is.", nil, nil, "seen", 0, "progbar", nil, "target", nil, "verbose", 1, "epochs", 1)
	lambda()
}

// lambda declares LambdaCallback, whose hooks are functions that it is given.
func lambda() {
	given := spec.Keys("on_epoch_begin", "on_epoch_end", "on_train_begin", "on_train_end", "on_train_batch_begin", "on_train_batch_end")
	args := []arg.Item{arg.Check(func(l *spec.Instance) error {
		kw, _ := l.Given.Get("kwargs").(*object.Dict)
		for k, v := range kw.All() {
			if name, ok := object.AsString(k); ok {
				l.Instance.SetAttr(name, v)
			}
		}
		l.Given.Set("kwargs", object.NewDict())
		for _, name := range given {
			if f := l.Given.Get(name); f != object.None {
				l.Instance.SetAttr(name, f)
			}
		}
		return nil
	}), arg.BaseInit}
	for _, name := range given {
		args = append(args, arg.Any(name, nil).As("-"))
	}
	spec.Declare("keras.src.callbacks.lambda_callback", "keras.callbacks.LambdaCallback", func() spec.Class {
		return spec.Class{
			Doc: "Calls functions while it is trained.", Base: Callback, Args: arg.Of(args...), Kwargs: "kwargs"}
	})
}
