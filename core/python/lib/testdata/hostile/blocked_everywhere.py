# A class that blocks every special method with None, and a partial with a keyword that is no text.
import functools, inspect, operator, json
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def refused(f):
    try: inspect.signature(f)
    except Exception as e: return e
p = functools.partial(print, a=1); p.keywords[3] = 4
t(lambda: repr(p)); t(lambda: type(refused(p))); t(lambda: p(1))
class N: pass
for n in '__index__ __len__ __bool__ __iter__ __next__ __str__ __repr__ __format__ __bytes__ __complex__ __float__ __int__ __dir__ __length_hint__ __enter__ __exit__ __getitem__ __setitem__ __delitem__ __missing__ __instancecheck__ __subclasscheck__ __set_name__ __call__ __round__ __trunc__ __floor__ __ceil__ __reversed__ __copy__ __deepcopy__ __reduce_ex__ __fspath__ __get__ __sizeof__'.split(): setattr(N, n, None)
n = N()
import math, copy, os, sys
for f in (lambda: range(n), lambda: len(n), lambda: bool(n), lambda: iter(n), lambda: next(n), lambda: str(n), lambda: repr(n), lambda: format(n), lambda: f'{n}', lambda: bytes(n), lambda: complex(n), lambda: float(n), lambda: int(n), lambda: dir(n), lambda: operator.length_hint(n), lambda: n[0], lambda: n.__setitem__(1, 2), lambda: isinstance(1, n), lambda: issubclass(int, n), lambda: round(n), lambda: math.trunc(n), lambda: math.floor(n), lambda: math.ceil(n), lambda: list(reversed(n)), lambda: copy.copy(n), lambda: copy.deepcopy(n), lambda: os.fspath(n), lambda: '%s' % n, lambda: print(n), lambda: sum([n]), lambda: max([n, n]), lambda: sorted(n), lambda: json.dumps(n), lambda: [1,2][n:], lambda: 'a' * n, lambda: math.sqrt(n), lambda: open(n), lambda: str.format('{}', n), lambda: type('X', (), {'a': n}), lambda: print(type('Y', (), {'a': n}).a)): t(f)
