# Subclasses of built-in types with a __new__ or an __init__ of their own.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class L(list):
    def __new__(cls, a=(), *, k=0):
        o = super().__new__(cls, a); o.k = k; return o
t(lambda: (L([1,2], k=3), L([1], k=4).k))
class L2(list):
    def __init__(self, a=(), k=None): super().__init__(a); self.k = k
t(lambda: (L2([1,2], k=3), L2([1], k=4).k))
class T(tuple):
    def __new__(cls, a=(), k=0): o = super().__new__(cls, a); o.k = k; return o
t(lambda: (T([1,2], k=3), T([1], k=4).k))
class T3(tuple): pass
t(lambda: T3(a=1)); t(lambda: T3(iterable=()))
class S(set):
    def __new__(cls, a=(), k=0): o = super().__new__(cls, a); o.k = k; return o
t(lambda: (S([1,2], k=3), S([1], k=4).k))
class FS(frozenset): pass
t(lambda: FS([1], a=2))
class FL(float):
    def __new__(cls, a=0, k=1): o = super().__new__(cls, a); o.k = k; return o
t(lambda: (FL(2.5, k=3), FL(1, k=4).k))
class D(dict):
    def __init__(self, *a, **k): super().__init__(*a); self.k = k
t(lambda: (D({1: 2}, z=3), D(z=3).k))
class BA(bytearray):
    def __init__(self, n, **k): super().__init__(b'x' * n)
t(lambda: BA(3)); 
class B(bytes):
    def __new__(cls, n): return super().__new__(cls, b'y' * n)
t(lambda: B(3))
b = bytearray(b'abc'); b.__init__(b'zz'); t(lambda: b)
t(lambda: bytearray().__init__(5))
def ff():
    x = bytearray(b'abc'); x.__init__(3); return x
t(ff)
class SB(str):
    def __bytes__(s): return b'hey'
t(lambda: bytes(SB('a'))); t(lambda: b'a'.__bytes__()); t(lambda: bytes.fromhex('1 2')); t(lambda: bytes.fromhex('é1')); t(lambda: bytes.fromhex('12\u00a034')); t(lambda: bytes.fromhex('1\u0660')); t(lambda: bytearray.fromhex('0x'))
