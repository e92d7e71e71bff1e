package doctor

import (
	"strings"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// callAt returns the call expression that covers exactly span, or nil.
func (p *patient) callAt(span source.Span) *syntax.Call {
	var found *syntax.Call
	p.walk(func(n syntax.Node) bool {
		if c, ok := n.(*syntax.Call); ok && c.Span() == span {
			found = c
		}
		return covers(n.Span(), span)
	})
	return found
}

func (p *patient) walk(visit func(syntax.Node) bool) {
	if p.tree != nil {
		syntax.Walk(p.tree, visit)
	}
}

func covers(outer, inner source.Span) bool {
	return outer.Start <= inner.Start && inner.End <= outer.End
}

// classOf returns the class statement that defines c, or nil for a class of a library.
func (p *patient) classOf(c *object.Class) *syntax.ClassDef {
	if c == nil || c.Module() != "__main__" {
		return nil
	}
	var found *syntax.ClassDef
	p.walk(func(n syntax.Node) bool {
		if d, ok := n.(*syntax.ClassDef); ok && d.Name == c.Name {
			found = d // the last definition of a name is the one that counts
		}
		return true
	})
	return found
}

// method returns the def of a class body, or nil.
func method(c *syntax.ClassDef, name string) *syntax.FunctionDef {
	if c == nil {
		return nil
	}
	for _, s := range c.Body {
		if f, ok := s.(*syntax.FunctionDef); ok && f.Name == name {
			return f
		}
	}
	return nil
}

// assigned returns the assignment self.attr = value in a method, the last one, or nil.
func assigned(f *syntax.FunctionDef, attr string) *syntax.Assign {
	if f == nil || len(params(f.Args)) == 0 {
		return nil
	}
	self := params(f.Args)[0].Name
	var found *syntax.Assign
	syntax.Walk(f, func(n syntax.Node) bool {
		a, ok := n.(*syntax.Assign)
		if ok && len(a.Targets) == 1 && isSelfAttr(a.Targets[0], self, attr) {
			found = a
		}
		return true
	})
	return found
}

func isSelfAttr(e syntax.Expr, self, attr string) bool {
	a, ok := e.(*syntax.Attribute)
	if !ok || a.Attr != attr {
		return false
	}
	n, ok := a.Value.(*syntax.Name)
	return ok && n.ID == self
}

// params returns the parameters that can be given by position.
func params(a *syntax.Arguments) []*syntax.Arg {
	return append(append([]*syntax.Arg(nil), a.PosOnly...), a.Args...)
}

// lastParam returns the end of the last parameter with its default, or the start of an empty list.
func lastParam(a *syntax.Arguments) (end source.Pos, empty bool) {
	end, empty = a.Span().Start, true
	grow := func(s source.Span) {
		if s.End > end || empty {
			end, empty = max(end, s.End), false
		}
	}
	syntax.Walk(a, func(n syntax.Node) bool {
		if n != syntax.Node(a) {
			grow(n.Span())
		}
		return true
	})
	return end, empty
}

// superInit returns the call super().__init__(…), super(C, self).__init__(…) or Base.__init__(self, …) in a method.
func superInit(f *syntax.FunctionDef) *syntax.Call {
	var found *syntax.Call
	if f == nil {
		return nil
	}
	syntax.Walk(f, func(n syntax.Node) bool {
		c, ok := n.(*syntax.Call)
		if !ok {
			return true
		}
		if a, ok := c.Func.(*syntax.Attribute); ok && a.Attr == "__init__" {
			found = c
		}
		return true
	})
	return found
}

// insideCall returns the place before the closing parenthesis of a call and the text that separates a further argument
// from what stands there.
func (p *patient) insideCall(c *syntax.Call) (at source.Pos, separator string) {
	at = c.Span().End - 1
	body := strings.TrimRight(p.file.Text[c.Func.Span().End:at], " \t\r\n")
	switch {
	case strings.HasSuffix(body, "("):
		return source.Pos(int(c.Func.Span().End) + len(body)), ""
	case strings.HasSuffix(body, ","):
		return source.Pos(int(c.Func.Span().End) + len(body)), " "
	}
	return source.Pos(int(c.Func.Span().End) + len(body)), ", "
}

// indentOf returns the white space before the statement at pos.
func (p *patient) indentOf(pos source.Pos) string {
	line := p.file.LineText(p.file.Line(pos))
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}

// source returns the text of a node.
func (p *patient) source(n syntax.Node) string { return p.file.Slice(n.Span()) }

// importPlace returns where a further import goes: behind the last import at the top of the program, or at its start
// behind a docstring.
func (p *patient) importPlace() source.Span {
	at := source.Pos(0)
	if p.tree != nil {
		for i, s := range p.tree.Body {
			switch s := s.(type) {
			case *syntax.Import, *syntax.ImportFrom:
				at = p.file.LineStart(p.file.Line(s.Span().End) + 1)
			case *syntax.ExprStmt:
				if i == 0 {
					at = p.file.LineStart(p.file.Line(s.Span().End) + 1)
				}
			}
		}
	}
	return source.Span{Start: at, End: at}
}
