# subclass builtins
class D(dict):
    def __missing__(s, k): return f'missing {k}'
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
d = D(a=1); d['b'] = 2; print(d, d['zz'], d.get('zz'), D.fromkeys('ab', 1), type(d.copy()), d | {'c': 1}, type(d | {}), repr(d), D([(1, 2)]) == {1: 2})
d.update(q=1); print(d); d.setdefault('w', 3); print(d)
class L(list):
    def __getitem__(s, i): return ('gi', i)
    def append(s, x): super().append(x); return s
l = L([1, 2]); l.append(3); print(l, l[0], l[0:1], list(l), type(l + [1]), type(l[:]), [*l], sum(l), L('ab') == ['a', 'b'], type(l * 2), l.__class__.__mro__)
class S(str):
    def __new__(cls, v, extra=None): o = super().__new__(cls, v); o.extra = extra; return o
    def upper(s): return 'UP:' + super().upper()
s = S('abc', 5); print(s, s.extra, s.upper(), type(s + 'x'), type(s[0:]), s == 'abc', hash(s) == hash('abc'), repr(s), f'{s:>5}', type(str(s)), {s: 1}['abc'], s.__dict__, len(s), type(s.strip()), 'x'.join([s]))
class I(int):
    def __add__(s, o): return I(int(s) + int(o))
    def __repr__(s): return f'I({int(s)})'
i = I(5); print(i, i + 1, 1 + i, type(1 + i), i * 2, str(i), f'{i}', f'{i:03d}', '%d %s' % (i, i), [i], i == 5, I('7'), I(), range(i), type(+i), type(abs(i)), type(int(i)), bool(I(0)), i.real)
class F(float): pass
f = F(1.5); print(f, f + 1, type(f + 1), F('2'), repr(f), f == 1.5, type(round(f)), type(-f), f.hex())
class T(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
t = T(1, 2); print(t, t[0], type(t[:]), type(t + (1,)), t == (1, 2), len(t), hash(t) == hash((1, 2)), repr(t), [*t])
class B(bytes): pass
print(B(b'ab'), type(B(b'ab') + b''), B(3))
class St(set):
    def add(s, x): super().add(x + 1)
s = St([1]); s.add(5); print(s, type(s | {1}), s == {1, 6}, repr(s), type(s.copy()))
class FS(frozenset): pass
print(FS([1]), type(FS([1]) | {2}), type(FS([1]).copy()))
class E(Exception):
    def __init__(s, a, b): s.a = a; s.b = b; super().__init__(a)
e = E(1, 2); print(e.args, repr(e), str(e), e.a)
class E2(Exception):
    def __init__(s, a, b): s.a = a
print(repr(E2(1, 2)), E2(1, 2).args, str(E2(1, 2)))
class KE(KeyError): pass
print(KE('x'), repr(KE('x')), str(KE('a', 'b')), str(KeyError()), str(KeyError(1)))
class C(complex): pass
print(C(1, 2), type(C(1) + 1))
try:
    class N(type(None)): pass
except TypeError as e: print(e)
for t in [bool, type(None), type(...), range, slice, type(lambda: 0), type(len), type(x for x in ()), memoryview]:
    try: type('X', (t,), {}); print('ok', t)
    except TypeError as e: print(e)
class Cnt(dict):
    def __iter__(s): return iter(['it'])
    def keys(s): return ['k']
    def __len__(s): return 99
    def __contains__(s, k): return k == 'c'
c = Cnt(a=1); print(list(c), len(c), 'c' in c, c, dict(c) if False else '', {**c} if False else '', bool(Cnt()))
