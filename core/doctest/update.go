package doctest

import "strings"

// Update returns a document with the expectations brought in line with what its examples printed, and marks the failures of the report that this
// settles. What has no expectation, and what cannot be written in its place, stays as it is.
func Update(text string, report *Report) string {
	ends := "\n"
	if strings.Contains(text, "\r\n") {
		ends = "\r\n"
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	all := strings.Split(text, "\n")
	for i := len(report.Failures) - 1; i >= 0; i-- { // from the end on, so that the lines before keep their places
		f := &report.Failures[i]
		e := f.Example
		if !e.Expects || e.to == 0 || strings.Contains(f.Got, "```") || strings.HasPrefix(f.Reason, "it was stopped") {
			continue
		}
		f.Updated = true
		written := f.written()
		all = append(all[:e.from], append(written, all[e.to:]...)...)
	}
	return strings.Join(all, ends)
}

// written returns the lines of an expectation that holds.
func (f *Failure) written() (out []string) {
	e := f.Example
	put := func(line string) {
		if line == "" && e.blank {
			line = "<BLANKLINE>"
		}
		out = append(out, strings.TrimRight(e.prefix+line, " \t"))
	}
	if _, traceback := withoutTrace(e.Want); f.Raised && (traceback || e.Prompt) {
		// A block's output before the exception stands before the traceback; of a prompt only the exception is compared.
		printed, raised := "", f.Got
		if i := strings.LastIndex(strings.TrimSuffix(f.Got, "\n"), "\n"); i >= 0 && !e.Prompt {
			printed, raised = f.Got[:i+1], f.Got[i+1:]
		}
		for _, line := range lines(printed) {
			put(line)
		}
		put("Traceback (most recent call last):")
		put("    ...")
		for _, line := range lines(raised) {
			put(line)
		}
		return out
	}
	for _, line := range lines(f.Got) {
		put(line)
	}
	return out
}
