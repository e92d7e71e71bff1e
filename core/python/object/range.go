package object

import (
	"math"
	"math/big"
)

// Range is a range object. Ranges whose bounds and length fit an int64 are kept in native numbers, others in Big.
type Range struct {
	Start, Stop, Step, Count int64
	Big                      *BigRange // nil for a native range
}

// BigRange holds the numbers of a range too large for int64.
type BigRange struct{ Start, Stop, Step, Count *big.Int }

// Class returns the type range.
func (*Range) Class() *Class { return RangeClass }

// NewRange makes range(start, stop, step); step is not 0.
func NewRange(start, stop, step int64) *Range {
	if n, ok := rangeCount(start, stop, step); ok {
		return &Range{Start: start, Stop: stop, Step: step, Count: n}
	}
	return newBigRange(big.NewInt(start), big.NewInt(stop), big.NewInt(step))
}

// rangeCount returns how many numbers there are; ok is false when that does not fit.
func rangeCount(start, stop, step int64) (int64, bool) {
	if step > 0 && start >= stop || step < 0 && start <= stop {
		return 0, true
	}
	var span, stride uint64
	if step > 0 {
		span, stride = uint64(stop)-uint64(start), uint64(step)
	} else {
		span, stride = uint64(start)-uint64(stop), -uint64(step)
	}
	n := (span-1)/stride + 1
	return int64(n), n <= math.MaxInt64
}

func newBigRange(start, stop, step *big.Int) *Range {
	span := new(big.Int)
	if step.Sign() > 0 {
		span.Sub(stop, start)
	} else {
		span.Sub(start, stop)
	}
	count := new(big.Int)
	if span.Sign() > 0 {
		count.Sub(span, big.NewInt(1))
		count.Div(count, new(big.Int).Abs(step))
		count.Add(count, big.NewInt(1))
	}
	return &Range{Big: &BigRange{start, stop, step, count}}
}

func newRange(t *Thread, _ *Class, a Args) (Object, error) {
	if len(a.Kw) > 0 {
		return nil, TypeError("range() takes no keyword arguments")
	}
	switch {
	case len(a.Pos) == 0:
		return nil, TypeError("range expected at least 1 argument, got 0")
	case len(a.Pos) > 3:
		return nil, TypeError("range expected at most 3 arguments, got %d", len(a.Pos))
	}
	parts := [3]*big.Int{new(big.Int), nil, big.NewInt(1)}
	for i, o := range a.Pos {
		v, err := AsIndex(t, o)
		if err != nil {
			return nil, err
		}
		if len(a.Pos) == 1 {
			i = 1
		}
		parts[i] = bigOf(v)
	}
	if parts[2].Sign() == 0 {
		return nil, ValueError("range() arg 3 must not be zero")
	}
	return rangeOf(parts[0], parts[1], parts[2]), nil
}

func rangeOf(start, stop, step *big.Int) *Range {
	if start.IsInt64() && stop.IsInt64() && step.IsInt64() {
		return NewRange(start.Int64(), stop.Int64(), step.Int64())
	}
	return newBigRange(start, stop, step)
}

// bounds returns the range's numbers in a form that always fits.
func (r *Range) bounds() *BigRange {
	if r.Big != nil {
		return r.Big
	}
	return &BigRange{big.NewInt(r.Start), big.NewInt(r.Stop), big.NewInt(r.Step), big.NewInt(r.Count)}
}

// item returns the i-th number; i is within the range.
func (r *Range) item(i *big.Int) Object {
	b := r.bounds()
	v := new(big.Int).Mul(i, b.Step)
	return NewBig(v.Add(v, b.Start))
}

// Truth reports whether the range has numbers.
func (r *Range) Truth(*Thread) (bool, error) { return r.bounds().Count.Sign() != 0, nil }

// Iter returns a range_iterator.
func (r *Range) Iter(*Thread) (Object, error) {
	if r.Big == nil {
		return &rangeIterator{next: r.Start, step: r.Step, left: r.Count}, nil
	}
	b := r.Big
	return &longRangeIterator{new(big.Int).Set(b.Start), b.Step, new(big.Int).Set(b.Count)}, nil
}

// Contains reports whether an equal number is in the range.
func (r *Range) Contains(t *Thread, item Object) (bool, error) {
	switch item.(type) {
	case Int, Bool, *BigInt:
		return r.position(bigOf(item)) != nil, nil
	}
	found := false
	err := Iterate(t, onlyIterable{r}, func(v Object) (bool, error) {
		same, err := Equal(t, v, item)
		found = same
		return !same, err
	})
	return found, err
}

// onlyIterable hides that an object can search itself.
type onlyIterable struct{ r *Range }

func (o onlyIterable) Class() *Class                  { return RangeClass }
func (o onlyIterable) Iter(t *Thread) (Object, error) { return o.r.Iter(t) }

// position returns which number of the range v is, or nil.
func (r *Range) position(v *big.Int) *big.Int {
	b := r.bounds()
	d := new(big.Int).Sub(v, b.Start)
	i, rest := new(big.Int).QuoRem(d, b.Step, new(big.Int))
	if rest.Sign() != 0 || i.Sign() < 0 || i.Cmp(b.Count) >= 0 {
		return nil
	}
	return i
}

// GetItem returns a number or, for a slice, a range.
func (r *Range) GetItem(t *Thread, key Object) (Object, error) {
	if s, ok := key.(*Slice); ok {
		return r.slice(t, s)
	}
	if !isIndex(key) {
		return nil, TypeError("range indices must be integers or slices, not %s", key.Class().MessageName())
	}
	v, err := AsIndex(t, key)
	if err != nil {
		return nil, err
	}
	i, n := new(big.Int).Set(bigOf(v)), r.bounds().Count
	if i.Sign() < 0 {
		i.Add(i, n)
	}
	if i.Sign() < 0 || i.Cmp(n) >= 0 {
		return nil, NewError(IndexErrorClass, "range object index out of range")
	}
	return r.item(i), nil
}

func (r *Range) slice(t *Thread, s *Slice) (Object, error) {
	b := r.bounds()
	start, stop, step, err := s.bigIndices(t, b.Count)
	if err != nil {
		return nil, err
	}
	at := func(i *big.Int) *big.Int { return bigOf(r.item(i)) }
	return rangeOf(at(start), at(stop), new(big.Int).Mul(b.Step, step)), nil
}

// Repr shows start and stop, and a step other than 1.
func (r *Range) Repr(*Thread) (string, error) {
	b := r.bounds()
	s := "range(" + b.Start.String() + ", " + b.Stop.String()
	if b.Step.Cmp(big.NewInt(1)) != 0 {
		s += ", " + b.Step.String()
	}
	return s + ")", nil
}

// Compare is equality of the numbers that two ranges yield.
func (r *Range) Compare(_ *Thread, op CompareOp, o Object) (Object, error) {
	q, ok := o.(*Range)
	if !ok || op != Eq && op != Ne {
		return NotImplemented, nil
	}
	a, b := r.bounds(), q.bounds()
	same := a.Count.Cmp(b.Count) == 0
	if same && a.Count.Sign() != 0 {
		same = a.Start.Cmp(b.Start) == 0 && (a.Count.Cmp(big.NewInt(1)) == 0 || a.Step.Cmp(b.Step) == 0)
	}
	return Bool(same == (op == Eq)), nil
}

// Hash is that of the tuple of length, start and step, as far as they matter.
func (r *Range) Hash(t *Thread) (uint64, error) {
	b := r.bounds()
	key := []Object{NewBig(b.Count), None, None}
	if b.Count.Sign() != 0 {
		key[1] = NewBig(b.Start)
		if b.Count.Cmp(big.NewInt(1)) != 0 {
			key[2] = NewBig(b.Step)
		}
	}
	return NewTuple(key...).Hash(t)
}

type rangeIterator struct{ next, step, left int64 }

type longRangeIterator struct{ next, step, left *big.Int }

var (
	rangeIteratorClass     = newBuiltinClass("range_iterator", final)
	longRangeIteratorClass = newBuiltinClass("longrange_iterator", final)
)

func (*rangeIterator) Class() *Class     { return rangeIteratorClass }
func (*longRangeIterator) Class() *Class { return longRangeIteratorClass }

func (it *rangeIterator) Iter(*Thread) (Object, error)     { return it, nil }
func (it *longRangeIterator) Iter(*Thread) (Object, error) { return it, nil }

func (it *rangeIterator) lengthHint() int { return int(it.left) }

func (it *rangeIterator) Next(*Thread) (Object, error) {
	if it.left <= 0 {
		return nil, nil
	}
	v := it.next
	it.left--
	it.next += it.step // may wrap around behind the last number, which nobody sees
	return Int(v), nil
}

func (it *longRangeIterator) Next(*Thread) (Object, error) {
	if it.left.Sign() <= 0 {
		return nil, nil
	}
	v := new(big.Int).Set(it.next)
	it.left.Sub(it.left, big.NewInt(1))
	it.next.Add(it.next, it.step)
	return NewBig(v), nil
}
