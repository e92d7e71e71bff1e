from enum import *
import enum
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(list(P), P.RW, repr(P.RW), P.R | P.X, repr(P.R | P.X), P.RW & P.R, P.R ^ P.RW, ~P.R, P(0), repr(P(0)), P(7), repr(P(7)), bool(P(0)), bool(P.R))
print(P.R in P.RW, P.X in P.RW, list(P.RW), list(P(7)), len(P.RW), P.R.value, (P.R | P.W) is P.RW, P(3), P["RW"], P.__members__)
print(str(P.R | P.X), str(P(0)), (P.R | P.X).name, (P.R | P.X).value, P(0).name, hash(P.R) == hash("R"), P)
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t(lambda: P(8)); t(lambda: P(-9)); t(lambda: P("x")); t(lambda: P.R | 1); t(lambda: 1 in P.RW); t(lambda: P.R < P.W); t(lambda: P(-1)); t(lambda: ~P(0)); t(lambda: ~~P.R); t(lambda: ~P(7))
class I(IntFlag):
    A = 1
    B = 2
    C = 4
print(I.A | I.B, repr(I.A | I.B), I.A | 8, repr(I.A | 8), I.A + 1, I(7), repr(I(7)), ~I.A, repr(~I.A), I(0), repr(I(0)), I.A == 1, I.A | 2, type(I.A | 2), 2 | I.A, repr(4 | I.A), I(-1), repr(I(-2)), repr(I(16)), list(I(5)), f"{I.A}", str(I.B), int(I.C), I.A & 3, I.C ^ 5)
print(list(I), len(I), I.A in I(3), [n for n in I], I.B.name, (I.A | I.C).name, I(9).name)
class Con(Flag, boundary=CONFORM):
    A = 1
    B = 2
print(Con(7), repr(Con(4)), Con(5))
class Ej(Flag, boundary=EJECT):
    A = 1
    B = 2
print(Ej(7), type(Ej(7)), Ej(3))
class Kp(Flag, boundary=KEEP):
    A = 1
    B = 4
print(Kp(7), repr(Kp(2)), Kp(8), repr(Kp(15)))
class St(Flag, boundary=FlagBoundary.STRICT):
    A = 1
    B = 4
t(lambda: St(2)); t(lambda: St(7))
class Gap(Flag):
    A = 1
    B = 4
    NONE = 0
    ALL = 5
print(list(Gap), Gap.NONE, repr(Gap.NONE), Gap.ALL, repr(Gap.ALL), Gap(5), Gap.A | Gap.B, ~Gap.NONE, bool(Gap.NONE))
class Unordered(Flag):
    C = 4
    A = 1
    B = 2
print(list(Unordered), list(Unordered(7)), Unordered(3), Unordered(5))
print(enum.show_flag_values(13), FlagBoundary.KEEP, list(FlagBoundary), repr(STRICT))
@verify(UNIQUE)
class V(Enum):
    A = 1
    B = 2
def v1():
    @verify(UNIQUE)
    class V(Enum):
        A = 1
        B = 1
def v2():
    @verify(CONTINUOUS)
    class V(Enum):
        A = 1
        B = 4
def v3():
    @verify(NAMED_FLAGS)
    class V(Flag):
        A = 1
        B = 6
def v4():
    @verify(CONTINUOUS)
    class V(IntFlag):
        A = 1
        B = 8
for v in v1, v2, v3, v4: t(v)
class WithZero(IntFlag):
    NONE = 0
    X = auto()
    Y = auto()
print(list(WithZero), repr(WithZero.NONE), WithZero.X | WithZero.Y)
class Col(Flag):
    BLACK = 0
    RED = auto()
    BLUE = auto()
    PURPLE = RED | BLUE
print(Col.PURPLE, list(Col.PURPLE), Col.RED | Col.BLUE == Col.PURPLE, Col.BLACK, Col.PURPLE & ~Col.RED, [c.name for c in Col])
for c in Col.PURPLE: print(c)
print(P.R.__class__, isinstance(P.R | P.W, P), P.R == P(1))
x = P.R
x |= P.W
print(x)
x &= ~P.R
print(x)
