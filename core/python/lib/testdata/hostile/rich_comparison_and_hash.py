# rich comparison and hash
class A:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v if isinstance(o, A) else NotImplemented
a, b = A(1), A(1)
print(a == b, a != b, a == 1, 1 == a, a != 1)
try: hash(a)
except TypeError as e: print(e)
try: {a}
except TypeError as e: print(e)
try: {a: 1}
except TypeError as e: print(e)
try: {}[[]]
except TypeError as e: print(e)
print(A.__hash__)
class B(A):
    def __hash__(s): return hash(s.v)
    def __lt__(s, o): return s.v < o.v
print(B(1) in {B(1)}, sorted([B(3), B(1)])[0].v, B(1) > B(0), max(B(1), B(5)).v)
class L:
    def __lt__(s, o): return 'lt'
    def __gt__(s, o): return 'gt'
    def __le__(s, o): return []
print(L() < 1, 1 < L(), L() > 1, L() <= 1, not (L() <= 1))
class H:
    def __hash__(s): return 2**70
    def __eq__(s, o): return 1/0
print(hash(H()))
class HB:
    def __hash__(s): return 'x'
try: hash(HB())
except TypeError as e: print(e)
h = H()
print(h in [h], [h] == [h], h in (h,), {h: 1}[h])
nan = float('nan')
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan], (nan,) == (nan,), [float('nan')] == [nan])
print(hash(1) == hash(1.0) == hash(True) == hash(1+0j), hash(-1), hash(-2), hash(2**61-1), hash(2**61), hash(0.5), hash(1e300), hash(float('inf')), hash(-float('inf')), hash(10**30), hash(1.5+2j), hash(()), hash((1,2,3)), hash((1,(2,))), hash(None) == hash(None), hash(frozenset([1,2,3])), hash(frozenset()))
class C:
    __hash__ = None
try: hash(C())
except TypeError as e: print(e)
class Bo:
    def __bool__(s): return 1
try: bool(Bo())
except TypeError as e: print(e)
try:
    if Bo(): pass
except TypeError as e: print(e)
class Le:
    def __len__(s): return -1
try: len(Le())
except ValueError as e: print(e)
try: bool(Le())
except ValueError as e: print(e)
class Le2:
    def __len__(s): return 1.5
try: len(Le2())
except TypeError as e: print(e)
class Le3:
    def __len__(s): return 2**100
try: len(Le3())
except OverflowError as e: print(e)
class St:
    def __str__(s): return 1
    def __repr__(s): return 2
    def __format__(s, f): return 3
    def __int__(s): return 'x'
    def __float__(s): return 'x'
    def __index__(s): return 'x'
    def __iter__(s): return 5
    def __bytes__(s): return 'x'
    def __complex__(s): return 1
    def __contains__(s, x): return 'yes'
    def __dir__(s): return 5
    def __enter__(s): pass
    def __instancecheck__(s, i): return 'yes'
    def __reversed__(s): return 'rev'
    def __sizeof__(s): return 'x'
    def __getitem__(s, i): return i
for f in [str, repr, format, int, float, iter, bytes, complex, hex, list, dir, reversed, lambda s: 1 in s, lambda s: isinstance(1, s), lambda s: s[1:2, ...], lambda s: f'{s}', lambda s: '%s' % s, lambda s: [1][s], lambda s: print(s)]:
    try: print(f(St()))
    except TypeError as e: print(e)
try:
    with St() as s: pass
except Exception as e: print(type(e).__name__, e)
try:
    with 5: pass
except Exception as e: print(type(e).__name__, e)
