# star expressions
a, *b, c = range(5); print(a, b, c)
(a, (b, *c)), d = (1, (2, 3, 4)), 5; print(a,b,c,d)
[*a] = 'abc'; print(a)
*a, = 1, 2; print(a)
print(*[1,2], *'ab', sep='-')
print({**{'a':1}, 'b':2, **{'a':3}})
print([*range(3), *{4}], (*(), 1), {*[1], *(2,)})
def f(*args, **kw): print(args, kw)
f(*[1], 2, *[3], x=1, **{'y':2}, **{'z': 3})
for x, *y in [(1,2,3), 'ab']: print(x, y)
x = *'ab', 'c'; print(x)
def g(): return 1, *[2,3]
print(g())
def gg():
    yield 1, *[2]
print(list(gg()))
d = {}
for d['k'], d['j'] in [(1,2)]: pass
print(d)
l = [0]*3
i = 0
i, l[i] = 1, 5
print(i, l)
print(l[*[1]] if False else 'x')
try:
    a, b = 1
except TypeError as e: print(e)
try:
    a, b = 1, 2, 3
except ValueError as e: print(e)
try:
    a, b, *c = 1,
except ValueError as e: print(e)
try:
    f(**{1:2})
except TypeError as e: print(e)
try:
    f(*1)
except TypeError as e: print(e)
try:
    f(x=1, **{'x':2})
except TypeError as e: print(e)
