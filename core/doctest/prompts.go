package doctest

import "strings"

// piece is a run of lines of a document, with what stands before each of them taken off.
type piece struct {
	line   int // of the first, counted from 0
	lines  []string
	prefix string // what was taken off; a line may have had less
}

// prompts finds the >>> examples in a piece.
func (p *piece) prompts() (found []*Example) {
	for i := 0; i < len(p.lines); {
		indent, code, ok := prompt(p.lines[i], ">>>")
		if !ok {
			i++
			continue
		}
		e := &Example{Line: p.line + i + 1, Code: code + "\n", Prompt: true, Expects: true, prefix: p.prefix + indent, blank: true}
		for i++; i < len(p.lines); i++ {
			under, more, ok := prompt(p.lines[i], "...")
			if !ok || under != indent {
				break
			}
			e.Code += more + "\n"
		}
		e.from = p.line + i
		for ; i < len(p.lines) && strings.TrimSpace(p.lines[i]) != ""; i++ {
			if _, _, next := prompt(p.lines[i], ">>>"); next {
				break
			}
			e.Want += cutIndent(p.lines[i], indent) + "\n"
		}
		e.to = p.line + i
		e.directives()
		found = append(found, e)
	}
	return found
}

// prompt splits a line that begins with a prompt into its indentation and the code.
func prompt(line, sign string) (indent, code string, ok bool) {
	rest := strings.TrimLeft(line, " \t")
	indent = line[:len(line)-len(rest)]
	code, ok = strings.CutPrefix(rest, sign)
	if !ok || code != "" && code[0] != ' ' {
		return "", "", false
	}
	return indent, strings.TrimPrefix(code, " "), true
}

// cutIndent takes an indentation off a line, as far as the line has it.
func cutIndent(line, indent string) string {
	n := 0
	for n < len(indent) && n < len(line) && (line[n] == ' ' || line[n] == '\t') {
		n++
	}
	return line[n:]
}

// directives reads the options in comments such as "# doctest: +SKIP".
func (e *Example) directives() {
	for _, line := range lines(e.Code) {
		_, options, found := strings.Cut(line, "# doctest:")
		if !found {
			continue
		}
		for _, o := range strings.FieldsFunc(options, func(r rune) bool { return r == ' ' || r == ',' || r == '\t' }) {
			switch o {
			case "+SKIP":
				e.Skip = true
			case "+NORMALIZE_WHITESPACE":
				e.flags.normalize = true
			case "+IGNORE_EXCEPTION_DETAIL":
				e.flags.detail = true
			}
		}
	}
}

// block makes the example of a piece that is code as a whole. An expectation may stand in comments at its end.
func (p *piece) block() *Example {
	e := &Example{Line: p.line + 1, Code: strings.Join(p.lines, "\n") + "\n"}
	for i := len(p.lines) - 1; i >= 0; i-- {
		line := strings.TrimSpace(p.lines[i])
		if !strings.HasPrefix(line, "#") {
			if line == "" {
				continue
			}
			break
		}
		if !heading(strings.TrimSpace(strings.TrimLeft(line, "#"))) {
			continue
		}
		indent, _, _ := strings.Cut(p.lines[i], "#")
		e.Expects, e.prefix, e.from = true, p.prefix+indent+"# ", p.line+i+1
		e.to = e.from
		for _, line := range p.lines[i+1:] {
			if strings.TrimSpace(line) == "" {
				break
			}
			e.to++
			e.Want += strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(line), "#"), " ") + "\n"
		}
		break
	}
	e.directives()
	return e
}

// heading reports whether a line says that what follows is output.
func heading(line string) bool {
	switch strings.ToLower(strings.TrimRight(line, ": ")) {
	case "output", "outputs", "prints", "expected output", "result", "this prints", "it prints":
		return strings.HasSuffix(line, ":")
	}
	return false
}

// python reports whether the name of a language is Python's.
func python(language string) bool {
	switch strings.ToLower(language) {
	case "python", "py", "python3", "py3", "pycon", "python-repl", "pyconsole", "ipython", "ipython3", "doctest", "testcode", "testsetup", "testcleanup":
		return true
	}
	return false
}

// output reports whether the name of a language marks what a program printed; named, whether it can mean nothing else.
func output(language string) (is, named bool) {
	switch strings.ToLower(language) {
	case "output", "out", "stdout", "testoutput":
		return true, true
	case "", "text", "txt", "plaintext", "plain", "console", "none", "default":
		return true, false
	}
	return false, false
}
