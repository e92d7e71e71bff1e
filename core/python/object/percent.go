package object

import (
	"math"
	"strings"
)

// FormatPercent returns format % args, for a format that is a str.
func FormatPercent(t *Thread, format string, args Object) (string, error) {
	p := &percentFormat{t: t, format: format, args: args}
	switch x := Of(args).(type) {
	case *Tuple:
		p.list = x.Items
	case *Str:
		p.single = true
	default:
		p.single = true
		if args.Class().Lookup(nameGetItem) != nil {
			p.mapping = args
		}
	}
	return p.run()
}

// formatPercentBytes is FormatPercent for bytes.
func formatPercentBytes(t *Thread, format string, args Object) (string, error) {
	p := &percentFormat{t: t, format: format, args: args, bytes: true}
	switch x := Of(args).(type) {
	case *Tuple:
		p.list = x.Items
	case *Str, *Bytes, *ByteArray:
		p.single = true
	default:
		p.single = true
		if args.Class().Lookup(nameGetItem) != nil {
			p.mapping = args
		}
	}
	return p.run()
}

// percentFormat is one % operation under way.
type percentFormat struct {
	t       *Thread
	format  string
	at      int // next byte of format
	out     strings.Builder
	bytes   bool // format and result are bytes
	args    Object
	list    []Object // the tuple's items not yet used
	single  bool     // args itself is the one argument left
	mapping Object   // what %(key)s looks into, or nil
}

// percentSpec is one conversion: %[(key)][flags][width][.precision]code.
type percentSpec struct {
	left, plus, blank, alternate, zero bool
	width                              int
	precision                          int // -1: none
	code                               rune
}

func (p *percentFormat) run() (string, error) {
	if err := chargeText(p.t, len(p.format)); err != nil {
		return "", err
	}
	for {
		i := strings.IndexByte(p.format[p.at:], '%')
		if i < 0 {
			p.out.WriteString(p.format[p.at:])
			break
		}
		p.out.WriteString(p.format[p.at : p.at+i])
		p.at += i + 1
		if err := p.convert(); err != nil {
			return "", err
		}
		if err := p.t.Spend(1); err != nil {
			return "", err
		}
	}
	if (p.single || len(p.list) > 0) && p.mapping == nil {
		kind := "string"
		if p.bytes {
			kind = "bytes"
		}
		return "", TypeError("not all arguments converted during %s formatting", kind)
	}
	return p.out.String(), nil
}

func (p *percentFormat) nextArg() (Object, error) {
	switch {
	case p.single:
		p.single = false
		return p.args, nil
	case len(p.list) > 0:
		v := p.list[0]
		p.list = p.list[1:]
		return v, nil
	}
	return nil, TypeError("not enough arguments for format string")
}

// peek returns the next character of the format, 0 at the end.
func (p *percentFormat) peek() byte {
	if p.at < len(p.format) {
		return p.format[p.at]
	}
	return 0
}

func (p *percentFormat) convert() error {
	if p.peek() == '%' {
		p.at++
		p.out.WriteByte('%')
		return nil
	}
	if p.peek() == '(' {
		if err := p.readKey(); err != nil {
			return err
		}
	}
	s, err := p.readSpec()
	if err != nil {
		return err
	}
	v, err := p.nextArg()
	if err != nil {
		return err
	}
	if s.code == 0 {
		return ValueError("incomplete format")
	}
	return p.convertValue(s, v)
}

// readKey reads (key) and makes the value found under it the only argument.
func (p *percentFormat) readKey() error {
	if p.mapping == nil {
		return TypeError("format requires a mapping")
	}
	p.at++
	start, depth := p.at, 1
	for ; depth > 0 && p.at < len(p.format); p.at++ {
		switch p.format[p.at] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	if depth > 0 {
		return ValueError("incomplete format key")
	}
	key := p.format[start : p.at-1]
	var name Object = NewStr(key)
	if p.bytes {
		name = NewBytes(key)
	}
	v, err := GetItem(p.t, p.mapping, name)
	p.args, p.single, p.list = v, true, nil
	return err
}

func (p *percentFormat) readSpec() (s percentSpec, err error) {
	s.precision = -1
	p.readFlags(&s)
	if s.width, err = p.readNumber("width too big", math.MaxInt64/20); err != nil {
		return s, err
	}
	if s.width < 0 { // a negative width given by *
		s.left, s.width = true, -s.width
	}
	if p.peek() == '.' {
		p.at++
		if s.precision, err = p.readNumber("precision too big", math.MaxInt32); err != nil {
			return s, err
		}
		s.precision = max(s.precision, 0)
	}
	if c := p.peek(); c == 'h' || c == 'l' || c == 'L' {
		p.at++
	}
	if p.at < len(p.format) {
		w := 1
		s.code = rune(p.format[p.at])
		if !p.bytes {
			s.code, w = runeAt(p.format, p.at)
		}
		p.at += w
		return s, nil
	}
	return s, ValueError("incomplete format")
}

func (p *percentFormat) readFlags(s *percentSpec) {
	for {
		switch p.peek() {
		case '-':
			s.left = true
		case '+':
			s.plus = true
		case ' ':
			s.blank = true
		case '#':
			s.alternate = true
		case '0':
			s.zero = true
		default:
			return
		}
		p.at++
	}
}

// readNumber reads digits, or the next argument for *; 0 if there are none.
func (p *percentFormat) readNumber(tooBig string, limit int64) (int, error) {
	if p.peek() == '*' {
		p.at++
		v, err := p.nextArg()
		if err != nil {
			return 0, err
		}
		n, ok := AsInt64(v)
		if _, big := Of(v).(*BigInt); big {
			return 0, NewError(OverflowErrorClass, "Python int too large to convert to C ssize_t")
		}
		if !ok {
			return 0, TypeError("* wants int")
		}
		if n > limit {
			return 0, ValueError("%s", tooBig)
		}
		return int(n), nil
	}
	n := int64(0)
	for c := p.peek(); '0' <= c && c <= '9'; c = p.peek() {
		p.at++
		if n = n*10 + int64(c-'0'); n > limit {
			return 0, ValueError("%s", tooBig)
		}
	}
	return int(n), nil
}

func (p *percentFormat) convertValue(s percentSpec, v Object) error {
	switch s.code {
	case 's', 'r', 'a', 'b':
		if s.code == 'b' && !p.bytes {
			break
		}
		text, err := p.textOf(s.code, v)
		if err != nil {
			return err
		}
		return p.writeText(s, text)
	case 'c':
		text, err := p.charOf(v)
		if err != nil {
			return err
		}
		s.precision = -1
		return p.writeText(s, text)
	case 'd', 'i', 'u', 'x', 'X', 'o':
		return p.writeInteger(s, v)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		return p.writeFloat(s, v)
	}
	shown := s.code
	if shown < 31 || shown > 126 {
		shown = '?'
	}
	index := p.at - 1
	if !p.bytes {
		index = countRunes(p.format[:p.at]) - 1
	}
	return ValueError("unsupported format character '%s' (0x%s) at index %d", string(shown), hex(uint64(s.code)), index)
}

func (p *percentFormat) textOf(code rune, v Object) (string, error) {
	switch {
	case p.bytes && (code == 's' || code == 'b'):
		if s, ok := bytesLike(v); ok {
			return s, nil
		}
		if v.Class().Lookup(nameBytes) == nil {
			return "", TypeError("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
				v.Class().Name)
		}
		b, err := bytesFrom(p.t, v)
		return string(b), err
	case p.bytes || code == 'a':
		return ASCII(p.t, v)
	case code == 'r':
		return Repr(p.t, v)
	}
	return ToStr(p.t, v)
}

func (p *percentFormat) charOf(v Object) (string, error) {
	if p.bytes {
		return p.byteOf(v)
	}
	if s, ok := Of(v).(*Str); ok {
		if s.RuneCount() == 1 {
			return s.s, nil
		}
		return "", TypeError("%c requires int or char")
	}
	if _, float := Of(v).(Float); float || !isIndex(v) {
		return "", TypeError("%c requires int or char")
	}
	n, err := AsIndex(p.t, v)
	if err != nil {
		return "", err
	}
	i, ok := AsInt64(n)
	if !ok || i < 0 || i > 0x10FFFF {
		return "", NewError(OverflowErrorClass, "%c arg not in range(0x110000)")
	}
	return runeString(rune(i)), nil
}

func (p *percentFormat) byteOf(v Object) (string, error) {
	if s, ok := bytesLike(v); ok && len(s) == 1 {
		return s, nil
	}
	if isIndex(v) {
		n, err := AsIndex(p.t, v)
		if err != nil {
			return "", err
		}
		if i, ok := AsInt64(n); ok && 0 <= i && i < 256 {
			return string([]byte{byte(i)}), nil
		}
		return "", NewError(OverflowErrorClass, "%c arg not in range(256)")
	}
	return "", TypeError("%c requires an integer in range(256) or a single byte")
}

// writeText writes a text cut to the precision and padded with spaces.
func (p *percentFormat) writeText(s percentSpec, text string) error {
	length := len(text)
	if !p.bytes {
		length = countRunes(text)
	}
	if s.precision >= 0 && s.precision < length {
		if p.bytes {
			text = text[:s.precision]
		} else {
			text = firstRunes(text, s.precision)
		}
		length = s.precision
	}
	return p.writePadded(text, length, s)
}

func (p *percentFormat) writePadded(text string, length int, s percentSpec) error {
	before, behind := max(s.width-length, 0), 0
	if s.left {
		before, behind = 0, before
	}
	text, err := padText(p.t, text, " ", before, behind)
	p.out.WriteString(text)
	return err
}

// writeNumber writes a number's sign, prefix and digits, with zeros between them if the flag asks for it.
func (p *percentFormat) writeNumber(s percentSpec, negative bool, prefix, digits string) error {
	sign := ""
	switch {
	case negative:
		sign = "-"
	case s.plus:
		sign = "+"
	case s.blank:
		sign = " "
	}
	head := sign + prefix
	if s.zero && !s.left {
		var err error
		if digits, err = padText(p.t, digits, "0", max(s.width-len(head)-len(digits), 0), 0); err != nil {
			return err
		}
	}
	return p.writePadded(head+digits, len(head)+len(digits), s)
}

func (p *percentFormat) writeInteger(s percentSpec, v Object) error {
	n, err := p.integerOf(s.code, v)
	if err != nil {
		return err
	}
	kind := s.code
	if kind == 'i' || kind == 'u' {
		kind = 'd'
	}
	text, err := integerText(p.t, n, kind)
	if err != nil {
		return err
	}
	digits := strings.TrimPrefix(text, "-")
	negative := len(digits) < len(text)
	if digits, err = padText(p.t, digits, "0", max(s.precision-len(digits), 0), 0); err != nil {
		return err
	}
	prefix := ""
	if s.alternate && kind != 'd' {
		prefix = "0" + string(kind)
	}
	return p.writeNumber(s, negative, prefix, digits)
}

// integerOf converts an argument: %d takes any real number, %x only integers.
func (p *percentFormat) integerOf(code rune, v Object) (Object, error) {
	if n := plainInt(v); n != nil {
		return n, nil
	}
	if code == 'x' || code == 'X' || code == 'o' {
		if !isIndex(v) {
			return nil, TypeError("%%%c format: an integer is required, not %s", code, v.Class().MessageName())
		}
		n, err := AsIndex(p.t, v)
		if err != nil {
			return nil, err
		}
		return plainInt(n), nil
	}
	c := v.Class()
	_, isComplex := Of(v).(Complex)
	if isComplex || c.Lookup(nameInt) == nil && c.Lookup(nameIndex) == nil {
		return nil, TypeError("%%%c format: a real number is required, not %s", code, c.MessageName())
	}
	return ToInt(p.t, v)
}

func (p *percentFormat) writeFloat(s percentSpec, v Object) error {
	var x float64
	var err error
	if p.bytes && v.Class().Lookup(nameFloat) == nil && !isIndex(v) {
		err = TypeError("float argument required, not %s", v.Class().MessageName())
	} else {
		x, err = RealNumber(p.t, v)
	}
	if err != nil {
		return err
	}
	w := floatWriter{kind: byte(s.code), precision: s.precision, alternate: s.alternate}
	if w.precision < 0 {
		w.precision = 6
	}
	text, err := w.text(p.t, x)
	if err != nil {
		return err
	}
	digits := strings.TrimPrefix(text, "-")
	return p.writeNumber(s, len(digits) < len(text), "", digits)
}
