package os

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/files"
	"layerglass/core/python/object"
)

func loadPath(_ *object.Thread, name string) (*object.Module, error) {
	m := object.NewModule(name)
	lib.Add(m, pathFunctions()...)
	for name, text := range map[string]string{"sep": "/", "extsep": ".", "pathsep": ":", "curdir": ".", "pardir": "..", "devnull": "/dev/null", "defpath": "/bin:/usr/bin"} {
		m.Dict.SetName(name, object.NewStr(text))
	}
	m.Dict.SetName("altsep", object.None)
	m.Dict.SetName("supports_unicode_filenames", object.False)
	return m, nil
}

// text reads a path argument that must be a str.
func text(t *object.Thread, o object.Object) (string, error) {
	p, err := fspath(t, o)
	if err != nil {
		return "", err
	}
	s, ok := object.AsString(p)
	if !ok {
		return "", object.TypeError("paths of the playground are str, not %s", p.Class().Name)
	}
	return s, nil
}

func str(s string) object.Object { return object.NewStr(s) }

func pair(a, b string) object.Object { return object.NewTuple(str(a), str(b)) }

// onPath makes a function of one path.
func onPath(name, param, doc string, do func(t *object.Thread, p string) (object.Object, error)) *object.Builtin {
	return object.Func(name, "("+param+")", doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		p, err := text(t, a[0])
		if err != nil {
			return nil, err
		}
		return do(t, p)
	})
}

func pathFunctions() []*object.Builtin {
	texts := func(name, param, doc string, do func(p string) string) *object.Builtin {
		return onPath(name, param, doc, func(_ *object.Thread, p string) (object.Object, error) { return str(do(p)), nil })
	}
	pairs := func(name, param, doc string, do func(p string) (string, string)) *object.Builtin {
		return onPath(name, param, doc, func(_ *object.Thread, p string) (object.Object, error) { return pair(do(p)), nil })
	}
	list := []*object.Builtin{
		object.Func("join", "(a, *p)", "Joins parts with slashes.", join),
		pairs("split", "p", "Returns directory and name.", split),
		pairs("splitext", "p", "Returns the path without its extension, and the extension.", splitext),
		pairs("splitdrive", "p", "Returns an empty drive and the path.", func(p string) (string, string) { return "", p }),
		texts("basename", "p", "Returns the last part.", func(p string) string { _, b := split(p); return b }),
		texts("dirname", "p", "Returns what stands before the last part.", func(p string) string { d, _ := split(p); return d }),
		texts("normpath", "path", "Removes double slashes and dots.", normpath),
		texts("abspath", "path", "Returns the path from the root.", abspath),
		texts("realpath", "filename, *, strict=False", "Returns the path from the root.", abspath),
		texts("normcase", "s", "Returns the path.", func(p string) string { return p }),
		onPath("isabs", "s", "Whether the path begins at the root.", func(_ *object.Thread, p string) (object.Object, error) {
			return object.Bool(strings.HasPrefix(p, "/")), nil
		}),
		onPath("expanduser", "path", "Puts the home directory in place of ~.", func(t *object.Thread, p string) (object.Object, error) {
			if p == "~" || strings.HasPrefix(p, "~/") {
				dir := strings.TrimRight(Getenv(t, "HOME"), "/")
				if p = dir + p[1:]; p == "" {
					p = "/"
				}
			}
			return str(p), nil
		}),
		onPath("expandvars", "path", "Puts environment variables in place of $name.", func(t *object.Thread, p string) (object.Object, error) {
			return str(expandVars(t, p)), nil
		}),
		object.Func("relpath", "(path, start=None)", "Returns the way from start to path.", relpath),
		object.Func("commonprefix", "(m)", "Returns the longest text with which all begin.", commonPrefix),
		object.Func("commonpath", "(paths)", "Returns the longest path that all lie below.", commonPath),
		object.Func("samefile", "(f1, f2)", "Refuses: there are no files.", missing),
	}
	for _, name := range []string{"exists", "lexists", "isfile", "isdir", "islink", "ismount"} {
		directories := name != "isfile" && name != "islink"
		list = append(list, onPath(name, "path", "Of the files that the run has made, which are kept in memory.", func(t *object.Thread, p string) (object.Object, error) {
			store := files.Of(t)
			switch name {
			case "ismount":
				return object.Bool(abspath(p) == "/"), nil
			case "islink":
				return object.False, nil
			}
			file := name != "isdir" && store.Get(p) != nil && !strings.HasSuffix(p, "/")
			return object.Bool(p != "" && (file || directories && store.IsDir(p))), nil
		}))
	}
	for _, name := range []string{"getsize", "getmtime", "getatime", "getctime"} {
		list = append(list, object.Func(name, "(filename)", "Of a file that the run has made.", measured(name)))
	}
	return list
}

// measured is os.path.getsize, or a time of a file, which is not kept.
func measured(name string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		p, err := text(t, a[0])
		if err != nil {
			return nil, err
		}
		f := files.Of(t).Get(p)
		switch {
		case f == nil:
			return missing(t, a)
		case name != "getsize" || f.Kept != nil:
			return nil, object.NewError(object.NotImplementedErrClass, "os.path.%s(): the playground keeps this file as an object, without times and bytes.", name)
		}
		return object.Int(len(f.Data)), nil
	}
}

func missing(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := text(t, a[0])
	if err != nil {
		return nil, err
	}
	return nil, object.OSError(2, errorTexts[2], p)
}

func join(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := text(t, a[0])
	if err != nil {
		return nil, err
	}
	for _, o := range a[1].(*object.Tuple).Items {
		next, err := text(t, o)
		if object.IsKind(err, object.TypeErrorClass) {
			return nil, object.TypeError("join() argument must be str, bytes, or os.PathLike object, not '%s'", o.Class().MessageName())
		}
		if err != nil {
			return nil, err
		}
		switch {
		case strings.HasPrefix(next, "/"):
			p = next
		case p == "" || strings.HasSuffix(p, "/"):
			p += next
		default:
			p += "/" + next
		}
	}
	return str(p), nil
}

func split(p string) (string, string) {
	i := strings.LastIndexByte(p, '/') + 1
	dir, name := p[:i], p[i:]
	if trimmed := strings.TrimRight(dir, "/"); trimmed != "" {
		dir = trimmed
	}
	return dir, name
}

func splitext(p string) (string, string) {
	slash, dot := strings.LastIndexByte(p, '/'), strings.LastIndexByte(p, '.')
	for i := slash + 1; i < dot; i++ {
		if p[i] != '.' { // leading dots begin a name, not an extension
			return p[:dot], p[dot:]
		}
	}
	return p, ""
}

func normpath(p string) string {
	if p == "" {
		return "."
	}
	root := ""
	if strings.HasPrefix(p, "/") {
		root = "/"
		if strings.HasPrefix(p, "//") && !strings.HasPrefix(p, "///") {
			root = "//"
		}
	}
	var parts []string
	for _, part := range strings.Split(p, "/") {
		switch {
		case part == "" || part == ".":
		case part != "..", root == "" && len(parts) == 0, len(parts) > 0 && parts[len(parts)-1] == "..":
			parts = append(parts, part)
		case len(parts) > 0:
			parts = parts[:len(parts)-1]
		}
	}
	if p = root + strings.Join(parts, "/"); p == "" {
		return "."
	}
	return p
}

func abspath(p string) string {
	if !strings.HasPrefix(p, "/") {
		p = home + "/" + p
	}
	return normpath(p)
}

func partsOf(p string) []string {
	return strings.FieldsFunc(p, func(r rune) bool { return r == '/' })
}

func relpath(t *object.Thread, a []object.Object) (object.Object, error) {
	p, err := text(t, a[0])
	if err != nil {
		return nil, err
	}
	if p == "" {
		return nil, object.ValueError("no path specified")
	}
	start := "."
	if a[1] != object.None {
		if start, err = text(t, a[1]); err != nil {
			return nil, err
		}
	}
	from, to := partsOf(abspath(start)), partsOf(abspath(p))
	same := 0
	for same < len(from) && same < len(to) && from[same] == to[same] {
		same++
	}
	var out []string
	for range from[same:] {
		out = append(out, "..")
	}
	if out = append(out, to[same:]...); len(out) == 0 {
		return str("."), nil
	}
	return str(strings.Join(out, "/")), nil
}

func expandVars(t *object.Thread, p string) string {
	var b strings.Builder
	for i := 0; i < len(p); {
		if p[i] != '$' {
			b.WriteByte(p[i])
			i++
			continue
		}
		name, end := "", i+1
		if strings.HasPrefix(p[end:], "{") {
			if n := strings.IndexByte(p[end:], '}'); n > 0 {
				name, end = p[end+1:end+n], end+n+1
			}
		} else {
			for end < len(p) && (p[end] == '_' || p[end] >= '0' && p[end] <= '9' || p[end] >= 'A' && p[end] <= 'Z' || p[end] >= 'a' && p[end] <= 'z') {
				end++
			}
			name = p[i+1 : end]
		}
		if v, ok := object.AsString(environment(t).vars.GetStr(object.NewStr(name))); ok {
			b.WriteString(v)
		} else {
			b.WriteString(p[i:end])
		}
		i = end
	}
	return b.String()
}

func pathTexts(t *object.Thread, o object.Object) (list []string, err error) {
	err = object.Iterate(t, o, func(v object.Object) (bool, error) {
		s, err := text(t, v)
		list = append(list, s)
		return true, err
	})
	return list, err
}

func commonPrefix(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := pathTexts(t, a[0])
	if err != nil || len(list) == 0 {
		return str(""), err
	}
	prefix := list[0]
	for _, s := range list[1:] {
		n := 0
		for n < len(prefix) && n < len(s) && prefix[n] == s[n] {
			n++
		}
		prefix = prefix[:n]
	}
	return str(strings.ToValidUTF8(prefix, "")), nil
}

func commonPath(t *object.Thread, a []object.Object) (object.Object, error) {
	list, err := pathTexts(t, a[0])
	if err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, object.ValueError("commonpath() arg is an empty sequence")
	}
	var common []string
	for i, s := range list {
		if strings.HasPrefix(s, "/") != strings.HasPrefix(list[0], "/") {
			return nil, object.ValueError("Can't mix absolute and relative paths")
		}
		parts := partsOf(s)
		kept := parts[:0:0]
		for _, p := range parts {
			if p != "." {
				kept = append(kept, p)
			}
		}
		if i == 0 {
			common = kept
			continue
		}
		n := 0
		for n < len(common) && n < len(kept) && common[n] == kept[n] {
			n++
		}
		common = common[:n]
	}
	prefix := ""
	if strings.HasPrefix(list[0], "/") {
		prefix = "/"
	}
	return str(prefix + strings.Join(common, "/")), nil
}
