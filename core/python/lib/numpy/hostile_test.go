package numpy

import (
	"fmt"
	"math"
	"math/rand"
	"runtime/debug"
	"sort"
	"strings"
	"testing"
	"time"

	"layerglass/core/python/array"
	"layerglass/core/python/object"
)

// hostileValues are arguments that a careless or hostile program may pass.
func hostileValues() []object.Object {
	mk := func(a *array.Array, err error) object.Object {
		if err != nil {
			panic(err)
		}
		return New(a)
	}
	o := []object.Object{object.None, object.True, object.Int(0), object.Int(1), object.Int(-1), object.Int(2), object.Int(3), object.Int(-5), object.Int(1 << 40),
		object.Int(math.MinInt64), object.Float(0.5), object.Float(-1), object.Float(math.NaN()), object.Float(math.Inf(1)), object.Complex(1i),
		object.NewStr("float32"), object.NewStr("x"), object.NewStr(""), object.NewStr("ij,jk->ik"), object.NewTuple(), object.NewTuple(object.Int(2), object.Int(3)),
		object.NewTuple(object.Int(0), object.Int(1)), object.NewTuple(object.Int(-1), object.Int(-1)), object.NewList(), object.NewList(object.Int(1), object.Int(2), object.Int(3)),
		object.NewList(object.NewList(object.Int(1)), object.NewList(object.Int(2))), object.NewDict(), object.Ellipsis, &object.Slice{Start: object.None, Stop: object.Int(2), Step: object.Int(-1)},
		entriesOf("")["float32"], entriesOf("")["int8"], object.IntClass, Float64(1.5), numpyTrue, dtypeObject(array.Int32, 0), entriesOf("")["add"], entriesOf("")["sum"],
		object.NewTuple(object.Int(1<<30), object.Int(1<<30)), object.NewList(object.True, object.False, object.True)}
	for _, d := range []array.Dtype{array.Bool, array.Int8, array.Int64, array.Uint8, array.Float16, array.BFloat16, array.Float32, array.Float64, array.Complex64, array.Str, array.Object} {
		o = append(o, mk(array.New(nil, d, 3)), mk(array.New(nil, d, 2, 3)), mk(array.New(nil, d, 0)), mk(array.New(nil, d)), mk(array.New(nil, d, 0, 3)))
	}
	r, _ := array.ArangeInt(nil, 1, 13, 1, array.Float64)
	sq, _ := r.Slice(0, 0, 1, 9).Reshape(3, 3)
	cube, _ := r.Reshape(2, 3, 2)
	t, _ := cube.Transpose(nil)
	return append(o, New(r), New(sq), New(cube), New(t), New(r.Slice(0, 11, -2, 6)))
}

// calm ends what runs too long.
func calmThread() *object.Thread {
	return &object.Thread{Steps: 1 << 22, Memory: 64 << 20, MaxDepth: 200}
}

// TestHostileArguments calls everything with anything: errors are welcome, panics are not.
// seed picks the arguments; any number will do.
const seed = 1

func TestHostileArguments(t *testing.T) {
	values := hostileValues()
	rng := rand.New(rand.NewSource(seed))
	var names []string
	calls := map[string]object.Object{}
	add := func(prefix string, entries map[string]object.Object) {
		for n, f := range entries {
			if object.IsCallable(f) {
				names = append(names, prefix+n)
				calls[prefix+n] = f
			}
		}
	}
	add("", entriesOf(""))
	for n, m := range submodules {
		add(n+".", m)
	}
	for _, c := range []*object.Class{ArrayClass, randomStateClass, generatorClass, UfuncClass} {
		for k, v := range c.Dict().All() {
			if _, ok := v.(*object.Builtin); ok {
				name := c.Name + ":" + k.(*object.Str).String()
				names = append(names, name)
				calls[name] = v
			}
		}
	}
	sort.Strings(names)
	count, failed := 0, 0
	seen := map[string]bool{}
	for _, name := range names {
		f := calls[name]
		for range 120 {
			th := calmThread()
			var args []object.Object
			if b, ok := f.(*object.Builtin); ok && b.Owner() != nil {
				args = append(args, receiver(th, b.Owner(), values, rng))
			}
			for range rng.Intn(4) {
				args = append(args, values[rng.Intn(len(values))])
			}
			count++
			if msg := callInTime(th, f, args); msg != "" {
				key := msg
				if i := strings.Index(msg, " < "); i >= 0 {
					key = msg[i:]
				}
				if failed++; !seen[key] && len(seen) < 40 {
					seen[key] = true
					t.Errorf("%s(%s): %s", name, describe(args), msg)
				}
				break
			}
		}
	}
	t.Logf("%d calls of %d functions", count, len(names))
}

func receiver(t *object.Thread, c *object.Class, values []object.Object, rng *rand.Rand) object.Object {
	switch c {
	case randomStateClass:
		return globalStream(t)
	case generatorClass:
		v, _ := defaultRng(t, []object.Object{object.Int(1)})
		return v
	case UfuncClass:
		return entriesOf("")["add"]
	}
	for {
		if v := values[rng.Intn(len(values))]; v.Class() == c {
			return v
		}
	}
}

func describe(args []object.Object) string {
	s := ""
	for _, a := range args {
		if n, ok := a.(*NDArray); ok {
			s += fmt.Sprintf("array %s%v, ", n.Arr.Dtype(), n.Arr.Shape())
			continue
		}
		r, _ := object.Repr(calmThread(), a)
		s += r + ", "
	}
	return s
}

// callInTime gives a call a few seconds.
func callInTime(t *object.Thread, f object.Object, args []object.Object) string {
	done := make(chan string, 1)
	go func() { done <- callSafely(t, f, args) }()
	select {
	case msg := <-done:
		return msg
	case <-time.After(4 * time.Second):
		return "does not end"
	}
}

// frames names the innermost lines of a stack that are the packages' own.
func frames(stack string) string {
	_, stack, _ = strings.Cut(stack, "panic(")
	out, n := "", 0
	for _, line := range strings.Split(stack, "\n") {
		if i := strings.Index(line, "core/python/"); i >= 0 && strings.HasPrefix(line, "\t") && n < 3 {
			out += " < " + strings.Fields(line[i:])[0]
			n++
		}
	}
	return out
}

func callSafely(t *object.Thread, f object.Object, args []object.Object) (message string) {
	defer func() {
		if r := recover(); r != nil {
			message = fmt.Sprint(r, frames(string(debug.Stack())))
		}
	}()
	v, err := object.CallArgs(t, f, object.Args{Pos: args})
	if err == nil && v == nil {
		return "neither a value nor an error"
	}
	if err == nil {
		_, _ = object.Repr(t, v)
	}
	return ""
}
