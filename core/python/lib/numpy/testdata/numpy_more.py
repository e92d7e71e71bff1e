import numpy as np
a = np.arange(12).reshape(3, 4)
print(a, a.T.shape, a[1:, ::2], a[a % 2 == 0], a[[0, 2], [1, 3]], a[..., -1], a[:, None].shape, a.sum(0), a.mean(axis=1), a.max(), a.argmax(1), a.cumsum()[:5], a.std())
print(np.where(a > 5, a, -1), np.clip(a, 2, 6), np.concatenate([a, a[:1]]).shape, np.stack([a, a]).shape, np.split(a, 2, axis=1)[0], np.vstack([a[0], a[1]]), np.tile([1, 2], 2), np.repeat([1, 2], 2))
print(a @ a.T, np.dot(a[0], a[1]), np.outer([1, 2], [3, 4]), np.linalg.norm([3, 4]), np.eye(2), np.diag([1, 2]), np.linspace(0, 1, 5), np.full((2, 2), 7.5), np.einsum("ij,kj->ik", a, a)[0])
print(a.dtype, (a / 2).dtype, (a > 1).dtype, a.astype("float32").dtype, np.float32(1) + 1, np.int8(100).dtype, np.array([1, 2.5]).dtype, np.array(["a", "bc"]).dtype, np.result_type("int8", "float16"))
print(np.sort([3, 1, 2]), np.argsort([3, 1, 2]), np.unique([1, 2, 1], return_counts=True), np.isnan([1, np.nan]), np.allclose([1], [1 + 1e-9]), np.array_equal(a, a), np.any(a > 10), np.all(a), np.nonzero(a[0]))
print(repr(np.array([1.5, 2, 1e10])), repr(np.array([], dtype="int32")), repr(np.array([[1, 2], [3, 4]], dtype="uint8")), str(np.float64(0.1)), repr(np.float32(0.1)), np.array(5), repr(np.array([True, False])))
for bad in (lambda: a + np.ones(3), lambda: a.reshape(5), lambda: a[5], lambda: np.concatenate([a, a[0]]), lambda: a @ a, lambda: bool(a)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
