package models

import (
	"layerglass/core/keras/calc"
	"layerglass/core/keras/config"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// batches gives x, y and weights in batches; y and weights are None where there are none.
type batches struct {
	c       *calc.Calc
	l       *spec.Instance
	data    [3]object.Object
	size, n int
	// iterator gives batches; nil for arrays. A data set begins anew in each epoch: current is where it stands where the number of steps is given.
	iterator, current object.Object
	dataset           bool
	limit             int
	// classes are the weights of classes, for batches that are not known before they come.
	classes object.Object
	// drawn says that the batches of a data set with numbers come in an order drawn by Python's random.
	drawn bool
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
	if b.dataset = isDataset(l.T, x); b.dataset || isIterator(x) {
		b.iterator = x
		if y != object.None || weight != object.None {
			c.Fail(object.ValueError("y and sample_weight must be left out where x is a %s: its batches hold them.", x.Class().Name))
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
		c.Fail(object.NewError(object.KeyErrorClass, "x holds no array, so there are no examples."))
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

// isDataset reports whether a value gives its batches anew to everybody who asks: tf.data.Dataset and keras.utils.PyDataset do.
func isDataset(t *object.Thread, v object.Object) bool {
	o, ok := v.(*object.Instance)
	if !ok {
		return false
	}
	for _, name := range []string{"element_spec", "num_batches"} {
		if o.Class().Lookup(object.Intern(name)) != nil && o.Class().Lookup(object.Intern("__iter__")) != nil {
			return true
		}
	}
	return false
}

// begun is the iterator that the next batches come from.
func (b *batches) begun() object.Object {
	c := b.c
	if !b.dataset {
		return b.iterator
	}
	if b.current == nil || b.limit < 0 {
		b.current = c.Of(func() (object.Object, error) {
			if item := b.iterator.Class().Lookup(object.Intern("__getitem__")); b.drawn && item != nil {
				return b.inDrawnOrder()
			}
			return object.Iter(c.T, b.iterator)
		})
	}
	return b.current
}

// inDrawnOrder gives the batches of a data set in an order of Python's random.
func (b *batches) inDrawnOrder() (object.Object, error) {
	t := b.c.T
	n, err := object.GetAttr(t, b.iterator, object.Intern("num_batches"))
	if err != nil {
		return nil, err
	}
	if n == object.None {
		return object.Iter(t, b.iterator)
	}
	builtins, err := t.Import(t, "builtins")
	if err != nil {
		return nil, err
	}
	draws, err := t.Import(t, "random")
	if err != nil {
		return nil, err
	}
	order, err := object.CallMethod(t, builtins, "range", n)
	if err == nil {
		order, err = object.CallMethod(t, builtins, "list", order)
	}
	if err == nil {
		_, err = object.CallMethod(t, draws, "shuffle", order)
	}
	if err != nil {
		return nil, err
	}
	item, err := object.GetAttr(t, b.iterator, object.Intern("__getitem__"))
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, builtins, "map", item, order)
}

// tell calls a method of a data set that has it: on_epoch_begin and on_epoch_end.
func (b *batches) tell(method string) {
	if b.dataset && b.c.Err == nil && b.iterator.Class().Lookup(object.Intern(method)) != nil {
		b.c.Method(b.iterator, method)
	}
}

// length is how many batches a data set says that it has, 0 when that is not known.
func (b *batches) length() int {
	c := b.c
	if !b.dataset || c.Err != nil {
		return 0
	}
	var n object.Object
	var err error
	if b.iterator.Class().Lookup(object.Intern("num_batches")) != nil {
		n, err = object.GetAttr(c.T, b.iterator, object.Intern("num_batches"))
	} else {
		n, err = object.CallMethod(c.T, b.iterator, "__len__")
	}
	if n == object.None || err != nil { // endless, or not known before its end
		return 0
	}
	k, err := object.Index(c.T, n)
	if err != nil {
		return 0
	}
	return max(k, 0)
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
	if a, ok := numpy.Of(v); ok && (a.Dtype() == array.Str || a.Dtype() == array.Object) && c.Err == nil {
		c.Fail(object.ValueError("Arrays of texts or objects cannot be cut into batches, got one of dtype %s. Give texts as a tensor: tf.constant([…]).", a.Dtype().String()))
		return v, 0
	}
	x := c.Tensor(v, nil)
	if d := c.Dtype(x); config.IsFloat(d) && d != config.Floatx(c.T) {
		x = c.Cast(x, config.Floatx(c.T))
	}
	s := c.Shape(x)
	if c.Err == nil && len(s) == 0 {
		c.Fail(object.NewError(object.IndexErrorClass, "The arrays must have a first dimension that counts examples, got a single number."))
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

// build builds what waits for its first batch. A generator's first batch is not looked at before its time.
func (b *batches) build(m *compiled) {
	if operation.Backend(b.c.T) == "tensorflow" { // where the first step builds
		return
	}
	if b.iterator != nil && !b.dataset || b.c.Err != nil || !m.unbuilt(b.l) {
		return
	}
	var first [3]object.Object
	if b.dataset {
		err := object.Iterate(b.c.T, b.begun(), func(v object.Object) (bool, error) {
			first = b.unpacked(v)
			return false, b.c.Err
		})
		if b.current = nil; err != nil || first[0] == nil {
			b.c.Err = err
			return
		}
	} else {
		first = b.part(b.data, 0)
	}
	if b.c.Err == nil {
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
	b.tell("on_epoch_begin")
	of := b.count()
	for again := true; again && c.Err == nil; {
		before := i
		err := object.Iterate(c.T, b.begun(), func(v object.Object) (bool, error) {
			part := b.unpacked(v)
			if c.Err != nil {
				return false, c.Err
			}
			f(i, of, part[0], part[1], part[2])
			i++
			return b.limit < 0 || i < b.limit, c.Err
		})
		if c.Err == nil {
			c.Err = err
		}
		again = b.dataset && b.limit > i && i > before && b.length() > 0 // its end was reached within an epoch
		if again {
			b.current = nil
		}
	}
	b.tell("on_epoch_end")
}

// unpacked are x, y and weights of a batch, as tensors.
func (b *batches) unpacked(v object.Object) [3]object.Object {
	c := b.c
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
	if b.classes != nil && c.Err == nil {
		part[2] = classWeights(c, part[1], b.classes)
	}
	return part
}
