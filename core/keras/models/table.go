package models

import (
	"math"
	"strings"
)

// justify says where the text of a column stands.
type justify int

const (
	left justify = iota
	right
	center
)

// column is one column of a table: its header and the width of the text in it, without the space around.
type column struct {
	header  string
	width   int
	justify justify
}

// table is drawn with box characters: a heavy header, and a line between any two rows.
type table struct {
	columns []column
	rows    [][]string
	width   float64
}

// consoleWidth is the number of columns of an output that is no terminal.
const consoleWidth = 80

// padding is the space around a cell, one on either side.
const padding = 2

// repeat repeats a character, though not beyond what a console shows: a program may ask for a table of any width.
func repeat(s string, n int) string { return strings.Repeat(s, max(0, min(n, consoleWidth+1))) }

// widths are those of the columns with their padding. Widths that do not fit the table are reduced evenly; room that is left
// is shared out in proportion to them.
func (b *table) widths() []int {
	room := max(0, b.width-float64(len(b.columns))-1)
	out := make([]int, len(b.columns))
	total := 0
	for i, c := range b.columns {
		out[i] = max(1, min(c.width+padding, int(room)))
		total += out[i]
	}
	excess := float64(total) - room
	for i, w := range out {
		if excess <= 0 {
			break
		}
		less := min(w, int(math.RoundToEven(excess/float64(len(out)-i))))
		out[i] = max(0, min(b.columns[i].width+padding, w-less))
		excess -= float64(less)
	}
	if excess < 0 {
		share(out, -excess)
	}
	return out
}

// share adds to the widths what is left beside them.
func share(widths []int, rest float64) {
	total := 0
	for _, w := range widths {
		total += w
	}
	for i, w := range widths {
		if total <= 0 {
			break
		}
		more := int(math.Ceil(float64(w) * rest / float64(total)))
		widths[i] += more
		total -= w
		rest -= float64(more)
	}
}

// cell lays out the text of one cell in lines that fill its width.
func (c column) cell(text string, width int) []string {
	inner := width - padding
	if inner < 1 {
		return nil
	}
	var out []string
	for _, line := range wrap(text, inner, false) {
		if c.justify != left {
			line = trimRight(line)
		}
		if cellLen(line) > inner {
			line = append(append([]rune(nil), crop(line, inner-1)...), '…')
		}
		before, after := 0, inner-cellLen(line)
		switch c.justify {
		case right:
			before, after = after, 0
		case center:
			before = after / 2
			after -= before
		}
		out = append(out, " "+repeat(" ", before)+string(line)+repeat(" ", after)+" ")
	}
	return out
}

// row draws one row. The header's texts stand at the bottom of their cells, those of the others at the top.
func (b *table) row(texts []string, widths []int, edge string, header bool) []string {
	height := 1
	cells := make([][]string, len(widths))
	for i, c := range b.columns {
		cells[i] = c.cell(texts[i], widths[i])
		height = max(height, len(cells[i]))
	}
	lines := make([]string, height)
	for i := range lines {
		parts := make([]string, len(cells))
		for j, cell := range cells {
			at := i
			if header {
				at -= height - len(cell)
			}
			if at >= 0 && at < len(cell) {
				parts[j] = cell[at]
			} else {
				parts[j] = repeat(" ", widths[j])
			}
		}
		lines[i] = edge + strings.Join(parts, edge) + edge
	}
	return lines
}

// rule draws a line across the table out of four characters: left end, line, crossing and right end.
func rule(widths []int, chars string) string {
	c := []rune(chars)
	parts := make([]string, len(widths))
	for i, w := range widths {
		parts[i] = repeat(string(c[1]), w)
	}
	return string(c[0]) + strings.Join(parts, string(c[2])) + string(c[3])
}

// draw writes the table. What goes beyond the console's edge is cut off.
func (b *table) draw(out *strings.Builder) {
	widths := b.widths()
	headers := make([]string, len(b.columns))
	for i, c := range b.columns {
		headers[i] = c.header
	}
	lines := append([]string{rule(widths, "┏━┳┓")}, b.row(headers, widths, "┃", true)...)
	lines = append(lines, rule(widths, "┡━╇┩"))
	for i, texts := range b.rows {
		if i > 0 {
			lines = append(lines, rule(widths, "├─┼┤"))
		}
		lines = append(lines, b.row(texts, widths, "│", false)...)
	}
	for _, line := range append(lines, rule(widths, "└─┴┘")) {
		out.WriteString(string(crop([]rune(line), consoleWidth)))
		out.WriteByte('\n')
	}
}

// paragraph writes text that is broken at the console's edge.
func paragraph(out *strings.Builder, text string) {
	for _, line := range wrap(text, consoleWidth, true) {
		out.WriteString(string(line))
		out.WriteByte('\n')
	}
}
