package object

import "math/big"

func init() {
	RangeClass.New = newRange
	RangeClass.Protocols(&Range{Step: 1})
	for op := Lt; op < numCompare; op++ {
		RangeClass.dict.DelStr(Intern(op.Method()))
	}
	RangeClass.dict.setStr(nameDoc, NewStr("The numbers from start up to stop, step apart. range(stop) begins at 0."))
	rangeIteratorClass.Protocols(&rangeIterator{}).Methods(lengthHintMethod())
	longRangeIteratorClass.Protocols(&longRangeIterator{})
	RangeClass.Methods(
		Func("__len__", "(self, /)", "Return len(self).", func(_ *Thread, a []Object) (Object, error) {
			n := a[0].(*Range).bounds().Count
			if !n.IsInt64() {
				return nil, NewError(OverflowErrorClass, "Python int too large to convert to C ssize_t")
			}
			return Int(n.Int64()), nil
		}),
		Func("__reversed__", "(self, /)", "Return an iterator from the end to the beginning.",
			func(t *Thread, a []Object) (Object, error) { return a[0].(*Range).reversed().Iter(t) }),
		Func("count", "(self, value, /)", "Return how often value is in the range.", func(t *Thread, a []Object) (Object, error) {
			in, err := a[0].(*Range).Contains(t, a[1])
			if in {
				return Int(1), err
			}
			return Int(0), err
		}),
		Func("index", "(self, value, /)", "Return the place of value in the range.", rangeIndex),
	)
	rangePart := func(name string, part func(*BigRange) *big.Int) {
		RangeClass.Getter(name, "The range's "+name+".", func(_ *Thread, self Object) (Object, error) {
			return NewBig(part(self.(*Range).bounds())), nil
		})
	}
	rangePart("start", func(b *BigRange) *big.Int { return b.Start })
	rangePart("stop", func(b *BigRange) *big.Int { return b.Stop })
	rangePart("step", func(b *BigRange) *big.Int { return b.Step })
}

// reversed returns the range of the same numbers in the other direction.
func (r *Range) reversed() *Range {
	b := r.bounds()
	if b.Count.Sign() == 0 {
		return r
	}
	last := bigOf(r.item(new(big.Int).Sub(b.Count, big.NewInt(1))))
	step := new(big.Int).Neg(b.Step)
	return rangeOf(last, new(big.Int).Add(b.Start, step), step)
}

func rangeIndex(t *Thread, a []Object) (Object, error) {
	r := a[0].(*Range)
	switch v := a[1].(type) {
	case Int, Bool, *BigInt:
		if i := r.position(bigOf(v)); i != nil {
			return NewBig(i), nil
		}
		text, err := Repr(t, a[1])
		if err != nil {
			return nil, err
		}
		return nil, ValueError("%s is not in range", text)
	}
	i, found := 0, false
	err := Iterate(t, r, func(v Object) (bool, error) {
		same, err := Equal(t, v, a[1])
		if same || err != nil {
			found = same
			return false, err
		}
		i++
		return true, nil
	})
	if err == nil && !found {
		err = ValueError("sequence.index(x): x not in sequence")
	}
	return Int(i), err
}
