package datetime

import "layerglass/core/python/object"

// isoDay is a date as an ISO text gives it: year, month, day, or year, week, weekday.
type isoDay struct {
	n    [3]int
	week bool
}

// digits reads n digits.
func digits(s string, n int) (value int, rest string, ok bool) {
	if len(s) < n {
		return 0, s, false
	}
	for i := 0; i < n; i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, s, false
		}
		value = value*10 + int(s[i]-'0')
	}
	return value, s[n:], true
}

func skip(s string, c byte) (string, bool) {
	if s != "" && s[0] == c {
		return s[1:], true
	}
	return s, false
}

// isoDate reads a date at the start of a text: 2020-01-31, 20200131, 2020-W05-5 or 2020W055.
func isoDate(s string) (d isoDay, rest string, ok bool) {
	if d.n[0], s, ok = digits(s, 4); !ok {
		return d, s, false
	}
	s, dashed := skip(s, '-')
	if s, d.week = skip(s, 'W'); d.week {
		if d.n[1], s, ok = digits(s, 2); !ok {
			return d, s, false
		}
		d.n[2] = 1
		after, dash := skip(s, '-')
		if dash == dashed {
			if n, rest, ok := digits(after, 1); ok {
				d.n[2] = n
				return d, rest, true
			}
		}
		return d, s, true
	}
	if d.n[1], s, ok = digits(s, 2); !ok {
		return d, s, false
	}
	if dashed {
		if s, ok = skip(s, '-'); !ok {
			return d, s, false
		}
	}
	d.n[2], s, ok = digits(s, 2)
	return d, s, ok
}

// isoTime reads a time of day with a distance from UTC: 10:11:12.5+01:00, 101112Z. ok is false for what is none; err tells
// of a distance that no zone can have.
func isoTime(s string) (h hours, ok bool, err error) {
	h.tz = object.None
	at := len(s)
	for i := 0; i < len(s); i++ {
		if s[i] == '+' || s[i] == '-' || s[i] == 'Z' {
			at = i
			break
		}
	}
	zone := s[at:]
	var n [4]int
	if !isoClock(s[:at], &n) {
		return h, false, nil
	}
	h.h, h.min, h.s, h.us = n[0], n[1], n[2], n[3]
	if zone == "" {
		return h, true, nil
	}
	if zone == "Z" {
		h.tz = utc
		return h, true, nil
	}
	if !isoClock(zone[1:], &n) {
		return h, false, nil
	}
	us := int64(n[0]*3600+n[1]*60+n[2])*perSec + int64(n[3])
	if zone[0] == '-' {
		us = -us
	}
	if us == 0 {
		h.tz = utc
		return h, true, nil
	}
	d, err := newDelta(0, us)
	if err != nil {
		return h, false, err
	}
	z, err := newZone(d)
	if err != nil {
		return h, false, err
	}
	h.tz = z
	return h, true, nil
}

// isoClock reads hours, minutes, seconds and a fraction, with colons or without.
func isoClock(s string, n *[4]int) bool {
	*n = [4]int{}
	var ok bool
	if n[0], s, ok = digits(s, 2); !ok {
		return false
	}
	if s == "" {
		return true
	}
	colon := s[0] == ':'
	for i := 1; i < 3 && s != ""; i++ {
		if s[0] == '.' || s[0] == ',' {
			break
		}
		if colon {
			if s, ok = skip(s, ':'); !ok {
				return false
			}
		}
		if n[i], s, ok = digits(s, 2); !ok {
			return false
		}
		if i == 1 && s != "" && (s[0] == '.' || s[0] == ',') {
			return false
		}
	}
	if s == "" {
		return true
	}
	if s[0] != '.' && s[0] != ',' || len(s) == 1 {
		return false
	}
	unit := 100000
	for _, c := range []byte(s[1:]) {
		if c < '0' || c > '9' {
			return false
		}
		n[3] += int(c-'0') * unit
		unit /= 10
	}
	return true
}

// isoMoment reads a date, and behind any one character a time.
func isoMoment(s string) (*moment, error) {
	invalid := object.ValueError("Invalid isoformat string: %s", object.QuoteStr(s))
	d, rest, ok := isoDate(s)
	if !ok {
		return nil, invalid
	}
	m := &moment{day: day{d.n[0], d.n[1], d.n[2]}, hours: hours{tz: object.None}}
	if d.week {
		var err error
		if m.day, err = fromISO(d.n[0], d.n[1], d.n[2]); err != nil {
			return nil, invalid
		}
	}
	if rest != "" {
		_, size := firstRune(rest)
		var err error
		if m.hours, ok, err = isoTime(rest[size:]); err != nil {
			return nil, err
		} else if !ok {
			return nil, invalid
		}
	}
	if err := m.day.check(); err != nil {
		return nil, err
	}
	return m, m.hours.check()
}

func firstRune(s string) (rune, int) {
	for i, r := range s {
		if i > 0 {
			return r, i
		}
	}
	return 0, len(s)
}
