package syntax

import "layerglass/core/python/source"

// Walk calls visit for n and, where visit returns true, for every node below it, in the order of the text as far as the
// tree keeps it. Arguments, keywords, comprehensions, handlers and match cases are nodes too.
func Walk(n Node, visit func(Node) bool) {
	if n == nil || !visit(n) {
		return
	}
	w := walker(visit)
	switch n := n.(type) {
	case *Module:
		w.body(n.Body)
	case Expr:
		w.expr(n)
	case Stmt:
		w.stmt(n)
	case Pattern:
		w.pattern(n)
	default:
		w.part(n)
	}
}

type walker func(Node) bool

func (w walker) one(e Expr) {
	if e != nil {
		Walk(e, w)
	}
}

func (w walker) list(es []Expr) {
	for _, e := range es {
		w.one(e)
	}
}

func (w walker) body(b []Stmt) {
	for _, s := range b {
		Walk(s, w)
	}
}

func (w walker) generators(gs []*Comprehension) {
	for _, g := range gs {
		Walk(g, w)
	}
}

func (w walker) keywords(ks []*Keyword) {
	for _, k := range ks {
		Walk(k, w)
	}
}

func (w walker) arg(a *Arg) {
	if a != nil {
		Walk(a, w)
	}
}

// part walks the nodes that are neither expression, statement nor pattern.
func (w walker) part(n Node) {
	switch n := n.(type) {
	case *Comprehension:
		w.one(n.Target)
		w.one(n.Iter)
		w.list(n.Ifs)
	case *Keyword:
		w.one(n.Value)
	case *Arguments:
		for _, group := range [][]*Arg{n.PosOnly, n.Args, {n.Vararg}, n.KwOnly, {n.Kwarg}} {
			for _, a := range group {
				w.arg(a)
			}
		}
		w.list(n.Defaults)
		w.list(n.KwDefaults)
	case *Arg:
		w.one(n.Annotation)
	case *WithItem:
		w.one(n.ContextExpr)
		w.one(n.OptionalVars)
	case *ExceptHandler:
		w.one(n.Type)
		w.body(n.Body)
	case *MatchCase:
		Walk(n.Pattern, w)
		w.one(n.Guard)
		w.body(n.Body)
	}
}

func (w walker) expr(n Expr) {
	switch n := n.(type) {
	case *BoolOp:
		w.list(n.Values)
	case *NamedExpr:
		w.one(n.Target)
		w.one(n.Value)
	case *BinOp:
		w.one(n.Left)
		w.one(n.Right)
	case *UnaryOp:
		w.one(n.Operand)
	case *Lambda:
		Walk(n.Args, w)
		w.one(n.Body)
	case *IfExp:
		w.one(n.Body)
		w.one(n.Test)
		w.one(n.Orelse)
	case *Dict:
		for i, k := range n.Keys {
			w.one(k)
			w.one(n.Values[i])
		}
	case *Compare:
		w.one(n.Left)
		w.list(n.Comparators)
	case *Call:
		w.one(n.Func)
		w.list(n.Args)
		w.keywords(n.Keywords)
	case *Subscript:
		w.one(n.Value)
		w.one(n.Slice)
	case *Slice:
		w.one(n.Lower)
		w.one(n.Upper)
		w.one(n.Step)
	default:
		w.simple(n)
	}
}

// simple walks the expressions with one list or one operand below them.
func (w walker) simple(n Expr) {
	switch n := n.(type) {
	case *Set:
		w.list(n.Elts)
	case *List:
		w.list(n.Elts)
	case *Tuple:
		w.list(n.Elts)
	case *ListComp:
		w.one(n.Elt)
		w.generators(n.Generators)
	case *SetComp:
		w.one(n.Elt)
		w.generators(n.Generators)
	case *GeneratorExp:
		w.one(n.Elt)
		w.generators(n.Generators)
	case *DictComp:
		w.one(n.Key)
		w.one(n.Value)
		w.generators(n.Generators)
	case *Await:
		w.one(n.Value)
	case *Yield:
		w.one(n.Value)
	case *YieldFrom:
		w.one(n.Value)
	case *FormattedValue:
		w.one(n.Value)
		if n.FormatSpec != nil {
			Walk(n.FormatSpec, w)
		}
	case *JoinedStr:
		w.list(n.Values)
	case *Attribute:
		w.one(n.Value)
	case *Starred:
		w.one(n.Value)
	}
}

func (w walker) stmt(n Stmt) {
	switch n := n.(type) {
	case *FunctionDef:
		w.list(n.DecoratorList)
		Walk(n.Args, w)
		w.one(n.Returns)
		w.body(n.Body)
	case *ClassDef:
		w.list(n.DecoratorList)
		w.list(n.Bases)
		w.keywords(n.Keywords)
		w.body(n.Body)
	case *Assign:
		w.list(n.Targets)
		w.one(n.Value)
	case *AugAssign:
		w.one(n.Target)
		w.one(n.Value)
	case *AnnAssign:
		w.one(n.Target)
		w.one(n.Annotation)
		w.one(n.Value)
	case *Return:
		w.one(n.Value)
	case *Delete:
		w.list(n.Targets)
	case *Raise:
		w.one(n.Exc)
		w.one(n.Cause)
	case *Assert:
		w.one(n.Test)
		w.one(n.Msg)
	case *ExprStmt:
		w.one(n.Value)
	default:
		w.block(n)
	}
}

// block walks the compound statements that are not definitions.
func (w walker) block(n Stmt) {
	switch n := n.(type) {
	case *For:
		w.one(n.Target)
		w.one(n.Iter)
		w.body(n.Body)
		w.body(n.Orelse)
	case *While:
		w.one(n.Test)
		w.body(n.Body)
		w.body(n.Orelse)
	case *If:
		w.one(n.Test)
		w.body(n.Body)
		w.body(n.Orelse)
	case *With:
		for _, item := range n.Items {
			Walk(item, w)
		}
		w.body(n.Body)
	case *Match:
		w.one(n.Subject)
		for _, c := range n.Cases {
			Walk(c, w)
		}
	case *Try:
		w.body(n.Body)
		for _, h := range n.Handlers {
			Walk(h, w)
		}
		w.body(n.Orelse)
		w.body(n.Finalbody)
	}
}

func (w walker) pattern(n Pattern) {
	switch n := n.(type) {
	case *MatchValue:
		w.one(n.Value)
	case *MatchSequence:
		w.patterns(n.Patterns)
	case *MatchMapping:
		w.list(n.Keys)
		w.patterns(n.Patterns)
	case *MatchClass:
		w.one(n.Cls)
		w.patterns(n.Patterns)
		w.patterns(n.KwdPatterns)
	case *MatchAs:
		if n.Pattern != nil {
			Walk(n.Pattern, w)
		}
	case *MatchOr:
		w.patterns(n.Patterns)
	}
}

func (w walker) patterns(ps []Pattern) {
	for _, p := range ps {
		Walk(p, w)
	}
}

// Span returns the place of the whole text.
func (m *Module) Span() source.Span { return source.Span{End: source.Pos(len(m.File.Text))} }
