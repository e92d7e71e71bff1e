// Package secrets is Python's module secrets in form only: a page in the browser is to give the same output each time it
// runs, so the values come from a generator with a fixed seed and are no secrets.
package secrets

import (
	"encoding/hex"
	"math/big"
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/binascii"
	"layerglass/core/python/lib/hashlib"
	"layerglass/core/python/lib/random"
	"layerglass/core/python/object"
)

func init() { lib.Register("secrets", load) }

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("secrets")
	m.Dict.SetName("DEFAULT_ENTROPY", object.Int(defaultBytes))
	r, err := t.Import(t, "random")
	if err != nil {
		return nil, err
	}
	system, err := object.GetAttr(t, r, object.Intern("SystemRandom"))
	if err != nil {
		return nil, err
	}
	m.Dict.SetName("SystemRandom", system)
	for _, f := range functions {
		f.Module = "secrets"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

const defaultBytes = 32

// tokenBytes reads a number of bytes and returns as many random ones.
func tokenBytes(t *object.Thread, o object.Object) ([]byte, error) {
	n := defaultBytes
	if o != object.None {
		var err error
		if n, err = object.Index(t, o); err != nil {
			return nil, err
		}
	}
	if n < 0 {
		return nil, object.ValueError("the number of bytes must be non-negative, not %d", n)
	}
	if err := t.Alloc(int64(n)); err != nil {
		return nil, err
	}
	return random.ChanceOf(t, "secrets").Bytes(n), t.Spend(int64(n / 8))
}

var functions = []*object.Builtin{
	object.Func("token_bytes", "(nbytes=None)", "Returns random bytes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		b, err := tokenBytes(t, a[0])
		return object.NewBytes(string(b)), err
	}),
	object.Func("token_hex", "(nbytes=None)", "Returns random hexadecimal digits.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		b, err := tokenBytes(t, a[0])
		return object.NewStr(hex.EncodeToString(b)), err
	}),
	object.Func("token_urlsafe", "(nbytes=None)", "Returns random text for use in URLs.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		b, err := tokenBytes(t, a[0])
		text := strings.NewReplacer("+", "-", "/", "_", "=", "").Replace(binascii.Encode(string(b)))
		return object.NewStr(text), err
	}),
	object.Func("randbelow", "(exclusive_upper_bound)", "Returns an int from 0 to before a bound.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.BigIndex(t, a[0])
		if err != nil {
			return nil, err
		}
		if n.Sign() <= 0 {
			return nil, object.ValueError("the upper bound must be positive")
		}
		return object.NewBig(random.ChanceOf(t, "secrets").Below(n)), nil
	}),
	object.Func("randbits", "(k)", "Returns an int of k random bits.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		k, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		if k < 0 {
			return nil, object.ValueError("number of bits must be non-negative")
		}
		if err := t.Alloc(int64(k / 8)); err != nil || k == 0 {
			return object.Int(0), err
		}
		return object.NewBig(random.ChanceOf(t, "secrets").Bits(k)), nil
	}),
	object.Func("choice", "(seq)", "Returns one item of a sequence.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		n, err := object.Len(t, a[0])
		if err != nil {
			return nil, err
		}
		if n == 0 {
			return nil, object.NewError(object.IndexErrorClass, "cannot choose from an empty sequence")
		}
		return object.GetItem(t, a[0], object.NewBig(random.ChanceOf(t, "secrets").Below(big.NewInt(int64(n)))))
	}),
	object.Func("compare_digest", "(a, b, /)", "Reports whether two texts are equal.", hashlib.CompareDigest),
}
