from datetime import *
d = datetime(2024, 2, 29, 13, 5, 9, 12345)
print(d, repr(d), d.isoformat(" ", "minutes"), d.strftime("%Y/%m/%d %H-%M-%S %j %a %A %b %B %p %I %f %y %U %W %w %%"), d.isocalendar(), d.weekday())
print(d + timedelta(days=366, hours=-13.5), d - datetime(2000, 1, 1), d.replace(year=2023, day=1), d.date(), d.time(), d.timetuple()[:6])
t = timedelta(days=-1, seconds=5, milliseconds=1500)
print(t, repr(t), t.total_seconds(), abs(t), t // 2, t / timedelta(hours=1), t % timedelta(hours=5), divmod(t, timedelta(minutes=7)), -t, t * 1.5)
print(datetime.strptime("03 Mar 2021 04:05 PM", "%d %b %Y %I:%M %p"), date.fromisoformat("2020-12-31"), datetime.fromisoformat("2020-01-02T03:04:05+02:00"))
z = timezone(timedelta(hours=-3, minutes=-30)); e = d.astimezone(timezone.utc).replace(tzinfo=z)
print(timezone.utc, z, repr(z), d.replace(tzinfo=z).utcoffset(), d.replace(tzinfo=z).isoformat())
for bad in (lambda: date(2023, 2, 29), lambda: datetime(1, 1, 1) - timedelta(1), lambda: time(24), lambda: d < date(2020, 1, 1), lambda: d - d.replace(tzinfo=z), lambda: datetime.strptime("x", "%Y"), lambda: timedelta(days=10**10)):
    try: print(bad())
    except Exception as x: print(type(x).__name__, x)
print(date.max, date.min, datetime.max, time(1, 2) < time(1, 3), date(2024, 1, 1).toordinal(), date.fromordinal(738000), f"{d:%d.%m.%y}", date.fromisocalendar(2020, 53, 7))
