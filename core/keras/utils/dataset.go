package utils

import (
	"layerglass/core/keras/arg"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// PyDataset is the base of data sets that a program writes: batches by number.
var PyDataset = spec.Declare("keras.src.trainers.data_adapters.py_dataset_adapter", "keras.utils.PyDataset keras.utils.Sequence", func() spec.Class {
	kept := func(name string) spec.Getter {
		return spec.Getter{Name: name, Get: func(l *spec.Instance) (object.Object, error) {
			if v := l.Value("_" + name); v != nil {
				return v, nil
			}
			return defaults[name], nil
		}, Set: func(l *spec.Instance, v object.Object) error { return l.Set("_"+name, v) }}
	}
	nothing := func(*spec.Instance, []object.Object) (object.Object, error) { return object.None, nil }
	return spec.Class{
		Doc:    "The base of data sets that give batches by number.",
		Args:   arg.Of(arg.Any("workers", 1), arg.Any("use_multiprocessing", false), arg.Any("max_queue_size", 10)),
		Config: spec.None,
		Setup: func(l *spec.Instance) error {
			return l.SetAll("_workers", l.Given.Get("workers"), "_use_multiprocessing", l.Given.Get("use_multiprocessing"), "_max_queue_size", l.Given.Get("max_queue_size"))
		},
		Getters: []spec.Getter{kept("workers"), kept("use_multiprocessing"), kept("max_queue_size"),
			{Name: "num_batches", Doc: "How many batches there are; None for endless ones.", Get: countBatches}},
		Methods: []spec.Method{
			{Name: "__getitem__", Takes: "index", Doc: "Returns the batch of a number.", Do: func(*spec.Instance, []object.Object) (object.Object, error) {
				return nil, object.NewError(object.NotImplementedErrClass, "")
			}},
			{Name: "__iter__", Doc: "Goes through the batches once.", Do: iterateBatches},
			{Name: "on_epoch_begin", Doc: "Is called before an epoch.", Do: nothing},
			{Name: "on_epoch_end", Doc: "Is called after an epoch.", Do: nothing},
		},
	}
})

// defaults are the settings of a data set whose class does not call the base's constructor.
var defaults = map[string]object.Object{"workers": object.Int(1), "use_multiprocessing": object.False, "max_queue_size": object.Int(10)}

// countBatches is the length, for a class that has one.
func countBatches(l *spec.Instance) (object.Object, error) {
	if l.Class().Lookup(object.Intern("__len__")) == nil {
		return nil, object.NewError(object.NotImplementedErrClass, "A data set says how many batches it has: write the property num_batches, or __len__.")
	}
	return object.CallMethod(l.T, l.Instance, "__len__")
}

// iterateBatches asks for one batch after the other, as many as there are, or without end.
func iterateBatches(l *spec.Instance, _ []object.Object) (object.Object, error) {
	builtins, err := l.T.Import(l.T, "builtins")
	if err != nil {
		return nil, err
	}
	numbers, err := l.T.Import(l.T, "itertools")
	if err != nil {
		return nil, err
	}
	n, err := object.GetAttr(l.T, l.Instance, object.Intern("num_batches"))
	if err != nil && !object.IsKind(err, object.NotImplementedErrClass) {
		return nil, err
	}
	var indices object.Object
	if err != nil || n == object.None {
		indices, err = object.CallMethod(l.T, numbers, "count")
	} else {
		indices, err = object.CallMethod(l.T, builtins, "range", n)
	}
	if err != nil {
		return nil, err
	}
	item, err := object.GetAttr(l.T, l.Instance, object.Intern("__getitem__"))
	if err != nil {
		return nil, err
	}
	return object.CallMethod(l.T, builtins, "map", item, indices)
}
