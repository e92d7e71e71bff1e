# A class of numbers gets from its kind what follows from the methods that it must have.
import numbers
import math
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class R(numbers.Rational):
    numerator = 7; denominator = 3
    for n in 'abs add ceil eq floor floordiv le lt mod mul neg pos pow radd rfloordiv rmod rmul round rpow rtruediv truediv trunc'.split(): locals()[f'__{n}__'] = lambda *a: None
t(lambda: F(R())); t(lambda: F(R(), 2)); t(lambda: float(R()))
t(lambda: (R().real.__class__, R().imag, complex(R()), bool(R())))
class N(numbers.Integral):
    def __init__(self, v): self.v = v
    for n in 'abs add and ceil eq floor floordiv invert le lshift lt mod mul neg or pos pow radd rand rfloordiv rlshift rmod rmul ror round rpow rrshift rshift rtruediv rxor truediv trunc xor'.split(): locals()[f'__{n}__'] = lambda s, *a, n=n: (n, s.v, *a)
    def __int__(self): return self.v
    def __add__(self, o): return ("add", self.v, o)
    def __neg__(self): return -self.v
t(lambda: (float(N(3)), complex(N(4)), N(5).denominator, N(6).numerator, N(1).conjugate(), [1, 2, 3][N(1)], divmod(N(1), 2), divmod(2, N(1)), hex(N(16)), N(5) - 2, 2 - N(5)))
t(lambda: numbers.Real()); t(lambda: isinstance(N(1), numbers.Rational))
