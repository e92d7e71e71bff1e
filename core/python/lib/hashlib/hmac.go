package hashlib

import (
	"encoding/binary"
	"encoding/hex"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/hashlib/digest"
	"layerglass/core/python/object"
)

func init() { lib.Register("hmac", loadHMAC) }

func loadHMAC(*object.Thread) (*object.Module, error) {
	m := object.NewModule("hmac")
	m.Dict.SetName("HMAC", hmacClass)
	for _, f := range []*object.Builtin{
		object.Func("new", "(key, msg=None, digestmod=None)", "Makes a keyed digest.", newHMAC),
		object.Func("digest", "(key, msg, digest)", "Returns a keyed digest of data.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			v, err := newHMAC(t, a)
			if err != nil {
				return nil, err
			}
			return object.NewBytes(string(v.(*hmac).Sum())), nil
		}),
		object.Func("compare_digest", "(a, b, /)", "Reports whether two digests are equal.", CompareDigest),
	} {
		f.Module = "hmac"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

// keyed is a digest of data and a key: an inner one of the data, and an outer one of that.
type keyed struct{ inner, outer digest.Hash }

func newKeyed(make func() digest.Hash, key []byte) *keyed {
	k := &keyed{make(), make()}
	n := k.inner.BlockSize()
	if len(key) > n {
		h := make()
		h.Write(key)
		key = h.Sum()
	}
	for pad, h := range map[byte]digest.Hash{0x36: k.inner, 0x5C: k.outer} {
		h.Write(xored(key, pad, n))
	}
	return k
}

func xored(key []byte, pad byte, n int) []byte {
	b := make([]byte, n)
	copy(b, key)
	for i := range b {
		b[i] ^= pad
	}
	return b
}

// Sum returns the digest of the data so far.
func (k *keyed) Sum() []byte {
	outer := k.outer.Copy()
	outer.Write(k.inner.Sum())
	return outer.Sum()
}

type hmac struct {
	name string
	*keyed
}

var hmacClass = object.NewType("HMAC", "hmac", nil).Final()

// Class returns the type HMAC.
func (*hmac) Class() *object.Class { return hmacClass }

// finder returns the digest that an argument names: a str, or a function of hashlib.
func finder(o object.Object) (string, func() digest.Hash, error) {
	name, ok := object.AsString(o)
	if !ok {
		b, isBuiltin := o.(*object.Builtin)
		if !isBuiltin {
			return "", nil, object.TypeError("digestmod is the name of a digest or a function of hashlib, not '%s'", o.Class().Name)
		}
		name = b.Name
	}
	f := Find(name)
	if f == nil {
		return "", nil, object.ValueError("unsupported hash type %s", name)
	}
	return name, f, nil
}

func newHMAC(t *object.Thread, a []object.Object) (object.Object, error) {
	if a[2] == object.None {
		return nil, object.TypeError("Missing required argument 'digestmod'.")
	}
	name, f, err := finder(a[2])
	if err != nil {
		return nil, err
	}
	key, err := Data(a[0])
	if err != nil {
		return nil, object.TypeError("key: expected bytes or bytearray, but got '%s'", a[0].Class().Name)
	}
	h := &hmac{name, newKeyed(f, []byte(key))}
	if a[1] != object.None {
		err = h.update(t, a[1])
	}
	return h, err
}

func (h *hmac) update(t *object.Thread, o object.Object) error {
	s, err := Data(o)
	if err != nil {
		return err
	}
	h.inner.Write([]byte(s))
	return t.Spend(int64(len(s) / 4))
}

// CompareDigest is hmac.compare_digest, and secrets.compare_digest.
func CompareDigest(t *object.Thread, a []object.Object) (object.Object, error) {
	x, isText := object.AsString(a[0])
	y, alsoText := object.AsString(a[1])
	if isText && alsoText {
		for _, s := range []string{x, y} {
			if !object.NewStr(s).ASCII() {
				return nil, object.TypeError("comparing strings with non-ASCII characters is not supported")
			}
		}
		return object.Bool(x == y), nil
	}
	p, err := Data(a[0])
	if err == nil {
		var q string
		q, err = Data(a[1])
		if err == nil {
			return object.Bool(p == q), nil
		}
	}
	return nil, object.TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'", a[0].Class().Name, a[1].Class().Name)
}

func pbkdf2(t *object.Thread, a []object.Object) (object.Object, error) {
	_, f, err := finder(a[0])
	if err != nil {
		return nil, err
	}
	password, err := Data(a[1])
	if err != nil {
		return nil, err
	}
	salt, err := Data(a[2])
	if err != nil {
		return nil, err
	}
	rounds, err := object.Index(t, a[3])
	if err != nil {
		return nil, err
	}
	length := f().Size()
	if a[4] != object.None {
		if length, err = object.Index(t, a[4]); err != nil {
			return nil, err
		}
	}
	if rounds < 1 {
		return nil, object.ValueError("iteration value must be greater than 0.")
	}
	if length < 1 || length > 1<<20 {
		return nil, object.ValueError("key length must be greater than 0.")
	}
	base := newKeyed(f, []byte(password))
	var out []byte
	for block := uint32(1); len(out) < length; block++ {
		k := &keyed{base.inner.Copy(), base.outer}
		k.inner.Write(binary.BigEndian.AppendUint32([]byte(salt), block))
		u := k.Sum()
		sum := append([]byte(nil), u...)
		for i := 1; i < rounds; i++ {
			if err := t.Spend(40); err != nil {
				return nil, err
			}
			k := &keyed{base.inner.Copy(), base.outer}
			k.inner.Write(u)
			u = k.Sum()
			for j := range sum {
				sum[j] ^= u[j]
			}
		}
		out = append(out, sum...)
	}
	return object.NewBytes(string(out[:length])), nil
}

func init() {
	hmacClass.Methods(
		object.Func("update", "(self, msg)", "Adds data.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, a[0].(*hmac).update(t, a[1])
		}),
		object.Func("digest", "(self)", "Returns the digest as bytes.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewBytes(string(a[0].(*hmac).Sum())), nil
		}),
		object.Func("hexdigest", "(self)", "Returns the digest as hexadecimal digits.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewStr(hex.EncodeToString(a[0].(*hmac).Sum())), nil
		}),
		object.Func("copy", "(self)", "Returns an independent digest of the same data.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			h := a[0].(*hmac)
			return &hmac{h.name, &keyed{h.inner.Copy(), h.outer.Copy()}}, nil
		}),
	)
	for name, get := range map[string]func(h *hmac) object.Object{
		"name":        func(h *hmac) object.Object { return object.NewStr("hmac-" + h.name) },
		"digest_size": func(h *hmac) object.Object { return object.Int(h.inner.Size()) },
		"block_size":  func(h *hmac) object.Object { return object.Int(h.inner.BlockSize()) },
	} {
		hmacClass.Getter(name, "A fact about the digest.", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return get(o.(*hmac)), nil
		})
	}
}
