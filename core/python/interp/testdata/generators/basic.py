def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
print(list(count(4)), sum(count(5)) if "sum" else 0, [x for x in count(3)])
g = count(2)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
def echo():
    got = []
    while True:
        x = yield got
        if x is None:
            return got
        got.append(x)
e = echo()
print(next(e), e.send(1), e.send(2))
try:
    e.send(None)
except StopIteration as s:
    print("value", s.value)
def sub():
    try:
        a = yield 1
        print("got", a)
        b = yield 2
        print("got", b)
    except ValueError as v:
        print("caught", v)
        yield "handled"
    finally:
        print("sub finally")
    return "result"
def main():
    r = yield from sub()
    print("r", r)
    yield "end"
m = main()
print(next(m), m.send("A"), m.throw(ValueError("boo")), next(m))
m = main()
print(next(m), m.send("A"), m.send("B"))
m = main()
next(m)
m.close()
print("closed")
try:
    next(m)
except StopIteration:
    print("stopped")
def forloop():
    for i in range(3):
        if i == 1:
            continue
        for j in "ab":
            yield i, j
    else:
        yield "else"
    try:
        yield "try"
    finally:
        yield "finally"
print(list(forloop()))
def exprs():
    x = 1 + (yield "a") * 2
    print("x", x)
    y = [(yield "b"), (yield "c")]
    print("y", y)
    z = {"k": (yield "d"), **{}}
    print("z", z)
    print(f"{(yield 'e')!r}", (yield "f") if (yield "g") else (yield "h"))
    w = (yield "i") and (yield "j")
    print("w", w)
    d = {}
    d[(yield "k1")] = 5 if False else 6
    s = 10
    s += yield "aug"
    print(s)
    print((yield "cmp") < 5 < (yield "cmp2"))
    return (yield "last")
def drive(g, values):
    out = []
    try:
        out.append(next(g))
        for v in values:
            out.append(g.send(v))
    except StopIteration as e:
        out.append(("ret", e.value))
    except Exception as e:
        out.append(repr(e))
    print(out)
def exprs1():
    x = 1 + (yield "a") * 2
    print("x", x)
    y = [(yield "b"), (yield "c")]
    print("y", y)
    print(f"{(yield 'e')!r}", (yield "f") if (yield "g") else (yield "h"))
    w = (yield "i") and (yield "j")
    print("w", w)
    s = 10
    s += yield "aug"
    print(s)
    print((yield "cmp") < 5 < (yield "cmp2"))
    return (yield "last")
drive(exprs1(), [5, 1, 2, "E", True, "F", 3, "J", 7, 1, 9, "R"])
drive(exprs1(), [5, 1, 2, "E", False, "H", 0, 7, 1, 9, "R"])
gx = (i * i for i in range(5) if i % 2 == 0)
print(gx.__class__.__name__, list(gx), list(gx))
print(next(x for x in [1, 2, 3] if x > 1), max(len(w) for w in ["a", "bbb"]) if True else 0)
def recursive(n):
    if n:
        yield n
        yield from recursive(n - 1)
print(list(recursive(5)))
def gen_raise():
    yield 1
    raise StopIteration("x")
try:
    list(gen_raise())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def reent():
    yield next(me)
me = reent()
try:
    next(me)
except ValueError as e:
    print(e)
def ignore():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass
ig = ignore()
next(ig)
try:
    ig.close()
except RuntimeError as e:
    print(e)
try:
    count(1).send(5)
except TypeError as e:
    print(e)
class Tree:
    def __init__(self, v, *kids): self.v, self.kids = v, kids
    def __iter__(self):
        yield self.v
        for k in self.kids:
            yield from k
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))
def withs():
    class M:
        def __enter__(self): print("enter"); return 5
        def __exit__(self, *a): print("exit", a[0]); return True
    with M() as v:
        yield v
        raise ValueError
    yield "after"
print(list(withs()))
def closing():
    class M:
        def __enter__(self): print("enter"); return 5
        def __exit__(self, *a): print("exit", a[0])
    with M():
        yield 1
c = closing()
next(c)
c.close()
def matcher():
    v = yield "start"
    while True:
        match v:
            case int(): v = yield "int"
            case [a, b]: v = yield ("pair", a, b)
            case _: v = yield "other"
drive(matcher(), [1, [2, 3], "s", 4])
def lam():
    f = lambda: (yield 5)
    return list(f())
print(lam())
def state():
    try:
        yield 1
    except KeyError:
        try:
            yield 2
        except ValueError:
            yield 3
            raise
s = state()
print(next(s), s.throw(KeyError("k")), s.throw(ValueError("v")))
try:
    next(s)
except ValueError as e:
    print(repr(e), repr(e.__context__))
def fin_return():
    try:
        yield 1
        return "a"
    finally:
        yield 2
drive(fin_return(), [None, None])
def deleg():
    x = yield from [1, 2]
    print(x)
    y = yield from (z for z in "ab")
    print(y)
print(list(deleg()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("done")
        return self.n
def d2():
    r = yield from It()
    yield r
print(list(d2()))
a, *b = count(4)
print(a, b, dict(zip("ab", count(2))) if True else 0)
print(count.__name__, g.__name__, count(1).gi_frame is not None)
gen_nested = ((x, y) for x in range(3) for y in range(x) if x)
print(list(gen_nested))
