package statistics

import (
	"math/big"

	"layerglass/core/python/lib/math"
	"layerglass/core/python/object"
)

var spreads = []*object.Builtin{
	object.Func("variance", "(data, xbar=None)", "Returns the variance of a sample.", spread("variance requires at least two data points", 1, (*numbers).give)),
	object.Func("pvariance", "(data, mu=None)", "Returns the variance of a population.", spread("pvariance requires at least one data point", 0, (*numbers).give)),
	object.Func("stdev", "(data, xbar=None)", "Returns the standard deviation of a sample.", spread("stdev requires at least two data points", 1, (*numbers).root)),
	object.Func("pstdev", "(data, mu=None)", "Returns the standard deviation of a population.", spread("pstdev requires at least one data point", 0, (*numbers).root)),
}

// spread makes a function of the mean square difference. less is how much is taken from the number of data points.
func spread(refusal string, less int, give func(n *numbers, t *object.Thread, v *big.Rat) (object.Object, error)) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		items, err := data(t, a[0], 1+less, refusal)
		if err != nil {
			return nil, err
		}
		var n *numbers
		var total *big.Rat
		if a[1] == object.None {
			if n, err = exactly(t, items); err != nil {
				return nil, err
			}
			total = n.squares()
			if n.special != 0 {
				n.special -= n.special // an infinite mean leaves no number
			}
		} else if n, total, err = around(t, items, a[1]); err != nil {
			return nil, err
		}
		return give(n, t, total.Quo(total, new(big.Rat).SetInt64(int64(len(items)-less))))
	}
}

// around returns the sum of the squares of the differences from a given centre.
func around(t *object.Thread, items []object.Object, centre object.Object) (*numbers, *big.Rat, error) {
	list := make([]object.Object, len(items))
	for i, o := range items {
		d, err := object.Binary(t, object.Sub, o, centre)
		if err != nil {
			return nil, nil, err
		}
		if list[i], err = object.Binary(t, object.Mul, d, d); err != nil {
			return nil, nil, err
		}
	}
	n, err := exactly(t, list)
	if err != nil {
		return nil, nil, err
	}
	return n, n.sum(), nil
}

var relations = []*object.Builtin{
	object.Func("covariance", "(x, y, /)", "Returns the covariance of two samples.", covariance),
	object.Func("correlation", "(x, y, /)", "Returns Pearson's correlation coefficient.", correlation),
	object.Func("linear_regression", "(x, y, /, *, proportional=False)", "Returns slope and intercept of the line through two samples.", linearRegression),
}

// sums are the exact sums of products of the differences from the means.
type sums struct {
	count        int
	xMean, yMean float64
	xy, xx, yy   float64
}

func newSums(t *object.Thread, a []object.Object, name string, centred bool) (*sums, error) {
	var lists [2][]float64
	for i := range lists {
		items, err := object.Items(t, a[i])
		if err != nil {
			return nil, err
		}
		if lists[i], err = reals(t, items); err != nil {
			return nil, err
		}
	}
	x, y := lists[0], lists[1]
	s := &sums{count: len(x)}
	if len(x) != len(y) {
		return nil, statisticsError("%s requires that both inputs have same number of data points", name)
	}
	if s.count < 2 {
		return nil, statisticsError("%s requires at least two data points", name)
	}
	if centred {
		for i, m := range []*float64{&s.xMean, &s.yMean} {
			total, err := math.Sum(lists[i])
			if err != nil {
				return nil, err
			}
			*m = total / float64(s.count)
		}
	}
	xy, xx, yy := make([]float64, s.count), make([]float64, s.count), make([]float64, s.count)
	for i := range x {
		p, q := x[i]-s.xMean, y[i]-s.yMean
		xy[i], xx[i], yy[i] = p*q, p*p, q*q
	}
	for _, c := range []struct {
		to   *float64
		from []float64
	}{{&s.xy, xy}, {&s.xx, xx}, {&s.yy, yy}} {
		v, err := math.Sum(c.from)
		if err != nil {
			return nil, err
		}
		*c.to = v
	}
	return s, nil
}

func covariance(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := newSums(t, a, "covariance", true)
	if err != nil {
		return nil, err
	}
	return object.Float(s.xy / float64(s.count-1)), nil
}

func correlation(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := newSums(t, a, "correlation", true)
	if err != nil {
		return nil, err
	}
	if s.xx*s.yy == 0 {
		return nil, statisticsError("at least one of the inputs is constant")
	}
	return object.Float(s.xy / squareRoot(s.xx*s.yy)), nil
}

type regressionKey struct{}

// regressionClass is the named tuple of the session that linear_regression returns.
func regressionClass(t *object.Thread) (object.Object, error) {
	var failed error
	class := t.State(regressionKey{}, func() any {
		m, err := t.Import(t, "collections")
		if err != nil {
			failed = err
			return nil
		}
		v, err := object.CallMethod(t, m, "namedtuple", object.NewStr("LinearRegression"), object.NewTuple(object.NewStr("slope"), object.NewStr("intercept")))
		failed = err
		return v
	})
	if failed != nil {
		return nil, failed
	}
	return class.(object.Object), nil
}

func linearRegression(t *object.Thread, a []object.Object) (object.Object, error) {
	proportional, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	s, err := newSums(t, a, "linear regression", !proportional)
	if err != nil {
		return nil, err
	}
	if s.xx == 0 {
		return nil, statisticsError("x is constant")
	}
	slope := s.xy / s.xx
	intercept := 0.0
	if !proportional {
		intercept = s.yMean - slope*s.xMean
	}
	class, err := regressionClass(t)
	if err != nil {
		return nil, err
	}
	return object.Call(t, class, object.Float(slope), object.Float(intercept))
}
