package object

import "strings"

// Len returns the number of code points.
func (s *Str) Len() int { return s.RuneCount() }

// Str returns the text.
func (s *Str) Str(*Thread) (string, error) { return s.s, nil }

// Repr returns the text in quotes, as Python would write it.
func (s *Str) Repr(t *Thread) (string, error) {
	if err := t.Scan(len(s.s)); err != nil {
		return "", err
	}
	if err := chargeText(t, len(s.s)); err != nil {
		return "", err
	}
	return QuoteStr(s.s), nil
}

// Hash returns the hash of the text.
func (s *Str) Hash(*Thread) (uint64, error) { return s.hashValue(), nil }

// AsString returns the text of a str or of an instance of a class derived from str.
func AsString(o Object) (string, bool) {
	if o == nil {
		return "", false
	}
	s, ok := Of(o).(*Str)
	if !ok {
		return "", false
	}
	return s.s, true
}

// textStep is how many bytes are read for one step: it takes about as long as a step of the interpreter.
const textStep = 256

// chargeText pays for making or reading a text of n bytes.
func chargeText(t *Thread, n int) error {
	if n < 512 {
		return nil
	}
	if err := t.Spend(int64(n) / textStep); err != nil {
		return err
	}
	return t.Alloc(int64(n))
}

// Compare orders two texts by code points, which is the order of their bytes.
func (s *Str) Compare(t *Thread, op CompareOp, o Object) (Object, error) {
	x, ok := Of(o).(*Str)
	if !ok {
		return NotImplemented, nil
	}
	if n := min(len(s.s), len(x.s)); n >= textStep {
		if err := t.Spend(int64(n) / textStep); err != nil {
			return nil, err
		}
	}
	switch op {
	case Eq:
		return Bool(s.s == x.s), nil
	case Ne:
		return Bool(s.s != x.s), nil
	}
	return Bool(op.holds(strings.Compare(s.s, x.s))), nil
}

// chargeSearch pays for looking for sub in s.
func chargeSearch(t *Thread, s *Str, sub string) error {
	if len(s.s) < 512 {
		return nil
	}
	if len(sub) < 8 && s.ASCII() {
		return t.Spend(int64(len(s.s)) / 512)
	}
	return t.Spend(int64(len(s.s)) / 32)
}

// Contains reports whether the text of item occurs in s.
func (s *Str) Contains(t *Thread, item Object) (bool, error) {
	x, ok := Of(item).(*Str)
	if !ok {
		return false, TypeError("'in <string>' requires string as left operand, not %s", item.Class().MessageName())
	}
	if err := chargeSearch(t, s, x.s); err != nil {
		return false, err
	}
	return strings.Contains(s.s, x.s), nil
}

// Binary joins, repeats or formats.
func (s *Str) Binary(t *Thread, op BinaryOp, o Object, reflected bool) (Object, error) {
	switch op {
	case Add:
		x, ok := Of(o).(*Str)
		if !ok {
			break
		}
		if reflected {
			return Concat(t, x, s)
		}
		return Concat(t, s, x)
	case Mul:
		n, ok, err := repeatCount(t, o)
		if !ok || err != nil {
			return NotImplemented, err
		}
		text, err := repeatText(t, s.s, n)
		return NewStr(text), err
	case Mod:
		if reflected {
			break
		}
		text, err := FormatPercent(t, s.s, o)
		return NewStr(text), err
	}
	return NotImplemented, nil
}

// Concat returns a + b.
func Concat(t *Thread, a, b *Str) (Object, error) {
	switch {
	case a.s == "":
		return b, nil
	case b.s == "":
		return a, nil
	}
	if err := chargeText(t, len(a.s)+len(b.s)); err != nil {
		return nil, err
	}
	r, text := newText(len(a.s) + len(b.s))
	copy(text[copy(text, a.s):], b.s)
	if a.runes >= 0 && b.runes >= 0 {
		r.runes = a.runes + b.runes
	}
	return r, nil
}

func repeatText(t *Thread, s string, n int) (string, error) {
	if n <= 0 || s == "" {
		return "", nil
	}
	if n > MaxObject/len(s) {
		return "", NewError(MemoryErrorClass, "")
	}
	if err := chargeText(t, n*len(s)); err != nil {
		return "", err
	}
	return strings.Repeat(s, n), nil
}

// GetItem returns one code point, or a slice.
func (s *Str) GetItem(t *Thread, key Object) (Object, error) {
	if x, ok := key.(*Slice); ok {
		return s.slice(t, x)
	}
	if !isIndex(key) {
		return nil, TypeError("string indices must be integers, not '%s'", key.Class().MessageName())
	}
	i, err := IndexIn(t, key, s.RuneCount(), "string index")
	if err != nil {
		return nil, err
	}
	if !s.ASCII() { // the characters before it are counted
		if err := t.Spend(int64(i) / 16); err != nil {
			return nil, err
		}
	}
	at := s.offset(i)
	return oneRune(s.s[at : at+runeWidth(s.s, at)]), nil
}

func (s *Str) slice(t *Thread, x *Slice) (Object, error) {
	start, _, step, count, err := x.Indices(t, s.RuneCount())
	if err != nil || count == 0 {
		return emptyStr, err
	}
	if step == 1 {
		if count == s.RuneCount() {
			return s, nil
		}
		if !s.ASCII() {
			if err := t.Scan(start + count); err != nil {
				return nil, err
			}
		}
		return NewStr(s.cut(start, start+count)), nil
	}
	if err := t.Scan(max(count, len(s.s)/4)); err != nil {
		return nil, err
	}
	if err := chargeText(t, count); err != nil {
		return nil, err
	}
	out := make([]byte, 0, count)
	if s.ASCII() {
		for i := range count {
			out = append(out, s.s[start+i*step])
		}
		return NewStr(string(out)), nil
	}
	text := runesOf(s.s)
	for i := range count {
		out = appendRune(out, text[start+i*step])
	}
	return NewStr(string(out)), nil
}

// offset returns the place of the code point with index i, which may be the length.
func (s *Str) offset(i int) int {
	if s.ASCII() {
		return i
	}
	at := 0
	for ; i > 0; i-- {
		at += runeWidth(s.s, at)
	}
	return at
}

// cut returns the code points from index i up to j.
func (s *Str) cut(i, j int) string {
	if s.ASCII() {
		return s.s[i:j]
	}
	from := s.offset(i)
	to := from
	for ; i < j; i++ {
		to += runeWidth(s.s, to)
	}
	return s.s[from:to]
}

// indexOf returns the index of the code point at a place.
func (s *Str) indexOf(at int) int {
	if s.ASCII() {
		return at
	}
	return countRunes(s.s[:at])
}

var emptyStr = Intern("")

// asciiStr holds the texts of one ASCII character, which iteration and indexing give out.
var asciiStr = func() (table [128]*Str) {
	for i := range table {
		table[i] = Intern(string(rune(i)))
	}
	return table
}()

func oneRune(s string) *Str {
	if len(s) == 1 && s[0] < 0x80 {
		return asciiStr[s[0]]
	}
	return &Str{s: s, runes: 1}
}

// Iter returns an iterator over the code points.
func (s *Str) Iter(*Thread) (Object, error) { return &strIterator{s: s}, nil }

type strIterator struct {
	s  *Str
	at int
}

var (
	strIteratorClass      = newBuiltinClass("str_iterator", final)
	asciiStrIteratorClass = newBuiltinClass("str_ascii_iterator", final)
)

func (x *strIterator) Class() *Class {
	if x.s.ASCII() {
		return asciiStrIteratorClass
	}
	return strIteratorClass
}

func (x *strIterator) Iter(*Thread) (Object, error) { return x, nil }

func (x *strIterator) Next(*Thread) (Object, error) {
	if x.at >= len(x.s.s) {
		return nil, nil
	}
	at := x.at
	x.at += runeWidth(x.s.s, at)
	return oneRune(x.s.s[at:x.at]), nil
}

func init() {
	StrClass.New = newStr
	StrClass.Protocols(emptyStr, Add, Mul, Mod)
	strIteratorClass.Protocols(&strIterator{s: emptyStr})
	asciiStrIteratorClass.Protocols(&strIterator{s: emptyStr})
}
