()
(a,)
(a, b)
(a, b,)
a,
a, b
a, b,
a, (b, c), d
[]
[a]
[a,]
[a, b]
[[a], [b, [c]]]
{}
{a}
{a, b,}
{a: b}
{a: b, c: d,}
{**a}
{**a, b: c, **d}
{*a, *b}
[*a, b, *c]
(*a, b)
*a, b
*a,
{a: b if c else d}
{a if b else c: d}
{lambda: 0: lambda: 1}
{(a := 1): b}
{a := 1, b}
[a := 1, b := 2]
(a := 1)
((a := 1), b)
{'a': {'b': {}}}
[(a, b), *c, {d}]
x = *a, *b
x = [*a, *[*b]]
print(*a, **b)
(
    a,

    b,  # comment
)
[
]
{1: 2
 , 3: 4}
(yield_)
(*a.b, *c[d], *e())
*a | b, c
{**a | b}
