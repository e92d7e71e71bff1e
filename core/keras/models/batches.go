package models

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/object"
)

// batches gives x, y and weights in batches; y and weights are None where there are none.
type batches struct {
	c       *calc.Calc
	l       *spec.Instance
	data    [3]object.Object
	size, n int
	// next gives the following batch of an iterator; nil for arrays.
	iterator object.Object
	limit    int
	// shuffled holds the arrays in the order of an epoch, and at the next batch; nil begins anew.
	shuffled *[3]object.Object
	at       int
}

const batchSize = 32

// newBatches reads the arguments of predict and evaluate. steps None is no limit.
func newBatches(l *spec.Instance, x, y, weight, size, steps object.Object) *batches {
	c := calc.New(l.T)
	b := &batches{c: c, l: l, data: [3]object.Object{x, y, weight}, size: batchSize, limit: -1}
	if steps != object.None {
		n, err := object.Index(l.T, steps)
		b.limit, c.Err = n, err
	}
	if size != object.None && c.Err == nil {
		n, err := object.Index(l.T, size)
		if b.size, c.Err = n, err; err == nil && n < 1 {
			c.Fail(object.ValueError("batch_size must be above 0, got %d.", n))
		}
	}
	if c.Err != nil {
		return b
	}
	if isIterator(x) {
		b.iterator = x
		if y != object.None {
			c.Fail(object.ValueError("y must be left out where x is a generator: it gives pairs of x and y."))
		}
		return b
	}
	count := -1
	for i := range b.data {
		b.data[i] = c.Of(func() (object.Object, error) {
			return tree.Map(b.data[i], func(v object.Object) (object.Object, error) {
				if v == object.None {
					return v, nil
				}
				one, n := b.array(v)
				if count >= 0 && n != count && c.Err == nil && b.size < 1<<40 { // of one batch the loss says what does not fit
					c.Fail(object.ValueError("All arrays must hold the same number of examples, their first dimension: got %d and %d.", count, n))
				}
				count = n
				return one, c.Err
			})
		})
	}
	b.n = max(count, 0)
	if c.Err == nil && count < 0 {
		c.Fail(object.ValueError("x holds no array, so there are no examples."))
	}
	return b
}

func isIterator(v object.Object) bool {
	switch object.Of(v).(type) {
	case *object.List, *object.Tuple, *object.Dict, *object.NoneType:
		return false
	}
	if _, ok := v.(*tensor.KerasTensor); ok {
		return false
	}
	return v.Class().Lookup(object.Intern("__next__")) != nil
}

// array makes a tensor of an array, in the session's float type where it is one of floats, and counts its examples.
func (b *batches) array(v object.Object) (object.Object, int) {
	c := b.c
	if _, ok := v.(*tensor.KerasTensor); !ok {
		a, err := object.LookupAttr(c.T, v, object.Intern("__array__"))
		if err == nil && a == nil {
			err = object.ValueError("fit(), predict() and evaluate() take arrays or tensors, got a value of type %s. Make an array of it: np.array(…).", v.Class().Name)
		}
		if c.Err == nil {
			c.Err = err
		}
	}
	x := c.Tensor(v, nil)
	if d := c.Dtype(x); config.IsFloat(d) && d != config.Floatx(c.T) {
		x = c.Cast(x, config.Floatx(c.T))
	}
	s := c.Shape(x)
	if c.Err == nil && len(s) == 0 {
		c.Fail(object.ValueError("The arrays must have a first dimension that counts examples, got a single number."))
		return x, 0
	}
	if c.Err != nil {
		return x, 0
	}
	return x, s[0]
}

// each calls f for each batch with its number and how many there are, 0 when that is not known.
func (b *batches) each(f func(i, of int, x, y, weight object.Object)) {
	c := b.c
	if b.iterator != nil {
		b.eachOfIterator(f)
		return
	}
	if c.Err != nil {
		return
	}
	of := (b.n + b.size - 1) / b.size
	if b.limit >= 0 {
		of = min(of, b.limit)
	}
	for i := range of {
		part := b.part(b.data, i)
		if c.Err != nil {
			return
		}
		if f(i, of, part[0], part[1], part[2]); c.Err != nil {
			return
		}
	}
}

// build builds what waits for its first batch. An iterator's first batch is not looked at before its time.
func (b *batches) build(m *compiled) {
	if b.iterator != nil || b.c.Err != nil {
		return
	}
	if first := b.part(b.data, 0); b.c.Err == nil {
		b.c.Err = m.symbolicBuild(b.l, first)
	}
}

// part is the i-th batch of arrays.
func (b *batches) part(data [3]object.Object, i int) [3]object.Object {
	c := b.c
	var part [3]object.Object
	from, to := i*b.size, min((i+1)*b.size, b.n)
	for j := range part {
		part[j] = c.Of(func() (object.Object, error) {
			return tree.Map(data[j], func(v object.Object) (object.Object, error) {
				if v == object.None || from == 0 && to == b.n {
					return v, nil
				}
				return c.Slice(v, from, to), c.Err
			})
		})
	}
	return part
}

func (b *batches) eachOfIterator(f func(i, of int, x, y, weight object.Object)) {
	c := b.c
	i := 0
	err := object.Iterate(c.T, b.iterator, func(v object.Object) (bool, error) {
		part := [3]object.Object{v, object.None, object.None}
		if tuple, ok := object.Of(v).(*object.Tuple); ok {
			for j := range part {
				if part[j] = object.None; j < tuple.Len() {
					part[j] = tuple.Items[j]
				}
			}
		}
		for j := range part {
			part[j] = c.Of(func() (object.Object, error) {
				return tree.Map(part[j], func(v object.Object) (object.Object, error) {
					if v == object.None {
						return v, nil
					}
					x, _ := b.array(v)
					return x, c.Err
				})
			})
		}
		if c.Err != nil {
			return false, c.Err
		}
		f(i, max(b.limit, 0), part[0], part[1], part[2])
		i++
		return b.limit < 0 || i < b.limit, c.Err
	})
	if c.Err == nil {
		c.Err = err
	}
}
