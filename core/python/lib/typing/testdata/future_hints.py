from __future__ import annotations
from typing import get_type_hints, Optional, List
import dataclasses
class A:
    x: int
    y: list[int] | None = None
    z: Optional[A] = None
def f(a: int, b: A | None = None) -> List[str]: ...
print(A.__annotations__, get_type_hints(A), get_type_hints(f), f.__annotations__)
