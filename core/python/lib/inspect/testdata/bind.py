import inspect
def f(a, b, c=3, *args, d, e=5, **kw): ...
s = inspect.signature(f)
b = s.bind(1, 2, d=4)
print(b, b.arguments, b.args, b.kwargs)
b.apply_defaults()
print(b, b.arguments, b.args, b.kwargs, b.signature is s)
b = s.bind(1, 2, 3, 4, 5, d=6, z=7)
print(b, b.args, b.kwargs)
b = s.bind(1, b=2, d=3)
print(b.args, b.kwargs, b.arguments["b"])
for args, kw in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {"a": 1, "d": 2})]:
    try:
        print(s.bind(*args, **kw))
    except TypeError as e:
        print(e)
def g(a, /, b): ...
sg = inspect.signature(g)
for args, kw in [((1, 2, 3), {}), ((), {"a": 1, "b": 2}), ((1,), {"c": 1, "b": 2}), ((1,), {"b": 2, "x": 3})]:
    try:
        print(sg.bind(*args, **kw))
    except TypeError as e:
        print(e)
print(s.bind_partial(), s.bind_partial(1, e=3))
def k(*, x): ...
for a in [lambda: inspect.signature(k).bind(1), lambda: inspect.signature(k).bind(), lambda: inspect.signature(k).bind(x=1)]:
    try:
        print(a())
    except TypeError as e:
        print(e)
b = s.bind(1, 2, d=3)
b.arguments["c"] = 10
print(b.args, b == s.bind(1, 2, 10, d=3), b == s.bind(1, 2, d=3))
print(f"{b.arguments}", f(*b.args, **b.kwargs))
class L:
    def __init__(self, units, activation=None, *, name=None): ...
sig = inspect.signature(L)
ba = sig.bind(32, name="d")
ba.apply_defaults()
print(dict(ba.arguments))
ba = inspect.signature(L.__init__).bind(None, 32)
ba.apply_defaults()
print(ba.arguments)
print(sorted(inspect.getcallargs(f, 1, 2, d=3).items()), sorted(inspect.getcallargs(L(1).__init__, 3))[1:])
def d(*args, **kwargs): ...
bb = inspect.signature(d).bind(1, 2, x=3); print(bb, bb.args, bb.kwargs)
bb = inspect.signature(d).bind(); bb.apply_defaults(); print(bb)
