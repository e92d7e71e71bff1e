from enum import *
import enum, json
class N(IntEnum):
    A = 1
    B = 2
print(N.A, repr(N.A), str(N.A), f"{N.A}", f"{N.A:03}", N.A + 1, N.A < N.B, N.A == 1, N(2), int(N.B), [10, 20, 30][N.A], N.A * 2.5, type(N.A + N.B), isinstance(N.A, int), N.A in (1, 2), sorted([N.B, N.A]), hash(N.A) == hash(1), {1: "x"}[N.A])
print(json.dumps({"n": N.A, "l": [N.B]}), "%d %s" % (N.A, N.B), range(5)[N.A:N.B], max(N), sum(N), bool(N.A))
class S(StrEnum):
    RED = auto()
    Green_X = auto()
    B = "blue"
print(S.RED, repr(S.RED), S.RED == "red", S.B.upper(), list(S), f"{S.B:>6}", S("blue"), S.RED + "!", len(S.B), S.B in "a blue", json.dumps(S.B), isinstance(S.B, str), "x".join([S.RED, S.B]))
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
def bad():
    class X(StrEnum):
        A = 1
t(bad)
class M(str, Enum):
    A = "a"
    B = "b"
print(M.A, repr(M.A), f"{M.A}", M.A == "a", str(M.A), M.A.value, "%s" % M.A, M("b"), M.A.upper(), json.dumps([M.A]), {"a": 1}[M.A], M.A + "x", isinstance(M.A, str))
class I(int, Enum):
    X = 5
    Y = "7"
print(I.X, repr(I.X), f"{I.X}", I.X + 1, I.Y, repr(I.Y), I.Y + 1)
class Fl(float, Enum):
    HALF = 0.5
print(Fl.HALF, Fl.HALF * 2, repr(Fl.HALF))
class Tup(tuple, Enum):
    P = (1, 2)
print(Tup.P, Tup.P[0], repr(Tup.P), len(Tup.P))
class New(Enum):
    def __new__(cls, value, label):
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj
    A = (1, "one")
    B = (2, "two")
print(New.A.label, New(2).label, list(New), New.A.value)
class NewInt(int, Enum):
    def __new__(cls, value, label=""):
        obj = int.__new__(cls, value)
        obj._value_ = value
        obj.label = label
        return obj
    A = (1, "one")
    B = 2
print(NewInt.A.label, NewInt.A + 5, NewInt(1), NewInt.B.label == "", repr(NewInt.A))
class Mix:
    def shout(self): return self.name + "!"
class WithMix(Mix, Enum):
    A = 1
print(WithMix.A.shout(), repr(WithMix.A))
class WithMix2(Mix, IntEnum):
    A = 1
print(WithMix2.A.shout(), WithMix2.A + 1)
from dataclasses import dataclass
@dataclass
class Data:
    x: int
    y: str = "d"
class DE(Data, Enum):
    A = 1, "a"
    B = 2
print(DE.A.x, DE.A.y, repr(DE.A), DE.B.y)
def two():
    class X(int, str, Enum): A = 1
def notlast():
    class X(Enum, int): A = 1
t(notlast)
t(lambda: N(9)); t(lambda: N["Z"]); t(lambda: N.A.nope)
class OwnStr(IntEnum):
    A = 1
    def __str__(self): return "own"
print(OwnStr.A, f"{OwnStr.A}", format(OwnStr.A, "04"))
class OwnRepr(Enum):
    A = 1
    def __repr__(self): return "R"
print(OwnRepr.A, [OwnRepr.A])
print(N.A.real, N.A.bit_length(), N.A.__class__, N.__members__["A"])
class Bytes(bytes, Enum):
    A = b"x"
print(Bytes.A, Bytes.A + b"y")
class Level(IntEnum):
    LOW = 10
    HIGH = 20
    @property
    def label(self): return self.name.title()
    @classmethod
    def default(cls): return cls.LOW
print(Level.HIGH.label, Level.default(), Level.LOW.value, Level.HIGH > 15, Level(10).name, -Level.LOW, abs(Level.LOW), Level.LOW // 3, divmod(Level.HIGH, 7))
