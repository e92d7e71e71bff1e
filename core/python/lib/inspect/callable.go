package inspect

import (
	"layerglass/core/python/lib/functools"
	"layerglass/core/python/object"
)

// Of returns the parameters of a callable, as inspect.signature does: without the one that is bound already.
func Of(t *object.Thread, o object.Object) (*object.Signature, error) {
	s, err := signatureOf(t, o, true)
	if err != nil {
		return nil, err
	}
	return &s.Signature, nil
}

var signatureAttr = object.Intern("__signature__")

// unwrap follows __wrapped__ until stop says so.
func unwrap(t *object.Thread, o object.Object, stop func(object.Object) (bool, error)) (object.Object, error) {
	seen := map[object.Object]bool{}
	for {
		if done, err := stop(o); done || err != nil {
			return o, err
		}
		inner, err := attribute(t, o, "__wrapped__")
		if inner == nil || err != nil {
			return o, err
		}
		seen[o] = true
		if o = inner; seen[o] {
			s, err := object.Repr(t, o)
			if err != nil {
				return nil, err
			}
			return nil, object.ValueError("wrapper loop when unwrapping %s", s)
		}
	}
}

// attribute returns an attribute, nil when there is none.
func attribute(t *object.Thread, o object.Object, name string) (object.Object, error) {
	v, err := object.LookupAttr(t, o, object.Intern(name))
	if err != nil && object.IsKind(err, object.AttributeErrorClass) {
		return nil, nil
	}
	return v, err
}

func signatureOf(t *object.Thread, o object.Object, follow bool) (*signature, error) {
	if !object.IsCallable(o) {
		s, err := object.Repr(t, o)
		if err != nil {
			return nil, err
		}
		return nil, object.TypeError("%s is not a callable object", s)
	}
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	defer t.Shallower()
	if m, ok := o.(*object.Method); ok {
		s, err := signatureOf(t, m.Func, follow)
		if err != nil {
			return nil, err
		}
		return s.bound(t)
	}
	if follow {
		inner, err := unwrap(t, o, func(f object.Object) (bool, error) {
			v, err := attribute(t, f, "__signature__")
			return v != nil, err
		})
		if err != nil {
			return nil, err
		}
		if _, ok := inner.(*object.Method); ok {
			return signatureOf(t, inner, follow)
		}
		o = inner
	}
	if v, err := attribute(t, o, "__signature__"); err != nil {
		return nil, err
	} else if v != nil && v != object.None {
		s, ok := object.Of(v).(*signature)
		if !ok {
			shown, _ := object.Repr(t, v)
			return nil, object.TypeError("unexpected object %s in __signature__ attribute", shown)
		}
		return s, nil
	}
	return callable(t, o, follow)
}

// callable is signatureOf for an object that is neither a method nor brings its signature.
func callable(t *object.Thread, o object.Object, follow bool) (*signature, error) {
	if fn, args, kw, ok := functools.PartialMethodOf(o); ok {
		s, err := signatureOf(t, fn, follow)
		if err != nil {
			return nil, err
		}
		self := s.Params[:min(1, len(s.Params))]
		rest, err := newSignature(s.Params[len(self):], s.Return).partial(t, args, kw)
		if err != nil {
			return nil, err
		}
		return newSignature(append(append([]object.Param(nil), self...), rest.Params...), s.Return), nil
	}
	if fn, args, kw, ok := functools.PartialOf(o); ok {
		s, err := signatureOf(t, fn, follow)
		if err != nil {
			return nil, err
		}
		return s.partial(t, args, kw)
	}
	if c, ok := o.(*object.Class); ok {
		return classSignature(t, c, follow)
	}
	if f, ok := o.(object.Signatured); ok {
		s := f.Signature()
		if b, ok := o.(*object.Builtin); ok && (s.Bad != "" || b.Sig == "" && len(s.Params) == 0 && b.Class() != object.LibraryFunctionClass) {
			return nil, noSignature(t, o, "builtin ")
		}
		return newSignature(s.Params, s.Return), nil
	}
	call := o.Class().Lookup(object.Intern("__call__"))
	if call == nil {
		return nil, object.ValueError("callable %s is not supported by signature", object.DefaultRepr(t, o))
	}
	s, err := signatureOf(t, call, follow)
	if err != nil {
		return nil, err
	}
	return s.bound(t)
}

func noSignature(t *object.Thread, o object.Object, what string) error {
	s, err := object.Repr(t, o)
	if err != nil {
		return err
	}
	return object.ValueError("no signature found for %s%s", what, s)
}

// classSignature is that of a call of the class: of its metaclass's __call__, or of __new__ or __init__, whichever comes
// first along the MRO.
func classSignature(t *object.Thread, c *object.Class, follow bool) (*signature, error) {
	if m := c.Class(); m != object.TypeClass {
		if call := m.Lookup(object.Intern("__call__")); userDefined(call) {
			return boundOf(t, call, follow)
		}
	}
	for _, k := range c.MRO {
		if k == object.ObjectClass {
			break
		}
		if k.New != nil && !k.Immutable() && k.Dict().GetName("__new__") == nil { // a library's class with a __new__ that passes all on
			return newSignature(passedOn, nil), nil
		}
		for _, name := range []string{"__new__", "__init__"} {
			if f := k.Dict().GetName(name); userDefined(f) {
				return boundOf(t, f, follow)
			}
		}
	}
	if c.MRO[len(c.MRO)-1] == object.ObjectClass && c.Layout() == object.ObjectClass && !c.Immutable() || c == object.ObjectClass {
		return newSignature(nil, nil), nil
	}
	return nil, noSignature(t, c, "builtin type ")
}

// passedOn are the parameters of a __new__ that hands its arguments to __init__.
var passedOn = object.ParseSignature("(*args, **kwargs)").Params

// userDefined reports whether a method tells its parameters: a program's function, or one of Go for a class that a library
// declares.
func userDefined(f object.Object) bool {
	switch x := f.(type) {
	case nil:
		return false
	case *object.StaticMethod:
		return userDefined(x.Func)
	case *object.Builtin:
		s := x.Signature()
		plain := len(s.Params) == 3 && s.Params[1].Kind == object.VarPositional && s.Params[2].Kind == object.VarKeyword
		return s.Bad == "" && !plain && len(s.Params) > 0
	}
	return true
}

func boundOf(t *object.Thread, f object.Object, follow bool) (*signature, error) {
	if s, ok := f.(*object.StaticMethod); ok {
		f = s.Func
	}
	s, err := signatureOf(t, f, follow)
	if err != nil {
		return nil, err
	}
	return s.bound(t)
}

// bound is the signature without its first parameter.
func (s *signature) bound(*object.Thread) (*signature, error) {
	if len(s.Params) == 0 || s.Params[0].Kind == object.VarKeyword || s.Params[0].Kind == object.KeywordOnly {
		return nil, object.ValueError("invalid method signature")
	}
	if s.Params[0].Kind == object.VarPositional {
		return s, nil
	}
	return newSignature(s.Params[1:], s.Return), nil
}

// partial is the signature of a functools.partial of the callable.
func (s *signature) partial(t *object.Thread, args []object.Object, kw *object.Dict) (*signature, error) {
	var named []object.Kwarg
	for k, v := range kw.All() {
		name, ok := object.Of(k).(*object.Str)
		if !ok {
			return nil, object.ValueError("partial object has incorrect arguments")
		}
		named = append(named, object.Kwarg{Name: name, Value: v})
	}
	if _, err := s.bind(t, object.Args{Pos: args, Kw: named}, true); err != nil {
		return nil, object.ValueError("partial object has incorrect arguments")
	}
	var list []object.Param
	toKeyword := false
	left := len(args)
	for _, p := range s.Params {
		given := kw.GetStr(p.Name)
		switch {
		case left > 0 && p.Kind <= object.PositionalOrKeyword:
			left--
			continue
		case p.Kind == object.PositionalOrKeyword && given != nil:
			toKeyword = true
			p.Default, p.Kind = given, object.KeywordOnly
		case p.Kind == object.KeywordOnly && given != nil:
			p.Default = given
		case toKeyword && p.Kind == object.PositionalOrKeyword:
			p.Kind = object.KeywordOnly
		case toKeyword && p.Kind == object.VarPositional:
			continue
		}
		list = append(list, p)
	}
	return newSignature(list, s.Return), nil
}
