package object

// Exceptions with attributes of their own. The values lie in the instance dict; the class holds None for those not given.

// defaultNone gives the class attributes that are None until an instance has its own.
func (c *Class) defaultNone(names ...string) {
	for _, n := range names {
		c.dict.setStr(Intern(n), None)
	}
}

// takeKeywords moves the keyword arguments that names lists into attributes and refuses others.
func takeKeywords(e *Exception, owner *Class, a Args, names ...string) error {
	for _, k := range a.Kw {
		known := false
		for _, n := range names {
			known = known || n == k.Name.s
		}
		if !known {
			return TypeError("'%s' is an invalid keyword argument for %s()", k.Name.s, owner.Name)
		}
		e.AttrDict(true).setStr(k.Name, k.Value)
	}
	e.Args = NewTuple(a.Pos...)
	return nil
}

// withKeywords gives an exception class an __init__ that knows some keywords.
func withKeywords(c *Class, names ...string) {
	c.defaultNone(names...)
	c.Methods(exceptionInit(func(_ *Thread, e *Exception, a Args) error { return takeKeywords(e, c, a, names...) }))
}

func init() {
	withKeywords(AttributeErrorClass, "name", "obj")
	withKeywords(NameErrorClass, "name")
	importErrorFields()
	KeyErrorClass.Methods(exceptionMethod("__str__", "(self, /)", "Return str(self).",
		func(t *Thread, e *Exception, _ []Object) (Object, error) {
			text := e.argsText
			if len(e.Args.Items) == 1 { // a key is shown as it would be written
				text = func(t *Thread) (string, error) { return Repr(t, e.Args.Items[0]) }
			}
			s, err := text(t)
			return NewStr(s), err
		}))
	argAttribute(StopIterationClass, "value", "The generator's return value.", func(args []Object) Object {
		if len(args) == 0 {
			return None
		}
		return args[0]
	})
	argAttribute(SystemExitClass, "code", "The exit status.", func(args []Object) Object {
		switch len(args) {
		case 0:
			return None
		case 1:
			return args[0]
		}
		return NewTuple(args...)
	})
	unicodeErrorFields()
}

func importErrorFields() {
	ImportErrorClass.defaultNone("name", "path")
	ImportErrorClass.Methods(exceptionInit(func(_ *Thread, e *Exception, a Args) error {
		return takeKeywords(e, ImportErrorClass, a, "name", "path")
	}))
	argAttribute(ImportErrorClass, "msg", "The message.", func(args []Object) Object {
		if len(args) == 1 {
			return args[0]
		}
		return None
	})
}

// argAttribute adds an attribute that follows from the arguments until it is set.
func argAttribute(c *Class, name, doc string, from func(args []Object) Object) {
	c.GetterSetter(name, doc, func(_ *Thread, self Object) (Object, error) {
		e, err := thisException(self, name)
		if err != nil {
			return nil, err
		}
		if v := e.attrs.getStr(Intern(name)); v != nil {
			return v, nil
		}
		return from(e.Args.Items), nil
	}, func(_ *Thread, self, v Object) error {
		e, err := thisException(self, name)
		if err != nil {
			return err
		}
		e.AttrDict(true).setStr(Intern(name), part(v))
		return nil
	})
}

func unicodeErrorFields() {
	for _, c := range []*Class{UnicodeDecodeErrorClass, UnicodeEncodeErrorClass} {
		for i, name := range []string{"encoding", "object", "start", "end", "reason"} {
			argAttribute(c, name, "The error's "+name+".", func(args []Object) Object {
				if i < len(args) {
					return args[i]
				}
				return None
			})
		}
		c.Methods(
			exceptionInit(func(t *Thread, e *Exception, a Args) error {
				if len(a.Pos) != 5 {
					return TypeError("function takes exactly 5 arguments (%d given)", len(a.Pos))
				}
				return setArgs(t, e, a)
			}),
			exceptionMethod("__str__", "(self, /)", "Return str(self).",
				func(t *Thread, e *Exception, _ []Object) (Object, error) {
					s, err := e.unicodeText(t)
					return NewStr(s), err
				}))
	}
}

// unicodeText words what cannot be encoded or decoded, and where.
func (e *Exception) unicodeText(t *Thread) (string, error) {
	a := e.Args.Items
	if len(a) != 5 {
		return e.argsText(t)
	}
	encoding, err := ToStr(t, a[0])
	if err != nil {
		return "", err
	}
	reason, err := ToStr(t, a[4])
	if err != nil {
		return "", err
	}
	start, _ := AsInt64(a[2])
	end, _ := AsInt64(a[3])
	decode := e.class.IsSubclass(UnicodeDecodeErrorClass)
	head := "'" + encoding + "' codec can't encode "
	if decode {
		head = "'" + encoding + "' codec can't decode "
	}
	if end == start+1 {
		if what, ok := unicodeCulprit(t, a[1], start, decode); ok {
			return sprintf("%s%s in position %d: %s", []any{head, what, start, reason}), nil
		}
	}
	things := "characters"
	if decode {
		things = "bytes"
	}
	return sprintf("%s%s in position %d-%d: %s", []any{head, things, start, end - 1, reason}), nil
}

func unicodeCulprit(t *Thread, o Object, at int64, decode bool) (string, bool) {
	v, err := GetItem(t, o, Int(at))
	if err != nil {
		return "", false
	}
	if decode {
		b, ok := AsInt64(v)
		return sprintf("byte 0x%02x", []any{b}), ok
	}
	s, ok := v.(*Str)
	if !ok {
		return "", false
	}
	r := rune(0xFFFD)
	for _, c := range s.s {
		r = c
		break
	}
	if len(s.s) == 3 && s.s[0] == 0xED { // a lone surrogate
		r = rune(s.s[0]&0x0F)<<12 | rune(s.s[1]&0x3F)<<6 | rune(s.s[2]&0x3F)
	}
	switch {
	case r <= 0xFF:
		return sprintf("character '\\x%02x'", []any{r}), true
	case r <= 0xFFFF:
		return sprintf("character '\\u%04x'", []any{r}), true
	}
	return sprintf("character '\\U%08x'", []any{r}), true
}
