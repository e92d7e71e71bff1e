# enum
from enum import *
class C(Enum):
    R = 1; G = 2; B = 3; CRIMSON = 1
print(C.R, repr(C.R), C(2), C['B'], C.CRIMSON is C.R, list(C), len(C), C.R.name, C.R.value, C.__members__, C.R in C, type(C.R), isinstance(C.R, C), C.R == 1, hash(C.R) == hash('R'), C.R.__class__, C)
for t in [lambda: C(9), lambda: C['Q'], lambda: C.Q, lambda: setattr(C, 'R', 2), lambda: delattr(C, 'R'), lambda: C.R < C.G, lambda: 5 in C, lambda: C(), lambda: C.R.G if 0 else 1, lambda: setattr(C.R, 'value', 2), lambda: setattr(C.R, 'name', 2)]:
    try: print(t())
    except Exception as e: print(type(e).__name__, e)
def mk(src):
    try: exec(src, globals()); print('ok')
    except Exception as e: print(type(e).__name__, e)
mk('class D(C): Z = 5')
mk('class D(Enum):\n  A = 1\n  A = 2')
mk('@unique\nclass D(Enum):\n  A = 1\n  B = 1')
mk('class D(Enum):\n  mro = 1')
mk('class D(Enum):\n  _x_ = 1')
mk('class D(IntEnum):\n  A = "x"')
mk('class D(Enum):\n  A = auto()\n  B = 5\n  C = auto()\nprint(list(D))')
mk('class D(StrEnum):\n  A = auto()\n  BB = "x"\nprint(list(D), str(D.A), f"{D.A}", D.A == "a", D.A.upper())')
mk('class D(StrEnum):\n  A = 1')
class I(IntEnum):
    A = 1; B = 2
print(I.A + 1, I.A < I.B, I.A, repr(I.A), f'{I.A}', '%d' % I.A, int(I.B), I(1), sorted([I.B, I.A]), I.A == 1, {1: 'x'}[I.A], str(I.A), format(I.A, '03d'))
class P(Flag):
    R = 4; W = 2; X = 1; RW = R | W
print(P.R | P.W, repr(P.R | P.X), P.RW, P(7), repr(P(0)), ~P.R, P.R & P.W, P.R ^ P.RW, P.R in P.RW, list(P.RW), bool(P(0)), P.R.value, (P.R|P.W).name, len(P.RW), P.RW == P.R | P.W, P(5))
try: P(8)
except ValueError as e: print(e)
class IF(IntFlag):
    A = 1; B = 2
print(IF.A | IF.B, repr(IF.A | 8), IF(3), IF.A + 1, ~IF.A, IF(0), repr(IF(0)), IF.A | 4)
class Planet(Enum):
    E = (1.0, 2.0); M = (3.0, 4.0)
    def __init__(self, mass, r): self.mass = mass; self.r = r
    @property
    def g(self): return self.mass / self.r
    @classmethod
    def first(cls): return cls.E
    def __str__(self): return self.name.lower()
print(Planet.E.g, Planet.E, repr(Planet.E), Planet.first(), Planet((1.0, 2.0)), f'{Planet.E}')
class Au(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower() + str(count)
    A = auto(); B = auto()
print(list(Au))
class Mi(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A if v == 'x' else None
print(Mi('x'))
try: Mi('y')
except ValueError as e: print(e)
F = Enum('F', 'a b c'); print(list(F), Enum('F2', {'x': 10}).x, Enum('F3', [('q', 1)]).q, IntEnum('F4', ['a'], start=5).a.value)
class Lam(Enum):
    f = lambda x: x
    A = 1
    @nonmember
    class Inner: pass
    m = member(staticmethod(lambda: 5)) if 0 else 2
print(list(Lam), Lam.f(5))
class Strm(str, Enum):
    A = 'a'
print(Strm.A, repr(Strm.A), Strm.A == 'a', f'{Strm.A}', Strm.A.upper(), str(Strm.A), '%s' % Strm.A)
class N(Enum):
    A = 1
    __order__ = 'A'
    _ignore_ = ['tmp']
    tmp = 5
print(list(N), dir(C), C.__doc__, N.A._value_, N.A._name_)
@verify(UNIQUE) 
class V(Enum): A = 1
mk('@verify(CONTINUOUS)\nclass V(Enum):\n  A = 1\n  B = 4')
class BF(Flag, boundary=KEEP):
    A = 1
print(BF(9), repr(BF(9)))
class BC(Flag, boundary=CONFORM): A = 1
print(repr(BC(9)))

