package object

import (
	"strings"

	"layerglass/core/python/source"
)

var syntaxFields = []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"}

func init() {
	c := SyntaxErrorClass
	c.defaultNone("msg", "print_file_and_line")
	c.defaultNone(syntaxFields...)
	c.Methods(exceptionInit(initSyntaxError), exceptionMethod("__str__", "(self, /)", "Return str(self).",
		func(t *Thread, e *Exception, _ []Object) (Object, error) {
			s, err := e.syntaxText(t)
			return NewStr(s), err
		}))
}

// initSyntaxError reads (msg, (filename, lineno, offset, text, end_lineno, end_offset)).
func initSyntaxError(t *Thread, e *Exception, a Args) error {
	if err := setArgs(t, e, a); err != nil {
		return err
	}
	d := e.AttrDict(true)
	if len(a.Pos) > 0 {
		d.SetName("msg", a.Pos[0])
	}
	if len(a.Pos) != 2 {
		return nil
	}
	details, err := Items(t, a.Pos[1])
	if err != nil {
		return err
	}
	if len(details) != 4 && len(details) != 6 {
		return TypeError("function takes exactly 4 or 6 arguments (%d given)", len(details))
	}
	for i, v := range details {
		d.SetName(syntaxFields[i], v)
	}
	return nil
}

// SyntaxErrorAt makes a SyntaxError, or one of a subclass, for a place in a file.
func SyntaxErrorAt(c *Class, message string, file *source.File, span source.Span) *Exception {
	line, column := file.Position(span.Start)
	endLine, endColumn := file.Position(span.End)
	text := file.LineText(line)
	if line < file.LineCount() {
		text += "\n"
	}
	details := NewTuple(NewStr(file.Name), Int(line), Int(column+1), NewStr(text), Int(endLine), Int(endColumn+1))
	e := NewException(c)
	_ = initSyntaxError(nil, e, Args{Pos: []Object{NewStr(message), details}}) // tuples of Go cannot fail
	e.Span = span
	return e
}

// syntaxText is SyntaxError.__str__: the message with file and line.
func (e *Exception) syntaxText(t *Thread) (string, error) {
	msg := part(e.attrs.getStr(Intern("msg")))
	s, err := ToStr(t, msg)
	if err != nil {
		return "", err
	}
	file, hasFile := Of(part(e.attrs.getStr(Intern("filename")))).(*Str)
	line, hasLine := e.attrs.getStr(Intern("lineno")).(Int)
	switch {
	case hasFile && hasLine:
		return sprintf("%s (%s, line %d)", []any{s, baseName(file.s), int64(line)}), nil
	case hasFile:
		return s + " (" + baseName(file.s) + ")", nil
	case hasLine:
		return sprintf("%s (line %d)", []any{s, int64(line)}), nil
	}
	return s, nil
}

func baseName(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

// formatSyntax writes the lines that show a SyntaxError's place, and its message.
func formatSyntax(t *Thread, e *Exception, name string) string {
	var b strings.Builder
	attr := func(n string) Object { return part(e.attrs.getStr(Intern(n))) }
	suffix := ""
	file, _ := Of(attr("filename")).(*Str)
	if line := attr("lineno"); line != None {
		shown := "<string>"
		if file != nil {
			shown = file.s
		}
		b.WriteString("  File \"" + shown + "\", line " + safeStr(t, line) + "\n")
	} else if file != nil {
		suffix = " (" + file.s + ")"
	}
	if text, ok := Of(attr("text")).(*Str); ok {
		offset, hasOffset := AsInt64(attr("offset"))
		end, _ := AsInt64(attr("end_offset"))
		if first, ok := AsInt64(attr("lineno")); ok {
			if last, ok := AsInt64(attr("end_lineno")); ok && last > first { // only the first line is shown
				end = int64(NewStr(strings.TrimRight(text.s, "\n")).RuneCount()) + 1
			}
		}
		writeSyntaxLine(&b, text.s, hasOffset, int(offset), int(end))
	}
	msg := "<no detail available>"
	if m := attr("msg"); m != None {
		msg = safeStr(t, m)
	}
	b.WriteString(name + ": " + msg + suffix + "\n")
	return b.String()
}

func writeSyntaxLine(b *strings.Builder, text string, hasOffset bool, offset, end int) {
	text = strings.TrimRight(text, "\n")
	shown := strings.TrimLeft(text, " \n\f")
	spaces := len(text) - len(shown)
	b.WriteString("    " + shown + "\n")
	if !hasOffset {
		return
	}
	if end == 0 {
		end = offset
	}
	if end == offset || end == -1 {
		end = offset + 1
	}
	from, to := offset-1-spaces, end-1-spaces
	if from < 0 {
		return
	}
	b.WriteString("    ")
	for i, r := range []rune(shown) {
		if i == from {
			break
		}
		if r != '\t' && r != '\f' {
			r = ' '
		}
		b.WriteRune(r)
	}
	if short := from - NewStr(shown).RuneCount(); short > 0 { // the place is behind the line's end
		b.WriteString(strings.Repeat(" ", min(short, 200)))
	}
	b.WriteString(strings.Repeat("^", max(to-from, 0)) + "\n")
}
