package tf

import (
	_ "embed"
	"strings"

	"layerglass/core/keras/blame"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

// Modules that are written in Python over the functions of this package. Each is read when a program asks for one of its names.
var (
	//go:embed dataset.py
	datasetSource string
	//go:embed errors.py
	errorsSource string
	//go:embed text.py
	textSource string
	//go:embed initializers.py
	initializersSource string
)

// written is a module in Python: the paths below tensorflow for whose objects it is read, where one has another name there after a colon.
type written struct{ file, source, paths string }

var modules = []written{
	{"dataset_ops.py", datasetSource, `data.Dataset:DatasetV2 data.Options data.DatasetSpec data.Iterator:OwnedIterator data.NumpyIterator:_NumpyIterator
		data.INFINITE_CARDINALITY data.UNKNOWN_CARDINALITY data.experimental.cardinality data.experimental.INFINITE_CARDINALITY data.experimental.UNKNOWN_CARDINALITY`},
	{"errors_impl.py", errorsSource, `errors.OpError errors.CancelledError errors.UnknownError errors.InvalidArgumentError errors.DeadlineExceededError errors.NotFoundError
		errors.AlreadyExistsError errors.PermissionDeniedError errors.ResourceExhaustedError errors.FailedPreconditionError errors.AbortedError
		errors.OutOfRangeError errors.UnimplementedError errors.InternalError errors.UnavailableError errors.DataLossError`},
	{"text_ops.py", textSource, `RaggedTensor ragged.constant ragged.map_flat_values strings.lower strings.upper strings.strip strings.length strings.regex_replace
		strings.regex_full_match strings.substr strings.to_number strings.as_string as_string strings.split strings.bytes_split strings.unicode_split strings.join
		strings.reduce_join strings.format py_function numpy_function io.read_file io.write_file lookup.KeyValueTensorInitializer lookup.StaticHashTable`},
	{"init_ops_v2.py", initializersSource, `zeros_initializer:Zeros ones_initializer:Ones constant_initializer:Constant random_normal_initializer:RandomNormal
		random_uniform_initializer:RandomUniform`},
}

type writtenKey string

// load runs the module once in a session and returns its namespace.
func (w *written) load(t *object.Thread) (*object.Dict, error) {
	kept := t.State(writtenKey(w.file), func() any { return object.NewDict() }).(*object.Dict)
	if kept.Len() > 0 {
		return kept, nil
	}
	kept.SetName("__name__", object.NewStr("tensorflow"))
	kept.SetName("_global_seed", object.Func("_global_seed", "()", "", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return *globalSeed(t), nil
	}))
	kept.SetName("_trace", object.Func("_trace", "(f, spec, apply)", "", traceElement))
	return kept, lib.Read(t, w.file, w.source, kept)
}

// writtenEntries are the paths of the modules in Python.
func writtenEntries() map[string]func(t *object.Thread) (object.Object, error) {
	out := map[string]func(t *object.Thread) (object.Object, error){}
	for i := range modules {
		w := &modules[i]
		for _, field := range strings.Fields(w.paths) {
			path, name, renamed := strings.Cut(field, ":")
			if !renamed {
				name = path[strings.LastIndexByte(path, '.')+1:]
			}
			out[path] = func(t *object.Thread) (object.Object, error) {
				d, err := w.load(t)
				if err != nil {
					return nil, err
				}
				return d.GetName(name), nil
			}
		}
	}
	return out
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
