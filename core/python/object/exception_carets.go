package object

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// writeEntry writes one entry of a traceback: the place, the source line, and carets below the part at fault where that
// is not the whole line.
func writeEntry(b *strings.Builder, e TraceEntry) {
	file := e.Code.File
	line := file.Line(e.Span.Start)
	b.WriteString("  File \"" + file.Name + "\", line " + strconv.Itoa(line) + ", in " + e.Code.Name + "\n")
	text := file.LineText(line)
	stripped := strings.TrimSpace(text)
	if stripped == "" || file.Unlisted {
		return
	}
	b.WriteString("    " + stripped + "\n")
	if e.Span.Start == e.Span.End {
		return
	}
	start := int(e.Span.Start - file.LineStart(line))
	end := int(e.Span.End - file.LineStart(line))
	oneLine := file.Line(e.Span.End-1) == line
	if !oneLine {
		end = len(strings.TrimRight(text, " \t\f\r"))
	}
	if start < 0 || end > len(text) || start >= end {
		return
	}
	writeCarets(b, text, stripped, start, end, oneLine)
}

func writeCarets(b *strings.Builder, text, stripped string, start, end int, oneLine bool) {
	segment := text[start:end]
	left, right := -1, -1
	if oneLine {
		left, right = anchors(segment)
	}
	if utf8.RuneCountInString(segment) >= utf8.RuneCountInString(stripped) && right-left <= 0 {
		return
	}
	indent := len(text) - len(strings.TrimLeft(text, " \t\f"))
	b.WriteString("    " + strings.Repeat(" ", displayWidth(text[:start])-displayWidth(text[:min(indent, start)])))
	if left < 0 {
		b.WriteString(strings.Repeat("^", displayWidth(segment)) + "\n")
		return
	}
	b.WriteString(strings.Repeat("~", displayWidth(segment[:left])))
	b.WriteString(strings.Repeat("^", displayWidth(segment[left:right])))
	b.WriteString(strings.Repeat("~", displayWidth(segment[right:])) + "\n")
}

// displayWidth counts the columns of a text on a terminal: wide characters take two.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		n++
		if wideRune(r) {
			n++
		}
	}
	return n
}

func wideRune(r rune) bool {
	return r >= 0x1100 && r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF && r != 0x303F || r >= 0xAC00 && r <= 0xD7A3 ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 ||
		r >= 0xFFE0 && r <= 0xFFE6 || r >= 0x1F300 && r <= 0x1F64F || r >= 0x1F680 && r <= 0x1F6FF ||
		r >= 0x1F900 && r <= 0x1F9FF || r >= 0x20000 && r <= 0x3FFFD
}

// anchors finds the part of an expression's text that the carets point at: the operator of a binary operation, or the
// brackets of a subscript. It returns -1, -1 for any other expression.
func anchors(segment string) (left, right int) {
	s := anchorScan{text: segment, level: 99, at: -1, open: -1}
	if !s.run() {
		return -1, -1
	}
	if s.at >= 0 {
		return s.at, s.at + s.operatorWidth()
	}
	if s.open > 0 && s.closed == len(segment) {
		return s.open, s.closed
	}
	return -1, -1
}

// anchorScan reads the text of an expression far enough to see its outermost operator.
type anchorScan struct {
	text  string
	pos   int
	depth int
	value bool // what came before is an operand, so that the next operator is binary
	// at, width and level are the place and the precedence of the outermost binary operator so far.
	at, width, level int
	// open and closed are the place of the last subscript at the top.
	open, closed int
	last         int // where the bracket at depth 0 opened that is open now, if it is a subscript
	// group tells that the bracket open at the top is a pair of grouping parentheses, grouped that the operand before
	// the operator ended with one, and afterGroup the same of the outermost operator.
	group, grouped, afterGroup bool
}

// operatorWidth is how many characters get a caret. It is the operator's own width but for a quirk of the original: a
// parenthesis that touches a one-character operator adds one.
func (s *anchorScan) operatorWidth() int {
	if s.width == 2 {
		return 2
	}
	if s.afterGroup && s.at > 0 && s.text[s.at-1] == ')' {
		return 2
	}
	if next := s.at + 1; !s.afterGroup && next < len(s.text) && s.text[next] == '(' && s.groupAt(next) {
		return 2
	}
	return s.width
}

// groupAt reports whether the parenthesis at i only groups: it holds no comma of its own, and is not empty.
func (s *anchorScan) groupAt(i int) bool {
	depth := 0
	for j := i; j < len(s.text); j++ {
		switch s.text[j] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth--; depth == 0 {
				return j > i+1
			}
		case ',':
			if depth == 1 {
				return false
			}
		}
	}
	return false
}

// outerWords are the words that make an expression something else than a binary operation or subscript.
var outerWords = map[string]bool{"and": true, "or": true, "not": true, "in": true, "is": true, "if": true, "else": true,
	"lambda": true, "await": true, "yield": true, "for": true, "return": true, "raise": true, "assert": true, "del": true,
	"import": true, "from": true, "with": true, "while": true, "def": true, "class": true, "except": true}

// run reports whether the text can be an operation or subscript as a whole.
func (s *anchorScan) run() bool {
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		switch {
		case c == ' ' || c == '\t' || c == '\f':
			s.pos++
		case c == '#':
			return false
		case c == '"' || c == '\'':
			if !s.quoted() {
				return false
			}
		case isWord(c):
			if !s.word() {
				return false
			}
		case strings.IndexByte("([{", c) >= 0:
			s.openBracket(c)
		case strings.IndexByte(")]}", c) >= 0:
			if !s.closeBracket(c) {
				return false
			}
		default:
			if !s.operator() {
				return false
			}
		}
	}
	return s.depth == 0
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// word reads a name, a number or the prefix of a string.
func (s *anchorScan) word() bool {
	start := s.pos
	for s.pos < len(s.text) && (isWord(s.text[s.pos]) || s.text[s.pos] == '.' && s.text[start] >= '0' && s.text[start] <= '9') {
		c := s.text[s.pos]
		s.pos++
		number := s.text[start] >= '0' && s.text[start] <= '9' && !strings.HasPrefix(s.text[start:], "0x")
		if number && (c == 'e' || c == 'E') && s.pos < len(s.text) && (s.text[s.pos] == '-' || s.text[s.pos] == '+') {
			s.pos++
		}
	}
	w := s.text[start:s.pos]
	if s.depth == 0 {
		if outerWords[w] {
			return false
		}
		s.value, s.open, s.grouped = true, -1, false
	}
	return true
}

// quoted reads a string; its prefix was read as a word.
func (s *anchorScan) quoted() bool {
	q := s.text[s.pos : s.pos+1]
	if strings.HasPrefix(s.text[s.pos:], q+q+q) {
		q += q + q
	}
	for i := s.pos + len(q); i < len(s.text); i++ {
		if s.text[i] == '\\' {
			i++
			continue
		}
		if strings.HasPrefix(s.text[i:], q) {
			s.pos = i + len(q)
			if s.depth == 0 {
				s.value, s.open, s.grouped = true, -1, false
			}
			return true
		}
	}
	return false
}

func (s *anchorScan) openBracket(c byte) {
	if s.depth == 0 {
		s.last = -1
		if c == '[' && s.value {
			s.last = s.pos
		}
		s.group = c == '(' && !s.value && s.groupAt(s.pos)
	}
	s.depth++
	s.pos++
}

func (s *anchorScan) closeBracket(byte) bool {
	s.depth--
	s.pos++
	if s.depth == 0 {
		s.value, s.open, s.closed, s.grouped = true, s.last, s.pos, s.group
	}
	return s.depth >= 0
}

// binaryLevels are the binary operators by how loosely they bind.
var binaryLevels = []struct {
	symbol string
	level  int
}{
	{"**", 6}, {"//", 5}, {"<<", 3}, {">>", 3}, {"|", 0}, {"^", 1}, {"&", 2}, {"+", 4}, {"-", 4}, {"*", 5}, {"/", 5},
	{"%", 5}, {"@", 5},
}

func (s *anchorScan) operator() bool {
	rest := s.text[s.pos:]
	if s.depth > 0 || rest[0] == '.' {
		s.pos++
		return true
	}
	for _, stop := range []string{"==", "!=", "<=", ">=", ":=", "->"} {
		if strings.HasPrefix(rest, stop) {
			return false
		}
	}
	for _, op := range binaryLevels {
		if !strings.HasPrefix(rest, op.symbol) {
			continue
		}
		if strings.HasPrefix(rest[len(op.symbol):], "=") {
			return false
		}
		return s.take(op.symbol, op.level)
	}
	if rest[0] == '~' && !s.value {
		return s.take("~", 0)
	}
	return false // a comparison, a comma, an assignment
}

// take notes an operator: the loosest decides, of equal ones the last, except that ** groups from the right.
func (s *anchorScan) take(symbol string, level int) bool {
	at := s.pos
	s.pos += len(symbol)
	if !s.value { // a sign: it binds tighter than all but **
		if s.level > 5 && s.at < 0 && symbol != "*" && symbol != "**" {
			s.sign()
		}
		return symbol == "-" || symbol == "+" || symbol == "~"
	}
	s.value, s.open = false, -1
	if level < s.level || level == s.level && level != 6 {
		s.at, s.width, s.level, s.afterGroup = at, len(symbol), level, s.grouped
	}
	return true
}

// sign notes that the expression opens with a sign: what follows up to a looser operator is its operand, so that a power
// in it is not the outermost operation.
func (s *anchorScan) sign() { s.level = 6 }
