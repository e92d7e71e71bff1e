# Dicts: methods, views, merging, iteration and the messages of their errors.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")

d = {'a': 1, 'b': 2}
print(d, d['a'], d.get('z'), d.get('z', 0), len(d), 'a' in d, 1 in d, list(d), list(d.values()), list(d.items()), d.keys(), d.values(), d.items())
d['c'] = 3; d['a'] = 10; del d['b']; d['b'] = 4; print(d)
print(d.pop('a'), d.pop('q', None), d.popitem(), d.setdefault('n', []), d.setdefault('c', 9), d)
d.update({'x': 1}, y=2); d.update([('p', 1), ['q', 2]]); d.update(z=1); d.update(); print(d)
print({'a': 1} | {'b': 2, 'a': 3}, {**{'a': 1}, 'b': 2}, dict(a=1), dict([(1, 2)]), dict({'k': 'v'}, m=1), dict(), dict(zip('ab', (1, 2))))
e = {'a': 1}; f = e; e |= {'b': 2}; e |= [('c', 3)]; print(e, f is e)
print({1: 'a', True: 'b', 1.0: 'c'}, {'a': 1, 'b': 2} == {'b': 2, 'a': 1}, {'a': 1} != {'a': 2}, {1: [1]} == {1: [1]}, {} == [])
print(dict.fromkeys('abc'), dict.fromkeys([1, 2], 0), e.copy() == e, e.copy() is e, list(reversed(e)), list(reversed(e.items())), list(reversed(e.values())))
k, v = d.keys(), d.values(); before = len(k); d['new'] = 0; print(len(k) - before, 'new' in k, 0 in v, ('new', 0) in d.items(), ('new', 1) in d.items(), 'x' in d.items())
a, b = {'a': 1, 'b': 2}, {'b': 2, 'c': 4}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b), sorted(a.keys() - b), sorted(a.keys() ^ b.keys()), a.items() & b.items(), a.keys() == {'a', 'b'}, a.keys() <= {'a', 'b', 'c'}, a.keys() < b.keys(), a.keys().isdisjoint(['z']), a.keys() >= {'a'})
print([1, 2] and {'a'} & a.keys(), a.values() == a.values(), a.keys() == a.keys(), {'a', 'z'} - a.keys(), sorted(['q', 'a'] | a.keys()) if False else '')
fails(lambda: a['zz']); fails(lambda: a[[]]); fails(a.pop, 'zz'); fails({}.popitem); fails(a.pop); fails(a.get); fails(a.setdefault); fails(a.keys, 1)
fails(dict, 1); fails(dict, [1]); fails(dict, [(1, 2, 3)]); fails(dict, 1, 2); fails(a.update, 1); fails(a.update, 1, 2); fails(dict, ['ab']); fails(dict, ['abc'])
fails(lambda: a + b); fails(lambda: a | [1]); fails(lambda: a < b); fails(hash, a); fails(lambda: a.foo); fails(lambda: {}.fromkeys()); fails(lambda: a.keys()[0]); fails(lambda: a.keys().append)
def delitem(l, k): del l[k]
fails(delitem, a, 'zz')
def change(d):
    for k in d: d[k + '!'] = 1
fails(change, {'a': 1})
def swap(d):
    for k in d: del d[k]; d[k + 7] = 3
fails(swap, {1: 2})
def shrink(d):
    for k, v in d.items(): d.pop(k)
fails(shrink, {1: 1, 2: 2})
r = {}; r['self'] = r; print(r, [r], r.items())
for i, (k, v) in enumerate({'x': 1, 'y': 2}.items()): print(i, k, v)
class D(dict):
    def __missing__(self, k): return f'<{k}>'
m = D(a=1); print(m, m['a'], m['q'], m.get('q'), 'q' in m, len(m), type(m.copy()).__name__, type(m | {}).__name__, D.fromkeys('x'), type(D.fromkeys('x')).__name__, m == {'a': 1}, {**m})
class Reg(dict):
    def __setitem__(self, k, v): super().__setitem__(k.upper(), v)
    def __getitem__(self, k): return super().__getitem__(k.upper())
    def __contains__(self, k): return super().__contains__(k.upper())
    def __delitem__(self, k): super().__delitem__(k.upper())
    def get(self, k, default=None): return self[k] if k in self else default
r = Reg(); r['a'] = 1; r.note = 'n'; print(r, r['A'], 'a' in r, r.get('zz', 5), r.note, list(r.keys()), isinstance(r, dict), r.__dict__); del r['a']; print(r, bool(r))
r.update(b=2); print(r); r.setdefault('c', 3); print(r, dict(r))
class Map:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): return k * 2
print(dict(Map()), {**Map()}, {}.__class__, dict(Map(), r=1))
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 2
    def __eq__(self, o): return isinstance(o, Key) and self.n == o.n
    def __repr__(self): return f'K{self.n}'
kd = {Key(i): i for i in range(6)}; kd[Key(3)] = 'x'; print(kd, kd[Key(4)], Key(9) in kd, kd.pop(Key(0)), len(kd))
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2): del big[i]
big[0] = 'again'; print(len(big), list(big)[:3], list(big)[-1], big[999], big.popitem(), 501 in big, sum(big[k] for k in big if k))
it = iter({'a': 1}); print(next(it), next(it, 'end'), type(it).__name__, type(iter({}.values())).__name__, type(reversed({}.items())).__name__)
print({(1, 2): 'tuple', None: 0, 'nested': {'x': {'y': []}}}, {'q': "it's", "r": 'a"b'}, str({1: 'a'}), {1: 2}.__len__(), {1: 2}.__contains__(1), {'a': 1}.__eq__({'a': 1}), {}.__lt__({}))
class C: a = 1
p = vars(C); print(p['a'], 'a' in p, p.get('z'), type(p).__name__, {k: v for k, v in p.items() if k == 'a'}, len(p) > 2, p.keys() >= {'a'})
def setitem(l, k, v): l[k] = v
fails(setitem, p, 'a', 1); fails(lambda: p['zz']); fails(delitem, p, 'a')
