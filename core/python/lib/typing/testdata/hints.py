from typing import *
import typing, collections
class A:
    x: int
    y: "str" = "d"
    z: Optional["A"] = None
    w: ClassVar[int] = 5
class B(A):
    y: List[int]
    q: Annotated[int, "doc"]
def f(a: int, b: "A", c: Optional[int] = None, *args: str, **kw: "List[int]") -> "B": ...
def g(a, b=1): ...
def n(x: None, y: int = None) -> None: ...
print(get_type_hints(A)); print(get_type_hints(B)); print(get_type_hints(B, include_extras=True)); print(get_type_hints(f)); print(get_type_hints(g)); print(get_type_hints(n)); print(get_type_hints(A.__init__) if False else {})
def t(fn):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
def bad(x: "Nope"): ...
t(lambda: get_type_hints(bad)); t(lambda: get_type_hints(5)); t(lambda: get_type_hints(bad, localns={"Nope": int}))
class M:
    def m(self, v: "M") -> "Dict[str, M]": ...
print(get_type_hints(M.m), get_type_hints(M().m))
print(A.__annotations__, f.__annotations__)
