package builtins

import "layerglass/core/python/object"

var printing = []*object.Builtin{
	object.Func("print", "(*args, sep=' ', end='\n', file=None, flush=False)", "Write the arguments as text.", print),
	object.Func("input", "(prompt='', /)", "Read a line, which the playground cannot.", input),
	object.Func("open", "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
		"Open a file of this run, which is kept in memory.", open),
}

// TextWriter is a file object of Go. print writes to it without a method look-up.
type TextWriter interface {
	WriteText(t *object.Thread, s string) error
}

func print(t *object.Thread, a []object.Object) (object.Object, error) {
	sep, err := separator(a[1], "sep", " ")
	if err != nil {
		return nil, err
	}
	end, err := separator(a[2], "end", "\n")
	if err != nil {
		return nil, err
	}
	write := writerOf(t, a[3])
	for i, o := range a[0].(*object.Tuple).Items {
		if i > 0 {
			if err := write(sep); err != nil {
				return nil, err
			}
		}
		s, err := object.ToStr(t, o)
		if err == nil {
			err = write(s)
		}
		if err != nil {
			return nil, err
		}
	}
	if err := write(end); err != nil {
		return nil, err
	}
	return object.None, flush(t, a[3], a[4])
}

func separator(o object.Object, name, usual string) (string, error) {
	if o == object.None {
		return usual, nil
	}
	s, ok := object.AsString(o)
	if !ok {
		return "", object.TypeError("%s must be None or a string, not %s", name, o.Class().MessageName())
	}
	return s, nil
}

// writerOf returns how to write to file; None means sys.stdout, which a program may have replaced.
func writerOf(t *object.Thread, file object.Object) func(s string) error {
	if file == object.None {
		if file = replacedStdout(t); file == nil {
			return func(s string) error {
				if t.Stdout == nil {
					return nil
				}
				return t.Stdout.WriteString(s)
			}
		}
	}
	if w, ok := file.(TextWriter); ok {
		return func(s string) error { return w.WriteText(t, s) }
	}
	return func(s string) error {
		_, err := object.CallMethod(t, file, "write", object.NewStr(s))
		return err
	}
}

// replacedStdout returns sys.stdout once the program has imported sys, else nil.
func replacedStdout(t *object.Thread) object.Object {
	if t.Modules == nil {
		return nil
	}
	sys, ok := t.Modules.GetName("sys").(*object.Module)
	if !ok {
		return nil
	}
	if out := sys.Dict.GetName("stdout"); out != nil && out != object.None {
		return out
	}
	return nil
}

func flush(t *object.Thread, file, wanted object.Object) error {
	ok, err := object.Truth(t, wanted)
	if !ok || err != nil {
		return err
	}
	if file == object.None {
		if file = replacedStdout(t); file == nil {
			return nil
		}
	}
	_, err = object.CallMethod(t, file, "flush")
	return err
}

func input(*object.Thread, []object.Object) (object.Object, error) {
	return nil, object.NewError(object.EOFErrorClass, "input() has nothing to read: a program in the playground gets no keyboard input. "+
		"Write the value into the program instead.")
}

// OpenFile opens one of the files that the run keeps in memory; module io sets it. Where newlines is true, a text's line ends are read as "\n".
var OpenFile func(t *object.Thread, name, mode string, newlines bool) (object.Object, error)

func open(t *object.Thread, a []object.Object) (object.Object, error) {
	if f, err := object.LookupAttr(t, a[0], object.Intern("__fspath__")); f != nil && err == nil {
		if a[0], err = object.Call(t, f); err != nil {
			return nil, err
		}
	}
	name, ok := object.AsString(a[0])
	if !ok {
		return nil, object.TypeError("expected str, bytes or os.PathLike object, not %s", a[0].Class().MessageName())
	}
	mode, _ := object.AsString(a[1])
	if OpenFile != nil {
		return OpenFile(t, name, mode, a[5] == object.None)
	}
	for _, c := range mode {
		if c == 'w' || c == 'a' || c == 'x' || c == '+' {
			return nil, object.OSError(30, "Read-only file system", name)
		}
	}
	return nil, object.OSError(2, "No such file or directory", name)
}
