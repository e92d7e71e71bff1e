package object

import "math/big"

// Int is an int that fits 64 bits. A larger one is a *BigInt; both have class int, and NewBig chooses.
type Int int64

// BigInt is an int outside the range of Int.
type BigInt struct{ V *big.Int }

// Float is a float.
type Float float64

// Complex is a complex.
type Complex complex128

// Class returns the type int.
func (Int) Class() *Class { return IntClass }

// Class returns the type int.
func (*BigInt) Class() *Class { return IntClass }

// Class returns the type float.
func (Float) Class() *Class { return FloatClass }

// Class returns the type complex.
func (Complex) Class() *Class { return ComplexClass }

// NewBig returns v as an Int if it fits, else as a *BigInt that keeps v.
func NewBig(v *big.Int) Object {
	if v.IsInt64() {
		return Int(v.Int64())
	}
	return &BigInt{v}
}
