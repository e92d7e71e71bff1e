package object

import "strings"

// dictEntrySize is what one more entry takes of the memory budget.
const dictEntrySize = 64

// Iter returns a dict_keyiterator.
func (d *Dict) Iter(*Thread) (Object, error) { return newDictIterator(d, dictKeys), nil }

// Contains reports whether item is a key.
func (d *Dict) Contains(t *Thread, item Object) (bool, error) {
	v, err := d.Get(t, item)
	return v != nil, err
}

// GetItem returns the value of key, or KeyError.
func (d *Dict) GetItem(t *Thread, key Object) (Object, error) {
	v, err := d.Get(t, key)
	if v == nil && err == nil {
		err = KeyError(key)
	}
	return v, err
}

// SetItem sets the value of key; v is nil for del.
func (d *Dict) SetItem(t *Thread, key, v Object) error {
	if v != nil {
		if d.used >= 256 && len(d.entries) == cap(d.entries) { // Go is about to double the room
			if err := t.Alloc(int64(d.used) * dictEntrySize); err != nil {
				return err
			}
		}
		return d.Set(t, key, v)
	}
	old, err := d.Delete(t, key)
	if old == nil && err == nil {
		err = KeyError(key)
	}
	return err
}

// Repr shows the entries in braces.
func (d *Dict) Repr(t *Thread) (string, error) {
	if !t.Enter(d) {
		return "{...}", nil
	}
	defer t.Leave(d)
	if err := t.Deeper(); err != nil {
		return "", deeperIn(err, " while getting the repr of an object")
	}
	defer t.Shallower()
	var b strings.Builder
	b.WriteByte('{')
	for i := 0; ; {
		k, v, next, ok := d.Next(i)
		if !ok {
			break
		}
		if b.Len() > 1 {
			b.WriteString(", ")
		}
		i = next
		if err := writeRepr(t, &b, k); err != nil {
			return "", err
		}
		b.WriteString(": ")
		if err := writeRepr(t, &b, v); err != nil {
			return "", err
		}
	}
	b.WriteByte('}')
	return b.String(), nil
}

// Compare is == and != with another dict; dicts have no order.
func (d *Dict) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	e, ok := Of(o).(*Dict)
	if !ok || op != Eq && op != Ne {
		return NotImplemented, nil
	}
	same, err := d.equal(t, e)
	return Bool(same == (op == Eq)), err
}

func (d *Dict) equal(t *Thread, e *Dict) (bool, error) {
	if d.used != e.used {
		return false, nil
	}
	for i := 0; i < len(d.entries); i++ {
		x := d.entries[i]
		if x.key == nil {
			continue
		}
		if err := t.Spend(1); err != nil {
			return false, err
		}
		n, err := e.find(t, x.key, x.hash)
		if n < 0 || err != nil {
			return false, err
		}
		if same, err := Equal(t, x.value, e.entries[n].value); !same || err != nil {
			return false, err
		}
	}
	return true, nil
}

// Binary is dict | dict.
func (d *Dict) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	e, ok := Of(o).(*Dict)
	if !ok || op != Or {
		return NotImplemented, nil
	}
	if reflected {
		d, e = e, d
	}
	if err := t.Alloc(int64(d.used+e.used) * dictEntrySize); err != nil {
		return nil, err
	}
	c := d.Copy()
	return c, c.Update(t, e)
}

// Inplace is dict |= mapping or pairs.
func (d *Dict) Inplace(t *Thread, op BinaryOp, o Object) (Object, error) {
	if op != Or {
		return NotImplemented, nil
	}
	return d, d.Merge(t, o)
}

// Merge is dict.update(o): o is a mapping (a dict, or whatever has keys()) or an iterable of pairs.
func (d *Dict) Merge(t *Thread, o Object) error {
	if e, ok := Of(o).(*Dict); ok && plainIteration(o) {
		if err := t.Alloc(int64(e.used) * dictEntrySize); err != nil {
			return err
		}
		if err := t.Spend(int64(e.used)); err != nil {
			return err
		}
		return d.Update(t, e)
	}
	keys, err := LookupAttr(t, o, Intern("keys"))
	if err != nil && !IsKind(err, AttributeErrorClass) {
		return err
	}
	if keys == nil || err != nil {
		return d.mergePairs(t, o)
	}
	list, err := Call(t, keys)
	if err != nil {
		return err
	}
	return Iterate(t, list, func(k Object) (bool, error) {
		v, err := GetItem(t, o, k)
		if err != nil {
			return false, err
		}
		return true, d.SetItem(t, k, v)
	})
}

// plainIteration reports whether o, a dict or an instance of a subclass, iterates as dict itself does.
func plainIteration(o Object) bool {
	return o.Class() == DictClass || o.Class().Lookup(nameIter) == DictClass.Dict().getStr(nameIter)
}

func (d *Dict) mergePairs(t *Thread, o Object) error {
	i := 0
	return Iterate(t, o, func(pair Object) (bool, error) {
		items, err := Items(t, pair)
		if err != nil {
			if IsKind(err, TypeErrorClass) && !isIterable(pair) {
				err = TypeError("cannot convert dictionary update sequence element #%d to a sequence", i)
			}
			return false, err
		}
		if len(items) != 2 {
			return false, ValueError("dictionary update sequence element #%d has length %d; 2 is required", i, len(items))
		}
		i++
		return true, d.SetItem(t, items[0], items[1])
	})
}
