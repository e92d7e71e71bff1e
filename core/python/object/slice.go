package object

// part returns a slice's number or None.
func part(v Object) Object {
	if v == nil {
		return None
	}
	return v
}

func (s *Slice) tuple() *Tuple { return NewTuple(part(s.Start), part(s.Stop), part(s.Step)) }

// Repr shows all three parts.
func (s *Slice) Repr(t *Thread) (string, error) {
	text, err := s.tuple().Repr(t)
	return "slice" + text, err
}

// Compare compares with another slice as tuples of three.
func (s *Slice) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	q, ok := o.(*Slice)
	if !ok {
		return NotImplemented, nil
	}
	return s.tuple().Compare(t, op, q.tuple())
}

func init() {
	SliceClass.New = func(_ *Thread, _ *Class, a Args) (Object, error) {
		if len(a.Kw) > 0 {
			return nil, TypeError("slice() takes no keyword arguments")
		}
		switch len(a.Pos) {
		case 0:
			return nil, TypeError("slice expected at least 1 argument, got 0")
		case 1:
			return &Slice{None, a.Pos[0], None}, nil
		case 2:
			return &Slice{a.Pos[0], a.Pos[1], None}, nil
		case 3:
			return &Slice{a.Pos[0], a.Pos[1], a.Pos[2]}, nil
		}
		return nil, TypeError("slice expected at most 3 arguments, got %d", len(a.Pos))
	}
	SliceClass.Protocols(&Slice{})
	SliceClass.dict.setStr(nameDoc, NewStr("What seq[start:stop:step] asks for; parts not given are None."))
	SliceClass.Getter("start", "The first index.", func(_ *Thread, self Object) (Object, error) {
		return part(self.(*Slice).Start), nil
	})
	SliceClass.Getter("stop", "The index to stop before.", func(_ *Thread, self Object) (Object, error) {
		return part(self.(*Slice).Stop), nil
	})
	SliceClass.Getter("step", "The distance between indices.", func(_ *Thread, self Object) (Object, error) {
		return part(self.(*Slice).Step), nil
	})
	SliceClass.Methods(Func("indices", "(self, length, /)", "Return (start, stop, step) for a sequence of that length.",
		func(t *Thread, a []Object) (Object, error) {
			v, err := AsIndex(t, a[1])
			if err != nil {
				return nil, err
			}
			n := bigOf(v)
			if n.Sign() < 0 {
				return nil, ValueError("length should not be negative")
			}
			start, stop, step, err := a[0].(*Slice).bigIndices(t, n)
			if err != nil {
				return nil, err
			}
			return NewTuple(NewBig(start), NewBig(stop), NewBig(step)), nil
		}))
}
