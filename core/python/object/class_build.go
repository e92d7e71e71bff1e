package object

// A class statement runs in four steps, of which the interpreter does the third: ResolveBases, MetaclassOf and
// PrepareNamespace, the body, BuildClass. A call type(name, bases, namespace) is BuildClass's last part alone.

var (
	nameMroEntries = Intern("__mro_entries__")
	nameOrigBases  = Intern("__orig_bases__")
	namePrepare    = Intern("__prepare__")
	nameWeakRef    = Intern("__weakref__")
	nameSlots      = Intern("__slots__")
	nameClassCell  = Intern("__classcell__")
)

// CellSetter is a variable cell. The one that a class body leaves as __classcell__ receives the finished class.
type CellSetter interface {
	Object
	SetCell(v Object)
}

// ResolveBases replaces each base that is no class but has __mro_entries__ (list[int]) by what that returns. changed
// tells that the result is not the bases as written, which then belong in __orig_bases__.
func ResolveBases(t *Thread, bases []Object) (resolved []Object, changed bool, err error) {
	for i, b := range bases {
		if _, ok := b.(*Class); ok {
			if changed {
				resolved = append(resolved, b)
			}
			continue
		}
		m, err := LookupAttr(t, b, nameMroEntries)
		if err != nil && !IsKind(err, AttributeErrorClass) {
			return nil, false, err
		}
		if m == nil || err != nil {
			if changed {
				resolved = append(resolved, b)
			}
			continue
		}
		v, err := Call(t, m, NewTuple(append([]Object(nil), bases...)...))
		if err != nil {
			return nil, false, err
		}
		entries, ok := Of(v).(*Tuple)
		if !ok {
			return nil, false, TypeError("__mro_entries__ must return a tuple")
		}
		if !changed {
			changed = true
			resolved = append(resolved, bases[:i]...)
		}
		resolved = append(resolved, entries.Items...)
	}
	if !changed {
		return bases, false, nil
	}
	return resolved, true, nil
}

// MetaclassOf returns what a class statement calls to make the class: meta is its metaclass argument, nil when not
// given. Of metaclasses that are classes the most derived wins; bases are already resolved.
func MetaclassOf(meta Object, bases []Object) (Object, error) {
	if meta == nil {
		if len(bases) == 0 {
			return TypeClass, nil
		}
		meta = bases[0].Class()
	}
	m, ok := meta.(*Class)
	if !ok || !m.IsSubclass(TypeClass) {
		return meta, nil
	}
	return winner(m, bases)
}

func winner(m *Class, bases []Object) (*Class, error) {
	for _, b := range bases {
		k := b.Class()
		switch {
		case m.IsSubclass(k):
		case k.IsSubclass(m):
			m = k
		default:
			return nil, TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) " +
				"subclass of the metaclasses of all its bases")
		}
	}
	return m, nil
}

// PrepareNamespace returns the mapping in which a class body runs: what the metaclass's __prepare__ gives, or a new
// dict.
func PrepareNamespace(t *Thread, meta Object, name string, bases []Object, kwargs []Kwarg) (Object, error) {
	if meta == Object(TypeClass) {
		return NewDict(), nil
	}
	prepare, err := LookupAttr(t, meta, namePrepare)
	if err != nil && !IsKind(err, AttributeErrorClass) {
		return nil, err
	}
	if prepare == nil || err != nil {
		return NewDict(), nil
	}
	ns, err := CallArgs(t, prepare, Args{Pos: []Object{NewStr(name), NewTuple(bases...)}, Kw: kwargs})
	if err != nil {
		return nil, err
	}
	if _, ok := ns.(*Dict); !ok && ns.Class().Lookup(nameGetItem) == nil {
		who := meta.Class().Name
		if m, ok := meta.(*Class); ok {
			who = m.Name
		}
		return nil, TypeError("%s.__prepare__() must return a mapping, not %s", who, ns.Class().MessageName())
	}
	return ns, nil
}

// BuildClass makes the class of a class statement whose body filled ns. bases are as written; kwargs are the
// statement's keyword arguments other than metaclass, which is meta, or nil.
func BuildClass(t *Thread, name string, bases []Object, ns Object, kwargs []Kwarg, meta Object) (Object, error) {
	resolved, changed, err := ResolveBases(t, bases)
	if err != nil {
		return nil, err
	}
	if changed {
		if d, ok := Of(ns).(*Dict); ok && d.getStr(nameOrigBases) == nil {
			d.setStr(nameOrigBases, NewTuple(append([]Object(nil), bases...)...))
		}
	}
	m, err := MetaclassOf(meta, resolved)
	if err != nil {
		return nil, err
	}
	if d, ok := ns.(*Dict); ok && m == Object(TypeClass) {
		return newTypeObject(t, TypeClass, name, resolved, d, kwargs)
	}
	return CallArgs(t, m, Args{Pos: []Object{NewStr(name), NewTuple(append([]Object(nil), resolved...)...), ns}, Kw: kwargs})
}

// newTypeObject is type.__new__(meta, name, bases, ns, **kwargs).
func newTypeObject(t *Thread, meta *Class, name string, bases []Object, ns *Dict, kwargs []Kwarg) (*Class, error) {
	meta, err := winner(meta, bases)
	if err != nil {
		return nil, err
	}
	classes, err := classesOf(t, bases)
	if err != nil {
		return nil, err
	}
	ns = ns.Copy()
	c, err := newClassFrom(t, meta, name, classes, ns)
	if err != nil {
		return nil, err
	}
	if cell, ok := ns.getStr(nameClassCell).(CellSetter); ok {
		ns.DelStr(nameClassCell)
		cell.SetCell(c)
	}
	return c, FinishClass(t, c, kwargs)
}

func classesOf(t *Thread, bases []Object) ([]*Class, error) {
	var classes []*Class
	for _, b := range bases {
		k, ok := b.(*Class)
		if !ok {
			if m, _ := LookupAttr(t, b, nameMroEntries); m != nil {
				return nil, TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
			}
			return nil, TypeError("bases must be types")
		}
		classes = append(classes, k)
	}
	return classes, nil
}

// newClassFrom makes the class and puts its namespace in order, before any hook of the program runs.
func newClassFrom(t *Thread, meta *Class, name string, bases []*Class, ns *Dict) (*Class, error) {
	qualname := ""
	if v := ns.getStr(nameQualname); v != nil {
		s, ok := Of(v).(*Str)
		if !ok {
			return nil, TypeError("type __qualname__ must be a str, not %s", v.Class().MessageName())
		}
		qualname = s.s
		ns.DelStr(nameQualname)
	}
	module := "builtins"
	if s, ok := ns.getStr(nameModule).(*Str); ok {
		module = s.s
	} else if t.Top != nil {
		if s, ok := t.Top.Globals.getStr(nameName).(*Str); ok {
			module = s.s
			ns.setStr(nameModule, s)
		}
	}
	slots, err := readSlots(t, ns)
	if err != nil {
		return nil, err
	}
	implicitMethods(ns)
	c, err := NewClass(t, name, module, bases, ns, meta)
	if err != nil {
		return nil, err
	}
	if err := t.Spend(int64(len(c.MRO)*len(c.Bases)) + int64(ns.Len())); err != nil {
		return nil, err
	}
	if err := t.Alloc(int64(len(c.MRO))*objectSize + 512); err != nil {
		return nil, err
	}
	c.Qualname = qualname
	if slots != nil {
		err = c.addSlots(slots)
	} else {
		c.addInstanceDict()
	}
	if ns.getStr(nameDoc) == nil {
		ns.setStr(nameDoc, None)
	}
	if ns.getStr(nameEq) != nil && ns.getStr(nameHash) == nil {
		ns.setStr(nameHash, None)
	}
	return c, err
}

// addInstanceDict gives the first class in a line of a program's classes the descriptors of what its instances have over
// those of object. Built-in types find them on object itself.
func (c *Class) addInstanceDict() {
	if c.IsSubclass(TypeClass) { // the instances are classes, whose __dict__ type has
		return
	}
	for _, k := range c.MRO[1:] {
		if k != ObjectClass && (!k.immutable && !k.HasSlots || k.IsSubclass(BaseExceptionClass)) {
			return
		}
	}
	if c.dict.getStr(nameDict) == nil {
		c.addDict()
	}
	if c.dict.getStr(nameWeakRef) == nil {
		c.addWeakRef()
	}
}

func (c *Class) addDict() {
	c.dict.setStr(nameDict, &GetSet{Name: nameDict.s, Doc: "The object's own attributes.", owner: c, Get: instanceDict, Set: assignDict})
}

func (c *Class) addWeakRef() {
	c.dict.setStr(nameWeakRef, &GetSet{Name: nameWeakRef.s, Doc: "Weak references to the object.", owner: c,
		Get: func(*Thread, Object) (Object, error) { return None, nil }})
}

// implicitMethods makes the functions of a class body that are static and class methods without saying so what they are.
func implicitMethods(ns *Dict) {
	if f := ns.getStr(nameNew); f != nil && f.Class() == FunctionClass {
		ns.setStr(nameNew, &StaticMethod{Func: f})
	}
	for _, n := range []*Str{nameInitSubclass, nameClassGetItem} {
		if f := ns.getStr(n); f != nil && f.Class() == FunctionClass {
			ns.setStr(n, &ClassMethod{Func: f})
		}
	}
}

// FinishClass runs what a new class owes the program: __set_name__ of the objects in its namespace, then
// __init_subclass__ of the class behind it in the MRO, with the class statement's keyword arguments.
func FinishClass(t *Thread, c *Class, kwargs []Kwarg) error {
	if err := callSetNames(t, c); err != nil {
		return err
	}
	init := c.LookupAfter(c, nameInitSubclass)
	if init == nil {
		return nil
	}
	bound, err := bind(t, init, nil, c)
	if err != nil {
		return err
	}
	_, err = CallArgs(t, bound, Args{Kw: kwargs})
	return err
}

func callSetNames(t *Thread, c *Class) error {
	type item struct{ k, v Object }
	var items []item // a hook may add to the class
	for k, v := range c.dict.All() {
		switch v.(type) {
		case *Instance, *Property, SetNamer:
			items = append(items, item{k, v})
		}
	}
	for _, it := range items {
		name, ok := it.k.(*Str)
		if !ok {
			continue
		}
		switch v := it.v.(type) {
		case SetNamer:
			v.SetName(name.s)
			continue
		case *Instance:
			if n, ok := v.Native.(SetNamer); ok {
				n.SetName(name.s)
			}
		}
		_, ok, err := callSpecial(t, it.v, nameSetName, c, name)
		if !ok || err == nil {
			continue
		}
		if cause := AsException(err); cause != nil {
			e := NewError(RuntimeErrorClass, "Error calling __set_name__ on '%s' instance %s in '%s'",
				it.v.Class().Name, quoted(name.s), c.Name)
			e.Cause, e.Context, e.SuppressContext = cause, cause, true
			e.Trace = append([]TraceEntry(nil), cause.Trace...)
			return e
		}
		return err
	}
	return nil
}

// SetNamer is a descriptor of Go that wants to know the name a class body binds it to.
type SetNamer interface{ SetName(name string) }

// quoted is the repr of a name in messages.
func quoted(s string) string { return "'" + s + "'" }
