package contextlib

import "layerglass/core/python/object"

// stackClass is ExitStack: its instances keep the exits to call, the last one first.
var stackClass = object.NewType("ExitStack", "contextlib", nil)

// exits is the State of an ExitStack.
type exits struct{ list []exitCall }

// exitCall is one thing to do at the end: an __exit__, or a callback that knows nothing of exceptions.
type exitCall struct {
	exit     object.Object
	callback object.Object
	args     object.Args
}

func exitsOf(o object.Object) *exits {
	i := o.(*object.Instance)
	s, ok := i.State.(*exits)
	if !ok {
		s = &exits{}
		i.State = s
	}
	return s
}

func (c exitCall) run(t *object.Thread, e *object.Exception) (bool, error) {
	if c.callback == nil {
		return leave(t, c.exit, e)
	}
	if e != nil {
		old := t.Handling
		t.Handling = e
		defer func() { t.Handling = old }()
	}
	_, err := object.CallArgs(t, c.callback, c.args)
	return false, err
}

// unwind runs all exits for the exception e, or nil. It returns whether e was swallowed on the way, or what an exit raised.
func (s *exits) unwind(t *object.Thread, e *object.Exception) (bool, error) {
	given := e
	for len(s.list) > 0 {
		last := s.list[len(s.list)-1]
		s.list = s.list[:len(s.list)-1]
		swallowed, err := last.run(t, e)
		if err != nil {
			raised := object.AsException(err)
			if raised == nil {
				return false, err
			}
			e = raised
		} else if swallowed {
			e = nil
		}
	}
	if e != nil && e != given {
		return false, e
	}
	return given != nil && e == nil, nil
}

func init() {
	stackClass.Methods(
		object.Func("__enter__", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
		object.Func("__exit__", "(self, *exc_details)", "Calls what was entered and pushed, the last first.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			var e *object.Exception
			if d := a[1].(*object.Tuple).Items; len(d) > 1 {
				e = object.ToException(d[1])
			}
			swallowed, err := exitsOf(a[0]).unwind(t, e)
			return object.Bool(swallowed), err
		}),
		object.Func("enter_context", "(self, cm)", "Enters a context manager and returns what its __enter__ gives.", enterContext),
		object.Func("push", "(self, exit)", "Adds an __exit__ method, or a function like one.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			exit, err := object.Special(t, a[1], "__exit__")
			if exit == nil {
				exit = a[1]
			}
			s := exitsOf(a[0])
			s.list = append(s.list, exitCall{exit: exit})
			return a[1], err
		}),
		object.RawFunc("callback", "(self, callback, /, *args, **kwds)", "Adds a function to be called at the end.", func(_ *object.Thread, a object.Args) (object.Object, error) {
			if len(a.Pos) < 2 {
				return nil, object.TypeError("ExitStack.callback() missing 1 required positional argument: 'callback'")
			}
			s := exitsOf(a.Pos[0])
			s.list = append(s.list, exitCall{callback: a.Pos[1], args: object.Args{Pos: append([]object.Object(nil), a.Pos[2:]...), Kw: a.Kw}})
			return a.Pos[1], nil
		}),
		object.Func("pop_all", "(self)", "Moves all exits to a new stack.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := object.Call(t, a[0].Class())
			if err != nil {
				return nil, err
			}
			s := exitsOf(a[0])
			exitsOf(v).list, s.list = s.list, nil
			return v, nil
		}),
		object.Func("close", "(self)", "Calls the exits now.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			_, err := exitsOf(a[0]).unwind(t, nil)
			return none(err)
		}),
	)
}

func enterContext(t *object.Thread, a []object.Object) (object.Object, error) {
	enter, err := method(t, a[1], "__enter__")
	if err != nil {
		return nil, unfit(a[1], err)
	}
	exit, err := method(t, a[1], "__exit__")
	if err != nil {
		return nil, unfit(a[1], err)
	}
	v, err := object.Call(t, enter)
	if err != nil {
		return nil, err
	}
	s := exitsOf(a[0])
	s.list = append(s.list, exitCall{exit: exit})
	return v, nil
}

// unfit words the error for an object that is no context manager.
func unfit(o object.Object, err error) error {
	if !object.IsKind(err, object.TypeErrorClass) {
		return err
	}
	c := o.Class()
	return object.TypeError("'%s.%s' object does not support the context manager protocol", c.Module(), c.QualifiedName())
}
