from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
class Color(Enum):
    RED = auto()
    GREEN = auto()
    CRIMSON = 1
    @property
    def pretty(self): return self.name.title()
    @classmethod
    def first(cls): return next(iter(cls))
print(list(Color), Color.CRIMSON, Color(2), Color["RED"].pretty, Color.first(), Color.__members__)
try: Color(9)
except ValueError as e: print(e)
try: Color.RED = 3
except AttributeError as e: print("refused")
try:
    class More(Color): pass
except TypeError as e: print("final")
class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RW = R | W
print(Perm.R | Perm.X, Perm.RW & Perm.W, ~Perm.R, bool(Perm.R & Perm.W), list(Perm.RW), Perm(0), Perm.R in Perm.RW, len(Perm.RW))
print(repr(Perm(5)), Perm.R ^ Perm.RW)
class N(IntEnum):
    A = 1
    B = 2
print(N.A + 1, N.B > N.A, f"{N.A}", repr(N.B), sorted([N.B, N.A]), {1: "x"}[N.A])
class S(StrEnum):
    UP = auto()
    LOW = "l"
print(S.UP, S.UP == "up", S.LOW.upper(), f"{S.UP:>5}")
try:
    @unique
    class U(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
print(Planet.MARS.mass, Planet((5.97, 6.37)).name)
class Missing(Enum):
    X = "x"
    @classmethod
    def _missing_(cls, v): return cls.X if isinstance(v, str) and v.lower() == "x" else None
print(Missing("X"))
