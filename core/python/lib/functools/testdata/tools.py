import functools
from functools import reduce, wraps, update_wrapper, total_ordering, cmp_to_key, singledispatch, singledispatchmethod
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6), 10), reduce(max, [3, 1]), reduce(lambda a, b: a, [], 5), reduce(lambda a, b: b, "abc"))
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: reduce(lambda a, b: a, [])); t(lambda: reduce(lambda a, b: a, 5)); t(lambda: reduce(1, [1, 2])); t(lambda: reduce())
def deco(fn):
    @wraps(fn)
    def inner(*a, **k):
        "inner doc"
        return ("wrapped", fn(*a, **k))
    return inner
@deco
def hello(x: int, y=2) -> str:
    "hello doc"
    return x + y
hello2 = hello
print(hello(1), hello.__name__, hello.__doc__, hello.__wrapped__(1), hello.__annotations__, hello.__module__, hello.__qualname__)
def only(fn):
    @wraps(fn, assigned=("__name__",), updated=())
    def i(): "own"
    return i
def src(): "src"
src.attr = 5
print(only(src).__name__, only(src).__doc__, hasattr(only(src), "attr"), deco(src).attr)
class Call:
    def __call__(self): return 1
w = update_wrapper(lambda: 0, Call()); print(w.__name__, w.__wrapped__.__class__.__name__)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
@total_ordering
class V:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, V) else NotImplemented
    def __lt__(self, o): return self.v < o.v if isinstance(o, V) else NotImplemented
print(V(1) < V(2), V(1) <= V(1), V(2) > V(1), V(2) >= V(3), sorted([V(3), V(1)], key=lambda v: v.v)[0].v, max(V(1), V(5)).v)
t(lambda: V(1) <= 5); t(lambda: V(1) > 5)
for root in ["__le__", "__gt__", "__ge__"]:
    cls = type("K", (), {"__init__": lambda s, v: setattr(s, "v", v), "__eq__": lambda s, o: s.v == o.v, root: {"__le__": lambda s, o: s.v <= o.v, "__gt__": lambda s, o: s.v > o.v, "__ge__": lambda s, o: s.v >= o.v}[root]})
    cls = total_ordering(cls); print(root, [(cls(a) < cls(b), cls(a) <= cls(b), cls(a) > cls(b), cls(a) >= cls(b)) for a, b in [(1, 2), (1, 1), (2, 1)]])
t(lambda: total_ordering(type("N", (), {})))
print(sorted([5, 2, 8], key=cmp_to_key(lambda a, b: b - a)), sorted("bca", key=cmp_to_key(lambda a, b: (a > b) - (a < b))), min([3, 1], key=cmp_to_key(lambda a, b: a - b)))
k = cmp_to_key(lambda a, b: a - b); print(k(1) < k(2), k(1) == k(1), k(3) >= k(4), k(5).obj)
@singledispatch
def show(x): return "default %r" % (x,)
@show.register
def _(x: int): return "int"
@show.register(str)
def _(x): return "str"
@show.register(list)
@show.register(tuple)
def _(x): return "seq"
@show.register(type(None))
def none(x): return "none"
show.register(dict, lambda d: "dict")
print(show(1), show(True), show("s"), show([1]), show((1,)), show(None), show({}), show(2.5), show.dispatch(bool)(1), show.registry[int](5), show.__name__, none(1), list(show.registry)[:2])
class Base: pass
class Sub(Base): pass
show.register(Base, lambda b: "base"); print(show(Sub())); show.register(Sub, lambda b: "sub"); print(show(Sub()), show(Base()))
import collections.abc
show.register(collections.abc.Mapping, lambda m: "mapping"); show.register(collections.abc.Set, lambda m: "set"); print(show(collections.OrderedDict()), show({1}), show(frozenset()))
t(lambda: show()); t(lambda: show.register(5));
class M:
    @singledispatchmethod
    def f(self, a): return "any"
    @f.register
    def _(self, a: int): return "int"
    @f.register(str)
    def _(self, a): return "str"
    @singledispatchmethod
    @classmethod
    def c(cls, a): return cls.__name__, "any"
    @c.register
    @classmethod
    def _(cls, a: int): return cls.__name__, "int"
print(M().f(1), M().f("x"), M().f(2.5), M.c(1), M.c("x"))
