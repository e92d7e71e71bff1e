package os

import (
	"strings"

	"layerglass/core/python/lib/abc"
	"layerglass/core/python/lib/files"
	"layerglass/core/python/object"
)

// refusals are the functions that touch files: reading finds none, writing is refused.
func refusals() []*object.Builtin {
	var list []*object.Builtin
	list = append(list, kept()...)
	for _, sig := range []string{"scandir(path='.')", "lstat(path, *, dir_fd=None)", "chdir(path)", "open(path, flags, mode=511, *, dir_fd=None)", "readlink(path, *, dir_fd=None)", "truncate(path, length)",
		"removedirs(name)", "chmod(path, mode)",
		"renames(old, new)", "utime(path, times=None)", "access(path, mode)"} {
		list = append(list, refusal(sig, 2))
	}
	for _, sig := range []string{"symlink(src, dst)", "link(src, dst)"} {
		list = append(list, refusal(sig, 30))
	}
	list = append(list,
		object.Func("walk", "(top, topdown=True, onerror=None, followlinks=False)", "Goes through a directory and those below it.", walk),
		forbidden("system"), forbidden("popen"), forbidden("fork"), forbidden("kill"), forbidden("execv"))
	return list
}

// kept are the functions on the files that the run has made.
func kept() []*object.Builtin {
	on := func(name, params, doc string, do func(t *object.Thread, s *files.Store, p string, a []object.Object) (object.Object, error)) *object.Builtin {
		return object.Func(name, "("+params+")", doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := fspath(t, a[0])
			if err != nil {
				return nil, err
			}
			p, _ := object.AsString(v)
			return do(t, files.Of(t), p, a)
		})
	}
	remove := func(_ *object.Thread, s *files.Store, p string, _ []object.Object) (object.Object, error) {
		switch {
		case s.Remove(p):
			return object.None, nil
		case s.IsDir(p):
			return nil, object.OSError(21, errorTexts[21], p)
		}
		return nil, object.OSError(2, errorTexts[2], p)
	}
	rename := func(t *object.Thread, s *files.Store, p string, a []object.Object) (object.Object, error) {
		second, err := fspath(t, a[1])
		if err != nil {
			return nil, err
		}
		if to, _ := object.AsString(second); s.Move(p, to) {
			return object.None, nil
		}
		failed := object.OSError(2, errorTexts[2], p)
		failed.AttrDict(true).SetName("filename2", second)
		return nil, failed
	}
	return []*object.Builtin{
		on("rename", "src, dst, *, src_dir_fd=None, dst_dir_fd=None", "Gives a file or a directory another name.", rename),
		on("replace", "src, dst, *, src_dir_fd=None, dst_dir_fd=None", "Gives a file or a directory another name.", rename),
		on("stat", "path, *, dir_fd=None, follow_symlinks=True", "Tells the kind and the size of a file.", stat),
		on("remove", "path, *, dir_fd=None", "Removes a file.", remove), on("unlink", "path, *, dir_fd=None", "Removes a file.", remove),
		on("listdir", "path='.'", "Lists the names in a directory.", func(_ *object.Thread, s *files.Store, p string, _ []object.Object) (object.Object, error) {
			if !s.IsDir(p) {
				return nil, object.OSError(2, errorTexts[2], p)
			}
			list := object.NewList()
			for _, n := range s.List(p) {
				list.Items = append(list.Items, object.NewStr(n))
			}
			return list, nil
		}),
		on("mkdir", "path, mode=511, *, dir_fd=None", "Makes a directory.", func(_ *object.Thread, s *files.Store, p string, _ []object.Object) (object.Object, error) {
			switch up := files.Path(p + "/.."); {
			case s.IsDir(p) || s.Get(p) != nil:
				return nil, object.OSError(17, errorTexts[17], p)
			case !s.IsDir(up):
				return nil, object.OSError(2, errorTexts[2], p)
			}
			s.MakeDir(p)
			return object.None, nil
		}),
		on("makedirs", "name, mode=511, exist_ok=False", "Makes a directory and those above it.", func(t *object.Thread, s *files.Store, p string, a []object.Object) (object.Object, error) {
			ok, err := object.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			if s.Get(p) != nil || s.IsDir(p) && !ok {
				return nil, object.OSError(17, errorTexts[17], p)
			}
			s.MakeDir(p)
			return object.None, nil
		}),
		on("rmdir", "path, *, dir_fd=None", "Removes an empty directory.", func(_ *object.Thread, s *files.Store, p string, _ []object.Object) (object.Object, error) {
			switch {
			case s.RemoveDir(p):
				return object.None, nil
			case s.IsDir(p):
				return nil, object.OSError(39, errorTexts[39], p)
			}
			return nil, object.OSError(2, errorTexts[2], p)
		}),
	}
}

// stat tells what is known of a file of the run: its kind and its size. It has no times and no owner.
func stat(t *object.Thread, s *files.Store, p string, _ []object.Object) (object.Object, error) {
	const directory, file = 0o40755, 0o100644
	mode, size := file, 0
	switch f := s.Get(p); {
	case f != nil:
		size = len(f.Data)
	case s.IsDir(p):
		mode = directory
	default:
		return nil, object.OSError(2, errorTexts[2], p)
	}
	types, err := t.Import(t, "types")
	if err != nil {
		return nil, err
	}
	made, err := object.CallMethod(t, types, "SimpleNamespace")
	if err != nil {
		return nil, err
	}
	if err := object.SetAttr(t, made, object.Intern("st_mode"), object.Int(mode)); err != nil {
		return nil, err
	}
	return made, object.SetAttr(t, made, object.Intern("st_size"), object.Int(size))
}

// walk lists a directory and all below it: each with the names of its directories and of its files.
func walk(t *object.Thread, a []object.Object) (object.Object, error) {
	top, err := fspath(t, a[0])
	if err != nil {
		return nil, err
	}
	down, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	start, _ := object.AsString(top)
	s, list := files.Of(t), object.NewList()
	var visit func(p string)
	visit = func(p string) {
		dirs, names := object.NewList(), object.NewList()
		var below []string
		for _, n := range s.List(p) {
			if path := p + "/" + n; s.IsDir(path) {
				below = append(below, path)
				dirs.Items = append(dirs.Items, object.NewStr(n))
			} else {
				names.Items = append(names.Items, object.NewStr(n))
			}
		}
		entry := object.NewTuple(object.NewStr(p), dirs, names)
		if down {
			list.Items = append(list.Items, entry)
		}
		for _, path := range below {
			visit(path)
		}
		if !down {
			list.Items = append(list.Items, entry)
		}
	}
	if s.IsDir(start) {
		if short := strings.TrimRight(start, "/"); short != "" {
			start = short
		}
		visit(start)
	}
	return object.Iter(t, list)
}

func refusal(sig string, errno int) *object.Builtin {
	name, params, _ := strings.Cut(sig, "(")
	return object.Func(name, "("+params, "Refuses: the playground keeps files of the run alone.", func(t *object.Thread, a []object.Object) (object.Object, error) {
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
		case "renames", "symlink", "link":
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
