package view

import "strings"

// Wrap breaks a Python literal over lines so that each fits width where it can: a bracket that does not fit in its line is
// opened, one element a line. Text inside strings is never touched, so the result reads back as the same value.
func Wrap(repr string, width int) string { return WrapAt(repr, width, nil) }

// WrapAt is Wrap at a pace.
func WrapAt(repr string, width int, pace *Pace) string {
	if len(repr) <= width {
		return repr
	}
	w := wrapper{in: repr, width: width, pace: pace}
	w.match()
	w.value(0, len(repr), 0, 0)
	return w.out.String()
}

type wrapper struct {
	in    string
	width int
	pace  *Pace
	out   strings.Builder
	ends  map[int]int   // opening bracket → its closing one
	parts map[int][]int // opening bracket → the commas directly inside it
}

// match finds the brackets and commas that are not inside strings. Brackets that do not pair are left as text.
func (w *wrapper) match() {
	w.ends, w.parts = map[int]int{}, map[int][]int{}
	var open []int
	for i := 0; i < len(w.in); i++ {
		switch c := w.in[i]; c {
		case '\'', '"':
			for i++; i < len(w.in) && w.in[i] != c; i++ {
				if w.in[i] == '\\' {
					i++
				}
			}
		case '(', '[', '{':
			open = append(open, i)
		case ',':
			if n := len(open); n > 0 {
				w.parts[open[n-1]] = append(w.parts[open[n-1]], i)
			}
		case ')', ']', '}':
			if n := len(open); n > 0 {
				w.ends[open[n-1]] = i
				open = open[:n-1]
			}
		}
	}
}

// value writes in[from:to], which begins at the given column.
func (w *wrapper) value(from, to, indent, column int) {
	w.pace.step()
	if to-from+column <= w.width {
		w.out.WriteString(w.in[from:to])
		return
	}
	open := w.lastBracket(from, to)
	grouped := open == from && w.in[open] == '(' && len(w.parts[open]) == 0 // a comma would make it a tuple
	if open < 0 || grouped || indent > 60 {
		w.out.WriteString(w.in[from:to])
		return
	}
	end := w.ends[open]
	w.out.WriteString(w.in[from : open+1])
	start := open + 1
	for _, comma := range append(w.parts[open], end) {
		for start < comma && w.in[start] == ' ' {
			start++
		}
		if start == comma && comma == end {
			break
		}
		w.newline(indent + 4)
		w.value(start, comma, indent+4, indent+4)
		w.out.WriteByte(',')
		start = comma + 1
	}
	w.newline(indent)
	w.out.WriteString(w.in[end:to])
}

// lastBracket finds the bracket whose closing one ends in[from:to] ("'key': {…}" and "Name(…)" have text before it).
func (w *wrapper) lastBracket(from, to int) int {
	best := -1
	for i := from; i < to; i++ {
		if end, ok := w.ends[i]; ok {
			if end == to-1 && end > i+1 {
				best = i
				break
			}
			i = end
			continue
		}
		if c := w.in[i]; c == '\'' || c == '"' {
			for i++; i < to && w.in[i] != c; i++ {
				if w.in[i] == '\\' {
					i++
				}
			}
		}
	}
	return best
}

func (w *wrapper) newline(indent int) {
	w.out.WriteByte('\n')
	for range indent {
		w.out.WriteByte(' ')
	}
}
