a = b
a = b = c
a, b = c
a, b = b, a
(a, b) = c
[a, b] = c
[a, (b, c)] = d
(a), b = c
a, = b
(a,) = b
[a] = b
[] = a
() = a
*a, b = c
a, *b = c
a, *b, c = d
(a, *b) = c
[*a] = b
*a, = b
a.b = c
a[b] = c
a.b, c[d], (e, f) = g
a = *b, c
a = b, c
a = b if c else d
a = lambda: 0
a: int
a: int = 1
(a): int = 1
a.b: int
a[b]: int = c
(a.b): int
((a)): int
a: int = b, c
a: int = *b, c
a: 'str'
a: Dict[str, int] = {}
a = (yield_)
def f():
    a = yield
    a = yield b
    a = b = yield c, d
    a: int = yield
    a += yield b
    yield
    yield a
    yield a, b
    yield *a, b
    yield from a
    a = yield from b
    return (yield)
    return
    return a, *b
    await_
a = (b
     , c)
(a.b) = c
((a, b), c) = d
a[b].c[d] = e
f().a = b
f()[a] = b
(f)().a = b
'x'.a = b
[].a = b
(a, b)[c] = d
