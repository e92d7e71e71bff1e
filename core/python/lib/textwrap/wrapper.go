package textwrap

import (
	"strings"

	"layerglass/core/python/object"
)

// options are the attributes of a TextWrapper.
type options struct {
	width                                         int
	initialIndent, subsequentIndent, placeholder  []rune
	expandTabs, replaceBlanks, sentenceEndings    bool
	breakLong, dropBlanks, breakHyphens, hasLimit bool
	tabSize, maxLines                             int
}

// names lists the attributes in the order of TextWrapper's parameters.
var names = []string{"width", "initial_indent", "subsequent_indent", "expand_tabs", "replace_whitespace", "fix_sentence_endings",
	"break_long_words", "drop_whitespace", "break_on_hyphens", "tabsize", "max_lines", "placeholder"}

const wrapperSig = "width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True, " +
	"fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None, placeholder=' [...]'"

// read takes the options from values in the order of names.
func read(t *object.Thread, v []object.Object) (*options, error) {
	o := &options{}
	var err error
	number := func(x object.Object) (n int) {
		if err == nil {
			n, err = object.Index(t, x)
		}
		return n
	}
	text := func(x object.Object, name string) []rune {
		s, ok := object.AsString(x)
		if !ok && err == nil {
			err = object.TypeError("%s must be a str, not '%s'", name, x.Class().Name)
		}
		return runes(s)
	}
	flag := func(x object.Object) (b bool) {
		if err == nil {
			b, err = object.Truth(t, x)
		}
		return b
	}
	o.width, o.initialIndent, o.subsequentIndent = number(v[0]), text(v[1], names[1]), text(v[2], names[2])
	o.expandTabs, o.replaceBlanks, o.sentenceEndings = flag(v[3]), flag(v[4]), flag(v[5])
	o.breakLong, o.dropBlanks, o.breakHyphens = flag(v[6]), flag(v[7]), flag(v[8])
	o.tabSize = number(v[9])
	if o.hasLimit = v[10] != object.None; o.hasLimit {
		o.maxLines = number(v[10])
	}
	o.placeholder = text(v[11], names[11])
	return o, err
}

func runes(s string) []rune {
	out := make([]rune, 0, len(s))
	for i := 0; i < len(s); {
		r, w := object.DecodeRune(s, i)
		out = append(out, r)
		i += w
	}
	return out
}

func text(parts ...[]rune) string {
	var b []byte
	for _, p := range parts {
		for _, r := range p {
			b = object.AppendRune(b, r)
		}
	}
	return string(b)
}

// munge makes blanks of tabs and of line ends.
func (o *options) munge(s []rune) []rune {
	out := make([]rune, 0, len(s))
	column := 0
	for _, r := range s {
		if r == '\t' && o.expandTabs {
			if o.tabSize > 0 {
				for n := o.tabSize - column%o.tabSize; n > 0; n-- {
					out = append(out, ' ')
					column++
				}
			}
			continue
		}
		column++
		if r == '\n' || r == '\r' {
			column = 0
		}
		if o.replaceBlanks && isBlank(r) {
			r = ' '
		}
		out = append(out, r)
	}
	return out
}

// fixEndings puts two blanks behind the end of a sentence.
func fixEndings(list [][]rune) {
	for i := 0; i+1 < len(list); i++ {
		if len(list[i+1]) == 1 && list[i+1][0] == ' ' && endsSentence(list[i]) {
			list[i+1] = []rune("  ")
			i++
		}
	}
}

// endsSentence reports whether a chunk ends with a lower-case letter, a mark, and perhaps a quotation mark.
func endsSentence(c []rune) bool {
	n := len(c)
	if n > 0 && (c[n-1] == '"' || c[n-1] == '\'') {
		n--
	}
	return n >= 2 && strings.ContainsRune(".!?", c[n-1]) && 'a' <= c[n-2] && c[n-2] <= 'z'
}

func (o *options) split(s []rune) [][]rune {
	list := chunks(o.munge(s), o.breakHyphens)
	if o.sentenceEndings {
		fixEndings(list)
	}
	return list
}

func isBlankChunk(c []rune) bool {
	for _, r := range c {
		if !object.IsSpaceRune(r) {
			return false
		}
	}
	return true
}

// layout fills lines with chunks.
type layout struct {
	*options
	chunks  [][]rune // still to be placed
	lines   []string
	current [][]rune
	length  int
}

func (o *options) wrap(list [][]rune) ([]string, error) {
	if o.width <= 0 {
		return nil, object.ValueError("invalid width %d (must be > 0)", o.width)
	}
	if o.hasLimit {
		indent := o.initialIndent
		if o.maxLines > 1 {
			indent = o.subsequentIndent
		}
		if len(indent)+len(trimLeft(o.placeholder)) > o.width {
			return nil, object.ValueError("placeholder too large for max width")
		}
	}
	l := &layout{options: o, chunks: list}
	for len(l.chunks) > 0 && l.line() {
	}
	return l.lines, nil
}

func trimLeft(s []rune) []rune {
	for len(s) > 0 && object.IsSpaceRune(s[0]) {
		s = s[1:]
	}
	return s
}

func trimRight(s []rune) []rune {
	for len(s) > 0 && object.IsSpaceRune(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// line fills one line and reports whether to go on.
func (l *layout) line() bool {
	indent := l.initialIndent
	if len(l.lines) > 0 {
		indent = l.subsequentIndent
	}
	width := l.width - len(indent)
	l.current, l.length = nil, 0
	if l.dropBlanks && len(l.lines) > 0 && isBlankChunk(l.chunks[0]) {
		l.chunks = l.chunks[1:]
	}
	for len(l.chunks) > 0 && l.length+len(l.chunks[0]) <= width {
		l.take()
	}
	if len(l.chunks) > 0 && len(l.chunks[0]) > width {
		l.long(width)
		l.length = 0
		for _, c := range l.current {
			l.length += len(c)
		}
	}
	if n := len(l.current); l.dropBlanks && n > 0 && isBlankChunk(l.current[n-1]) {
		l.length -= len(l.current[n-1])
		l.current = l.current[:n-1]
	}
	if len(l.current) == 0 {
		return true
	}
	if !l.hasLimit || len(l.lines)+1 < l.maxLines || l.rest() && l.length <= width {
		l.lines = append(l.lines, text(append([][]rune{indent}, l.current...)...))
		return true
	}
	l.cut(indent, width)
	return false
}

// rest reports whether nothing but blanks is left.
func (l *layout) rest() bool {
	return len(l.chunks) == 0 || l.dropBlanks && len(l.chunks) == 1 && isBlankChunk(l.chunks[0])
}

func (l *layout) take() {
	l.length += len(l.chunks[0])
	l.current = append(l.current, l.chunks[0])
	l.chunks = l.chunks[1:]
}

// long deals with a chunk that fits no line: it is cut, or gets a line for itself.
func (l *layout) long(width int) {
	space := 1
	if width >= 1 {
		space = width - l.length
	}
	if !l.breakLong {
		if len(l.current) == 0 {
			l.take()
		}
		return
	}
	end, chunk := max(space, 0), l.chunks[0]
	if l.breakHyphens && len(chunk) > space {
		if at := lastHyphen(chunk[:max(space, 0)]); at > 0 && !allHyphens(chunk[:at]) {
			end = at + 1
		}
	}
	l.current = append(l.current, chunk[:end])
	l.chunks = append([][]rune{chunk[end:]}, l.chunks[1:]...)
}

func lastHyphen(c []rune) int {
	for i := len(c) - 1; i >= 0; i-- {
		if c[i] == '-' {
			return i
		}
	}
	return -1
}

func allHyphens(c []rune) bool {
	for _, r := range c {
		if r != '-' {
			return false
		}
	}
	return true
}

// cut ends the text with the placeholder, in this line or in the one before.
func (l *layout) cut(indent []rune, width int) {
	for len(l.current) > 0 {
		last := l.current[len(l.current)-1]
		if !isBlankChunk(last) && l.length+len(l.placeholder) <= width {
			l.lines = append(l.lines, text(append(append([][]rune{indent}, l.current...), l.placeholder)...))
			return
		}
		l.length -= len(last)
		l.current = l.current[:len(l.current)-1]
	}
	if n := len(l.lines); n > 0 {
		last := trimRight(runes(l.lines[n-1]))
		if len(last)+len(l.placeholder) <= l.width {
			l.lines[n-1] = text(last, l.placeholder)
			return
		}
	}
	l.lines = append(l.lines, text(indent, trimLeft(l.placeholder)))
}
