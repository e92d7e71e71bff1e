package object

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func plainThread() *Thread {
	return &Thread{Steps: 1 << 40, Memory: 1 << 40, MaxDepth: 1000, Modules: NewDict(), Builtins: NewDict()}
}

// TestSignatures reads the parameter list of every method of the built-in types.
func TestSignatures(t *testing.T) {
	seen := map[*Class]bool{}
	classes := append([]*Class{ObjectClass, TypeClass, ListClass, DictClass, SetClass, FrozenSetClass, TupleClass, RangeClass,
		SliceClass, PropertyClass, ClassMethodClass, StaticMethodClass, SuperClass, MethodClass, BuiltinClass, MappingProxyClass,
		GenericAliasClass, UnionClass, EnumerateClass, ZipClass, MapClass, FilterClass, ReversedClass, IntClass, FloatClass,
		ComplexClass, StrClass, BytesClass, ByteArrayClass, BoolClass, TracebackClass, FrameClass, CodeClass}, ExceptionClasses()...)
	for _, c := range classes {
		if seen[c] {
			continue
		}
		seen[c] = true
		for name, v := range c.Dict().All() {
			switch x := v.(type) {
			case *ClassMethod:
				v = x.Func
			case *StaticMethod:
				v = x.Func
			}
			if b, ok := v.(*Builtin); ok {
				assert.Empty(t, b.Signature().Bad, "%s.%s%s", c.Name, name, b.Sig)
			}
		}
	}
}

// TestAnchors tells which part of an expression's text a traceback points at.
func TestAnchors(t *testing.T) {
	for text, want := range map[string]string{
		"a + b": "+", "a+b*c": "+", "a*b+c": "+", "a ** b ** c": "**", "-a ** b": "", "-a + b": "+", "a[0]": "[0]", "a[b[1]] [2]": "[2]",
		"f(a + b)": "", "f(a)[0]": "[0]", "(a) + (b)": "+", "(a)+(b)": "+(", "a +(b, c)": "+", "a // b": "//", "a << 1 | b": "|", "not a": "",
		"a and b + c": "", "a < b": "", "x if a + b else c": "", "'a + b'": "", `"a" % b`: "%", "a.b[c].d": "", "lambda: a + b": "",
		"[a + b]": "", "a @ b": "@", "1e-5 + x": "+", "f'{a + b}' + c": "+", "a.b(c)[d](e)": "", "x = a + b": "", "a, b + c": "", "~a & b": "&",
	} {
		got := ""
		if left, right := anchors(text); left >= 0 {
			got = text[left:right]
		}
		assert.Equal(t, want, got, text)
	}
}

// TestSliceIndices compares with what slice.indices gives for the same numbers.
func TestSliceIndices(t *testing.T) {
	thread := plainThread()
	for _, c := range []struct {
		start, stop, step       Object
		n                       int
		from, to, by, wantCount int
	}{
		{None, None, None, 5, 0, 5, 1, 5}, {Int(-3), None, Int(-1), 10, 7, -1, -1, 8}, {Int(1), Int(100), Int(2), 6, 1, 6, 2, 3},
		{Int(5), Int(2), None, 10, 5, 2, 1, 0}, {None, None, Int(-2), 5, 4, -1, -2, 3}, {Int(-100), Int(3), None, 4, 0, 3, 1, 3},
	} {
		from, to, by, count, err := (&Slice{c.start, c.stop, c.step}).Indices(thread, c.n)
		require.NoError(t, err)
		assert.Equal(t, []int{c.from, c.to, c.by, c.wantCount}, []int{from, to, by, count})
	}
}

// TestNearest suggests names as CPython does.
func TestNearest(t *testing.T) {
	names := []string{"blech", "bar", "units", "activation", "kernel_size", "Dense"}
	for wrong, want := range map[string]string{"blach": "blech", "unit": "units", "activaton": "activation", "zzzz": "", "dense": "Dense",
		"kernelsize": "kernel_size", "bluch": "blech"} {
		assert.Equal(t, want, Nearest(wrong, names), wrong)
	}
}

// TestWrap keeps a value inside an instance of a subclass.
func TestWrap(t *testing.T) {
	c, err := NewClass(plainThread(), "L", "__main__", []*Class{ListClass}, NewDict(), TypeClass)
	require.NoError(t, err)
	o, err := Call(plainThread(), c, NewTuple(Int(1), Int(2)))
	require.NoError(t, err)
	assert.Same(t, c, o.Class())
	assert.Equal(t, []Object{Int(1), Int(2)}, Of(o).(*List).Items)
	n, err := Len(plainThread(), o)
	require.NoError(t, err)
	assert.Equal(t, 2, n)
	assert.Same(t, emptyTuple, Wrap(TupleClass, emptyTuple))
}
