package logging

import (
	"layerglass/core/python/lib/sys"
	"layerglass/core/python/object"
)

var (
	handlerClass       = object.NewType("Handler", "logging", filtererClass)
	streamHandlerClass = object.NewType("StreamHandler", "logging", handlerClass)
	nullHandlerClass   = object.NewType("NullHandler", "logging", handlerClass)
	fileHandlerClass   = object.NewType("FileHandler", "logging", streamHandlerClass)
	filterClass        = object.NewType("Filter", "logging", nil)
	adapterClass       = object.NewType("LoggerAdapter", "logging", nil)
)

func initHandler(h *object.Instance, level int) {
	h.SetAttr("filters", object.NewList())
	h.SetAttr("level", object.Int(level))
	h.SetAttr("formatter", object.None)
	h.SetAttr("name", object.None)
}

func ofHandler(name, sig string, do func(t *object.Thread, h *object.Instance, a []object.Object) (object.Object, error)) *object.Builtin {
	return ofLogger(name, sig, do)
}

// emit writes the text of a record to the handler's stream.
func emit(t *object.Thread, h *object.Instance, record object.Object) error {
	text, err := object.CallMethod(t, h, "format", record)
	if err == nil {
		err = write(t, h, text)
	}
	if err == nil {
		return nil
	}
	if object.AsException(err) == nil || !object.AsException(err).Class().IsSubclass(object.ExceptionClass) || object.IsKind(err, object.RecursionErrorClass) {
		return err
	}
	old := t.Handling
	t.Handling = object.AsException(err)
	defer func() { t.Handling = old }()
	_, err = object.CallMethod(t, h, "handleError", record)
	return err
}

func write(t *object.Thread, h *object.Instance, text object.Object) error {
	s, err := object.ToStr(t, text)
	if err != nil {
		return err
	}
	end, ok := object.AsString(streamHandlerClass.Lookup(object.Intern("terminator")))
	if v, err := object.LookupAttr(t, h, object.Intern("terminator")); err == nil && v != nil {
		if own, isText := object.AsString(v); isText {
			end, ok = own, true
		}
	}
	if ok {
		s += end
	}
	stream := h.Attr("stream")
	if stream == nil || stream == object.None { // the one that never was set up follows sys.stderr
		return sys.PrintError(t, s)
	}
	return sys.Write(t, stream, s)
}

// handleError tells of a record that could not be formatted, and goes on.
func handleError(t *object.Thread, record object.Object) error {
	text := "--- Logging error ---\n"
	if t.Handling != nil {
		text += object.FormatException(t, t.Handling)
	}
	if r, ok := record.(*object.Instance); ok {
		msg, err := object.Repr(t, orNone(r.Attr("msg")))
		if err != nil {
			return err
		}
		args, err := object.ToStr(t, orNone(r.Attr("args")))
		if err != nil {
			return err
		}
		text += "Message: " + msg + "\nArguments: " + args + "\n"
	}
	return sys.PrintError(t, text)
}

func init() {
	handlerClass.Methods(
		ofHandler("__init__", "(self, level=0)", func(t *object.Thread, h *object.Instance, a []object.Object) (object.Object, error) {
			n, err := levelOf(t, a[0])
			initHandler(h, n)
			return object.None, err
		}),
		ofHandler("setLevel", "(self, level)", func(t *object.Thread, h *object.Instance, a []object.Object) (object.Object, error) {
			n, err := levelOf(t, a[0])
			h.SetAttr("level", object.Int(n))
			return object.None, err
		}),
		ofHandler("setFormatter", "(self, fmt)", func(_ *object.Thread, h *object.Instance, a []object.Object) (object.Object, error) {
			h.SetAttr("formatter", a[0])
			return object.None, nil
		}),
		ofHandler("format", "(self, record)", func(t *object.Thread, h *object.Instance, a []object.Object) (object.Object, error) {
			f := h.Attr("formatter")
			if f == nil || f == object.None {
				plain, err := newFormatter(t, nil, nil, nil, "")
				if err != nil {
					return nil, err
				}
				f = plain
			}
			return object.CallMethod(t, f, "format", a[0])
		}),
		ofHandler("handle", "(self, record)", func(t *object.Thread, h *object.Instance, a []object.Object) (object.Object, error) {
			ok, err := passes(t, h, a[0])
			if ok && err == nil {
				_, err = object.CallMethod(t, h, "emit", a[0])
			}
			return object.Bool(ok), err
		}),
		ofHandler("emit", "(self, record)", func(*object.Thread, *object.Instance, []object.Object) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "emit must be implemented by Handler subclasses")
		}),
		ofHandler("handleError", "(self, record)", func(t *object.Thread, _ *object.Instance, a []object.Object) (object.Object, error) {
			return object.None, handleError(t, a[0])
		}),
		ofHandler("__repr__", "(self)", func(t *object.Thread, h *object.Instance, _ []object.Object) (object.Object, error) {
			n, _ := object.AsInt64(h.Attr("level"))
			return object.NewStr("<" + h.Class().Name + " (" + levelName(t, int(n)) + ")>"), nil
		}),
	)
	for _, name := range []string{"flush", "close", "acquire", "release", "createLock"} {
		handlerClass.Methods(ofHandler(name, "(self)", func(*object.Thread, *object.Instance, []object.Object) (object.Object, error) {
			return object.None, nil
		}))
	}
	streamHandlerClass.Set("terminator", object.NewStr("\n"))
	streamHandlerClass.Methods(
		ofHandler("__init__", "(self, stream=None)", func(t *object.Thread, h *object.Instance, a []object.Object) (object.Object, error) {
			initHandler(h, notSet)
			stream := a[0]
			if stream == object.None {
				file, err := sys.File(t, "stderr")
				if err != nil {
					return nil, err
				}
				stream = orNone(file)
			}
			h.SetAttr("stream", stream)
			return object.None, nil
		}),
		ofHandler("emit", "(self, record)", func(t *object.Thread, h *object.Instance, a []object.Object) (object.Object, error) {
			return object.None, emit(t, h, a[0])
		}),
		ofHandler("setStream", "(self, stream)", func(_ *object.Thread, h *object.Instance, a []object.Object) (object.Object, error) {
			old := orNone(h.Attr("stream"))
			h.SetAttr("stream", a[0])
			return old, nil
		}),
		ofHandler("__repr__", "(self)", func(t *object.Thread, h *object.Instance, _ []object.Object) (object.Object, error) {
			n, _ := object.AsInt64(h.Attr("level"))
			name := ""
			if v, err := object.LookupAttr(t, orNone(h.Attr("stream")), object.Intern("name")); err == nil && v != nil {
				if name, err = object.ToStr(t, v); err != nil {
					return nil, err
				}
				name += " "
			}
			return object.NewStr("<" + h.Class().Name + " " + name + "(" + levelName(t, int(n)) + ")>"), nil
		}),
	)
	nullHandlerClass.Methods(
		ofHandler("handle", "(self, record)", func(*object.Thread, *object.Instance, []object.Object) (object.Object, error) {
			return object.None, nil
		}),
		ofHandler("emit", "(self, record)", func(*object.Thread, *object.Instance, []object.Object) (object.Object, error) {
			return object.None, nil
		}),
	)
	fileHandlerClass.Methods(ofHandler("__init__", "(self, filename, mode='a', encoding=None, delay=False, errors=None)",
		func(t *object.Thread, _ *object.Instance, a []object.Object) (object.Object, error) {
			name, err := object.ToStr(t, a[0])
			if err != nil {
				return nil, err
			}
			return nil, object.OSError(30, "Read-only file system", name)
		}))
	initFilter()
	initAdapter()
}

// initFilter sets up Filter, which lets records of one logger and those below it pass.
func initFilter() {
	filterClass.Methods(
		ofHandler("__init__", "(self, name='')", func(_ *object.Thread, f *object.Instance, a []object.Object) (object.Object, error) {
			f.SetAttr("name", a[0])
			return object.None, nil
		}),
		ofHandler("filter", "(self, record)", func(_ *object.Thread, f *object.Instance, a []object.Object) (object.Object, error) {
			name, _ := object.AsString(f.Attr("name"))
			r, err := self(a[0])
			if err != nil {
				return nil, err
			}
			own, _ := object.AsString(r.Attr("name"))
			return object.Bool(name == "" || own == name || len(own) > len(name) && own[:len(name)+1] == name+"."), nil
		}),
	)
}

// initAdapter sets up LoggerAdapter, which adds the same extra attributes to all messages.
func initAdapter() {
	adapterClass.Methods(
		ofHandler("__init__", "(self, logger, extra=None)", func(_ *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			l.SetAttr("logger", a[0])
			l.SetAttr("extra", a[1])
			return object.None, nil
		}),
		ofHandler("process", "(self, msg, kwargs)", func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			return object.NewTuple(a[0], a[1]), object.SetItem(t, a[1], object.NewStr("extra"), orNone(l.Attr("extra")))
		}),
		ofHandler("setLevel", "(self, level)", func(t *object.Thread, l *object.Instance, a []object.Object) (object.Object, error) {
			return object.CallMethod(t, orNone(l.Attr("logger")), "setLevel", a[0])
		}),
	)
	for name := range levelMethods {
		adapterClass.Methods(adapted(name))
	}
	adapterClass.Methods(adapted("exception"))
}

// adapted passes a message through process and on to the logger.
func adapted(name string) *object.Builtin {
	return object.RawFunc(name, "(self, msg, *args, **kwargs)", "Logs a message.", func(t *object.Thread, a object.Args) (object.Object, error) {
		l, err := self(a.Pos[0])
		if err != nil {
			return nil, err
		}
		if len(a.Pos) < 2 {
			return nil, object.TypeError("LoggerAdapter.%s() missing 1 required positional argument: 'msg'", name)
		}
		d := object.NewDict()
		for _, k := range a.Kw {
			d.SetStr(k.Name, k.Value)
		}
		v, err := object.CallMethod(t, l, "process", a.Pos[1], d)
		if err != nil {
			return nil, err
		}
		pair, err := object.Items(t, v)
		if err != nil {
			return nil, err
		}
		if len(pair) != 2 {
			return nil, object.ValueError("process() must return a message and a dict")
		}
		var kw []object.Kwarg
		more := object.NewDict()
		if err := more.Merge(t, pair[1]); err != nil {
			return nil, err
		}
		for k, v := range more.All() {
			if s, ok := k.(*object.Str); ok {
				kw = append(kw, object.Kwarg{Name: s, Value: v})
			}
		}
		m, err := object.GetAttr(t, orNone(l.Attr("logger")), object.Intern(name))
		if err != nil {
			return nil, err
		}
		return object.CallArgs(t, m, object.Args{Pos: append([]object.Object{pair[0]}, a.Pos[2:]...), Kw: kw})
	})
}
