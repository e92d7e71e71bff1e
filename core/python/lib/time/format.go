package time

import (
	"strconv"
	"strings"
	"time"
)

// The names of days and months, as the C locale has them.
var (
	Days   = [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	Months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

func pad(n, width int, with byte) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = string(with) + s
	}
	return s
}

// Format writes the time in a format of strftime's. %f is for package datetime, which replaces it before.
func Format(layout string, f *Fields) string {
	var b strings.Builder
	for i := 0; i < len(layout); i++ {
		if layout[i] != '%' || i+1 == len(layout) {
			b.WriteByte(layout[i])
			continue
		}
		i++
		noPad := layout[i] == '-' && i+1 < len(layout)
		if noPad {
			i++
		}
		s, ok := f.directive(layout[i])
		switch {
		case !ok && noPad:
			b.WriteString("%-" + layout[i:i+1])
		case !ok:
			b.WriteString("%" + layout[i:i+1])
		case noPad:
			if s = strings.TrimLeft(s, "0 "); s == "" {
				s = "0"
			}
			b.WriteString(s)
		default:
			b.WriteString(s)
		}
	}
	return b.String()
}

// composed are the directives that stand for others.
var composed = map[byte]string{'c': "%a %b %e %H:%M:%S %Y", 'x': "%m/%d/%y", 'X': "%H:%M:%S", 'D': "%m/%d/%y", 'F': "%Y-%m-%d", 'T': "%H:%M:%S",
	'R': "%H:%M", 'r': "%I:%M:%S %p", 'h': "%b"}

func (f *Fields) directive(c byte) (string, bool) {
	if s, ok := composed[c]; ok {
		return Format(s, f), true
	}
	if s, ok := f.clockDirective(c); ok {
		return s, true
	}
	day := (f.Weekday + 1) % 7 // Sunday is 0
	switch c {
	case 'a':
		return Days[f.Weekday][:3], true
	case 'A':
		return Days[f.Weekday], true
	case 'b':
		return Months[f.Month-1][:3], true
	case 'B':
		return Months[f.Month-1], true
	case 'd':
		return pad(f.Day, 2, '0'), true
	case 'e':
		return pad(f.Day, 2, ' '), true
	case 'j':
		return pad(f.YearDay, 3, '0'), true
	case 'm':
		return pad(f.Month, 2, '0'), true
	case 'U':
		return pad((f.YearDay-1+7-day)/7, 2, '0'), true
	case 'W':
		return pad((f.YearDay-1+7-f.Weekday)/7, 2, '0'), true
	case 'w':
		return strconv.Itoa(day), true
	case 'u':
		return strconv.Itoa(f.Weekday + 1), true
	case 'y':
		return pad((f.Year%100+100)%100, 2, '0'), true
	case 'Y':
		return strconv.Itoa(f.Year), true
	case 'C':
		return pad(f.Year/100, 2, '0'), true
	case 'G', 'V', 'g':
		return f.isoDirective(c), true
	}
	return "", false
}

func (f *Fields) clockDirective(c byte) (string, bool) {
	switch c {
	case 'H':
		return pad(f.Hour, 2, '0'), true
	case 'I':
		return pad((f.Hour+11)%12+1, 2, '0'), true
	case 'k':
		return pad(f.Hour, 2, ' '), true
	case 'l':
		return pad((f.Hour+11)%12+1, 2, ' '), true
	case 'M':
		return pad(f.Minute, 2, '0'), true
	case 'S':
		return pad(f.Second, 2, '0'), true
	case 'p', 'P':
		s := "AM"
		if f.Hour >= 12 {
			s = "PM"
		}
		if c == 'P' {
			s = strings.ToLower(s)
		}
		return s, true
	case 's':
		return strconv.FormatInt(f.date().Unix()-int64(f.Seconds), 10), true
	case 'Z':
		return f.Zone, true
	case 'z':
		return f.Offset, true
	case 'n':
		return "\n", true
	case 't':
		return "\t", true
	case '%':
		return "%", true
	}
	return "", false
}

func (f *Fields) date() time.Time {
	return time.Date(f.Year, time.Month(f.Month), f.Day, f.Hour, f.Minute, f.Second, 0, time.UTC)
}

func (f *Fields) isoDirective(c byte) string {
	year, week := time.Date(f.Year, 1, f.YearDay, 0, 0, 0, 0, time.UTC).ISOWeek()
	switch c {
	case 'G':
		return strconv.Itoa(year)
	case 'g':
		return pad(year%100, 2, '0')
	}
	return pad(week, 2, '0')
}
