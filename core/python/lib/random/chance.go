package random

import (
	"math/big"

	"layerglass/core/python/object"
)

// Chance is a generator of a session beside that of module random, for the modules uuid and secrets. It too gives the same
// values in each run.
type Chance struct{ twister }

type chanceKey struct{ name string }

// ChanceOf returns the session's generator for a module.
func ChanceOf(t *object.Thread, module string) *Chance {
	return t.State(chanceKey{module}, func() any {
		c := &Chance{}
		c.seed(hashedSeed([]byte(module)))
		return c
	}).(*Chance)
}

// Bits returns k random bits, k > 0.
func (c *Chance) Bits(k int) *big.Int { return c.bits(k) }

// Bytes returns n random bytes.
func (c *Chance) Bytes(n int) []byte {
	if n == 0 {
		return nil
	}
	return c.bits(8 * n).FillBytes(make([]byte, n))
}

// Below returns an int in [0, n), n > 0.
func (c *Chance) Below(n *big.Int) *big.Int {
	for {
		if v := c.bits(n.BitLen()); v.Cmp(n) < 0 {
			return v
		}
	}
}
