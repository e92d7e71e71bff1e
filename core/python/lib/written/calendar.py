"""Months and years as tables of days."""
import datetime as _datetime
import itertools as _itertools

__all__ = ["IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday", "monthrange",
           "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr", "day_name", "day_abbr", "Calendar",
           "TextCalendar", "weekheader", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January, February = 1, 2
day_name = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
month_name = [""] + "January February March April May June July August September October November December".split()
day_abbr, month_abbr = [name[:3] for name in day_name], [name[:3] for name in month_name]


class _Bad(ValueError):
    """A number that a calendar does not have."""

    def __init__(self, number):
        self.number = number

    def __str__(self):
        return self._text % self.number


class IllegalMonthError(_Bad):
    """There is no such month."""

    _text, month = "bad month number %r; must be 1-12", property(lambda self: self.number)


class IllegalWeekdayError(_Bad):
    """There is no such day of the week."""

    _text, weekday = "bad weekday number %r; must be 0 (Monday) to 6 (Sunday)", property(lambda self: self.number)


def isleap(year):
    """Tell whether a year has a 29th of February."""
    return not year % 4 and bool(year % 100 or not year % 400)


def leapdays(y1, y2):
    """Return how many leap years there are from one year up to before another."""
    before = lambda y: (y - 1) // 4 - (y - 1) // 100 + (y - 1) // 400
    return before(y2) - before(y1)


def weekday(year, month, day):
    """Return the day of the week, 0 for Monday."""
    if year < 1 or year > 9999:  # weekdays come again after 400 years
        year = 2000 + year % 400
    return _datetime.date(year, month, day).weekday()


def monthrange(year, month):
    """Return the weekday of the first of a month, and how many days the month has."""
    if not 0 < month < 13:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), 28 + isleap(year) if month == 2 else 30 + (month + month // 8) % 2


class Calendar:
    """The days of months, in weeks that begin on a given day."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        """Return the day on which weeks begin."""
        return self._first % 7

    def setfirstweekday(self, firstweekday):
        """Have weeks begin on another day."""
        self._first = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """Give the days of a week in order."""
        return ((self.firstweekday + i) % 7 for i in range(7))

    def _around(self, year, month):
        """Return how many days of the months before and after the weeks of a month have, and its own."""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        return before, days, (self.firstweekday - first - days) % 7

    def itermonthdays(self, year, month):
        """Give the days of all weeks of a month, 0 for those of other months."""
        before, days, after = self._around(year, month)
        return _itertools.chain([0] * before, range(1, days + 1), [0] * after)

    def itermonthdays2(self, year, month):
        """Give days, 0 for those of other months, with their days of the week."""
        return ((day, (self.firstweekday + i) % 7) for i, day in enumerate(self.itermonthdays(year, month)))

    def itermonthdays3(self, year, month):
        """Give years, months and days of all weeks of a month."""
        before, days, after = self._around(year, month)
        for offset, count, start in ((-1, before, None), (0, days, 1), (1, after, 1)):
            y, m = divmod(year * 12 + month - 1 + offset, 12)
            if count:
                start = start or monthrange(y, m + 1)[1] - count + 1
                yield from ((y, m + 1, day) for day in range(start, start + count))

    def itermonthdays4(self, year, month):
        """Give years, months, days and days of the week."""
        return ((*day, (self.firstweekday + i) % 7) for i, day in enumerate(self.itermonthdays3(year, month)))

    def itermonthdates(self, year, month):
        """Give the dates of all weeks of a month."""
        return (_datetime.date(*day) for day in self.itermonthdays3(year, month))

    def _weeks(self, days):
        days = list(days)
        return [days[i:i + 7] for i in range(0, len(days), 7)]

    def monthdatescalendar(self, year, month):
        """Return the weeks of a month as lists of dates."""
        return self._weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        """Return the weeks of a month as lists of days with days of the week."""
        return self._weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        """Return the weeks of a month as lists of days, 0 for those of other months."""
        return self._weeks(self.itermonthdays(year, month))

    def _year(self, weeks, year, width):
        months = [weeks(year, month) for month in range(1, 13)]
        return [months[i:i + width] for i in range(0, 12, width)]

    def yeardatescalendar(self, year, width=3):
        """Return the months of a year in rows, each as weeks of dates."""
        return self._year(self.monthdatescalendar, year, width)

    def yeardayscalendar(self, year, width=3):
        """Return the months of a year in rows, each as weeks of days."""
        return self._year(self.monthdayscalendar, year, width)


class TextCalendar(Calendar):
    """Months and years as text."""

    def formatday(self, day, weekday, width):
        """Return a day, or blanks for one of another month."""
        return ("%2i" % day if day else "").center(width)

    def formatweek(self, theweek, width):
        """Return a line of days."""
        return " ".join(self.formatday(day, at, width) for day, at in theweek)

    def prweek(self, theweek, width):
        """Print a line of days."""
        print(self.formatweek(theweek, width), end="")

    def formatweekday(self, day, width):
        """Return the name of a day of the week."""
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        """Return the line with the names of the days."""
        return " ".join(self.formatweekday(day, width) for day in self.iterweekdays())

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        """Return the name of a month in the middle of a line."""
        return (month_name[themonth] + (" %r" % theyear if withyear else "")).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """Return a month."""
        w, end = max(2, w), "\n" * max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return "".join(line.rstrip() + end for line in lines)

    def prmonth(self, theyear, themonth, w=0, l=0):
        """Print a month."""
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """Return a year, m months beside one another."""
        w, end, gap = max(2, w), "\n" * max(1, l), " " * max(2, c)
        width = 7 * (w + 1) - 1
        row = lambda cells: gap.join(cell.center(width) for cell in cells).rstrip() + end
        text = repr(theyear).center(width * m + len(gap) * (m - 1)).rstrip() + end
        for start in range(1, 13, m):
            months = range(start, min(start + m, 13))
            weeks = [self.monthdays2calendar(theyear, month) for month in months]
            text += end + row(self.formatmonthname(theyear, month, width, False) for month in months)
            text += row([self.formatweekheader(w)] * len(months))
            for line in _itertools.zip_longest(*weeks):
                text += row(self.formatweek(week, w) if week else "" for week in line)
        return text

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        """Print a year."""
        print(self.formatyear(theyear, w, l, c, m), end="")


_shared = TextCalendar()
firstweekday, monthcalendar, weekheader = _shared.getfirstweekday, _shared.monthdayscalendar, _shared.formatweekheader
prmonth, month, calendar, prcal, prweek, week = (_shared.prmonth, _shared.formatmonth, _shared.formatyear, _shared.pryear, _shared.prweek,
                                                 _shared.formatweek)


def setfirstweekday(firstweekday):
    """Have the functions of this module begin weeks on another day."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _shared.setfirstweekday(firstweekday)


def timegm(tuple):
    """Return the seconds since 1970 of a time in UTC."""
    year, month, day, hour, minute, second = tuple[:6]
    days = _datetime.date(year, month, 1).toordinal() - _datetime.date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
