package collections

import (
	"layerglass/core/python/object"
)

var dataAttr = object.Intern("data")

func dataOf(t *object.Thread, o object.Object) (object.Object, error) {
	return object.GetAttr(t, o, dataAttr)
}

// plain returns the data of a wrapper of the class, and any other object as it is.
func plain(t *object.Thread, c *object.Class, o object.Object) (object.Object, error) {
	if o.Class().IsSubclass(c) {
		return dataOf(t, o)
	}
	return o, nil
}

// userClasses makes UserDict, UserList and UserString: wrappers, for programs to derive from.
func userClasses(t *object.Thread) ([]*object.Class, error) {
	var list []*object.Class
	for _, u := range []struct {
		name, base string
		fill       func(c *object.Class)
	}{{"UserDict", "MutableMapping", userDict}, {"UserList", "MutableSequence", userList}, {"UserString", "Sequence", userString}} {
		base, err := abstractClass(t, u.base)
		if err != nil {
			return nil, err
		}
		c, err := object.NewClass(t, u.name, "collections", []*object.Class{base}, object.NewDict(), nil)
		if err != nil {
			return nil, err
		}
		u.fill(c)
		c.SetAbstract(nil)
		c.Changed()
		list = append(list, c)
	}
	return list, nil
}

// through makes methods that call those of the data. With again the result is wrapped.
func through(c *object.Class, again bool, methods ...string) {
	for _, name := range methods {
		c.Methods(object.RawFunc(name, "(self, *args, **kwargs)", "", func(t *object.Thread, a object.Args) (object.Object, error) {
			d, err := dataOf(t, a.Pos[0])
			if err != nil {
				return nil, err
			}
			m, err := object.GetAttr(t, d, object.Intern(name))
			if err != nil {
				return nil, err
			}
			args := make([]object.Object, len(a.Pos)-1)
			for i, v := range a.Pos[1:] {
				if args[i], err = plain(t, c, v); err != nil {
					return nil, err
				}
			}
			v, err := object.CallArgs(t, m, object.Args{Pos: args, Kw: a.Kw})
			if err != nil || !again || v == object.NotImplemented {
				return v, err
			}
			return object.Call(t, a.Pos[0].Class(), v)
		}))
	}
}

func userDict(c *object.Class) {
	add(c, "__init__", "(self, dict=None, /, **kwargs)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		if err := object.SetAttr(t, self, dataAttr, object.NewDict()); err != nil {
			return nil, err
		}
		if a[0] != object.None {
			if _, err := object.CallMethod(t, self, "update", a[0]); err != nil {
				return nil, err
			}
		}
		if kw := a[1].(*object.Dict); kw.Len() > 0 {
			if _, err := object.CallMethod(t, self, "update", kw); err != nil {
				return nil, err
			}
		}
		return object.None, nil
	})
	through(c, false, "__len__", "__iter__", "__repr__", "__contains__")
	add(c, "__getitem__", "(self, key)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		d, err := dataOf(t, self)
		if err != nil {
			return nil, err
		}
		if ok, err := object.Contains(t, d, a[0]); ok || err != nil {
			if err != nil {
				return nil, err
			}
			return object.GetItem(t, d, a[0])
		}
		if m, err := object.Special(t, self, "__missing__"); m != nil || err != nil {
			if err != nil {
				return nil, err
			}
			return object.Call(t, m, a[0])
		}
		return nil, object.KeyError(a[0])
	})
	add(c, "__setitem__", "(self, key, item)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		d, err := dataOf(t, self)
		if err != nil {
			return nil, err
		}
		return object.None, object.SetItem(t, d, a[0], a[1])
	})
	add(c, "__delitem__", "(self, key)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		d, err := dataOf(t, self)
		if err != nil {
			return nil, err
		}
		return object.None, object.DelItem(t, d, a[0])
	})
	add(c, "get", "(self, key, default=None)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		if ok, err := object.Contains(t, self, a[0]); !ok || err != nil {
			return a[1], err
		}
		return object.GetItem(t, self, a[0])
	})
	for _, reflected := range []bool{false, true} {
		name := "__or__"
		if reflected {
			name = "__ror__"
		}
		add(c, name, "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
			x, err := dataOf(t, self)
			if err != nil {
				return nil, err
			}
			y, err := plain(t, c, a[0])
			if err != nil {
				return nil, err
			}
			if dictOf(y) == nil {
				return object.NotImplemented, nil
			}
			if reflected {
				x, y = y, x
			}
			v, err := object.Binary(t, object.Or, x, y)
			if err != nil {
				return nil, err
			}
			return object.Call(t, self.Class(), v)
		})
	}
	add(c, "__ior__", "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		other, err := plain(t, c, a[0])
		if err == nil {
			_, err = object.CallMethod(t, self, "update", other)
		}
		return self, err
	})
	copied := func(t *object.Thread, self object.Object, _ []object.Object) (object.Object, error) {
		d, err := dataOf(t, self)
		if err != nil {
			return nil, err
		}
		v, err := object.Call(t, self.Class())
		if err != nil {
			return nil, err
		}
		_, err = object.CallMethod(t, v, "update", d)
		return v, err
	}
	add(c, "copy", "(self)", copied)
	add(c, "__copy__", "(self)", copied)
}

func userList(c *object.Class) {
	add(c, "__init__", "(self, initlist=None)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		list := object.NewList()
		if a[0] != object.None {
			from, err := plain(t, c, a[0])
			if err != nil {
				return nil, err
			}
			if err := list.Extend(t, from); err != nil {
				return nil, err
			}
		}
		return object.None, object.SetAttr(t, self, dataAttr, list)
	})
	through(c, false, "__len__", "__iter__", "__repr__", "__contains__", "__setitem__", "__delitem__", "__eq__", "__lt__", "__le__", "__gt__", "__ge__",
		"__reversed__", "append", "insert", "pop", "remove", "clear", "count", "index", "reverse", "sort", "extend")
	through(c, true, "__add__", "__mul__", "__rmul__", "copy", "__copy__")
	c.Set("__hash__", object.None)
	c.Set("__copy__", c.Dict().GetName("copy"))
	add(c, "__getitem__", "(self, i)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		d, err := dataOf(t, self)
		if err != nil {
			return nil, err
		}
		v, err := object.GetItem(t, d, a[0])
		if _, slice := a[0].(*object.Slice); slice && err == nil {
			return object.Call(t, self.Class(), v)
		}
		return v, err
	})
	add(c, "__add__", "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return joinLists(t, c, self, self, a[0])
	})
	add(c, "__radd__", "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		return joinLists(t, c, self, a[0], self)
	})
	for _, name := range []string{"__iadd__", "__imul__"} {
		op := map[string]object.BinaryOp{"__iadd__": object.Add, "__imul__": object.Mul}[name]
		add(c, name, "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
			d, err := dataOf(t, self)
			if err != nil {
				return nil, err
			}
			other, err := plain(t, c, a[0])
			if err != nil {
				return nil, err
			}
			v, err := object.InplaceBinary(t, op, d, other)
			if err != nil {
				return nil, err
			}
			return self, object.SetAttr(t, self, dataAttr, v)
		})
	}
}

func joinLists(t *object.Thread, c *object.Class, self, left, right object.Object) (object.Object, error) {
	out := object.NewList()
	for _, o := range []object.Object{left, right} {
		o, err := plain(t, c, o)
		if err != nil {
			return nil, err
		}
		if err := out.Extend(t, o); err != nil {
			return nil, err
		}
	}
	return object.Call(t, self.Class(), out)
}

func userString(c *object.Class) {
	add(c, "__init__", "(self, seq)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		from, err := plain(t, c, a[0])
		if err != nil {
			return nil, err
		}
		s, err := object.ToStr(t, from)
		if err != nil {
			return nil, err
		}
		return object.None, object.SetAttr(t, self, dataAttr, object.NewStr(s))
	})
	through(c, false, "__len__", "__iter__", "__repr__", "__str__", "__hash__", "__contains__", "__eq__", "__lt__", "__le__", "__gt__", "__ge__", "__format__",
		"count", "index", "find", "rfind", "rindex", "encode", "endswith", "startswith", "isalpha", "isalnum", "isascii", "isdecimal", "isdigit", "isidentifier",
		"islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "split", "rsplit", "splitlines", "partition", "rpartition", "format", "format_map")
	through(c, true, "__add__", "__mul__", "__rmul__", "__mod__", "__getitem__", "capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "replace",
		"rjust", "rstrip", "strip", "swapcase", "title", "translate", "upper", "zfill", "removeprefix", "removesuffix")
	add(c, "__radd__", "(self, other)", func(t *object.Thread, self object.Object, a []object.Object) (object.Object, error) {
		d, err := dataOf(t, self)
		if err != nil {
			return nil, err
		}
		v, err := object.Binary(t, object.Add, a[0], d)
		if err != nil {
			return nil, err
		}
		return object.Call(t, self.Class(), v)
	})
}
