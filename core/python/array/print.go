package array

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// PrintOptions are numpy's print options.
type PrintOptions struct {
	Precision, Threshold, EdgeItems, LineWidth int
	Suppress                                   bool
	NaN, Inf                                   string
	Sign                                       byte   // '-', '+' or ' '
	FloatMode                                  string // fixed, unique, maxprec, maxprec_equal
	// Object gives the text of an element of an Object array.
	Object func(v any) string
	// Custom, if it returns a function for an array, formats each of its elements (numpy's formatter option).
	Custom func(a *Array) func(v any) string
}

// DefaultPrintOptions are the options before a program sets any.
func DefaultPrintOptions() PrintOptions {
	return PrintOptions{Precision: 8, Threshold: 1000, EdgeItems: 3, LineWidth: 75, NaN: "nan", Inf: "inf", Sign: '-', FloatMode: "maxprec"}
}

// Repr returns the array as numpy's repr shows it.
func Repr(a *Array, o PrintOptions) string { return ReprNamed(a, "array", o) }

// ReprNamed is Repr with another name before the bracket.
func ReprNamed(a *Array, name string, o PrintOptions) string {
	prefix := name + "("
	text := Format(a, o, ", ", prefix, ")")
	var extras []string
	if size := a.Size(); size == 0 && (len(a.shape) != 1) || size > o.Threshold {
		extras = append(extras, "shape="+ShapeString(a.shape))
	}
	if !impliedDtype(a.dtype) || a.Size() == 0 {
		extras = append(extras, "dtype="+DtypeRepr(a))
	}
	if len(extras) == 0 {
		return prefix + text + ")"
	}
	text = prefix + text + ","
	extra := strings.Join(extras, ", ") + ")"
	last := utf8.RuneCountInString(text[strings.LastIndexByte(text, '\n')+1:])
	if last+len(extra)+1 > o.LineWidth {
		return text + "\n" + strings.Repeat(" ", len(prefix)) + extra
	}
	return text + " " + extra
}

// impliedDtype reports whether the elements' text alone tells the dtype.
func impliedDtype(d Dtype) bool {
	return d == Int64 || d == Float64 || d == Complex128 || d == Bool
}

// DtypeRepr returns the dtype as array's repr names it.
func DtypeRepr(a *Array) string {
	if a.dtype == Str {
		return "'<U" + itoa(a.width) + "'"
	}
	return a.dtype.String()
}

// Text returns the array as numpy's str shows it.
func Text(a *Array, o PrintOptions) string {
	if len(a.shape) == 0 {
		if a.dtype == Object && o.Object != nil {
			return o.Object(a.Getter()(0))
		}
		return a.elementText()(0)
	}
	return Format(a, o, " ", "", "")
}

// Format returns the bracketed elements. Lines are aligned behind prefix and leave room for suffix.
func Format(a *Array, o PrintOptions, separator, prefix, suffix string) string {
	o.LineWidth -= utf8.RuneCountInString(suffix)
	if a.Size() == 0 {
		return "[]"
	}
	shown := a
	summary := a.Size() > o.Threshold
	if summary {
		shown = a.corners(o.EdgeItems)
	}
	w := &arrayWriter{a: a, opts: o, separator: separator, summary: summary, element: elementFormat(shown, o)}
	return w.write(0, a.offset, strings.Repeat(" ", utf8.RuneCountInString(prefix)+1), o.LineWidth)
}

// corners keeps the first and last few positions of each long dimension. The longest go first, which leaves little to
// the others.
func (a *Array) corners(edge int) *Array {
	axes := make([]int, len(a.shape))
	for i := range axes {
		axes[i] = i
	}
	slices.SortFunc(axes, func(i, j int) int { return a.shape[j] - a.shape[i] })
	v := a
	for _, axis := range axes {
		n := a.shape[axis]
		if n <= 2*edge {
			continue
		}
		index := make([]int, 0, 2*edge)
		for i := range edge {
			index = append(index, i)
		}
		for i := n - edge; i < n; i++ {
			index = append(index, i)
		}
		if t, err := v.takeAlong(index, axis); err == nil {
			v = t
		}
	}
	return v
}

// arrayWriter lays out the text of an array.
type arrayWriter struct {
	a         *Array
	opts      PrintOptions
	separator string
	summary   bool
	element   func(a *Array, at int) string
}

// write returns dimension axis and those behind it, for the element at offset.
func (w *arrayWriter) write(axis, offset int, indent string, width int) string {
	left := len(w.a.shape) - axis
	if left == 0 {
		return w.element(w.a, offset)
	}
	n := w.a.shape[axis]
	lead, trail := 0, n
	cutOut := w.summary && 2*w.opts.EdgeItems < n
	if cutOut {
		lead, trail = w.opts.EdgeItems, w.opts.EdgeItems
	}
	item := func(i int) string {
		return w.write(axis+1, offset+i*w.a.strides[axis], indent+" ", width-1)
	}
	var b strings.Builder
	if left == 1 {
		w.writeRow(&b, item, n, lead, trail, cutOut, indent, width)
	} else {
		lineSep := strings.TrimRight(w.separator, " ") + strings.Repeat("\n", left-1)
		for i := range lead {
			b.WriteString(indent + item(i) + lineSep)
		}
		if cutOut {
			b.WriteString(indent + "..." + lineSep)
		}
		for i := n - trail; i < n-1; i++ {
			b.WriteString(indent + item(i) + lineSep)
		}
		if trail > 0 {
			b.WriteString(indent + item(n-1))
		}
	}
	s := b.String()
	return "[" + s[min(len(indent), len(s)):] + "]"
}

func (w *arrayWriter) writeRow(b *strings.Builder, item func(int) string, n, lead, trail int, cutOut bool, indent string, width int) {
	width -= max(len(strings.TrimRight(w.separator, " ")), 1)
	line := lineWriter{b: b, indent: indent, width: width}
	line.start(indent)
	for i := range lead {
		line.word(item(i))
		line.add(w.separator)
	}
	if cutOut {
		line.word("...")
		line.add(w.separator)
	}
	for i := n - trail; i < n-1; i++ {
		line.word(item(i))
		line.add(w.separator)
	}
	if trail > 0 {
		line.word(item(n - 1))
	}
	b.WriteString(line.text)
}

// lineWriter fills lines up to a width.
type lineWriter struct {
	b      *strings.Builder
	indent string
	width  int
	text   string
	length int
}

func (l *lineWriter) start(text string) {
	l.text, l.length = text, utf8.RuneCountInString(text)
}

func (l *lineWriter) add(s string) {
	l.text += s
	l.length += utf8.RuneCountInString(s)
}

func (l *lineWriter) word(s string) {
	words := strings.Split(s, "\n")
	longest := 0
	for _, x := range words {
		longest = max(longest, utf8.RuneCountInString(x))
	}
	if l.length+longest > l.width && l.length > len(l.indent) {
		l.b.WriteString(strings.TrimRight(l.text, " ") + "\n")
		l.start(l.indent)
	}
	if len(words) == 1 {
		l.add(s)
		return
	}
	hang := strings.Repeat(" ", l.length)
	for i, x := range words {
		if i > 0 {
			l.b.WriteString(strings.TrimRight(l.text, " ") + "\n")
			l.start(hang)
		}
		l.add(x)
	}
	l.add(strings.Repeat(" ", longest-utf8.RuneCountInString(words[len(words)-1])))
}

// elementFormat returns the function that writes one element, aligned with the others that are shown.
func elementFormat(shown *Array, o PrintOptions) func(a *Array, at int) string {
	if o.Custom != nil {
		if f := o.Custom(shown); f != nil {
			return func(a *Array, at int) string { return f(a.value(at)) }
		}
	}
	switch d := shown.dtype; {
	case d == Bool:
		return boolFormat(len(shown.shape) == 0)
	case d.IsInteger():
		return integerFormat(shown, o.Sign)
	case d == BFloat16:
		return func(a *Array, at int) string { return bfloatText(float64(a.data.(vec[BF16])[at].Float32())) }
	case d.IsFloat():
		f := newFloatFormat(floatsOf(shown), d, o)
		return func(a *Array, at int) string { return f.text(a.float(at)) }
	case d.IsComplex():
		return complexFormat(shown, o)
	case d == Str:
		return func(a *Array, at int) string { return Quote(a.data.(vec[string])[at]) }
	}
	return func(a *Array, at int) string {
		if o.Object == nil {
			return "?"
		}
		return o.Object(a.data.(vec[any])[at])
	}
}

// value returns the element at a place of the memory, as Getter does.
func (a *Array) value(at int) any {
	return a.view([]int{}, []int{}, at).Getter()(0)
}

// float returns the element at a place of the memory of a real floating array.
func (a *Array) float(at int) float64 {
	switch d := a.data.(type) {
	case vec[F16]:
		return float64(d[at].Float32())
	case vec[float32]:
		return float64(d[at])
	case vec[float64]:
		return d[at]
	}
	return math.NaN()
}

func floatsOf(a *Array) []float64 {
	f, err := Float64s(a)
	if err != nil {
		return nil
	}
	return f
}

func boolFormat(scalar bool) func(a *Array, at int) string {
	yes := " True"
	if scalar {
		yes = "True"
	}
	return func(a *Array, at int) string {
		if a.data.(vec[bool])[at] {
			return yes
		}
		return "False"
	}
}

func integerFormat(shown *Array, sign byte) func(a *Array, at int) string {
	text := shown.elementText()
	width, negative := 0, false
	for i := range shown.Size() {
		negative = negative || text(i)[0] == '-'
	}
	plus := ""
	if sign == '+' || sign == ' ' && !negative {
		plus = string(sign)
	}
	signed := func(s string) string {
		if s[0] == '-' {
			return s
		}
		return plus + s
	}
	for i := range shown.Size() {
		width = max(width, len(signed(text(i))))
	}
	return func(a *Array, at int) string {
		s := signed(a.view([]int{}, []int{}, at).elementText()(0))
		return strings.Repeat(" ", max(width-len(s), 0)) + s
	}
}

func complexFormat(shown *Array, o PrintOptions) func(a *Array, at int) string {
	part := shown.dtype.Real()
	re, err := RealPart(shown)
	if err != nil {
		return nil
	}
	im, err := ImagPart(shown)
	if err != nil {
		return nil
	}
	reFormat := newFloatFormat(floatsOf(re), part, o)
	o.Sign = '+'
	imFormat := newFloatFormat(floatsOf(im), part, o)
	return func(a *Array, at int) string {
		v, _ := a.value(at).(complex128)
		i := imFormat.text(imag(v))
		end := len(strings.TrimRight(i, " "))
		return reFormat.text(real(v)) + i[:end] + "j" + i[end:]
	}
}

// Quote returns the text as Python's repr shows it.
func Quote(s string) string {
	quote := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	const hex = "0123456789abcdef"
	b := []byte{quote}
	for _, r := range s {
		switch {
		case r == rune(quote) || r == '\\':
			b = append(b, '\\', byte(r))
		case r == '\n':
			b = append(b, `\n`...)
		case r == '\r':
			b = append(b, `\r`...)
		case r == '\t':
			b = append(b, `\t`...)
		case r < ' ' || r == 0x7f || r > 0x7f && r < 0x100 && !unicode.IsPrint(r):
			b = append(b, '\\', 'x', hex[r>>4&15], hex[r&15])
		case r > 0x7f && !unicode.IsPrint(r) && r < 0x10000:
			b = append(b, '\\', 'u', hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(append(b, quote))
}
