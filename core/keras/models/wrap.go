package models

import (
	"strings"
	"unicode"
)

// cells counts the columns that a character takes in a terminal: none for what is drawn over its neighbour, two for the wide
// characters of East Asian scripts and for most pictures.
func cells(r rune) int {
	switch {
	case r < 0x20 && r > 0 || r >= 0x7f && r < 0xa0:
		return 0
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case wide(r):
		return 2
	}
	return 1
}

func wide(r rune) bool {
	return r >= 0x1100 && r <= 0x115f || r >= 0x2e80 && r <= 0xa4cf && r != 0x303f || r >= 0xa960 && r <= 0xa97f || r >= 0xac00 && r <= 0xd7a3 ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe6f || r >= 0xff01 && r <= 0xff60 || r >= 0xffe0 && r <= 0xffe6 ||
		r >= 0x1f300 && r <= 0x1f64f || r >= 0x1f680 && r <= 0x1f6ff || r >= 0x1f900 && r <= 0x1faff || r >= 0x20000 && r <= 0x3fffd
}

func cellLen(text []rune) int {
	n := 0
	for _, r := range text {
		n += cells(r)
	}
	return n
}

// crop cuts text down to a number of columns; a wide character across the edge becomes a space.
func crop(text []rune, width int) []rune {
	used := 0
	for i, r := range text {
		n := cells(r)
		if used+n > width {
			out := append([]rune(nil), text[:i]...)
			if used < width {
				out = append(out, ' ')
			}
			return out
		}
		used += n
	}
	return text
}

func trimRight(text []rune) []rune {
	for len(text) > 0 && unicode.IsSpace(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	return text
}

// wordEnd returns where the word at start ends, the space around it included, or start when only space is left.
func wordEnd(text []rune, start int) int {
	i := start
	for i < len(text) && unicode.IsSpace(text[i]) {
		i++
	}
	if i == len(text) {
		return start
	}
	for i < len(text) && !unicode.IsSpace(text[i]) {
		i++
	}
	for i < len(text) && unicode.IsSpace(text[i]) {
		i++
	}
	return i
}

// breaker finds the places at which a line is broken.
type breaker struct {
	width  int
	fold   bool // whether a word too long for a line is continued on the next one
	breaks []int
	used   int
}

func (b *breaker) at(place int) {
	if place > 0 {
		b.breaks = append(b.breaks, place)
	}
}

func (b *breaker) word(start int, word []rune) {
	length := cellLen(trimRight(word))
	switch {
	case length <= b.width-b.used:
		b.used += cellLen(word)
	case length > b.width && b.fold:
		b.folded(start, word)
	case length > b.width || b.used > 0 && start > 0:
		b.at(start)
		b.used = cellLen(word)
	}
}

// folded puts as much of a word on each line as fits.
func (b *breaker) folded(start int, word []rune) {
	b.at(start)
	b.used = 0
	for i, r := range word {
		if n := cells(r); b.used+n > b.width {
			b.at(start + i)
			b.used = n
		} else {
			b.used += n
		}
	}
}

// wrap breaks text into lines between words. Without fold a longer word stays on its line, for the caller to cut.
func wrap(text string, width int, fold bool) [][]rune {
	var out [][]rune
	for _, part := range strings.Split(text, "\n") {
		line := []rune(part)
		b := breaker{width: width, fold: fold}
		for i := 0; ; {
			end := wordEnd(line, i)
			if end == i {
				break
			}
			b.word(i, line[i:end])
			i = end
		}
		from := 0
		for _, to := range append(b.breaks, len(line)) {
			out = append(out, withoutOverhang(line[from:to], width))
			from = to
		}
	}
	return out
}

// withoutOverhang drops space at the end of a line as far as it goes beyond the width.
func withoutOverhang(line []rune, width int) []rune {
	for len(line) > width && unicode.IsSpace(line[len(line)-1]) {
		line = line[:len(line)-1]
	}
	return line
}
