package core

import (
	"slices"

	"layerglass/core/code"
	"layerglass/core/doctor"
	"layerglass/core/keras/spec"
	"layerglass/core/protocol"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// Generate writes Python code for a config. It tries the code in threads of their own: the program's objects stay as they are.
func (s *Session) Generate(q protocol.GenerateRequest) *protocol.Code {
	o := code.Options{Class: q.Class, Variable: q.Variable, Thread: s.bench(nil)}
	t := s.library().Thread
	var config object.Object
	if q.Config != "" {
		v, bad := readLiteral(t, q.Config)
		if bad != nil {
			return &protocol.Code{Diagnostics: []protocol.Diagnostic{*bad}}
		}
		config = v
	}
	if q.Object != "" {
		f := s.object(q.Object)
		if f == nil {
			return &protocol.Code{Diagnostics: []protocol.Diagnostic{{Code: "object-unknown", Severity: "error",
				Message: "The last run has no object called " + q.Object + "."}}}
		}
		if config == nil {
			config = s.last.plainSerialized(f)
		}
		if config == nil {
			return &protocol.Code{Diagnostics: []protocol.Diagnostic{{Code: "config-missing", Severity: "error",
				Message: q.Object + " has no config to write code for. The problems of its config say why."}}}
		}
		if o.Variable == "" {
			o.Variable = q.Object
		}
		o.Class = className(f.class)
	}
	return s.coded(config, o)
}

// coded writes the code, and where classes of the program are in it, tries it again with the program run before.
func (s *Session) coded(config object.Object, o code.Options) *protocol.Code {
	r := code.Generate(config, o)
	if s.last != nil && s.last.module != nil && slices.ContainsFunc(r.Custom, func(n string) bool { return s.last.module.Dict.GetName(n) != nil }) {
		o.Names = func(t *object.Thread) *object.Dict {
			if m, ok := t.Modules.GetName("__main__").(*object.Module); ok {
				return m.Dict
			}
			return nil
		}
		o.Thread = s.bench(s.last.file)
		r = code.Generate(config, o)
	}
	out := &protocol.Code{Text: r.Text, Imports: r.Imports, Body: r.Body, Variable: r.Variable, Exact: r.Exact, Notes: r.Notes, Custom: r.Custom}
	if r.Err != nil {
		t := s.library().Thread
		out.Exception = exceptionOf(t, r.Err)
		out.Diagnostics = diagnostics(source.NewFile("config", ""), doctor.Explain(t, source.NewFile("config", ""), r.Err))
		for i := range out.Diagnostics { // what is at fault stands in the config, not in a program
			out.Diagnostics[i].Span, out.Diagnostics[i].Fixes = protocol.Span{}, nil
		}
	}
	return out
}

// bench returns a maker of threads; each has run the program, if there is one.
func (s *Session) bench(program *source.File) func() *object.Thread {
	return func() *object.Thread {
		t := interp.NewThread(interp.Options{Steps: s.opts.Steps, Memory: s.opts.Memory})
		if program != nil {
			_, _ = interp.Run(t, program) // what it defined before an error counts
			refill(t)
		}
		return t
	}
}

// object returns an object of the last run, or nil.
func (s *Session) object(name string) *found {
	if s.last == nil {
		return nil
	}
	for _, f := range s.last.objects {
		if f.name == name || slices.Contains(f.aliases, name) {
			return f
		}
	}
	return nil
}

// className is the public name of a class of Keras, the own name of any other.
func className(c *object.Class) string {
	if d := spec.Of(c); d != nil && d.Public() != "" {
		return d.Public()
	}
	return c.Name
}

// plainSerialized is serialize_keras_object of an object, without what belongs to the last run's thread: it went through JSON.
func (r *run) plainSerialized(f *found) object.Object {
	text := r.serialized(f.value)
	if text == "" {
		return nil
	}
	v, bad := readLiteral(r.thread, text)
	if bad != nil {
		return nil
	}
	return v
}
