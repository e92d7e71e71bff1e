import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.gcd(), math.gcd(12), math.gcd(12, 18, 27), math.lcm(), math.lcm(4, 6, 10), math.gcd(2**200, 6**80) == 2**80, math.lcm(0, 5))
print(math.factorial(20), math.factorial(25), math.comb(52, 5), math.comb(5, 7), math.perm(10, 3), math.perm(5), math.perm(3, 5), math.isqrt(10**40 + 5), math.comb(100, 50))
print(math.prod([1, 2, 3]), math.prod([0.5, 4]), math.prod([], start=5), math.prod(["a", 3] if False else [2, 3], start=1.5), math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]), math.fsum([1e-16, 1, 1e-16]))
print(math.dist((1, 2), (4, 6)), math.dist([0, 0, 0], [1, 1, 1]), math.dist((1,), (4,)), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(), math.hypot(-5), math.hypot(1e200, 1e200), math.hypot(*[0.1] * 7))
print(math.frexp(8), math.frexp(0.1), math.frexp(0), math.ldexp(0.5, 4), math.modf(3.75), math.modf(-3.75), math.ulp(1.0), math.nextafter(1, 2), math.nextafter(0, -1), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 2), math.remainder(5, 2))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(1, 1.05, rel_tol=0.1), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan))
print(math.log(8, 2), math.log(1000, 10), math.log2(8), math.log10(1000), math.log(2**2000), math.log2(2**2000), math.log10(10**400), math.log(10**400, 10), math.log1p(1e-10), math.expm1(1e-10), math.exp(1), math.exp(-745), math.log(5e-324))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(0.5), math.asinh(1), math.acosh(2), math.atanh(0.5), math.sin(1e22), math.cos(1e6), math.tan(1e10), math.degrees(1), math.radians(180))
print(math.gamma(5), math.gamma(0.5), math.gamma(-1.5), math.lgamma(10), math.lgamma(0.5), math.lgamma(-2.5), math.lgamma(1e10), math.gamma(170.6), math.erf(0.5), math.erf(3), math.cbrt(-8), math.cbrt(1), math.exp2(10), math.exp2(0.5), math.pow(2, 0.5), math.pow(-8, 3), math.sqrt(2), math.sqrt(1e-320))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(1e20), math.ceil(10**30), math.trunc(True), type(math.floor(2.0)), math.fabs(-3), math.isqrt(99), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308))


class Money:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


print(math.floor(Money()), math.ceil(Money()), math.trunc(Money()))
