package ops

import "layerglass/core/python/object"

// orderRules are those of functions that look for numbers by their order, and of sums that leave some out.
func orderRules() map[string]func(*flow) {
	written := func(make func(f *flow) object.Object) func(*flow) {
		return func(f *flow) { f.replay(func(f *flow) []object.Object { return []object.Object{make(f)} }) }
	}
	known := func(f *flow) object.Object {
		x := f.Arg("x")
		return f.do("where", f.do("isnan", x), 0.0, x)
	}
	over := func(f *flow) []any { return []any{named("axis", f.Arg("axis")), named("keepdims", f.Arg("keepdims"))} }
	return map[string]func(*flow){
		"sort": written(func(f *flow) object.Object {
			axis := named("axis", f.Arg("axis"))
			return f.do("take_along_axis", f.Arg("x"), f.do("argsort", f.Arg("x"), axis), axis)
		}),
		"top_k": func(f *flow) {
			f.replay(func(f *flow) []object.Object {
				return []object.Object{f.do("take_along_axis", f.Arg("x"), f.y(1), named("axis", -1))}
			})
		},
		"nansum": written(func(f *flow) object.Object { return f.do("sum", append([]any{known(f)}, over(f)...)...) }),
		"nanmean": written(func(f *flow) object.Object {
			there := f.do("logical_not", f.do("isnan", f.Arg("x")))
			n := f.cast(f.do("sum", append([]any{f.do("cast", there, "int32")}, over(f)...)...), f.y(0).Dtype)
			return f.div(f.do("sum", append([]any{known(f)}, over(f)...)...), n)
		}),
		"ptp": written(func(f *flow) object.Object {
			x := f.Arg("x")
			return f.sub(f.do("max", append([]any{x}, over(f)...)...), f.do("min", append([]any{x}, over(f)...)...))
		}),
		"segment_sum": func(f *flow) {
			f.give(f.Arg("data"), f.do("take", f.g[0], f.Arg("segment_ids"), named("axis", 0)))
		},
	}
}

// matrixRules are those of inverses, determinants and solutions.
func matrixRules() map[string]func(*flow) {
	turned := func(f *flow, x any) object.Object { return f.do("swapaxes", x, -1, -2) }
	spread := func(f *flow, x any) object.Object {
		return f.do("expand_dims", f.do("expand_dims", x, named("axis", -1)), named("axis", -1))
	}
	return map[string]func(*flow){
		"inv": func(f *flow) {
			y := turned(f, f.y(0))
			f.give(f.Arg("x"), f.do("negative", f.do("matmul", f.do("matmul", y, f.g[0]), y)))
		},
		"det": func(f *flow) {
			x := f.Arg("x")
			f.give(x, f.mul(spread(f, f.mul(f.g[0], f.y(0))), turned(f, f.do("inv", x))))
		},
		"logdet": func(f *flow) {
			x := f.Arg("x")
			f.give(x, f.mul(spread(f, f.g[0]), turned(f, f.do("inv", x))))
		},
		"slogdet": func(f *flow) {
			if x := f.Arg("x"); f.g[1] != nil {
				f.give(x, f.mul(spread(f, f.g[1]), turned(f, f.do("inv", x))))
			}
		},
		"solve": func(f *flow) {
			a, b := f.Arg("a"), f.Arg("b")
			back := f.do("solve", turned(f, a), f.g[0])
			f.give(b, back)
			if !f.wants(a) {
				return
			}
			y := object.Object(f.y(0))
			if len(f.shape(b)) < len(f.shape(a)) {
				back, y = f.do("expand_dims", back, named("axis", -1)), f.do("expand_dims", y, named("axis", -1))
			}
			f.give(a, f.do("negative", f.do("matmul", back, turned(f, y))))
		},
	}
}
