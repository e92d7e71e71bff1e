package resolve

import (
	"strings"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// Stable codes of the errors that only scopes can show.
const (
	CodeGlobalDeclaration   diag.Code = "global-declaration"
	CodeNonlocalDeclaration diag.Code = "nonlocal-declaration"
	CodeNamedExpression     diag.Code = "invalid-named-expression"
	CodeYieldPlace          diag.Code = "yield-in-comprehension"
	CodeImportStar          diag.Code = "import-star-in-function"
	CodeAsync               diag.Code = "async-not-supported"
	CodeOutsideFunction     diag.Code = "outside-function"
)

// collector walks the tree in the order of the text and notes what each scope does with each name.
type collector struct {
	file   *source.File
	table  *Table
	scope  *Scope
	future bool
	err    *syntax.Error
}

// Module resolves a whole program.
func Module(m *syntax.Module) (*Table, *syntax.Error) {
	c := newCollector(m.File)
	c.future = hasFutureAnnotations(m.Body)
	c.open(ModuleScope, "<module>", m)
	c.body(m.Body)
	return c.finish()
}

// Expr resolves a single expression, as eval compiles it. Its scope is that of node.
func Expr(file *source.File, e syntax.Expr) (*Table, *syntax.Error) {
	c := newCollector(file)
	c.open(ModuleScope, "<module>", e)
	c.expr(e)
	return c.finish()
}

func newCollector(file *source.File) *collector {
	return &collector{file: file, table: &Table{scopes: make(map[syntax.Node]*Scope)}}
}

func (c *collector) finish() (*Table, *syntax.Error) {
	if c.err == nil {
		c.analyze()
	}
	if c.err != nil {
		return nil, c.err
	}
	return c.table, nil
}

func hasFutureAnnotations(body []syntax.Stmt) bool {
	for _, s := range body {
		if f, ok := s.(*syntax.ImportFrom); ok && f.Module == "__future__" && f.Level == 0 {
			for _, a := range f.Names {
				if a.Name == "annotations" {
					return true
				}
			}
		}
	}
	return false
}

// fail keeps the first error.
func (c *collector) fail(span source.Span, code diag.Code, msg string) {
	if c.err != nil {
		return
	}
	line, column := c.file.Position(span.Start)
	c.err = &syntax.Error{Span: span, Kind: "SyntaxError", Msg: msg, Code: code, Line: line, Offset: column + 1}
}

// open begins a scope inside the current one; the caller puts the old one back.
func (c *collector) open(kind Kind, name string, node syntax.Node) (old *Scope) {
	old = c.scope
	s := &Scope{Kind: kind, Name: name, Node: node, Parent: old, Future: c.future,
		names: make(map[string]*symbol), vars: make(map[string]*variable), refs: make(map[string]Ref)}
	s.Host = s
	if old != nil {
		s.Private = old.Private
		s.Qualname = qualname(old, name)
		if kind == ComprehensionScope {
			s.Host = old.Host
		}
	} else {
		s.Qualname = name
	}
	c.table.scopes[node] = s
	c.scope = s
	if old == nil {
		c.table.Module = s
	}
	return old
}

// note adds flags to a name of the current scope.
func (c *collector) note(name string, f flags) { c.noteIn(c.scope, name, f) }

func (c *collector) noteIn(s *Scope, name string, f flags) {
	name = s.Mangle(name)
	sym := s.names[name]
	if sym == nil {
		sym = &symbol{}
		s.names[name] = sym
		s.order = append(s.order, name)
	}
	sym.flags |= f
}

func (c *collector) has(s *Scope, name string, f flags) bool {
	sym := s.names[s.Mangle(name)]
	return sym != nil && sym.flags&f != 0
}

func (c *collector) body(list []syntax.Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

func (c *collector) exprs(list []syntax.Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

func (c *collector) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.FunctionDef:
		c.functionDef(s)
	case *syntax.ClassDef:
		c.classDef(s)
	case *syntax.Return:
		c.expr(s.Value)
	case *syntax.Delete:
		for _, t := range s.Targets {
			c.target(t)
		}
	case *syntax.Assign:
		c.expr(s.Value)
		for _, t := range s.Targets {
			c.target(t)
		}
	case *syntax.AugAssign:
		c.expr(s.Target)
		c.expr(s.Value)
		c.target(s.Target)
	case *syntax.AnnAssign:
		c.annAssign(s)
	case *syntax.ExprStmt:
		c.expr(s.Value)
	case *syntax.Raise:
		c.expr(s.Exc)
		c.expr(s.Cause)
	case *syntax.Assert:
		c.expr(s.Test)
		c.expr(s.Msg)
	case *syntax.Import:
		for _, a := range s.Names {
			c.note(boundByImport(a), isBound|isImported)
		}
	case *syntax.ImportFrom:
		c.importFrom(s)
	case *syntax.Global:
		c.global(s)
	case *syntax.Nonlocal:
		c.nonlocal(s)
	default:
		c.compound(s)
	}
}

// boundByImport is the name that import a.b.c binds: a, or the name behind as.
func boundByImport(a *syntax.Alias) string {
	if a.AsName != "" {
		return a.AsName
	}
	for i := 0; i < len(a.Name); i++ {
		if a.Name[i] == '.' {
			return a.Name[:i]
		}
	}
	return a.Name
}

func (c *collector) compound(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.For:
		c.async(s, s.IsAsync)
		c.expr(s.Iter)
		c.target(s.Target)
		c.body(s.Body)
		c.body(s.Orelse)
	case *syntax.While:
		c.expr(s.Test)
		c.body(s.Body)
		c.body(s.Orelse)
	case *syntax.If:
		c.expr(s.Test)
		c.body(s.Body)
		c.body(s.Orelse)
	case *syntax.With:
		c.async(s, s.IsAsync)
		for _, item := range s.Items {
			c.expr(item.ContextExpr)
			if item.OptionalVars != nil {
				c.target(item.OptionalVars)
			}
		}
		c.body(s.Body)
	case *syntax.Match:
		c.expr(s.Subject)
		for _, k := range s.Cases {
			c.pattern(k.Pattern)
			c.expr(k.Guard)
			c.body(k.Body)
		}
	case *syntax.Try:
		c.body(s.Body)
		for _, h := range s.Handlers {
			c.expr(h.Type)
			if h.Name != "" {
				c.note(h.Name, isBound)
			}
			c.body(h.Body)
		}
		c.body(s.Orelse)
		c.body(s.Finalbody)
	}
}

// async refuses what only an event loop could run.
func (c *collector) async(n syntax.Node, is bool) {
	if is {
		c.fail(n.Span(), CodeAsync, "async code is not supported here")
	}
}

func (c *collector) annAssign(s *syntax.AnnAssign) {
	if n, ok := s.Target.(*syntax.Name); ok {
		if c.scope.Kind != ModuleScope {
			if c.has(c.scope, n.ID, isGlobal) {
				c.fail(s.Span(), CodeGlobalDeclaration, "annotated name '"+n.ID+"' can't be global")
			}
			if c.has(c.scope, n.ID, isNonlocal) {
				c.fail(s.Span(), CodeNonlocalDeclaration, "annotated name '"+n.ID+"' can't be nonlocal")
			}
		}
		switch {
		case s.Simple:
			c.note(n.ID, isBound|isAnnotated)
		case s.Value != nil:
			c.note(n.ID, isBound)
		}
	} else {
		c.target(s.Target)
	}
	c.expr(s.Annotation)
	c.expr(s.Value)
}

func (c *collector) importFrom(s *syntax.ImportFrom) {
	for _, a := range s.Names {
		if a.Name == "*" {
			if c.scope.Kind != ModuleScope {
				c.fail(s.Span(), CodeImportStar, "import * only allowed at module level")
			}
			continue
		}
		name := a.AsName
		if name == "" {
			name = a.Name
		}
		c.note(name, isBound|isImported)
	}
}

func (c *collector) global(s *syntax.Global) {
	for _, n := range s.Names {
		if msg := c.declarationError(n, "global"); msg != "" {
			c.fail(c.declarationPlace(n, msg, s.Span()), CodeGlobalDeclaration, msg)
		}
		c.declare(n, s.Span())
		c.note(n, isGlobal)
		c.noteIn(c.table.Module, c.scope.Mangle(n), isGlobal) // so that exec with locals binds it in the globals, as CPython does
	}
}

func (c *collector) nonlocal(s *syntax.Nonlocal) {
	for _, n := range s.Names {
		if c.scope.Kind == ModuleScope {
			c.fail(s.Span(), CodeNonlocalDeclaration, "nonlocal declaration not allowed at module level")
			continue
		}
		if msg := c.declarationError(n, "nonlocal"); msg != "" {
			c.fail(c.declarationPlace(n, msg, s.Span()), CodeNonlocalDeclaration, msg)
		}
		c.declare(n, s.Span())
		c.note(n, isNonlocal)
	}
}

// declare remembers where a name was declared global or nonlocal.
func (c *collector) declare(name string, at source.Span) {
	if c.scope.declared == nil {
		c.scope.declared = make(map[string]source.Span)
	}
	name = c.scope.Mangle(name)
	if _, ok := c.scope.declared[name]; !ok {
		c.scope.declared[name] = at
	}
}

// declarationPlace is where a declaration is wrong: at, or the first one where two contradict each other.
func (c *collector) declarationPlace(name, msg string, at source.Span) source.Span {
	if !strings.HasSuffix(msg, "nonlocal and global") {
		return at
	}
	if first, ok := c.scope.declared[c.scope.Mangle(name)]; ok {
		return first
	}
	return at
}

func (c *collector) declarationError(name, what string) string {
	sym := c.scope.names[c.scope.Mangle(name)]
	if sym == nil {
		return ""
	}
	f := sym.flags
	other := isNonlocal
	if what == "nonlocal" {
		other = isGlobal
	}
	switch {
	case f&isParam != 0:
		return "name '" + name + "' is parameter and " + what
	case f&other != 0:
		return "name '" + name + "' is nonlocal and global"
	case f&isAnnotated != 0:
		return "annotated name '" + name + "' can't be " + what
	case f&isUsed != 0:
		return "name '" + name + "' is used prior to " + what + " declaration"
	case f&isBound != 0 && f&isImported == 0:
		return "name '" + name + "' is assigned to before " + what + " declaration"
	}
	return ""
}
