import json
from collections import OrderedDict

values = [None, True, False, 0, -5, 10**30, 1.0, 0.1, 1e100, -0.0, 1e-7, "", "text", 'q"\\/\b\f\n\r\t\x00\x7f', "é☃😀", [], {}, [1, [2, []], {}], {"a": 1, "b": [True, None], "c": {"d": {}}}, (1, 2), {1: "int", 2.5: "float", True: "bool", None: "none"}, OrderedDict([("z", 1), ("a", 2)]), float("inf"), float("-inf"), float("nan"), {"nested": [{"k": (1,)}]}]
for v in values:
    print(json.dumps(v), json.dumps(v, ensure_ascii=False), json.dumps(v, indent=2), json.dumps(v, separators=(",", ":")), json.dumps(v, indent="\t", separators=(",", " = ")), json.dumps(v, indent=0))
print(json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True), json.dumps({"b": 1, "a": 2}, sort_keys=True, indent=4), json.dumps({(1, 2): 3, "a": 1}, skipkeys=True), json.dumps([1, 2], indent=None, separators=None))


class Point:
    def __init__(self, x):
        self.x = x


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x}
        return super().default(o)


print(json.dumps([Point(1)], default=lambda o: o.x), json.dumps({"p": Point(2)}, cls=Encoder), Encoder(indent=1).encode([Point(3)]), "".join(json.JSONEncoder().iterencode([1, {"a": "b"}])), json.dumps({1, 2} if False else [1], default=list))


class Name(str):
    pass


class Number(int):
    def __repr__(self):
        return "N"


class Real(float):
    def __repr__(self):
        return "R"


print(json.dumps([Name("n"), Number(3), Real(1.5), {Name("k"): Number(1)}]))
loop = []
loop.append(loop)
for f in [lambda: json.dumps(Point(1)), lambda: json.dumps({1, 2}), lambda: json.dumps(loop), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.dumps({(1,): 1}), lambda: json.dumps(b"x"), lambda: json.dumps(1j), lambda: json.dumps({"a": object}), lambda: json.dumps([Point(1)], default=lambda o: o), lambda: json.dumps(1, wrong=2), lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
