class Desc:
    def __set_name__(s, o, n): s.n = "_" + n; print("name", o.__name__, n)
    def __get__(s, i, o): return s if i is None else getattr(i, s.n, 0)
    def __set__(s, i, v):
        if v < 0: raise ValueError(f"{s.n[1:]} {v}")
        setattr(i, s.n, v)
    def __delete__(s, i): delattr(i, s.n)
class A:
    x = Desc(); y = Desc()
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); cls.tag = tag; print("sub", cls.__name__, tag)
    def __class_getitem__(cls, k): return (cls.__name__, k)
class B(A, tag="t"): pass
b = B(); b.x = 5; print(b.x, b.y, b.__dict__, A[int], B.tag)
try: b.y = -1
except ValueError as e: print(e)
del b.x; print(b.x)
class Meta(type):
    @classmethod
    def __prepare__(m, n, bases, **k): return {"made": n, **k}
    def __new__(m, n, bs, d, **k): c = super().__new__(m, n, bs, d); c.keys = sorted(x for x in d if not x.startswith("__")); return c
    def __init__(c, *a, **k): super().__init__(*a)
    def __iter__(c): return iter(c.keys)
    def __contains__(c, k): return k in c.keys
    def __instancecheck__(c, i): return i == 7
    def __len__(c): return len(c.keys)
class M(metaclass=Meta, z=1):
    def f(self): pass
print(list(M), "f" in M, isinstance(7, M), len(M), M.z, type(M))
class X: 
    def who(s): return ["X"]
class Y(X): 
    def who(s): return ["Y"] + super().who()
class Z(X): 
    def who(s): return ["Z"] + super().who()
class W(Y, Z): 
    def who(s): return ["W"] + super().who()
print(W().who(), [c.__name__ for c in W.__mro__])
try: type("Bad", (X, Y), {})
except TypeError as e: print(str(e).split(chr(10))[0])
class S:
    __slots__ = ("a", "__dict__")
s = S(); s.a = 1; s.b = 2; print(s.__dict__, s.a)
class G:
    def __getattr__(s, n): return n.upper()
    def __setattr__(s, n, v): object.__setattr__(s, n, v * 2)
    def __dir__(s): return ["q"]
g = G(); g.v = 4; print(g.v, g.zz, dir(g))
class N:
    def __add__(s, o): return NotImplemented
    def __radd__(s, o): return "r"
    def __iadd__(s, o): return "i"
    def __matmul__(s, o): return "@"
    def __call__(s, *a, **k): return (a, k)
    def __bool__(s): return False
n = N(); print(1 + n, n @ 1, n(1, k=2), not n); n += 1; print(n)
try: N() + 1
except TypeError as e: print(e)
