import numpy as np
a = np.arange(12.).reshape(3, 4)
for f in (np.sum, np.mean, np.std, np.var, np.min, np.max, np.prod, np.any, np.all, np.argmin, np.argmax, np.cumsum, np.cumprod, np.ptp, np.median, np.count_nonzero, np.nansum, np.nanmean, np.nanmax, np.nanmin, np.nanstd):
    print(f.__name__, f(a), f(a, axis=0), f(a, axis=1), f(a, axis=-1))
print(a.sum(axis=(0, 1)), a.sum(keepdims=True), a.mean(axis=1, keepdims=True), a.max(axis=0, keepdims=True), a.sum(axis=0, dtype=np.float32), a.std(ddof=1), np.var(a, ddof=1, axis=0), a.any(axis=0), a.all(axis=1))
b = np.array([[1, np.nan, 3], [4, 5, np.nan]])
print(b.sum(), b.max(), np.nansum(b), np.nanmean(b, axis=0), np.nanmax(b, axis=1), np.nanstd(b), np.nanmedian(b), np.argmax(b), np.isnan(b), np.isnan(b).sum(), np.nan_to_num(b))
print(np.percentile([1, 2, 3, 4], 50), np.percentile([1, 2, 3, 4, 5], [25, 75]), np.quantile(a, 0.3, axis=0), np.median([[1, 3], [2, 4]], axis=0), np.percentile(np.arange(10), 33, method='lower'), np.average([1, 2, 3], weights=[3, 2, 1]), np.average(a, axis=1, weights=[1, 2, 3, 4]))
print(np.sum([[1, 2], [3, 4]], axis=1), np.sum(np.array([True, True])), np.sum([1.5, 2]), sum(np.array([1, 2])), np.sum(np.array([100, 100], np.int8)), np.sum(np.array([200, 100], np.uint8)), np.array([], float).sum(), np.max([[1, 5], [7, 2]], axis=1), np.min(np.array([3, 1]), initial=0), np.sum([1, 2, 3], where=[True, False, True]), np.sum([1, 2], initial=10))
try:
    np.max([])
except ValueError as e:
    print(e)
try:
    np.argmax([])
except ValueError as e:
    print(e)
print(np.cumsum(a), np.cumsum(a, axis=1), np.cumprod([1, 2, 3]), np.diff([1, 4, 9, 16]), np.diff([1, 4, 9], n=2), np.diff(a, axis=0), np.gradient([1., 4., 9.]), np.ediff1d([1, 2, 4]), np.trapezoid([1, 2, 3]), np.trapezoid([1, 2, 3], dx=0.5))
print(np.add.reduce([1, 2, 3]), np.multiply.reduce([1, 2, 3, 4]), np.maximum.reduce([[1, 5], [3, 2]]), np.add.accumulate([1, 2, 3]), np.multiply.outer([1, 2], [3, 4]), np.logical_and.reduce([True, False]), np.add.reduce(a, axis=1), np.subtract.reduce([10, 2, 3]), np.add, np.add.nin, np.add.__name__)
print(np.histogram([1, 2, 1, 4, 5], bins=4), np.histogram([1, 2, 3], bins=[0, 2, 4]), np.bincount([0, 1, 1, 3]), np.bincount([0, 1], weights=[0.5, 2]), np.digitize([0.5, 1.5, 2.5], [1, 2]), np.searchsorted([1, 3, 5], [0, 3, 6]), np.searchsorted([1, 3, 5], 3, side='right'))
print(np.corrcoef([1, 2, 3], [1, 2, 4]), np.cov([[1, 2, 3], [1, 2, 4]]), np.cov([1, 2, 3]), np.convolve([1, 2, 3], [0, 1, 0.5]), np.convolve([1, 2, 3], [1, 1], 'same'), np.convolve([1, 2, 3, 4], [1, 1], 'valid'), np.correlate([1, 2, 3], [0, 1, 0.5]), np.correlate([1, 2, 3], [0, 1, 0.5], 'full'), np.correlate([1, 2, 3], [0, 1, 0.5], 'same'), np.interp([0.5, 1.5, 9], [0, 1, 2], [10, 20, 30]))
x = np.float32([0.1, 0.2, 0.3]); print(x.sum(), repr(x.mean()), repr(x.std()), repr(x.var()), x.max(), x.cumsum(), repr(np.dot(x, x)), np.linalg.norm(x), repr(np.linalg.norm(x)))
r = np.linspace(-3, 3, 1000, dtype=np.float32); print(r.sum(), r.mean(), r.std(), (r * r).sum(), r[::2].sum(), r.reshape(10, 100).sum(axis=0)[:5], r.reshape(10, 100).mean(axis=1))
print(a.sum(axis=1).shape, np.float64(3).sum(), np.mean([1, 2, 3, 4], dtype=np.float32), repr(np.mean(np.float16([1, 2, 4]))), repr(np.sum(np.float16([0.1] * 10))))
