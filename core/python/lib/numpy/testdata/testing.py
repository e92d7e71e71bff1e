import numpy as np
from numpy.testing import assert_allclose, assert_array_equal
import numpy.random as npr
from numpy import array, float32, linalg as la
from numpy.linalg import norm
assert_allclose([1., 2.], [1., 2.]); assert_array_equal([1, 2], np.array([1, 2])); np.testing.assert_equal({'a': [1, 2]}, {'a': [1, 2]}); np.testing.assert_almost_equal(1.0, 1.00000001); np.testing.assert_array_almost_equal([1.0], [1.0000001]); np.testing.assert_array_less([1], [2])
for f in (lambda: assert_allclose([1., 2.], [1., 2.1]), lambda: assert_array_equal([1, 2, 3], [1, 2, 4]), lambda: np.testing.assert_equal(1, 2), lambda: assert_array_equal([1, 2], [1, 2, 3]), lambda: assert_allclose(1.0, 2.0, rtol=0.1, atol=0.2)):
    try:
        f()
        print('no error')
    except AssertionError as e:
        print(str(e).split('\n')[1], '|', str(e).split('\n')[2])
print(norm([3, 4]), la.det(np.eye(2)), array([1], float32), np.__version__.split('.')[0])
import json, math, copy
print(json.dumps(np.float64(0.5)), json.dumps(np.array([1, 2]).tolist()), math.sqrt(np.float32(4)), math.floor(np.float64(2.5)), math.isnan(np.nan), copy.deepcopy(np.array([1, 2])), copy.copy(np.arange(2)))
try:
    json.dumps(np.int64(1))
except TypeError as e:
    print(e)
try:
    json.dumps(np.array([1]))
except TypeError as e:
    print(e)
try:
    {np.array([1]): 2}
except TypeError as e:
    print(e)
class Thing:
    def __init__(self, v):
        self.v = v
    def __array__(self, dtype=None, copy=None):
        return np.array(self.v, dtype=dtype)
    def __len__(self):
        return len(self.v)
print(np.array(Thing([1, 2])), np.asarray(Thing([1, 2])) + 1, np.sum(Thing([1, 2, 3])), np.array([1, 2]) + Thing([3, 4]))
class Late:
    __array_priority__ = 1000
    def __radd__(self, o):
        return 'radd'
    def __rmul__(self, o):
        return 'rmul'
print(np.array([1]) + Late(), np.float64(2) * Late())
class Mine(np.ndarray):
    def double(self):
        return self * 2
m = np.arange(3).view(Mine); print(m.double(), type(m).__name__, isinstance(m, np.ndarray))
def one_hot(y, n):
    r = np.zeros((len(y), n)); r[np.arange(len(y)), y] = 1; return r
print(one_hot(np.array([0, 2, 1]), 3), np.eye(3)[[2, 0]])
def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True)); return e / e.sum(axis=-1, keepdims=True)
print(softmax(np.array([[1., 2., 3.], [1., 1., 1.]])), softmax(np.float32([0, 1])))
def positional(length, depth):
    depth = depth / 2
    p = np.arange(length)[:, np.newaxis]; d = np.arange(depth)[np.newaxis, :] / depth
    a = p * (1 / (10000 ** d)); return np.concatenate([np.sin(a), np.cos(a)], axis=-1)
print(positional(4, 6))
x = np.linspace(0, 1, 5); y = 3 * x + 1; print(np.c_[x, y], np.stack([x, y], 1).shape, y[x > 0.4], (y - y.mean()) / y.std(), np.round(y / 3, 3))
img = np.arange(16, dtype=np.uint8).reshape(4, 4); print(img[1:3, 1:3], img.astype('float32') / 255, img[::2, ::2].mean(), np.pad(img, 1)[0], (img > 7).sum(), img.max() - img.min(), img.reshape(2, 2, 2, 2).max(axis=(1, 3)))
print(any(x > 0.5 for x in np.array([0.1, 0.6])), all(np.array([1, 1])), list(map(float, np.array([1, 2]))), sorted(np.array([3, 1, 2])), max(np.array([1., 3.])), [*np.arange(3)], tuple(np.arange(2)), set(np.array([1, 1, 2]).tolist()), enumerate(np.arange(2)).__next__(), np.arange(3) in [1] if False else '', list(zip(np.arange(2), 'ab')), list(reversed(np.arange(3))))
s = 0
for i in np.arange(5):
    s += i
print(s, type(s), [1, 2] + [int(v) for v in np.arange(2)], np.arange(3).tolist() + [9], [0] * np.int64(2), 'ab' * np.int64(2), np.array([1, 2]) * 2 == [2, 4])
a, b = np.array([1, 2]); c, *d = np.arange(4); print(a, b, c, d); print(*np.arange(3)); print(np.arange(3), sep=''); del a
print(np.array([3, 4]).__len__(), np.array([1, 2]).__getitem__(0), np.ndarray.sum(np.array([1, 2])), getattr(np, 'zeros')(2), hasattr(np, 'nothing'), hasattr(np.array([1]), 'shape'), np.float32.__module__, callable(np.sum), np.array([1]).dtype.type(3.7), np.array([1.5]).dtype.type(3))
