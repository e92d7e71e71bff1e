class A:
    def __init__(self, **kw):
        self.log = ["A"]
        print("A", kw)
    def f(self, x): return ("A.f", x)
    @classmethod
    def make(cls): return "A.make " + cls.__name__
    @property
    def p(self): return "A.p"
class B(A):
    def __init__(self, b=1, **kw):
        super().__init__(**kw)
        self.log.append("B")
    def f(self, x): return ("B.f",) + super().f(x)
    @classmethod
    def make(cls): return "B+" + super().make()
    @property
    def p(self): return "B.p " + super().p
class C(A):
    def __init__(self, c=2, **kw):
        super().__init__(**kw)
        self.log.append("C")
    def f(self, x): return ("C.f",) + super(C, self).f(x)
class D(B, C):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append("D")
    def f(self, x): return ("D.f",) + super().f(x)
d = D(b=3, c=4, z=5)
print(d.log, d.f(9), D.make(), d.p)
print([k.__name__ for k in D.__mro__])
class E(A):
    def f(self, x):
        g = lambda: super(E, self).f(x)
        return g()
    def h(self):
        def inner():
            return super(E, self).f(0)
        return inner()
    def who(self): return __class__.__name__
print(E().f(1), E().h(), E().who())
class X:
    def f(self):
        return super().nothing
try:
    X().f()
except AttributeError as e:
    print(e)
def loose():
    return super().f
try:
    loose()
except RuntimeError as e:
    print(e)
def loose2(self):
    return super().f
try:
    loose2(1)
except RuntimeError as e:
    print(e)
class S:
    def __setattr__(self, k, v):
        super().__setattr__(k, v + 1)
s = S()
s.a = 1
print(s.a)
class T(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)
t = T()
t["a"] = 2
print(t, t["a"])
class L(list):
    def append(self, v):
        super().append(v)
        super().append(v)
l = L()
l.append(1)
print(l, len(l))
class Base:
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class Sub(Base, tag="x"): pass
print(Sub.tag)
class Gen:
    def items(self): return [1, 2]
class Gen2(Gen):
    def items(self):
        yield from super().items()
        yield 3
print(list(Gen2().items()))
try:
    class Wrong(Base, other=1): pass
except TypeError as e:
    print(e)
class Str(str):
    def upper(self): return super().upper() + "!"
print(Str("abc").upper(), Str("x") + "y", type(Str("x") + "y").__name__)
