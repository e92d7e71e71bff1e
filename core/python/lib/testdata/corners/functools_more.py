import functools, operator
@functools.singledispatch
def show(x): return "obj"
@show.register
def _(x: int): return "int"
@show.register(list)
def _(x): return "list of " + ",".join(show(i) for i in x)
@show.register(str)
@show.register(bytes)
def _(x): return "text"
print(show(1), show([1, "a", 2.0]), show(True), show(b""), show.dispatch(bool) is show.registry[int])
calls = []
@functools.lru_cache(maxsize=2)
def sq(n): calls.append(n); return n * n
print([sq(i) for i in (1, 2, 1, 3, 1, 2)], calls, sq.cache_info()); sq.cache_clear(); print(sq.cache_info().currsize)
@functools.total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) >= T(1), T(2) > T(1), T(1) <= T(0))
p = functools.partial(pow, 2, mod=7)
print(p(5), p.func is pow, p.args, p.keywords)
class C:
    n = 0
    @functools.cached_property
    def x(self): C.n += 1; return C.n
    def add(self, a, b=1): return a + b
    inc = functools.partialmethod(add, b=10)
c = C(); print(c.x, c.x, c.__dict__, c.inc(5))
def deco(f):
    @functools.wraps(f)
    def inner(*a, **k): return f(*a, **k)
    return inner
@deco
def doc(a: int) -> str: "the doc"
print(doc.__name__, doc.__doc__, doc.__annotations__, doc.__wrapped__.__name__)
print(functools.reduce(operator.mul, range(1, 6)), functools.reduce(max, [3, 9, 2], 5))
print(sorted("bAc", key=functools.cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))))
class M:
    @functools.singledispatchmethod
    def go(self, x): return "base"
    @go.register
    def _(self, x: int): return "int"
print(M().go(1), M().go(""))
