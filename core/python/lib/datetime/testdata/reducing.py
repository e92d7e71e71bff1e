import copy
from datetime import date, datetime, time, timedelta, timezone

for v in (date(2024, 2, 29), datetime(1999, 12, 31, 23, 59, 58, 123456), time(1, 2, 3, 4), datetime(2020, 10, 25, 1, 30, fold=1),
          datetime(2020, 1, 1, tzinfo=timezone.utc), time(5, tzinfo=timezone(timedelta(hours=2), "X")), timedelta(-1, 2, 3)):
    print(v.__reduce__())
    print(v.__reduce_ex__(4), v.__reduce_ex__(2) == v.__reduce__())
    again = copy.deepcopy(v)
    print(again == v, type(again) is type(v), copy.copy(v) == v)
    cls, args = v.__reduce_ex__(4)[:2]
    print(repr(cls(*args)) == repr(v))
print(getattr(copy.copy(datetime(2020, 10, 25, 1, 30, fold=1)), "fold"))


class Day(date):
    pass


d = Day(2024, 5, 6)
d.note = [1]
e = copy.deepcopy(d)
print(e == d, type(e).__name__, e.note, e.note is d.note, copy.copy(d).note is d.note)
print(date(b"\x07\xe8\x02\x1d"), datetime(b"\x07\xe8\x02\x1d\x01\x02\x03\x00\x00\x09"), time(b"\x01\x02\x03\x00\x00\x09", timezone.utc))
for bad in (b"", b"\x07\xe8\x0d\x1d", b"\x07\xe8"):
    try:
        print(date(bad))
    except TypeError as e:
        print(type(e).__name__, e)
