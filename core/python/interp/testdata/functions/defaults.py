x = 1
def f(a=x, b=[]):
    b.append(a)
    return b
x = 2
print(f(), f(), f(3, []), f())

def outer():
    log = []
    def d(n):
        log.append(n)
        return n
    def g(a=d(1), b=d(2), *, c=d(3)):
        return a, b, c
    return g(), log
print(outer())
print((lambda a, b=2, *c, **d: (a, b, c, d))(1, 3, 4, e=5))

def h(a: int, b: "str" = "x", *args: float, c: list = None, **kw: dict) -> bool:
    """Doc of h."""
print(h.__annotations__)
print(h.__doc__, h.__name__, h.__qualname__, h.__module__, h.__defaults__, h.__kwdefaults__)
h.__defaults__ = (7,)
h.extra = 5
print(h.__dict__, h.__defaults__)
code = h.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_varnames, code.co_firstlineno, code.co_posonlyargcount)

def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    return inc
a, b = counter(), counter()
print(a(), a(), b(), a(5))
print(a.__closure__[0].cell_contents, counter.__closure__)
print(counter.__code__.co_name, a.__qualname__)

def deco(tag):
    print("make", tag)
    def wrap(fn):
        print("wrap", tag, fn.__name__)
        def inner(*args):
            return tag, fn(*args)
        return inner
    return wrap

@deco("a")
@deco("b")
def decorated(x):
    return x
print(decorated(1))
print([fn(10) for fn in [lambda v, i=i: v + i for i in range(3)]])
print([fn() for fn in [lambda: i for i in range(3)]])
def rec(n):
    return 1 if n == 0 else n * rec(n - 1)
print(rec(20), rec(30))
def returns_none():
    return
print(returns_none(), (lambda: None)())
def many(a, b, c, d, e, f, g): return (a, b, c, d, e, f, g)
print(many(1, 2, 3, 4, 5, 6, 7), many(*range(7)), many(1, *[2, 3], d=4, **dict(e=5, f=6, g=7)))
print(f"{rec.__name__}", type(rec).__name__, callable(rec) if "callable" in dir(__builtins__) else True)
