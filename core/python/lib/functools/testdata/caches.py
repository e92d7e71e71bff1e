from functools import lru_cache, cache, cached_property
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    "doc f"
    calls.append((x, y)); return x + y
print(f(1), f(1), f(2), f(3), f(1), f(1, y=0), f(x=1), calls, f.cache_info(), f.__name__, f.__doc__, f.__wrapped__.__name__, f.cache_parameters())
f.cache_clear(); print(f.cache_info())
@lru_cache
def g(x): return x * 2
print(g(2), g(2.0), g(True), g.cache_info())
@lru_cache(typed=True)
def h(x): return type(x).__name__
print(h(1), h(1.0), h(True), h.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info(), fib.cache_parameters())
@lru_cache(maxsize=0)
def z(x): return x
print(z(1), z(1), z.cache_info())
@lru_cache(maxsize=None)
def n(*a, **k): return (a, k)
print(n(1, 2, a=3), n(), n(1, 2, a=3), n.cache_info())
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: g([1])); t(lambda: lru_cache("x")); t(lambda: lru_cache(-1)(lambda: 1).cache_parameters()); t(lambda: g()); t(lambda: lru_cache(maxsize=1.5))
class A:
    def __init__(self): self.n = 0
    @cached_property
    def v(self):
        "v doc"
        self.n += 1; return self.n * 10
    @lru_cache
    def m(self, x): return x
    @property
    @cache
    def pc(self): return "pc"
a = A(); print(a.v, a.v, a.n, a.__dict__, A.v.__doc__, a.m(3), A.m.cache_info().misses, a.pc)
del a.v; print(a.v); a.v = 7; print(a.v); print(type(A.v).__name__, A.v.attrname)
class S:
    __slots__ = ()
    @cached_property
    def x(self): return 1
t(lambda: S().x)
def cp():
    class B:
        pass
    B.late = cached_property(lambda s: 1)
    return B().late
t(cp)
print(repr(g)[:32], f(1) == f(x=1))
import inspect
print(inspect.signature(f))
@lru_cache
def err(x): raise ValueError(x)
t(lambda: err(1)); t(lambda: err(1)); print(err.cache_info())
