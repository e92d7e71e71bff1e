# copy
import copy
class A:
    def __init__(self, x): self.x = x
    def __copy__(self): print('copy'); return A(self.x)
    def __deepcopy__(self, memo): print('deep'); return A(copy.deepcopy(self.x, memo))
a = A([1]); b = copy.copy(a); c = copy.deepcopy(a); print(b.x is a.x, c.x is a.x, c.x)
class B:
    def __init__(self): self.l = [1, {2: 3}]; self.me = self
b = B(); c = copy.deepcopy(b); print(c.me is c, c.l == b.l, c.l is b.l, c.l[1] is b.l[1]); d = copy.copy(b); print(d.l is b.l, d.me is b)
l = [1, [2]]; l.append(l); m = copy.deepcopy(l); print(m[2] is m, m[1] is l[1])
t = (1, [2]); print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, 2)) is not None, copy.deepcopy({'a': {1, 2}, 'b': frozenset([1])}))
class S:
    __slots__ = ('a', 'b')
s = S(); s.a = [1]; u = copy.deepcopy(s); print(u.a, hasattr(u, 'b'), u.a is s.a, copy.copy(s).a is s.a)
class G:
    def __init__(self, v): self.v = v
    def __getstate__(self): return {'v': self.v * 2}
    def __setstate__(self, st): self.v = st['v'] + 1
print(copy.copy(G(5)).v, copy.deepcopy(G(5)).v)
class R:
    def __init__(self, a, b): self.a, self.b = a, b
    def __reduce__(self): return (R, (self.a, self.b + 1))
print(copy.copy(R(1, 2)).b, copy.deepcopy(R(1, 2)).b)
class RE:
    def __reduce_ex__(self, p): return 'name'
print(isinstance(copy.copy(RE()), RE))
class L(list): pass
x = L([1, [2]]); x.attr = [5]; y = copy.deepcopy(x); print(y, type(y), y.attr, y.attr is x.attr, copy.copy(x).attr is x.attr)
class D(dict): pass
x = D(a=[1]); x.k = 1; y = copy.copy(x); print(y, y.k, y['a'] is x['a'], type(y))
print(copy.copy(len) is len, copy.deepcopy(int) is int, copy.copy(None), copy.deepcopy(lambda: 0).__name__, copy.copy(1.5), copy.copy('a'), copy.copy(range(3)), copy.copy(slice(1)), copy.deepcopy(slice(1,[2])) if 0 else '')
import collections, datetime, decimal, enum, types
print(copy.deepcopy(collections.OrderedDict(a=[1])), copy.copy(collections.Counter('ab')), copy.deepcopy(collections.defaultdict(list, a=[1])), copy.copy(collections.deque([1], 5)), copy.deepcopy(datetime.date(2024, 1, 1)), copy.deepcopy(decimal.Decimal('1.5')))
class E(enum.Enum): A = 1
print(copy.deepcopy(E.A) is E.A, copy.copy(E.A) is E.A)
N = collections.namedtuple('N', 'a b'); print(copy.deepcopy(N(1, [2])), copy.copy(types.SimpleNamespace(a=1)), copy.deepcopy(ValueError('x', [1])).args, copy.copy(E))
memo = {}; v = copy.deepcopy([1, 2], memo); print(len(memo) > 0)
for f in [lambda: copy.copy(x for x in ()), lambda: copy.deepcopy(type(copy)), lambda: copy.copy(copy), lambda: copy.deepcopy({'a': (i for i in ())})]:
    try: print(type(f()).__name__)
    except Exception as e: print(type(e).__name__, e)
try: raise copy.Error('x')
except copy.Error as e: print(e)
def fn(): pass
fn.attr = 5; print(copy.copy(fn) is fn, copy.deepcopy([fn])[0] is fn)
class NewArgs:
    def __new__(cls, a): o = super().__new__(cls); o.a = a; return o
    def __getnewargs__(self): return (self.a + 1,)
n = NewArgs(1); print(copy.copy(n).a, copy.copy(n).__dict__)
class P2:
    @property
    def q(self): return 1
    def __init__(self): self._x = {1: [2]}
p = copy.deepcopy(P2()); print(p._x, p.q)
bm = copy.deepcopy(B().__init__); print(type(bm).__name__)
