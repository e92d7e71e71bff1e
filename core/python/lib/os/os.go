// Package os is Python's modules os and os.path for a place without files: the environment is the session's own, paths are
// texts, and whatever would touch a file raises OSError.
package os

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/lib/files"
	"layerglass/core/python/lib/random"
	"layerglass/core/python/object"
)

func init() {
	lib.Register("os", load)
	lib.Register("os.path", func(t *object.Thread) (*object.Module, error) { return loadPath(t, "posixpath") })
	lib.Register("posixpath", func(t *object.Thread) (*object.Module, error) {
		m, err := t.Import(t, "os.path")
		if err != nil {
			return nil, err
		}
		return m.(*object.Module), nil
	})
}

// home is the directory in which programs find themselves.
const home = files.Home

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("os")
	lib.Add(m, functions...)
	lib.Add(m, refusals()...)
	set := m.Dict.SetName
	path, err := loadPath(t, "posixpath")
	if err != nil {
		return nil, err
	}
	t.Modules.SetName("os.path", path)
	set("path", path)
	set("environ", environment(t))
	for name, text := range map[string]string{"name": "posix", "sep": "/", "extsep": ".", "pathsep": ":", "linesep": "\n", "curdir": ".", "pardir": "..",
		"devnull": "/dev/null", "defpath": "/bin:/usr/bin"} {
		set(name, object.NewStr(text))
	}
	set("altsep", object.None)
	for name, n := range map[string]int{"O_RDONLY": 0, "O_WRONLY": 1, "O_RDWR": 2, "O_CREAT": 64, "F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1,
		"SEEK_SET": 0, "SEEK_CUR": 1, "SEEK_END": 2} {
		set(name, object.Int(n))
	}
	set("error", object.OSErrorClass)
	like, err := pathLike(t)
	set("PathLike", like)
	return m, err
}

var functions = []*object.Builtin{
	object.Func("getenv", "(key, default=None)", "Returns an environment variable, or default.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		key, ok := object.AsString(a[0])
		if !ok {
			return nil, object.TypeError("str expected, not %s", a[0].Class().Name)
		}
		if v := environment(t).vars.GetStr(object.NewStr(key)); v != nil {
			return v, nil
		}
		return a[1], nil
	}),
	object.Func("putenv", "(name, value, /)", "Sets an environment variable.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.None, environment(t).SetItem(t, a[0], a[1])
	}),
	object.Func("unsetenv", "(name, /)", "Removes an environment variable.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		_, err := environment(t).vars.Delete(t, a[0])
		return object.None, err
	}),
	object.Func("getcwd", "()", "Returns the working directory, which is a name only.", func(*object.Thread, []object.Object) (object.Object, error) {
		return object.NewStr(home), nil
	}),
	object.Func("cpu_count", "()", "Returns 1.", func(*object.Thread, []object.Object) (object.Object, error) { return object.Int(1), nil }),
	object.Func("getpid", "()", "Returns 1.", func(*object.Thread, []object.Object) (object.Object, error) { return object.Int(1), nil }),
	object.Func("getppid", "()", "Returns 0.", func(*object.Thread, []object.Object) (object.Object, error) { return object.Int(0), nil }),
	object.Func("getlogin", "()", "Returns 'user'.", func(*object.Thread, []object.Object) (object.Object, error) { return object.NewStr("user"), nil }),
	object.Func("getuid", "()", "Returns 1000.", func(*object.Thread, []object.Object) (object.Object, error) { return object.Int(1000), nil }),
	object.Func("urandom", "(size, /)", "Returns bytes that look random; they are the same in each run.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		if n < 0 {
			return nil, object.ValueError("negative argument not allowed")
		}
		if err := t.Alloc(int64(n)); err != nil {
			return nil, err
		}
		return object.NewBytes(string(random.ChanceOf(t, "secrets").Bytes(n))), t.Spend(int64(n / 8))
	}),
	object.Func("strerror", "(code, /)", "Returns an error number's text.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		if text, ok := errorTexts[n]; ok {
			return object.NewStr(text), nil
		}
		s, err := object.Repr(t, object.Int(n))
		return object.NewStr("Unknown error " + s), err
	}),
	object.Func("fspath", "(path)", "Returns the text of a path.", func(t *object.Thread, a []object.Object) (object.Object, error) { return fspath(t, a[0]) }),
	object.Func("fsencode", "(filename)", "Returns a path as bytes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		p, err := fspath(t, a[0])
		if s, ok := object.AsString(p); ok {
			return object.NewBytes(s), err
		}
		return p, err
	}),
	object.Func("fsdecode", "(filename)", "Returns a path as str.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		p, err := fspath(t, a[0])
		if b, ok := object.Of(p).(*object.Bytes); ok {
			return object.NewStr(b.String()), err
		}
		return p, err
	}),
	object.Func("get_terminal_size", "(fd=1, /)", "Refuses: there is no terminal.", func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.OSError(25, "Inappropriate ioctl for device", "")
	}),
	object.RawFunc("abort", "()", "Refuses.", func(*object.Thread, object.Args) (object.Object, error) {
		return nil, object.NewError(object.SystemExitClass, "os.abort()")
	}),
	object.Func("_exit", "(status)", "Ends the program.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		return nil, object.NewException(object.SystemExitClass, a[0])
	}),
}

var errorTexts = map[int]string{1: "Operation not permitted", 2: "No such file or directory", 13: "Permission denied", 17: "File exists", 20: "Not a directory",
	21: "Is a directory", 22: "Invalid argument", 25: "Inappropriate ioctl for device", 39: "Directory not empty", 30: "Read-only file system"}

// fspath returns the str or bytes that a path stands for.
func fspath(t *object.Thread, o object.Object) (object.Object, error) {
	switch object.Of(o).(type) {
	case *object.Str, *object.Bytes:
		return o, nil
	}
	m, err := object.Special(t, o, "__fspath__")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, object.TypeError("expected str, bytes or os.PathLike object, not %s", o.Class().Name)
	}
	v, err := object.Call(t, m)
	if err != nil {
		return nil, err
	}
	switch object.Of(v).(type) {
	case *object.Str, *object.Bytes:
		return v, nil
	}
	return nil, object.TypeError("expected %s.__fspath__() to return str or bytes, not %s", o.Class().Name, v.Class().Name)
}
