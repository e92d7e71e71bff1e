package object

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// derived makes class name(base) with methods written in Go.
func derived(t *testing.T, th *Thread, name string, base *Class, methods ...*Builtin) *Class {
	t.Helper()
	c, err := NewClass(th, name, "__main__", []*Class{base}, NewDict(), nil)
	require.NoError(t, err)
	c.Methods(methods...)
	return c
}

func mustCall(t *testing.T, th *Thread, f Object, args ...Object) Object {
	t.Helper()
	v, err := Call(th, f, args...)
	require.NoError(t, err)
	return v
}

func requireRepr(t *testing.T, th *Thread, want string, v Object, err error) {
	t.Helper()
	require.NoError(t, err)
	got, err := Repr(th, v)
	require.NoError(t, err)
	require.Equal(t, want, got)
}

func TestSubclassesOfNumbers(t *testing.T) {
	th := valuesThread()
	celsius := derived(t, th, "Celsius", FloatClass)
	code := derived(t, th, "Code", IntClass)
	x, n := mustCall(t, th, celsius, NewStr("36.5")), mustCall(t, th, code, Int(7))
	require.IsType(t, &Instance{}, x)
	requireRepr(t, th, "36.5", x, nil)
	v, err := Binary(th, Add, x, Int(1))
	require.IsType(t, Float(0), v) // results are of the base type
	requireRepr(t, th, "37.5", v, err)
	v, err = Binary(th, Mul, Float(2), x)
	requireRepr(t, th, "73.0", v, err)
	v, err = Binary(th, Add, x, n)
	requireRepr(t, th, "43.5", v, err)
	v, err = Compare(th, Lt, n, x)
	requireRepr(t, th, "True", v, err)
	v, err = Compare(th, Eq, Int(7), n)
	requireRepr(t, th, "True", v, err)
	v, err = CallMethod(th, n, "bit_length")
	requireRepr(t, th, "3", v, err)
	v, err = Unary(th, Neg, n)
	requireRepr(t, th, "-7", v, err)
	s, err := Format(th, x, "08.2f")
	require.NoError(t, err)
	require.Equal(t, "00036.50", s)
	d := NewDict()
	require.NoError(t, d.Set(th, n, True))
	v, err = d.Get(th, Int(7))
	requireRepr(t, th, "True", v, err)
	items := NewList(NewStr("a"), NewStr("b"))
	v, err = GetItem(th, items, mustCall(t, th, code, Int(1)))
	requireRepr(t, th, "'b'", v, err)
	f, ok := AsFloat64(x)
	require.True(t, ok)
	require.Equal(t, 36.5, f)
}

func TestSubclassOverrides(t *testing.T) {
	th := valuesThread()
	text := func(s string) func(*Thread, []Object) (Object, error) {
		return func(*Thread, []Object) (Object, error) { return NewStr(s), nil }
	}
	money := derived(t, th, "Money", IntClass,
		Func("__repr__", "(self)", "", text("money")), Func("__radd__", "(self, o)", "", text("radd")),
		Func("__format__", "(self, spec)", "", text("formatted")))
	m := mustCall(t, th, money, Int(5))
	s, err := ToStr(th, m)
	require.NoError(t, err)
	require.Equal(t, "money", s)
	v, err := Binary(th, Add, Int(1), m) // the subclass's reflected method comes first
	requireRepr(t, th, "'radd'", v, err)
	v, err = Binary(th, Add, NewStr("a"), m)
	requireRepr(t, th, "'radd'", v, err)
	s, err = FormatStr(th, "{:>5}|{!r}", Positional(m, m))
	require.NoError(t, err)
	require.Equal(t, "formatted|money", s)
	s, err = FormatPercent(th, "%d %s", NewTuple(m, m))
	require.NoError(t, err)
	require.Equal(t, "5 money", s)
}

func TestSubclassOfStr(t *testing.T) {
	th := valuesThread()
	name := derived(t, th, "Name", StrClass)
	n := mustCall(t, th, name, NewStr("Ada"))
	requireRepr(t, th, "'Ada'", n, nil)
	s, err := ToStr(th, n)
	require.NoError(t, err)
	require.Equal(t, "Ada", s)
	v, err := CallMethod(th, n, "upper")
	requireRepr(t, th, "'ADA'", v, err)
	v, err = Binary(th, Add, n, NewStr("!"))
	requireRepr(t, th, "'Ada!'", v, err)
	v, err = Binary(th, Add, NewStr("!"), n)
	requireRepr(t, th, "'!Ada'", v, err)
	v, err = GetItem(th, n, Int(0))
	requireRepr(t, th, "'A'", v, err)
	has, err := Contains(th, n, NewStr("d"))
	require.NoError(t, err)
	require.True(t, has)
	length, err := Len(th, n)
	require.NoError(t, err)
	require.Equal(t, 3, length)
	d := NewDict()
	require.NoError(t, d.Set(th, NewStr("Ada"), Int(1)))
	v, err = d.Get(th, n)
	requireRepr(t, th, "1", v, err)
	v, err = CallMethod(th, NewStr("-"), "join", NewList(n, n))
	requireRepr(t, th, "'Ada-Ada'", v, err)
}

func TestBudgetsOfNumbersAndText(t *testing.T) {
	big := func(exp int) Object { v, _ := Binary(valuesThread(), Pow, Int(10), Int(exp)); return v }
	cases := map[string]func(th *Thread) error{
		"power":         func(th *Thread) error { _, err := Binary(th, Pow, Int(3), Int(1<<40)); return err },
		"power of many": func(th *Thread) error { _, err := Binary(th, Pow, Int(3), Int(1<<28)); return err },
		"tower":         func(th *Thread) error { _, err := Binary(th, Pow, Int(3), big(100)); return err },
		"shift":         func(th *Thread) error { _, err := Binary(th, LShift, Int(1), Int(1<<40)); return err },
		"repeat":        func(th *Thread) error { _, err := Binary(th, Mul, NewStr("ab"), Int(1<<40)); return err },
		"bytes":         func(th *Thread) error { _, err := Call(th, BytesClass, Int(1<<40)); return err },
		"width":         func(th *Thread) error { _, err := Format(th, Int(1), "10000000000"); return err },
		"group width":   func(th *Thread) error { _, err := Format(th, Int(1), "010000000000,"); return err },
		"precision":     func(th *Thread) error { _, err := Format(th, Float(1), ".2000000000f"); return err },
		"percent":       func(th *Thread) error { _, err := FormatPercent(th, "%2000000000d", Int(1)); return err },
		"center":        func(th *Thread) error { _, err := CallMethod(th, NewStr("a"), "center", Int(1<<40)); return err },
		"zfill":         func(th *Thread) error { _, err := CallMethod(th, NewStr("a"), "zfill", Int(1<<40)); return err },
		"tabs":          func(th *Thread) error { _, err := CallMethod(th, NewStr("\t"), "expandtabs", Int(1<<40)); return err },
		"to_bytes":      func(th *Thread) error { _, err := CallMethod(th, Int(1), "to_bytes", Int(1<<40)); return err },
		"replace": func(th *Thread) error {
			many := NewStr(strings.Repeat("a", 1<<16))
			_, err := CallMethod(th, many, "replace", NewStr("a"), many)
			return err
		},
		"join": func(th *Thread) error {
			many := NewStr(strings.Repeat("a", 1<<16))
			_, err := CallMethod(th, many, "join", many)
			return err
		},
		"modular": func(th *Thread) error {
			_, err := PowMod(th, Int(3), big(200000), big(200000))
			return err
		},
	}
	for name, f := range cases {
		t.Run(name, func(t *testing.T) {
			th := &Thread{Steps: 1 << 20, Memory: 64 << 20, MaxDepth: 100}
			err := f(th)
			require.Error(t, err)
			if _, halted := err.(*Halt); !halted {
				require.True(t, IsKind(err, MemoryErrorClass), err)
			}
		})
	}
}

func TestLiterals(t *testing.T) {
	th := valuesThread()
	for text, want := range map[string]string{
		"0": "0", "10": "10", "0xFF": "255", "0o17": "15", "0b101": "5", "1_000": "1000", "0x_f": "15",
		"9223372036854775807": "9223372036854775807", "9223372036854775808": "9223372036854775808",
	} {
		requireRepr(t, th, want, ParseIntLiteral(text), nil)
	}
	for _, text := range []string{"", "1__0", "0x", "-1", "08", "1_", "a"} {
		require.Nil(t, ParseIntLiteral(text), text)
	}
	f, ok := ParseFloatLiteral("1_0.5e-1")
	require.True(t, ok)
	require.Equal(t, 1.05, f)
	_, ok = ParseFloatLiteral("inf")
	require.False(t, ok)
}

func BenchmarkIntBinary(b *testing.B) {
	th := valuesThread()
	var x, y Object = Int(1000), Int(77)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Binary(th, Mul, x, y); err != nil {
			b.Fatal(err)
		}
	}
}
