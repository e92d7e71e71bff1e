package interp

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/python/object"
	"layerglass/core/python/source"
	"layerglass/core/python/syntax"
)

// run runs a program and returns its module, or the exception.
func run(t *testing.T, text string) (*object.Thread, *object.Module, *object.Exception) {
	t.Helper()
	thread := NewThread(Options{})
	m, err := Run(thread, source.NewFile("test.py", text))
	if e := object.AsException(err); e != nil || err == nil {
		return thread, m, e
	}
	t.Fatal(err)
	return nil, nil, nil
}

// TestBadCall checks what an explanation finds on the error of a call with wrong arguments.
func TestBadCall(t *testing.T) {
	for _, c := range []struct {
		call string
		want BadCall
	}{
		{"f(1, name=2)", BadCall{Kind: UnexpectedKeyword, Name: "name", Names: []string{"name"}}},
		{"f()", BadCall{Kind: MissingArgument, Name: "a", Names: []string{"a"}}},
		{"f(1, 2, 3)", BadCall{Kind: TooManyArguments, Names: []string{""}, Given: 3}},
		{"f(1, a=2)", BadCall{Kind: MultipleValues, Name: "a", Names: []string{"a"}}},
		{"f(**{'a': 1}, **{'a': 2})", BadCall{Kind: MultipleValues, Name: "a", Names: []string{"a"}}},
		{"f(**5)", BadCall{Kind: NotAMapping}},
	} {
		_, m, e := run(t, "def f(a, b=1): pass\n"+c.call)
		require.NotNil(t, e, c.call)
		got, ok := e.Subject.(*BadCall)
		require.True(t, ok, c.call)
		c.want.Function = m.Dict.GetName("f").(*Function)
		assert.Equal(t, &c.want, got, c.call)
	}
}

// TestCallSite checks that a class which watches its calls is told where the arguments are written.
func TestCallSite(t *testing.T) {
	var sites []*object.CallSite
	base := object.NewType("Base", "watch", nil)
	base.New = func(_ *object.Thread, cls *object.Class, _ object.Args) (object.Object, error) {
		return object.NewInstance(cls), nil
	}
	base.OnCall = func(th *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
		sites = append(sites, th.Site)
		return object.NewInstance(cls), nil
	}
	thread := NewThread(Options{})
	thread.Builtins.SetName("Base", base)
	text := "class L(Base): pass\nL(1, units=2 + 3)\nL()\nL(*[1], **{'a': 2})\nlist(map(L, [1]))\nimport builtins\nbuiltins.Base(k=4)\n"
	file := source.NewFile("test.py", text)
	_, err := Run(thread, file)
	require.NoError(t, err)
	require.Len(t, sites, 5)
	assert.Equal(t, "1", file.Slice(sites[0].Args[0]))
	assert.Equal(t, "2 + 3", file.Slice(sites[0].Keywords["units"]))
	assert.Equal(t, -1, sites[0].Star)
	assert.Empty(t, sites[1].Args)
	assert.Equal(t, 0, sites[2].Star)
	assert.Equal(t, "*[1]", file.Slice(sites[2].StarSpan))
	assert.Equal(t, "{'a': 2}", file.Slice(sites[2].DoubleStar))
	assert.Nil(t, sites[3], "a call from Go has no text")
	assert.Equal(t, "4", file.Slice(sites[4].Keywords["k"]))
}

// TestSyntaxError checks the exception of a text that is no program.
func TestSyntaxError(t *testing.T) {
	for _, c := range []struct{ text, class, message string }{
		{"x = = 1\n", "SyntaxError", "invalid syntax"},
		{"def f(:\n", "SyntaxError", ""},
		{"  x = 1\n", "IndentationError", "unexpected indent"},
		{"def f():\n    nonlocal q\n", "SyntaxError", "no binding for nonlocal 'q' found"},
		{"async def f(): pass\n", "SyntaxError", "async code is not supported here"},
	} {
		_, _, e := run(t, c.text)
		require.NotNil(t, e, c.text)
		assert.Equal(t, c.class, e.Class().Name, c.text)
		bad, ok := e.Subject.(*syntax.Error)
		require.True(t, ok, c.text)
		if c.message != "" {
			assert.Equal(t, c.message, bad.Msg)
		}
		assert.Equal(t, object.Object(object.Int(bad.Line)), e.AttrDict(true).GetName("lineno"))
	}
}

// TestMissingModule checks what an explanation finds on an import that fails.
func TestMissingModule(t *testing.T) {
	_, _, e := run(t, "import torch.nn\n")
	require.NotNil(t, e)
	missing := e.Subject.(*MissingModule)
	assert.Equal(t, "torch", missing.Name)
	assert.Contains(t, missing.Why, "PyTorch")
	_, _, e = run(t, "from collections import Countr\n")
	require.NotNil(t, e)
	assert.Equal(t, "Countr", e.Subject.(*MissingName).Name)
}

// TestSignature checks the parameters that a function tells.
func TestSignature(t *testing.T) {
	_, m, e := run(t, "def f(a, /, b: int, c=2, *d, e, g=3, **h) -> str: pass\n")
	require.Nil(t, e)
	s := m.Dict.GetName("f").(*Function).Signature()
	var names []string
	var kinds []object.ParamKind
	for _, p := range s.Params {
		names = append(names, p.Name.String())
		kinds = append(kinds, p.Kind)
	}
	assert.Equal(t, "a b c d e g h", strings.Join(names, " "))
	assert.Equal(t, []object.ParamKind{object.PositionalOnly, object.PositionalOrKeyword, object.PositionalOrKeyword,
		object.VarPositional, object.KeywordOnly, object.KeywordOnly, object.VarKeyword}, kinds)
	assert.Equal(t, object.Object(object.Int(3)), s.Params[5].Default)
	assert.Equal(t, object.Object(object.IntClass), s.Params[1].Annotation)
	assert.Equal(t, object.Object(object.StrClass), s.Return)
}

// TestFrame checks what native code called by a program sees of it.
func TestFrame(t *testing.T) {
	thread := NewThread(Options{})
	var depth int
	var span source.Span
	var names []string
	var self object.Object
	thread.Builtins.SetName("probe", object.Func("probe", "(x, /)", "", func(th *object.Thread, a []object.Object) (object.Object, error) {
		for f := th.Top; f != nil; f = f.Back {
			depth++
			names = append(names, f.Code.Name)
		}
		span, self = th.Top.At, th.Top.Self
		assert.Equal(t, object.Object(object.Int(7)), th.Top.Locals().GetName("local"))
		return object.None, nil
	}))
	file := source.NewFile("test.py", "class A:\n    def m(self):\n        local = 7\n        return probe(local)\ndef f(): A().m()\nf()\n")
	_, err := Run(thread, file)
	require.NoError(t, err)
	assert.Equal(t, []string{"m", "f", "<module>"}, names)
	assert.Equal(t, "probe(local)", file.Slice(span))
	assert.Equal(t, "A", self.Class().Name)
	assert.Nil(t, thread.Top)
}

// TestClose checks that a generator left in the middle runs its final part at the end of the session.
func TestClose(t *testing.T) {
	got := output("test.py", "def g():\n    try:\n        yield 1\n    finally:\n        print('closed')\nkept = g()\nnext(kept)\nprint('end')\n", Options{})
	assert.Equal(t, "end\nclosed\n", got)
}
