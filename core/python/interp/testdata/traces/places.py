x = 1 + (2 / 0) * 3
# ---
def f(a):
    return a.missing + 1
f(None)
# ---
d = {"a": {}}
print(d["a"]["b"]["c"])
# ---
y = undefined + 1
# ---
def g(n):
    if n == 0:
        raise ValueError("deep")
    return g(n - 1)
g(2)
# ---
assert 1 == 2, "msg"
# ---
assert (1
        == 2)
# ---
a, b = [1, 2, 3]
# ---
for i in 5:
    pass
# ---
for a, b in [(1, 2), (3,)]:
    pass
# ---
class A:
    def m(self, x):
        return self.n(x)
    def n(self, x):
        return x.upper()
A().m(3)
# ---
class A:
    y = 1 / 0
# ---
print(len(5))
# ---
x = [1, 2]
x[5] = 3
# ---
x = [1, 2]
del x[5]
# ---
x = None
x.attr = 5
# ---
f = lambda q: q / 0
f(1)
# ---
[1 / k for k in [1, 0]]
# ---
list(1 / k for k in [1, 0])
# ---
import no_such_module
# ---
from itertools import no_such_name
# ---
def f(a, b): pass
f(1)
# ---
def f(a, b): pass
f(1,
  c=2)
# ---
x = 5
x += "a"
# ---
not_callable = 5
not_callable(1, 2)
# ---
with 5 as q:
    pass
# ---
class M:
    def __enter__(self): pass
    def __exit__(self, *a): raise KeyError("exit")
with M():
    pass
# ---
try:
    1 / 0
except ZeroDivisionError as e:
    raise ValueError("x") from e
# ---
try:
    1 / 0
finally:
    print("f")
# ---
def f():
    try:
        g()
    except ValueError:
        raise
def g():
    raise ValueError("v")
f()
# ---
class A:
    @property
    def p(self):
        return self.q
A().p
# ---
class A:
    def __init__(self, v):
        self.v = v.w
def make():
    return A(5)
make()
# ---
s = "é" + str(1) + 5
# ---
x = -"a"
# ---
x = 1 < "a"
# ---
if 1 in 5: pass
# ---
while [] > 3:
    pass
# ---
print(f"{1/0} {2}")
# ---
def gen():
    yield 1
    raise KeyError("g")
for v in gen():
    pass
# ---
def outer():
    def inner():
        return 1 % 0
    return inner()
outer()
# ---
x = (1,
     2 + None,
     3)
# ---
int("x")
# ---
"abc".index("z")
# ---
sorted([1, "a"], key=lambda v: v + 1)
# ---
class D:
    def __add__(self, o):
        raise TypeError("no add")
D() + 1
# ---
class A(5): pass
# ---
@undefined_deco
def f(): pass
# ---
def f(a=1/0): pass
# ---
match 5:
    case int(a, b): pass
# ---
raise ValueError
# ---
raise 5
# ---
x = [*5]
# ---
f = {**5}
# ---
print(*5)
# ---
a = b = c = 1
a.b.c = 2
# ---
del undefined_thing
# ---
def f():
    return loc
    loc = 1
f()
# ---
try:
    raise KeyError("a")
except KeyError:
    {}["b"]
# ---
x = {[]: 1}
# ---
x = {1, []}
# ---
x = "a" if 1 / 0 else "b"
# ---
x = 1 and 2 and 1 / 0
# ---
x = 1 < 2 < "a"
# ---
(lambda: 1 / 0)()
# ---
y = [z for z in range(3) if z.foo]
# ---
e = ValueError("again")
try:
    raise e
except ValueError:
    pass
raise e
