package time

import (
	"strconv"
	"strings"
	"time"

	"layerglass/core/python/object"
)

// Parsed is what strptime reads.
type Parsed struct {
	Fields
	// OffsetMicro is the part of a %z distance below a second, in microseconds.
	OffsetMicro int
}

// parser matches a text with a format, directive by directive; where one could end at several places the longest that
// lets the rest match wins.
type parser struct {
	text   string
	layout string
	got    map[byte]string
}

// expanded are the directives that stand for others.
var expanded = strings.NewReplacer("%%", "%%", "%c", "%a %b %d %H:%M:%S %Y", "%x", "%m/%d/%y", "%X", "%H:%M:%S")

// Parse reads a text in a format.
func Parse(text, layout string) (*Parsed, error) {
	for i := 0; i < len(layout); i++ {
		if layout[i] != '%' {
			continue
		}
		i++
		if i == len(layout) {
			return nil, object.ValueError("stray %% in format %s", object.QuoteStr(layout))
		}
		if !strings.ContainsRune("aAbBcdfGHIjmMpSuUVwWxXyYzZ%", rune(layout[i])) {
			return nil, object.ValueError("%s is a bad directive in format %s", object.QuoteStr(layout[i:i+1]), object.QuoteStr(layout))
		}
	}
	p := parser{text: text, layout: expanded.Replace(layout), got: map[byte]string{}}
	end, ok := p.match(0, 0)
	if !ok {
		return nil, object.ValueError("time data %s does not match format %s", object.QuoteStr(text), object.QuoteStr(layout))
	}
	if end < len(text) {
		return nil, object.ValueError("unconverted data remains: %s", text[end:])
	}
	return p.result()
}

func space(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// match matches the layout from l with the text from at and returns where the text's part ends.
func (p *parser) match(l, at int) (int, bool) {
	if l == len(p.layout) {
		return at, true
	}
	c := p.layout[l]
	switch {
	case c == '%' && p.layout[l+1] == '%':
		if at < len(p.text) && p.text[at] == '%' {
			return p.match(l+2, at+1)
		}
		return 0, false
	case c == '%':
		return p.directive(p.layout[l+1], l+2, at)
	case space(c):
		for l < len(p.layout) && space(p.layout[l]) {
			l++
		}
		end := at
		for end < len(p.text) && space(p.text[end]) {
			end++
		}
		for ; end > at; end-- {
			if e, ok := p.match(l, end); ok {
				return e, true
			}
		}
		return 0, false
	}
	if at < len(p.text) && lower(p.text[at]) == lower(c) {
		return p.match(l+1, at+1)
	}
	return 0, false
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

// directive tries the texts that a directive may stand for.
func (p *parser) directive(c byte, l, at int) (int, bool) {
	for _, n := range candidates(c, p.text[at:]) {
		old, had := p.got[c]
		p.got[c] = p.text[at : at+n]
		if end, ok := p.match(l, at+n); ok {
			return end, true
		}
		delete(p.got, c)
		if had {
			p.got[c] = old
		}
	}
	return 0, false
}

// candidates lists the lengths of the texts at the start of s that directive c may stand for, in the order to try.
func candidates(c byte, s string) []int {
	switch c {
	case 'a', 'A':
		return words(s, Days[:], c == 'a')
	case 'b', 'B':
		return words(s, Months[:], c == 'b')
	case 'p':
		return words(s, []string{"am", "pm"}, false)
	case 'Z':
		return words(s, []string{"utc", "gmt"}, false)
	case 'z':
		return offsets(s)
	case 'f':
		return digits(s, 1, 6, 0, 999999, false)
	case 'Y', 'G':
		return digits(s, 4, 4, 0, 9999, false)
	case 'y':
		return digits(s, 2, 2, 0, 99, false)
	case 'd':
		return digits(s, 1, 2, 1, 31, true)
	case 'm':
		return digits(s, 1, 2, 1, 12, false)
	case 'H':
		return digits(s, 1, 2, 0, 23, false)
	case 'I':
		return digits(s, 1, 2, 1, 12, false)
	case 'M':
		return digits(s, 1, 2, 0, 59, false)
	case 'S':
		return digits(s, 1, 2, 0, 61, false)
	case 'j':
		return digits(s, 1, 3, 1, 366, false)
	case 'U', 'W':
		return digits(s, 1, 2, 0, 53, false)
	case 'V':
		return digits(s, 1, 2, 1, 53, false)
	case 'w':
		return digits(s, 1, 1, 0, 6, false)
	case 'u':
		return digits(s, 1, 1, 1, 7, false)
	}
	return nil
}

// words finds which of the names stands at the start of s, whatever its case; short asks for the first three letters.
func words(s string, names []string, short bool) []int {
	for _, n := range names {
		if short {
			n = n[:3]
		}
		if len(s) >= len(n) && strings.EqualFold(s[:len(n)], n) {
			return []int{len(n)}
		}
	}
	return nil
}

// digits finds numbers of least to most digits within bounds, the longest first. A leading space may stand for a zero.
func digits(s string, least, most, low, high int, spaced bool) []int {
	var list []int
	for n := most; n >= least; n-- {
		if len(s) < n {
			continue
		}
		text := s[:n]
		if spaced && n == 2 && text[0] == ' ' {
			text = text[1:]
		}
		v, err := strconv.Atoi(text)
		if err == nil && text[0] != '+' && text[0] != '-' && v >= low && v <= high {
			list = append(list, n)
		}
	}
	return list
}

// offsets finds Z, or +hh:mm with optional colons, seconds and their parts.
func offsets(s string) []int {
	if s != "" && (s[0] == 'Z' || s[0] == 'z') {
		return []int{1}
	}
	if s == "" || s[0] != '+' && s[0] != '-' {
		return nil
	}
	two := func(at int) bool { return len(s) >= at+2 && isDigit(s[at]) && isDigit(s[at+1]) }
	skip := func(at int) int {
		if at < len(s) && s[at] == ':' {
			return at + 1
		}
		return at
	}
	if !two(1) || !two(skip(3)) || s[skip(3)] > '5' {
		return nil
	}
	end := skip(3) + 2
	list := []int{end}
	if at := skip(end); two(at) && s[at] <= '5' {
		end = at + 2
		list = append([]int{end}, list...)
		n := end
		if n < len(s) && s[n] == '.' {
			for n++; n < len(s) && n < end+7 && isDigit(s[n]); n++ {
			}
			if n > end+1 {
				list = append([]int{n}, list...)
			}
		}
	}
	return list
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number returns what a directive read, or missing.
func (p *parser) number(c byte, missing int) int {
	s, ok := p.got[c]
	if !ok {
		return missing
	}
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil {
		return missing
	}
	return n
}

func (p *parser) name(c byte, names []string) (int, bool) {
	s, ok := p.got[c]
	if !ok {
		return 0, false
	}
	for i, n := range names {
		if strings.EqualFold(n[:min(3, len(n))], s[:min(3, len(s))]) {
			return i, true
		}
	}
	return 0, false
}

// result works out the parts that the directives leave open.
func (p *parser) result() (*Parsed, error) {
	r := &Parsed{}
	r.DST = -1
	r.Month, r.Day = p.number('m', 1), p.number('d', 1)
	year, hasYear := p.year()
	for _, c := range []byte{'b', 'B'} {
		if i, ok := p.name(c, Months[:]); ok {
			r.Month = i + 1
		}
	}
	r.Hour, r.Minute, r.Second = p.number('H', 0), p.number('M', 0), p.number('S', 0)
	p.twelveHours(r)
	if s, ok := p.got['f']; ok {
		r.Micro, _ = strconv.Atoi((s + "000000")[:6])
	}
	if z, ok := p.got['Z']; ok {
		r.DST = 0
		r.Zone = strings.ToUpper(z)
	}
	if z, ok := p.got['z']; ok {
		r.offset(z)
	}
	return r, p.date(r, year, hasYear)
}

func (p *parser) year() (int, bool) {
	if _, ok := p.got['Y']; ok {
		return p.number('Y', 0), true
	}
	if _, ok := p.got['y']; ok {
		y := p.number('y', 0)
		if y <= 68 {
			return 2000 + y, true
		}
		return 1900 + y, true
	}
	return 1900, false
}

func (p *parser) twelveHours(r *Parsed) {
	if _, ok := p.got['I']; !ok {
		return
	}
	r.Hour = p.number('I', 0) % 12
	if strings.EqualFold(p.got['p'], "pm") {
		r.Hour += 12
	}
}

// offset reads a %z text.
func (f *Parsed) offset(z string) {
	f.HasOffset = true
	if z[0] == 'Z' || z[0] == 'z' {
		return
	}
	s := strings.ReplaceAll(z[1:], ":", "")
	part := func(i int) int {
		if len(s) < i+2 {
			return 0
		}
		n, _ := strconv.Atoi(s[i : i+2])
		return n
	}
	f.Seconds = part(0)*3600 + part(2)*60 + part(4)
	if len(s) > 7 {
		f.OffsetMicro, _ = strconv.Atoi((s[7:] + "000000")[:6])
	}
	if z[0] == '-' {
		f.Seconds, f.OffsetMicro = -f.Seconds, -f.OffsetMicro
	}
}

// date works out the day: given by month and day, by the number of the day in the year, or by week and weekday.
func (p *parser) date(r *Parsed, year int, hasYear bool) error {
	weekday := -1
	for _, c := range []byte{'a', 'A'} {
		if i, ok := p.name(c, Days[:]); ok {
			weekday = i
		}
	}
	if n := p.number('w', -1); n >= 0 {
		weekday = (n + 6) % 7
	}
	if n := p.number('u', -1); n >= 0 {
		weekday = n - 1
	}
	if _, ok := p.got['G']; ok {
		if _, week := p.got['V']; !week || weekday < 0 {
			return object.ValueError("%s", "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
		}
		day := isoDay(p.number('G', 0), p.number('V', 1), weekday)
		r.Year, r.Month, r.Day = day.Year(), int(day.Month()), day.Day()
		return r.fillDay()
	}
	if _, week := p.got['V']; week {
		return object.ValueError("%s", "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
	}
	r.Year = year
	yearDay := p.number('j', 0)
	for _, c := range []byte{'U', 'W'} {
		if week := p.number(c, -1); week >= 0 && weekday >= 0 && hasYear {
			yearDay = dayOfWeek(year, week, weekday, c == 'W')
		}
	}
	if yearDay != 0 {
		day := time.Date(year, 1, yearDay, 0, 0, 0, 0, time.UTC)
		r.Year, r.Month, r.Day = day.Year(), int(day.Month()), day.Day()
	}
	if !hasYear && r.Month == 2 && r.Day == 29 {
		r.Year = 1904 // a leap year, so that the day exists
		defer func() { r.Year = 1900 }()
	}
	return r.fillDay()
}

func isoDay(year, week, weekday int) time.Time {
	fourth := time.Date(year, 1, 4, 0, 0, 0, 0, time.UTC)
	return fourth.AddDate(0, 0, (week-1)*7+weekday-(int(fourth.Weekday())+6)%7)
}

// dayOfWeek returns the number in the year of a day that is given by week and weekday.
func dayOfWeek(year, week, weekday int, monday bool) int {
	first := (int(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
	if !monday {
		first = (first + 1) % 7
		weekday = (weekday + 1) % 7
	}
	if week == 0 {
		return 1 + weekday - first
	}
	return 1 + (7-first)%7 + 7*(week-1) + weekday
}

func (f *Parsed) fillDay() error {
	day := time.Date(f.Year, time.Month(f.Month), f.Day, 0, 0, 0, 0, time.UTC)
	if day.Day() != f.Day {
		return object.ValueError("day is out of range for month")
	}
	f.Weekday, f.YearDay = (int(day.Weekday())+6)%7, day.YearDay()
	return nil
}
