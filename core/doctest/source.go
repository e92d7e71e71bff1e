package doctest

import (
	"strings"

	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// findPython finds the examples in the docstrings of a Python file. The first example is the file itself.
func findPython(name, text string) []*Example {
	all := strings.Split(text, "\n")
	module := (&piece{lines: all}).block()
	found := []*Example{module}
	tree, bad := syntax.Parse(source.NewFile(name, text))
	if bad != nil {
		return found // running it will tell
	}
	number := 0
	visit := func(body []syntax.Stmt) {
		s := docstring(body)
		if s == nil {
			return
		}
		number++
		for _, e := range inDocstring(tree.File, s, all) {
			e.Doc = number
			found = append(found, e)
		}
	}
	visit(tree.Body)
	syntax.Walk(tree, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.ClassDef:
			visit(n.Body)
		case *syntax.FunctionDef:
			visit(n.Body)
		case syntax.Expr:
			return false
		}
		return true
	})
	return found
}

func docstring(body []syntax.Stmt) *syntax.Constant {
	if len(body) == 0 {
		return nil
	}
	e, ok := body[0].(*syntax.ExprStmt)
	if !ok {
		return nil
	}
	s, ok := e.Value.(*syntax.Constant)
	if !ok || s.Kind != syntax.ConstStr {
		return nil
	}
	return s
}

// inDocstring finds the examples of a docstring. It is read as it stands in the file, so that lines keep their places; where escapes make the string
// another one than what stands there, it is the string that counts, and nothing of it can be rewritten.
func inDocstring(file *source.File, s *syntax.Constant, all []string) []*Example {
	span := s.Span()
	first, last := file.Line(span.Start)-1, file.Line(span.End-1)-1
	region := make([]string, last+1)
	copy(region[first:], all[first:last+1])
	raw := file.Slice(span)
	quote := raw[len(raw)-1:]
	if strings.HasSuffix(raw, strings.Repeat(quote, 3)) && len(raw) >= 6 {
		quote = strings.Repeat(quote, 3)
	}
	open := strings.Index(raw, quote) + len(quote)
	content := raw[open : len(raw)-len(quote)]
	if content != s.Text {
		found := markdown(append(region[:first], strings.Split(s.Text, "\n")...), first, first+1+strings.Count(s.Text, "\n"))
		for _, e := range found {
			e.from, e.to = 0, 0
			if strings.Count(content, "\n") != strings.Count(s.Text, "\n") {
				e.Line = first + 1
			}
		}
		return found
	}
	region[last] = region[last][:len(region[last])-len(quote)-trailing(region[last], quote)]
	start := min(int(span.Start-file.LineStart(first+1))+open, len(region[first]))
	region[first] = strings.Repeat(" ", start) + region[first][start:]
	found := markdown(region, first, len(region))
	for _, e := range found {
		if e.to > last {
			e.from, e.to = 0, 0 // the quotes stand in the same line
		}
	}
	return found
}

// trailing returns how much stands in a line after its last quotes.
func trailing(line, quote string) int { return len(line) - strings.LastIndex(line, quote) - len(quote) }
