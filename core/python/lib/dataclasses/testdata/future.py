from __future__ import annotations
from dataclasses import dataclass, field, fields, InitVar
from typing import ClassVar
import inspect
@dataclass
class A:
    x: int
    y: list[int] = field(default_factory=list)
    z: ClassVar[int] = 1
    w: InitVar[str] = "w"
    def __post_init__(self, w): self.ww = w
print(A(1), A.__doc__, [f.type for f in fields(A)], A(1).ww, inspect.signature(A))
