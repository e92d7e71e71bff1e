// Package traceback is Python's module traceback: the texts of exceptions and of the calls they passed.
package traceback

import (
	"sync"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/lib/sys"
	"layerglass/core/python/object"
)

func init() { lib.Register("traceback", load) }

// pythonic guards the change of the module's functions to the argument errors of Python's own.
var pythonic sync.Once

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("traceback")
	lib.Add(m, functions...)
	lib.AddClasses(m, frameClass, stackClass, exceptionClass)
	bind.Module(&pythonic, m)
	return m, nil
}

// show writes lines to a file, or to sys.stderr for None.
func show(t *object.Thread, file object.Object, lines []string) error {
	text := ""
	for _, l := range lines {
		text += l
	}
	if file == object.None || file == nil {
		return sys.PrintError(t, text)
	}
	return sys.Write(t, file, text)
}

func list(lines []string) object.Object {
	out := object.NewList()
	for _, l := range lines {
		out.Items = append(out.Items, object.NewStr(l))
	}
	return out
}

func joined(lines []string) object.Object {
	text := ""
	for _, l := range lines {
		text += l
	}
	return object.NewStr(text)
}

var functions = []*object.Builtin{
	object.Func("format_exc", "(limit=None, chain=True)", "Returns the traceback of the exception being handled.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		lines, err := current(t, a[0], a[1])
		return joined(lines), err
	}),
	object.Func("print_exc", "(limit=None, file=None, chain=True)", "Prints the traceback of the exception being handled to sys.stderr.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		lines, err := current(t, a[0], a[2])
		if err != nil {
			return nil, err
		}
		return object.None, show(t, a[1], lines)
	}),
	object.Func("format_exception", "(exc, /, value=?, tb=?, limit=None, chain=True)", "Returns the lines of an exception's traceback.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		lines, err := ofArguments(t, a[0], a[1], a[2], a[3], a[4])
		return list(lines), err
	}),
	object.Func("print_exception", "(exc, /, value=?, tb=?, limit=None, file=None, chain=True)", "Prints an exception's traceback to sys.stderr.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		lines, err := ofArguments(t, a[0], a[1], a[2], a[3], a[5])
		if err != nil {
			return nil, err
		}
		return object.None, show(t, a[4], lines)
	}),
	object.Func("format_exception_only", "(exc, /, value=?)", "Returns the last lines: type and message.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		v := a[0]
		if a[1] != nil {
			v = a[1]
		}
		lines, err := only(t, v)
		return list(lines), err
	}),
	object.Func("extract_tb", "(tb, limit=None)", "Returns the entries of a traceback.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		entries, err := entriesOf(t, a[0], a[1])
		return newStack(entries), err
	}),
	object.Func("format_tb", "(tb, limit=None)", "Returns the lines of a traceback's entries.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		entries, err := entriesOf(t, a[0], a[1])
		return list(traceLines(entries)), err
	}),
	object.Func("print_tb", "(tb, limit=None, file=None)", "Prints a traceback's entries to sys.stderr.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		entries, err := entriesOf(t, a[0], a[1])
		if err != nil {
			return nil, err
		}
		return object.None, show(t, a[2], traceLines(entries))
	}),
	object.Func("extract_stack", "(f=None, limit=None)", "Returns the active calls.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		entries, err := active(t, a[0], a[1])
		return newStack(entries), err
	}),
	object.Func("format_stack", "(f=None, limit=None)", "Returns the lines of the active calls.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		entries, err := active(t, a[0], a[1])
		return list(traceLines(entries)), err
	}),
	object.Func("print_stack", "(f=None, limit=None, file=None)", "Prints the active calls to sys.stderr.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		entries, err := active(t, a[0], a[1])
		if err != nil {
			return nil, err
		}
		return object.None, show(t, a[2], traceLines(entries))
	}),
	object.Func("format_list", "(extracted_list)", "Returns the lines of extracted entries.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		lines, err := formatList(t, a[0])
		return list(lines), err
	}),
	object.Func("print_list", "(extracted_list, file=None)", "Prints extracted entries to sys.stderr.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		lines, err := formatList(t, a[0])
		if err != nil {
			return nil, err
		}
		return object.None, show(t, a[1], lines)
	}),
	object.Func("walk_stack", "(f)", "Yields frame and line of a call and of those around it.", walkStack),
	object.Func("walk_tb", "(tb)", "Yields frame and line of each entry.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		out := object.NewList()
		for tb := a[0]; tb != object.None; {
			var parts [3]object.Object
			for i, name := range []string{"tb_frame", "tb_lineno", "tb_next"} {
				var err error
				if parts[i], err = object.GetAttr(t, tb, object.Intern(name)); err != nil {
					return nil, err
				}
			}
			out.Items = append(out.Items, object.NewTuple(parts[0], parts[1]))
			tb = parts[2]
		}
		return object.Iter(t, out)
	}),
	object.Func("clear_frames", "(tb)", "Does nothing: frames of finished calls hold nothing here.", func(*object.Thread, []object.Object) (object.Object, error) {
		return object.None, nil
	}),
}

// current formats the exception being handled.
func current(t *object.Thread, limit, chain object.Object) ([]string, error) {
	if t.Handling == nil {
		return []string{"NoneType: None\n"}, nil
	}
	return ofArguments(t, t.Handling, nil, nil, limit, chain)
}

// ofArguments formats the exception that format_exception is given: alone, or as type, value and traceback.
func ofArguments(t *object.Thread, exc, value, tb, limit, chain object.Object) ([]string, error) {
	if value != nil && tb == nil || value == nil && tb != nil {
		return nil, object.ValueError("Both or neither of value and tb must be given")
	}
	chained, err := object.Truth(t, chain)
	if err != nil {
		return nil, err
	}
	n, err := limitOf(t, limit)
	if err != nil {
		return nil, err
	}
	if value != nil {
		exc = value
	}
	e := object.ToException(exc)
	if e == nil {
		if exc == object.None {
			return []string{"NoneType: None\n"}, nil
		}
		return nil, object.TypeError("Exception expected for value, %s found", exc.Class().Name)
	}
	f := formatter{t: t, limit: n, seen: map[*object.Exception]bool{}}
	if tb == nil {
		return f.exception(e, chained), nil
	}
	entries := []object.TraceEntry(nil)
	if x, ok := tb.(*object.Traceback); ok {
		entries = x.Entries()
	}
	kept := e.Trace
	e.Trace = entries
	defer func() { e.Trace = kept }()
	return f.exception(e, chained), nil
}

func only(t *object.Thread, v object.Object) ([]string, error) {
	e := object.ToException(v)
	if e == nil {
		s, err := object.ToStr(t, v)
		if v == object.None {
			return []string{"NoneType: None\n"}, err
		}
		return []string{v.Class().Name + ": " + s + "\n"}, err
	}
	return lastLines(t, e), nil
}
