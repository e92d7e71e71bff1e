package builtins

import "layerglass/core/python/object"

var running = []*object.Builtin{
	object.Func("eval", "(source, globals=None, locals=None, /)", "Return the value of an expression given as text.", eval),
	object.Func("exec", "(source, globals=None, locals=None, /, *, closure=None)", "Run statements given as text.", exec),
	object.Func("compile", "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)", "Compile text for eval or exec.", compile),
	object.Func("exit", "(code=None, /)", "End the program.", exit),
	object.Func("quit", "(code=None, /)", "End the program.", exit),
	object.RawFunc("breakpoint", "(*args, **kws)", "Do nothing: the playground has no debugger.",
		func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
	object.Func("help", "(request=?, /)", "Print what an object is for.", help),
}

func noText(name string) error {
	return object.NewError(object.NotImplementedErrClass, "%s() is not available here: no interpreter is attached.", name)
}

// namespaces reads the globals and locals arguments of eval and exec.
func namespaces(t *object.Thread, name string, g, l object.Object) (object.Object, object.Object, error) {
	if g == object.None {
		if l == object.None {
			return globals(t), locals(t), nil
		}
		return globals(t), l, nil
	}
	if _, ok := object.Of(g).(*object.Dict); !ok {
		if name == "eval" {
			return nil, nil, object.TypeError("globals must be a dict")
		}
		return nil, nil, object.TypeError("exec() globals must be a dict, not %s", g.Class().MessageName())
	}
	if l == object.None {
		return g, g, nil
	}
	return g, l, nil
}

func eval(t *object.Thread, a []object.Object) (object.Object, error) {
	if Code.Eval == nil {
		return nil, noText("eval")
	}
	g, l, err := namespaces(t, "eval", a[1], a[2])
	if err != nil {
		return nil, err
	}
	return Code.Eval(t, a[0], g, l)
}

func exec(t *object.Thread, a []object.Object) (object.Object, error) {
	if Code.Exec == nil {
		return nil, noText("exec")
	}
	g, l, err := namespaces(t, "exec", a[1], a[2])
	if err != nil {
		return nil, err
	}
	return object.None, Code.Exec(t, a[0], g, l)
}

func compile(t *object.Thread, a []object.Object) (object.Object, error) {
	if Code.Compile == nil {
		return nil, noText("compile")
	}
	filename, ok := object.AsString(a[1])
	if !ok {
		return nil, object.TypeError("compile() argument 'filename' must be str, not %s", object.ArgumentTypeName(a[1]))
	}
	mode, ok := object.AsString(a[2])
	if !ok {
		return nil, object.TypeError("compile() argument 'mode' must be str, not %s", object.ArgumentTypeName(a[2]))
	}
	if mode != "exec" && mode != "eval" && mode != "single" {
		return nil, object.ValueError("compile() mode must be 'exec', 'eval' or 'single'")
	}
	return Code.Compile(t, a[0], filename, mode)
}

func exit(_ *object.Thread, a []object.Object) (object.Object, error) {
	if a[0] == object.None {
		return nil, object.NewException(object.SystemExitClass)
	}
	return nil, object.NewException(object.SystemExitClass, a[0])
}

// help prints the first thing there is to say of an object: its docstring.
func help(t *object.Thread, a []object.Object) (object.Object, error) {
	text := "help(object) prints what an object is for.\n"
	if a[0] != nil {
		shown, err := object.Repr(t, a[0])
		if err != nil {
			return nil, err
		}
		text = shown + "\n"
		doc, err := object.LookupAttr(t, a[0], object.Intern("__doc__"))
		if s, ok := doc.(*object.Str); ok && err == nil {
			text += "    " + s.String() + "\n"
		}
	}
	return object.None, writerOf(t, object.None)(text)
}
