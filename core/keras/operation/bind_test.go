package operation_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/keras/operation"
	"layerglass/core/python/object"
)

// The texts are CPython 3.11's for functions of these signatures.
func TestBindSpeaksAsPythonFunctions(t *testing.T) {
	one := object.Int(1)
	kw := func(names ...string) []object.Kwarg {
		var out []object.Kwarg
		for _, n := range names {
			out = append(out, object.Kwarg{Name: object.Intern(n), Value: one})
		}
		return out
	}
	pos := func(n int) []object.Object {
		out := make([]object.Object, n)
		for i := range out {
			out[i] = one
		}
		return out
	}
	for _, c := range []struct {
		sig  string
		args object.Args
		want string
	}{
		{"(a, b)", object.Args{Pos: pos(2)}, ""},
		{"(a)", object.Args{}, "f() missing 1 required positional argument: 'a'"},
		{"(a, b)", object.Args{}, "f() missing 2 required positional arguments: 'a' and 'b'"},
		{"(a, b, c)", object.Args{}, "f() missing 3 required positional arguments: 'a', 'b', and 'c'"},
		{"(a, *, k)", object.Args{Pos: pos(1)}, "f() missing 1 required keyword-only argument: 'k'"},
		{"(a)", object.Args{Pos: pos(1), Kw: kw("z")}, "f() got an unexpected keyword argument 'z'"},
		{"(a)", object.Args{Pos: pos(1), Kw: kw("a")}, "f() got multiple values for argument 'a'"},
		{"(a)", object.Args{Pos: pos(3)}, "f() takes 1 positional argument but 3 were given"},
		{"()", object.Args{Pos: pos(1)}, "f() takes 0 positional arguments but 1 was given"},
		{"(a, b=1)", object.Args{Pos: pos(3)}, "f() takes from 1 to 2 positional arguments but 3 were given"},
		{"(a, *, k=1)", object.Args{Pos: pos(2), Kw: kw("k")}, "f() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given"},
		{"(a, /)", object.Args{Kw: kw("a")}, "f() got some positional-only arguments passed as keyword arguments: 'a'"},
		{"(a, *rest, **kw)", object.Args{Pos: pos(3), Kw: kw("z")}, ""},
	} {
		_, err := operation.Bind("f", object.ParseSignature(c.sig), c.args)
		if c.want == "" {
			require.NoError(t, err, c.sig)
			continue
		}
		require.Error(t, err, c.sig)
		require.Equal(t, c.want, object.AsException(err).Message())
	}
}
