import numpy as np
for n in 'bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128'.split():
    d = np.dtype(n)
    print(d, repr(d), d.name, d.kind, d.char, d.str, d.itemsize, d.num, d.type, d == n, d == d.type, hash(d) == hash(np.dtype(n)))
    x = np.ones(2, d)
    print(repr(x), repr(x[0]), x[0], repr(x.sum()), repr(x + 1), repr(x * 2.0), repr(np.sqrt(x)), repr(-x) if n != 'bool' else '', x.mean())
print(np.dtype('<f4'), np.dtype('i8'), np.dtype('U5'), repr(np.dtype('U5')), np.dtype(str), np.dtype(object), repr(np.dtype(object)), np.dtype('O'), np.dtype(np.floating) if False else '')
print(np.array([1, 2.5]).dtype, np.array([1, True]).dtype, np.array([True, False]).dtype, np.array([1, 2j]).dtype, np.array(['a', 1]).dtype, np.array([1, None]).dtype, np.array([2**63]).dtype, np.array([2**64]).dtype)
print(np.array([1, 2], dtype='float32'), np.array([1.9, -1.9], dtype=int), np.array([0, 1, 2], dtype=bool), np.array(['1', '2']).astype(int), np.array([1, 2]).astype(str), np.array([1.5, 2]).astype(str), np.array([None, 1.5], dtype=float))
print(np.result_type(np.float32, 1.0), np.result_type(np.int8, np.uint8), np.promote_types('int32', 'float32'), np.can_cast('int32', 'float32'), np.can_cast(np.int8, np.int64), np.can_cast('f8', 'f4', 'same_kind'), np.min_scalar_type(255), np.min_scalar_type(-1))
print(np.issubdtype(np.float32, np.floating), np.issubdtype(np.int64, np.integer), np.issubdtype('int8', np.signedinteger), np.issubdtype(np.float64, float), np.issubdtype(np.bool_, np.integer), np.issubdtype(np.array([1.0]).dtype, np.number))
print(isinstance(np.float32(1), np.floating), isinstance(np.int8(1), np.integer), isinstance(np.float64(1), np.number), isinstance(np.bool_(1), np.generic), isinstance(np.int64(1), np.signedinteger), isinstance(np.uint8(1), np.unsignedinteger), np.float32.__name__, np.float64.__mro__[1:3], np.bool_ is np.bool, np.int_ is np.int64)
f = np.finfo(np.float32); print(f.eps, f.max, f.min, f.tiny, f.bits, repr(f.eps), f.dtype, np.finfo(float).eps, np.finfo('float16').max, f.resolution, f.precision)
i = np.iinfo(np.int8); print(i.min, i.max, i.bits, np.iinfo('int64').max, np.iinfo(np.uint64).max, repr(i))
print(repr(f))
print(np.float32(3.7) + np.float64(1), repr(np.float32(3) + np.int32(2)), repr(np.int8(100) + np.int8(27)), repr(np.uint8(200) + np.uint8(100)), repr(np.int64(5) // 2), repr(np.int64(5) % np.int32(3)), repr(np.float16(1) / 3), repr(2 ** np.int64(3)), repr(np.int64(2) ** -1.0), repr(7 - np.uint8(3)), repr(True + np.int8(1)))
print(repr(np.float64(0.1) + 0.2), repr(0.1 + np.float64(0.2)), repr(np.float64(1e20)), repr(np.float64(1e-5)), np.float64('nan'), np.float64('inf'), repr(np.float32('1.5')), repr(np.int64('12')), np.float32(16777217), np.float32(1e10), np.float16(70000))
print(repr(np.float64(2) ** 0.5), repr(divmod(np.int64(7), 2)), repr(-np.float32(2)), repr(abs(np.int8(-5))), repr(~np.uint8(1)), repr(np.int64(6) & 3), repr(np.int64(1) << 4), repr(+np.float16(1)), repr(np.complex64(1 + 2j) * 2), np.complex128(1j), repr(np.conj(np.complex64(1 + 2j))))
print(np.int64(3) < 4, np.float32(1) == 1, 1 == np.float32(1), np.int64(1) != 2, np.float64(1) >= np.int8(1), np.float64('nan') == np.float64('nan'), np.str_('a') == 'a', np.bool_(True) == True, np.True_ & False, np.True_ | np.False_, not np.False_, repr(~np.True_))
print(bool(np.float64(0)), bool(np.int64(1)), int(np.float64(2.9)), float(np.int8(3)), complex(np.float32(1)), round(np.float64(1.2345), 2), repr(round(np.float32(1.2345), 2)), round(np.float64(2.5)), np.float64(2.0).is_integer(), np.int64(5).bit_count() if hasattr(int, 'bit_count') else 2)
print(np.int64(5).item(), type(np.int64(5).item()), np.float32(0.1).item(), np.float32(1).astype(int), np.float64(3).tolist(), np.int64(3).shape, np.float32(2).dtype, np.int8(1).itemsize, np.float32(2).sum(), np.float64(3).max(), np.int64(7).reshape(1))
for f in (lambda: np.int8(200), lambda: np.array([300], dtype=np.uint8), lambda: np.array([1], np.uint8) + 300, lambda: np.array([-1], dtype=np.uint8), lambda: np.dtype('floaty'), lambda: np.array(['a'], dtype=float), lambda: np.array([True]) - np.array([True]), lambda: -np.array([True]), lambda: np.array([1, 2]) & 1.5, lambda: np.array([1, 2]) ** -1, lambda: np.zeros(-1), lambda: np.float32([1, 2]).foo, lambda: np.array([1, 2, 3]).reshape(2, -1), lambda: np.array([1.5]).astype('int').bar, lambda: np.foo, lambda: len(np.array(5)), lambda: np.array([[1, 2]]) @ np.array([1, 2, 3]), lambda: np.int64('x'), lambda: int(np.array([1, 2])), lambda: iter(np.array(3))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
a = np.array([1, 2, 3]); a += 1; print(a); a *= 2; print(a)
try:
    a += 0.5
except TypeError as e:
    print(type(e).__name__, e)
try:
    a /= 2
except TypeError as e:
    print(type(e).__name__, e)
b = a.astype(np.float32); b /= 3; print(b); b **= 2; print(b, b.dtype); b -= np.ones(3); print(b.dtype)
print(a.view(), a.astype(np.int32).view(np.float32), np.array([1.0]).view(np.int64), np.float32([1, 2]).tobytes(), np.frombuffer(b'\x00\x00\x80?', dtype=np.float32), np.array([1, 2], dtype='>i4').dtype if False else '')
print(a.astype(float, copy=False) is a, a.astype(a.dtype, copy=False) is not None, np.asarray(a) is a, np.array(a) is a, np.array(a, copy=False) is a, np.asarray(a, dtype=float).dtype)
