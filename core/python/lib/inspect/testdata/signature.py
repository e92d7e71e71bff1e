import inspect, functools
from inspect import signature, Parameter, Signature
def f(a, b: int, c=3, *args, d, e: str = "x", **kw) -> float: ...
s = signature(f)
print(s, repr(s), s.return_annotation)
for name, p in s.parameters.items():
    print(name, p, repr(p), p.kind, repr(p.kind), p.kind.name, p.kind.value, p.default is Parameter.empty, p.annotation is p.empty, p.kind.description)
def g(a, /, b, *, c): ...
def h(a=1, /): ...
def k(*, x=None, **o): ...
print(signature(g), signature(h), signature(k), signature(lambda: 0), signature(lambda x, y=2: x))
print(list(s.parameters), len(s.parameters), "a" in s.parameters, s.parameters["e"].default)
print(s.parameters["d"].kind == Parameter.KEYWORD_ONLY, s.parameters["kw"].kind is Parameter.VAR_KEYWORD, s.parameters["args"].kind == inspect.Parameter.VAR_POSITIONAL)
print(any(p.kind == p.VAR_KEYWORD for p in s.parameters.values()))
print([p.name for p in s.parameters.values() if p.default is inspect._empty and p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY)])
class A:
    def __init__(self, units, activation=None, **kwargs): ...
    def m(self, x, y=1): ...
    @classmethod
    def c(cls, z): ...
    @staticmethod
    def st(q): ...
    def __call__(self, inputs, training=False): ...
class B(A): ...
class N:
    def __new__(cls, p, q=1): return super().__new__(cls)
class Empty: ...
class M(type):
    def __call__(cls, *a, extra=0, **k): return super().__call__(*a, **k)
class WM(metaclass=M):
    def __init__(self, x): ...
print(signature(A), signature(B), signature(N), signature(Empty), signature(WM), signature(object))
print(signature(A.m), signature(A(1).m), signature(A.c), signature(A.st), signature(A(1)), signature(A.__init__), signature(A.__call__))
print("training" in signature(A.__call__).parameters)
def deco(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs): return fn(*args, **kwargs)
    return wrapper
@deco
def orig(u, v=5): ...
print(signature(orig), signature(orig, follow_wrapped=False), inspect.unwrap(orig).__name__, Signature.from_callable(orig))
p = functools.partial(f, 1, e="y")
print(signature(p))
print(signature(functools.partial(g, 1)), signature(functools.partial(g, 1, b=2)), signature(functools.partial(f, c=5)))
class PM:
    def base(self, a, b, c): ...
    part = functools.partialmethod(base, 1)
print(signature(PM().part))
for bad in [5, "x", None, print.__class__.__name__]:
    try:
        signature(bad)
    except TypeError as e:
        print(e)
f2 = lambda *a: 0
f2.__signature__ = signature(f)
print(signature(f2))
print(signature(f) == signature(f), signature(f) == signature(g), hash(signature(g)) == hash(signature(g)))
print(s.replace(return_annotation=int), s.replace(parameters=list(s.parameters.values())[:2]), s.replace(return_annotation=Signature.empty))
print(Signature([Parameter("x", Parameter.POSITIONAL_ONLY), Parameter("y", Parameter.KEYWORD_ONLY, default=1, annotation=int)], return_annotation="ret"))
print(Signature(), repr(Signature()))
for make in [lambda: Parameter("x", 9), lambda: Parameter("1x", Parameter.KEYWORD_ONLY), lambda: Parameter("x", Parameter.VAR_KEYWORD, default=1), lambda: Parameter(3, Parameter.KEYWORD_ONLY),
             lambda: Signature([Parameter("x", Parameter.KEYWORD_ONLY), Parameter("y", Parameter.POSITIONAL_ONLY)]),
             lambda: Signature([Parameter("x", Parameter.KEYWORD_ONLY), Parameter("x", Parameter.KEYWORD_ONLY)]),
             lambda: Signature([Parameter("x", Parameter.POSITIONAL_OR_KEYWORD, default=1), Parameter("y", Parameter.POSITIONAL_OR_KEYWORD)])]:
    try:
        print(make())
    except Exception as e:
        print(type(e).__name__, e)
q = s.parameters["c"]
print(q.replace(name="z", default=Parameter.empty), q.replace(annotation=int), q == q.replace(), q != q.replace(default=4), hash(q) == hash(q.replace()))
import typing
def t(x: typing.Optional[int] = None, y: typing.List[str] = (), z: "A" = ..., w: A = None, *v: typing.Any) -> typing.Dict[str, A]: ...
print(signature(t))
print(s.parameters)
print(Parameter.POSITIONAL_ONLY < Parameter.VAR_KEYWORD, int(Parameter.KEYWORD_ONLY), f"{Parameter.KEYWORD_ONLY}", sorted([Parameter.VAR_KEYWORD, Parameter.POSITIONAL_ONLY]))
