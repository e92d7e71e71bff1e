# What object and type give: construction, attributes, slots, metaclasses, hooks of class creation.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")

class A:
    """Doc of A."""
    x = 1
    def __init__(self, v=0): self.v = v
    def f(self): return self.v
class B(A):
    pass
a = A(3)
print(A, A.__name__, A.__qualname__, A.__module__, A.__doc__, B.__doc__, A.__bases__, B.__mro__, B.mro(), A.__dict__['x'], a.__dict__, a.__class__, type(a), type(A), type(type))
print(repr(a)[:20], str(a) == repr(a), a == a, a != a, a == 3, hash(a) == hash(a), a.__eq__(3), a.__ne__(a), a.__lt__(1), isinstance(a, object), isinstance(A, type), issubclass(B, A), issubclass(B, (int, A)))
a.__class__ = B; print(type(a).__name__, a.f()); a.__dict__ = {'v': 9}; print(a.f(), vars(a)); a.__dict__['w'] = 1; print(a.w)
fails(A, 1, 2); fails(object, 1); fails(object().__init__, 1); fails(lambda: a.nope); fails(lambda: A.nope); fails(lambda: a < a); fails(lambda: a + 1); fails(lambda: a()); fails(lambda: a[0]); fails(len, a); fails(lambda: -a); fails(lambda: 1 in a); fails(iter, a); fails(lambda: {a: 1}[B()]) if False else None
def setattr_(o, n, v): setattr(o, n, v)
def delattr_(o, n): delattr(o, n)
fails(setattr_, 5, 'x', 1); fails(setattr_, int, 'x', 1); fails(setattr_, a, '__class__', 5); fails(setattr_, a, '__dict__', 5); fails(delattr_, a, 'zz'); fails(setattr_, object(), 'x', 1); fails(delattr_, A, 'zz'); fails(getattr, a, 5); fails(setattr_, a, '__class__', int)
class C: pass
fails(C, 1); fails(C, x=1)
class D:
    def __new__(cls, *a): return object.__new__(cls)
print(type(D(1)).__name__); print(type(D(1, 2)).__name__)
class E:
    def __new__(cls, *a): return super().__new__(cls, *a)
fails(E, 1)
class F:
    def __init__(self): return 5
fails(F)
print(object().__repr__()[:15], format(5), format(a) == str(a)); fails(format, a, 'x')
T = type('T', (A,), {'y': 2, 'g': lambda self: self.y}); t = T(); print(T, t.y, t.g(), t.x, T.__bases__, T.__name__); fails(type, 1, 2); fails(type, 'x', 1, {}); fails(type, 1, (), {}); fails(type); fails(type, 'X', (5,), {})
class S:
    __slots__ = ('p', 'q')
    def __init__(self): self.p = 1
s = S(); print(s.p, S.__slots__, S.p); fails(lambda: s.q); fails(setattr_, s, 'z', 1); fails(lambda: s.__dict__); s.q = 5; del s.p; fails(lambda: s.p); print(s.q)
class S2(S):
    pass
s2 = S2(); s2.z = 1; print(s2.z, s2.p, s2.__dict__)
class S3(S):
    __slots__ = 'r'
s3 = S3(); s3.r = 1; print(s3.r, s3.p); fails(setattr_, s3, 'zz', 1)
def bad_slots():
    class X:
        __slots__ = ('a',)
        a = 1
fails(bad_slots)
class P:
    __slots__ = ('__dict__', 'k')
p = P(); p.k = 1; p.other = 2; print(p.__dict__, p.k)
class Priv:
    __slots__ = ('__x',)
    def __init__(self): self.__x = 4
    def get(self): return self.__x
print(Priv().get(), Priv()._Priv__x)
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        c = super().__new__(m, name, bases, ns)
        c.kw = kw
        return c
    def __init__(c, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(c, *a, **k): print('call', c.__name__, a); return super().__call__(*a, **k)
    def __repr__(c): return f'<{c.__name__}!>'
    def __len__(c): return 7
    def __getitem__(c, k): return (c.__name__, k)
    def __contains__(c, k): return k == 1
    def __iter__(c): return iter('ab')
    def __instancecheck__(c, o): return o == 'inst'
    def __getattr__(c, n): return 'meta ' + n
    @classmethod
    def __prepare__(m, name, bases, **kw): return {'prepared': True}
    @property
    def prop(c): return 'P' + c.__name__
class M(metaclass=Meta, z=1):
    def __init__(self, q): self.q = q
print(M, M.kw, M(5).q, len(M), M[3], 1 in M, list(M), isinstance('inst', M), M.unknown, M.prepared, M.prop, type(M), type(M).__name__)
class N(M): pass
print(type(N), N(1).q, bool(N))
class Other(type): pass
def conflict():
    class Z(M, metaclass=Other): pass
fails(conflict)
def mro(): 
    class X(A, B): pass
def dup():
    class X(A, A): pass
def final():
    class X(bool): pass
def layout():
    class X(int, str): pass
def notype():
    class X(5): pass
fails(mro); fails(dup); fails(final); fails(layout); fails(notype)
class Base:
    subs = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subs.append((cls.__name__, tag))
class U(Base, tag='u'): pass
class V(U): pass
print(Base.subs, [c.__name__ for c in Base.__subclasses__()], U.__subclasses__())
def noinit():
    class W(A, foo=1): pass
fails(noinit)
class Desc:
    def __set_name__(self, owner, name): self.name = name; print('set', owner.__name__, name)
    def __get__(self, o, c): return (self.name, o is None, c.__name__)
class Uses:
    d = Desc(); e = Desc()
print(Uses.d, Uses().e)
class Eq:
    def __eq__(self, o): return True
print(Eq() == 1, Eq() != 1, Eq.__hash__); fails(hash, Eq())
class Data:
    def __get__(self, o, c): return o.__dict__.get('_v', 'none') if o else self
    def __set__(self, o, v): o.__dict__['_v'] = v * 2
    def __delete__(self, o): del o.__dict__['_v']
class H:
    v = Data()
h = H(); h.v = 4; print(h.v, h.__dict__); h.__dict__['v'] = 'shadow'; print(h.v); del h.v; print(h.v)
class G:
    def __getattr__(self, n):
        if n.startswith('x'): return n * 2
        raise AttributeError(f'no {n}')
    def __setattr__(self, n, v): object.__setattr__(self, n, ('set', v))
    def __delattr__(self, n): print('del', n); super().__delattr__(n)
g = G(); g.a = 1; print(g.a, g.xy, hasattr(g, 'zz'), getattr(g, 'q', 'dflt')); del g.a; fails(lambda: g.zz)
class GA:
    def __getattribute__(self, n):
        if n == 'magic': return 42
        return super().__getattribute__(n)
    def __init__(self): self.r = 1
print(GA().magic, GA().r); fails(lambda: GA().nope)
A.x = 5; print(B.x, a.x); del A.x; fails(lambda: B.x); A.__name__ = 'Renamed'; print(A, type(A()).__name__); fails(setattr_, A, '__name__', 5)
print(dir(U)[-3:], [n for n in dir(h) if not n.startswith('__')], '__init__' in dir(A), A.__init__.__name__, sorted(vars(S))[:3])
print(int | None, int | str | None, list[int] | None, isinstance(5, int | str), isinstance(None, int | None), issubclass(int, int | str), (int | str) == (str | int), int | int, None | int, type(int | str)); fails(lambda: int | 5)
print(list[int], dict[str, list[int]], tuple[int, ...], list['x'], list[int]([1]), list[int].__origin__, list[int].__args__, list[int] == list[int], tuple[()], type[int], type(list[int]), A[0] if hasattr(A, '__class_getitem__') else 'no')
fails(lambda: int[3]); fails(isinstance, 5, 5); fails(isinstance, 5, list[int]); fails(issubclass, 5, int); fails(issubclass, int, 5); fails(isinstance, 5); fails(isinstance, 5, (int, 'a')); fails(isinstance, 5, ('a', int))
class CG:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
print(CG[1], CG['a'])
class LI(list[int]): pass
print(LI.__bases__, LI([1]), LI.__orig_bases__)
fails(setattr_, A, '__bases__', (Eq,)); B.__bases__ = (Eq,); print(B.__mro__, B() == 5, A.__subclasses__()); fails(setattr_, B, '__bases__', ()); fails(setattr_, B, '__bases__', (B,)); fails(setattr_, B, '__bases__', 5); fails(setattr_, B, '__bases__', (int,))
class Outer:
    class Inner:
        def m(self): pass
print(Outer.Inner, Outer.Inner.__qualname__, Outer.Inner.m.__qualname__, Outer.Inner().m.__name__)
print(callable(A), callable(a), callable(len), callable(5), type(None), type(...), type(NotImplemented), type(len), type([].append), type(list.append), type(A.f), type(A().f), type(int.__add__), type((1).__add__))
