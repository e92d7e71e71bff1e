package object

import "math/big"

// AsBig returns the value of an int of any size (or of a bool, or an instance of a class derived from int), or nil. The
// result must not be changed.
func AsBig(o Object) *big.Int { return bigOf(o) }

// BigIndex returns the int of any size that o stands for by __index__, or TypeError. The result must not be changed.
func BigIndex(t *Thread, o Object) (*big.Int, error) {
	v, err := AsIndex(t, o)
	if err != nil {
		return nil, err
	}
	return bigOf(v), nil
}
