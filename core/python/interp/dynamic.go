package interp

import (
	"strings"

	"layerglass/core/python/builtins"
	"layerglass/core/python/object"
	"layerglass/core/python/resolve"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// syntaxError makes the Python exception of an error in a text.
func syntaxError(file *source.File, bad *syntax.Error) *object.Exception {
	class := object.SyntaxErrorClass
	switch bad.Kind {
	case "IndentationError":
		class = object.IndentationErrorClass
	case "TabError":
		class = object.TabErrorClass
	}
	e := object.SyntaxErrorAt(class, bad.Msg, file, bad.Span)
	e.Subject = bad
	d := e.AttrDict(true)
	d.SetName("lineno", object.Int(bad.Line)) // a span for a person may begin elsewhere
	d.SetName("offset", object.Int(bad.Offset))
	return e
}

// moduleCode resolves a file. names tells that it will run with a namespace beside its globals.
func (m *machine) moduleCode(tree *syntax.Module, names bool) (*code, *syntax.Error) {
	table, bad := resolve.Module(tree)
	if bad != nil {
		return nil, bad
	}
	info := &object.Code{Name: "<module>", Qualname: "<module>", File: tree.File, Node: tree}
	k := &code{scope: table.Module, table: table, m: m, info: info, doc: object.None}
	k.body = func(c *compiler) expr {
		c.names = names
		prepare, body := c.prepareAnnotations(tree.Body, source.Span{}), c.block(tree.Body)
		return func(f *frame) object.Object {
			if prepare(f) == sigRaise || body(f) == sigRaise {
				return nil
			}
			return object.None
		}
	}
	return k, nil
}

// exprCode is moduleCode for a single expression.
func (m *machine) exprCode(file *source.File, e syntax.Expr, names bool) (*code, *syntax.Error) {
	table, bad := resolve.Expr(file, e)
	if bad != nil {
		return nil, bad
	}
	info := &object.Code{Name: "<module>", Qualname: "<module>", File: file, Node: e}
	k := &code{scope: table.Module, table: table, m: m, info: info, doc: object.None}
	k.body = func(c *compiler) expr {
		c.names = names
		return c.expr(e)
	}
	return k, nil
}

// runTop runs the code of a module, or of exec and eval.
func (m *machine) runTop(k *code, globals *object.Dict, ns object.Object) (object.Object, error) {
	g := &frame{m: m, t: m.t}
	g.Globals = globals
	if ns != nil {
		g.ns = ns
		g.dict, _ = ns.(*object.Dict)
		g.Locals = func() *object.Dict {
			d, _ := object.Of(ns).(*object.Dict)
			return d
		}
	}
	if v := m.run(k, g); v != nil {
		return v, nil
	}
	return nil, m.takeErr()
}

func init() {
	builtins.Code.Compile = compileText
	builtins.Code.Eval = func(t *object.Thread, src, globals, locals object.Object) (object.Object, error) {
		return runText(t, src, "eval", globals, locals)
	}
	builtins.Code.Exec = func(t *object.Thread, src, globals, locals object.Object) error {
		_, err := runText(t, src, "exec", globals, locals)
		return err
	}
}

// compileText is the builtin compile: it makes a code object of a text.
func compileText(t *object.Thread, src object.Object, filename, mode string) (object.Object, error) {
	if c, ok := src.(*object.Code); ok {
		return c, nil
	}
	text, ok := textOf(src)
	if !ok {
		return nil, object.TypeError("compile() arg 1 must be a string, bytes or AST object")
	}
	return parseText(t, text, filename, mode)
}

func textOf(src object.Object) (string, bool) {
	switch x := object.Of(src).(type) {
	case *object.Str:
		return x.String(), true
	case *object.Bytes:
		return x.String(), true
	}
	return "", false
}

func parseText(t *object.Thread, text, filename, mode string) (object.Object, error) {
	if err := t.Spend(64 + 2*int64(len(text))); err != nil { // reading a text takes as long as running some of it
		return nil, err
	}
	if mode == "eval" {
		file := source.NewFile(filename, strings.TrimLeft(text, " \t"))
		file.Unlisted = true
		e, warnings, bad := syntax.ParseExprWarned(file)
		if bad != nil {
			return nil, textError(file, bad, stageOf(bad), "")
		}
		if _, bad = resolve.Expr(file, e); bad != nil {
			return nil, textError(file, bad, compiled, "")
		}
		if err := warnOf(t, file, warnings); err != nil {
			return nil, err
		}
		return &object.Code{Name: "<module>", Qualname: "<module>", File: file, Node: e}, nil
	}
	file := source.NewFile(filename, text)
	file.Unlisted = true
	tree, bad := syntax.Parse(file)
	if bad != nil {
		return nil, textError(file, bad, stageOf(bad), "\n")
	}
	if _, bad = resolve.Module(tree); bad != nil {
		return nil, textError(file, bad, compiled, "\n")
	}
	if err := warnOf(t, file, tree.Warnings); err != nil {
		return nil, err
	}
	return &object.Code{Name: "<module>", Qualname: "<module>", File: file, Node: tree}, nil
}

// runText runs a text or a code object, as eval and exec do.
func runText(t *object.Thread, src object.Object, mode string, globals, locals object.Object) (object.Object, error) {
	c, ok := src.(*object.Code)
	if !ok {
		text, isText := textOf(src)
		if !isText {
			return nil, object.TypeError("%s() arg 1 must be a string, bytes or code object", mode)
		}
		made, err := parseText(t, text, "<string>", mode)
		if err != nil {
			return nil, err
		}
		c = made.(*object.Code)
	}
	g, _ := object.Of(globals).(*object.Dict)
	if g.GetName("__builtins__") == nil {
		g.SetName("__builtins__", t.Modules.GetName("builtins"))
	}
	if locals == globals {
		locals = nil
	}
	return runCode(t, c, g, locals)
}

// runCode runs the code of a text; locals is nil where they are the globals.
func runCode(t *object.Thread, c *object.Code, globals *object.Dict, locals object.Object) (object.Object, error) {
	m := machineOf(t)
	var k *code
	var bad *syntax.Error
	switch n := c.Node.(type) {
	case *syntax.Module:
		k, bad = m.moduleCode(n, locals != nil)
	case syntax.Expr:
		if c.Name != "<module>" {
			return nil, object.TypeError("the code of a function can only be run by calling the function")
		}
		k, bad = m.exprCode(c.File, n, locals != nil)
	default:
		return nil, object.TypeError("this code object cannot be run")
	}
	if bad != nil {
		return nil, syntaxError(c.File, bad)
	}
	return m.runTop(k, globals, locals)
}
