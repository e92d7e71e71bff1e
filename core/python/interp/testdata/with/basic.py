class CM:
    def __init__(self, n, swallow=False, fail=None): self.n, self.swallow, self.fail = n, swallow, fail
    def __enter__(self):
        print("enter", self.n)
        if self.fail == "enter": raise ValueError("in enter")
        return self.n
    def __exit__(self, t, v, tb):
        print("exit", self.n, t.__name__ if t else None, v)
        if self.fail == "exit": raise KeyError("in exit")
        return self.swallow
with CM(1) as a, CM(2) as b:
    print(a, b)
with CM(3, True):
    raise ValueError("gone")
print("after")
try:
    with CM(4), CM(5, fail="enter"):
        print("never")
except ValueError as e:
    print("caught", e)
try:
    with CM(6, fail="exit"):
        raise ValueError("first")
except KeyError as e:
    print("caught", e, repr(e.__context__))
def f():
    with CM(7):
        return "returned"
print(f())
for i in range(3):
    with CM(8 + i):
        if i == 0: continue
        if i == 1: break
with (CM(20) as x, CM(21) as (y)):
    print(x, y)
try:
    with 5: pass
except TypeError as e:
    print(e)
class Half:
    def __enter__(self): pass
try:
    with Half(): pass
except TypeError as e:
    print(e)
class Other:
    def __enter__(self): return (1, 2)
    def __exit__(self, *a): return False
with Other() as (p, q):
    print(p, q)
o = type("NS", (), {})()
with Other() as o.attr: print(o.attr)
