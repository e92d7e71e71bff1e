package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// argument is one argument of a call with keywords or stars, in the order of evaluation.
type argument struct {
	value expr
	name  *object.Str // of name=value
	star  int         // 1: *value, 2: **value
	at    source.Span
}

// callMixed compiles a call with keyword, * or ** arguments.
func (c *compiler) callMixed(s *callSite) expr {
	args := c.arguments(s.node.Args, s.node.Keywords)
	find := c.callee(s.node.Func)
	named := &namedCall{site: s, args: args}
	for _, a := range args {
		if a.star != 0 {
			named = nil
			break
		}
		if a.name == nil {
			named.positions++
		}
	}
	return func(f *frame) object.Object {
		fn, self := find(f)
		if fn == nil {
			return nil
		}
		if named != nil {
			if v, done := named.call(f, fn, self); done {
				return v
			}
		}
		a, ok := f.collect(args, fn, s.at)
		if !ok {
			return nil
		}
		return s.callWith(f, fn, self, a)
	}
}

// callee compiles what stands before the parentheses to a function and the object to pass first, or nil.
func (c *compiler) callee(e syntax.Expr) func(f *frame) (callee, self object.Object) {
	a, ok := e.(*syntax.Attribute)
	if !ok {
		fn := c.expr(e)
		return func(f *frame) (callee, self object.Object) { return fn(f), nil }
	}
	if sup := c.superMethod(a); sup != nil {
		return sup
	}
	owner, attr := c.expr(a.Value), newAttrSite(object.Intern(c.scope.Mangle(a.Attr)), c.attrPlace(a))
	return func(f *frame) (callee, self object.Object) {
		o := owner(f)
		if o == nil {
			return nil, nil
		}
		return attr.method(f, o)
	}
}

// arguments compiles the arguments of a call or class statement in the order of their evaluation: keywords come last.
func (c *compiler) arguments(pos []syntax.Expr, keywords []*syntax.Keyword) []argument {
	var out []argument
	for _, e := range pos {
		if s, ok := e.(*syntax.Starred); ok {
			out = append(out, argument{value: c.expr(s.Value), star: 1, at: e.Span()})
		} else {
			out = append(out, argument{value: c.expr(e), at: e.Span()})
		}
	}
	for _, k := range keywords {
		a := argument{value: c.expr(k.Value), star: 2, at: k.Span()}
		if k.Arg != "" {
			a.name, a.star = object.Intern(k.Arg), 0
		}
		out = append(out, a)
	}
	return out
}

// collect evaluates the arguments of a call of fn, which stands at site.
func (f *frame) collect(args []argument, fn object.Object, site source.Span) (a object.Args, ok bool) {
	unpacked := false
	for i := range args {
		arg := &args[i]
		v := arg.value(f)
		if v == nil {
			return a, false
		}
		switch {
		case arg.star == 1:
			items, err := object.Collected(f.t, v)
			if err != nil {
				f.failAt(starError(f.t, fn, v, err, onlyStar(args)), site, arg.at)
				return a, false
			}
			a.Pos = append(a.Pos, items...)
		case arg.star == 2:
			if err := unpackMapping(f.t, fn, v, &a); err != nil {
				f.failAt(err, site, arg.at)
				return a, false
			}
			unpacked = true
		case arg.name != nil:
			if unpacked && a.Get(arg.name.String()) != nil {
				f.failAt(repeatedKeyword(fn, arg.name), site, arg.at)
				return a, false
			}
			if a.Kw == nil {
				a.Kw = make([]object.Kwarg, 0, len(args)-i)
			}
			a.Kw = append(a.Kw, object.Kwarg{Name: arg.name, Value: v})
		default:
			if a.Pos == nil {
				a.Pos = make([]object.Object, 0, len(args))
			}
			a.Pos = append(a.Pos, v)
		}
	}
	return a, true
}

// functionText names a callee in messages: module.qualname() for functions of the program.
func functionText(fn object.Object) string {
	switch x := fn.(type) {
	case *object.Method:
		return functionText(x.Func)
	case *Function:
		if s, ok := x.module.(*object.Str); ok && s.String() != "builtins" {
			return s.String() + "." + x.qualname + "()"
		}
		return x.qualname + "()"
	case *object.Builtin:
		if o := x.Owner(); o != nil {
			return o.Name + "." + x.Name + "()"
		}
		return x.Name + "()"
	case *object.Class:
		return x.FullName() + "()"
	}
	return fn.Class().Name + " object"
}

// onlyStar reports whether a call's positional arguments are one *argument: CPython then knows the callee when it unpacks.
func onlyStar(args []argument) bool {
	n := 0
	for _, a := range args {
		if a.name == nil && a.star < 2 {
			n++
		}
	}
	return n == 1
}

// starError is the error for *v where v cannot be iterated over; named says whether it names the callee.
func starError(t *object.Thread, fn, v object.Object, err error, named bool) error {
	if !object.IsKind(err, object.TypeErrorClass) {
		return err
	}
	if _, e := object.Iter(t, v); e == nil {
		return err
	}
	subject := "Value"
	if named {
		subject = functionText(fn) + " argument"
	}
	e := object.TypeError("%s after * must be an iterable, not %s", subject, v.Class().MessageName())
	e.Subject = v
	return e
}

func repeatedKeyword(fn object.Object, name *object.Str) error {
	e := object.TypeError("%s got multiple values for keyword argument '%s'", functionText(fn), name.String())
	b := &BadCall{Kind: MultipleValues, Name: name.String(), Names: []string{name.String()}}
	b.Function, _ = fn.(*Function)
	e.Subject = b
	return e
}

// unpackMapping adds the entries of **v.
func unpackMapping(t *object.Thread, fn, v object.Object, a *object.Args) error {
	add := func(k, x object.Object) error {
		name, ok := object.Of(k).(*object.Str)
		if !ok {
			return object.TypeError("keywords must be strings")
		}
		if a.Get(name.String()) != nil {
			return repeatedKeyword(fn, name)
		}
		a.Kw = append(a.Kw, object.Kwarg{Name: name, Value: x})
		return nil
	}
	if d, ok := object.Of(v).(*object.Dict); ok {
		n := int64(d.Len())
		if err := t.Spend(n * (n/64 + 1)); err != nil { // each name is looked for among those before it
			return err
		}
		for i := 0; ; {
			k, x, next, ok := d.Next(i)
			if !ok {
				return nil
			}
			if err := add(k, x); err != nil {
				return err
			}
			i = next
		}
	}
	return eachEntry(t, v, add, func() error {
		e := object.TypeError("%s argument after ** must be a mapping, not %s", functionText(fn), v.Class().MessageName())
		b := &BadCall{Kind: NotAMapping}
		b.Function, _ = fn.(*Function)
		e.Subject = b
		return e
	})
}

var nameKeys = object.Intern("keys")

// eachEntry visits a mapping of any class through keys() and subscription; otherwise makes the error for an object without
// keys().
func eachEntry(t *object.Thread, v object.Object, visit func(k, x object.Object) error, otherwise func() error) error {
	keys, err := object.LookupAttr(t, v, nameKeys)
	if err != nil && !object.IsKind(err, object.AttributeErrorClass) {
		return err
	}
	if keys == nil || err != nil {
		return otherwise()
	}
	list, err := object.Call(t, keys)
	if err != nil {
		return err
	}
	return object.Iterate(t, list, func(k object.Object) (bool, error) {
		x, err := object.GetItem(t, v, k)
		if err != nil {
			return false, err
		}
		return true, visit(k, x)
	})
}

// callWith calls fn with arguments ready made.
func (s *callSite) callWith(f *frame, callee, self object.Object, a object.Args) object.Object {
	f.At = s.at
	var v object.Object
	var err error
	switch fn := callee.(type) {
	case *Function:
		v, err = fn.CallMethod(f.t, self, a)
	case *object.Class:
		return s.callClassWith(f, fn, a)
	default:
		if b, ok := callee.(*object.Builtin); ok && self != nil {
			v, err = b.CallMethod(f.t, self, a)
		} else {
			v, err = object.CallArgs(f.t, callee, a)
		}
	}
	if err != nil {
		return f.fail(err, s.at)
	}
	return v
}

func (s *callSite) callClassWith(f *frame, cls *object.Class, a object.Args) object.Object {
	if cls != s.class || cls.Version() != s.version {
		s.learn(cls)
	}
	if !s.plain || s.init == nil {
		s.announce(f, cls)
		v, err := cls.Call(f.t, a)
		f.t.Site = nil
		if err != nil {
			return f.fail(err, s.at)
		}
		return v
	}
	inst := object.NewInstance(cls)
	v, err := s.init.CallMethod(f.t, inst, a)
	if err != nil {
		return f.fail(err, s.at)
	}
	return s.initialized(f, inst, v)
}

// siteText describes the text of a call.
func siteText(e *syntax.Call, file *source.File) *object.CallSite {
	s := &object.CallSite{File: file, Span: e.Span(), Star: -1}
	for i, a := range e.Args {
		s.Args = append(s.Args, a.Span())
		if _, ok := a.(*syntax.Starred); ok && s.Star < 0 {
			s.Star, s.StarSpan = i, a.Span()
		}
	}
	for _, k := range e.Keywords {
		if k.Arg == "" {
			s.DoubleStar = k.Value.Span()
			continue
		}
		if s.Keywords == nil {
			s.Keywords = make(map[string]source.Span)
		}
		s.Keywords[k.Arg] = k.Value.Span()
	}
	return s
}
