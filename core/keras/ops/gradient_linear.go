package ops

import (
	"strings"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// linearRules are those of sums of products.
func linearRules() map[string]func(*flow) {
	return map[string]func(*flow){
		"matmul": func(f *flow) { f.matrices(f.Arg("x1"), f.Arg("x2")) },
		"dot": func(f *flow) {
			a, b := f.Arg("x1"), f.Arg("x2")
			switch n, m := len(f.shape(a)), len(f.shape(b)); {
			case n == 0 || m == 0:
				f.give(a, f.mul(f.g[0], b))
				f.give(b, f.mul(f.g[0], a))
			case m <= 2:
				f.matrices(a, b)
			default:
				k := letters(n + m)
				f.products([]string{k[:n], k[n:n+m-2] + k[n-1:n] + k[n+m-1:]}, k[:n-1]+k[n:n+m-2]+k[n+m-1:], []object.Object{a, b})
			}
		},
		"outer": func(f *flow) {
			a, b := f.do("reshape", f.Arg("x1"), []int{-1}), f.do("reshape", f.Arg("x2"), []int{-1})
			f.give(f.Arg("x1"), f.do("reshape", f.do("matmul", f.g[0], b), []int(f.shape(f.Arg("x1")))))
			f.give(f.Arg("x2"), f.do("reshape", f.do("matmul", a, f.g[0]), []int(f.shape(f.Arg("x2")))))
		},
		"tensordot": tensordotBack,
		"einsum":    einsumBack,
		"vdot": func(f *flow) {
			f.give(f.Arg("x1"), f.mul(f.g[0], f.Arg("x2")))
			f.give(f.Arg("x2"), f.mul(f.g[0], f.Arg("x1")))
		},
	}
}

// letters are n names of axes.
func letters(n int) string { return "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[:n] }

func (f *flow) matrices(a, b object.Object) {
	x, y, g := a, b, f.g[0]
	lone := len(f.shape(b)) == 1
	if lone {
		y, g = f.do("expand_dims", y, -1), f.do("expand_dims", g, -1)
	}
	if len(f.shape(a)) == 1 {
		x, g = f.do("expand_dims", x, 0), f.do("expand_dims", g, -2)
	}
	if f.wants(a) {
		f.give(a, f.do("matmul", g, f.do("swapaxes", y, -1, -2)))
	}
	if f.wants(b) {
		back := f.do("matmul", f.do("swapaxes", x, -1, -2), g)
		if lone {
			back = f.do("squeeze", back, named("axis", -1))
		}
		f.give(b, back)
	}
}

func tensordotBack(f *flow) {
	a, b := f.Arg("x1"), f.Arg("x2")
	n, m := len(f.shape(a)), len(f.shape(b))
	first, second := []byte(letters(n)), []byte(letters(n + m)[n:])
	if k, ok := object.AsInt64(f.Arg("axes")); ok {
		for i := range int(k) {
			second[i] = first[n-int(k)+i]
		}
	} else {
		pair := f.Items("axes")
		if len(pair) != 2 {
			f.noGradient("tensordot with such axes")
		}
		from, to := f.axesOf(pair[0]), f.axesOf(pair[1])
		for i := range min(len(from), len(to)) {
			second[(to[i]+m)%m] = first[(from[i]+n)%n]
		}
	}
	out := ""
	for _, c := range string(first) + string(second) {
		if one, two := strings.ContainsRune(string(first), c), strings.ContainsRune(string(second), c); one != two {
			out += string(c)
		}
	}
	f.products([]string{string(first), string(second)}, out, []object.Object{a, b})
}

func (f *flow) axesOf(v object.Object) []int {
	if n, ok := object.AsInt64(v); ok {
		return []int{int(n)}
	}
	items, err := object.Items(f.t, v)
	must(err)
	out := make([]int, len(items))
	for i, o := range items {
		out[i] = f.asInt("axes", o)
	}
	return out
}

func einsumBack(f *flow) {
	subscripts := strings.ReplaceAll(f.Text("subscripts"), " ", "")
	operands := f.Items("operands")
	in, out, given := strings.Cut(subscripts, "->")
	parts := strings.Split(in, ",")
	if len(parts) != len(operands) {
		f.noGradient("this einsum")
	}
	parts, out = f.withoutEllipsis(parts, out, operands)
	if !given {
		out = implied(parts)
	}
	f.products(parts, out, operands)
}

// withoutEllipsis names the axes that an ellipsis stands for.
func (f *flow) withoutEllipsis(parts []string, out string, operands []object.Object) ([]string, string) {
	const free = "ZYXWVUTSRQPONMLKJIHGFEDCBA"
	longest := 0
	for i, p := range parts {
		if strings.Contains(p, "...") {
			longest = max(longest, len(f.shape(operands[i]))-len(p)+3)
		}
	}
	named := free[:longest]
	full := make([]string, len(parts))
	for i, p := range parts {
		n := len(f.shape(operands[i])) - len(p) + 3
		full[i] = strings.Replace(p, "...", named[longest-min(max(n, 0), longest):], 1)
	}
	return full, strings.Replace(out, "...", named, 1)
}

// implied is the result of an einsum that does not name it: the axes that stand once, in the order of the alphabet.
func implied(parts []string) string {
	all, out := strings.Join(parts, ""), ""
	for c := 'A'; c <= 'z'; c++ {
		if strings.Count(all, string(c)) == 1 {
			out += string(c)
		}
	}
	return out
}

// products is the rule of a sum of products: the gradient of each factor is a sum of products of the others and of that of the
// result.
func (f *flow) products(parts []string, out string, operands []object.Object) {
	for i, v := range operands {
		if !f.wants(v) {
			continue
		}
		for k, c := range parts[i] {
			if strings.ContainsRune(parts[i][k+1:], c) {
				f.noGradient("einsum along a diagonal")
			}
		}
		factors, names := []any{f.g[0]}, out
		for j, other := range operands {
			if j != i {
				factors, names = append(factors, other), names+","+parts[j]
			}
		}
		there := ""
		shape := append(tensor.Shape{}, f.shape(v)...)
		for k, c := range parts[i] {
			if strings.ContainsRune(names, c) {
				there += string(c)
			} else {
				shape[k] = 1 // summed up alone: each gets the same
			}
		}
		g := f.do("einsum", append([]any{names + "->" + there}, factors...)...)
		if s := f.shape(g); len(s) != len(shape) {
			at := 0
			for k, c := range parts[i] {
				if strings.ContainsRune(there, c) {
					shape[k] = s[at]
					at++
				}
			}
			g = f.do("reshape", g, []int(shape))
		}
		f.give(v, g)
	}
}
