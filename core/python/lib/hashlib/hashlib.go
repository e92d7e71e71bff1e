// Package hashlib is Python's module hashlib, and what modules hmac and uuid need of it.
package hashlib

import (
	"encoding/hex"
	"sort"
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/hashlib/digest"
	"layerglass/core/python/object"
)

func init() { lib.Register("hashlib", load) }

// constructors make digests by name. The SHAKE ones are asked for a length when they give their digest.
var constructors = map[string]func() digest.Hash{
	"md5": digest.MD5, "sha1": digest.SHA1, "sha224": digest.SHA224, "sha256": digest.SHA256, "sha384": digest.SHA384, "sha512": digest.SHA512,
	"sha3_224":  func() digest.Hash { return digest.SHA3(28) },
	"sha3_256":  func() digest.Hash { return digest.SHA3(32) },
	"sha3_384":  func() digest.Hash { return digest.SHA3(48) },
	"sha3_512":  func() digest.Hash { return digest.SHA3(64) },
	"shake_128": func() digest.Hash { return digest.SHAKE(128, 0) },
	"shake_256": func() digest.Hash { return digest.SHAKE(256, 0) },
	"blake2b":   func() digest.Hash { return digest.BLAKE2(false, 64, nil) },
	"blake2s":   func() digest.Hash { return digest.BLAKE2(true, 32, nil) },
}

// Find returns the function that makes a digest by name ("sha256", "SHA-256"), or nil.
func Find(name string) func() digest.Hash {
	name = strings.ToLower(name)
	if f := constructors[name]; f != nil {
		return f
	}
	return constructors[strings.ReplaceAll(strings.Replace(name, "sha-", "sha", 1), "-", "_")]
}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("hashlib")
	names := object.NewSet()
	var sorted []string
	for name := range constructors {
		sorted = append(sorted, name)
	}
	sort.Strings(sorted)
	for _, name := range sorted {
		if err := names.Add(t, object.NewStr(name)); err != nil {
			return nil, err
		}
		f := constructor(name)
		f.Module = "hashlib"
		m.Dict.SetName(name, f)
	}
	m.Dict.SetName("algorithms_guaranteed", names)
	m.Dict.SetName("algorithms_available", names)
	for _, f := range []*object.Builtin{
		object.Func("new", "(name, data=?, *, usedforsecurity=True)", "Makes a digest by name.", newByName),
		object.Func("pbkdf2_hmac", "(hash_name, password, salt, iterations, dklen=None)", "Derives a key from a password.", pbkdf2),
	} {
		f.Module = "hashlib"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

// hash is a digest object.
type hash struct {
	name string
	digest.Hash
}

var hashClass = object.NewType("HASH", "_hashlib", nil).Final().Dotted()

// Class returns the type of digests.
func (*hash) Class() *object.Class { return hashClass }

// Repr shows the name.
func (h *hash) Repr(t *object.Thread) (string, error) {
	return strings.Replace(object.DefaultRepr(t, h), "<_hashlib.HASH object at", "<"+h.name+" _hashlib.HASH object @", 1), nil
}

// Data returns the bytes of a bytes-like object.
func Data(o object.Object) (string, error) {
	switch x := object.Of(o).(type) {
	case *object.Bytes:
		return x.String(), nil
	case *object.ByteArray:
		return string(x.Bytes()), nil
	case *object.Str:
		return "", object.TypeError("Strings must be encoded before hashing")
	}
	return "", object.TypeError("object supporting the buffer API required")
}

func (h *hash) update(t *object.Thread, o object.Object) error {
	s, err := Data(o)
	if err != nil {
		return err
	}
	h.Write([]byte(s))
	return t.Spend(int64(len(s) / 4))
}

func (h *hash) fill(t *object.Thread, o object.Object) (object.Object, error) {
	if o != nil {
		if err := h.update(t, o); err != nil {
			return nil, err
		}
	}
	return h, nil
}

func constructor(name string) *object.Builtin {
	if strings.HasPrefix(name, "blake2") {
		return object.Func(name, "(data=?, /, *, digest_size=?, key=?, usedforsecurity=True)", "Makes a "+name+" digest.", blake(name))
	}
	return object.Func(name, "(string=?, *, usedforsecurity=True)", "Makes a "+name+" digest.", func(t *object.Thread, a []object.Object) (object.Object, error) {
		return (&hash{name, constructors[name]()}).fill(t, a[0])
	})
}

func blake(name string) func(*object.Thread, []object.Object) (object.Object, error) {
	small, most := name == "blake2s", 64
	if small {
		most = 32
	}
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		size := most
		if a[1] != nil {
			var err error
			if size, err = object.Index(t, a[1]); err != nil {
				return nil, err
			}
		}
		key := ""
		if a[2] != nil {
			var err error
			if key, err = Data(a[2]); err != nil {
				return nil, err
			}
		}
		if size < 1 || size > most {
			return nil, object.ValueError("digest_size for %s must be between 1 and %d bytes, here it is %d", name, most, size)
		}
		if len(key) > most {
			return nil, object.ValueError("maximum key length is %d bytes", most)
		}
		return (&hash{name, digest.BLAKE2(small, size, []byte(key))}).fill(t, a[0])
	}
}

func newByName(t *object.Thread, a []object.Object) (object.Object, error) {
	name, ok := object.AsString(a[0])
	if !ok {
		return nil, object.TypeError("name must be a string")
	}
	f := Find(name)
	if f == nil {
		return nil, object.ValueError("unsupported hash type %s", name)
	}
	return (&hash{strings.ToLower(name), f()}).fill(t, a[1])
}

// sum returns the digest; SHAKE takes its length from the caller.
func (h *hash) sum(t *object.Thread, length object.Object) ([]byte, error) {
	if !strings.HasPrefix(h.name, "shake") {
		if length != nil {
			return nil, object.TypeError("%s() takes no arguments here: the length of a %s digest is fixed", "digest", h.name)
		}
		return h.Sum(), nil
	}
	if length == nil {
		return nil, object.TypeError("the digest of %s needs a length", h.name)
	}
	n, err := object.Index(t, length)
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.ValueError("value must be positive")
	}
	if err := t.Alloc(int64(n)); err != nil {
		return nil, err
	}
	c := h.Copy()
	digest.Resize(c, n)
	return c.Sum(), t.Spend(int64(n / 4))
}

func init() {
	hashClass.Protocols(&hash{})
	hashClass.Methods(
		object.Func("update", "(self, obj, /)", "Adds data.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, a[0].(*hash).update(t, a[1])
		}),
		object.Func("digest", "(self, length=?)", "Returns the digest as bytes.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			b, err := a[0].(*hash).sum(t, a[1])
			return object.NewBytes(string(b)), err
		}),
		object.Func("hexdigest", "(self, length=?)", "Returns the digest as hexadecimal digits.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			b, err := a[0].(*hash).sum(t, a[1])
			return object.NewStr(hex.EncodeToString(b)), err
		}),
		object.Func("copy", "(self)", "Returns an independent digest of the same data.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			h := a[0].(*hash)
			return &hash{h.name, h.Copy()}, nil
		}),
	)
	for name, get := range map[string]func(h *hash) object.Object{
		"name":        func(h *hash) object.Object { return object.NewStr(h.name) },
		"digest_size": func(h *hash) object.Object { return object.Int(h.Size()) },
		"block_size":  func(h *hash) object.Object { return object.Int(h.BlockSize()) },
	} {
		hashClass.Getter(name, "The digest's "+strings.ReplaceAll(name, "_", " ")+".", func(_ *object.Thread, o object.Object) (object.Object, error) {
			return get(o.(*hash)), nil
		})
	}
}
