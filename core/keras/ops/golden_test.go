package ops_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"layerglass/core"
	"layerglass/core/keras/operation"
	"layerglass/core/keras/ops"
	"layerglass/core/keras/tensor"
	"layerglass/core/keras/tree"
	"layerglass/core/protocol"
	"layerglass/core/python/object"
)

// line is one call that real Keras was asked about; see core/oracle/ops.py for the form.
type line struct {
	Name   string
	Args   []any
	Kwargs map[string]any
	Result any
	Node   []any
	text   string
}

func readLines(t *testing.T, name string) []line {
	f, err := os.Open(filepath.Join("testdata", name))
	require.NoError(t, err)
	defer f.Close()
	var out []line
	scan := bufio.NewScanner(f)
	scan.Buffer(nil, 1<<20)
	for scan.Scan() {
		var parts []any
		text := strings.ReplaceAll(scan.Text(), "Infinity", `"inf"`)
		require.NoError(t, unmarshal(text, &parts), scan.Text())
		l := line{Name: parts[0].(string), Args: parts[1].([]any), Kwargs: parts[2].(map[string]any), Result: parts[3], text: scan.Text()}
		if len(parts) > 4 {
			l.Node = parts[4].([]any)
		}
		out = append(out, l)
	}
	require.NoError(t, scan.Err())
	return out
}

// unmarshal keeps numbers as they are written.
func unmarshal(text string, into any) error {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	return d.Decode(into)
}

func newThread() *object.Thread {
	return &object.Thread{Steps: 1 << 40, Memory: 1 << 40, MaxDepth: 1000}
}

// decode makes the Python value that a golden writes.
func decode(t *object.Thread, v any) object.Object {
	switch x := v.(type) {
	case nil:
		return object.None
	case bool:
		return object.BoolOf(x)
	case json.Number:
		if n, err := x.Int64(); err == nil {
			return object.Int(n)
		}
		f, _ := x.Float64()
		return object.Float(f)
	case string:
		return decodeText(t, x)
	case []any:
		return object.NewList(decodeAll(t, x)...)
	case map[string]any:
		for k, inner := range x {
			switch k {
			case "tuple":
				return object.NewTuple(decodeAll(t, inner.([]any))...)
			case "slice":
				p := decodeAll(t, inner.([]any))
				return &object.Slice{Start: p[0], Stop: p[1], Step: p[2]}
			case "ellipsis":
				return object.Ellipsis
			case "fn":
				return functions[inner.(string)]
			}
		}
	}
	panic(fmt.Sprintf("%T", v))
}

func decodeAll(t *object.Thread, list []any) []object.Object {
	out := make([]object.Object, len(list))
	for i, v := range list {
		out[i] = decode(t, v)
	}
	return out
}

func decodeText(t *object.Thread, s string) object.Object {
	if s == "inf" {
		return object.Float(math.Inf(1))
	}
	if strings.HasPrefix(s, "'") {
		return object.NewStr(s[1:])
	}
	sparse := strings.HasPrefix(s, "~")
	s = strings.TrimPrefix(s, "~")
	name, sizes, _ := strings.Cut(strings.TrimSuffix(s, "]"), "[")
	var shape tensor.Shape
	for _, d := range strings.Split(sizes, ",") {
		switch d {
		case "":
		case "?":
			shape = append(shape, tensor.Unknown)
		default:
			n, _ := strconv.Atoi(d)
			shape = append(shape, n)
		}
	}
	x := operation.NewTensor(t, shape, name)
	x.Sparse = sparse
	return x
}

// encode writes a Python value as the goldens do.
func encode(t *object.Thread, o object.Object) string {
	switch x := o.(type) {
	case nil, *object.NoneType:
		return "null"
	case *tensor.KerasTensor:
		parts := make([]string, len(x.Shape))
		for i, d := range x.Shape {
			parts[i] = tensor.DimString(d)
			if d < 0 {
				parts[i] = "?"
			}
		}
		s := x.Dtype + "[" + strings.Join(parts, ",") + "]"
		if x.Sparse {
			s = "~" + s
		}
		return strconv.Quote(s)
	case *object.List:
		return "[" + encodeAll(t, x.Items) + "]"
	case *object.Tuple:
		return `{"tuple":[` + encodeAll(t, x.Items) + "]}"
	case *object.Slice:
		return `{"slice":[` + encodeAll(t, []object.Object{x.Start, x.Stop, x.Step}) + "]}"
	case *object.EllipsisType:
		return `{"ellipsis":1}`
	case *object.Str:
		return strconv.Quote("'" + x.String())
	case object.Bool:
		return strconv.FormatBool(bool(x))
	case *object.Dict:
		var list []string
		for k, v := range x.All() {
			list = append(list, strconv.Quote(k.(*object.Str).String())+":"+encode(t, v))
		}
		return `{"dict":{` + strings.Join(list, ",") + "}}"
	case *object.Builtin:
		for name, f := range functions {
			if f == object.Object(x) {
				return `{"fn":"` + name + `"}`
			}
		}
	}
	s, err := object.Repr(t, o)
	if err != nil {
		return err.Error()
	}
	return s
}

func encodeAll(t *object.Thread, items []object.Object) string {
	parts := make([]string, len(items))
	for i, v := range items {
		parts[i] = encode(t, v)
	}
	return strings.Join(parts, ",")
}

// canonical writes decoded JSON so that it compares with encode's text.
func canonical(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func normal(text string) string {
	var v any
	if unmarshal(text, &v) != nil {
		return text
	}
	return canonical(v)
}

// functions are the program's functions that goldens name.
var functions = map[string]object.Object{
	"same": function(func(t *object.Thread, a []object.Object) (object.Object, error) { return a[0], nil }),
	"double": function(func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.Binary(t, object.Mul, a[0], object.Float(2))
	}),
	"sum": function(func(t *object.Thread, a []object.Object) (object.Object, error) { return ops.Do(t, "sum", a[0]) }),
	"add": function(func(t *object.Thread, a []object.Object) (object.Object, error) {
		return object.Binary(t, object.Add, a[0], a[1])
	}),
	"step": function(func(t *object.Thread, a []object.Object) (object.Object, error) {
		x, err := object.Binary(t, object.Add, a[0], a[1])
		if err != nil {
			return nil, err
		}
		y, err := object.Binary(t, object.Mul, a[0], a[1])
		return object.NewTuple(x, y), err
	}),
	"zeros": filled("zeros", object.Int(2), object.Int(3)), "ones": filled("ones", object.Int(2), object.Int(3)), "ones4": filled("ones", object.Int(4)),
	"true": function(func(*object.Thread, []object.Object) (object.Object, error) { return object.True, nil }),
	"pair": function(func(t *object.Thread, a []object.Object) (object.Object, error) {
		y, err := object.Binary(t, object.Mul, a[0], object.Float(2))
		return object.NewTuple(a[0], y), err
	}),
}

func function(f func(*object.Thread, []object.Object) (object.Object, error)) *object.Builtin {
	return object.RawFunc("f", "(*args)", "", func(t *object.Thread, a object.Args) (object.Object, error) { return f(t, a.Pos) })
}

func filled(name string, sizes ...object.Object) *object.Builtin {
	return function(func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return ops.Do(t, name, object.NewTuple(sizes...))
	})
}

// call makes the call of a line and returns its result as text, "!Type" for an exception.
func call(t *object.Thread, l line) (text string, result object.Object) {
	o := ops.Find(l.Name)
	if o == nil {
		return "no such function", nil
	}
	out, err := o.Call(t, argsOf(t, l))
	if err != nil {
		return errorText(err), nil
	}
	return encode(t, out), out
}

func argsOf(t *object.Thread, l line) object.Args {
	a := object.Args{Pos: decodeAll(t, l.Args)}
	for k, v := range l.Kwargs {
		a.Kw = append(a.Kw, object.Kwarg{Name: object.Intern(k), Value: decode(t, v)})
	}
	return a
}

func errorText(err error) string {
	if e := object.AsException(err); e != nil {
		return strconv.Quote("!" + e.Class().Name)
	}
	return err.Error()
}

// pending reads the list of lines that are known to differ, and why.
func pending(t *testing.T, name string) map[string]bool {
	b, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	out := map[string]bool{}
	for _, l := range strings.Split(string(b), "\n") {
		if l != "" && !strings.HasPrefix(l, "#") {
			out[l] = true
		}
	}
	return out
}

func TestInference(t *testing.T) {
	known := pending(t, "pending.txt")
	for _, family := range []string{"numpy", "nn", "math", "linalg", "core", "einops", "image"} {
		good := 0
		lines := readLines(t, family+".jsonl")
		for _, l := range lines {
			th := newThread()
			got, out := call(th, l)
			want := canonical(l.Result)
			problem := ""
			if normal(got) != want {
				problem = "got " + got
			} else if l.Node != nil {
				problem = compareNode(th, l.Node, out)
			}
			switch {
			case problem == "" && known[l.text]:
				t.Errorf("no longer pending, take it off the list: %s", l.text)
			case problem == "":
				good++
			case !known[l.text]:
				t.Errorf("%s\n   %s", l.text, problem)
			}
		}
		t.Logf("%s: %d of %d", family, good, len(lines))
	}
}

// compareNode compares what the graph holds of a call.
func compareNode(t *object.Thread, want []any, out object.Object) string {
	x, ok := first(out)
	if !ok || x.History == nil {
		return "no node"
	}
	op := x.History.Operation
	if op.Class().Name != want[0] || op.Class().Module() != want[1] {
		return "recorded by " + op.Class().Module() + "." + op.Class().Name
	}
	config, err := object.CallMethod(t, op, "get_config")
	got := ""
	if err != nil {
		got = errorText(err)
	} else {
		d := config.(*object.Dict)
		name := want[2].(map[string]any)["dict"].(map[string]any)["name"]
		if name != nil {
			d.SetName("name", object.NewStr(strings.TrimPrefix(name.(string), "'")))
		}
		got = encode(t, d)
	}
	for i, text := range []string{normal(got), normal("[" + encodeAll(t, x.History.Args.Items) + "]"), normal(kwargsText(t, x.History.Kwargs))} {
		if text != canonical(want[2+i]) {
			return [3]string{"config ", "arguments ", "keyword arguments "}[i] + text
		}
	}
	return ""
}

func kwargsText(t *object.Thread, d *object.Dict) string {
	s := encode(t, d)
	return strings.TrimSuffix(strings.TrimPrefix(s, `{"dict":`), "}")
}

func first(o object.Object) (*tensor.KerasTensor, bool) {
	switch x := o.(type) {
	case *tensor.KerasTensor:
		return x, true
	case *object.List:
		if len(x.Items) > 0 {
			return first(x.Items[0])
		}
	case *object.Tuple:
		if len(x.Items) > 0 {
			return first(x.Items[0])
		}
	}
	return nil, false
}

func TestSignatures(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "signatures.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	scan := bufio.NewScanner(f)
	var names []string
	for scan.Scan() {
		var pair [2]string
		require.NoError(t, json.Unmarshal(scan.Bytes(), &pair))
		names = append(names, pair[0])
		o := ops.Find(pair[0])
		if o == nil {
			t.Errorf("keras.ops.%s is missing", pair[0])
			continue
		}
		if got := "(" + o.Sig + ")"; got != pair[1] {
			t.Errorf("%s: %s, not %s", pair[0], got, pair[1])
		}
	}
	for _, o := range ops.All() {
		if !slices.Contains(names, o.Path()) {
			t.Errorf("%s is no function of keras.ops", o.Path())
		}
	}
	t.Logf("%d functions", len(names))
}

// traced makes a call inside a layer's call that is given the tensors; the other arguments are there already.
func traced(t *object.Thread, o *ops.Op, a object.Args) (object.Object, error) {
	var tensors object.Args
	all := append([]object.Object(nil), a.Pos...)
	for _, k := range a.Kw {
		all = append(all, k.Value)
	}
	for _, v := range all {
		tree.Each(v, func(v object.Object) bool {
			if x, ok := v.(*tensor.KerasTensor); ok {
				tensors.Pos = append(tensors.Pos, x)
			}
			return true
		})
	}
	return operation.Trace(t, tensors, func(given object.Args) (object.Object, error) {
		next := 0
		fill := func(v object.Object) (object.Object, error) {
			if _, ok := v.(*tensor.KerasTensor); ok {
				next++
				return given.Pos[next-1], nil
			}
			return v, nil
		}
		out := object.Args{}
		for _, v := range a.Pos {
			w, err := tree.Map(v, fill)
			if err != nil {
				return nil, err
			}
			out.Pos = append(out.Pos, w)
		}
		for _, k := range a.Kw {
			w, err := tree.Map(k.Value, fill)
			if err != nil {
				return nil, err
			}
			out.Kw = append(out.Kw, object.Kwarg{Name: k.Name, Value: w})
		}
		return o.Call(t, out)
	})
}

// TestTraced makes the calls inside a layer's call.
func TestTraced(t *testing.T) {
	known := pending(t, "pending_traced.txt")
	lines := readLines(t, "traced.jsonl")
	good := 0
	for _, l := range lines {
		th := newThread()
		out, err := traced(th, ops.Find(l.Name), argsOf(th, l))
		got := ""
		if err != nil {
			got = errorText(err)
		} else {
			got = encode(th, out)
		}
		same := normal(got) == canonical(l.Result)
		switch {
		case same && known[l.text]:
			t.Errorf("no longer pending, take it off the list: %s", l.text)
		case same:
			good++
		case !known[l.text]:
			t.Errorf("%s\n   got %s", l.text, got)
		}
	}
	t.Logf("traced: %d of %d", good, len(lines))
}

// TestClasses compares the Operation classes: module, name, and what their constructors take.
func TestClasses(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "classes.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	scan := bufio.NewScanner(f)
	n := 0
	for scan.Scan() {
		var row [4]string
		require.NoError(t, json.Unmarshal(scan.Bytes(), &row))
		if row[1] == "Abs" || row[1] == "Conj" || row[1] == "SegmentReduction" {
			continue // no function makes these
		}
		n++
		o := ops.FindClass(row[0], row[1])
		if o == nil {
			t.Errorf("the class %s.%s is missing", row[0], row[1])
			continue
		}
		if ctor := strings.TrimSuffix(o.Ctor, ", **kwargs"); ctor != row[2] {
			t.Errorf("%s(%s), not %s(%s)", row[1], ctor, row[1], row[2])
		}
		if strings.HasPrefix(row[1], "Segment") || row[1] == "Array" || row[1] == "ZerosLike" || row[1] == "Einsum" || row[1] == "Where" {
			continue // compute_output_spec has other parameters than call
		}
		if o.Takes != row[3] {
			t.Errorf("%s.call(%s), not (%s)", row[1], o.Takes, row[3])
		}
	}
	t.Logf("%d classes", n)
}

// TestPrograms runs programs and compares what they print with what they print under real Keras.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob("testdata/programs/*.py")
	require.NoError(t, err)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".out")
			require.NoError(t, err)
			result := core.NewSession(core.Options{}).Run(protocol.RunRequest{Text: string(text)})
			require.Equal(t, string(want), result.Stdout)
		})
	}
}
