# functools
import functools, operator
@functools.lru_cache(maxsize=2)
def f(x): print('call', x); return x * 2
f(1); f(2); f(1); f(3); f(2); print(f.cache_info(), f.cache_parameters()); f.cache_clear(); print(f.cache_info(), f.__wrapped__(5))
@functools.cache
def g(a, b=1): return a + b
print(g(1), g(1, b=1), g.cache_info())
try: f([])
except TypeError as e: print(e)
p = functools.partial(int, base=2); print(p('101'), p.func, p.args, p.keywords, p)
p2 = functools.partial(print, 1, sep='-'); p2(2, 3); p3 = functools.partial(p2, 9, end='!\n'); p3(4); print(p3.args, p3.keywords)
@functools.wraps(g)
def w(*a): "w doc"; return g(*a)
print(w.__name__, w.__doc__, w.__wrapped__ is g)
@functools.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2))
try:
    @functools.total_ordering
    class Bad: pass
except ValueError as e: print(e)
@functools.singledispatch
def sd(x): return 'default'
@sd.register
def _(x: int): return 'int'
@sd.register(str)
def _(x): return 'str'
@sd.register(list)
@sd.register(tuple)
def _(x): return 'seq'
@sd.register
def _(x: float | complex): return 'num'
print(sd(1), sd('a'), sd([]), sd(()), sd(None), sd(True), sd(1.5), sd(1j), sd.dispatch(bool).__name__, sorted(c.__name__ for c in sd.registry))
try: sd()
except TypeError as e: print(e)
try:
    @sd.register
    def _(x): pass
except TypeError as e: print(str(e)[:30])
class C:
    @functools.singledispatchmethod
    def m(self, a): return 'd'
    @m.register
    def _(self, a: int): return 'i'
    @functools.cached_property
    def cp(self): print('computing'); return 5
    @functools.partialmethod
    def pm(self): pass
    def base(self, x, y): return x, y
    pb = functools.partialmethod(base, 10)
c = C(); print(c.m(1), c.m('a'), c.cp, c.cp, c.__dict__, c.pb(2)); del c.cp; print(c.cp)
print(functools.reduce(operator.add, [1, 2, 3], 10), functools.reduce(lambda a, b: a * b, [5]))
try: functools.reduce(operator.add, [])
except TypeError as e: print(e)
print(sorted('bca', key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))))
print(functools.cmp_to_key(lambda a, b: 0)(1) == functools.cmp_to_key(lambda a, b: 0)(2))
k = functools.cmp_to_key(lambda a, b: a - b)
print(k(1) < k(2), k(3).obj)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
