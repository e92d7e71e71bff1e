import types
from types import *
class C:
    def m(self): ...
    @property
    def p(self): ...
    __slots__ = ("s",)
def f(): yield
for name, o in [("FunctionType", f), ("LambdaType", lambda: 0), ("MethodType", C().m), ("BuiltinFunctionType", len), ("BuiltinMethodType", [].append), ("ModuleType", types), ("GeneratorType", f()), ("MappingProxyType", C.__dict__), ("NoneType", None), ("EllipsisType", ...), ("NotImplementedType", NotImplemented), ("CodeType", f.__code__), ("CellType", (lambda x: lambda: x)(1).__closure__[0]), ("GenericAlias", list[int]), ("UnionType", int | str), ("MethodDescriptorType", str.join), ("WrapperDescriptorType", object.__init__), ("MethodWrapperType", object().__str__), ("MemberDescriptorType", C.s)]:
    print(name, isinstance(o, getattr(types, name)), getattr(types, name))
n = SimpleNamespace(a=1, b="x"); n.c = [2]; print(n, n.a, n == SimpleNamespace(a=1, b="x", c=[2]), n != SimpleNamespace(), vars(n)); del n.a; print(n, SimpleNamespace(), hasattr(n, "a"), SimpleNamespace(**{"x y": 1}))
class N2(SimpleNamespace): pass
print(N2(q=1)); n.me = n; print(n)
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
t(lambda: SimpleNamespace(1)); t(lambda: n.nope); t(lambda: hash(n)); t(lambda: MethodType(5, 1)); t(lambda: MappingProxyType(5)); t(lambda: SimpleNamespace(a=1) < SimpleNamespace(a=2))
mp = MappingProxyType({"a": 1}); print(mp, mp["a"], len(mp), list(mp), mp | {"b": 2}, "a" in mp, mp.get("z"), mp == {"a": 1}, mp.copy(), list(mp.items())); t(lambda: mp.__setitem__("a", 2)); 
def assign(): mp["a"] = 1
t(assign)
print(MethodType(lambda s, x: (s, x), "self")(5), new_class("Dyn", (C,), {}, lambda ns: ns.update(z=3)).z, new_class("D2").__name__, resolve_bases((list[int], int)), prepare_class("X")[0])
class Meta(type):
    def __new__(m, n, b, ns, **k): c = super().__new__(m, n, b, ns); c.kw = k; return c
print(new_class("K", (), {"metaclass": Meta, "opt": 1}).kw)
m = ModuleType("mod", "doc"); m.x = 5; print(m.__name__, m.__doc__, m.x, m, type(m), vars(m)["x"])
print(get_original_bases if hasattr(types, "get_original_bases") else "")
print(GenericAlias(list, (int,)), UnionType, isinstance(int | None, UnionType), type(None) is NoneType)
