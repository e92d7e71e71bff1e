package numpy

import (
	"math"

	"layerglass/core/python/array"
	"layerglass/core/python/array/random"
	"layerglass/core/python/object"
)

// distribution is a method that draws numbers from parameters that may be arrays.
type distribution struct {
	name, params string
	count        int // parameters; size follows them
	draw         func(s *random.Stream, p []float64) float64
	whole        bool // the results are integers
	check        func(p []float64) string
}

func notNegative(name string, i int) func(p []float64) string {
	return func(p []float64) string {
		if !(p[i] >= 0) || math.Signbit(p[i]) {
			return name + " < 0"
		}
		return ""
	}
}

// positive checks the parameters, which are named in order, from the first one on.
func positive(names ...string) func(p []float64) string {
	return func(p []float64) string {
		for i, name := range names {
			if !(p[i] > 0) {
				return name + " <= 0"
			}
		}
		return ""
	}
}

// bothNotNegative checks two parameters.
func bothNotNegative(first, second string) func(p []float64) string {
	return func(p []float64) string {
		if msg := notNegative(first, 0)(p); msg != "" {
			return msg
		}
		return notNegative(second, 1)(p)
	}
}

func probability(i int) func(p []float64) string {
	return func(p []float64) string {
		if !(p[i] >= 0 && p[i] <= 1) {
			return "p < 0, p > 1 or p is NaN"
		}
		return ""
	}
}

var distributions = []distribution{
	{"normal", "loc=0.0, scale=1.0", 2, func(s *random.Stream, p []float64) float64 { return p[0] + float64(p[1]*s.Normal()) }, false, notNegative("scale", 1)},
	{"uniform", "low=0.0, high=1.0", 2, func(s *random.Stream, p []float64) float64 { return p[0] + float64((p[1]-p[0])*s.Float64()) }, false, func(p []float64) string {
		if r := p[1] - p[0]; r-r != 0 {
			return "range exceeds valid bounds"
		}
		return ""
	}},
	{"exponential", "scale=1.0", 1, func(s *random.Stream, p []float64) float64 { return p[0] * s.Exponential() }, false, notNegative("scale", 0)},
	{"gamma", "shape, scale=1.0", 2, func(s *random.Stream, p []float64) float64 { return p[1] * s.Gamma(p[0]) }, false, bothNotNegative("shape", "scale")},
	{"standard_gamma", "shape", 1, func(s *random.Stream, p []float64) float64 { return s.Gamma(p[0]) }, false, notNegative("shape", 0)},
	{"beta", "a, b", 2, func(s *random.Stream, p []float64) float64 { return s.Beta(p[0], p[1]) }, false, positive("a", "b")},
	{"chisquare", "df", 1, func(s *random.Stream, p []float64) float64 { return 2 * s.Gamma(p[0]/2) }, false, positive("df")},
	{"f", "dfnum, dfden", 2, func(s *random.Stream, p []float64) float64 {
		x := 2 * s.Gamma(p[0]/2) * p[1]
		return x / (2 * s.Gamma(p[1]/2) * p[0])
	}, false, positive("dfnum", "dfden")},
	{"laplace", "loc=0.0, scale=1.0", 2, func(s *random.Stream, p []float64) float64 { return s.Laplace(p[0], p[1]) }, false, notNegative("scale", 1)},
	{"logistic", "loc=0.0, scale=1.0", 2, func(s *random.Stream, p []float64) float64 { return s.Logistic(p[0], p[1]) }, false, notNegative("scale", 1)},
	{"gumbel", "loc=0.0, scale=1.0", 2, func(s *random.Stream, p []float64) float64 { return s.Gumbel(p[0], p[1]) }, false, notNegative("scale", 1)},
	{"lognormal", "mean=0.0, sigma=1.0", 2, func(s *random.Stream, p []float64) float64 { return math.Exp(p[0] + float64(p[1]*s.Normal())) }, false, notNegative("sigma", 1)},
	{"rayleigh", "scale=1.0", 1, func(s *random.Stream, p []float64) float64 { return s.Rayleigh(p[0]) }, false, notNegative("scale", 0)},
	{"triangular", "left, mode, right", 3, func(s *random.Stream, p []float64) float64 { return s.Triangular(p[0], p[1], p[2]) }, false, func(p []float64) string {
		switch {
		case p[0] > p[1]:
			return "left > mode"
		case p[1] > p[2]:
			return "mode > right"
		case p[0] == p[2]:
			return "left == right"
		}
		return ""
	}},
	{"weibull", "a", 1, func(s *random.Stream, p []float64) float64 { return s.Weibull(p[0]) }, false, notNegative("a", 0)},
	{"pareto", "a", 1, func(s *random.Stream, p []float64) float64 { return s.Pareto(p[0]) }, false, positive("a")},
	{"power", "a", 1, func(s *random.Stream, p []float64) float64 { return s.Power(p[0]) }, false, positive("a")},
	{"standard_t", "df", 1, func(s *random.Stream, p []float64) float64 { return s.StudentT(p[0]) }, false, positive("df")},
	{"vonmises", "mu, kappa", 2, func(s *random.Stream, p []float64) float64 { return s.VonMises(p[0], p[1]) }, false, notNegative("kappa", 1)},
	{"poisson", "lam=1.0", 1, func(s *random.Stream, p []float64) float64 { return float64(s.Poisson(p[0])) }, true, func(p []float64) string {
		if !(p[0] >= 0) {
			return "lam < 0 or lam is NaN"
		}
		if p[0] > 9e18 {
			return "lam value too large"
		}
		return ""
	}},
	{"binomial", "n, p", 2, func(s *random.Stream, p []float64) float64 { return float64(s.Binomial(int64(p[0]), p[1])) }, true, func(p []float64) string {
		if !(p[0] >= 0 && p[0] < 1e18) {
			return "n < 0"
		}
		return probability(1)(p)
	}},
	{"geometric", "p", 1, func(s *random.Stream, p []float64) float64 { return float64(s.Geometric(p[0])) }, true, func(p []float64) string {
		if !(p[0] > 0 && p[0] <= 1) {
			return "p <= 0, p > 1 or p contains NaNs"
		}
		return ""
	}},
	{"negative_binomial", "n, p", 2, func(s *random.Stream, p []float64) float64 { return float64(s.NegativeBinomial(p[0], p[1])) }, true, func(p []float64) string {
		switch {
		case !(p[0] > 0):
			return "n <= 0"
		case !(p[1] > 0 && p[1] <= 1):
			return "p <= 0, p > 1 or p is NaN"
		case !(p[0]*(1-p[1])/p[1] <= 1e15):
			return "n too large or p too small"
		}
		return ""
	}},
}

func addDistributions() {
	for _, d := range distributions {
		draw := func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
			return d.run(t, r.stream, a)
		}
		legacyMethod(d.name, d.params+", size=None", draw)
		params := d.params + ", size=None"
		if d.name == "standard_gamma" {
			params += ", dtype=None, out=None"
		}
		streamMethod(generatorClass, d.name, params, draw)
	}
	for name, draw := range map[string]func(s *random.Stream) float64{"standard_normal": (*random.Stream).Normal,
		"standard_exponential": (*random.Stream).Exponential, "standard_cauchy": (*random.Stream).Cauchy} {
		f := func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
			return drawn(t, r.stream, a[0], draw)
		}
		legacyMethod(name, "size=None", f)
		if name == "standard_cauchy" {
			streamMethod(generatorClass, name, "size=None", f)
			continue
		}
		streamMethod(generatorClass, name, "size=None, dtype=None, out=None", narrow(draw, name))
	}
	uniform := func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		return drawn(t, r.stream, a[0], func(s *random.Stream) float64 { return s.Float64() })
	}
	for _, name := range []string{"random_sample", "random", "ranf", "sample"} {
		legacyMethod(name, "size=None", uniform)
	}
	streamMethod(generatorClass, "random", "size=None, dtype=None, out=None", narrow(func(s *random.Stream) float64 { return s.Float64() }, "random"))
	legacyMethod("rand", "*args", dimensions(func(s *random.Stream) float64 { return s.Float64() }))
	legacyMethod("randn", "*args", dimensions((*random.Stream).Normal))
}

// dimensions is rand and randn, whose arguments are the sizes.
func dimensions(draw func(s *random.Stream) float64) func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		args := a[0].(*object.Tuple)
		if len(args.Items) == 0 {
			return drawn(t, r.stream, object.None, draw)
		}
		shape, err := intItems(t, args.Items)
		if err != nil {
			return nil, err
		}
		return drawn(t, r.stream, shapeTuple(shape), draw)
	}
}

// narrow draws with the dtype argument that a Generator's methods have.
func narrow(draw func(s *random.Stream) float64, name string) func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
	return func(t *object.Thread, r *randomStream, a []object.Object) (object.Object, error) {
		d, _, err := dtypeOr(t, a[1], array.Float64)
		if err != nil {
			return nil, err
		}
		if given(a[2]) {
			return nil, typeError("out= of %s is not supported here", name)
		}
		var single func(s *random.Stream) float64
		switch {
		case d == array.Float64:
			return drawn(t, r.stream, a[0], draw)
		case d != array.Float32 || name == "standard_exponential":
			return nil, typeError("Unsupported dtype %s for %s", dtypeText(array.Of(mustZero(d))), name)
		case name == "random":
			single = func(s *random.Stream) float64 { return float64(s.Float32()) }
		default:
			single = func(s *random.Stream) float64 { return float64(s.Normal32()) }
		}
		v, err := drawn(t, r.stream, a[0], single)
		if err != nil {
			return nil, err
		}
		x, ok := Of(v)
		if !ok {
			return v, nil
		}
		x, err = x.Cast(d)
		return resultOf(x, err)
	}
}

// drawn fills a shape; size None gives one Python float.
func drawn(t *object.Thread, s *random.Stream, size object.Object, draw func(s *random.Stream) float64) (object.Object, error) {
	if !given(size) {
		return object.Float(draw(s)), nil
	}
	shape, err := ints(t, size)
	if err != nil {
		return nil, err
	}
	x, err := array.New(t, array.Float64, shape...)
	if err != nil {
		return nil, raised(err)
	}
	if err := t.Spend(int64(x.Size())); err != nil {
		return nil, err
	}
	data := array.Data[float64](x)
	for i := range data {
		data[i] = draw(s)
	}
	return New(x), nil
}

// run draws with parameters that are broadcast against each other and the size.
func (d distribution) run(t *object.Thread, s *random.Stream, a []object.Object) (object.Object, error) {
	size := a[d.count]
	p := make([]float64, d.count)
	single := true
	params := make([]*array.Array, d.count)
	for i := range p {
		x, err := numeric(t, a[i])
		if err != nil {
			return nil, err
		}
		if x, err = x.Cast(array.Float64); err != nil {
			return nil, raised(err)
		}
		params[i] = x
		single = single && x.Rank() == 0
	}
	for i, x := range params {
		for _, v := range array.Data[float64](x) {
			p[i] = v
		}
	}
	if !single {
		return d.broadcast(t, s, params, size)
	}
	if msg := d.check(p); msg != "" {
		return nil, valueError("%s", msg)
	}
	v, err := drawn(t, s, size, func(s *random.Stream) float64 { return d.draw(s, p) })
	if err != nil || !d.whole {
		return v, err
	}
	if f, ok := v.(object.Float); ok {
		return object.Int(int64(f)), nil
	}
	x, _ := Of(v)
	x, err = x.Cast(array.Int64)
	return arrayOf(x, err)
}

func (d distribution) broadcast(t *object.Thread, s *random.Stream, params []*array.Array, size object.Object) (object.Object, error) {
	var shapes [][]int
	for _, x := range params {
		shapes = append(shapes, x.Shape())
	}
	shape, err := array.BroadcastShapes(shapes...)
	if err != nil {
		return nil, valueError("shape mismatch: objects cannot be broadcast to a single shape.")
	}
	if given(size) {
		want, err := ints(t, size)
		if err != nil {
			return nil, err
		}
		got, err := array.BroadcastShapes(shape, want)
		if err != nil || !array.EqualShape(got, want) {
			return nil, valueError("Output size %s is not compatible with broadcast dimensions of inputs %s.", array.ShapeString(want), array.ShapeString(shape))
		}
		shape = want
	}
	columns := make([][]float64, len(params))
	for i, x := range params {
		b, err := x.BroadcastTo(shape)
		if err != nil {
			return nil, raised(err)
		}
		columns[i] = array.Data[float64](b)
	}
	out, err := array.New(t, array.Float64, shape...)
	if err != nil {
		return nil, raised(err)
	}
	p := make([]float64, len(params))
	row := func(i int) []float64 {
		for k := range p {
			p[k] = columns[k][i]
		}
		return p
	}
	data := array.Data[float64](out)
	for i := range data {
		if msg := d.check(row(i)); msg != "" {
			return nil, valueError("%s", msg)
		}
	}
	for i := range data {
		data[i] = d.draw(s, row(i))
	}
	if d.whole {
		out, err = out.Cast(array.Int64)
	}
	return arrayOf(out, err)
}
