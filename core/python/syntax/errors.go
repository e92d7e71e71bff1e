package syntax

import (
	"strings"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

// Error says why a text is not a Python program. Msg, Line and Offset are what CPython 3.11's SyntaxError holds; Span, Notes
// and Fixes are meant for a person and may cover more than the one character that Line and Offset name.
type Error struct {
	Span  source.Span
	Kind  string // "SyntaxError", "IndentationError" or "TabError"
	Msg   string
	Code  diag.Code
	Fixes []diag.Fix
	Notes []diag.Note

	Line   int // the exception's lineno
	Offset int // the exception's offset: a column counted in characters from 1
}

// Error returns the kind and the message, as the last line of a traceback has them.
func (e *Error) Error() string { return e.Kind + ": " + e.Msg }

// Stable codes of what can be wrong with a text.
const (
	CodeInvalidSyntax      diag.Code = "invalid-syntax"
	CodeMissingColon       diag.Code = "missing-colon"
	CodeMissingComma       diag.Code = "missing-comma"
	CodeMissingParens      diag.Code = "print-without-parentheses"
	CodeMissingElse        diag.Code = "missing-else"
	CodeMissingExcept      diag.Code = "missing-except"
	CodeExpected           diag.Code = "expected-token"
	CodeUnclosedBracket    diag.Code = "unclosed-bracket"
	CodeUnmatchedBracket   diag.Code = "unmatched-bracket"
	CodeUnterminatedString diag.Code = "unterminated-string"
	CodeInvalidCharacter   diag.Code = "invalid-character"
	CodeInvalidNumber      diag.Code = "invalid-number"
	CodeInvalidEscape      diag.Code = "invalid-escape"
	CodeUnknownCharName    diag.Code = "unknown-character-name"
	CodeMixedLiterals      diag.Code = "mixed-bytes-and-text"
	CodeLineContinuation   diag.Code = "line-continuation"
	CodeUnexpectedEnd      diag.Code = "unexpected-end"
	CodeTabs               diag.Code = "inconsistent-tabs"
	CodeUnexpectedIndent   diag.Code = "unexpected-indent"
	CodeExpectedBlock      diag.Code = "expected-indented-block"
	CodeUnmatchedDedent    diag.Code = "unmatched-dedent"
	CodeTooDeep            diag.Code = "nested-too-deeply"
	CodeFString            diag.Code = "f-string"
	CodeAssignTarget       diag.Code = "invalid-assignment-target"
	CodeEqualSign          diag.Code = "equal-sign-in-expression"
	CodeDeleteTarget       diag.Code = "invalid-delete-target"
	CodeAnnotationTarget   diag.Code = "invalid-annotation-target"
	CodeParameters         diag.Code = "invalid-parameters"
	CodeDuplicateParameter diag.Code = "duplicate-parameter"
	CodeArguments          diag.Code = "invalid-arguments"
	CodeRepeatedKeyword    diag.Code = "repeated-keyword"
	CodeGeneratorParens    diag.Code = "generator-without-parentheses"
	CodeComprehension      diag.Code = "invalid-comprehension"
	CodeDictDisplay        diag.Code = "invalid-dict-display"
	CodeStarred            diag.Code = "starred-expression"
	CodeExcept             diag.Code = "invalid-except"
	CodeImport             diag.Code = "invalid-import"
	CodePattern            diag.Code = "invalid-pattern"
	CodeOutsideFunction    diag.Code = "outside-function"
	CodeOutsideLoop        diag.Code = "outside-loop"
	CodeNamedExpression    diag.Code = "invalid-named-expression"
	CodeFuture             diag.Code = "future-import"
	CodeDebugName          diag.Code = "debug-name"
)

// newError returns a SyntaxError at span, with the line and offset of the span's start.
func newError(file *source.File, span source.Span, code diag.Code, msg string) *Error {
	line, column := file.Position(span.Start)
	if line == 1 && strings.HasPrefix(file.Text, "\ufeff") {
		column-- // the mark is no character of the program
	}
	return &Error{Span: span, Kind: "SyntaxError", Msg: msg, Code: code, Line: line, Offset: column + 1}
}

// insertFix returns a fix that puts text at p.
func insertFix(title string, p source.Pos, text string) diag.Fix {
	return replaceFix(title, source.Span{Start: p, End: p}, text)
}

// replaceFix returns a fix that puts text in the place of span.
func replaceFix(title string, span source.Span, text string) diag.Fix {
	return diag.Fix{Title: title, Edits: []diag.Edit{{Span: span, Text: text}}}
}

// asciiFor gives the ASCII spelling of characters that word processors and web pages put in the place of program text.
func asciiFor(r rune) string {
	switch {
	case strings.ContainsRune("“”„‟″«»＂", r):
		return `"`
	case strings.ContainsRune("‘’‚‛′＇`´", r):
		return "'"
	case strings.ContainsRune("–—−‐‑－", r):
		return "-"
	case r == '…':
		return "..."
	case r == '×':
		return "*"
	case r == '÷':
		return "/"
	case r == '≤':
		return "<="
	case r == '≥':
		return ">="
	case r == '≠':
		return "!="
	case r == '\u00a0' || r == '\u3000' || r >= '\u2000' && r <= '\u200a' || r == '\u202f':
		return " "
	case r > '\uff00' && r < '\uff5f':
		return string(r - 0xff00 + 0x20)
	case r == '\u3001':
		return ","
	case r == '\u3002':
		return "."
	}
	return ""
}

// characterFixes returns the fix that turns the character at p, and others on its line that cannot be program text, into ASCII.
func characterFixes(text string, p source.Pos, bad rune) []diag.Fix {
	if bad == '\u200b' || bad == '\u200c' || bad == '\u200d' || bad == '\ufeff' {
		span := source.Span{Start: p, End: p + source.Pos(len(string(bad)))}
		return []diag.Fix{replaceFix("Delete the invisible character", span, "")}
	}
	if asciiFor(bad) == "" {
		return nil
	}
	start := strings.LastIndexByte(text[:p], '\n') + 1
	var edits []diag.Edit
	for i, r := range text[start:] {
		if r == '\n' {
			break
		}
		if plain := asciiFor(r); plain != "" && r != '`' {
			at := source.Pos(start + i)
			edits = append(edits, diag.Edit{Span: source.Span{Start: at, End: at + source.Pos(len(string(r)))}, Text: plain})
		}
	}
	return []diag.Fix{{Title: "Use plain ASCII characters", Edits: edits}}
}
