# match
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: int = 0
class Q:
    __match_args__ = ('a',)
    def __init__(self, a): self.a = a
def m(v):
    match v:
        case P(x=0, y=yy): return 'P0', yy
        case P(1, y): return 'P1', y
        case P(): return 'P'
        case Q([1, *rest]): return 'Q', rest
        case Q(a=str(s)): return 'Qs', s
        case {'k': [a, b], **rest}: return a, b, rest
        case {'z': None}: return 'none'
        case [] | (): return 'empty'
        case [x]: return 'one', x
        case [x, _, *_, z] if z > x: return 'many', x, z
        case str() | bytes(): return 'str'
        case int(n) | float(n) if n > 100: return 'big', n
        case -1 | 1.5 | 2+3j | -1-1j: return 'num'
        case True: return 'T'
        case None: return 'N'
        case int(): return 'int'
        case _: return 'other'
for v in [P(0,5), P(1,2), P(3), Q([1,2,3]), Q('s'), Q(1), {'k':[1,2],'l':3}, {'z':None}, [], (), [1], [1,2,3], [3,2,1], 'x', b'', 101, 101.5, -1, 1.5, 2+3j, True, None, 7, 2.5, {1}, range(3), range(1)]:
    print(repr(v)[:20] if not isinstance(v, Q) else 'Q', m(v))
try:
    match 1:
        case P(1,2,3): pass
    match P(1):
        case P(1,2,3): pass
except TypeError as e: print(e)
try:
    match 3:
        case int(1, 2): pass
except TypeError as e: print(e)
try:
    match Q(1):
        case Q(b=1): print('no')
        case Q(1, a=1): pass
except TypeError as e: print(e)
import sys
match 5:
    case sys.maxsize: print('max')
    case n: print('cap', n)
match {'a':1}:
    case {}: print('any mapping')
match = 3; case = 4; _ = 5; type = 6
print(match, case, _)
match (match):
    case 3: print('soft')
match[0:1] if 0 else None
match 1, 2:
    case 1, *x: print(x)
