package syntax

import (
	"strconv"
	"unicode/utf8"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

// maxDepth bounds how deep expressions and blocks may nest, so that neither the parser nor what walks the tree later runs out
// of stack. maxChain bounds the trees that grow deep without nesting, such as a + b + c + ….
const (
	maxDepth = 200
	maxChain = 1000
)

// parser reads a program by recursive descent.
//
// A method for a piece of the grammar returns nil (or false) when the piece is not there. It may then have moved; a caller
// that wants to try something else goes back with p.pos = mark. Tokens are kept from the beginning of the outermost
// statement, so going back is cheap.
//
// Errors are found in two passes. The first knows only right programs, and stops without a word where the text stops being
// one. The second reads the failing statement again with the rules for common mistakes turned on (explain*.go): those rules
// need to look at alternatives in a set order, which would slow right programs down. It remembers results by place, because it
// asks the same question many times.
type parser struct {
	file *source.File
	text string
	scan scanner
	toks []token
	pos  int
	last token // the last token that the first pass read
	far  token // the last token read before err was set
	err  *Error

	depth     int
	explain   bool             // this is the second pass
	muted     int              // when positive, the rules for mistakes are off for a while
	cut       bool             // the statement failed behind a point that rules out all other readings
	known     map[memoKey]memo // what has been found where; nil as long as nothing is asked twice
	blocks    map[int]blockMemo
	inner     *parser // for the expressions of f-strings
	formatted int     // how many f-string replacement fields are around this parser's text
	exprs     []Expr  // stack on which lists of expressions are gathered
	warnings  []Warning

	names     slab[Name]
	constants slab[Constant]
	calls     slab[Call]
	attrs     slab[Attribute]
}

// slab hands out nodes of one type from blocks, to allocate less often.
type slab[T any] struct{ free []T }

func (s *slab[T]) new() *T {
	if len(s.free) == 0 {
		s.free = make([]T, 32)
	}
	n := &s.free[0]
	s.free = s.free[1:]
	return n
}

type memoKey struct {
	rule rule
	pos  int32
}

type memo struct {
	expr Expr
	end  int
}

type blockMemo struct {
	body []Stmt
	end  int
	ok   bool
}

// rule names what the second pass remembers.
type rule uint8

const (
	ruleExpression rule = iota
	ruleNamed
	ruleAtom
	rulePrimary
	ruleOperators // plus the lowest precedence
)

// Parse reads a whole program.
func Parse(file *source.File) (*Module, *Error) {
	p := newParser(file)
	m := &Module{File: file}
	if p.err == nil {
		m.Body = p.module()
	}
	if p.err != nil {
		return nil, p.err
	}
	m.Warnings = p.warnings
	if err := check(m); err != nil {
		return nil, err
	}
	return m, nil
}

// ParseExpr reads a text that is one expression, as eval does. Blanks before it do not matter.
func ParseExpr(file *source.File) (Expr, *Error) {
	e, _, err := ParseExprWarned(file)
	return e, err
}

// ParseExprWarned is ParseExpr, and tells too what to warn of.
func ParseExprWarned(file *source.File) (Expr, []Warning, *Error) {
	p := newParser(file)
	for p.scan.pos < len(p.text) && (p.text[p.scan.pos] == ' ' || p.text[p.scan.pos] == '\t') {
		p.scan.pos++
	}
	var e Expr
	if p.err == nil {
		e = p.onlyExpression()
	}
	if e == nil && p.err == nil {
		p.restart()
		e = p.onlyExpression()
		p.giveUp()
	}
	if p.err != nil {
		p.scanRest()
		return nil, nil, p.err
	}
	warnings, err := checkExpr(file, e)
	if err != nil {
		return nil, nil, err
	}
	return e, append(p.warnings, warnings...), nil
}

func newParser(file *source.File) *parser {
	p := &parser{file: file, text: file.Text}
	p.scan = scanner{file: file, text: file.Text, bol: true}
	if len(file.Text) >= 3 && file.Text[:3] == "\ufeff" {
		p.scan.pos = 3
	}
	if !utf8.ValidString(file.Text) {
		p.err = badEncoding(file)
	}
	return p
}

// badEncoding returns the error for the first byte that is not UTF-8.
func badEncoding(file *source.File) *Error {
	for i := 0; i < len(file.Text); {
		r, n := utf8.DecodeRuneInString(file.Text[i:])
		if r == utf8.RuneError && n == 1 {
			digits := "0123456789abcdef"
			c := file.Text[i]
			return newError(file, source.Span{Start: source.Pos(i), End: source.Pos(i + 1)}, CodeInvalidCharacter,
				"(unicode error) 'utf-8' codec can't decode byte 0x"+string(digits[c>>4])+string(digits[c&15])+
					" in position "+strconv.Itoa(i)+": invalid start byte")
		}
		i += n
	}
	return nil
}

// module reads statements to the end of the text. Where one is not right, it finds out why.
func (p *parser) module() []Stmt {
	var body []Stmt
	for p.peek() != tEOF && p.err == nil {
		p.toks = append(p.toks[:0], p.toks[p.pos:]...)
		p.pos, p.known = 0, nil
		var ok bool
		if body, ok = p.statement(body); ok {
			continue
		}
		if p.err == nil {
			p.restart()
			p.statement(nil)
			p.giveUp()
		}
		break
	}
	if p.err != nil {
		p.scanRest()
		return nil
	}
	return body
}

func (p *parser) onlyExpression() Expr {
	e := p.expressions()
	if e == nil {
		return nil
	}
	for p.accept(tNewline) {
	}
	if p.peek() != tEOF {
		return nil
	}
	return e
}

// restart prepares the second pass, from the first token that is still kept.
func (p *parser) restart() {
	p.last = p.toks[len(p.toks)-1]
	p.pos, p.depth, p.explain = 0, 0, true
	p.exprs = p.exprs[:0]
	p.known, p.blocks = map[memoKey]memo{}, map[int]blockMemo{}
}

// giveUp sets the general error, at the last token of the first pass, when the second pass found nothing to say.
func (p *parser) giveUp() {
	if p.err != nil {
		return
	}
	t := p.last
	switch t.kind {
	case tIndent:
		p.raiseIndent(CodeUnexpectedIndent, "unexpected indent", t)
		p.err.Span = source.Span{Start: p.file.LineStart(p.err.Line), End: t.start}
		p.err.Fixes = []diag.Fix{replaceFix("Remove the indentation", p.err.Span, p.outerIndent())}
	case tDedent:
		p.raiseIndent(CodeInvalidSyntax, "unexpected unindent", t)
	default:
		p.raise(t.span(), CodeInvalidSyntax, "invalid syntax")
		if p.placeAt(t); t.kind == tEOF {
			p.err.Offset = 0
		}
	}
}

// outerIndent returns the blanks at the beginning of the line before the one at fault.
func (p *parser) outerIndent() string {
	for n := p.err.Line - 1; n > 0; n-- {
		line := p.file.LineText(n)
		text := len(line)
		for i := 0; i < len(line); i++ {
			if line[i] != ' ' && line[i] != '\t' {
				text = i
				break
			}
		}
		if text < len(line) && line[text] != '#' {
			return line[:text]
		}
	}
	return ""
}

// scanRest looks through the text behind an error of the parser. An error of the scanner there, such as a string that does
// not end, is more likely the cause than a symptom, and takes its place.
func (p *parser) scanRest() {
	if p.err == nil || p.err == p.scan.err {
		return
	}
	if p.err.Kind != "SyntaxError" && p.err.Code != CodeExpectedBlock {
		return
	}
	for {
		t := p.scan.next()
		if t.kind == tEOF {
			return
		}
		if t.kind == tError {
			break
		}
	}
	if !p.scan.soft {
		p.err = p.scan.err
		return
	}
	if n := len(p.scan.brackets); n > 0 && p.file.Line(p.far.start) > p.file.Line(p.scan.brackets[n-1].pos) {
		p.scan.unclosed()
		p.err = p.scan.err
	}
}

// peek returns the kind of the current token.
func (p *parser) peek() kind {
	if p.pos < len(p.toks) {
		return p.toks[p.pos].kind
	}
	return p.fill()
}

// fill reads one more token.
func (p *parser) fill() kind {
	if p.err != nil {
		return tError
	}
	t := p.scan.next()
	if t.kind == tError {
		p.stop(p.scan.err)
		return tError
	}
	p.toks = append(p.toks, t)
	return t.kind
}

// peekAt returns the kind of the token n places ahead.
func (p *parser) peekAt(n int) kind {
	for p.pos+n >= len(p.toks) {
		if k := p.fill(); k == tError || k == tEOF {
			break
		}
	}
	if p.pos+n < len(p.toks) {
		return p.toks[p.pos+n].kind
	}
	return tError
}

// stop sets the error. From now on every look at the current token says tError, so that all methods return.
func (p *parser) stop(err *Error) {
	if p.err != nil {
		return
	}
	p.err = err
	p.far = p.lastToken()
	p.toks = nil
}

// start returns where the current token begins.
func (p *parser) start() source.Pos {
	if p.peek() == tError {
		return 0
	}
	return p.toks[p.pos].start
}

// end returns where the token before the current one ends.
func (p *parser) end() source.Pos {
	if p.pos > 0 && p.pos <= len(p.toks) {
		return p.toks[p.pos-1].end
	}
	return 0
}

// from returns the place from start to the end of the token before the current one.
func (p *parser) from(start source.Pos) At {
	return At{source.Span{Start: start, End: p.end()}}
}

// here returns the current token.
func (p *parser) here() token {
	if p.peek() == tError {
		return token{}
	}
	return p.toks[p.pos]
}

// accept moves behind the current token if it is a k.
func (p *parser) accept(k kind) bool {
	if p.peek() != k {
		return false
	}
	p.pos++
	return true
}

// insist moves behind the current token, which must be a k whatever else is tried.
func (p *parser) insist(k kind, spelling string) bool {
	if p.accept(k) {
		return true
	}
	if p.err != nil {
		return false
	}
	t, code := p.toks[p.pos], CodeExpected
	end := p.end()
	if k == tColon {
		code = CodeMissingColon
	}
	p.raise(t.span(), code, "expected '"+spelling+"'")
	p.placeAt(t)
	if k == tColon {
		p.err.Fixes = []diag.Fix{insertFix("Add the colon", end, ":")}
	}
	return false
}

// word returns the text of the current token.
func (p *parser) word() string {
	t := p.here()
	return p.text[t.start:t.end]
}

// isWord reports whether the current token is the name w.
func (p *parser) isWord(w string) bool { return p.peek() == tName && p.word() == w }

// ident reads a name and returns it with its place.
func (p *parser) ident() (string, source.Span, bool) {
	if p.peek() != tName {
		return "", source.Span{}, false
	}
	t := p.toks[p.pos]
	p.pos++
	return normalizeName(p.text[t.start:t.end]), t.span(), true
}

// enter counts one more level of nesting; the caller must take it back.
func (p *parser) enter() bool {
	p.depth++
	if p.depth <= maxDepth {
		return true
	}
	p.raise(p.here().span(), CodeTooDeep, "too many levels of nesting in the program (at most "+strconv.Itoa(maxDepth)+")")
	return false
}

// raise sets a SyntaxError at span unless an error is set already.
func (p *parser) raise(span source.Span, code diag.Code, msg string) {
	if p.err != nil {
		return
	}
	if p.formatted > 0 {
		msg = "f-string: " + msg
	}
	p.stop(newError(p.file, span, code, msg))
}

// lastToken returns the furthest token that has been read.
func (p *parser) lastToken() token {
	if n := len(p.toks); n > 0 {
		return p.toks[n-1]
	}
	return p.far
}

// raiseLast sets a SyntaxError at the furthest token that has been read.
func (p *parser) raiseLast(code diag.Code, msg string) {
	if p.err != nil {
		return
	}
	t := p.lastToken()
	p.raise(t.span(), code, msg)
	p.placeAt(t)
}

// raiseIndent sets an IndentationError at t.
func (p *parser) raiseIndent(code diag.Code, msg string, t token) {
	if p.err != nil {
		return
	}
	p.raise(t.span(), code, msg)
	p.err.Kind = "IndentationError"
	p.placeAt(t)
}

// placeAt corrects the error's line and offset for a token without text of its own, which CPython places where it has read to.
func (p *parser) placeAt(t token) {
	switch t.kind {
	case tIndent, tDedent, tEOF:
	default:
		return
	}
	line, column := p.file.Position(t.start)
	if t.kind != tIndent && int(t.start) == len(p.text) && line > 1 && column == 0 {
		line--
		column = utf8.RuneCountInString(p.file.LineText(line)) + 1
	} else if t.kind != tIndent && int(t.start) == len(p.text) && column > 0 {
		column++
	}
	p.err.Line, p.err.Offset = line, column
}
