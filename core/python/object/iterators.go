package object

// The iterators that sequences make of themselves. Each ends for good: once exhausted it stays so, whatever is added.

type listIterator struct {
	list *List // nil at the end
	next int
}

type listReverseIterator struct {
	list *List // nil at the end
	next int
}

type tupleIterator struct {
	tuple *Tuple
	next  int
}

// callableIterator is iter(callable, sentinel).
type callableIterator struct {
	call, sentinel Object // call is nil at the end
}

var (
	listIteratorClass        = newBuiltinClass("list_iterator", final)
	listReverseIteratorClass = newBuiltinClass("list_reverseiterator", final)
	tupleIteratorClass       = newBuiltinClass("tuple_iterator", final)
	callableIteratorClass    = newBuiltinClass("callable_iterator", final)
)

func (*listIterator) Class() *Class        { return listIteratorClass }
func (*listReverseIterator) Class() *Class { return listReverseIteratorClass }
func (*tupleIterator) Class() *Class       { return tupleIteratorClass }
func (*callableIterator) Class() *Class    { return callableIteratorClass }

func (it *listIterator) Iter(*Thread) (Object, error)        { return it, nil }
func (it *listReverseIterator) Iter(*Thread) (Object, error) { return it, nil }
func (it *tupleIterator) Iter(*Thread) (Object, error)       { return it, nil }
func (it *callableIterator) Iter(*Thread) (Object, error)    { return it, nil }

func (it *listIterator) Next(t *Thread) (Object, error) {
	if it.list == nil {
		return nil, nil
	}
	if it.next >= len(it.list.Items) {
		it.list = nil
		return nil, nil
	}
	it.next++
	if it.next&15 == 15 {
		if err := t.Spend(4); err != nil {
			return nil, err
		}
	}
	return it.list.Items[it.next-1], nil
}

func (it *listReverseIterator) Next(t *Thread) (Object, error) {
	if it.list == nil {
		return nil, nil
	}
	if it.next < 0 || it.next >= len(it.list.Items) {
		it.list = nil
		return nil, nil
	}
	if it.next&15 == 15 {
		if err := t.Spend(4); err != nil {
			return nil, err
		}
	}
	it.next--
	return it.list.Items[it.next+1], nil
}

func (it *tupleIterator) Next(t *Thread) (Object, error) {
	if it.next >= len(it.tuple.Items) {
		return nil, nil
	}
	it.next++
	if it.next&15 == 15 {
		if err := t.Spend(4); err != nil {
			return nil, err
		}
	}
	return it.tuple.Items[it.next-1], nil
}

func (it *callableIterator) Next(t *Thread) (Object, error) {
	if it.call == nil {
		return nil, nil
	}
	v, err := Call(t, it.call)
	if IsKind(err, StopIterationClass) {
		it.call = nil
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	end, err := Equal(t, it.sentinel, v)
	if err != nil || end {
		it.call = nil
		return nil, err
	}
	return v, nil
}

// NewCallableIterator makes iter(call, sentinel).
func NewCallableIterator(call, sentinel Object) Object { return &callableIterator{call, sentinel} }

func (it *listIterator) lengthHint() int {
	if it.list == nil {
		return 0
	}
	return max(len(it.list.Items)-it.next, 0)
}

func (it *listReverseIterator) lengthHint() int { return it.next + 1 }

func (it *tupleIterator) lengthHint() int { return len(it.tuple.Items) - it.next }

// lengthHintMethod is __length_hint__ of an iterator that knows how much is left.
func lengthHintMethod() *Builtin {
	return slot("__length_hint__", "Return how many items are left, as far as known.",
		func(_ *Thread, self interface{ lengthHint() int }) (Object, error) {
			return Int(self.lengthHint()), nil
		})
}

func init() {
	listIteratorClass.Protocols(&listIterator{}).Methods(lengthHintMethod())
	listReverseIteratorClass.Protocols(&listReverseIterator{}).Methods(lengthHintMethod())
	tupleIteratorClass.Protocols(&tupleIterator{}).Methods(lengthHintMethod())
	callableIteratorClass.Protocols(&callableIterator{})
	seqIteratorClass.Protocols(&seqIterator{})
}
