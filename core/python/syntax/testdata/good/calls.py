f()
f(a)
f(a,)
f(a, b)
f(a=1)
f(a=1,)
f(a, b=1)
f(*a)
f(**a)
f(*a, **b)
f(a, *b, c, *d, e=1, **g)
f(a=1, *b)
f(a=1, *b, c=2, **d, e=3, **g)
f(*a, b, c=1)
f(a)(b)(c)
f(a).b(c).d
f[a](b)
f(lambda x: x, key=lambda y: y)
f(a if b else c)
f(a := 1)
f(a := 1, b)
f((a := 1), b=2)
f(a, b=c(d=e))
f(x=(yield_))
f(
    a,
    b=1,
    *c,
    **d
)
f(*a or b, **c or d)
f(not a)
f(print=1, match=2, case=3, _=4)
f(x for x in y)
f(a)[b](c)
f(*[1, 2], *{3})
class A(B, C, metaclass=M, **kw): pass
class A(*bases): pass
class A(): pass
