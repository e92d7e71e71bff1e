class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a)
        return super().__call__(*a, **k)
    def hello(cls): return "hello " + cls.__name__
    @property
    def prop(cls): return "prop " + cls.__name__
class A(metaclass=Meta, opt=3):
    def __init__(self, v=0): self.v = v
class B(A): pass
print(A.injected, type(A).__name__, type(B).__name__, B.hello(), B.prop, A(5).v)
class Reg:
    items = []
    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        Reg.items.append((cls.__name__, name))
class R1(Reg, name="one"): pass
class R2(Reg): pass
print(Reg.items)
class Log(dict):
    def __setitem__(self, k, v):
        if not k.startswith("__"): print("define", k)
        super().__setitem__(k, v)
class M2(type):
    @classmethod
    def __prepare__(m, n, b): return Log()
    def __new__(m, n, b, ns): return super().__new__(m, n, b, dict(ns))
class L(metaclass=M2):
    a = 1
    b = a + 1
    def f(self): pass
print(L.b)
class M3(type):
    def __getattr__(cls, n): return "dyn " + n
    def __instancecheck__(cls, o): return o == 5
    def __len__(cls): return 7
    def __getitem__(cls, k): return k
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 1
class Z(metaclass=M3): pass
print(Z.foo, isinstance(5, Z), isinstance(6, Z), len(Z), Z["k"], list(Z), 1 in Z)
try:
    class W(A, metaclass=M3): pass
except TypeError as e:
    print(e)
try:
    class X1: pass
    class X2(X1): pass
    class X3(X1, X2): pass
except TypeError as e:
    print(e)
class G:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(G[int])
def deco(cls):
    cls.tag = "decorated"
    return cls
@deco
class Dc: pass
print(Dc.tag)
class Alias:
    def __mro_entries__(self, bases): return (dict,)
class FromAlias(Alias()): pass
print(FromAlias.__bases__, FromAlias.__orig_bases__[0].__class__.__name__)
class CC(type):
    def __new__(m, n, b, ns):
        c = super().__new__(m, n, b, ns)
        c.who()
        return c
class UseCell(metaclass=CC):
    @classmethod
    def who(cls): print("class cell", __class__.__name__)
t = type("Dyn", (A,), {"k": 1})
try:
    class Bad(5): pass
except TypeError as e:
    print(type(e).__name__)
