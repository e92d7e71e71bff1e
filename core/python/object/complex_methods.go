package object

import "strings"

func init() {
	ComplexClass.New = newComplex
	ComplexClass.Protocols(Complex(0), Add, Sub, Mul, TrueDiv, Pow)
	ComplexClass.Methods(
		Func("conjugate", "(self, /)", "Returns the number with the sign of its imaginary part changed.",
			func(_ *Thread, a []Object) (Object, error) {
				c := a[0].(Complex)
				return Complex(complex(real(c), -imag(c))), nil
			}),
		Func("__complex__", "(self, /)", "Returns the value as a complex.", floatItself),
		Func("__getnewargs__", "(self, /)", "Returns the arguments that make a copy.", func(_ *Thread, a []Object) (Object, error) {
			c := a[0].(Complex)
			return NewTuple(Float(real(c)), Float(imag(c))), nil
		}),
	)
	ComplexClass.Getter("real", "The real part.", func(_ *Thread, self Object) (Object, error) {
		return Float(real(Of(self).(Complex))), nil
	})
	ComplexClass.Getter("imag", "The imaginary part.", func(_ *Thread, self Object) (Object, error) {
		return Float(imag(Of(self).(Complex))), nil
	})
}

// PowMod refuses the three-argument pow().
func (x Complex) PowMod(*Thread, Object, Object) (Object, error) {
	return nil, ValueError("complex modulo")
}

// PowMod refuses the three-argument pow().
func (x Float) PowMod(*Thread, Object, Object) (Object, error) {
	return nil, TypeError("pow() 3rd argument not allowed unless all arguments are integers")
}

// newComplex is complex(real=0, imag=0).
func newComplex(t *Thread, cls *Class, a Args) (Object, error) {
	parts, err := complexSignature.Bind(t, "complex", nil, a, nil)
	if err != nil {
		return nil, err
	}
	re, im := parts[0], parts[1]
	if s, ok := textArgument(re); ok {
		if im != nil {
			return nil, TypeError("complex() can't take second arg if first is a string")
		}
		if err := t.Scan(len(s)); err != nil {
			return nil, err
		}
		c, ok := parseComplex(s)
		if !ok && !underscoresBetweenDigits(s) {
			return nil, ValueError("could not convert string to complex: %s", QuoteStr(s))
		}
		if !ok {
			return nil, ValueError("complex() arg is a malformed string")
		}
		return Wrap(cls, Complex(c)), nil
	}
	if _, ok := textArgument(im); ok {
		return nil, TypeError("complex() second arg can't be a string")
	}
	x, err := complexPart(t, re, "complex() first argument must be a string or a number, not '%s'")
	if err != nil {
		return nil, err
	}
	y, err := complexPart(t, im, "complex() second argument must be a number, not '%s'")
	if err != nil {
		return nil, err
	}
	return Wrap(cls, Complex(joinParts(x, y, im != nil))), nil
}

var complexSignature = ParseSignature("(real=?, imag=?)")

func textArgument(o Object) (string, bool) {
	if o == nil {
		return "", false
	}
	s, ok := Of(o).(*Str)
	if !ok {
		return "", false
	}
	return s.s, true
}

// joinParts is x + y·1j. Each sum is made only where it changes something, so that zeros keep their signs.
func joinParts(x, y complex128, hasImag bool) complex128 {
	re, im := real(x), imag(x)
	if !hasImag {
		return x
	}
	if imag(y) != 0 {
		re -= imag(y)
	}
	if im != 0 {
		im += real(y)
	} else {
		im = real(y)
	}
	return complex(re, im)
}

// ToComplex returns complex(x) of a number.
func ToComplex(t *Thread, x Object) (complex128, error) {
	return complexPart(t, x, "must be number, not %s")
}

func complexPart(t *Thread, o Object, refusal string) (complex128, error) {
	if o == nil {
		return 0, nil
	}
	v, ok, err := callSpecial(t, o, nameComplex)
	if err != nil {
		return 0, err
	}
	if ok {
		c, isComplex := Of(v).(Complex)
		if !isComplex {
			return 0, TypeError("__complex__ returned non-complex (type %s)", v.Class().MessageName())
		}
		return complex128(c), nil
	}
	f, err := floatOf(t, o, refusal)
	return complex(f, 0), err
}

// parseComplex reads "1+2j", "-j", "(1.5)", with whitespace around it or the parentheses only.
func parseComplex(s string) (complex128, bool) {
	s = strings.TrimFunc(asciiDigits(s), isSpace)
	if strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") {
		s = strings.TrimFunc(s[1:len(s)-1], isSpace)
	}
	n := signedLength(s)
	first, rest := s[:n], s[n:]
	switch {
	case rest == "j" || rest == "J":
		im, ok := imaginary(first)
		return complex(0, im), ok
	case rest == "":
		re, ok := parseFloat(first)
		return complex(re, 0), ok
	}
	re, ok := parseFloat(first)
	last := len(rest) - 1
	if !ok || rest[0] != '+' && rest[0] != '-' || rest[last]|0x20 != 'j' || signedLength(rest) != last {
		return 0, false
	}
	im, ok := imaginary(rest[:last])
	return complex(re, im), ok
}

// underscoresBetweenDigits reports whether each underscore of s has a digit on both sides.
func underscoresBetweenDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && (i == 0 || i+1 == len(s) || digitValue(s[i-1]) > 9 || digitValue(s[i+1]) > 9) {
			return false
		}
	}
	return true
}

// signedLength is the length of the float at the start of s with its sign, which may stand alone.
func signedLength(s string) int {
	n := 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		n = 1
	}
	return n + floatLength(s[n:])
}

// imaginary reads the factor before j, where a missing number means 1.
func imaginary(s string) (float64, bool) {
	switch s {
	case "", "+":
		return 1, true
	case "-":
		return -1, true
	}
	return parseFloat(s)
}
