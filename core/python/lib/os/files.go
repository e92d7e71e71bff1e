package os

import (
	"strings"

	"layerglass/core/python/lib/abc"
	"layerglass/core/python/object"
)

// refusals are the functions that touch files: reading finds none, writing is refused.
func refusals() []*object.Builtin {
	var list []*object.Builtin
	for _, sig := range []string{"listdir(path='.')", "scandir(path='.')", "stat(path, *, dir_fd=None, follow_symlinks=True)", "lstat(path, *, dir_fd=None)",
		"chdir(path)", "open(path, flags, mode=511, *, dir_fd=None)", "readlink(path, *, dir_fd=None)", "truncate(path, length)",
		"remove(path, *, dir_fd=None)", "unlink(path, *, dir_fd=None)", "rmdir(path, *, dir_fd=None)", "removedirs(name)", "chmod(path, mode)",
		"rename(src, dst)", "renames(old, new)", "replace(src, dst)", "utime(path, times=None)", "access(path, mode)"} {
		list = append(list, refusal(sig, 2))
	}
	for _, sig := range []string{"mkdir(path, mode=511, *, dir_fd=None)", "makedirs(name, mode=511, exist_ok=False)", "symlink(src, dst)", "link(src, dst)"} {
		list = append(list, refusal(sig, 30))
	}
	list = append(list,
		object.Func("walk", "(top, topdown=True, onerror=None, followlinks=False)", "Finds nothing: there are no files.",
			func(t *object.Thread, a []object.Object) (object.Object, error) {
				return object.Iter(t, object.NewList())
			}),
		forbidden("system"), forbidden("popen"), forbidden("fork"), forbidden("kill"), forbidden("execv"))
	return list
}

func refusal(sig string, errno int) *object.Builtin {
	name, params, _ := strings.Cut(sig, "(")
	return object.Func(name, "("+params, "Refuses: the playground keeps no files.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		p, err := fspath(t, a[0])
		if err != nil {
			return nil, err
		}
		if name == "access" {
			return object.False, nil
		}
		text, _ := object.AsString(p)
		failed := object.OSError(errno, errorTexts[errno], text)
		switch name {
		case "rename", "renames", "replace", "symlink", "link":
			second, err := fspath(t, a[1])
			if err != nil {
				return nil, err
			}
			failed.AttrDict(true).SetName("filename2", second)
		}
		return nil, failed
	})
}

func forbidden(name string) *object.Builtin {
	return object.RawFunc(name, "(*args)", "Refuses: programs on this page cannot start other programs.", func(*object.Thread, object.Args) (object.Object, error) {
		return nil, object.OSError(1, "Operation not permitted (programs in the playground cannot start others)", "")
	})
}

// pathLike makes os.PathLike: whatever has __fspath__ counts as one.
func pathLike(t *object.Thread) (*object.Class, error) {
	c, err := object.NewClass(t, "PathLike", "os", nil, object.NewDict(), abc.Meta)
	if err != nil {
		return nil, err
	}
	c.Methods(object.Func("__fspath__", "(self)", "Returns the text of the path.", func(*object.Thread, []object.Object) (object.Object, error) {
		return nil, object.NewError(object.NotImplementedErrClass, "")
	}))
	c.ClassMethods(object.Func("__subclasshook__", "(cls, subclass)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
		sub, ok := a[1].(*object.Class)
		if a[0] != object.Object(c) || !ok || sub.Lookup(object.Intern("__fspath__")) == nil {
			return object.NotImplemented, nil
		}
		return object.True, nil
	}))
	c.SetAbstract([]string{"__fspath__"})
	return c.ClassGetItem(), nil
}
