# program pipelines
import itertools, functools, operator, string, textwrap, re, statistics
from collections import Counter, ChainMap
TEXT = '''It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness, it was the epoch of belief...'''
def pipe(*fs): return functools.reduce(lambda f, g: lambda *a, **k: g(f(*a, **k)), fs)
words = pipe(str.lower, re.compile(r"[a-z']+").findall)
ws = words(TEXT); c = Counter(ws); print(len(ws), c.most_common(3), sorted(c.items(), key=lambda p: (-p[1], p[0]))[:5], {k: len(list(v)) for k, v in itertools.groupby(sorted(map(len, ws)))})
print(textwrap.fill(' '.join(dict.fromkeys(ws)), 30), string.capwords(' '.join(ws[:4])), ' '.join(w[::-1] for w in ws[:5]), ''.join(sorted(set(ws[3]))), max(ws, key=len), statistics.mean(map(len, ws)), statistics.median(map(len, ws)))
def window(it, n):
    its = itertools.tee(it, n)
    for i, x in enumerate(its): next(itertools.islice(x, i, i), None)
    return zip(*its)
print(list(window('abcde', 3)), Counter(window(ws, 2)).most_common(1))
def batched(it, n):
    it = iter(it)
    while batch := list(itertools.islice(it, n)): yield batch
print(list(batched(range(7), 3)), [sum(b) for b in batched(range(10), 4)], list(map(list, zip(*[[1, 2, 3], [4, 5, 6]]))), list(itertools.chain(*[[1], [2, 3]])))
def running(f):
    total = None
    while True:
        x = yield total
        if x is None: return total
        total = x if total is None else f(total, x)
def consume(gen, xs):
    next(gen); out = [gen.send(x) for x in xs]
    try: gen.send(None)
    except StopIteration as e: return out, e.value
print(consume(running(operator.mul), [1, 2, 3, 4]), consume(running(max), [3, 1, 4, 1, 5]))
def tree(*items): return functools.reduce(lambda t, x: (x, None, None) if t is None else (t[0], tree_in(t[1], x), t[2]) if x < t[0] else (t[0], t[1], tree_in(t[2], x)), items, None)
def tree_in(t, x): return (x, None, None) if t is None else (t[0], tree_in(t[1], x), t[2]) if x < t[0] else (t[0], t[1], tree_in(t[2], x))
def walk(t):
    if t: yield from walk(t[1]); yield t[0]; yield from walk(t[2])
def depth(t): return 0 if not t else 1 + max(depth(t[1]), depth(t[2]))
t = tree(5, 2, 8, 1, 9, 3); print(t, list(walk(t)), depth(t))
def caesar(s, k): return s.translate(str.maketrans(string.ascii_lowercase + string.ascii_uppercase, string.ascii_lowercase[k:] + string.ascii_lowercase[:k] + string.ascii_uppercase[k:] + string.ascii_uppercase[:k]))
print(caesar('Hello, World!', 3), caesar(caesar('Hello', 3), 23), [f'{n:>4}{bin(n)[2:]:>8}{n:>4x}{chr(n + 60):>3}' for n in (5, 17, 42)])
def rle(s): return ''.join(f'{len(g)}{k}' if len(g := list(v)) > 1 else k for k, v in itertools.groupby(s))
def unrle(s): return re.sub(r'(\d+)(.)', lambda m: m[2] * int(m[1]), s)
print(rle('aaabccd'), unrle('3ab2cd'), [x for x in ['fizz' * (not i % 3) + 'buzz' * (not i % 5) or i for i in range(1, 16)]], dict(ChainMap({'a': 1}, {'a': 2, 'b': 3})), *itertools.starmap(pow, [(2, 5), (3, 2)]))
print([*map(lambda p: '%s=%s' % p, {'a': 1, 'b': 2}.items())], sorted(['b10', 'a2', 'b9'], key=lambda s: (s[0], int(s[1:]))), [(i, j) for i in range(3) for j in range(i) if (i + j) % 2], {i: {j for j in range(i)} for i in range(3)}, [[y for y in x if y] for x in [[0, 1], [2]]], any(x > 2 for x in (yield_ for yield_ in [1, 2, 3])))
