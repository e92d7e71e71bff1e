package numpy

import (
	"hash/maphash"
	"math/big"

	"layerglass/core/python/array"
	"layerglass/core/python/array/random"
	"layerglass/core/python/object"
)

// randomStream is a RandomState or a Generator.
type randomStream struct {
	class  *object.Class
	stream *random.Stream
	seed   *random.SeedSequence // of a Generator
	bits   object.Object
}

// bitGenerator is PCG64 or MT19937.
type bitGenerator struct {
	class  *object.Class
	source random.Source
	seed   *random.SeedSequence
}

// seedSequence is a SeedSequence.
type seedSequence struct {
	seed    *random.SeedSequence
	entropy object.Object
}

var (
	randomStateClass  = object.NewType("RandomState", "numpy.random.mtrand", nil).Final()
	generatorClass    = object.NewType("Generator", "numpy.random._generator", nil).Final()
	pcg64Class        = object.NewType("PCG64", "numpy.random._pcg64", nil).Final()
	twisterClass      = object.NewType("MT19937", "numpy.random._mt19937", nil).Final()
	seedSequenceClass = object.NewType("SeedSequence", "numpy.random.bit_generator", nil).Final()
)

// Class returns RandomState or Generator.
func (r *randomStream) Class() *object.Class { return r.class }

// Class returns PCG64 or MT19937.
func (b *bitGenerator) Class() *object.Class { return b.class }

// Class returns SeedSequence.
func (*seedSequence) Class() *object.Class { return seedSequenceClass }

// Repr names the bit generator.
func (r *randomStream) Repr(t *object.Thread) (string, error) {
	name := "MT19937"
	if b, ok := r.bits.(*bitGenerator); ok {
		name = b.class.Name
	}
	return r.class.Name + "(" + name + ")", nil
}

type randomKey struct{}

// globalStream is the stream behind the functions of numpy.random.
func globalStream(t *object.Thread) *randomStream {
	return t.State(randomKey{}, func() any {
		return &randomStream{class: randomStateClass, stream: random.NewLegacy(random.NewTwister(uint32(freshSeed())))}
	}).(*randomStream)
}

// freshSeed is different each time.
func freshSeed() uint64 { return maphash.String(maphash.MakeSeed(), "numpy.random") }

// legacyMethod registers a method of RandomState that is a function of numpy.random too.
func legacyMethod(name, params string, f func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error)) {
	registerIn("random", fn(name, "("+params+")", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return f(t, globalStream(t), a)
	}))
	streamMethod(randomStateClass, name, params, f)
}

func streamMethod(c *object.Class, name, params string, f func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error)) {
	sig := "(self, /)"
	if params != "" {
		sig = "(self, /, " + params + ")"
	}
	c.Methods(object.Func(name, sig, "", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return f(t, a[0].(*randomStream), a[1:])
	}))
}

func addRandom() {
	randomStateClass.Protocols(&randomStream{})
	generatorClass.Protocols(&randomStream{})
	entries := submodules["random"]
	entries["RandomState"], entries["Generator"] = randomStateClass, generatorClass
	entries["PCG64"], entries["MT19937"], entries["SeedSequence"] = pcg64Class, twisterClass, seedSequenceClass
	registerIn("random", fn("default_rng", "(seed=None)", "Makes a Generator.", defaultRng))
	legacyMethod("seed", "seed=None", func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		m, err := twisterOf(t, a[0])
		if err != nil {
			return nil, err
		}
		r.stream = random.NewLegacy(m)
		return object.None, nil
	})
	legacyMethod("get_state", "legacy=True", getState)
	legacyMethod("set_state", "state", setState)
	streamMethod(generatorClass, "spawn", "n_children", spawn)
	generatorClass.Getter("bit_generator", "", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return self.(*randomStream).bits, nil
	})
	seedSequenceClass.Methods(
		object.Func("spawn", "(self, n_children)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			n, err := spawnCount(t, a[1])
			if err != nil {
				return nil, err
			}
			var items []object.Object
			for _, c := range a[0].(*seedSequence).seed.Spawn(n) {
				items = append(items, &seedSequence{c, a[0].(*seedSequence).entropy})
			}
			return object.NewList(items...), nil
		}),
		object.Func("generate_state", "(self, n_words, dtype=None)", "", generateState))
	seedSequenceClass.Getter("entropy", "", func(_ *object.Thread, self object.Object) (object.Object, error) {
		return self.(*seedSequence).entropy, nil
	})
}

// seedWords reads a seed: an int of any size or a sequence of them, as 32-bit digits.
func seedWords(t *object.Thread, o object.Object) ([]uint32, error) {
	if !given(o) {
		f := freshSeed()
		return []uint32{uint32(f), uint32(f >> 32)}, nil
	}
	if v, err := object.AsIndex(t, o); err == nil {
		return digits(v)
	}
	x, err := arr(t, o)
	if err != nil {
		return nil, err
	}
	if !x.Dtype().IsInteger() {
		return nil, typeError("SeedSequence expects int or sequence of ints for entropy not %s", o.Class().Name)
	}
	var words []uint32
	get := x.Getter()
	for i := range x.Size() {
		w, err := digits(pythonValue(get(i)))
		if err != nil {
			return nil, err
		}
		words = append(words, w...)
	}
	return words, nil
}

func digits(v object.Object) ([]uint32, error) {
	n := new(big.Int)
	switch x := v.(type) {
	case object.Int:
		n.SetInt64(int64(x))
	case object.Bool:
		if x {
			n.SetInt64(1)
		}
	case *object.BigInt:
		n.Set(x.V)
	}
	if n.Sign() < 0 {
		return nil, valueError("expected non-negative integer")
	}
	if n.Sign() == 0 {
		return []uint32{0}, nil
	}
	var words []uint32
	mask := big.NewInt(0xffffffff)
	for n.Sign() > 0 {
		words = append(words, uint32(new(big.Int).And(n, mask).Uint64()))
		n.Rsh(n, 32)
	}
	return words, nil
}

// twisterOf seeds a Mersenne Twister as RandomState does.
func twisterOf(t *object.Thread, seed object.Object) (*random.Twister, error) {
	if !given(seed) {
		return random.NewTwister(uint32(freshSeed())), nil
	}
	if x, ok := Of(seed); ok && x.Size() == 1 {
		seed = item(x)
	}
	if v, err := object.AsIndex(t, seed); err == nil {
		n, ok := object.AsInt64(v)
		if !ok || n < 0 || n > 0xffffffff {
			return nil, valueError("Seed must be between 0 and 2**32 - 1")
		}
		return random.NewTwister(uint32(n)), nil
	}
	x, err := arr(t, seed)
	if err != nil {
		return nil, err
	}
	if x.Size() == 0 {
		return nil, valueError("Seed must be non-empty")
	}
	list, err := array.Ints(x)
	if err != nil {
		return nil, typeError("Cannot cast array data from %s to dtype('int64') according to the rule 'safe'", dtypeText(array.Of(x)))
	}
	if x.Rank() != 1 {
		return nil, valueError("Seed array must be 1-d")
	}
	words := make([]uint32, len(list))
	for i, v := range list {
		if v < 0 || v > 0xffffffff {
			return nil, valueError("Seed values must be between 0 and 2**32 - 1")
		}
		words[i] = uint32(v)
	}
	return random.NewTwisterFrom(words), nil
}

func newRandomState(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := object.ParseSignature("(seed=None)").Bind(t, "RandomState", nil, a, nil)
	if err != nil {
		return nil, err
	}
	if b, ok := v[0].(*bitGenerator); ok {
		return &randomStream{class: cls, stream: &random.Stream{Source: b.source, Legacy: true}, bits: b}, nil
	}
	m, err := twisterOf(t, v[0])
	if err != nil {
		return nil, err
	}
	return &randomStream{class: cls, stream: random.NewLegacy(m)}, nil
}

func newBitGenerator(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := object.ParseSignature("(seed=None)").Bind(t, cls.Name, nil, a, nil)
	if err != nil {
		return nil, err
	}
	s, err := sequenceOf(t, v[0])
	if err != nil {
		return nil, err
	}
	return bitGeneratorOf(cls, s), nil
}

func bitGeneratorOf(cls *object.Class, s *random.SeedSequence) *bitGenerator {
	if cls == twisterClass {
		words := s.Uint32s(624)
		words[0] = 0x80000000
		m := random.NewTwister(0)
		m.SetState(words, 623)
		return &bitGenerator{cls, m, s}
	}
	return &bitGenerator{cls, random.NewPCG64(s), s}
}

func sequenceOf(t *object.Thread, o object.Object) (*random.SeedSequence, error) {
	if s, ok := o.(*seedSequence); ok {
		return s.seed, nil
	}
	words, err := seedWords(t, o)
	if err != nil {
		return nil, err
	}
	return random.NewSeedSequence(words), nil
}

func newSeedSequence(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
	v, err := object.ParseSignature("(entropy=None, *, spawn_key=(), pool_size=4, n_children_spawned=0)").Bind(t, "SeedSequence", nil, a, nil)
	if err != nil {
		return nil, err
	}
	words, err := seedWords(t, v[0])
	if err != nil {
		return nil, err
	}
	key, err := ints(t, v[1])
	if err != nil {
		return nil, err
	}
	var keys []uint32
	for _, k := range key {
		keys = append(keys, uint32(k))
	}
	return &seedSequence{random.NewSeedSequence(words, keys...), v[0]}, nil
}

func generateState(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 0 || n > 1<<20 {
		return nil, valueError("n_words must be between 0 and 2**20")
	}
	d, _, err := dtypeOr(t, a[2], array.Uint32)
	if err != nil {
		return nil, err
	}
	s := a[0].(*seedSequence).seed
	if d == array.Uint64 {
		return arrayOf(array.FromSlice(t, s.Uint64s(n), n))
	}
	return arrayOf(array.FromSlice(t, s.Uint32s(n), n))
}

func newGenerator(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	if len(a.Pos) == 1 {
		if b, ok := a.Pos[0].(*bitGenerator); ok {
			return &randomStream{class: cls, stream: random.NewGenerator(b.source), seed: b.seed, bits: b}, nil
		}
	}
	return nil, typeError("Generator needs a bit generator such as np.random.PCG64(seed)")
}

func defaultRng(t *object.Thread, a []object.Object) (object.Object, error) {
	switch x := a[0].(type) {
	case *randomStream:
		if x.class == generatorClass {
			return x, nil
		}
		return &randomStream{class: generatorClass, stream: random.NewGenerator(x.stream.Source), bits: x.bits}, nil
	case *bitGenerator:
		return &randomStream{class: generatorClass, stream: random.NewGenerator(x.source), seed: x.seed, bits: x}, nil
	}
	s, err := sequenceOf(t, a[0])
	if err != nil {
		return nil, err
	}
	return generatorOf(s), nil
}

func generatorOf(s *random.SeedSequence) *randomStream {
	b := bitGeneratorOf(pcg64Class, s)
	return &randomStream{class: generatorClass, stream: random.NewGenerator(b.source), seed: s, bits: b}
}

func spawn(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
	n, err := spawnCount(t, a[0])
	if err != nil {
		return nil, err
	}
	if r.seed == nil {
		return nil, typeError("The underlying SeedSequence does not implement spawning.")
	}
	var items []object.Object
	for _, s := range r.seed.Spawn(n) {
		items = append(items, generatorOf(s))
	}
	return object.NewList(items...), nil
}

func getState(t *object.Thread, r *randomStream, _ []object.Object) (object.Object, error) {
	m, ok := r.stream.Source.(*random.Twister)
	if !ok {
		return nil, valueError("get_state is there for the Mersenne Twister alone")
	}
	key, pos := m.State()
	x, err := array.FromSlice(t, key, len(key))
	if err != nil {
		return nil, raised(err)
	}
	has, gauss := r.stream.Gauss()
	return object.NewTuple(object.NewStr("MT19937"), New(x), object.Int(pos), object.Int(map[bool]int{true: 1}[has]), object.Float(gauss)), nil
}

func setState(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
	items, err := object.Items(t, a[0])
	if err != nil {
		return nil, err
	}
	m, ok := r.stream.Source.(*random.Twister)
	if !ok || len(items) < 3 {
		return nil, valueError("state must be what get_state returned")
	}
	x, err := arr(t, items[1])
	if err != nil {
		return nil, err
	}
	if x, err = x.Cast(array.Uint32); err != nil {
		return nil, raised(err)
	}
	pos, err := object.Index(t, items[2])
	if err != nil {
		return nil, err
	}
	if !m.SetState(array.Data[uint32](x), pos) {
		return nil, valueError("state must be what get_state returned")
	}
	if len(items) == 5 {
		has, err := object.Truth(t, items[3])
		if err != nil {
			return nil, err
		}
		gauss, err := object.ToFloat(t, items[4])
		if err != nil {
			return nil, err
		}
		r.stream.SetGauss(has, gauss)
	}
	return object.None, nil
}

// spawnCount reads how many children to spawn.
func spawnCount(t *object.Thread, o object.Object) (int, error) {
	n, err := object.Index(t, o)
	if err != nil {
		return 0, err
	}
	if n < 0 || n > 1<<16 {
		return 0, valueError("n_children must be between 0 and 65536, got %d", n)
	}
	return n, nil
}
