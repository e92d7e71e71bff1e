# property, classmethod, staticmethod, super, bound methods and the attributes of functions of Go.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
def setattr_(o, n, v): setattr(o, n, v)
def delattr_(o, n): delattr(o, n)

class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        """The x."""
        return self._x
    @x.setter
    def x(self, v): self._x = v * 10
    @x.deleter
    def x(self): self._x = 'gone'
    @property
    def ro(self): return 'ro'
    wo = property(None, lambda self, v: print('wo', v), doc='written')
    @classmethod
    def make(cls, *a): return cls.__name__, a
    @staticmethod
    def stat(a, b=2): return a + b
    def meth(self, y): return (self._x, y)
p = P(); print(p.x); p.x = 5; print(p.x); del p.x; print(p.x, P.x.__doc__, P.wo.__doc__, type(P.x).__name__); p.wo = 3
fails(lambda: p.wo); fails(setattr_, p, 'ro', 1); fails(delattr_, p, 'ro'); fails(delattr_, p, 'wo')
print(P.make(1), p.make(), P.stat(1), p.stat(1, 1), P.meth(p, 2), p.meth(2), P.x.fget(p), P.x.fset is not None, P.ro.fset)
class Q(P):
    @P.x.getter
    def x(self): return 'Q' + str(self._x)
    @classmethod
    def make(cls, *a): return 'Q', super().make(*a)
    def meth(self, y): return ('Q', super().meth(y))
    @property
    def ro(self): return 'Q' + super().ro
q = Q(); q.x = 2; print(q.x, q.make(3), Q.make(4), q.meth(1), q.ro, super(Q, q).ro, super(Q, Q).make(9), super(Q, q).meth(0))
m = p.meth; print(m(1), m.__self__ is p, m.__func__ is P.meth, m.__name__, m.__qualname__, m.__doc__, m == p.meth, m is p.meth, hash(m) == hash(p.meth), {p.meth: 1}[m], p.meth == P().meth)
print(repr(P.meth).split(' at ')[0], repr(p.meth).split(' of ')[0], repr(len), repr([].append).split(' at ')[0], repr(list.append), repr(int.__add__), repr((1).__add__).split(' at ')[0], repr(dict.fromkeys).split(' at ')[0], repr(str.join), repr(object.__init__))
print(len.__name__, len.__module__, [].append.__name__, list.append.__qualname__, [1].append.__self__, dict.fromkeys.__name__, [].append.__qualname__, len.__qualname__, int.__add__.__name__)
f = [].append; g = f.__self__; f(1); f(2); print(g, list.append(g, 3), g, list.__len__(g), str.upper('a'), 'a'.upper.__call__(), (5).__add__(6), int.__add__(1, 2))
fails(list.append, 5, 1); fails(str.upper, 1); fails(list.append); fails(lambda: len.foo); fails(setattr_, len, 'x', 1) if False else None; fails(lambda: p.meth.nope); fails(int.__add__, 'a', 1)
fails(super, 1); fails(super, P, 5); fails(lambda: super(Q, q).nope); fails(P.meth); fails(p.meth); fails(property(None).__get__, p)
class Base:
    def __init__(self, **kw): self.kw = kw; print('Base', sorted(kw))
    def who(self): return ['Base']
class L(Base):
    def __init__(self, a=None, **kw): super().__init__(**kw); self.a = a
    def who(self): return ['L'] + super().who()
class R(Base):
    def __init__(self, b=None, **kw): super().__init__(**kw); self.b = b
    def who(self): return ['R'] + super().who()
class LR(L, R):
    def who(self): return ['LR'] + super().who()
o = LR(a=1, b=2, c=3); print(o.a, o.b, o.kw, o.who(), super(L, o).who(), [c.__name__ for c in LR.__mro__])
class St:
    s = staticmethod(len); c = classmethod(lambda cls, n: (cls.__name__, n)); print(s([1, 2]), type(s).__name__, type(c).__name__)
print(St.s('abc'), St().s('ab'), St.c(1), St().c(2), St.__dict__['s'].__func__ is len, St.__dict__['c'].__func__.__name__, repr(St.__dict__['s']))
class Prop(property):
    def __get__(self, o, c=None): return ('sub', super().__get__(o, c)) if o else self
class UsesProp:
    @Prop
    def z(self): return 1
    @z.setter
    def z(self, v): print('set', v)
u = UsesProp(); print(u.z, type(UsesProp.z).__name__); u.z = 4
class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, c, n): self.n = n
    def __get__(self, o, c=None):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o)
        return v
class UC:
    @Cached
    def val(self): print('computing'); return 7
u = UC(); print(u.val, u.val, u.__dict__)
class Call:
    def __call__(self, *a, **k): return (a, k)
    def __bool__(self): return False
    def __len__(self): return 3
    def __contains__(self, x): return x == 'in'
    def __iter__(self): yield from (1, 2)
    def __getitem__(self, k): return k
    def __index__(self): return 2
    def __float__(self): return 2.5
    def __repr__(self): return 'Call!'
    def __str__(self): return 'call'
    def __format__(self, s): return f'<{s}>'
    def __neg__(self): return 'neg'
    def __abs__(self): return 'abs'
    def __add__(self, o): return ('add', o)
    def __radd__(self, o): return ('radd', o)
    def __iadd__(self, o): return ('iadd', o)
    def __divmod__(self, o): return 'dm'
    def __round__(self, n=None): return ('round', n)
    def __reversed__(self): return iter('rev')
    def __enter__(self): return 'ent'
    def __exit__(self, *a): return True
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __matmul__(self, o): return 'mat'
    def __hash__(self): return 99
    def __eq__(self, o): return o == 'eq'
    def __lt__(self, o): return 'lt'
    def __dir__(self): return ['z', 'a']
c = Call()
print(c(1, k=2), bool(c), len(c), 'in' in c, 'out' in c, list(c), c[5], [0, 1, 2][c], float(c), repr(c), str(c), f'{c:spec}', f'{c!r}', f'{c}', -c, abs(c), c + 1, 1 + c, divmod(c, 1), round(c), round(c, 2), list(reversed(c)), pow(c, 2), pow(c, 2, 3), c ** 2, c @ 1, hash(c), c == 'eq', c != 'eq', c < 1, c > 1 if False else '', dir(c), [*c], '%s %r' % (c, c), bin(c), sum([c, 1]) if False else '')
d = c; d += 5; print(d)
with c as w: print(w); raise ValueError
fails(lambda: c > 1); fails(lambda: ~c); fails(lambda: c - 1); fails(lambda: 1 - c)
class BadBool:
    def __bool__(self): return 1
class BadLen:
    def __len__(self): return -1
class BadStr:
    def __str__(self): return 5
    def __repr__(self): return None
class BadHash:
    def __hash__(self): return 'a'
class BadIter:
    def __iter__(self): return 5
class BadIndex:
    def __index__(self): return 'a'
fails(bool, BadBool()); fails(len, BadLen()); fails(str, BadStr()); fails(repr, BadStr()); fails(hash, BadHash()); fails(iter, BadIter()); fails(lambda: [1][BadIndex()]); fails(bool, BadLen())
class Old:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Old()), 20 in Old(), 5 in Old(), list(iter(Old())), type(iter(Old())).__name__)
