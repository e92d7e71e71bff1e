package object

import "math/big"

// The classes that make iterators of iterables.
var (
	EnumerateClass = newBuiltinClass("enumerate", payload)
	ZipClass       = newBuiltinClass("zip", payload)
	MapClass       = newBuiltinClass("map", payload)
	FilterClass    = newBuiltinClass("filter", payload)
	ReversedClass  = newBuiltinClass("reversed", payload)
)

type enumerateIterator struct {
	it    Object
	count Object // an int of any size
}

type zipIterator struct {
	its    []Object
	strict bool
	done   bool
}

type mapIterator struct {
	call Object
	its  []Object
}

type filterIterator struct{ test, it Object }

// reversedIterator walks a sequence without __reversed__ from its end.
type reversedIterator struct {
	seq  Object // nil at the end
	next int
}

func (*enumerateIterator) Class() *Class { return EnumerateClass }
func (*zipIterator) Class() *Class       { return ZipClass }
func (*mapIterator) Class() *Class       { return MapClass }
func (*filterIterator) Class() *Class    { return FilterClass }
func (*reversedIterator) Class() *Class  { return ReversedClass }

func (x *enumerateIterator) Iter(*Thread) (Object, error) { return x, nil }
func (x *zipIterator) Iter(*Thread) (Object, error)       { return x, nil }
func (x *mapIterator) Iter(*Thread) (Object, error)       { return x, nil }
func (x *filterIterator) Iter(*Thread) (Object, error)    { return x, nil }
func (x *reversedIterator) Iter(*Thread) (Object, error)  { return x, nil }

// nextInside is Next for the iterator inside another: such iterators can be nested to any depth.
func nextInside(t *Thread, it Object) (Object, error) {
	switch it.(type) {
	case *enumerateIterator, *zipIterator, *mapIterator, *filterIterator:
		if err := t.Deeper(); err != nil {
			return nil, err
		}
		defer t.Shallower()
	}
	return Next(t, it)
}

func (x *enumerateIterator) Next(t *Thread) (Object, error) {
	v, err := nextInside(t, x.it)
	if v == nil || err != nil {
		return nil, err
	}
	n := x.count
	if i, ok := n.(Int); ok && i < 1<<62 {
		x.count = i + 1
	} else {
		x.count = NewBig(new(big.Int).Add(bigOf(n), big.NewInt(1)))
	}
	return NewTuple(n, v), nil
}

func (x *zipIterator) Next(t *Thread) (Object, error) {
	if x.done || len(x.its) == 0 {
		return nil, nil
	}
	if err := t.Each(len(x.its)); err != nil {
		return nil, err
	}
	items := make([]Object, len(x.its))
	for i, it := range x.its {
		v, err := nextInside(t, it)
		if err != nil {
			return nil, err
		}
		if v == nil {
			x.done = true
			if !x.strict {
				return nil, nil
			}
			return nil, x.uneven(t, i)
		}
		items[i] = v
	}
	return NewTuple(items...), nil
}

// uneven tells which argument of a strict zip is too short, i having ended first, or nil when all ended together.
func (x *zipIterator) uneven(t *Thread, i int) error {
	if i > 0 {
		return ValueError("zip() argument %d is shorter than argument%s", i+1, upTo(i))
	}
	for j := 1; j < len(x.its); j++ {
		v, err := Next(t, x.its[j])
		if err != nil {
			return err
		}
		if v != nil {
			return ValueError("zip() argument %d is longer than argument%s", j+1, upTo(j))
		}
	}
	return nil
}

func upTo(n int) string {
	if n == 1 {
		return " 1"
	}
	return sprintf("s 1-%d", []any{n})
}

func (x *mapIterator) Next(t *Thread) (Object, error) {
	args := make([]Object, len(x.its))
	for i, it := range x.its {
		v, err := nextInside(t, it)
		if v == nil || err != nil {
			return nil, err
		}
		args[i] = v
	}
	v, err := Call(t, x.call, args...)
	if IsKind(err, StopIterationClass) { // it ends the iteration, as if raised by __next__ itself
		return nil, nil
	}
	return v, err
}

func (x *filterIterator) Next(t *Thread) (Object, error) {
	for {
		v, err := nextInside(t, x.it)
		if v == nil || err != nil {
			return nil, err
		}
		if err := t.Spend(1); err != nil {
			return nil, err
		}
		kept := v
		if x.test != None {
			if kept, err = Call(t, x.test, v); err != nil {
				return nil, err
			}
		}
		if ok, err := Truth(t, kept); ok || err != nil {
			return v, err
		}
	}
}

func (x *reversedIterator) Next(t *Thread) (Object, error) {
	if x.seq == nil || x.next < 0 {
		return nil, nil
	}
	v, err := GetItem(t, x.seq, Int(x.next))
	x.next--
	if IsKind(err, IndexErrorClass) || IsKind(err, StopIterationClass) {
		x.seq = nil
		return nil, nil
	}
	return v, err
}

func (x *reversedIterator) lengthHint() int {
	if x.seq == nil {
		return 0
	}
	return x.next + 1
}

// Reversed returns reversed(o).
func Reversed(t *Thread, o Object) (Object, error) {
	m := o.Class().Lookup(Intern("__reversed__"))
	if m != nil && m != None {
		return callBound(t, m, o, Args{})
	}
	_, isDict := Of(o).(*Dict)
	_, indexable := o.(Indexable)
	if m == None || isDict || !indexable && o.Class().Lookup(nameGetItem) == nil {
		return nil, TypeError("'%s' object is not reversible", o.Class().MessageName())
	}
	n, err := Len(t, o)
	if err != nil {
		return nil, err
	}
	return &reversedIterator{seq: o, next: n - 1}, nil
}

func iterators(t *Thread, list []Object) ([]Object, error) {
	its := make([]Object, len(list))
	for i, o := range list {
		it, err := Iter(t, o)
		if err != nil {
			return nil, err
		}
		its[i] = it
	}
	return its, nil
}

func newEnumerate(t *Thread, cls *Class, a Args) (Object, error) {
	v, err := enumerateSignature.Bind(t, "enumerate", nil, a, nil)
	if err != nil {
		if len(a.Pos) == 0 && a.Get("iterable") == nil {
			err = TypeError("enumerate() missing required argument 'iterable'")
		}
		return nil, err
	}
	start, err := AsIndex(t, v[1])
	if err != nil {
		return nil, err
	}
	it, err := Iter(t, v[0])
	if err != nil {
		return nil, err
	}
	return Wrap(cls, &enumerateIterator{it, plainInt(start)}), nil
}

var enumerateSignature = ParseSignature("(iterable, start=0)")

func newZip(t *Thread, cls *Class, a Args) (Object, error) {
	z := &zipIterator{}
	for _, k := range a.Kw {
		if k.Name.s != "strict" {
			return nil, TypeError("'%s' is an invalid keyword argument for zip()", k.Name.s)
		}
		strict, err := Truth(t, k.Value)
		if err != nil {
			return nil, err
		}
		z.strict = strict
	}
	var err error
	if z.its, err = iterators(t, a.Pos); err != nil {
		return nil, err
	}
	return Wrap(cls, z), nil
}

func newMap(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Kw) > 0 {
		return nil, TypeError("map() takes no keyword arguments")
	}
	if len(a.Pos) < 2 {
		return nil, TypeError("map() must have at least two arguments.")
	}
	its, err := iterators(t, a.Pos[1:])
	if err != nil {
		return nil, err
	}
	return Wrap(cls, &mapIterator{a.Pos[0], its}), nil
}

func newFilter(t *Thread, cls *Class, a Args) (Object, error) {
	if len(a.Kw) > 0 {
		return nil, TypeError("filter() takes no keyword arguments")
	}
	if len(a.Pos) != 2 {
		return nil, TypeError("filter expected 2 arguments, got %d", len(a.Pos))
	}
	it, err := Iter(t, a.Pos[1])
	if err != nil {
		return nil, err
	}
	return Wrap(cls, &filterIterator{a.Pos[0], it}), nil
}

func newReversed(t *Thread, _ *Class, a Args) (Object, error) {
	if len(a.Kw) > 0 {
		return nil, TypeError("reversed() takes no keyword arguments")
	}
	if len(a.Pos) != 1 {
		return nil, TypeError("reversed expected 1 argument, got %d", len(a.Pos))
	}
	return Reversed(t, a.Pos[0])
}

func init() {
	adapter := func(c *Class, sample Object, make func(*Thread, *Class, Args) (Object, error), doc string) {
		c.New = make
		c.Protocols(sample)
		c.dict.setStr(nameDoc, NewStr(doc))
	}
	adapter(EnumerateClass, &enumerateIterator{}, newEnumerate, "Pairs of a count and an item: enumerate(iterable, start=0).")
	adapter(ZipClass, &zipIterator{}, newZip, "Tuples of one item from each iterable: zip(*iterables, strict=False).")
	adapter(MapClass, &mapIterator{}, newMap, "The results of a function for the items of iterables: map(func, *iterables).")
	adapter(FilterClass, &filterIterator{}, newFilter, "The items for which a function is true: filter(function or None, iterable).")
	adapter(ReversedClass, &reversedIterator{}, newReversed, "The items from the end to the beginning: reversed(sequence).")
	EnumerateClass.ClassGetItem()
	ReversedClass.Methods(lengthHintMethod())
}
