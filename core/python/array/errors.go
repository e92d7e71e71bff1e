package array

import (
	"strconv"
	"strings"
)

// ErrorKind is the kind of exception an error becomes in Python.
type ErrorKind uint8

// Kinds of errors.
const (
	ValueError ErrorKind = iota
	TypeError
	IndexError
	AxisError
	MemoryError
	OverflowError
	LinAlgError
	ZeroDivisionError
	LoopError   // a ufunc has no loop for the types
	NoSignature // the same, where numpy finds no types to try
	CastError   // a cast that the casting rule forbids
)

// Error is what goes wrong in this package, apart from a Budget's own errors, which pass through unchanged.
type Error struct {
	Kind    ErrorKind
	Message string
}

// Error returns the message.
func (e *Error) Error() string { return e.Message }

func fail(k ErrorKind, parts ...string) *Error {
	return &Error{k, strings.Join(parts, "")}
}

func itoa(n int) string { return strconv.Itoa(n) }

// ShapeString writes a shape as Python writes the tuple.
func ShapeString(shape []int) string {
	var b strings.Builder
	b.WriteByte('(')
	for i, n := range shape {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(itoa(n))
	}
	if len(shape) == 1 {
		b.WriteByte(',')
	}
	b.WriteByte(')')
	return b.String()
}

// compactShape writes a shape as numpy's broadcasting errors do: without spaces.
func compactShape(shape []int) string { return strings.ReplaceAll(ShapeString(shape), " ", "") }

func axisError(axis, rank int) error {
	return fail(AxisError, "axis ", itoa(axis), " is out of bounds for array of dimension ", itoa(rank))
}

// NormalizeAxis turns a negative axis into its positive one.
func NormalizeAxis(axis, rank int) (int, error) {
	if axis < -rank || axis >= rank {
		return 0, axisError(axis, rank)
	}
	if axis < 0 {
		axis += rank
	}
	return axis, nil
}

// NormalizeAxes turns negative axes into positive ones and refuses repeated ones. nil means every axis.
func NormalizeAxes(axes []int, rank int) ([]int, error) {
	if axes == nil {
		all := make([]int, rank)
		for i := range all {
			all[i] = i
		}
		return all, nil
	}
	out := make([]int, len(axes))
	seen := make([]bool, rank)
	for i, a := range axes {
		n, err := NormalizeAxis(a, rank)
		if err != nil {
			return nil, err
		}
		if seen[n] {
			return nil, fail(ValueError, "duplicate value in 'axis'")
		}
		seen[n] = true
		out[i] = n
	}
	return out, nil
}

// named puts the name of an argument before the message of an axis error.
func named(argument string, err error) error {
	if e, ok := err.(*Error); ok && e.Kind == AxisError {
		return fail(AxisError, argument, ": ", e.Message)
	}
	return err
}
