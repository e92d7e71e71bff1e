import functools
from functools import partial, partialmethod
def f(a, b=2, *args, c=3, **kw): return (a, b, args, c, kw)
p = partial(f, 1, c=5)
print(p(), p(7), p(7, 8, 9, c=1, d=2), p.func is f, p.args, p.keywords)
print(repr(p).replace(repr(f), "F"), repr(partial(print, "a", sep="-")))
q = partial(p, 2, d=4); print(q(), q.args, q.keywords, q.func is f)
print(partial(int, base=2)("101"), partial(max, 5)(3), list(map(partial(pow, 2), range(4))))
def kwf(**k): return list(k.items())
print(partial(kwf, a=1, b=2)(b=3, c=4), partial(kwf, **{"z": 1})(a=2))
p.attr = 5; print(p.attr, p.__dict__)
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: partial()); t(lambda: partial(5)); t(lambda: partial(f)()); t(lambda: setattr(p, "func", 1)); t(lambda: p.nope); t(lambda: partial(f, 1)(a=1))
class C:
    def m(self, x, y): return (type(self).__name__, x, y)
    part = partialmethod(m, 1)
    kw = partialmethod(m, y=9)
    cm = partialmethod(classmethod(lambda cls, v: (cls.__name__, v)), 3)
    plain = partial(lambda *a: a, "p")
print(C().part(2), C().kw(5), C().cm(), C().plain("q"), C.part(C(), 8))
class P(partial): pass
print(type(P(f, 1)), P(f, 1)(2), isinstance(P(f), partial))
import copy
print(copy.copy(p)(), callable(p))
print(functools.partial(lambda **k: k, a=1)(**{"a": 2}))
r = partial(f); r2 = partial(r, 1); print(r2.args, partial(partial(f, 1), 2).args)
