from datetime import *
import datetime as dt, time
d = date(2020, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isocalendar(), d.isocalendar().week, tuple(d.isocalendar()), d.ctime(), d.isoformat())
print(d + timedelta(days=1), d - timedelta(days=60), d - date(2019, 1, 1), timedelta(1) + d, d.replace(year=2024), d.replace(day=1), d.timetuple())
print(d < date(2021, 1, 1), d == date(2020, 2, 29), d != 5, hash(d) == hash(date(2020, 2, 29)), {d: 1}[date(2020, 2, 29)], sorted([date(2021, 1, 1), d]), max(d, date.min))
print(d.strftime("%Y/%m/%d %a %A %b %B %j %U %W %y %% %x %c"), f"{d:%d.%m.%Y}", f"{d}", format(d, "%Y"), "{:%B %d}".format(d))
print(date.min, date.max, date.resolution, date.fromordinal(1), date.fromordinal(737484), date.fromtimestamp(0), date.fromtimestamp(1e9), date.fromisocalendar(2020, 9, 6))
for s in ["2020-01-31", "20200131", "2020-W05-5", "2020W055", "2020-W05", "2020-1-1", "x", "", "2020-02-30", "2020-01-31T", "2020-W60-1"]:
    try: print(s, date.fromisoformat(s))
    except ValueError as e: print("ValueError", e)
for y in (1999, 2000, 2004, 2005, 2008, 2009, 2010, 2015, 2016, 2020, 2021, 9999, 1):
    print(y, date(y, 1, 1).isocalendar(), date(y, 12, 31).isocalendar(), date(y, 1, 1).toordinal(), date(y, 12, 31).weekday())
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: date(2020, 13, 1)); t(lambda: date(0, 1, 1)); t(lambda: date(2021, 2, 29)); t(lambda: date()); t(lambda: date(2020)); t(lambda: date("x", 1, 1)); t(lambda: date(2020.5, 1, 1)); t(lambda: d < 5); t(lambda: d + 5); t(lambda: date.max + timedelta(1)); t(lambda: d < datetime(2020, 1, 1)); t(lambda: d + d); t(lambda: date.fromordinal(0)); t(lambda: 5 - d); t(lambda: date.fromisocalendar(2020, 54, 1)); t(lambda: date.fromisoformat(5)); t(lambda: d.replace(month=13)); t(lambda: date(2020, 1, 1, 1))
class MyDate(date):
    def hello(self): return "hi %d" % self.year
print(MyDate(2020, 1, 1).hello(), MyDate.fromisoformat("2021-02-03"), repr(MyDate(2020, 1, 2)), type(MyDate.fromordinal(5)), isinstance(MyDate(1, 1, 1), date))
print(isinstance(date.today(), date), (date.today() - date(2000, 1, 1)).days > 9000, date(2020, 1, 1) == datetime(2020, 1, 1))
print(date(99, 1, 2), repr(date(99, 1, 2)), date(99, 1, 2).strftime("%Y-%m-%d"))
