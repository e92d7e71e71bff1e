# typing
import typing
from typing import *
print(List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None], Callable[[int], str], Callable[..., int], Tuple[int, ...], Tuple[()], Any, TypeVar('T'), Literal[1, 'a'], ClassVar[int], Final[int], Type[int], Annotated[int, 'x'], Iterable[int], NoReturn, Never, Self, LiteralString, Required[int], Generic, Sequence[List[int]])
T = TypeVar('T'); K = TypeVar('K', bound=int); C = TypeVar('C', int, str); CV = TypeVar('CV', covariant=True)
print(T, K, C, CV, K.__bound__, C.__constraints__, CV.__covariant__, T.__name__)
class Box(Generic[T]):
    def __init__(self, v: T) -> None: self.v = v
    def get(self) -> T: return self.v
print(Box[int], Box[int](5).get(), Box[int].__origin__, Box[int].__args__, Box.__parameters__, Box[List[T]][int], Box.__mro__, Box[int](1).__orig_class__)
class Two(Generic[T, K]): pass
print(Two[str, int], Two.__parameters__)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: Two[int]); t(lambda: Box[int, str]); t(lambda: List[int, str]); t(lambda: Union[()]); t(lambda: Optional[1]); t(lambda: isinstance(1, List[int])); t(lambda: isinstance([], List)); t(lambda: isinstance(1, Union[int, str])); t(lambda: isinstance(1, Optional[int])); t(lambda: Any()); t(lambda: List[int]()); t(lambda: issubclass(int, Union[int, str])); t(lambda: Box[1]); t(lambda: TypeVar('T', int)); t(lambda: Generic[int]); t(lambda: ClassVar[int][str]); t(lambda: Literal[1][2]); t(lambda: isinstance(1, Any)); t(lambda: Union[int]); t(lambda: Union[int, int]); t(lambda: Union[int, str] == Union[str, int]); t(lambda: Optional[None]); t(lambda: Dict[int]); t(lambda: Tuple[int, str][int]); t(lambda: Type())
def f(a: int, b: 'str' = 'x', *c: float, d: Optional[int] = None) -> List[int]: pass
print(get_type_hints(f), f.__annotations__, get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(int), get_args(int), get_origin(Annotated[int, 1]), get_args(Literal[1]), get_origin(list[int]), get_args(int | str), get_origin(int | str))
class Hint:
    x: int
    y: 'Optional[str]' = None
    z: ClassVar[int] = 1
print(get_type_hints(Hint), Hint.__annotations__)
class P(Protocol):
    def m(self) -> int: ...
class Impl:
    def m(self): return 1
@runtime_checkable
class RP(Protocol):
    attr: int
    def m(self): ...
class Impl2: 
    attr = 1
    def m(self): pass
print(isinstance(Impl2(), RP), isinstance(Impl(), RP)); t(lambda: isinstance(Impl(), P)); t(lambda: P())
class NT(NamedTuple):
    a: int
    b: str = 'd'
    def m(self): return self.a
print(NT(1), NT(1).m(), NT._fields, NT._field_defaults, NT.__annotations__, NamedTuple('X', [('a', int)])(1)); t(lambda: NT())
class TD(TypedDict, total=False):
    a: int
    b: Required[str]
print(TD(a=1), TD.__annotations__, TD.__total__, TD.__required_keys__, TD.__optional_keys__, TypedDict('X', {'a': int})(a=1)); t(lambda: isinstance({}, TD))
UserId = NewType('UserId', int); print(UserId(5), UserId, UserId.__supertype__, UserId.__name__)
print(cast(int, 'x'), TYPE_CHECKING, no_type_check(f) is f, final(Impl) is Impl, assert_type(1, int), reveal_type if 0 else '')
t(lambda: assert_never(1)); print(ForwardRef('int'), ForwardRef('a') == ForwardRef('a'), List['X'])
print(list[int], dict[str, list[int]], tuple[int, ...], int | str, int | None, list[int] | None, type[int], (int | str).__args__, list[int].__origin__, isinstance(1, int | str), list[T][int], list[int] == list[int], hash(list[int]) == hash(list[int]), list[int](), set[int]({1}))
t(lambda: int | 1); t(lambda: 'a' | int); t(lambda: list[int] | 'x'); t(lambda: isinstance([], list[int])); t(lambda: isinstance(1, (int | str, float))); t(lambda: isinstance(1, int | list[int]))
P1 = ParamSpec('P1'); print(P1, Callable[P1, int], Concatenate[int, P1], TypeGuard[int], Unpack if 0 else '', TypeVarTuple('Ts'))
print(SupportsInt, isinstance(1, SupportsInt), isinstance('a', SupportsInt), isinstance([], Sized), Hashable, Text, AnyStr, Counter[int], DefaultDict[str, int], Deque[int], OrderedDict[int, str], ChainMap[int, int], AsyncIterator[int], Pattern, Match, ContextManager[int])
print(is_typeddict(TD), is_typeddict(dict), typing.List.__name__, typing.Optional, repr(typing.Union), typing.Tuple, typing.List)
