package syntax

import (
	"slices"

	"layerglass/core/python/diag"
	"layerglass/core/python/source"
)

// scopeKind is what the names around a statement belong to.
type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope
	comprehensionScope
)

// blockKind is a statement that break, continue and return may have to leave.
type blockKind uint8

const (
	loopBlock blockKind = iota
	otherBlock
	starHandlerBlock
)

// maxBlocks is how many statements with clean-up may stand inside one another in a function.
const maxBlocks = 20

// maxDoubled is the count of warnings from which on none is given twice.
const maxDoubled = 1000

// scope is the module, a class, a function or a comprehension, while it is checked.
type scope struct {
	kind   scopeKind
	async  bool // an async function, or a comprehension that awaits
	outer  *scope
	blocks []blockKind

	// Of a comprehension: what it is called, the names that its "for" clauses bind, the names that := inside it binds, and
	// how many of its iterables are around the place.
	title   string
	targets []string
	walrus  []string
	inIter  int
}

// checker looks through a finished tree for what the grammar lets pass. CPython finds some of it while it collects names and the
// rest, after that, while it compiles; so the first error of the early kind outranks all of the late kind.
type checker struct {
	file  *source.File
	scope *scope
	early *Error
	late  *Error

	futureDone bool // a statement other than a __future__ import has been seen
	warnings   []Warning
}

func check(m *Module) *Error {
	c := &checker{file: m.File, scope: &scope{}}
	for i, s := range m.Body {
		if !isDocstring(i, s) && !isFuture(s) {
			c.futureDone = true
		}
		c.stmt(s)
	}
	m.Warnings = append(m.Warnings, c.warnings...)
	return c.first()
}

func checkExpr(file *source.File, e Expr) ([]Warning, *Error) {
	c := &checker{file: file, scope: &scope{}}
	c.expr(e)
	return c.warnings, c.first()
}

func (c *checker) first() *Error {
	if c.early != nil {
		return c.early
	}
	return c.late
}

// fail records a late error.
func (c *checker) fail(span source.Span, code diag.Code, msg string) {
	if c.late == nil {
		c.late = newError(c.file, span, code, msg)
	}
}

// failEarly records an early error.
func (c *checker) failEarly(span source.Span, code diag.Code, msg string) {
	if c.early == nil {
		c.early = newError(c.file, span, code, msg)
	}
}

func isDocstring(i int, s Stmt) bool {
	e, ok := s.(*ExprStmt)
	if !ok || i > 0 {
		return false
	}
	text, ok := e.Value.(*Constant)
	return ok && text.Kind == ConstStr
}

func isFuture(s Stmt) bool {
	f, ok := s.(*ImportFrom)
	return ok && f.Level == 0 && f.Module == "__future__"
}

// within checks the inside of a new scope.
func (c *checker) within(s *scope, body func()) {
	s.inIter += c.scope.inIter
	s.outer, c.scope = c.scope, s
	body()
	c.scope = s.outer
}

// block checks statements inside one that must be left in order.
func (c *checker) block(k blockKind, at Node, body []Stmt) {
	if len(c.scope.blocks) >= maxBlocks {
		c.fail(at.Span(), CodeTooDeep, "too many statically nested blocks")
	}
	c.scope.blocks = append(c.scope.blocks, k)
	c.stmts(body)
	c.scope.blocks = c.scope.blocks[:len(c.scope.blocks)-1]
}

func (c *checker) stmts(body []Stmt) {
	for _, s := range body {
		c.stmt(s)
	}
}

func (c *checker) stmt(s Stmt) {
	switch s := s.(type) {
	case *ExprStmt:
		c.expr(s.Value)
	case *Assign:
		c.expr(s.Value)
		for _, t := range s.Targets {
			c.store(t)
		}
	case *AugAssign:
		c.store(s.Target)
		c.expr(s.Value)
	case *AnnAssign:
		c.optional(s.Value)
		c.store(s.Target)
		c.expr(s.Annotation)
	case *Return:
		c.returns(s)
	case *If:
		c.expr(s.Test)
		c.stmts(s.Body)
		c.stmts(s.Orelse)
	case *For:
		c.forStmt(s)
	case *While:
		before := len(c.warnings)
		c.expr(s.Test)
		test := c.warnings[before:]
		c.block(loopBlock, s, s.Body)
		c.warnings = append(c.warnings, test...) // CPython compiles the test twice
		c.stmts(s.Orelse)
	case *FunctionDef:
		c.functionDef(s)
	case *ClassDef:
		c.classDef(s)
	case *With:
		c.with(s)
	case *Try:
		c.try(s)
	case *Match:
		c.match(s)
	case *Raise:
		c.optional(s.Exc)
		c.optional(s.Cause)
	case *Assert:
		c.doubtAssert(s)
		c.expr(s.Test)
		c.optional(s.Msg)
	case *Delete:
		for _, t := range s.Targets {
			c.delete(t)
		}
	case *ImportFrom:
		c.importFrom(s)
	case *Break:
		c.leave(s, "'break' outside loop")
	case *Continue:
		c.leave(s, "'continue' not properly in loop")
	}
}

const starHandlerMessage = "'break', 'continue' and 'return' cannot appear in an except* block"

func (c *checker) returns(s *Return) {
	if c.scope.kind != functionScope {
		c.fail(s.Loc, CodeOutsideFunction, "'return' outside function")
	}
	c.optional(s.Value)
	for _, b := range c.scope.blocks {
		if b == starHandlerBlock {
			c.fail(s.Loc, CodeExcept, starHandlerMessage)
		}
	}
}

// leave checks a break or continue.
func (c *checker) leave(s Stmt, msg string) {
	for i := len(c.scope.blocks) - 1; i >= 0; i-- {
		switch c.scope.blocks[i] {
		case loopBlock:
			return
		case starHandlerBlock:
			c.fail(s.Span(), CodeExcept, starHandlerMessage)
			return
		}
	}
	c.fail(s.Span(), CodeOutsideLoop, msg)
}

func (c *checker) forStmt(s *For) {
	if s.IsAsync {
		c.needAsync(s, "'async for' outside async function")
	}
	c.expr(s.Iter)
	c.store(s.Target)
	c.block(loopBlock, s, s.Body)
	c.stmts(s.Orelse)
}

func (c *checker) needAsync(s Stmt, msg string) {
	if c.scope.kind != functionScope || !c.scope.async {
		c.fail(s.Span(), CodeOutsideFunction, msg)
	}
}

func (c *checker) with(s *With) {
	if s.IsAsync {
		c.needAsync(s, "'async with' outside async function")
	}
	depth := len(c.scope.blocks)
	for _, item := range s.Items {
		c.expr(item.ContextExpr)
		if item.OptionalVars != nil {
			c.store(item.OptionalVars)
		}
		if len(c.scope.blocks) >= maxBlocks {
			c.fail(s.Loc, CodeTooDeep, "too many statically nested blocks")
		}
		c.scope.blocks = append(c.scope.blocks, otherBlock)
	}
	c.stmts(s.Body)
	c.scope.blocks = c.scope.blocks[:depth]
}

func (c *checker) try(s *Try) {
	depth := len(c.scope.blocks)
	if s.Finalbody != nil {
		c.scope.blocks = append(c.scope.blocks, otherBlock)
	}
	if s.Handlers == nil {
		c.stmts(s.Body)
	} else {
		c.block(otherBlock, s, s.Body)
	}
	c.stmts(s.Orelse)
	for i, h := range s.Handlers {
		if h.Type == nil && i < len(s.Handlers)-1 {
			c.fail(h.Loc, CodeExcept, "default 'except:' must be last")
		}
		c.handler(s, h)
	}
	c.scope.blocks = c.scope.blocks[:depth]
	if s.Finalbody != nil {
		before := len(c.warnings)
		c.block(otherBlock, s, s.Finalbody)
		if len(c.warnings) < maxDoubled {
			c.warnings = append(c.warnings, c.warnings[before:]...) // CPython compiles it twice
		}
	}
}

func (c *checker) handler(s *Try, h *ExceptHandler) {
	c.optional(h.Type)
	if h.Name == "__debug__" {
		c.fail(h.Loc, CodeDebugName, "cannot assign to __debug__")
	}
	k := otherBlock
	if s.IsStar {
		k = starHandlerBlock
	}
	c.scope.blocks = append(c.scope.blocks, k)
	c.block(otherBlock, h, h.Body)
	c.scope.blocks = c.scope.blocks[:len(c.scope.blocks)-1]
}

func (c *checker) functionDef(s *FunctionDef) {
	c.each(s.DecoratorList)
	c.defaults(s.Args)
	for _, a := range parametersOf(s.Args) {
		if star, ok := a.Annotation.(*Starred); ok {
			c.expr(star.Value)
		} else {
			c.optional(a.Annotation)
		}
	}
	c.optional(s.Returns)
	c.debugName(s.Name, s.Loc)
	c.parameters(s.Args, s.Loc)
	c.within(&scope{kind: functionScope, async: s.IsAsync}, func() { c.stmts(s.Body) })
}

func (c *checker) defaults(a *Arguments) {
	c.each(a.Defaults)
	for _, d := range a.KwDefaults {
		c.optional(d)
	}
}

// parametersOf returns all parameters in the order in which CPython declares them.
func parametersOf(a *Arguments) []*Arg {
	list := make([]*Arg, 0, len(a.PosOnly)+len(a.Args)+len(a.KwOnly)+2)
	list = append(append(append(list, a.PosOnly...), a.Args...), a.KwOnly...)
	if a.Vararg != nil {
		list = append(list, a.Vararg)
	}
	if a.Kwarg != nil {
		list = append(list, a.Kwarg)
	}
	return list
}

// parameters looks for a parameter that is named twice.
func (c *checker) parameters(a *Arguments, whole source.Span) {
	list := parametersOf(a)
	seen := make(map[string]bool, len(list))
	for _, p := range list {
		c.debugName(p.Name, whole)
		if seen[p.Name] {
			c.failEarly(p.Loc, CodeDuplicateParameter, "duplicate argument '"+p.Name+"' in function definition")
			return
		}
		seen[p.Name] = true
	}
}

func (c *checker) debugName(name string, span source.Span) {
	if name == "__debug__" {
		c.fail(span, CodeDebugName, "cannot assign to __debug__")
	}
}

func (c *checker) classDef(s *ClassDef) {
	c.each(s.DecoratorList)
	before := len(c.warnings)
	c.elements(s.Bases)
	c.keywords(s.Keywords, s.Loc)
	bases := slices.Clone(c.warnings[before:])
	c.warnings = c.warnings[:before]
	c.debugName(s.Name, s.Loc)
	c.within(&scope{kind: classScope}, func() { c.stmts(s.Body) })
	c.warnings = append(c.warnings, bases...) // CPython compiles the body before the bases
}

// futures are the features that __future__ has.
var futures = [...]string{"nested_scopes", "generators", "division", "absolute_import", "with_statement", "print_function",
	"unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations"}

func (c *checker) importFrom(s *ImportFrom) {
	for _, a := range s.Names {
		if a.Name == "*" && c.scope.kind != moduleScope {
			c.failEarly(a.Loc, CodeImport, "import * only allowed at module level")
		}
	}
	if !isFuture(s) {
		return
	}
	if c.futureDone || c.scope.kind != moduleScope {
		c.fail(s.Loc, CodeFuture, "from __future__ imports must occur at the beginning of the file")
		return
	}
	for _, a := range s.Names {
		known := false
		for _, name := range futures {
			known = known || name == a.Name
		}
		switch {
		case a.Name == "braces":
			c.failEarly(s.Loc, CodeFuture, "not a chance")
		case !known:
			c.failEarly(s.Loc, CodeFuture, "future feature "+a.Name+" is not defined")
		}
	}
}
