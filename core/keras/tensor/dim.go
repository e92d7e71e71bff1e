package tensor

import "strconv"

// A dimension of a Shape is a size, Unknown, or, while a layer's call is traced on a backend that names its unknown sizes,
// an expression a·x^p + b in the one unknown size x. Expressions are numbers below Unknown, made by the functions of this
// file; what has no such form becomes Unknown. Outside a trace there are none: see Shape.Plain.

const (
	dimBits   = 30
	dimOffset = 1 << (dimBits - 1)
	maxPower  = 3
)

// Symbol is the unknown size x itself.
var Symbol = makeDim(1, 1, 0)

// SymbolName is how x is printed.
const SymbolName = "dynamic_dimension"

// IsExpr reports whether the dimension is an expression in x.
func IsExpr(d int) bool { return d < Unknown }

func makeDim(power, factor, term int) int {
	switch {
	case factor == 0 || power == 0:
		if n := term; n >= 0 {
			return n
		}
		return Unknown
	case power > maxPower, factor <= -dimOffset, factor >= dimOffset, term <= -dimOffset, term >= dimOffset:
		return Unknown
	}
	return -2 - (power<<(2*dimBits) | (factor+dimOffset)<<dimBits | (term + dimOffset))
}

func splitDim(d int) (power, factor, term int) {
	v := -2 - d
	mask := 1<<dimBits - 1
	return v >> (2 * dimBits), v>>dimBits&mask - dimOffset, v&mask - dimOffset
}

// AddDims returns a + b; Unknown if either is.
func AddDims(a, b int) int { return addDims(a, b, 1) }

// SubDims returns a - b; Unknown if either is, or if the difference is negative.
func SubDims(a, b int) int { return addDims(a, b, -1) }

func addDims(a, b, sign int) int {
	switch {
	case a == Unknown || b == Unknown:
		return Unknown
	case a >= 0 && b >= 0:
		return max(a+sign*b, Unknown)
	case a >= 0:
		p, f, n := splitDim(b)
		return makeDim(p, sign*f, a+sign*n)
	case b >= 0:
		p, f, n := splitDim(a)
		return makeDim(p, f, n+sign*b)
	}
	p, f, n := splitDim(a)
	q, g, m := splitDim(b)
	if p != q {
		return Unknown
	}
	return makeDim(p, f+sign*g, n+sign*m)
}

// MulDims returns a·b; Unknown if either is.
func MulDims(a, b int) int {
	if a == Unknown || b == Unknown {
		return Unknown
	}
	if a >= 0 && b >= 0 {
		if a > 0 && b > (1<<62)/a {
			return Unknown
		}
		return a * b
	}
	if a >= 0 {
		a, b = b, a
	}
	p, f, n := splitDim(a)
	if b >= 0 {
		if b >= dimOffset {
			return Unknown
		}
		return makeDim(p, f*b, n*b)
	}
	q, g, m := splitDim(b)
	if n != 0 || m != 0 {
		return Unknown
	}
	return makeDim(p+q, f*g, 0)
}

// DivDims returns a // b; Unknown if either is, or if the quotient has no simple form.
func DivDims(a, b int) int {
	switch {
	case a == Unknown || b == Unknown || b == 0:
		return Unknown
	case a >= 0 && b > 0:
		return a / b
	case a == b:
		return 1
	case a >= 0:
		return Unknown
	}
	p, f, n := splitDim(a)
	if b > 0 {
		if f%b != 0 {
			return Unknown
		}
		return makeDim(p, f/b, floorDiv(n, b))
	}
	q, g, m := splitDim(b)
	if n != 0 || m != 0 || p < q || f%g != 0 {
		return Unknown
	}
	return makeDim(p-q, f/g, f/g*boolInt(p == q))
}

// ModDims returns a % b; Unknown if either is, or if the remainder has no simple form.
func ModDims(a, b int) int {
	switch {
	case a == Unknown || b == Unknown || b == 0:
		return Unknown
	case a >= 0 && b > 0:
		return a % b
	case a == b:
		return 0
	case a < 0 && b > 0:
		if _, f, n := splitDim(a); f%b == 0 {
			return n - floorDiv(n, b)*b
		}
	}
	return Unknown
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// LeastDim returns the smallest size that the dimension can have, x being at least 2, or -1 when there is none.
func LeastDim(d int) int {
	if d >= 0 {
		return d
	}
	if d == Unknown {
		return 0
	}
	p, f, n := splitDim(d)
	if f < 0 {
		return -1
	}
	return max(f<<p+n, -1)
}

// DimString writes a dimension: "3", "None", "2*dynamic_dimension + 1".
func DimString(d int) string {
	if d >= 0 {
		return strconv.Itoa(d)
	}
	if d == Unknown {
		return "None"
	}
	p, f, n := splitDim(d)
	s := SymbolName
	if p > 1 {
		s += "^" + strconv.Itoa(p)
	}
	switch f {
	case 1:
	case -1:
		s = "- " + s
	default:
		s = strconv.Itoa(f) + "*" + s
	}
	switch {
	case n > 0:
		s += " + " + strconv.Itoa(n)
	case n < 0:
		s += " - " + strconv.Itoa(-n)
	}
	return s
}

// Plain returns the shape with Unknown in the place of expressions, as everything outside a trace sees it.
func (s Shape) Plain() Shape {
	for i, d := range s {
		if d < Unknown {
			c := s.Clone()
			for j := i; j < len(c); j++ {
				c[j] = max(c[j], Unknown)
			}
			return c
		}
	}
	return s
}

// Named returns the shape with Symbol in the place of Unknown.
func (s Shape) Named() Shape {
	c := s.Clone()
	for i, d := range c {
		if d == Unknown {
			c[i] = Symbol
		}
	}
	return c
}

// Size returns the number of elements, Unknown if a dimension is unknown.
func (s Shape) Size() int {
	n := 1
	for _, d := range s {
		n = MulDims(n, d)
	}
	return n
}

// HasUnknown reports whether a dimension is Unknown; expressions are not.
func (s Shape) HasUnknown() bool {
	for _, d := range s {
		if d == Unknown {
			return true
		}
	}
	return false
}
