package logging

import (
	"strings"
	"time"
	"unicode"

	clock "layerglass/core/python/lib/time"
	"layerglass/core/python/object"
)

// formatterClass is Formatter: it turns records into text.
var formatterClass = object.NewType("Formatter", "logging", nil)

// newFormatter makes a Formatter; usual is the format without one given, "" for that of the style.
func newFormatter(t *object.Thread, format, dates, style object.Object, usual string) (*object.Instance, error) {
	f := object.NewInstance(formatterClass)
	if style == nil {
		style = object.NewStr("%")
	}
	if usual != "" && format == nil {
		text := map[string]string{"%": usual, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}
		s, _ := object.AsString(style)
		format = object.NewStr(text[s])
	}
	return f, initFormatter(t, f, format, dates, style)
}

func initFormatter(t *object.Thread, f *object.Instance, format, dates, style object.Object) error {
	usual := map[string]string{"%": "%(message)s", "{": "{message}", "$": "${message}"}
	s, ok := object.AsString(style)
	if !ok || usual[s] == "" {
		return object.ValueError("%s", "Style must be one of: %,{,$")
	}
	if format == nil || format == object.None {
		format = object.NewStr(usual[s])
	}
	if dates == nil {
		dates = object.None
	}
	if text, ok := object.AsString(format); ok {
		if err := checkFormat(text, s); err != nil {
			return err
		}
	}
	f.SetAttr("_fmt", format)
	f.SetAttr("_style", style)
	f.SetAttr("datefmt", dates)
	return nil
}

// hasField reports whether a text has a field as the operator % takes it: %(name)s.
func hasField(text string) bool {
	for {
		_, rest, found := strings.Cut(text, "%(")
		if !found {
			return false
		}
		text = rest
		name, rest, closed := strings.Cut(rest, ")")
		word := strings.TrimFunc(name, func(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }) == ""
		rest = strings.TrimLeft(strings.TrimLeft(rest, "#0+ -"), "*0123456789.")
		if closed && word && name != "" && rest != "" && strings.IndexByte("diouxefgcrsa%DIOUXEFGCRSA", rest[0]) >= 0 {
			return true
		}
	}
}

// checkFormat refuses a format that names no field of a record.
func checkFormat(text, style string) error {
	found := strings.Contains(text, map[string]string{"%": "%(", "{": "{", "$": "$"}[style])
	if style == "%" {
		found = hasField(text)
	}
	if found {
		return nil
	}
	if style == "%" {
		return object.ValueError("Invalid format %s for %s style", object.QuoteStr(text), object.QuoteStr(style))
	}
	return object.ValueError("invalid format: no fields")
}

func textOf(f *object.Instance, name string) string {
	s, _ := object.AsString(f.Attr(name))
	return s
}

// format makes the text of a record.
func format(t *object.Thread, f, r *object.Instance) (string, error) {
	msg, err := object.CallMethod(t, r, "getMessage")
	if err != nil {
		return "", err
	}
	r.SetAttr("message", msg)
	text, style := textOf(f, "_fmt"), textOf(f, "_style")
	if strings.Contains(text, map[string]string{"%": "%(asctime)", "{": "{asctime", "$": "$"}[style]) {
		when, err := object.CallMethod(t, f, "formatTime", r, orNone(f.Attr("datefmt")))
		if err != nil {
			return "", err
		}
		r.SetAttr("asctime", when)
	}
	v, err := object.CallMethod(t, f, "formatMessage", r)
	if err != nil {
		return "", err
	}
	s, err := object.ToStr(t, v)
	if err != nil {
		return "", err
	}
	return withException(t, f, r, s)
}

func orNone(o object.Object) object.Object {
	if o == nil {
		return object.None
	}
	return o
}

// withException adds the traceback of a record that has an exception.
func withException(t *object.Thread, f, r *object.Instance, s string) (string, error) {
	info := orNone(r.Attr("exc_info"))
	text, known := object.AsString(r.Attr("exc_text"))
	if yes, err := object.Truth(t, info); err != nil {
		return "", err
	} else if yes && !known {
		v, err := object.CallMethod(t, f, "formatException", info)
		if err != nil {
			return "", err
		}
		if text, err = object.ToStr(t, v); err != nil {
			return "", err
		}
		r.SetAttr("exc_text", v)
	}
	if text != "" {
		s = strings.TrimSuffix(s, "\n") + "\n" + text
	}
	if stack, ok := object.AsString(r.Attr("stack_info")); ok && stack != "" {
		s = strings.TrimSuffix(s, "\n") + "\n" + stack
	}
	return s, nil
}

// formatMessage puts the record's attributes into the format.
func formatMessage(t *object.Thread, f, r *object.Instance) (string, error) {
	text, values := textOf(f, "_fmt"), r.AttrDict(true)
	var s string
	var err error
	switch textOf(f, "_style") {
	case "{":
		var kw []object.Kwarg
		for k, v := range values.All() {
			if name, ok := k.(*object.Str); ok {
				kw = append(kw, object.Kwarg{Name: name, Value: v})
			}
		}
		s, err = object.FormatStr(t, text, object.Args{Kw: kw})
	case "$":
		s, err = substitute(t, text, values)
	default:
		s, err = object.FormatPercent(t, text, values)
	}
	if object.IsKind(err, object.KeyErrorClass) {
		key, _ := object.Repr(t, object.AsException(err).Args.Items[0])
		return "", object.ValueError("Formatting field not found in record: %s", key)
	}
	return s, err
}

// substitute replaces $name and ${name}.
func substitute(t *object.Thread, text string, values *object.Dict) (string, error) {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] != '$' || i+1 == len(text) {
			b.WriteByte(text[i])
			continue
		}
		if text[i+1] == '$' {
			b.WriteByte('$')
			i++
			continue
		}
		name, end := "", i+1
		if text[end] == '{' {
			n := strings.IndexByte(text[end:], '}')
			if n < 0 {
				b.WriteByte('$')
				continue
			}
			name, end = text[end+1:end+n], end+n+1
		} else {
			for end < len(text) && (text[end] == '_' || text[end] >= 'a' && text[end] <= 'z' || text[end] >= 'A' && text[end] <= 'Z' || text[end] >= '0' && text[end] <= '9') {
				end++
			}
			name = text[i+1 : end]
		}
		v := values.GetStr(object.NewStr(name))
		if v == nil {
			return "", object.KeyError(object.NewStr(name))
		}
		s, err := object.ToStr(t, v)
		if err != nil {
			return "", err
		}
		b.WriteString(s)
		i = end - 1
	}
	return b.String(), nil
}

// formatTime writes when a record was made, with milliseconds unless a date format is given.
func formatTime(t *object.Thread, r *object.Instance, layout object.Object) (object.Object, error) {
	created, _ := object.AsFloat64(r.Attr("created"))
	when := time.Unix(int64(created), 0).UTC()
	m, err := t.Import(t, "time")
	if err != nil {
		return nil, err
	}
	parts, err := object.CallMethod(t, m, "localtime", object.Float(created))
	if err != nil {
		return nil, err
	}
	if layout != object.None {
		return object.CallMethod(t, m, "strftime", layout, parts)
	}
	ms, _ := object.AsFloat64(r.Attr("msecs"))
	f := clock.Fields{Year: when.Year(), Month: int(when.Month()), Day: when.Day(), Hour: when.Hour(), Minute: when.Minute(), Second: when.Second()}
	text, err := object.FormatPercent(t, "%s,%03d", object.NewTuple(object.NewStr(clock.Format("%Y-%m-%d %H:%M:%S", &f)), object.Int(ms)))
	return object.NewStr(text), err
}

func init() {
	two := func(name, sig string, do func(t *object.Thread, f, r *object.Instance) (string, error)) *object.Builtin {
		return object.Func(name, sig, "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			f, err := self(a[0])
			if err != nil {
				return nil, err
			}
			r, err := self(a[1])
			if err != nil {
				return nil, err
			}
			s, err := do(t, f, r)
			return object.NewStr(s), err
		})
	}
	formatterClass.Methods(
		object.Func("__init__", "(self, fmt=None, datefmt=None, style='%', validate=True, *, defaults=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			f, err := self(a[0])
			if err != nil {
				return nil, err
			}
			return object.None, initFormatter(t, f, a[1], a[2], a[3])
		}),
		two("format", "(self, record)", format),
		two("formatMessage", "(self, record)", formatMessage),
		object.Func("formatTime", "(self, record, datefmt=None)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			r, err := self(a[1])
			if err != nil {
				return nil, err
			}
			return formatTime(t, r, a[2])
		}),
		object.Func("formatException", "(self, ei)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			info, err := object.Items(t, a[1])
			if err != nil {
				return nil, err
			}
			if len(info) < 2 || object.ToException(info[1]) == nil {
				return object.NewStr("NoneType: None"), nil
			}
			return object.NewStr(strings.TrimSuffix(object.FormatChain(t, object.ToException(info[1]), true), "\n")), nil
		}),
		object.Func("usesTime", "(self)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			f, err := self(a[0])
			if err != nil {
				return nil, err
			}
			return object.Bool(strings.Contains(textOf(f, "_fmt"), "asctime")), nil
		}),
	)
	formatterClass.Set("default_time_format", object.NewStr("%Y-%m-%d %H:%M:%S"))
	formatterClass.Set("default_msec_format", object.NewStr("%s,%03d"))
}
