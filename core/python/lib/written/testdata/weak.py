import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name!r})"

    def hello(self, other="you"):
        return f"{self.name} greets {other}"


a, b = Node("a"), Node("b")
r = weakref.ref(a)
print(r() is a, r() == a, weakref.ref(a) is r, r == weakref.ref(a), r != weakref.ref(b), hash(r) == hash(a), type(r).__name__)
print(weakref.getweakrefcount(a))
print(isinstance(r, weakref.ref), isinstance(r, weakref.ReferenceType), r.__callback__)
for bad in (1, "x", (1,), None, [1], {}, 2.5):
    try:
        weakref.ref(bad)
    except TypeError as e:
        print(e)
print(weakref.ref(Node)() is Node, weakref.ref(len)() is len)
p = weakref.proxy(a)
print(p.name, p.hello("b"), p, isinstance(p, Node), p.__class__, type(p).__name__)
p.name = "new"
print(a.name)
del p.name
print(hasattr(a, "name"))
a.name = "a"
try:
    hash(p)
except TypeError as e:
    print("not hashable")
f = weakref.proxy(Node.hello)
print(f(b), type(f).__name__)
d = weakref.WeakValueDictionary()
d["a"], d["b"] = a, b
print(len(d), d["a"], "b" in d, sorted(d), list(d.items()), [v.name for v in d.values()], d.get("zz"), d.get("zz", 5))
try:
    d["zz"]
except KeyError as e:
    print("KeyError", e)
try:
    d["int"] = 5
except TypeError as e:
    print(e)
print(d.pop("a"), d.pop("a", 1), dict(d), d.setdefault("c", a), sorted(d.copy().keys()), len(d | {"q": a}))
k = weakref.WeakKeyDictionary({a: 1})
k[b] = 2
print(k[a], list(k.items()), b in k, 5 in k, len(k), [x.name for x in k], k.pop(b), k.get(b), list(k.values()))
s = weakref.WeakSet([a, b])
print(len(s), a in s, 3 in s, sorted(x.name for x in s), len(s | {Node("c")}) in (2, 3), s == weakref.WeakSet([b, a]), s - {a} == weakref.WeakSet([b]))
s.discard(a)
s.discard(a)
try:
    s.remove(a)
except KeyError:
    print("KeyError")
m = weakref.WeakMethod(a.hello)
print(m()("x"), m == weakref.WeakMethod(a.hello), m == weakref.WeakMethod(b.hello))
try:
    weakref.WeakMethod(len)
except TypeError as e:
    print(e)
fin = weakref.finalize(a, print, "done", "with", sep="-")
print(fin.alive, fin.peek()[1:], fin.atexit)
fin()
print(fin.alive, fin(), fin.peek(), fin.detach())


class Slotted:
    __slots__ = ("x",)


class Weak:
    __slots__ = ("x", "__weakref__")


try:
    weakref.ref(Slotted())
except TypeError as e:
    print(e)
w = Weak()
print(weakref.ref(w)() is w)


class Tree:
    def __init__(self, value, parent=None):
        self.value, self.children = value, []
        self._parent = weakref.ref(parent) if parent else None
        if parent:
            parent.children.append(self)

    @property
    def parent(self):
        return self._parent() if self._parent else None


root = Tree("root")
leaf = Tree("leaf", root)
print(leaf.parent.value, root.parent)


class Claims:
    __class__ = property(lambda self: int)


print(isinstance(Claims(), int), isinstance(Claims(), Claims), isinstance(Claims(), str), type(Claims()).__name__)
