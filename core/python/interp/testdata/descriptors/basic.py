class D:
    def __set_name__(self, owner, name): self.name = name; print("set_name", owner.__name__, name)
    def __get__(self, inst, owner):
        if inst is None: return self
        return inst.__dict__.get(self.name, "default")
    def __set__(self, inst, v):
        if v < 0: raise ValueError("negative")
        inst.__dict__[self.name] = v
    def __delete__(self, inst): del inst.__dict__[self.name]
class A:
    x = D()
    y = D()
a = A()
print(a.x)
a.x = 5
print(a.x, A.x is A.__dict__["x"], a.__dict__)
try:
    a.y = -1
except ValueError as e:
    print(e)
del a.x
print(a.x)
class NonData:
    def __get__(self, i, o): return "nondata"
class B:
    z = NonData()
b = B()
print(b.z)
b.z = 1
print(b.z)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): "doc v"; return self._v
    @v.setter
    def v(self, n): self._v = n
    @v.deleter
    def v(self): self._v = None
    ro = property(lambda self: 42)
p = P()
p.v = 3
print(p.v, p.ro, P.v.__doc__)
del p.v
print(p.v)
for stmt in ("p.ro = 1", ):
    try:
        p.ro = 1
    except AttributeError as e:
        print(e)
class Q(P):
    @property
    def v(self): return "Q" + str(super().v)
print(Q().v)
class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o=None):
        if i is None: return self
        v = i.__dict__[self.n] = self.f(i)
        return v
class R:
    @Cached
    def heavy(self): print("computing"); return 10
r = R()
print(r.heavy, r.heavy)
f = A.__init__
def free(self, n): return (self.k, n)
class S:
    k = 1
    m = free
    sm = staticmethod(free)
s = S()
print(s.m(2), S.m(s, 3), free.__get__(s)(4))
class T:
    def __getattr__(self, n):
        if n == "ok": return 1
        raise AttributeError("no " + n)
    @property
    def bad(self): raise AttributeError("inside")
t = T()
print(t.ok, getattr(t, "ok"))
for n in ("nope", "bad"):
    try:
        getattr(t, n)
    except AttributeError as e:
        print(e)
m = s.m
print(m.__self__ is s, m.__func__ is free, m.__name__)
class PropErr:
    @property
    def x(self): return self.missing
try:
    PropErr().x
except AttributeError as e:
    print(e)
class Positive:
    def __set_name__(self, o, n): self.n = n
    def __set__(self, i, v):
        if v <= 0: raise ValueError(f"{self.n} must be positive")
        i.__dict__[self.n] = v
class Item:
    weight = Positive()
    def __init__(self, w): self.weight = w
it = Item(3)
print(it.weight, type(Item.weight).__name__)
try:
    it.weight = -1
except ValueError as e:
    print(e)
