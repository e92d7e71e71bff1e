package core

import (
	"slices"
	"strings"

	"layerglass/core/keras/spec"
	"layerglass/core/python/object"
)

// moved says how a quantized operand's scale is brought into the form of the output: which axes are reduced, in which order
// the axes stand then, where axes of size one are put in, and which are taken out.
type moved struct{ reduced, order, expand, squeeze []int }

// move works that out for the labels of an operand. at is where the last axis was put before; it is carried from operand to
// operand, as in Keras.
func move(labels, output string, at *int) moved {
	var m moved
	for i := range labels {
		if !strings.Contains(output, labels[i:i+1]) {
			m.reduced = append(m.reduced, i)
		}
	}
	for i := range output {
		if j := strings.IndexByte(labels, output[i]); j >= 0 {
			m.order = append(m.order, j)
		} else {
			m.expand = append(m.expand, i)
		}
	}
	for _, axis := range m.reduced {
		if len(m.expand) > 0 {
			*at, m.expand = m.expand[0], m.expand[1:]
		} else {
			m.squeeze = append(m.squeeze, axis)
		}
		m.order = slices.Insert(m.order, min(*at, len(m.order)), axis)
	}
	return m
}

// scaleShape is the shape of the scale of a kernel quantized to eight bits.
func scaleShape(l *spec.Instance, kernel spec.Shape) (spec.Shape, error) {
	text := l.Str("equation")
	if strings.Contains(text, "...") {
		return nil, object.TypeError("%s: an equation with '...' cannot be quantized, got equation='%s'.", l.ClassName(), text)
	}
	e, ok := readEquation(text)
	if !ok || len(kernel) != len(e.weight) {
		return nil, l.Bad("equation", l.Value("equation"), "of the form 'ab,bc->ac'")
	}
	at := 0
	move(e.input, e.output, &at)
	m := move(e.weight, e.output, &at)
	sizes := kernel.Clone()
	for _, axis := range m.reduced {
		sizes[axis] = 1
	}
	out := make(spec.Shape, len(m.order))
	for i, axis := range m.order {
		out[i] = sizes[axis]
	}
	slices.Sort(m.expand)
	for _, axis := range m.expand {
		out = slices.Insert(out, min(axis, len(out)), 1)
	}
	slices.Sort(m.squeeze)
	for i := len(m.squeeze) - 1; i >= 0; i-- {
		if axis := m.squeeze[i]; axis < len(out) {
			out = slices.Delete(out, axis, axis+1)
		}
	}
	return out, nil
}
