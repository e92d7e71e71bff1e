x = 1
_private = __dunder__ = x
match = case = _ = type = 2
match.x = match[0] = 3
print(match, case, _)
match (x)
match * x
match - x
match[x:1]
match(x).y
match, case = case, match
été = naïve = 3
ﬁne = 1
print(fine)
变量 = "值"
ª = º = µ = 1
𝐱 = 2
a.b.c.d = e
del a.b, c[0], (d), [e, f], (g, (h, i)), ()
global_x = nonlocal_y = 1
