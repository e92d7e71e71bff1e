import time
g = time.gmtime(0)
print(g)
print(g.tm_year, g[0], g[:3], g.tm_zone, g.tm_gmtoff, len(g), tuple(g))
for s in [0, 1700000000, 951782400, -86400, 4102444800, 1709251199.9, 1e9]:
    t = time.gmtime(s)
    print(time.strftime("%Y-%m-%d %H:%M:%S|%a %A %b %B|%j %U %W %w %u|%y %I %p|%c|%x %X|%D %F %T %R|%G-%V|%e|%C|%%|%h", t))
    print(time.asctime(t), "|", time.strftime("%-d/%-m", t), "|", time.strftime("plain", t))
print(time.strftime("%Q %", time.gmtime(0)))
print(time.mktime((2020, 1, 1, 0, 0, 0, 0, 1, 0)), time.ctime(0))
print(time.strftime("%Y", (2021, 2, 3, 4, 5, 6, 0, 34, 0)), time.strftime("%H:%M", time.struct_time((2000, 1, 1, 13, 5, 0, 5, 1, 0))))
for f in [lambda: time.strftime("%Y", (2021, 13, 3, 4, 5, 6, 0, 34, 0)), lambda: time.strftime("%Y", (1, 2)), lambda: time.strftime(5), lambda: time.sleep(-1), lambda: time.sleep("x"),
          lambda: time.gmtime("x"), lambda: time.strftime("%Y", 5), lambda: time.struct_time((1,))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(time.timezone, time.altzone, time.daylight)
print(type(time.time()), type(time.perf_counter()), type(time.time_ns()), time.time() > 1.7e9)
a = time.perf_counter(); b = time.perf_counter(); print(a <= b)
a = time.monotonic(); time.sleep(0.05); print(0.04 < time.monotonic() - a < 5)
print(time.gmtime(0) == time.gmtime(0), time.gmtime(0) < time.gmtime(100), hash(time.gmtime(5)) == hash(tuple(time.gmtime(5))), isinstance(g, tuple))
