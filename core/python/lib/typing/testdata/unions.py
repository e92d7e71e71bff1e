# Unions of both spellings are equal, hash alike and take types for their variables.
import typing
from typing import Union, Optional, TypeVar, Literal, List
T, K = TypeVar("T"), TypeVar("K")
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: (int | str) == Union[int, str]); t(lambda: Union[str, int] == (int | str)); t(lambda: (int | None) == Optional[int])
t(lambda: (int | str) != Union[int, bytes]); t(lambda: hash(int | str) == hash(Union[str, int])); t(lambda: {int | str: 1}[Union[int, str]])
t(lambda: (list[T] | int).__parameters__); t(lambda: (list[T] | int)[str]); t(lambda: (dict[T, K] | T)[int, str]); t(lambda: (list[T] | set[T])[bytes])
t(lambda: (int | str)[int]); t(lambda: (list[T] | int)[int, str]); t(lambda: (int | str).__parameters__)
t(lambda: List[T] | None); t(lambda: (List[T] | None)[int]); t(lambda: Literal[0] == Literal[False]); t(lambda: Literal[1, 2] == Literal[2, 1])
t(lambda: (Literal[0] | Literal[False]).__args__); t(lambda: hash(Literal[1, 2]) == hash(Literal[2, 1])); t(lambda: isinstance(3, int | str)); t(lambda: issubclass(bool, int | None))
t(lambda: typing.get_args(int | None)); t(lambda: typing.get_origin(int | None)); t(lambda: typing.get_origin(Optional[int])); t(lambda: int | list[int] | None)
t(lambda: int | 3); t(lambda: "a" | int); t(lambda: type(int | str)); t(lambda: None | int)
