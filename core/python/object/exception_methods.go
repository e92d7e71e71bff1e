package object

var nameNotes = Intern("__notes__")

// ToException returns the exception that a value is, or nil.
func ToException(o Object) *Exception {
	e, _ := o.(*Exception)
	return e
}

func thisException(self Object, name string) (*Exception, error) {
	return receive[*Exception](self, name)
}

// exceptionMethod makes a method of exceptions.
func exceptionMethod(name, sig, doc string, f func(t *Thread, e *Exception, a []Object) (Object, error)) *Builtin {
	return Func(name, sig, doc, func(t *Thread, a []Object) (Object, error) {
		e, err := thisException(a[0], name)
		if err != nil {
			return nil, err
		}
		return f(t, e, a[1:])
	})
}

// exceptionInit makes the __init__ of an exception class; a holds no self.
func exceptionInit(f func(t *Thread, e *Exception, a Args) error) *Builtin {
	return RawFunc("__init__", "(self, /, *args, **kwargs)", "Initialize self.", func(t *Thread, a Args) (Object, error) {
		e, err := thisException(a.Pos[0], "__init__")
		if err != nil {
			return nil, err
		}
		return None, f(t, e, Args{append([]Object(nil), a.Pos[1:]...), a.Kw})
	})
}

// setArgs takes the positional arguments and refuses keywords.
func setArgs(_ *Thread, e *Exception, a Args) error {
	if len(a.Kw) > 0 {
		return TypeError("%s() takes no keyword arguments", e.class.Name)
	}
	e.Args = NewTuple(a.Pos...)
	return nil
}

func init() {
	c := BaseExceptionClass
	c.dict.setStr(nameDoc, NewStr("The base of all exceptions."))
	c.Methods(
		exceptionInit(setArgs),
		exceptionMethod("__str__", "(self, /)", "Return str(self).", func(t *Thread, e *Exception, _ []Object) (Object, error) {
			s, err := e.argsText(t)
			return NewStr(s), err
		}),
		exceptionMethod("__repr__", "(self, /)", "Return repr(self).", func(t *Thread, e *Exception, _ []Object) (Object, error) {
			s, err := e.argsRepr(t)
			return NewStr(s), err
		}),
		exceptionMethod("with_traceback", "(self, tb, /)", "Set the traceback and return the exception.",
			func(t *Thread, e *Exception, a []Object) (Object, error) { return e, e.setTraceback(a[0]) }),
		exceptionMethod("add_note", "(self, note, /)", "Add a line that is printed behind the message.", addNote),
		exceptionMethod("__setstate__", "(self, state, /)", "Set attributes from a dict.",
			func(t *Thread, e *Exception, a []Object) (Object, error) {
				if d, ok := Of(a[0]).(*Dict); ok {
					return None, e.AttrDict(true).Update(t, d)
				}
				return None, nil
			}),
	)
	exceptionAttributes(c)
}

// argsText is BaseException.__str__.
func (e *Exception) argsText(t *Thread) (string, error) {
	switch len(e.Args.Items) {
	case 0:
		return "", nil
	case 1:
		return ToStr(t, e.Args.Items[0])
	}
	return e.Args.Repr(t)
}

// argsRepr is BaseException.__repr__.
func (e *Exception) argsRepr(t *Thread) (string, error) {
	if len(e.Args.Items) == 1 {
		s, err := Repr(t, e.Args.Items[0])
		return e.class.Name + "(" + s + ")", err
	}
	s, err := e.Args.Repr(t)
	return e.class.Name + s, err
}

func addNote(_ *Thread, e *Exception, a []Object) (Object, error) {
	if _, ok := Of(a[0]).(*Str); !ok {
		return nil, TypeError("note must be a str, not '%s'", a[0].Class().MessageName())
	}
	d := e.AttrDict(true)
	switch notes := d.getStr(nameNotes).(type) {
	case nil:
		d.setStr(nameNotes, NewList(a[0]))
	case *List:
		notes.Items = append(notes.Items, a[0])
	default:
		return nil, TypeError("Cannot add note: __notes__ is not a list")
	}
	return None, nil
}

func exceptionAttributes(c *Class) {
	attr := func(name, doc string, get func(e *Exception) Object, set func(t *Thread, e *Exception, v Object) error) {
		c.GetterSetter(name, doc, func(_ *Thread, self Object) (Object, error) {
			e, err := thisException(self, name)
			if err != nil {
				return nil, err
			}
			return part(get(e)), nil
		}, func(t *Thread, self, v Object) error {
			e, err := thisException(self, name)
			if err != nil {
				return err
			}
			if v == nil {
				return TypeError("%s may not be deleted", name)
			}
			return set(t, e, v)
		})
	}
	attr("args", "The arguments.", func(e *Exception) Object { return e.Args }, func(t *Thread, e *Exception, v Object) error {
		items, err := Items(t, v)
		if err == nil {
			e.Args = NewTuple(items...)
		}
		return err
	})
	attr("__cause__", "The exception that raise … from named.", func(e *Exception) Object { return e.Cause },
		func(_ *Thread, e *Exception, v Object) error { return e.setCause(v) })
	attr("__context__", "The exception that was being handled.", func(e *Exception) Object {
		if e.Context == nil {
			return nil
		}
		return e.Context
	}, func(_ *Thread, e *Exception, v Object) error {
		x := ToException(v)
		if x == nil && v != None {
			return TypeError("exception context must be None or derive from BaseException")
		}
		e.Context = x
		return nil
	})
	attr("__suppress_context__", "Whether __context__ is left out of tracebacks.",
		func(e *Exception) Object { return Bool(e.SuppressContext) },
		func(t *Thread, e *Exception, v Object) error {
			b, ok := v.(Bool)
			if !ok {
				return TypeError("attribute value type must be bool")
			}
			e.SuppressContext = bool(b)
			return nil
		})
	attr("__traceback__", "The places that the exception passed.", func(e *Exception) Object { return e.Traceback() },
		func(_ *Thread, e *Exception, v Object) error { return e.setTraceback(v) })
}

// setCause is the assignment of __cause__; "raise e from cause" does it too.
func (e *Exception) setCause(v Object) error {
	x := ToException(v)
	if x == nil && v != None {
		return TypeError("exception cause must be None or derive from BaseException")
	}
	e.Cause = v
	if x == nil {
		e.Cause = nil
	}
	e.SuppressContext = true
	return nil
}
