package resolve

import (
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// nonlocalSpan finds the statement that declares name nonlocal in the scope's own text.
func nonlocalSpan(s *Scope, name string) source.Span {
	var body []syntax.Stmt
	switch n := s.Node.(type) {
	case *syntax.FunctionDef:
		body = n.Body
	case *syntax.ClassDef:
		body = n.Body
	}
	if span, ok := findNonlocal(body, s, name); ok {
		return span
	}
	return s.Node.Span()
}

func findNonlocal(body []syntax.Stmt, s *Scope, name string) (source.Span, bool) {
	for _, st := range body {
		if n, ok := st.(*syntax.Nonlocal); ok {
			for _, x := range n.Names {
				if s.Mangle(x) == name {
					return n.Span(), true
				}
			}
		}
		for _, inner := range blocks(st) {
			if span, ok := findNonlocal(inner, s, name); ok {
				return span, true
			}
		}
	}
	return source.Span{}, false
}

// blocks returns the statement lists inside a compound statement that opens no scope.
func blocks(s syntax.Stmt) [][]syntax.Stmt {
	switch s := s.(type) {
	case *syntax.For:
		return [][]syntax.Stmt{s.Body, s.Orelse}
	case *syntax.While:
		return [][]syntax.Stmt{s.Body, s.Orelse}
	case *syntax.If:
		return [][]syntax.Stmt{s.Body, s.Orelse}
	case *syntax.With:
		return [][]syntax.Stmt{s.Body}
	case *syntax.Match:
		var out [][]syntax.Stmt
		for _, k := range s.Cases {
			out = append(out, k.Body)
		}
		return out
	case *syntax.Try:
		out := [][]syntax.Stmt{s.Body, s.Orelse, s.Finalbody}
		for _, h := range s.Handlers {
			out = append(out, h.Body)
		}
		return out
	}
	return nil
}
