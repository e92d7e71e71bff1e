from dataclasses import dataclass
@dataclass
class Leaf: v: int
@dataclass
class Node: op: str; l: object; r: object
def ev(t):
    match t:
        case Leaf(v): return v
        case Node("+", l, r): return ev(l) + ev(r)
        case Node("*", Leaf(0), _) | Node("*", _, Leaf(0)): return 0
        case Node(op="*", l=l, r=r): return ev(l) * ev(r)
        case Node(op): raise ValueError(op)
print(ev(Node("+", Leaf(2), Node("*", Leaf(3), Leaf(4)))), ev(Node("*", None, Leaf(0))))
try: ev(Node("-", 1, 2))
except ValueError as e: print("bad", e)
def kind(x):
    match x:
        case None: return "none"
        case True | False: return "bool"
        case int(n) if n < 0: return f"neg {n}"
        case int() | float(): return "num"
        case "": return "empty"
        case str(s): return "str " + s
        case [] | (): return "nil"
        case [x]: return f"one {x}"
        case [first, *rest, last]: return f"{first}..{rest}..{last}"
        case {"type": "a", **kw}: return f"a {kw}"
        case {}: return "map"
        case bytes(): return "bytes"
        case _: return "?"
for x in [None, True, -3, 2.5, "", "hi", [], [1], [1, 2], (1, 2, 3), {"type": "a", "z": 1}, {"q": 1}, b"x", {1}, range(3)]: print(kind(x))
class P:
    __match_args__ = ("x", "y")
    def __init__(s, x, y): s.x, s.y = x, y
match P(1, [2, 3]):
    case P(1 as a, [b, c]): print(a, b, c)
try:
    match P(1, 2):
        case P(1, 2, 3): pass
except TypeError as e: print(e)
