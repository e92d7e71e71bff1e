from datetime import *
import datetime as dt
m = datetime(2020, 1, 31, 13, 5, 7, 89)
print(m, repr(m), m.date(), m.time(), m.timetz(), m.year, m.hour, m.minute, m.second, m.microsecond, m.tzinfo, m.fold, m.weekday(), m.isoformat(), m.isoformat(" "), m.isoformat(timespec="minutes"), m.isoformat("_", "milliseconds"), m.ctime())
print(repr(datetime(2020, 1, 1)), repr(datetime(2020, 1, 1, 1, 2, 3)), repr(datetime(2020, 1, 1, tzinfo=timezone.utc)), repr(datetime(2020, 1, 1, fold=1)), datetime(2020, 1, 1))
print(m + timedelta(days=1, hours=12), m - timedelta(microseconds=90), m - datetime(2019, 1, 1), m.replace(year=2021, tzinfo=timezone.utc), m.replace(hour=0, minute=0), m.timetuple(), m.utctimetuple().tm_isdst)
print(m.strftime("%Y-%m-%d %H:%M:%S.%f %p %I %j %z|%Z|%%f %x %X %c"), f"{m:%H:%M}", f"{m:%Y%m%d-%H%M%S}", m.replace(tzinfo=timezone.utc).strftime("%z %Z"), m.replace(tzinfo=timezone(timedelta(hours=-5, minutes=-30), "EST")).strftime("%z %Z"))
print(m < datetime(2021, 1, 1), m == datetime(2020, 1, 31, 13, 5, 7, 89), hash(m) == hash(m.replace()), sorted([datetime(2021, 1, 1), m])[0] is m)
u = datetime(2020, 6, 1, 12, tzinfo=timezone.utc); e = timezone(timedelta(hours=2), "CEST")
print(u, u.astimezone(e), repr(u.astimezone(e)), u == u.astimezone(e), hash(u) == hash(u.astimezone(e)), u.astimezone(e) - u, u.utcoffset(), u.tzname(), u.dst(), u.astimezone(e).tzname(), u.timestamp(), m.timestamp(), u.astimezone(e).timestamp(), u.isoformat(), u.astimezone(e).time(), u.astimezone(e).timetz(), u.astimezone(e).utctimetuple().tm_hour)
print(datetime.fromtimestamp(0), datetime.fromtimestamp(1.5, tz=timezone.utc), datetime.utcfromtimestamp(1e9), datetime.fromtimestamp(1700000000.123456), datetime.fromordinal(737000), datetime.combine(date(2020, 1, 1), time(5, 6)), datetime.combine(date(2020, 1, 1), time(5), tzinfo=timezone.utc), datetime.fromtimestamp(0, e), datetime.fromtimestamp(-1.25))
for s in ["2020-01-31", "2020-01-31T10", "2020-01-31 10:11", "2020-01-31T10:11:12", "2020-01-31T10:11:12.5", "2020-01-31T10:11:12.123456789", "2020-01-31T10:11:12+01:00", "2020-01-31T10:11:12Z", "20200131T101112", "2020-W05-5T10", "2020-01-31T101112.5-0530", "2020-01-31T10:11:12.000001+00:00:01", "2020-01-31T25", "2020-01-31T10:1", "bad", "2020-01-31T", "2020-01-31x10:11", "2020-01-31T10:11:12,5", "2020-01-31T10:11:12+25:00"]:
    try: print(s, repr(datetime.fromisoformat(s)))
    except ValueError as x: print("ValueError", x)
for s, f in [("2020-01-31 10:11:12", "%Y-%m-%d %H:%M:%S"), ("31/01/20", "%d/%m/%y"), ("10:11 PM", "%I:%M %p"), ("2020-01-31T10:11:12.123+0200", "%Y-%m-%dT%H:%M:%S.%f%z"), ("Jan 5 2021", "%b %d %Y"), ("x", "%Y"), ("2020-01-31Z", "%Y-%m-%d%z"), ("2020 UTC", "%Y %Z"), ("-0330 EST 2020".replace("EST", "UTC"), "%z %Z %Y"), ("2020-02-30", "%Y-%m-%d"), ("12:30:61", "%H:%M:%S")]:
    try: print(s, repr(datetime.strptime(s, f)))
    except ValueError as x: print("ValueError", x)
def t(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
t(lambda: datetime(2020, 1, 1, 24)); t(lambda: datetime(2020, 1, 1, 1, 60)); t(lambda: datetime(2020, 1, 1, 1, 1, 60)); t(lambda: datetime(2020, 1, 1, microsecond=10**6)); t(lambda: datetime(2020)); t(lambda: m < u); t(lambda: m == u); t(lambda: m - u); t(lambda: u - m); t(lambda: m + 5); t(lambda: m < 5); t(lambda: m < date(2020, 1, 1)); t(lambda: datetime(2020, 1, 1, tzinfo=5)); t(lambda: m.isoformat(timespec="x")); t(lambda: datetime.now(5)); t(lambda: datetime(2020, 1, 1, fold=2)); t(lambda: datetime.max + timedelta(1)); t(lambda: m.replace(month=0)); t(lambda: datetime.strptime(5, "%Y")); t(lambda: datetime.combine(5, time())); t(lambda: m + m); t(lambda: datetime.fromisoformat(3))
n = datetime.now(); print(isinstance(n, datetime), n.tzinfo, datetime.now(timezone.utc).tzinfo, datetime.utcnow() - n < timedelta(seconds=5), n.year > 2020, datetime.today().tzinfo)
print(datetime.min, datetime.max, datetime.resolution, isinstance(m, date), datetime.max.timestamp() > 0)
class My(datetime):
    def half(self): return self.minute / 2
print(My(2020, 1, 1, 1, 30).half(), type(My.now()), type(My.fromisoformat("2020-01-01")), type(My.strptime("2020", "%Y")), repr(My(2020, 1, 1)))
import copy
print(copy.copy(m) == m, copy.deepcopy([m, u]) == [m, u])
print(dt.MINYEAR, dt.MAXYEAR, dt.UTC is timezone.utc)
