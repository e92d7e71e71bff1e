import bisect

a = [1, 2, 2, 3, 5, 8]
for x in [0, 1, 2, 2.5, 8, 9]:
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x), bisect.bisect_left(a, x, 2), bisect.bisect_right(a, x, 1, 4))
bisect.insort(a, 4)
bisect.insort_left(a, 2)
bisect.insort_right(a, 9)
print(a)
b = [("a", 3), ("b", 1)]
bisect.insort(b, ("c", 2), key=lambda p: -p[1])
print(b, bisect.bisect_left([10, 7, 3], -7, key=lambda v: -v), bisect.bisect("abd", "c"), bisect.bisect_left([], 1))
print([("FDCBA"[bisect.bisect([60, 70, 80, 90], s)]) for s in [33, 99, 77, 70, 89, 90, 100]])
for f in [lambda: bisect.bisect(a, 1, -1), lambda: bisect.bisect([1, "a"], 2), lambda: bisect.bisect(5, 1), lambda: bisect.insort((1, 2), 3)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
