// Package itertools is Python's module itertools.
package itertools

import (
	"math"
	"strconv"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("itertools", load) }

// iterator is one iterator of this module: next gives the items, nil at the end.
type iterator struct {
	class *object.Class
	next  func(t *object.Thread) (object.Object, error)
	repr  func(t *object.Thread) (string, error)
	args  []object.Object
}

func (i *iterator) Class() *object.Class                       { return i.class }
func (i *iterator) Iter(*object.Thread) (object.Object, error) { return i, nil }

// Next gives the next item. Iterators stand in one another to any depth, so each call counts as a nested one.
func (i *iterator) Next(t *object.Thread) (object.Object, error) {
	if err := t.Deeper(); err != nil {
		return nil, err
	}
	v, err := i.next(t)
	t.Shallower()
	return v, err
}

func (i *iterator) Repr(t *object.Thread) (string, error) {
	if i.repr != nil {
		return i.repr(t)
	}
	return object.DefaultRepr(t, i), nil
}

type nextFunc = func(t *object.Thread) (object.Object, error)

// maker makes the next function of one iterator from the bound arguments.
type maker func(t *object.Thread, a []object.Object) (nextFunc, error)

var classes []*object.Class

// declare makes the class of one iterator.
func declare(name, sig string, make maker) *object.Class {
	c := object.NewType(name, "itertools", nil).Dotted()
	signature := object.ParseSignature(sig)
	c.New = func(t *object.Thread, c *object.Class, a object.Args) (object.Object, error) {
		values, err := signature.Bind(t, name, nil, a, nil)
		if err != nil && name == "zip_longest" && len(a.Kw) > 0 {
			err = object.TypeError("zip_longest() got an unexpected keyword argument")
		}
		if err != nil {
			return nil, err
		}
		next, err := make(t, values)
		if err != nil {
			return nil, err
		}
		it := &iterator{class: c, next: next, args: values}
		if show := shown[name]; show != nil {
			it.repr = func(t *object.Thread) (string, error) { return show(t, values) }
		}
		return it, nil
	}
	c.Protocols(&iterator{})
	classes = append(classes, c)
	return c
}

// shown are the iterators whose repr shows their arguments, which they keep up to date.
var shown = map[string]func(t *object.Thread, a []object.Object) (string, error){
	"count": func(t *object.Thread, a []object.Object) (string, error) {
		start, err := object.Repr(t, a[0])
		if err != nil {
			return "", err
		}
		if step, ok := a[1].(object.Int); ok && step == 1 {
			return "count(" + start + ")", nil
		}
		step, err := object.Repr(t, a[1])
		return "count(" + start + ", " + step + ")", err
	},
	"repeat": func(t *object.Thread, a []object.Object) (string, error) {
		s, err := object.Repr(t, a[0])
		if n, ok := a[1].(object.Int); ok {
			s += ", " + strconv.Itoa(int(n))
		}
		return "repeat(" + s + ")", err
	},
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("itertools")
	for _, c := range classes {
		m.Dict.SetName(c.Name, c)
	}
	tee := object.Func("tee", "(iterable, n=2, /)", "Returns n independent iterators.", tee)
	tee.Module = "itertools"
	m.Dict.SetName("tee", tee)
	return m, nil
}

func init() {
	declare("count", "(start=0, step=1)", count)
	declare("cycle", "(iterable, /)", cycle)
	declare("repeat", "(object, times=?)", repeat).Methods(object.Func("__length_hint__", "(self, /)", "Returns how often the object still comes.",
		func(_ *object.Thread, a []object.Object) (object.Object, error) {
			if n := a[0].(*iterator).args[1]; n != nil {
				return n, nil
			}
			return nil, object.TypeError("len() of unsized object")
		}))
	declare("accumulate", "(iterable, func=None, *, initial=None)", accumulate)
	chain := declare("chain", "(*iterables)", func(t *object.Thread, a []object.Object) (nextFunc, error) { return flatten(t, a[0]) })
	chain.ClassMethods(object.Func("from_iterable", "(cls, iterable, /)", "Chains the iterables that an iterable gives.",
		func(t *object.Thread, a []object.Object) (object.Object, error) {
			next, err := flatten(t, a[1])
			return &iterator{class: chain, next: next}, err
		}))
	declare("compress", "(data, selectors)", compress)
	declare("dropwhile", "(predicate, iterable, /)", dropwhile)
	declare("takewhile", "(predicate, iterable, /)", takewhile)
	declare("filterfalse", "(function, iterable, /)", filterfalse)
	declare("starmap", "(function, iterable, /)", starmap)
	declare("islice", "(iterable, start, stop=?, step=None, /)", islice)
	declare("pairwise", "(iterable, /)", pairwise)
	declare("zip_longest", "(*iterables, fillvalue=None)", zipLongest)
	declare("groupby", "(iterable, key=None)", groupby)
	declare("product", "(*iterables, repeat=1)", product)
	declare("permutations", "(iterable, r=None)", permutations)
	declare("combinations", "(iterable, r)", combinations(false))
	declare("combinations_with_replacement", "(iterable, r)", combinations(true))
}

func count(_ *object.Thread, a []object.Object) (nextFunc, error) {
	for _, o := range a {
		_, isComplex := object.Of(o).(object.Complex)
		if _, ok := object.AsFloat64(o); !ok && !isComplex && object.AsBig(o) == nil && o.Class().Lookup(object.Intern("__float__")) == nil &&
			o.Class().Lookup(object.Intern("__index__")) == nil {
			return nil, object.TypeError("a number is required")
		}
	}
	return func(t *object.Thread) (object.Object, error) {
		v := a[0]
		next, err := object.Binary(t, object.Add, v, a[1])
		if err == nil {
			a[0] = next
		}
		return v, err
	}, nil
}

func cycle(t *object.Thread, a []object.Object) (nextFunc, error) {
	it, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	var saved []object.Object
	at := 0
	return func(t *object.Thread) (object.Object, error) {
		if it != nil {
			v, err := object.Next(t, it)
			if v != nil || err != nil {
				saved = append(saved, v)
				return v, err
			}
			it = nil
		}
		if len(saved) == 0 {
			return nil, nil
		}
		v := saved[at%len(saved)]
		at++
		return v, t.Spend(1)
	}, nil
}

func repeat(t *object.Thread, a []object.Object) (nextFunc, error) {
	if a[1] != nil {
		n, err := object.Index(t, a[1])
		if err != nil {
			return nil, err
		}
		a[1] = object.Int(max(n, 0))
	}
	return func(t *object.Thread) (object.Object, error) {
		if n, ok := a[1].(object.Int); ok {
			if n == 0 {
				return nil, nil
			}
			a[1] = n - 1
		}
		return a[0], t.Spend(1)
	}, nil
}

func accumulate(t *object.Thread, a []object.Object) (nextFunc, error) {
	it, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	var total object.Object
	if a[2] != object.None {
		total = a[2]
	}
	pending := total != nil
	return func(t *object.Thread) (object.Object, error) {
		if pending {
			pending = false
			return total, nil
		}
		v, err := object.Next(t, it)
		if v == nil || err != nil {
			return nil, err
		}
		switch {
		case total == nil:
			total = v
		case a[1] == object.None:
			total, err = object.Binary(t, object.Add, total, v)
		default:
			total, err = object.Call(t, a[1], total, v)
		}
		return total, err
	}, nil
}

func flatten(t *object.Thread, iterables object.Object) (nextFunc, error) {
	outer, err := object.Iter(t, iterables)
	if err != nil {
		return nil, err
	}
	var inner object.Object
	return func(t *object.Thread) (object.Object, error) {
		for {
			if inner == nil {
				v, err := object.Next(t, outer)
				if v == nil || err != nil {
					return nil, err
				}
				if inner, err = object.Iter(t, v); err != nil {
					return nil, err
				}
			}
			v, err := object.Next(t, inner)
			if v != nil || err != nil {
				return v, err
			}
			inner = nil
		}
	}, nil
}

func compress(t *object.Thread, a []object.Object) (nextFunc, error) {
	data, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	selectors, err := object.Iter(t, a[1])
	return func(t *object.Thread) (object.Object, error) {
		for {
			v, err := object.Next(t, data)
			if v == nil || err != nil {
				return nil, err
			}
			s, err := object.Next(t, selectors)
			if s == nil || err != nil {
				return nil, err
			}
			if keep, err := object.Truth(t, s); keep || err != nil {
				return v, err
			}
		}
	}, err
}

// ask calls a predicate; None asks for the truth of the value itself.
func ask(t *object.Thread, predicate, v object.Object) (bool, error) {
	if predicate != object.None {
		var err error
		if v, err = object.Call(t, predicate, v); err != nil {
			return false, err
		}
	}
	return object.Truth(t, v)
}

func dropwhile(t *object.Thread, a []object.Object) (nextFunc, error) {
	it, err := object.Iter(t, a[1])
	started := false
	return func(t *object.Thread) (object.Object, error) {
		for {
			v, err := object.Next(t, it)
			if v == nil || err != nil || started {
				return v, err
			}
			drop, err := ask(t, a[0], v)
			if err != nil {
				return nil, err
			}
			if !drop {
				started = true
				return v, nil
			}
		}
	}, err
}

func takewhile(t *object.Thread, a []object.Object) (nextFunc, error) {
	it, err := object.Iter(t, a[1])
	done := false
	return func(t *object.Thread) (object.Object, error) {
		if done {
			return nil, nil
		}
		v, err := object.Next(t, it)
		if v == nil || err != nil {
			return nil, err
		}
		take, err := ask(t, a[0], v)
		if err != nil || take {
			return v, err
		}
		done = true
		return nil, nil
	}, err
}

func filterfalse(t *object.Thread, a []object.Object) (nextFunc, error) {
	it, err := object.Iter(t, a[1])
	return func(t *object.Thread) (object.Object, error) {
		for {
			v, err := object.Next(t, it)
			if v == nil || err != nil {
				return nil, err
			}
			if drop, err := ask(t, a[0], v); !drop || err != nil {
				return v, err
			}
		}
	}, err
}

func starmap(t *object.Thread, a []object.Object) (nextFunc, error) {
	it, err := object.Iter(t, a[1])
	return func(t *object.Thread) (object.Object, error) {
		v, err := object.Next(t, it)
		if v == nil || err != nil {
			return nil, err
		}
		args, err := object.Items(t, v)
		if err != nil {
			return nil, err
		}
		return object.Call(t, a[0], args...)
	}, err
}

func islice(t *object.Thread, a []object.Object) (nextFunc, error) {
	start, stop := a[1], a[2]
	if stop == nil { // islice(iterable, stop)
		start, stop = object.None, start
	}
	bound := func(o object.Object, none int, complaint string) (int, error) {
		if o == object.None {
			return none, nil
		}
		n, err := object.Index(t, o)
		if err != nil || n < 0 {
			return 0, object.ValueError("%s", complaint)
		}
		return n, nil
	}
	first, err := bound(start, 0, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
	if err != nil {
		return nil, err
	}
	complaint := "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	if a[2] == nil {
		complaint = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	}
	last, err := bound(stop, -1, complaint)
	if err != nil {
		return nil, err
	}
	step, err := bound(a[3], 1, "Step for islice() must be a positive integer or None.")
	if err != nil {
		return nil, err
	}
	if step == 0 {
		return nil, object.ValueError("Step for islice() must be a positive integer or None.")
	}
	it, err := object.Iter(t, a[0])
	at, want := 0, first
	return func(t *object.Thread) (object.Object, error) {
		for {
			if last >= 0 && want >= last {
				for ; at < last; at++ { // as CPython, read up to stop
					if v, err := object.Next(t, it); v == nil || err != nil {
						return nil, err
					}
				}
				return nil, nil
			}
			v, err := object.Next(t, it)
			if v == nil || err != nil {
				return nil, err
			}
			at++
			if at-1 == want {
				if want += step; want < 0 || last >= 0 && want > last { // no further than stop
					want = last
					if last < 0 {
						want = math.MaxInt
					}
				}
				return v, nil
			}
		}
	}, err
}

func pairwise(t *object.Thread, a []object.Object) (nextFunc, error) {
	it, err := object.Iter(t, a[0])
	var old object.Object
	return func(t *object.Thread) (object.Object, error) {
		var err error
		if old == nil {
			if old, err = object.Next(t, it); old == nil || err != nil {
				return nil, err
			}
		}
		v, err := object.Next(t, it)
		if v == nil || err != nil {
			return nil, err
		}
		pair := object.NewTuple(old, v)
		old = v
		return pair, nil
	}, err
}

func zipLongest(t *object.Thread, a []object.Object) (nextFunc, error) {
	var its []object.Object
	for _, o := range a[0].(*object.Tuple).Items {
		it, err := object.Iter(t, o)
		if err != nil {
			return nil, err
		}
		its = append(its, it)
	}
	active := len(its)
	return func(t *object.Thread) (object.Object, error) {
		if active == 0 {
			return nil, nil
		}
		items := make([]object.Object, len(its))
		for i, it := range its {
			items[i] = a[1]
			if it == nil {
				continue
			}
			v, err := object.Next(t, it)
			if err != nil {
				return nil, err
			}
			if v != nil {
				items[i] = v
				continue
			}
			its[i] = nil
			if active--; active == 0 {
				return nil, nil
			}
		}
		return object.NewTuple(items...), nil
	}, nil
}
