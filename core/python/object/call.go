package object

import "sync/atomic"

// Args are the arguments of one call. The callee must copy Pos if it keeps it: the caller may use its memory again.
type Args struct {
	Pos []Object
	Kw  []Kwarg
}

// Kwarg is one keyword argument.
type Kwarg struct {
	Name  *Str
	Value Object
}

// Empty reports whether there are no arguments.
func (a Args) Empty() bool { return len(a.Pos) == 0 && len(a.Kw) == 0 }

// Get returns the keyword argument name, or nil.
func (a Args) Get(name string) Object {
	for _, k := range a.Kw {
		if k.Name.s == name {
			return k.Value
		}
	}
	return nil
}

// Prepend returns the arguments with o before the positional ones.
func (a Args) Prepend(o Object) Args {
	pos := make([]Object, 0, len(a.Pos)+1)
	return Args{append(append(pos, o), a.Pos...), a.Kw}
}

// Positional makes Args of positional arguments only.
func Positional(args ...Object) Args { return Args{Pos: args} }

// Callable is an object that Go code can call directly.
type Callable interface {
	Object
	Call(t *Thread, a Args) (Object, error)
}

// Call calls f with positional arguments.
func Call(t *Thread, f Object, args ...Object) (Object, error) {
	return CallArgs(t, f, Args{Pos: args})
}

// CallArgs calls f.
func CallArgs(t *Thread, f Object, a Args) (Object, error) {
	if c, ok := f.(Callable); ok {
		return c.Call(t, a)
	}
	if m, err := special(t, f, nameCall); m != nil || err != nil {
		if err != nil {
			return nil, err
		}
		if err := t.Deeper(); err != nil {
			return nil, err
		}
		defer t.Shallower()
		return CallArgs(t, m, a)
	}
	e := TypeError("'%s' object is not callable", f.Class().MessageName())
	e.Subject = f
	return nil, e
}

// CallMethod calls the attribute name of o with positional arguments.
func CallMethod(t *Thread, o Object, name string, args ...Object) (Object, error) {
	m, err := GetAttr(t, o, Intern(name))
	if err != nil {
		return nil, err
	}
	return CallArgs(t, m, Args{Pos: args})
}

// IsCallable reports whether callable(o) is true.
func IsCallable(o Object) bool {
	if _, ok := o.(Callable); ok {
		return true
	}
	return o.Class().Lookup(nameCall) != nil
}

// Call instantiates the class: the metaclass's __call__ if a program wrote one, else OnCall, else __new__ and __init__.
func (c *Class) Call(t *Thread, a Args) (Object, error) {
	if c.Meta != nil && c.Meta != TypeClass {
		if m := c.Meta.Lookup(nameCall); m != nil && overriding(c.Meta, nameCall) != nil {
			return callBound(t, m, c, a)
		}
	}
	return c.Instantiate(t, a)
}

// Instantiate is type.__call__: it makes an object and initialises it.
func (c *Class) Instantiate(t *Thread, a Args) (Object, error) {
	for _, k := range c.MRO {
		if k.OnCall != nil {
			return k.OnCall(t, c, a)
		}
	}
	return c.Construct(t, a)
}

// Construct is the plain "__new__, then __init__ if that gave an instance", for an OnCall that wants to go on as usual.
func (c *Class) Construct(t *Thread, a Args) (Object, error) {
	o, err := c.makeNew(t, a)
	if err != nil {
		return nil, err
	}
	if !o.Class().IsSubclass(c) {
		return o, nil
	}
	init := o.Class().Lookup(nameInit)
	if init == nil || init == Object(objectInit) && a.Empty() {
		return o, nil
	}
	r, err := callBound(t, init, o, a)
	if err != nil {
		return nil, err
	}
	if r != None {
		return nil, TypeError("__init__() should return None, not '%s'", r.Class().MessageName())
	}
	if i, ok := o.(*Instance); ok {
		i.noteRoom()
	}
	return o, nil
}

// makeNew runs __new__: the program's own if one stands before the native New in the MRO.
func (c *Class) makeNew(t *Thread, a Args) (Object, error) {
	for _, k := range c.MRO {
		if v := k.dict.getStr(nameNew); v != nil && !k.immutable {
			if s, ok := v.(*StaticMethod); ok {
				v = s.Func
			}
			return CallArgs(t, v, a.Prepend(c))
		}
		if k == ObjectClass && c.immutable && c.flags&final != 0 {
			break
		}
		if k.New != nil {
			return k.New(t, c, a)
		}
	}
	return nil, TypeError("cannot create '%s' instances", c.Name)
}

// callBound calls m, found on a class, as a method of self.
func callBound(t *Thread, m, self Object, a Args) (Object, error) {
	switch f := m.(type) {
	case *Builtin:
		return f.callSelf(t, self, a)
	case MethodCaller:
		return f.CallMethod(t, self, a)
	}
	bound, err := bind(t, m, self, self.Class())
	if err != nil {
		return nil, err
	}
	return CallArgs(t, bound, a)
}

// MethodCaller is a Callable that takes self beside the other arguments without a new slice; package interp's functions
// implement it.
type MethodCaller interface {
	Callable
	CallMethod(t *Thread, self Object, a Args) (Object, error)
}

// Builtin is a function written in Go.
type Builtin struct {
	Name string
	// Sig is the parameter list as Python would write it, "(iterable, /, *, key=None, reverse=False)". Of a method it
	// begins with self. See ParseSignature for what may stand in it.
	Sig string
	Doc string
	// Fn receives one value per parameter in the order of Sig: *args as a *Tuple, **kwargs as a *Dict, and nil for a
	// parameter with default "?" that was not given.
	Fn func(t *Thread, a []Object) (Object, error)
	// Raw, if set, receives the arguments unbound instead of Fn.
	Raw func(t *Thread, a Args) (Object, error)
	// Setter, if set on a __setattr__, does the same as calling it.
	Setter func(t *Thread, self Object, name *Str, v Object) error
	// Module is the name of the defining module, for __module__ and repr.
	Module string

	owner  *Class // of a method
	unwrap bool   // self is passed as Of(self)
	// keepsSelf asks Methods for self as it is, also where subclass instances have their value in Native.
	keepsSelf bool
	ofClass   *Class // of a class method: where it is defined; the first parameter is the class it is called on
	static    bool
	counted   bool // see Counted
	plain     bool // a program sees a function; see AsFunction
	lent      bool // see Placed
	parsed    atomic.Pointer[Signature]
	attrs     *Dict
}

// Func makes a function.
//
//go:noinline
func Func(name, sig, doc string, fn func(t *Thread, a []Object) (Object, error)) *Builtin {
	return &Builtin{Name: name, Sig: sig, Doc: doc, Fn: fn}
}

// RawFunc makes a function that binds its own arguments.
//
//go:noinline
func RawFunc(name, sig, doc string, fn func(t *Thread, a Args) (Object, error)) *Builtin {
	return &Builtin{Name: name, Sig: sig, Doc: doc, Raw: fn}
}

// Class returns builtin_function_or_method, or the descriptor type of a method.
func (b *Builtin) Class() *Class {
	switch {
	case b.plain:
		return LibraryFunctionClass
	case b.owner == nil || b.static:
		return BuiltinClass
	case !b.owner.immutable: // a library's class, whose methods are written in Python
		return LibraryFunctionClass
	case b.fillsSlot():
		return WrapperDescrClass
	}
	return MethodDescrClass
}

// slotted reports whether the function stands for a slot of a class, so that Python's operators call it.
func (b *Builtin) slotted() bool { return !b.plain && b.owner != nil && !b.static && b.fillsSlot() }

// plainSpecials are special methods that CPython defines as ordinary methods of a type and not for a slot.
var plainSpecials = map[string]bool{
	"__format__": true, "__ceil__": true, "__floor__": true, "__round__": true, "__trunc__": true, "__reversed__": true,
	"__getnewargs__": true, "__sizeof__": true, "__reduce__": true, "__reduce_ex__": true, "__dir__": true, "__getstate__": true,
	"__setstate__": true, "__copy__": true, "__deepcopy__": true, "__missing__": true, "__complex__": true, "__bytes__": true,
	"__length_hint__": true, "__enter__": true, "__exit__": true, "__instancecheck__": true, "__subclasscheck__": true,
	"__subclasses__": true, "__set_name__": true, "__mro_entries__": true,
}

// fillsSlot reports whether a method is one of those that CPython wraps around a slot of the type.
func (b *Builtin) fillsSlot() bool {
	if len(b.Name) <= 4 || b.Name[:2] != "__" || plainSpecials[b.Name] {
		return false
	}
	switch b.Name {
	case "__getitem__":
		return b.owner != ListClass && b.owner != DictClass
	case "__contains__":
		return b.owner != DictClass && b.owner != SetClass && b.owner != FrozenSetClass
	}
	return true
}

// AttrDict returns the attributes that a program set on the function; a function of Go keeps them per process, so only
// the session's own functions should be given any.
func (b *Builtin) AttrDict(create bool) *Dict {
	if b.attrs == nil && create {
		b.attrs = NewDict()
	}
	return b.attrs
}

// Owner returns the class that a method belongs to, or nil.
func (b *Builtin) Owner() *Class { return b.owner }

// Signature returns the parsed parameter list.
func (b *Builtin) Signature() *Signature {
	s := b.parsed.Load()
	if s == nil { // read at the first call: a session uses few of the functions there are
		s = ParseSignature(b.Sig)
		b.parsed.Store(s)
	}
	return s
}

// Call calls the function; of a method the first argument is self.
func (b *Builtin) Call(t *Thread, a Args) (Object, error) {
	if b.owner == nil || b.static {
		return b.invoke(t, nil, a)
	}
	if len(a.Pos) == 0 {
		if b.slotted() {
			return nil, TypeError("descriptor '%s' of '%s' object needs an argument", b.Name, b.owner.Name)
		}
		if !b.owner.Immutable() { // of a class that a library declares, whose methods are Python's in the original
			return nil, TypeError("%s.%s() missing 1 required positional argument: 'self'", b.owner.Name, b.Name)
		}
		return nil, TypeError("unbound method %s.%s() needs an argument", b.owner.Name, b.Name)
	}
	return b.callSelf(t, a.Pos[0], Args{a.Pos[1:], a.Kw})
}

// CallMethod calls a method with self given apart.
func (b *Builtin) CallMethod(t *Thread, self Object, a Args) (Object, error) {
	return b.callSelf(t, self, a)
}

func (b *Builtin) callSelf(t *Thread, self Object, a Args) (Object, error) {
	if b.ofClass != nil {
		return b.invoke(t, self, a)
	}
	if b.owner == nil || b.static {
		return b.invoke(t, nil, a.Prepend(self))
	}
	if !self.Class().IsSubclass(b.owner) {
		if b.slotted() {
			return nil, TypeError("descriptor '%s' requires a '%s' object but received a '%s'",
				b.Name, b.owner.Name, self.Class().MessageName())
		}
		return nil, TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
			b.Name, b.owner.Name, self.Class().MessageName())
	}
	if b.unwrap {
		self = Of(self)
		if _, bare := self.(*Instance); bare { // made past the built-in base's own New
			return nil, TypeError("'%s' object has no %s inside: its __new__ did not call that of the base",
				self.Class().Name, b.owner.Name)
		}
	}
	return b.invoke(t, self, a)
}

func (b *Builtin) invoke(t *Thread, self Object, a Args) (Object, error) {
	if b.Raw != nil {
		if self != nil {
			a = a.Prepend(self)
		}
		return b.returned(b.Raw(t, a))
	}
	sig := b.Signature()
	values := make([]Object, len(sig.Params))
	if !sig.exact(self, a, values) {
		if err := b.checkCount(self, a); err != nil {
			return nil, err
		}
		var err error
		name := b.Name
		if name == "__init__" && b.owner != nil && b.owner.immutable && b.owner.module == "builtins" {
			name = b.owner.Name
		}
		if values, err = sig.Bind(t, name, self, a, values[:0]); err != nil {
			return nil, err
		}
	}
	return b.returned(b.Fn(t, values))
}

// lends reports whether the methods of a class keep nothing of the slice of their arguments.
func lends(c *Class) bool {
	switch c {
	case StrClass, ListClass, DictClass, TupleClass, SetClass, IntClass, FloatClass:
		return true
	}
	return false
}

// Places returns the parameters of a method that can be called by CallPlaced with n positions behind self, or nil.
func (b *Builtin) Places(n int) []Param {
	if !b.lent || b.Raw != nil {
		return nil
	}
	sig := b.Signature()
	if sig.positional != len(sig.Params) || 1+n > len(sig.Params) {
		return nil
	}
	for _, p := range sig.Params[1+n:] {
		if p.Default == nil && !p.Hidden {
			return nil
		}
	}
	return sig.Params
}

// CallPlaced calls a method with a value for each of its Places, self first. The slice can be used again when it returns.
func (b *Builtin) CallPlaced(t *Thread, values []Object) (Object, error) {
	v, err := b.Fn(t, values)
	if v == nil && err == nil {
		return b.returned(nil, nil)
	}
	return v, err
}

// returned refuses a function that gives neither a value nor an error: the interpreter would take that for an error that it
// has been told of.
func (b *Builtin) returned(v Object, err error) (Object, error) {
	if v == nil && err == nil {
		return nil, NewError(SystemErrorClass, "%s returned NULL without setting an exception", b.label())
	}
	return v, err
}

// label names the function with the class that has it.
func (b *Builtin) label() string {
	if b.owner != nil {
		return b.owner.Name + "." + b.Name
	}
	return b.Name
}

// checkCount words the errors of functions that take no argument or one, and of special methods, as CPython does: it
// has calling conventions of their own for them.
func (b *Builtin) checkCount(self Object, a Args) error {
	first := 0
	if self != nil {
		first = 1
	}
	s, given := b.Signature(), len(a.Pos)
	special := b.slotted()
	switch {
	case len(a.Kw) > 0 && !s.named(first) && special:
		return TypeError("wrapper %s() takes no keyword arguments", b.Name)
	case len(a.Kw) > 0 && !s.named(first) && (b.counted || len(s.Params) > first && s.Params[len(s.Params)-1].Kind == VarPositional):
		return TypeError("%s() takes no keyword arguments", b.Name)
	case len(a.Kw) > 0 && !s.named(first):
		return TypeError("%s() takes no keyword arguments", b.functionName())
	case s.fixed(first, 0) && given > 0 && !special:
		return TypeError("%s() takes no arguments (%d given)", b.functionName(), given)
	case s.fixed(first, 1) && given != 1 && !special:
		return TypeError("%s() takes exactly one argument (%d given)", b.functionName(), given)
	case special && b.Name == "__init__" && given != len(s.Params)-first && (b.owner == ClassMethodClass || b.owner == StaticMethodClass):
		return TypeError("%s expected %s, got %d", b.owner.Name, argumentCount(len(s.Params)-first), given)
	case special && s.fixed(first, len(s.Params)-first) && given != len(s.Params)-first:
		return TypeError("%sexpected %s, got %d", b.unpackedName(), argumentCount(len(s.Params)-first), given)
	case special && b.Name == "__pow__" && given == 0:
		return TypeError(" expected at least 1 argument, got 0")
	case special && b.Name == "__pow__" && given > 2:
		return TypeError(" expected at most 2 arguments, got %d", given)
	case b.counted && given < s.required(first):
		return TypeError("%s() takes at least %s (%d given)", b.Name, argumentCount(s.required(first)), given)
	case b.counted && given > len(s.Params)-first:
		return TypeError("%s() takes at most %s (%d given)", b.Name, argumentCount(len(s.Params)-first), given)
	}
	return nil
}

// unpackedName stands before the count in the errors of slots whose arguments CPython unpacks as those of a function
// without a name.
func (b *Builtin) unpackedName() string {
	switch b.Name {
	case "__setitem__", "__set__", "__setattr__":
		return " "
	case "__mul__", "__rmul__", "__imul__":
		for _, c := range []*Class{ListClass, TupleClass, StrClass, BytesClass, ByteArrayClass} {
			if b.owner == c {
				return " "
			}
		}
	}
	return ""
}

// Counted makes a function of positional arguments say how many it takes as those do that CPython reads by a format.
func (b *Builtin) Counted() *Builtin {
	b.counted = true
	return b
}

// functionName is the name with the class or module it belongs to.
func (b *Builtin) functionName() string {
	switch {
	case b.owner != nil:
		return b.owner.Name + "." + b.Name
	case b.ofClass != nil:
		return b.ofClass.Name + "." + b.Name
	case b.Module != "" && b.Module != "builtins":
		return b.Module + "." + b.Name
	}
	return b.Name
}

// DescrGet binds a method to its instance.
func (b *Builtin) DescrGet(_ *Thread, inst Object, _ *Class) (Object, error) {
	if inst == nil || b.owner == nil || b.static {
		return b, nil
	}
	return &Method{Self: inst, Func: b}, nil
}

// Method is a bound method, of a program's function or of a Builtin.
type Method struct {
	Self Object
	Func Object
}

// Class returns method, or builtin_function_or_method for a Go function.
func (m *Method) Class() *Class {
	b, ok := m.Func.(*Builtin)
	if ok && b.plain {
		return MethodClass
	}
	if ok && b.ofClass != nil && b.ofClass.immutable {
		return BuiltinClass
	}
	if ok && b.owner != nil && b.owner.immutable {
		if b.slotted() {
			return MethodWrapperClass
		}
		return BuiltinClass
	}
	return MethodClass
}

// Call calls the function with Self first.
func (m *Method) Call(t *Thread, a Args) (Object, error) {
	switch f := m.Func.(type) {
	case *Builtin:
		return f.callSelf(t, m.Self, a)
	case MethodCaller:
		return f.CallMethod(t, m.Self, a)
	}
	if err := t.Deeper(); err != nil { // a method of a method of a method
		return nil, err
	}
	defer t.Shallower()
	return CallArgs(t, m.Func, a.Prepend(m.Self))
}

// KeepSelf makes a method of a class with a payload receive an instance of a subclass as it is, not the value inside.
func (b *Builtin) KeepSelf() *Builtin {
	b.keepsSelf = true
	return b
}

// Methods adds methods to a class. Names and signatures as for Func; the first parameter is self. For a built-in class
// whose subclasses carry its value in Instance.Native, self arrives as that value.
func (c *Class) Methods(list ...*Builtin) *Class {
	for _, b := range list {
		b.owner = c
		b.unwrap = c.flags&payload != 0 && !b.keepsSelf
		b.lent = lends(c)
		c.dict.setStr(Intern(b.Name), b)
	}
	return c
}

// Static adds static methods to a class.
func (c *Class) Static(list ...*Builtin) *Class {
	for _, b := range list {
		c.dict.setStr(Intern(b.Name), &StaticMethod{Func: b})
	}
	return c
}

// ClassMethods adds class methods; their first parameter is the class.
func (c *Class) ClassMethods(list ...*Builtin) *Class {
	for _, b := range list {
		b.ofClass = c
		c.dict.setStr(Intern(b.Name), &ClassMethod{Func: b})
	}
	return c
}

// Getter adds a read-only attribute computed by Go.
func (c *Class) Getter(name, doc string, get func(t *Thread, self Object) (Object, error)) *Class {
	c.dict.setStr(Intern(name), &GetSet{Name: name, Doc: doc, owner: c, Get: get})
	return c
}

// GetterSetter adds an attribute computed by Go that can be set; set gets nil for del.
func (c *Class) GetterSetter(name, doc string, get func(t *Thread, self Object) (Object, error),
	set func(t *Thread, self, v Object) error) *Class {
	c.dict.setStr(Intern(name), &GetSet{Name: name, Doc: doc, owner: c, Get: get, Set: set})
	return c
}

// NewType makes a built-in class for a Go type that another package defines. Its attributes cannot be set by programs.
func NewType(name, module string, base *Class) *Class {
	if base == nil {
		base = ObjectClass
	}
	c := newBuiltinSubclass(name, base, 0)
	c.module = module
	return c
}

// Final forbids subclasses.
func (c *Class) Final() *Class { c.flags |= final; return c }

// WithPayload lets programs subclass the type: their instances carry the Go value in Instance.Native.
func (c *Class) WithPayload() *Class { c.flags |= payload; return c }
