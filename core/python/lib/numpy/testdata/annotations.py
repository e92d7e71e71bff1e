import numpy as np
import numpy.typing as npt
from typing import Union, Optional, List
def f(a: np.ndarray, b: "np.ndarray | None" = None, c: npt.NDArray[np.float32] = None, d: Optional[np.ndarray] = None) -> Union[np.ndarray, float]:
    return a.sum()
print(f(np.ones(3)), np.ndarray | None is not None)
class Layer:
    def __init__(self, w: npt.ArrayLike):
        self.w = np.asarray(w, dtype=np.float32)
    def __call__(self, x):
        return np.maximum(x @ self.w, 0)
    def __repr__(self):
        return f'Layer({self.w.shape})'
l = Layer([[1, -1], [2, 0.5]]); print(l, l(np.array([[1., 2.], [-1., 0.]])), l(np.float32([[1, 1]])).dtype)
from dataclasses import dataclass
@dataclass
class Batch:
    x: np.ndarray
    y: int = 0
print(Batch(np.arange(2)), isinstance(Batch(np.zeros(1)).x, np.ndarray))
try:
    np.zeros((100000, 100000, 1000))
except MemoryError as e:
    print('MemoryError', isinstance(e, MemoryError))
try:
    np.zeros(3) + object()
except TypeError as e:
    print('TypeError', str(e)[:40])
try:
    np.array([1, 2])('x')
except TypeError as e:
    print(e)
try:
    np.arange(3).nothing
except AttributeError as e:
    print(e)
try:
    np.float32(1).nothing = 1
except AttributeError as e:
    print(e)
try:
    np.arange(3).stuff = 1
except AttributeError as e:
    print(e)
try:
    np.sum(1, 2, 3, 4, 5, 6, 7, 8)
except TypeError as e:
    print('TypeError')
try:
    np.zeros(2, dtype='nope')
except TypeError as e:
    print(e)
try:
    np.linspace(0, 1, num=2.5)
except TypeError as e:
    print(e)
try:
    np.concatenate(np.array(3), np.array(4))
except TypeError as e:
    print('TypeError')
try:
    np.array([1, 2, 3], dtype='int32')[3]
except IndexError as e:
    print(e)
try:
    np.ones((2, 2))[2, 0]
except IndexError as e:
    print(e)
try:
    int(np.array([1, 2]))
except TypeError as e:
    print(e)
try:
    np.array([1, 2]).item()
except ValueError as e:
    print(e)
try:
    np.random.rand(2.5)
except TypeError as e:
    print(e)
try:
    np.mean('abc')
except TypeError as e:
    print('TypeError')
try:
    np.array([[1, 2], [3, 4]]).T[5]
except IndexError as e:
    print(e)
