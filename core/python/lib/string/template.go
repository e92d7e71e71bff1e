package string

import (
	"strings"

	"layerglass/core/python/object"
)

var templateClass = object.NewType("Template", "string", nil)

// attr returns a class attribute that subclasses may set.
func attr(t *object.Thread, self object.Object, name string) (object.Object, error) {
	return object.GetAttr(t, self, object.Intern(name))
}

// pattern returns the compiled pattern of a template's class: its own, or one made of delimiter and idpattern.
func pattern(t *object.Thread, self object.Object) (object.Object, error) {
	own, err := attr(t, self, "pattern")
	if err != nil {
		return nil, err
	}
	flags, err := attr(t, self, "flags")
	if err != nil {
		return nil, err
	}
	re, err := t.Import(t, "re")
	if err != nil {
		return nil, err
	}
	bits, err := object.Binary(t, object.Or, flags, object.Int(64)) // re.VERBOSE
	if err != nil {
		return nil, err
	}
	if own != object.None {
		if _, isText := object.AsString(own); !isText {
			return own, nil
		}
		return object.CallMethod(t, re, "compile", own, bits)
	}
	var parts [3]string
	for i, name := range []string{"delimiter", "idpattern", "braceidpattern"} {
		v, err := attr(t, self, name)
		if err != nil {
			return nil, err
		}
		if i == 0 {
			if v, err = object.CallMethod(t, re, "escape", v); err != nil {
				return nil, err
			}
		}
		parts[i], _ = object.AsString(v)
	}
	if parts[2] == "" {
		parts[2] = parts[1]
	}
	text := parts[0] + "(?:(?P<escaped>" + parts[0] + ")|(?P<named>" + parts[1] + ")|{(?P<braced>" + parts[2] + ")}|(?P<invalid>))"
	return object.CallMethod(t, re, "compile", object.NewStr(text), bits)
}

// placeholder is one match of the pattern.
type placeholder struct {
	kind, name string // kind is "escaped", "named" or "invalid"
	text       string
	start      int
	before     string // the text between the last match and this
}

// each calls f for the placeholders of a template and returns the text behind the last one.
func each(t *object.Thread, self object.Object, f func(p placeholder) error) (string, error) {
	p, err := pattern(t, self)
	if err != nil {
		return "", err
	}
	text, err := attr(t, self, "template")
	if err != nil {
		return "", err
	}
	matches, err := object.CallMethod(t, p, "finditer", text)
	if err != nil {
		return "", err
	}
	last := 0
	slice := func(from, to object.Object) (string, error) {
		v, err := object.GetItem(t, text, &object.Slice{Start: from, Stop: to, Step: object.None})
		s, _ := object.AsString(v)
		return s, err
	}
	err = object.Iterate(t, matches, func(m object.Object) (bool, error) {
		ph, end, err := read(t, m)
		if err != nil {
			return false, err
		}
		if ph.before, err = slice(object.Int(last), object.Int(ph.start)); err != nil {
			return false, err
		}
		last = end
		return true, f(ph)
	})
	if err != nil {
		return "", err
	}
	return slice(object.Int(last), object.None)
}

// read tells what kind of placeholder a match is.
func read(t *object.Thread, m object.Object) (ph placeholder, end int, err error) {
	groups, err := object.CallMethod(t, m, "groupdict")
	if err != nil {
		return ph, 0, err
	}
	span, err := object.CallMethod(t, m, "span")
	if err != nil {
		return ph, 0, err
	}
	all, err := object.CallMethod(t, m, "group")
	if err != nil {
		return ph, 0, err
	}
	ph.text, _ = object.AsString(all)
	bounds := span.(*object.Tuple).Items
	from, _ := object.AsInt64(bounds[0])
	to, _ := object.AsInt64(bounds[1])
	ph.start = int(from)
	d := groups.(*object.Dict)
	for _, kind := range []string{"named", "braced", "escaped", "invalid"} {
		v := d.GetName(kind)
		s, ok := object.AsString(v)
		if !ok {
			continue
		}
		ph.kind, ph.name = kind, s
		if kind == "braced" {
			ph.kind = "named"
		}
		return ph, int(to), nil
	}
	return ph, 0, object.ValueError("the pattern of the template has no group named, braced, escaped or invalid that matched")
}

func invalid(t *object.Thread, self object.Object, start int) error {
	v, err := attr(t, self, "template")
	if err != nil {
		return err
	}
	s, _ := object.AsString(v)
	before := string([]rune(s)[:start])
	line := strings.Count(before, "\n") + 1
	column := len([]rune(before[strings.LastIndexByte(before, '\n')+1:])) + 1
	return object.ValueError("Invalid placeholder in string: line %d, col %d", line, column)
}

// mapping joins the arguments of substitute: keywords come before the mapping.
func mapping(t *object.Thread, a []object.Object) func(name string) (object.Object, error) {
	kw := a[2].(*object.Dict)
	return func(name string) (object.Object, error) {
		if v := kw.GetName(name); v != nil {
			return v, nil
		}
		if a[1] == nil {
			return nil, object.KeyError(object.NewStr(name))
		}
		return object.GetItem(t, a[1], object.NewStr(name))
	}
}

func substitute(safe bool) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		find := mapping(t, a)
		delimiter, err := attr(t, a[0], "delimiter")
		if err != nil {
			return nil, err
		}
		mark, _ := object.AsString(delimiter)
		var b strings.Builder
		rest, err := each(t, a[0], func(p placeholder) error {
			b.WriteString(p.before)
			switch {
			case p.kind == "escaped":
				b.WriteString(mark)
				return nil
			case p.kind == "invalid" && safe:
				b.WriteString(p.text)
				return nil
			case p.kind == "invalid":
				return invalid(t, a[0], p.start)
			}
			v, err := find(p.name)
			if err != nil && safe && object.IsKind(err, object.KeyErrorClass) {
				b.WriteString(p.text)
				return nil
			}
			if err != nil {
				return err
			}
			s, err := object.ToStr(t, v)
			b.WriteString(s)
			return err
		})
		if err != nil {
			return nil, err
		}
		return object.NewStr(b.String() + rest), nil
	}
}

func identifiers(t *object.Thread, a []object.Object) (object.Object, error) {
	out, seen := object.NewList(), map[string]bool{}
	_, err := each(t, a[0], func(p placeholder) error {
		if p.kind == "named" && !seen[p.name] {
			seen[p.name] = true
			out.Items = append(out.Items, object.NewStr(p.name))
		}
		return nil
	})
	return out, err
}

func isValid(t *object.Thread, a []object.Object) (object.Object, error) {
	valid := true
	_, err := each(t, a[0], func(p placeholder) error {
		valid = valid && p.kind != "invalid"
		return nil
	})
	return object.Bool(valid), err
}

func init() {
	templateClass.New = func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		return object.NewInstance(cls), nil
	}
	for name, v := range map[string]object.Object{
		"delimiter": object.NewStr("$"), "idpattern": object.NewStr("(?a:[_a-z][_a-z0-9]*)"), "braceidpattern": object.None,
		"flags": object.Int(2), "pattern": object.None,
	} {
		templateClass.Set(name, v)
	}
	templateClass.Methods(
		object.Func("__init__", "(self, template)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, object.SetAttr(t, a[0], object.Intern("template"), a[1])
		}),
		object.Func("substitute", "(self, mapping=?, /, **kws)", "Fills in the placeholders.", substitute(false)),
		object.Func("safe_substitute", "(self, mapping=?, /, **kws)", "Fills in the placeholders that have a value.", substitute(true)),
		object.Func("get_identifiers", "(self)", "Returns the names of the placeholders.", identifiers),
		object.Func("is_valid", "(self)", "Reports whether all placeholders are valid.", isValid),
	)
}
