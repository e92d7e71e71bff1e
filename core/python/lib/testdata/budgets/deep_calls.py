f = lambda: 0
for i in range(50000): f = (lambda g: lambda: g())(f)
try: f()
except RecursionError: print("rec")
import functools
p = len
for i in range(50000): p = functools.partial(p)
print(p([1]))
q = len
for i in range(20000):
    o = q
    q = functools.partial(lambda o, *a: o(*a), o)
try: q([1])
except RecursionError: print("rec2")
