def f(): pass
def f():
    """Doc."""
    return 1
def f(a): pass
def f(a,): pass
def f(a, b=1): pass
def f(a=1, b=2,): pass
def f(*a): pass
def f(**a): pass
def f(*a, **b): pass
def f(*, a): pass
def f(*, a, b=1, c): pass
def f(a, *, b): pass
def f(a, b=1, *c, d, e=2, **g): pass
def f(a, /): pass
def f(a, /,): pass
def f(a, /, b): pass
def f(a=1, /, b=2): pass
def f(a, b=1, /, c=2, *, d=3, **e): pass
def f(a, /, *b): pass
def f(a, /, **b): pass
def f(*a,): pass
def f(**a,): pass
def f(*a, b,): pass
def f(a: int): pass
def f(a: int = 1, *b: str, c: float = 2, **d: dict) -> None: pass
def f(*a: *b): pass
def f() -> int: pass
def f() -> (a, b): pass
def f(a: 'x', b: lambda: 0 = lambda: 1) -> [int]: pass
def f(a=(1, 2), b=[3], c={4: 5}): pass
def f(a=yield_, b=lambda x=1: x): pass
def f(
    a,
    # comment
    b=1,
): pass
@a
def f(): pass
@a.b(c)
@d
def f(): pass
@a[b]
class C: pass
@(lambda x: x)
class C:
    x = 1

    @property
    def y(self): return self.x

    @y.setter
    def y(self, v):
        self.x = v

    class D(E):
        pass
@a if b else c
def f(): pass
@(a := b)
def f(): pass
@a

def f(): pass
class C: pass
class C(A):
    """Doc."""
class C:
    a: int
    b: int = 1
    def __init__(self): super().__init__()
lambda: 0
lambda a: a
lambda a,: a
lambda a, b: a
lambda a=1: a
lambda *a: a
lambda **a: a
lambda *a, **b: a
lambda *, a: a
lambda a, /: a
lambda a, /, b, *c, d=1, **e: a
lambda a=lambda b: b: a
lambda: lambda: 0
lambda *, a=1, b: a
f(lambda: 0, lambda x: x)
def outer():
    def inner():
        return outer
    return inner
def f(a, b): return a; return b
def f(match, case, _): return match
async def f():
    await a
    await a.b(c)
    await a ** b
    -await a
    async for a in b:
        c
    else:
        d
    async with a as b, c:
        d
    async with (a as b):
        c
    [a async for a in b]
    {a async for a in b if await c}
    {a: b async for a, b in c for d in e}
    (a async for a in b)
    f(a async for a in b)
    return await a
@a
async def f(): pass
def f():
    x = [(yield_) for y in z]
    return (yield)
