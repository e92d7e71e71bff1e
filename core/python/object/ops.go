package object

// Truth returns bool(o).
func Truth(t *Thread, o Object) (bool, error) {
	switch x := o.(type) {
	case Bool:
		return bool(x), nil
	case *NoneType:
		return false, nil
	case Int:
		return x != 0, nil
	case Float:
		return x != 0, nil
	case *Str:
		return x.s != "", nil
	case Truther:
		return x.Truth(t)
	case *Instance:
		return instanceTruth(t, x)
	case *Class: // a metaclass may have __bool__ or __len__
		if x.Meta == nil {
			return true, nil
		}
		return instanceTruth(t, x)
	case *Exception:
		if x.class.immutable {
			return true, nil
		}
		return instanceTruth(t, x)
	case Lener:
		return x.Len() != 0, nil
	}
	return true, nil
}

func instanceTruth(t *Thread, o Object) (bool, error) {
	if v, ok, err := callSpecial(t, o, nameBool); ok {
		if err != nil {
			return false, err
		}
		b, isBool := v.(Bool)
		if !isBool {
			return false, TypeError("__bool__ should return bool, returned %s", v.Class().MessageName())
		}
		return bool(b), nil
	}
	if v, ok, err := callSpecial(t, o, nameLen); ok {
		if err != nil {
			return false, err
		}
		n, err := lengthOf(t, v)
		return n != 0, err
	}
	return true, nil
}

func lengthOf(t *Thread, v Object) (int, error) {
	n, err := Index(t, v)
	if IsKind(err, OverflowErrorClass) {
		return 0, NewError(OverflowErrorClass, "cannot fit '%s' into an index-sized integer", v.Class().MessageName())
	}
	if err != nil {
		return 0, err
	}
	if n < 0 {
		return 0, ValueError("__len__() should return >= 0")
	}
	return n, nil
}

// Len returns len(o).
func Len(t *Thread, o Object) (int, error) {
	if l, ok := o.(Lener); ok {
		return l.Len(), nil
	}
	v, ok, err := callSpecial(t, o, nameLen)
	if !ok {
		return 0, TypeError("object of type '%s' has no len()", o.Class().MessageName())
	}
	if err != nil {
		return 0, err
	}
	return lengthOf(t, v)
}

// Index returns the int that o stands for as an index or size, by __index__. Values outside Go's int give OverflowError.
func Index(t *Thread, o Object) (int, error) {
	v, err := AsIndex(t, o)
	if err != nil {
		return 0, err
	}
	switch x := v.(type) {
	case Int:
		return int(x), nil
	case Bool:
		if x {
			return 1, nil
		}
		return 0, nil
	}
	return 0, NewError(OverflowErrorClass, "Python int too large to convert to C ssize_t")
}

// AsIndex returns the Int or *BigInt (or Bool) that o stands for by __index__, or TypeError.
func AsIndex(t *Thread, o Object) (Object, error) {
	switch x := Of(o).(type) {
	case Int, Bool, *BigInt:
		return x, nil
	}
	v, ok, err := callSpecial(t, o, nameIndex)
	if !ok {
		return nil, TypeError("'%s' object cannot be interpreted as an integer", o.Class().MessageName())
	}
	if err != nil {
		return nil, err
	}
	switch x := Of(v).(type) {
	case Int, Bool, *BigInt:
		return x, nil
	}
	return nil, TypeError("__index__ returned non-int (type %s)", v.Class().MessageName())
}

// Binary returns a op b.
func Binary(t *Thread, op BinaryOp, a, b Object) (Object, error) {
	names := &binaryNames[op]
	ca, cb := a.Class(), b.Class()
	reflectedFirst := ca != cb && cb.IsSubclass(ca) && cb.Lookup(names.reflected) != nil &&
		cb.Lookup(names.reflected) != ca.Lookup(names.reflected)
	if reflectedFirst {
		if v, err := operand(t, op, b, a, true); v != NotImplemented || err != nil {
			return v, err
		}
	}
	if v, err := operand(t, op, a, b, false); v != NotImplemented || err != nil {
		return v, err
	}
	// One class on both sides: its reflected method is not tried, except for a Go type, which may know one side only.
	if _, native := b.(BinaryOperand); !reflectedFirst && (ca != cb || native) {
		if v, err := operand(t, op, b, a, true); v != NotImplemented || err != nil {
			return v, err
		}
	}
	return nil, refuseOperands(op, a, b)
}

// operand asks self for self op other (or other op self when reflected).
func operand(t *Thread, op BinaryOp, self, other Object, reflected bool) (Object, error) {
	if n, ok := self.(BinaryOperand); ok {
		return n.Binary(t, op, other, reflected)
	}
	name := binaryNames[op].method
	if reflected {
		name = binaryNames[op].reflected
	}
	if b, ok := self.Class().Lookup(name).(*Builtin); ok && b.owner != nil && b.unwrap {
		// A subclass that inherits it: the other operand has its turn before a sequence's own method complains.
		if n, ok := Of(self).(BinaryOperand); ok && b.owner == n.(Object).Class() {
			return n.Binary(t, op, other, reflected)
		}
	}
	v, ok, err := callSpecial(t, self, name, other)
	if !ok {
		return NotImplemented, nil
	}
	return v, err
}

// InplaceBinary returns the new value of a for a op= b.
func InplaceBinary(t *Thread, op BinaryOp, a, b Object) (Object, error) {
	if n, ok := a.(InplaceOperand); ok {
		if v, err := n.Inplace(t, op, b); v != NotImplemented || err != nil {
			return v, err
		}
	} else if v, ok, err := callSpecial(t, a, binaryNames[op].inplace, b); ok && (err != nil || v != NotImplemented) {
		return v, err
	}
	v, err := Binary(t, op, a, b)
	if e := AsException(err); e != nil && e.class == TypeErrorClass && e.Subject == nil {
		symbol := binaryNames[op].symbol
		if op == Pow && e.Message() == unsupported("** or pow()", a, b) {
			return nil, TypeError("%s", unsupported("**=", a, b))
		}
		if e.Message() == unsupported(symbol, a, b) {
			return nil, TypeError("%s", unsupported(symbol+"=", a, b))
		}
	}
	return v, err
}

func unsupported(symbol string, a, b Object) string {
	return "unsupported operand type(s) for " + symbol + ": '" + a.Class().MessageName() + "' and '" + b.Class().MessageName() + "'"
}

// Unary returns op o.
func Unary(t *Thread, op UnaryOp, o Object) (Object, error) {
	if n, ok := o.(UnaryOperand); ok {
		if v, err := n.Unary(t, op); v != NotImplemented || err != nil {
			return v, err
		}
	} else if v, ok, err := callSpecial(t, o, unaryNames[op].method); ok {
		return v, err
	}
	return nil, TypeError("bad operand type for %s: '%s'", unaryNames[op].symbol, o.Class().MessageName())
}

// Compare returns a op b, which need not be a bool.
func Compare(t *Thread, op CompareOp, a, b Object) (Object, error) {
	if err := t.Deeper(); err != nil {
		return nil, deeperIn(err, " in comparison")
	}
	defer t.Shallower()
	ca, cb := a.Class(), b.Class()
	swapped := ca != cb && cb.IsSubclass(ca) && cb.Lookup(compareNames[op.Swapped()].method) != ca.Lookup(compareNames[op.Swapped()].method)
	if swapped {
		if v, err := compareOne(t, op.Swapped(), b, a); v != NotImplemented || err != nil {
			return v, err
		}
	}
	if v, err := compareOne(t, op, a, b); v != NotImplemented || err != nil {
		return v, err
	}
	if !swapped {
		if v, err := compareOne(t, op.Swapped(), b, a); v != NotImplemented || err != nil {
			return v, err
		}
	}
	switch op {
	case Eq:
		return Bool(Is(a, b)), nil
	case Ne:
		return Bool(!Is(a, b)), nil
	}
	return nil, TypeError("'%s' not supported between instances of '%s' and '%s'", op.Symbol(), ca.MessageName(), cb.MessageName())
}

func compareOne(t *Thread, op CompareOp, a, b Object) (Object, error) {
	if n, ok := a.(Comparable); ok {
		return n.Compare(t, op, b)
	}
	v, ok, err := callSpecial(t, a, compareNames[op].method, b)
	if ok {
		return v, err
	}
	return NotImplemented, nil
}

// Equal reports whether a and b are the same object or a == b is true, as containers compare their items.
func Equal(t *Thread, a, b Object) (bool, error) {
	if Is(a, b) {
		return true, nil
	}
	v, err := Compare(t, Eq, a, b)
	if err != nil {
		return false, err
	}
	return Truth(t, v)
}

// Less reports whether a < b, as sort does.
func Less(t *Thread, a, b Object) (bool, error) {
	v, err := Compare(t, Lt, a, b)
	if err != nil {
		return false, err
	}
	return Truth(t, v)
}

// Contains reports item in o.
func Contains(t *Thread, o, item Object) (bool, error) {
	switch x := o.(type) { // in WebAssembly it is dear to ask a value for an interface
	case *Str:
		return x.Contains(t, item)
	case *Dict:
		return x.Contains(t, item)
	}
	if c, ok := o.(Container); ok {
		return c.Contains(t, item)
	}
	if o.Class().Lookup(nameContains) == None {
		return false, TypeError("'%s' object is not a container", o.Class().MessageName())
	}
	if v, ok, err := callSpecial(t, o, nameContains, item); ok {
		if err != nil {
			return false, err
		}
		return Truth(t, v)
	}
	found, items := false, o
	if !o.Class().Immutable() { // any TypeError of its __iter__ says that it has none
		it, err := Iter(t, o)
		if IsKind(err, TypeErrorClass) {
			return false, TypeError("argument of type '%s' is not iterable", o.Class().MessageName())
		} else if err != nil {
			return false, err
		}
		items = it
	}
	err := Iterate(t, items, func(v Object) (bool, error) {
		same, err := Equal(t, v, item)
		found = same
		return !same, err
	})
	if IsKind(err, TypeErrorClass) && !isIterable(o) {
		return false, TypeError("argument of type '%s' is not iterable", o.Class().MessageName())
	}
	return found, err
}

func isIterable(o Object) bool {
	if _, ok := o.(Iterable); ok {
		return true
	}
	c := o.Class()
	return c.Lookup(nameIter) != nil || c.Lookup(nameGetItem) != nil && c.flags&mapping == 0
}

// GetItem returns o[key].
func GetItem(t *Thread, o, key Object) (Object, error) {
	switch x := o.(type) {
	case Indexable:
		return x.GetItem(t, key)
	case *Class:
		return x.subscript(t, key)
	}
	v, ok, err := callSpecial(t, o, nameGetItem, key)
	if ok {
		return v, err
	}
	return nil, TypeError("'%s' object is not subscriptable", o.Class().MessageName())
}

// subscript is Class[key]: the metaclass's __getitem__, or __class_getitem__.
func (c *Class) subscript(t *Thread, key Object) (Object, error) {
	if v, ok, err := callSpecial(t, c, nameGetItem, key); ok {
		return v, err
	}
	m := c.Lookup(nameClassGetItem)
	if c == TypeClass {
		return NewGenericAlias(c, key), nil
	}
	if m == nil {
		return nil, TypeError("type '%s' is not subscriptable", c.Name)
	}
	bound, err := bind(t, m, nil, c)
	if err != nil {
		return nil, err
	}
	if f, ok := bound.(MethodCaller); ok {
		if _, isMethod := bound.(*Method); !isMethod { // a plain function named __class_getitem__ is a class method
			return f.CallMethod(t, c, Args{Pos: []Object{key}})
		}
	}
	return Call(t, bound, key)
}

// SetItem does o[key] = v.
func SetItem(t *Thread, o, key, v Object) error {
	if x, ok := o.(IndexSettable); ok {
		return x.SetItem(t, key, v)
	}
	if _, ok, err := callSpecial(t, o, nameSetItem, key, v); ok {
		return err
	}
	return TypeError("'%s' object does not support item assignment", o.Class().MessageName())
}

// DelItem does del o[key].
func DelItem(t *Thread, o, key Object) error {
	if x, ok := o.(IndexSettable); ok {
		return x.SetItem(t, key, nil)
	}
	if _, ok, err := callSpecial(t, o, nameDelItem, key); ok {
		return err
	}
	switch Of(o).(type) {
	case *Instance, *Tuple, *Str, *Bytes, *Range:
		if isIndex(key) {
			return TypeError("'%s' object doesn't support item deletion", o.Class().MessageName())
		}
	}
	return TypeError("'%s' object does not support item deletion", o.Class().MessageName())
}

// Repr returns repr(o).
func Repr(t *Thread, o Object) (string, error) {
	if r, ok := o.(Reprer); ok {
		return r.Repr(t)
	}
	v, ok, err := callSpecial(t, o, nameRepr)
	if !ok {
		return DefaultRepr(t, o), nil
	}
	return textOf(v, err, "__repr__")
}

// DefaultRepr is object.__repr__.
func DefaultRepr(t *Thread, o Object) string {
	return "<" + o.Class().FullName() + " object at 0x" + hex(t.ID(o)) + ">"
}

func hex(n uint64) string {
	const digits = "0123456789abcdef"
	var b [16]byte
	i := len(b)
	for ; n > 0 || i == len(b); n >>= 4 {
		i--
		b[i] = digits[n&15]
	}
	return string(b[i:])
}

func textOf(v Object, err error, method string) (string, error) {
	if err != nil {
		return "", err
	}
	if s, ok := Of(v).(*Str); ok {
		return s.s, nil
	}
	return "", TypeError("%s returned non-string (type %s)", method, v.Class().MessageName())
}

// ToStr returns str(o).
func ToStr(t *Thread, o Object) (string, error) {
	switch x := o.(type) {
	case *Str:
		return x.s, nil
	case Stringer:
		return x.Str(t)
	case *Instance, *Exception, *Class:
		v, ok, err := callSpecial(t, o, nameStr)
		if ok {
			return textOf(v, err, "__str__")
		}
	}
	return Repr(t, o)
}

// Hash returns hash(o) as an unsigned number, or TypeError for an unhashable object.
func Hash(t *Thread, o Object) (uint64, error) {
	switch x := o.(type) {
	case *Str:
		return x.hashValue(), nil
	case Int:
		return hashInt(int64(x)), nil
	case Hasher:
		return x.Hash(t)
	}
	m := o.Class().Lookup(nameHash)
	if m == nil || m == None {
		e := TypeError("unhashable type: '%s'", o.Class().MessageName())
		e.Subject = o
		return 0, e
	}
	v, _, err := callSpecial(t, o, nameHash)
	if err != nil {
		return 0, err
	}
	if n, ok := v.(Int); ok && n != -1 { // taken as it is: hash() of a str or tuple uses all bits
		return uint64(n), nil
	}
	h, ok := Of(v).(Hasher)
	if !ok || !v.Class().IsSubclass(IntClass) {
		return 0, TypeError("__hash__ method should return an integer")
	}
	return h.Hash(t)
}
