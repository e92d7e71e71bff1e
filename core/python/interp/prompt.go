package interp

import (
	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// Prompt parses a file and runs it in the namespace of a module that exists, as one more piece of its program. As at a prompt, show has the values of
// statements that are expressions printed, unless they are None.
func Prompt(t *object.Thread, file *source.File, m *object.Module, show bool) error {
	tree, bad := syntax.Parse(file)
	if bad != nil {
		return syntaxError(file, bad)
	}
	k, bad := machineOf(t).moduleCode(tree, false)
	if bad != nil {
		return syntaxError(file, bad)
	}
	if err := warnOf(t, file, tree.Warnings); err != nil {
		return err
	}
	body := k.body
	k.body = func(c *compiler) expr {
		c.show = show
		return body(c)
	}
	_, err := machineOf(t).runTop(k, m.Dict, nil)
	return err
}

// showing is a statement that prints the value of an expression and keeps it as _.
func showing(v expr, at source.Span) stmt {
	return func(f *frame) signal {
		value := v(f)
		if value == nil {
			return sigRaise
		}
		if value == object.None {
			return sigNext
		}
		f.Globals.SetName("_", value)
		text, err := object.Repr(f.t, value)
		if err == nil {
			err = f.t.Stdout.WriteString(text + "\n")
		}
		if err != nil {
			return f.raise(err, at)
		}
		return sigNext
	}
}
