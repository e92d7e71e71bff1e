# program vectors
import math, numbers, operator
from functools import singledispatchmethod, total_ordering
@total_ordering
class Vec:
    __slots__ = ('_xs',)
    __match_args__ = ('x', 'y')
    def __init__(self, *xs): object.__setattr__(self, '_xs', tuple(map(float, xs)))
    def __setattr__(self, n, v): raise AttributeError(f'{type(self).__name__} is immutable: {n}')
    def __repr__(self): return f'{type(self).__name__}{self._xs}'
    def __iter__(self): return iter(self._xs)
    def __len__(self): return len(self._xs)
    def __getitem__(self, i): return type(self)(*self._xs[i]) if isinstance(i, slice) else self._xs[operator.index(i)]
    def __getattr__(self, n):
        if len(n) == 1 and n in 'xyz': return self._xs['xyz'.index(n)]
        raise AttributeError(f'{type(self).__name__!r} has no {n!r}', name=n, obj=self)
    def __eq__(self, o): return isinstance(o, Vec) and self._xs == o._xs
    def __lt__(self, o): return abs(self) < abs(o) if isinstance(o, Vec) else NotImplemented
    def __hash__(self): return hash(self._xs)
    def __abs__(self): return math.hypot(*self)
    def __bool__(self): return any(self)
    def __add__(self, o):
        if not isinstance(o, Vec): return NotImplemented
        if len(self) != len(o): raise ValueError(f'{len(self)} against {len(o)} dimensions')
        return Vec(*(a + b for a, b in zip(self, o, strict=True)))
    def __mul__(self, k): return Vec(*(a * k for a in self)) if isinstance(k, numbers.Real) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self, o))
    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __format__(self, spec):
        polar = spec.endswith('p'); inner = spec.removesuffix('p')
        parts = (abs(self), math.atan2(self.y, self.x)) if polar else self
        return ('<{}>' if polar else '({})').format(', '.join(format(p, inner) for p in parts))
    @classmethod
    def unit(cls, n, dim=3): return cls(*(1 if i == n else 0 for i in range(dim)))
    @singledispatchmethod
    @classmethod
    def of(cls, v): raise TypeError(f'cannot make a {cls.__name__} of {type(v).__name__}')
    @of.register(str)
    @classmethod
    def _(cls, v): return cls(*v.split(','))
    @of.register(list)
    @of.register(tuple)
    @classmethod
    def _(cls, v): return cls(*v)
v, w = Vec(3, 4), Vec(1, 2)
print(v, abs(v), v + w, v - w, v * 2, 2 * v, v @ w, -v, v == Vec(3, 4), v != w, v > w, sorted([v, w]), max(v, w), v[0], v[-1:], v.x, v.y, len(v), bool(Vec(0, 0)), hash(v) == hash(Vec(3, 4)), {v: 1}[Vec(3.0, 4.0)], [*v], f'{v}', f'{v:.1f}', f'{Vec(1, 1):.3fp}', Vec.unit(1), Vec.of('1,2.5'), Vec.of([7]), sum([v, w], Vec(0, 0)), math.dist(v, w), 3.0 in v, list(reversed(v)), divmod(7, 2))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: v.z); t(lambda: v.foo); t(lambda: setattr(v, 'x', 1)); t(lambda: v + 1); t(lambda: 1 + v); t(lambda: v * 'a'); t(lambda: v * 1j); t(lambda: v + Vec(1)); t(lambda: Vec('a')); t(lambda: v['a']); t(lambda: v[9]); t(lambda: v < 1); t(lambda: Vec.of(5)); t(lambda: v.__dict__); t(lambda: sum([v])); t(lambda: v ** 2)
match v:
    case Vec(x=0): print('zero x')
    case Vec(3, y): print('three and', y)
