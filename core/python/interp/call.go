package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/resolve"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// callSite is one call expression. It remembers the class called last if making its objects is nothing but a bare instance and a
// Python __init__.
type callSite struct {
	node *syntax.Call
	file *source.File
	at   source.Span
	args []expr

	class   *object.Class
	version uint64
	init    *Function // nil with plain: no __init__ to run
	plain   bool
	// native makes the objects of a built-in class that has nothing to initialise.
	native func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error)

	// placed is the method of a built-in type called last if its arguments can go straight to its places.
	placed *object.Builtin
	places []object.Param

	text *object.CallSite
}

// call compiles a call.
func (c *compiler) call(e *syntax.Call) expr {
	s := &callSite{node: e, file: c.file, at: c.callPlace(e)}
	if len(e.Keywords) > 0 || hasStar(e.Args) {
		return c.callMixed(s)
	}
	if v := c.superCall(e); v != nil {
		return v
	}
	s.args = c.exprs(e.Args)
	if a, ok := e.Func.(*syntax.Attribute); ok {
		return c.callAttribute(s, a)
	}
	callee := c.expr(e.Func)
	if len(s.args) == 1 {
		return s.callOne(callee, s.args[0])
	}
	return func(f *frame) object.Object {
		fn := callee(f)
		if fn == nil {
			return nil
		}
		return s.call(f, fn, nil)
	}
}

func hasStar(args []syntax.Expr) bool {
	for _, a := range args {
		if _, ok := a.(*syntax.Starred); ok {
			return true
		}
	}
	return false
}

// callAttribute is owner.name(args): no bound method is made.
func (c *compiler) callAttribute(s *callSite, a *syntax.Attribute) expr {
	attr := newAttrSite(object.Intern(c.scope.Mangle(a.Attr)), c.attrPlace(a))
	owner := c.expr(a.Value)
	if sup := c.superMethod(a); sup != nil {
		return func(f *frame) object.Object {
			fn, self := sup(f)
			if fn == nil {
				return nil
			}
			return s.call(f, fn, self)
		}
	}
	return func(f *frame) object.Object {
		o := owner(f)
		if o == nil {
			return nil
		}
		fn, self := attr.method(f, o)
		if fn == nil {
			return nil
		}
		if b, ok := fn.(*object.Builtin); ok && attr.kind == siteNative && self != nil {
			if b != s.placed {
				s.placed, s.places = b, b.Places(len(s.args))
			}
			if s.places != nil {
				return s.callPlaced(f, b, self)
			}
		}
		return s.call(f, fn, self)
	}
}

// callPlaced evaluates the arguments of a built-in method straight into its places.
func (s *callSite) callPlaced(f *frame, b *object.Builtin, self object.Object) object.Object {
	w := f.m.window(len(s.places))
	w[0] = self
	for i, a := range s.args {
		v := a(f)
		if v == nil {
			f.m.release(w)
			return nil
		}
		w[1+i] = v
	}
	for i := 1 + len(s.args); i < len(w); i++ {
		w[i] = s.places[i].Default
	}
	f.At = s.at
	v, err := b.CallPlaced(f.t, w)
	f.m.release(w)
	if err != nil {
		return f.fail(err, s.at)
	}
	return v
}

// callOne is callee(arg), the most common shape.
func (s *callSite) callOne(callee, arg expr) expr {
	at := s.at
	return func(f *frame) object.Object {
		o := callee(f)
		fn, ok := o.(*Function)
		if !ok || fn.code.simple != 1 {
			if o == nil {
				return nil
			}
			return s.call(f, o, nil)
		}
		w := f.m.window(fn.code.size())
		v := arg(f)
		if v == nil {
			f.m.release(w)
			return nil
		}
		w[0] = v
		f.At = at
		if v = f.m.invoke(fn, w, nil); v != nil {
			return v
		}
		return f.pass(at)
	}
}

// call calls fn, with self first if it is not nil.
func (s *callSite) call(f *frame, callee, self object.Object) object.Object {
	switch fn := callee.(type) {
	case *Function:
		return s.callFunction(f, fn, self)
	case *object.Class:
		return s.callClass(f, fn)
	case *object.Method:
		if inner, ok := fn.Func.(*Function); ok && self == nil {
			return s.callFunction(f, inner, fn.Self)
		}
	}
	w := f.m.window(len(s.args))
	if !s.evaluate(f, w) {
		return nil
	}
	f.At = s.at
	var v object.Object
	var err error
	if b, ok := callee.(*object.Builtin); ok && self != nil {
		v, err = b.CallMethod(f.t, self, object.Args{Pos: w})
	} else {
		v, err = object.CallArgs(f.t, callee, object.Args{Pos: w})
	}
	f.m.release(w)
	if err != nil {
		return f.fail(err, s.at)
	}
	return v
}

// evaluate puts the arguments into w, which it releases if one of them raises.
func (s *callSite) evaluate(f *frame, w []object.Object) bool {
	for i, a := range s.args {
		v := a(f)
		if v == nil {
			f.m.release(w)
			return false
		}
		w[i] = v
	}
	return true
}

// callFunction evaluates the arguments straight into the callee's slots if they are as many as it has, or as its defaults
// allow.
func (s *callSite) callFunction(f *frame, fn *Function, self object.Object) object.Object {
	k := fn.code
	n := len(s.args)
	first := 0
	if self != nil {
		n, first = n+1, 1
	}
	if n > k.simple || n < k.simple-len(fn.Defaults) {
		return s.callBound(f, fn, self)
	}
	w := f.m.window(k.size())
	if self != nil {
		w[0] = self
	}
	for i, a := range s.args {
		v := a(f)
		if v == nil {
			f.m.release(w)
			return nil
		}
		w[first+i] = v
	}
	for i := n; i < k.simple; i++ {
		w[i] = fn.Defaults[i-k.simple+len(fn.Defaults)]
	}
	f.At = s.at
	if v := f.m.invoke(fn, w, self); v != nil {
		return v
	}
	return f.pass(s.at)
}

// callBound is callFunction for parameters that need sorting out.
func (s *callSite) callBound(f *frame, fn *Function, self object.Object) object.Object {
	args := f.m.window(len(s.args))
	if !s.evaluate(f, args) {
		return nil
	}
	f.At = s.at
	v, err := fn.CallMethod(f.t, self, object.Args{Pos: args})
	f.m.release(args)
	if err != nil {
		return f.fail(err, s.at)
	}
	return v
}

// callClass makes an instance.
func (s *callSite) callClass(f *frame, cls *object.Class) object.Object {
	if cls != s.class || cls.Version() != s.version {
		s.learn(cls)
	}
	if !s.plain {
		return s.callClassSlowly(f, cls)
	}
	if !f.charge(instanceSize, s.at) {
		return nil
	}
	inst := object.NewInstance(cls)
	if s.init == nil {
		return inst
	}
	v := s.callFunction(f, s.init, inst)
	if v == nil {
		return nil
	}
	return s.initialized(f, inst, v)
}

// initialized returns inst, whose __init__ returned v.
func (s *callSite) initialized(f *frame, inst *object.Instance, v object.Object) object.Object {
	if v != object.None {
		return f.fail(object.TypeError("__init__() should return None, not '%s'", v.Class().MessageName()), s.at)
	}
	return inst
}

func (s *callSite) callClassSlowly(f *frame, cls *object.Class) object.Object {
	w := f.m.window(len(s.args))
	if !s.evaluate(f, w) {
		return nil
	}
	f.At = s.at
	var v object.Object
	var err error
	if s.native != nil && cls == s.class {
		v, err = s.native(f.t, cls, object.Args{Pos: w})
	} else {
		s.announce(f, cls)
		v, err = cls.Call(f.t, object.Args{Pos: w})
		f.t.Site = nil
	}
	f.m.release(w)
	if err != nil {
		return f.fail(err, s.at)
	}
	return v
}

// announce tells a class that watches its calls where the arguments are written, if that is the program's own text.
func (s *callSite) announce(f *frame, cls *object.Class) {
	f.t.Site = nil
	if s.file.Unlisted {
		return
	}
	for _, k := range cls.MRO {
		if k.OnCall != nil {
			f.t.Steps -= classSteps // an object of Keras is many objects
			if s.text == nil {
				s.text = siteText(s.node, s.file)
			}
			f.t.Site = s.text
			return
		}
	}
}

// learn looks at how a class makes its objects.
func (s *callSite) learn(cls *object.Class) {
	s.class, s.version, s.plain, s.init, s.native = cls, cls.Version(), false, nil, nil
	if cls.Immutable() {
		s.learnNative(cls)
		return
	}
	if cls.Class() != object.TypeClass || len(cls.Abstract()) > 0 {
		return
	}
	for _, k := range cls.MRO {
		if k.OnCall != nil || k != object.ObjectClass && (k.New != nil || k.Dict().GetStr(nameNew) != nil) {
			return
		}
	}
	init := cls.Lookup(nameInit)
	if init == object.ObjectClass.Lookup(nameInit) {
		s.plain = len(s.args) == 0 && len(s.node.Keywords) == 0
		return
	}
	if fn, ok := init.(*Function); ok {
		s.init, s.plain = fn, true
	}
}

// learnNative looks at how a built-in class makes its objects.
func (s *callSite) learnNative(cls *object.Class) {
	if cls.Class() != object.TypeClass || cls.Lookup(nameInit) != object.ObjectClass.Lookup(nameInit) {
		return
	}
	for _, k := range cls.MRO {
		if k.OnCall != nil {
			return
		}
		if k.New != nil {
			if k != object.ObjectClass {
				s.native = k.New
			}
			return
		}
	}
}

// superCall compiles super() without arguments; nil if e is no such call.
func (c *compiler) superCall(e *syntax.Call) expr {
	n, ok := e.Func.(*syntax.Name)
	if !ok || n.ID != "super" || len(e.Args) > 0 || c.scope.Lookup("super").Storage != resolve.Global {
		return nil
	}
	find, load, at := c.superArgs(), c.load(n), e.Span()
	return func(f *frame) object.Object {
		s := load(f)
		if s == nil {
			return nil
		}
		f.At = at
		if s != object.Object(object.SuperClass) {
			v, err := object.Call(f.t, s)
			if err != nil {
				return f.fail(err, at)
			}
			return v
		}
		cls, self, err := find(f)
		if err == nil {
			var v *object.Super
			if v, err = object.NewSuper(cls, self); err == nil {
				return v
			}
		}
		return f.fail(err, at)
	}
}

// superMethod compiles the look-up of super().name for a call; nil if a is something else. A method written in Python is
// found without making the super object.
func (c *compiler) superMethod(a *syntax.Attribute) func(f *frame) (callee, self object.Object) {
	e, ok := a.Value.(*syntax.Call)
	if !ok {
		return nil
	}
	n, ok := e.Func.(*syntax.Name)
	if !ok || n.ID != "super" || len(e.Args) > 0 || len(e.Keywords) > 0 || c.scope.Lookup("super").Storage != resolve.Global {
		return nil
	}
	find, load, whole := c.superArgs(), c.load(n), c.expr(e)
	name := object.Intern(c.scope.Mangle(a.Attr))
	attr := newAttrSite(name, c.attrPlace(a))
	return func(f *frame) (callee, self object.Object) {
		if s := load(f); s == object.Object(object.SuperClass) {
			cls, self, err := find(f)
			if inst, ok := self.(*object.Instance); ok && err == nil && inst.Class().IsSubclass(cls) {
				if fn, ok := inst.Class().LookupAfter(cls, name).(*Function); ok {
					return fn, self
				}
			}
		}
		o := whole(f)
		if o == nil {
			return nil, nil
		}
		return attr.load(f, o), nil
	}
}

// superArgs compiles finding the class and the first argument that zero-argument super stands for.
func (c *compiler) superArgs() func(f *frame) (*object.Class, object.Object, error) {
	r := c.scope.Lookup("__class__")
	slot, cell := -1, -1
	if k := c.code; k != nil && k.positional+b2i(k.varargs) > 0 && c.scope.Host.IsFunction() {
		slot = 0
		for i, v := range c.scope.Host.Cells {
			if v.Param == 0 {
				cell = i
			}
		}
	}
	return func(f *frame) (*object.Class, object.Object, error) {
		if slot < 0 {
			return nil, nil, object.NewError(object.RuntimeErrorClass, "super(): no arguments")
		}
		self := f.locals[slot]
		if cell >= 0 {
			self = f.cells[cell].V
		}
		if self == nil {
			return nil, nil, object.NewError(object.RuntimeErrorClass, "super(): arg[0] deleted")
		}
		var home *Cell
		switch r.Storage {
		case resolve.Free:
			home = f.free[r.Index]
		case resolve.Cell:
			home = f.cells[r.Index]
		default:
			return nil, nil, object.NewError(object.RuntimeErrorClass, "super(): __class__ cell not found")
		}
		cls, ok := home.V.(*object.Class)
		if !ok {
			return nil, nil, object.NewError(object.RuntimeErrorClass, "super(): empty __class__ cell")
		}
		return cls, self, nil
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
