package ops

import (
	"slices"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

const unknown = tensor.Unknown

// Broadcast returns the shape of two operands together. An unknown size gives way to a known one other than 1.
func Broadcast(a, b tensor.Shape) (tensor.Shape, error) {
	n := max(len(a), len(b))
	out := make(tensor.Shape, n)
	for i := range out {
		x, y := 1, 1
		if j := i - (n - len(a)); j >= 0 {
			x = a[j]
		}
		if j := i - (n - len(b)); j >= 0 {
			y = b[j]
		}
		switch {
		case x == 1:
			out[i] = y
		case x == unknown:
			out[i] = y
			if y == 1 {
				out[i] = unknown
			}
		case y == 1 || y == unknown || x == y:
			out[i] = x
		default:
			return nil, object.ValueError("Shapes %s and %s do not fit together: a dimension of size %s meets one of size %s.",
				a, b, tensor.DimString(x), tensor.DimString(y))
		}
	}
	return out, nil
}

func (c *Call) broadcast(a, b tensor.Shape) tensor.Shape {
	s, err := Broadcast(a, b)
	if e := object.AsException(err); e != nil && c.jax() && len(a) == len(b) && c.Op.Name != "where" && c.Op.Name != "broadcast_to" && c.Op.Name != "heaviside" {
		err = object.TypeError("%s", e.Message()) // as jax says it of tensors of one rank
	}
	must(err)
	return s
}

// broadcastOf broadcasts the named arguments; numbers have the shape ().
func (c *Call) broadcastOf(names ...string) tensor.Shape {
	var out tensor.Shape
	for i, n := range names {
		if s := c.ShapeOr(n); i == 0 {
			out = s
		} else {
			out = c.broadcast(out, s)
		}
	}
	return out
}

// axis makes an axis non-negative; ValueError when it is out of range.
func (c *Call) axis(axis, rank int) int {
	if axis < -rank || axis >= rank {
		if c.eager && c.jax() && jaxReduces[c.Op.Name] {
			fail(object.NewError(object.IndexErrorClass, "%s(): axis %d is out of range for a tensor of rank %d.", c.Op.Name, axis, rank))
		}
		c.value("axis %d is out of range for a tensor of rank %d; it must lie in [%d, %d).", axis, rank, -rank, rank)
	}
	if axis < 0 {
		axis += rank
	}
	return axis
}

// at returns the position of axis in a list of n, as Python indexes a list.
func (c *Call) at(axis, n int) int {
	if axis < -n || axis >= n {
		fail(object.NewError(object.IndexErrorClass, "%s(): axis %d is out of range for a tensor of rank %d.", c.Op.Name, axis, n))
	}
	if axis < 0 {
		axis += n
	}
	return axis
}

// checkAxes refuses axes out of range; an int or a sequence of ints.
func (c *Call) checkAxes(name string, rank int) {
	for _, a := range c.Ints(name) {
		c.axis(a, rank)
	}
}

// reduced is the shape after reducing the axes; nil means all.
func (c *Call) reduced(s tensor.Shape, axes []int, keepdims bool) tensor.Shape {
	s = s.Clone()
	if axes == nil {
		if !keepdims {
			return tensor.Shape{}
		}
		for i := range s {
			s[i] = 1
		}
		return s
	}
	list := make([]int, len(axes))
	for i, a := range axes {
		list[i] = c.axis(a, len(s))
	}
	if keepdims {
		for _, a := range list {
			s[a] = 1
		}
		return s
	}
	slices.Sort(list)
	for i := len(list) - 1; i >= 0; i-- {
		s = slices.Delete(s, c.at(list[i], len(s)), c.at(list[i], len(s))+1)
	}
	return s
}

// reduction is reduced for the usual arguments x, axis and keepdims.
func (c *Call) reduction() tensor.Shape {
	return c.reduced(c.Shape("x"), c.Axes("axis"), c.Bool("keepdims"))
}

// sameShape reports whether the shapes agree apart from the axes; an unknown size agrees with any.
func (c *Call) sameShape(a, b tensor.Shape, axes ...int) bool {
	if len(a) != len(b) {
		return false
	}
	a, b = a.Clone(), b.Clone()
	for _, ax := range axes {
		i := c.at(ax, len(a))
		a[i], b[i] = 1, 1
	}
	for i := range a {
		if a[i] != b[i] && a[i] != unknown && b[i] != unknown {
			return false
		}
	}
	return true
}

// flat is the shape of all elements in a row.
func flat(s tensor.Shape) tensor.Shape { return tensor.Shape{s.Size()} }

// without returns the shape without the dimensions at the given places.
func without(s tensor.Shape, places ...int) tensor.Shape {
	out := tensor.Shape{}
	for i, d := range s {
		if !slices.Contains(places, i) {
			out = append(out, d)
		}
	}
	return out
}

func inserted(s tensor.Shape, at, d int) tensor.Shape { return slices.Insert(s.Clone(), at, d) }

func joined(parts ...tensor.Shape) tensor.Shape {
	out := tensor.Shape{}
	for _, p := range parts {
		out = append(out, p...)
	}
	return out
}

// Matmul returns the shape of a matrix product.
func Matmul(a, b tensor.Shape) (tensor.Shape, error) {
	if len(a) == 0 || len(b) == 0 {
		return nil, object.NewError(object.IndexErrorClass, "matmul takes tensors of rank 1 or more, got shapes %s and %s.", a, b)
	}
	vector, column := len(a) == 1, len(b) == 1
	if vector {
		a = tensor.Shape{1, a[0]}
	}
	if column {
		b = tensor.Shape{b[0], 1}
	}
	k, l := a[len(a)-1], b[len(b)-2]
	if k != unknown && l != unknown && k != l {
		return nil, object.ValueError("matmul: the last dimension of the first tensor must equal the second to last of the second, got shapes %s and %s.", a, b)
	}
	out, err := Broadcast(a[:len(a)-2], b[:len(b)-2])
	if err != nil {
		return nil, err
	}
	if !vector {
		out = append(out, a[len(a)-2])
	}
	if !column {
		out = append(out, b[len(b)-1])
	}
	return out, nil
}

// newShape reads the target of a reshape: ints, and unknown sizes for all else. known is false for a tensor.
func (c *Call) newShape(v object.Object) (s tensor.Shape, known bool) {
	if x, ok := v.(*tensor.KerasTensor); ok && x.Sizes != nil && len(x.Shape) == 1 {
		return x.Sizes.Clone(), true
	}
	if _, ok := v.(*tensor.KerasTensor); ok || isArray(v) {
		if shape, _ := c.shapeOf(v); len(shape) == 1 && shape[0] >= 0 {
			s = make(tensor.Shape, c.room(shape[0]))
			for i := range s {
				s[i] = unknown
			}
			return s, false
		}
		return tensor.Shape{unknown}, false
	}
	items, err := object.Items(c.T, v)
	must(err)
	s = make(tensor.Shape, len(items))
	for i, d := range items {
		s[i] = c.newDim(d)
	}
	return s, true
}

// inferDim marks the -1 of a reshape, apart from an unknown size.
const inferDim = -1 << 62

func (c *Call) newDim(d object.Object) int {
	switch x := object.Of(d).(type) {
	case tensor.DimExpr:
		return int(x)
	case object.Int, object.Bool:
		n := c.asInt("newshape", d)
		if n == -1 {
			return inferDim
		}
		if n < -1 {
			c.value("a size in newshape must not be negative, apart from one -1; got %d.", n)
		}
		return n
	case object.Float, *object.NoneType, *object.Str:
		c.noneInTrace("newshape", d)
		return unknown
	case *tensor.KerasTensor:
		if x.Kind == tensor.Eager && x.HasNumbers() {
			return c.newDim(object.Int(c.sizeIn(x)))
		}
		return c.sizeIn(x)
	case *tensor.OpaqueDim:
		return unknown
	default:
		if n, err := object.Index(c.T, x); err == nil {
			return c.newDim(object.Int(n))
		}
		return unknown
	}
}

// sizeIn is the size that a scalar holds, where it is known.
func (c *Call) sizeIn(x *tensor.KerasTensor) int {
	if x.Kind == tensor.Eager && x.HasNumbers() {
		n, err := object.Index(c.T, x)
		must(err)
		return n
	}
	if len(x.Shape) == 0 && len(x.Sizes) == 1 {
		return x.Sizes[0]
	}
	return unknown
}

// reshaped is the shape after a reshape.
func (c *Call) reshaped(in, target tensor.Shape) tensor.Shape {
	infer := -1
	for i, d := range target {
		if d == inferDim {
			if infer >= 0 {
				c.value("newshape may hold -1 once only.")
			}
			infer = i
		}
	}
	wrong := c.value
	if c.eager && c.jax() {
		wrong = c.typeError
	}
	out := target.Clone()
	if infer >= 0 {
		out[infer] = unknown
	}
	if in.HasUnknown() || slices.Contains(target, unknown) {
		return out
	}
	size := in.Size()
	if infer < 0 {
		if n := out.Size(); n != size && n != unknown && size != unknown && (n >= 0) == (size >= 0) {
			wrong("a tensor of shape %s has %s elements, which do not fill the shape %s.", in, tensor.DimString(size), out)
		}
		return out
	}
	rest := 1
	for i, d := range target {
		if i != infer {
			rest = tensor.MulDims(rest, d)
		}
	}
	if rest == 0 || size >= 0 && rest > 0 && size%rest != 0 {
		wrong("a tensor of shape %s has %s elements, which cannot be divided into the sizes asked for.", in, tensor.DimString(size))
	}
	if out[infer] = tensor.DivDims(size, rest); out[infer] == unknown && tensor.IsExpr(size) && rest > 0 {
		fail(object.NewError(tensor.InconclusiveClass, "%s(): %s elements cannot be divided into rows of %d for every size.", c.Op.Name, tensor.DimString(size), rest))
	}
	return out
}

// transposed is the shape with its dimensions in another order; nil axes reverse them.
func (c *Call) transposed(s tensor.Shape, axes []object.Object) tensor.Shape {
	n := len(s)
	out := make(tensor.Shape, n)
	if axes == nil {
		for i := range s {
			out[i] = s[n-1-i]
		}
		return out
	}
	if len(axes) != n {
		c.value("axes must name each of the %d dimensions once, got %d.", n, len(axes))
	}
	seen := make([]bool, n)
	for i, v := range axes {
		a, ok := object.Of(v).(object.Int)
		if b, isBool := object.Of(v).(object.Bool); isBool {
			ok = true
			if b {
				a = 1
			}
		}
		if !ok || int(a) < -n || int(a) >= n {
			c.value("each axis must be an int in [%d, %d), got %s.", -n, n, c.show(v))
		}
		k := (int(a) + n) % n
		if seen[k] {
			if c.eager && c.jax() {
				c.typeError("axes must name each dimension once; %d comes twice.", k)
			}
			c.value("axes must name each dimension once; %d comes twice.", k)
		}
		seen[k] = true
		out[i] = s[k]
	}
	return out
}

// ExpandDims is the shape with new dimensions of size 1 at the axes.
func (c *Call) expanded(s tensor.Shape, axes []int) tensor.Shape {
	n := len(s) + len(axes)
	at := make([]bool, n)
	for _, a := range axes {
		at[c.axis(a, n)] = true
	}
	out := make(tensor.Shape, n)
	next := 0
	for i := range out {
		switch {
		case at[i]:
			out[i] = 1
		case next < len(s):
			out[i] = s[next]
			next++
		default:
			fail(object.NewError(object.StopIterationClass, "%s(): the axes name a dimension twice.", c.Op.Name))
		}
	}
	return out
}

// isArray reports whether v is a tensor of values. A numpy array is none: it is read like a list.
func isArray(v object.Object) bool { return IsTensor != nil && !isSymbolic(v) && IsTensor(v) }
