# datetime
from datetime import *
import datetime as dtm
d = date(2024, 2, 29); dt = datetime(2024, 2, 29, 13, 5, 7, 123456); t = time(1, 2, 3, 4); td = timedelta(days=1, hours=2, seconds=3.5)
print(d, dt, t, td, repr(d), repr(dt), repr(t), repr(td), str(timedelta(-1)), repr(timedelta()), timedelta(microseconds=-1), timedelta(days=10**5), timedelta(weeks=1, milliseconds=5))
print(d + td, d - date(2024,1,1), dt - td, dt - datetime(2023,1,1), td * 2, td / 2, td // timedelta(hours=1), td % timedelta(hours=1), divmod(td, timedelta(hours=1)), -td, abs(-td), td.total_seconds(), td.days, td.seconds, td.microseconds, td / timedelta(1), td * 1.5, td // 3, bool(timedelta()), timedelta(1) < timedelta(2), sum([td, td], timedelta()))
for f in ['%Y-%m-%d %H:%M:%S.%f', '%a %A %b %B %d %j %U %W %w %p %I %y %c %x %X %% %Z %z %G %V %u %D %e %F %T %h %n %R']: print(dt.strftime(f)); print(f'{dt:{f}}')
print(datetime.strptime('2024-05-06 07:08', '%Y-%m-%d %H:%M'), datetime.strptime('6 May 24 PM 03', '%d %b %y %p %I'), datetime.fromisoformat('2024-01-02T03:04:05+02:00'), date.fromisoformat('2024-W05-3'), datetime.fromisoformat('20240102T030405Z'), time.fromisoformat('04:05:06.5'), date.fromordinal(738000), date.fromisocalendar(2024, 5, 1), datetime.fromtimestamp(0, timezone.utc), datetime.utcfromtimestamp(1e9), date.fromtimestamp(86400))
print(d.isoformat(), dt.isoformat(sep=' ', timespec='minutes'), dt.isoformat(timespec='milliseconds'), d.weekday(), d.isoweekday(), d.isocalendar(), d.timetuple(), d.toordinal(), dt.date(), dt.time(), d.replace(year=2023, day=1), dt.replace(hour=0, microsecond=0), d.ctime(), datetime.combine(d, t), d.strftime('%d/%m'), datetime.min, datetime.max, date.resolution, timedelta.max, timedelta.min, datetime(2024,1,1,fold=1))
tz = timezone(timedelta(hours=5, minutes=30), 'IST'); a = datetime(2024, 1, 1, tzinfo=tz); print(a, repr(a), a.utcoffset(), a.tzname(), a.astimezone(timezone.utc), a.timestamp(), a == datetime(2023,12,31,18,30,tzinfo=timezone.utc), tz, repr(tz), repr(timezone.utc), timezone(-timedelta(hours=3)), a.dst(), UTC, a.timetz(), a.utctimetuple().tm_hour)
for f in [lambda: date(2023, 2, 29), lambda: date(2023, 13, 1), lambda: datetime(1, 1, 1, 25), lambda: date('a', 1, 1), lambda: d + 1, lambda: d - dt, lambda: d < dt, lambda: d < 5, lambda: dt < a, lambda: dt - a, lambda: time(25), lambda: datetime.strptime('x', '%Y'), lambda: datetime.strptime('2024 x', '%Y'), lambda: datetime.strptime('2024', '%Q'), lambda: datetime.fromisoformat('nope'), lambda: date.fromisoformat('2024-1-1'), lambda: date.fromisoformat(5), lambda: timedelta('a'), lambda: timedelta(days=10**10), lambda: td / 0, lambda: td * 'a', lambda: td + 1, lambda: timezone(5), lambda: timezone(timedelta(days=2)), lambda: date(), lambda: date(1, 2), lambda: date.max + timedelta(1), lambda: a.astimezone(5), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: d.replace(month=0), lambda: time(1) < 2, lambda: date(0, 1, 1), lambda: date(10000, 1, 1), lambda: datetime.strptime('30 Feb 2023', '%d %b %Y'), lambda: d == dt, lambda: dt == d, lambda: date.fromordinal(0), lambda: d.nope, lambda: time(1, tzinfo=timezone.utc) == time(1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(hash(date(2024,1,1)) == hash(date(2024,1,1)), {d: 1}[date(2024,2,29)], isinstance(dt, date), sorted([date(2024,1,2), date(2024,1,1)]), max(dt, datetime(2025,1,1)), dtm.MINYEAR, date.min, time.max, dt.fold)
class D2(date):
    def next(self): return self + timedelta(1)
print(D2(2024,1,1).next(), type(D2(2024,1,1) + timedelta(1)), repr(D2(2024,1,1)))
class TZ(tzinfo):
    def utcoffset(s, dt): return timedelta(hours=1)
    def tzname(s, dt): return 'TZ'
    def dst(s, dt): return timedelta(0)
print(datetime(2024,1,1,tzinfo=TZ()), datetime(2024,1,1,tzinfo=TZ()).strftime('%Z %z'), datetime(2024,1,1,12,tzinfo=timezone.utc).astimezone(TZ()))
