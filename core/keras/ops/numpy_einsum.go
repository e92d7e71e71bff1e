package ops

import (
	"sort"
	"strings"

	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// einsum follows Keras in how it reads subscripts: sizes are put into the output's letters one operand at a time, and the
// results are broadcast together. A letter that an operand lacks counts as 1.
func einsum(c *Call) object.Object {
	text := c.Text("subscripts")
	operands := c.Items("operands")
	inputs, output, explicit := strings.Cut(text, "->")
	if explicit && strings.Contains(output, "->") {
		c.value("subscripts may hold one '->', got '%s'.", text)
	}
	specs := strings.Split(inputs, ",")
	if len(specs) != len(operands) {
		c.value("'%s' speaks of %d operands, and %d were given.", text, len(specs), len(operands))
	}
	if !explicit {
		output = "..." + keptLetters(inputs)
	}
	if c.jax() {
		c.sameLetters(specs, operands)
	}
	var out tensor.Shape
	list := make([]Dtype, 0, len(operands))
	for i, v := range operands {
		s, _ := c.shapeOf(v)
		expanded := c.einsumShape(output, specs[i], s)
		if i == 0 {
			out = expanded
		} else {
			out = c.broadcast(out, expanded)
		}
		d := c.standardOf(v)
		if !containsDtype(list, d) {
			list = append(list, d)
		}
	}
	return c.New(out, c.productDtype(list...))
}

// sameLetters checks that a letter has the same size in all operands, or the size one.
func (c *Call) sameLetters(specs []string, operands []object.Object) {
	sizes := map[rune]int{}
	for i, spec := range specs {
		s, _ := c.shapeOf(operands[i])
		if len(s) != len(spec) || strings.Contains(spec, ".") { // dots, which keep to the rule for symbols
			continue
		}
		for j, r := range spec {
			have, seen := sizes[r]
			switch d := s[j]; {
			case !seen || have == 1:
				sizes[r] = d
			case d != have && d != 1 && d != unknown && have != unknown:
				c.value("the dimension '%c' has the size %s in one operand and %s in another.", r, tensor.DimString(have), tensor.DimString(d))
			}
		}
	}
}

func containsDtype(list []Dtype, d Dtype) bool {
	for _, e := range list {
		if e == d {
			return true
		}
	}
	return false
}

// keptLetters returns, sorted, the letters that stand once in the inputs.
func keptLetters(inputs string) string {
	count := map[rune]int{}
	for _, r := range inputs {
		if isLetter(r) {
			count[r]++
		}
	}
	var kept []string
	for r, n := range count {
		if n == 1 {
			kept = append(kept, string(r))
		}
	}
	sort.Strings(kept)
	return strings.Join(kept, "")
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// einsumShape writes the sizes of one operand in the places of the output's letters.
func (c *Call) einsumShape(output, spec string, s tensor.Shape) tensor.Shape {
	sizes := map[rune]int{}
	var wild tensor.Shape
	head, tail, dots := strings.Cut(spec, "...")
	if !dots {
		head = spec
		if len(s) != len(spec) {
			c.value("'%s' speaks of %d dimensions, and the operand has shape %s.", spec, len(spec), s)
		}
	}
	if len(head)+len(tail) > len(s) {
		fail(object.NewError(object.IndexErrorClass, "einsum(): '%s' speaks of more dimensions than the operand of shape %s has.", spec, s))
	}
	set := func(r rune, d int) {
		if _, seen := sizes[r]; !seen {
			sizes[r] = d
		}
	}
	for i, r := range head {
		set(r, s[i])
	}
	for i, r := range tail {
		set(r, s[len(s)-len(tail)+i])
	}
	if dots {
		wild = s[len(head) : len(s)-len(tail)]
	}
	out := tensor.Shape{}
	for i := 0; i < len(output); {
		if strings.HasPrefix(output[i:], "...") {
			out = append(out, wild...)
			i += 3
			continue
		}
		r := rune(output[i])
		i++
		switch d, known := sizes[r]; {
		case known:
			out = append(out, d)
		case 'a' <= r && r <= 'z' || isLetter(r) && c.traced:
			out = append(out, 1)
		case r != ' ':
			c.value("'%s' is no place for a dimension in '%s'.", string(r), output)
		}
	}
	return out
}
