package syntax

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

const (
	maxBrackets = 200 // brackets open at once
	maxIndents  = 100 // blocks inside one another
)

// bracket is an opening bracket that waits for its partner.
type bracket struct {
	char byte
	pos  source.Pos
}

// indent is one level of indentation, measured twice: with tabs of eight columns and with tabs of one. Where the two
// measures disagree on the order of two lines, the lines mix tabs and spaces.
type indent struct{ col, alt int }

// scanner splits text into tokens, one per call of next. Places are offsets into the whole file even when text has been cut
// for a part of an f-string.
type scanner struct {
	file     *source.File
	text     string
	pos      int
	bol      bool // at the beginning of a logical line
	comment  int  // where the comment before the current token begins, or -1
	inFormat bool // text is an expression of an f-string; its end closes a bracket
	indents  []indent
	pending  int // INDENT (positive) or DEDENT (negative) tokens still to be given out
	brackets []bracket

	err  *Error
	soft bool // err is one that a parse error found earlier in the text outranks
}

// token returns the token of kind k that ends at end and moves behind it.
func (s *scanner) token(k kind, start, end int) token {
	s.pos = end
	return token{k, uint8(len(s.brackets)), source.Pos(start), source.Pos(end)}
}

// next returns the next token. After an error it returns tError for ever, after the end tEOF.
func (s *scanner) next() token {
	if s.err != nil {
		return token{}
	}
	if s.bol && len(s.brackets) == 0 && s.pending == 0 && !s.indentation() {
		return token{}
	}
	if s.pending > 0 {
		s.pending--
		return s.token(tIndent, s.pos, s.pos)
	}
	if s.pending < 0 {
		s.pending++
		return s.token(tDedent, s.pos, s.pos)
	}
	s.comment = -1
	if !s.skipSpace() {
		return token{}
	}
	if s.pos >= len(s.text) {
		return s.atEnd()
	}
	c := s.text[s.pos]
	class := classOf[c]
	switch {
	case class&classNameStart != 0:
		return s.name()
	case class&classDigit != 0:
		return s.number()
	case c == '"' || c == '\'':
		return s.stringToken(s.pos, s.pos)
	case c == '\n' || c == '\r':
		return s.newline(newlineLen(s.text[s.pos:]))
	case c == '.' && s.pos+1 < len(s.text) && isDigit(s.text[s.pos+1]):
		return s.number()
	}
	return s.operator(c)
}

// newlineLen returns the length of the line end that text begins with, or 0.
func newlineLen(text string) int {
	switch {
	case text == "":
		return 0
	case text[0] == '\n':
		return 1
	case text[0] == '\r' && len(text) > 1 && text[1] == '\n':
		return 2
	case text[0] == '\r':
		return 1
	}
	return 0
}

// skipSpace passes over blanks, comments, continued lines and, within brackets, line ends. It reports false after an error.
func (s *scanner) skipSpace() bool {
	for s.pos < len(s.text) {
		switch s.text[s.pos] {
		case ' ', '\t', '\f':
			s.pos++
		case '#':
			s.comment = s.pos
			s.skipComment()
		case '\n', '\r':
			if len(s.brackets) == 0 {
				return true
			}
			s.pos++
			s.comment = -1
		case '\\':
			if !s.continuation() {
				return false
			}
		default:
			return true
		}
	}
	return true
}

func (s *scanner) skipComment() {
	for s.pos < len(s.text) && s.text[s.pos] != '\n' && s.text[s.pos] != '\r' {
		s.pos++
	}
}

// continuation passes over a backslash and the line end behind it.
func (s *scanner) continuation() bool {
	n := newlineLen(s.text[s.pos+1:])
	if n == 0 && s.pos+1 < len(s.text) {
		e := s.fail(s.pos+1, CodeLineContinuation, "unexpected character after line continuation character")
		e.Span.Start--
		s.soft = true
		return false
	}
	if s.pos+1+n >= len(s.text) && len(s.brackets) > 0 {
		s.unclosed()
		s.soft = true
		return false
	}
	if s.pos+1+n >= len(s.text) {
		e := s.fail(s.pos, CodeUnexpectedEnd, "unexpected EOF while parsing")
		_, column := s.file.Position(source.Pos(s.pos))
		e.Offset = column + 2
		s.soft = true
		return false
	}
	s.pos += 1 + n
	return true
}

// indentation passes over blank lines to the first token of a logical line and works out which INDENT and DEDENT tokens come
// before it.
func (s *scanner) indentation() bool {
	for {
		col, alt, joined := 0, 0, 0
	line:
		for s.pos < len(s.text) {
			switch s.text[s.pos] {
			case ' ':
				col++
				alt++
			case '\t':
				col = (col/8 + 1) * 8
				alt++
			case '\f':
				col, alt = 0, 0
			case '\\':
				// A backslash fixes the indentation: blanks on the lines it joins do not count.
				if joined == 0 {
					joined = col
				}
				if !s.continuation() {
					return false
				}
				continue
			default:
				break line
			}
			s.pos++
		}
		if s.pos >= len(s.text) {
			return s.indentTo(0, 0)
		}
		if s.text[s.pos] == '#' {
			s.skipComment()
		}
		if n := newlineLen(s.text[s.pos:]); n > 0 {
			s.pos += n
			continue
		}
		if s.pos >= len(s.text) {
			continue
		}
		if joined > 0 {
			col, alt = joined, joined
		}
		s.bol = false
		return s.indentTo(col, alt)
	}
}

// indentTo compares a line's indentation with the blocks that are open.
func (s *scanner) indentTo(col, alt int) bool {
	top := indent{}
	if n := len(s.indents); n > 0 {
		top = s.indents[n-1]
	}
	if col == top.col {
		return alt == top.alt || s.tabError()
	}
	if col > top.col {
		if alt <= top.alt {
			return s.tabError()
		}
		if len(s.indents)+1 >= maxIndents {
			e := s.fail(s.pos, CodeTooDeep, "too many levels of indentation")
			e.Kind, e.Offset = "IndentationError", 1
			s.soft = true
			return false
		}
		s.indents = append(s.indents, indent{col, alt})
		s.pending++
		return true
	}
	for n := len(s.indents); n > 0 && col < s.indents[n-1].col; n-- {
		s.indents = s.indents[:n-1]
		s.pending--
	}
	top = indent{}
	if n := len(s.indents); n > 0 {
		top = s.indents[n-1]
	}
	if col != top.col {
		return s.dedentError()
	}
	return alt == top.alt || s.tabError()
}

func (s *scanner) tabError() bool {
	e := s.fail(s.pos, CodeTabs, "inconsistent use of tabs and spaces in indentation")
	e.Kind, e.Offset = "TabError", 1
	e.Span = source.Span{Start: s.file.LineStart(e.Line), End: source.Pos(s.pos)}
	s.soft = true
	return false
}

func (s *scanner) dedentError() bool {
	e := s.fail(s.pos, CodeUnmatchedDedent, "unindent does not match any outer indentation level")
	e.Kind = "IndentationError"
	e.Offset = utf8.RuneCountInString(s.file.LineText(e.Line)) + 1
	e.Span = source.Span{Start: s.file.LineStart(e.Line), End: source.Pos(s.pos)}
	s.soft = true
	return false
}

// atEnd returns what stands at the end of the text: a line end that the text lacks, an error for an open bracket, tEOF.
func (s *scanner) atEnd() token {
	if s.inFormat {
		s.inFormat = false
		s.brackets = s.brackets[:0]
		return token{tRPar, 0, source.Pos(s.pos), source.Pos(s.pos + 1)}
	}
	if n := len(s.brackets); n > 0 {
		s.unclosed()
		s.soft = true
		return token{}
	}
	if !s.bol {
		return s.newline(0)
	}
	return s.token(tEOF, s.pos, s.pos)
}

// newline returns the end of a logical line. A comment before it belongs to it.
func (s *scanner) newline(width int) token {
	s.bol = true
	start := s.pos
	if s.comment >= 0 {
		start = s.comment
	}
	return s.token(tNewline, start, s.pos+width)
}

// unclosed sets the error for the innermost bracket that is still open.
func (s *scanner) unclosed() {
	open := s.brackets[len(s.brackets)-1]
	e := newError(s.file, source.Span{Start: open.pos, End: open.pos + 1}, CodeUnclosedBracket,
		"'"+string(open.char)+"' was never closed")
	if at := bracketEnd(s.file, open.pos); at > open.pos {
		e.Fixes = []diag.Fix{insertFix("Close the bracket", at, string(partner(open.char)))}
	}
	s.err = e
}

// bracketEnd guesses where a bracket that stays open was meant to be closed: at the end of its line, before a colon, comma or
// comment there.
func bracketEnd(file *source.File, p source.Pos) source.Pos {
	line := file.LineText(file.Line(p))
	start := file.LineStart(file.Line(p))
	if i := strings.IndexByte(line, '#'); i >= 0 && !strings.ContainsAny(line, "'\"") {
		line = line[:i]
	}
	line = strings.TrimRight(line, " \t,")
	if head := strings.TrimLeft(line, " \t"); strings.HasSuffix(line, ":") && keyword(firstWord(head)) != tName {
		line = strings.TrimRight(line[:len(line)-1], " \t")
	}
	return start + source.Pos(len(line))
}

// firstWord returns the identifier that text begins with.
func firstWord(text string) string {
	i := 0
	for i < len(text) && classOf[text[i]]&classNamePart != 0 {
		i++
	}
	return text[:i]
}

// partner returns the bracket that closes c.
func partner(c byte) byte {
	switch c {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}

// fail sets the scanner's error, which is at the character that begins at p.
func (s *scanner) fail(p int, code diag.Code, msg string) *Error {
	width := 0
	if p < len(s.text) {
		_, width = utf8.DecodeRuneInString(s.text[p:])
	}
	s.err = newError(s.file, source.Span{Start: source.Pos(p), End: source.Pos(p + width)}, code, msg)
	return s.err
}

// name scans an identifier, a keyword or the prefix of a string.
func (s *scanner) name() token {
	start, i := s.pos, s.pos
	ascii := byte(0)
	for i < len(s.text) && classOf[s.text[i]]&classNamePart != 0 {
		ascii |= s.text[i]
		i++
	}
	if i < len(s.text) && (s.text[i] == '"' || s.text[i] == '\'') && isStringPrefix(s.text[start:i]) {
		return s.stringToken(start, i)
	}
	if ascii >= 0x80 {
		if !s.checkIdentifier(s.text[start:i], start) {
			return token{}
		}
		return s.token(tName, start, i)
	}
	return s.token(keyword(s.text[start:i]), start, i)
}

// isStringPrefix reports whether a word may stand before a string's quote.
func isStringPrefix(word string) bool {
	switch len(word) {
	case 1:
		switch word[0] | 0x20 {
		case 'r', 'b', 'u', 'f':
			return true
		}
	case 2:
		a, b := word[0]|0x20, word[1]|0x20
		return a == 'r' && (b == 'b' || b == 'f') || b == 'r' && (a == 'b' || a == 'f')
	}
	return false
}

// checkIdentifier reports an error when a word with characters outside ASCII is no identifier.
func (s *scanner) checkIdentifier(word string, start int) bool {
	for i, r := range word {
		if r == utf8.RuneError && !strings.HasPrefix(word[i:], "\ufffd") {
			s.fail(start+i, CodeInvalidCharacter, "invalid non-printable character U+"+hex4(rune(word[i])))
			return false
		}
		if r < 0x80 || isNameRune(r, i == 0) {
			continue
		}
		msg := "invalid non-printable character U+" + hex4(r)
		if unicode.IsPrint(r) {
			msg = "invalid character '" + string(r) + "' (U+" + hex4(r) + ")"
		}
		s.fail(start+i, CodeInvalidCharacter, msg).Fixes = characterFixes(s.text, source.Pos(start+i), r)
		return false
	}
	return true
}

// hex4 spells a code point as U+ notation does, without the U+.
func hex4(r rune) string {
	digits := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	if len(digits) < 4 {
		digits = "0000"[len(digits):] + digits
	}
	return digits
}

// stringToken scans a string literal whose prefix begins at start and whose first quote is at quote.
func (s *scanner) stringToken(start, quote int) token {
	text, q := s.text, s.text[quote]
	if !strings.HasPrefix(text[quote+1:], string([]byte{q, q})) {
		return s.shortString(start, quote)
	}
	for i := quote + 3; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case q:
			if i+2 < len(text) && text[i+1] == q && text[i+2] == q {
				return s.token(tString, start, i+3)
			}
		}
	}
	last := s.file.LineCount()
	if last > 1 && s.file.LineText(last) == "" {
		last--
	}
	e := s.fail(start, CodeUnterminatedString, "unterminated triple-quoted string literal (detected at line "+strconv.Itoa(last)+")")
	e.Span.End = source.Pos(quote + 3)
	return token{}
}

// shortString scans a string literal that must end on its own line.
func (s *scanner) shortString(start, quote int) token {
	text, q := s.text, s.text[quote]
	i := quote + 1
	for ; i < len(text) && text[i] != '\n' && text[i] != '\r'; i++ {
		switch text[i] {
		case '\\':
			i++
			if i < len(text) && text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
				i++
			}
		case q:
			return s.token(tString, start, i+1)
		}
	}
	i = min(i, len(text))
	line, _ := s.file.Position(source.Pos(i))
	if i == len(text) && i > 0 && text[i-1] == '\n' {
		line--
	}
	e := s.fail(start, CodeUnterminatedString, "unterminated string literal (detected at line "+strconv.Itoa(line)+")")
	e.Span.End = source.Pos(i)
	if body := strings.TrimRight(text[:i], " \t\r\n"); !strings.HasSuffix(body, "\\") {
		e.Fixes = []diag.Fix{insertFix("Close the string", source.Pos(len(body)), string(q))}
	}
	return token{}
}
