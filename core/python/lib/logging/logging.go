// Package logging is Python's module logging: loggers by dotted names, handlers that write to streams, and formatters.
package logging

import (
	"sync"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("logging", load)
	lib.Register("logging.handlers", func(*object.Thread) (*object.Module, error) {
		return object.NewModule("logging.handlers"), nil
	})
}

// The levels.
const (
	notSet   = 0
	debug    = 10
	info     = 20
	warning  = 30
	errors   = 40
	critical = 50
)

type stateKey struct{}

// state is a session's loggers and level names.
type state struct {
	module     *object.Module
	loggers    map[string]*object.Instance
	root       *object.Instance
	names      *object.Dict // level to name
	numbers    *object.Dict // name to level
	disabled   int
	lastResort *object.Instance
	// captured is warnings.showwarning as it was before captureWarnings.
	captured object.Object
}

func stateOf(t *object.Thread) *state {
	return t.State(stateKey{}, func() any {
		s := &state{loggers: map[string]*object.Instance{}, names: object.NewDict(), numbers: object.NewDict()}
		s.root = newLogger(rootClass, "root", warning)
		s.lastResort = object.NewInstance(streamHandlerClass)
		initHandler(s.lastResort, warning)
		for _, l := range []struct {
			name  string
			level int
		}{{"NOTSET", notSet}, {"DEBUG", debug}, {"INFO", info}, {"WARNING", warning}, {"ERROR", errors}, {"CRITICAL", critical}} {
			s.name(l.level, l.name)
		}
		s.numbers.SetName("WARN", object.Int(warning))
		s.numbers.SetName("FATAL", object.Int(critical))
		return s
	}).(*state)
}

func (s *state) name(level int, name string) {
	_ = s.names.Set(nil, object.Int(level), object.NewStr(name)) // an int as key cannot fail
	s.numbers.SetName(name, object.Int(level))
}

// pythonic guards the change of the module's functions to the argument errors of Python's own.
var pythonic sync.Once

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("logging")
	s := stateOf(t)
	s.module = m
	lib.AddClasses(m, loggerClass, rootClass, handlerClass, streamHandlerClass, nullHandlerClass, fileHandlerClass, formatterClass, recordClass, filterClass, filtererClass, adapterClass)
	for name, level := range map[string]int{"NOTSET": notSet, "DEBUG": debug, "INFO": info, "WARNING": warning, "WARN": warning, "ERROR": errors, "CRITICAL": critical, "FATAL": critical} {
		m.Dict.SetName(name, object.Int(level))
	}
	lib.Add(m, functions...)
	for name, level := range levelMethods {
		lib.Add(m, rootFunction(name, level))
	}
	m.Dict.SetName("root", s.root)
	m.Dict.SetName("lastResort", s.lastResort)
	m.Dict.SetName("BASIC_FORMAT", object.NewStr(basicFormat))
	m.Dict.SetName("raiseExceptions", object.True)
	m.Dict.SetName("logThreads", object.True)
	m.Dict.SetName("logProcesses", object.True)
	bind.Module(&pythonic, m)
	return m, nil
}

const basicFormat = "%(levelname)s:%(name)s:%(message)s"

// levelMethods are the methods that log at one level.
var levelMethods = map[string]int{"debug": debug, "info": info, "warning": warning, "warn": warning, "error": errors, "critical": critical, "fatal": critical}

// rootFunction logs with the root logger, which gets a handler if it has none.
func rootFunction(name string, level int) *object.Builtin {
	return object.RawFunc(name, "(msg, *args, **kwargs)", "Logs a message with the root logger.", func(t *object.Thread, a object.Args) (object.Object, error) {
		if err := ensureHandler(t); err != nil {
			return nil, err
		}
		m, err := object.GetAttr(t, stateOf(t).root, object.Intern(name))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(t, m, a)
	})
}

func ensureHandler(t *object.Thread) error {
	if len(listOf(stateOf(t).root, "handlers").Items) > 0 {
		return nil
	}
	_, err := basicConfig(t, object.Args{})
	return err
}

var functions = []*object.Builtin{
	object.Func("getLogger", "(name=None)", "Returns the logger of a name, the root logger without one.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		name, ok := object.AsString(a[0])
		switch {
		case a[0] == object.None || ok && (name == "" || name == "root"):
			return stateOf(t).root, nil
		case !ok:
			return nil, object.TypeError("A logger name must be a string")
		}
		return stateOf(t).logger(name), nil
	}),
	object.RawFunc("basicConfig", "(**kwargs)", "Gives the root logger a handler, unless it has one.", basicConfig),
	object.RawFunc("exception", "(msg, *args, exc_info=True, **kwargs)", "Logs an error with the exception being handled.", func(t *object.Thread, a object.Args) (object.Object, error) {
		if err := ensureHandler(t); err != nil {
			return nil, err
		}
		m, err := object.GetAttr(t, stateOf(t).root, object.Intern("exception"))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(t, m, a)
	}),
	object.RawFunc("log", "(level, msg, *args, **kwargs)", "Logs a message at a level with the root logger.", func(t *object.Thread, a object.Args) (object.Object, error) {
		if err := ensureHandler(t); err != nil {
			return nil, err
		}
		m, err := object.GetAttr(t, stateOf(t).root, object.Intern("log"))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(t, m, a)
	}),
	object.Func("disable", "(level=50)", "Silences all loggers up to a level.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := levelOf(t, a[0])
		stateOf(t).disabled = n
		return object.None, err
	}),
	object.Func("addLevelName", "(level, levelName)", "Names a level.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		name, err := object.ToStr(t, a[1])
		stateOf(t).name(n, name)
		return object.None, err
	}),
	object.Func("getLevelName", "(level)", "Returns the name of a level, or the level of a name.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		s := stateOf(t)
		if v, err := s.names.Get(t, a[0]); v != nil || err != nil {
			return v, err
		}
		if v, err := s.numbers.Get(t, a[0]); v != nil || err != nil {
			return v, err
		}
		text, err := object.ToStr(t, a[0])
		return object.NewStr("Level " + text), err
	}),
	object.Func("getLevelNamesMapping", "()", "Returns a dict of the levels by name.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return stateOf(t).numbers.Copy(), nil
	}),
	object.Func("getLoggerClass", "()", "Returns Logger.", func(*object.Thread, []object.Object) (object.Object, error) { return loggerClass, nil }),
	object.Func("makeLogRecord", "(dict)", "Makes a record with given attributes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		r := newRecord(t, "", notSet, place{}, object.NewStr(""), object.NewTuple(), nil)
		d := object.NewDict()
		if err := d.Merge(t, a[0]); err != nil {
			return nil, err
		}
		return r, r.AttrDict(true).Update(t, d)
	}),
	object.Func("captureWarnings", "(capture)", "Sends warnings to the logger py.warnings, or no longer.", captureWarnings),
	object.Func("shutdown", "(handlerList=?)", "Does nothing: output is never held back.", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
}

// basicConfig gives the root logger a handler, a format and a level.
func basicConfig(t *object.Thread, a object.Args) (object.Object, error) {
	if len(a.Pos) > 0 {
		return nil, object.TypeError("basicConfig() takes 0 positional arguments but %d were given", len(a.Pos))
	}
	given := map[string]object.Object{}
	for _, k := range a.Kw {
		given[k.Name.String()] = k.Value
	}
	take := func(name string) object.Object {
		v := given[name]
		delete(given, name)
		if v == object.None {
			return nil
		}
		return v
	}
	root := stateOf(t).root
	handlers := listOf(root, "handlers")
	if v := take("force"); v != nil {
		if yes, err := object.Truth(t, v); err != nil {
			return nil, err
		} else if yes {
			handlers.Items = nil
		}
	}
	take("encoding")
	take("errors")
	if len(handlers.Items) > 0 {
		return object.None, nil
	}
	list, err := configured(t, take)
	if err != nil {
		return nil, err
	}
	format, style, dates := take("format"), take("style"), take("datefmt")
	f, err := newFormatter(t, format, dates, style, basicFormat)
	if err != nil {
		return nil, err
	}
	for _, h := range list {
		if i, ok := h.(*object.Instance); ok && (i.Attr("formatter") == nil || i.Attr("formatter") == object.None) {
			i.SetAttr("formatter", f)
		}
		handlers.Items = append(handlers.Items, h)
	}
	if v := take("level"); v != nil {
		n, err := levelOf(t, v)
		if err != nil {
			return nil, err
		}
		root.SetAttr("level", object.Int(n))
	}
	for name := range given {
		return nil, object.ValueError("Unrecognised argument(s): %s", name)
	}
	return object.None, nil
}

// configured are the handlers that basicConfig is given, or one for a stream.
func configured(t *object.Thread, take func(string) object.Object) ([]object.Object, error) {
	list, name, stream := take("handlers"), take("filename"), take("stream")
	take("filemode")
	switch {
	case list == nil && name != nil && stream != nil:
		return nil, object.ValueError("'stream' and 'filename' should not be specified together")
	case list != nil && (name != nil || stream != nil):
		return nil, object.ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
	case list != nil:
		return object.Items(t, list)
	case name != nil:
		h, err := object.Call(t, fileHandlerClass, name)
		return []object.Object{h}, err
	case stream != nil:
		h, err := object.Call(t, streamHandlerClass, stream)
		return []object.Object{h}, err
	}
	h, err := object.Call(t, streamHandlerClass)
	return []object.Object{h}, err
}

// levelOf reads a level: a number or the name of one.
func levelOf(t *object.Thread, o object.Object) (int, error) {
	if n, ok := object.AsInt64(o); ok {
		return int(n), nil
	}
	shown, err := object.Repr(t, o)
	if err != nil {
		return 0, err
	}
	s, ok := object.AsString(o)
	if !ok {
		return 0, object.TypeError("Level not an integer or a valid string: %s", shown)
	}
	n, ok := object.AsInt64(stateOf(t).numbers.GetName(s))
	if !ok {
		return 0, object.ValueError("Unknown level: %s", shown)
	}
	return int(n), nil
}

// listOf returns a list that an object keeps as an attribute.
func listOf(i *object.Instance, name string) *object.List {
	l, ok := i.Attr(name).(*object.List)
	if !ok {
		l = object.NewList()
		i.SetAttr(name, l)
	}
	return l
}

func captureWarnings(t *object.Thread, a []object.Object) (object.Object, error) {
	on, err := object.Truth(t, a[0])
	if err != nil {
		return nil, err
	}
	m, err := t.Import(t, "warnings")
	if err != nil {
		return nil, err
	}
	s, key := stateOf(t), object.Intern("showwarning")
	switch {
	case on && s.captured == nil:
		if s.captured, err = object.GetAttr(t, m, key); err != nil {
			return nil, err
		}
		err = object.SetAttr(t, m, key, logWarning)
	case !on && s.captured != nil:
		err = object.SetAttr(t, m, key, s.captured)
		s.captured = nil
	}
	return object.None, err
}

var logWarning = object.Func("_showwarning", "(message, category, filename, lineno, file=None, line=None)", "Logs a warning.", func(t *object.Thread, a []object.Object) (object.Object, error) {
	m, err := t.Import(t, "warnings")
	if err != nil {
		return nil, err
	}
	text, err := object.CallMethod(t, m, "formatwarning", a[0], a[1], a[2], a[3], a[5])
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, stateOf(t).logger("py.warnings"), "warning", object.NewStr("%s"), text)
})
