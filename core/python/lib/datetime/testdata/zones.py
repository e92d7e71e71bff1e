from datetime import *
print(timezone.utc, repr(timezone.utc), timezone(timedelta(hours=1)), repr(timezone(timedelta(hours=1))), timezone(timedelta(hours=-5, minutes=-30)), repr(timezone(timedelta(hours=1), "CET")), timezone(timedelta(hours=1), "CET"), timezone(timedelta(0)), timezone(timedelta(0)) is timezone.utc, timezone(timedelta(0), "Z"), timezone(timedelta(seconds=3661)), timezone(timedelta(microseconds=1)))
print(timezone.utc == timezone(timedelta(0), "X"), hash(timezone.utc) == hash(timezone(timedelta(0), "X")), timezone.min, timezone.max, timezone.utc.utcoffset(None), timezone.utc.tzname(None), timezone.utc.dst(None))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: timezone(5)); t(lambda: timezone(timedelta(1))); t(lambda: timezone()); t(lambda: timezone(timedelta(0), 5)); t(lambda: timezone.utc.utcoffset(5)); t(lambda: tzinfo().utcoffset(None))
class Fixed(tzinfo):
    def __init__(self, h, name): self.h, self.n = h, name
    def utcoffset(self, d): return timedelta(hours=self.h)
    def dst(self, d): return timedelta(0)
    def tzname(self, d): return self.n
    def __repr__(self): return "Fixed(%d)" % self.h
f = Fixed(3, "MSK"); d = datetime(2020, 1, 1, 12, tzinfo=f)
print(d, repr(d), d.utcoffset(), d.tzname(), d.dst(), d.astimezone(timezone.utc), datetime(2020, 1, 1, 9, tzinfo=timezone.utc).astimezone(f), d.strftime("%z %Z"), d == datetime(2020, 1, 1, 9, tzinfo=timezone.utc), d.timetuple().tm_isdst, datetime.now(f).tzinfo)
class Bad(tzinfo):
    def utcoffset(self, d): return 5
t(lambda: datetime(2020, 1, 1, tzinfo=Bad()).utcoffset())
x = time(1, 2, 3, 4)
print(x, repr(x), x.hour, x.isoformat(), x.isoformat("minutes"), x.strftime("%H-%M-%S-%f"), x.replace(hour=5), x < time(2), x == time(1, 2, 3, 4), hash(x) == hash(time(1, 2, 3, 4)), time(), bool(time()), f"{x:%H}", time(1, tzinfo=timezone.utc), repr(time(1, tzinfo=timezone.utc)), time(1, tzinfo=f).utcoffset(), time(1).utcoffset(), repr(time(1, 2, 3)), repr(time(1, 2)), repr(time(1)), time.min, time.max, time.resolution)
for s in ["10", "10:11", "10:11:12", "10:11:12.5", "T10:11", "101112", "10:11+01:00", "10:11Z", "25", "x", "10:1", ""]:
    try: print(s, repr(time.fromisoformat(s)))
    except ValueError as e: print("ValueError", e)
t(lambda: time(24)); t(lambda: time(1) < time(1, tzinfo=timezone.utc)); t(lambda: time(1) == time(1, tzinfo=timezone.utc)); t(lambda: time(1) < 5); t(lambda: time(1) - time(1)); t(lambda: time(1, tzinfo=3)); t(lambda: time("x"))
print(time(10, tzinfo=timezone.utc) == time(12, tzinfo=timezone(timedelta(hours=2))), sorted([time(3), time(1)]))
