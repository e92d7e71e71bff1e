package object

import "strings"

func init() {
	StrClass.Methods(
		RawFunc("format", "(self, /, *args, **kwargs)", "Replaces the fields {…} of the text by the arguments.",
			func(t *Thread, a Args) (Object, error) {
				text, err := FormatStr(t, Of(a.Pos[0]).(*Str).s, Args{a.Pos[1:], a.Kw})
				return NewStr(text), err
			}),
		Func("format_map", "(self, mapping, /)", "Replaces the fields {…} of the text by what the mapping has under their names.",
			func(t *Thread, a []Object) (Object, error) {
				f := &fieldFormat{t: t, noPositions: true, named: func(name string) (Object, error) {
					return GetItem(t, a[1], NewStr(name))
				}}
				text, err := f.expand(a[0].(*Str).s, 2)
				return NewStr(text), err
			}),
	)
}

// FormatStr returns format.format(*args, **kwargs).
func FormatStr(t *Thread, format string, a Args) (string, error) {
	f := &fieldFormat{t: t, args: a.Pos, named: func(name string) (Object, error) {
		if v := a.Get(name); v != nil {
			return v, nil
		}
		return nil, KeyError(NewStr(name))
	}}
	return f.expand(format, 2)
}

// fieldFormat is one str.format under way.
type fieldFormat struct {
	t           *Thread
	args        []Object
	noPositions bool // of format_map
	named       func(name string) (Object, error)
	numbering   numbering
	next        int // of automatic numbers
}

// numbering tells how the fields have been numbered so far.
type numbering uint8

const (
	notNumbered numbering = iota
	automatic
	manual
)

// expand replaces the fields of a text. depth is how many levels of fields within fields are left.
func (f *fieldFormat) expand(text string, depth int) (string, error) {
	if depth == 0 {
		return "", ValueError("Max string recursion exceeded")
	}
	if err := chargeText(f.t, len(text)); err != nil {
		return "", err
	}
	var b strings.Builder
	for text != "" {
		i := strings.IndexAny(text, "{}")
		if i < 0 {
			b.WriteString(text)
			break
		}
		c := text[i]
		atEnd := i+1 == len(text)
		b.WriteString(text[:i])
		switch {
		case !atEnd && text[i+1] == c:
			b.WriteByte(c)
			if err := f.t.Spend(1); err != nil {
				return "", err
			}
			text = text[i+2:]
			continue
		case c == '}':
			return "", ValueError("Single '}' encountered in format string")
		case atEnd:
			return "", ValueError("Single '{' encountered in format string")
		}
		field, n, err := readField(text[i+1:])
		if err != nil {
			return "", err
		}
		text = text[i+1+n:]
		out, err := f.render(field, depth)
		if err != nil {
			return "", err
		}
		if err := chargeText(f.t, b.Len()/16+len(out)); err != nil {
			return "", err
		}
		b.WriteString(out)
	}
	return b.String(), nil
}

// replacementField is {name!conversion:spec}.
type replacementField struct {
	name, spec string
	conversion rune // 0: none
	nested     bool // spec has fields of its own
}

// readField reads a field behind its opening brace and returns its length with the closing one.
func readField(s string) (field replacementField, n int, err error) {
	n = nameEnd(s)
	if n < 0 {
		return field, 0, ValueError("unexpected '{' in field name")
	}
	if n == len(s) {
		return field, 0, ValueError("expected '}' before end of string")
	}
	field.name = s[:n]
	c := s[n]
	n++
	if c == '}' {
		return field, n, nil
	}
	if c == '!' {
		if n == len(s) {
			return field, 0, ValueError("end of string while looking for conversion specifier")
		}
		var w int
		field.conversion, w = runeAt(s, n)
		if n += w; n < len(s) {
			c = s[n]
			n++
			if c == '}' {
				return field, n, nil
			}
			if c != ':' {
				return field, 0, ValueError("expected ':' after conversion specifier")
			}
		}
	}
	start := n
	for depth := 1; n < len(s); n++ {
		switch s[n] {
		case '{':
			field.nested = true
			depth++
		case '}':
			if depth--; depth == 0 {
				field.spec = s[start:n]
				return field, n + 1, nil
			}
		}
	}
	return field, 0, ValueError("unmatched '{' in format spec")
}

// nameEnd returns where the field name ends: at }, : or ! outside brackets. It is -1 for a brace inside the name.
func nameEnd(s string) int {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '{':
			return -1
		case '[':
			for i < len(s) && s[i] != ']' {
				i++
			}
		case '}', ':', '!':
			return i
		}
	}
	return len(s)
}

func (f *fieldFormat) render(field replacementField, depth int) (string, error) {
	if err := f.t.Spend(1); err != nil {
		return "", err
	}
	v, err := f.value(field.name)
	if err != nil {
		return "", err
	}
	if field.conversion != 0 {
		text, err := convertField(f.t, v, field.conversion)
		if err != nil {
			return "", err
		}
		v = NewStr(text)
	}
	spec := field.spec
	if field.nested {
		if spec, err = f.expand(spec, depth-1); err != nil {
			return "", err
		}
	}
	return Format(f.t, v, spec)
}

// convertField applies !r, !s or !a.
func convertField(t *Thread, v Object, conversion rune) (string, error) {
	switch conversion {
	case 'r':
		return Repr(t, v)
	case 's':
		return ToStr(t, v)
	case 'a':
		return ASCII(t, v)
	}
	if conversion > 32 && conversion < 127 {
		return "", ValueError("Unknown conversion specifier %s", string(conversion))
	}
	return "", ValueError("Unknown conversion specifier \\x%s", hex(uint64(conversion)))
}

// value finds what a field name such as "0.shape[1]" stands for.
func (f *fieldFormat) value(name string) (Object, error) {
	first, rest := name, ""
	if i := strings.IndexAny(name, ".["); i >= 0 {
		first, rest = name[:i], name[i:]
	}
	v, err := f.firstValue(first)
	for err == nil && rest != "" {
		v, rest, err = f.step(v, rest)
	}
	return v, err
}

func (f *fieldFormat) firstValue(name string) (Object, error) {
	index, err := fieldNumber(name)
	if err != nil {
		return nil, err
	}
	if name != "" && index < 0 {
		return f.named(name)
	}
	if err := f.checkNumbering(name == ""); err != nil {
		return nil, err
	}
	if name == "" {
		index = f.next
		f.next++
	}
	if f.noPositions {
		return nil, ValueError("Format string contains positional fields")
	}
	if index >= len(f.args) {
		return nil, NewError(IndexErrorClass, "Replacement index %d out of range for positional args tuple", index)
	}
	return f.args[index], nil
}

func (f *fieldFormat) checkNumbering(empty bool) error {
	now := manual
	if empty {
		now = automatic
	}
	switch {
	case f.numbering == notNumbered:
		f.numbering = now
	case f.numbering == now:
	case empty:
		return ValueError("cannot switch from manual field specification to automatic field numbering")
	default:
		return ValueError("cannot switch from automatic field numbering to manual field specification")
	}
	return nil
}

// fieldNumber returns the number that a name is, or -1.
func fieldNumber(name string) (int, error) {
	n := -1
	for i := 0; i < len(name); {
		c, w := runeAt(name, i)
		d, ok := decimalValue(c)
		if !ok {
			return -1, nil
		}
		if n = max(n, 0)*10 + d; n >= 1<<59 {
			return 0, ValueError("Too many decimal digits in format string")
		}
		i += w
	}
	return n, nil
}

// step follows one .attribute or [key].
func (f *fieldFormat) step(v Object, rest string) (Object, string, error) {
	if rest[0] == '.' {
		name := rest[1:]
		rest = ""
		if i := strings.IndexAny(name, ".["); i >= 0 {
			name, rest = name[:i], name[i:]
		}
		if name == "" {
			return nil, "", ValueError("Empty attribute in format string")
		}
		v, err := GetAttr(f.t, v, Intern(name))
		return v, rest, err
	}
	if rest[0] != '[' {
		return nil, "", ValueError("Only '.' or '[' may follow ']' in format field specifier")
	}
	end := strings.IndexByte(rest, ']')
	if end < 0 {
		return nil, "", ValueError("Missing ']' in format string")
	}
	key := rest[1:end]
	if key == "" {
		return nil, "", ValueError("Empty attribute in format string")
	}
	index, err := fieldNumber(key)
	if err != nil {
		return nil, "", err
	}
	var item Object = NewStr(key)
	if index >= 0 {
		item = Int(index)
	}
	v, err = GetItem(f.t, v, item)
	return v, rest[end+1:], err
}
