package collections

import (
	"strings"

	"layerglass/core/python/lib/bind"
	"layerglass/core/python/object"
)

func namedTuple(t *object.Thread, a []object.Object) (object.Object, error) {
	name, err := object.ToStr(t, a[0])
	if err != nil {
		return nil, err
	}
	fields, err := fieldNames(t, a[1])
	if err != nil {
		return nil, err
	}
	rename, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	if err := t.Spend(100 + 8*int64(len(fields))); err != nil {
		return nil, err
	}
	if err := checkFields(name, fields, rename); err != nil {
		return nil, err
	}
	var defaults []object.Object
	if a[3] != object.None {
		if defaults, err = object.Items(t, a[3]); err != nil {
			return nil, err
		}
		if len(defaults) > len(fields) {
			return nil, object.TypeError("Got more default values than field names")
		}
	}
	module := "__main__"
	if s, ok := object.AsString(a[4]); ok {
		module = s
	} else if t.Top != nil {
		if s, ok := object.AsString(t.Top.Globals.GetName("__name__")); ok {
			module = s
		}
	}
	return NewNamedTuple(t, name, module, fields, defaults)
}

func fieldNames(t *object.Thread, o object.Object) ([]string, error) {
	if s, ok := object.AsString(o); ok {
		return strings.Fields(strings.ReplaceAll(s, ",", " ")), nil
	}
	var fields []string
	err := object.Iterate(t, o, func(v object.Object) (bool, error) {
		s, err := object.ToStr(t, v)
		fields = append(fields, s)
		return true, err
	})
	return fields, err
}

const keywords = " False None True and as assert async await break class continue def del elif else except finally for from global if import in is " +
	"lambda nonlocal not or pass raise return try while with yield "

func checkFields(typename string, fields []string, rename bool) error {
	seen := map[string]bool{}
	for i, f := range fields {
		problem := ""
		switch {
		case !identifier(f):
			problem = "Type names and field names must be valid identifiers: " + object.QuoteStr(f)
		case strings.Contains(keywords, " "+f+" "):
			problem = "Type names and field names cannot be a keyword: " + object.QuoteStr(f)
		case f[0] == '_':
			problem = "Field names cannot start with an underscore: " + object.QuoteStr(f)
		case seen[f]:
			problem = "Encountered duplicate field name: " + object.QuoteStr(f)
		}
		if problem != "" {
			if !rename {
				return object.ValueError("%s", problem)
			}
			fields[i] = "_" + itoa(i)
		}
		seen[fields[i]] = true
	}
	if !identifier(typename) {
		return object.ValueError("Type names and field names must be valid identifiers: %s", object.QuoteStr(typename))
	}
	return nil
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + itoa(n%10)
	}
	return string(rune('0' + n))
}

func identifier(s string) bool {
	for i, r := range s {
		if r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r < 0x80 && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}

// NewNamedTuple makes a class of tuples with named fields; defaults belong to the last fields. typing.NamedTuple uses it too.
func NewNamedTuple(t *object.Thread, name, module string, fields []string, defaults []object.Object) (*object.Class, error) {
	ns := object.NewDict()
	ns.SetName("__module__", object.NewStr(module))
	ns.SetName("__slots__", object.NewTuple())
	ns.SetName("__doc__", object.NewStr(name+"("+strings.Join(fields, ", ")+")"))
	c, err := object.NewClass(t, name, module, []*object.Class{object.TupleClass}, ns, object.TypeClass)
	if err != nil {
		return nil, err
	}
	c.HasSlots = true
	var names []object.Object
	byName := object.NewDict()
	for i, f := range fields {
		names = append(names, object.Intern(f))
		c.GetterSetter(f, "Alias for field number "+itoa(i), func(_ *object.Thread, self object.Object) (object.Object, error) {
			return object.Of(self).(*object.Tuple).Items[i], nil
		}, func(_ *object.Thread, self, _ object.Object) error {
			return object.AttributeError(self, f, "can't set attribute")
		})
		if k := i - (len(fields) - len(defaults)); k >= 0 {
			byName.SetName(f, defaults[k])
		}
	}
	all := object.NewTuple(names...)
	c.Set("_fields", all)
	c.Set("__match_args__", all)
	c.Set("_field_defaults", byName)
	params := []object.Param{{Name: object.Intern("_cls"), Kind: object.PositionalOnly}}
	for _, n := range names {
		p := object.Param{Name: n.(*object.Str), Kind: object.PositionalOrKeyword}
		if v := byName.GetStr(p.Name); v != nil {
			p.Default = v
		}
		params = append(params, p)
	}
	signature := object.NewSignature(params)
	make := object.RawFunc("__new__", "", "Creates the tuple.", func(_ *object.Thread, a object.Args) (object.Object, error) {
		values, err := bind.Function(name+".__new__", signature, a)
		if err != nil {
			return nil, err
		}
		cls, ok := values[0].(*object.Class)
		if !ok {
			return nil, object.TypeError("%s.__new__(X): X is not a type object (%s)", name, values[0].Class().MessageName())
		}
		return makeTuple(cls, values[1:]), nil
	})
	c.Set("__new__", &object.StaticMethod{Func: make.WithSignature(signature)})
	addTupleMethods(c, fields)
	return c, nil
}

func makeTuple(cls *object.Class, values []object.Object) object.Object {
	i := object.NewInstance(cls)
	i.Native = object.NewTuple(values...)
	return i
}

func itemsOf(o object.Object) []object.Object { return object.Of(o).(*object.Tuple).Items }

func addTupleMethods(c *object.Class, fields []string) {
	c.Methods(
		object.Func("__repr__", "(self)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			var parts []string
			for i, v := range itemsOf(a[0]) {
				s, err := object.Repr(t, v)
				if err != nil {
					return nil, err
				}
				parts = append(parts, fields[i]+"="+s)
			}
			return object.NewStr(a[0].Class().Name + "(" + strings.Join(parts, ", ") + ")"), nil
		}),
		object.Func("_asdict", "(self)", "Returns a dict of the fields.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			d := object.NewDict()
			for i, v := range itemsOf(a[0]) {
				d.SetName(fields[i], v)
			}
			return d, nil
		}),
		object.RawFunc("_replace", "(self, /, **kwds)", "Returns a copy with other values for some fields.",
			func(t *object.Thread, a object.Args) (object.Object, error) {
				values := append([]object.Object(nil), itemsOf(a.Pos[0])...)
				var unknown []object.Object
				for _, k := range a.Kw {
					found := false
					for i, f := range fields {
						if f == k.Name.String() {
							values[i], found = k.Value, true
						}
					}
					if !found {
						unknown = append(unknown, k.Name)
					}
				}
				if unknown != nil {
					s, err := object.Repr(t, object.NewList(unknown...))
					if err != nil {
						return nil, err
					}
					return nil, object.ValueError("Got unexpected field names: %s", s)
				}
				return makeTuple(a.Pos[0].Class(), values), nil
			}),
		object.Func("__getnewargs__", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) { return object.Of(a[0]), nil }),
	)
	c.ClassMethods(object.Func("_make", "(cls, iterable)", "Makes a tuple of an iterable.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		items, err := object.Items(t, a[1])
		if err != nil {
			return nil, err
		}
		if len(items) != len(fields) {
			return nil, object.TypeError("Expected %d arguments, got %d", len(fields), len(items))
		}
		return makeTuple(a[0].(*object.Class), items), nil
	}))
}
