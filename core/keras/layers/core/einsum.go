package core

import (
	"strings"

	"layerglass/core/keras/spec"
	"layerglass/core/keras/tensor"
	"layerglass/core/python/object"
)

// equation is an einsum equation of one input and one weight: "ab,bc->ac", "...b,bc->...c" or "ab...,bc->ac...". The dots
// stand for any further dimensions, at the left or at the right.
type equation struct {
	input, weight, output string
	left                  bool
}

func letters(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
}

// leading returns the letters that s begins with.
func leading(s string) string {
	for i := range s {
		if !letters(s[i : i+1]) {
			return s[:i]
		}
	}
	return s
}

// readEquation reads an equation. What follows the output's letters is not looked at, as in Keras.
func readEquation(text string) (e equation, ok bool) {
	text = strings.ReplaceAll(text, "...", "0")
	in, rest, ok := strings.Cut(text, ",")
	if !ok {
		return e, false
	}
	weight, out, ok := strings.Cut(rest, "->")
	if !ok || !letters(weight) {
		return e, false
	}
	switch {
	case letters(in):
		e = equation{in, weight, leading(out), false}
	case strings.HasPrefix(in, "0") && letters(in[1:]) && strings.HasPrefix(out, "0"):
		e = equation{in[1:], weight, leading(out[1:]), true}
	case strings.HasSuffix(in, "0") && len(in) > 2 && letters(in[:len(in)-1]):
		out = leading(out) // the zero must follow
		if !strings.HasPrefix(strings.TrimPrefix(rest, weight+"->"), out+"0") {
			return e, false
		}
		e = equation{in[:len(in)-1], weight, out, false}
	default:
		return e, false
	}
	return e, e.output != ""
}

// analysis is what an equation says about the shapes.
type analysis struct {
	kernel, output spec.Shape
	// bias is the shape of the bias, nil for none.
	bias spec.Shape
	// reduced are the axes of the kernel that the output does not have.
	reduced map[int]bool
}

// analyze works out the shapes for an input shape and the known part of the output's.
func analyze(l *spec.Instance, in spec.Shape) (a analysis, err error) {
	if _, isText := object.Of(l.Value("equation")).(*object.Str); !isText {
		return a, l.BadType("equation", l.Value("equation"), "text")
	}
	e, ok := readEquation(l.Str("equation"))
	if !ok {
		return a, l.Bad("equation", l.Value("equation"), "of the form 'ab,bc->ac', '...b,bc->...c' or 'ab...,bc->ac...'")
	}
	elided := len(in) - len(e.input)
	a.output = e.outputShape(l, in, elided)
	sizes, inputs := e.lookups(in, a.output, elided)
	if err := e.agree(l, in, sizes, inputs); err != nil {
		return a, err
	}
	a.reduced = map[int]bool{}
	for i := range e.weight {
		size, known, err := sizes(e.weight[i])
		if err != nil {
			return a, err
		}
		if !known {
			a.reduced[i] = true
			if size, known, err = inputs(e.weight[i]); err != nil {
				return a, err
			}
		}
		if !known {
			return a, l.Fail("equation", "the weight's dimension '%c' stands neither in the input nor in the output of '%s'.", e.weight[i], l.Str("equation"))
		}
		a.kernel = append(a.kernel, size)
	}
	a.bias, err = e.biasShape(l, a.output, elided)
	return a, err
}

// lookups find the size of a letter in the output and in the input; known is false where it does not stand there.
func (e equation) lookups(in, out spec.Shape, elided int) (sizes, inputs func(dim byte) (size int, known bool, err error)) {
	find := func(labels string, s spec.Shape, shift int) func(byte) (int, bool, error) {
		return func(dim byte) (int, bool, error) {
			i := strings.LastIndexByte(labels, dim)
			if i < 0 {
				return 0, false, nil
			}
			if i += shift; i < 0 {
				i += len(s)
			}
			if i < 0 || i >= len(s) {
				return 0, true, object.NewError(object.IndexErrorClass, "tuple index out of range")
			}
			return s[i], true, nil
		}
	}
	if e.left {
		return find(e.output, out, elided), find(e.input, in, elided-len(in))
	}
	return find(e.output, out, 0), find(e.input, in, 0)
}

// outputShape puts the batch and the elided dimensions around the given part of the output's shape.
func (e equation) outputShape(l *spec.Instance, in spec.Shape, elided int) spec.Shape {
	given := spec.Shape{}
	for _, n := range l.Items("partial_output_shape") {
		d := tensor.Unknown
		if n != object.None {
			if i, err := object.Index(l.T, n); err == nil {
				d = i
			}
		}
		given = append(given, d)
	}
	batch := tensor.Unknown
	if len(in) > 0 {
		batch = in[0]
	}
	out := spec.Shape{batch}
	if elided > 0 && e.left {
		out = append(out, in[1:max(1, elided)]...)
		// Keras puts each further dimension behind the batch, so that they stand in reverse order
		for i, j := 1, len(out)-1; i < j; i, j = i+1, j-1 {
			out[i], out[j] = out[j], out[i]
		}
	}
	out = append(out, given...)
	if elided > 0 && !e.left {
		out = append(out, in[len(in)-elided:]...)
	}
	return out
}

// agree refuses shared dimensions of different sizes, and output dimensions that come from nowhere.
func (e equation) agree(l *spec.Instance, in spec.Shape, sizes, inputs func(byte) (int, bool, error)) error {
	for i := range e.input {
		have, _, err := inputs(e.input[i])
		if err != nil {
			return err
		}
		want, known, err := sizes(e.input[i])
		if err != nil {
			return err
		}
		if known && want != tensor.Unknown && want != have {
			return l.Fail("output_shape", "the dimension '%c' has the size %d in output_shape, and the input's shape is %s.", e.input[i], want, in.String())
		}
	}
	for i := range e.output {
		if c := e.output[i : i+1]; !strings.Contains(e.input, c) && !strings.Contains(e.weight, c) {
			return l.Fail("equation", "the output's dimension '%s' stands neither in the input nor in the weight of '%s'.", c, l.Str("equation"))
		}
	}
	return nil
}

// biasShape is the shape of a bias over bias_axes: ones where an axis between them is left out.
func (e equation) biasShape(l *spec.Instance, out spec.Shape, elided int) (spec.Shape, error) {
	if l.IsNone("bias_axes") {
		return nil, nil
	}
	axes := l.Str("bias_axes")
	first := len(e.output)
	for i := range axes {
		at := strings.IndexByte(e.output, axes[i])
		if at < 0 {
			return nil, l.Fail("bias_axes", "bias_axes names the dimension '%c', which the output '%s' does not have.", axes[i], e.output)
		}
		first = min(first, at)
	}
	if axes == "" {
		return nil, l.Bad("bias_axes", l.Value("bias_axes"), "one or more letters of the output")
	}
	left := 0
	if e.left {
		left = elided
	}
	shape := spec.Shape{}
	for i := first; i < len(e.output); i++ {
		size := 1
		if strings.IndexByte(axes, e.output[i]) >= 0 {
			if i+left >= len(out) {
				return nil, object.NewError(object.IndexErrorClass, "list index out of range")
			}
			size = out[i+left]
		}
		shape = append(shape, size)
	}
	if !e.left {
		for range max(0, elided) {
			shape = append(shape, 1)
		}
	}
	return shape, nil
}
