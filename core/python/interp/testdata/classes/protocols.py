class Num:
    def __init__(self, v): self.v = v
    def __int__(self): return int(self.v)
    def __float__(self): return float(self.v)
    def __index__(self): return self.v
    def __bool__(self): return self.v != 0
    def __abs__(self): return Num(abs(self.v))
    def __round__(self, n=None): return ("round", n)
    def __divmod__(self, o): return ("divmod", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rsub__(self, o): return ("rsub", o)
    def __ilshift__(self, o): return ("ilshift", o)
    def __eq__(self, o): return self.v == getattr(o, "v", o)
    def __lt__(self, o): return self.v < getattr(o, "v", o)
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"N{self.v}"
    def __len__(self): return self.v
    def __reversed__(self): return iter([3, 2, 1])
    def __invert__(self): return "inv"
    def __pos__(self): return "pos"
    def __iter__(self): return iter(range(self.v))
n = Num(3)
print(int(n), float(n), [10, 20, 30, 40][n], abs(Num(-2)), round(n), round(n, 2), divmod(n, 2), n ** 2, pow(n, 2, 5), 5 - n)
n <<= 4
print(n)
n = Num(3)
print(sorted([Num(3), Num(1)]), max(Num(1), Num(2)), {Num(1): "a"}[Num(1)], Num(1) in [Num(1)], list(reversed(n)), ~n, +n, list(n), bool(Num(0)))
print(range(10)[n], "x" * n if False else "skip", hex(n), len(n), not n, [*n], Num(2) == 2, Num(2) != 2, 1 < Num(2))
try:
    Num(1) > Num(0) and Num(1) >= Num(1)
except TypeError as e:
    print(e)
class Both:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return NotImplemented
try:
    Both() + Both()
except TypeError as e:
    print(e)
class Left:
    def __add__(self, o): return "left"
class Right(Left):
    def __radd__(self, o): return "right"
print(Left() + Right(), Right() + Left(), Left() + 1)
class Eq:
    def __init__(self, r): self.r = r
    def __eq__(self, o): return self.r
print((Eq("x") == 1), (Eq([]) != 1), [Eq(True)] == [5], Eq(0) == Eq(1))
class BadBool:
    def __bool__(self): return 5
try:
    if BadBool(): pass
except TypeError as e:
    print(e)
class BadLen:
    def __len__(self): return -1
try:
    len(BadLen())
except ValueError as e:
    print(e)
class BadStr:
    def __str__(self): return 5
try:
    str(BadStr())
except TypeError as e:
    print(e)
class Fmt:
    def __format__(self, s): return "fmt:" + s
print(f"{Fmt():abc}", format(Fmt(), "q"), "{:z}".format(Fmt()))
class Call:
    count = 0
    def __call__(self, *a): self.count += 1; return self.count
c = Call()
print(c(), c(), Call.count, callable(c), callable(5))
class Ctx:
    def __enter__(self): return self
    def __exit__(self, t, v, tb): return t is KeyError
with Ctx(): raise KeyError
try:
    with Ctx(): raise IndexError("i")
except IndexError as e:
    print("passed", e)
class Missing(dict):
    def __missing__(self, k): return k * 2
print(Missing()["ab"], Missing(a=1)["a"], Missing().get("q"))
class DirT:
    def __dir__(self): return ["b", "a"]
print(dir(DirT()))
class Del:
    def __delitem__(self, k): print("del", k)
    def __setitem__(self, k, v): print("set", k, v)
    def __contains__(self, k): return k == 1
d = Del()
del d[1:2]
d["x"] = 5
print(1 in d, 2 not in d)
class Iter:
    def __iter__(self):
        yield from (1, 2)
print(list(Iter()), sum(Iter()), dict(zip(Iter(), "ab")), tuple(Iter()), set(Iter()), max(Iter()), 2 in Iter())
class Attr:
    x = 1
    def __init__(self): self.__dict__["y"] = 2
a = Attr()
print(vars(a), hasattr(a, "x"), getattr(a, "zz", "dflt"), a.__class__.__name__, a.__dict__)
setattr(a, "w", 3); delattr(a, "y")
print(vars(a))
a.__class__ = type("Other", (), {"m": lambda s: "other"})
print(a.m(), type(a).__name__)
print(Num.__dict__["__int__"].__name__, isinstance(Num.__dict__, dict), type(Num.__dict__).__name__)
class Sub(int):
    def __add__(self, o): return Sub(int(self) + o)
    def __repr__(self): return f"Sub({int(self)})"
print(Sub(3) + 4, Sub(3) * 2, isinstance(Sub(3), int), Sub(3) == 3, [1, 2, 3, 4][Sub(2)])
class F(float): pass
print(F(1.5) + 1, F(2).is_integer(), type(F(1) + F(1)).__name__)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
print(T(1, 2), T(1, 2)[0], len(T(1, 2, 3)))
