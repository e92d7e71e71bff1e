package object

// exceptionGroup is what an exception group holds beside its args.
type exceptionGroup struct {
	message *Str
	list    []Object
}

// GroupItems returns the exceptions of a group, or nil when e is none.
func (e *Exception) GroupItems() []Object {
	if e.group == nil {
		return nil
	}
	return e.group.list
}

// IsGroup reports whether e is an exception group.
func (e *Exception) IsGroup() bool { return e.group != nil }

func newExceptionGroup(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Pos) != 2 {
		return nil, TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(a.Pos))
	}
	message, ok := Of(a.Pos[0]).(*Str)
	if !ok {
		return nil, TypeError("BaseExceptionGroup.__new__() argument 1 must be str, not %s", ArgumentTypeName(a.Pos[0]))
	}
	switch Of(a.Pos[1]).(type) {
	case *List, *Tuple:
	default:
		if a.Pos[1].Class().Lookup(nameGetItem) == nil || a.Pos[1].Class().IsSubclass(DictClass) {
			return nil, TypeError("second argument (exceptions) must be a sequence")
		}
	}
	items, err := Items(t, a.Pos[1])
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, ValueError("second argument (exceptions) must be a non-empty sequence")
	}
	if cls, err = groupClass(cls, items); err != nil {
		return nil, err
	}
	e := NewException(cls, a.Pos...)
	e.group = &exceptionGroup{message, items}
	return e, nil
}

// groupClass checks the exceptions; a BaseExceptionGroup of ordinary exceptions is an ExceptionGroup.
func groupClass(cls *Class, items []Object) (*Class, error) {
	ordinary := true
	for i, o := range items {
		x := ToException(o)
		if x == nil {
			return nil, ValueError("Item %d of second argument (exceptions) is not an exception", i)
		}
		ordinary = ordinary && x.class.IsSubclass(ExceptionClass)
	}
	switch {
	case cls == BaseExceptionGroupClass && ordinary:
		return ExceptionGroupClass, nil
	case ordinary:
	case cls == ExceptionGroupClass:
		return nil, TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
	case cls.IsSubclass(ExceptionClass):
		return nil, TypeError("Cannot nest BaseExceptions in '%s'", cls.Name)
	}
	return cls, nil
}

func init() {
	c := BaseExceptionGroupClass
	c.New = newExceptionGroup
	part := func(name, doc string, get func(g *exceptionGroup) Object) {
		c.Getter(name, doc, func(_ *Thread, self Object) (Object, error) {
			g, err := groupOf(self)
			if err != nil {
				return nil, err
			}
			return get(g.group), nil
		})
	}
	part("message", "The group's message.", func(g *exceptionGroup) Object { return g.message })
	part("exceptions", "The exceptions inside.", func(g *exceptionGroup) Object {
		return NewTuple(append([]Object(nil), g.list...)...)
	})
	groupMethod := func(name, sig, doc string, f func(t *Thread, g *Exception, a []Object) (Object, error)) {
		c.Methods(Func(name, sig, doc, func(t *Thread, a []Object) (Object, error) {
			g, err := groupOf(a[0])
			if err != nil {
				return nil, err
			}
			return f(t, g, a[1:])
		}))
	}
	groupMethod("__str__", "(self, /)", "Return str(self).", func(_ *Thread, g *Exception, _ []Object) (Object, error) {
		return NewStr(sprintf("%s (%d sub-exception%s)", []any{g.group.message.s, len(g.group.list), pluralEnd(len(g.group.list))})), nil
	})
	groupMethod("derive", "(self, excs, /)", "Return a group of the same message with other exceptions.",
		func(t *Thread, g *Exception, a []Object) (Object, error) {
			return Call(t, BaseExceptionGroupClass, g.group.message, a[0])
		})
	groupMethod("subgroup", "(self, condition, /)", "Return a group of the exceptions that match, or None.",
		func(t *Thread, g *Exception, a []Object) (Object, error) {
			match, _, err := g.Split(t, a[0])
			return orNone(match), err
		})
	groupMethod("split", "(self, condition, /)", "Return groups of the exceptions that match and of the rest.",
		func(t *Thread, g *Exception, a []Object) (Object, error) {
			match, rest, err := g.Split(t, a[0])
			return NewTuple(orNone(match), orNone(rest)), err
		})
	c.ClassGetItem()
}

func pluralEnd(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

func orNone(e *Exception) Object {
	if e == nil {
		return None
	}
	return e
}

func groupOf(self Object) (*Exception, error) {
	e := ToException(self)
	if e == nil || e.group == nil {
		return nil, TypeError("a group method was called on a '%s' object that is no exception group", self.Class().MessageName())
	}
	return e, nil
}

// Split divides the group into what matches the condition (an exception class, a tuple of them, or a predicate) and the
// rest; either may be nil. Nested groups keep their shape. An except* clause uses it.
func (e *Exception) Split(t *Thread, condition Object) (match, rest *Exception, err error) {
	test, err := groupCondition(t, condition)
	if err != nil {
		return nil, nil, err
	}
	return e.split(t, test)
}

func groupCondition(t *Thread, condition Object) (func(x *Exception) (bool, error), error) {
	isClass := func(o Object) bool {
		c, ok := o.(*Class)
		return ok && c.IsSubclass(BaseExceptionClass)
	}
	if isClass(condition) {
		return func(x *Exception) (bool, error) { return x.class.IsSubclass(condition.(*Class)), nil }, nil
	}
	if tuple, ok := condition.(*Tuple); ok {
		for _, o := range tuple.Items {
			if !isClass(o) {
				return nil, TypeError("expected a function, exception type or tuple of exception types")
			}
		}
		return func(x *Exception) (bool, error) { return IsInstance(t, x, tuple) }, nil
	}
	if _, isType := condition.(*Class); !isType && IsCallable(condition) {
		return func(x *Exception) (bool, error) {
			v, err := Call(t, condition, x)
			if err != nil {
				return false, err
			}
			return Truth(t, v)
		}, nil
	}
	return nil, TypeError("expected a function, exception type or tuple of exception types")
}

func (e *Exception) split(t *Thread, test func(x *Exception) (bool, error)) (match, rest *Exception, err error) {
	if err := t.Deeper(); err != nil {
		return nil, nil, err
	}
	defer t.Shallower()
	if err := t.Spend(int64(8 + len(e.Trace))); err != nil { // a group made anew takes the trace along
		return nil, nil, err
	}
	ok, err := test(e)
	if err != nil {
		return nil, nil, err
	}
	if ok {
		return e, nil, nil
	}
	if e.group == nil {
		return nil, e, nil
	}
	var in, out []Object
	for _, o := range e.group.list {
		m, r, err := o.(*Exception).split(t, test)
		if err != nil {
			return nil, nil, err
		}
		if m != nil {
			in = append(in, m)
		}
		if r != nil {
			out = append(out, r)
		}
	}
	if match, err = e.derive(t, in); err != nil {
		return nil, nil, err
	}
	rest, err = e.derive(t, out)
	return match, rest, err
}

// derive makes a group like e of other exceptions by its derive method, which a subclass may have overridden.
func (e *Exception) derive(t *Thread, list []Object) (*Exception, error) {
	if len(list) == 0 {
		return nil, nil
	}
	v, err := CallMethod(t, e, "derive", NewList(list...))
	if err != nil {
		return nil, err
	}
	g := ToException(v)
	if g == nil || g.group == nil {
		return nil, TypeError("derive must return an instance of BaseExceptionGroup")
	}
	g.Trace = append([]TraceEntry(nil), e.Trace...)
	g.Cause, g.Context, g.SuppressContext = e.Cause, e.Context, e.SuppressContext
	if notes := e.attrs.getStr(nameNotes); notes != nil && notes.Class().Lookup(nameGetItem) != nil { // others are no sequence, and left behind
		items, err := Items(t, notes)
		if err != nil {
			return nil, err
		}
		g.AttrDict(true).setStr(nameNotes, NewList(items...))
	}
	return g, nil
}
