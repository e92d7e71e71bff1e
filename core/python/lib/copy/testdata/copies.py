import copy, collections, enum, functools, datetime, types
from copy import deepcopy, copy as cp
l = [1, [2, 3], {"a": [4]}]; s, d = cp(l), deepcopy(l); l[1].append(9); l[2]["a"].append(8); print(s, d, s is not l, s[1] is l[1], d[1] is not l[1])
for v in [1, 1.5, "s", None, True, (1, 2), b"x", range(3), len, int, frozenset([1]), ..., NotImplemented, 2j, lambda: 0]:
    print(cp(v) is v or cp(v) == v, deepcopy(v) is v or deepcopy(v) == v, end=" ")
print()
t = (1, [2]); t2 = deepcopy(t); print(t2, t2 is t, deepcopy((1, (2, 3))) , cp(t) is t); x = (1, (2,)); print(deepcopy(x) is x)
r = [1]; r.append(r); q = deepcopy(r); print(q[1] is q, len(q)); dd = {}; dd["me"] = dd; ee = deepcopy(dd); print(ee["me"] is ee)
a = [1]; shared = [a, a]; c = deepcopy(shared); print(c[0] is c[1], c[0] is not a)
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(o) is P and self.x == o.x
p = P([1, 2]); p2, p3 = cp(p), deepcopy(p); print(p2.x is p.x, p3.x is not p.x, p3 == p, type(p3).__name__)
class C:
    def __init__(self): self.calls = []
    def __copy__(self): n = C(); n.calls.append("copy"); return n
    def __deepcopy__(self, memo): n = C(); n.calls.append(type(memo).__name__); memo[id(self)] = n; return n
print(cp(C()).calls, deepcopy(C()).calls, deepcopy([C()])[0].calls); k = C(); print(deepcopy([k, k])[0] is deepcopy([k, k])[0]); z = deepcopy([k, k]); print(z[0] is z[1])
class S:
    __slots__ = ("a", "b")
o = S(); o.a = [1]; o2, o3 = cp(o), deepcopy(o); print(o2.a is o.a, o3.a == [1], o3.a is not o.a, hasattr(o3, "b"))
class G:
    def __init__(self): self.v = 1; self.cache = "big"
    def __getstate__(self): d = self.__dict__.copy(); del d["cache"]; return d
    def __setstate__(self, st): self.__dict__.update(st); self.cache = "restored"
g = deepcopy(G()); print(g.v, g.cache, cp(G()).cache)
class R:
    def __init__(self, n): self.n = n
    def __reduce__(self): return (R, (self.n + 1,))
print(cp(R(1)).n, deepcopy(R(5)).n)
class RS:
    def __reduce__(self): return (RS, (), {"state": 7})
print(cp(RS()).state)
class NA:
    def __new__(cls, a, b=2): i = super().__new__(cls); i.ab = (a, b); return i
    def __getnewargs__(self): return self.ab
n = cp(NA(1, 5)); print(n.ab, deepcopy(NA(3)).ab)
class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = ["t"]
ll = L([1, [2]]); ll.extra = {"k": []}; m, n = cp(ll), deepcopy(ll); print(m, type(m).__name__, m.tag is ll.tag, n, n.tag is not ll.tag, n[1] is not ll[1], n.extra)
class D(dict): pass
d1 = D(a=[1]); d1.attr = 5; d2 = deepcopy(d1); print(d2, d2.attr, type(d2).__name__, d2["a"] is not d1["a"])
print(deepcopy(collections.OrderedDict(a=[1])), deepcopy(collections.defaultdict(list, {"x": [1]})), deepcopy(collections.Counter("aab")), deepcopy(collections.deque([[1]], 3)), cp(collections.deque([1])), deepcopy(collections.namedtuple("N", "a")(a=[1])), deepcopy({1, 2}), cp({1}), deepcopy(bytearray(b"ab")))
class E(enum.Enum): A = [1]
print(deepcopy(E.A) is E.A, deepcopy({E.A: 1}), deepcopy(functools.partial(int, base=2))("11"), deepcopy(datetime.date(2020, 1, 1)), deepcopy(types.SimpleNamespace(a=[1])), deepcopy(ValueError("x", [1])).args)
class Ex(Exception):
    def __init__(self, a): super().__init__(a); self.a = a
e = deepcopy(Ex([1])); print(type(e).__name__, e.a, e.args)
def gen(): yield
for bad in [gen(), copy]:
    try: print(type(deepcopy(bad)).__name__)
    except TypeError as x: print("TypeError", x)
memo = {}; deepcopy([1, [2]], memo); print(len(memo) > 0)
try: copy.copy()
except TypeError as x: print(x)
print(issubclass(copy.Error, Exception), copy.error is copy.Error)
class M:
    def meth(self): return self
mm = M(); b = deepcopy(mm.meth); print(b() is not mm, cp(mm.meth)() is mm)
class Prop:
    @property
    def v(self): return 1
print(deepcopy(Prop()).v, deepcopy(slice(1, 2)), cp(slice(1)))
nested = {"l": [{"c": (1, [2])}]}; nn = deepcopy(nested); nn["l"][0]["c"][1].append(3); print(nested, nn)
class Cy:
    def __init__(self): self.me = self; self.l = [self]
y = deepcopy(Cy()); print(y.me is y, y.l[0] is y)
class Hook:
    def __getattr__(self, n): 
        if n.startswith("__"): raise AttributeError(n)
        return "dyn"
print(deepcopy(Hook()).foo, cp(Hook()).bar)
