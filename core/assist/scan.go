package assist

import "strings"

// kind is what a word of the text is.
type kind uint8

const (
	wordEnd     kind = iota // end of the text
	wordName                // a name or a keyword
	wordNumber              //
	wordString              // a string, finished or not, with its prefix
	wordComment             //
	wordLine                // the end of a line
	wordOther               // one character: an operator or a bracket
)

// word is one piece of the text, as lenient as half-written code needs it: nothing is an error.
type word struct {
	kind       kind
	start, end int
	text       string
	// open says that a string does not end in its line, or a triple-quoted one in the text.
	open bool
}

func isLetter(c byte) bool {
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// words takes the text apart.
func words(text string) []word {
	out := make([]word, 0, len(text)/4+1)
	for i := 0; i < len(text); {
		c := text[i]
		w := word{start: i}
		switch {
		case c == ' ' || c == '\t' || c == '\f' || c == '\r':
			i++
			continue
		case c == '\\' && i+1 < len(text) && (text[i+1] == '\n' || text[i+1] == '\r'):
			i += 2
			continue
		case c == '\n':
			w.kind, w.end = wordLine, i+1
		case c == '#':
			w.kind, w.end = wordComment, lineEnd(text, i)
		case isLetter(c):
			w.kind, w.end = wordName, nameEnd(text, i)
			if w.end < len(text) && (text[w.end] == '"' || text[w.end] == '\'') && isStringPrefix(text[i:w.end]) {
				w.kind = wordString
				w.end, w.open = stringEnd(text, w.end)
			}
		case isDigit(c) || c == '.' && i+1 < len(text) && isDigit(text[i+1]):
			w.kind, w.end = wordNumber, numberEnd(text, i)
		case c == '"' || c == '\'':
			w.kind = wordString
			w.end, w.open = stringEnd(text, i)
		default:
			w.kind, w.end = wordOther, i+1
		}
		w.text = text[w.start:w.end]
		out = append(out, w)
		i = w.end
	}
	return append(out, word{kind: wordEnd, start: len(text), end: len(text)})
}

func lineEnd(text string, i int) int {
	if j := strings.IndexByte(text[i:], '\n'); j >= 0 {
		return i + j
	}
	return len(text)
}

func nameEnd(text string, i int) int {
	for i < len(text) && (isLetter(text[i]) || isDigit(text[i])) {
		i++
	}
	return i
}

func numberEnd(text string, i int) int {
	for i < len(text) && (isLetter(text[i]) || isDigit(text[i]) || text[i] == '.' ||
		(text[i] == '+' || text[i] == '-') && (text[i-1] == 'e' || text[i-1] == 'E')) {
		i++
	}
	return i
}

func isStringPrefix(s string) bool {
	if len(s) > 2 {
		return false
	}
	for i := range len(s) {
		if !strings.ContainsRune("rRbBuUfF", rune(s[i])) {
			return false
		}
	}
	return true
}

// stringEnd returns the end of the string whose quote stands at i.
func stringEnd(text string, i int) (end int, open bool) {
	quote := text[i : i+1]
	if strings.HasPrefix(text[i:], strings.Repeat(quote, 3)) {
		quote = text[i : i+3]
	}
	for j := i + len(quote); j < len(text); j++ {
		switch {
		case text[j] == '\\':
			j++
		case text[j] == '\n' && len(quote) == 1:
			return j, true
		case strings.HasPrefix(text[j:], quote):
			return j + len(quote), false
		}
	}
	return len(text), true
}

// inside returns the text between the quotes of a string and where it begins.
func (w *word) inside() (content string, at int) {
	i := strings.IndexAny(w.text, `"'`)
	n := 1
	if strings.HasPrefix(w.text[i:], strings.Repeat(w.text[i:i+1], 3)) {
		n = 3
	}
	end := len(w.text)
	if !w.open {
		end -= n
	}
	return w.text[i+n : max(end, i+n)], w.start + i + n
}
