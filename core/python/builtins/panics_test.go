package builtins_test

import (
	"fmt"
	"math"
	"math/big"
	"sort"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core/python/builtins"
	"layerglass/core/python/interp"
	"layerglass/core/python/object"
	"layerglass/core/python/source"
)

// oddities makes values that methods are not always ready for. They are new at each call, for methods change them.
func oddities(t *testing.T, thread *object.Thread) []object.Object {
	module, err := interp.Run(thread, source.NewFile("program.py", `
class L(list): pass
class D(dict): pass
class S(set): pass
class F(frozenset): pass
class T(tuple): pass
class Str(str): pass
class I(int): pass
class X(Exception): pass
class P(property): pass
class Plain: pass
class Meta(type): pass
class Made(metaclass=Meta): pass
class Wild:
    def __eq__(self, o): return NotImplemented
    def __hash__(self): return -1
    def __iter__(self): return iter([1, 'a'])
    def __len__(self): return 2
    def __index__(self): return 1
def f(*a, **k): return a
def g():
    yield 1
odd = [L([1, 'a']), D(a=1), S([1]), F([2]), T((1, 2)), Str('ab'), I(3), X('x', 1), P(f), Plain(), Made, Wild(), f, g(), Plain,
    list, {1: 2}.keys(), {1: 2}.items(), {1: 2}.values(), iter({}), iter([1]), iter(()), iter({1}), reversed([1]), range(5), range(10**30),
    slice(1, None), [].append, len, str.join, int.__add__, (1).__add__, Plain().__init__, enumerate([1]), zip([1]), map(f, [1]), filter(None, [1]),
    object(), ValueError('v'), OSError(2, 'x'), ExceptionGroup('g', [ValueError()]), SyntaxError('s'), super(L, L()), super(L), list[int],
    int | None, vars(Plain), property(f), classmethod(f), staticmethod(f), f.__code__, UnicodeDecodeError('utf-8', b'a', 0, 1, 'r')]
`))
	require.NoError(t, err)
	list := module.Dict.GetName("odd").(*object.List)
	self := object.NewList(object.Int(1))
	self.Items = append(self.Items, self)
	return append(list.Items, object.None, object.True, object.Int(0), object.Int(-1), object.Int(math.MaxInt64), object.Int(math.MinInt64),
		object.NewBig(new(big.Int).Lsh(big.NewInt(-1), 70)), object.Float(math.NaN()), object.Float(1.5), object.Complex(1i), object.NewStr(""),
		object.NewStr("é\xed\xa0\x80"), object.NewStr("name"), object.NewBytes("\xff"), object.NewByteArray([]byte("ab")), object.NewTuple(),
		object.NewTuple(object.Int(1), object.NewStr("x")), object.NewDict(), object.NewSet(), object.NewFrozenSet(), object.Ellipsis, object.NotImplemented, self,
		object.NewModule("m"), &object.Slice{Start: object.None, Stop: object.Int(-1), Step: object.Int(-1)})
}

func newThread() *object.Thread {
	return interp.NewThread(interp.Options{Steps: 1 << 40, Memory: 1 << 40})
}

// TestNothingPanics calls every attribute of the built-in types and every built-in function with odd arguments: an
// exception is a good answer, a panic is not.
func TestNothingPanics(t *testing.T) {
	thread := newThread()
	values := oddities(t, thread)
	seen := map[*object.Class]bool{}
	for _, v := range values {
		for _, c := range v.Class().MRO {
			if seen[c] {
				continue
			}
			seen[c] = true
			for name := range c.Dict().All() {
				try(t, fmt.Sprintf("%s.%s", c.Name, name), v, name.(*object.Str).String())
				try(t, fmt.Sprintf("%s.%s unbound", c.Name, name), c, name.(*object.Str).String())
			}
		}
	}
	names := []string{}
	for name := range builtins.New(newThread()).Dict.All() {
		names = append(names, name.(*object.Str).String())
	}
	sort.Strings(names)
	for _, name := range names {
		f := thread.Builtins.GetName(name)
		try(t, name, f, "")
	}
}

// try calls an attribute of o, or o itself, with no, one and two odd arguments.
func try(t *testing.T, what string, o object.Object, attr string) {
	thread := newThread()
	values := oddities(t, thread)
	var args []object.Object
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s with %d arguments %v panics: %v", what, len(args), args, r)
		}
	}()
	call := func(list ...object.Object) {
		args = list
		thread.Steps, thread.Memory = 100000, 1<<24
		f := o
		if attr != "" {
			var err error
			if f, err = object.LookupAttr(thread, o, object.Intern(attr)); f == nil || err != nil {
				return
			}
		}
		_, _ = object.Call(thread, f, list...)
		thread.Depth = 0
	}
	call()
	for i, a := range values {
		call(a)
		if i%3 == 0 {
			call(a, values[(i*7+3)%len(values)])
			call(a, values[(i*5+1)%len(values)], values[(i*3+2)%len(values)])
		}
	}
}
