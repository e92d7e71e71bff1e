package object

// dictIterator goes through a dict's entries and notices when keys come or go.
type dictIterator struct {
	dict    *Dict // nil at the end
	kind    dictKind
	reverse bool
	next    int
	used    int
	left    int
}

func newDictIterator(d *Dict, kind dictKind) *dictIterator {
	return &dictIterator{dict: d, kind: kind, used: d.used, left: d.used}
}

func newDictReverse(d *Dict, kind dictKind) *dictIterator {
	return &dictIterator{dict: d, kind: kind, reverse: true, next: len(d.entries) - 1, used: d.used, left: d.used}
}

var dictIteratorClasses = [2][3]*Class{
	{newBuiltinClass("dict_keyiterator", final), newBuiltinClass("dict_valueiterator", final),
		newBuiltinClass("dict_itemiterator", final)},
	{newBuiltinClass("dict_reversekeyiterator", final), newBuiltinClass("dict_reversevalueiterator", final),
		newBuiltinClass("dict_reverseitemiterator", final)},
}

// Class returns dict_keyiterator or one of its five siblings.
func (it *dictIterator) Class() *Class {
	if it.reverse {
		return dictIteratorClasses[1][it.kind]
	}
	return dictIteratorClasses[0][it.kind]
}

// Iter returns the iterator itself.
func (it *dictIterator) Iter(*Thread) (Object, error) { return it, nil }

// Next returns the next key, value or pair.
func (it *dictIterator) Next(*Thread) (Object, error) {
	if it.dict == nil {
		return nil, nil
	}
	if it.used != it.dict.used {
		it.used = -1 // and so it stays
		return nil, NewError(RuntimeErrorClass, "dictionary changed size during iteration")
	}
	key, value, ok := it.step()
	if !ok {
		it.dict = nil
		return nil, nil
	}
	if it.left == 0 {
		it.dict = nil
		return nil, NewError(RuntimeErrorClass, "dictionary keys changed during iteration")
	}
	it.left--
	return it.kind.pick(key, value), nil
}

func (it *dictIterator) step() (key, value Object, ok bool) {
	if !it.reverse {
		key, value, it.next, ok = it.dict.Next(it.next)
		return key, value, ok
	}
	for ; it.next >= 0; it.next-- {
		if it.next >= len(it.dict.entries) {
			continue
		}
		if e := it.dict.entries[it.next]; e.key != nil {
			it.next--
			return e.key, e.value, true
		}
	}
	return nil, nil, false
}

// lengthHint tells how many items are still to come.
func (it *dictIterator) lengthHint() int {
	if it.dict == nil || it.used != it.dict.used {
		return 0
	}
	return it.left
}

func init() {
	for _, direction := range dictIteratorClasses {
		for _, c := range direction {
			c.Protocols(&dictIterator{})
			c.Methods(lengthHintMethod())
		}
	}
}
