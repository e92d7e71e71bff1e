package syntax

import "layerglass/core/python/source"

// kind is what a token is.
type kind uint8

const (
	tError   kind = iota // the scanner or the parser has stopped; no token has this kind
	tEOF                 // end of the text
	tNewline             // end of a logical line
	tIndent
	tDedent
	tName
	tNumber
	tString
	tBad // a character that begins no token, such as $

	tLPar // (
	tRPar
	tLSqb // [
	tRSqb
	tLBrace // {
	tRBrace
	tComma
	tColon
	tDot
	tSemi
	tAssign // =
	tArrow  // ->
	tWalrus // :=
	tEllipsis
	tAt
	tPlus
	tMinus
	tStar
	tSlash
	tDSlash
	tPercent
	tDStar
	tLShift
	tRShift
	tAmp
	tBar
	tCaret
	tTilde
	tLess
	tGreater
	tLessEq
	tGreaterEq
	tEq
	tNotEq

	tPlusEq // augmented assignments, in the order of the binary Ops
	tMinusEq
	tStarEq
	tAtEq
	tSlashEq
	tPercentEq
	tDStarEq
	tLShiftEq
	tRShiftEq
	tBarEq
	tCaretEq
	tAmpEq
	tDSlashEq

	kwFalse
	kwNone
	kwTrue
	kwAnd
	kwAs
	kwAssert
	kwAsync
	kwAwait
	kwBreak
	kwClass
	kwContinue
	kwDef
	kwDel
	kwElif
	kwElse
	kwExcept
	kwFinally
	kwFor
	kwFrom
	kwGlobal
	kwIf
	kwImport
	kwIn
	kwIs
	kwLambda
	kwNonlocal
	kwNot
	kwOr
	kwPass
	kwRaise
	kwReturn
	kwTry
	kwWhile
	kwWith
	kwYield
)

// token is one word of the program. level is the number of brackets open after it.
type token struct {
	kind       kind
	level      uint8
	start, end source.Pos
}

func (t token) span() source.Span { return source.Span{Start: t.start, End: t.end} }

// isAugmented reports whether k is +=, -= and so on; augmentedOp tells which operator it applies.
func (k kind) isAugmented() bool { return k >= tPlusEq && k <= tDSlashEq }

func (k kind) augmentedOp() Op { return OpAdd + Op(k-tPlusEq) }

// keyword returns the kind of a word: a keyword's, or tName.
func keyword(word string) kind {
	if len(word) < 2 || len(word) > 8 {
		return tName
	}
	switch word {
	case "False":
		return kwFalse
	case "None":
		return kwNone
	case "True":
		return kwTrue
	case "and":
		return kwAnd
	case "as":
		return kwAs
	case "assert":
		return kwAssert
	case "async":
		return kwAsync
	case "await":
		return kwAwait
	case "break":
		return kwBreak
	case "class":
		return kwClass
	case "continue":
		return kwContinue
	case "def":
		return kwDef
	case "del":
		return kwDel
	case "elif":
		return kwElif
	case "else":
		return kwElse
	case "except":
		return kwExcept
	case "finally":
		return kwFinally
	case "for":
		return kwFor
	case "from":
		return kwFrom
	case "global":
		return kwGlobal
	case "if":
		return kwIf
	case "import":
		return kwImport
	case "in":
		return kwIn
	case "is":
		return kwIs
	case "lambda":
		return kwLambda
	case "nonlocal":
		return kwNonlocal
	case "not":
		return kwNot
	case "or":
		return kwOr
	case "pass":
		return kwPass
	case "raise":
		return kwRaise
	case "return":
		return kwReturn
	case "try":
		return kwTry
	case "while":
		return kwWhile
	case "with":
		return kwWith
	case "yield":
		return kwYield
	}
	return tName
}

// Classes of bytes, for the scanner's table.
const (
	classNameStart = 1 << iota
	classNamePart
	classDigit
	classHex
)

var classOf = func() (table [256]uint8) {
	for c := range table {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 0x80:
			table[c] = classNameStart | classNamePart
		case c >= '0' && c <= '9':
			table[c] = classDigit | classNamePart | classHex
		}
		if c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' {
			table[c] |= classHex
		}
	}
	return table
}()

func isDigit(c byte) bool { return c-'0' < 10 }
