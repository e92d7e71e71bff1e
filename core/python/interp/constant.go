package interp

import (
	"math/big"
	"strconv"

	"layerglass/core/python/object"
	"layerglass/core/python/syntax"
)

// constant is an expression with a value known beforehand.
func constant(v object.Object) expr { return func(*frame) object.Object { return v } }

// constantValue returns the object a literal stands for.
func constantValue(e *syntax.Constant) object.Object {
	switch e.Kind {
	case syntax.ConstTrue:
		return object.True
	case syntax.ConstFalse:
		return object.False
	case syntax.ConstEllipsis:
		return object.Ellipsis
	case syntax.ConstInt:
		return intValue(e.Text)
	case syntax.ConstFloat:
		return object.Float(floatValue(e.Text))
	case syntax.ConstComplex:
		return object.Complex(complex(0, floatValue(e.Text)))
	case syntax.ConstStr:
		if len(e.Text) <= 64 {
			return object.Intern(e.Text)
		}
		return object.NewStr(e.Text)
	case syntax.ConstBytes:
		return object.NewBytes(e.Text)
	}
	return object.None
}

func intValue(text string) object.Object {
	base, digits := 10, text
	if len(text) > 2 && text[0] == '0' {
		switch text[1] {
		case 'x', 'X':
			base, digits = 16, text[2:]
		case 'o', 'O':
			base, digits = 8, text[2:]
		case 'b', 'B':
			base, digits = 2, text[2:]
		}
	}
	if n, err := strconv.ParseInt(digits, base, 64); err == nil {
		return boxInt(n)
	}
	v, ok := new(big.Int).SetString(digits, base)
	if !ok {
		return boxInt(0) // the scanner lets no such literal through
	}
	return object.NewBig(v)
}

func floatValue(text string) float64 {
	v, _ := strconv.ParseFloat(text, 64) // out of range gives inf, as in Python
	return v
}

// Small ints are boxed once; a conversion to an interface would allocate.
const (
	smallMin   = 1024
	smallCount = 1024 + 8192
)

var smallInts = func() *[smallCount]object.Object {
	var a [smallCount]object.Object
	for i := range a {
		a[i] = object.Int(i - smallMin)
	}
	return &a
}()

// boxInt returns n as an object.
func boxInt(n int64) object.Object {
	if i := uint64(n + smallMin); i < smallCount {
		return smallInts[i]
	}
	return object.Int(n)
}
