package object

func init() {
	MemoryViewClass.New = newMemoryView
	MemoryViewClass.Protocols(&MemoryView{})
	memoryIteratorClass.Protocols(&memoryIterator{})
	MemoryViewClass.Methods(
		viewMethod("tobytes", "(self, /, order='C')", "Return the bytes of all items.", func(t *Thread, v *MemoryView, _ []Object) (Object, error) {
			s := v.contents()
			if err := t.Scan(len(s)); err != nil {
				return nil, err
			}
			return NewBytes(s), chargeText(t, len(s))
		}),
		viewMethod("tolist", "(self, /)", "Return the items as a list.", func(t *Thread, v *MemoryView, _ []Object) (Object, error) {
			items, err := Items(t, v)
			return NewList(items...), err
		}),
		viewMethod("hex", "(self, /, sep=?, bytes_per_sep=1)", "Return the bytes as hexadecimal digits.", func(t *Thread, v *MemoryView, a []Object) (Object, error) {
			args := Args{}
			if a[0] != nil {
				args.Pos = a
			}
			m, err := GetAttr(t, NewBytes(v.contents()), Intern("hex"))
			if err != nil {
				return nil, err
			}
			return CallArgs(t, m, args)
		}),
		viewMethod("toreadonly", "(self, /)", "Return a view of the same memory through which it cannot be changed.", func(_ *Thread, v *MemoryView, _ []Object) (Object, error) {
			w := *v
			w.readonly = true
			return &w, nil
		}),
		viewMethod("cast", "(self, /, format, shape=?)", "Return a view of the same memory with items of another format.", castView),
		viewMethod("__enter__", "(self, /)", "Return the view.", func(_ *Thread, v *MemoryView, _ []Object) (Object, error) { return v, nil }),
		Func("__exit__", "(self, /, *exc_info)", "Release the view.", releaseView),
		Func("release", "(self, /)", "Let go of the memory.", releaseView),
	)
	field := func(name, doc string, get func(v *MemoryView) Object) {
		MemoryViewClass.Getter(name, doc, func(_ *Thread, self Object) (Object, error) {
			v := self.(*MemoryView)
			_, err := v.memory()
			return get(v), err
		})
	}
	field("obj", "The object below.", func(v *MemoryView) Object { return v.base })
	field("nbytes", "The number of bytes of all items.", func(v *MemoryView) Object { return Int(v.count * v.size()) })
	field("itemsize", "The number of bytes of an item.", func(v *MemoryView) Object { return Int(v.size()) })
	field("format", "The format of the items, as module struct names it.", func(v *MemoryView) Object { return NewStr(string(rune(v.format))) })
	field("readonly", "Whether the memory cannot be changed.", func(v *MemoryView) Object { return Bool(v.readonly) })
	field("ndim", "The number of dimensions.", func(*MemoryView) Object { return Int(1) })
	field("shape", "The number of items in each dimension.", func(v *MemoryView) Object { return NewTuple(Int(v.count)) })
	field("strides", "The bytes from item to item in each dimension.", func(v *MemoryView) Object { return NewTuple(Int(v.step)) })
	field("suboffsets", "Nothing: the memory is in one piece.", func(*MemoryView) Object { return emptyTuple })
	for _, name := range []string{"c_contiguous", "f_contiguous", "contiguous"} {
		field(name, "Whether no bytes lie between the items.", func(v *MemoryView) Object { return Bool(v.step == v.size() || v.count < 2) })
	}
}

var memoryViewSignature = ParseSignature("(object)")

func newMemoryView(t *Thread, _ *Class, a Args) (Object, error) {
	given, err := memoryViewSignature.Bind(t, "memoryview", nil, a, nil)
	if err != nil {
		return nil, err
	}
	switch x := Of(given[0]).(type) {
	case *MemoryView:
		if _, err := x.memory(); err != nil {
			return nil, err
		}
		w := *x
		return &w, nil
	case *Bytes, *ByteArray:
		v := newView(x)
		v.base = given[0]
		return v, nil
	}
	return nil, TypeError("memoryview: a bytes-like object is required, not '%s'", given[0].Class().MessageName())
}

// viewMethod makes a method that needs a view which was not released.
func viewMethod(name, sig, doc string, do func(t *Thread, v *MemoryView, a []Object) (Object, error)) *Builtin {
	return Func(name, sig, doc, func(t *Thread, a []Object) (Object, error) {
		v := a[0].(*MemoryView)
		if _, err := v.memory(); err != nil {
			return nil, err
		}
		return do(t, v, a[1:])
	})
}

func releaseView(_ *Thread, a []Object) (Object, error) {
	a[0].(*MemoryView).released = true
	return None, nil
}

func castView(_ *Thread, v *MemoryView, a []Object) (Object, error) {
	format, ok := Of(a[0]).(*Str)
	if !ok {
		return nil, TypeError("cast() argument 'format' must be str, not %s", ArgumentTypeName(a[0]))
	}
	name := format.s
	if len(name) == 2 && name[0] == '@' {
		name = name[1:]
	}
	if len(name) != 1 || viewSizes[name[0]] == 0 {
		return nil, ValueError("memoryview: destination format must be a native single character format prefixed with an optional '@'")
	}
	if a[1] != nil {
		return nil, NewError(NotImplementedErrClass, "memoryview.cast() with a shape is not available in the playground: a view has one dimension.")
	}
	isByte := func(c byte) bool { return c == 'B' || c == 'b' || c == 'c' }
	size := viewSizes[name[0]]
	switch {
	case !isByte(v.format) && !isByte(name[0]):
		return nil, TypeError("memoryview: cannot cast between two non-byte formats")
	case v.step != v.size() && v.count > 1:
		return nil, TypeError("memoryview: casts are restricted to C-contiguous views")
	case v.count*v.size()%size != 0:
		return nil, TypeError("memoryview: length is not a multiple of itemsize")
	}
	w := *v
	w.format, w.step, w.count = name[0], size, v.count*v.size()/size
	return &w, nil
}
