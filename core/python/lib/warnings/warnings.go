// Package warnings is Python's module warnings: messages that a program is told and goes on.
package warnings

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("warnings", load) }

type stateKey struct{}

// state is what a session keeps beside the module's own names.
type state struct {
	module *object.Module
	once   *object.Dict // (text, category) of warnings shown once
	// version counts changes of the filters, so that what was shown under others is forgotten.
	version int
	// record, if set, receives messages instead of sys.stderr.
	record *object.List
	// show and format are the functions that the module starts with: a program may put its own in their place.
	show, format object.Object
}

func stateOf(t *object.Thread) (*state, error) {
	s := t.State(stateKey{}, func() any { return &state{once: object.NewDict()} }).(*state)
	if s.module == nil {
		if _, err := t.Import(t, "warnings"); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("warnings")
	s := t.State(stateKey{}, func() any { return &state{once: object.NewDict()} }).(*state)
	s.module = m
	lib.Add(m, functions...)
	s.show, s.format = m.Dict.GetName("showwarning"), m.Dict.GetName("formatwarning")
	lib.AddClasses(m, messageClass, catchClass)
	m.Dict.SetName("filters", object.NewList(initialFilters()...))
	m.Dict.SetName("defaultaction", object.NewStr("default"))
	m.Dict.SetName("onceregistry", s.once)
	return m, nil
}

// initialFilters are those of a program that runs as __main__.
func initialFilters() []object.Object {
	hide := func(c *object.Class) object.Object { return filter("ignore", object.None, c, object.None, 0) }
	return []object.Object{
		filter("default", object.None, object.DeprecationWarningClass, object.NewStr("__main__"), 0),
		hide(object.DeprecationWarningClass), hide(object.PendingDeprecationWarnClass),
		hide(object.ImportWarningClass), hide(object.ResourceWarningClass),
	}
}

var functions = []*object.Builtin{
	object.Func("warn", "(message, category=None, stacklevel=1, source=None)", "Issues a warning, or ignores it or raises it as the filters say.", warn),
	object.Func("warn_explicit", "(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
		"Issues a warning for a place that is given.", warnExplicit),
	object.Func("showwarning", "(message, category, filename, lineno, file=None, line=None)", "Writes a warning to a file, or to sys.stderr.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, write(t, newMessage(a))
		}),
	object.Func("formatwarning", "(message, category, filename, lineno, line=None)", "Returns a warning's text.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			text, err := format(t, newMessage([]object.Object{a[0], a[1], a[2], a[3], object.None, a[4]}))
			return object.NewStr(text), err
		}),
	object.Func("filterwarnings", "(action, message='', category=?, module='', lineno=0, append=False)", "Adds a filter to the list of filters.", filterWarnings),
	object.Func("simplefilter", "(action, category=?, lineno=0, append=False)", "Adds a filter that matches all messages and modules.", simpleFilter),
	object.Func("resetwarnings", "()", "Empties the list of filters.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		s, err := stateOf(t)
		if err != nil {
			return nil, err
		}
		s.version++
		return object.None, object.SetItem(t, s.filters(), &object.Slice{Start: object.None, Stop: object.None, Step: object.None}, object.NewList())
	}),
}
