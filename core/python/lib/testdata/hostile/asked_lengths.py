class A:
    def __init__(s, n): s.n = n
    def __iter__(s): print('iter'); return iter([1, 2])
    def __len__(s): print('len'); return s.n if not isinstance(s.n, Exception) else (_ for _ in ()).throw(s.n)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
for n in [2, -1, 10**30, 'x', ValueError('v'), TypeError('t')]:
    print('---', n)
    t(lambda: list(A(n))); t(lambda: [*A(n)]); t(lambda: tuple(A(n))); t(lambda: [1].extend(A(n))); t(lambda: set(A(n))); t(lambda: sorted(A(n))); t(lambda: sum(A(n))); t(lambda: (1, *A(n))); t(lambda: print(*A(n))); t(lambda: dict.fromkeys(A(n))); t(lambda: bytes(A(n))); t(lambda: ''.join(map(str, A(n)))); t(lambda: max(A(n))); t(lambda: list(zip(A(n)))); t(lambda: list(map(str, A(n)))); t(lambda: bytearray().extend(A(n))); t(lambda: list(reversed(list(A(n)))));
    a, b = A(n); x, *y = A(n)
class B:
    def __iter__(s): return s
    def __next__(s): raise StopIteration
    def __length_hint__(s): print('hint'); return 5
print(list(B()), tuple(B()), [*B()], (*B(),))
class C(B):
    def __length_hint__(s): return 'x'
t(lambda: list(C())); t(lambda: tuple(C()))
class D(B):
    def __length_hint__(s): return -1
t(lambda: list(D()))
class E(B):
    def __length_hint__(s): return NotImplemented
t(lambda: list(E()))
class F(B):
    def __length_hint__(s): raise TypeError('th')
t(lambda: list(F()))
class G(B):
    def __length_hint__(s): raise ValueError('vh')
t(lambda: list(G()))
f = [(lambda: 0) for _ in [1]][0]; print(f.__qualname__)
def h():
    return [lambda: 0 for _ in [1]][0], list((lambda: 0) for _ in [1])[0], {1: lambda: 0 for _ in [1]}[1], [[lambda: 0 for _ in [1]] for _ in [1]][0][0], [(x for x in ()) for _ in [1]][0]
print([getattr(x, '__qualname__') for x in h()])
