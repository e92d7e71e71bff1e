# Names of generators, properties, unbound super objects, docstrings that are descriptors, slots, proxies, classes made by functions.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class F2(frozenset): pass
import copy
f = frozenset([1]); t(lambda: copy.copy(f) is f)
s = slice([1], [2]); t(lambda: copy.deepcopy(s) is s)
def fn(): yield 1
fn.__name__ = 'other'; fn.__qualname__ = 'qq'
t(lambda: (fn().__name__, fn().__qualname__, repr(fn())[:24]))
def outer():
    yield from inner
def inn(): yield 1
inner = inn(); o = outer(); t(lambda: o.gi_yieldfrom); next(o); t(lambda: o.gi_yieldfrom is inner)
class P:
    @property
    def x(self): 'docx'; return 1
def setp(n):
    def f(): setattr(P.x, n, 1)
    return f
for n in ('fget', 'fset', 'fdel', '__doc__', '__isabstractmethod__', 'zzz'): t(setp(n))
t(lambda: P.x.__set_name__()); t(lambda: P.x.__set_name__(1, 2, 3))
def pr():
    class Q(int):
        def __pow__(s, o, m=None): return ('pow', int(o), m)
        def __rpow__(s, o, m=None): return ('rpow', o, m)
    return pow(Q(2), 3), pow(Q(2), 3, 5), pow(3, Q(2)), Q(2) ** 3
t(pr)
class C:
    def f(self): "doc"
    cm = classmethod(f); sm = staticmethod(f)
class A1:
    def m(self, a): return 'A1 %r' % a
class A2(A1):
    def m(self, a): return 'A2 ' + self.__s.m(a)
A2._A2__s = super(A2)
t(lambda: A2().m(3)); t(lambda: super(A2)); t(lambda: super(A2).__get__(A2()).m(1)); t(lambda: super(A2).__self__)
class DD:
    def __get__(s, o, t): return 'doc of %s' % (t.__name__ if t else o)
class OD: __doc__ = DD()
t(lambda: OD.__doc__); t(lambda: OD().__doc__)
def sl():
    class X: __slots__ = ['\x80']
t(sl)
def sl():
    class X: __slots__ = ['a b']
t(sl)
def sl():
    class X: __slots__ = ['a', '__weakref__', '__dict__']
    x = X(); x.z = 1
    return x.__weakref__, x.__dict__, X.a, type(X.a).__name__, type(X.__dict__['__dict__']).__name__
t(sl)
def dd():
    class X: pass
    x = X(); x.a = 1; del x.__dict__; return x.__dict__
t(dd)
class Px:
    def __init__(s, o): object.__setattr__(s, 'o', o)
    def __getattribute__(s, n): return getattr(object.__getattribute__(s, 'o'), n)
t(lambda: (isinstance(Px(C()), C), isinstance(Px(3), int), isinstance(Px(3), str), type(Px(3)).__name__))
import types
t(lambda: types.new_class('K', (C,), {}, lambda ns: ns.update(y=1)).y)
class Meta(type):
    @classmethod
    def __prepare__(m, n, b, **k): return {'y': 1, **k}
    def __new__(m, n, b, ns, **k): return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): pass
t(lambda: (lambda K: (K.y, K.z, K.w))(types.new_class('K', (), {'metaclass': Meta, 'z': 2}, lambda ns: ns.update(w=1))))

