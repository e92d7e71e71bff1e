package csv

import "layerglass/core/python/object"

// reader is the iterator over rows that csv.reader makes.
type reader struct {
	*dialect
	lines object.Object
	count int

	row     []object.Object
	field   []byte
	state   readState
	numeric bool // the field had no quotes
}

type readState uint8

const (
	startRow readState = iota
	startField
	inField
	inQuotes
	afterQuote    // a quotation mark inside quotes: the end, or half of a pair
	escaped       // behind an escape character
	escapedQuoted // the same inside quotes
	endOfLine     // behind \r or \n, where nothing but line ends may follow
)

var readerClass = object.NewType("reader", "_csv", nil).Final().Dotted()

// Class returns the type of readers.
func (*reader) Class() *object.Class { return readerClass }

// Iter returns the reader itself.
func (r *reader) Iter(*object.Thread) (object.Object, error) { return r, nil }

// Next reads the next row, of as many lines as it takes.
func (r *reader) Next(t *object.Thread) (object.Object, error) {
	r.row, r.field, r.state, r.numeric = nil, nil, startRow, false
	for {
		v, err := object.Next(t, r.lines)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return r.end(t)
		}
		line, ok := object.AsString(v)
		if !ok {
			return nil, csvError("iterator should return strings, not %s (the file should be opened in text mode)", v.Class().Name)
		}
		r.count++
		if err := t.Spend(int64(len(line)/4 + 1)); err != nil {
			return nil, err
		}
		for i := 0; i < len(line); {
			c, w := object.DecodeRune(line, i)
			if err := r.take(t, c); err != nil {
				return nil, err
			}
			i += w
		}
		if err := r.take(t, -1); err != nil {
			return nil, err
		}
		if r.state == startRow {
			return object.NewList(r.row...), nil
		}
	}
}

// end is the end of the lines inside a row or between rows.
func (r *reader) end(t *object.Thread) (object.Object, error) {
	if len(r.field) == 0 && r.state != inQuotes {
		return nil, nil
	}
	if r.strict {
		return nil, csvError("unexpected end of data")
	}
	if err := r.save(t); err != nil {
		return nil, err
	}
	return object.NewList(r.row...), nil
}

// save ends a field.
func (r *reader) save(t *object.Thread) error {
	var v object.Object = object.NewStr(string(r.field))
	r.field = nil
	if r.numeric {
		r.numeric = false
		f, err := object.ToFloat(t, v)
		if err != nil {
			return err
		}
		v = object.Float(f)
	}
	r.row = append(r.row, v)
	return t.Alloc(32)
}

func (r *reader) add(c rune) { r.field = object.AppendRune(r.field, c) }

func isLineEnd(c rune) bool { return c == '\n' || c == '\r' || c < 0 }

// take takes one character; -1 is the end of a line.
func (r *reader) take(t *object.Thread, c rune) error {
	switch r.state {
	case startRow:
		if c < 0 {
			return nil
		}
		if isLineEnd(c) {
			r.state = endOfLine
			return nil
		}
		r.state = startField
		return r.begin(t, c)
	case startField:
		return r.begin(t, c)
	case escaped:
		return r.takeEscaped(c)
	case inField:
		return r.inside(t, c)
	case inQuotes:
		r.quoted(c)
	case escapedQuoted:
		if c < 0 {
			c = '\n'
		}
		r.add(c)
		r.state = inQuotes
	case afterQuote:
		return r.behindQuote(t, c)
	case endOfLine:
		switch {
		case c < 0:
			r.state = startRow
		case !isLineEnd(c):
			return csvError("new-line character seen in unquoted field - do you need to open the file in universal-newline mode?")
		}
	}
	return nil
}

func (r *reader) begin(t *object.Thread, c rune) error {
	switch {
	case isLineEnd(c):
		return r.finish(t, c)
	case c == r.quote && r.quoting != quoteNone && r.quote != 0:
		r.state = inQuotes
	case c == r.escape && r.escape != 0:
		r.state = escaped
	case c == ' ' && r.skipInitialSpace:
	case c == r.delimiter:
		return r.save(t)
	default:
		r.numeric = r.quoting == quoteNonNumeric
		r.add(c)
		r.state = inField
	}
	return nil
}

// finish ends field and row.
func (r *reader) finish(t *object.Thread, c rune) error {
	r.state = endOfLine
	if c < 0 {
		r.state = startRow
	}
	return r.save(t)
}

func (r *reader) takeEscaped(c rune) error {
	if c == '\n' || c == '\r' {
		r.add(c)
		r.state = inField
		return nil
	}
	if c < 0 {
		c = '\n'
	}
	r.add(c)
	r.state = inField
	return nil
}

func (r *reader) inside(t *object.Thread, c rune) error {
	switch {
	case isLineEnd(c):
		return r.finish(t, c)
	case c == r.escape && r.escape != 0:
		r.state = escaped
	case c == r.delimiter:
		r.state = startField
		return r.save(t)
	default:
		r.add(c)
	}
	return nil
}

func (r *reader) quoted(c rune) {
	switch {
	case c < 0:
	case c == r.escape && r.escape != 0:
		r.state = escapedQuoted
	case c == r.quote && r.doubleQuote:
		r.state = afterQuote
	case c == r.quote:
		r.state = inField
	default:
		r.add(c)
	}
}

func (r *reader) behindQuote(t *object.Thread, c rune) error {
	switch {
	case c == r.quote && r.quoting != quoteNone:
		r.add(c)
		r.state = inQuotes
	case c == r.delimiter:
		r.state = startField
		return r.save(t)
	case isLineEnd(c):
		return r.finish(t, c)
	case !r.strict:
		r.add(c)
		r.state = inField
	default:
		return csvError("'%c' expected after '%c'", r.delimiter, r.quote)
	}
	return nil
}

// writer is what csv.writer makes.
type writer struct {
	*dialect
	write object.Object
}

var writerClass = object.NewType("writer", "_csv", nil).Final().Dotted()

// Class returns the type of writers.
func (*writer) Class() *object.Class { return writerClass }

// text returns the text of a value and whether it is a number.
func text(t *object.Thread, o object.Object) (s string, number bool, err error) {
	switch x := object.Of(o).(type) {
	case *object.Str:
		return x.String(), false, nil
	case *object.NoneType:
		return "", false, nil
	case object.Float:
		s, err = object.Repr(t, o)
		return s, true, err
	}
	_, number = object.AsFloat64(o)
	s, err = object.ToStr(t, o)
	return s, number || object.AsBig(o) != nil, err
}

// line returns a row as it is written.
func (w *writer) line(t *object.Thread, row object.Object) (string, error) {
	var out []byte
	n := 0
	err := object.Iterate(t, row, func(o object.Object) (bool, error) {
		s, number, err := text(t, o)
		if err != nil {
			return false, err
		}
		if n > 0 {
			out = object.AppendRune(out, w.delimiter)
		}
		n++
		quoted := w.quoting == quoteAll || w.quoting == quoteNonNumeric && !number
		out, err = w.field(out, s, quoted)
		return true, err
	})
	if object.IsKind(err, object.TypeErrorClass) && n == 0 {
		return "", csvError("iterable expected, not %s", row.Class().Name)
	}
	if n == 1 && len(out) == 0 { // an empty line would be no row
		if w.quoting == quoteNone {
			return "", csvError("single empty field record must be quoted")
		}
		out = object.AppendRune(object.AppendRune(out, w.quote), w.quote)
	}
	return string(out) + w.terminator, err
}

// field adds a field, with quotes if it must have them.
func (w *writer) field(out []byte, s string, quoted bool) ([]byte, error) {
	var body []byte
	for i := 0; i < len(s); {
		c, width := object.DecodeRune(s, i)
		i += width
		special := c == w.delimiter || c == w.escape && w.escape != 0 || c == w.quote && w.quote != 0 || c == '\n' || c == '\r'
		for _, e := range w.terminator {
			special = special || c == e
		}
		if special {
			escape := w.quoting == quoteNone
			switch {
			case escape:
			case c == w.quote && w.doubleQuote:
				body = object.AppendRune(body, w.quote)
			case c == w.quote || c == w.escape && w.escape != 0:
				escape = true
			}
			if escape {
				if w.escape == 0 {
					return nil, csvError("need to escape, but no escapechar set")
				}
				body = object.AppendRune(body, w.escape)
			} else {
				quoted = true
			}
		}
		body = object.AppendRune(body, c)
	}
	if !quoted {
		return append(out, body...), nil
	}
	out = object.AppendRune(out, w.quote)
	return object.AppendRune(append(out, body...), w.quote), nil
}

func (w *writer) row(t *object.Thread, row object.Object) (object.Object, error) {
	s, err := w.line(t, row)
	if err != nil {
		return nil, err
	}
	return object.Call(t, w.write, object.NewStr(s))
}

func init() {
	readerClass.Protocols(&reader{})
	readerClass.Getter("line_num", "The number of lines read.", func(_ *object.Thread, o object.Object) (object.Object, error) {
		return object.Int(o.(*reader).count), nil
	})
	writerClass.Methods(
		object.Func("writerow", "(self, row, /)", "Writes a row.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return a[0].(*writer).row(t, a[1])
		}),
		object.Func("writerows", "(self, rows, /)", "Writes rows.", func(t *object.Thread, a []object.Object) (object.Object, error) {
			return object.None, object.Iterate(t, a[1], func(row object.Object) (bool, error) {
				_, err := a[0].(*writer).row(t, row)
				return true, err
			})
		}),
	)
	dialectOf := func(name string, get func(o object.Object) *dialect) *object.GetSet {
		return &object.GetSet{Name: name, Doc: "How the file is written.", Get: func(t *object.Thread, o object.Object) (object.Object, error) {
			c, err := object.NewClass(t, "Dialect", "_csv", []*object.Class{dialectClass}, get(o).namespace(), nil)
			if err != nil {
				return nil, err
			}
			return object.Call(t, c)
		}}
	}
	readerClass.Set("dialect", dialectOf("dialect", func(o object.Object) *dialect { return o.(*reader).dialect }))
	writerClass.Set("dialect", dialectOf("dialect", func(o object.Object) *dialect { return o.(*writer).dialect }))
}
