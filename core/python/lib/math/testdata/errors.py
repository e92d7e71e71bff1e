import math
from fractions import Fraction


def show(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(f.__name__, args, kw or "", repr(r))
    except Exception as e:
        print(f.__name__, args, kw or "", type(e).__name__, e)


class Indexed:
    def __index__(self):
        return 7

    def __repr__(self):
        return "Indexed"


class Floaty:
    def __float__(self):
        return 2.25

    def __repr__(self):
        return "Floaty"


inf, nan = math.inf, math.nan
one = "acos acosh asin asinh atan atanh ceil cos cosh degrees exp exp2 expm1 fabs factorial floor frexp fsum gamma isfinite isinf isnan isqrt lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp".split()
values = [0, -0.0, 1, -1, 2, 0.5, -0.5, 3, 170, 171.7, 1000, -1000, -3, 1e300, 5e-324, 10**30, 2**1100, -2**1100, inf, -inf, nan, True, "x", None, 1j, Fraction(1, 4), Indexed(), Floaty()]
for name in one:
    for v in values:
        if name == "factorial" and isinstance(v, int) and abs(v) > 10**6:
            continue
        show(getattr(math, name), v)
    show(getattr(math, name))
    show(getattr(math, name), 1, 2, 3)
two = "atan2 copysign fmod ldexp nextafter pow remainder log comb perm dist gcd lcm hypot isclose".split()
pairs = [(0, 0), (1, 0), (0, -1), (-1, 0.5), (2, 3), (-2, 3), (7, -3), (0.5, 2), (-0.0, 2), (inf, 1), (1, inf), (-inf, 2), (nan, 1), (1, nan), (2, 1024), (10, -400), (5.5, 2), ("a", 1), (2**1100, 3), (3, 2**1100), (6, 4), (10, 12), (-6, 4), (8, 2), (1000, 10), (0, -5)]
for name in two:
    for p in pairs:
        if name in ("comb", "perm") and max(abs(v) if isinstance(v, int) else 0 for v in p) > 10**6:
            continue
        show(getattr(math, name), *p)
    show(getattr(math, name), 1)
for name in ["cbrt", "erf", "erfc"]:
    for v in values:
        try:
            print(name, v, "%.14g" % getattr(math, name)(v))
        except Exception as e:
            print(name, v, type(e).__name__, e)
for v in values:
    show(math.prod, v)
