package core

import (
	"strings"

	"layerglass/core/doctor"
	"layerglass/core/protocol"
	"layerglass/core/python/diag"
	"layerglass/core/python/object"
)

// Recreate recreates an object of the last run from an edited configuration.
func (s *Session) Recreate(req protocol.RecreateRequest) *protocol.Recreated {
	failed := func(kind, message string) *protocol.Recreated {
		return &protocol.Recreated{Verdict: "failed", Params: -1,
			Diagnostics: []protocol.Diagnostic{{Code: kind, Severity: "error", Message: message}}}
	}
	if s.last == nil || s.last.module == nil {
		return failed("nothing-run", "There is no object yet. Run the program first.")
	}
	for _, f := range s.last.objects {
		if f.name != req.Object {
			continue
		}
		config, bad := readLiteral(s.last.thread, req.Config)
		if bad != nil {
			return &protocol.Recreated{Verdict: "failed", Params: -1, Diagnostics: []protocol.Diagnostic{*bad}}
		}
		refill(s.last.thread)
		original, err := object.CallMethod(s.last.thread, f.value, "get_config")
		if err != nil {
			original = config
		}
		return s.last.recreate(f, original, config)
	}
	return failed("object-unknown", "The last run has no object called "+req.Object+".")
}

// recreate calls from_config and compares. edited is nil to use the object's own configuration.
func (r *run) recreate(f *found, original, edited object.Object) *protocol.Recreated {
	t := r.thread
	out := &protocol.Recreated{Class: f.class.Name, Params: -1}
	r.safety(f, original, out)
	config := edited
	if config == nil {
		refill(t)
		var err error
		if config, err = object.CallMethod(t, f.value, "get_config"); err != nil {
			return r.failed(f, out, err)
		}
	}
	refill(t)
	again, err := object.CallMethod(t, f.class, "from_config", config)
	if err != nil {
		return r.failed(f, out, err)
	}
	refill(t)
	back, err := object.CallMethod(t, again, "get_config")
	if err != nil {
		return r.failed(f, out, err)
	}
	out.Config = r.tree(back)
	r.explain(out.Config, f.class)
	r.rebuild(f.value, again)
	out.Weights, out.Params = r.weights(again)
	out.Built = r.truthAttr(again, "built")
	out.InputShape, out.OutputShape = r.shapes(again)
	refill(t)
	out.Changed = r.changed(config, back)
	out.Differences = r.compare("", original, back)
	out.Verdict = "equal"
	if len(out.Differences) > 0 {
		out.Verdict = "differs"
		if d := doctor.NotHanded(r.file, f.class, outermost(out.Differences)); d != nil && edited == nil {
			out.Diagnostics = append(out.Diagnostics, diagnostics(r.file, []diag.Diagnostic{*d})...)
		}
	}
	out.Proofs = proofs(out, r.weightCount(f.value))
	return out
}

// outermost lists the keys that differences lie in.
func outermost(list []protocol.Difference) []string {
	var names []string
	for _, d := range list {
		name, _, _ := strings.Cut(d.Path, ".")
		names = append(names, name)
	}
	return names
}

func (r *run) failed(f *found, out *protocol.Recreated, err error) *protocol.Recreated {
	out.Verdict = "failed"
	out.Proofs = proofs(out, r.weightCount(f.value))
	out.Exception = exceptionOf(r.thread, err)
	refill(r.thread)
	out.Diagnostics = diagnostics(r.file, doctor.Explain(r.thread, r.file, err))
	return out
}

// safety finds out whether the configuration survives JSON and a process that knows only Keras.
func (r *run) safety(f *found, config object.Object, out *protocol.Recreated) {
	refill(r.thread)
	text, problem := r.json(config)
	out.JSONSafe = problem == ""
	out.JSONWhy = problem
	if out.JSONSafe {
		if back, bad := readLiteral(r.thread, text); bad == nil {
			if changed := r.compare("", config, back); len(changed) > 0 {
				out.JSONWhy = changesByJSON(changed)
			}
		}
	}
	foreign := ""
	if s := r.serialize(f.value); s != nil {
		foreign = foreignClass(s, 0)
	} else {
		foreign = f.class.Name
	}
	out.ColdReload = foreign == ""
	if foreign != "" {
		out.ColdWhy = "A new process does not know " + foreign + ". Import the module that defines it, or pass custom_objects={\"" +
			foreign + "\": " + foreign + "}."
	}
}

func changesByJSON(changed []protocol.Difference) string {
	s := "JSON has no tuples, so they come back as lists: "
	for i, d := range changed {
		if i == 3 {
			return s + ", …"
		}
		if i > 0 {
			s += ", "
		}
		s += d.Path
	}
	return s + "."
}

// foreignClass returns the first class or function in a serialized object that is not Keras's own, or "".
func foreignClass(v object.Object, depth int) string {
	if depth > maxDepth {
		return ""
	}
	switch x := v.(type) {
	case *object.Dict:
		if name, ok := object.AsString(orNone(x.GetName("class_name"))); ok && x.GetName("config") != nil {
			module, _ := object.AsString(orNone(x.GetName("module")))
			switch {
			case name == "function":
				name, _ = object.AsString(orNone(x.GetName("config")))
				return name
			case name == "__lambda__" || name == "__tuple__" || strings.HasPrefix(name, "__"):
			case module != "keras" && !strings.HasPrefix(module, "keras."): // what Keras can import itself needs no registration
				return name
			}
		}
		for _, item := range x.All() {
			if s := foreignClass(item, depth+1); s != "" {
				return s
			}
		}
	case *object.List:
		return foreignIn(x.Items, depth)
	case *object.Tuple:
		return foreignIn(x.Items, depth)
	}
	return ""
}

func foreignIn(items []object.Object, depth int) string {
	for _, v := range items {
		if s := foreignClass(v, depth+1); s != "" {
			return s
		}
	}
	return ""
}
