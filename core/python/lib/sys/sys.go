// Package sys is Python's module sys, as far as it is harmless: what a program asks about itself and the language.
package sys

import (
	"math"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/collections"
	"layerglass/core/python/object"
)

func init() { lib.Register("sys", load) }

// stream is sys.stdout or sys.stderr.
type stream struct {
	name string
	to   func(t *object.Thread) object.Writer
}

var streamClass = object.NewType("TextIOWrapper", "_io", nil)

func (*stream) Class() *object.Class { return streamClass }

// Repr shows the stream's name.
func (s *stream) Repr(*object.Thread) (string, error) {
	return "<_io.TextIOWrapper name='<" + s.name + ">' mode='w' encoding='utf-8'>", nil
}

func init() {
	streamClass.Protocols(&stream{})
	streamClass.Methods(
		object.Func("write", "(self, text, /)", "Writes text and returns its length.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			s, ok := object.Of(a[1]).(*object.Str)
			if !ok {
				return nil, object.TypeError("write() argument must be str, not %s", a[1].Class().Name)
			}
			return object.Int(s.RuneCount()), a[0].(*stream).to(t).WriteString(s.String())
		}),
		object.Func("writelines", "(self, lines, /)", "Writes several texts.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, object.Iterate(t, a[1], func(v object.Object) (bool, error) {
				s, err := object.ToStr(t, v)
				if err == nil {
					err = a[0].(*stream).to(t).WriteString(s)
				}
				return true, err
			})
		}),
		object.Func("flush", "(self)", "Does nothing: output is never held back.", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
		object.Func("isatty", "(self)", "Returns False.", func(*object.Thread, []object.Object) (object.Object, error) { return object.False, nil }),
		object.Func("fileno", "(self)", "Refuses: there are no files.", func(*object.Thread, []object.Object) (object.Object, error) {
			return nil, object.NewError(object.OSErrorClass, "the output of the playground is no file")
		}),
	)
	streamClass.Getter("encoding", "", func(*object.Thread, object.Object) (object.Object, error) { return object.NewStr("utf-8"), nil })
	streamClass.Getter("name", "", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.NewStr("<" + o.(*stream).name + ">"), nil
	})
	streamClass.Getter("closed", "", func(*object.Thread, object.Object) (object.Object, error) { return object.False, nil })
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("sys")
	set := m.Dict.SetName
	out := &stream{"stdout", func(t *object.Thread) object.Writer { return t.Stdout }}
	errs := &stream{"stderr", func(t *object.Thread) object.Writer { return t.Stderr }}
	set("stdout", out)
	set("__stdout__", out)
	set("stderr", errs)
	set("__stderr__", errs)
	set("modules", t.Modules)
	set("path", object.NewList())
	set("argv", object.NewList(object.NewStr("")))
	set("version", object.NewStr("3.11.7 (Layerglass)"))
	set("platform", object.NewStr("linux"))
	set("byteorder", object.NewStr("little"))
	set("executable", object.NewStr(""))
	set("prefix", object.NewStr(""))
	set("copyright", object.NewStr(""))
	set("maxsize", object.Int(math.MaxInt64))
	set("maxunicode", object.Int(0x10FFFF))
	set("hexversion", object.Int(0x030b07f0))
	set("flags", object.None)
	set("dont_write_bytecode", object.True)
	set("warnoptions", object.NewList())
	if err := tuples(t, m); err != nil {
		return nil, err
	}
	for _, f := range functions {
		f.Module = "sys"
		set(f.Name, f)
	}
	return m, nil
}

// tuples adds the named tuples.
func tuples(t *object.Thread, m *object.Module) error {
	for _, n := range []struct {
		name, class string
		fields      []string
		values      []object.Object
	}{
		{"version_info", "sys.version_info", []string{"major", "minor", "micro", "releaselevel", "serial"},
			[]object.Object{object.Int(3), object.Int(11), object.Int(7), object.NewStr("final"), object.Int(0)}},
		{"float_info", "sys.float_info", []string{"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds"},
			[]object.Object{object.Float(math.MaxFloat64), object.Int(1024), object.Int(308), object.Float(0x1p-1022), object.Int(-1021), object.Int(-307),
				object.Int(15), object.Int(53), object.Float(0x1p-52), object.Int(2), object.Int(1)}},
		{"implementation", "namespace", []string{"name", "cache_tag"}, []object.Object{object.NewStr("layerglass"), object.None}},
		{"int_info", "sys.int_info", []string{"bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"},
			[]object.Object{object.Int(30), object.Int(4), object.Int(4300), object.Int(640)}},
	} {
		c, err := collections.NewNamedTuple(t, n.class, "sys", n.fields, nil)
		if err != nil {
			return err
		}
		v, err := object.Call(t, c, n.values...)
		if err != nil {
			return err
		}
		m.Dict.SetName(n.name, v)
	}
	return nil
}

var functions = []*object.Builtin{
	object.Func("exit", "(status=None, /)", "Ends the program by raising SystemExit.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		if a[0] == object.None {
			return nil, object.NewException(object.SystemExitClass)
		}
		return nil, object.NewException(object.SystemExitClass, a[0])
	}),
	object.Func("getrecursionlimit", "()", "Returns how deep calls may nest.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return object.Int(t.MaxDepth), nil
	}),
	object.Func("setrecursionlimit", "(limit, /)", "Sets how deep calls may nest, up to 5,000.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		if n < 1 {
			return nil, object.ValueError("recursion limit must be greater or equal than 1")
		}
		t.MaxDepth = min(n, 5000)
		return object.None, nil
	}),
	object.Func("getsizeof", "(object, default=None)", "Returns an estimate of the size in bytes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Len(t, a[0])
		if err != nil {
			n = 0
		}
		return object.Int(48 + 8*n), nil
	}),
	object.Func("intern", "(string, /)", "Returns the string.", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
	object.Func("exc_info", "()", "Returns type, value and traceback of the exception being handled.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		e := t.Handling
		if e == nil {
			return object.NewTuple(object.None, object.None, object.None), nil
		}
		tb, err := object.GetAttr(t, e, object.Intern("__traceback__"))
		return object.NewTuple(e.Class(), e, tb), err
	}),
	object.Func("getdefaultencoding", "()", "Returns 'utf-8'.", func(*object.Thread, []object.Object) (object.Object, error) { return object.NewStr("utf-8"), nil }),
	object.Func("getfilesystemencoding", "()", "Returns 'utf-8'.", func(*object.Thread, []object.Object) (object.Object, error) { return object.NewStr("utf-8"), nil }),
	object.Func("getrefcount", "(object, /)", "Returns a fixed number: references are not counted.", func(*object.Thread, []object.Object) (object.Object, error) { return object.Int(2), nil }),
	object.Func("is_finalizing", "()", "Returns False.", func(*object.Thread, []object.Object) (object.Object, error) { return object.False, nil }),
}
