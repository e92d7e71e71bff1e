import collections
c=collections.ChainMap((), {(1, 2): 3})
for f in (lambda: c[(1,2)], lambda: dict(c), lambda: list(c), lambda: c.get((1,2)), lambda: (1,2) in c, lambda: len(c), lambda: list(c.items()), lambda: c.copy(), lambda: bool(c), lambda: c==c, lambda: {**c}):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
d = collections.ChainMap(collections.defaultdict(list), {"a": 1})
print(d["a"], d.get("a"), d.get("b", 2), "a" in d, "z" in d, sorted(d), len(d))
