// Package doctest keeps documents true: it finds the Python in Markdown, reStructuredText and Python files, runs it in the engine, and compares what it
// prints with what the document says that it prints.
//
// An expectation stands beside its code in one of these ways:
//
//   - below a >>> example, wherever it stands, up to the next blank line;
//   - in a fenced block of the kind output, text or console, or of no kind, right after a fenced Python block (Markdown);
//   - in a testoutput directive, a code-block of text or output, or a literal block after "Output::", right after a Python directive (reStructuredText);
//   - in comments after "# Output:" at the end of a block.
//
// Python without an expectation is run too, and must not raise. The pieces of a document share one namespace, in their order; each docstring of a
// Python file has a copy of its module's, as in Python's own doctest module. `...` in an expectation stands for anything.
package doctest

import (
	"strconv"
	"strings"
)

// Example is a piece of Python with what it should print.
type Example struct {
	Line int    // of the code's first line
	Code string // without prompts and indentation
	// Prompt says that values of expressions are printed, as after >>>.
	Prompt bool
	// Expects says that Want is what should be printed. After a prompt nothing is an expectation too.
	Expects bool
	Want    string
	// Skip says that the document asks not to run it.
	Skip bool
	// Fresh says that it begins with an empty namespace.
	Fresh bool
	// Doc says that it runs in a copy of the module's namespace; examples of one docstring have the same number, counted from 1.
	Doc int

	flags flags
	// The lines of the document that Want stands in, [from, to) counted from 0, and what stands before each. to is 0 where they
	// cannot be rewritten.
	from, to int
	prefix   string
	// blank says that a blank line in the output is written <BLANKLINE>.
	blank bool
}

// flags are the options of Python's doctest that change a comparison.
type flags struct {
	normalize bool // NORMALIZE_WHITESPACE
	detail    bool // IGNORE_EXCEPTION_DETAIL
}

// Failure is an example that did not do what its document says.
type Failure struct {
	Example *Example
	Got     string // what was printed, with the exception's last lines
	Raised  bool   // whether it ended with an exception
	Reason  string // in a sentence
	Updated bool   // whether the document was brought in line
}

// Report is what a run of a document's examples found.
type Report struct {
	Name     string
	Run      int
	Skipped  int
	Failures []Failure
}

// Failed returns how many failures still stand.
func (r *Report) Failed() (n int) {
	for i := range r.Failures {
		if !r.Failures[i].Updated {
			n++
		}
	}
	return n
}

// Text returns the report for a person: each failure with its file, line and difference.
func (r *Report) Text() string {
	var out strings.Builder
	for i := range r.Failures {
		f := &r.Failures[i]
		if f.Updated {
			out.WriteString(r.Name + ":" + strconv.Itoa(f.Example.Line) + ": updated\n")
			continue
		}
		out.WriteString(r.Name + ":" + strconv.Itoa(f.Example.Line) + ": " + f.Reason + "\n")
		for _, line := range lines(f.Example.Code) {
			out.WriteString("    " + line + "\n")
		}
		for _, d := range difference(f.Example.Want, f.Got) {
			out.WriteString("  " + d + "\n")
		}
	}
	return out.String()
}

// Find returns the examples of a document, whose kind is told by the end of its name.
func Find(name, text string) []*Example {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	switch kind(name) {
	case "py":
		return findPython(name, text)
	case "rst":
		return findRest(text)
	}
	return findMarkdown(text)
}

// Knows reports whether a file is of a kind that examples are found in.
func Knows(name string) bool { return kind(name) != "" }

func kind(name string) string {
	name = strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
	switch name {
	case "py", "pyi":
		return "py"
	case "rst", "rest":
		return "rst"
	case "md", "markdown", "mdx", "qmd", "rmd", "txt":
		return "md"
	}
	return ""
}

// lines splits text into lines, without an empty one after the last line's end.
func lines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}
