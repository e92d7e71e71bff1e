package object

// Functions of Go appear in Python under six types, by where they stand: len, str.join, str.__add__, "".join,
// "".__add__, and bound methods of mutable classes. This file gives them their attributes and texts.

// address is the identity of o as repr writes it.
func address(t *Thread, o Object) string { return "0x" + hex(t.ID(o)) }

// Repr shows the function's name and where it belongs.
func (b *Builtin) Repr(t *Thread) (string, error) {
	switch {
	case b.plain:
		return "<function " + b.Name + " at " + address(t, b) + ">", nil
	case b.owner == nil || b.static:
		return "<built-in function " + b.Name + ">", nil
	case !b.owner.immutable:
		return "<function " + b.QualifiedName() + " at " + address(t, b) + ">", nil
	case b.Class() == WrapperDescrClass:
		return "<slot wrapper '" + b.Name + "' of '" + b.owner.Name + "' objects>", nil
	}
	return "<method '" + b.Name + "' of '" + b.owner.Name + "' objects>", nil
}

// QualifiedName returns the name with that of the class a method belongs to.
func (b *Builtin) QualifiedName() string {
	if b.owner != nil {
		return b.owner.QualifiedName() + "." + b.Name
	}
	return b.Name
}

// FuncName returns __name__.
func (b *Builtin) FuncName() string { return b.Name }

// Repr shows the function and the object it is bound to.
func (m *Method) Repr(t *Thread) (string, error) {
	switch m.Class() {
	case MethodWrapperClass:
		return "<method-wrapper '" + m.Func.(*Builtin).Name + "' of " + m.Self.Class().Name + " object at " + address(t, m.Self) + ">", nil
	case BuiltinClass:
		return "<built-in method " + m.Func.(*Builtin).Name + " of " + m.Self.Class().Name + " object at " + address(t, m.Self) + ">", nil
	}
	name := "?"
	for _, attr := range []*Str{nameQualname, nameName} {
		if v, _ := LookupAttr(t, m.Func, attr); v != nil {
			if s, ok := Of(v).(*Str); ok {
				name = s.s
				break
			}
		}
	}
	self, err := reprInside(t, m.Self)
	return "<bound method " + name + " of " + self + ">", err
}

// Compare is equality: the same object and the same function.
func (m *Method) Compare(_ *Thread, op CompareOp, o Object) (Object, error) {
	n, ok := o.(*Method)
	if !ok || op != Eq && op != Ne {
		return NotImplemented, nil
	}
	same := Is(m.Self, n.Self) && m.Func == n.Func
	return Bool(same == (op == Eq)), nil
}

// Hash mixes the identities of object and function.
func (m *Method) Hash(t *Thread) (uint64, error) {
	return uint64(identityHash(t, m.Self) ^ identityHash(t, m.Func)<<1), nil
}

// GetAttr passes attributes on to the function.
func (m *Method) GetAttr(t *Thread, name *Str) (Object, bool, error) {
	v, err := LookupAttr(t, m.Func, name)
	if v == nil && err == nil && m.Class() == MethodClass {
		err = noAttribute(m.Func, name)
	}
	return v, v != nil, err
}

// builtinOf returns the Go function that self is or binds.
func builtinOf(self Object) (*Builtin, error) {
	switch x := self.(type) {
	case *Builtin:
		return x, nil
	case *Method:
		if b, ok := x.Func.(*Builtin); ok {
			return b, nil
		}
	}
	return nil, TypeError("descriptor doesn't apply to this '%s' object", self.Class().MessageName())
}

func init() {
	for _, c := range []*Class{BuiltinClass, MethodDescrClass, WrapperDescrClass, MethodWrapperClass} {
		builtinAttributes(c)
		c.Methods(slot("__repr__", "Return repr(self).", func(t *Thread, self Reprer) (Object, error) {
			s, err := self.Repr(t)
			return NewStr(s), err
		}), callMethod())
	}
	boundAttributes(BuiltinClass)
	boundAttributes(MethodWrapperClass)
	boundAttributes(MethodClass)
	for _, c := range []*Class{MethodDescrClass, WrapperDescrClass} {
		descriptorMethods(c)
	}
	methodAttributes()
}

// callMethod is __call__ of whatever Go can call.
func callMethod() *Builtin {
	return RawFunc("__call__", "(self, /, *args, **kwargs)", "Call self as a function.", func(t *Thread, a Args) (Object, error) {
		f, err := receive[Callable](a.Pos[0], "__call__")
		if err != nil {
			return nil, err
		}
		return f.Call(t, Args{a.Pos[1:], a.Kw})
	})
}

func builtinAttributes(c *Class) {
	text := func(name, doc string, get func(b *Builtin) Object) {
		c.Getter(name, doc, func(_ *Thread, self Object) (Object, error) {
			b, err := builtinOf(self)
			if err != nil {
				return nil, err
			}
			return get(b), nil
		})
	}
	text("__name__", "The function's name.", func(b *Builtin) Object { return NewStr(b.Name) })
	text("__qualname__", "The name with that of the class.", func(b *Builtin) Object { return NewStr(b.QualifiedName()) })
	text("__doc__", "What the function does.", func(b *Builtin) Object {
		if b.Doc == "" {
			return None
		}
		return NewStr(b.Doc)
	})
	text("__text_signature__", "The parameter list.", func(b *Builtin) Object { return NewStr(b.Sig) })
	text("__module__", "The module that defines the function.", func(b *Builtin) Object {
		if b.owner != nil {
			return None
		}
		if b.Module == "" {
			return NewStr("builtins")
		}
		return NewStr(b.Module)
	})
	if c == MethodDescrClass || c == WrapperDescrClass {
		text("__objclass__", "The class that the method belongs to.", func(b *Builtin) Object { return b.owner })
	}
}

func boundAttributes(c *Class) {
	c.Getter("__self__", "The object that the method is bound to.", func(t *Thread, self Object) (Object, error) {
		switch x := self.(type) {
		case *Method:
			return x.Self, nil
		case *Builtin:
			if m := t.Modules.getStr(Intern(x.Module)); m != nil {
				return m, nil
			}
		}
		return None, nil
	})
	if c != MethodClass {
		for op := Eq; op <= Ne; op++ {
			c.Methods(slot1(op.Method(), "value", "Return self"+op.Symbol()+"value.", compareMethods(op)))
		}
	}
}

func compareMethods(op CompareOp) func(*Thread, Object, Object) (Object, error) {
	return func(t *Thread, self, o Object) (Object, error) {
		if m, ok := self.(*Method); ok {
			return m.Compare(t, op, o)
		}
		if self == o {
			return Bool(op == Eq), nil
		}
		return NotImplemented, nil
	}
}

func methodAttributes() {
	MethodClass.Protocols(&Method{})
	MethodClass.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Pos) != 2 || len(a.Kw) > 0 {
			return nil, TypeError("method expected 2 arguments, got %d", len(a.Pos))
		}
		if !IsCallable(a.Pos[0]) {
			return nil, TypeError("first argument must be callable")
		}
		if a.Pos[1] == None {
			return nil, TypeError("instance must not be None")
		}
		return &Method{Self: a.Pos[1], Func: a.Pos[0]}, nil
	}
	MethodClass.Getter("__func__", "The function of the method.", func(_ *Thread, self Object) (Object, error) {
		return self.(*Method).Func, nil
	})
	for _, name := range []*Str{nameName, nameQualname, nameDoc, nameModule} {
		MethodClass.Getter(name.s, "As the function's.", func(t *Thread, self Object) (Object, error) {
			return GetAttr(t, self.(*Method).Func, name)
		})
	}
}
