from datetime import timedelta
for d in [timedelta(), timedelta(1), timedelta(days=-1), timedelta(hours=25), timedelta(seconds=-1), timedelta(weeks=2, days=3, hours=4, minutes=5, seconds=6, milliseconds=7, microseconds=8), timedelta(0.5), timedelta(seconds=1.5), timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(days=1e-9), timedelta(seconds=0.1) * 3, timedelta(999999999), timedelta(milliseconds=-1), timedelta(minutes=90), timedelta(days=2, seconds=-1), timedelta(hours=0.1), timedelta(seconds=1e-7)]:
    print(d, repr(d), d.days, d.seconds, d.microseconds, d.total_seconds(), bool(d), -d if d.days < 9999 else 0, abs(d))
a, b = timedelta(hours=5, minutes=30), timedelta(hours=2)
print(a + b, a - b, a * 2, 2 * a, a / 2, a / b, a // b, a % b, divmod(a, b), a // 7, a * 1.5, a / 1.5, 0.1 * a, -a // b, a > b, a == timedelta(minutes=330), hash(a) == hash(timedelta(minutes=330)), max(a, b), sum([a, b], timedelta()))
print(timedelta.min, timedelta.max, timedelta.resolution, repr(timedelta.max), sorted([a, b, timedelta()]))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: timedelta("x")); t(lambda: timedelta(days=10**10)); t(lambda: a + 5); t(lambda: a < 5); t(lambda: a / 0); t(lambda: a // timedelta(0)); t(lambda: a % timedelta(0)); t(lambda: a / timedelta(0)); t(lambda: timedelta(foo=1)); t(lambda: a * "x"); t(lambda: timedelta(float("nan"))); t(lambda: a == 5); t(lambda: timedelta.max + timedelta(1)); t(lambda: 5 / a); t(lambda: a // 0); t(lambda: a // 1.5); t(lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8))
print(str(timedelta(days=5, microseconds=5)), f"{a}", "%s" % b, timedelta(seconds=3661.123456))
class MyD(timedelta): pass
print(MyD(1), repr(MyD(1)), MyD(1) + MyD(1))
