package syntax

func (d *dumper) stmt(s Stmt) {
	switch s := s.(type) {
	case *FunctionDef, *ClassDef, *For, *While, *If, *With, *Match, *Try:
		d.compound(s)
		return
	case *Return:
		d.open("Return", s.Loc)
		d.optional("value", s.Value, "Load")
	case *Delete:
		d.open("Delete", s.Loc)
		d.exprs("targets", s.Targets, "Del")
	case *Assign:
		d.open("Assign", s.Loc)
		d.exprs("targets", s.Targets, "Store")
		d.value("value", s.Value, "Load")
	case *AugAssign:
		d.open("AugAssign", s.Loc)
		d.value("target", s.Target, "Store")
		d.op("op", s.Op)
		d.value("value", s.Value, "Load")
	case *AnnAssign:
		d.open("AnnAssign", s.Loc)
		d.value("target", s.Target, "Store")
		d.value("annotation", s.Annotation, "Load")
		d.optional("value", s.Value, "Load")
		d.flag("simple", s.Simple)
	case *Raise:
		d.open("Raise", s.Loc)
		d.optional("exc", s.Exc, "Load")
		d.optional("cause", s.Cause, "Load")
	case *Assert:
		d.open("Assert", s.Loc)
		d.value("test", s.Test, "Load")
		d.optional("msg", s.Msg, "Load")
	case *Import:
		d.open("Import", s.Loc)
		d.aliases(s.Names)
	case *ImportFrom:
		d.open("ImportFrom", s.Loc)
		d.optionalText("module", s.Module)
		d.aliases(s.Names)
		d.number("level", s.Level)
	case *Global:
		d.open("Global", s.Loc)
		d.strings("names", s.Names)
	case *Nonlocal:
		d.open("Nonlocal", s.Loc)
		d.strings("names", s.Names)
	case *ExprStmt:
		d.open("Expr", s.Loc)
		d.value("value", s.Value, "Load")
	case *Pass:
		d.open("Pass", s.Loc)
	case *Break:
		d.open("Break", s.Loc)
	case *Continue:
		d.open("Continue", s.Loc)
	}
	d.close()
}

func (d *dumper) compound(s Stmt) {
	switch s := s.(type) {
	case *FunctionDef:
		d.functionDef(s)
	case *ClassDef:
		d.open("ClassDef", s.Loc)
		d.text("name", s.Name)
		d.exprs("bases", s.Bases, "Load")
		d.keywords(s.Keywords)
		d.body("body", s.Body)
		d.exprs("decorator_list", s.DecoratorList, "Load")
	case *For:
		d.open(asyncName(s.IsAsync, "For"), s.Loc)
		d.value("target", s.Target, "Store")
		d.value("iter", s.Iter, "Load")
		d.body("body", s.Body)
		d.body("orelse", s.Orelse)
	case *While:
		d.open("While", s.Loc)
		d.value("test", s.Test, "Load")
		d.body("body", s.Body)
		d.body("orelse", s.Orelse)
	case *If:
		d.open("If", s.Loc)
		d.value("test", s.Test, "Load")
		d.body("body", s.Body)
		d.body("orelse", s.Orelse)
	case *With:
		d.with(s)
	case *Match:
		d.open("Match", s.Loc)
		d.value("subject", s.Subject, "Load")
		d.field("cases")
		d.list(len(s.Cases), func(i int) { d.matchCase(s.Cases[i]) })
	case *Try:
		d.try(s)
	}
	d.close()
}

func asyncName(async bool, name string) string {
	if async {
		return "Async" + name
	}
	return name
}

func (d *dumper) functionDef(s *FunctionDef) {
	d.open(asyncName(s.IsAsync, "FunctionDef"), s.Loc)
	d.text("name", s.Name)
	d.arguments(s.Args)
	d.body("body", s.Body)
	d.exprs("decorator_list", s.DecoratorList, "Load")
	d.optional("returns", s.Returns, "Load")
}

func (d *dumper) with(s *With) {
	d.open(asyncName(s.IsAsync, "With"), s.Loc)
	d.field("items")
	d.list(len(s.Items), func(i int) {
		d.bare("withitem")
		d.value("context_expr", s.Items[i].ContextExpr, "Load")
		d.optional("optional_vars", s.Items[i].OptionalVars, "Store")
		d.close()
	})
	d.body("body", s.Body)
}

func (d *dumper) try(s *Try) {
	name := "Try"
	if s.IsStar {
		name = "TryStar"
	}
	d.open(name, s.Loc)
	d.body("body", s.Body)
	d.field("handlers")
	d.list(len(s.Handlers), func(i int) {
		h := s.Handlers[i]
		d.open("ExceptHandler", h.Loc)
		d.optional("type", h.Type, "Load")
		d.optionalText("name", h.Name)
		d.body("body", h.Body)
		d.close()
	})
	d.body("orelse", s.Orelse)
	d.body("finalbody", s.Finalbody)
}

func (d *dumper) matchCase(c *MatchCase) {
	d.bare("match_case")
	d.field("pattern")
	d.pattern(c.Pattern)
	d.optional("guard", c.Guard, "Load")
	d.body("body", c.Body)
	d.close()
}

func (d *dumper) patterns(name string, list []Pattern) {
	d.field(name)
	d.list(len(list), func(i int) { d.pattern(list[i]) })
}

func (d *dumper) pattern(p Pattern) {
	switch p := p.(type) {
	case *MatchValue:
		d.open("MatchValue", p.Loc)
		d.value("value", p.Value, "Load")
	case *MatchSingleton:
		d.open("MatchSingleton", p.Loc)
		d.field("value")
		d.out.WriteString(constantText(p.Kind, ""))
	case *MatchSequence:
		d.open("MatchSequence", p.Loc)
		d.patterns("patterns", p.Patterns)
	case *MatchMapping:
		d.open("MatchMapping", p.Loc)
		d.exprs("keys", p.Keys, "Load")
		d.patterns("patterns", p.Patterns)
		d.optionalText("rest", p.Rest)
	case *MatchClass:
		d.open("MatchClass", p.Loc)
		d.value("cls", p.Cls, "Load")
		d.patterns("patterns", p.Patterns)
		d.strings("kwd_attrs", p.KwdAttrs)
		d.patterns("kwd_patterns", p.KwdPatterns)
	case *MatchStar:
		d.open("MatchStar", p.Loc)
		d.optionalText("name", p.Name)
	case *MatchAs:
		d.open("MatchAs", p.Loc)
		if p.Pattern != nil {
			d.field("pattern")
			d.pattern(p.Pattern)
		}
		d.optionalText("name", p.Name)
	case *MatchOr:
		d.open("MatchOr", p.Loc)
		d.patterns("patterns", p.Patterns)
	}
	d.close()
}
