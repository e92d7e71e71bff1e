import copy
import math
from decimal import *

D = Decimal
print(D("1.10"), repr(D("1.10")), D(5), D(-3), D("1E+5"), D("1e-10"), D("-0"), D("0.000001"), D("0.0000001"), D("123456789012345678901234567890.12"), D("Infinity"), D("-inf"), D("NaN"), D("sNaN12"), D(0.1), D(0.5), D(True), D((1, (1, 2, 3), -2)), D(" 1_000.5 "), D("٣"), D())
print(D("0.1") + D("0.2"), D("1.10") + D("2.2"), D("5") - D("7.50"), D("1.2") * D("3.40"), D(1) / D(3), D(2) / D(3), D(10) / D(4), D(100) / D("0.5"), D(1) / 7, 1 / D(8), D(7) // D(2), D(-7) // D(2), D(7) % D(2), D(-7) % D(3), divmod(D(-7), 3), D("7.5") % D("2"), -D("1.5"), +D("1.5"), abs(D("-3")))
print(D(2) ** 10, D("1.1") ** 3, D(2) ** -1, D(10) ** -2, D(2) ** D("0.5"), D(4) ** D("0.5"), D("-2") ** 3, D("1.00") ** 2, 2 ** D(3), pow(D(3), 4, 5), D(9).sqrt(), D(2).sqrt(), D("0.01").sqrt(), D(1).exp(), D("0.5").exp(), D(10).ln(), D(2).ln(), D("1.0001").ln(), D(1000).log10(), D(2).log10(), D("1e-50").exp(), D(-3).exp())
print(D("1.5") == 1.5, D("0.1") == 0.1, D(1) == 1, D("1.0") == D("1.00"), D(1) < 2, D("2.5") > 2.4, D("NaN") == D("NaN"), D("inf") > 10, D(1) != D(2), D(3) <= D(3), max(D(1), D("2.5")), sorted([D(3), D("1.5"), 2]), sum([D("0.1")] * 3), hash(D("1.0")) == hash(1), hash(D("0.5")) == hash(0.5), {D(1): 1}[1.0])
print(D("3.14159").quantize(D("0.01")), D("2.675").quantize(D("0.01"), rounding=ROUND_HALF_UP), D("2.5").quantize(D(1)), D("3.5").quantize(D("1")), D("1234").quantize(D("1e2")), D("7.325").quantize(D(".01"), ROUND_DOWN), D("-7.325").quantize(D(".01"), ROUND_UP))
for r in [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]:
    print(r, [str(D(x).quantize(D("0.1"), rounding=r)) for x in ["1.25", "1.35", "-1.25", "1.21", "1.29", "-1.29", "1.20", "1.01", "1.51"]])
print(round(D("2.5")), round(D("3.5")), round(D("2.567"), 2), round(D("1234"), -2), int(D("-2.9")), float(D("1.25")), math.floor(D("-2.5")), math.ceil(D("2.1")), math.trunc(D("2.9")), complex(D("1.5")), bool(D(0)), bool(D("0.1")), math.sqrt(D("2.25")))
print(D("1.50").normalize(), D("100").normalize(), D("0.00").normalize(), D("123.456").adjusted(), D("123.456").as_tuple(), D("-0.5").as_integer_ratio(), D("12.50").to_integral_value(), D("12.5").to_integral_exact(), D("1E3").to_eng_string(), D("12345E5").to_eng_string(), D("NaN").as_tuple(), D("-inf").as_tuple())
print(D("NaN").is_nan(), D("inf").is_infinite(), D(1).is_finite(), D(-1).is_signed(), D(0).is_zero(), D(1).is_normal(), D("1").same_quantum(D("2")), D("1").copy_sign(D("-2")), D("-1").copy_abs(), D(1).copy_negate(), D(1).compare(D(2)), D(3).max(D(5)), D(3).min(D("NaN")), D(2).fma(3, 4), D("1.5").scaleb(2), D(1234).logb(), D(1).next_plus(), D(1).next_minus(), D(10).remainder_near(D(6)), D(5).number_class(), D("-0").number_class(), D(5).radix())
print(getcontext())
getcontext().prec = 6
print(D(1) / D(7), D("1.23456789") + 0, D("1.23456789"), +D("1.23456789"), D(2).sqrt(), getcontext().flags[Inexact], getcontext().flags[Rounded])
getcontext().prec = 28
with localcontext() as ctx:
    ctx.prec = 5
    ctx.rounding = ROUND_UP
    print(D(1) / D(3), ctx.prec, getcontext().prec)
print(D(1) / D(3), getcontext().prec)
with localcontext(prec=3) as ctx:
    print(D(22) / D(7))
c = Context(prec=4, rounding=ROUND_FLOOR)
print(c, c.divide(D(1), D(3)), c.create_decimal("1.23456"), c.sqrt(2), c.add(D("1.00005"), 1), c.power(2, 10), c.Etiny(), c.Etop(), c.copy().prec, c.quantize(D("1.239"), D("0.01")), c.multiply(3, D("1.23456")))
setcontext(ExtendedContext)
print(D(1) / D(0), D(0) / D(0), D(-1) / 0, getcontext().flags[DivisionByZero])
setcontext(Context(prec=28))
for x in ["1234567.891", "-0.000123", "0", "1E+10", "NaN", "-Infinity", "99.995", "1.5"]:
    print([format(D(x), f) for f in ["", ".2f", ",", ",.2f", "e", ".3e", "g", ".3g", "10", "<10", "+", " ", "010.1f", "%", ".1%", "^12.3f", "*>12", "E", "f", "012,.2f", "n"]])
print("%s %.2f %d" % (D("1.25"), D("1.25"), D("7.9")), f"{D('3.14159'):.2f}", str(D("1e400")), repr(D("-1.0E-7")), D("1e-7"), D("1.0E+3"), D("1.23E-6"))
print(copy.copy(D(1)), copy.deepcopy([D("1.5")]), D.from_float(0.1), D.from_float(3), D(D("2.50")), isinstance(D(1), Decimal))


class Money(Decimal):
    def __str__(self):
        return "$" + format(self, ".2f")


m = Money("3.5")
print(m, type(m + 1).__name__, m == D("3.5"))
for f in [lambda: D("abc"), lambda: D(""), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) % 0, lambda: D(1) // 0, lambda: D(-1).sqrt(), lambda: D(-1).ln(), lambda: D("inf") - D("inf"), lambda: D("1e999999") * 10, lambda: D(1) + 1.5, lambda: D(1) < "a", lambda: D([1]), lambda: D(None), lambda: D(1) < D("NaN"), lambda: int(D("NaN")), lambda: int(D("inf")), lambda: D("12345").quantize(D("1e-30")), lambda: D((2, (1,), 0)), lambda: format(D(1), "x"), lambda: D("-8") ** D("0.5"), lambda: Context(prec=0), lambda: setattr(getcontext(), "rounding", "X"), lambda: hash(D("sNaN")), lambda: D("sNaN") + 1, lambda: D(0) ** 0, lambda: D("1" * 30) // D("0.1"), lambda: setcontext(5), lambda: localcontext(wrong=1), lambda: D(1) + None, lambda: D("1").quantize(5.0)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, isinstance(e, ArithmeticError), [b.__name__ for b in type(e).__mro__][:4])
try:
    D("x")
except InvalidOperation as e:
    print(e, e.args)
try:
    D(1) / 0
except ZeroDivisionError as e:
    print(e)
print(getcontext().traps[InvalidOperation], len(getcontext().flags), InvalidOperation in getcontext().flags, Overflow.__mro__)
