"""Months and years as calendar writes them."""
import calendar

print(calendar.month(2024, 2), calendar.month(2023, 10, 4, 2), sep="")
print(calendar.calendar(2024))
print(calendar.calendar(1999, 3, 1, 2, 4))
print([calendar.isleap(y) for y in (1900, 2000, 2023, 2024)], calendar.leapdays(1900, 2025), calendar.leapdays(2000, 2000))
print([calendar.monthrange(2023, m) for m in range(1, 13)], calendar.monthrange(2024, 2), calendar.weekday(2024, 2, 29), calendar.weekday(12024, 2, 29))
print(list(calendar.day_name), list(calendar.day_abbr), list(calendar.month_name), list(calendar.month_abbr), calendar.month_name[3], len(calendar.month_abbr))
print(calendar.monthcalendar(2024, 9), calendar.weekheader(3), calendar.firstweekday(), calendar.weekheader(10))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.monthcalendar(2024, 9), calendar.weekheader(2), calendar.firstweekday())
calendar.prmonth(2024, 12)
calendar.setfirstweekday(0)
for f in (lambda: calendar.setfirstweekday(7), lambda: calendar.monthrange(2024, 13), lambda: calendar.monthcalendar(2024, 0), lambda: calendar.weekday(2024, 2, 30)):
    try:
        f()
    except ValueError as e:
        print(type(e).__name__, e)
c = calendar.Calendar(6)
print(c.firstweekday, list(c.iterweekdays()), list(c.itermonthdays(2024, 2)), list(c.itermonthdays2(2024, 2))[:9])
print([str(d) for d in c.itermonthdates(2024, 12)][:3], [str(d) for d in c.itermonthdates(2024, 12)][-3:], list(c.itermonthdays3(2025, 1))[:4], list(c.itermonthdays4(2024, 12))[-2:])
print(c.monthdatescalendar(2024, 2)[0][0], c.monthdays2calendar(2024, 2)[0], c.yeardayscalendar(2024)[1][0], len(c.yeardatescalendar(2024, 4)))
print(calendar.timegm((2024, 2, 29, 12, 30, 15)), calendar.timegm((1970, 1, 1, 0, 0, 0, 3, 1, 0)))
t = calendar.TextCalendar(3)
print(t.formatweekheader(9), t.formatmonthname(2024, 5, 30), t.formatweek([(0, 3), (1, 4)], 4), t.formatday(0, 0, 3), t.formatday(5, 0, 3), sep="|")
t.pryear(2025, c=3, m=2)
