package models

import (
	"strconv"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/python/lib/files"
	"layerglass/core/python/object"
)

// A saved model stands among the files of the run: its config as JSON text, as in a real file, and the values of its variables.

// saved is what a file of Keras holds. config is "" in a file of weights alone.
type saved struct {
	config string
	values map[string][]object.Object // of each layer, under its place in the model
	words  map[string]object.Object   // what lookup layers have learned, likewise
	own    map[string]*ownState       // of layers that write themselves
	// optimizer are the values of the optimizer's variables.
	optimizer []object.Object
}

func newSaved() *saved {
	return &saved{values: map[string][]object.Object{}, words: map[string]object.Object{}, own: map[string]*ownState{}}
}

func init() {
	operation.SaveAndLoad = remade
	both := func(name string) []string { return spec.Keys("keras.saving."+name, "keras.models."+name) }
	declare := func(name, takes, doc string, export []string, do func(t *object.Thread, a []object.Object) (object.Object, error)) {
		spec.DeclareFunc(spec.Function{Name: name, Module: "keras.src.saving.saving_api", Export: export, Takes: takes, Doc: doc, Do: do})
	}
	declare("save_model", "model, filepath, overwrite=True, zipped=None, **kwargs", "Saves a model in a file of this run, which is kept in memory.", both("save_model"),
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, saveModel(t, a[0], a[1], a[2], a[4].(*object.Dict))
		})
	declare("load_model", "filepath, custom_objects=None, compile=True, safe_mode=True", "Brings a model back that this run has saved.", both("load_model"), loadModel)
	declare("save_weights", "model, filepath, overwrite=True, max_shard_size=None, **kwargs", "Saves a model's weights in a file of this run.", spec.Keys("keras.saving.save_weights"),
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, saveWeights(t, a[0], a[1], a[2])
		})
	declare("load_weights", "model, filepath, skip_mismatch=False, **kwargs", "Reads weights that this run has saved.", spec.Keys("keras.saving.load_weights"),
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, loadWeights(t, a[0], a[1], a[2], a[3].(*object.Dict))
		})
}

// savers are the methods of a model that save and load.
func savers(c *object.Class) {
	c.Methods(
		filtered("save", "(self, filepath, overwrite=True, zipped=None, **kwargs)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return object.None, saveModel(l.T, l.Instance, a[0], a[1], a[3].(*object.Dict))
		}),
		filtered("save_weights", "(self, filepath, overwrite=True, max_shard_size=None)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return object.None, saveWeights(l.T, l.Instance, a[0], a[1])
		}),
		filtered("load_weights", "(self, filepath, skip_mismatch=False, **kwargs)", func(l *spec.Instance, a []object.Object) (object.Object, error) {
			return object.None, loadWeights(l.T, l.Instance, a[0], a[1], a[2].(*object.Dict))
		}),
		method("export", "(self, filepath, format='tf_saved_model', verbose=None, input_signature=None, **kwargs)", func(l *spec.Instance, _ []object.Object) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "Model.export() writes a program for another runtime, which the playground cannot make. "+
				"save(\"name.keras\") and load_model(\"name.keras\") work here, and to_json() gives the configuration.")
		}),
	)
}

// pathText is str(filepath).
func pathText(t *object.Thread, v object.Object) (string, error) { return object.ToStr(t, v) }

func hasSuffix(p string, list ...string) bool {
	for _, s := range list {
		if strings.HasSuffix(p, s) {
			return true
		}
	}
	return false
}

// mayWrite asks, as Keras does, before a file is replaced; there is nobody to answer.
func mayWrite(t *object.Thread, p string, overwrite object.Object) error {
	over, err := object.Truth(t, overwrite)
	if err != nil || over || files.Of(t).Get(p) == nil {
		return err
	}
	return object.NewError(object.EOFErrorClass, "The file '%s' exists, and with overwrite=False Keras asks whether to replace it. A program here gets no keyboard input.", p)
}

func put(t *object.Thread, p string, s *saved) error {
	if !files.Of(t).Put(p, &files.File{Kept: s}) {
		return object.OSError(2, "No such file or directory", p)
	}
	return nil
}

func saveModel(t *object.Thread, v, path, overwrite object.Object, kw *object.Dict) error {
	p, err := pathText(t, path)
	if err != nil {
		return err
	}
	h5, keras := hasSuffix(p, ".h5", ".hdf5"), hasSuffix(p, ".keras")
	kw = kw.Copy()
	format := kw.GetName("save_format")
	kw.DelStr(object.Intern("save_format"))
	kw.DelStr(object.Intern("include_optimizer"))
	if old, _ := object.Truth(t, orNone(format)); old && !h5 && !keras {
		return object.ValueError("save_format belongs to Keras 2. Give a path that ends with .keras or .h5 instead, got '%s'.", p)
	}
	if kw.Len() > 0 {
		for k := range kw.All() {
			return object.ValueError("save() does not take %s.", arg.Repr(t, k))
		}
	}
	if err := mayWrite(t, p, overwrite); err != nil {
		return err
	}
	if !h5 && !keras {
		return object.ValueError("The path of a saved model must end with .keras (or .h5), got '%s'. To write a program for another runtime there is model.export().", p)
	}
	model, ok := v.(*object.Instance)
	if !ok || !model.Class().IsSubclass(layers.Base.In(t)) {
		return object.AttributeError(v, "get_config", "save_model() takes a model, got %s.", v.Class().Name)
	}
	s, err := savedModel(t, model)
	if err != nil {
		return err
	}
	if h5 { // Keras does not find the optimizer's state in such a file again
		s.optimizer = nil
	}
	return put(t, p, s)
}

// savedModel is what the file of a layer or model holds.
func savedModel(t *object.Thread, model *object.Instance) (*saved, error) {
	text, err := toJSON(arg.Self(t, model), []object.Object{object.NewDict()})
	if err != nil {
		return nil, err
	}
	s := newSaved()
	s.config, _ = object.AsString(text)
	return s, s.keep(t, model)
}

// remade brings a layer or model back from what its file would hold, for copy and deepcopy.
func remade(t *object.Thread, model *object.Instance) (object.Object, error) {
	s, err := savedModel(t, model)
	if err != nil {
		return nil, err
	}
	config, err := s.parsed(t)
	if err != nil {
		return nil, err
	}
	return s.made(saving.Reader{T: t}, config, nil)
}

// parsed reads the config.
func (s *saved) parsed(t *object.Thread) (object.Object, error) {
	m, err := t.Import(t, "json")
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, m, "loads", object.NewStr(s.config))
}

// made makes the object of a config and gives it the values of its variables; loss, if not nil, goes into the place of the model's.
func (s *saved) made(r saving.Reader, config, loss object.Object) (object.Object, error) {
	o, err := r.Object(config)
	if err != nil {
		return nil, err
	}
	if model, ok := o.(*object.Instance); ok {
		if loss != nil {
			model.SetAttr("loss", loss)
		}
		err = s.restore(r.T, model, false, nil)
	}
	return o, err
}

func saveWeights(t *object.Thread, v, path, overwrite object.Object) error {
	p, err := pathText(t, path)
	if err != nil {
		return err
	}
	if !hasSuffix(p, ".weights.h5") {
		return object.ValueError("The path of a file of weights must end with .weights.h5, got '%s'.", p)
	}
	if err := mayWrite(t, p, overwrite); err != nil {
		return err
	}
	model, ok := v.(*object.Instance)
	if !ok {
		return object.AttributeError(v, "weights", "save_weights() takes a model, got %s.", v.Class().Name)
	}
	s := newSaved()
	if err := s.keep(t, model); err != nil {
		return err
	}
	return put(t, p, s)
}

// keep takes copies of the variables' values, those of the optimizer too, and of what lookup layers have learned.
func (s *saved) keep(t *object.Thread, model *object.Instance) error {
	err := eachHolder(t, model, nil, func(place string, op *object.Instance, own []object.Object) (err error) {
		if writesItself(op) {
			s.own[place], err = keepOwn(t, op, s.config != "")
			return err
		}
		if s.values[place], err = valuesOf(t, own); err == nil && learns(op) {
			s.words[place], err = object.CallMethod(t, op, "get_vocabulary", object.False)
		}
		return err
	})
	own, e := optimizerVariables(t, model)
	if err == nil {
		err = e
	}
	if err == nil && own != nil {
		s.optimizer, err = valuesOf(t, own)
	}
	return err
}

// learns reports whether a layer has its vocabulary from adapt() or set_vocabulary(), so that its config does not hold it.
func learns(op *object.Instance) bool {
	if op.Class().Lookup(object.Intern("set_vocabulary")) == nil || op.Attr("output_mode") == object.Object(object.NewStr("tf_idf")) {
		return false
	}
	given := op.Attr("_has_input_vocabulary")
	return given == nil || given == object.Object(object.False)
}

func valuesOf(t *object.Thread, variables []object.Object) ([]object.Object, error) {
	var values []object.Object
	for _, v := range variables {
		n, err := object.CallMethod(t, v, "numpy")
		if err != nil {
			return nil, err
		}
		if n, err = object.CallMethod(t, n, "copy"); err != nil {
			return nil, err
		}
		values = append(values, n)
	}
	return values, nil
}

// optimizerVariables are those of a compiled model's optimizer; nil where there is none.
func optimizerVariables(t *object.Thread, model *object.Instance) ([]object.Object, error) {
	optimizer, err := object.LookupAttr(t, model, object.Intern("optimizer"))
	if optimizer == nil || optimizer == object.None || err != nil {
		return nil, err
	}
	list, err := object.LookupAttr(t, optimizer, object.Intern("variables"))
	if list == nil || err != nil {
		return nil, err
	}
	return object.Items(t, list)
}

// eachHolder visits a layer and those inside with the variables that each holds itself. Places follow from classes, as in Keras's files,
// so that layers' names do not matter. Those of left are passed over, with what is inside.
func eachHolder(t *object.Thread, model *object.Instance, left []object.Object, f func(place string, op *object.Instance, own []object.Object) error) error {
	seen := map[*object.Instance]bool{}
	for _, o := range left {
		if op, ok := o.(*object.Instance); ok {
			seen[op] = true
		}
	}
	var visit func(place string, op *object.Instance) error
	visit = func(place string, op *object.Instance) error {
		if seen[op] {
			return nil
		}
		seen[op] = true
		own, err := layers.OwnVariables(t, op)
		if err != nil {
			return err
		}
		if err := f(place, op, own); err != nil {
			return err
		}
		counts := map[string]int{}
		for _, sub := range layers.Sublayers(op) {
			name := operation.SnakeCase(sub.Class().Name)
			n := counts[name]
			counts[name]++
			if n > 0 {
				name += "_" + strconv.Itoa(n)
			}
			if err := visit(place+"/"+name, sub); err != nil {
				return err
			}
		}
		return nil
	}
	return visit("", model)
}
