// Package uuid is Python's module uuid. Random and time-based ids come from a generator with a fixed seed and from a
// counter, so that a program prints the same ones each time it runs.
package uuid

import (
	"encoding/hex"
	"math/big"
	"strings"

	"layerglass/core/python/lib"
	"layerglass/core/python/lib/hashlib/digest"
	"layerglass/core/python/lib/random"
	"layerglass/core/python/object"
)

func init() { lib.Register("uuid", load) }

// UUID is an id of 128 bits.
type UUID struct{ b [16]byte }

var uuidClass = object.NewType("UUID", "uuid", nil).WithPayload()

// Class returns the type UUID.
func (*UUID) Class() *object.Class { return uuidClass }

// variants are the names of the layouts that the first bits of the ninth byte tell apart.
var variants = []string{"reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility", "reserved for future definition"}

func load(t *object.Thread) (*object.Module, error) {
	m := object.NewModule("uuid")
	m.Dict.SetName("UUID", uuidClass)
	for i, name := range []string{"RESERVED_NCS", "RFC_4122", "RESERVED_MICROSOFT", "RESERVED_FUTURE"} {
		m.Dict.SetName(name, object.NewStr(variants[i]))
	}
	for i, name := range []string{"NAMESPACE_DNS", "NAMESPACE_URL", "NAMESPACE_OID", "", "NAMESPACE_X500"} {
		if name != "" {
			u := &UUID{}
			_, _ = hex.Decode(u.b[:], []byte("6ba7b8109dad11d180b400c04fd430c8"))
			u.b[3] += byte(i)
			m.Dict.SetName(name, u)
		}
	}
	for _, f := range functions {
		f.Module = "uuid"
		m.Dict.SetName(f.Name, f)
	}
	return m, nil
}

var functions = []*object.Builtin{
	object.Func("uuid1", "(node=None, clock_seq=None)", "Returns an id of host and time; here of a counter.", uuid1),
	object.Func("uuid3", "(namespace, name)", "Returns the id of a name, by MD5.", named(3, digest.MD5)),
	object.Func("uuid4", "()", "Returns a random id.", func(t *object.Thread, _ []object.Object) (object.Object, error) {
		return newUUID(random.ChanceOf(t, "uuid").Bytes(16), 4), nil
	}),
	object.Func("uuid5", "(namespace, name)", "Returns the id of a name, by SHA-1.", named(5, digest.SHA1)),
	object.Func("getnode", "()", "Returns the number of this host; here a fixed one.", func(*object.Thread, []object.Object) (object.Object, error) {
		return object.Int(hostNode), nil
	}),
}

// newUUID makes an id of bytes and marks it with a version.
func newUUID(b []byte, version byte) *UUID {
	u := &UUID{}
	copy(u.b[:], b)
	u.b[6] = u.b[6]&0x0F | version<<4
	u.b[8] = u.b[8]&0x3F | 0x80
	return u
}

func named(version byte, make func() digest.Hash) func(*object.Thread, []object.Object) (object.Object, error) {
	return func(t *object.Thread, a []object.Object) (object.Object, error) {
		ns, ok := object.Of(a[0]).(*UUID)
		if !ok {
			return nil, object.AttributeError(a[0], "bytes", "'%s' object has no attribute 'bytes'", a[0].Class().Name)
		}
		name, ok := object.AsString(a[1])
		if !ok {
			return nil, object.TypeError("the name must be a str, not '%s'", a[1].Class().Name)
		}
		text, err := object.EncodeText(t, name, "utf-8", "strict")
		if err != nil {
			return nil, err
		}
		h := make()
		h.Write(ns.b[:])
		h.Write([]byte(text))
		return newUUID(h.Sum()[:16], version), nil
	}
}

const hostNode = 0x024C61796572 // a local address that spells "Layer"

type clockKey struct{}

// uuid1 counts on from a fixed time.
func uuid1(t *object.Thread, a []object.Object) (object.Object, error) {
	clock := t.State(clockKey{}, func() any { c := uint64(0x1EF_0000_0000_0000); return &c }).(*uint64)
	*clock++
	node, sequence := int64(hostNode), int64(0x2A2A)
	for i, p := range []*int64{&node, &sequence} {
		if a[i] != object.None {
			n, ok := object.AsInt64(a[i])
			if !ok {
				return nil, object.TypeError("node and clock_seq are ints")
			}
			*p = n
		}
	}
	u := &UUID{}
	put := func(at, n int, v uint64) {
		for i := n - 1; i >= 0; i-- {
			u.b[at+i] = byte(v)
			v >>= 8
		}
	}
	put(0, 4, *clock)
	put(4, 2, *clock>>32)
	put(6, 2, *clock>>48)
	put(8, 2, uint64(sequence)&0x3FFF)
	put(10, 6, uint64(node))
	return newUUID(u.b[:], 1), nil
}

func (u *UUID) number() *big.Int { return new(big.Int).SetBytes(u.b[:]) }

// String returns the usual form of hexadecimal digits and hyphens.
func (u *UUID) String() string {
	h := hex.EncodeToString(u.b[:])
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// Str returns the usual form.
func (u *UUID) Str(*object.Thread) (string, error) { return u.String(), nil }

// Repr shows the call that makes the id.
func (u *UUID) Repr(*object.Thread) (string, error) { return "UUID('" + u.String() + "')", nil }

// Hash is that of the number.
func (u *UUID) Hash(t *object.Thread) (uint64, error) {
	return object.Hash(t, object.NewBig(u.number()))
}

// Compare orders by the number.
func (u *UUID) Compare(t *object.Thread, op object.CompareOp, o object.Object) (object.Object, error) {
	v, ok := object.Of(o).(*UUID)
	if !ok {
		return object.NotImplemented, nil
	}
	return object.Compare(t, op, object.NewBytes(string(u.b[:])), object.NewBytes(string(v.b[:])))
}

// SetAttr refuses: an id does not change.
func (u *UUID) SetAttr(*object.Thread, *object.Str, object.Object) (bool, error) {
	return true, object.TypeError("UUID objects are immutable")
}

// littleEndian turns the first three fields round, as bytes_le has them.
func littleEndian(b [16]byte) [16]byte {
	out := b
	for _, r := range [][2]int{{0, 3}, {4, 5}, {6, 7}} {
		for i, j := r[0], r[1]; i < j; i, j = i+1, j-1 {
			out[i], out[j] = out[j], out[i]
		}
	}
	return out
}

func (u *UUID) variant() int {
	switch {
	case u.b[8]&0x80 == 0:
		return 0
	case u.b[8]&0x40 == 0:
		return 1
	case u.b[8]&0x20 == 0:
		return 2
	}
	return 3
}

func (u *UUID) bits(from, to int) uint64 {
	var v uint64
	for _, b := range u.b[from:to] {
		v = v<<8 | uint64(b)
	}
	return v
}

func number(v uint64) object.Object { return object.Int(int64(v)) }

var attributes = []struct {
	name, doc string
	get       func(u *UUID) object.Object
}{
	{"hex", "32 hexadecimal digits.", func(u *UUID) object.Object { return object.NewStr(hex.EncodeToString(u.b[:])) }},
	{"int", "The number of 128 bits.", func(u *UUID) object.Object { return object.NewBig(u.number()) }},
	{"bytes", "16 bytes.", func(u *UUID) object.Object { return object.NewBytes(string(u.b[:])) }},
	{"bytes_le", "16 bytes, the first fields turned round.", func(u *UUID) object.Object {
		b := littleEndian(u.b)
		return object.NewBytes(string(b[:]))
	}},
	{"urn", "The id as a URN.", func(u *UUID) object.Object { return object.NewStr("urn:uuid:" + u.String()) }},
	{"time_low", "The first 32 bits.", func(u *UUID) object.Object { return number(u.bits(0, 4)) }},
	{"time_mid", "The next 16 bits.", func(u *UUID) object.Object { return number(u.bits(4, 6)) }},
	{"time_hi_version", "The next 16 bits.", func(u *UUID) object.Object { return number(u.bits(6, 8)) }},
	{"clock_seq_hi_variant", "The next 8 bits.", func(u *UUID) object.Object { return number(u.bits(8, 9)) }},
	{"clock_seq_low", "The next 8 bits.", func(u *UUID) object.Object { return number(u.bits(9, 10)) }},
	{"node", "The last 48 bits.", func(u *UUID) object.Object { return number(u.bits(10, 16)) }},
	{"clock_seq", "The sequence number.", func(u *UUID) object.Object { return number(u.bits(8, 10) & 0x3FFF) }},
	{"time", "The time stamp.", func(u *UUID) object.Object { return number(u.bits(6, 8)&0xFFF<<48 | u.bits(4, 6)<<32 | u.bits(0, 4)) }},
	{"fields", "The six fields.", func(u *UUID) object.Object {
		return object.NewTuple(number(u.bits(0, 4)), number(u.bits(4, 6)), number(u.bits(6, 8)), number(u.bits(8, 9)), number(u.bits(9, 10)), number(u.bits(10, 16)))
	}},
	{"variant", "The layout.", func(u *UUID) object.Object { return object.NewStr(variants[u.variant()]) }},
	{"version", "The version, or None.", func(u *UUID) object.Object {
		if u.variant() != 1 {
			return object.None
		}
		return object.Int(u.b[6] >> 4)
	}},
}

var signature = object.ParseSignature("(hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None)")

func newObject(t *object.Thread, cls *object.Class, a object.Args) (object.Object, error) {
	v, err := signature.Bind(t, "UUID", nil, a, nil)
	if err != nil {
		return nil, err
	}
	given := 0
	for _, o := range v[:5] {
		if o != object.None {
			given++
		}
	}
	if given != 1 {
		return nil, object.TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
	}
	n, err := value(t, v)
	if err != nil {
		return nil, err
	}
	u := &UUID{}
	if n.Sign() < 0 || n.BitLen() > 128 {
		return nil, object.ValueError("int is out of range (need a 128-bit value)")
	}
	n.FillBytes(u.b[:])
	if v[5] != object.None {
		version, _ := object.AsInt64(v[5])
		if version < 1 || version > 5 {
			return nil, object.ValueError("the version of a UUID is a number from 1 to 5")
		}
		u = newUUID(u.b[:], byte(version))
	}
	return object.Wrap(cls, u), nil
}

// value returns the number that the arguments stand for.
func value(t *object.Thread, v []object.Object) (*big.Int, error) {
	switch {
	case v[0] != object.None:
		return ofHex(v[0])
	case v[1] != object.None, v[2] != object.None:
		o, little := v[1], false
		if o == object.None {
			o, little = v[2], true
		}
		b, ok := object.Of(o).(*object.Bytes)
		if !ok || b.Len() != 16 {
			return nil, object.ValueError("bytes is not a 16-char string")
		}
		var list [16]byte
		copy(list[:], b.String())
		if little {
			list = littleEndian(list)
		}
		return new(big.Int).SetBytes(list[:]), nil
	case v[3] != object.None:
		return ofFields(t, v[3])
	}
	n := object.AsBig(v[4])
	if n == nil {
		return nil, object.TypeError("int must be an int, not '%s'", v[4].Class().Name)
	}
	return n, nil
}

func ofHex(o object.Object) (*big.Int, error) {
	s, ok := object.AsString(o)
	if !ok {
		return nil, object.AttributeError(o, "replace", "'%s' object has no attribute 'replace'", o.Class().Name)
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "urn:", ""), "uuid:", "")
	s = strings.ReplaceAll(strings.Trim(s, "{}"), "-", "")
	if len(s) != 32 {
		return nil, object.ValueError("badly formed hexadecimal UUID string")
	}
	b, err := hex.DecodeString(s)
	if err != nil {
		return nil, object.ValueError("badly formed hexadecimal UUID string")
	}
	return new(big.Int).SetBytes(b), nil
}

func ofFields(t *object.Thread, o object.Object) (*big.Int, error) {
	items, err := object.Items(t, o)
	if err != nil {
		return nil, err
	}
	if len(items) != 6 {
		return nil, object.ValueError("fields is not a 6-tuple")
	}
	total := new(big.Int)
	for i, bits := range []uint{32, 16, 16, 8, 8, 48} {
		n := object.AsBig(items[i])
		if n == nil || n.Sign() < 0 || uint(n.BitLen()) > bits {
			return nil, object.ValueError("field %d out of range (need a %d-bit value)", i+1, bits)
		}
		total.Add(total.Lsh(total, bits), n)
	}
	return total, nil
}

func init() {
	uuidClass.New = newObject
	uuidClass.Protocols(&UUID{})
	uuidClass.Methods(
		object.RawFunc("__init__", "(self, /, *args, **kwargs)", "", func(*object.Thread, object.Args) (object.Object, error) { return object.None, nil }),
		object.Func("__int__", "(self, /)", "Returns the number.", func(_ *object.Thread, a []object.Object) (object.Object, error) {
			return object.NewBig(a[0].(*UUID).number()), nil
		}),
	)
	for _, attr := range attributes {
		get := attr.get
		uuidClass.Getter(attr.name, attr.doc, func(_ *object.Thread, o object.Object) (object.Object, error) {
			return get(object.Of(o).(*UUID)), nil
		})
	}
}
