package statistics

import (
	"math"
	"math/big"

	"layerglass/core/python/object"
)

// normal is a NormalDist.
type normal struct{ mu, sigma float64 }

var normalClass = object.NewType("NormalDist", "statistics", nil).WithPayload()

// Class returns the type NormalDist.
func (*normal) Class() *object.Class { return normalClass }

func squareRoot(x float64) float64 { return math.Sqrt(x) }

// Repr shows the call that makes the distribution.
func (d *normal) Repr(*object.Thread) (string, error) {
	return "NormalDist(mu=" + object.FloatRepr(d.mu) + ", sigma=" + object.FloatRepr(d.sigma) + ")", nil
}

// Hash is that of the two parameters.
func (d *normal) Hash(t *object.Thread) (uint64, error) {
	return object.Hash(t, object.NewTuple(object.Float(d.mu), object.Float(d.sigma)))
}

// Compare is equality of the parameters.
func (d *normal) Compare(_ *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	e, ok := object.Of(o).(*normal)
	if !ok || op != object.Eq && op != object.Ne {
		return object.NotImplemented, nil
	}
	return object.Bool((*d == *e) == (op == object.Eq)), nil
}

// Unary is sign.
func (d *normal) Unary(_ *object.Thread, op object.UnaryOp) (object.Object, error) {
	switch op {
	case object.Neg:
		return &normal{-d.mu, d.sigma}, nil
	case object.Pos:
		return &normal{d.mu, d.sigma}, nil
	}
	return nil, object.TypeError("bad operand type for this unary operation: 'NormalDist'")
}

// Binary moves and scales the distribution, or adds one that is independent.
func (d *normal) Binary(t *object.Thread, op object.BinaryOp, o object.Object, reflected bool) (object.Object, error) {
	if e, ok := object.Of(o).(*normal); ok {
		switch op {
		case object.Add:
			return &normal{d.mu + e.mu, object.FloatHypot(d.sigma, e.sigma)}, nil
		case object.Sub:
			if reflected {
				d, e = e, d
			}
			return &normal{d.mu - e.mu, object.FloatHypot(d.sigma, e.sigma)}, nil
		}
		return object.NotImplemented, nil
	}
	x, err := object.RealNumber(t, o)
	if err != nil {
		return object.NotImplemented, nil
	}
	switch {
	case op == object.Add:
		return &normal{d.mu + x, d.sigma}, nil
	case op == object.Sub && reflected:
		return &normal{-(d.mu - x), d.sigma}, nil
	case op == object.Sub:
		return &normal{d.mu - x, d.sigma}, nil
	case op == object.Mul:
		return &normal{d.mu * x, d.sigma * math.Abs(x)}, nil
	case op == object.TrueDiv && !reflected && x == 0:
		return nil, object.NewError(object.ZeroDivisionErrorClass, "float division by zero")
	case op == object.TrueDiv && !reflected:
		return &normal{d.mu / x, d.sigma / math.Abs(x)}, nil
	}
	return object.NotImplemented, nil
}

// function makes a method of one number that needs a sigma.
func function(name, doc string, f func(d *normal, x float64) float64) *object.Builtin {
	return object.Func(name, "(self, x)", doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		d := a[0].(*normal)
		x, err := object.RealNumber(t, a[1])
		if err != nil {
			return nil, err
		}
		if d.sigma == 0 {
			return nil, statisticsError("%s() not defined when sigma is zero", name)
		}
		return object.Float(f(d, x)), nil
	})
}

func (d *normal) pdf(x float64) float64 {
	v := d.sigma * d.sigma
	off := x - d.mu
	return object.FloatExp(off*off/(-2*v)) / math.Sqrt(2*math.Pi*v)
}

func (d *normal) cdf(x float64) float64 {
	return 0.5 * (1 + math.Erf((x-d.mu)/(d.sigma*math.Sqrt2)))
}

// inverse is Wichura's algorithm AS 241: quotients of polynomials for the middle and the two parts of the tails.
func (d *normal) inverse(p float64) float64 {
	q := p - 0.5
	if math.Abs(q) <= 0.425 {
		return d.mu + quotient(0.180625-q*q, &middlePart, q)*d.sigma
	}
	r := p
	if q > 0 {
		r = 1 - p
	}
	r = math.Sqrt(-object.FloatLog(r))
	x := 0.0
	if r <= 5 {
		x = quotient(r-1.6, &nearTail, 1)
	} else {
		x = quotient(r-5, &farTail, 1)
	}
	if q < 0 {
		x = -x
	}
	return d.mu + x*d.sigma
}

type rationalFunction struct{ upper, lower [8]float64 }

func quotient(r float64, f *rationalFunction, factor float64) float64 {
	u, l := f.upper[0], f.lower[0]
	for i := 1; i < 8; i++ {
		u, l = u*r+f.upper[i], l*r+f.lower[i]
	}
	return u * factor / l
}

var (
	middlePart = rationalFunction{
		[8]float64{2.50908092873012267270e+3, 3.34305755835881281050e+4, 6.72657709270087008530e+4, 4.59219539315498714570e+4,
			1.37316937655094611250e+4, 1.97159095030655144270e+3, 1.33141667891784377450e+2, 3.38713287279636660800e+0},
		[8]float64{5.22649527885285456100e+3, 2.87290857357219426740e+4, 3.93078958000927106100e+4, 2.12137943015865958670e+4,
			5.39419602142475110770e+3, 6.87187007492057908300e+2, 4.23133307016009112520e+1, 1},
	}
	nearTail = rationalFunction{
		[8]float64{7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e+0,
			3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0, 1.42343711074968357734e+0},
		[8]float64{1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
			6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1},
	}
	farTail = rationalFunction{
		[8]float64{2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
			2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0, 6.65790464350110377720e+0},
		[8]float64{2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
			1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1},
	}
)

func newNormal(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := normalSignature.Bind(t, "NormalDist", nil, a, nil)
	if err != nil {
		return nil, err
	}
	p, err := reals(t, v)
	if err != nil {
		return nil, err
	}
	if p[1] < 0 {
		return nil, statisticsError("sigma must be non-negative")
	}
	return object.Wrap(cls, &normal{p[0], p[1]}), nil
}

var normalSignature = object.ParseSignature("(mu=0.0, sigma=1.0)")

func init() {
	normalClass.New = newNormal
	normalClass.Protocols(&normal{}, object.Add, object.Sub, object.Mul, object.TrueDiv)
	normalClass.Methods(
		object.RawFunc("__init__", "(self, /, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
		function("pdf", "Returns the density at x.", (*normal).pdf),
		function("cdf", "Returns the probability of at most x.", (*normal).cdf),
		function("zscore", "Returns how many standard deviations x is above the mean.", func(d *normal, x float64) float64 { return (x - d.mu) / d.sigma }),
		object.Func("inv_cdf", "(self, p)", "Returns the x of a probability.", invCDF),
		object.Func("quantiles", "(self, n=4)", "Returns the points that cut the distribution into n parts.", normalQuantiles),
		object.Func("overlap", "(self, other)", "Returns the area that two distributions share.", overlap),
		object.Func("samples", "(self, n, *, seed=None)", "Returns n random numbers.", samples),
	)
	normalClass.ClassMethods(object.Func("from_samples", "(cls, data)", "Makes a distribution of data.", fromSamples))
	for _, g := range []struct {
		name, doc string
		get       func(d *normal) float64
	}{
		{"mean", "The mean.", func(d *normal) float64 { return d.mu }}, {"median", "The median.", func(d *normal) float64 { return d.mu }},
		{"mode", "The mode.", func(d *normal) float64 { return d.mu }}, {"stdev", "The standard deviation.", func(d *normal) float64 { return d.sigma }},
		{"variance", "The variance.", func(d *normal) float64 { return d.sigma * d.sigma }},
	} {
		get := g.get
		normalClass.Getter(g.name, g.doc, func(_ *object.Thread, o object.Object) (object.Object, error) {
			return object.Float(get(object.Of(o).(*normal))), nil
		})
	}
}

func invCDF(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := object.RealNumber(t, a[1])
	if err != nil {
		return nil, err
	}
	if !(p > 0 && p < 1) {
		return nil, statisticsError("p must be in the range 0.0 < p < 1.0")
	}
	d := a[0].(*normal)
	if d.sigma <= 0 {
		return nil, statisticsError("cdf() not defined when sigma at or below zero")
	}
	return object.Float(d.inverse(p)), nil
}

func normalQuantiles(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := t.Alloc(int64(n) * 24); n > 0 && err != nil {
		return nil, err
	}
	out := object.NewList()
	for i := 1; i < n; i++ {
		v, err := invCDF(t, []object.Object{a[0], object.Float(float64(i) / float64(n))})
		if err != nil {
			return nil, err
		}
		out.Items = append(out.Items, v)
	}
	return out, nil
}

func overlap(_ *object.Thread, a []object.Object) (object.Object, error) {
	x := a[0].(*normal)
	y, ok := object.Of(a[1]).(*normal)
	if !ok {
		return nil, object.TypeError("Expected another NormalDist instance")
	}
	if y.sigma < x.sigma || y.sigma == x.sigma && y.mu < x.mu {
		x, y = y, x
	}
	xv, yv := x.sigma*x.sigma, y.sigma*y.sigma
	if xv == 0 || yv == 0 {
		return nil, statisticsError("overlap() not defined when sigma is zero")
	}
	dv, dm := yv-xv, math.Abs(y.mu-x.mu)
	if dv == 0 {
		return object.Float(1 - math.Erf(dm/(2*x.sigma*math.Sqrt2))), nil
	}
	a1 := x.mu*yv - y.mu*xv
	b := x.sigma * y.sigma * math.Sqrt(dm*dm+dv*object.FloatLog(yv/xv))
	x1, x2 := (a1+b)/dv, (a1-b)/dv
	return object.Float(1 - (math.Abs(y.cdf(x1)-x.cdf(x1)) + math.Abs(y.cdf(x2)-x.cdf(x2)))), nil
}

// samples draws with the session's module random, or with a generator of its own.
func samples(t *object.Thread, a []object.Object) (object.Object, error) {
	n, err := object.Index(t, a[1])
	if err != nil {
		return nil, err
	}
	var from object.Object
	if from, err = t.Import(t, "random"); err != nil {
		return nil, err
	}
	if a[2] != object.None {
		if from, err = object.CallMethod(t, from, "Random", a[2]); err != nil {
			return nil, err
		}
	}
	d, out := a[0].(*normal), object.NewList()
	for range n {
		v, err := object.CallMethod(t, from, "gauss", object.Float(d.mu), object.Float(d.sigma))
		if err != nil {
			return nil, err
		}
		if err := out.Append(t, v); err != nil {
			return nil, err
		}
		if err := t.Spend(1); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// fromSamples keeps mean and variance exact until the end.
func fromSamples(t *object.Thread, a []object.Object) (object.Object, error) {
	items, err := data(t, a[1], 2, "stdev requires at least two data points")
	if err != nil {
		return nil, err
	}
	n, err := exactly(t, items)
	if err != nil {
		return nil, err
	}
	n.kind = floats
	count := new(big.Rat).SetInt64(int64(len(items)))
	total := n.sum()
	mean, err := n.give(t, total.Quo(total, count))
	if err != nil {
		return nil, err
	}
	variance := n.squares()
	sigma, err := n.root(t, variance.Quo(variance, count.Sub(count, big.NewRat(1, 1))))
	if err != nil {
		return nil, err
	}
	return object.Call(t, a[0], mean, sigma)
}
