import collections.abc
from collections import deque
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
def kind(v):
    match v:
        case [*_]: return "sequence"
        case {}: return "mapping"
        case _: return "other"
print(kind(range(1 << 40)), kind(deque([1])), kind(Seq()), kind("ab"), kind(b"ab"), kind({1}), kind(iter([1])))
collections.abc.Sequence.register(Seq)
print(kind(Seq()))
match range(1 << 40):
    case [a, *_, b]: print(a, b)
match deque([1, 2, 3]):
    case [x, *rest]: print(x, rest)
key = "a"
class K: a = "k"; b = "k"
try:
    match {"k": 1, "l": 2}:
        case {K.a: _, K.b: _}: pass
except ValueError as e:
    print(e)
