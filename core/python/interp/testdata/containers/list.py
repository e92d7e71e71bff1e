# Lists: methods, slices, operators and the messages of their errors.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")

a = [3, 1, 2]
a.append(5); a.extend((7, 8)); a.insert(0, 0); a.insert(-1, 'x'); a.insert(100, 'end')
print(a, a.pop(), a.pop(0), a.pop(-2), a)
a.remove(7); a.reverse(); print(a, a.count(3), a.index(1), a.index(1, 1, 5))
b = a.copy(); b.clear(); print(a, b, a == b, a != b, [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] >= [1, 9])
x = list(range(10))
print(x[2:5], x[::-1], x[8:2:-2], x[-3:], x[:-3], x[100:], x[-100:3], x[::3], x[5:2])
x[2:4] = 'abc'; print(x)
x[::2] = [0] * len(x[::2]); print(x)
del x[1:3]; print(x); del x[::-2]; print(x); del x[0]; print(x)
x[1:1] = [9, 9]; x[len(x):] = (1,); print(x)
x[:] = x; print(x); x[:0] = x; print(x)
x[5:2] = ['mid']; print(x)
print([1] + [2], [1, 2] * 2, 2 * [0], [1] * 0, [1] * -1, True * [1])
x = [1]; y = x; x += (2, 3); x += 'ab'; x *= 2; print(x, y is x)
print(1 in x, 'z' in x, not x, bool([]), len(x))
r = [1, 2]; r.append(r); print(r, [r]); d = {'r': r}; r.append(d); print(r)
print(sorted([3, 1, 2], reverse=True), sorted('banana'), sorted(['b', 'A', 'c'], key=str.lower))
words = ['pear', 'fig', 'apple', 'kiwi', 'date']
words.sort(key=len); print(words); words.sort(key=len, reverse=True); print(words); words.sort(); print(words)
print(sorted([(1, 'b'), (0, 'z'), (1, 'a')]), sorted([1.5, 1, True, 0.5]), sorted([[2], [1, 5], []]))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v > o.v
    def __repr__(self): return f'K{self.v}'
print(sorted([K(1), K(3), K(2)]), max([K(1), K(3), K(2)], key=lambda k: k.v), min(K(1), K(3)))
big = [(i * 7919) % 1009 for i in range(2000)]
print(sorted(big)[:10], sorted(big) == sorted(big, key=lambda v: v), sorted(big, reverse=True)[:5])
m = [5, 3]
def meddle(v):
    m.append(v)
    return v
fails(m.sort, key=meddle); print(m)
fails([].pop); fails([1].pop, 5); fails([1].pop, 'a'); fails([].remove, 1); fails([1].index, 2); fails([1].index, 'q')
fails([].append); fails([].append, 1, 2); fails([].insert, 1); fails([].sort, 1); fails([3, 'a'].sort); fails([].clear, 1)
fails([].extend, 5); fails([1].__getitem__, 4); fails([1].__getitem__, 'a'); fails([1].__getitem__, 1.0); fails([1].__getitem__, 10 ** 30)
fails(lambda: [1] + (2,)); fails(lambda: [1] * 1.5); fails(lambda: [1] * [2]); fails(lambda: [1] - [1]); fails(lambda: [1] < 1); fails(lambda: [1] < (1,))
def setitem(l, k, v): l[k] = v
def delitem(l, k): del l[k]
def iadd(l, v): l += v
fails(setitem, [1], 3, 1); fails(setitem, [1], 'a', 1); fails(setitem, [1, 2, 3], slice(0, 3, 2), [1]); fails(setitem, [1], slice(0, 1), 5)
fails(delitem, [1], 3); fails(delitem, [1], 'a'); fails(iadd, [1], 5); fails(setitem, [1, 2], slice(None, None, 2), 5)
fails(lambda: [1][::0]); fails(lambda: [1]['a':]); fails(list, 1); fails(list, 1, 2); fails(list, x=1); fails(hash, [])
fails(lambda: {[]: 1}); fails(lambda: [1, 2].foo); fails(lambda: [9] * (10 ** 12)); fails(sorted, 1); fails(sorted); fails(sorted, [1], 2)
class L(list):
    def __init__(self, *a): super().__init__(a); self.tag = 't'
    def append(self, v): super().append(v * 2)
l = L(1, 2); l.append(5); l += [7]; print(l, len(l), l.tag, type(l).__name__, type(l + [1]).__name__, l[1:], isinstance(l, list), l == [1, 2, 10, 7])
l[0] = 'z'; del l[1]; print(l, list(l), l.__len__(), [].__len__(), list.__len__([1]), 10 in l, l * 2)
class I(list):
    def __getitem__(self, k): return ('got', super().__getitem__(k))
    def __len__(self): return 42
i = I([1, 2]); print(i[0], i[-1], len(i), list(i), bool(I()))
it = iter([1, 2]); print(next(it), next(it), next(it, 'done'), list(it), repr(it)[:23], it.__length_hint__())
print(list(reversed([1, 2, 3])), [*range(3), *'ab'], [x for x in [1, 2, 3] if x > 1])
q = [1, 2, 3]
for v in q:
    if v < 3: q.append(v + 10)
    if len(q) > 8: break
print(q)
first, *rest = [1, 2, 3]; print(first, rest)
print([float('nan')] == [float('nan')], [1, 2].__eq__(3), [1].__ne__([1]), [None, ...], [1, 2].__contains__(1), [1].__add__([2]))
print([1, True, 1.0].count(1))
print(list((1, 2)), list({'a': 1}), list('ab'), list(), list([]), [1, [2, [3]]], [] * 5, list(range(3)) + list({5}))
