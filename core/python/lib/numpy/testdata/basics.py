import numpy as np
a = np.array([1, 2, 3])
print(a, repr(a), a.shape, a.dtype, a.ndim, a.size, a.itemsize, a.nbytes)
print(a + 1, a * 2.5, a / 2, a // 2, a % 2, a ** 2, -a, 2 ** a, 1 - a)
b = np.array([[1., 2.], [3., 4.]], dtype=np.float32)
print(b, repr(b), b.T, b @ b, b.sum(), b.mean(axis=0), b.std(), b.var(axis=1))
print(np.zeros((2, 3)), np.ones(3, dtype=int), np.full((2, 2), 7), np.empty((0, 3)), repr(np.empty((0, 3))))
print(np.arange(10), np.arange(2, 10, 3), np.arange(0, 1, 0.25), np.linspace(0, 1, 5))
print(np.eye(3), np.identity(2), np.zeros_like(b), np.full_like(a, 9))
print(a[0], repr(a[0]), a[-1], a[1:], a[::-1], b[0], b[0, 1], b[:, 0], b[..., 1], b[None].shape, b[:, np.newaxis].shape)
print(a > 1, a[a > 1], (a > 1).any(), (a > 1).all(), np.where(a > 1, a, 0))
c = a.copy(); c[0] = 100; print(a, c)
v = a[1:]; v[0] = 50; print(a)
print(a.tolist(), b.tolist(), a[0].item(), type(a[0].item()), type(a[0]), type(b[0, 0]))
print(np.float32(0.1), repr(np.float32(0.1)), np.float64(0.1), repr(np.float64(0.1)), np.int64(3), repr(np.int64(3)))
print(repr(np.bool_(True)), np.True_, repr(np.True_), repr(np.complex128(1+2j)), repr(np.str_('a')), np.str_('a'))
print(isinstance(np.float64(1), float), isinstance(np.float32(1), float), isinstance(np.int64(1), int), isinstance(np.str_('a'), str))
print(np.float64(1).dtype, np.float32(1) + 1, repr(np.float32(1) + 1.5), repr(np.int32(2) * 3), repr(np.int64(7) / 2), repr(np.float64(3) // 2))
print(np.dtype('float32'), repr(np.dtype('float32')), np.dtype(np.int8), np.dtype(float), np.dtype('int32').itemsize, np.dtype('f4') == np.float32)
print(b.dtype == np.float32, b.dtype == 'float32', b.dtype != np.float64, b.dtype.name, b.dtype.kind, b.dtype.type, b.dtype.char, b.dtype.str)
print(a.astype(float), a.astype('float32').dtype, b.astype(int), np.array([1.7, -1.7]).astype(np.int32))
print(a.reshape(3, 1), a.reshape(-1), np.arange(6).reshape(2, 3), np.arange(6).reshape((3, -1)), np.arange(24).reshape(2, 3, 4).transpose(2, 0, 1).shape)
print(np.concatenate([a, a]), np.stack([a, a]), np.vstack([a, a]), np.hstack([a, a]), np.expand_dims(a, 0), np.squeeze(np.ones((1, 3, 1))))
print(np.sum([1, 2, 3]), repr(np.sum([1, 2, 3])), np.mean([1, 2, 3]), np.max([1, 5, 2]), np.argmax([1, 5, 2]), np.prod([1, 2, 3, 4]), np.cumsum([1, 2, 3]))
print(np.pi, np.e, np.inf, np.nan, np.newaxis)
print(np.sqrt([1, 4, 9]), np.exp(0), np.log(np.e), np.sin(0.0), np.abs([-1, 2]), np.round(3.14159, 2), np.clip([1, 5, 10], 2, 6))
for row in b:
    print(row)
for x in a:
    print(x, type(x))
print(len(a), len(b), 2 in a, 7 in a)
print(a.max(), a.min(), a.argmax(), a.sum(), a.mean())
try:
    np.array([1, 2]) + np.array([1, 2, 3])
except ValueError as e:
    print(e)
try:
    if a: pass
except ValueError as e:
    print(e)
try:
    a[10]
except IndexError as e:
    print(e)
try:
    np.zeros(3).reshape(2, 2)
except ValueError as e:
    print(e)
try:
    np.array([[1, 2], [3]])
except ValueError as e:
    print(e)
try:
    np.dtype('foo')
except TypeError as e:
    print(e)
try:
    np.array([1, 2]) + 'a'
except TypeError as e:
    print(type(e).__name__, e)
try:
    np.uint8(300)
except OverflowError as e:
    print(e)
try:
    np.ones((2, 3)) @ np.ones((2, 3))
except ValueError as e:
    print(e)
try:
    np.sum(a, axis=1)
except Exception as e:
    print(type(e).__name__, e, isinstance(e, ValueError), isinstance(e, IndexError))
print(f"{b[0, 0]:.2f} {a[0]:5d} {np.float64(2.5):.3f} {a} {b!r}")
print("%.2f %d %s" % (b[0, 0], a[0], a))
print(sum(a), max(a), min(a), sorted([np.int64(3), 1, np.float32(2)]), round(np.float64(2.567), 2), round(np.float32(2.5)), abs(np.int64(-3)), int(np.float32(3.9)), float(np.int64(3)))
print({np.int64(1): 'a'}[1], hash(np.float64(2.5)) == hash(2.5), np.int64(3) == 3, 3 == np.int64(3), np.float32(0.5) < 1, [1, 2, 3][np.int64(1)], list(range(np.int64(3))))
print(a.__class__, a.__class__.__name__, np.ndarray, type(a) is np.ndarray, isinstance(a, np.ndarray))
