log = []
def e(x, v=None):
    log.append(x)
    return v if v is not None else x
def flush():
    print(" ".join(map(str, log)))
    log.clear()
def f(*a, **k): return a, k
f(e(1), e(2), *[e(3)], e(4), k=e(5), **{"z": e(6)}, y=e(7)); flush()
f(k=e(1), *[e(2)]); flush()
d = {}
d[e("k")] = e("v"); flush()
d[e("a")] = d[e("b")] = e("val"); flush()
{e(1): e(2), e(3): e(4)}; flush()
[e(1), e(2)], (e(3), e(4)), {e(5)}; flush()
e(1) + e(2) * e(3); flush()
e(1) < e(2) < e(0) < e(9); flush()
e(0) or e(1) or e(2); flush()
e(1) and e(0) and e(2); flush()
(e(1) if e(0) else e(2)); flush()
class O:
    def __setattr__(self, n, v): log.append(("set", n, v))
    def __getattr__(self, n): log.append(("get", n)); return 1
o = O()
o.x, o.y = e(1), e(2); flush()
o.z += e(5); flush()
l = [1, 2]
l[e(0)] += e(3); flush()
def g(a=e("def")): pass
flush()
@e("deco", lambda f: log.append("apply") or f)
def h(a=e("default"), *, b=e("kwdefault")) -> e("ret"): pass
flush()
@e("cdeco", lambda c: log.append("capply") or c)
class C(e("base", object), metaclass=e("meta", type)):
    log.append("body")
flush()
x = [e(i) for i in range(3) if e(("if", i))]; flush()
e([1, 2, 3])[e(0):e(2)]; flush()
i = 0
def idx():
    global i
    i += 1
    return i
a = [0] * 5
a[idx()], a[idx()] = idx(), idx()
print(a)
del a[idx() - 3], a[idx() - 4]
print(a)
assert e(1), e("never"); flush()
try:
    assert e(0, 0) if False else 0, e("msg")
except AssertionError as err:
    print(err); flush()
for e.attr in [1, 2]: pass
print(e.attr)
m = {}
for m["k"] in "ab": pass
print(m)
with_stmt = []
class CM:
    def __init__(self, n): self.n = n; log.append(n)
    def __enter__(self): log.append("in" + self.n); return self.n
    def __exit__(self, *a): log.append("out" + self.n)
with CM("a") as p, CM("b" + p) as q: log.append("body" + q)
flush()
while (n := e(len(log))) < 3: pass
flush()
print((lambda x=e("lam"): x)()); flush()
print([*e([1]), *e([2])], {**e({1: 2}), **e({3: 4})}); flush()
raise_order = None
try:
    raise e("x", ValueError) from e("y", KeyError("c"))
except ValueError as v:
    print(repr(v.__cause__))
flush()
