package core

import (
	"math"
	"strconv"
)

// gridRows and gridColumns bound what is drawn of an output.
const (
	gridRows    = 4
	gridColumns = 6
)

// Grid is a small table of numbers with a colour for each.
type Grid struct {
	Name    string
	Columns int
	Cells   []string
	// Levels has a character for each cell: "0" to "8" from the most negative to the most positive with 4 for zero, "a" to "e" from no
	// difference to the largest, "n" for what is no number.
	Levels string
}

// draw makes the three grids: the original's numbers, the copy's, and how far they lie apart. Of an output with more than two
// axes the first part that spans the last two is drawn.
func (r *trial) draw(shape []int, left, right []float64) {
	columns, rows := 1, 1
	if n := len(shape); n > 0 {
		columns = shape[n-1]
		if n > 1 {
			rows = shape[n-2]
		}
	}
	if len(left) == 0 {
		return
	}
	wide, high := min(columns, gridColumns), min(rows, gridRows)
	part := func(all []float64) []float64 {
		var out []float64
		for i := range high {
			out = append(out, all[i*columns:i*columns+wide]...)
		}
		return out
	}
	a, b := part(left), part(right)
	var d []float64
	for i := range a {
		d = append(d, apart(a[i], b[i]))
	}
	size := max(extent(a), extent(b))
	name := func(what string) string { return what + ", " + drawnOf(shape, rows, columns) }
	r.out.Grids = []Grid{
		{Name: name("Original"), Columns: wide, Cells: texts(a), Levels: levels(a, size, '0', 4, 4)},
		{Name: name("Recreated"), Columns: wide, Cells: texts(b), Levels: levels(b, size, '0', 4, 4)},
		{Name: "Difference", Columns: wide, Cells: texts(d), Levels: levels(d, extent(d), 'a', 0, 4)},
	}
}

// drawnOf says which part of an output is drawn.
func drawnOf(shape []int, rows, columns int) string {
	s := "shape " + shapeText(shape)
	if len(shape) > 2 || rows > gridRows || columns > gridColumns {
		s += ", the beginning"
	}
	return s
}

// extent is the largest size of any number of a list.
func extent(list []float64) float64 {
	size := 0.0
	for _, v := range list {
		if a := math.Abs(v); a > size && !math.IsInf(a, 0) {
			size = a
		}
	}
	return size
}

// levels gives each number a character: zero stands at first+zero, size lies steps above it and -size as many below.
func levels(list []float64, size float64, first byte, zero, steps int) string {
	out := make([]byte, len(list))
	for i, v := range list {
		switch {
		case math.IsNaN(v):
			out[i] = 'n'
			continue
		case math.IsInf(v, 0):
			v = math.Copysign(size, v)
		}
		at := zero
		if size > 0 {
			step := int(math.Ceil(math.Abs(v) / size * float64(steps))) // the smallest difference still shows
			at += min(step, steps) * int(math.Copysign(1, v))
		}
		out[i] = first + byte(at)
	}
	return string(out)
}

func texts(list []float64) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = compact(v)
	}
	return out
}

// compact writes a number with three digits that count, as short as it gets.
func compact(v float64) string {
	switch size := math.Abs(v); {
	case math.IsNaN(v):
		return "nan"
	case v == math.Trunc(v) && size < 1e5:
		return strconv.FormatFloat(v, 'f', 0, 64)
	case size >= 1e-3 && size < 1e5:
		return strconv.FormatFloat(v, 'f', max(0, 2-int(math.Floor(math.Log10(size)))), 64)
	}
	return strconv.FormatFloat(v, 'e', 1, 64)
}
