// Package csv is Python's module csv.
package csv

import (
	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("csv", load) }

var errorClass = object.NewType("Error", "_csv", object.ExceptionClass)

func csvError(format string, a ...any) error { return object.NewError(errorClass, format, a...) }

// The ways of quoting.
const (
	quoteMinimal = iota
	quoteAll
	quoteNonNumeric
	quoteNone
)

// dialect is how a file is written.
type dialect struct {
	delimiter, quote, escape              rune // 0: none
	doubleQuote, skipInitialSpace, strict bool
	terminator                            string
	quoting                               int
}

var excel = dialect{delimiter: ',', quote: '"', doubleQuote: true, terminator: "\r\n"}

// predefined are the dialects that the module knows by name.
var predefined = []struct {
	name, class string
	d           dialect
}{
	{"excel", "excel", excel},
	{"excel-tab", "excel_tab", dialect{delimiter: '\t', quote: '"', doubleQuote: true, terminator: "\r\n"}},
	{"unix", "unix_dialect", dialect{delimiter: ',', quote: '"', doubleQuote: true, terminator: "\n", quoting: quoteAll}},
}

type stateKey struct{}

// registered are the session's dialects by name.
func registered(t *object.Thread) *object.Dict {
	return t.State(stateKey{}, func() any { return object.NewDict() }).(*object.Dict)
}

var dialectClass = object.NewType("Dialect", "csv", nil)

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("csv")
	m.Dict.SetName("Error", errorClass)
	m.Dict.SetName("Dialect", dialectClass)
	m.Dict.SetName("DictReader", dictReaderClass)
	m.Dict.SetName("DictWriter", dictWriterClass)
	for i, name := range []string{"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE"} {
		m.Dict.SetName(name, object.Int(i))
	}
	for _, p := range predefined {
		c, err := object.NewClass(t, p.class, "csv", []*object.Class{dialectClass}, p.d.namespace(), nil)
		if err != nil {
			return nil, err
		}
		m.Dict.SetName(p.class, c)
		registered(t).SetName(p.name, c)
	}
	for _, f := range functions {
		f.Module = "_csv"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

func charObject(r rune) object.Object {
	if r == 0 {
		return object.None
	}
	return object.NewStr(string(r))
}

func (d *dialect) namespace() *object.Dict {
	ns := object.NewDict()
	ns.SetName("delimiter", charObject(d.delimiter))
	ns.SetName("quotechar", charObject(d.quote))
	ns.SetName("escapechar", charObject(d.escape))
	ns.SetName("doublequote", object.Bool(d.doubleQuote))
	ns.SetName("skipinitialspace", object.Bool(d.skipInitialSpace))
	ns.SetName("lineterminator", object.NewStr(d.terminator))
	ns.SetName("quoting", object.Int(d.quoting))
	ns.SetName("strict", object.Bool(d.strict))
	return ns
}

const options = "dialect=?, *, delimiter=?, quotechar=?, escapechar=?, doublequote=?, skipinitialspace=?, lineterminator=?, quoting=?, strict=?"

var optionNames = []string{"delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting", "strict"}

// newDialect reads the arguments that options lists.
func newDialect(t *object.Thread, a []object.Object) (*dialect, error) {
	d := excel
	base := a[0]
	if name, ok := object.AsString(base); ok && base != nil {
		v := registered(t).GetName(name)
		if v == nil {
			return nil, csvError("unknown dialect")
		}
		base = v
	}
	for i, name := range optionNames {
		v := a[i+1]
		if v == nil && base != nil && base != object.None {
			var err error
			if v, err = object.LookupAttr(t, base, object.Intern(name)); err != nil && !object.IsKind(err, object.AttributeErrorClass) {
				return nil, err
			}
		}
		if v == nil {
			continue
		}
		if err := d.set(t, name, v); err != nil {
			return nil, err
		}
	}
	if d.quoting != quoteNone && d.quote == 0 {
		return nil, object.TypeError("quotechar must be set if quoting enabled")
	}
	return &d, nil
}

func (d *dialect) set(t *object.Thread, name string, v object.Object) (err error) {
	switch name {
	case "delimiter":
		if d.delimiter, err = character(name, v); err == nil && d.delimiter == 0 {
			err = object.TypeError("\"delimiter\" must be a 1-character string")
		}
	case "quotechar":
		d.quote, err = character(name, v)
		if err == nil && d.quote == 0 && v == object.None {
			d.quoting = quoteNone
		}
	case "escapechar":
		d.escape, err = character(name, v)
	case "doublequote":
		d.doubleQuote, err = object.Truth(t, v)
	case "skipinitialspace":
		d.skipInitialSpace, err = object.Truth(t, v)
	case "strict":
		d.strict, err = object.Truth(t, v)
	case "lineterminator":
		var ok bool
		if d.terminator, ok = object.AsString(v); !ok {
			err = object.TypeError("\"lineterminator\" must be a string")
		}
	case "quoting":
		n, ok := object.AsInt64(v)
		if !ok {
			return object.TypeError("\"quoting\" must be an integer")
		}
		if n < quoteMinimal || n > quoteNone {
			return object.TypeError("bad \"quoting\" value")
		}
		d.quoting = int(n)
	}
	return err
}

func character(name string, v object.Object) (rune, error) {
	if v == object.None {
		return 0, nil
	}
	s, ok := object.AsString(v)
	if !ok {
		return 0, object.TypeError("\"%s\" must be string, not %s", name, v.Class().Name)
	}
	r := []rune(s)
	if len(r) != 1 {
		return 0, object.TypeError("\"%s\" must be a 1-character string", name)
	}
	return r[0], nil
}

var functions = []*object.Builtin{
	object.Func("reader", "(iterable, /, "+options+")", "Reads rows of lines of text.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		d, err := newDialect(t, a[1:])
		if err != nil {
			return nil, err
		}
		lines, err := object.Iter(t, a[0])
		if err != nil {
			return nil, err
		}
		return &reader{dialect: d, lines: lines}, nil
	}),
	object.Func("writer", "(fileobj, /, "+options+")", "Writes rows to a file.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		d, err := newDialect(t, a[1:])
		if err != nil {
			return nil, err
		}
		write, err := object.LookupAttr(t, a[0], object.Intern("write"))
		if err != nil || write == nil || !object.IsCallable(write) {
			return nil, object.TypeError("argument 1 must have a \"write\" method")
		}
		return &writer{dialect: d, write: write}, nil
	}),
	object.Func("register_dialect", "(name, "+options+")", "Gives a dialect a name.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		name, ok := object.AsString(a[0])
		if !ok {
			return nil, object.TypeError("dialect name must be a string")
		}
		d, err := newDialect(t, a[1:])
		if err != nil {
			return nil, err
		}
		c, err := object.NewClass(t, "Dialect", "_csv", []*object.Class{dialectClass}, d.namespace(), nil)
		registered(t).SetName(name, c)
		return object.None, err
	}),
	object.Func("unregister_dialect", "(name)", "Forgets a dialect.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		v, err := registered(t).Delete(t, a[0])
		if err == nil && v == nil {
			err = csvError("unknown dialect")
		}
		return object.None, err
	}),
	object.Func("get_dialect", "(name)", "Returns a dialect.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		v, err := registered(t).Get(t, a[0])
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, csvError("unknown dialect")
		}
		return object.Call(t, v)
	}),
	object.Func("list_dialects", "()", "Returns the names of the dialects.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		names, err := object.Items(t, registered(t))
		return object.NewList(names...), err
	}),
	object.Func("field_size_limit", "(limit=?)", "Returns how long a field may be.", func(*object.Thread, []object.Object) (object.Object, error) {
		return object.Int(131072), nil
	}),
}

func init() {
	dialectClass.New = func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		return object.NewInstance(cls), nil
	}
	for k, v := range excel.namespace().All() {
		name := k.(*object.Str).String()
		if name == "delimiter" || name == "quotechar" || name == "lineterminator" || name == "quoting" {
			v = object.None
		}
		dialectClass.Set(name, v)
	}
}
