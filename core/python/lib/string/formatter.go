package string

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

var formatterClass = object.NewType("Formatter", "string", nil)

// field is a piece of a format string: literal text and, unless name is nil, the replacement field behind it.
type field struct {
	literal    string
	name       *string
	spec       string
	conversion string // "" for none
}

func parseFields(s string) (list []field, err error) {
	for s != "" {
		var f field
		var doubled bool
		f.literal, s, doubled, err = literal(s)
		if err != nil {
			return nil, err
		}
		if !doubled && s != "" {
			if s, err = f.replacement(s[1:]); err != nil {
				return nil, err
			}
		}
		list = append(list, f)
	}
	return list, nil
}

// literal reads text up to a field. Doubled braces end the piece behind the first of them.
func literal(s string) (text, rest string, doubled bool, err error) {
	i := strings.IndexAny(s, "{}")
	switch {
	case i < 0:
		return s, "", false, nil
	case i+1 < len(s) && s[i+1] == s[i]:
		return s[:i+1], s[i+2:], true, nil
	case s[i] == '}':
		return "", "", false, object.ValueError("Single '}' encountered in format string")
	case i+1 == len(s):
		return "", "", false, object.ValueError("Single '{' encountered in format string")
	}
	return s[:i], s[i:], false, nil
}

// replacement reads a field behind its opening brace.
func (f *field) replacement(s string) (rest string, err error) {
	depth, end := 1, 0
	for ; end < len(s); end++ {
		if s[end] == '{' {
			depth++
		} else if s[end] == '}' {
			if depth--; depth == 0 {
				break
			}
		}
	}
	if depth > 0 {
		return "", object.ValueError("expected '}' before end of string")
	}
	body := s[:end]
	name := body
	brackets := 0
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '[':
			brackets++
		case c == ']':
			brackets--
		case c == '{' && brackets == 0:
			return "", object.ValueError("unexpected '{' in field name")
		case (c == ':' || c == '!') && brackets <= 0:
			name = body[:i]
			if err := f.suffix(body[i:]); err != nil {
				return "", err
			}
			i = len(body)
		}
	}
	f.name = &name
	return s[end+1:], nil
}

// suffix reads "!r", ":spec" or both.
func (f *field) suffix(s string) error {
	if s[0] == '!' {
		if len(s) < 2 {
			return object.ValueError("end of string while looking for conversion specifier")
		}
		f.conversion, s = s[1:2], s[2:]
		if s != "" && s[0] != ':' {
			return object.ValueError("expected ':' after conversion specifier")
		}
	}
	if s != "" {
		f.spec = s[1:]
	}
	return nil
}

// formatting is one call of vformat.
type formatting struct {
	t            *object.Thread
	self         object.Object
	args, kwargs object.Object
	used         *object.Set
}

// text formats a format string; auto is the number of the next {}, or -1 once numbers were given.
func (f *formatting) text(s string, depth, auto int) (string, int, error) {
	if depth < 0 {
		return "", 0, object.ValueError("Max string recursion exceeded")
	}
	fields, err := object.CallMethod(f.t, f.self, "parse", object.NewStr(s))
	if err != nil {
		return "", 0, err
	}
	var b strings.Builder
	err = object.Iterate(f.t, fields, func(o object.Object) (bool, error) {
		parts, err := object.Items(f.t, o)
		if err != nil {
			return false, err
		}
		if len(parts) != 4 {
			return false, object.ValueError("parse() must yield 4 values for each field, not %d", len(parts))
		}
		if text, ok := object.AsString(parts[0]); ok {
			b.WriteString(text)
		}
		name, ok := object.AsString(parts[1])
		if !ok {
			return true, nil
		}
		if name, auto, err = numbered(name, auto); err != nil {
			return false, err
		}
		piece, next, err := f.field(name, parts[2], parts[3], depth, auto)
		auto = next
		b.WriteString(piece)
		return true, err
	})
	return b.String(), auto, err
}

// numbered gives an empty field name its number.
func numbered(name string, auto int) (string, int, error) {
	_, err := strconv.Atoi(name)
	switch {
	case name == "" && auto < 0:
		return "", 0, object.ValueError("cannot switch from manual field specification to automatic field numbering")
	case name == "":
		return strconv.Itoa(auto), auto + 1, nil
	case err == nil && auto > 0:
		return "", 0, object.ValueError("cannot switch from manual field specification to automatic field numbering")
	case err == nil:
		return name, -1, nil
	}
	return name, auto, nil
}

func (f *formatting) field(name string, spec, conversion object.Object, depth, auto int) (string, int, error) {
	got, err := object.CallMethod(f.t, f.self, "get_field", object.NewStr(name), f.args, f.kwargs)
	if err != nil {
		return "", auto, err
	}
	pair, err := object.Items(f.t, got)
	if err != nil {
		return "", auto, err
	}
	if len(pair) != 2 {
		return "", auto, object.ValueError("get_field() must return an object and its key")
	}
	if err := f.used.Add(f.t, pair[1]); err != nil {
		return "", auto, err
	}
	v, err := object.CallMethod(f.t, f.self, "convert_field", pair[0], conversion)
	if err != nil {
		return "", auto, err
	}
	text, _ := object.AsString(spec)
	if text, auto, err = f.text(text, depth-1, auto); err != nil {
		return "", auto, err
	}
	if v, err = object.CallMethod(f.t, f.self, "format_field", v, object.NewStr(text)); err != nil {
		return "", auto, err
	}
	s, ok := object.AsString(v)
	if !ok {
		return "", auto, object.TypeError("sequence item 0: expected str instance, %s found", v.Class().Name)
	}
	return s, auto, nil
}

func vformat(t *object.Thread, a []object.Object) (object.Object, error) {
	s, ok := object.AsString(a[1])
	if !ok {
		return nil, object.TypeError("expected str, got %s", a[1].Class().Name)
	}
	f := &formatting{t: t, self: a[0], args: a[2], kwargs: a[3], used: object.NewSet()}
	out, _, err := f.text(s, 2, 0)
	if err != nil {
		return nil, err
	}
	if _, err := object.CallMethod(t, a[0], "check_unused_args", f.used, a[2], a[3]); err != nil {
		return nil, err
	}
	return object.NewStr(out), nil
}

func formatCall(t *object.Thread, a []object.Object) (object.Object, error) {
	return object.CallMethod(t, a[0], "vformat", a[1], a[2], a[3])
}

func parse(_ *object.Thread, a []object.Object) (object.Object, error) {
	s, ok := object.AsString(a[1])
	if !ok {
		return nil, object.TypeError("expected str, got %s", a[1].Class().Name)
	}
	fields, err := parseFields(s)
	if err != nil {
		return nil, err
	}
	var items []object.Object
	for _, f := range fields {
		name, spec, conversion := object.None, object.None, object.None
		if f.name != nil {
			name, spec = object.NewStr(*f.name), object.NewStr(f.spec)
		}
		if f.conversion != "" {
			conversion = object.NewStr(f.conversion)
		}
		items = append(items, object.NewTuple(object.NewStr(f.literal), name, spec, conversion))
	}
	return object.NewList(items...).Iter(nil)
}

func getValue(t *object.Thread, a []object.Object) (object.Object, error) {
	if _, ok := object.AsInt64(a[1]); ok {
		return object.GetItem(t, a[2], a[1])
	}
	return object.GetItem(t, a[3], a[1])
}

// getField reads "name.attribute[key]".
func getField(t *object.Thread, a []object.Object) (object.Object, error) {
	s, ok := object.AsString(a[1])
	if !ok {
		return nil, object.TypeError("expected str, got %s", a[1].Class().Name)
	}
	first, rest := s, ""
	if i := strings.IndexAny(s, ".["); i >= 0 {
		first, rest = s[:i], s[i:]
	}
	key := number(first)
	v, err := object.CallMethod(t, a[0], "get_value", key, a[2], a[3])
	for err == nil && rest != "" {
		if rest[0] == '.' {
			end := strings.IndexAny(rest[1:], ".[") + 1
			if end == 0 {
				end = len(rest)
			}
			if end == 1 {
				return nil, object.ValueError("Empty attribute in format string")
			}
			v, err = object.GetAttr(t, v, object.Intern(rest[1:end]))
			rest = rest[end:]
			continue
		}
		end := strings.IndexByte(rest, ']')
		switch {
		case rest[0] != '[':
			return nil, object.ValueError("Only '.' or '[' may follow ']' in format field specifier")
		case end < 0:
			return nil, object.ValueError("Missing ']' in format string")
		case end == 1:
			return nil, object.ValueError("Empty attribute in format string")
		}
		v, err = object.GetItem(t, v, number(rest[1:end]))
		rest = rest[end+1:]
	}
	if err != nil {
		return nil, err
	}
	return object.NewTuple(v, key), nil
}

// number returns digits as an int and other text as a str.
func number(s string) object.Object {
	for _, r := range s {
		if r < '0' || r > '9' {
			return object.NewStr(s)
		}
	}
	if v := object.ParseIntLiteral(strings.TrimLeft(s, "0")); v != nil {
		return v
	}
	if s != "" {
		return object.Int(0)
	}
	return object.NewStr(s)
}

func convertField(t *object.Thread, a []object.Object) (object.Object, error) {
	if a[2] == object.None {
		return a[1], nil
	}
	c, _ := object.AsString(a[2])
	var s string
	var err error
	switch c {
	case "s":
		s, err = object.ToStr(t, a[1])
	case "r":
		s, err = object.Repr(t, a[1])
	case "a":
		s, err = object.ASCII(t, a[1])
	default:
		return nil, object.ValueError("Unknown conversion specifier %s", c)
	}
	return object.NewStr(s), err
}

func init() {
	formatterClass.New = func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		return object.NewInstance(cls), nil
	}
	formatterClass.Methods(
		object.Func("format", "(self, format_string, /, *args, **kwargs)", "Formats as str.format does.", formatCall),
		object.Func("vformat", "(self, format_string, args, kwargs)", "Formats with arguments in a sequence and a mapping.", vformat),
		object.Func("parse", "(self, format_string)", "Yields the fields of a format string.", parse),
		object.Func("get_value", "(self, key, args, kwargs)", "Returns the argument of a field.", getValue),
		object.Func("get_field", "(self, field_name, args, kwargs)", "Returns what a field stands for, and its key.", getField),
		object.Func("convert_field", "(self, value, conversion)", "Applies !s, !r or !a.", convertField),
		object.Func("check_unused_args", "(self, used_args, args, kwargs)", "Does nothing; subclasses may check.", func(*object.Thread, []object.Object) (object.Object, error) {
			return object.None, nil
		}),
		object.Func("format_field", "(self, value, format_spec)", "Formats one value.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			spec, _ := object.AsString(a[2])
			s, err := object.Format(t, a[1], spec)
			return object.NewStr(s), err
		}),
	)
}
