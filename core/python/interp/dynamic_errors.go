package interp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"layerglass/core/python/lib/warnings"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// stage is the part of CPython that finds an error in a text: what the exception knows of the place depends on it.
type stage int

const (
	scanned  stage = iota // in a token: the line without its end, and no end of the place
	parsed                // in the grammar
	compiled              // in a whole tree: the line is read from the file, and a text that is compiled has none
)

// stageOf tells which stage finds what the parser here complains of.
func stageOf(bad *syntax.Error) stage {
	switch bad.Code {
	case syntax.CodeUnterminatedString, syntax.CodeInvalidNumber, syntax.CodeInvalidCharacter, syntax.CodeUnmatchedBracket:
		return scanned
	case syntax.CodeOutsideFunction, syntax.CodeOutsideLoop, syntax.CodeRepeatedKeyword, syntax.CodeDuplicateParameter,
		syntax.CodeStarred, syntax.CodePattern, syntax.CodeFuture, syntax.CodeDebugName:
		if bad.Msg != "invalid syntax" {
			return compiled
		}
	case syntax.CodeImport:
		if strings.HasPrefix(bad.Msg, "import *") {
			return compiled
		}
	case syntax.CodeExcept:
		if strings.HasPrefix(bad.Msg, "default 'except:'") {
			return compiled
		}
	}
	return parsed
}

// textError is syntaxError for a text that a program compiles itself, and may look at closely. ending stands behind its last line.
func textError(file *source.File, bad *syntax.Error, s stage, ending string) *object.Exception {
	e := syntaxError(file, bad)
	line, offset, endLine, end := bad.Line, bad.Offset, bad.Line, bad.Offset
	text := object.Object(object.None)
	switch {
	case strings.HasPrefix(bad.Msg, "f-string: ") && bad.Code != syntax.CodeFString && bad.Code != syntax.CodeUnexpectedEnd:
		var inner string
		inner, offset, end = insideField(file, bad)
		text = object.NewStr(inner + "\n")
	case s == scanned:
		text = object.NewStr(file.LineText(line))
		if bad.Code == syntax.CodeInvalidNumber && strings.HasPrefix(bad.Msg, "leading zeros") {
			rest := file.LineText(line)[offset-1:]
			end += len(rest) - len(strings.TrimLeft(rest, "0_"))
		}
	case s == compiled:
		var column int
		endLine, column = file.Position(bad.Span.End)
		end = column + 1
	case ending == "" && strings.TrimSpace(file.Text[min(int(bad.Span.Start), len(file.Text)):]) == "" && bad.Code == syntax.CodeInvalidSyntax:
		text, offset, end = object.NewStr(file.LineText(line)), 0, 0
		if strings.TrimSpace(file.Text) == "" {
			line, endLine = 0, 0
		}
	default:
		text = object.NewStr(shownLine(file, bad, ending))
		endLine, end = parsedEnd(file, bad)
	}
	details := object.NewTuple(object.NewStr(file.Name), object.Int(line), object.Int(offset), text, object.Int(endLine), object.Int(end))
	e.Args = object.NewTuple(e.Args.Items[0], details)
	d := e.AttrDict(true)
	for i, name := range []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"} {
		d.SetName(name, details.Items[i])
	}
	return e
}

// warnOf warns of what is odd in a text. Where the filters make an error of it, it is a SyntaxError.
func warnOf(t *object.Thread, file *source.File, list []syntax.Warning) error {
	for _, w := range list {
		class := object.SyntaxWarningClass
		if w.Deprecated {
			class = object.DeprecationWarningClass
		}
		err := warnings.WarnAt(t, class, w.Text, file, file.Line(w.Span.Start))
		if err == nil {
			continue
		}
		if object.IsKind(err, class) {
			return textError(file, w.Error(file), compiled, "")
		}
		return err
	}
	return nil
}

// shownLine is the line of an error that the grammar has: with its end where the tokens have not gone beyond it.
func shownLine(file *source.File, bad *syntax.Error, ending string) string {
	line := file.LineText(bad.Line)
	beyond := file.Line(bad.Span.End) > bad.Line && !atLineEnd(file, bad) || bad.Code == syntax.CodeUnclosedBracket
	if beyond && bad.Line < file.LineCount() && strings.TrimSpace(file.Text[file.LineStart(bad.Line+1):]) != "" {
		return line
	}
	return line + ending
}

// atLineEnd reports whether the token at fault is the end of a line.
func atLineEnd(file *source.File, bad *syntax.Error) bool {
	at := int(bad.Span.Start)
	return at >= len(file.Text) || file.Text[at] == '\n'
}

// parsedEnd is where the place of an error in the grammar ends. For some CPython gives no end, which shows as 0 or -1.
func parsedEnd(file *source.File, bad *syntax.Error) (line, end int) {
	switch bad.Code {
	case syntax.CodeUnclosedBracket, syntax.CodeTabs, syntax.CodeLineContinuation:
		return bad.Line, 0
	case syntax.CodeDictDisplay:
		if strings.HasPrefix(bad.Msg, "':'") {
			return bad.Line, 0
		}
	case syntax.CodeUnexpectedIndent, syntax.CodeUnmatchedDedent, syntax.CodeUnexpectedEnd:
		return bad.Line, -1
	case syntax.CodeMissingExcept, syntax.CodeExpectedBlock:
		if atLineEnd(file, bad) && file.Line(bad.Span.Start) == file.LineCount() {
			return bad.Line, -1
		}
	case syntax.CodeFString, syntax.CodeInvalidEscape, syntax.CodeUnknownCharName:
		return bad.Line, bad.Offset + tokenLength(file.LineText(bad.Line), bad.Offset-1)
	}
	if atLineEnd(file, bad) {
		return bad.Line, bad.Offset
	}
	line, column := file.Position(bad.Span.End)
	if line == bad.Line && column < bad.Offset {
		column = bad.Offset - 1 + tokenLength(file.LineText(line), bad.Offset-1)
	}
	return line, column + 1
}

// tokenLength is the length in characters of the token at a column of a line: of a name or number, or 1; 0 at the end.
func tokenLength(line string, column int) int {
	rest := []rune(line)
	if column >= len(rest) {
		return 0
	}
	n := 0
	for _, r := range rest[column:] {
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		n++
	}
	return max(n, 1)
}

// insideField describes an error in a replacement field as CPython does, which reads the expression as a text of its own in parentheses.
func insideField(file *source.File, bad *syntax.Error) (text string, offset, end int) {
	start := strings.LastIndexByte(file.Text[:bad.Span.Start], '{') + 1
	stop, depth := start, 0
	for ; stop < len(file.Text); stop++ {
		c := file.Text[stop]
		if depth == 0 && strings.IndexByte("}!:", c) >= 0 {
			break
		}
		switch c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		}
	}
	in := func(p source.Pos) int {
		return utf8.RuneCountInString(file.Text[start:min(max(int(p), start), stop)]) + 2
	}
	return "(" + file.Text[start:stop] + ")", in(bad.Span.Start), in(bad.Span.End)
}
