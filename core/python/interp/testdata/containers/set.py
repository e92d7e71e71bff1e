# Sets: order of small ints, methods, operators, errors.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")

print({3, 1, 2}, {10, 5, 8, 3}, set(range(20)), {100, 1, 50, 33, 7}, set([9, 8, 7]), {1, 1.0, True}, {0, False}, {-1, -2, 5})
print(set(), frozenset(), frozenset({2, 1}), {(1, 2), (3, 4), (0, 0)}, {64, 8, 16, 0, 128}, {8, 16, 24, 32, 40, 48}, {1 << 40, 3, 1 << 33})
s = set()
for i in [97, 33, 12, 65, 4, 1000, 77, 129, 8, 16, 32, 5, 261, 517, 1029]:
    s.add(i); print(s)
for i in [33, 4, 8]: s.discard(i)
print(s); s.add(3); s.add(11); print(s, s.pop(), s.pop(), s)
a, b = {1, 2, 3, 4, 9}, {3, 4, 5, 17}
print(a | b, a & b, a - b, b - a, a ^ b, a | set(), a & set(), a.union([7, 8], (1,)), a.intersection([1, 2, 30]), a.difference([1], [2]), a.symmetric_difference([1, 100]), a.intersection(), a.union())
print(a < b, {1} < a, a <= a, a >= {1, 2}, a > a, a == {9, 4, 3, 2, 1}, a != b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([50]), {1}.isdisjoint({1}), a == [1], set() == frozenset())
c = a.copy(); c |= {50}; c &= {1, 2, 50, 60}; c -= {2}; c ^= {1, 7}; print(c, a)
c = {1}; d = c; c |= {2}; c.update([3], {4: 0}); c.difference_update([1]); c.intersection_update([2, 3, 99]); c.symmetric_difference_update([3, 5]); print(c, d is c)
f = frozenset([1, 2]); g = f; g |= {3}; print(f, g, type(f | {9}).__name__, type({9} | f).__name__, hash(f) == hash(frozenset([2, 1])), hash(frozenset()), hash(frozenset([1, 2, 3])), f in {f}, {f: 1}[frozenset([2, 1])], {1, 2} in {f}, f.copy() is f)
print({frozenset(), frozenset([1])} == {frozenset([1]), frozenset()}, len({(1, 2), (1, 2)}), {x % 3 for x in range(10)}, sorted({'b', 'a'}), max({1, 5}), [*{1, 2}])
fails(lambda: a + b); fails(lambda: a | [1]); fails(lambda: a < [1]); fails(lambda: {[]}); fails(lambda: {{1}}); fails(hash, {1}); fails(a.remove, 99); fails(set().pop); fails(a.add); fails(a.pop, 1)
fails(set, 1); fails(set, 1, 2); fails(set, x=1); fails(frozenset, 1); fails(lambda: f.add); fails(lambda: a[0]); fails(lambda: a.foo); fails(a.update, 1); fails(a.add, []); fails(lambda: [] in a); fails(frozenset, 1, 2); fails(a.union, 5)
def grow(s):
    for x in s: s.add(x + 100)
fails(grow, {1, 2})
def ior(s, o): s |= o
fails(ior, {1}, [2])
class S(set):
    pass
x = S([1, 2]); x.add(3); x.tag = 1; print(x, type(x | {1}).__name__, type(x.copy()).__name__, len(x), x == {1, 2, 3}, S(), x.tag, isinstance(x, set)); x |= {9}; print(type(x).__name__, x)
class F(frozenset):
    pass
print(F([1]), F(), hash(F([1])) == hash(frozenset([1])), repr(F('a')), type(F([1]) & {1}).__name__)
big = set(range(0, 3000, 7)); big -= set(range(0, 3000, 14)); print(len(big), list(big)[:12], 7 in big, 14 in big, sorted(big)[-1])
it = iter({5}); print(next(it), next(it, None), type(it).__name__, it.__length_hint__())
big = set()
for i in range(200): big.add(i * i % 211)
print(list(big)); print(list(big | {1000, 2000, 3000})); print(list(set(list(big)[::3]))); print(list(big & set(range(50)))); print(list(big ^ set(range(30))))
