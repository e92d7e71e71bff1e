# collections
from collections import *
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], sorted(c.elements()), c.total())
c.update('aa'); c.subtract({'b': 5}); print(c, +c, -c, c & Counter('ab'), c | Counter(z=1), c + Counter('b'), c - Counter('a'))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter({'x': 0}), Counter(), repr(Counter([3,1,3])))
try: Counter.fromkeys('ab')
except NotImplementedError as e: print(e)
try: Counter(1)
except TypeError as e: print(e)
try: Counter([], [])
except TypeError as e: print(e)
d = defaultdict(list); d['a'].append(1); print(d, d['b'], d.default_factory, d.get('q'), dict(d))
d2 = defaultdict(); 
try: d2['x']
except KeyError as e: print(repr(e))
try: defaultdict(1)
except TypeError as e: print(e)
print(defaultdict(int, a=1) | {'b': 2}, defaultdict(lambda: 5).__missing__ ('k'), defaultdict(None, {1: 2}))
P = namedtuple('P', 'x y', defaults=[5]); p = P(1); print(p, p._asdict(), p._replace(x=3), P._fields, P._field_defaults, P._make([7,8]), p == (1, 5), p.x, p[1], P.__doc__, P.x.__doc__)
for f in [lambda: P(), lambda: P(1,2,3), lambda: P(1, z=2), lambda: p._replace(q=1), lambda: P._make([1]), lambda: namedtuple('B', 'class'), lambda: namedtuple('B', 'a a'), lambda: namedtuple('B', '_a'), lambda: namedtuple('1B', 'a'), lambda: namedtuple('B', '1a'), lambda: setattr(p, 'x', 2), lambda: p.nope, lambda: namedtuple('B', 'a', defaults=[1,2]), lambda: setattr(p, 'n', 1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(namedtuple('R', 'a def a', rename=True)._fields, namedtuple('C', ['a', 'b'])(1, 2), namedtuple('D', 'a, b')(b=1, a=2))
class PP(P):
    __slots__ = ()
    def s(self): return self.x + self.y
print(PP(1, 2), PP(1,2).s())
q = deque([1,2,3], maxlen=3); q.append(4); print(q, q.maxlen); q.appendleft(0); print(q); q.rotate(1); print(q); q.extend([7,8]); q.extendleft([9]); print(q, q[0], q.index(7), q.count(7), q.pop(), q.popleft(), len(q))
print(deque('abc') + deque('d'), deque([1]) * 2, deque([1,2]) == deque([1,2]), deque([1]) < deque([2]), list(reversed(deque([1,2]))), 1 in deque([1]), deque())
for f in [lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(2), lambda: deque([1]).index(2), lambda: deque(maxlen=-1), lambda: deque(1), lambda: deque([1])[0:1], lambda: deque([1], 1).insert(0, 5), lambda: deque([1]) + [1], lambda: deque([], 'a')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
od = OrderedDict(a=1, b=2); od.move_to_end('a'); print(od, od.popitem(last=False), list(reversed(od)), od == {'a': 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(), od | {'c': 1})
try: od.move_to_end('z')
except KeyError as e: print(repr(e))
cm = ChainMap({'a': 1}, {'a': 2, 'b': 3}); print(cm, cm['a'], cm['b'], dict(cm), cm.new_child({'c': 1}), cm.parents, len(cm), list(cm), 'b' in cm, cm.get('z'), cm.maps); cm['b'] = 9; print(cm); del cm['b']
try: del cm['b']
except KeyError as e: print(e)
try: cm['nope']
except KeyError as e: print(repr(e))
class UD(UserDict):
    def __setitem__(s, k, v): super().__setitem__(k.lower(), v)
u = UD(A=1); u['B'] = 2; print(u, u.data, UserList([1,2]) + [3], UserString('ab').upper(), UserString('x') + 'y', type(UserList([1])[:]))
import collections.abc as abc
print(issubclass(list, abc.Sequence), isinstance({}, abc.Mapping), isinstance(5, abc.Hashable), isinstance([], abc.Hashable), isinstance((x for x in ()), abc.Generator), isinstance(len, abc.Callable), isinstance('a', abc.Iterable), isinstance(iter([]), abc.Iterator), isinstance({}.keys(), abc.KeysView), issubclass(set, abc.MutableSet), abc.Sized)
class Seq(abc.Sequence):
    def __len__(s): return 3
    def __getitem__(s, i):
        if i >= 3: raise IndexError
        return i * 10
s = Seq(); print(list(s), 10 in s, s.index(20), s.count(0), list(reversed(s)))
try: abc.Mapping()
except TypeError as e: print(e)
class MM(abc.MutableMapping):
    def __init__(s): s.d = {}
    def __getitem__(s, k): return s.d[k]
    def __setitem__(s, k, v): s.d[k] = v
    def __delitem__(s, k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m = MM(); m['a'] = 1; m.update(b=2); print(m.pop('a'), m.setdefault('c', 5), list(m.items()), m == {'b': 2, 'c': 5}, m.get('z'), 'b' in m, m.popitem()); m.clear(); print(len(m))
try: m.pop('q')
except KeyError as e: print(repr(e))
class MS(abc.MutableSet):
    def __init__(s, i=()): s.s = list(i)
    def __contains__(s, x): return x in s.s
    def __iter__(s): return iter(s.s)
    def __len__(s): return len(s.s)
    def add(s, x): s.s.append(x) if x not in s.s else None
    def discard(s, x): s.s.remove(x) if x in s.s else None
    def __repr__(s): return f'MS{s.s}'
print(MS([1,2]) & [2], MS([1]) | [3], MS([1,2]) - [1], MS([1,2]) ^ [2,3], MS([1]) <= MS([1,2]), MS([1]) == {1}, MS([1]).isdisjoint([2]))
m = MS([1]); m |= {5}; m.remove(1); print(m, m.pop())
