package warnings

import (
	"strings"

	"layerglass/core/python/lib/sys"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// Warn issues a warning of a library, as warnings.warn(text, category) does. level is the stacklevel: 1 is the line of the
// program that is running.
func Warn(t *object.Thread, category *object.Class, text string, level int) error {
	_, err := warn(t, []object.Object{object.NewStr(text), category, object.Int(level), object.None})
	return err
}

func warn(t *object.Thread, a []object.Object) (object.Object, error) {
	w, err := newWarning(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	level, err := object.Index(t, a[2])
	if err != nil {
		return nil, err
	}
	w.source = a[3]
	globals := w.place(t, level)
	if w.registry, err = registryOf(t, globals); err != nil {
		return nil, err
	}
	return object.None, w.issue(t)
}

// WarnAt issues a warning about a line of a text that is being read.
func WarnAt(t *object.Thread, category *object.Class, text string, file *source.File, line int) error {
	w, err := newWarning(t, object.NewStr(text), category)
	if err != nil {
		return err
	}
	w.file, w.line, w.module, w.registry = file.Name, line, moduleOf(file.Name), object.NewDict()
	if !file.Unlisted {
		w.sourceLine = object.NewStr(file.LineText(line))
	}
	return w.issue(t)
}

// newWarning reads a message and its category: a Warning brings its own.
func newWarning(t *object.Thread, message, category object.Object) (*warning, error) {
	if e, ok := message.(*object.Exception); ok && e.Class().IsSubclass(object.WarningClass) {
		text, err := object.ToStr(t, e)
		return &warning{text: text, message: e, category: e.Class()}, err
	}
	if category == object.None {
		category = object.UserWarningClass
	}
	c, ok := category.(*object.Class)
	if !ok || !c.IsSubclass(object.WarningClass) {
		what := category.Class().Name
		return nil, object.TypeError("category must be a Warning subclass, not '%s'", what)
	}
	w := &warning{category: c}
	if s, ok := object.AsString(message); ok {
		w.text = s
	}
	made, err := object.Call(t, c, message)
	if err != nil {
		return nil, err
	}
	w.message = made
	if _, ok := object.Of(message).(*object.Str); !ok {
		w.text, err = object.ToStr(t, message)
	}
	return w, err
}

// place finds the line that level means and returns the namespace of its module.
func (w *warning) place(t *object.Thread, level int) *object.Dict {
	f := t.Top
	for ; level > 1 && f != nil; level-- {
		f = f.Back
	}
	if f == nil || f.Code == nil || f.Code.File == nil {
		w.file, w.line, w.module = "sys", 1, "sys"
		if m, ok := t.Modules.GetName("sys").(*object.Module); ok {
			return m.Dict
		}
		return object.NewDict()
	}
	w.file, w.line = f.Code.File.Name, f.Code.File.Line(f.At.Start)
	w.sourceLine = object.NewStr(f.Code.File.LineText(w.line))
	w.module = "<string>"
	if s, ok := object.AsString(f.Globals.GetName("__name__")); ok {
		w.module = s
	}
	return f.Globals
}

func registryOf(t *object.Thread, globals *object.Dict) (*object.Dict, error) {
	const name = "__warningregistry__"
	if d, ok := globals.GetName(name).(*object.Dict); ok {
		return d, nil
	}
	d := object.NewDict()
	globals.SetName(name, d)
	return d, nil
}

func warnExplicit(t *object.Thread, a []object.Object) (object.Object, error) {
	w, err := newWarning(t, a[0], a[1])
	if err != nil {
		return nil, err
	}
	if w.file, err = object.ToStr(t, a[2]); err != nil {
		return nil, err
	}
	if w.line, err = object.Index(t, a[3]); err != nil {
		return nil, err
	}
	w.module = moduleOf(w.file)
	if s, ok := object.AsString(a[4]); ok {
		w.module = s
	}
	w.registry = object.NewDict()
	if d, ok := a[5].(*object.Dict); ok {
		w.registry = d
	}
	w.source = a[7]
	if t.Top != nil && t.Top.Code != nil && t.Top.Code.File != nil && t.Top.Code.File.Name == w.file {
		w.sourceLine = object.NewStr(t.Top.Code.File.LineText(w.line))
	}
	return object.None, w.issue(t)
}

// issue does with the warning what the filters say.
func (w *warning) issue(t *object.Thread) error {
	s, err := stateOf(t)
	if err != nil {
		return err
	}
	if v := w.registry.GetName("version"); v != object.Int(s.version) {
		w.registry.Clear()
		w.registry.SetName("version", object.Int(s.version))
	}
	key := object.NewTuple(object.NewStr(w.text), w.category, object.Int(w.line))
	if seen, err := was(t, w.registry, key); seen || err != nil {
		return err
	}
	action, err := s.action(t, w)
	if err != nil {
		return err
	}
	switch action {
	case "ignore":
		return nil
	case "error":
		e := object.ToException(w.message)
		e.Raised()
		return e
	case "always":
	case "default":
		err = w.registry.Set(t, key, object.Int(1))
	case "once":
		if err := w.registry.Set(t, key, object.Int(1)); err != nil {
			return err
		}
		again, err := mark(t, s.once, object.NewTuple(object.NewStr(w.text), w.category))
		if again || err != nil {
			return err
		}
	case "module":
		if err := w.registry.Set(t, key, object.Int(1)); err != nil {
			return err
		}
		again, err := mark(t, w.registry, object.NewTuple(object.NewStr(w.text), w.category, object.Int(0)))
		if again || err != nil {
			return err
		}
	default:
		shown, err := object.Repr(t, object.NewStr(action))
		if err != nil {
			return err
		}
		return object.NewError(object.RuntimeErrorClass, "Unrecognized action (%s) in warnings.filters", shown)
	}
	if err != nil {
		return err
	}
	return s.tell(t, w)
}

// was reports whether d has a true value for key.
func was(t *object.Thread, d *object.Dict, key object.Object) (bool, error) {
	v, err := d.Get(t, key)
	if v == nil || err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

// mark sets key in d and reports whether it was set before.
func mark(t *object.Thread, d *object.Dict, key object.Object) (bool, error) {
	if before, err := was(t, d, key); before || err != nil {
		return before, err
	}
	return false, d.Set(t, key, object.Int(1))
}

// tell hands the warning to the program's own showwarning, to the list that records, or to sys.stderr.
func (s *state) tell(t *object.Thread, w *warning) error {
	line := w.sourceLine
	if line == nil {
		line = object.None
	}
	m := newMessage([]object.Object{w.message, w.category, object.NewStr(w.file), object.Int(w.line), object.None, object.None})
	m.known = line
	if w.source != nil {
		m.fields[6] = w.source
	}
	if show := s.module.Dict.GetName("showwarning"); show != nil && show != s.show {
		if !object.IsCallable(show) {
			return object.TypeError("warnings.showwarning() must be set to a function or method")
		}
		_, err := object.Call(t, show, m.fields[:4]...)
		return err
	}
	if s.record != nil {
		return s.record.Append(t, m)
	}
	return write(t, m)
}

// write writes a message to its file, or to sys.stderr.
func write(t *object.Thread, m *message) error {
	text, err := formatAny(t, m)
	if err != nil {
		return err
	}
	if file := m.fields[4]; file != object.None {
		return sys.Write(t, file, text)
	}
	return sys.PrintError(t, text)
}

// formatAny lets a formatwarning of the program make the text.
func formatAny(t *object.Thread, m *message) (string, error) {
	s, err := stateOf(t)
	if err != nil {
		return "", err
	}
	own := s.module.Dict.GetName("formatwarning")
	if own == nil || own == s.format {
		return format(t, m)
	}
	v, err := object.Call(t, own, m.fields[0], m.fields[1], m.fields[2], m.fields[3], m.fields[5])
	if err != nil {
		return "", err
	}
	return object.ToStr(t, v)
}

// format writes file, line, category and text, and the program's line below.
func format(t *object.Thread, m *message) (string, error) {
	var parts [4]string
	for i, o := range []object.Object{m.fields[2], m.fields[3], nil, m.fields[0]} {
		if o == nil {
			continue
		}
		var err error
		if parts[i], err = object.ToStr(t, o); err != nil {
			return "", err
		}
	}
	if c, ok := m.fields[1].(*object.Class); ok {
		parts[2] = c.Name
	}
	text := parts[0] + ":" + parts[1] + ": " + parts[2] + ": " + parts[3] + "\n"
	line := m.fields[5]
	if line == object.None {
		line = m.line(t)
	}
	if s, ok := object.AsString(line); ok && strings.TrimSpace(s) != "" {
		text += "  " + strings.TrimSpace(s) + "\n"
	}
	return text, nil
}
