package doctest

import "strings"

// findRest finds the examples of a reStructuredText document.
func findRest(text string) (found []*Example) {
	all := strings.Split(text, "\n")
	var last *Example
	after, plain := 0, 0
	skip, fresh := false, false
	prose := func(until int) {
		p := piece{line: plain, lines: all[plain:until]}
		examples := p.prompts()
		for _, e := range examples {
			e.Skip = e.Skip || skip
		}
		if len(examples) > 0 {
			skip = false
		}
		found = append(found, examples...)
	}
	for i := 0; i < len(all); i++ {
		name, argument, ok := directive(all[i])
		switch {
		case ok && name == "doctest:":
			prose(i)
			plain = i + 1
			skip = skip || strings.Contains(argument, "skip")
			fresh = fresh || strings.Contains(argument, "fresh")
			continue
		case !ok && last != nil && !last.Expects && literal(all[i]) && beside(all[after:i], true):
			name, argument = "code-block", "output"
		case !ok || name == "doctest":
			continue
		}
		language := name
		switch name {
		case "code-block", "code", "sourcecode":
			language = argument
		case "testcode", "testsetup", "testcleanup", "testoutput", "ipython":
		default:
			continue
		}
		b, options, end := body(all, i)
		is, named := output(language)
		if !python(language) && !is || python(language) && b.empty() {
			last = nil
			continue
		}
		if b.prompted() {
			continue // found with the prose
		}
		prose(i)
		plain = end
		switch {
		case python(language):
			last, after = b.block(), end
			last.Skip = last.Skip || skip || strings.Contains(options, ":skipif:")
			last.Fresh = fresh
			skip, fresh = false, false
			found = append(found, last)
		case last != nil && !last.Expects && beside(all[after:i], named):
			last.Expects, last.Want = true, joined(b.lines)
			last.from, last.to, last.prefix = b.line, b.line+len(b.lines), b.prefix
			last.blank = name == "testoutput"
			last = nil
		default:
			last = nil
		}
		i = end - 1
	}
	prose(len(all))
	return found
}

// directive splits a line such as ".. name:: argument", or a comment ".. doctest: argument", whose name then ends in a colon.
func directive(line string) (name, argument string, ok bool) {
	rest, found := strings.CutPrefix(strings.TrimLeft(line, " \t"), ".. ")
	if !found {
		return "", "", false
	}
	rest = strings.TrimSpace(rest)
	if argument, found := strings.CutPrefix(rest, "doctest: "); found {
		return "doctest:", argument, true
	}
	name, argument, found = strings.Cut(rest, "::")
	if !found || strings.ContainsAny(name, " `") {
		return "", "", false
	}
	return name, strings.TrimSpace(argument), true
}

// literal reports whether a line is a heading of output with a literal block after it.
func literal(line string) bool {
	line = strings.TrimSpace(line)
	return strings.HasSuffix(line, "::") && heading(strings.TrimSuffix(line, ":"))
}

// body returns the content of the directive at a line, its options, and the line after it.
func body(all []string, at int) (b *fence, options string, end int) {
	outer := indentOf(all[at])
	i := at + 1
	for ; i < len(all) && strings.HasPrefix(strings.TrimSpace(all[i]), ":") && len(indentOf(all[i])) > len(outer); i++ {
		options += strings.TrimSpace(all[i]) + "\n"
	}
	for i < len(all) && strings.TrimSpace(all[i]) == "" {
		i++
	}
	b = &fence{piece: piece{line: i}}
	end = i
	for ; i < len(all); i++ {
		if strings.TrimSpace(all[i]) == "" {
			continue
		}
		indent := indentOf(all[i])
		if len(indent) <= len(outer) {
			break
		}
		if end == b.line || len(indent) < len(b.prefix) {
			b.prefix = indent
		}
		end = i + 1
	}
	for _, line := range all[b.line:end] {
		b.lines = append(b.lines, cutIndent(line, b.prefix))
	}
	return b, options, end
}

func indentOf(line string) string { return line[:len(line)-len(strings.TrimLeft(line, " \t"))] }
