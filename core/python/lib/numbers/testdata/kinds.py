import numbers
from numbers import Number, Complex, Real, Rational, Integral
for v in [1, True, 1.5, 2j, "x", None, [1]]:
    print(repr(v), [isinstance(v, c) for c in (Number, Complex, Real, Rational, Integral)])
print(issubclass(int, Integral), issubclass(float, Integral), issubclass(bool, Real), Integral.__mro__[:5], Number)
try: Number()
except TypeError as e: print(e)
try: Integral()
except TypeError as e: print(str(e)[:60])
class Mine: pass
Number.register(Mine)
print(isinstance(Mine(), Number), isinstance(Mine(), Real))
class N(Number): pass
print(isinstance(N(), Number), N.__hash__)
