# sets dicts order ops
d = {'b': 1, 'a': 2}; d['c'] = 3; del d['b']; d['b'] = 9; print(d, list(d), d.popitem(), d, dict(zip('ab', [1, 2])), dict([('x', 1)], y=2), dict({'a': 1}, a=5), {**d, 'a': 7}, d | {'z': 1}, {'a': 1} | {'a': 2, 'b': 3}, d.keys() & {'a'}, d.keys() | ['q'] == {'a', 'c', 'q'}, d.items() >= {('a', 2)}, d.keys() - {'a'}, sorted(d.keys() ^ {'a', 'x'}), list(reversed(d)), list(reversed(d.items())), d == {'c': 3, 'a': 2}, d.get('zz'), d.setdefault('n', []), d.pop('n'), d.pop('zz', 'def'), 'a' in d, {1: 'a', True: 'b', 1.0: 'c'}, {}.fromkeys([1, 2]), dict.fromkeys('ab', 0), d.copy() is d, len(d), bool({}), {(): 1}[()], {frozenset([1]): 2}[frozenset([1])], d.update([('k', 1)]), d.update(j=2), d, d.values(), d.items(), d.keys(), str(d.keys()), d.keys() == {'a', 'c', 'k', 'j'}, d.items() == dict(d).items(), d.values() == d.values(), d.keys().isdisjoint(['q']), d.keys().mapping)
d |= {'x': 0}; d |= [('y', 1)]; print(d)
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in [lambda: {}['a'], lambda: {}.popitem(), lambda: {}.pop('a'), lambda: {[]: 1}, lambda: {{}: 1}, lambda: dict(1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(['ab', 'cd']), lambda: dict(['abc']), lambda: {1: 2}.update(5), lambda: {} | [], lambda: {} < {}, lambda: {1: 2} + {}, lambda: dict.fromkeys(5), lambda: {}.get(), lambda: {}.get([]), lambda: [] in {}, lambda: {}.setdefault([]), lambda: dict(a=1, **{'a': 2}), lambda: {'a': 1}.foo, lambda: {1, 2}[0], lambda: {1}.add([]), lambda: {1}.remove(5), lambda: set().pop(), lambda: {1} + {2}, lambda: {1} | [2], lambda: set([[]]), lambda: {1} < [1], lambda: {1}.union(5), lambda: set(5), lambda: frozenset([1]).add(2), lambda: {1}.update(1), lambda: hash({1}), lambda: {1} - [1], lambda: {1}.issubset(5), lambda: set.union(), lambda: {1}.discard([]), lambda: [] in {1}, lambda: {1}.intersection([1], {1, 2}, (1,)), lambda: {1, 2}.difference([1], [2]), lambda: {1}.symmetric_difference([1, 2]), lambda: {1, 2} >= {1}, lambda: {1} == frozenset([1]), lambda: {1}.isdisjoint([2]), lambda: {1, 2, 3} & {2} | {5} - {5} ^ {9}, lambda: type(frozenset([1]) | {2}), lambda: type({1} | frozenset()), lambda: {True, 1, 1.0}, lambda: len({float('nan'), float('nan')}), lambda: set('') == set(), lambda: {1}.copy(), lambda: {*()}, lambda: set(range(3)), lambda: frozenset('a'), lambda: {1} in {frozenset([1])}, lambda: {frozenset([1])}.remove({1}), lambda: {1: 2}.keys().foo]: t(f)
d = {1: 1, 2: 2}
try:
    for k in d: d[k + 10] = 0
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1, 2}
try:
    for k in s: s.add(k + 10)
except RuntimeError as e: print(e)
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10) if len(l) < 6 else None
print(l); l = [1, 2, 3, 4]
for x in l: l.remove(x)
print(l); r = {}; r['self'] = r; print(r); rl = [1]; rl.append(rl); rl.append((rl,)); print(rl); rs = [{}]; rs[0]['l'] = rs; print(rs); print(repr({'a': {1: (2, [3, {4}])}}))
