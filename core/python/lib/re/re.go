// Package re is Python's module re: the syntax and the meaning of patterns as Python 3.11 has them, matched by backtracking.
package re

import (
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/object"
)

func init() { lib.Register("re", load) }

func load(*object.Thread) (*object.Module, error) {
	m := object.NewModule("re")
	m.Dict.SetName("error", errorClass)
	m.Dict.SetName("Pattern", patternClass)
	m.Dict.SetName("Match", matchClass)
	m.Dict.SetName("RegexFlag", flagClass)
	m.Dict.SetName("NOFLAG", flagClass.Dict().GetName("NOFLAG"))
	for _, f := range flagNames {
		m.Dict.SetName(f.name, flagClass.Dict().GetName(f.name))
		if f.short != "" {
			m.Dict.SetName(f.short, flagClass.Dict().GetName(f.short))
		}
	}
	for _, f := range functions {
		f.Module = "re"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

type cacheKey struct{}

type cacheEntry struct {
	text    string
	isBytes bool
	flags   int
}

// cache holds the patterns that the session compiled.
func cache(t *object.Thread) map[cacheEntry]*Pattern {
	return t.State(cacheKey{}, func() any { return map[cacheEntry]*Pattern{} }).(map[cacheEntry]*Pattern)
}

const maxCached = 512

// compiled returns the pattern for an object that is one or is its text.
func compiled(t *object.Thread, o, flags object.Object) (*Pattern, error) {
	bits, ok := bitsOf(flags)
	if !ok {
		return nil, object.TypeError("unsupported operand type(s) for &: '%s' and 'RegexFlag'", flags.Class().MessageName())
	}
	if p, ok := o.(*Pattern); ok {
		if bits != 0 {
			return nil, object.ValueError("cannot process flags argument with a compiled pattern")
		}
		return p, nil
	}
	key := cacheEntry{flags: bits}
	switch x := o.(type) {
	case *object.Str:
		key.text = x.String()
	case *object.Bytes:
		key.text, key.isBytes = x.String(), true
	default:
		return newPattern(t, o, bits)
	}
	known := cache(t)
	if p := known[key]; p != nil {
		return p, nil
	}
	p, err := newPattern(t, o, bits)
	if err == nil {
		if len(known) >= maxCached {
			clear(known)
		}
		known[key] = p
	}
	return p, err
}

// over makes a function re.name of the method name: the arguments are the pattern, those of the method, and flags.
func over(name, sig, doc string) *object.Builtin {
	return object.Func(name, sig, doc, func(t *object.Thread, a []object.Object) (object.Object, error) {
		last := len(a) - 1
		p, err := compiled(t, a[0], a[last])
		if err != nil {
			return nil, err
		}
		return object.CallMethod(t, p, name, a[1:last]...)
	})
}

var functions = []*object.Builtin{
	over("match", "(pattern, string, flags=0)", "Matches at the beginning of string."),
	over("fullmatch", "(pattern, string, flags=0)", "Matches the whole string."),
	over("search", "(pattern, string, flags=0)", "Finds the first match in string."),
	over("findall", "(pattern, string, flags=0)", "Returns a list of all matches' texts."),
	over("finditer", "(pattern, string, flags=0)", "Returns an iterator over all matches."),
	over("sub", "(pattern, repl, string, count=0, flags=0)", "Replaces the matches in string."),
	over("subn", "(pattern, repl, string, count=0, flags=0)", "Replaces the matches in string and counts them."),
	over("split", "(pattern, string, maxsplit=0, flags=0)", "Splits string at the matches."),
	object.Func("compile", "(pattern, flags=0)", "Compiles a pattern.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		p, err := compiled(t, a[0], a[1])
		if err != nil {
			return nil, err
		}
		return p, nil
	}),
	object.Func("purge", "()", "Forgets the compiled patterns.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		clear(cache(t))
		return object.None, nil
	}),
	object.Func("escape", "(pattern)", "Puts backslashes before the characters that mean something in patterns.", escape),
}

const specials = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"

func escape(t *object.Thread, a []object.Object) (object.Object, error) {
	s, err := subjectOf(a[0])
	if err != nil {
		return nil, object.TypeError("decoding to str: need a bytes-like object, %s found", a[0].Class().MessageName())
	}
	if err := t.Scan(len(s.s)); err != nil {
		return nil, err
	}
	var b strings.Builder
	for i := 0; i < len(s.s); i++ {
		if strings.IndexByte(specials, s.s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s.s[i])
	}
	return s.make(b.String()), nil
}
