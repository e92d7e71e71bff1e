package object

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func valuesThread() *Thread { return &Thread{Steps: 1 << 50, Memory: 1 << 50, MaxDepth: 500} }

// TestValuesOfCPython compares operations on numbers, text and bytes with CPython's results, which core/oracle/python_values.py
// wrote.
func TestValuesOfCPython(t *testing.T) {
	files, err := filepath.Glob("testdata/values_*.jsonl.gz")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".jsonl.gz"), func(t *testing.T) { checkValues(t, file) })
	}
}

func checkValues(t *testing.T, file string) {
	f, err := os.Open(file)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<24)
	right, total, shown := 0, 0, 0
	for lines.Scan() {
		var c valueCase
		require.NoError(t, json.Unmarshal(lines.Bytes(), &c.fields))
		total++
		want, got := c.run()
		if want == got {
			right++
		} else if shown++; shown <= 40 {
			t.Errorf("%s\nwant %s\ngot  %s", shorten(lines.Text()), shorten(want), shorten(got))
		}
	}
	require.NoError(t, lines.Err())
	t.Logf("%d of %d", right, total)
	require.Equal(t, total, right)
}

func shorten(s string) string {
	if len(s) > 300 {
		return s[:300] + "…"
	}
	return s
}

// valueCase is one line: what to do, operands, result.
type valueCase struct {
	fields []any
	t      *Thread
}

func (c *valueCase) text(i int) string { return c.fields[i].(string) }

func (c *valueCase) run() (want, got string) {
	c.t = valuesThread()
	kind := c.text(0)
	switch kind {
	case "float":
		bits, _ := strconv.ParseUint(c.text(1), 16, 64)
		return c.text(2), FloatRepr(math.Float64frombits(bits))
	case "chars":
		return c.text(2), rangesOf(runeTests[c.text(1)])
	case "map":
		return c.mapped()
	}
	v, err := c.evaluate(kind)
	if err != nil {
		return c.text(len(c.fields) - 1), errorText(c.t, err)
	}
	got, err = Repr(c.t, v)
	if err != nil {
		return c.text(len(c.fields) - 1), errorText(c.t, err)
	}
	if kind == "hash" {
		got = v.(*Str).s
	}
	return c.text(len(c.fields) - 1), got
}

func errorText(t *Thread, err error) string {
	var e *Exception
	if !errors.As(err, &e) {
		return "!!" + err.Error()
	}
	s, err := ToStr(t, e)
	if err != nil {
		return "!!" + err.Error()
	}
	return "!" + e.Class().Name + ": " + s
}

func (c *valueCase) literals(list any) []Object {
	var out []Object
	for _, s := range list.([]any) {
		v, err := readLiteral(c.t, s.(string))
		if err != nil {
			panic(err)
		}
		out = append(out, v)
	}
	return out
}

func (c *valueCase) operands(from, to int) []Object { return c.literals(c.fields[from:to]) }

func (c *valueCase) keywords(i int) []Kwarg {
	var out []Kwarg
	for name, s := range c.fields[i].(map[string]any) {
		out = append(out, Kwarg{Intern(name), c.literals([]any{s})[0]})
	}
	return out
}

func (c *valueCase) evaluate(kind string) (Object, error) {
	switch kind {
	case "op":
		v := c.operands(2, 4)
		return evaluateOp(c.t, c.text(1), v[0], v[1])
	case "unary":
		return evaluateUnary(c.t, c.text(1), c.operands(2, 3)[0])
	case "method":
		m, err := GetAttr(c.t, c.operands(1, 2)[0], Intern(c.text(2)))
		if err != nil {
			return nil, err
		}
		return CallArgs(c.t, m, Args{c.literals(c.fields[3]), c.keywords(4)})
	case "call":
		cls := map[string]*Class{"int": IntClass, "float": FloatClass, "complex": ComplexClass, "bool": BoolClass, "str": StrClass,
			"bytes": BytesClass, "bytearray": ByteArrayClass}[c.text(1)]
		return cls.Call(c.t, Args{c.literals(c.fields[2]), c.keywords(3)})
	case "attr":
		return GetAttr(c.t, c.operands(1, 2)[0], Intern(c.text(2)))
	case "item":
		v := c.operands(1, 3)
		return GetItem(c.t, v[0], v[1])
	case "format":
		s, err := Format(c.t, c.operands(1, 2)[0], c.text(2))
		return NewStr(s), err
	case "pow":
		v := c.operands(1, 4)
		return PowMod(c.t, v[0], v[1], v[2])
	case "hash":
		h, err := Hash(c.t, c.operands(1, 2)[0])
		return NewStr(strconv.FormatInt(int64(h), 10)), err
	}
	return nil, fmt.Errorf("unknown kind %q", kind)
}

func evaluateOp(t *Thread, op string, a, b Object) (Object, error) {
	if op == "in" {
		v, err := Contains(t, b, a)
		return Bool(v), err
	}
	if op == "**" {
		return Binary(t, Pow, a, b)
	}
	if op == "divmod" {
		return Binary(t, DivMod, a, b)
	}
	for i := range binaryNames {
		if binaryNames[i].symbol == op {
			return Binary(t, BinaryOp(i), a, b)
		}
	}
	for i := range compareNames {
		if compareNames[i].symbol == op {
			return Compare(t, CompareOp(i), a, b)
		}
	}
	return nil, fmt.Errorf("unknown operator %q", op)
}

func evaluateUnary(t *Thread, op string, a Object) (Object, error) {
	text := func(s string, err error) (Object, error) { return NewStr(s), err }
	switch op {
	case "-":
		return Unary(t, Neg, a)
	case "+":
		return Unary(t, Pos, a)
	case "~":
		return Unary(t, Invert, a)
	case "abs":
		return Unary(t, Abs, a)
	case "bool":
		v, err := Truth(t, a)
		return Bool(v), err
	case "str":
		return text(ToStr(t, a))
	case "ascii":
		return text(ASCII(t, a))
	case "hex":
		return text(Hex(t, a))
	case "oct":
		return text(Oct(t, a))
	case "bin":
		return text(Bin(t, a))
	case "len":
		n, err := Len(t, a)
		return Int(n), err
	case "list":
		items, err := Items(t, a)
		return NewList(items...), err
	case "int":
		return ToInt(t, a)
	case "float":
		f, err := ToFloat(t, a)
		return Float(f), err
	case "round":
		m, err := Special(t, a, "__round__")
		if m == nil {
			return nil, TypeError("type %s doesn't define __round__ method", a.Class().Name)
		}
		if err != nil {
			return nil, err
		}
		return Call(t, m)
	}
	return nil, fmt.Errorf("unknown operator %q", op)
}

var runeTests = map[string]func(rune) bool{
	"isalpha": isAlpha, "isdecimal": isDecimal, "isdigit": isDigit, "isnumeric": isNumeric, "isalnum": isAlnum,
	"isspace": isSpace, "isprintable": isPrintable, "isidentifier": isNameStart, "continues": isNamePart,
	"islower": isLower, "isupper": isUpper,
	"istitle": func(r rune) bool { return isTitleText(runeString(r)) },
}

func rangesOf(test func(rune) bool) string {
	var out []string
	start := rune(-1)
	for r := rune(0); r <= 0x110000; r++ {
		on := r < 0x110000 && test(r)
		if on && start < 0 {
			start = r
		} else if !on && start >= 0 {
			out = append(out, fmt.Sprintf("%x-%x", start, r-1))
			start = -1
		}
	}
	return strings.Join(out, " ")
}

var textMaps = map[string]func(string) string{
	"lower": lowerText, "upper": upperText, "title": titleText, "swapcase": swapCaseText,
	"casefold": func(s string) string { return mapRunes(s, appendFolded) },
	"int": func(s string) string {
		if d, ok := decimalValue([]rune(s)[0]); ok && s[0] >= 0x80 {
			return strconv.Itoa(d)
		}
		return s
	},
}

// mapped compares a mapping of all code points and tells the first difference.
func (c *valueCase) mapped() (want, got string) {
	f := textMaps[c.text(1)]
	changes := c.fields[2].(map[string]any)
	for r := rune(0); r < 0x110000; r++ {
		s := runeString(r)
		want := s
		if v, ok := changes[strconv.FormatInt(int64(r), 16)]; ok {
			want = v.(string)
		}
		if got := f(s); got != want {
			return QuoteStr(s + " → " + want), QuoteStr(s + " → " + got)
		}
	}
	return "", ""
}
