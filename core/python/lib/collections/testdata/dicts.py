from collections import defaultdict, OrderedDict, Counter, ChainMap, UserDict, UserList, UserString
d = defaultdict(list); d["a"].append(1); d["b"]; print(d, dict(d), d.default_factory, "c" in d, d.get("c"), len(d), d == {"a": [1], "b": []})
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
print(defaultdict(int, {"x": 1}), defaultdict(int, a=1), defaultdict(None, [(1, 2)]), defaultdict(lambda: 5)["q"], defaultdict(list).copy(), defaultdict(int) | {"a": 1}, type(defaultdict(int) | {}), {"z": 1} | defaultdict(int, y=2))
t(lambda: defaultdict(None)["x"]); t(lambda: defaultdict(5)); t(lambda: defaultdict()["k"])
e = defaultdict(lambda: defaultdict(int)); e["a"]["b"] += 1; print({k: dict(v) for k, v in e.items()}); print(repr(defaultdict(int, {1: 2})), d.__missing__("new"), d.pop("a"), d.setdefault("q", 3), sorted(d))
class DD(defaultdict):
    def __missing__(self, key): return key * 2
print(DD()["ab"], repr(DD(int)))
o = OrderedDict([("a", 1), ("b", 2), ("c", 3)]); o.move_to_end("a"); print(o, list(o)); o.move_to_end("c", last=False); print(list(o), o.popitem(), o.popitem(last=False), o, o == {"b": 2}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1}, list(reversed(OrderedDict(a=1, b=2))), OrderedDict(), OrderedDict.fromkeys("ab", 0), o.copy(), OrderedDict(x=1) | {"y": 2})
t(lambda: OrderedDict().popitem()); t(lambda: o.move_to_end("nope")); o["z"] = 9; o["b"] = 10; print(o, o.pop("z"), o.setdefault("k", 1), o.items(), o.keys(), o.values()); del o["b"]; print(o); o.update({"u": 1}); o.clear(); print(o, bool(o))
c = Counter("abracadabra"); print(c, c.most_common(2), c["a"], c["zz"], len(c), sum(c.values()), c.total(), sorted(c.elements()), list(c.items()), c.most_common())
c.update("aaa"); c.subtract({"a": 2, "b": 5}); print(c, +c, -c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=4), Counter(a=3, b=1) & Counter(a=1, b=4), Counter(a=3, b=1) | Counter(a=1, b=4), Counter(a=1) == Counter(a=1, b=0), Counter([1, 1, 2]), Counter(), Counter({"x": 2}), Counter(a=2, b=3) <= Counter(a=2, b=4), Counter(a=5) > Counter(a=1), Counter("ab").copy(), Counter(x=-1))
x = Counter(a=1); x += Counter(a=2, b=1); print(x); x -= Counter(a=1); print(x); x |= Counter(c=5); x &= Counter(a=9, c=2); print(x); del x["nope"]; print(x.pop("a"), "a" in x, isinstance(x, dict), Counter(["a", "b"]).keys(), dict(Counter("aab")))
t(lambda: Counter(1)); t(lambda: Counter([[1]])); t(lambda: Counter.fromkeys("a")); t(lambda: Counter("a", "b")); print(Counter(a=1.5).most_common(), Counter({"a": 0}), repr(Counter({1: 1, 2: 2})), Counter("aab").most_common(0), max(Counter("aab"), key=Counter("aab").get))
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m, m["a"], m["b"], list(m), len(m), m.maps, dict(m), "b" in m, m.get("z", 0), m.new_child({"c": 1}), m.parents, m.new_child()); m["b"] = 9; m["n"] = 1; print(m.maps); del m["n"]; print(list(m.items()), m.pop("b"), ChainMap() == {}, m | {"q": 1})
t(lambda: m["zz"]); t(lambda: m.__delitem__("zz")); t(lambda: m.pop("zz")); t(lambda: ChainMap().popitem())
class Low(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
u = Low({"A": 1}, B=2); u["C"] = 3; u.update(D=4); print(u, u.data, u["a"], "b" in u, len(u), list(u), u.get("z"), u == {"a": 1, "b": 2, "c": 3, "d": 4}, isinstance(u, dict), u.pop("a"), u.copy(), u | {"E": 1}); del u["b"]; print(u, bool(Low()))
t(lambda: u["nope"])
class UD(UserDict):
    def __missing__(self, k): return "missing " + k
print(UD()["q"])
class L(UserList):
    def first(self): return self[0]
l = L([3, 1, 2]); l.append(5); l.sort(); print(l, l.first(), l.data, l + [1], l[1:], type(l[1:]).__name__, len(l), 3 in l, l == [1, 2, 3, 5], l * 2, l.pop(), l.index(2), list(reversed(l)), l.copy(), sorted(l)); l.extend([7]); l[0] = 0; l.insert(0, 9); l.remove(2); del l[0]; print(l, l.count(0), [1] + l); l.reverse(); l += [1]; print(l)
class S(UserString): pass
s = S("abc"); print(s, s.upper(), type(s.upper()).__name__, s + "d", s[1], len(s), s == "abc", "b" in s, s.data, s * 2, repr(s), hash(s) == hash("abc"), s.replace("a", "x"), "%s" % s, s.startswith("a"), s.split("b"), s < "b", str(s), s.join(["1", "2"]))
