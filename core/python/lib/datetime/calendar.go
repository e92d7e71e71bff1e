package datetime

import (
	clock "layerglass/core/python/lib/time"
	"layerglass/core/python/object"
)

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

var monthDays = [13]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func daysIn(y, m int) int {
	if m == 2 && leap(y) {
		return 29
	}
	return monthDays[m]
}

// before returns the days of a year before a month.
func before(y, m int) int {
	n := 0
	for i := 1; i < m; i++ {
		n += daysIn(y, i)
	}
	return n
}

// yearStart is the number of days before January 1 of a year, counted from year 1.
func yearStart(y int) int { y--; return y*365 + y/4 - y/100 + y/400 }

// day is a date: the value behind date and datetime.
type day struct{ y, m, d int }

// ordinal numbers days, 0001-01-01 being 1.
func (d day) ordinal() int { return yearStart(d.y) + before(d.y, d.m) + d.d }

// dayOf is the day with an ordinal.
func dayOf(n int) day {
	y := n*400/146097 + 1
	for yearStart(y)+1 > n {
		y--
	}
	for yearStart(y+1)+1 <= n {
		y++
	}
	n -= yearStart(y)
	m := 1
	for n > daysIn(y, m) {
		n -= daysIn(y, m)
		m++
	}
	return day{y, m, n}
}

// weekday is 0 on Mondays.
func (d day) weekday() int { return (d.ordinal() + 6) % 7 }

// iso returns year, week and weekday of the ISO calendar.
func (d day) iso() (year, week, weekday int) {
	year = d.y
	first := isoStart(year)
	n := d.ordinal()
	if n < first {
		year--
		first = isoStart(year)
	} else if n >= isoStart(year+1) {
		year++
		first = isoStart(year)
	}
	return year, (n-first)/7 + 1, (n-first)%7 + 1
}

// isoStart is the ordinal of the Monday with which an ISO year begins.
func isoStart(y int) int {
	first := yearStart(y) + 1
	weekday := (first + 6) % 7
	start := first - weekday
	if weekday > 3 {
		start += 7
	}
	return start
}

// fromISO is the day of an ISO year, week and weekday.
func fromISO(year, week, weekday int) (day, error) {
	if year < minYear || year > maxYear {
		return day{}, object.ValueError("Year is out of range: %d", year)
	}
	if weeks := (isoStart(year+1) - isoStart(year)) / 7; week < 1 || week > weeks {
		return day{}, object.ValueError("Invalid week: %d", week)
	}
	if weekday < 1 || weekday > 7 {
		return day{}, object.ValueError("Invalid weekday: %d (range is [1, 7])", weekday)
	}
	n := isoStart(year) + (week-1)*7 + weekday - 1
	if n < 1 || n > lastDay {
		return day{}, object.NewError(object.OverflowErrorClass, "date value out of range")
	}
	return dayOf(n), nil
}

func (d day) check() error {
	switch {
	case d.y < minYear || d.y > maxYear:
		return object.ValueError("year %d is out of range", d.y)
	case d.m < 1 || d.m > 12:
		return object.ValueError("month must be in 1..12")
	case d.d < 1 || d.d > daysIn(d.y, d.m):
		return object.ValueError("day is out of range for month")
	}
	return nil
}

// add moves a day, within the years there are.
func (d day) add(days int64) (day, error) {
	n := int64(d.ordinal()) + days
	if n < 1 || n > lastDay {
		return day{}, object.NewError(object.OverflowErrorClass, "date value out of range")
	}
	return dayOf(int(n)), nil
}

func (d day) String() string { return pad(d.y, 4) + "-" + pad(d.m, 2) + "-" + pad(d.d, 2) }

// fields are the parts for strftime.
func (d day) fields() *clock.Fields {
	return &clock.Fields{Year: d.y, Month: d.m, Day: d.d, Weekday: d.weekday(), YearDay: before(d.y, d.m) + d.d, DST: -1}
}
