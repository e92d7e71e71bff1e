package tf

import (
	_ "embed"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// datasetSource is tf.data and tf.errors, written in Python over the functions of this package. It is read when a program asks for one of its names.
//
//go:embed dataset.py
var datasetSource string

// datasetNames are the paths below tensorflow whose objects the source defines, and their names there.
var datasetNames = map[string]string{
	"data.Dataset": "DatasetV2", "data.Options": "Options", "data.DatasetSpec": "DatasetSpec", "data.Iterator": "OwnedIterator", "data.NumpyIterator": "_NumpyIterator",
	"data.INFINITE_CARDINALITY": "", "data.UNKNOWN_CARDINALITY": "", "data.experimental.cardinality": "",
	"errors.OpError": "", "errors.CancelledError": "", "errors.UnknownError": "", "errors.InvalidArgumentError": "", "errors.DeadlineExceededError": "",
	"errors.NotFoundError": "", "errors.AlreadyExistsError": "", "errors.PermissionDeniedError": "", "errors.ResourceExhaustedError": "",
	"errors.FailedPreconditionError": "", "errors.AbortedError": "", "errors.OutOfRangeError": "", "errors.UnimplementedError": "", "errors.InternalError": "",
	"errors.UnavailableError": "", "errors.DataLossError": "",
}

type datasetKey struct{}

// datasetModule runs the source once in a session.
func datasetModule(t *object.Thread) (*object.Dict, error) {
	kept := t.State(datasetKey{}, func() any { return object.NewDict() }).(*object.Dict)
	if kept.Len() > 0 {
		return kept, nil
	}
	kept.SetName("__name__", object.NewStr("tensorflow.data"))
	kept.SetName("_global_seed", object.Func("_global_seed", "()", "", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return *globalSeed(t), nil
	}))
	kept.SetName("_trace", object.Func("_trace", "(f, spec, apply)", "", traceElement))
	builtins, err := t.Import(t, "builtins")
	if err != nil {
		return nil, err
	}
	code, err := object.CallMethod(t, builtins, "compile", object.NewStr(datasetSource), object.NewStr("dataset_ops.py"), object.NewStr("exec"))
	if err != nil {
		return nil, err
	}
	_, err = object.CallMethod(t, builtins, "exec", code, kept)
	return kept, err
}

// fromDataset is the entry of a path of datasetNames.
func fromDataset(path, name string) func(t *object.Thread) (object.Object, error) {
	if name == "" {
		for i := range path {
			if path[i] == '.' {
				name = path[i+1:]
			}
		}
	}
	return func(t *object.Thread) (object.Object, error) {
		d, err := datasetModule(t)
		if err != nil {
			return nil, err
		}
		return d.GetName(name), nil
	}
}

type seedKey struct{}

// globalSeed is what tf.random.set_seed has set: a tuple of the seed, a new one at each call, or None.
func globalSeed(t *object.Thread) *object.Object {
	return t.State(seedKey{}, func() any {
		var none object.Object = object.None
		return &none
	}).(*object.Object)
}

func setSeed(c *call) (object.Object, error) {
	*globalSeed(c.t) = object.NewTuple(c.arg("seed"))
	return object.None, nil
}

// traceElement calls a function on symbols of the shapes of an element of a data set. What cannot be found out without numbers gives NotImplemented.
func traceElement(t *object.Thread, a []object.Object) (object.Object, error) {
	symbols, err := object.Call(t, a[2], object.Func("symbol", "(spec)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		spec := a[0].(*object.Instance)
		s, err := ops.ToShape(t, spec.Attr("shape"))
		if err != nil {
			return nil, err
		}
		return operation.NewTensor(t, s, spec.Attr("dtype").(*ops.DType).Name), nil
	}), a[1])
	if err != nil {
		return nil, err
	}
	out, err := operation.Trace(t, object.Positional(symbols), func(in object.Args) (object.Object, error) { return object.Call(t, a[0], in.Pos[0]) })
	if e := object.AsException(err); e != nil {
		_, missing := e.Subject.(blame.NotModelled)
		if missing || e.Class() == tensor.NotInGraphClass || e.Class().IsSubclass(object.NotImplementedErrClass) {
			return object.NotImplemented, nil
		}
	}
	return out, err
}
