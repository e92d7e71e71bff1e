// Package string is Python's module string: constants, Template and Formatter.
package string

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("string", load) }

const (
	lower  = "abcdefghijklmnopqrstuvwxyz"
	upper  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	digits = "0123456789"
	blanks = " \t\n\r\v\f"
	marks  = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
)

var constants = map[string]string{
	"ascii_letters": lower + upper, "ascii_lowercase": lower, "ascii_uppercase": upper, "digits": digits,
	"hexdigits": digits + "abcdefABCDEF", "octdigits": "01234567", "punctuation": marks, "whitespace": blanks,
	"printable": digits + lower + upper + marks + blanks,
}

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("string")
	for name, v := range constants {
		m.Dict.SetName(name, object.NewStr(v))
	}
	m.Dict.SetName("Template", templateClass)
	m.Dict.SetName("Formatter", formatterClass)
	f := object.Func("capwords", "(s, sep=None)", "Capitalizes each word.", capWords)
	f.Module = "string"
	m.Dict.SetName(f.Name, f)
	return m, nil
}

func capWords(t *object.Thread, a []object.Object) (object.Object, error) {
	words, err := object.CallMethod(t, a[0], "split", a[1])
	if err != nil {
		return nil, err
	}
	items, err := object.Items(t, words)
	if err != nil {
		return nil, err
	}
	parts := make([]string, len(items))
	for i, w := range items {
		v, err := object.CallMethod(t, w, "capitalize")
		if err != nil {
			return nil, err
		}
		parts[i], _ = object.AsString(v)
	}
	sep, ok := object.AsString(a[1])
	if !ok {
		sep = " "
	}
	return object.NewStr(strings.Join(parts, sep)), nil
}
