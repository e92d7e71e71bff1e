package models

import (
	"strconv"

	"layerglass/core/keras/losses"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/saving"
	"layerglass/core/keras/tree"
	"layerglass/core/python/lib/files"
	"layerglass/core/python/object"
)

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

// takesOption tells which kinds of files an option of load_weights is for.
func takesOption(name, p string) bool {
	if name == "objects_to_skip" {
		return hasSuffix(p, ".weights.h5", ".weights.json")
	}
	return !hasSuffix(p, ".keras", ".weights.h5", ".weights.json")
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
		case kw.GetName(name) != object.None && !takesOption(name, p):
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
	var left []object.Object
	if v := orNone(kw.GetName("objects_to_skip")); v != object.None {
		if left, err = object.Items(t, v); err != nil {
			return err
		}
	}
	return s.restore(t, model, some, left)
}

func orError(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// restore gives the variables their values back, but for the objects of left. What does not fit is an error, or a warning with skip.
func (s *saved) restore(t *object.Thread, model *object.Instance, skip bool, left []object.Object) error {
	wrong, first := 0, ""
	err := eachHolder(t, model, left, func(place string, op *object.Instance, own []object.Object) error {
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
