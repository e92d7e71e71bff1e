# Built-in functions.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")

print(1, 'a', None, sep='-', end='!\n'); print(); print(*[1, 2], sep=''); print('x', 'y', sep=None, end=None)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append('FLUSH')
w = W(); print('a', 1, file=w, sep='|'); print(file=w, flush=True); print(w.parts)
fails(print, sep=5); fails(print, end=5); fails(print, foo=1); fails(print, file=5)
print(abs(-3), abs(2.5), abs(-1 + 0j), divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(2, -1, 7), round(2.5), round(3.5), round(2.675, 2), round(1234, -2), round(5), round(-0.5), bin(10), oct(8), hex(255), hex(-255))
fails(abs, 'a'); fails(divmod, 1, 0); fails(divmod, 'a', 1); fails(pow, 'a', 2); fails(pow, 2, 3, 0); fails(pow, 2.0, 3, 5); fails(round, 'a'); fails(round, 1.5, 'a'); fails(bin, 1.5); fails(hex, 'a'); fails(pow, 2); fails(abs); fails(abs, 1, 2); fails(round)
print(all([]), any([]), all([1, 0]), any([0, 'a']), sum([1, 2.5]), sum([], 5), sum([0.1] * 10), sum(range(5), start=10), sum([[1], [2]], []), max(3, 1, 2), max([1, 5], key=lambda v: -v), min('b', 'a'), max([], default=0), min([[2], [1, 9]]), max({'a': 1, 'b': 0}), max(1, 1.0), min(1, True))
fails(sum, 5); fails(sum, [1, 'a']); fails(sum); fails(all, 5); fails(any); fails(max, 5); fails(max, 1, key=5); fails(sum, [1], 2, 3)
print(list(enumerate('ab')), list(enumerate('ab', 1)), list(enumerate('ab', start=10**20)), list(zip('ab', [1, 2, 3])), list(zip()), list(zip('a')), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda v: v > 1, [1, 2, 3])), list(reversed('abc')), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))
fails(list, zip([1], [1, 2], strict=True)); fails(list, zip([1, 2], [1], strict=True)); fails(list, zip([1, 2], [1, 2], [1], strict=True)); fails(list, zip([1], [1], [1, 2], strict=True)); print(list(zip([1], [2], strict=True)))
fails(zip, 1); fails(zip, [], foo=1); fails(map); fails(map, 1); fails(map, 1, 2); fails(filter, 1); fails(filter, None, 5); fails(enumerate); fails(enumerate, 5); fails(enumerate, [], 'a'); fails(reversed, {1}); fails(reversed, 5); fails(reversed); fails(list, map(5, [1])); fails(lambda: len())
it = iter([1, 2]); print(next(it), next(it), next(it, None), next(it, 'd')); fails(next, it); fails(next, [1]); fails(next); fails(iter, 5); fails(iter, 5, 1)
vals = iter([1, 2, 0, 3]); print(list(iter(lambda: next(vals), 0)), list(iter(lambda: next(vals), 99)))
print(chr(65), chr(8364), ord('a'), ord('€'), ord(b'a'), repr('a\n'), ascii('é€'), format(3.14159, '.2f'), format('a', '>3'), format(255, 'x'), format(5), chr(0x10ffff) == '\U0010ffff'); fails(chr, -1); fails(chr, 0x110000); fails(chr, 'a'); fails(ord, 'ab'); fails(ord, 5); fails(ord, ''); fails(format, 5, 'q'); fails(format, [], 'x'); fails(chr, 1.5); fails(format, 5, 5)
class O: a = 1
o = O(); o.b = 2
print(getattr(o, 'a'), getattr(o, 'zz', 'd'), hasattr(o, 'b'), hasattr(o, 'c'), vars(o)); setattr(o, 'c', 3); print(o.c); delattr(o, 'c'); print(hasattr(o, 'c')); fails(getattr, o, 'zz'); fails(getattr, o, 5); fails(getattr, o); fails(hasattr, o, 5); fails(delattr, o, 'zz'); fails(setattr, o, 5, 1); fails(vars, 5); fails(getattr, o, 'a', 1, 2)
print(isinstance(5, int), isinstance(True, int), isinstance('a', (int, str)), issubclass(bool, int), callable(print), id(o) == id(o), id(o) != id(O()), hash('a') == hash('a'), hash(1) == hash(1.0) == hash(True), hash(-1), hash(2**61), type(5), type('a') is str, bool([]), bool('a'), int('7'), float('1.5'), str(5), complex(1, 2), bytes(2), bytearray(b'a'))
def f(p, q=2):
    r = 3
    return sorted(locals()), 'f' in globals(), sorted(k for k in vars())
print(f(1)); print('o' in globals(), __name__, globals() is locals(), '__builtins__' in dir(), [n for n in dir() if n in 'fow'])
print(eval('1 + 2'), eval('p * 2', {'p': 4}), eval('x + y', {'x': 1}, {'y': 5})); ns = {}; exec('a = 5\ndef g(): return a * 2', ns); print(ns['a'], ns['g']()); exec('zz = 9'); print(zz); fails(eval, '1 +'); fails(eval, 'nope'); fails(exec, 'def'); c = compile('3 * 4', 's', 'eval'); print(eval(c), type(c).__name__); fails(compile, '1', 's', 'bad'); fails(eval, 5); fails(eval, '1', 5)
print(NotImplemented, Ellipsis, ..., __debug__, type(NotImplemented).__name__); print(sorted([3, 1, 2]), sorted('bca', reverse=True), sorted({'b': 1, 'a': 2}), sorted([(2, 'a'), (1, 'b')], key=lambda t: t[1])); fails(sorted, [1, 'a']); fails(sorted, [1], key=5); fails(sorted, 5); fails(sorted, [1], foo=1)
print(len('abc'), len({}), len(b'ab'), repr(print), print.__name__, print.__doc__ is not None)
try: input()
except EOFError: print('eof')
fails(__import__, 'no_such_module')
import builtins; print(builtins.len is len, builtins.__name__); builtins.extra = 5; print(extra)
def gen():
    yield 1
    return 'ret'
g = gen(); next(g)
try: next(g)
except StopIteration as s: print(s.value)
print(list(map(str, [1, 2])), dict(map(lambda k: (k, k * 2), 'ab')), set(map(len, ['a', 'b'])), tuple(filter(str.isdigit, 'a1b2')), ''.join(map(chr, [72, 105])), str.join('-', 'abc'), max(map(abs, [-3, 2])))
def raiser(v): raise StopIteration
print(list(map(raiser, [1, 2])))
print(sum(x for x in range(4)), any(x > 2 for x in range(4)), list(zip(*[[1, 2], [3, 4]])), [*zip(range(3), 'abc')], dict(zip('ab', range(2))), list(enumerate(zip('ab', 'cd'))))
