print([x * 2 for x in range(5)])
print([x for x in range(10) if x % 2 if x > 3])
print([(x, y) for x in range(3) for y in range(x)])
print({x % 3 for x in range(10)} == {0, 1, 2}, {k: v for k, v in zip("abc", range(3))})
print([[j for j in range(i)] for i in range(4)])
m = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in m] for i in range(3)])
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *_ in ["xyz", "abc"]])
x = "outer"
print([x for x in range(3)], x)
def f():
    y = 10
    return [y + i for i in range(3)], {i: y for i in range(2)}, sum(y for _ in range(3))
print(f())
class C:
    n = 3
    squares = [i * i for i in range(n)]
print(C.squares)
try:
    class D:
        n = 2
        bad = [n for _ in range(2)]
except NameError as e:
    print(e)
print([fn() for fn in [lambda i=i: i * i for i in range(3)]])
def g(n): return [g(n - 1) for _ in range(1)] if n else 0
print(g(3))
print([y for x in range(3) for y in [x * 10] if y])
print({**{i: i for i in range(2)}, **{"z": 1}}, [*range(3), *"ab"], {*[1, 2], 3} == {1, 2, 3}, (*[1], 2))
try:
    [z for z in 5]
except TypeError as e:
    print(e)
try:
    [1 / q for q in [1, 0]]
except ZeroDivisionError as e:
    print(e)
data = {"a": [1, 2], "b": [3]}
print([(k, v) for k, vs in data.items() for v in vs], {v: k for k, vs in data.items() for v in vs})
print([i for i in range(20) if i % 2 == 0 and i % 3 == 0], [i if i else "zero" for i in range(2)])
print(sum(i for i in range(101)), list(i for i in "abc"), tuple(i for i in range(2)))
print([len(s) for s in ("a", "bb")], [not b for b in (True, False)], [c for c in "hello" if c not in "aeiou"])
try:
    [*5]
except TypeError as e:
    print(e)
try:
    {**5}
except TypeError as e:
    print(e)
try:
    {[]: 1}
except TypeError as e:
    print(e)
