# OrderedDict, the bare methods of the abstract classes, islice with large steps, bisect's names, texts cut at hyphens.
from collections import OrderedDict, deque
import collections.abc as cabc, itertools, bisect, sys, textwrap
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, e.args)
a, b = OrderedDict(x=1, y=2), OrderedDict(y=2, x=1)
t(lambda: (a == b, a != b, a == dict(b), a != dict(b), a == dict(y=2, x=1), a != OrderedDict(a), a == 3, a != 3))
t(lambda: a.pop("z", default=6)); t(lambda: a.pop("z", None)); t(lambda: a.pop("z")); t(lambda: OrderedDict(q=1).pop(key="q")); t(lambda: a.setdefault("k", default=9)); t(lambda: a.setdefault("k2"))
t(lambda: (list(reversed(a.keys())), list(reversed(a.values())), list(reversed(a.items())), list(reversed(a))))
t(lambda: OrderedDict.fromkeys("abc", value=3)); t(lambda: OrderedDict.fromkeys("ab"))
class OD(OrderedDict): pass
t(lambda: (OD.fromkeys("ab", 1), type(OD.fromkeys("ab")).__name__, OD(a=1) != OD(a=1), OD(a=1) == OrderedDict(a=1)))
class H(cabc.Hashable):
    def __hash__(self): return super().__hash__()
class I(cabc.Iterator):
    def __iter__(self): return super().__iter__()
    def __next__(self): return super().__next__()
class S(cabc.MutableSequence):
    def __getitem__(self, i): return super().__getitem__(i)
    def __setitem__(self, i, v): super().__setitem__(i, v)
    def __delitem__(self, i): super().__delitem__(i)
    def __len__(self): return super().__len__()
    def insert(self, i, v): super().insert(i, v)
class M(cabc.MutableMapping):
    def __getitem__(self, i): return super().__getitem__(i)
    def __setitem__(self, i, v): super().__setitem__(i, v)
    def __delitem__(self, i): super().__delitem__(i)
    def __len__(self): return super().__len__()
    def __iter__(self): return super().__iter__()
class C(cabc.Set):
    def __contains__(self, x): return super().__contains__(x)
    def __iter__(self): return super().__iter__()
    def __len__(self): return super().__len__()
t(lambda: hash(H())); t(lambda: next(I())); t(lambda: list(S())); t(lambda: S()[0]); t(lambda: S().append(1)); t(lambda: M()[0]); t(lambda: M().get(1, "no"))
t(lambda: M().update(a=1)); t(lambda: M().pop(1)); t(lambda: dict(M())); t(lambda: 1 in C()); t(lambda: C() == set()); t(lambda: S().pop())
t(lambda: list(itertools.islice(itertools.count(), 1, 10, sys.maxsize))); t(lambda: list(itertools.islice(range(5), 0, None, sys.maxsize)))
c = itertools.count()
t(lambda: (list(itertools.islice(c, 1, 6, 4)), next(c), list(itertools.islice(c, 0, 5, 100)), next(c), list(itertools.islice(c, 3)), next(c), list(itertools.islice(c, 2, 2)), next(c)))
t(lambda: (bisect.bisect is bisect.bisect_right, bisect.insort is bisect.insort_right, bisect.bisect.__name__))
text = "We used enyzme 2-succinyl-6-hydroxy-2,4-cyclohexadiene-1-carboxylate synthase, a well-known e-mail-like x-y-zed one-2-three."
for w in (7, 20, 30, 40, 50): print(textwrap.wrap(text, w), textwrap.wrap(text, w, break_long_words=False), textwrap.wrap(text, w, break_on_hyphens=False))
