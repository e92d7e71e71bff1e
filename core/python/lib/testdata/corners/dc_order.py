from dataclasses import dataclass, field, replace, asdict, astuple, fields, FrozenInstanceError, KW_ONLY
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    tags: list = field(default_factory=list, compare=False)
a, b = V(1, 2, ["x"]), V(1, 2)
print(a == b, a < V(2), sorted([V(3), V(1, 5), V(1)]), a >= b)
print(asdict(a), astuple(a), replace(a, minor=9))
@dataclass(frozen=True)
class P:
    x: float
    _: KW_ONLY
    y: float = 2.0
p = P(1.0, y=3)
try: p.x = 5
except FrozenInstanceError as e: print(type(e).__name__, e)
print(p, hash(p) == hash(P(1.0, y=3)), [f.name for f in fields(P)], P.__match_args__)
try: P(1, 2)
except TypeError as e: print(e)
try: a < 3
except TypeError as e: print(e)
try:
    @dataclass
    class Bad:
        l: list = []
except ValueError as e: print(e)
@dataclass
class Base:
    a: int = 1
@dataclass
class Sub(Base):
    b: int = 2
    a: int = 7
    def __post_init__(self): self.c = self.a + self.b
print(Sub(), Sub(1, 2).c)
@dataclass(slots=True)
class S:
    q: int = 4
s = S()
try: s.z = 1
except AttributeError as e: print("no z")
print(S.__slots__, s)
