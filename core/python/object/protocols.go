package object

// Protocols adds to the class the special methods that Go code implements for it: sample is any value of the type, and
// each interface of protocol.go that it satisfies gives its methods (Lener gives __len__, and so on). Of binary operators
// only those named in ops are added, with their reflected forms and, for an InplaceOperand, their in-place ones. So
// Python code sees the methods, and instances of subclasses find them by class look-up.
//
// A type that compares but has no Hasher becomes unhashable, as a Python class does that defines __eq__ alone. Call
// Protocols before Methods, so that a method written out replaces one made here.
func (c *Class) Protocols(sample Object, ops ...BinaryOp) *Class {
	if _, ok := sample.(Callable); ok {
		c.Methods(callMethod())
	}
	c.sizeProtocols(sample)
	c.iterationProtocols(sample)
	c.itemProtocols(sample)
	c.textProtocols(sample)
	c.orderProtocols(sample)
	c.operatorProtocols(sample, ops)
	return c
}

// Wrap returns v itself when cls is v's own class, and otherwise an instance of cls with v as its native value. The New of
// a built-in type with a payload ends with it.
func Wrap(cls *Class, v Object) Object {
	if cls == v.Class() {
		return v
	}
	i := NewInstance(cls)
	i.Native = v
	return i
}

// receive gives self as the interface that a special method needs.
func receive[T any](self Object, method string) (T, error) {
	v, ok := self.(T)
	if !ok {
		return v, TypeError("descriptor '%s' doesn't apply to this '%s' object", method, self.Class().MessageName())
	}
	return v, nil
}

// slot makes a special method without arguments from a call of one interface.
func slot[T any](name, doc string, call func(t *Thread, self T) (Object, error)) *Builtin {
	return Func(name, "(self, /)", doc, func(t *Thread, a []Object) (Object, error) {
		self, err := receive[T](a[0], name)
		if err != nil {
			return nil, err
		}
		return call(t, self)
	})
}

// slot1 is slot for a method with one argument.
func slot1[T any](name, param, doc string, call func(t *Thread, self T, arg Object) (Object, error)) *Builtin {
	return Func(name, "(self, "+param+", /)", doc, func(t *Thread, a []Object) (Object, error) {
		self, err := receive[T](a[0], name)
		if err != nil {
			return nil, err
		}
		return call(t, self, a[1])
	})
}

func (c *Class) sizeProtocols(sample Object) {
	if _, ok := sample.(Truther); ok {
		c.Methods(slot("__bool__", "True if the value counts as true.", func(t *Thread, self Truther) (Object, error) {
			v, err := self.Truth(t)
			return Bool(v), err
		}))
	}
	if _, ok := sample.(Lener); ok {
		c.Methods(slot("__len__", "Return len(self).", func(_ *Thread, self Lener) (Object, error) {
			return Int(self.Len()), nil
		}))
	}
}

func (c *Class) iterationProtocols(sample Object) {
	if _, ok := sample.(Iterable); ok {
		c.Methods(slot("__iter__", "Implement iter(self).", func(t *Thread, self Iterable) (Object, error) {
			return self.Iter(t)
		}))
	}
	if _, ok := sample.(Iterator); ok {
		c.Methods(slot("__next__", "Implement next(self).", func(t *Thread, self Iterator) (Object, error) {
			v, err := self.Next(t)
			if v == nil && err == nil {
				return nil, StopOf(self)
			}
			return v, err
		}))
	}
	if _, ok := sample.(Container); ok {
		c.Methods(slot1("__contains__", "key", "Return key in self.",
			func(t *Thread, self Container, key Object) (Object, error) {
				v, err := self.Contains(t, key)
				return Bool(v), err
			}))
	}
}

func (c *Class) itemProtocols(sample Object) {
	if _, ok := sample.(Indexable); ok {
		c.Methods(slot1("__getitem__", "key", "Return self[key].",
			func(t *Thread, self Indexable, key Object) (Object, error) { return self.GetItem(t, key) }))
	}
	if _, ok := sample.(IndexSettable); !ok {
		return
	}
	c.Methods(
		Func("__setitem__", "(self, key, value, /)", "Set self[key] to value.", func(t *Thread, a []Object) (Object, error) {
			self, err := receive[IndexSettable](a[0], "__setitem__")
			if err != nil {
				return nil, err
			}
			return None, self.SetItem(t, a[1], a[2])
		}),
		slot1("__delitem__", "key", "Delete self[key].", func(t *Thread, self IndexSettable, key Object) (Object, error) {
			return None, self.SetItem(t, key, nil)
		}))
}

func (c *Class) textProtocols(sample Object) {
	if _, ok := sample.(Reprer); ok {
		c.Methods(slot("__repr__", "Return repr(self).", func(t *Thread, self Reprer) (Object, error) {
			s, err := self.Repr(t)
			return NewStr(s), err
		}))
	}
	if _, ok := sample.(Stringer); ok {
		c.Methods(slot("__str__", "Return str(self).", func(t *Thread, self Stringer) (Object, error) {
			s, err := self.Str(t)
			return NewStr(s), err
		}))
	}
	if _, ok := sample.(Formatter); ok {
		b := Func("__format__", "(self, format_spec, /)", "Return format(self, format_spec).", formatSlot)
		b.keepsSelf = true
		c.Methods(b)
	}
}

// formatSlot is __format__. Without a spec an instance of a subclass is formatted by its own __str__.
func formatSlot(t *Thread, a []Object) (Object, error) {
	self, err := receive[Formatter](Of(a[0]), "__format__")
	if err != nil {
		return nil, err
	}
	spec, ok := Of(a[1]).(*Str)
	if !ok {
		return nil, TypeError("__format__() argument must be str, not %s", ArgumentTypeName(a[1]))
	}
	if i, ok := a[0].(*Instance); ok && spec.s == "" {
		text, err := ToStr(t, i)
		return NewStr(text), err
	}
	text, err := self.Format(t, spec.s)
	return NewStr(text), err
}

func (c *Class) orderProtocols(sample Object) {
	if _, ok := sample.(Comparable); ok {
		for op := Eq; op < numCompare; op++ {
			c.Methods(slot1(op.Method(), "value", "Return self"+op.Symbol()+"value.",
				func(t *Thread, self Comparable, o Object) (Object, error) { return self.Compare(t, op, o) }))
		}
	}
	if _, ok := sample.(Hasher); ok {
		c.Methods(slot("__hash__", "Return hash(self).", func(t *Thread, self Hasher) (Object, error) {
			h, err := self.Hash(t)
			return Int(int64(h)), err
		}))
	} else if _, ok := sample.(Comparable); ok {
		c.dict.setStr(nameHash, None)
	}
}

func (c *Class) operatorProtocols(sample Object, ops []BinaryOp) {
	if _, ok := sample.(UnaryOperand); ok {
		for op := Neg; op < numUnary; op++ {
			c.unaryProtocol(op)
		}
	}
	_, binary := sample.(BinaryOperand)
	_, inplace := sample.(InplaceOperand)
	for _, op := range ops {
		if binary {
			c.binaryProtocol(op)
		}
		if inplace {
			c.inplaceProtocol(op)
		}
	}
}

func (c *Class) unaryProtocol(op UnaryOp) {
	c.Methods(slot(unaryNames[op].method.s, unaryNames[op].symbol+" of the value.",
		func(t *Thread, self UnaryOperand) (Object, error) {
			v, err := self.Unary(t, op)
			if v == NotImplemented && err == nil {
				return nil, TypeError("bad operand type for %s: '%s'", unaryNames[op].symbol, c.Name)
			}
			return v, err
		}))
}

func (c *Class) binaryProtocol(op BinaryOp) {
	names := &binaryNames[op]
	call := func(reflected bool) func(*Thread, BinaryOperand, Object) (Object, error) {
		return func(t *Thread, self BinaryOperand, o Object) (Object, error) {
			v, err := self.Binary(t, op, o, reflected)
			if v == NotImplemented && err == nil {
				err = refuseSequence(op, self.(Object), o)
			}
			return v, err
		}
	}
	if op == Pow {
		c.powProtocol()
	} else {
		c.Methods(slot1(names.method.s, "value", "Return self"+names.symbol+"value.", call(false)))
	}
	c.Methods(slot1(names.reflected.s, "value", "Return value"+names.symbol+"self.", call(true)))
}

// refuseSequence is the error of a sequence's own __add__ or __mul__: CPython's sequences do not return NotImplemented.
func refuseSequence(op BinaryOp, self, o Object) error {
	switch {
	case sequenceKind(self) == "":
	case op == Add:
		return refuseOperands(op, self, o)
	case op == Mul:
		return TypeError("'%s' object cannot be interpreted as an integer", o.Class().MessageName())
	}
	return nil
}

// powProtocol gives __pow__, which takes a modulus that the numbers' own pow knows what to do with.
func (c *Class) powProtocol() {
	c.Methods(Func("__pow__", "(self, value, mod=None, /)", "Return pow(self, value, mod).",
		func(t *Thread, a []Object) (Object, error) {
			self, err := receive[BinaryOperand](a[0], "__pow__")
			if err != nil {
				return nil, err
			}
			if a[2] != None {
				if m, ok := a[0].(ModPower); ok {
					return m.PowMod(t, a[1], a[2])
				}
				return NotImplemented, nil
			}
			return self.Binary(t, Pow, a[1], false)
		}))
}

// ModPower is the three-argument pow(). It returns NotImplemented for operands it does not know.
type ModPower interface {
	PowMod(t *Thread, exponent, modulus Object) (Object, error)
}

// inplaceProtocol gives the method of op=. It keeps self as it came: the value of an in-place operation on an instance
// of a subclass is that instance, not the native value inside.
func (c *Class) inplaceProtocol(op BinaryOp) {
	name := binaryNames[op].inplace.s
	b := Func(name, "(self, value, /)", "Implement self"+binaryNames[op].symbol+"=value.",
		func(t *Thread, a []Object) (Object, error) {
			native := Of(a[0])
			self, err := receive[InplaceOperand](native, name)
			if err != nil {
				return nil, err
			}
			v, err := self.Inplace(t, op, a[1])
			if v == native {
				v = a[0]
			}
			return v, err
		})
	b.keepsSelf = true
	c.Methods(b)
}

// StopOf makes the StopIteration of an exhausted iterator. A generator's carries what it returned.
func StopOf(it Iterator) *Exception {
	if s, ok := it.(interface{ StopValue() Object }); ok {
		if v := s.StopValue(); v != nil && v != None {
			return NewException(StopIterationClass, v)
		}
	}
	return NewException(StopIterationClass)
}
