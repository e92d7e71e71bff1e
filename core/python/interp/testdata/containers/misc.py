# Corners of the data model: hooks that fail, odd protocols, views that change, printing of nested things.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")
        if e.__cause__ is not None: print('  from', type(e.__cause__).__name__, e.__cause__)

class BadName:
    def __set_name__(self, o, n): raise ValueError('no name')
def bad_name():
    class X:
        attr = BadName()
fails(bad_name)
class BadSub:
    def __init_subclass__(cls, **kw): raise KeyError('sub')
def bad_sub():
    class Y(BadSub): pass
fails(bad_sub)
class NoIter:
    __iter__ = None
    __hash__ = None
    __contains__ = None
fails(iter, NoIter()); fails(hash, NoIter()); fails(list, NoIter())
class RaisesAttr:
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'fallback ' + n
print(RaisesAttr().p, RaisesAttr().q, hasattr(RaisesAttr(), 'anything'))
class Prop:
    @property
    def p(self): raise AttributeError('inner only')
fails(lambda: Prop().p); print(hasattr(Prop(), 'p'), getattr(Prop(), 'p', 'default'))
class Meta(type):
    def __setattr__(c, n, v): print('meta set', n); super().__setattr__(n, v)
    def __delattr__(c, n): print('meta del', n); super().__delattr__(n)
    def __dir__(c): return ['only']
    def __eq__(c, o): return "meta eq"
    def __hash__(c): return 5
    def __bool__(c): return False
    def mm(c): return c.__name__
    x = 'meta x'
class C(metaclass=Meta): pass
C.a = 1; print(C.a, C.mm(), C.x, hasattr(C(), 'mm'), hasattr(C(), 'x'), dir(C), C == 3, hash(C), {C: 1}[C] if hash(C) == 5 else '', bool(C)); del C.a
fails(lambda: C().mm)
class Call(type):
    def __call__(cls, *a, **k):
        o = cls.__new__(cls, *a, **k)
        o.called = True
        return o
class CC(metaclass=Call):
    def __new__(cls, v): o = super().__new__(cls); o.v = v; return o
    def __init__(self, v): print('never')
print(CC(4).v, CC(4).called)
class Single:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
    def __init__(self, *a): self.n = getattr(self, 'n', 0) + 1
print(Single() is Single(1, 2), Single().n)
class Other:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(Other(), type(Other()))
class Rev:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
print(list(reversed(Rev())), list(Rev())[:2] if False else '', [r for _, r in zip(range(2), iter(Rev()))], 20 in Rev())
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), max(It()), sorted(It(), reverse=True), [*It()], dict(zip('abc', It())), tuple(map(str, It())), ','.join(map(str, It())), 2 in It(), list(enumerate(It())), list(filter(lambda v: v % 2, It())), set(It()), any(v == 2 for v in It()))
a, *b = It(); print(a, b); x, y, z = It(); print(x, y, z)
def unpack2(v): p, q = v
fails(unpack2, It()); fails(unpack2, [1]); fails(unpack2, 5); fails(unpack2, 'abc'); fails(unpack2, {1: 2})
d = {'a': [1, {'b': (2, {3, 4})}], 'c': {'d': None}}; print(d, str(d) == repr(d), [d, d], (d,)); l = [[]] * 3; l[0].append(1); print(l)
nested = []; n = nested
for i in range(50): n.append([]); n = n[0]
print(nested, len(repr(nested)))
m = {'x': 1}; ks, vs, its = m.keys(), m.values(), m.items(); m['y'] = 2; print(ks, vs, its, len(ks), list(ks), ks | {'z'} == {'x', 'y', 'z'}, ks & {'x'}, its - {('x', 1)}, ks.mapping['x'], vs.mapping == m)
print({**{'a': 1}, **{'a': 2, 'b': 3}}, [*{'a': 1}], {*'aab'} == {'a', 'b'}, (*[1], *(2,)), dict(**{'q': 1}), [i for i in {'k': 1}], {k: v for k, v in [('a', 1)]}, {v for v in [1, 1]})
big = {str(i): i for i in range(300)}; print(len(big), big['299'], list(big)[:3], '150' in big, big.pop('0'), next(iter(big)), list(big.items())[-1])
for k in list(big): del big[k]
print(big, len(big)); big['again'] = 1; print(big)
q = {}
for i in range(100):
    q[i] = i
    if i > 5: del q[next(iter(q))]
print(q, list(q.values()), q.popitem())
print(1 == 1.0 == True, {1: 'a', 1.0: 'b', True: 'c'}, hash(1.0), {0.5: 1}[1 / 2], (1, 2.0) == (1.0, 2), [1] == [True], {1} == {1.0}, {'a': 1} == {'a': 1.0}, None == 0, None is None, () is (), [] is [], 'a' < 'b', [1, 'a'] == [1, 'a'])
fails(lambda: None < None); fails(lambda: {} < {}); fails(lambda: (1, 'a') < (1, 2)); fails(lambda: [None] < [None]); print((1, 'a') < (2, 2), [None] == [None], [1, None] != [1, None], (None,) <= (None,))
class Cmp:
    def __init__(self, v): self.v = v
    def __eq__(self, o): print('eq', self.v, getattr(o, 'v', o)); return self.v == getattr(o, 'v', o)
    def __hash__(self): return 1
print(Cmp(1) in [Cmp(2), Cmp(1)], [Cmp(1)] == [Cmp(1)], Cmp(3) in {Cmp(3)}, {Cmp(5): 'x'}.get(Cmp(5)), [Cmp(1), Cmp(2)].index(2), [Cmp(1)].count(1), (Cmp(1), 2) == (Cmp(1), 2))
def kw(**k): return k
def pos(a, b=2, /, c=3, *args, d=4, **k): return a, b, c, args, d, k
print(kw(**{'a b': 1, 'class': 2}), pos(1), pos(1, 2, 3, 4, d=5, e=6), pos(*[1, 2], **{'c': 9})); fails(kw, **{'a': 1}); fails(pos); fails(pos, a=1); fails(lambda: kw(**{1: 2})); fails(lambda: kw(*5)); fails(lambda: kw(**5)); fails(lambda: kw(a=1, **{'a': 2}))
print(type('Dyn', (), {'__call__': lambda s, x: x * 2})()(4), type(type('E', (Exception,), {}))(5) if False else '', (lambda: (yield))().__class__.__name__, callable(lambda: 0))
print(object.__eq__(1, 1), object.__ne__(1, 2), object.__repr__(5)[:12], object.__str__(5), object.__format__(5, ''), int.__repr__(5), list.__repr__([1]), dict.__getitem__({1: 2}, 1), list.__eq__([1], [1]), object.__hash__(5) == object.__hash__(5), type.__call__(int, '5'), type.mro(bool), object.__getattribute__('a', 'upper')(), object.__dir__(5)[:0])
import builtins as b; print(b.dict is dict, b.__dict__['len'] is len)
del b
