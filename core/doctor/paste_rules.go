package doctor

import (
	"strings"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// The rules of this file speak for text that was copied with what a notebook or an interpreter's window has around its Python.

// pasted speaks for a syntax error at a prompt, or at a line that only a notebook understands.
func pasted(p *patient) *diag.Diagnostic {
	e, ok := p.err.Subject.(*syntax.Error)
	if !ok || p.tree != nil { // with a tree, the error is in a text that the program gave to exec
		return nil
	}
	lines := strings.SplitAfter(p.file.Text, "\n")
	at := p.file.Line(e.Span.Start) - 1
	if at < 0 || at >= len(lines) {
		return nil
	}
	switch line := strings.TrimLeft(lines[at], " \t"); {
	case promptOf(line) != "":
		return &diag.Diagnostic{Code: "prompt-pasted", Span: p.part(at, promptOf(line)), Message: "The text has prompts in front of its lines.",
			Why:   "`" + strings.TrimSpace(promptOf(line)) + "` is what an interpreter or a notebook writes before it reads a line. It is no part of the program; what stands between such lines is output.",
			Fixes: []diag.Fix{withoutPrompts(lines)}}
	case isCommand(line):
		return &diag.Diagnostic{Code: "notebook-command", Span: p.part(at, strings.TrimRight(line, " \t\r\n")), Message: "This line is a command to a notebook, not Python.",
			Why: "A notebook runs lines with `!` in a shell and those with `%` itself. There is no shell here and nothing to install: " +
				"Keras and NumPy are built in.",
			Fixes: []diag.Fix{withoutCommands(lines)}}
	}
	return nil
}

// part is the place of the first characters that are text in a line.
func (p *patient) part(line int, text string) source.Span {
	start := 0
	for i, l := range strings.SplitAfter(p.file.Text, "\n") {
		if i == line {
			start += len(l) - len(strings.TrimLeft(l, " \t"))
			break
		}
		start += len(l)
	}
	return source.Span{Start: source.Pos(start), End: source.Pos(start + len(text))}
}

// isCommand reports whether a line is a shell command or a magic of a notebook.
func isCommand(line string) bool {
	if line = strings.TrimLeft(line, " \t"); len(line) < 2 {
		return false
	}
	first, next := line[0], line[1]
	return (first == '!' || first == '%') && (next == '%' || next == ' ' || next == '.' || next == '/' || next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z')
}

// promptOf returns the prompt that a line begins with, or "": ">>> ", "... ", "In [3]: ", "   ...: ", "Out[3]: ".
func promptOf(line string) string {
	for _, p := range []string{">>>", "...:", "..."} {
		if rest, ok := strings.CutPrefix(line, p); ok {
			if strings.HasPrefix(rest, " ") {
				return p + " "
			}
			if strings.TrimSpace(rest) == "" {
				return p
			}
		}
	}
	for _, p := range []string{"In [", "Out["} {
		rest, ok := strings.CutPrefix(line, p)
		number, behind, closed := strings.Cut(rest, "]:")
		if ok && closed && strings.Trim(number, "0123456789 ") == "" {
			if strings.HasPrefix(behind, " ") {
				behind = behind[1:]
			}
			return line[:len(line)-len(behind)]
		}
	}
	return ""
}

// withoutPrompts takes the prompts away and makes what is output a comment.
func withoutPrompts(lines []string) diag.Fix {
	fix := diag.Fix{Title: "Take the prompts away"}
	notebook := false
	for _, l := range lines {
		notebook = notebook || strings.HasPrefix(l, "In [")
	}
	start := 0
	for _, l := range lines {
		text := strings.TrimLeft(l, " \t")
		indent := len(l) - len(text)
		prompt := promptOf(text)
		switch {
		case strings.TrimSpace(text) == "":
		case strings.HasPrefix(prompt, "Out["), prompt == "" && !notebook:
			fix.Edits = append(fix.Edits, diag.Edit{Span: source.Span{Start: source.Pos(start), End: source.Pos(start)}, Text: "# "})
		case prompt != "":
			fix.Edits = append(fix.Edits, diag.Edit{Span: source.Span{Start: source.Pos(start), End: source.Pos(start + indent + len(prompt))}})
		}
		start += len(l)
	}
	return fix
}

// withoutCommands makes each line that only a notebook understands a comment, and lets one that is timed run without.
func withoutCommands(lines []string) diag.Fix {
	fix := diag.Fix{Title: "Make such lines comments"}
	start := 0
	for _, l := range lines {
		if isCommand(l) {
			text := strings.TrimLeft(l, " \t")
			at := source.Pos(start + len(l) - len(text))
			edit := diag.Edit{Span: source.Span{Start: at, End: at}, Text: "# "}
			if statement, ok := strings.CutPrefix(text, "%time "); ok && strings.TrimSpace(statement) != "" {
				edit = diag.Edit{Span: source.Span{Start: at, End: at + source.Pos(len(text)-len(statement))}}
			}
			fix.Edits = append(fix.Edits, edit)
		}
		start += len(l)
	}
	return fix
}
