// Package random is Python's module random: the Mersenne Twister and CPython's ways of making other numbers of it, so that
// a seed gives the values that it gives there.
//
// A browser session is to give the same output each time it runs, so nothing here depends on the clock or on chance: a
// generator that is not given a seed is seeded with the int 0, the next one of the session with 1, and so on. The first is
// the module's own.
package random

import (
	"math"
	"math/big"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("random", load) }

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("random")
	m.Dict.SetName("Random", randomClass)
	m.Dict.SetName("SystemRandom", systemRandomClass)
	own, err := object.Call(t, randomClass)
	if err != nil {
		return nil, err
	}
	m.Dict.SetName("_inst", own)
	for _, f := range methods {
		m.Dict.SetName(f.name, &object.Method{Self: own, Func: randomClass.Lookup(object.Intern(f.name))})
	}
	return m, nil
}

// generator is the hidden state of a Random object.
type generator struct {
	twister
	gauss object.Object // the other half of the last pair of gauss, or None
}

// CopyState lets copy and deepcopy make a generator that goes on alike.
func (g *generator) CopyState(*object.Thread, *object.Instance, func(object.Object) (object.Object, error)) (any, error) {
	c := *g
	return &c, nil
}

var (
	randomClass       = object.NewType("Random", "random", nil)
	systemRandomClass = object.NewType("SystemRandom", "random", randomClass)
)

// source is a Random object at work. Classes of a program that define random or getrandbits are asked for theirs.
type source struct {
	*generator
	t            *object.Thread
	self         *object.Instance
	random, bits object.Object // nil: the twister's own
	floatsOnly   bool          // ints are made of random, not of getrandbits
}

var nameRandom, nameBits = object.Intern("random"), object.Intern("getrandbits")

func sourceOf(t *object.Thread, o object.Object) (*source, error) {
	i, ok := o.(*object.Instance)
	if !ok {
		return nil, object.TypeError("this method needs a Random object, not '%s'", o.Class().Name)
	}
	g, ok := i.State.(*generator)
	if !ok {
		return nil, object.TypeError("this method needs a Random object, not '%s'", o.Class().Name)
	}
	s := &source{generator: g, t: t, self: i}
	if i.Class() == randomClass {
		return s, nil
	}
	for _, c := range i.Class().MRO {
		if c == randomClass {
			break
		}
		if f := c.Dict().GetStr(nameBits); f != nil && s.bits == nil {
			s.bits = &object.Method{Self: i, Func: f}
		}
		if f := c.Dict().GetStr(nameRandom); f != nil && s.random == nil {
			s.random = &object.Method{Self: i, Func: f}
			s.floatsOnly = s.bits == nil
		}
	}
	return s, nil
}

// float returns the next number in [0, 1).
func (s *source) float() (float64, error) {
	if s.random == nil {
		return s.twister.float(), nil
	}
	v, err := object.Call(s.t, s.random)
	if err != nil {
		return 0, err
	}
	return object.RealNumber(s.t, v)
}

// take returns k random bits.
func (s *source) take(k int) (*big.Int, error) {
	if s.bits != nil {
		v, err := object.Call(s.t, s.bits, object.Int(k))
		if err != nil {
			return nil, err
		}
		return object.BigIndex(s.t, v)
	}
	if k == 0 {
		return new(big.Int), nil
	}
	if err := s.t.Alloc(int64(k / 8)); err != nil {
		return nil, err
	}
	return s.twister.bits(k), s.t.Spend(int64(k / 64))
}

// below returns an int in [0, n), n > 0.
func (s *source) below(n int) (int, error) {
	if s.bits == nil && !s.floatsOnly && n <= math.MaxUint32 {
		shift := 32
		for v := n; v > 0; v >>= 1 {
			shift--
		}
		r := s.twister.next() >> shift
		for int(r) >= n {
			r = s.twister.next() >> shift
		}
		return int(r), nil
	}
	v, err := s.belowBig(big.NewInt(int64(n)))
	if err != nil {
		return 0, err
	}
	return int(v.Int64()), nil
}

func (s *source) belowBig(n *big.Int) (*big.Int, error) {
	if s.floatsOnly {
		return s.belowOfFloat(n)
	}
	for {
		v, err := s.take(n.BitLen())
		if err != nil || v.Cmp(n) < 0 {
			return v, err
		}
		if err := s.t.Spend(1); err != nil {
			return nil, err
		}
	}
}

// belowOfFloat makes the int of random alone. It throws away the floats that would favour the smaller numbers.
func (s *source) belowOfFloat(n *big.Int) (*big.Int, error) {
	const whole = 1 << 53
	if n.BitLen() > 53 {
		f, err := s.float()
		if err != nil {
			return nil, err
		}
		bound, _ := new(big.Float).SetInt(n).Float64()
		v, _ := big.NewFloat(math.Floor(f * bound)).Int(nil)
		return v, nil
	}
	size := n.Int64()
	limit := float64(whole-whole%size) / whole
	for {
		f, err := s.float()
		if err != nil {
			return nil, err
		}
		if f < limit {
			return big.NewInt(int64(math.Floor(f*whole)) % size), nil
		}
		if err := s.t.Spend(1); err != nil {
			return nil, err
		}
	}
}

// method is one method of class Random.
type method struct {
	name, sig, doc string
	do             func(s *source, a []object.Object) (object.Object, error)
}

var methods = append(append(stateMethods, choiceMethods...), distributionMethods...)

func init() {
	randomClass.New = func(t *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		i := object.NewInstance(cls)
		g := &generator{gauss: object.None}
		g.twister.seed(big.NewInt(0))
		i.State = g
		return i, nil
	}
	randomClass.Set("VERSION", object.Int(3))
	randomClass.Methods(object.Func("__init__", "(self, x=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.CallMethod(t, a[0], "seed", a[1])
	}))
	randomClass.GetterSetter("gauss_next", "The other half of gauss's last pair.",
		func(t *object.Thread, o object.Object) (object.Object, error) {
			s, err := sourceOf(t, o)
			if err != nil {
				return nil, err
			}
			return s.gauss, nil
		},
		func(t *object.Thread, o, v object.Object) error {
			s, err := sourceOf(t, o)
			if err == nil && v != nil {
				s.gauss = v
			}
			return err
		})
	for _, m := range methods {
		do := m.do
		randomClass.Methods(object.Func(m.name, "(self, "+m.sig[1:], m.doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, err := sourceOf(t, a[0])
			if err != nil {
				return nil, err
			}
			return do(s, a[1:])
		}))
	}
	systemMethods()
}

// systemMethods makes SystemRandom a generator that cannot be seeded. The page is to give the same output each time it runs, so its
// numbers come from the session's generator for secrets.
func systemMethods() {
	systemRandomClass.New = func(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		v, err := randomClass.New(t, cls, a)
		if err == nil {
			v.(*object.Instance).State.(*generator).twister.seed(ChanceOf(t, "secrets").bits(64))
		}
		return v, err
	}
	stateless := func(name string) *object.Builtin {
		return object.Func(name, "(self, *args, **kwds)", "Refuses: there is no state.", func(*object.Thread, []object.Object) (object.Object, error) {
			return nil, object.NewError(object.NotImplementedErrClass, "System entropy source does not have state.")
		})
	}
	systemRandomClass.Methods(
		object.Func("seed", "(self, *args, **kwds)", "Does nothing.", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
		stateless("getstate"), stateless("setstate"))
}
