# Tuples, ranges and slices.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")

t = (1, 2, 3)
print(t, (), (1,), t + (4,), t * 2, 2 * t, t[1], t[-1], t[::-1], t[:2], t.count(1), t.index(3), len(t), 2 in t)
print(hash((1, 2)), hash(()), hash((1, 2, 3)) == hash((1, 2, 3)), hash((1.0, True)), hash((None,)) == hash((None,)), hash((1, (2, (3,)))))
print((1, 2) < (1, 3), (1,) < (1, 0), () == (), (1, 2) == [1, 2], (1, 'a') != (1, 'b'), (1, 2) >= (1, 2))
print(tuple('abc'), tuple(), tuple([1]), tuple(x for x in range(3)), tuple({1: 2}), ((),), ((1,), [2]))
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
fails(lambda: t[5]); fails(lambda: t['a']); fails(lambda: t + [1]); fails(lambda: t + 1); fails(lambda: t * 'a'); fails(lambda: t < 1)
def setitem(l, k, v): l[k] = v
def delitem(l, k): del l[k]
fails(setitem, t, 0, 1); fails(delitem, t, 0); fails(hash, ([],)); fails(t.index, 9); fails(tuple, 1); fails(tuple, 1, 2); fails(tuple, x=1)
fails(lambda: (1, 2).append); fails(t.index); fails(t.count)
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(self): return self[0]
p = T(1, 2); print(p, p.first, type(p).__name__, p == (1, 2), hash(p) == hash((1, 2)), {p: 1}[(1, 2)], type(p + (3,)).__name__, type(p[:]).__name__, isinstance(p, tuple))
x, y = p; print(x, y, len(p), list(p), p * 2)
u = (); u += (1,); u += (2,); print(u)
r = range(10); print(r, r[2], r[-1], r[2:8:3], r[::-1], len(r), 5 in r, 10 in r, 5.0 in r, 'a' in r, list(r[8:2:-2]), r.index(3), r.count(3), r.count(30))
print(range(0), range(5, 0), list(range(5, 0, -2)), range(1, 10, 3), range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(3)))
print(range(10**20, 10**20 + 3), list(range(10**20, 10**20 + 3)), len(range(-5, 5)), bool(range(0)), list(reversed(range(4))), r.start, r.stop, r.step)
print(list(range(10**20, 10**20 + 10, 4))[::-1], 10**20 + 4 in range(10**20, 10**20 + 10, 4), list(reversed(range(10**20, 10**20 + 3))))
fails(range); fails(range, 1.5); fails(range, 'a'); fails(range, 1, 2, 0); fails(range, 1, 2, 3, 4); fails(lambda: r[10]); fails(lambda: r['a']); fails(len, range(10**30))
fails(r.index, 11); fails(r.index, 'a'); fails(setitem, r, 0, 1); fails(lambda: r.foo); fails(lambda: r + r); fails(range, stop=3)
s = slice(1, 10, 2); print(s, s.start, s.stop, s.step, s.indices(5), slice(None).indices(3), slice(-3, None, -1).indices(10), slice(3) == slice(None, 3, None), slice(1, 2) < slice(1, 3))
fails(slice); fails(hash, slice(1)); fails(slice(1, 2, 0).indices, 5); fails(slice('a').indices, 5); fails(slice(1).indices, -1)
class Probe:
    def __getitem__(self, k): return k
    def __index__(self): return 2
q = Probe(); print(q[1:2], q[1:2, ::3], q[...], q[1], q[:, None], [10, 20, 30][q], [1, 2, 3, 4][q:], (1, 2, 3)[:q], range(q), 'abc'[q])
it = iter((1, 2)); print(list(it), list(it), type(iter(r)).__name__, type(iter(range(10**20))).__name__, next(iter(range(3))))
print((1, 2, 3).__contains__(2), (1).__add__(2), (1, 2).__getitem__(0), tuple.__add__((1,), (2,)), (1,).__mul__(3), (1,).__rmul__(2))
print(max((1, 5, 3)), min([4, 2]), sum((1, 2, 3)), sum([[1], [2]], []), sorted((3, 1)), any((0, 1)), all(()), max('abc', key=ord), min([], default='none'))
fails(max); fails(max, []); fails(max, 1); fails(max, 1, 'a'); fails(max, 1, 2, default=3); fails(max, [1], foo=1); fails(min, ()); fails(sum, ['a']); fails(sum, ['a'], ''); fails(sum, [1], [2])
