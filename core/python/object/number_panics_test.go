package object

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// oddValues are operands that find the corners of methods.
func oddValues() []Object {
	huge := NewBig(new(big.Int).Lsh(big.NewInt(1), 90))
	texts := []string{"", "a", "abc def", "é日😀", "\xed\xa0\x80x", "{} {0!r:>{1}}", "%s %(a)d %*.*f", "utf-16", "strict", "replace", "12", "nan", "Σ\u0345Σ", "08,.3f"}
	out := []Object{None, True, Int(0), Int(1), Int(-1), Int(7), Int(300), Int(math.MaxInt64), Int(math.MinInt64), huge,
		Float(0), Float(-2.5), Float(math.NaN()), Float(math.Inf(-1)), Float(1e300), Complex(1 + 2i), Complex(complex(math.Inf(1), 0)),
		NewBytes(""), NewBytes("\xff\x00a"), NewByteArray([]byte("abc")), NewTuple(Int(1), NewStr("a")), NewList(), NewList(Int(300), NewStr("x")),
		NewDict(), &Slice{None, Int(-2), Int(-1)}, &Slice{Int(math.MinInt64), huge, Int(math.MaxInt64)}, IntClass, NotImplemented}
	for _, s := range texts {
		out = append(out, NewStr(s))
	}
	return out
}

// TestNothingPanics calls every method of the types of numbers, text and bytes with odd arguments.
func TestNothingPanics(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	classes := []*Class{IntClass, BoolClass, FloatClass, ComplexClass, StrClass, BytesClass, ByteArrayClass}
	for _, c := range classes {
		for k := range c.Dict().All() {
			name := k.(*Str)
			for range 300 {
				values := oddValues()
				pick := func() Object { return values[r.IntN(len(values))] }
				self := pick()
				if !self.Class().IsSubclass(c) {
					continue
				}
				th := &Thread{Steps: 1 << 16, Memory: 1 << 22, MaxDepth: 50}
				args := make([]Object, r.IntN(4))
				for i := range args {
					args[i] = pick()
				}
				callOddly(t, th, self, name, args)
			}
		}
		for range 400 {
			values := oddValues()
			th := &Thread{Steps: 1 << 16, Memory: 1 << 22, MaxDepth: 50}
			args := make([]Object, r.IntN(4))
			for i := range args {
				args[i] = values[r.IntN(len(values))]
			}
			callOddly(t, th, c, nameCall, args)
		}
	}
}

func callOddly(t *testing.T, th *Thread, self Object, name *Str, args []Object) {
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("%v.%s%v: %v", self, name, args, p)
		}
	}()
	var v Object
	var err error
	if c, ok := self.(*Class); ok {
		v, err = c.Call(th, Positional(args...))
	} else {
		m, lookup := GetAttr(th, self, name)
		if lookup != nil || !IsCallable(m) {
			return
		}
		v, err = Call(th, m, args...)
	}
	if err == nil && v == nil {
		t.Fatalf("%v.%s%v returned neither value nor error", self, name, args)
	}
	if err == nil {
		_, _ = Repr(th, v)
	}
}

// TestOperatorsDoNotPanic applies every operator to every pair of odd values.
func TestOperatorsDoNotPanic(t *testing.T) {
	for _, a := range oddValues() {
		for _, b := range oddValues() {
			th := &Thread{Steps: 1 << 18, Memory: 1 << 22, MaxDepth: 50}
			for op := Add; op < numBinary; op++ {
				if v, err := Binary(th, op, a, b); v == nil && err == nil {
					t.Fatalf("%v %s %v returned neither value nor error", a, op.Symbol(), b)
				}
			}
			for op := Eq; op < numCompare; op++ {
				_, _ = Compare(th, op, a, b)
			}
			_, _ = GetItem(th, a, b)
			_, _ = Contains(th, a, b)
			_, _ = PowMod(th, a, b, Int(97))
			if s, ok := a.(*Str); ok {
				_, _ = Format(th, b, s.s)
				_, _ = FormatPercent(th, s.s, b)
				_, _ = FormatStr(th, s.s, Positional(b, Int(3)))
			}
		}
	}
}
