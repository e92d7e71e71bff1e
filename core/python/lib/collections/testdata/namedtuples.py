from collections import namedtuple
import collections, typing
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=5), P._make([3, 4]), tuple(p), len(p), p == (1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple), P.__name__, P.__doc__, P.x.__doc__, P.__match_args__)
x, y = p; print(x, y, *p, p + (3,), p[::-1], p.index(2), p.count(1), sorted([P(2, 1), P(1, 9)]), max(P(1, 2), P(2, 0)), P(1, 2) < P(1, 3), {p: 1}[(1, 2)])
D = namedtuple("D", ["a", "b", "c"], defaults=[10, 20]); print(D(1), D(1, 2), D(1, c=5), D._field_defaults)
print(namedtuple("R", "a def a _x", rename=True)._fields, namedtuple("E", "")(), namedtuple("C", "a,b, c")(1, 2, 3), namedtuple("M", "a", module="mod").__module__)
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: P(1)); t(lambda: P()); t(lambda: P(1, 2, 3)); t(lambda: P(1, z=2)); t(lambda: P(1, 2, x=3)); t(lambda: p._replace(q=1)); t(lambda: P._make([1])); t(lambda: setattr(p, "x", 5)); t(lambda: namedtuple("A", "class")); t(lambda: namedtuple("A", "a a")); t(lambda: namedtuple("A", "_a")); t(lambda: namedtuple("1A", "a")); t(lambda: namedtuple("A", "a b", defaults=[1, 2, 3])); t(lambda: p.z); t(lambda: setattr(p, "new", 1)); t(lambda: D()); t(lambda: namedtuple("A", "1a"))
class Sub(namedtuple("Base", "a b")):
    __slots__ = ()
    @property
    def total(self): return self.a + self.b
    def __str__(self): return "Sub!"
s = Sub(1, 2); print(s.total, s, repr(s), s._replace(a=5), type(s._replace(a=5)).__name__, Sub._make([7, 8]).total)
class Sub2(P):
    def __new__(cls, x): return super().__new__(cls, x, x * 2)
print(Sub2(4), repr(Sub2(4)))
class T(typing.NamedTuple):
    "doc T"
    a: int
    b: str = "x"
    def both(self): return f"{self.a}{self.b}"
print(T(1), T(1, "y").both(), T._fields, T.__annotations__, T._field_defaults, T.__doc__, T(a=3) == (3, "x"))
F = typing.NamedTuple("F", [("p", int), ("q", float)]); print(F(1, 2.0), F.__annotations__)
match p:
    case P(x=1, y=b): print("matched", b)
match p:
    case P(a, b): print(a, b)
import copy, inspect
print(copy.copy(p), copy.deepcopy(P([1], 2)), inspect.signature(P), "%s-%s" % p, "{0.x} {0.y}".format(p), f"{p.x}", [*p], dict([p]))
print(repr(P("a", [1])), str(p), P(P(1, 2), 3), P.__mro__, vars(P).get("__slots__"), p.__getnewargs__(), bool(namedtuple("Z", "")()))
