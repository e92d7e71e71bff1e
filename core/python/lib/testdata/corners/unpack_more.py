a, *b, c = range(6); print(a, b, c)
*a, = "xyz"; print(a)
(a, (b, *c)), d = (1, (2, 3, 4)), 5; print(a, b, c, d)
[a, [b]] = [1, [2]]; print(a, b)
for i, (x, *y) in enumerate([(1, 2, 3), "ab"]): print(i, x, y)
print([*range(3), *"ab"], (*[1], 2), {*[1], *[2, 1]} == {1, 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
def f(*args, **kw): return args, kw
print(f(*[1], 2, *(3, 4), x=1, **{"y": 2}, **{"z": 3}))
x = 1, *[2, 3]; print(x)
def r(): return 1, *[2]
print(r())
def s(v): return [*v][:2], *v
print(s("abc"))
for bad in ("a, b = 1", "a, b = [1]", "a, b = [1,2,3]", "a, *b, c = [1]", "a, b = None", "a, b = {1}", "(a, b), c = [1, 2]", "a, b = 'x'", "*a, b = []", "[a, b] = range(3)", "f(**5)", "f(*5)", "f(**{1: 2})", "f(x=1, **{'x': 2})", "{**[1]}", "[*5]", "a, b = iter([1,2,3])", "a, b = (x for x in [1])"):
    try: exec(bad); print(bad, "ok")
    except Exception as e: print(bad, "->", type(e).__name__, e)
a = b = c = []; a.append(1); print(c)
i = 0; l = [0, 0]; i, l[i] = 1, 5; print(i, l)
x = [1, 2, 3]; x[0], x[1:] = x[2], x[:1]; print(x)
x, y = y, x = 1, 2; print(x, y)
d = {}; d["a"], d["b"] = 1, 2; print(d)
class O: pass
o = O(); o.x, *o.y = 1, 2, 3; print(o.x, o.y)
print((lambda *, a, b=2: (a, b))(a=1), (lambda a, /, b, *c, d=4, **e: (a, b, c, d, e))(1, 2, 3, d=5, f=6))
for p in ((1, 2), [3, 4]):
    match p:
        case [a, b]: print(a, b)
del a, (b, c), [i]
try: print(a)
except NameError as e: print(e)
