package ops

import (
	"math"

	"layerglass/core/keras/operation"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/keras/variable"
	"layerglass/core/python/array"
	"layerglass/core/python/lib/numpy"
	"layerglass/core/python/object"
)

// compute is a call on values: the rule tells what comes out, and the kernel works out its numbers. Where there is no kernel, or
// an argument has no numbers, shape and dtype are all that is known of the result.
func (o *Op) compute(c *Call) (object.Object, error) {
	out, err := o.computed(c)
	if err == nil {
		err = record(c, out)
	}
	return out, err
}

func (o *Op) computed(c *Call) (object.Object, error) {
	if err := c.T.Spend(120); err != nil { // what an operation costs before its first element
		return nil, err
	}
	for i, v := range c.values {
		if v == nil {
			continue
		}
		if tree.Any(v, isSymbol) {
			return nil, symbolAsValue(c.T, o.Name)
		}
		plain, err := withoutVariables(c.T, v)
		if err != nil {
			return nil, err
		}
		c.values[i] = plain
	}
	r := o.rule()
	if r.Infer == nil {
		return nil, notComputed(o)
	}
	c.traced, c.eager = true, true
	if err := run(func() { c.refuseLists(r) }); err != nil {
		return nil, err
	}
	if r.Eager != nil && c.hasNumbers() {
		var out object.Object
		if err := run(func() { out = r.Eager(c) }); out != nil || err != nil {
			return out, err
		}
	}
	out, err := o.trace(c, tensor.Eager)
	if err != nil {
		return nil, err
	}
	tf := wide(c.T)
	tree.Each(out, func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok {
			x.TF, x.Dtype = tf, narrowed(x.Dtype, tf)
			c.results = append(c.results, x)
		}
		return true
	})
	c.markWeak()
	if r.Kernel == nil || !c.hasNumbers() {
		return out, nil
	}
	if !r.Now && c.heavy() {
		return out, c.putOff(r.Kernel)
	}
	arrays, err := c.runKernel(r.Kernel)
	if err != nil {
		return nil, err
	}
	for i, x := range c.results {
		x.Fill(arrays[i])
	}
	return out, nil
}

// refuseLists refuses a list where jax's own function gets the argument as it is.
func (c *Call) refuseLists(r *Op) {
	if wide(c.T) {
		return
	}
	for _, n := range fields(r.NoLists) {
		v := c.Arg(n)
		items := []object.Object{v}
		if tuple, ok := v.(*object.Tuple); ok && n == "x" && r.Name == "meshgrid" {
			items = tuple.Items
		}
		for _, v := range items {
			if n == "axis" {
				if _, list := object.Of(v).(*object.List); list {
					c.value("axis must be an int, a tuple of ints or None, got %s.", c.show(v))
				}
			} else if isList(v) {
				if r.Name == "bincount" {
					fail(object.AttributeError(v, "shape", "'%s' object has no attribute 'shape'", v.Class().Name))
				}
				c.typeError("jax takes arrays and numbers as %s, got the list %s. Make a tensor of it with keras.ops.convert_to_tensor.", n, c.show(v))
			}
		}
	}
}

// withoutVariables puts the tensors of variables in their place.
func withoutVariables(t *object.Thread, v object.Object) (object.Object, error) {
	if w, ok := v.(*variable.Variable); ok {
		return ValueOf(t, w)
	}
	if !tree.Any(v, func(v object.Object) bool { _, ok := v.(*variable.Variable); return ok }) {
		return v, nil
	}
	return tree.Map(v, func(v object.Object) (object.Object, error) {
		if w, ok := v.(*variable.Variable); ok {
			return ValueOf(t, w)
		}
		return v, nil
	})
}

// hasNumbers reports whether all tensors among the arguments have numbers.
func (c *Call) hasNumbers() bool {
	has := true
	c.eachValue(func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok && !x.HasNumbers() {
			has = false
		}
		return has
	})
	return has
}

func (c *Call) eachValue(f func(object.Object) bool) {
	for _, v := range c.values {
		if v != nil && !tree.Each(v, f) {
			return
		}
	}
}

// lightElements is the number of elements up to which a call is computed at once.
const lightElements = 1 << 16

// longestWait is how many computations may wait for one another before one is made at once.
const longestWait = 2000

// heavy reports whether the numbers are better worked out when they are asked for: programs often call a large model only to build
// it. Results whose size depends on the numbers cannot wait.
func (c *Call) heavy() bool {
	n, pending := 0, false
	count := func(x *tensor.KerasTensor) {
		pending = pending || x.Pending()
		n += min(max(x.Shape.Size(), 0), lightElements+1)
	}
	for _, x := range c.results {
		if x.Shape.HasUnknown() {
			return false
		}
		count(x)
	}
	c.eachValue(func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok {
			count(x)
		} else if a, ok := numpy.Of(v); ok {
			n += min(a.Size(), lightElements+1)
		}
		return true
	})
	deepest := 0
	for _, x := range c.needs() {
		deepest = max(deepest, x.Depth())
	}
	return (pending || n > lightElements) && deepest < longestWait
}

// needs are the eager tensors among the arguments.
func (c *Call) needs() []*tensor.KerasTensor {
	var list []*tensor.KerasTensor
	c.eachValue(func(v object.Object) bool {
		if x, ok := v.(*tensor.KerasTensor); ok {
			list = append(list, x)
		}
		return true
	})
	return list
}

// putOff lets the results find their numbers later. What the program may change meanwhile is copied.
func (c *Call) putOff(kernel func(*Call) []*array.Array) error {
	for i, v := range c.values {
		if v == nil {
			continue
		}
		kept, err := tree.Map(v, func(v object.Object) (object.Object, error) {
			if !numpy.IsArray(v) {
				return v, nil
			}
			a, _ := numpy.Of(v)
			own, err := a.WithBudget(c.T).Copy()
			if err != nil {
				return nil, numpy.Raised(err)
			}
			return numpy.New(own), nil
		})
		if err != nil {
			return err
		}
		c.values[i] = kept
	}
	if err := c.T.Alloc(2048); err != nil {
		return err
	}
	var arrays []*array.Array
	needs := c.needs()
	for i, x := range c.results {
		x.FillLater(needs, func(t *object.Thread) (*array.Array, error) {
			if arrays == nil {
				c.T = t
				list, err := c.runKernel(kernel)
				if err != nil {
					return nil, err
				}
				arrays = list
			}
			return arrays[i], nil
		})
	}
	return nil
}

// runKernel runs the kernel and brings what it returns to the dtypes of the results.
func (c *Call) runKernel(kernel func(*Call) []*array.Array) (arrays []*array.Array, err error) {
	err = run(func() {
		arrays = kernel(c)
		if len(arrays) != len(c.results) {
			Disagreement(c.Op, "the rule and the kernel make another number of tensors")
			fail(notComputed(c.Op))
		}
		for i, x := range c.results {
			if got := tensor.Shape(arrays[i].Shape()); !fits(x.Shape, got) {
				Disagreement(c.Op, "the rule says shape "+x.Shape.String()+", the kernel "+got.String())
			}
			arrays[i] = stored(c.T, arrays[i], x.Dtype)
		}
	})
	return arrays, err
}

// Disagreement is told when a rule and its kernel disagree. Tests set it; otherwise the kernel is right.
var Disagreement = func(o *Op, what string) {}

// fits reports whether a shape is one that a rule foretold.
func fits(rule, got tensor.Shape) bool {
	if len(rule) != len(got) {
		return false
	}
	for i, d := range rule {
		if d >= 0 && d != got[i] {
			return false
		}
	}
	return true
}

// stored brings an array to the element type that holds a Keras dtype.
func stored(t *object.Thread, a *array.Array, dtype string) *array.Array {
	d, ok := tensor.ElementType(dtype)
	if !ok {
		fail(object.TypeError("an array of dtype '%s' cannot be made here.", dtype))
	}
	a = a.WithBudget(t)
	if d.IsInteger() && a.Dtype().IsFloat() {
		a = cutToRange(a, d)
	}
	a, err := a.Cast(d)
	must(err)
	if tensor.IsFloat8(dtype) {
		a = roundedFloat8(a, dtype)
	}
	return a
}

// cutToRange prepares floating numbers for a cast to ints as XLA makes it: what is too large becomes the largest int, nan 0.
func cutToRange(a *array.Array, d array.Dtype) *array.Array {
	lo, hi, _ := rangeOf(d)
	values, err := array.Float64s(a)
	must(err)
	var out []float64
	for i, v := range values {
		if v >= lo && v <= hi {
			continue
		}
		if out == nil {
			out = append([]float64(nil), values...)
		}
		switch {
		case v != v:
			out[i] = 0
		case v < lo:
			out[i] = lo
		default:
			out[i] = min(hi, math.Nextafter(math.Ldexp(1, 63), 0)) // an int64 has no room for its limit as a float
		}
	}
	if out == nil {
		return a
	}
	return good(array.FromSlice(a.Budget(), out, a.Shape()...))
}

// Array returns a tensor argument as an array: a tensor, a variable, a numpy array, a number or nested lists of them.
func (c *Call) Array(name string) *array.Array { return c.ToArray(c.Arg(name), "") }

// ArrayAs is Array in a dtype.
func (c *Call) ArrayAs(name, dtype string) *array.Array { return c.ToArray(c.Arg(name), dtype) }

// ArrayIn is Array in the dtype of the result.
func (c *Call) ArrayIn(name string) *array.Array { return c.ToArray(c.Arg(name), c.results[0].Dtype) }

// ToArray makes an array of any value, of its own dtype as the backend takes it, or of the given one.
func (c *Call) ToArray(v object.Object, dtype string) *array.Array {
	if x, ok := v.(*tensor.KerasTensor); ok {
		a, err := x.Array(c.T)
		must(err)
		if dtype == "" || dtype == x.Dtype {
			return a
		}
		return stored(c.T, a, dtype)
	}
	if dtype == "" {
		dtype = c.mustDtype(v)
	}
	if w, ok := v.(*variable.Variable); ok {
		x, err := ValueOf(c.T, w)
		must(err)
		return c.ToArray(x, dtype)
	}
	want := ""
	if isList(v) || isNumber(v) { // numpy refuses ints that do not fit
		if d, ok := tensor.ElementType(dtype); ok && d.IsInteger() {
			want = d.String()
		}
	}
	a, err := numpy.FromObject(c.T, v, want)
	must(err)
	if dtype == "string" {
		a = decoded(a)
	}
	if a.Dtype() == array.Object {
		c.value("got %s, which is no array of numbers.", c.show(v))
	}
	if d, ok := tensor.ElementType(dtype); ok && d.IsInteger() { // numpy makes the cast, which wraps around
		a = good(a.Cast(d))
	}
	return stored(c.T, a, dtype)
}

// Arrays returns the arrays of a sequence of tensors, each of its own dtype, or all of the given one.
func (c *Call) Arrays(name, dtype string) []*array.Array {
	items := c.Items(name)
	out := make([]*array.Array, len(items))
	for i, v := range items {
		out[i] = c.ToArray(v, dtype)
	}
	return out
}

// Want is what the rule says of the i-th result.
func (c *Call) Want(i int) *tensor.KerasTensor { return c.results[i] }

// WantType is the element type of the first result.
func (c *Call) WantType() array.Dtype {
	d, _ := tensor.ElementType(c.results[0].Dtype)
	return d
}

// one is what a kernel of one result returns.
func one(a *array.Array, err error) []*array.Array {
	must(err)
	return []*array.Array{a}
}

// good returns the array, or ends the kernel with the error.
func good(a *array.Array, err error) *array.Array {
	must(err)
	return a
}

// Value makes an eager tensor of the session's backend of an array.
func Value(t *object.Thread, a *array.Array, dtype string) (x *tensor.KerasTensor, err error) {
	err = run(func() { x = tensor.NewValue(stored(t, a, dtype), dtype, operation.Backend(t) == "tensorflow") })
	return x, err
}

// Convert is keras.ops.convert_to_tensor; dtype "" keeps that of the value.
func Convert(t *object.Thread, v object.Object, dtype string) (*tensor.KerasTensor, error) {
	args := []object.Object{v}
	if dtype != "" {
		args = append(args, object.NewStr(dtype))
	}
	out, err := Do(t, "convert_to_tensor", args...)
	if err != nil {
		return nil, err
	}
	return out.(*tensor.KerasTensor), nil
}

// ArrayOf returns the numbers of anything that becomes a tensor.
func ArrayOf(t *object.Thread, v object.Object) (*array.Array, error) {
	x, err := Convert(t, v, "")
	if err != nil {
		return nil, err
	}
	return x.Array(t)
}
