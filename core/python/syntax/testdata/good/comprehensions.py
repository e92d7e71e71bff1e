[x for x in y]
[x for x in y if x]
[x for x in y if x if z]
[x for x in y for z in x]
[x for x in y if a for z in x if b if c]
{x for x in y}
{x: z for x, z in y}
{x: z for (x, z) in y.items() if x}
(x for x in y)
f(x for x in y)
f((x for x in y), 1)
f(x for x in y)(z for z in w)
sum(x*x for x in range(10) if x % 2)
[[y for y in x] for x in z]
[x for x in (yield_)]
[x for x, in y]
[x for x, *z in y]
[x for [x, z] in y]
[x for (x) in y]
[x for x.y in z]
[x for x[0] in z]
[lambda: x for x in y]
[(x, y) for x in a for y in b]
[x if a else b for x in c]
[x for x in a or b]
[x for x in a if b or c and not d]
[y := f(x) for x in z]
[y for x in z if (y := f(x))]
{(a := x): a for x in y}
{k: v for k in a for v in b}
f(a, *[x for x in y], **{k: v for k, v in z})
[
    x
    for x in y
    if x
]
any(x for x in y).z
(x for x in y).close()
