package logging

import (
	"strings"

	"layerglass/core/python/object"
)

var (
	filtererClass = object.NewType("Filterer", "logging", nil)
	loggerClass   = object.NewType("Logger", "logging", filtererClass)
	rootClass     = object.NewType("RootLogger", "logging", loggerClass)
)

func newLogger(c *object.Class, name string, level int) *object.Instance {
	l := object.NewInstance(c)
	initLogger(l, name, level)
	return l
}

func initLogger(l *object.Instance, name string, level int) {
	l.SetAttr("filters", object.NewList())
	l.SetAttr("name", object.NewStr(name))
	l.SetAttr("level", object.Int(level))
	l.SetAttr("parent", object.None)
	l.SetAttr("propagate", object.True)
	l.SetAttr("handlers", object.NewList())
	l.SetAttr("disabled", object.False)
}

// logger returns the logger of a dotted name; its parent is the nearest one above that exists.
func (s *state) logger(name string) *object.Instance {
	if l := s.loggers[name]; l != nil {
		return l
	}
	l := newLogger(loggerClass, name, notSet)
	s.loggers[name] = l
	l.SetAttr("parent", s.above(name))
	for n, other := range s.loggers {
		if strings.HasPrefix(n, name+".") && s.above(n) == l {
			other.SetAttr("parent", l)
		}
	}
	return l
}

func (s *state) above(name string) *object.Instance {
	for {
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			return s.root
		}
		name = name[:i]
		if l := s.loggers[name]; l != nil {
			return l
		}
	}
}

func self(o object.Object) (*object.Instance, error) {
	if i, ok := o.(*object.Instance); ok {
		return i, nil
	}
	return nil, object.TypeError("a logger or handler was expected, not '%s'", o.Class().Name)
}

// effective is the level of a logger, or of the nearest one above that has a level.
func effective(l *object.Instance) int {
	for l != nil {
		if n, ok := object.AsInt64(l.Attr("level")); ok && n != 0 {
			return int(n)
		}
		l, _ = l.Attr("parent").(*object.Instance)
	}
	return notSet
}

func enabled(t *object.Thread, l *object.Instance, level int) bool {
	return l.Attr("disabled") != object.True && stateOf(t).disabled < level && level >= effective(l)
}

// logged is the method of one level.
func logged(name string, level int) *object.Builtin {
	return object.RawFunc(name, "(self, msg, *args, **kwargs)", "Logs a message.", func(t *object.Thread, a object.Args) (object.Object, error) {
		if len(a.Pos) < 2 {
			return nil, object.TypeError("Logger.%s() missing 1 required positional argument: 'msg'", name)
		}
		return object.None, log(t, a.Pos[0], level, a.Pos[1], a.Pos[2:], a.Kw)
	})
}

// log makes a record, unless the level is too low, and hands it to the handlers.
func log(t *object.Thread, o object.Object, level int, msg object.Object, args []object.Object, kw []object.Kwarg) error {
	l, err := self(o)
	if err != nil || !enabled(t, l, level) {
		return err
	}
	where := 1
	var exc, extra object.Object
	for _, k := range kw {
		switch k.Name.String() {
		case "exc_info":
			exc = k.Value
		case "extra":
			extra = k.Value
		case "stacklevel":
			if where, err = object.Index(t, k.Value); err != nil {
				return err
			}
		case "stack_info":
		default:
			return object.TypeError("Logger._log() got an unexpected keyword argument '%s'", k.Name.String())
		}
	}
	info, err := excInfo(t, exc)
	if err != nil {
		return err
	}
	name, _ := object.AsString(l.Attr("name"))
	r := newRecord(t, name, level, placeOf(t, where), msg, object.NewTuple(append([]object.Object(nil), args...)...), info)
	if err := addExtra(t, r, extra); err != nil {
		return err
	}
	_, err = object.CallMethod(t, l, "handle", r)
	return err
}

func addExtra(t *object.Thread, r *object.Instance, extra object.Object) error {
	if extra == nil || extra == object.None {
		return nil
	}
	d := object.NewDict()
	if err := d.Merge(t, extra); err != nil {
		return err
	}
	for k := range d.All() {
		s, _ := object.AsString(k)
		if s == "message" || s == "asctime" || r.Attr(s) != nil {
			return object.KeyError(object.NewStr("Attempt to overwrite " + object.QuoteStr(s) + " in LogRecord"))
		}
	}
	return r.AttrDict(true).Update(t, d)
}

// excInfo reads an exc_info argument: true stands for the exception being handled.
func excInfo(t *object.Thread, o object.Object) (object.Object, error) {
	if o == nil {
		return object.None, nil
	}
	if yes, err := object.Truth(t, o); !yes || err != nil {
		return o, err
	}
	e := object.ToException(o)
	if tuple, ok := o.(*object.Tuple); ok {
		return tuple, nil
	}
	if e == nil {
		e = t.Handling
	}
	if e == nil {
		return object.NewTuple(object.None, object.None, object.None), nil
	}
	tb := e.Traceback()
	if tb == nil {
		tb = object.None
	}
	return object.NewTuple(e.Class(), e, tb), nil
}

// passes asks the filters of a logger or handler.
func passes(t *object.Thread, i *object.Instance, r object.Object) (bool, error) {
	for _, f := range listOf(i, "filters").Items {
		m, err := object.LookupAttr(t, f, object.Intern("filter"))
		if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
			return false, err
		}
		if m == nil {
			m = f
		}
		v, err := object.Call(t, m, r)
		if err != nil {
			return false, err
		}
		if ok, err := object.Truth(t, v); !ok || err != nil {
			return false, err
		}
	}
	return true, nil
}

// callHandlers hands a record to the handlers of a logger and of those above it.
func callHandlers(t *object.Thread, l *object.Instance, r *object.Instance) error {
	level, _ := object.AsInt64(r.Attr("levelno"))
	found := false
	for l != nil {
		for _, h := range append([]object.Object(nil), listOf(l, "handlers").Items...) {
			found = true
			v, err := object.GetAttr(t, h, object.Intern("level"))
			if err != nil {
				return err
			}
			if n, _ := object.AsInt64(v); level < n {
				continue
			}
			if _, err := object.CallMethod(t, h, "handle", r); err != nil {
				return err
			}
		}
		if l.Attr("propagate") == object.False {
			break
		}
		l, _ = l.Attr("parent").(*object.Instance)
	}
	if found || level < warning {
		return nil
	}
	_, err := object.CallMethod(t, stateOf(t).lastResort, "handle", r)
	return err
}

func init() {
	for _, c := range []*object.Class{filtererClass} {
		c.Methods(
			object.Func("addFilter", "(self, filter)", "Adds a filter.", func(t *object.Thread, a []object.Object) (object.Object, error) {
				return object.None, addOnce(t, a[0], "filters", a[1])
			}),
			object.Func("removeFilter", "(self, filter)", "Removes a filter.", func(t *object.Thread, a []object.Object) (object.Object, error) {
				return object.None, removeFrom(t, a[0], "filters", a[1])
			}),
			object.Func("filter", "(self, record)", "Asks the filters.", func(t *object.Thread, a []object.Object) (object.Object, error) {
				i, err := self(a[0])
				if err != nil {
					return nil, err
				}
				ok, err := passes(t, i, a[1])
				return object.Bool(ok), err
			}),
		)
	}
	for name, level := range levelMethods {
		loggerClass.Methods(logged(name, level))
	}
	loggerClass.Methods(
		object.Func("__init__", "(self, name, level=0)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			i, err := self(a[0])
			if err != nil {
				return nil, err
			}
			n, err := levelOf(t, a[2])
			if err != nil {
				return nil, err
			}
			name, err := object.ToStr(t, a[1])
			initLogger(i, name, n)
			return object.None, err
		}),
		object.RawFunc("exception", "(self, msg, *args, exc_info=True, **kwargs)", "Logs an error with the exception being handled.", func(t *object.Thread, a object.Args) (object.Object, error) {
			if len(a.Pos) < 2 {
				return nil, object.TypeError("Logger.exception() missing 1 required positional argument: 'msg'")
			}
			kw := a.Kw
			if a.Get("exc_info") == nil {
				kw = append([]object.Kwarg{{Name: object.Intern("exc_info"), Value: object.True}}, kw...)
			}
			return object.None, log(t, a.Pos[0], errors, a.Pos[1], a.Pos[2:], kw)
		}),
		object.RawFunc("log", "(self, level, msg, *args, **kwargs)", "Logs a message at a level.", func(t *object.Thread, a object.Args) (object.Object, error) {
			if len(a.Pos) < 3 {
				return nil, object.TypeError("Logger.log() missing required positional arguments")
			}
			n, ok := object.AsInt64(a.Pos[1])
			if !ok {
				return nil, object.TypeError("level must be an integer")
			}
			return object.None, log(t, a.Pos[0], int(n), a.Pos[2], a.Pos[3:], a.Kw)
		}),
		ofLogger("setLevel", "(self, level)", func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			n, err := levelOf(t, a[0])
			l.SetAttr("level", object.Int(n))
			return object.None, err
		}),
		ofLogger("getEffectiveLevel", "(self)", func(_ *object.Thread, l *object.Instance, _ []object.Object) (object.Object, error) {
			return object.Int(effective(l)), nil
		}),
		ofLogger("isEnabledFor", "(self, level)", func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			n, err := levelOf(t, a[0])
			return object.Bool(enabled(t, l, n)), err
		}),
		ofLogger("handle", "(self, record)", func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			r, ok := a[0].(*object.Instance)
			if !ok || l.Attr("disabled") == object.True {
				return object.None, nil
			}
			if ok, err := passes(t, l, r); !ok || err != nil {
				return object.None, err
			}
			return object.None, callHandlers(t, l, r)
		}),
		ofLogger("addHandler", "(self, hdlr)", func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			return object.None, addOnce(t, l, "handlers", a[0])
		}),
		ofLogger("removeHandler", "(self, hdlr)", func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			return object.None, removeFrom(t, l, "handlers", a[0])
		}),
		ofLogger("hasHandlers", "(self)", func(_ *object.Thread, l *object.Instance, _ []object.Object) (object.Object, error) {
			for ; l != nil; l, _ = l.Attr("parent").(*object.Instance) {
				if len(listOf(l, "handlers").Items) > 0 {
					return object.True, nil
				}
				if l.Attr("propagate") == object.False {
					break
				}
			}
			return object.False, nil
		}),
		ofLogger("getChild", "(self, suffix)", func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			s, err := object.ToStr(t, a[0])
			if l != stateOf(t).root {
				name, _ := object.AsString(l.Attr("name"))
				s = name + "." + s
			}
			return stateOf(t).logger(s), err
		}),
		ofLogger("__repr__", "(self)", func(t *object.Thread, l *object.Instance, _ []object.Object) (object.Object, error) {
			name, _ := object.AsString(l.Attr("name"))
			return object.NewStr("<" + l.Class().Name + " " + name + " (" + levelName(t, effective(l)) + ")>"), nil
		}),
	)
}

func levelName(t *object.Thread, level int) string {
	v, err := stateOf(t).names.Get(t, object.Int(level))
	if s, ok := object.AsString(v); ok && err == nil {
		return s
	}
	s, _ := object.Repr(t, object.Int(level))
	return "Level " + s
}

func ofLogger(name, sig string, do func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error)) *object.Builtin {
	return object.Func(name, sig, "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		l, err := self(a[0])
		if err != nil {
			return nil, err
		}
		return do(t, l, a[1:])
	})
}

func addOnce(t *object.Thread, o object.Object, name string, v object.Object) error {
	i, err := self(o)
	if err != nil {
		return err
	}
	list := listOf(i, name)
	there, err := list.Contains(t, v)
	if !there && err == nil {
		err = list.Append(t, v)
	}
	return err
}

func removeFrom(t *object.Thread, o object.Object, name string, v object.Object) error {
	i, err := self(o)
	if err != nil {
		return err
	}
	list := listOf(i, name)
	there, err := list.Contains(t, v)
	if there && err == nil {
		_, err = object.CallMethod(t, list, "remove", v)
	}
	return err
}
