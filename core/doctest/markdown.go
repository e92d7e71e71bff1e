package doctest

import "strings"

// fence is a fenced block of a Markdown document.
type fence struct {
	piece
	language string
	words    []string // of the info string
	open     int      // line of its first fence
	end      int      // line after its last fence
	closed   bool
}

func findMarkdown(text string) []*Example {
	all := strings.Split(text, "\n")
	return markdown(all, 0, len(all))
}

// markdown finds the examples between two lines.
func markdown(all []string, from, to int) (found []*Example) {
	var last *Example // the Python block that an output block may belong to
	after := 0        // the line after it
	fresh := false
	plain := from // lines up to here have been looked at
	text := func(until int) {
		p := piece{line: plain, lines: all[plain:until]}
		found = append(found, p.prompts()...)
	}
	for i := from; i < to; i++ {
		f, ok := readFence(all, i, to)
		if !ok {
			fresh = fresh || strings.Contains(all[i], "<!-- doctest: fresh -->")
			continue
		}
		text(i)
		i, plain = f.end-1, f.end
		switch skip := f.skipped(all, from); {
		case len(f.lines) > 0 && f.prompted() && (python(f.language) || f.unnamed()):
			examples := f.prompts()
			for _, e := range examples {
				e.Skip = e.Skip || skip
			}
			found = append(found, examples...)
			last = nil
		case python(f.language) && f.empty():
			last = nil
		case python(f.language):
			last, after = f.block(), f.end
			last.Skip, last.Fresh = last.Skip || skip, fresh
			fresh = false
			found = append(found, last)
		case last != nil && !last.Expects && f.isOutput() && beside(all[after:f.open], f.named()):
			last.Expects, last.Want = true, joined(f.lines)
			last.from, last.to, last.prefix = f.line, f.line+len(f.lines), f.prefix
			if !f.closed {
				last.to = 0
			}
			last = nil
		default:
			last = nil
		}
	}
	text(to)
	return found
}

func joined(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// readFence reads the fenced block that begins at a line, if one does.
func readFence(all []string, i, to int) (*fence, bool) {
	prefix, sign, info, ok := fenceLine(all[i])
	if !ok || sign[0] == '`' && strings.Contains(info, "`") {
		return nil, false
	}
	f := &fence{piece: piece{line: i + 1, prefix: prefix}, open: i}
	f.words = strings.FieldsFunc(info, func(r rune) bool { return r == ' ' || r == '{' || r == '}' || r == ',' || r == '.' || r == '\t' })
	if len(f.words) > 0 {
		f.language = f.words[0]
	}
	if strings.HasPrefix(info, "{") { // a directive of MyST or a chunk of R Markdown
		switch f.language {
		case "code", "code-block", "code-cell", "sourcecode":
			f.language = ""
			if len(f.words) > 1 {
				f.language = f.words[1]
			}
		}
	}
	f.end = to
	for j := i + 1; j < to; j++ {
		if _, close, rest, ok := fenceLine(all[j]); ok && rest == "" && close[0] == sign[0] && len(close) >= len(sign) {
			f.end, f.closed = j+1, true
			break
		}
		f.lines = append(f.lines, cutPrefix(all[j], prefix))
	}
	if strings.HasPrefix(info, "{") {
		f.dropOptions()
	}
	return f, true
}

// fenceLine splits a line that is a fence into what stands before it, the fence and what stands after it.
func fenceLine(line string) (prefix, sign, info string, ok bool) {
	rest := strings.TrimLeft(line, " \t>")
	prefix = line[:len(line)-len(rest)]
	n := 0
	for n < len(rest) && (rest[n] == '`' || rest[n] == '~') && rest[n] == rest[0] {
		n++
	}
	if n < 3 {
		return "", "", "", false
	}
	return prefix, rest[:n], strings.TrimSpace(rest[n:]), true
}

// cutPrefix takes indentation and marks of quotation off a line, as far as the line has them.
func cutPrefix(line, prefix string) string {
	n := 0
	for n < len(prefix) && n < len(line) && (line[n] == ' ' || line[n] == '\t' || line[n] == '>' && strings.Contains(prefix, ">")) {
		n++
	}
	return line[n:]
}

// dropOptions blanks the option lines at the head of a directive, so that lines keep their numbers.
func (f *fence) dropOptions() {
	for i, line := range f.lines {
		if !strings.HasPrefix(strings.TrimSpace(line), ":") {
			return
		}
		f.lines[i] = ""
	}
}

// empty reports whether there is nothing in the block.
func (f *fence) empty() bool { return strings.TrimSpace(strings.Join(f.lines, "")) == "" }

// prompted reports whether the block begins with a prompt.
func (f *fence) prompted() bool {
	for _, line := range f.lines {
		if strings.TrimSpace(line) != "" {
			_, _, ok := prompt(line, ">>>")
			return ok
		}
	}
	return false
}

func (f *fence) unnamed() bool { is, _ := output(f.language); return is }
func (f *fence) named() bool   { _, named := output(f.language); return named }

// isOutput reports whether the block may be what a program printed, and not what a shell was asked for.
func (f *fence) isOutput() bool {
	is, named := output(f.language)
	return is && (named || len(f.lines) == 0 || !strings.HasPrefix(strings.TrimSpace(f.lines[0]), "$ "))
}

// beside reports whether what stands between code and output lets them belong together: nothing, or one line that leads over.
func beside(between []string, named bool) bool {
	text := 0
	for _, line := range between {
		line = strings.Trim(line, " \t>*_")
		if line == "" {
			continue
		}
		text++
		if text > 1 || !named && !strings.HasSuffix(line, ":") {
			return false
		}
	}
	return true
}

// skipped reports whether the document asks not to run the block: in its info string, or in a comment before it.
func (f *fence) skipped(all []string, from int) bool {
	for _, w := range f.words[min(1, len(f.words)):] {
		switch w {
		case "skip", "no-run", "norun", "notest", "no-test", "ignore":
			return true
		}
	}
	for i := f.open - 1; i >= from; i-- {
		if line := strings.TrimSpace(all[i]); line != "" {
			return strings.Contains(line, "<!-- doctest: skip -->") || strings.Contains(line, "<!-- skip -->")
		}
	}
	return false
}
