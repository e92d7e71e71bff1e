package random

import (
	"math"
	"math/big"

	"layerglass/core/python/object"
)

var choiceMethods = []method{
	{"randrange", "(start, stop=None, step=1)", "Returns one of range(start, stop, step).", randRange},
	{"randint", "(a, b)", "Returns an int from a to b, both included.", randInt},
	{"choice", "(seq)", "Returns one item of a sequence.", choice},
	{"choices", "(population, weights=None, *, cum_weights=None, k=1)", "Returns k items, which may repeat.", choices},
	{"shuffle", "(x)", "Shuffles a list in place.", shuffle},
	{"sample", "(population, k, *, counts=None)", "Returns k items from different places.", sample},
}

// whole reads an int argument. A float without a fraction passes, as it still does in Python 3.11.
func whole(s *source, o object.Object, which string) (*big.Int, error) {
	if n := object.AsBig(o); n != nil {
		return n, nil
	}
	n, err := object.BigIndex(s.t, o)
	if err == nil || !object.IsKind(err, object.TypeErrorClass) {
		return n, err
	}
	v, err := object.ToInt(s.t, o)
	if err != nil {
		return nil, err
	}
	same, err := object.Equal(s.t, v, o)
	if err != nil {
		return nil, err
	}
	if !same {
		return nil, object.ValueError("non-integer %s for randrange()", which)
	}
	return object.AsBig(v), nil
}

var one = big.NewInt(1)

func randRange(s *source, a []object.Object) (object.Object, error) {
	start, err := whole(s, a[0], "arg 1")
	if err != nil {
		return nil, err
	}
	if a[1] == object.None {
		if n, ok := object.AsInt64(a[2]); !ok || n != 1 {
			return nil, object.TypeError("Missing a non-None stop argument")
		}
		if start.Sign() <= 0 {
			return nil, object.ValueError("empty range for randrange()")
		}
		v, err := s.belowBig(start)
		return big2(v, err)
	}
	stop, err := whole(s, a[1], "stop")
	if err != nil {
		return nil, err
	}
	step, err := whole(s, a[2], "step")
	if err != nil {
		return nil, err
	}
	return s.between(start, stop, step)
}

func big2(v *big.Int, err error) (object.Object, error) {
	if err != nil {
		return nil, err
	}
	return object.NewBig(v), nil
}

func (s *source) between(start, stop, step *big.Int) (object.Object, error) {
	if step.Sign() == 0 {
		return nil, object.ValueError("zero step for randrange()")
	}
	count := new(big.Int).Sub(stop, start)
	count.Add(count, step)
	if step.Sign() > 0 {
		count.Sub(count, one)
	} else {
		count.Add(count, one)
	}
	count.Quo(count, step)
	if count.Sign() <= 0 {
		if step.Cmp(one) == 0 {
			return nil, object.ValueError("empty range for randrange() (%s, %s, %s)", start, stop, new(big.Int).Sub(stop, start))
		}
		return nil, object.ValueError("empty range for randrange()")
	}
	v, err := s.belowBig(count)
	if err != nil {
		return nil, err
	}
	return object.NewBig(new(big.Int).Add(new(big.Int).Mul(v, step), start)), nil
}

func randInt(s *source, a []object.Object) (object.Object, error) {
	beyond, err := object.Binary(s.t, object.Add, a[1], object.Int(1))
	if err != nil {
		return nil, err
	}
	return randRange(s, []object.Object{a[0], beyond, object.Int(1)})
}

func choice(s *source, a []object.Object) (object.Object, error) {
	n, err := object.Len(s.t, a[0])
	if err != nil {
		return nil, err
	}
	if n == 0 {
		return nil, object.NewError(object.IndexErrorClass, "Cannot choose from an empty sequence")
	}
	i, err := s.below(n)
	if err != nil {
		return nil, err
	}
	return object.GetItem(s.t, a[0], object.Int(i))
}

func shuffle(s *source, a []object.Object) (object.Object, error) {
	n, err := object.Len(s.t, a[0])
	if err != nil {
		return nil, err
	}
	x := a[0]
	for i := n - 1; i > 0; i-- {
		j, err := s.below(i + 1)
		if err != nil {
			return nil, err
		}
		if err := s.swap(x, object.Int(i), object.Int(j)); err != nil {
			return nil, err
		}
	}
	return object.None, nil
}

func (s *source) swap(x object.Object, i, j object.Int) error {
	if err := s.t.Spend(1); err != nil {
		return err
	}
	if l, ok := x.(*object.List); ok && int(i) < len(l.Items) && int(j) < len(l.Items) {
		l.Items[i], l.Items[j] = l.Items[j], l.Items[i]
		return nil
	}
	p, err := object.GetItem(s.t, x, i)
	if err != nil {
		return err
	}
	q, err := object.GetItem(s.t, x, j)
	if err != nil {
		return err
	}
	if err := object.SetItem(s.t, x, i, q); err != nil {
		return err
	}
	return object.SetItem(s.t, x, j, p)
}

// isSequence reports whether a sample may be taken by index: not of sets, dicts and iterators.
func isSequence(t *object.Thread, o object.Object) (bool, error) {
	switch object.Of(o).(type) {
	case *object.List, *object.Tuple, *object.Str, *object.Bytes, *object.ByteArray, *object.Range:
		return true, nil
	case *object.Set, *object.Dict:
		return false, nil
	}
	m, err := t.Import(t, "collections.abc")
	if err != nil {
		return false, err
	}
	class, err := object.GetAttr(t, m, object.Intern("Sequence"))
	if err != nil {
		return false, err
	}
	return object.IsInstance(t, o, class)
}

func sample(s *source, a []object.Object) (object.Object, error) {
	ok, err := isSequence(s.t, a[0])
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, object.TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
	}
	k, err := object.Index(s.t, a[1])
	if err != nil {
		return nil, err
	}
	n, err := object.Len(s.t, a[0])
	if err != nil {
		return nil, err
	}
	if a[2] != object.None {
		return s.sampleCounted(a[0], n, k, a[2])
	}
	places, err := s.places(n, k)
	if err != nil {
		return nil, err
	}
	out := make([]object.Object, k)
	for i, p := range places {
		if out[i], err = object.GetItem(s.t, a[0], object.Int(p)); err != nil {
			return nil, err
		}
	}
	return object.NewList(out...), nil
}

// places chooses k different ones of n places. For few of many it remembers those taken, else it draws from a pool; the
// border between the two is CPython's, because the numbers drawn depend on it.
func (s *source) places(n, k int) ([]int, error) {
	if k < 0 || k > n {
		return nil, object.ValueError("Sample larger than population or is negative")
	}
	if err := s.t.Alloc(int64(k) * 8); err != nil {
		return nil, err
	}
	out := make([]int, k)
	limit := 21
	if k > 5 {
		limit += 1 << (2 * int(math.Ceil(object.FloatLog(float64(k)*3)/object.FloatLog(4))))
	}
	if n > limit {
		taken := make(map[int]bool, k)
		for i := range out {
			j, err := s.below(n)
			for err == nil && taken[j] {
				j, err = s.below(n)
			}
			if err != nil {
				return nil, err
			}
			taken[j], out[i] = true, j
		}
		return out, s.t.Spend(int64(k))
	}
	pool := make([]int, n)
	for i := range pool {
		pool[i] = i
	}
	for i := range out {
		j, err := s.below(n - i)
		if err != nil {
			return nil, err
		}
		out[i] = pool[j]
		pool[j] = pool[n-i-1]
	}
	return out, s.t.Spend(int64(k))
}

// sampleCounted samples from a population in which each item stands for as many as counts says.
func (s *source) sampleCounted(population object.Object, n, k int, counts object.Object) (object.Object, error) {
	list, err := object.Items(s.t, counts)
	if err != nil {
		return nil, err
	}
	if len(list) != n {
		return nil, object.ValueError("The number of counts does not match the population")
	}
	sums, total := make([]int, n), 0
	for i, o := range list {
		c, ok := object.AsInt64(o)
		if !ok {
			return nil, object.TypeError("Counts must be integers")
		}
		total += int(c)
		sums[i] = total
	}
	if total <= 0 {
		return nil, object.ValueError("Total of counts must be greater than zero")
	}
	places, err := s.places(total, k)
	if err != nil {
		return nil, err
	}
	out := make([]object.Object, k)
	for i, p := range places {
		at := behind(n, func(i int) bool { return p < sums[i] })
		if out[i], err = object.GetItem(s.t, population, object.Int(at)); err != nil {
			return nil, err
		}
	}
	return object.NewList(out...), nil
}

// behind returns the first index below n for which beyond is true, by halving.
func behind(n int, beyond func(i int) bool) int {
	low := 0
	for low < n {
		if mid := (low + n) / 2; beyond(mid) {
			n = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

func choices(s *source, a []object.Object) (object.Object, error) {
	n, err := object.Len(s.t, a[0])
	if err != nil {
		return nil, err
	}
	k, err := object.Index(s.t, a[3])
	if err != nil {
		return nil, err
	}
	k = max(k, 0)
	if err := s.t.Alloc(int64(k) * 16); err != nil {
		return nil, err
	}
	if err := s.t.Spend(int64(k)); err != nil {
		return nil, err
	}
	pick, err := s.picker(n, k, a[1], a[2])
	if err != nil {
		return nil, err
	}
	out := make([]object.Object, k)
	for i := range out {
		f, err := s.float()
		if err != nil {
			return nil, err
		}
		if out[i], err = object.GetItem(s.t, a[0], object.Int(pick(f))); err != nil {
			return nil, err
		}
	}
	return object.NewList(out...), nil
}

// picker returns the function from a number in [0, 1) to an index.
func (s *source) picker(n, k int, weights, sums object.Object) (func(float64) int, error) {
	if weights == object.None && sums == object.None {
		if n == 0 && k > 0 {
			return nil, object.NewError(object.IndexErrorClass, "list index out of range")
		}
		return func(f float64) int { return int(f * float64(n)) }, nil
	}
	if weights != object.None && sums != object.None {
		return nil, object.TypeError("Cannot specify both weights and cumulative weights")
	}
	list, err := s.sums(weights, sums)
	if err != nil {
		return nil, err
	}
	if len(list) != n {
		return nil, object.ValueError("The number of weights does not match the population")
	}
	if n == 0 {
		return nil, object.NewError(object.IndexErrorClass, "Cannot choose from an empty sequence")
	}
	total := list[n-1]
	if total <= 0 {
		return nil, object.ValueError("Total of weights must be greater than zero")
	}
	if total-total != 0 {
		return nil, object.ValueError("Total of weights must be finite")
	}
	return func(f float64) int { return behind(n-1, func(i int) bool { return f*total < list[i] }) }, nil
}

func (s *source) sums(weights, sums object.Object) ([]float64, error) {
	from := sums
	if sums == object.None {
		from = weights
	}
	if _, ok := object.AsInt64(from); ok {
		return nil, object.TypeError("the weights of choices() are a list; the number of choices is given as k=")
	}
	items, err := object.Items(s.t, from)
	if err != nil {
		return nil, err
	}
	out := make([]float64, len(items))
	var total object.Object
	for i, o := range items {
		if sums == object.None { // added as Python objects, so that ints and fractions add exactly
			if total != nil {
				if o, err = object.Binary(s.t, object.Add, total, o); err != nil {
					return nil, err
				}
			}
			total = o
		}
		if out[i], err = object.RealNumber(s.t, o); err != nil {
			return nil, err
		}
	}
	return out, nil
}
