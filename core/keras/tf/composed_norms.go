package tf

import (
	"math"

	"layerglass/core/python/object"
)

func composedNorms() []composed {
	return []composed{
		{"norm linalg.norm", "tensor, ord='euclidean', axis=None, keepdims=False", func(k *calc) object.Object {
			return k.norm(k.x("tensor"), k.get("axis"), k.flag("keepdims"))
		}},
		{"linalg.normalize", "tensor, ord='euclidean', axis=None", func(k *calc) object.Object {
			x := k.x("tensor")
			norm := k.norm(x, k.get("axis"), true)
			return object.NewTuple(k.do("true_divide", x, norm), norm)
		}},
		{"clip_by_norm", "t, clip_norm, axes=None", func(k *calc) object.Object {
			x, limit := k.x("t"), k.get("clip_norm")
			norm := k.do("sqrt", k.reduce("sum", k.do("square", x), k.get("axes"), true))
			return k.do("true_divide", k.do("multiply", x, limit), k.do("maximum", norm, limit))
		}},
		{"linalg.global_norm", "t_list", func(k *calc) object.Object { return k.globalNorm() }},
		{"clip_by_global_norm", "t_list, clip_norm, use_norm=None", func(k *calc) object.Object {
			norm := k.get("use_norm")
			if norm == object.None {
				norm = k.globalNorm()
			}
			limit := k.get("clip_norm")
			scale := k.do("true_divide", limit, k.do("maximum", norm, limit))
			var out []object.Object
			for _, x := range k.list(k.get("t_list")) {
				out = append(out, k.do("multiply", x, scale))
			}
			return object.NewTuple(object.NewList(out...), norm)
		}},
		{"linalg.diag", "diagonal, k=0", func(k *calc) object.Object {
			if k.int("k", 0) != 0 {
				return k.refuse("with k")
			}
			x := k.x("diagonal")
			s := k.shape(x)
			if len(s) == 0 || s[len(s)-1] < 0 {
				return k.refuse("of a size that is not known")
			}
			one := k.with("eye", []object.Object{whole(s[len(s)-1])}, "dtype", object.NewStr(k.dtypeOf(x)))
			return k.do("multiply", k.do("expand_dims", x, whole(-1)), one)
		}},
		{"linalg.set_diag", "input, diagonal, k=0", func(k *calc) object.Object {
			if k.int("k", 0) != 0 {
				return k.refuse("with k")
			}
			x := k.x("input")
			rows, columns := k.indices(x)
			return k.do("where", k.do("equal", rows, columns), k.do("expand_dims", k.x("diagonal"), whole(-2)), x)
		}},
		{"linalg.band_part", "input, num_lower, num_upper", func(k *calc) object.Object {
			x := k.x("input")
			rows, columns := k.indices(x)
			keep := object.Object(object.True)
			for _, side := range []struct {
				name string
				a, b object.Object
			}{{"num_lower", rows, columns}, {"num_upper", columns, rows}} {
				if n := k.int(side.name, -1); n >= 0 {
					keep = k.do("logical_and", keep, k.do("less_equal", k.do("subtract", side.a, side.b), whole(n)))
				}
			}
			return k.do("where", keep, x, k.do("zeros_like", x))
		}},
		{"linalg.matrix_transpose linalg.adjoint", "a, conjugate=False", func(k *calc) object.Object {
			return k.do("swapaxes", k.x("a"), whole(-1), whole(-2))
		}},
		{"linalg.solve", "matrix, rhs, adjoint=False", func(k *calc) object.Object {
			a := k.x("matrix")
			if k.flag("adjoint") {
				a = k.do("swapaxes", a, whole(-1), whole(-2))
			}
			return k.do("solve", a, k.x("rhs"))
		}},
	}
}

// norm is a vector norm; those of matrices are not modelled.
func (k *calc) norm(x, axis object.Object, keep bool) object.Object {
	ord := 2.0
	if s, ok := k.get("ord").(*object.Str); ok {
		if s.String() != "euclidean" && s.String() != "fro" {
			return k.refuse("with ord=" + s.String())
		}
	} else if f, err := object.ToFloat(k.t, k.get("ord")); err == nil {
		ord = f
		if items, err := object.Items(k.t, axis); err == nil && len(items) > 1 {
			return k.refuse("of matrices")
		}
	} else {
		k.err = err
		return object.None
	}
	switch {
	case math.IsInf(ord, 1):
		return k.reduce("max", k.do("absolute", x), axis, keep)
	case ord == 1:
		return k.reduce("sum", k.do("absolute", x), axis, keep)
	case ord == 2:
		return k.do("sqrt", k.reduce("sum", k.do("square", x), axis, keep))
	}
	return k.do("power", k.reduce("sum", k.do("power", k.do("absolute", x), number(ord)), axis, keep), number(1/ord))
}

// globalNorm is the norm of all numbers of a list of tensors together.
func (k *calc) globalNorm() object.Object {
	sum := number(0)
	for _, x := range k.list(k.get("t_list")) {
		sum = k.do("add", sum, k.do("sum", k.do("square", k.do("convert_to_tensor", x))))
	}
	return k.do("sqrt", sum)
}

// indices are the numbers of rows, as a column, and of columns, as a row, of the innermost matrices.
func (k *calc) indices(x object.Object) (rows, columns object.Object) {
	s := k.shape(x)
	if len(s) < 2 {
		if k.err == nil {
			k.err = object.ValueError("%s takes a matrix or more of them, got a value of shape %s.", k.path, s)
		}
		return object.None, object.None
	}
	m, n := s[len(s)-2], s[len(s)-1]
	if m < 0 || n < 0 {
		// What is compared decides over numbers, not over the shape.
		return k.do("zeros", object.NewTuple(whole(1), whole(1))), k.do("zeros", object.NewTuple(whole(1)))
	}
	return k.do("expand_dims", k.do("arange", whole(m)), whole(-1)), k.do("arange", whole(n))
}
