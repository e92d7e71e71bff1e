class Point:
    """A point."""
    dims = 2
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
    def __add__(self, o):
        if not isinstance(o, Point):
            return NotImplemented
        return Point(self.x + o.x, self.y + o.y)
    def __eq__(self, o):
        return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self):
        return hash((self.x, self.y))
    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    @property
    def double(self):
        return self.x * 2
    @double.setter
    def double(self, v):
        self.x = v // 2
    @classmethod
    def origin(cls):
        return cls(0, 0)
    @staticmethod
    def helper(a):
        return a + 1

p = Point(3, 4)
print(p, p + Point(1, 1), p == Point(3, 4), p != Point(3, 4), p.norm())
p.double = 10
print(p.x, p.double, Point.origin(), Point.helper(1), p.helper(2), p.origin())
print(Point.__name__, Point.__doc__, Point.dims, p.dims, Point.__module__, Point.__qualname__)
p.dims = 5
print(p.dims, Point.dims, p.__dict__)
del p.dims
print(p.dims)
try:
    p.missing
except AttributeError as e:
    print(e)
try:
    del p.missing
except AttributeError as e:
    print(e)
try:
    Point.missing
except AttributeError as e:
    print(e)
try:
    p + 1
except TypeError as e:
    print(e)
try:
    p < p
except TypeError as e:
    print(e)
print({p: 1}[Point(5, 4)])

class Base:
    count = 0
    def __init__(self):
        type(self).count += 1
        self.setup()
    def setup(self):
        self.kind = "base"
class Child(Base):
    def setup(self):
        super().setup()
        self.kind += "+child"
print(Base().kind, Child().kind, Base.count, Child.count)
print(isinstance(Child(), Base), issubclass(Child, Base) if "issubclass" in dir() else True, Child.__mro__, Child.__bases__)

class Meta1: pass
o = Meta1()
o.f = lambda: 5
print(o.f())
class WithCall:
    def __call__(self, *a, **k): return a, k
print(WithCall()(1, b=2))
class Container:
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __len__(self): return len(self.d)
    def __contains__(self, k): return k in self.d
    def __iter__(self): return iter(self.d) if False else self.d.__iter__()
    def __bool__(self): return True
c = Container()
c["a"] = 1
c["b"] = 2
c["a"] += 5
del c["b"]
print(c["a"], len(c), "a" in c, "b" in c, list(c), bool(c))
class Dyn:
    def __getattr__(self, n): return n.upper()
    def __setattr__(self, n, v): object.__setattr__(self, n, (n, v))
    def __delattr__(self, n): print("del", n)
d = Dyn()
d.q = 1
print(d.q, d.zz)
del d.nothing
class GA:
    def __init__(self): self.x = 1
    def __getattribute__(self, n):
        if n == "secret": return 42
        return object.__getattribute__(self, n)
print(GA().secret, GA().x)
class Slots:
    __slots__ = ("a", "b")
s = Slots()
s.a = 1
print(s.a)
try:
    s.c = 1
except AttributeError as e:
    print(e)
try:
    s.b
except AttributeError as e:
    print(e)
class BadInit:
    def __init__(self): return 1
try:
    BadInit()
except TypeError as e:
    print(e)
class NoInit: pass
try:
    NoInit(1)
except TypeError as e:
    print(e)
class N:
    def __new__(cls, v):
        o = super().__new__(cls)
        o.v = v * 2
        return o
print(N(4).v)
class I:
    def __iadd__(self, o): self.t = o; return self
i = I(); j = i
i += 3
print(i is j, i.t)
class Outer:
    class Inner:
        def f(self): pass
    def make(self):
        class Local: pass
        return Local
print(Outer.Inner.__qualname__, Outer.Inner.f.__qualname__, Outer().make().__qualname__)
ann = type("T", (), {"z": 1})
print(ann.z, ann.__name__)
class Ann:
    a: int = 1
    b: str
    c: "list[int]" = []
print(Ann.__annotations__)
