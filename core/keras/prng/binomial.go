package prng

import (
	"math"

	"layerglass/core/keras/special"
	"layerglass/core/python/array"
)

// maxRounds bounds the rounds in which all elements are drawn together.
const maxRounds = 10000

// trials is one element of a binomial draw: count trials, each true with probability q, which is at most a half; turned says
// that q is that of the opposite.
type trials struct {
	count, q        float32
	turned, counted bool // counted: few are expected, and they are counted one by one
	fixed           bool // the result is known without drawing
	result          float32
}

func newTrials(count, p float32) trials {
	e := trials{q: p, count: float32(math.Floor(float64(count)))}
	if !(p < 0.5) {
		e.q, e.turned = 1-p, true
	}
	unknown := count != count || count < 0
	infinite := math.IsInf(float64(count), 0)
	if unknown || e.q != e.q || e.q < 0 {
		e.fixed, e.result = true, float32(math.NaN())
	} else if infinite {
		e.fixed, e.result = true, count
	}
	e.counted = unknown || count*e.q <= 10
	return e
}

// Binomial draws how many of counts trials come true with the probabilities; both are broadcast to the shape.
func Binomial(k Key, counts, probabilities *array.Array, d array.Dtype, shape []int) (*array.Array, error) {
	b := counts.Budget()
	n, err := spread(counts, shape)
	if err != nil {
		return nil, err
	}
	p, err := spread(probabilities, shape)
	if err != nil {
		return nil, err
	}
	all := make([]trials, len(n))
	for i := range all {
		all[i] = newTrials(n[i], p[i])
	}
	few, err := k.inversion(b, all)
	if err != nil {
		return nil, err
	}
	many, err := k.rejection(b, all)
	if err != nil {
		return nil, err
	}
	return elements(b, d, shape, func(i int) float64 {
		e := all[i]
		if e.fixed {
			return float64(e.result)
		}
		v := many[i]
		if e.counted {
			v = few[i]
		}
		if e.turned {
			v = e.count - v
		}
		return float64(v)
	})
}

// inversion counts how many geometric waiting times fit into the trials.
func (k Key) inversion(b array.Budget, all []trials) ([]float32, error) {
	times, sum := make([]float32, len(all)), make([]float32, len(all))
	for range maxRounds {
		sub := k.Split(0)
		k = k.Split(1)
		open := false
		for i, e := range all {
			if e.fixed || !e.counted || sum[i] > e.count {
				continue
			}
			open = true
			times[i]++
			sum[i] += float32(math.Ceil(float64(special.Log(sub.unit32(i)) / special.Log1p(-e.q))))
		}
		if !open {
			break
		}
		if err := spend(b, 2*len(all)); err != nil {
			return nil, err
		}
	}
	for i := range times {
		times[i]--
	}
	return times, nil
}

// rejection is Hörmann's transformed rejection (BTRS). All elements are drawn together until each has accepted once; the
// last number accepted counts. Elements that inversion draws take part with a stand-in, as their places in the stream ask.
func (k Key) rejection(b array.Budget, all []trials) ([]float32, error) {
	out, done := make([]float32, len(all)), make([]bool, len(all))
	shapes := make([]btrs, len(all))
	for i, e := range all {
		if e.counted || e.fixed {
			shapes[i] = newBTRS(1e4, 0.5)
		} else {
			shapes[i] = newBTRS(e.count, e.q)
		}
	}
	for range maxRounds {
		first, second := k.Split(1), k.Split(2)
		k = k.Split(0)
		open := false
		for i := range shapes {
			if v, ok := shapes[i].try(first.unit32(i), second.unit32(i)); ok {
				out[i], done[i] = v, true
			}
			open = open || !done[i]
		}
		if err := spend(b, 4*len(all)); err != nil {
			return nil, err
		}
		if !open {
			break
		}
	}
	return out, nil
}

type btrs struct{ count, a, b, c, vr, r, alpha, m float32 }

func newBTRS(count, p float32) btrs {
	deviation := float32(math.Sqrt(float64(count * p * (1 - p))))
	b := 1.15 + 2.53*deviation
	return btrs{count: count, a: -0.0873 + 0.0248*b + 0.01*p, b: b, c: count*p + 0.5, vr: 0.92 - 4.2/b, r: p / (1 - p),
		alpha: (2.83 + 5.1/b) * deviation, m: float32(math.Floor(float64((count + 1) * p)))}
}

// try makes a number of two uniform ones and says whether it is accepted.
func (s *btrs) try(u, v float32) (float32, bool) {
	u -= 0.5
	us := 0.5 - max(u, -u)
	k := float32(math.Floor(float64((2*s.a/us+s.b)*u + s.c)))
	if us >= 0.07 && v <= s.vr {
		return k, true
	}
	if k < 0 || k > s.count {
		return k, false
	}
	log := special.Log
	v = log(v * s.alpha / (s.a/(us*us) + s.b))
	bound := (s.m+0.5)*log((s.m+1)/(s.r*(s.count-s.m+1))) + (s.count+1)*log((s.count-s.m+1)/(s.count-k+1)) +
		(k+0.5)*log(s.r*(s.count-k+1)/(k+1)) + stirling(s.m) + stirling(s.count-s.m) - stirling(k) - stirling(s.count-k)
	return k, v <= bound
}

var stirlingTails = [10]float32{0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
	0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287}

// stirling is the error of Stirling's formula for the factorial of k.
func stirling(k float32) float32 {
	if k <= 9 {
		return stirlingTails[int(max(k, 0))]
	}
	square := (k + 1) * (k + 1)
	return (1.0/12 - (1.0/360-1.0/1260/square)/square) / (k + 1)
}
