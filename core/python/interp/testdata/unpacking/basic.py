a, b = 1, 2
a, b = b, a
print(a, b)
(c, d), [e, f] = (1, 2), "xy"
print(c, d, e, f)
g, *h = range(4)
*i, j = "abc"
k, *l, m = [1, 2]
print(g, h, i, j, k, l, m)
x = y = z = []
print(x is y is z)
def t(src):
    try:
        exec_list = src()
        p, q = exec_list
        print(p, q)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
t(lambda: [1])
t(lambda: [1, 2, 3])
t(lambda: 5)
t(lambda: "ab")
t(lambda: {"k": 1, "l": 2})
t(lambda: (n for n in range(5)))
t(lambda: (n for n in range(1)))
t(lambda: None)
try:
    p, *q, r = [1]
except ValueError as e:
    print(e)
try:
    *p, q = 5
except TypeError as e:
    print(e)
for n, (o, *p) in [(1, (2, 3, 4)), (5, "ab")]:
    print(n, o, p)
class O: pass
o = O()
lst = [0, 0, 0]
o.a, lst[1], (o.b, *lst[0:1]) = 1, 2, (3, 4)
print(o.a, o.b, lst)
lst[1:2] = [7, 8, 9]
print(lst, lst[::-1], lst[-2:], lst[:2], lst[1:4:2])
del lst[0], lst[-1]
print(lst)
del o.a
print(hasattr(o, "a") if "hasattr" in dir(__builtins__) else False)
i = 0
i, lst[i] = 1, 99
print(i, lst)
[v, w] = {1: 2, 3: 4}.items()
print(v, w)
print(*[1, 2], *(3,), sep="-")
a = [1, 2, 3]
a[0], a[1] = a[1], a[0]
print(a)
n: int = 5
print(n)
aa = bb = 1
aa += 1
print(aa, bb)
t1 = 1,
print(t1, ())
a, b, c = (yield_ for yield_ in range(3))
print(a, b, c)
s = "x"
s *= 3
l2 = [1]
l3 = l2
l2 += (2, 3)
print(s, l2, l3 is l2)
n //= 2; n **= 3; n -= 1; n <<= 2; n |= 1; n ^= 3; n &= 62; n >>= 1; n %= 9
print(n)
d = {"a": 1}
d["a"] += 1
d["b"] = d.get("b", 0) + 1
print(d)
