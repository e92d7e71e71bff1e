package textwrap

import "layerglass/core/python/object"

// Text is cut into chunks: runs of blanks, words, and parts of words behind a hyphen or before and behind a dash ("--").

const blanks = "\t\n\v\f\r "

func isBlank(r rune) bool { return r == ' ' || '\t' <= r && r <= '\r' }

func isWord(r rune) bool { return r == '_' || object.IsAlnumRune(r) }

func isLetter(r rune) bool { return isWord(r) && !object.IsDecimalRune(r) }

// isWordMark reports whether a dash or hyphen behind r stands between words.
func isWordMark(r rune) bool {
	switch r {
	case '!', '"', '\'', '&', '.', ',', '?':
		return true
	}
	return isWord(r)
}

// chunker cuts a text.
type chunker struct {
	text []rune
	at   int
}

func (c *chunker) is(i int, f func(rune) bool) bool { return i >= 0 && i < len(c.text) && f(c.text[i]) }

func (c *chunker) hyphen(i int) bool { return i >= 0 && i < len(c.text) && c.text[i] == '-' }

// dash returns the length of a dash at i that is followed by a word, or 0.
func (c *chunker) dash(i int) int {
	n := 0
	for c.hyphen(i + n) {
		n++
	}
	if n < 2 || !c.is(i+n, isWord) {
		return 0
	}
	return n
}

// breaks reports whether the hyphen at i may end a line: two letters before it, or a letter, a hyphen and a letter,
// and two letters behind it.
func (c *chunker) breaks(i int) bool {
	if !c.hyphen(i) {
		return false
	}
	before := c.is(i-1, isLetter) && c.is(i-2, isLetter) ||
		c.is(i-3, isLetter) && c.hyphen(i-2) && c.is(i-1, isLetter)
	if !before || !c.is(i+1, isLetter) {
		return false
	}
	return c.is(i+2, isLetter) || c.hyphen(i+2) && c.is(i+3, isLetter)
}

// end returns where the chunk that begins at c.at ends.
func (c *chunker) end(hyphens bool) int {
	i := c.at
	if isBlank(c.text[i]) {
		for c.is(i, isBlank) {
			i++
		}
		return i
	}
	if hyphens && c.is(i-1, isWordMark) {
		if n := c.dash(i); n > 0 {
			return i + n
		}
	}
	for i++; i < len(c.text) && !isBlank(c.text[i]); i++ {
		if !hyphens {
			continue
		}
		if c.breaks(i) {
			return i + 1
		}
		if isWordMark(c.text[i-1]) && c.dash(i) > 0 {
			return i
		}
	}
	return i
}

// chunks cuts a text into chunks; hyphens says whether words may be cut.
func chunks(text []rune, hyphens bool) [][]rune {
	var out [][]rune
	for c := (&chunker{text: text}); c.at < len(text); {
		end := c.end(hyphens)
		out = append(out, text[c.at:end])
		c.at = end
	}
	return out
}
