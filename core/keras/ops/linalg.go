package ops

import (
	"layerglass/core/keras/kernel"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// linalgOps are the functions of keras.ops.linalg.
var linalgOps = []*Op{
	{Name: "cholesky", Class: "Cholesky", Sig: "x, upper=False", Init: "upper", Infer: squareLike, Value: computedFloat(squareLike, ""), Kernel: choleskyKernel(kernel.Cholesky)},
	{Name: "cholesky_inverse", Class: "CholeskyInverse", Sig: "x, upper=False", Init: "upper", Infer: squareLike, Value: computedFloat(squareLike, ""), Kernel: choleskyKernel(kernel.CholeskyInverse)},
	{Name: "det", Class: "Det", Sig: "x", Infer: det, Value: computedFloat(det, ""), Kernel: matrixKernel(array.Det)},
	{Name: "eig", Class: "Eig", Sig: "x", Infer: eigen, Value: computedFloat(eigen, "complex64"), Kernel: pairKernel(kernel.Eig)},
	{Name: "eigh", Class: "Eigh", Sig: "x", Infer: eigen, Value: computedFloat(eigen, ""), Kernel: pairKernel(array.Eigh)},
	{Name: "inv", Class: "Inv", Sig: "x", Infer: squareLike, Value: computedFloat(squareLike, ""), Kernel: matrixKernel(kernel.Inverse)},
	{Name: "jvp", Class: "JVP", Sig: "fun, primals, tangents, has_aux=False", Init: "has_aux", Infer: jvp},
	{Name: "lstsq", Class: "Lstsq", Sig: "a, b, rcond=None", Init: "rcond", Infer: lstsq, Kernel: func(c *Call) []*array.Array {
		return one(kernel.LeastSquares(c.wideOf("a"), c.wideOf("b"), c.FloatOr("rcond", -1)))
	}},
	{Name: "lu_factor", Class: "LuFactor", Sig: "x", Infer: luFactor, Value: luValue, Kernel: pairKernel(kernel.LU)},
	{Name: "matrix_rank", Class: "MatrixRank", Sig: "x, tol=None", Init: "tol", Infer: func(c *Call) object.Object {
		s := c.matrices("x")
		return c.New(s[:len(s)-2], "int32")
	}, Kernel: func(c *Call) []*array.Array { return one(kernel.MatrixRank(c.wideOf("x"), c.FloatOr("tol", -1))) }},
	{Name: "norm", Class: "Norm", Sig: "x, ord=None, axis=None, keepdims=False", Init: "ord, axis, keepdims", Setup: func(c *Call) {
		if s, ok := object.Of(c.Arg("ord")).(*object.Str); ok && s.String() != "fro" && s.String() != "nuc" {
			c.value("ord must be a number, 'fro' or 'nuc', got '%s'.", s)
		}
	}, Infer: norm, Kernel: normKernel},
	{Name: "pinv", Class: "Pinv", Sig: "x, rcond=None", Init: "rcond", Infer: func(c *Call) object.Object {
		s := c.matrices("x")
		n := len(s)
		s[n-1], s[n-2] = s[n-2], s[n-1]
		return c.New(s, c.Dtype("x"))
	}, Kernel: func(c *Call) []*array.Array { return one(kernel.PseudoInverse(c.wideOf("x"), c.FloatOr("rcond", -1))) }},
	{Name: "qr", Class: "Qr", Sig: "x, mode='reduced'", Init: "mode", Setup: func(c *Call) {
		if s, ok := object.Of(c.Arg("mode")).(*object.Str); !ok || s.String() != "reduced" && s.String() != "complete" {
			c.value("mode must be 'reduced' or 'complete', got %s.", c.show(c.Arg("mode")))
		}
	}, Infer: qr, Kernel: qrKernel},
	{Name: "solve", Class: "Solve", Sig: "a, b", Infer: solve, Kernel: func(c *Call) []*array.Array { return one(kernel.Solve(c.wideOf("a"), c.wideOf("b"))) }},
	{Name: "solve_triangular", Class: "SolveTriangular", Sig: "a, b, lower=False", Init: "lower", Infer: solve, Kernel: func(c *Call) []*array.Array {
		return one(kernel.SolveTriangular(c.wideOf("a"), c.wideOf("b"), c.Bool("lower")))
	}},
	{Name: "svd", Class: "SVD", Sig: "x, full_matrices=True, compute_uv=True", Init: "full_matrices, compute_uv", Infer: svd, Kernel: svdKernel},
}

// matrices returns the shape of an argument that holds matrices.
func (c *Call) matrices(name string) tensor.Shape {
	s := c.Shape(name)
	if len(s) < 2 {
		c.value("%s must have at least two dimensions, got shape %s.", name, s)
	}
	return s
}

func (c *Call) square(s tensor.Shape) {
	if len(s) < 2 || s[len(s)-1] != s[len(s)-2] {
		c.value("the matrix must be square, got shape %s.", s)
	}
}

// sides returns the two sizes of a matrix, which must be known.
func (c *Call) sides(s tensor.Shape) (m, n int) {
	m, n = s[len(s)-2], s[len(s)-1]
	if m < 0 || n < 0 {
		c.typeError("the last two dimensions must be known, got shape %s.", s)
	}
	return m, n
}

func squareLike(c *Call) object.Object {
	c.square(c.matrices("x"))
	return c.Like("x")
}

func eigen(c *Call) object.Object {
	s := c.matrices("x")
	c.square(s)
	return object.NewTuple(c.New(s[:len(s)-1], c.Dtype("x")), c.Like("x"))
}

func lstsq(c *Call) object.Object {
	a, b := c.Shape("a"), c.Shape("b")
	if len(a) != 2 {
		c.value("a must have two dimensions, got shape %s.", a)
	}
	if len(b) != 1 && len(b) != 2 {
		c.value("b must have one or two dimensions, got shape %s.", b)
	}
	if a[0] != b[0] {
		c.value("a and b must have the same number of rows, got shapes %s and %s.", a, b)
	}
	return c.New(joined(a[1:], b[1:]), c.Dtype("a"))
}

func norm(c *Call) object.Object {
	s := c.Shape("x")
	d := c.orFloatx(c.Dtype("x"))
	axes := c.Axes("axis")
	n := len(axes)
	if axes == nil {
		n = len(s)
	}
	_, isText := object.Of(c.Arg("ord")).(*object.Str)
	if n == 1 && isText {
		c.value("ord=%s belongs to matrices; for a vector give a number.", c.show(c.Arg("ord")))
	}
	if n == 2 && !isText && c.Given("ord") && !matrixOrder(c.Arg("ord")) {
		c.value("ord of a matrix must be one of 'fro', 'nuc', 1, -1, 2, -2, inf, -inf, got %s.", c.show(c.Arg("ord")))
	}
	return c.New(c.reduced(s, axes, c.Bool("keepdims")), d)
}

func matrixOrder(v object.Object) bool {
	var f float64
	switch x := object.Of(v).(type) {
	case object.Int:
		f = float64(x)
	case object.Float:
		f = float64(x)
	case object.Bool:
		return bool(x)
	default:
		return false
	}
	return f == 1 || f == -1 || f == 2 || f == -2 || f-f != 0 && f == f
}

func qr(c *Call) object.Object {
	s := c.matrices("x")
	m, n := s[len(s)-2], s[len(s)-1]
	if m < 0 || n < 0 {
		c.value("the last two dimensions of x must be known, got shape %s.", s)
	}
	base, d := s[:len(s)-2], c.Dtype("x")
	if c.Text("mode") == "reduced" {
		k := min(m, n)
		return object.NewTuple(c.New(joined(base, tensor.Shape{m, k}), d), c.New(joined(base, tensor.Shape{k, n}), d))
	}
	return object.NewTuple(c.New(joined(base, tensor.Shape{m, m}), d), c.New(joined(base, tensor.Shape{m, n}), d))
}

func solve(c *Call) object.Object {
	a := c.matrices("a")
	c.square(a)
	b := c.Shape("b")
	if len(b) < 1 {
		c.value("b must have at least one dimension.")
	}
	switch {
	case len(a) == len(b) && a[len(a)-2] != b[len(b)-2]:
		c.value("a and b must have the same number of rows, got shapes %s and %s.", a, b)
	case len(a) == len(b)-1 && a[len(a)-1] != b[len(b)-1]:
		c.value("the last dimensions of a and b must be equal, got shapes %s and %s.", a, b)
	}
	return c.New(b, c.Dtype("b"))
}

func svd(c *Call) object.Object {
	s := c.matrices("x")
	m, n := c.sides(s)
	base, d, k := s[:len(s)-2], c.Dtype("x"), min(m, n)
	u, v := tensor.Shape{m, m}, tensor.Shape{n, n}
	if !c.Bool("full_matrices") {
		u, v = tensor.Shape{m, k}, tensor.Shape{k, n}
	}
	if !c.Bool("compute_uv") {
		return c.New(joined(base, tensor.Shape{k}), d)
	}
	return object.NewTuple(c.New(joined(base, u), d), c.New(joined(base, tensor.Shape{k}), d), c.New(joined(base, v), d))
}

func det(c *Call) object.Object {
	s := c.matrices("x")
	c.square(s)
	return c.New(s[:len(s)-2], c.Dtype("x"))
}

func luFactor(c *Call) object.Object {
	s := c.matrices("x")
	m, n := c.sides(s)
	return object.NewTuple(c.New(s, c.Dtype("x")), c.New(joined(s[:len(s)-2], tensor.Shape{min(m, n)}), c.Dtype("x")))
}
