package optimizers

import (
	"math"
	"strings"

	"layerglass/core/keras/calc"
	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// leftToAdam reports whether Muon hands a variable to Adam: it steps matrices only.
func leftToAdam(c *calc.Calc, l *spec.Instance, v object.Object) bool {
	if len(c.Shape(v)) != 2 {
		return true
	}
	path := c.Attr(v, "path")
	text, _ := object.AsString(path)
	if l.Bool("exclude_embeddings") && strings.Contains(strings.ToLower(text), "embedding") {
		return true
	}
	for _, p := range c.Items(l.Value("exclude_layers")) {
		if matches(c, p, path) {
			return true
		}
	}
	return false
}

// buildMuon makes a momentum for each variable, and a second moment for those of Adam.
func buildMuon(l *spec.Instance, vars []object.Object) error {
	c := calc.New(l.T)
	momentums, velocities := object.NewList(), object.NewList()
	made := func(v object.Object, name string) object.Object {
		return c.Of(func() (object.Object, error) {
			return l.CallWith("add_variable_from_reference", "reference_variable", v, "name", name)
		})
	}
	for _, v := range vars {
		m, second := object.Object(object.None), object.Object(object.None)
		if !overwritten(l.T, v) {
			m = made(v, "momentum")
			if leftToAdam(c, l, v) {
				second = made(v, "velocity")
			}
		}
		momentums.Items, velocities.Items = append(momentums.Items, m), append(velocities.Items, second)
	}
	if c.Err != nil {
		return c.Err
	}
	return l.SetAll("momentums", momentums, "adam_velocities", velocities)
}

func muonStep(r *rule) {
	if r.slot("adam_velocities") != object.None {
		r.adam(r.Mul(r.lr, r.option("adam_lr_ratio")), "adam_beta_1", "adam_beta_2", "momentums", "adam_velocities", false)
		return
	}
	m := r.slot("momentums")
	r.add(m, r.Add(r.g, r.Mul(m, r.python(object.Sub, r.option("momentum"), object.Int(1)))))
	g := m
	if r.l.Bool("nesterov") {
		g = r.Add(r.g, r.Mul(r.option("momentum"), m))
	}
	change := r.Mul(r.lr, r.orthogonal(g))
	if s := r.Shape(change); r.Err == nil && !r.l.IsNone("rms_rate") {
		change = r.Mul(r.Mul(change, r.Cast(math.Sqrt(float64(max(s[0], s[1]))), "float32")), r.option("rms_rate"))
	}
	r.sub(r.v, change)
}

// orthogonal makes a matrix nearly orthogonal by Newton and Schulz's iteration.
func (r *rule) orthogonal(x object.Object) object.Object {
	s := r.Shape(x)
	if r.Err != nil {
		return object.None
	}
	tall := s[0] > s[1]
	if tall {
		x = r.Do("transpose", x)
	}
	x = r.Div(x, r.Add(r.Do("norm", x, calc.KW("axis", []int{-2, -1}), calc.KW("keepdims", true)), 1e-7))
	for range r.l.Int("ns_steps") {
		square := r.Do("matmul", x, r.Do("transpose", x))
		mix := r.Add(r.Mul(r.option("muon_b"), square), r.Do("matmul", r.Mul(r.option("muon_c"), square), square))
		x = r.Add(r.Mul(r.option("muon_a"), x), r.Do("matmul", mix, x))
		if r.Err != nil {
			return object.None
		}
	}
	if tall {
		x = r.Do("transpose", x)
	}
	return x
}

// decayMuon is the weight decay of Muon, with a number of its own for Adam's variables.
func decayMuon(l *spec.Instance, a []object.Object) (object.Object, error) {
	c := calc.New(l.T)
	for _, v := range c.Items(a[0]) {
		if !c.Truth(c.Method(l.Instance, "_use_weight_decay", v)) {
			continue
		}
		by := l.Value("weight_decay")
		if leftToAdam(c, l, v) {
			by = l.Value("adam_weight_decay")
		}
		if by != object.None {
			shrink(c, l, v, by)
		}
	}
	return c.End(object.None)
}
