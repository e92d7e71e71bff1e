import json
o = {"a": [1, 2.5, None, True], "é": "\u20ac\n\"", 3: (1,), None: {}, 1.5: [], False: float("inf")}
print(json.dumps(o), json.dumps(o, ensure_ascii=False, indent=2), json.dumps([1, {"b": 1, "a": 2}], sort_keys=True, separators=(",", ":")), json.dumps([[], {}, [1]], indent="--"))
print(json.loads(' {"x": [1, -2.5e3, "\\u00e9\\ud83d\\ude00", null, true], "y": {}} '), json.loads("[1, NaN]")[0], json.loads("1.10", parse_float=str), json.loads('{"a":1,"a":2}', object_pairs_hook=list), json.loads('{"a":{"b":1}}', object_hook=lambda d: sorted(d)))
class E(json.JSONEncoder):
    def default(self, x): return sorted(x) if isinstance(x, set) else super().default(x)
print(json.dumps({"s": {3, 1}}, cls=E), json.dumps(1j, default=str), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True))
for bad in ("", "{", "[1,]", '{"a" 1}', "nul", '"\\x"', "[1] 2", '"a\nb"', "01", '{"a":1,}', "-"):
    try: json.loads(bad)
    except json.JSONDecodeError as e: print(repr(bad), e, e.pos, e.lineno, e.colno)
for bad in (lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float("nan"), allow_nan=False), lambda: json.loads(5)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
