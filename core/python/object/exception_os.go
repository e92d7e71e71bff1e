package object

// errnoClasses says which subclass OSError(errno, …) makes, by the errors' numbers on Linux.
var errnoClasses = map[int64]*Class{
	1: PermissionErrorClass, 2: FileNotFoundErrorClass, 3: ProcessLookupErrorClass,
	4: InterruptedErrorClass, 10: ChildProcessErrorClass, 11: BlockingIOErrorClass, 13: PermissionErrorClass,
	17: FileExistsErrorClass, 20: NotADirectoryErrorClass, 21: IsADirectoryErrorClass,
	32: BrokenPipeErrorClass, 103: ConnectionAbortedClass,
	104: ConnectionResetClass, 108: BrokenPipeErrorClass, 110: TimeoutErrorClass,
	111: ConnectionRefusedClass, 114: BlockingIOErrorClass, 115: BlockingIOErrorClass,
}

var osErrorInit *Builtin

// OSError makes the exception of a failed system call: the subclass that belongs to errno.
func OSError(errno int, text, filename string) *Exception {
	c := errnoClasses[int64(errno)]
	if c == nil {
		c = OSErrorClass
	}
	e := NewException(c)
	a := []Object{Int(errno), NewStr(text)}
	if filename != "" {
		a = append(a, NewStr(filename))
	}
	e.takeOSArgs(a)
	return e
}

// takeOSArgs reads (errno, strerror, filename, winerror, filename2).
func (e *Exception) takeOSArgs(a []Object) {
	e.Args = NewTuple(a...)
	if len(a) < 2 || len(a) > 5 {
		return
	}
	d := e.AttrDict(true)
	d.SetName("errno", a[0])
	d.SetName("strerror", a[1])
	if len(a) > 2 {
		d.SetName("filename", a[2])
		e.Args = NewTuple(a[0], a[1])
	}
	if len(a) > 4 {
		d.SetName("filename2", a[4])
	}
}

func newOSError(_ *Thread, cls *Class, a Args) (Object, error) {
	if cls == OSErrorClass && len(a.Pos) >= 2 {
		if n, ok := AsInt64(a.Pos[0]); ok && errnoClasses[n] != nil {
			cls = errnoClasses[n]
		}
	}
	e := NewException(cls)
	e.takeOSArgs(append([]Object(nil), a.Pos...))
	return e, nil
}

func init() {
	c := OSErrorClass
	c.New = newOSError
	c.defaultNone("errno", "strerror", "filename", "filename2")
	osErrorInit = exceptionInit(func(_ *Thread, e *Exception, a Args) error {
		if len(a.Kw) > 0 {
			return TypeError("%s() takes no keyword arguments", e.class.Name)
		}
		if e.class.Lookup(nameInit) != Object(osErrorInit) { // __init__ of a subclass may pass on other arguments
			e.takeOSArgs(a.Pos)
		}
		return nil
	})
	c.Methods(osErrorInit, exceptionMethod("__str__", "(self, /)", "Return str(self).",
		func(t *Thread, e *Exception, _ []Object) (Object, error) {
			s, err := e.osText(t)
			return NewStr(s), err
		}))
}

func (e *Exception) osText(t *Thread) (string, error) {
	errno, text := e.attrs.getStr(Intern("errno")), e.attrs.getStr(Intern("strerror"))
	if errno == nil || text == nil {
		return e.argsText(t)
	}
	n, err := ToStr(t, errno)
	if err != nil {
		return "", err
	}
	s, err := ToStr(t, text)
	if err != nil {
		return "", err
	}
	s = "[Errno " + n + "] " + s
	between := ": "
	for _, name := range []string{"filename", "filename2"} {
		f := e.attrs.getStr(Intern(name))
		if f == nil || f == None {
			break
		}
		shown, err := Repr(t, f)
		if err != nil {
			return "", err
		}
		s += between + shown
		between = " -> "
	}
	return s, nil
}
