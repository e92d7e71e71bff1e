from pprint import pprint, pformat, PrettyPrinter, pp, saferepr, isreadable, isrecursive
import pprint as P, io, collections, types, dataclasses
pprint([1, 2, 3]); pprint({"b": 1, "a": 2}); pprint({"b": 1, "a": 2}, sort_dicts=False); pp({"b": 1, "a": 2})
cfg = {"name": "dense", "trainable": True, "dtype": {"module": "keras", "class_name": "DTypePolicy", "config": {"name": "float32"}, "registered_name": None}, "units": 64, "activation": "relu", "kernel_initializer": {"module": "keras.initializers", "class_name": "GlorotUniform", "config": {"seed": None}, "registered_name": None}, "bias": None}
pprint(cfg); pprint(cfg, width=40); pprint(cfg, indent=4); pprint(cfg, depth=1); pprint(cfg, depth=2, width=60); pprint(cfg, compact=True); pprint(cfg, sort_dicts=False, width=120); pprint(cfg, width=1)
pprint(list(range(50))); pprint(list(range(50)), compact=True); pprint(list(range(50)), compact=True, width=30, indent=3)
pprint([list(range(20)), list(range(20, 40))], compact=True, width=50); pprint([["a" * 30] * 3] * 2)
pprint(tuple(range(40)), width=20, compact=True); pprint(("x" * 50, "y" * 50)); pprint(("x" * 90,)); pprint((1,)); pprint(()); pprint([]); pprint({}); pprint(set()); pprint({3, 1, 2})
pprint(set(range(40))); pprint(frozenset(range(40)), width=30); pprint({"abc" * 10, "def" * 10, "ghi" * 10})
text = "The quick brown fox jumps over the lazy dog. " * 5
pprint(text); pprint([text]); pprint({"t": text}); pprint("line one\nline two\n" * 5); pprint("short"); pprint("x" * 100); pprint({"k": "a b " * 30, "l": ["q w " * 30]}, width=50); pprint("a\tb " * 40)
pprint(b"bytes " * 30); pprint([b"bytes " * 30]); pprint(bytearray(b"bytes " * 30)); pprint(b"abc")
pprint(collections.OrderedDict([("z" * 20, 1), ("y" * 20, 2), ("x" * 20, 3), ("w" * 20, 4)])); pprint(collections.OrderedDict())
pprint(collections.defaultdict(list, {"a" * 30: [1] * 20, "b" * 30: [2]})); pprint(collections.defaultdict(int))
pprint(collections.Counter("aaaaabbbbccd" * 3)); pprint(collections.Counter({"a" * 30: 5, "b" * 30: 7, "c" * 30: 1}))
pprint(collections.deque(range(60))); pprint(collections.deque(["a" * 40, "b" * 40], maxlen=5)); pprint(collections.ChainMap({"a" * 40: 1}, {"b" * 40: 2}))
NT = collections.namedtuple("NT", "aaaa bbbb"); pprint(NT("x" * 50, "y" * 50)); pprint([NT(1, 2)] * 5)
pprint(types.SimpleNamespace(alpha="a" * 40, beta="b" * 40, gamma=[1] * 30)); pprint(types.MappingProxyType({"a" * 40: 1, "b" * 40: 2}))
@dataclasses.dataclass
class D:
    name: str
    values: list
    inner: object = None
    hidden: int = dataclasses.field(default=1, repr=False)
pprint(D("n" * 40, list(range(30)))); pprint(D("a", [1])); pprint([D("x" * 60, [1, 2, 3], D("y" * 60, []))])
l = [1, 2]; l.append(l); print(isrecursive(l), isreadable(l), isrecursive([1]), isreadable([1]), isreadable([object()]), saferepr({"b": 1, "a": [2]}))
d = {"a": 1}; d["self"] = d; print(pformat(d).replace(str(id(d)), "ID")); print(pformat([l] * 1, width=5).replace(str(id(l)), "ID"))
pprint({1: "int", "a": "str", None: 0, (1, 2): "t", 2.5: "f"}); pprint([None, True, 1.5, 2j, ..., int, len]); pprint(1234567, underscore_numbers=True); pprint([10**9, True], underscore_numbers=True)
s = io.StringIO(); pprint([1, 2], stream=s); print(repr(s.getvalue()), repr(pformat([1])))
printer = PrettyPrinter(indent=2, width=30, compact=True); printer.pprint({"a": list(range(20)), "b": {"c": "d" * 30}}); print(printer.pformat([1] * 20), printer.isreadable(1), printer.isrecursive(l))
class Mine(PrettyPrinter):
    def format(self, o, context, maxlevels, level):
        if isinstance(o, float): return "%.2f" % o, True, False
        return super().format(o, context, maxlevels, level)
Mine().pprint([1.23456, {"x": 2.5}, 3])
for f in [lambda: pprint(1, indent=-1), lambda: pprint(1, depth=0), lambda: pprint(1, width=0), lambda: pprint()]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
class L(list): pass
class R(list):
    def __repr__(self): return "R" * 100
pprint(L(range(40))); pprint(R([1])); pprint([R([1]), 2]); pprint([[[[[[1] * 30]]]]]); pprint({"a": {"b": {"c": {"d": {"e": "f" * 70}}}}}); pprint({"a": {"b": {"c": 1}}}, depth=2); pprint([[[1]]], depth=2); pprint([(1,)], depth=1)
pprint({"x": (1, 2, 3), "y": [{"a": 1, "b": 2}] * 5}, width=40); pprint([{"class_name": "Dense", "config": {"units": i, "activation": "relu"}} for i in range(4)])
pprint("é" * 90 + " ü " * 20); pprint({"é" * 20: ["ß" * 30, "ö" * 30]})
