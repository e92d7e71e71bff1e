from dataclasses import dataclass
from enum import Enum
class C(Enum): R = 1; G = 2
@dataclass
class P:
    x: int; y: int
class Q:
    __match_args__ = ("a",)
    def __init__(s, a): s.a = a
def m(v):
    match v:
        case None: return "none"
        case True | False: return "bool"
        case C.R: return "red"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "num"
        case "": return "empty"
        case str(s) if s.startswith("a"): return "a-" + s
        case "x" | "y" as k: return k * 2
        case []: return "[]"
        case [x]: return ("one", x)
        case [1, *rest]: return ("1..", rest)
        case [_, _, *_] if len(v) > 4: return "long"
        case (a, (b, c)): return a, b, c
        case {"type": "t", "v": val, **rest}: return val, rest
        case {"k": [x, *_]}: return x
        case {}: return "dict"
        case P(0, y=y0): return ("P0", y0)
        case P(x=1 | 2 as q): return ("P12", q)
        case P(): return "P"
        case Q("z"): return "Qz"
        case Q(a): return a
        case -1j: return "cplx"
        case b"x": return "bytes"
        case _: return "other"
for v in (None, True, C.R, C.G, 500, 5, 2.5, "", "abc", "x", "q", [], [7], [1, 2, 3], [2, 3, 4, 5, 6], (1, (2, 3)), {"type": "t", "v": 1, "w": 2}, {"k": "hello"}, {"k": [9, 8]}, {1: 2}, P(0, 5), P(2, 3), P(9, 9), Q("z"), Q("w"), -1j, b"x", {1}, bytearray(b"x"), range(2), (x for x in [])):
    try: print(m(v))
    except Exception as e: print(type(e).__name__, e)
def g(v):
    match v:
        case [int(), str()] as pair, *others: return pair, others
        case {"a": {"b": b}}: return b
        case str() | bytes(): return "text"
        case list([a]) : return a
print(g(([1, "a"], 2)), g({"a": {"b": 3}}), g("s"), g([[5]]), g([5]))
match 1, 2:
    case x, y if x > y: print("gt")
    case x, y: print("le", x, y)
match = {"match": 1}; case = 2; _ = 3; print(match["match"], case, _)
def h(v):
    match v:
        case Q(1, 2): return 1
try: h(Q(1))
except TypeError as e: print(e)
class W: __match_args__ = ["a"]
class W2: __match_args__ = (1,)
def h2(v):
    match v:
        case W(1): return 1
        case W2(1): return 2
for w in (W(), W2()):
    try: h2(w)
    except TypeError as e: print(e)
def h3(v):
    match v:
        case int(1, 2): pass
try: h3(1)
except TypeError as e: print(e)
def h4(v):
    match v:
        case P(1, x=1): pass
try: h4(P(1, 2))
except TypeError as e: print(e)
match [1, 2, 3]:
    case [a, b]: print("no")
try: print(a)
except NameError as e: print(e)
match {"a": 1}:
    case {"a": 1, "b": _}: print("no")
    case {"a": x, **kw}: print(x, kw)
