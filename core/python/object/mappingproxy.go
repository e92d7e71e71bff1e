package object

// MappingProxy is a read-only view of a mapping, such as the __dict__ of a class.
type MappingProxy struct{ Mapping Object }

// Class returns the type mappingproxy.
func (*MappingProxy) Class() *Class { return MappingProxyClass }

// Truth reports whether the mapping has entries.
func (p *MappingProxy) Truth(t *Thread) (bool, error) { return Truth(t, p.Mapping) }

// Iter iterates the mapping.
func (p *MappingProxy) Iter(t *Thread) (Object, error) { return Iter(t, p.Mapping) }

// Contains asks the mapping.
func (p *MappingProxy) Contains(t *Thread, item Object) (bool, error) {
	return Contains(t, p.Mapping, item)
}

// GetItem asks the mapping.
func (p *MappingProxy) GetItem(t *Thread, key Object) (Object, error) {
	return GetItem(t, p.Mapping, key)
}

// Repr shows the mapping.
func (p *MappingProxy) Repr(t *Thread) (string, error) {
	s, err := reprInside(t, p.Mapping)
	return "mappingproxy(" + s + ")", err
}

// Str is the mapping's own.
func (p *MappingProxy) Str(t *Thread) (string, error) { return ToStr(t, p.Mapping) }

// Compare compares the mapping.
func (p *MappingProxy) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	if q, ok := o.(*MappingProxy); ok {
		o = q.Mapping
	}
	return Compare(t, op, p.Mapping, o)
}

// Binary is mapping | mapping.
func (p *MappingProxy) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	if op != Or {
		return NotImplemented, nil
	}
	if q, ok := o.(*MappingProxy); ok {
		o = q.Mapping
	}
	if reflected {
		return Binary(t, op, o, p.Mapping)
	}
	return Binary(t, op, p.Mapping, o)
}

func init() {
	MappingProxyClass.Protocols(&MappingProxy{}, Or)
	MappingProxyClass.dict.DelStr(nameBool)
	MappingProxyClass.New = func(t *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Pos) != 1 || len(a.Kw) > 0 {
			return nil, TypeError("mappingproxy() missing required argument 'mapping' (pos 1)")
		}
		m := a.Pos[0]
		switch Of(m).(type) {
		case *List, *Tuple:
			return nil, TypeError("mappingproxy() argument must be a mapping, not %s", m.Class().MessageName())
		}
		if _, ok := m.(Indexable); !ok && m.Class().Lookup(nameGetItem) == nil {
			return nil, TypeError("mappingproxy() argument must be a mapping, not %s", m.Class().MessageName())
		}
		return &MappingProxy{Mapping: m}, nil
	}
	MappingProxyClass.Methods(
		Func("__len__", "(self, /)", "Return len(self).", func(t *Thread, a []Object) (Object, error) {
			n, err := Len(t, a[0].(*MappingProxy).Mapping)
			return Int(n), err
		}),
		forward("get", "(self, key, default=None, /)", "Return the value of key, or default."),
		forward("keys", "(self, /)", "Return a view of the keys."),
		forward("values", "(self, /)", "Return a view of the values."),
		forward("items", "(self, /)", "Return a view of the entries as pairs."),
		forward("copy", "(self, /)", "Return a copy of the mapping."),
		forward("__reversed__", "(self, /)", "Return an iterator over the keys, newest first."),
	)
}

// forward makes a method of mappingproxy that calls the mapping's.
func forward(name, sig, doc string) *Builtin {
	return Func(name, sig, doc, func(t *Thread, a []Object) (Object, error) {
		return CallMethod(t, a[0].(*MappingProxy).Mapping, name, a[1:]...)
	})
}
