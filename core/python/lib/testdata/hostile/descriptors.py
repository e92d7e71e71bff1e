# descriptors
class D:
    def __set_name__(self, o, n): self.n = n; print('set', o.__name__, n)
    def __get__(self, i, o=None): return ('get', i is None, o.__name__)
    def __set__(self, i, v): i.__dict__[self.n] = v
    def __delete__(self, i): print('del')
class A: x = D()
a = A(); print(a.x, A.x); a.x = 5; print(a.x, a.__dict__); del a.x
class ND:
    def __get__(self, i, o): return 'nd'
class B: y = ND()
b = B(); print(b.y); b.y = 1; print(b.y)
class P:
    @property
    def v(self): "doc"; return 1
    @v.setter
    def v(self, x): print('set', x)
    @v.deleter
    def v(self): print('d')
p = P(); p.v = 2; del p.v; print(P.v.__doc__, P.v.fget.__name__, type(P.v))
class R:
    @property
    def q(self): return 1
try: R().q = 1
except AttributeError as e: print(e)
try: del R().q
except AttributeError as e: print(e)
class W: x = property()
try: W().x
except AttributeError as e: print(e)
class S:
    __slots__ = ('a', 'b')
s = S()
try: s.c = 1
except AttributeError as e: print(e)
try: s.a
except AttributeError as e: print(e)
s.a = 1; print(s.a, S.a, hasattr(s, '__dict__'))
class S2(S): pass
s2 = S2(); s2.z = 1; print(s2.__dict__)
try:
    class Bad:
        __slots__ = ('a',)
        a = 1
except ValueError as e: print(e)
class S3: __slots__ = 'single'
print(S3.__slots__); S3().single = 1
class Sd:
    __slots__ = ('__dict__', 'k')
o = Sd(); o.k=1; o.m = 2; print(o.__dict__)
class Smap: __slots__ = {'a': 'doc of a'}
print(Smap.__slots__, Smap.a.__doc__)
try:
    class X(S, Smap): pass
except TypeError as e: print(e)
try:
    class Bad2(int): __slots__ = ('x',)
    Bad2(1).x = 1
    class Bad3(tuple): __slots__ = ('x',)
except TypeError as e: print(e)
try:
    class Bad4: __slots__ = ('1x',)
except TypeError as e: print(e)
try:
    class Bad4: __slots__ = (1,)
except TypeError as e: print(e)
