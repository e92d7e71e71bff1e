package models

import (
	"strconv"
	"strings"

	"layerglass/core/keras/arg"
	"layerglass/core/keras/layers"
	"layerglass/core/keras/losses"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tree"
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
		err = s.restore(r.T, model, false)
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
	err := eachHolder(t, model, func(place string, op *object.Instance, own []object.Object) (err error) {
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
// so that layers' names do not matter.
func eachHolder(t *object.Thread, model *object.Instance, f func(place string, op *object.Instance, own []object.Object) error) error {
	seen := map[*object.Instance]bool{}
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

func loadModel(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := pathText(t, a[0])
	if err != nil {
		return nil, err
	}
	switch object.Of(a[0]).(type) {
	case *object.Str, *object.Bytes:
	default:
		if m, err := object.Special(t, a[0], "__fspath__"); m == nil || err != nil {
			return nil, orError(err, object.TypeError("expected str, bytes or os.PathLike object, not %s", a[0].Class().Name))
		}
	}
	f := files.Of(t).Get(p)
	var s *saved
	if f != nil {
		s, _ = f.Kept.(*saved)
	}
	switch {
	case hasSuffix(p, ".keras") && (s == nil || s.config == ""):
		return nil, object.ValueError("There is no model in the file '%s'. In the playground only files can be loaded that the same program has saved before.", p)
	case hasSuffix(p, ".h5", ".hdf5") && f == nil:
		return nil, object.OSError(2, "No such file or directory", p)
	case hasSuffix(p, ".h5", ".hdf5") && (s == nil || s.config == ""):
		return nil, object.ValueError("No model config found in the file '%s': it holds weights alone.", p)
	case s == nil:
		return nil, object.ValueError("A model is loaded from a path that ends with .keras or .h5, got '%s'.", p)
	}
	config, err := s.parsed(t)
	if err != nil {
		return nil, err
	}
	compiled, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	if d, ok := config.(*object.Dict); ok && !compiled {
		d.SetName("compile_config", object.None)
	}
	safe, err := object.Truth(t, a[3])
	if err != nil {
		return nil, err
	}
	var loss object.Object
	if hasSuffix(p, ".h5", ".hdf5") {
		if loss, err = namedLosses(t, config); err != nil {
			return nil, err
		}
	}
	return s.made(saving.Reader{T: t, Custom: customOf(a[1]), SafeMode: safe}, config, loss)
}

// namedLosses are the losses of a file in Keras's old format: it holds their names, and loading makes functions of them. It returns nil where there
// are no names.
func namedLosses(t *object.Thread, config object.Object) (object.Object, error) {
	model, _ := config.(*object.Dict)
	if model == nil {
		return nil, nil
	}
	compiled, _ := object.Of(orNone(model.GetName("compile_config"))).(*object.Dict)
	if compiled == nil {
		return nil, nil
	}
	loss := orNone(compiled.GetName("loss"))
	if d, ok := loss.(*object.Dict); ok && d.GetName("class_name") != nil {
		return nil, nil
	}
	found := false
	made, err := tree.Map(loss, func(v object.Object) (object.Object, error) {
		if _, ok := object.AsString(v); !ok {
			return v, nil
		}
		found = true
		return losses.Deserialize(t, v, nil)
	})
	if err != nil || !found {
		return nil, err
	}
	return made, nil
}

func loadWeights(t *object.Thread, v, path, skip object.Object, kw *object.Dict) error {
	p, err := pathText(t, path)
	if err != nil {
		return err
	}
	for k := range kw.All() {
		switch name, _ := object.AsString(k); {
		case name != "by_name" && name != "objects_to_skip":
			return object.ValueError("load_weights() does not take %s.", name)
		case kw.GetName(name) != object.None && (name == "objects_to_skip" || hasSuffix(p, ".keras", ".weights.h5")):
			return object.ValueError("load_weights() of '%s' does not take %s.", p, name)
		}
	}
	if !hasSuffix(p, ".keras", ".weights.h5", ".weights.json", ".h5", ".hdf5") {
		return object.ValueError("Weights are loaded from a path that ends with .weights.h5, .keras or .h5, got '%s'.", p)
	}
	model, ok := v.(*object.Instance)
	if !ok {
		return object.AttributeError(v, "built", "load_weights() takes a model, got %s.", v.Class().Name)
	}
	built, err := object.GetAttr(t, model, object.Intern("built"))
	if err != nil {
		return err
	}
	if yes, err := object.Truth(t, built); err != nil || !yes {
		return orError(err, object.ValueError("The model '%s' is not built, so it has no weights to load into. Call it on data, or build() it, first.", operation.Name(model)))
	}
	f := files.Of(t).Get(p)
	if f == nil {
		return object.OSError(2, "No such file or directory", p)
	}
	s, ok := f.Kept.(*saved)
	if !ok {
		return object.OSError(5, "Input/output error (no weights of Keras are in this file)", p)
	}
	some, err := object.Truth(t, skip)
	if err != nil {
		return err
	}
	return s.restore(t, model, some)
}

func orError(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// restore gives the variables their values back. What does not fit is an error, or a warning with skip.
func (s *saved) restore(t *object.Thread, model *object.Instance, skip bool) error {
	wrong, first := 0, ""
	err := eachHolder(t, model, func(place string, op *object.Instance, own []object.Object) error {
		if state := s.own[place]; state != nil {
			return state.restore(t, op)
		}
		if hasLoRA(op) {
			return storeOf(s.values[place]).restore(t, op)
		}
		values := s.values[place]
		problem := ""
		if len(values) != len(own) {
			problem = "the layer '" + operation.Name(op) + "' has " + strconv.Itoa(len(own)) + " variables, and the file holds " + strconv.Itoa(len(values)) + " for it"
		}
		for i := 0; i < len(own) && problem == ""; i++ {
			if _, err := object.CallMethod(t, own[i], "assign", values[i]); err != nil {
				e := object.AsException(err)
				if e == nil {
					return err
				}
				problem = e.Message()
			}
		}
		if words := s.words[place]; words != nil {
			if some, err := object.Truth(t, words); err != nil {
				return err
			} else if some {
				_, err := object.CallMethod(t, op, "set_vocabulary", words)
				return err
			}
			return nil
		}
		if finish, err := object.LookupAttr(t, op, object.Intern("finalize_state")); finish != nil && err == nil && problem == "" && len(own) > 0 {
			if _, err := object.Call(t, finish); err != nil { // a layer that was adapted works out what it computes with
				return err
			}
		}
		if problem != "" {
			if wrong++; wrong == 1 {
				first = problem
			}
		}
		return nil
	})
	if err == nil {
		err = s.restoreOptimizer(t, model)
	}
	switch {
	case err != nil || wrong == 0:
		return err
	case skip:
		return operation.Warn(t, "UserWarning", strconv.Itoa(wrong)+" layers were left as they were: "+first+".")
	}
	return object.ValueError("%d layers could not be loaded. The first: %s.", wrong, first)
}

// restoreOptimizer gives the optimizer its state back, unless it has other variables than the one that was saved.
func (s *saved) restoreOptimizer(t *object.Thread, model *object.Instance) error {
	own, err := optimizerVariables(t, model)
	if err != nil || own == nil || s.optimizer == nil {
		return err
	}
	if len(own) != len(s.optimizer) {
		return operation.Warn(t, "UserWarning", "The optimizer has "+strconv.Itoa(len(own))+" variables, the saved one had "+strconv.Itoa(len(s.optimizer))+
			": its state was left as it is.")
	}
	for i, v := range own {
		if _, err := object.CallMethod(t, v, "assign", s.optimizer[i]); err != nil {
			return err
		}
	}
	return nil
}
