# operator abc heapq bisect
import operator as op, abc, heapq, bisect
print(op.itemgetter(1)([1, 2]), op.itemgetter(0, 2)('abc'), op.attrgetter('real', 'imag')(1j), op.attrgetter('__class__.__name__')(1), op.methodcaller('split', ',')('a,b'), op.methodcaller('format', x=1)('{x}'), repr(op.itemgetter(1, 'a')), repr(op.attrgetter('a.b')), repr(op.methodcaller('f', 1, k=2)), op.concat('a', 'b'), op.countOf([1, 1], 1), op.indexOf('abc', 'b'), op.contains([1], 1), op.index(5), op.length_hint([1, 2]), op.length_hint(iter([1])), op.length_hint(5, 7) if 0 else '', op.matmul, op.truth([]), op.is_(None, None), op.not_(1), op.inv(5), op.setitem(d := {}, 'a', 1), d, op.delitem(d, 'a'), d, op.iadd([1], [2]), op.call(len, 'ab'), op.xor(5, 3), op.floordiv(7, 2), op.__add__(1, 2), op.pow(2, 3), op.sub(5, 3), op.mod(7, 3))
for f in [lambda: op.itemgetter(), lambda: op.itemgetter(5)([1]), lambda: op.attrgetter(5), lambda: op.attrgetter('x')(1), lambda: op.methodcaller(), lambda: op.methodcaller('x')(1), lambda: op.indexOf([1], 2), lambda: op.index('a'), lambda: op.add(1, 'a'), lambda: op.length_hint(1, 'a'), lambda: op.itemgetter('a')({}), lambda: op.methodcaller(5)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A(abc.ABC):
    @abc.abstractmethod
    def m(self): return 'base'
    @property
    @abc.abstractmethod
    def p(self): ...
    @classmethod
    @abc.abstractmethod
    def c(cls): ...
    @staticmethod
    @abc.abstractmethod
    def s(): ...
    def concrete(self): return 'c'
    @classmethod
    def __subclasshook__(cls, C): return True if hasattr(C, 'quack') else NotImplemented
class Duck: 
    def quack(self): pass
class B(A):
    def m(self): return super().m() + '!'
    p = 1; c = 2; s = 3
print(B().m(), issubclass(Duck, A), isinstance(Duck(), A), isinstance(1, A), sorted(A.__abstractmethods__), B.__abstractmethods__, A.m.__isabstractmethod__)
for f in [lambda: A(), lambda: type('X', (A,), {'m': 1})()]:
    try: f()
    except TypeError as e: print(e)
@A.register
class V: pass
print(isinstance(V(), A), issubclass(V, A), V.__mro__, A.register(int) is int, isinstance(5, A))
try: A.register(5)
except TypeError as e: print(e)
try: B.register(A)
except RuntimeError as e: print(e)
class M(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def f(self): pass
M.f2 = 1; abc.update_abstractmethods(M); print(M.__abstractmethods__, abc.get_cache_token() is not None)
h = [5, 1, 4]; heapq.heapify(h); heapq.heappush(h, 0); print(h, heapq.heappop(h), heapq.heappushpop(h, 9), heapq.heapreplace(h, 7), h, heapq.nlargest(2, [3, 1, 2]), heapq.nsmallest(2, 'bca'), list(heapq.merge([1, 4], [2, 3])), list(heapq.merge([4, 1], [3, 2], reverse=True)), heapq.nlargest(2, [(1, 'a'), (0, 'b')], key=lambda t: -t[0]), heapq.nsmallest(0, [1]), list(heapq.merge(['aa', 'b'], ['c'], key=len)) if 0 else '')
for f in [lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify(5), lambda: heapq.heappush([1], 'a'), lambda: heapq.heapreplace([], 1)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
l = [1, 2, 2, 3]; print(bisect.bisect(l, 2), bisect.bisect_left(l, 2), bisect.bisect_right(l, 0), bisect.insort(l, 2.5), l, bisect.bisect_left([('a', 1), ('b', 2)], 'b', key=lambda t: t[0]), bisect.bisect(l, 2, 1, 3), bisect.insort_left(l, 1), l)
for f in [lambda: bisect.bisect([1], 'a'), lambda: bisect.bisect([1], 1, -1), lambda: bisect.bisect(5, 1), lambda: bisect.insort((1,), 2)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
