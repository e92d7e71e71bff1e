package doctest

import "strings"

// withoutTrace takes the entries of a traceback out of an expectation, which leaves what is compared: type and message.
func withoutTrace(want string) (rest string, found bool) {
	all := lines(want)
	for i, line := range all {
		if line != "Traceback (most recent call last):" && line != "Traceback (innermost last):" {
			continue
		}
		end := i + 1
		for end < len(all) && (strings.HasPrefix(all[end], " ") || strings.TrimSpace(all[end]) == "" || strings.TrimSpace(all[end]) == "...") {
			end++
		}
		return joined(append(append([]string(nil), all[:i]...), all[end:]...)), true
	}
	return want, false
}

// equal reports whether what was printed is what was expected. White space at the ends of lines and of the output does not count, since a document does
// not show it, and ... stands for anything.
func equal(want, got string, e *Example) bool {
	want, got = tidy(want, e.blank), tidy(got, false)
	if e.flags.detail {
		want, got = kindOnly(want), kindOnly(got)
	}
	if e.flags.normalize {
		want, got = strings.Join(strings.Fields(want), " "), strings.Join(strings.Fields(got), " ")
	}
	return want == got || strings.Contains(want, "...") && like(want, got)
}

func tidy(text string, blank bool) string {
	all := strings.Split(text, "\n")
	for i, line := range all {
		all[i] = strings.TrimRight(line, " \t\r")
		if blank && all[i] == "<BLANKLINE>" {
			all[i] = ""
		}
	}
	return strings.TrimRight(strings.Join(all, "\n"), "\n")
}

// kindOnly leaves of an exception the name of its class.
func kindOnly(text string) string {
	name, _, _ := strings.Cut(text, ":")
	return name[strings.LastIndexByte(name, '.')+1:]
}

// like reports whether got is want with something in the place of each "...".
func like(want, got string) bool {
	parts := strings.Split(want, "...")
	last := len(parts) - 1
	rest, found := strings.CutPrefix(got, parts[0])
	if !found || !strings.HasSuffix(rest, parts[last]) {
		return false
	}
	rest = rest[:len(rest)-len(parts[last])]
	for _, part := range parts[1:last] {
		i := strings.Index(rest, part)
		if i < 0 {
			return false
		}
		rest = rest[i+len(part):]
	}
	return true
}

// difference lists the lines that differ, those that were expected with a minus and those that came with a plus.
func difference(want, got string) (out []string) {
	a, b := lines(want), lines(got)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	for _, line := range a {
		out = append(out, "- "+line)
	}
	for _, line := range b {
		out = append(out, "+ "+line)
	}
	return out
}
