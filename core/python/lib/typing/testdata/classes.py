from typing import *
import typing, collections.abc
T = TypeVar("T"); K = TypeVar("K", bound=int); C = TypeVar("C", int, str); Cov = TypeVar("Cov", covariant=True); P = ParamSpec("P")
print(T, K, C, Cov, T.__name__, K.__bound__, C.__constraints__, Cov.__covariant__, List[T], Dict[T, K], Callable[P, T], List[T].__parameters__, Dict[T, K].__parameters__, List[T][int], Dict[T, int][str], Optional[T], Union[T, int][str])
class Box(Generic[T]):
    def __init__(self, v: T) -> None: self.v = v
    def get(self) -> T: return self.v
b = Box[int](5); print(b.v, b.get(), Box, Box[int], Box[T], type(b), isinstance(b, Box), Box.__parameters__, Box[int].__args__, Box[int].__origin__, Box.__orig_bases__, b.__orig_class__ if hasattr(b, "__orig_class__") else None, Box.__mro__)
class Pair(Generic[T, K]): ...
print(Pair[int, str], Pair[str, T][int])
class IntBox(Box[int]): ...
print(IntBox(3).get(), IntBox.__mro__, IntBox.__orig_bases__, get_args(IntBox.__orig_bases__[0]))
class MyList(List[int]): ...
print(MyList([1, 2]), MyList.__mro__[1], isinstance(MyList(), list))
class MyMap(Mapping[str, int]):
    def __getitem__(self, k): return 1
    def __iter__(self): return iter("ab")
    def __len__(self): return 2
print(dict(MyMap()), isinstance(MyMap(), collections.abc.Mapping), list(MyMap().items()))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: Generic[int]); t(lambda: Box[int, str]); t(lambda: Generic[T, T]); t(lambda: TypeVar("X", int)); t(lambda: isinstance(b, Box[int])); t(lambda: TypeVar())
class Proto(Protocol):
    x: int
    def meth(self) -> int: ...
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
class Impl:
    def meth(self): return 1
    def __len__(self): return 3
print(isinstance(Impl(), HasLen), isinstance(5, HasLen), issubclass(Impl, HasLen), HasLen, isinstance([], HasLen))
t(lambda: isinstance(Impl(), Proto)); t(lambda: Proto())
class Explicit(HasLen):
    def __len__(self): return 1
print(len(Explicit()), isinstance(Explicit(), HasLen))
@runtime_checkable
class Attr(Protocol):
    name: str
class N: name = "n"
print(isinstance(N(), Attr), isinstance(5, Attr), isinstance(1, SupportsInt), isinstance("x", SupportsInt), isinstance(1.5, SupportsFloat), isinstance(1, SupportsAbs), isinstance(1, SupportsIndex))
class TD(TypedDict):
    a: int
    b: str
class TD2(TD, total=False):
    c: float
d: TD = {"a": 1, "b": "x"}
print(TD(a=1, b="y"), TD.__annotations__, TD2.__annotations__, sorted(TD.__required_keys__), sorted(TD2.__optional_keys__), TD.__total__, TD2.__total__, type(TD(a=1, b="")), TD.__name__)
Alt = TypedDict("Alt", {"x": int, "y": str}); print(Alt(x=1, y="z"), Alt.__annotations__)
t(lambda: isinstance({}, TD))
UserId = NewType("UserId", int); print(UserId(5), UserId, UserId.__name__, UserId.__supertype__, List[UserId], Optional[UserId])
class Emp(NamedTuple):
    name: str
    id: int = 3
print(Emp("a"), Emp._fields, Emp.__annotations__)
print(cast(int, "x"), cast("List[int]", [1]), TYPE_CHECKING, overload(len) is len, final(Box) is Box)
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(1), get_overloads(f)[0].__name__ if hasattr(typing, "get_overloads") else "")
print(is_typeddict(TD), is_typeddict(dict), get_type_hints(Box.get), ForwardRef("X"), ForwardRef("X").__forward_arg__, typing.Text is str, AnyStr, assert_type(5, int))
try: assert_never(5)
except AssertionError as e: print(e)
class Meta(Generic[T]):
    def __init_subclass__(cls, **kw): print("sub", cls.__name__, kw)
class S1(Meta[int], flag=1): ...
class Node(Generic[T]):
    children: "List[Node[T]]"
    value: Optional[T] = None
print(Node.__annotations__, Node[int].value)
