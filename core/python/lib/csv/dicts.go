package csv

import "layerglass/core/python/object"

// DictReader and DictWriter are classes with ordinary attributes, which programs read and change.
var (
	dictReaderClass = object.NewType("DictReader", "csv", nil)
	dictWriterClass = object.NewType("DictWriter", "csv", nil)
)

func attr(t *object.Thread, o object.Object, name string) (object.Object, error) {
	return object.GetAttr(t, o, object.Intern(name))
}

func setAttrs(t *object.Thread, o object.Object, values map[string]object.Object) error {
	for name, v := range values {
		if err := object.SetAttr(t, o, object.Intern(name), v); err != nil {
			return err
		}
	}
	return nil
}

// kwargs turns a dict into keyword arguments.
func kwargs(d object.Object) []object.Kwarg {
	var kw []object.Kwarg
	for k, v := range d.(*object.Dict).All() {
		kw = append(kw, object.Kwarg{Name: k.(*object.Str), Value: v})
	}
	return kw
}

// make calls the session's reader or writer.
func open(t *object.Thread, name string, f, dialect, args, kw object.Object) (object.Object, error) {
	m, err := t.Import(t, "csv")
	if err != nil {
		return nil, err
	}
	fn, err := attr(t, m, name)
	if err != nil {
		return nil, err
	}
	pos := append([]object.Object{f, dialect}, args.(*object.Tuple).Items...)
	return object.CallArgs(t, fn, object.Args{Pos: pos, Kw: kwargs(kw)})
}

func initDictReader(t *object.Thread, a []object.Object) (object.Object, error) {
	r, err := open(t, "reader", a[1], a[5], a[6], a[7])
	if err != nil {
		return nil, err
	}
	fields := a[2]
	if fields != object.None {
		if _, ok := object.Of(fields).(*object.List); !ok {
			items, err := object.Items(t, fields)
			if err != nil {
				return nil, err
			}
			fields = object.NewList(items...)
		}
	}
	return object.None, setAttrs(t, a[0], map[string]object.Object{
		"_fieldnames": fields, "restkey": a[3], "restval": a[4], "reader": r, "dialect": a[5], "line_num": object.Int(0),
	})
}

// fieldNames returns the names of the columns, which are in the first row unless they were given.
func fieldNames(t *object.Thread, self object.Object) (object.Object, error) {
	names, err := attr(t, self, "_fieldnames")
	if err != nil || names != object.None {
		return names, err
	}
	r, err := attr(t, self, "reader")
	if err != nil {
		return nil, err
	}
	row, err := object.Next(t, r)
	if err != nil || row == nil {
		return object.None, err
	}
	lines, err := attr(t, r, "line_num")
	if err != nil {
		return nil, err
	}
	return row, setAttrs(t, self, map[string]object.Object{"_fieldnames": row, "line_num": lines})
}

func nextDict(t *object.Thread, a []object.Object) (object.Object, error) {
	self := a[0]
	if n, err := attr(t, self, "line_num"); err != nil {
		return nil, err
	} else if n == object.Object(object.Int(0)) {
		if _, err := attr(t, self, "fieldnames"); err != nil {
			return nil, err
		}
	}
	r, err := attr(t, self, "reader")
	if err != nil {
		return nil, err
	}
	var row []object.Object
	for len(row) == 0 { // empty lines are no rows
		v, err := object.Next(t, r)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, object.NewException(object.StopIterationClass)
		}
		row = v.(*object.List).Items
	}
	lines, err := attr(t, r, "line_num")
	if err != nil {
		return nil, err
	}
	if err := setAttrs(t, self, map[string]object.Object{"line_num": lines}); err != nil {
		return nil, err
	}
	fields, err := attr(t, self, "fieldnames")
	if err != nil {
		return nil, err
	}
	names, err := object.Items(t, fields)
	if err != nil {
		return nil, err
	}
	return rowDict(t, self, names, row)
}

func rowDict(t *object.Thread, self object.Object, names, row []object.Object) (object.Object, error) {
	d := object.NewDict()
	for i, name := range names {
		var v object.Object
		if i < len(row) {
			v = row[i]
		} else {
			var err error
			if v, err = attr(t, self, "restval"); err != nil {
				return nil, err
			}
		}
		if err := d.Set(t, name, v); err != nil {
			return nil, err
		}
	}
	if len(row) <= len(names) {
		return d, nil
	}
	key, err := attr(t, self, "restkey")
	if err != nil {
		return nil, err
	}
	return d, d.Set(t, key, object.NewList(row[len(names):]...))
}

func initDictWriter(t *object.Thread, a []object.Object) (object.Object, error) {
	action, _ := object.AsString(a[4])
	if action != "raise" && action != "ignore" {
		s, err := object.Repr(t, a[4])
		if err != nil {
			return nil, err
		}
		return nil, object.ValueError("extrasaction is 'raise' or 'ignore', not %s", s)
	}
	w, err := open(t, "writer", a[1], a[5], a[6], a[7])
	if err != nil {
		return nil, err
	}
	return object.None, setAttrs(t, a[0], map[string]object.Object{
		"fieldnames": a[2], "restval": a[3], "extrasaction": a[4], "writer": w,
	})
}

// dictRow returns the values of a dict in the order of the columns.
func dictRow(t *object.Thread, self, row object.Object) (object.Object, error) {
	fields, err := attr(t, self, "fieldnames")
	if err != nil {
		return nil, err
	}
	names, err := object.Items(t, fields)
	if err != nil {
		return nil, err
	}
	if err := refuseExtras(t, self, names, row); err != nil {
		return nil, err
	}
	fallback, err := attr(t, self, "restval")
	if err != nil {
		return nil, err
	}
	out := make([]object.Object, len(names))
	for i, name := range names {
		if out[i], err = object.CallMethod(t, row, "get", name, fallback); err != nil {
			return nil, err
		}
	}
	return object.NewList(out...), nil
}

func refuseExtras(t *object.Thread, self object.Object, names []object.Object, row object.Object) error {
	action, err := attr(t, self, "extrasaction")
	if err != nil {
		return err
	}
	if s, _ := object.AsString(action); s != "raise" {
		return nil
	}
	known := object.NewList(names...)
	extra := ""
	err = object.Iterate(t, row, func(k object.Object) (bool, error) {
		has, err := known.Contains(t, k)
		if err != nil || has {
			return true, err
		}
		s, err := object.Repr(t, k)
		if extra != "" {
			extra += ", "
		}
		extra += s
		return true, err
	})
	if err == nil && extra != "" {
		err = object.ValueError("dict contains fields not in fieldnames: %s", extra)
	}
	return err
}

func init() {
	newPlain := func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		return object.NewInstance(cls), nil
	}
	dictReaderClass.New, dictWriterClass.New = newPlain, newPlain
	dictReaderClass.Methods(
		object.Func("__init__", "(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds)", "", initDictReader),
		object.Func("__iter__", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
		object.Func("__next__", "(self)", "", nextDict),
	)
	dictReaderClass.GetterSetter("fieldnames", "The names of the columns.", fieldNames, func(t *object.Thread, self, v object.Object) error {
		return setAttrs(t, self, map[string]object.Object{"_fieldnames": v})
	})
	dictWriterClass.Methods(
		object.Func("__init__", "(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds)", "", initDictWriter),
		object.Func("writeheader", "(self)", "Writes the names of the columns.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			fields, err := attr(t, a[0], "fieldnames")
			if err != nil {
				return nil, err
			}
			w, err := attr(t, a[0], "writer")
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, w, "writerow", fields)
		}),
		object.Func("writerow", "(self, rowdict)", "Writes a dict as a row.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			row, err := dictRow(t, a[0], a[1])
			if err != nil {
				return nil, err
			}
			w, err := attr(t, a[0], "writer")
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, w, "writerow", row)
		}),
		object.Func("writerows", "(self, rowdicts)", "Writes dicts as rows.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, object.Iterate(t, a[1], func(row object.Object) (bool, error) {
				_, err := object.CallMethod(t, a[0], "writerow", row)
				return true, err
			})
		}),
	)
}
