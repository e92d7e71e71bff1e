import copy
import math
from fractions import Fraction

F = Fraction
print(F(1, 2), repr(F(6, -4)), F(3), F("3/4"), F(" -7/21 "), F("1.25"), F("1e-3"), F("-.5"), F("2.E2"), F(0.1), F(0.5), F(True), F(F(1, 3), F(2, 3)), F(), F("1_000/3"))
a, b = F(3, 4), F(-2, 5)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 3, -a, +a, abs(b))
print(a + 1, 1 + a, a - 2, 2 - a, a * 3, 3 * a, a / 2, 2 / a, a // 1, 5 // a, a % 1, 5 % a, divmod(5, a), 2 ** F(3), 2 ** F(1, 2), F(4) ** F(1, 2), a ** 0.5, 4.0 ** a)
print(a + 0.5, 0.5 + a, a * 2.0, a / 0.5, a // 0.5, a % 0.5, a + 1j, a == 0.75, a == 3 / 4, F(1, 3) == 1 / 3, a < 1, a > 0.5, a <= F(3, 4), a >= 1, a != b, F(2) == 2, 2 == F(2), F(1) == 1 + 0j, a < float("inf"), a == float("nan"))
print(hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5), hash(F(1, 3)), hash(F(-1, 3)), hash(F(10**30, 7)), {F(1, 2): 1}[0.5])
print(int(F(7, 2)), int(F(-7, 2)), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(-7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(22, 7), 2), round(F(12345), -2), float(F(1, 3)), complex(F(1, 2)), bool(F(0)), bool(b))
print(a.numerator, b.denominator, a.as_integer_ratio(), a.real, a.imag, a.conjugate(), F.from_float(0.25), F.from_float(3), F("3.1415926535897932").limit_denominator(1000), F(math.pi).limit_denominator(10), F(math.pi).limit_denominator(100000), F(1, 2).limit_denominator(1))
print(sum([F(1, n) for n in range(1, 11)]), max(a, b), sorted([a, b, F(0)]), math.gcd(a.numerator, 9), math.sqrt(F(1, 4)), math.prod([a, b]), copy.copy(a) is a, copy.deepcopy(a) == a, f"{a}", str(a), [a], "%s" % a)


class Money(Fraction):
    def __str__(self):
        return "$" + super().__str__()


m = Money(5, 2)
print(m, type(m + 1), m + 1, isinstance(m, Fraction), m == F(5, 2))
for f in [lambda: F(1, 0), lambda: F("1/0"), lambda: F("x"), lambda: F(""), lambda: F("1/2/3"), lambda: F("1 /2"), lambda: F(1.5, 2), lambda: F(None), lambda: F(float("nan")), lambda: F(float("inf")), lambda: a / 0, lambda: a // 0, lambda: a % 0, lambda: F(0) ** -1, lambda: a + "x", lambda: a < "x", lambda: a < 1j, lambda: F(1).limit_denominator(0), lambda: F("1__0"), lambda: F("."), lambda: F(1) + None, lambda: format(a, ".2f"), lambda: F(2) & 1]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
