class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def f(v):
    match v:
        case 0: return "zero"
        case -1 | 1: return "unit"
        case 1.5: return "float"
        case "a" | "b" as s: return ("str", s)
        case None: return "none"
        case True: return "true"
        case b"x": return "bytes"
        case []: return "empty"
        case [x]: return ("one", x)
        case [1, *rest]: return ("one then", rest)
        case (x, y) if x == y: return ("same", x)
        case [x, [y, z]]: return ("nested", x, y, z)
        case [*_, "last"]: return "ends in last"
        case {"type": "circle", "r": r}: return ("circle", r)
        case {"k": 1, **rest}: return ("mapping", rest)
        case {}: return "a mapping"
        case Point(0, 0): return "origin"
        case Point(x=0, y=yy): return ("on y", yy)
        case Point(x, y): return ("point", x, y)
        case int(n) if n > 100: return ("big", n)
        case int() | float(): return "number"
        case str(s): return ("text", s)
        case set(): return "set"
        case Exception(args=[a]): return ("exc", a)
        case _: return "other"
for v in [0, 1, -1, 1.5, "a", None, True, b"x", [], [5], [1, 2, 3], (4, 4), [1, [2, 3]], [9, [8, 7]], ["x", "y", "last"],
          {"type": "circle", "r": 3}, {"k": 1, "z": 2}, {"q": 1}, Point(0, 0), Point(0, 5), Point(1, 2), 101, 50, 2.5,
          "hello", {1}, ValueError("m"), range(2), object, "", (1,), 5j]:
    r = f(v)
    print(r)
def g(cmd):
    match cmd.split():
        case ["go", ("north" | "south") as d]: return d
        case ["get", obj, *more] if more: return obj, more
        case ["get", obj]: return obj
        case [only]: return [only]
    return None
print(g("go north"), g("get lamp"), g("get a b c"), g("quit"), g("go up down"))
class K:
    RED = 1
def h(c):
    match c:
        case K.RED: return "red"
        case x: return x
print(h(1), h(2))
try:
    match 1:
        case int(1, 2): pass
except TypeError as e:
    print(e)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(1): pass
except TypeError as e:
    print(e)
try:
    match 1:
        case K.RED(): pass
except TypeError as e:
    print(e)
match (1, 2, 3, 4):
    case (a, *b, c): print(a, b, c)
match {"a": {"b": [1, 2]}}:
    case {"a": {"b": [x, y]}}: print(x, y)
match 5:
    case 6: print("no")
print("done")
