# Subclasses of built-in types: what they inherit, override and return.
def fails(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e, sep=": ")

class Int(int):
    def __new__(cls, v, extra=None):
        self = super().__new__(cls, v)
        self.extra = extra
        return self
    def __add__(self, o): return Int(int(self) + int(o), 'sum')
    def __repr__(self): return f'Int({int(self)}, {self.extra!r})'
i = Int(5, 'x'); print(i, i + 1, i - 1, i * 2, 1 + i, type(i * 2).__name__, [10, 20, 30, 40, 50, 60][i], i == 5, hash(i) == hash(5), {5: 'five'}[i], i.extra, isinstance(i, int), bool(Int(0)), f'{i:03d}', str(i), i.__dict__, -i, abs(i), range(i), i < 6, max(i, 3), sum([i, i]), int(i), float(i), i / 2, i // 2, divmod(i, 3), i ** 2, ~i, i & 4, 7 - i)
class Str(str):
    def shout(self): return self.upper() + '!'
    def __eq__(self, o): return str.__eq__(self, o) or o == 'magic'
    __hash__ = str.__hash__
s = Str('abc'); print(s, repr(s), s.shout(), s + 'd', type(s + 'd').__name__, s == 'abc', s == 'magic', s != 'magic', {'abc': 1}[s], len(s), s[1:], type(s[:]).__name__, 'b' in s, s.join(['1', '2']), list(s), s.upper(), '%s' % s, f'{s:>5}', 'x' + s, s * 2, sorted([Str('b'), Str('a')]), isinstance(s, str), s.__class__.__name__, type(str(s)).__name__)
class Float(float):
    pass
f = Float(2.5); print(f, f + 1, type(f + 1).__name__, f == 2.5, round(f), f'{f:.2f}', f.is_integer(), isinstance(f, float), {2.5: 1}[f])
class Stack(list):
    def push(self, v): self.append(v); return self
    def __getitem__(self, k):
        r = super().__getitem__(k)
        return Stack(r) if isinstance(k, slice) else r
    def __repr__(self): return f'Stack({super().__repr__()})'
    def __add__(self, o): return Stack(list(self) + list(o))
    def __contains__(self, v): return v == 'any' or super().__contains__(v)
    def __bool__(self): return True
    def __eq__(self, o): return isinstance(o, Stack) and super().__eq__(o)
st = Stack([1]).push(2).push(3); print(st, st[0], st[1:], st + [4], 'any' in st, 9 in st, bool(Stack()), st == [1, 2, 3], st == Stack([1, 2, 3]), st != [1, 2, 3], len(st), list(st), [*st], sum(st), st.index(2), st.pop(), sorted(st), type(sorted(st)).__name__, st * 2, [0] + st); fails(hash, st)
st.name = 'n'; print(st.__dict__, vars(st), hasattr(st, 'name'), hasattr([], 'name')); st += [7]; print(st, type(st).__name__); st *= 2; print(st); del st[0]; st[0] = 'z'; st[1:2] = [8, 8]; print(st)
class Counter(dict):
    def __init__(self, items=()):
        super().__init__()
        for x in items: self[x] = self.get(x, 0) + 1
    def most(self): return max(self, key=self.get)
    def __missing__(self, k): return 0
c = Counter('abracadabra'); print(c, c.most(), c['zz'], 'zz' in c, c.items() >= {('a', 5)}, dict(c) == c, len(c), list(c), {**c}, c | {'x': 1}, sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))); fails(lambda: {}['zz'])
class AttrDict(dict):
    def __getattr__(self, n):
        try: return self[n]
        except KeyError: raise AttributeError(n) from None
    def __setattr__(self, n, v): self[n] = v
    def __delattr__(self, n): del self[n]
a = AttrDict(x=1); a.y = 2; print(a, a.x, a['y'], hasattr(a, 'zz'), getattr(a, 'zz', 'd'), a.keys(), a.__dict__); del a.x; print(a); fails(lambda: a.x)
class Lower(dict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def update(self, *a, **kw):
        for k, v in dict(*a, **kw).items(): self[k] = v
    def __iter__(self): return iter(sorted(super().__iter__()))
    def keys(self): return list(self)
l = Lower(); l['B'] = 1; l.update(A=2, C=3); print(l, list(l), l.keys(), dict(l), {**l}, [k for k in l], len(l))
class Pair(tuple):
    __slots__ = ()
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    a = property(lambda self: self[0]); b = property(lambda self: self[1])
    def __repr__(self): return f'Pair(a={self.a!r}, b={self.b!r})'
    def _replace(self, **kw): return Pair(kw.get('a', self.a), kw.get('b', self.b))
p = Pair(1, 2); x, y = p; print(p, p.a, p.b, x, y, p == (1, 2), hash(p) == hash((1, 2)), p + (3,), p[0], p._replace(b=9), p < Pair(1, 3), {p: 'k'}[(1, 2)], len(p), isinstance(p, tuple), p in [(1, 2)], '%s-%s' % p, sorted([Pair(2, 1), Pair(1, 5)])); fails(lambda: setattr(p, 'c', 1)); fails(lambda: p.__dict__)
class Tags(set):
    def add(self, v): super().add(str(v).lower())
t = Tags(); t.add('A'); t.add('a'); t.add(5); print(sorted(t), len(t), t == {'a', '5'}, type(t | {1}).__name__, 'a' in t, t & {'a'}); fails(hash, t)
class Err(ValueError):
    code = 5
    def __init__(self, *a, detail=None): super().__init__(*a); self.detail = detail
    def __bool__(self): return False
    def __len__(self): return 3
    def __iter__(self): return iter(self.args)
    def __getitem__(self, k): return self.args[k]
e = Err('a', 'b', detail='d'); print(e, repr(e), e.code, e.detail, list(e), len(e), e[0], isinstance(e, ValueError), e.__dict__, e.args, str(Err('one')))
try: raise e
except ValueError as caught: print(caught is e, caught.detail)
class Bytes(bytes):
    def hexed(self): return self.hex()
b = Bytes(b'ab'); print(b, b.hexed(), b == b'ab', b[0], type(b + b'c').__name__, len(b), list(b))
class Mixin:
    def describe(self): return f'{type(self).__name__}:{len(self)}'
class ML(Mixin, list): pass
class MD(Mixin, dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.made = True
print(ML([1, 2]).describe(), MD(a=1).describe(), MD(a=1).made, MD({'q': 1}, z=2), ML.__mro__, ML.__base__ if False else '')
class Base:
    def __init__(self, *a, **k): print('Base init', a, k)
class Both(Base, dict): pass
b = Both(1, x=2); print(b, len(b))
class Num:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ('Num.add', o) if isinstance(o, int) else NotImplemented
    def __radd__(self, o): return ('Num.radd', o)
    def __mul__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
class Sub(Num):
    def __radd__(self, o): return ('Sub.radd', type(o).__name__)
print(Num(1) + 1, 1 + Num(1), [1] + Num(1), 'a' + Num(1), (1,) + Num(1), Num(1) + Sub(1), Num(1) == 1, Num(1) != 1, 1 == Num(1)); fails(lambda: Num(1) * 2); fails(lambda: 2 * Num(1)); fails(lambda: Num(1) + Num(1)); fails(lambda: Num(1) < 2); fails(lambda: Num(1) < Num(2)); fails(lambda: [1] * Num(2)); fails(lambda: Num(1) + 'a' * Num(1)); fails(lambda: Num(1) @ 1); fails(lambda: Num(1)['x'])
class V:
    def __init__(self, x): self.x = x
    def __iadd__(self, o): self.x += o; return self
    def __getattr__(self, n): return n
v = V(1); w = v; v += 5; print(v.x, w is v, v.anything); fails(lambda: v + 1); fails(lambda: len(v)); fails(lambda: v())
