package interp

import (
	"strings"

	"layerglass/core/python/object"
	"layerglass/core/python/syntax"
)

// initCode adds the attributes of code objects that only the tree can tell.
func initCode() {
	number := func(name, doc string, get func(n syntax.Node, a *syntax.Arguments) int) {
		object.CodeClass.Getter(name, doc, func(_ *object.Thread, self object.Object) (object.Object, error) {
			n, _ := self.(*object.Code).Node.(syntax.Node)
			a := &syntax.Arguments{}
			switch d := n.(type) {
			case *syntax.FunctionDef:
				a = d.Args
			case *syntax.Lambda:
				a = d.Args
			}
			return boxInt(int64(get(n, a))), nil
		})
	}
	number("co_argcount", "How many parameters take positions.",
		func(_ syntax.Node, a *syntax.Arguments) int { return len(a.PosOnly) + len(a.Args) })
	number("co_posonlyargcount", "How many parameters take positions only.",
		func(_ syntax.Node, a *syntax.Arguments) int { return len(a.PosOnly) })
	number("co_kwonlyargcount", "How many parameters take keywords only.",
		func(_ syntax.Node, a *syntax.Arguments) int { return len(a.KwOnly) })
	names := func(name, doc string, get func(c *object.Code) []string) {
		object.CodeClass.Getter(name, doc, func(_ *object.Thread, self object.Object) (object.Object, error) {
			return nameTuple(get(self.(*object.Code))), nil
		})
	}
	object.CodeClass.Getter("co_nlocals", "How many local variables there are.", func(t *object.Thread, self object.Object) (object.Object, error) {
		v, err := object.GetAttr(t, self, object.Intern("co_varnames"))
		if err != nil {
			return nil, err
		}
		n, err := object.Len(t, v)
		return boxInt(int64(n)), err
	})
	names("co_freevars", "The variables of functions around.", func(c *object.Code) []string { return c.Free })
	names("co_cellvars", "The variables that inner functions use.", func(c *object.Code) []string { return c.Cells })
	object.CodeClass.Getter("co_firstlineno", "The line on which the definition begins.", firstLine)
	object.CodeClass.Getter("co_flags", "Flags: 4 *args, 8 **kwargs, 16 nested, 32 generator.", codeFlags)
}

// firstLine is the line of a definition, or of the first decorator above it.
func firstLine(_ *object.Thread, self object.Object) (object.Object, error) {
	c := self.(*object.Code)
	if c.File == nil {
		return object.Int(1), nil
	}
	start := c.Span.Start
	if d, ok := c.Node.(*syntax.FunctionDef); ok && len(d.DecoratorList) > 0 {
		start = d.DecoratorList[0].Span().Start
	}
	return object.Int(c.File.Line(start)), nil
}

// codeFlags tells of what kind a function is; a module has no flags.
func codeFlags(_ *object.Thread, self object.Object) (object.Object, error) {
	c := self.(*object.Code)
	var a *syntax.Arguments
	flags := 3
	switch d := c.Node.(type) {
	case *syntax.FunctionDef:
		a = d.Args
		if bodyYields(d.Body) {
			flags |= 32
		}
	case *syntax.Lambda:
		a = d.Args
		if yields(d.Body) {
			flags |= 32
		}
	default:
		return object.Int(0), nil
	}
	if a.Vararg != nil {
		flags |= 4
	}
	if a.Kwarg != nil {
		flags |= 8
	}
	if strings.Contains(c.Qualname, "<locals>") {
		flags |= 16
	}
	return object.Int(flags), nil
}

func nameTuple(list []string) object.Object {
	items := make([]object.Object, len(list))
	for i, n := range list {
		items[i] = object.Intern(n)
	}
	return object.NewTuple(items...)
}

func bodyYields(body []syntax.Stmt) bool {
	for _, s := range body {
		if yields(s) {
			return true
		}
	}
	return false
}

// initGenerator adds the methods of generators.
func initGenerator() {
	c := object.GeneratorClass
	c.Protocols(&Generator{})
	c.Methods(
		object.Func("__next__", "(self, /)", "Run up to the next yield.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*Generator).send(object.None)
		}),
		object.Func("send", "(self, value, /)", "Resume with a value for the yield.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*Generator).send(a[1])
		}),
		object.Func("throw", "(self, typ, val=None, tb=None, /)", "Raise an exception where the generator stands.", throwInto),
		object.Func("close", "(self, /)", "Raise GeneratorExit where the generator stands.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, a[0].(*Generator).close()
		}),
	)
	get := func(name, doc string, f func(g *Generator) object.Object) {
		c.Getter(name, doc, func(_ *object.Thread, self object.Object) (object.Object, error) { return f(self.(*Generator)), nil })
	}
	text := func(name, doc string, place func(g *Generator) *string) {
		c.GetterSetter(name, doc, func(_ *object.Thread, self object.Object) (object.Object, error) {
			return object.NewStr(*place(self.(*Generator))), nil
		}, func(_ *object.Thread, self, v object.Object) error { return setText(place(self.(*Generator)), name, v) })
	}
	text("__name__", "The name.", func(g *Generator) *string { return &g.name })
	text("__qualname__", "The name with those of the scopes around.", func(g *Generator) *string { return &g.qualname })
	get("gi_running", "Whether it is running now.", func(g *Generator) object.Object { return object.Bool(g.running) })
	get("gi_suspended", "Whether it waits at a yield.", func(g *Generator) object.Object {
		return object.Bool(g.started && !g.running && g.f != nil)
	})
	get("gi_frame", "Its frame, None once it is finished.", func(g *Generator) object.Object {
		if g.f == nil {
			return object.None
		}
		return object.NewFrameObject(&g.f.Frame)
	})
	get("gi_code", "Its code.", func(g *Generator) object.Object { return g.info })
	get("gi_yieldfrom", "The iterator that a yield from waits for, or None.", (*Generator).yieldsFrom)
}

// rename sets one of a function's names. The generators that it makes from then on have the names that it has when it is called.
func (fn *Function) rename(field *string, attr string, v object.Object) error {
	if fn.code.generator && !fn.code.renames {
		if fn.code.run == nil {
			fn.code.prepare()
		}
		k := *fn.code
		run := k.run
		k.renames = true
		k.run = func(f *frame) object.Object {
			v := run(f)
			if g, ok := v.(*Generator); ok {
				g.name, g.qualname = fn.name, fn.qualname
			}
			return v
		}
		fn.code = &k
	}
	return setText(field, attr, v)
}

// yieldsFrom returns the iterator that a yield from of the suspended generator waits for.
func (g *Generator) yieldsFrom() object.Object {
	if g.f != nil && !g.running {
		for _, slot := range g.f.code.inner {
			if it := g.f.locals[slot]; it != nil {
				return it
			}
		}
	}
	return object.None
}

func throwInto(t *object.Thread, a []object.Object) (object.Object, error) {
	g := a[0].(*Generator)
	v := a[1]
	if _, ok := v.(*object.Exception); ok && a[2] != object.None {
		return nil, object.TypeError("instance exception may not have a separate value")
	}
	if k, ok := v.(*object.Class); ok && a[2] != object.None {
		if e, ok := a[2].(*object.Exception); ok && e.Class().IsSubclass(k) {
			v = e
		} else {
			var err error
			args := []object.Object{a[2]}
			if tuple, ok := a[2].(*object.Tuple); ok {
				args = tuple.Items
			}
			if v, err = object.Call(t, k, args...); err != nil {
				return nil, err
			}
		}
	}
	e, ok := v.(*object.Exception)
	if !ok {
		if k, isClass := v.(*object.Class); !isClass || !k.IsSubclass(object.BaseExceptionClass) {
			return nil, object.TypeError("exceptions must be classes or instances deriving from BaseException, not %s", v.Class().MessageName())
		}
		var err error
		if e, err = exceptionOf(t, v, ""); err != nil {
			if e = object.AsException(err); e == nil {
				return nil, err
			}
		}
	}
	return g.orStop(g.resume(object.None, e))
}
