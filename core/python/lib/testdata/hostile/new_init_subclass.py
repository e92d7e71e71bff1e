# new init subclass
class Meta(type):
    def __new__(m, n, b, d, **k): print('new', n, k, sorted(x for x in d if not x.startswith('__'))); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): print('init', n); super().__init__(n, b, d)
    def __call__(c, *a, **k): print('call', a, k); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, n, b, **k): print('prep', n, k); return {'pre': 1}
    def __instancecheck__(c, i): return i == 5
    def __subclasscheck__(c, s): return s is int
    def __len__(c): return 42
    def __getitem__(c, k): return k
    def __iter__(c): return iter('ab')
    def __contains__(c, k): return True
    def __getattr__(c, n): return 'meta ' + n
    def __repr__(c): return f'<{c.__name__}>'
    def __eq__(c, o): return True
    def __hash__(c): return 1
    def __add__(c, o): return 'added'
    @property
    def mp(c): return 'mp'
class A(metaclass=Meta, k=1):
    x = 1
    def __init__(self, *a): print('A', a)
print(A(1, 2).x, len(A), A[3], list(A), 3 in A, A.zz, A, A == 1, A + 1, isinstance(5, A), issubclass(int, A), A.mp, A.pre)
class B(A): pass
class Base:
    def __init_subclass__(cls, /, tag=None, **k): print('sub', cls.__name__, tag, k); super().__init_subclass__(**k); cls.tag = tag
class C(Base, tag='t'): pass
print(C.tag)
try:
    class E(Base, foo=1): pass
except TypeError as e: print(e)
try:
    class F(object, foo=1): pass
except TypeError as e: print(e)
class N:
    def __new__(cls, *a, **k): print('new', cls.__name__, a, k); o = super().__new__(cls); o.n = 1; return o
    def __init__(self, a, b=2): self.a = a
print(N(5).__dict__)
class I:
    def __new__(cls): return 42
    def __init__(self): print('never')
print(I())
class Bad:
    def __init__(self): return 1
try: Bad()
except TypeError as e: print(e)
try: object(1)
except TypeError as e: print(e)
try: object.__new__(int)
except TypeError as e: print(e)
try: int.__new__(str)
except TypeError as e: print(e)
try: int.__new__()
except TypeError as e: print(e)
try: int.__new__(5)
except TypeError as e: print(e)
class Single:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Single() is Single())
class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass
try:
    class Z(X, Y): pass
except TypeError as e: print(e)
try:
    class Q(int, str): pass
except TypeError as e: print(e)
try:
    class Q(bool): pass
except TypeError as e: print(e)
class O1: pass
class O2(O1): pass
try:
    class Q(O1, O2): pass
except TypeError as e: print(e)
try:
    class Q(O1, O1): pass
except TypeError as e: print(e)
try:
    class Q(1): pass
except TypeError as e: print(e)
def fm(n, b, d): return n, b, sorted(d)
class Fn(metaclass=fm): a = 1
print(Fn)
T = type('T', (O1,), {'a': 1, 'm': lambda s: s.a}); print(T().m(), T.__bases__, T.__name__, T.__qualname__, T.__module__, T)
class G:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
print(G[int], G[1, 2])
try: O1[int]
except TypeError as e: print(e)
print(type.__call__(O2).__class__.__name__, type(O1), type(type), type.mro(O2))
class MB:
    def __mro_entries__(self, bases): return (O1,)
class MC(MB()): pass
print(MC.__mro__, len(MC.__orig_bases__))
