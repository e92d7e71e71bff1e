// Package sys is Python's module sys, as far as it is harmless: what a program asks about itself and the language.
package sys

import (
	"math"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/collections"
	"layerglass/core/python/object"
)

func init() { lib.Register("sys", load) }

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("sys")
	set := m.Dict.SetName
	for _, s := range []*stream{{"stdin", 0}, {"stdout", 1}, {"stderr", 2}} {
		set(s.name, s)
		set("__"+s.name+"__", s)
	}
	set("modules", t.Modules)
	set("path", object.NewList())
	set("argv", object.NewList(object.NewStr("")))
	set("version", object.NewStr("3.11.7 (Layerglass)"))
	set("platform", object.NewStr("linux"))
	set("byteorder", object.NewStr("little"))
	set("executable", object.NewStr(""))
	set("prefix", object.NewStr(""))
	set("exec_prefix", object.NewStr(""))
	set("base_prefix", object.NewStr(""))
	set("copyright", object.NewStr(""))
	set("orig_argv", object.NewList(object.NewStr("")))
	set("meta_path", object.NewList())
	set("path_hooks", object.NewList())
	set("ps1", object.NewStr(">>> "))
	set("api_version", object.Int(1013))
	set("float_repr_style", object.NewStr("short"))
	set("maxsize", object.Int(math.MaxInt64))
	set("maxunicode", object.Int(0x10FFFF))
	set("hexversion", object.Int(0x030b07f0))
	set("dont_write_bytecode", object.True)
	set("warnoptions", object.NewList())
	if err := tuples(t, m); err != nil {
		return nil, err
	}
	lib.Add(m, functions...)
	set("__excepthook__", m.Dict.GetName("excepthook"))
	set("__displayhook__", m.Dict.GetName("displayhook"))
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
		{"flags", "sys.flags", []string{"debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
			"ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode", "utf8_mode", "safe_path", "int_max_str_digits"},
			[]object.Object{object.Int(0), object.Int(0), object.Int(0), object.Int(0), object.Int(1), object.Int(0), object.Int(0), object.Int(0), object.Int(0),
				object.Int(0), object.Int(0), object.Int(0), object.Int(0), object.False, object.Int(1), object.False, object.Int(4300)}},
		{"hash_info", "sys.hash_info", []string{"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"},
			[]object.Object{object.Int(64), object.Int(1<<61 - 1), object.Int(314159), object.Int(0), object.Int(1000003), object.NewStr("siphash13"),
				object.Int(64), object.Int(128), object.Int(0)}},
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
		if tuple, ok := a[0].(*object.Tuple); ok {
			return nil, object.NewException(object.SystemExitClass, tuple.Items...)
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
	object.Func("intern", "(string, /)", "Returns the string.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		if _, ok := a[0].(*object.Str); !ok {
			return nil, object.TypeError("intern() argument must be str, not %s", object.ArgumentTypeName(a[0]))
		}
		return a[0], nil
	}),
	object.Func("get_int_max_str_digits", "()", "Returns how many digits an int in a text may have.", func(*object.Thread, []object.Object) (object.Object, error) {
		return object.Int(4300), nil
	}),
	object.Func("set_int_max_str_digits", "(maxdigits)", "Refuses: the limit stays as it is.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		switch {
		case err != nil:
			return nil, err
		case n != 0 && n < 640:
			return nil, object.ValueError("maxdigits must be 0 or larger than 640")
		case n != 4300:
			return nil, object.NewError(object.NotImplementedErrClass, "sys.set_int_max_str_digits() cannot change the limit in the playground.")
		}
		return object.None, nil
	}),
	object.Func("exc_info", "()", "Returns type, value and traceback of the exception being handled.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		e := t.Handling
		if e == nil {
			return object.NewTuple(object.None, object.None, object.None), nil
		}
		tb, err := object.GetAttr(t, e, object.Intern("__traceback__"))
		return object.NewTuple(e.Class(), e, tb), err
	}),
	object.Func("exception", "()", "Returns the exception being handled, or None.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		if t.Handling == nil {
			return object.None, nil
		}
		return t.Handling, nil
	}),
	object.Func("_getframe", "(depth=0, /)", "Returns the frame that many calls up.", getFrame),
	object.Func("excepthook", "(exctype, value, traceback, /)", "Prints an exception to sys.stderr.", exceptHook),
	object.Func("displayhook", "(object, /)", "Prints the repr of a value, unless it is None.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		if a[0] == object.None {
			return object.None, nil
		}
		s, err := object.Repr(t, a[0])
		if err == nil {
			t.Builtins.SetName("_", a[0])
			err = Print(t, s+"\n")
		}
		return object.None, err
	}),
	object.Func("settrace", "(function, /)", "Does nothing: programs cannot be traced here.", ignored),
	object.Func("setprofile", "(function, /)", "Does nothing: programs cannot be profiled here.", ignored),
	object.Func("gettrace", "()", "Returns None.", func(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }),
	object.Func("getdefaultencoding", "()", "Returns 'utf-8'.", func(*object.Thread, []object.Object) (object.Object, error) { return object.NewStr("utf-8"), nil }),
	object.Func("getfilesystemencoding", "()", "Returns 'utf-8'.", func(*object.Thread, []object.Object) (object.Object, error) { return object.NewStr("utf-8"), nil }),
	object.Func("getrefcount", "(object, /)", "Returns a fixed number: references are not counted.", func(*object.Thread, []object.Object) (object.Object, error) { return object.Int(2), nil }),
	object.Func("is_finalizing", "()", "Returns False.", func(*object.Thread, []object.Object) (object.Object, error) { return object.False, nil }),
}

func ignored(*object.Thread, []object.Object) (object.Object, error) { return object.None, nil }

func getFrame(t *object.Thread, a []object.Object) (object.Object, error) {
	depth, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	f := t.Top
	for ; depth > 0 && f != nil; depth-- {
		f = f.Back
	}
	if f == nil {
		return nil, object.ValueError("call stack is not deep enough")
	}
	return object.NewFrameObject(f), nil
}

func exceptHook(t *object.Thread, a []object.Object) (object.Object, error) {
	e := object.ToException(a[1])
	if e == nil {
		return object.None, nil
	}
	return object.None, PrintError(t, object.FormatException(t, e))
}
