from dataclasses import dataclass, field, fields, asdict, astuple, replace, is_dataclass, MISSING
import dataclasses, inspect
@dataclass
class Point:
    x: int
    y: int = 0
p = Point(1, 2)
print(p, p == Point(1, 2), p != Point(1, 3), p == (1, 2), Point(5), Point(y=1, x=2))
print(Point.__doc__, inspect.signature(Point), Point.__match_args__, Point.y)
print(Point.__dataclass_params__)
print([f.name for f in fields(Point)], [f.type for f in fields(p)], fields(Point)[1].default, fields(Point)[0].default is MISSING)
print(asdict(p), astuple(p), replace(p, x=9), is_dataclass(p), is_dataclass(Point), is_dataclass(5))
for f in [lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: Point(1, x=2), lambda: Point(1) < Point(2), lambda: hash(p),
          lambda: fields(int), lambda: asdict(5), lambda: asdict(Point), lambda: astuple(Point), lambda: replace(5), lambda: replace(p, q=1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
@dataclass
class Config:
    """Own doc."""
    units: int
    layers: list = field(default_factory=list)
    meta: dict = field(default_factory=dict, repr=False, compare=False)
    name: str = field(default="n", metadata={"help": "the name"})
    hidden: int = field(init=False, default=7)
    made: list = field(init=False, default_factory=lambda: [1])
c = Config(3)
print(c, Config.__doc__, c.layers is Config(3).layers, c.meta, c.hidden, c.made)
print(fields(Config)[3].metadata["help"], fields(Config)[3].metadata)
print(inspect.signature(Config))
print(c == Config(3, meta={"a": 1}), c == Config(3, name="m"))
def bad(make):
    try:
        make()
    except Exception as e:
        print(type(e).__name__, e)
def b1():
    @dataclass
    class X:
        a: list = []
def b2():
    @dataclass
    class X:
        a: int = 1
        b: int
def b3():
    @dataclass
    class X:
        a = field(default=1)
def b4():
    field(default=1, default_factory=int)
def b5():
    @dataclass(order=True, eq=False)
    class X:
        a: int
def b6():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self, o): ...
def b7():
    @dataclass
    class X:
        a: dict = {}
def b8():
    @dataclass(unsafe_hash=True)
    class X:
        a: int
        def __hash__(self): return 1
for b in [b1, b2, b3, b4, b5, b6, b7, b8]:
    bad(b)
@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)
print(V(1) < V(2), V(1, 2) > V(1, 1), V(1) <= V(1), sorted([V(2), V(1, 5), V(1)]), max(V(1), V(3)), V(1, 1, "a") == V(1, 1, "b"))
try:
    V(1) < 5
except TypeError as e:
    print(e)
@dataclass()
class Empty: ...
print(Empty(), Empty() == Empty(), repr(Empty.__doc__))
@dataclass(repr=False, eq=False)
class Plain:
    a: int
print(repr(Plain(1)).startswith("<__main__.Plain object at"), Plain(1) == Plain(1))
print(repr(dataclasses.field(default=3)).replace(repr(MISSING), "MISSING"))
print(repr(fields(Point)[1]).replace(repr(MISSING), "MISSING"))
class Outer:
    @dataclass
    class In:
        v: int
print(Outer.In(1))
@dataclass
class Node:
    value: int
    next: "Node" = None
n = Node(1); n.next = n
print(n, Node(1, Node(2)))
def func():
    @dataclass
    class Loc:
        a: int = 1
    return Loc
print(func()(), func().__qualname__)
match Point(3, 4):
    case Point(x, y):
        print("matched", x, y)
p.x = 50; p.z = 1
print(p, p.__dict__, vars(p))
print(Point.__init__.__name__, Point.__repr__.__name__, Point.__eq__.__name__)
