package object

import (
	"hash/maphash"
	"strconv"
	"sync"
	"unicode/utf8"
	"unsafe"
)

// Str is a Python str: UTF-8 text, with lone surrogates kept as their three-byte form. It is immutable.
type Str struct {
	s        string
	hash     uint64 // 0 until asked for
	runes    int32  // number of code points, -1 until counted
	interned bool
}

// NewStr returns a str.
func NewStr(s string) *Str { return &Str{s: s, runes: -1} }

// The texts that loops make are short. With its bytes behind it in one piece of memory a str is one allocation and not two.
type (
	str16 struct {
		Str
		text [16]byte
	}
	str32 struct {
		Str
		text [32]byte
	}
	str64 struct {
		Str
		text [64]byte
	}
)

// newText returns a str of n bytes, and the bytes: the caller writes all of them before anybody reads the str.
func newText(n int) (*Str, []byte) {
	var s *Str
	var text []byte
	switch {
	case n <= 16:
		x := &str16{}
		s, text = &x.Str, x.text[:n]
	case n <= 32:
		x := &str32{}
		s, text = &x.Str, x.text[:n]
	case n <= 64:
		x := &str64{}
		s, text = &x.Str, x.text[:n]
	default:
		s, text = &Str{}, make([]byte, n)
	}
	s.s, s.runes = unsafe.String(unsafe.SliceData(text), n), -1
	return s, text
}

// NewStrOf returns a str of a copy of the bytes.
func NewStrOf(text []byte) *Str {
	s, to := newText(len(text))
	copy(to, text)
	return s
}

// newIntStr returns the str of an int's digits.
func newIntStr(n int64) *Str {
	var digits [20]byte
	s := NewStrOf(strconv.AppendInt(digits[:0], n, 10))
	s.runes = int32(len(s.s))
	return s
}

// Class returns the type str.
func (*Str) Class() *Class { return StrClass }

// String returns the text.
func (s *Str) String() string { return s.s }

// RuneCount returns the number of code points.
func (s *Str) RuneCount() int {
	if s.runes < 0 {
		s.runes = int32(countRunes(s.s))
	}
	return int(s.runes)
}

// ASCII reports whether every code point is one byte, so that byte offsets are indices.
func (s *Str) ASCII() bool { return s.RuneCount() == len(s.s) }

func countRunes(s string) int {
	n := 0
	for n < len(s) && s[n] < utf8.RuneSelf {
		n++
	}
	for i := n; i < len(s); n++ {
		i += runeWidth(s, i)
	}
	return n
}

// runeWidth returns the width of the code point at i. Unlike utf8 it takes a lone surrogate's three bytes as one.
func runeWidth(s string, i int) int {
	c := s[i]
	switch {
	case c < utf8.RuneSelf:
		return 1
	case c >= 0xF0 && i+4 <= len(s):
		return 4
	case c >= 0xE0 && i+3 <= len(s):
		return 3
	case c >= 0xC0 && i+2 <= len(s):
		return 2
	}
	return 1
}

var hashSeed = maphash.MakeSeed()

func (s *Str) hashValue() uint64 {
	if s.hash == 0 && s.s != "" { // the hash of nothing is 0
		h := maphash.String(hashSeed, s.s)
		if h == 0 {
			h = 1
		}
		s.hash = h
	}
	return s.hash
}

var interned struct {
	sync.RWMutex
	m map[string]*Str
}

// Intern returns the one *Str for a name, so that attribute and global look-ups compare pointers. Names in code, keyword
// arguments and attribute names given from Go are interned; other text is not.
func Intern(s string) *Str {
	interned.RLock()
	v := interned.m[s]
	interned.RUnlock()
	if v != nil {
		return v
	}
	interned.Lock()
	defer interned.Unlock()
	if v := interned.m[s]; v != nil {
		return v
	}
	if interned.m == nil {
		interned.m = make(map[string]*Str, 1024)
	}
	v = &Str{s: s, runes: -1, interned: true}
	v.hashValue()
	v.RuneCount()
	interned.m[s] = v
	return v
}

// Names that the data model itself looks up.
var (
	nameModule       = Intern("__module__")
	nameQualname     = Intern("__qualname__")
	nameName         = Intern("__name__")
	nameDoc          = Intern("__doc__")
	nameDict         = Intern("__dict__")
	nameClass        = Intern("__class__")
	nameNew          = Intern("__new__")
	nameInit         = Intern("__init__")
	nameCall         = Intern("__call__")
	nameGetAttribute = Intern("__getattribute__")
	nameGetAttr      = Intern("__getattr__")
	nameSetAttr      = Intern("__setattr__")
	nameDelAttr      = Intern("__delattr__")
	nameGet          = Intern("__get__")
	nameSet          = Intern("__set__")
	nameDelete       = Intern("__delete__")
	nameSetName      = Intern("__set_name__")
	nameInitSubclass = Intern("__init_subclass__")
	nameRepr         = Intern("__repr__")
	nameStr          = Intern("__str__")
	nameFormat       = Intern("__format__")
	nameBool         = Intern("__bool__")
	nameLen          = Intern("__len__")
	nameIter         = Intern("__iter__")
	nameNext         = Intern("__next__")
	nameContains     = Intern("__contains__")
	nameGetItem      = Intern("__getitem__")
	nameSetItem      = Intern("__setitem__")
	nameDelItem      = Intern("__delitem__")
	nameMissing      = Intern("__missing__")
	nameHash         = Intern("__hash__")
	nameEq           = Intern("__eq__")
	nameIndex        = Intern("__index__")
	nameInt          = Intern("__int__")
	nameFloat        = Intern("__float__")
	nameInstanceChk  = Intern("__instancecheck__")
	nameSubclassChk  = Intern("__subclasscheck__")
	nameClassGetItem = Intern("__class_getitem__")
	nameEnter        = Intern("__enter__")
	nameExit         = Intern("__exit__")
	nameWrapped      = Intern("__wrapped__")
)
