import inspect, functools, math
class Base:
    """Base doc.

        Indented.
    """
    attr = 1
    def method(self):
        """Method doc."""
    @property
    def prop(self):
        return 42
    @classmethod
    def cm(cls): ...
    @staticmethod
    def sm(): ...
class Child(Base):
    other = "x"
    def method(self): ...
    def __repr__(self): return "C"
c = Child()
c.own = 5
print([(n, v) for n, v in inspect.getmembers(c) if not n.startswith("__") and n not in ("cm", "method", "sm")])
print([n for n, v in inspect.getmembers(Child, inspect.isfunction)])
print([n for n, v in inspect.getmembers(c, inspect.ismethod)])
print([n for n, v in inspect.getmembers(c, callable) if not n.startswith("__")])
def gen():
    yield 1
objs = [Child, c, c.method, Child.method, Base.cm, Base.sm, len, [].append, gen, gen(), inspect, lambda: 0, print, math.sin, int, str.join, "".join, object.__init__, Base.__dict__["prop"], 5, None, functools.partial(gen)]
for pred in ["isclass", "isfunction", "ismethod", "isbuiltin", "isroutine", "ismodule", "isgenerator", "isgeneratorfunction", "ismethoddescriptor", "isdatadescriptor", "iscoroutinefunction", "isabstract", "iscode", "isframe"]:
    print(pred, "".join("01"[getattr(inspect, pred)(o)] for o in objs))
print(inspect.getmro(Child))
print(repr(inspect.getdoc(Base)), inspect.getdoc(Child), inspect.getdoc(Child.method), inspect.getdoc(c.method), inspect.getdoc(5) is None)
print(repr(inspect.cleandoc("""  first
      second
        third

    """)), repr(inspect.cleandoc("one")), repr(inspect.cleandoc("\n\n  a\n\tb\n")))
print(inspect.getattr_static(c, "prop").__class__.__name__, inspect.getattr_static(c, "own"), inspect.getattr_static(c, "nope", "dflt"))
try:
    inspect.getattr_static(c, "nope")
except AttributeError as e:
    print(e)
import abc
class Abs(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
print(inspect.isabstract(Abs), inspect.isabstract(Child))
print(inspect.getmodule(Child).__name__, inspect.getmodule(math).__name__, inspect.getmodulename("/a/b/c.py"), inspect.getmodulename("x"))
g = gen()
print(inspect.getgeneratorstate(g)); next(g); print(inspect.getgeneratorstate(g)); list(g); print(inspect.getgeneratorstate(g))
print(issubclass(inspect.Parameter.empty, object), inspect.Parameter.empty, inspect.Signature.empty is inspect._empty)
class D:
    "d"
    def f(self):
        "orig"
    @property
    def p(self):
        "p doc"
class E(D):
    def f(self): ...
    @property
    def p(self): ...
print(inspect.getdoc(E), inspect.getdoc(E.f), inspect.getdoc(E.p), inspect.getdoc(E().f))
