package doctest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPromptsAsPythonDoes compares which examples fail, and what they print, with Python's own doctest module.
func TestPromptsAsPythonDoes(t *testing.T) {
	documents, err := filepath.Glob("testdata/prompts/*.json")
	require.NoError(t, err)
	require.Len(t, documents, 3)
	for _, golden := range documents {
		path := strings.TrimSuffix(golden, ".json")
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		content, err := os.ReadFile(golden)
		require.NoError(t, err)
		var want [][2]any
		require.NoError(t, json.Unmarshal(content, &want))
		got := [][2]any{}
		for _, f := range Run(path, Find(path, string(text))).Failures {
			got = append(got, [2]any{float64(f.Example.Line), f.Got})
		}
		assert.ElementsMatch(t, want, got, path)
	}
}

// check runs a document and returns what is reported of it.
func check(name, text string) *Report { return Run(name, Find(name, text)) }

func TestMarkdown(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		run    int
		failed []int // lines
	}{
		"output in a block after it":         {"```python\nprint(1)\n```\n\n```output\n1\n```\n", 1, nil},
		"other output":                       {"```python\nprint(1)\n```\n\n```output\n2\n```\n", 1, []int{2}},
		"a line that leads over":             {"```py\nprint(1)\n```\n\nThis prints:\n\n```\n2\n```\n", 1, []int{2}},
		"a paragraph that does not":          {"```py\nprint(1)\n```\n\nNow something else.\n\n```\n2\n```\n", 1, nil},
		"a named output after a paragraph":   {"```py\nprint(1)\n```\n\nLook at this.\n\n```output\n2\n```\n", 1, []int{2}},
		"a shell between":                    {"```py\nprint(1)\n```\n\n```console\n$ ls\n```\n", 1, nil},
		"another language":                   {"```js\nprint(\n```\n\n```output\n2\n```\n", 0, nil},
		"one namespace":                      {"```python\nx = 3\n```\n\n```python\nprint(x)\n```\n```text\n3\n```\n", 2, nil},
		"a fresh one":                        {"```python\nx = 3\n```\n<!-- doctest: fresh -->\n```python\nprint(x)\n```\n", 2, []int{6}},
		"what raises":                        {"```python\n\nraise ValueError('no')\n```\n", 1, []int{2}},
		"what should raise":                  {"```python\nprint(1)\nraise ValueError('no')\n```\n```text\n1\nTraceback (most recent call last):\n  ...\nValueError: no\n```\n", 1, nil},
		"its last line alone":                {"```python\nraise ValueError('no')\n```\n```text\nValueError: no\n```\n", 1, nil},
		"what should raise something else":   {"```python\nraise ValueError('no')\n```\n```text\nKeyError: 1\n```\n", 1, []int{2}},
		"prompts in a block":                 {"```pycon\n>>> 1\n1\n>>> 2\n3\n```\n", 2, []int{4}},
		"prompts without a block":            {"Text\n\n>>> 1\n2\n", 1, []int{3}},
		"prompts in a block of no kind":      {"```\n>>> 1\n2\n```\n", 1, []int{2}},
		"prompts in a Python block":          {"```python\n>>> 1\n2\n```\n", 1, []int{2}},
		"the end of a block ends its output": {"```python\n>>> 1\n1\n```\nText\n", 1, nil},
		"skipped by a comment":               {"<!-- doctest: skip -->\n\n```python\n1 / 0\n```\n", 0, nil},
		"skipped by a word":                  {"```python no-run\n1 / 0\n```\n", 0, nil},
		"tildes":                             {"~~~python\nprint(1)\n~~~\n~~~output\n2\n~~~\n", 1, []int{2}},
		"a longer fence":                     {"````python\ns = '''\n```\n'''\nprint(len(s))\n````\n```output\n5\n```\n", 1, nil},
		"in a list":                          {"1. One\n\n   ```python\n   if True:\n       print(1)\n   ```\n\n   ```output\n   1\n   ```\n", 1, nil},
		"in a quotation":                     {"> ```python\n> print(1)\n> ```\n>\n> ```output\n> 2\n> ```\n", 1, []int{2}},
		"attributes":                         {"```{.python .numberLines}\nprint(1)\n```\n```{.output}\n2\n```\n", 1, []int{2}},
		"MyST":                               {"```{code-block} python\n:linenos:\nprint(1)\n```\n```{code-block} text\n2\n```\n", 1, []int{2}},
		"comments at the end":                {"```python\nprint(1)\n# Output:\n# 2\n```\n", 1, []int{2}},
		"comments that hold":                 {"```python\nprint(1)\nprint()\nprint(2)\n# Output:\n# 1\n#\n# 2\n```\n", 1, nil},
		"an unclosed block":                  {"```python\nprint(1)\n", 1, nil},
		"no Python":                          {"Text\n\n    code\n", 0, nil},
		"nothing":                            {"", 0, nil},
		"a fence in a fence":                 {"```md\n~~~python\n1 / 0\n~~~\n```\n", 0, nil},
		"white space that nobody sees":       {"```python\nprint('a  ')\nprint()\n```\n```output\na\n```\n", 1, nil},
		"dots":                               {"```python\nprint(list(range(50)))\n```\n```output\n[0, 1, ..., 49]\n```\n", 1, nil},
		"a syntax error":                     {"```python\nx =\n```\n", 1, []int{2}},
		"an endless loop":                    {"```python\nwhile True:\n    pass\n```\n```python\nprint(1)\n```\n```output\n1\n```\n", 2, []int{2}},
		"the program's end":                  {"```python\nraise SystemExit\n```\n", 1, []int{2}},
		"line ends of Windows":               {"```python\r\nprint(1)\r\n```\r\n```output\r\n2\r\n```\r\n", 1, []int{2}},
		"inline code of three backticks":     {"Use ```python``` here.\n\n```python\nprint(1)\n```\n", 1, nil},
		"Keras":                              {"```python\nimport keras\nlayer = keras.layers.Dense(64)\nprint(layer.get_config()['units'])\n```\n```output\n64\n```\n", 1, nil},
	} {
		r := check("guide.md", c.text)
		var failed []int
		for _, f := range r.Failures {
			failed = append(failed, f.Example.Line)
		}
		assert.Equal(t, c.run, r.Run, name)
		assert.Equal(t, c.failed, failed, "%s: %s", name, r.Text())
	}
}

func TestRest(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		run    int
		failed []int
	}{
		"a code block":            {".. code-block:: python\n\n    print(1)\n\n.. code-block:: text\n\n    2\n", 1, []int{3}},
		"with options":            {".. code-block:: python\n   :linenos:\n   :caption: x\n\n   print(1)\n\nText\n", 1, nil},
		"testcode":                {".. testcode::\n\n   if True:\n       print(1)\n\nThis gives:\n\n.. testoutput::\n\n   1\n", 1, nil},
		"testoutput that differs": {".. testcode::\n\n   print(1)\n\n.. testoutput::\n\n   2\n", 1, []int{3}},
		"blank lines":             {".. testcode::\n\n   print('a\\n\\nb')\n\n.. testoutput::\n\n   a\n   <BLANKLINE>\n   b\n", 1, nil},
		"a literal block":         {".. code:: python\n\n  print(1)\n\nOutput::\n\n  2\n", 1, []int{3}},
		"prompts":                 {"Text::\n\n  >>> 1\n  2\n\n.. doctest::\n\n   >>> 3\n   3\n", 2, []int{3}},
		"prompts in a code block": {".. code-block:: pycon\n\n   >>> 1\n   2\n", 1, []int{3}},
		"skipped":                 {".. doctest: skip\n\n.. code-block:: python\n\n   1 / 0\n", 0, nil},
		"another language":        {".. code-block:: bash\n\n   ls\n", 0, nil},
		"one namespace":           {".. testsetup::\n\n   x = 2\n\n.. testcode::\n\n   print(x)\n\n.. testoutput::\n\n   2\n", 2, nil},
		"in a list":               {"* One\n\n  .. code-block:: python\n\n     print(1)\n\n  .. code-block:: text\n\n     2\n", 1, []int{5}},
		"no content":              {".. code-block:: python\n\nText\n", 0, nil},
	} {
		r := check("guide.rst", c.text)
		var failed []int
		for _, f := range r.Failures {
			failed = append(failed, f.Example.Line)
		}
		assert.Equal(t, c.run, r.Run, name)
		assert.Equal(t, c.failed, failed, "%s: %s", name, r.Text())
	}
}

func TestPythonFiles(t *testing.T) {
	r := check("plain.py", "print('a program')\n")
	assert.Equal(t, 1, r.Run)
	assert.Empty(t, r.Failures)
	r = check("fails.py", "def f():\n    '''\n    >>> f()\n    '''\n1 / 0\n")
	require.Len(t, r.Failures, 1)
	assert.Equal(t, 1, r.Skipped)
	assert.Contains(t, r.Text(), "it raises ZeroDivisionError: division by zero (line 5)")
	r = check("fenced.py", "class A:\n    \"\"\"Text.\n\n    ```python\n    print(A.n)\n    ```\n\n    ```output\n    4\n    ```\n    \"\"\"\n    n = 3\n")
	require.Len(t, r.Failures, 1)
	assert.Equal(t, 5, r.Failures[0].Example.Line)
	r = check("escapes.py", "def f():\n    '''\\tText.\n\n    >>> 'a\\\\nb'\n    'a\\\\nc'\n    '''\n")
	require.Len(t, r.Failures, 1)
	assert.Equal(t, 4, r.Failures[0].Example.Line)
	assert.Equal(t, "'a\\nb'\n", r.Failures[0].Got)
	r = check("bad.py", "def\n")
	require.Len(t, r.Failures, 1)
	assert.Contains(t, r.Failures[0].Reason, "SyntaxError")
	r = check("output.py", "print(1)\n# Output:\n# 2\n")
	require.Len(t, r.Failures, 1)
}

func TestReport(t *testing.T) {
	r := check("docs/a.md", "# A\n\n```python\nprint('one')\nprint('two')\n```\n```output\none\n2\n```\n\n>>> 1 / 0\n")
	assert.Equal(t, "docs/a.md:4: the output differs\n    print('one')\n    print('two')\n  - 2\n  + two\n"+
		"docs/a.md:12: it raises ZeroDivisionError: division by zero (line 12)\n    1 / 0\n  + ZeroDivisionError: division by zero\n", r.Text())
	assert.Equal(t, 2, r.Failed())
}

// TestUpdate brings documents in line; then they hold, and updating them again changes nothing.
func TestUpdate(t *testing.T) {
	for name, c := range map[string]struct{ file, before, after string }{
		"a block":      {"a.md", "```python\nprint(1)\nprint(2)\n```\n\n```output\n3\n```\nEnd\n", "```python\nprint(1)\nprint(2)\n```\n\n```output\n1\n2\n```\nEnd\n"},
		"an empty one": {"a.md", "```python\nprint(1)\n```\n```output\n```\n", "```python\nprint(1)\n```\n```output\n1\n```\n"},
		"prompts": {"a.md", ">>> 1\n2\n>>> print('a\\n\\nb')\n>>> x = 1\n5\n>>> 1 / 0\n7\n\nEnd\n",
			">>> 1\n1\n>>> print('a\\n\\nb')\na\n<BLANKLINE>\nb\n>>> x = 1\n>>> 1 / 0\nTraceback (most recent call last):\n    ...\nZeroDivisionError: division by zero\n\nEnd\n"},
		"in a list":       {"a.md", "- x\n\n  ```python\n  print('a\\n\\nb')\n  ```\n  ```output\n  c\n  ```\n", "- x\n\n  ```python\n  print('a\\n\\nb')\n  ```\n  ```output\n  a\n\n  b\n  ```\n"},
		"in a quotation":  {"a.md", "> ```python\n> print(1)\n> ```\n> ```output\n> 2\n> ```\n", "> ```python\n> print(1)\n> ```\n> ```output\n> 1\n> ```\n"},
		"comments":        {"a.md", "```python\nprint('a\\n\\nb')\n# Output:\n# c\n```\n", "```python\nprint('a\\n\\nb')\n# Output:\n# a\n#\n# b\n```\n"},
		"an exception":    {"a.md", "```python\nprint(1)\n1 / 0\n```\n```output\n1\nTraceback (most recent call last):\n  ...\nKeyError: 1\n```\n", "```python\nprint(1)\n1 / 0\n```\n```output\n1\nTraceback (most recent call last):\n    ...\nZeroDivisionError: division by zero\n```\n"},
		"rest":            {"a.rst", ".. testcode::\n\n   print('a\\n\\nb')\n\n.. testoutput::\n\n   c\n\nEnd\n", ".. testcode::\n\n   print('a\\n\\nb')\n\n.. testoutput::\n\n   a\n   <BLANKLINE>\n   b\n\nEnd\n"},
		"a docstring":     {"a.py", "def f():\n    \"\"\"F.\n\n    >>> f()\n    2\n    \"\"\"\n    return 1\n", "def f():\n    \"\"\"F.\n\n    >>> f()\n    1\n    \"\"\"\n    return 1\n"},
		"Windows":         {"a.md", "```python\r\nprint(1)\r\n```\r\n```output\r\n2\r\n```\r\n", "```python\r\nprint(1)\r\n```\r\n```output\r\n1\r\n```\r\n"},
		"what holds":      {"a.md", ">>> [1, 2]\n[1, ...]\n", ">>> [1, 2]\n[1, ...]\n"},
		"a later example": {"a.md", ">>> 1\n3\n4\n>>> 2\n5\n>>> 3\n3\n", ">>> 1\n1\n>>> 2\n2\n>>> 3\n3\n"},
	} {
		r := check(c.file, c.before)
		assert.Equal(t, c.after, Update(c.before, r), name)
		assert.Zero(t, r.Failed(), name)
		again := check(c.file, c.after)
		assert.Empty(t, again.Failures, "%s: %s", name, again.Text())
		assert.Equal(t, c.after, Update(c.after, again), name)
	}
}

func TestWhatCannotBeUpdated(t *testing.T) {
	for _, c := range []struct{ file, text string }{
		{"a.md", "```python\n1 / 0\n```\n"},
		{"a.md", "```python\nprint('```')\n```\n```output\n2\n```\n"},
		{"a.py", "def f():\n    '''\n    >>> 1\n    2'''\n"},
		{"a.py", "def f():\n    '''\\t\n    >>> 1\n    2\n    '''\n"},
		{"a.md", "```python\nwhile True: pass\n```\n```output\n2\n```\n"},
	} {
		r := check(c.file, c.text)
		assert.Equal(t, c.text, Update(c.text, r))
		assert.Equal(t, 1, r.Failed(), c.text)
	}
}

func FuzzFind(f *testing.F) {
	f.Add("a.md", "```python\nprint(1)\n```\n```output\n1\n```\n>>> 1\n")
	f.Add("a.rst", ".. testcode::\n\n   print(1)\n\nOutput::\n\n  1\n")
	f.Add("a.py", "def f():\n    '''\n    >>> 1\n    2'''\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		examples := Find(name, text)
		r := &Report{Name: name}
		for _, e := range examples {
			if e.Line < 1 || e.Line > strings.Count(text, "\n")+1 {
				t.Fatalf("line %d", e.Line)
			}
			r.Failures = append(r.Failures, Failure{Example: e, Got: "new\n"})
		}
		Update(text, r)
	})
}
