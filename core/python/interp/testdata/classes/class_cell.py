class Meta(type):
    def __new__(m, n, b, ns): return super().__new__(m, n, b, {k: v for k, v in ns.items() if k != "__classcell__"})
try:
    class A(metaclass=Meta):
        def f(self): return __class__
except RuntimeError as e:
    print(e)
class B:
    def f(self):
        class X:
            nonlocal __class__
            __class__ = 42
        return __class__
print(B().f())
class C:
    g = lambda self: super().__repr__()
    def names(self): return [type(super()).__name__, [__class__.__name__ for _ in range(1)]]
print(C().names(), "C object" in C().g())
def f():
    (notlocal): int
    try:
        notlocal
    except NameError as e:
        return type(e).__name__
print(f())
ns, loc = {}, {}
exec("x: int = 5\n__annotations__['y'] = str\n(z): int = 1\nglobal q\nq = 3", ns, loc)
print(loc, ns["q"])
exec("""if 1:
    def f():
        y = 1
        def g():
            global y
            return y
        def h(): return y + 1
        return g, h
    y = 9
    g, h = f()
    a, b = g(), h()
""", ns, loc)
print(loc["a"], loc["b"], ns["y"])
class Lazy:
    def __getattr__(self, n): return "getattr " + n
    @property
    def bad(self): raise AttributeError("inner")
print(Lazy().bad, Lazy().other)
gen = (lambda: (yield 1))()
print(next(gen))
try:
    gen.send("sent")
except StopIteration as e:
    print(e.value)
gen.__name__ = "renamed"
print(gen.__name__)
def a(): return 1
def b(): return 2
a.__code__ = b.__code__
a.__dict__ = {"k": 1}
print(a(), a.k)
