package syntax

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"layerglass/core/python/source"
)

// TestTrees compares the trees of right programs, and the places in them, with those that CPython 3.11 makes.
func TestTrees(t *testing.T) {
	paths, err := filepath.Glob("testdata/good/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	right := 0
	for _, path := range paths {
		ok := t.Run(filepath.Base(path), func(t *testing.T) {
			tree, places, _ := strings.Cut(read(t, strings.TrimSuffix(path, ".py")+".tree"), "\n")
			m, err := Parse(source.NewFile(path, read(t, path)))
			if err != nil {
				t.Fatalf("line %d: %v", err.Line, err)
			}
			assert.Equal(t, tree, Dump(m))
			assert.Equal(t, places, Positions(m))
		})
		if ok {
			right++
		}
	}
	t.Logf("%d of %d programs", right, len(paths))
}

// TestErrors compares what is said about wrong programs with what CPython 3.11 says.
func TestErrors(t *testing.T) {
	paths, err := filepath.Glob("testdata/bad/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	right, all := 0, 0
	for _, path := range paths {
		cases := readCases(t, path)
		expected := strings.Split(strings.TrimSuffix(read(t, strings.TrimSuffix(path, ".txt")+".errors"), "\n"), "\n")
		require.Len(t, expected, len(cases), path)
		for i, text := range cases {
			// Python reads the expression of an f-string as a text of its own and counts columns in that.
			withOffset := filepath.Base(path) != "fstrings.txt"
			all++
			if assert.Equal(t, cutOffset(expected[i], withOffset), cutOffset(verdict(text), withOffset), "%s:%d: %q", path, i+1, text) {
				right++
			}
		}
	}
	t.Logf("%d of %d programs", right, all)
}

// verdict says of a program what the oracle says.
func verdict(text string) string {
	_, err := Parse(source.NewFile("<case>", text))
	if err == nil {
		return "ok"
	}
	return strings.Join([]string{err.Kind, strconv.Itoa(err.Line), strconv.Itoa(err.Offset), err.Msg}, "\t")
}

func cutOffset(verdict string, keep bool) string {
	fields := strings.Split(verdict, "\t")
	if keep || len(fields) < 4 {
		return verdict
	}
	return strings.Join(append(fields[:2:2], fields[3:]...), "\t")
}

func read(t testing.TB, path string) string {
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(data)
}

// readCases returns the programs of a file that has a JSON string on each line.
func readCases(t testing.TB, path string) []string {
	var cases []string
	for _, line := range strings.Split(strings.TrimSpace(read(t, path)), "\n") {
		var text string
		require.NoError(t, json.Unmarshal([]byte(line), &text), path)
		cases = append(cases, text)
	}
	return cases
}

// allTexts returns all programs of the test data, right and wrong.
func allTexts(t testing.TB) []string {
	good, _ := filepath.Glob("testdata/good/*.py")
	bad, _ := filepath.Glob("testdata/bad/*.txt")
	var texts []string
	for _, path := range good {
		texts = append(texts, read(t, path))
	}
	for _, path := range bad {
		texts = append(texts, readCases(t, path)...)
	}
	return texts
}

// TestFixes applies what errors offer and checks that the text is right then, or at least wrong in another way.
func TestFixes(t *testing.T) {
	fixed, better, all := 0, 0, 0
	for _, text := range allTexts(t) {
		_, err := Parse(source.NewFile("<case>", text))
		if err == nil || len(err.Fixes) == 0 {
			continue
		}
		all++
		after := err.Fixes[0].Apply(text)
		require.NotEqual(t, text, after, "%q", text)
		_, again := Parse(source.NewFile("<case>", after))
		switch {
		case again == nil:
			fixed++
		case again.Error() != err.Error() || again.Line != err.Line || again.Offset != err.Offset:
			better++
		default:
			t.Errorf("%q: %v: the fix %q changes nothing: %q", text, err, err.Fixes[0].Title, after)
		}
	}
	t.Logf("%d of %d texts are right after the fix, %d have another error", fixed, all, better)
}

// TestFixedText has the texts that common mistakes become.
func TestFixedText(t *testing.T) {
	for _, c := range [...]struct{ text, want string }{
		{"if x\n    pass\n", "if x:\n    pass\n"},
		{"def f(a) # why\n    pass\n", "def f(a): # why\n    pass\n"},
		{"print 'a', b\n", "print('a', b)\n"},
		{"if x = 3:\n    pass\n", "if x == 3:\n    pass\n"},
		{"if x.a = 3:\n    pass\n", "if x.a == 3:\n    pass\n"},
		{"f(10 activation='relu')\n", "f(10, activation='relu')\n"},
		{"x = [1, 2 3]\n", "x = [1, 2, 3]\n"},
		{"x = (1, 2\ny = 3\n", "x = (1, 2)\ny = 3\n"},
		{"def f(a, b:\n    pass\n", "def f(a, b):\n    pass\n"},
		{"x = “a”\n", "x = \"a\"\n"},
		{"x\u00a0= 1\n", "x = 1\n"},
		{"x = 'abc\n", "x = 'abc'\n"},
		{"x = (1]\n", "x = (1)\n"},
		{"x = f(1))\n", "x = f(1)\n"},
		{"[x, y for x in z]\n", "[(x, y) for x in z]\n"},
		{"x = 007\n", "x = 7\n"},
		{"a = 1\n  b = 2\n", "a = 1\nb = 2\n"},
		{"x = {'a' 1}\n", "x = {'a', 1}\n"},
		{"x = {'a': 1, 'b' 2}\n", "x = {'a': 1, 'b': 2}\n"},
		{"def f(a=1, b):\n    pass\n", "def f(a=1, b=None):\n    pass\n"},
		{"f(x for x in y, 1)\n", "f((x for x in y), 1)\n"},
		{"try:\n    a\nexcept A, B:\n    b\n", "try:\n    a\nexcept (A, B):\n    b\n"},
		{"x = 1 if y\n", "x = 1 if y else None\n"},
	} {
		_, err := Parse(source.NewFile("<case>", c.text))
		if assert.NotNil(t, err, "%q", c.text) && assert.NotEmpty(t, err.Fixes, "%q: %v", c.text, err) {
			assert.Equal(t, c.want, err.Fixes[0].Apply(c.text))
		}
	}
}

func TestParseExpr(t *testing.T) {
	e, err := ParseExpr(source.NewFile("<eval>", "  a + 1, b\n\n"))
	require.Nil(t, err)
	assert.Equal(t, "Tuple(elts=[BinOp(left=Name(id='a', ctx=Load()), op=Add(), right=Constant(value=1)), "+
		"Name(id='b', ctx=Load())], ctx=Load())", DumpExpr(e))
	for text, want := range map[string]string{
		"":        "invalid syntax",
		"a = 1":   "invalid syntax",
		"a b":     "invalid syntax",
		"(a b)":   "invalid syntax. Perhaps you forgot a comma?",
		"(":       "'(' was never closed",
		"*a":      "invalid syntax",
		"yield":   "invalid syntax",
		"(yield)": "'yield' outside function",
		"a\n b":   "unexpected indent",
		"\n a":    "unexpected indent",
	} {
		_, err := ParseExpr(source.NewFile("<eval>", text))
		if assert.NotNil(t, err, "%q", text) {
			assert.Equal(t, want, err.Msg, "%q", text)
		}
	}
}

// TestCharacterNames covers what is ours alone: a name that exists in Unicode but not in this program is refused with a code of
// its own.
func TestCharacterNames(t *testing.T) {
	_, err := Parse(source.NewFile("<case>", `x = '\N{HIRAGANA LETTER A}'`))
	require.NotNil(t, err)
	assert.Equal(t, CodeUnknownCharName, err.Code)
	assert.Equal(t, source.Span{Start: 5, End: 26}, err.Span)
}

// TestDepth checks that no amount of nesting does harm.
func TestDepth(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("(", 100000), strings.Repeat("[", 190) + strings.Repeat("]", 190), strings.Repeat("-", 100000) + "1",
		strings.Repeat("not ", 100000) + "1", strings.Repeat("lambda: ", 100000) + "1", "x" + strings.Repeat("**x", 100000),
		"x" + strings.Repeat(".x", 100000), "x" + strings.Repeat("()", 100000), "x" + strings.Repeat("+x", 100000),
		strings.Repeat("x if x else ", 100000) + "x", strings.Repeat("word ", 100000), strings.Repeat("f(a=", 190) + "1 2",
		"if a: b\n" + strings.Repeat("elif a: b\n", 100000), strings.Repeat("{1:", 190) + "a b", strings.Repeat("x[1,", 190) + "$",
		"match x:\n case " + strings.Repeat("[", 190) + "1" + strings.Repeat("]", 190) + ": pass", strings.Repeat("*", 100000),
		"for " + strings.Repeat("(", 190) + "a" + strings.Repeat(",)", 190) + " in x: pass", strings.Repeat("@a\n", 100000),
		strings.Repeat("f'{", 1000), "x" + strings.Repeat(".x", 990), "x" + strings.Repeat("+x", 990), "f'" + strings.Repeat("{a}", 100000) + "'",
		"f\"{" + strings.Repeat("(", 150) + "f'{" + strings.Repeat("(", 150) + "1" + strings.Repeat(")", 150) + "}'" + strings.Repeat(")", 150) + "}\"",
	} {
		m, err := Parse(source.NewFile("<case>", text))
		if err == nil {
			Dump(m)
		}
	}
}
