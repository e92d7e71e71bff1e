# What a class blocks with None, the hash of nothing, and print >> file.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class E:
    def __radd__(s, o): return 'radd'
    def __ne__(s, o): return 'ne'
    def __iadd__(s, o): return 'iadd'
    def __add__(s, o): return 'add'
    def __contains__(s, o): return True
    def __iter__(s): return iter([1])
    def __reversed__(s): return 'rev'
    def __len__(s): return 3
    def __getitem__(s, i): return i
    def __bool__(s): return True
    def __index__(s): return 3
    def __enter__(s): return 1
    def __exit__(s, *a): return 1
    def __hash__(s): return 1
    def __eq__(s, o): return True
    def __lt__(s, o): return True
    def __call__(s): return 1
    def __format__(s, f): return 'f'
    def __neg__(s): return 1
    def __int__(s): return 1
    def __round__(s): return 1
    def __getattr__(s, n): return n
class N(E):
    __radd__ = __ne__ = __iadd__ = __add__ = __contains__ = __iter__ = __reversed__ = __len__ = __bool__ = __index__ = __enter__ = __exit__ = __hash__ = __eq__ = __lt__ = __call__ = __format__ = __neg__ = __int__ = __round__ = __getitem__ = None
n = N()
t(lambda: 1 + n); t(lambda: n + 1); t(lambda: n + n); t(lambda: E() + n); t(lambda: n + E())
t(lambda: n != 1); t(lambda: 1 != n); t(lambda: n == 1); t(lambda: E() != n); t(lambda: n < 1); t(lambda: 1 > n)
def f():
    x = N(); x += 1; return x
t(f)
t(lambda: 1 in n); t(lambda: list(n)); t(lambda: list(reversed(n))); t(lambda: len(n)); t(lambda: bool(n)); t(lambda: [1,2,3,4][n]); t(lambda: hash(n)); t(lambda: n()); t(lambda: format(n)); t(lambda: -n); t(lambda: int(n)); t(lambda: round(n)); t(lambda: n[0])
def g():
    with n: pass
t(g)
def h():
    for x in n: pass
t(h)
t(lambda: hash('')); t(lambda: hash(b'')); t(lambda: hash(()) == hash(())); 
import sys
t(lambda: print >> 3)
t(lambda: print << 3)
