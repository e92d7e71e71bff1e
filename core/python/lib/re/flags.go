package re

import (
	"strconv"
	"strings"

	"layerglass/core/python/object"
)

// The flags of a pattern.
const (
	flagTemplate = 1 << iota
	flagIgnoreCase
	flagLocale
	flagMultiline
	flagDotAll
	flagUnicode
	flagVerbose
	flagDebug
	flagASCII

	typeFlags   = flagASCII | flagLocale | flagUnicode
	globalFlags = flagDebug | flagTemplate
)

// flagNames lists names and short names in the order in which reprs of flags show them.
var flagNames = []struct {
	name, short string
	bit         int
}{
	{"ASCII", "A", flagASCII}, {"IGNORECASE", "I", flagIgnoreCase}, {"LOCALE", "L", flagLocale}, {"UNICODE", "U", flagUnicode},
	{"MULTILINE", "M", flagMultiline}, {"DOTALL", "S", flagDotAll}, {"VERBOSE", "X", flagVerbose},
	{"TEMPLATE", "T", flagTemplate}, {"DEBUG", "", flagDebug},
}

// inlineFlags are the letters of (?i) and the like.
var inlineFlags = map[rune]int{
	'i': flagIgnoreCase, 'L': flagLocale, 'm': flagMultiline, 's': flagDotAll, 'x': flagVerbose, 'a': flagASCII,
	't': flagTemplate, 'u': flagUnicode,
}

// combine returns the flags inside a group such as (?i-s:...).
func combine(flags, add, del int) int {
	if add&typeFlags != 0 {
		flags &^= typeFlags
	}
	return (flags | add) &^ del
}

// fixFlags adds the flag that the type of the pattern implies, and refuses those that contradict it.
func fixFlags(isBytes bool, flags int) (int, error) {
	switch {
	case isBytes && flags&flagUnicode != 0:
		return 0, object.ValueError("cannot use UNICODE flag with a bytes pattern")
	case isBytes && flags&flagLocale != 0 && flags&flagASCII != 0:
		return 0, object.ValueError("ASCII and LOCALE flags are incompatible")
	case isBytes:
		return flags, nil
	case flags&flagLocale != 0:
		return 0, object.ValueError("cannot use LOCALE flag with a str pattern")
	case flags&flagASCII == 0:
		return flags | flagUnicode, nil
	case flags&flagUnicode != 0:
		return 0, object.ValueError("ASCII and UNICODE flags are incompatible")
	}
	return flags, nil
}

// flagClass is RegexFlag: ints that show their names.
var flagClass = object.NewType("RegexFlag", "re", object.IntClass)

func newFlag(bits int) object.Object {
	i := object.NewInstance(flagClass)
	i.Native = object.Int(bits)
	return i
}

// flagParts returns the names in a value, and the bits that have none.
func flagParts(bits int) (names []string, rest int) {
	for _, f := range flagNames {
		if bits&f.bit != 0 {
			names = append(names, f.name)
			bits &^= f.bit
		}
	}
	return names, bits
}

func flagRepr(bits int) string {
	names, rest := flagParts(bits)
	for i, n := range names {
		names[i] = "re." + n
	}
	switch {
	case bits == 0:
		return "re.NOFLAG"
	case len(names) == 0:
		return "re.RegexFlag(" + strconv.Itoa(rest) + ")"
	case rest != 0:
		names = append(names, "0x"+strconv.FormatInt(int64(rest), 16))
	}
	return strings.Join(names, "|")
}

func flagName(bits int) object.Object {
	names, rest := flagParts(bits)
	switch {
	case bits == 0:
		return object.NewStr("NOFLAG")
	case len(names) == 0:
		return object.None
	case rest != 0:
		names = append(names, "0x"+strconv.FormatInt(int64(rest), 16))
	}
	return object.NewStr(strings.Join(names, "|"))
}

// allFlags is what ~ turns the others on of.
const allFlags = 1<<9 - 1

func bitsOf(o object.Object) (int, bool) {
	n, ok := object.AsInt64(o)
	return int(n), ok
}

func init() {
	flagClass.New = func(t *object.Thread, _ *object.Class, a object.Args) (object.Object, error) {
		if len(a.Pos) != 1 || len(a.Kw) != 0 {
			return nil, object.TypeError("RegexFlag() takes one int")
		}
		n, ok := bitsOf(a.Pos[0])
		if !ok {
			return nil, object.ValueError("RegexFlag() takes an int, not '%s'", a.Pos[0].Class().MessageName())
		}
		return newFlag(n), nil
	}
	flagClass.Final()
	flagClass.Set("NOFLAG", newFlag(0))
	for _, f := range flagNames {
		one := newFlag(f.bit)
		flagClass.Set(f.name, one)
		if f.short != "" {
			flagClass.Set(f.short, one)
		}
	}
	show := func(_ *object.Thread, a []object.Object) (object.Object, error) {
		n, _ := bitsOf(a[0])
		return object.NewStr(flagRepr(n)), nil
	}
	flagClass.Methods(
		object.RawFunc("__init__", "(self, /, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
		object.Func("__repr__", "(self, /)", "", show),
		object.Func("__str__", "(self, /)", "", show),
		object.Func("__format__", "(self, format_spec, /)", "", func(t *object.Thread, a []object.Object) (object.Object, error) {
			n, _ := bitsOf(a[0])
			spec, _ := object.AsString(a[1])
			s, err := object.Format(t, object.NewStr(flagRepr(n)), spec)
			return object.NewStr(s), err
		}),
		object.Func("__invert__", "(self, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			n, _ := bitsOf(a[0])
			return newFlag(^n & allFlags), nil
		}),
		object.Func("__contains__", "(self, other, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			n, _ := bitsOf(a[0])
			m, ok := bitsOf(a[1])
			return object.Bool(ok && n&m == m), nil
		}),
	)
	for _, op := range []struct {
		name string
		do   func(a, b int) int
	}{
		{"__or__", func(a, b int) int { return a | b }}, {"__and__", func(a, b int) int { return a & b }},
		{"__xor__", func(a, b int) int { return a ^ b }}, {"__ror__", func(a, b int) int { return a | b }},
		{"__rand__", func(a, b int) int { return a & b }}, {"__rxor__", func(a, b int) int { return a ^ b }},
	} {
		flagClass.Methods(object.Func(op.name, "(self, value, /)", "", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			x, _ := bitsOf(a[0])
			y, ok := bitsOf(a[1])
			if !ok {
				return object.NotImplemented, nil
			}
			return newFlag(op.do(x, y)), nil
		}))
	}
	flagClass.Getter("value", "The flag as an int.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		n, _ := bitsOf(o)
		return object.Int(n), nil
	})
	flagClass.Getter("name", "The flag's name.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		n, _ := bitsOf(o)
		return flagName(n), nil
	})
}
