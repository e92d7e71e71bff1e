# program matrices
from fractions import Fraction
from itertools import product
class Matrix(list):
    def __init__(self, rows): super().__init__([list(r) for r in rows]); w = {len(r) for r in self}; assert len(w) <= 1, f'ragged: {sorted(w)}'
    shape = property(lambda s: (len(s), len(s[0]) if s else 0))
    @classmethod
    def eye(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    T = property(lambda s: Matrix(zip(*s)))
    def __matmul__(a, b):
        if a.shape[1] != b.shape[0]: raise ValueError('shapes %s and %s do not fit' % (a.shape, b.shape))
        return Matrix([[sum(x * y for x, y in zip(r, c)) for c in b.T] for r in a])
    def __imatmul__(a, b): a[:] = a @ b; return a
    def __pow__(a, n, mod=None):
        if n < 0: return a.inv() ** -n
        out, base = Matrix.eye(len(a)), a
        while n: out = out @ base if n & 1 else out; base = base @ base; n >>= 1
        return out if mod is None else Matrix([[x % mod for x in r] for r in out])
    def __getitem__(s, k):
        if isinstance(k, tuple): i, j = k; r = list.__getitem__(s, i); return [x[j] for x in r] if isinstance(i, slice) else r[j]
        return super().__getitem__(k)
    def __setitem__(s, k, v):
        if isinstance(k, tuple): list.__getitem__(s, k[0])[k[1]] = v
        else: super().__setitem__(k, v)
    def det(s): return s[0, 0] if len(s) == 1 else sum((-1) ** j * s[0, j] * Matrix([r[:j] + r[j + 1:] for r in s[1:]]).det() for j in range(len(s)))
    def inv(s):
        n = len(s); m = [[Fraction(x) for x in r] + e for r, e in zip(s, Matrix.eye(n))]
        for i in range(n):
            p = next((r for r in range(i, n) if m[r][i]), None)
            if p is None: raise ZeroDivisionError('singular matrix')
            m[i], m[p] = m[p], m[i]; m[i] = [x / m[i][i] for x in m[i]]
            for r in range(n):
                if r != i: m[r] = [a - m[r][i] * b for a, b in zip(m[r], m[i])]
        return Matrix([r[n:] for r in m])
    def __str__(s):
        cells = [[str(x) for x in r] for r in s]; w = max(len(c) for r in cells for c in r)
        return '\n'.join('[' + ' '.join(f'{c:>{w}}' for c in r) + ']' for r in cells)
m = Matrix([[2, 1], [7, 4]]); print(m, m.shape, m.T, m @ m, m ** 5, m.det(), m.inv(), m.inv() @ m == Matrix.eye(2), m ** -2, pow(m, 10, 1000), m[0, 1], m[:, 1], m[1], repr(m), type(m.T), sep='\n')
m[0, 0] = 9; m @= Matrix.eye(2); print(m, Matrix([[1, 1], [1, 0]]) ** 30, Matrix([[3, 0, 2], [2, 0, -2], [0, 1, 1]]).det(), [*product(range(2), repeat=2)], sum(map(sum, m)), m + [[1, 2]], m * 1 == m, [r for r in m if 4 in r], sep='\n')
for f in [lambda: m @ Matrix([[1]]), lambda: Matrix([[1, 2], [3]]), lambda: Matrix([[1, 2], [2, 4]]).inv(), lambda: m[5, 0], lambda: m['a'], lambda: m @ 5, lambda: Matrix(5), lambda: m ** 1.5]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
