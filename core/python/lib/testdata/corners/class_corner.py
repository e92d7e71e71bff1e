class Meta(type):
    def __new__(m, n, b, ns, **k): print("new", n, sorted(k)); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): print("init", n); super().__init__(n, b, ns)
    def __call__(c, *a, **k): print("call", a); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, n, b, **k): print("prep", n, k); return {"injected": 1}
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return True
    def __len__(c): return 7
    def __getitem__(c, k): return k
    def __iter__(c): return iter("xy")
    def __contains__(c, v): return v == 1
    @property
    def prop(c): return "mp"
class A(metaclass=Meta, flag=1):
    x = injected
    def __init__(self, v): self.v = v
print(A(3).v, isinstance(5, A), issubclass(int, A), len(A), A["k"], list(A), 1 in A, A.prop, A.x)
class B:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); print("sub", cls.__name__, tag)
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __set_name__(self, o, n): print("never")
class C(B, tag="t"): pass
print(B[int], C["a"])
class D:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.n = name
    def __get__(self, i, o): return ("get", self.n, i is None)
    def __set__(self, i, v): print("set", self.n, v); i.__dict__["_" + self.n] = v
    def __delete__(self, i): print("del", self.n)
class E:
    d = D()
e = E(); e.d = 5; print(e.d, E.d, e.__dict__); del e.d
class G:
    def __getattr__(self, n):
        if n.startswith("__"): raise AttributeError(n)
        return "ga:" + n
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
    def __delattr__(self, n): print("delattr", n); super().__delattr__(n)
    def __dir__(self): return ["b", "a"]
g = G(); g.q = 4; print(g.q, g.zz, dir(g)); del g.q
class S:
    __slots__ = ("a", "b", "__dict__")
s = S(); s.a = 1; s.c = 3; print(s.a, s.__dict__)
class S2: __slots__ = "only",
try: S2().x = 1
except AttributeError as e: print(e)
try: S2().only
except AttributeError as e: print(e)
try:
    class S3:
        __slots__ = ("v",); v = 1
except ValueError as e: print(e)
try:
    class X(int, str): pass
except TypeError as e: print(e)
class X1: pass
class X2(X1): pass
try:
    class X3(X1, X2): pass
except TypeError as e: print(e)
class M1(type): pass
class M2(type): pass
try:
    class X4(M1("a", (), {}), M2("b", (), {})): pass
except TypeError as e: print(e)
try:
    class X5(True.__class__): pass
except TypeError as e: print(e)
try:
    class X6(5): pass
except TypeError as e: print(e)
T = type("T", (X1,), {"f": lambda s: "f", "__doc__": "d"}); print(T().f(), T.__doc__, T.__mro__, T.__module__, T.__qualname__)
class Cell:
    def f(self): return __class__
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls): return cls
class Sub(Cell): pass
print(Sub().f(), Sub.c(), Sub.s(1), Sub().c(), type(Cell.__dict__["c"]))
class P:
    def __init__(s): s._v = 0
    @property
    def v(s): "doc"; return s._v
    @v.setter
    def v(s, x): s._v = x
    @v.deleter
    def v(s): print("deleted")
    ro = property(lambda s: 1)
p = P(); p.v = 3; print(p.v, P.v.__doc__); del p.v
for st in ("p.ro = 1", "del p.ro", "p.nope", "P.nope", "p.v.x", "P().v = ", "p()", "P(1)", "p[0]", "p + 1", "len(p)", "for i in p: pass", "p < p", "P.v.fget(1)", "object(1)", "type('a', 1, 2)", "type(1, 2)", "super().x", "p.__class__ = int", "type.__call__()", "p.__dict__ = 1", "del P.x", "P.__name__ = 1", "int.x = 1"):
    try: exec(st); print(st, "ok")
    except Exception as e: print(st, "->", type(e).__name__, e)
p.__class__ = X1; print(type(p).__name__)
print(X1.__subclasses__(), (lambda: 0).__qualname__, Cell.f.__qualname__, X2.mro())
