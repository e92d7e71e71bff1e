package syntax

import "layerglass/core/python/source"

// Warning is what Python warns of in a text that it can run.
type Warning struct {
	Span source.Span
	Text string
	// Deprecated says that it is a DeprecationWarning, which most programs do not show, not a SyntaxWarning.
	Deprecated bool
}

// Error is the SyntaxError that the warning becomes where warnings are to be errors.
func (w Warning) Error(file *source.File) *Error {
	return newError(file, w.Span, CodeInvalidSyntax, w.Text)
}

func (c *checker) doubt(at Node, text string) {
	c.warnings = append(c.warnings, Warning{Span: at.Span(), Text: text})
}

// doubtEscape warns of the first escape of a literal that stands for nothing. A literal may be read more than once.
func (p *parser) doubtEscape(e escapes, t token) {
	if e.doubt == "" {
		return
	}
	text := "invalid escape sequence '" + e.doubt + "'"
	if len(e.doubt) == 4 && e.doubt[1] >= '0' && e.doubt[1] <= '7' {
		text = "invalid octal escape sequence '" + e.doubt + "'"
	}
	w := Warning{Span: t.span(), Text: text, Deprecated: true}
	for _, known := range p.warnings {
		if known == w {
			return
		}
	}
	p.warnings = append(p.warnings, w)
}

// doubtAssert warns of an assertion in parentheses with its message.
func (c *checker) doubtAssert(s *Assert) {
	if t, ok := s.Test.(*Tuple); ok && len(t.Elts) > 0 {
		c.doubt(s, "assertion is always true, perhaps remove parentheses?")
	}
}

// compare checks a comparison, and warns where a literal is compared by identity. denied says that "not" stands before it.
func (c *checker) compare(e *Compare, denied bool) {
	left := e.Left
	for i, op := range e.Ops {
		right := e.Comparators[i]
		if (op == OpIs || op == OpIsNot) && (isLiteral(left) || isLiteral(right)) {
			if (op == OpIs) != denied {
				c.doubt(e, `"is" with a literal. Did you mean "=="?`)
			} else {
				c.doubt(e, `"is not" with a literal. Did you mean "!="?`)
			}
			break
		}
		left = right
	}
	c.expr(e.Left)
	c.each(e.Comparators)
}

// isLiteral reports whether e stands for a constant whose identity means nothing.
func isLiteral(e Expr) bool {
	switch literalType(e) {
	case "", "NoneType", "bool", "ellipsis":
		return false
	}
	return true
}

var constantTypes = [...]string{"NoneType", "bool", "bool", "ellipsis", "int", "float", "complex", "str", "bytes"}

// literalType names the type of an expression that is known before the program runs, or returns "".
func literalType(e Expr) string {
	switch e := e.(type) {
	case *Constant:
		return constantTypes[e.Kind]
	case *UnaryOp:
		if t := literalType(e.Operand); e.Op != OpNot {
			return numberType(t, "int")
		} else if t != "" {
			return "bool"
		}
	case *BinOp:
		left, right := literalType(e.Left), literalType(e.Right)
		switch {
		case left == right && (left == "str" || left == "bytes") && e.Op == OpAdd:
			return left
		case (left == "str" || left == "bytes") && right == "int" && e.Op == OpMult:
			return left
		case e.Op == OpDiv:
			return numberType(left, numberType(right, "float"))
		}
		return numberType(left, numberType(right, "int"))
	case *Tuple:
		for _, item := range e.Elts {
			if literalType(item) == "" {
				return ""
			}
		}
		return "tuple"
	}
	return ""
}

// numberType is the type of what an operator makes of two numbers, "" where one is none.
func numberType(a, b string) string {
	rank := func(t string) int {
		for i, n := range [...]string{"bool", "int", "float", "complex"} {
			if n == t {
				return i
			}
		}
		return -1
	}
	switch x, y := rank(a), rank(b); {
	case x < 0 || y < 0:
		return ""
	case x > y:
		return a
	}
	return b
}

// shownType names the type of an expression that shows it, as literals and displays do, or returns "".
func shownType(e Expr) string {
	switch e.(type) {
	case *Tuple:
		return "tuple"
	case *List, *ListComp:
		return "list"
	case *Dict, *DictComp:
		return "dict"
	case *Set, *SetComp:
		return "set"
	case *GeneratorExp:
		return "generator"
	case *Lambda:
		return "function"
	case *JoinedStr, *FormattedValue:
		return "str"
	}
	return literalType(e)
}

const perhapsComma = "; perhaps you missed a comma?"

// doubtCall warns of a call of what is no function.
func (c *checker) doubtCall(e *Call) {
	if t := shownType(e.Func); t != "" && t != "function" {
		c.doubt(e, "'"+t+"' object is not callable"+perhapsComma)
	}
}

// doubtSubscript warns of a subscript of what has no items, or that is no place of a sequence.
func (c *checker) doubtSubscript(e *Subscript) {
	of, index := shownType(e.Value), shownType(e.Slice)
	switch of {
	case "", "dict":
	case "list", "tuple", "str", "bytes":
		if index != "" && index != "int" && index != "bool" {
			c.doubt(e, of+" indices must be integers or slices, not "+index+perhapsComma)
		}
	default:
		c.doubt(e, "'"+of+"' object is not subscriptable"+perhapsComma)
	}
}
