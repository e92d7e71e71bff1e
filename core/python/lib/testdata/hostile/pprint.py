# pprint
from pprint import pprint, pformat, PrettyPrinter, saferepr, isreadable, isrecursive
import collections, dataclasses, types
d = {'name': 'x' * 30, 'values': list(range(30)), 'nested': {'a': {'b': {'c': [1, 2, {'d': (1, 2)}]}}}, 'b': None, 'set': {3, 1, 2}, 'fs': frozenset([2, 1])}
pprint(d); pprint(d, width=40); pprint(d, depth=2); pprint(d, compact=True, width=50); pprint(d, indent=4); pprint(d, sort_dicts=False)
print(pformat([1, 'a' * 100, 'word ' * 30]), pformat(list('abc')), pformat({1: 2}), pformat([]), pformat('short'), pformat((1,)), pformat(()), pformat({}), pformat(set()), pformat(10**30, underscore_numbers=True))
l = [1]; l.append(l); print(isrecursive(l), isreadable([1]), isreadable(object()), isreadable(l))
pprint(collections.OrderedDict([('a', 1), ('b', [1] * 40)])); pprint(collections.defaultdict(list, a=[1] * 40)); pprint(collections.Counter('aabbc' * 3)); pprint(collections.deque(range(40), maxlen=50)); pprint(collections.ChainMap({'a': 1}, {'b' * 80: 2})); pprint(types.SimpleNamespace(a=1, b='x' * 80)); pprint(types.MappingProxyType({'a': list(range(40))}))
@dataclasses.dataclass
class P:
    x: int; y: list = dataclasses.field(default_factory=lambda: list(range(30)))
pprint(P(1)); pprint([P(1, [])]); pprint(b'x' * 200); pprint(bytearray(b'abc' * 40)); pprint('line1\nline2\n' * 10); pprint(('a' * 50, 'b' * 50)); pprint({'k': ('a' * 50, 'b' * 50)}); pprint([[1, 2], [3, 4]] * 10, width=30); pprint({(1, 2): 'x', 'a': 1, 3: 4}); pprint({True: 1, None: 2, 'a': 3})
class R:
    def __repr__(self): return 'R\nmulti'
pprint([R(), R()]); pprint({R: 1} and {'a': R()})
pp = PrettyPrinter(indent=2, width=20, depth=3, compact=True); print(pp.pformat([[[[1]]], list(range(20))]))
for f in [lambda: PrettyPrinter(indent=-1), lambda: PrettyPrinter(depth=0), lambda: PrettyPrinter(width=0), lambda: pprint(1, foo=1)]:
    try: f()
    except Exception as e: print(type(e).__name__, e)
collections.UserDict({'a': 1}); pprint(collections.UserDict({'a': list(range(40))})); pprint(collections.UserList(range(40))); pprint(collections.UserString('x' * 100))
pprint([1, 2, 3], width=1); pprint({'a': [1, 2]}, width=1); pprint('a b c d', width=3); pprint({'key': 'a long string with words ' * 5}, width=40); pprint([{'a': 1, 'b': 2}, {'c': 3}], width=15)
