import typing, collections.abc
from typing import *
T = TypeVar("T"); K = TypeVar("K", bound=int)
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
print(Box[int], Box[int](3).v, Box.__parameters__, Optional[int], Union[int, str, int], List[Dict[str, T]][int], Callable[[int], str], Tuple[int, ...], Literal["a", 1], Annotated[int, "m"], Type[int], int | None, list[int] | str)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int, str], bool]), T, K.__bound__, Any, NoReturn, ClassVar[int])
class NT(NamedTuple):
    x: int
    y: str = "d"
    def both(self): return f"{self.x}{self.y}"
n = NT(1); print(n, n._asdict(), n._replace(y="q"), NT._fields, n.both(), NT._field_defaults, NT.__annotations__)
class TD(TypedDict, total=False):
    a: int
print(TD(a=1), TD.__total__, TD.__annotations__, TD.__optional_keys__)
@runtime_checkable
class HasLen(Protocol):
    def __len__(self) -> int: ...
print(isinstance([], HasLen), isinstance(3, HasLen))
def f(a: "int", b: Optional["Box"] = None) -> List[int]: ...
print(get_type_hints(f), cast(int, "x"), NewType("U", int)(3))
@overload
def g(x: int) -> int: ...
def g(x): return x
print(g(2), TYPE_CHECKING, isinstance(5, int | str), issubclass(bool, Union[int, str]))
for bad in (lambda: List[int, str], lambda: Optional[1, 2], lambda: isinstance(1, List[int]), lambda: Union[()], lambda: Any()):
    try: print(bad())
    except TypeError as e: print(e)
