from dataclasses import *
import dataclasses, typing, collections, inspect
from typing import ClassVar, List, Optional
@dataclass(frozen=True)
class F:
    a: int
    b: str = "x"
f = F(1)
for act in [lambda: setattr(f, "a", 2), lambda: delattr(f, "a"), lambda: setattr(f, "new", 2)]:
    try:
        act()
    except FrozenInstanceError as e:
        print(type(e).__name__, e, isinstance(e, AttributeError))
print(hash(f) == hash(F(1)), {f: 1}[F(1)], f, replace(f, b="y"), len({F(1), F(1), F(2)}))
@dataclass
class Base:
    x: int
    y: int = 1
    def total(self): return self.x + self.y
@dataclass
class Child(Base):
    z: int = 5
    y: int = 2
print(Child(1), Child(1, 2, 3), Child(1).total(), [q.name for q in fields(Child)], inspect.signature(Child))
@dataclass
class KW:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
print(inspect.signature(KW), KW(1, c=3), KW.__match_args__)
for g in [lambda: KW(1, 2), lambda: KW(1), lambda: KW(1, 2, c=3), lambda: KW(c=1)]:
    try:
        print(g())
    except TypeError as e:
        print(e)
@dataclass(kw_only=True)
class KW2:
    a: int = 1
    b: int
print(KW2(b=2), inspect.signature(KW2))
@dataclass
class KW3:
    a: int = 1
    b: int = field(kw_only=True)
print(KW3(b=1), KW3.__match_args__)
@dataclass
class P:
    w: int
    h: int
    area: int = field(init=False)
    scale: InitVar[int] = 1
    count: ClassVar[int] = 0
    def __post_init__(self, scale):
        self.area = self.w * self.h * scale
        P.count += 1
print(P(2, 3), P(2, 3, 10), P.count, [q.name for q in fields(P)], inspect.signature(P), P.scale)
print(InitVar[int], InitVar[List[int]])
try:
    replace(P(1, 2), area=5)
except ValueError as e:
    print(e)
@dataclass
class IV:
    a: int
    db: InitVar[str]
    def __post_init__(self, db): self.db2 = db
print(IV(1, "d").db2)
try:
    replace(IV(1, "d"), a=2)
except ValueError as e:
    print(e)
print(replace(IV(1, "d"), a=2, db="e").db2)
@dataclass
class Inner:
    v: List[int]
@dataclass
class Outer:
    i: Inner
    l: list
    d: dict
    t: tuple
    n: Optional[Inner] = None
NT = collections.namedtuple("NT", "p q")
o = Outer(Inner([1]), [Inner([2]), 3], {"k": Inner([4])}, (Inner([5]), NT(Inner([6]), 7)))
print(asdict(o)); print(astuple(o)); print(asdict(o, dict_factory=collections.OrderedDict))
d = asdict(o); d["l"].append(1); print(len(o.l), d["i"]["v"] is o.i.v)
@dataclass(slots=True)
class S:
    x: int
    y: int = 3
    def m(self): return self.x
s = S(1)
print(s, S.__slots__, s.m(), s == S(1), hasattr(s, "__dict__"))
try:
    s.z = 1
except AttributeError as e:
    print(e)
@dataclass(slots=True, frozen=True)
class SF:
    x: int
print(SF(1), hash(SF(1)) == hash(SF(1)))
try:
    SF(1).x = 2
except FrozenInstanceError as e:
    print(e)
C = make_dataclass("C", [("x", int), "y", ("z", int, field(default=5))], namespace={"add": lambda self: self.x + self.z}, bases=(Base,)) if False else make_dataclass("C", [("x", int), ("y", "typing.Any"), ("z", int, field(default=5))], namespace={"add": lambda self: self.x + self.z})
print(C(1, 2), C(1, 2).add(), C.__module__, inspect.signature(C), C)
D = make_dataclass("D", ["a", "b"], frozen=True)
print(D(1, 2), D.__annotations__)
for spec in [["1a"], ["class"], ["a", "a"], [("a",)], [3]]:
    try:
        make_dataclass("X", spec)
    except TypeError as e:
        print(e)
def bad(src):
    try:
        exec(src, {**globals()})
    except Exception as e:
        print(type(e).__name__, e)
bad("@dataclass\nclass X(F):\n a: int")
bad("@dataclass(frozen=True)\nclass X(Base):\n a: int")
bad("@dataclass\nclass X:\n a: ClassVar[list] = field(default_factory=list)")
bad("@dataclass(slots=True)\nclass X:\n __slots__ = ()\n a: int")
bad("@dataclass(frozen=True)\nclass X:\n a: int\n def __setattr__(self, n, v): ...")
bad("@dataclass\nclass X:\n _: KW_ONLY\n a: int\n __: KW_ONLY")
@dataclass(unsafe_hash=True)
class UH:
    a: int
    b: int = field(hash=False, default=1)
print(hash(UH(1, 2)) == hash(UH(1, 3)), UH.__hash__ is not None)
@dataclass
class EH:
    a: int
    def __hash__(self): return 5
print(hash(EH(1)))
@dataclass
class OwnRepr:
    a: int
    def __repr__(self): return "own"
    def __eq__(self, o): return True
print(OwnRepr(1), OwnRepr(1) == OwnRepr(2), OwnRepr.__hash__)
class Desc:
    def __set_name__(self, owner, name): print("set_name", name)
@dataclass
class WithDesc:
    a: Desc = field(default=Desc())
@dataclass(init=False)
class NoInit:
    a: int
    def __init__(self): self.a = 9
print(NoInit(), NoInit() == NoInit())
@dataclass
class Err(Exception):
    code: int
try:
    raise Err(5)
except Err as e:
    print(repr(e), e.code)
@dataclass
class G(typing.Generic[typing.TypeVar("T")]):
    v: int
print(G(1))
class Meta(type): ...
@dataclass
class WithMeta(metaclass=Meta):
    a: int
print(WithMeta(2), type(WithMeta).__name__)
import copy
print(copy.copy(Base(1)), copy.deepcopy(o) == o, copy.deepcopy(f))
print(dataclasses.fields(P)[2].init, P.__dataclass_fields__["count"]._field_type, P.__dataclass_fields__["scale"]._field_type, sorted(P.__dataclass_fields__))
@dataclass
class T1:
    a: "int"
    b: "ClassVar[int]" = 3
    c: "typing.ClassVar[int]" = 4
print(T1(1), inspect.signature(T1))
print(Base.__eq__(Base(1), 5), Base(1).__eq__(Child(1)))
