import collections.abc as A, collections
from collections.abc import *
values = {"list": [], "tuple": (), "str": "", "bytes": b"", "dict": {}, "set": set(), "frozenset": frozenset(), "range": range(1), "int": 1, "None": None, "gen": (i for i in []), "iter": iter([]), "fn": len, "lambda": lambda: 0, "keys": {}.keys(), "items": {}.items(), "values": {}.values(), "deque": collections.deque(), "Counter": collections.Counter(), "OD": collections.OrderedDict(), "ba": bytearray(), "type": int, "map": map(len, []), "zip": zip(), "dictiter": iter({})}
for name in ["Container", "Hashable", "Iterable", "Iterator", "Reversible", "Generator", "Sized", "Callable", "Collection", "Sequence", "MutableSequence", "ByteString", "Set", "MutableSet", "Mapping", "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView"]:
    print(name, [k for k, v in values.items() if isinstance(v, getattr(A, name))])
class S(Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
s = S(1, 2, 3, 2); print(list(s), 2 in s, s.index(2), s.count(2), list(reversed(s)), isinstance(s, Iterable), isinstance(s, Sequence))
class MS(MutableSequence):
    def __init__(self, *a): self.a = list(a)
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
    def __setitem__(self, i, v): self.a[i] = v
    def __delitem__(self, i): del self.a[i]
    def insert(self, i, v): self.a.insert(i, v)
m = MS(1, 2); m.append(3); m.extend([4, 5]); m.remove(2); m += [6]; print(m.a, m.pop(), m.pop(0), m.a); m.reverse(); print(m.a); m.clear(); print(m.a)
class D(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
d = D(); d["a"] = 1; d.update(b=2, c=3); print(d.get("z"), d.get("a"), "a" in d, list(d.keys()), list(d.values()), list(d.items()), d.pop("a"), d.setdefault("q", 9), d.setdefault("b", 0), d == {"b": 2, "c": 3, "q": 9}, d.popitem(), len(d), dict(d), isinstance(d, Mapping)); d.clear(); print(len(d), repr(D().keys()).split("(")[0])
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: d["x"]); t(lambda: d.pop("x")); t(lambda: d.pop("x", 5)); t(lambda: d.popitem()); t(lambda: Sequence()); t(lambda: type("X", (Mapping,), {})()); t(lambda: s.index(99)); t(lambda: Callable()); t(lambda: hash(d)); t(lambda: m.remove(1))
class MySet(Set):
    def __init__(self, it): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
a, b = MySet([1, 2, 3]), MySet([2, 3, 4]); print(sorted(a & b), sorted(a | b), sorted(a - b), sorted(a ^ b), a <= b, MySet([1]) < a, a == MySet([3, 2, 1]), a.isdisjoint(MySet([9])), a >= MySet([1]), type(a & b).__name__, a == {1, 2, 3}, sorted(a & {1}))
class MySet2(MySet, MutableSet):
    def add(self, x): 
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)
z = MySet2([1, 2]); z.add(5); z |= [7]; z -= {1}; z.remove(2); print(sorted(z), z.pop() in (5, 7)); z.clear(); print(len(z)); t(lambda: z.remove(1))
class It(Iterator):
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), isinstance(It(), Iterable))
class G(Generator):
    def send(self, v): return v
    def throw(self, *a): raise StopIteration
print(next(G()), G().send(4), isinstance(G(), Iterator))
class Duck:
    def __len__(self): return 1
    def __iter__(self): return iter([])
    def __contains__(self, x): return False
print(isinstance(Duck(), Sized), isinstance(Duck(), Collection), isinstance(Duck(), Container), isinstance(Duck(), Sequence), issubclass(Duck, Iterable))
class NoHash: __hash__ = None
print(isinstance(NoHash(), Hashable), isinstance([], Hashable), issubclass(list, Sequence), Sequence.register(Duck) is Duck, isinstance(Duck(), Sequence))
print(Iterable[int], Mapping[str, int], Sequence, Mapping.__module__, Iterable.__name__, collections.abc.Set is Set)
