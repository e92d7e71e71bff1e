a + b - c * d / e // f % g @ h
a ** b ** -c
-a ** b
(-a) ** b
~a ** ~b
not a
not not a
not a == b
not a in b
a or b or c
a and b and c
a or b and c or d
a and not b or c
(a or b) or c
a or (b or c)
a < b
a < b <= c != d
a is b is not c in d not in e
a == b == (c == d)
(a < b) < c
a | b ^ c & d << e >> f
a << b + c
(a | b) | c
a | (b | c)
a if b else c
a if b else c if d else e
(a if b else c) if d else e
a if (b if c else d) else e
lambda: 0
lambda x: lambda y: x
lambda: (yield)
a + -b
a - -b
a--b
a.b.c(d)[e](f).g
(a)
((a))
(a).b
(a + b).c
(a
 + b
 ) * c
-1 ** 2
2 ** -1
- a.b
await_ + 1
a if not b else not c
x = y = z = 1
x = (y) = z
a @ b @ c
a @= b
a += b; a -= b; a *= b; a /= b; a //= b; a %= b; a **= b; a <<= b; a >>= b; a &= b; a |= b; a ^= b
a.b += c
a[b] += c
(a) += b
a += b, c
a += yield_
None, True, False, ..., Ellipsis
not a < b > c
a < b and c > d or not e
