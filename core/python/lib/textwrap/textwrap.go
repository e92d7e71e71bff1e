// Package textwrap is Python's module textwrap: paragraphs, indentation and shortened texts.
package textwrap

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("textwrap", load) }

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("textwrap")
	m.Dict.SetName("TextWrapper", wrapperClass)
	for _, f := range functions {
		f.Module = "textwrap"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

var functions = []*object.Builtin{
	object.Func("wrap", "(text, width=70, **kwargs)", "Returns the lines of a paragraph of a width.", wrapperCall("wrap")),
	object.Func("fill", "(text, width=70, **kwargs)", "Returns a paragraph of a width.", wrapperCall("fill")),
	object.Func("shorten", "(text, width, **kwargs)", "Returns one line with an ellipsis.", shorten),
	object.Func("dedent", "(text)", "Takes away the blanks with which all lines begin.", dedent),
	object.Func("indent", "(text, prefix, predicate=None)", "Puts a prefix before lines.", indent),
}

var wrapperClass = object.NewType("TextWrapper", "textwrap", nil)

// make makes a TextWrapper of a width and keyword arguments.
func newWrapper(t *object.Thread, width object.Object, kwargs object.Object, more ...object.Kwarg) (object.Object, error) {
	kw := append([]object.Kwarg{{Name: object.Intern("width"), Value: width}}, more...)
	for k, v := range kwargs.(*object.Dict).All() {
		kw = append(kw, object.Kwarg{Name: k.(*object.Str), Value: v})
	}
	return object.CallArgs(t, wrapperClass, object.Args{Kw: kw})
}

func wrapperCall(name string) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		w, err := newWrapper(t, a[1], a[2])
		if err != nil {
			return nil, err
		}
		return object.CallMethod(t, w, name, a[0])
	}
}

func shorten(t *object.Thread, a []object.Object) (object.Object, error) {
	w, err := newWrapper(t, a[1], a[2], object.Kwarg{Name: object.Intern("max_lines"), Value: object.Int(1)})
	if err != nil {
		return nil, err
	}
	text, err := object.CallMethod(t, a[0], "strip")
	if err != nil {
		return nil, err
	}
	words, err := object.CallMethod(t, text, "split")
	if err != nil {
		return nil, err
	}
	line, err := object.CallMethod(t, object.NewStr(" "), "join", words)
	if err != nil {
		return nil, err
	}
	return object.CallMethod(t, w, "fill", line)
}

// current reads the options from the attributes, which a program may have changed.
func current(t *object.Thread, self object.Object) (*options, error) {
	values := make([]object.Object, len(names))
	for i, n := range names {
		v, err := object.GetAttr(t, self, object.Intern(n))
		if err != nil {
			return nil, err
		}
		values[i] = v
	}
	return read(t, values)
}

func strArg(o object.Object) (string, error) {
	s, ok := object.AsString(o)
	if !ok {
		return "", object.AttributeError(o, "expandtabs", "'%s' object has no attribute 'expandtabs'", o.Class().Name)
	}
	return s, nil
}

func wrap(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := strArg(a[1])
	if err != nil {
		return nil, err
	}
	o, err := current(t, a[0])
	if err != nil {
		return nil, err
	}
	if err := t.Alloc(int64(len(s)) * 8); err != nil {
		return nil, err
	}
	if err := t.Spend(int64(len(s))); err != nil {
		return nil, err
	}
	lines, err := o.wrap(o.split(runes(s)))
	if err != nil {
		return nil, err
	}
	out := object.NewList()
	for _, l := range lines {
		out.Items = append(out.Items, object.NewStr(l))
	}
	return out, nil
}

func init() {
	wrapperClass.New = func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		return object.NewInstance(cls), nil
	}
	wrapperClass.Methods(
		object.Func("__init__", "(self, "+wrapperSig+")", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			for i, n := range names {
				if err := object.SetAttr(t, a[0], object.Intern(n), a[i+1]); err != nil {
					return nil, err
				}
			}
			return object.None, nil
		}),
		object.Func("wrap", "(self, text)", "Returns the lines of a paragraph.", wrap),
		object.Func("fill", "(self, text)", "Returns a paragraph.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			lines, err := object.CallMethod(t, a[0], "wrap", a[1])
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, object.NewStr("\n"), "join", lines)
		}),
	)
}

// dedent finds the longest margin that all lines with text share.
func dedent(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := strArg(a[0])
	if err != nil {
		return nil, object.TypeError("expected string or bytes-like object, got '%s'", a[0].Class().Name)
	}
	lines := strings.Split(s, "\n")
	margin, found := "", false
	for i, l := range lines {
		body := strings.TrimLeft(l, " \t")
		if body == "" {
			lines[i] = ""
			continue
		}
		own := l[:len(l)-len(body)]
		if !found {
			margin, found = own, true
		}
		for !strings.HasPrefix(own, margin) {
			margin = margin[:len(margin)-1]
		}
	}
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, margin)
	}
	return object.NewStr(strings.Join(lines, "\n")), t.Spend(int64(len(s) / 4))
}

func indent(t *object.Thread, a []object.Object) (object.Object, error) {
	lines, err := object.CallMethod(t, a[0], "splitlines", object.True)
	if err != nil {
		return nil, err
	}
	items, err := object.Items(t, lines)
	if err != nil {
		return nil, err
	}
	prefix, ok := object.AsString(a[1])
	if !ok {
		return nil, object.TypeError("prefix must be a str, not '%s'", a[1].Class().Name)
	}
	var b strings.Builder
	for _, l := range items {
		line, _ := object.AsString(l)
		add := strings.TrimFunc(line, object.IsSpaceRune) != ""
		if a[2] != object.None {
			v, err := object.Call(t, a[2], l)
			if err != nil {
				return nil, err
			}
			if add, err = object.Truth(t, v); err != nil {
				return nil, err
			}
		}
		if add {
			b.WriteString(prefix)
		}
		b.WriteString(line)
	}
	return object.NewStr(b.String()), t.Alloc(int64(b.Len()))
}
