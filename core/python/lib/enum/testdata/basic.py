from enum import Enum, auto, unique, IntEnum, StrEnum
import enum
class Color(Enum):
    """Doc."""
    RED = 1
    GREEN = 2
    BLUE = 3
    ROT = 1
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color, repr(Color), str(Color))
print(list(Color), len(Color), Color(2), Color["BLUE"], Color.ROT, Color.ROT is Color.RED, Color.__members__)
print([c.name for c in Color], {c: c.value for c in Color}, Color.RED in Color, list(reversed(Color)), bool(Color))
print(type(Color.RED), isinstance(Color.RED, Color), isinstance(Color.RED, Enum), type(Color), Color.__doc__, Color.RED.__class__)
print(Color.RED == Color.RED, Color.RED != Color.BLUE, Color.RED == 1, Color.RED is Color(1), hash(Color.RED) == hash("RED"))
print(f"{Color.RED}", f"{Color.RED!r}", f"{Color.RED:>12}|", "%s %r" % (Color.RED, Color.BLUE), str(Color.RED))
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
t(lambda: Color(5)); t(lambda: Color("RED")); t(lambda: Color["X"]); t(lambda: Color.X); t(lambda: setattr(Color, "RED", 5)); t(lambda: delattr(Color, "RED"))
t(lambda: setattr(Color.RED, "name", "x")); t(lambda: setattr(Color.RED, "value", "x")); t(lambda: Color.RED < Color.BLUE); t(lambda: Color()); t(lambda: 1 in Color); t(lambda: Color(None)); t(lambda: Color.name)
t(lambda: Color([1])); t(lambda: Enum("RED"))
def sub():
    class More(Color):
        X = 9
t(sub)
def twice():
    class C(Enum):
        A = 1
        A = 2
t(twice)
def reserved():
    class C(Enum):
        _foo_ = 1
t(reserved)
def mro():
    class C(Enum):
        mro = 1
t(mro)
Color.extra = 5
print(Color.extra, Color.RED.extra)
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print(list(Auto))
class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{name}-{start}-{count}-{last_values}"
    X = auto()
    Y = auto()
print(list(Named))
@unique
class U(Enum):
    A = 1
    B = 2
def nu():
    @unique
    class U(Enum):
        A = 1
        B = 1
        C = 2
        D = 2
t(nu)
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return round(6.67300E-11 * self.mass / (self.radius * self.radius), 3)
    @classmethod
    def heaviest(cls):
        return max(cls, key=lambda p: p.mass)
    @staticmethod
    def helper():
        return "h"
print(Planet.EARTH.gravity, Planet.EARTH.value, Planet.heaviest(), Planet.helper(), Planet.EARTH, Planet((3.303e+23, 2.4397e6)))
class Shape(Enum):
    SQUARE = "sq"
    def describe(self): return self.name, self.value
    def __str__(self): return "my " + self.value
    def __call__(self, x): return x * 2
print(Shape.SQUARE.describe(), Shape.SQUARE, repr(Shape.SQUARE), f"{Shape.SQUARE}", Shape.SQUARE(4))
class Funcs(Enum):
    ADD = enum.member(lambda a, b: a + b)
    N = enum.nonmember(7)
    def plain(self): ...
print(list(Funcs.__members__), Funcs.N, Funcs.ADD.value(1, 2))
class Weird(Enum):
    name = 1
    value = 2
print(Weird.name, Weird.value, Weird.name.value, list(Weird))
class L(Enum):
    A = [1, 2]
    B = [1, 2]
    C = {}
print(list(L), L([1, 2]), L.B is L.A)
import copy, json
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED, copy.deepcopy({Color.RED: 1}))
class Base(Enum):
    def hi(self): return "hi " + self.name
class Der(Base):
    ONE = 1
print(Der.ONE.hi(), Der.__mro__)
class Missing(Enum):
    A = 1
    @classmethod
    def _missing_(cls, value):
        if value == "a": return cls.A
        if value == "bad": return 5
        return None
print(Missing("a")); t(lambda: Missing("z")); t(lambda: Missing("bad"))
class Ign(Enum):
    _ignore_ = "i tmp"
    i = 3
    tmp = 4
    A = 1
print(list(Ign), hasattr(Ign, "i"))
class Ord(Enum):
    _order_ = "A B"
    A = 1
    B = 2
def badord():
    class O(Enum):
        _order_ = "B A"
        A = 1
        B = 2
t(badord)
class Priv(Enum):
    __secret = 5
    A = 1
print(list(Priv), Priv._Priv__secret)
match Color.RED:
    case Color.GREEN: print("green")
    case Color.RED: print("matched red")
print(Color._member_names_, Color._value2member_map_, Color._member_map_)
print(Color.RED.BLUE)
d = {Color.RED: "r"}
print(d[Color(1)], sorted(Color, key=lambda c: -c.value), max(Color, key=lambda c: c.value))
print(dir(Color), [n for n in dir(Color.RED) if not n.startswith("__")])
class T1(Enum):
    A = 1, 2
    B = ()
    C = None
    D = True
    E = 1.5
print(list(T1), T1.D == 1, T1(1.5), T1((1, 2)))
print(Color.RED.__objclass__, isinstance(Color, enum.EnumMeta), enum.EnumMeta is enum.EnumType)
